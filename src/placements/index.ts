// Periods of care, legal statuses and placements of record.
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
