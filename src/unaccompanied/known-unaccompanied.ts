// What the database gives of a child who came alone, in short rows, as the facts that its rules read.
import type { DayNumber } from '#calendar'
import { NOT_ALONE, type UnaccompaniedFacts } from './unaccompanied-duties.ts'

type Rows<Columns extends readonly unknown[]> =
  | readonly (readonly [line: string, recorded: number, ...Columns])[]
  | null
type Day = DayNumber | null
export interface KnownUnaccompanied {
  readonly arrivals: Rows<[cameToUs: DayNumber]>
  readonly ages: Rows<[doubted: DayNumber, decided: Day]>
  readonly said: Rows<[day: DayNumber]>
  readonly applications: Rows<[kind: string, made: DayNumber, decided: Day, outcome: string | null, leaveUntil: Day]>
  readonly guardians: Rows<[seen: DayNumber, guardian: string | null, on: Day]>
}

const dated = (rows: Rows<[day: DayNumber]>) =>
  (rows ?? []).map(([line, recorded, day]) => ({ line, recorded, day })).toSorted((a, b) => a.day - b.day)

/** Nothing at all is one and the same nothing: most children came with somebody. */
export function unaccompaniedOf(known: KnownUnaccompanied | null): UnaccompaniedFacts {
  if (known === null) return NOT_ALONE
  const { arrivals, applications, guardians } = known
  if ([arrivals, known.ages, applications, guardians].every((rows) => rows === null)) return NOT_ALONE
  const ages = (known.ages ?? []).map(([line, recorded, doubted, decided]) => {
    return { line, recorded, doubted, decided: decided ?? undefined }
  })
  return {
    arrivals: dated(arrivals),
    said: dated(known.said),
    ages: ages.toSorted((a, b) => a.doubted - b.doubted),
    applications: (applications ?? []).map(([line, recorded, kind, made, decided, outcome, leaveUntil]) => {
      return { line, recorded, kind, made, decided: decided ?? undefined, outcome, leaveUntil: leaveUntil ?? undefined }
    }),
    guardians: (guardians ?? []).map(([line, recorded, seen, guardian, on]) => {
      return { line, recorded, seen, serviceHere: guardian !== 'no such service here', referred: on ?? undefined }
    }),
  }
}
