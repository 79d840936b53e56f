// What an action is, and its state as the steps and outcomes upon it say: open, overdue, carried on, drifting. Pure.
import type { IsoDay } from '#calendar'

export const ORIGINS = [
  'review',
  'supervision',
  'visit',
  'plan',
  'audit',
  'missing',
  'decision',
  'view',
  'note',
  'health',
  'learning',
  'other',
] as const
export type Origin = (typeof ORIGINS)[number]
export const NO_DUE_WHY = ['waits for something else', 'goes on all the time', 'the day is not known yet'] as const
export type NoDueWhy = (typeof NO_DUE_WHY)[number]
export const OUTCOMES = ['done', 'not done', 'no longer needed'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Until when; or why no day is set. */
export type Due = { readonly day: IsoDay } | { readonly none: NoDueWhy }
/** Whose it is: a worker, or another service by its name. */
export type Owner = { readonly worker: string } | { readonly service: string }
/** The line from which it came. */
export type Line = { readonly table: string; readonly line: string }

export type Hand = { readonly by: string; readonly at: string }
/** In the order in which they were taken. */
export type Step = Hand & {
  readonly id: string
  readonly line: string
  readonly change:
    | { readonly kind: 'carried on'; readonly due: Due }
    | { readonly kind: 'owner changed'; readonly owner: Owner }
    | { readonly kind: 'taken further' }
  readonly why: string | undefined
}
export type Ended = Hand & {
  readonly id: string
  readonly line: string
  readonly outcome: string
  readonly happened: string
  /** What changed for the child; or why not. */
  readonly said: string | undefined
}
export type Action = {
  readonly id: string
  readonly line: string
  readonly child: string
  readonly origin: string
  readonly from: Line | null
  /** The line of the decision that it carries out; null: nobody said. */
  readonly serves: string | null
  /** undefined: taken out of sight. */
  readonly what: string | undefined
  /** What it is meant to change for the child. */
  readonly intended: string | undefined
  /** As they are now, after every step. */
  readonly owner: Owner
  readonly due: Due
  /** As it was first promised, before any step. */
  readonly firstDue: Due
  readonly steps: readonly Step[]
  readonly ended: Ended | undefined
  readonly wrote: Hand
}

export function afterSteps(
  first: { readonly owner: Owner; readonly due: Due },
  steps: readonly Step[],
): { readonly owner: Owner; readonly due: Due } {
  let { owner, due } = first
  for (const { change } of steps) {
    if (change.kind === 'carried on') due = change.due
    else if (change.kind === 'owner changed') owner = change.owner
  }
  return { owner, due }
}

export const isOpen = ({ ended }: Pick<Action, 'ended'>): boolean => ended === undefined
/** Not a duty of law: what somebody said they would have done by then. */
export const isOverdueOn = ({ ended, due }: Pick<Action, 'ended' | 'due'>, on: IsoDay): boolean =>
  ended === undefined && 'day' in due && due.day < on
export const timesCarried = ({ steps }: Pick<Action, 'steps'>): number =>
  steps.filter(({ change }) => change.kind === 'carried on').length
/** Carried twice without an outcome. */
export const isDrift = (action: Pick<Action, 'steps' | 'ended'>): boolean =>
  action.ended === undefined && timesCarried(action) >= 2

const dueKey = ({ due }: Pick<Action, 'due'>): string => ('day' in due ? due.day : 'no day')
/** What is open, the earliest due first, those without a day last. */
export const openFirstDue = (actions: readonly Action[]): readonly Action[] =>
  actions.filter(isOpen).sort((a, b) => (`${dueKey(a)} ${a.line}` < `${dueKey(b)} ${b.line}` ? -1 : 1))
export const overdueOn = (actions: readonly Action[], on: IsoDay): readonly Action[] =>
  openFirstDue(actions).filter((action) => isOverdueOn(action, on))
export const isOwnedBy = ({ owner }: Pick<Action, 'owner'>, worker: string): boolean =>
  'worker' in owner && owner.worker === worker
