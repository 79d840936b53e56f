// Permanence: where and with whom a child grows up, by which way, with which alternatives, and what it waits for since when.
export {
  adoptionDecidedAfter,
  isOption,
  isWaitsFor,
  NO_PLAN,
  OPTIONS,
  onShortBreaks,
  PERMANENCE_BASES,
  type PermanenceOption,
  type PermanencePlanned,
  permanenceDuties,
  WAITS,
  type WaitsFor,
} from './permanence.ts'
export { type Permanence, type PermanencePlan, permanenceOf, permanenceOfAll, type Waiting } from './store.ts'
