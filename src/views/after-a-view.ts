// What may follow a view: what changed because of it, and the safeguarding decision to let others know, of which the child is told.
import { happenedDay, type IsoDay, optionalDay } from '#calendar'
import { type AudienceRelation, isHearer } from '#people'
import type { Decided, Heard } from './record-view.ts'
import { ANSWERS, type Answer, NOT_TOLD_WHY, type NotToldWhy, OPENING_POWERS, type OpeningPower } from './view.ts'

export type ToldRefusal = 'told no day' | 'told after today' | 'told before it was decided'
export type OpeningRefusal =
  | 'hearer unknown'
  | 'nobody new hears'
  | 'power unknown'
  | 'decided no day'
  | 'decided after today'
  | 'told, or why not yet'
  | 'why missing'
  | 'view changed meanwhile'
  | ToldRefusal
export type TypedOpening = {
  readonly relations: readonly string[]
  /** People who must not know, and now may. */
  readonly noLongerBarred: readonly string[]
  readonly power: string
  readonly decided: string
  readonly why: string
  /** When the child was told; or empty, and why not yet. */
  readonly told: string
  readonly notToldWhy: string
}
export type NewOpening = {
  readonly relations: readonly AudienceRelation[]
  readonly noLongerBarred: readonly string[]
  readonly power: OpeningPower
  readonly decided: IsoDay
  readonly why: string
  readonly told: IsoDay | null
  readonly notToldWhy: NotToldWhy | null
}

/** When somebody was told of a decision of that day; null: not yet. */
export function mayTell(
  typed: string,
  { decided, today }: { readonly decided: string | undefined; readonly today: IsoDay },
): Decided<IsoDay | null, ToldRefusal> {
  const told = optionalDay(typed, (text) => happenedDay(text, today))
  if ('fault' in told) return { refused: [told.fault === 'no day' ? 'told no day' : 'told after today'] }
  const early = told.day !== null && decided !== undefined && told.day < decided
  return early ? { refused: ['told before it was decided'] } : { ok: told.day }
}

export function mayOpen(typed: TypedOpening, heard: Heard, today: IsoDay): Decided<NewOpening, OpeningRefusal> {
  const decided = happenedDay(typed.decided, today)
  const on = 'day' in decided ? decided.day : undefined
  const told = mayTell(typed.told, { decided: on, today })
  const power = OPENING_POWERS.find((one) => one === typed.power)
  const notToldWhy = NOT_TOLD_WHY.find((one) => one === typed.notToldWhy) ?? null
  const relations = typed.relations.filter(isHearer).filter((relation) => !heard.audience.includes(relation))
  const noLongerBarred = typed.noLongerBarred.filter((person) => heard.mustNotKnow.includes(person))
  const refused: OpeningRefusal[] = []
  if (!typed.relations.every(isHearer)) refused.push('hearer unknown')
  if (relations.length === 0 && noLongerBarred.length === 0) refused.push('nobody new hears')
  if (power === undefined) refused.push('power unknown')
  if ('fault' in decided) refused.push(decided.fault === 'no day' ? 'decided no day' : 'decided after today')
  if ('refused' in told) refused.push(...told.refused)
  else if ((told.ok === null) === (notToldWhy === null)) refused.push('told, or why not yet')
  if (typed.why.trim() === '') refused.push('why missing')
  if (power === undefined || on === undefined || 'refused' in told || refused.length > 0) return { refused }
  const why = typed.why.trim()
  return { ok: { relations, noLongerBarred, power, decided: on, why, told: told.ok, notToldWhy } }
}

export type AnswerRefusal =
  | 'answer unknown'
  | 'answer no day'
  | 'answer after today'
  | 'what we did missing'
  | 'who decided missing'
  | ToldRefusal
export type TypedAnswer = {
  readonly outcome: string
  readonly decided: string
  /** A worker; or null, and their name. */
  readonly decidedBy: string | null
  readonly decidedByName: string
  /** When they were told; empty: not yet. */
  readonly told: string
  /** What we did; or why nothing changed. */
  readonly what: string
  /** The decision or the action that did it. */
  readonly hangsOn: { readonly table: string; readonly line: string } | null
}
export type NewAnswer = {
  readonly outcome: Answer
  readonly decided: IsoDay
  readonly decidedBy: string | null
  readonly decidedByName: string
  readonly told: IsoDay | null
  readonly what: string
  readonly hangsOn: TypedAnswer['hangsOn']
}

export function mayAnswerView(typed: TypedAnswer, today: IsoDay): Decided<NewAnswer, AnswerRefusal> {
  const { decidedBy, hangsOn } = typed
  const outcome = ANSWERS.find((one) => one === typed.outcome)
  const decided = happenedDay(typed.decided, today)
  const on = 'day' in decided ? decided.day : undefined
  const told = mayTell(typed.told, { decided: on, today })
  const [what, decidedByName] = [typed.what.trim(), typed.decidedByName.trim()]
  const refused: AnswerRefusal[] = []
  if (outcome === undefined) refused.push('answer unknown')
  if ('fault' in decided) refused.push(decided.fault === 'no day' ? 'answer no day' : 'answer after today')
  if (what === '') refused.push('what we did missing')
  if (decidedBy === null && decidedByName === '') refused.push('who decided missing')
  if ('refused' in told) refused.push(...told.refused)
  if (outcome === undefined || on === undefined || 'refused' in told || refused.length > 0) return { refused }
  return { ok: { outcome, decided: on, decidedBy, decidedByName, told: told.ok, what, hangsOn } }
}
