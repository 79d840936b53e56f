// What the database gives of leaving care, in short rows, as the facts that its rules read: in the order of their days.
import type { DayNumber } from '#calendar'
import type { Recorded } from '#ledger'
import type { LeaverEnd } from './eligible.ts'

export interface Dated extends Recorded {
  readonly day: DayNumber
}
export interface AdviserOf extends Recorded {
  readonly from: DayNumber
  readonly until: DayNumber | undefined
  readonly worker: string
}
export interface PathwayReview extends Dated {
  readonly accommodation: boolean
  readonly nextMonths: number
}
export interface LeaverContact extends Dated {
  readonly how: string
  readonly outcome: string
  readonly offered: boolean
  /** The worker. */
  readonly by: string
}
export interface LeaverHome extends Recorded {
  readonly since: DayNumber
  readonly until: DayNumber | undefined
  readonly provided: boolean
}
export interface StayingPutSaid extends Dated {
  readonly what: string
}
/** What the record holds of leaving care. */
export interface LeaverFacts {
  readonly advisers: readonly AdviserOf[]
  readonly assessed: readonly Dated[]
  readonly planned: readonly Dated[]
  readonly asks: readonly Dated[]
  readonly reviews: readonly PathwayReview[]
  readonly contacts: readonly LeaverContact[]
  readonly homes: readonly LeaverHome[]
  readonly stays: readonly StayingPutSaid[]
  /** Since when nothing after care is owed by us, for something that was recorded since: another council has the record. */
  readonly over: DayNumber | undefined
  /** They died, or live with a parent again. */
  readonly ends: readonly LeaverEnd[]
}
export const NO_LEAVER: LeaverFacts = {
  ...{ advisers: [], assessed: [], planned: [], asks: [], reviews: [], contacts: [], homes: [], stays: [] },
  ...{ over: undefined, ends: [] },
}

type Day = DayNumber | null
type Rows<Columns extends readonly unknown[]> =
  | readonly (readonly [line: string, recorded: number, ...Columns])[]
  | null

export interface KnownLeaver {
  readonly advisers: Rows<[from: Day, until: Day, worker: string]>
  readonly assessed: Rows<[completed: DayNumber]>
  readonly asks: Rows<[asked: DayNumber]>
  readonly reviews: Rows<[held: DayNumber, accommodation: boolean, nextMonths: number]>
  readonly contacts: Rows<[happened: DayNumber, how: string, outcome: string, offered: boolean, by: string]>
  readonly homes: Rows<[since: DayNumber, until: Day, provided: boolean]>
  readonly stays: Rows<[happened: DayNumber, what: string]>
  readonly planned: Rows<[approved: DayNumber]>
  readonly overs: Rows<[since: DayNumber]>
  readonly ends: Rows<[since: DayNumber, until: Day, kind: string]>
}

const orUndefined = <T>(value: T | null): T | undefined => (value === null ? undefined : value)
const inOrder = <One extends { readonly line: string; readonly day: DayNumber }>(
  list: readonly One[],
): readonly One[] => list.toSorted((a, b) => a.day - b.day || (a.line < b.line ? -1 : 1))
const dated = (rows: Rows<[day: DayNumber]>) =>
  inOrder((rows ?? []).map(([line, recorded, day]) => ({ line, recorded, day })))

/** Nothing at all is one and the same nothing: most children have none of it. */
export function leavingCareOf(known: KnownLeaver | null): LeaverFacts {
  if (known === null || Object.values(known).every((rows) => rows === null)) return NO_LEAVER
  return {
    advisers: (known.advisers ?? [])
      .map(([line, recorded, from, until, worker]) => {
        return { line, recorded, from: from ?? Number.NEGATIVE_INFINITY, until: orUndefined(until), worker }
      })
      .toSorted((a, b) => a.from - b.from),
    assessed: dated(known.assessed),
    planned: dated(known.planned),
    over: dated(known.overs)[0]?.day,
    ends: (known.ends ?? []).map(([, , since, until, kind]) => ({ kind, since, until: orUndefined(until) })),
    asks: dated(known.asks),
    reviews: inOrder(
      (known.reviews ?? []).map(([line, recorded, day, accommodation, nextMonths]) => {
        return { line, recorded, day, accommodation, nextMonths }
      }),
    ),
    contacts: inOrder(
      (known.contacts ?? []).map(([line, recorded, day, how, outcome, offered, by]) => {
        return { line, recorded, day, how, outcome, offered, by }
      }),
    ),
    homes: (known.homes ?? [])
      .map(([line, recorded, since, until, provided]) => {
        return { line, recorded, since, until: orUndefined(until), provided }
      })
      .toSorted((a, b) => a.since - b.since),
    stays: inOrder((known.stays ?? []).map(([line, recorded, day, what]) => ({ line, recorded, day, what }))),
  }
}
