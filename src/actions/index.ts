// Actions: one list for the whole product of what is to be done for a child, by whom, by when, and what became of it.
export {
  type Action,
  type Due,
  type Ended,
  isDrift,
  isOpen,
  isOverdueOn,
  isOwnedBy,
  NO_DUE_WHY,
  ORIGINS,
  type Origin,
  OUTCOMES,
  type Outcome,
  type Owner,
  openFirstDue,
  overdueOn,
  type Step,
  timesCarried,
} from './action.ts'
export { WhatNext } from './pages/what-next.tsx'
export {
  type ActionVersions,
  actionHistory,
  actionsFrom,
  actionsLeftBehind,
  actionsOf,
  actionsOfOrigin,
  actionsOfOwner,
  openActionsOf,
  risesAfter,
  takenFurther,
} from './read-store.ts'
export {
  type ActionRefusal,
  mayCarryOn,
  mayChangeOwner,
  mayEnd,
  mayRecordAction,
  type NewAction,
  type NewOutcome,
  type OutcomeRefusal,
  type StepRefusal,
  type TypedAction,
  type TypedDue,
  type TypedOutcome,
  type TypedOwner,
} from './record-action.ts'
export { actionRefusalWords } from './refusal-words.ts'
export { ACTION_TIERS, type ActionTier, type Further, furtherOn, RISES_AFTER, type RisesAfter } from './rising.ts'
export {
  carryOn,
  changeOwner,
  correctAction,
  correctOutcome,
  endAction,
  moveActions,
  recordAction,
  retractAction,
  retractOutcome,
  retractStep,
  takeFurther,
} from './store.ts'
export { WHAT_NEXT_LABELS, WHAT_NEXT_ROWS, whatNextOf } from './what-next.ts'
