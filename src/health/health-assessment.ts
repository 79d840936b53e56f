// A dated health assessment of the child.
import type { DayNumber } from '#calendar'
import type { Recorded } from '#ledger'

export type Assessor = 'doctor' | 'nurse' | 'midwife' | 'other'

export interface HealthAssessment extends Recorded {
  readonly kind: 'initial' | 'review'
  /** The day the child was seen, or answered. */
  readonly day: DayNumber
  readonly by: Assessor
  /** refused, or agreed to before it takes place: by a child of sufficient understanding (reg 7(4)). */
  readonly outcome: 'seen' | 'refused' | 'agreed'
  /** The day of the written report. */
  readonly report: DayNumber | undefined
}
