// Writing: what workers write of a child besides visits: notes, views and what followed from them, and the list of all of it.
export type { Attached, AttachedTo } from './pages/show-entry.tsx'
export { type NotSpoken, notSpokenOf } from './reason-store.ts'
export { type WritingDeps, writingForms, writingRoutes } from './routes.ts'
