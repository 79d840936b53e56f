// The child's health: the initial assessment and its reviews.
export type { Assessor, HealthAssessment } from './health-assessment.ts'
export { HEALTH_BASES, type HealthCase, healthDuties } from './health-duties.ts'
export {
  type HealthRefusal,
  healthRefusalWords,
  mayRecordAssessment,
  type NewAssessment,
  type TypedAssessment,
} from './record-assessment.ts'
export { healthReview, initialHealth, type UnderFiveReading } from './rules.ts'
export { assessmentsOf, correctAssessment, recordAssessment, reportCame, retractAssessment } from './store.ts'
export { answerWords, YEAR_QUESTIONS } from './year-answers.ts'
export { questionnaire, teethChecked, YEAR_HEALTH_BASES, type YearAnswer, yearHealthDuties } from './year-health.ts'
