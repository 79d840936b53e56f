// Organisations beside the council, each with an agreement: who works there, what for and until when; kept by administrators.
export { lastDayOf, PURPOSES, purposesIn } from './organisation.ts'
export { organisationForms } from './pages/organisation-forms.tsx'
export { theirWorkerForms } from './pages/worker-forms.tsx'
export { organisationPlaces, organisationRoutes } from './routes.ts'
export { accountsOutside, type Employer, employersOf, type OrganisationHere, organisationsHere } from './store.ts'
