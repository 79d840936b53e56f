// Health assessments of an invented child, as they are typed on 23 November 2026.
import { day } from '#calendar'
import type { TypedAssessment } from './record-assessment.ts'

export const TODAY = day('2026-11-23')
export const INITIAL: TypedAssessment = {
  kind: 'initial',
  happened: '2025-03-28',
  by: 'doctor',
  outcome: 'seen',
  reported: '2025-04-04',
  mode: 'in person',
}
export const SAID_NO: TypedAssessment = {
  kind: 'review',
  happened: '2026-03-20',
  by: 'nurse',
  outcome: 'refused',
  reported: '',
  mode: '',
}
