// Sight: who looked at a child's record and why, and opening a closed one in an emergency.
export { recordedThing } from './log-words.ts'
export { glassBanner } from './pages/break-glass.tsx'
export { sightForms, sightPlaces, sightRoutes } from './routes.ts'
