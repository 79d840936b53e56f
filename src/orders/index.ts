// Orders and agreements in time: when each power over a child ends, what takes its place, the hearing before it, proceedings and panels.
export { PANEL_OUTCOMES } from './court-words.ts'
export { type CourtFacts, courtsOf, type KnownCourts } from './known-courts.ts'
export { ORDER_BASES, type OrdersKnown, orderDuties } from './order-duties.ts'
export type { PowerHeld } from './power-held.ts'
export { PROCEEDINGS_BASES, type Proceedings, proceedingsDuties, proceedingsEnd } from './proceedings.ts'
export { emergencyPowers, hearingHeld, orderEnds, secureAccommodation } from './rules.ts'
export { PANEL_BASES, panelDuties, type SecurePanel } from './secure-panels.ts'
export { type CourtRecord, courtRecordOf } from './store.ts'
