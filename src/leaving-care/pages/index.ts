// Pages of leaving care: what is known each year of young people who left our care, for the return.
export { careLeaverForms } from './care-leaver-answers.tsx'
