// An invented council: who is in care, where and how, the same from the same seed, as like the published figures as numbers can be.
export { type Figures, type InventedChild, type InventedCouncil, inventCouncil } from './council.ts'
export { figuresOf } from './figures.ts'
export {
  CARER_FAMILIES,
  CARERS_F,
  CARERS_M,
  ELDERS,
  FATHERS,
  type Heritage,
  MOTHERS,
  NAMES,
} from './given-names-data.ts'
export type { Home } from './homes.ts'
export { inventedEntries, isInside, milesBetween } from './places.ts'
export { TARGETS } from './published-data.ts'
export { type Staff, staffFor, type Turn } from './workers.ts'
