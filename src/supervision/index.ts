// Supervision: what a manager and a worker think, decide and promise for each child, held to what the record knows.
export {
  decisionsAfter,
  decisionsClosed,
  type ManagersDecision,
  managersDecisions,
  notYetAgreed,
} from './decided-store.ts'
export {
  caseloads,
  type EntryRow,
  entryRows,
  withWords,
} from './entries-store.ts'
export { childDue, type DecisionOwed, isLateOn, owing, signBy } from './frequency.ts'
export { sessionsOf } from './staff-store.ts'
