// How often a worker is supervised and a child fully thought about, each rule with its level; and what is due on a day. Pure.
import { addDays, type IsoDay } from '#calendar'
import { citationText, type Due as DueDay, type Level, type Refusal, type RuleText } from '#law'
import { childDiscussed, managersDecision, supervisedMonthly, supervisedNew, supervisionSigned } from '#oversight-rules'

/** No statute or statutory guidance says how often: the highest level here is the employers' standard. */
export type SupervisionRule = {
  readonly id: string
  readonly name: string
  readonly says: string
  readonly citation: string
  readonly level: Level
  /** The text itself was read; otherwise the page says unconfirmed. */
  readonly read: boolean
}
const told = ({ id, name, says, level, verification, cites }: RuleText): SupervisionRule => ({
  ...{ id, name, says, level, citation: citationText(cites[0]), read: verification !== 'knowledge' },
})
/** As the rulebook has them. */
export const RULES: readonly SupervisionRule[] = [
  supervisedNew,
  supervisedMonthly,
  childDiscussed,
  supervisionSigned,
  managersDecision,
].map(told)

/** Minutes without interruption that the employers' standard asks for. */
export const MINUTES = 90

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

/** A rule of these names a day, or what it lacks. */
const dayOf = (answer: DueDay | Refusal): IsoDay | undefined => (answer.kind === 'due' ? answer.day : undefined)
type Owed = { readonly rule: SupervisionRule; readonly due: IsoDay | undefined }
function asAgreed({ kind, began, weeks }: Terms, last: IsoDay | null): Owed {
  if (weeks !== null || kind !== 'newly qualified')
    return { rule: told(supervisedMonthly), due: dayOf(supervisedMonthly.ask({ last: last ?? began, weeks })) }
  return { rule: told(supervisedNew), due: dayOf(supervisedNew.ask({ began, last })) }
}

/** When a worker is to be supervised next. `last`: the last time that it was held one to one; a cancelled one counts for nothing. */
export function workerDue(terms: Terms | undefined, last: IsoDay | null): Due {
  const since = last ?? terms?.began ?? null
  if (since === null) return { ...told(supervisedMonthly), since, due: null, missing: NEVER }
  const owed =
    terms === undefined
      ? { rule: told(supervisedMonthly), due: dayOf(supervisedMonthly.ask({ last: since, weeks: null })) }
      : asAgreed(terms, last)
  return owed.due === undefined
    ? { ...owed.rule, since, due: null, missing: BEFORE }
    : { ...owed.rule, since, due: owed.due }
}
const NEVER = 'no supervision is recorded, nor since when they work here'
const BEFORE = 'that was before these rules are asked'

/** When a child is to be fully thought about next. `from`: since when this worker works with them. `weeks`: as decided for them, or as the council has it. */
export function childDue(weeks: number, last: IsoDay | null, from: IsoDay | null): Due {
  const rule = told(childDiscussed)
  const since = last ?? from
  if (since === null)
    return {
      ...rule,
      since,
      due: null,
      missing: 'no full discussion is recorded, nor since when they have a worker',
    }
  const due = dayOf(childDiscussed.ask({ last: since, weeks }))
  return due === undefined ? { ...rule, since, due: null, missing: BEFORE } : { ...rule, since, due }
}

/** The last working day on which both may sign in time; undefined: bank holidays of that year are not known. */
export const signBy = (held: IsoDay, days: number): IsoDay | undefined =>
  dayOf(supervisionSigned.ask({ on: held, days }))

/**
 * Something after which a manager decides, and the first decision on that day or later; before a hearing or a review, that day or in the two
 * weeks before it.
 */
export type DecisionPoint = {
  readonly child: string
  readonly what: 'move' | 'missing' | 'allocated' | 'care ended' | 'hearing' | 'review'
  readonly on: IsoDay
  readonly decided: IsoDay | null
}
export type DecisionOwed = DecisionPoint & {
  /** undefined: bank holidays of that year are not known. */
  readonly by: IsoDay | undefined
  readonly stands: 'in time' | 'late' | 'owed' | 'overdue'
}
/** `days`: as the council has it; undefined: it asks for none. */
export function decisionsAsked(
  points: readonly DecisionPoint[],
  days: number | undefined,
  today: IsoDay,
): readonly DecisionOwed[] {
  if (days === undefined) return []
  return points.map((point) => {
    const ahead = point.what === 'hearing' || point.what === 'review'
    const by = ahead ? addDays(point.on, -1) : dayOf(managersDecision.ask({ on: point.on, days }))
    const until = point.decided ?? today
    const late = by !== undefined && until > by
    const stands = point.decided === null ? (late ? 'overdue' : 'owed') : late ? 'late' : 'in time'
    return { ...point, by, stands }
  })
}
export const isOwed = ({ stands }: Pick<DecisionOwed, 'stands'>): boolean => stands === 'owed' || stands === 'overdue'

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
