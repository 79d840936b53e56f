// How often a worker is supervised and a child fully thought about, each rule with its level; and what is due on a day. Pure.
import { addMonths, addWeeks, addWorkingDays, type IsoDay } from '#calendar'

/** No statute or statutory guidance says how often: the highest level here is the employers' standard. */
export type SupervisionRule = {
  readonly id: string
  readonly what: string
  readonly citation: string
  readonly level: 'professional standard' | 'practice' | 'local'
  /** The text itself was read; otherwise the page says unconfirmed. */
  readonly read: boolean
}
const EMPLOYERS = 'LGA Standards for Employers of Social Workers in England, supervision standard'
export const RULES = {
  new: {
    id: 'SU-01',
    what: 'Newly qualified: every week for six weeks, every two weeks until six months, then every month',
    citation: EMPLOYERS,
    ...{ level: 'professional standard', read: true },
  },
  others: {
    id: 'SU-02',
    what: 'At least every month',
    citation: EMPLOYERS,
    ...{ level: 'professional standard', read: true },
  },
  agreed: {
    id: 'SU-02',
    what: 'As agreed for this worker',
    citation: 'the interval that their manager agreed, with reasons',
    ...{ level: 'local', read: true },
  },
  child: {
    id: 'SU-03',
    what: 'Each child fully thought about, with a manager’s decision on their record',
    citation: 'this council’s own interval for each child; four weeks where none is decided',
    ...{ level: 'local', read: true },
  },
  signed: {
    id: 'SU-04',
    what: 'Both sign within five working days',
    citation: 'this council’s own rule',
    ...{ level: 'local', read: false },
  },
} as const satisfies Readonly<Record<string, SupervisionRule>>

/** Minutes without interruption that the employers' standard asks for. */
export const MINUTES = 90
/** Weeks between two full discussions of a child, where nobody decided otherwise. */
export const USUAL_WEEKS = 4
const WEEKLY_FOR = 6
const NEW_FOR_MONTHS = 6

/** What was agreed for a worker; undefined: nobody has said. */
export type Terms = {
  readonly kind: string
  /** The first day in this post. */
  readonly began: IsoDay
  /** Another interval than the standard's, agreed with reasons. */
  readonly weeks: number | null
}
export type Due = SupervisionRule & { readonly since: IsoDay | null } & (
    | { readonly due: IsoDay }
    | { readonly due: null; readonly missing: string }
  )

const asAgreed = (
  { kind, began, weeks }: Terms,
  from: IsoDay,
): { readonly rule: SupervisionRule; readonly due: IsoDay } => {
  if (weeks !== null) return { rule: RULES.agreed, due: addWeeks(from, weeks) }
  if (kind !== 'newly qualified') return { rule: RULES.others, due: addMonths(from, 1) }
  const due =
    from < addWeeks(began, WEEKLY_FOR)
      ? addWeeks(from, 1)
      : from < addMonths(began, NEW_FOR_MONTHS)
        ? addWeeks(from, 2)
        : addMonths(from, 1)
  return { rule: RULES.new, due }
}

/** When a worker is to be supervised next. `last`: the last time that it was held one to one; a cancelled one counts for nothing. */
export function workerDue(terms: Terms | undefined, last: IsoDay | null): Due {
  const since = last ?? terms?.began ?? null
  if (since === null)
    return { ...RULES.others, since, due: null, missing: 'no supervision is recorded, nor since when they work here' }
  if (terms === undefined) return { ...RULES.others, since, due: addMonths(since, 1) }
  const { rule, due } = asAgreed(terms, since)
  return { ...rule, since, due }
}

/** When a child is to be fully thought about next. `from`: since when this worker works with them. */
export function childDue(weeks: number | null, last: IsoDay | null, from: IsoDay | null): Due {
  const since = last ?? from
  if (since === null)
    return {
      ...RULES.child,
      since,
      due: null,
      missing: 'no full discussion is recorded, nor since when they have a worker',
    }
  return { ...RULES.child, since, due: addWeeks(since, weeks ?? USUAL_WEEKS) }
}

/** The last working day on which both may sign in time; undefined: bank holidays of that year are not known. */
const SIGN_WITHIN = 5
export const signBy = (held: IsoDay): IsoDay | undefined => addWorkingDays(held, SIGN_WITHIN)

export type Signing = {
  readonly kind: string
  readonly cancelled: string | null
  readonly signatures: readonly { readonly part: string }[]
}
/** Who still has to sign; of a group only who led it does. */
export const owing = ({ kind, signatures, cancelled }: Signing) =>
  cancelled !== null
    ? []
    : (kind === 'group' ? (['supervisor'] as const) : (['supervisor', 'worker'] as const)).filter(
        (part) => !signatures.some((one) => one.part === part),
      )
export const isClosed = (session: Signing): boolean => session.cancelled === null && owing(session).length === 0

export const isLateOn = (due: Due, on: IsoDay): boolean => due.due !== null && due.due < on
/** Of how many it is not known counts apart: never as late. */
export function howMany(dues: readonly Due[], on: IsoDay): { readonly late: number; readonly unknown: number } {
  return {
    late: dues.filter((due) => isLateOn(due, on)).length,
    unknown: dues.filter(({ due }) => due === null).length,
  }
}
