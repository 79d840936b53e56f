// The ledger of duties: what a duty is, which states it takes on a day, and how it is put into words.
export { type Basis, type BasisText, basis, type Count } from './basis.ts'
export {
  type Coverage,
  type Covered,
  coveredBy,
  coveredThrough,
  EVENT_KINDS,
  EVER,
  type EventKind,
  type Span,
} from './coverage.ts'
export { CLOSINGS, type Closing, type Duty, MISSING_FACTS, type MissingFact, type Standing } from './duty.ts'
export { type DutyLine, dutyLine } from './duty-line.ts'
export { type DutyRow, dutyOfRow, dutyRow } from './duty-row.ts'
export type { Recorded } from './recorded.ts'
export { type Scope, scopeOf } from './scope.ts'
export { isInForceOn, londonDayNumber, type Raised, raisedBy, settle, wasShownLate } from './settle.ts'
export { DUE_SOON_DAYS, isStillOwed, missingOn, STATES, type State, stateOn } from './state.ts'
export { daysMadeFor, replaceDuties, type StoredDuty, storedDuties } from './store.ts'
export { countedWords, dutyTitle, dutyWords, intervalWords, missingWords, type Reading, stateWords } from './wording.ts'
