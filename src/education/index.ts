// The child's education: personal education plans and terms.

export type { Pep, Term } from './pep.ts'
export { PEP_BASES, type PepCase, type PlacedFirst, pepDuties } from './pep-duties.ts'
export {
  type EducationRefusal,
  educationRefusalWords,
  mayGoToSchool,
  mayRecordPlan,
  mayRecordTerm,
  type NewPlan,
  type NewSchoolPlace,
  type NewTerm,
  RATERS,
  type School,
  type StandingTerm,
  TERMS,
  type TypedPlan,
  type TypedTerm,
} from './record-education.ts'
export { joinHalfTerms, pepBegun, pepEachTerm, pepForReview } from './rules.ts'
export {
  correctPlan,
  goToSchool,
  leaveSchool,
  makeSchool,
  plansOf,
  recordPlan,
  recordTerm,
  schoolPlacesOf,
  schoolsKnown,
  schoolTermsKnown,
  termsOf,
} from './store.ts'
