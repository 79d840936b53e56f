// Sealing: a record after an adoption order, which nobody finds but the people who are named, each time with a reason.
export { sealingForms, sealingPlaces, sealingRoutes } from './routes.ts'
