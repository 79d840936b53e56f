// Pages of the child's health: recording an assessment, and that its report came; and what the return asks of a year.
import type { Form } from '#forms'
import { assessmentForms } from './record-assessment.tsx'
import { yearAnswerForms } from './record-year-answers.tsx'

export const healthForms: readonly Form[] = [...assessmentForms, ...yearAnswerForms]
