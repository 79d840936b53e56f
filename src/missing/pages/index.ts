// Pages of times missing: the form of the steps while one goes on.
export { missingStepForms } from './missing-step.tsx'
