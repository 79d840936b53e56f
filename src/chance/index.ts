// Chance: numbers that are the same every time from the same seed, and shares as whole numbers.
export { type Chance, chanceFrom } from './chance.ts'
export { dealt, givingOut, quotasOf } from './quotas.ts'
