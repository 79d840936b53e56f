// How a home was chosen, what was seen to before a child moved in, and what was decided about it: the record, and its rules.
export {
  CONDITION_WORDS,
  DECISION_KINDS,
  PARENT_OUTCOMES,
  PREFERENCE_NAMES,
  PREFERENCES,
} from './decision-words.ts'
export { emergencySteps, parentAssessed } from './emergencies.ts'
export { type ExamCase, examDuties, examYears, type SchoolLeft } from './exam-years.ts'
export {
  FAR_ANSWERS,
  FAR_HEALTH,
  FAR_PARTS,
  FAR_REASONS,
  FAR_WISHES,
  type FarAnswer,
  type FarWish,
  isDistanceReason,
  WOULD_HELP,
} from './far-words.ts'
export { type Approved, type HomeCase, type HomeFacts, NO_HOME_FACTS } from './home-case.ts'
export { abroad, beforeOther } from './home-checks.ts'
export { homePreferred } from './home-choice.ts'
export { HOME_DECISION_BASES, homeDecisionDuties } from './home-duties.ts'
export { homeFactsOf, type KnownDecisions, type KnownHomes } from './known-homes.ts'
export { areConditionsMet, CONDITIONS, longTermConditions, officerTold } from './long-term.ts'
export { type HomeRecord, homeRecordOf, parentAssessmentsOf } from './store.ts'
