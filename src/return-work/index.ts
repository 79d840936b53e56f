// The return as work: what is wrong for each worker, what changed, who signed, the files and the figures, in the browser.
export { type Beside, checkWhole } from './check-store.ts'
export { returnCheck } from './jobs.ts'
export { MEND_FORMS, mendingPages } from './mend-paths.ts'
export type { ReturnDeps } from './pages/parts.tsx'
export { returnForms, returnPlaces, returnRoutes } from './routes.ts'
