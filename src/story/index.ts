// The story of a child: their journey in lanes, what has happened, their voice, numbers and gaps, and the chronology for paper.
export type { ChronologyLine } from './chronology.ts'
export { chronologyRead } from './chronology-store.ts'
export { storyRoutes } from './routes.ts'
