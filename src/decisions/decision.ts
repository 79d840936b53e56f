// What a decision about a child is, and what may be recorded as one: question, options, decision, reasons, by whom.
import { happenedDay, type IsoDay } from '#calendar'
import { mayKnow, NOT_RELEASED, type TypedWhoMayKnow, type WhoMayKnow, type WhoMayKnowRefusal } from '#people'

export type Decided<Value, Refusal> = { readonly ok: Value } | { readonly refused: readonly Refusal[] }
/** A line of another table. */
export type Line = { readonly table: string; readonly line: string }

/** One of an open list: `reference.decision_kind`. */
export type DecisionKind = {
  readonly name: string
  /** Where somebody needs the right to approve, to take it. */
  readonly scope: string
  /** In which relation they must stand besides; none: whoever may approve there. */
  readonly deciders: readonly string[]
  readonly basis: 'law' | 'local'
  readonly says: string
}
export const DECIDED_AS = [
  'worker',
  'court',
  'panel',
  'family',
  'another council',
  'another service',
  'the young person',
] as const
export type DecidedAs = (typeof DECIDED_AS)[number]

export type DecisionRefusal =
  | 'kind unknown'
  | 'decided no day'
  | 'decided after today'
  | 'who decided unknown'
  | 'not yours to decide'
  | 'question missing'
  | 'decision missing'
  | 'reasons missing'
  | WhoMayKnowRefusal
export type TypedDecision = {
  readonly kind: string
  readonly decided: string
  readonly decidedAs: string
  /** The worker, where a worker decided. */
  readonly decidedBy: string | null
  readonly question: string
  /** What else was thought of; may be empty. */
  readonly options: string
  readonly decision: string
  readonly reasons: string
  /** The line of what the child said, beside it. */
  readonly view: string | null
  /** What it is about. */
  readonly on: Line | null
  /** null: all but carer and child, to whom it is not released. */
  readonly whoMayKnow: TypedWhoMayKnow | null
}
export type NewDecision = {
  readonly kind: string
  readonly decided: IsoDay
  readonly decidedAs: DecidedAs
  readonly decidedBy: string | null
  readonly said: Readonly<Record<'question' | 'options' | 'decision' | 'reasons', string>>
  readonly view: string | null
  readonly on: Line | null
  readonly whoMayKnow: WhoMayKnow
}
export type DecisionSetting = {
  readonly kinds: readonly DecisionKind[]
  readonly today: IsoDay
  readonly me: string
  /** Whether the asker may take a decision of the kind typed, for this child. */
  readonly mayDecide: boolean
}

const faultOf = (fault: 'no day' | 'after today'): DecisionRefusal =>
  fault === 'no day' ? 'decided no day' : 'decided after today'

/** Who writes down that somebody else decided needs no right to decide; who decides themselves does. */
export function mayRecordDecision(
  typed: TypedDecision,
  { kinds, today, me, mayDecide }: DecisionSetting,
): Decided<NewDecision, DecisionRefusal> {
  const kind = kinds.find(({ name }) => name === typed.kind)
  const decided = happenedDay(typed.decided, today)
  const decidedAs = DECIDED_AS.find((one) => one === typed.decidedAs)
  const may = typed.whoMayKnow === null ? { ok: NOT_RELEASED } : mayKnow(typed.whoMayKnow)
  const [question, options] = [typed.question.trim(), typed.options.trim()]
  const [decision, reasons] = [typed.decision.trim(), typed.reasons.trim()]
  const { decidedBy, view, on } = typed
  const refused: DecisionRefusal[] = []
  if (kind === undefined) refused.push('kind unknown')
  if ('fault' in decided) refused.push(faultOf(decided.fault))
  if (decidedAs === undefined || (decidedAs === 'worker') !== (decidedBy !== null)) refused.push('who decided unknown')
  if (kind !== undefined && kind.deciders.length > 0 && decidedBy === me && !mayDecide)
    refused.push('not yours to decide')
  if (question === '') refused.push('question missing')
  if (decision === '') refused.push('decision missing')
  if (reasons === '') refused.push('reasons missing')
  if ('refused' in may) refused.push(...may.refused)
  if (kind === undefined || 'fault' in decided || decidedAs === undefined || 'refused' in may) return { refused }
  if (refused.length > 0) return { refused }
  const said = { question, options, decision, reasons }
  const made = { kind: kind.name, decided: decided.day, decidedAs, decidedBy }
  return { ok: { ...made, said, view, on, whoMayKnow: may.ok } }
}

export const TOLD_WHOM = [
  'child',
  'parent',
  'carer',
  'brother or sister',
  'reviewing officer',
  'school',
  'health',
  'advocate',
  'somebody else',
] as const
export const TOLD_HOW = ['in person', 'by telephone', 'by video', 'in writing', 'through somebody else'] as const
export type TellingRefusal =
  | 'told whom unknown'
  | 'told how unknown'
  | 'told no day'
  | 'told after today'
  | 'told before it was decided'
export type TypedTelling = {
  readonly whom: string
  readonly told: string
  readonly how: string
  /** What was said, and what they said to it; may be empty. */
  readonly words: string
}
export type NewTelling = {
  readonly whom: (typeof TOLD_WHOM)[number]
  readonly told: IsoDay
  readonly how: (typeof TOLD_HOW)[number]
  readonly words: string
}
export function mayTell(
  typed: TypedTelling,
  { decided, today }: { readonly decided: string; readonly today: IsoDay },
): Decided<NewTelling, TellingRefusal> {
  const whom = TOLD_WHOM.find((one) => one === typed.whom)
  const how = TOLD_HOW.find((one) => one === typed.how)
  const told = happenedDay(typed.told, today)
  const refused: TellingRefusal[] = []
  if (whom === undefined) refused.push('told whom unknown')
  if (how === undefined) refused.push('told how unknown')
  if ('fault' in told) refused.push(told.fault === 'no day' ? 'told no day' : 'told after today')
  else if (told.day < decided) refused.push('told before it was decided')
  if (whom === undefined || how === undefined || 'fault' in told || refused.length > 0) return { refused }
  return { ok: { whom, how, told: told.day, words: typed.words.trim() } }
}
