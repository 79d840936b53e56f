// Pages of the child's education: the plan, and the school; and of the council's: its schools and their terms.
export { planForms } from './record-plan.tsx'
export { schoolForms } from './record-school.tsx'
export { schoolsForms, schoolsPlaces, schoolsRoutes } from './schools.tsx'
