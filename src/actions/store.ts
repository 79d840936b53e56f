// The SQL of writing actions: new ones, steps, outcomes, and moving them when somebody else works with the child.
import type { IsoDay } from '#calendar'
import {
  type Asking,
  correct,
  lockChildren,
  recordFirst,
  retract,
  type Superseded,
  type Written,
  writeParts,
} from '#database'
import { audienceColumns } from '#people'
import { type Action, type Due, isOpen, isOwnedBy, type Owner } from './action.ts'
import { actionsOf } from './read-store.ts'
import {
  type Decided,
  mayCarryOn,
  mayChangeOwner,
  mayEnd,
  mayTakeFurther,
  type NewAction,
  type NewOutcome,
  type OutcomeRefusal,
  type StepRefusal,
  type TypedDue,
  type TypedOutcome,
  type TypedOwner,
} from './record-action.ts'

const dueColumns = (due: Due) => ({
  due: 'day' in due ? due.day : null,
  no_due_why: 'none' in due ? due.none : null,
})
const ownerColumns = (owner: Owner) => ({
  owned_by: 'worker' in owner ? 'worker' : 'another service',
  owner: 'worker' in owner ? owner.worker : null,
})
const serviceOf = (owner: Owner): string => ('service' in owner ? owner.service : '')
const columnsOf = ({ due, owner, origin, from, whoMayKnow }: NewAction) => ({
  ...{ ...dueColumns(due), ...ownerColumns(owner), origin },
  ...{ on_table: from?.table ?? null, on_line: from?.line ?? null },
  ...audienceColumns(whoMayKnow),
})
const wordsOf = ({ what, intended, owner }: NewAction) => writeParts({ what, intended, service: serviceOf(owner) })

export async function recordAction(asking: Asking, child: string, action: NewAction): Promise<Written> {
  const columns = { ...columnsOf(action), serves: action.serves ?? null }
  return await recordFirst(asking, 'kith.action', { child, columns, words: wordsOf(action) })
}
/** As it was first written; steps upon it stand. */
export async function correctAction(asking: Asking, id: string, action: NewAction): Promise<Superseded<'kith.action'>> {
  return await correct(asking, 'kith.action', { id, columns: columnsOf(action), words: wordsOf(action) })
}
export async function retractAction(asking: Asking, id: string, reason: string): Promise<Superseded<'kith.action'>> {
  return await retract(asking, 'kith.action', { id, reason })
}

/** Which action of which child, by its line. */
export type Which = { readonly child: string; readonly action: string }
/** Read while nobody else writes about this child. */
async function standing(asking: Asking, { child, action }: Which): Promise<Action | undefined> {
  await lockChildren(asking, [child])
  return (await actionsOf(asking, child)).find(({ line }) => line === action)
}

/** A new day, with its reason. Twice without an outcome is drift. */
export async function carryOn(
  asking: Asking,
  which: Which,
  { today, ...typed }: TypedDue & { readonly why: string; readonly today: IsoDay },
): Promise<Decided<Written, StepRefusal>> {
  const action = await standing(asking, which)
  if (action === undefined) return { refused: ['no such action'] }
  const may = mayCarryOn(action, typed, today)
  if ('refused' in may) return may
  const columns = { action: action.line, kind: 'carried on', ...dueColumns(may.ok.due) }
  const words = writeParts({ why: may.ok.why })
  return { ok: await recordFirst(asking, 'kith.action_step', { child: which.child, columns, words }) }
}

/** To those above, with the reason; whose it is stays as it is. */
export async function takeFurther(
  asking: Asking,
  which: Which,
  typed: { readonly why: string },
): Promise<Decided<Written, StepRefusal>> {
  const action = await standing(asking, which)
  if (action === undefined) return { refused: ['no such action'] }
  const may = mayTakeFurther(action, typed)
  if ('refused' in may) return may
  const columns = { action: action.line, kind: 'taken further' }
  return {
    ok: await recordFirst(asking, 'kith.action_step', { child: which.child, columns, words: writeParts(may.ok) }),
  }
}

export async function changeOwner(
  asking: Asking,
  which: Which,
  typed: TypedOwner & { readonly why: string },
): Promise<Decided<Written, StepRefusal>> {
  const action = await standing(asking, which)
  if (action === undefined) return { refused: ['no such action'] }
  const may = mayChangeOwner(action, typed)
  if ('refused' in may) return may
  const columns = { action: action.line, kind: 'owner changed', ...ownerColumns(may.ok.owner) }
  const words = writeParts({ why: may.ok.why, service: serviceOf(may.ok.owner) })
  return { ok: await recordFirst(asking, 'kith.action_step', { child: which.child, columns, words }) }
}

/** Somebody else works with the child from now on: every open action of the first becomes the second's. Gives how many. */
export async function moveActions(
  asking: Asking,
  child: string,
  { from, to, why }: { readonly from: string; readonly to: string; readonly why: string },
): Promise<Decided<number, StepRefusal>> {
  await lockChildren(asking, [child])
  const open = (await actionsOf(asking, child)).filter((action) => isOpen(action) && isOwnedBy(action, from))
  for (const { line } of open) {
    const moved = await changeOwner(asking, { child, action: line }, { worker: to, service: '', why })
    if ('refused' in moved) return moved
  }
  return { ok: open.length }
}

/** Done, not done, or no longer needed. One outcome stands; whoever comes second is told by whom and when. */
export async function endAction(
  asking: Asking,
  which: Which,
  { today, ...typed }: TypedOutcome & { readonly today: IsoDay },
): Promise<Decided<Written, OutcomeRefusal>> {
  const action = await standing(asking, which)
  if (action === undefined) return { refused: ['no such action'] }
  const may = mayEnd(action, typed, today)
  if ('refused' in may) return may
  const { outcome, happened, said } = may.ok
  const columns = { action: action.line, outcome, happened }
  return { ok: await recordFirst(asking, 'kith.action_outcome', { child: which.child, columns, words: said }) }
}
export async function correctOutcome(
  asking: Asking,
  id: string,
  { said, ...columns }: NewOutcome,
): Promise<Superseded<'kith.action_outcome'>> {
  return await correct(asking, 'kith.action_outcome', { id, columns, words: said })
}
/** It was not so: the action is open again. */
export async function retractOutcome(
  asking: Asking,
  id: string,
  reason: string,
): Promise<Superseded<'kith.action_outcome'>> {
  return await retract(asking, 'kith.action_outcome', { id, reason })
}
export async function retractStep(asking: Asking, id: string, reason: string): Promise<Superseded<'kith.action_step'>> {
  return await retract(asking, 'kith.action_step', { id, reason })
}
