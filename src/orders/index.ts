// Orders and agreements in time: when each power over a child ends, what takes its place, and the hearing before it.
export { ORDER_BASES, type OrdersKnown, orderDuties } from './order-duties.ts'
export type { PowerHeld } from './power-held.ts'
export { emergencyPowers, hearingHeld, orderEnds, secureAccommodation } from './rules.ts'
