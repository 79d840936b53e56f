// Periods of care, legal statuses and placements of record, and the rules of placement plans, short breaks and distance.
export type { Began, Birth, CarePeriod } from './care-period.ts'
export {
  isLegalStatusCode,
  LEGAL_STATUSES,
  type LegalStatus,
  type LegalStatusCode,
  type Order,
  statusSeries,
} from './legal-status.ts'
export { isPlaceCode, PLACE_CODES, type PlaceCode, type PlaceGroup, placeGroup } from './place-codes.ts'
export type { Dated, Placement, PlacementPlan } from './placement.ts'
export { PLAN_BASES, placementPlan, placementPlanDue } from './placement-plan.ts'
export { seventhDayPlaced, shortBreaks } from './short-breaks.ts'
export { twentyMiles } from './twenty-miles.ts'
