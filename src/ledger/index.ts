// The ledger of duties: what a duty is, which states it takes on a day, and how it is put into words.
export {
  type Coverage,
  type Covered,
  coveredBy,
  coveredThrough,
  EVENT_KINDS,
  type EventKind,
  type Span,
} from './coverage.ts'
export {
  type Basis,
  CLOSINGS,
  type Closing,
  type Count,
  type Duty,
  MISSING_FACTS,
  type MissingFact,
  type Standing,
} from './duty.ts'
export type { Recorded } from './recorded.ts'
