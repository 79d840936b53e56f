// Pages of reviewing: the forms of midpoint checks, alerts, disputes and what follows a review; and where they are read.
import type { Form } from '#forms'
import { afterReviewForms } from './after-review-forms.tsx'
import { alertForms } from './alert-forms.tsx'
import { disputeRecordForms } from './dispute-forms.tsx'
import { disputeStepForms } from './dispute-steps.tsx'
import { midpointForms } from './midpoint-forms.tsx'
import { reviewRecordForms } from './review-record-form.tsx'
import { tellingForms } from './telling-forms.tsx'

export const reviewingForms: readonly Form[] = [
  ...midpointForms,
  ...alertForms,
  ...disputeRecordForms,
  ...disputeStepForms,
  ...tellingForms,
  ...afterReviewForms,
  ...reviewRecordForms,
]
