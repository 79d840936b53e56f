// Fair matching: whether what must not count does not, whether the same homes stand first for all, and who waits longer or lives further.
export { type Concentration, concentration } from './concentration.ts'
export { differences, FEW, FEWEST, type GroupTold, type PlacedChild } from './differences.ts'
export { type Lister, listerOf, type Swapped, swapTest } from './swap.ts'
