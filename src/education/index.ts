// The child's education: personal education plans and terms.
export type { Pep, Term } from './pep.ts'
export { PEP_BASES, type PepCase, type PlacedFirst, pepDuties } from './pep-duties.ts'
export { joinHalfTerms, pepBegun, pepEachTerm, pepForReview } from './rules.ts'
