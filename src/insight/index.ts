// Insight: what leaders see of the whole council: what has really changed, the work, what is not known, and the children behind every number.
export { insightForms } from './pages/baseline.tsx'
export type { DecisionsCard } from './pages/insight.tsx'
export { insightPlaces, insightRoutes } from './routes.ts'
