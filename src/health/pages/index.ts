// Pages of the child's health: recording an assessment, and that its report came.
export { healthForms } from './record-assessment.tsx'
