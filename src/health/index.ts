// The child's health: the initial assessment and its reviews.
export type { Assessor, HealthAssessment } from './health-assessment.ts'
export { HEALTH_BASES, type HealthCase, healthDuties } from './health-duties.ts'
export { healthReview, initialHealth, type UnderFiveReading } from './rules.ts'
