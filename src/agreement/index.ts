// Agreement: how far two who graded the same agree beyond chance, and what a share of so many can be, each with its interval.
export { type Kappa, kappaOf, type Weights } from './kappa.ts'
export { apart, type Share, shareOf, shareWords, TOO_FEW } from './wilson.ts'
