// Inspection: what an inspection asks for, made from the record, and whether each child is counted the same everywhere.
export { inspectionPlaces, inspectionRoutes } from './routes.ts'
