// The overview: every child with what is next, and one child with every duty and its reason.
export { overviewPlaces, overviewRoutes } from './routes.ts'
