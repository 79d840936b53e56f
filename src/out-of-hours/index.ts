// Out of hours: one page for the night: who the child is, where they are, what must be known, whom to ring.
export { outOfHoursPlaces, outOfHoursRoutes } from './routes.ts'
export { type TonightFacts, tonightOf } from './tonight-store.ts'
