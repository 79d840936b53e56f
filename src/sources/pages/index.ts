// The pages of sources: other systems, where things are recorded, and what nightly files did.
export { otherSystemsForms, otherSystemsPlaces, otherSystemsRoutes } from '../routes.ts'
export { MissingFiles } from './other-systems.tsx'
