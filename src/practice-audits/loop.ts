// When the loop is closed: what still stands open of an audit, when it is audited again, and by when a worry must be answered. Pure.
import { addWorkingDays, day, type IsoDay } from '#calendar'
import { auditModerated, inadequateAudit } from '#oversight-rules'
import { type Grade, isGrade } from './scale.ts'

/** What the council chose of the numbers that no law fixes. */
export type AuditNumbers = {
  readonly auditModerated: number
  readonly auditAnswered: number
  readonly auditRises: number
  readonly inadequateAgain: number
  readonly improvementAgain: number
}
/** undefined: not because of its grade. */
export function reAuditDue(grade: Grade, moderated: IsoDay, numbers: AuditNumbers): IsoDay | undefined {
  const { inadequateAgain: inadequate, improvementAgain: improvement } = numbers
  const answer = inadequateAudit.ask({ moderated, grade, inadequate, improvement })
  return answer.kind === 'due' ? answer.day : undefined
}
/** By when an audit that is handed in has its second grade. */
export function moderationDue(handedIn: IsoDay, { auditModerated: days }: AuditNumbers): IsoDay | undefined {
  const answer = auditModerated.ask({ handedIn, days })
  return answer.kind === 'due' ? answer.day : undefined
}

export type FindingState = {
  readonly kind: 'strength' | 'to improve'
  /** Each action that came of it. */
  readonly actions: readonly { readonly ended: string | undefined; readonly verified: boolean }[]
}
export type AuditState = {
  readonly submitted: boolean
  readonly moderated: boolean
  readonly findings: readonly FindingState[]
  readonly impact: boolean
  /** Worries that nobody has answered. */
  readonly unanswered: number
}
export type OpenBecause =
  | 'not submitted'
  | 'not moderated'
  | 'a finding without an action'
  | 'an action that is not verified'
  | 'no impact statement'
  | 'a worry without an answer'
/** Why it cannot be closed; nothing closes with an unverified action. One that is no longer needed is verified too. */
export function openBecause({
  submitted,
  moderated,
  findings,
  impact,
  unanswered,
}: AuditState): readonly OpenBecause[] {
  const toImprove = findings.filter(({ kind }) => kind === 'to improve')
  const actions = findings.flatMap((finding) => finding.actions)
  const said: readonly (readonly [boolean, OpenBecause])[] = [
    [!submitted, 'not submitted'],
    [!moderated, 'not moderated'],
    [toImprove.some((finding) => finding.actions.length === 0), 'a finding without an action'],
    [actions.some(({ verified }) => !verified), 'an action that is not verified'],
    [!impact, 'no impact statement'],
    [unanswered > 0, 'a worry without an answer'],
  ]
  return said.flatMap(([so, why]) => (so ? [why] : []))
}

export type Worry = 'may not be safe now' | 'not safeguarded'
export const WORRIES: Readonly<Record<Worry, string>> = {
  'may not be safe now': 'The child may not be safe now',
  'not safeguarded': 'No danger this minute, but welfare is not safeguarded',
}
const ANSWER_HOURS = 24
/**
 * Of a worry that nobody has answered, and hours since it was written.
 * Same day, where a child may not be safe now; then out-of-hours is told. Otherwise within 24 hours of being written, whatever the day.
 */
export function answerState(
  worry: string,
  { raised, hours, today }: { readonly raised: IsoDay; readonly hours: number; readonly today: IsoDay },
): 'waits' | 'tell out-of-hours' | 'late' {
  if (worry === 'may not be safe now') return today > raised ? 'tell out-of-hours' : 'waits'
  return hours >= ANSWER_HOURS ? 'late' : 'waits'
}

export type Holder = 'auditor' | 'moderator' | 'quality lead' | 'head of service'
/**
 * With whom an audit stands that is not handed in: from the day after it was due with who leads quality, once the working days that the
 * council chose are over with the head of service (and the director).
 */
export function standsWith(due: IsoDay, today: IsoDay, risesAfter: number): Holder {
  if (today <= due) return 'auditor'
  const rises = addWorkingDays(due, risesAfter)
  return rises === undefined || today <= rises ? 'quality lead' : 'head of service'
}

/** What of an audit is dated. */
export type Dated = {
  readonly due: string
  readonly submitted: string | null
  readonly moderator: string | null
  readonly second_due: string | null
  /** That day was said before it was handed in, as when it was sent back in between: it does not run while nobody could grade. */
  readonly said_before: boolean
  readonly second_on: string | null
  readonly closed: string | null
}
export type Owed = {
  readonly what: 'to hand in' | 'second grade' | 'look again'
  readonly due: IsoDay
  readonly with: Holder
}
/** What is owed of it next, and with whom that stands; a second grade that nobody is asked for stands with who leads quality. */
export function owedOf(one: Dated, today: IsoDay, numbers: AuditNumbers): Owed | undefined {
  if (one.closed !== null || one.second_on !== null) return undefined
  const { auditRises } = numbers
  if (one.submitted === null) {
    const due = day(one.due)
    return { what: 'to hand in', due, with: standsWith(due, today, auditRises) }
  }
  const byRule = moderationDue(day(one.submitted), numbers)
  const said = one.second_due === null ? undefined : day(one.second_due)
  const overtaken = one.said_before && said !== undefined && byRule !== undefined && byRule > said
  const due = said === undefined || overtaken ? byRule : said
  if (due === undefined) return undefined
  const holder = standsWith(due, today, auditRises)
  const first = one.moderator === null ? 'quality lead' : 'moderator'
  return { what: 'second grade', due, with: holder === 'auditor' ? first : holder }
}
/** Of an audit whose second grade asks that the record is looked at again, where nobody has begun that: late from the day after on. */
export function againOwed(
  { second, second_on }: { readonly second: string | null; readonly second_on: string | null },
  today: IsoDay,
  numbers: AuditNumbers,
): Owed | undefined {
  if (second_on === null || !isGrade(second)) return undefined
  const due = reAuditDue(second, day(second_on), numbers)
  if (due === undefined || due >= today) return undefined
  return { what: 'look again', due, with: standsWith(due, today, numbers.auditRises) }
}
