// The clock: every child's facts from the record to the rules, and their duties into the ledger.
export { dutiesAhead } from './ahead-store.ts'
export { reckonBirth } from './birth-store.ts'
export { choicesKnown, choicesRecorded, type NewChoice, type RecordedChoice, recordChoice } from './choices-store.ts'
export { type ClockCommandDeps, clockCommands } from './commands.ts'
export { nightlyRefresh } from './jobs.ts'
export { factsKnown, ledgerRefresher, refreshLedger } from './store.ts'
export {
  compareLedger,
  type LedgerComparison,
  type LedgerDifference,
  rebuildLedger,
  type Upkeep,
} from './upkeep-store.ts'
