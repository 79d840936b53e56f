// Sufficiency: how many will need a home, where places are missing, what is approved and unused, what the next carers would bring; reckoned by night.
export { nightSufficiency, reckonSufficiency } from './jobs.ts'
export { sufficiencyRoutes } from './routes.ts'
