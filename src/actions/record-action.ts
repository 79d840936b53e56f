// What may be recorded as an action, as a step upon it, and as its outcome.
import { anyDay, happenedDay, type IsoDay, optionalDay } from '#calendar'
import { mayKnow, NOT_RELEASED, type TypedWhoMayKnow, type WhoMayKnow, type WhoMayKnowRefusal } from '#people'
import {
  type Action,
  type Due,
  type Line,
  NO_DUE_WHY,
  ORIGINS,
  type Origin,
  OUTCOMES,
  type Outcome,
  type Owner,
} from './action.ts'

export type Decided<Value, Refusal> = { readonly ok: Value } | { readonly refused: readonly Refusal[] }
export type DueRefusal = 'due no day' | 'due before today' | 'a day, or why none'
export type OwnerRefusal = 'owner missing'
export type ActionRefusal =
  | 'what is to be done missing'
  | 'intended outcome missing'
  | 'origin unknown'
  | DueRefusal
  | OwnerRefusal
  | WhoMayKnowRefusal

export type TypedDue = { readonly due: string; readonly noDueWhy: string }
export type TypedOwner = { readonly worker: string | null; readonly service: string }
export type TypedAction = TypedDue & {
  readonly owner: TypedOwner
  readonly what: string
  /** What it is meant to change for the child. */
  readonly intended: string
  readonly origin: string
  readonly from: Line | null
  /** null: all but carer and child, to whom it is not released. */
  readonly whoMayKnow: TypedWhoMayKnow | null
}
export type NewAction = {
  /** The line of the decision that it carries out. */
  readonly serves?: string
  readonly due: Due
  readonly owner: Owner
  readonly what: string
  readonly intended: string
  readonly origin: Origin
  readonly from: Line | null
  readonly whoMayKnow: WhoMayKnow
}

function mayBeDue({ due, noDueWhy }: TypedDue, today: IsoDay): Decided<Due, DueRefusal> {
  const day = optionalDay(due, anyDay)
  const none = NO_DUE_WHY.find((one) => one === noDueWhy)
  if ('fault' in day) return { refused: ['due no day'] }
  if (day.day === null) return none === undefined ? { refused: ['a day, or why none'] } : { ok: { none } }
  if (noDueWhy !== '') return { refused: ['a day, or why none'] }
  return day.day < today ? { refused: ['due before today'] } : { ok: { day: day.day } }
}

function mayOwn({ worker, service }: TypedOwner): Decided<Owner, OwnerRefusal> {
  if (worker !== null) return service.trim() === '' ? { ok: { worker } } : { refused: ['owner missing'] }
  return service.trim() === '' ? { refused: ['owner missing'] } : { ok: { service: service.trim() } }
}

export function mayRecordAction(typed: TypedAction, today: IsoDay): Decided<NewAction, ActionRefusal> {
  const origin = ORIGINS.find((one) => one === typed.origin)
  const [due, owner] = [mayBeDue(typed, today), mayOwn(typed.owner)]
  const may = typed.whoMayKnow === null ? { ok: NOT_RELEASED } : mayKnow(typed.whoMayKnow)
  const [what, intended] = [typed.what.trim(), typed.intended.trim()]
  const refused: ActionRefusal[] = []
  if (what === '') refused.push('what is to be done missing')
  if (intended === '') refused.push('intended outcome missing')
  if (origin === undefined) refused.push('origin unknown')
  if ('refused' in due) refused.push(...due.refused)
  if ('refused' in owner) refused.push(...owner.refused)
  if ('refused' in may) refused.push(...may.refused)
  if (origin === undefined || 'refused' in due || 'refused' in owner || 'refused' in may) return { refused }
  if (refused.length > 0) return { refused }
  const { from } = typed
  return { ok: { due: due.ok, owner: owner.ok, what, intended, origin, from, whoMayKnow: may.ok } }
}

export type StepRefusal =
  | 'no such action'
  | { readonly ended: string; readonly by: string; readonly at: string }
  | 'why missing'
  | 'the day is the same'
  | 'the owner is the same'
  | 'taken further already'
  | DueRefusal
  | OwnerRefusal
/** Where an outcome stands already: which, by whom, and when. */
const alreadyEnded = ({ ended }: Pick<Action, 'ended'>): StepRefusal[] =>
  ended === undefined ? [] : [{ ended: ended.outcome, by: ended.by, at: ended.at }]

export function mayCarryOn(
  action: Action,
  typed: TypedDue & { readonly why: string },
  today: IsoDay,
): Decided<{ readonly due: Due; readonly why: string }, StepRefusal> {
  const due = mayBeDue(typed, today)
  const refused: StepRefusal[] = alreadyEnded(action)
  if ('refused' in due) refused.push(...due.refused)
  else if ('day' in due.ok && 'day' in action.due && due.ok.day === action.due.day) refused.push('the day is the same')
  if (typed.why.trim() === '') refused.push('why missing')
  if ('refused' in due || refused.length > 0) return { refused }
  return { ok: { due: due.ok, why: typed.why.trim() } }
}

/** Once: from then on it rises by itself. */
export function mayTakeFurther(
  action: Action,
  typed: { readonly why: string },
): Decided<{ readonly why: string }, StepRefusal> {
  const refused: StepRefusal[] = alreadyEnded(action)
  if (action.steps.some(({ change }) => change.kind === 'taken further')) refused.push('taken further already')
  if (typed.why.trim() === '') refused.push('why missing')
  return refused.length > 0 ? { refused } : { ok: { why: typed.why.trim() } }
}

export function mayChangeOwner(
  action: Action,
  typed: TypedOwner & { readonly why: string },
): Decided<{ readonly owner: Owner; readonly why: string }, StepRefusal> {
  const owner = mayOwn(typed)
  const refused: StepRefusal[] = alreadyEnded(action)
  if ('refused' in owner) refused.push(...owner.refused)
  else if ('worker' in owner.ok && 'worker' in action.owner && owner.ok.worker === action.owner.worker)
    refused.push('the owner is the same')
  if (typed.why.trim() === '') refused.push('why missing')
  if ('refused' in owner || refused.length > 0) return { refused }
  return { ok: { owner: owner.ok, why: typed.why.trim() } }
}

export type OutcomeRefusal =
  | StepRefusal
  | 'outcome unknown'
  | 'outcome no day'
  | 'outcome after today'
  | 'what changed missing'
export type TypedOutcome = { readonly outcome: string; readonly happened: string; readonly said: string }
export type NewOutcome = { readonly outcome: Outcome; readonly happened: IsoDay; readonly said: string }

/** Done says what changed for the child; the others say why. */
export function mayEnd(
  action: Pick<Action, 'ended'>,
  typed: TypedOutcome,
  today: IsoDay,
): Decided<NewOutcome, OutcomeRefusal> {
  const outcome = OUTCOMES.find((one) => one === typed.outcome)
  const happened = happenedDay(typed.happened, today)
  const said = typed.said.trim()
  const refused: OutcomeRefusal[] = alreadyEnded(action)
  if (outcome === undefined) refused.push('outcome unknown')
  if ('fault' in happened) refused.push(happened.fault === 'no day' ? 'outcome no day' : 'outcome after today')
  if (said === '') refused.push(outcome === 'done' ? 'what changed missing' : 'why missing')
  if (outcome === undefined || 'fault' in happened || refused.length > 0) return { refused }
  return { ok: { outcome, happened: happened.day, said } }
}
