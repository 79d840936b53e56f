// The child's education: personal education plans and terms.
export type { Pep, Term } from './pep.ts'
