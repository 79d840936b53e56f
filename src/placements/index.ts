// Periods of care, legal statuses and placements of record, and the rules of placement plans, short breaks and distance.
export { PROVIDERS, WHY_CARE_ENDED } from './care-codes-data.ts'
export type { Began, Birth, CarePeriod } from './care-period.ts'
export {
  distanceOf,
  distancesOf,
  type KnownDistance,
  type MeasuredCount,
  measureCouncil,
  measurePlacements,
  placesAsked,
} from './distance-store.ts'
export {
  isLegalStatusCode,
  LEGAL_STATUSES,
  type LegalStatus,
  type LegalStatusCode,
  type Order,
  statusSeries,
} from './legal-status.ts'
export { isPlaceCode, PLACE_CODES, type PlaceCode, type PlaceGroup, placeGroup } from './place-codes.ts'
export {
  type AgreedWeeks,
  type Dated,
  groupedByCarers,
  isInForce,
  type Placement,
  type PlacementPlan,
} from './placement.ts'
export {
  appropriatePerson,
  type NewPlanOfHome,
  PLAN_BASES,
  placementPlan,
  placementPlanDue,
  SIGNERS,
  type Signer,
} from './placement-plan.ts'
export {
  breakDays,
  MOST_DAYS_AT_A_TIME,
  MOST_DAYS_IN_A_YEAR,
  seventhDayPlaced,
  shortBreaks,
} from './short-breaks.ts'
export {
  type CareRefusal,
  careRefusalWords,
  type Decided,
  isEndReason,
  isLegalBasisKind,
  LEGAL_BASES,
  type LegalBasisKind,
  mayDecide,
  mayEnd,
  mayMove,
  mayPlace,
  mayRecordBasis,
  mayStartPeriod,
  type NewDecision,
  type NewPlacement,
  type PlacementDecisionKind,
  type Span,
  type TypedBasis,
  type TypedDecision,
  type TypedPlacement,
} from './starts-and-ends.ts'
export {
  addressesOf,
  correctAddress,
  correctPlanOfHome,
  endBasis,
  endPeriod,
  endPlacement,
  legalStatusesOf,
  limitAddress,
  moveChild,
  type Placing,
  type PlacingDetail,
  periodsOf,
  placementsOf,
  recordAddress,
  recordBasis,
  recordNight,
  recordPlacementDecision,
  recordPlanOfHome,
  type StandingPeriod,
  type StandingPlacement,
  signPlanOfHome,
  sleepsTonight,
  startPeriod,
  startPlacement,
  type Tonight,
} from './store.ts'
export { twentyMiles } from './twenty-miles.ts'
export {
  type AddressRefusal,
  addressRefusalWords,
  mayRecordAddress,
  mayRecordNight,
  type NewAddress,
  NIGHT_KINDS,
  type NightKind,
  type NightRefusal,
  nightRefusalWords,
  type TypedAddress,
} from './whereabouts-of.ts'
