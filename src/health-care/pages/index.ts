// Pages of getting care: referrals, a yes or no to care, and practices.
import type { Form } from '#forms'
import { consentForms } from './record-consent.tsx'
import { practiceForms } from './record-practice.tsx'
import { referralForms } from './record-referral.tsx'
import { takeFurtherForms } from './take-further.tsx'

export const healthCareForms: readonly Form[] = [
  ...referralForms,
  ...takeFurtherForms,
  ...consentForms,
  ...practiceForms,
]
