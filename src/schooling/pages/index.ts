// Pages of schooling: attendance, exclusions, finding a school, and pupil premium plus.
import type { Form } from '#forms'
import { attendanceForms } from './record-attendance.tsx'
import { exclusionForms } from './record-exclusion.tsx'
import { findingForms } from './record-finding.tsx'
import { premiumForms } from './record-premium.tsx'

export const schoolingForms: readonly Form[] = [...attendanceForms, ...exclusionForms, ...findingForms, ...premiumForms]
