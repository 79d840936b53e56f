// What is owed to a foster home by a day: reviews of the approval, visits without notice, training, agreement. Of homes, not of children. Pure.
import { addMonths, addWeeks, type IsoDay } from '#calendar'
import type { HomeEvent } from './home-codes-data.ts'

export type HomeRule = {
  readonly id: string
  readonly what: string
  readonly citation: string
  readonly level: 'regulation' | 'national standard' | 'agreed here'
  /** The text itself was read; otherwise the page says unconfirmed. */
  readonly read: boolean
}
/** As the duties of area 7 cite them. */
export const HOME_RULES = {
  first: {
    id: 'FO-01',
    what: 'First review of the approval',
    citation: 'SI 2011/581 reg 28(1), (2) and (5)',
    ...{ level: 'regulation', read: false },
  },
  later: {
    id: 'FO-02',
    what: 'Review of the approval',
    citation: 'SI 2011/581 reg 28(2) to (4)',
    ...{ level: 'regulation', read: false },
  },
  unannounced: {
    id: 'FO-07',
    what: 'Visit without notice',
    citation: 'Fostering NMS 2011 standard 21.8',
    ...{ level: 'national standard', read: true },
  },
  training: {
    id: 'FO-08',
    what: 'Training standards signed off',
    citation: 'Fostering NMS 2011 standard 20.3',
    ...{ level: 'national standard', read: true },
  },
  agreement: {
    id: 'FO-12',
    what: 'Foster care agreement',
    citation: 'SI 2011/581 reg 27(5), Sch 5',
    ...{ level: 'regulation', read: false },
  },
  supervision: {
    id: '',
    what: 'Supervision visit',
    citation: 'the interval that is agreed for this home',
    ...{ level: 'agreed here', read: true },
  },
} as const satisfies Readonly<Record<string, HomeRule>>

export type HomeDue = HomeRule & {
  /** Since when it is counted: the approval, or the last time. */
  readonly since: IsoDay | null
} & ({ readonly due: IsoDay } | { readonly due: null; readonly missing: string })

export type Happened = { readonly kind: string; readonly happened: IsoDay }
export type DueFacts = {
  readonly kind: string
  readonly closed: IsoDay | null
  readonly approvals: readonly {
    readonly temporary: boolean
    readonly kinds: readonly string[]
    readonly since: IsoDay
    readonly until: IsoDay | null
  }[]
  readonly events: readonly Happened[]
  readonly supervisionWeeks: number | null
}

const YEAR = 12
/** Family and friends have half a year more for the training standards. */
const YEAR_AND_A_HALF = 18

/** What is open on that day, the earliest first. Of agencies' homes the provider keeps these days. Temporary approval is none here. */
export function duesOn(facts: DueFacts, on: IsoDay): readonly HomeDue[] {
  const approvals = facts.approvals
    .filter(({ temporary }) => !temporary)
    .toSorted((a, b) => (a.since < b.since ? -1 : 1))
  const [first] = approvals
  const open = approvals.some(({ since, until }) => since <= on && (until === null || until > on))
  const closed = facts.closed !== null && facts.closed <= on
  if (facts.kind !== 'our foster home' || closed) return []
  if (first === undefined)
    return [{ ...HOME_RULES.first, since: null, due: null, missing: 'the day of its approval is not recorded' }]
  if (!open) return []
  const all = [review(facts, first.since, on), unannounced(facts, first.since, on), ...supervision(facts, on)]
  return [...all, ...training(facts, first, on), ...agreement(facts, first.since, on)].toSorted((a, b) =>
    (a.due ?? '9') < (b.due ?? '9') ? -1 : 1,
  )
}
const last = ({ events }: DueFacts, kind: HomeEvent, on: IsoDay): IsoDay | undefined =>
  events
    .flatMap((one) => (one.kind === kind && one.happened <= on ? [one.happened] : []))
    .toSorted()
    .at(-1)

function review(facts: DueFacts, approved: IsoDay, on: IsoDay): HomeDue {
  const before = last(facts, 'annual review', on)
  const since = before ?? approved
  return { ...(before === undefined ? HOME_RULES.first : HOME_RULES.later), since, due: addMonths(since, YEAR) }
}
function unannounced(facts: DueFacts, approved: IsoDay, on: IsoDay): HomeDue {
  const since = last(facts, 'unannounced visit', on) ?? approved
  return { ...HOME_RULES.unannounced, since, due: addMonths(since, YEAR) }
}
function supervision(facts: DueFacts, on: IsoDay): readonly HomeDue[] {
  const since = last(facts, 'supervision visit', on) ?? null
  const { supervisionWeeks: weeks } = facts
  if (weeks === null)
    return [{ ...HOME_RULES.supervision, since, due: null, missing: 'how often they are visited is not recorded' }]
  if (since === null)
    return [{ ...HOME_RULES.supervision, since, due: null, missing: 'no supervision visit is recorded' }]
  return [{ ...HOME_RULES.supervision, since, due: addWeeks(since, weeks) }]
}
function training(facts: DueFacts, first: DueFacts['approvals'][number], on: IsoDay): readonly HomeDue[] {
  if (last(facts, 'training standards met', on) !== undefined) return []
  const months = first.kinds.includes('connected person') ? YEAR_AND_A_HALF : YEAR
  return [{ ...HOME_RULES.training, since: first.since, due: addMonths(first.since, months) }]
}
const agreement = (facts: DueFacts, approved: IsoDay, on: IsoDay): readonly HomeDue[] =>
  last(facts, 'agreement signed', on) === undefined ? [{ ...HOME_RULES.agreement, since: approved, due: approved }] : []
