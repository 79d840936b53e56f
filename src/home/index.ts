// Homes: the first page of each person, by the part in which they stand: what to do next, what waits, what children said.
export { type Deciding, Decisions, decidingOf } from './pages/waiting.tsx'
export { homePlace, homeRoutes, reviewsPlace } from './routes.ts'
