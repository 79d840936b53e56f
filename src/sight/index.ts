// Sight: who looked at a child's record and why, and opening a closed one in an emergency.
export { glassBanner } from './pages/break-glass.tsx'
export { sightForms, sightPlaces, sightRoutes } from './routes.ts'
