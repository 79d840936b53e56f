// Pages of retention: how long a record is kept, legal holds, destruction by two people, and what comes due.
export { retentionForms, retentionPlaces, retentionRoutes } from '../routes.ts'
