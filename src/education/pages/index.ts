// Pages of the child's education: the plan, and the school.
export { planForms } from './record-plan.tsx'
export { schoolForms } from './record-school.tsx'
