// The overview: every child with what is next.
export { overviewPlaces, overviewRoutes } from './routes.ts'
