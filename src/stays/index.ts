// Stays: a place that is kept or reserved for a child, and shared care or short breaks as they are planned ahead.
export {
  HELD,
  HELD_OUTCOMES,
  mayHold,
  mayPlanStays,
  PATTERNS,
  patternWords,
  staysBetween,
  stayWords,
  UNITS,
  yearAhead,
} from './stay.ts'
export { endHolds, heldPlaces, openHolds, patterns, type Stays, staysOf } from './store.ts'
