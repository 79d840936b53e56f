// Indicators: what published figures on children looked after mean, of one child's plain facts; and what of them may leave the council.
export {
  type Change,
  changesOf,
  indicators,
  measured,
  measuredOfWorkers,
  measuringRecord,
  notGiven,
  recordIndicators,
  sourceOf,
  versionOf,
  workerIndicators,
} from './all-indicators.ts'
export type {
  AllInYear,
  AtSchool,
  AuditInYear,
  BackAgain,
  CarePeriod,
  ChildYear,
  DutyInYear,
  LeaverAnswers,
  Practice,
  Stay,
  Year,
  YearAnswers,
  YesNo,
} from './child-year.ts'
export { type Definition, figure, type Measured, type Reading, roundedHalfUp } from './definition.ts'
export { currentPeriod, currentStay, placementsInYear } from './in-care.ts'
export type { WorkerYear } from './learning-and-workers.ts'
export { forOutside, hidden, type Shown } from './outside.ts'
export { hiddenCounts } from './suppression.ts'
