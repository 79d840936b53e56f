// Asking for approval, and answering: who may ask for what, and that nobody answers twice or for themselves.
import { anyDay, type IsoDay, optionalDay } from '#calendar'
import { isHearer, mayKnow, NOT_RELEASED, type TypedWhoMayKnow, type WhoMayKnow, type WhoMayKnowRefusal } from '#people'
import type { Decided, DecisionKind, Line } from './decision.ts'

export const APPROVALS = ['approved', 'approved with conditions', 'refused', 'sent back'] as const
export type Approval = (typeof APPROVALS)[number]
export type Hand = { readonly by: string; readonly at: string }

/** Empty where the words were taken out of sight. */
export type OnPaperBy = {
  readonly by: string
  readonly office: string
  readonly kept: string
  readonly document: string | null
}
export type Answered = Hand & {
  readonly id: string
  readonly line: string
  /** One of APPROVALS, or 'withdrawn'. */
  readonly answer: string
  readonly answered: string
  /** undefined: taken out of sight. */
  readonly said: { readonly reasons: string; readonly conditions: string } | undefined
  /** Given on paper by somebody who does not use Kith: then `by` and `at` say who wrote it down, and when. */
  readonly paper: OnPaperBy | undefined
}
export type ApprovalRequest = {
  readonly id: string
  readonly line: string
  readonly child: string
  readonly kind: string
  /** Of one relation, or of one person, among those who may decide; null: of any. */
  readonly ofRelation: string | null
  readonly ofPerson: string | null
  readonly on: Line
  readonly byWhen: string | null
  readonly view: string | null
  /** The request that was sent back. */
  readonly askedBefore: string | null
  /** Why it needs them; undefined: taken out of sight. */
  readonly why: string | undefined
  readonly asked: Hand
  readonly answered: Answered | undefined
}

/** Who was first, with what, and when. */
export type AnsweredAlready = { readonly answered: string; readonly by: string; readonly at: string }
export type AskRefusal =
  | 'kind unknown'
  | 'nobody of that relation decides'
  | 'asked of oneself'
  | 'by when no day'
  | 'by when before today'
  | 'why missing'
  | 'asked already'
  | 'not sent back'
  | WhoMayKnowRefusal
export type TypedRequest = {
  readonly kind: string
  readonly ofRelation: string | null
  readonly ofPerson: string | null
  readonly on: Line
  readonly byWhen: string
  readonly why: string
  readonly view: string | null
  readonly askedBefore: string | null
  /** null: all but carer and child. */
  readonly whoMayKnow: TypedWhoMayKnow | null
}
export type NewRequest = Omit<TypedRequest, 'byWhen' | 'whoMayKnow'> & {
  readonly byWhen: IsoDay | null
  readonly whoMayKnow: WhoMayKnow
}

/** `standing`: the requests of this child. One stands open for each line and kind. */
export function mayAsk(
  typed: TypedRequest,
  setting: {
    readonly kinds: readonly DecisionKind[]
    readonly standing: readonly ApprovalRequest[]
    readonly me: string
    readonly today: IsoDay
  },
): Decided<NewRequest, AskRefusal> {
  const { kinds, standing, me, today } = setting
  const kind = kinds.find(({ name }) => name === typed.kind)
  const byWhen = optionalDay(typed.byWhen, anyDay)
  const may = typed.whoMayKnow === null ? { ok: NOT_RELEASED } : mayKnow(typed.whoMayKnow)
  const why = typed.why.trim()
  const before = standing.find(({ line }) => line === typed.askedBefore)
  const refused: AskRefusal[] = []
  if (kind === undefined) refused.push('kind unknown')
  else if (!mayBeAskedOf(kind, typed.ofRelation)) refused.push('nobody of that relation decides')
  if (typed.ofPerson === me) refused.push('asked of oneself')
  if ('fault' in byWhen) refused.push('by when no day')
  else if (byWhen.day !== null && byWhen.day < today) refused.push('by when before today')
  if (why === '') refused.push('why missing')
  if (standing.some((other) => isOpen(other) && other.kind === typed.kind && other.on.line === typed.on.line))
    refused.push('asked already')
  if (typed.askedBefore !== null && before?.answered?.answer !== 'sent back') refused.push('not sent back')
  if ('refused' in may) refused.push(...may.refused)
  if ('fault' in byWhen || 'refused' in may || refused.length > 0) return { refused }
  return { ok: { ...typed, why, byWhen: byWhen.day, whoMayKnow: may.ok } }
}
const mayBeAskedOf = ({ deciders }: DecisionKind, relation: string | null): boolean =>
  relation === null || (isHearer(relation) && (deciders.length === 0 || deciders.includes(relation)))

export const isOpen = ({ answered }: Pick<ApprovalRequest, 'answered'>): boolean => answered === undefined

export type AnswerRefusal =
  | 'no such request'
  | AnsweredAlready
  | 'answer unknown'
  | 'reasons missing'
  | 'conditions missing'
  | 'your own'
  | 'not yours to answer'
export type TypedAnswer = {
  readonly answer: string
  /** Why; of what is sent back: what to change. */
  readonly reasons: string
  readonly conditions: string
}
export type NewAnswer = { readonly answer: Approval; readonly reasons: string; readonly conditions: string }

const alreadyAnswered = ({ answered }: ApprovalRequest): AnswerRefusal[] =>
  answered === undefined ? [] : [{ answered: answered.answer, by: answered.by, at: answered.at }]

/** `mayApprove`: as the database says: neither their own, nor without the right in that scope for this child. */
export function mayAnswer(
  request: ApprovalRequest,
  typed: TypedAnswer,
  { me, mayApprove }: { readonly me: string; readonly mayApprove: boolean },
): Decided<NewAnswer, AnswerRefusal> {
  const answer = APPROVALS.find((one) => one === typed.answer)
  const [reasons, conditions] = [typed.reasons.trim(), typed.conditions.trim()]
  const refused: AnswerRefusal[] = alreadyAnswered(request)
  if (request.asked.by === me) refused.push('your own')
  else if (!mayApprove) refused.push('not yours to answer')
  if (answer === undefined) refused.push('answer unknown')
  if (reasons === '') refused.push('reasons missing')
  if ((answer === 'approved with conditions') !== (conditions !== '')) refused.push('conditions missing')
  if (answer === undefined || refused.length > 0) return { refused }
  return { ok: { answer, reasons, conditions } }
}

/** Only who asked, and only while nobody has answered. */
export function mayWithdraw(request: ApprovalRequest, reasons: string, me: string): Decided<string, AnswerRefusal> {
  const refused: AnswerRefusal[] = alreadyAnswered(request)
  if (request.asked.by !== me) refused.push('not yours to answer')
  if (reasons.trim() === '') refused.push('reasons missing')
  return refused.length > 0 ? { refused } : { ok: reasons.trim() }
}

/** The longest waiting first. */
export const oldestFirst = (requests: readonly ApprovalRequest[]): readonly ApprovalRequest[] =>
  requests.toSorted((a, b) => (`${a.asked.at} ${a.line}` < `${b.asked.at} ${b.line}` ? -1 : 1))
