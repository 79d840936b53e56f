// Indicators: what published figures on children looked after mean, of one child's plain facts; and what of them may leave the council.
export { indicators, measured } from './all-indicators.ts'
export type { CarePeriod, ChildYear, LeaverAnswers, Stay, Year, YearAnswers, YesNo } from './child-year.ts'
export { type Definition, figure, type Measured, roundedHalfUp } from './definition.ts'
export { currentPeriod, currentStay, placementsInYear } from './in-care.ts'
export { forOutside, hidden, type Shown } from './outside.ts'
