// The child's health: assessments and their reviews.
export type { Assessor, HealthAssessment } from './health-assessment.ts'
