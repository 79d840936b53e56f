// Getting care: referrals and what they wait for, consent and refusal by understanding, and practices.
export {
  ABOUT,
  BY_WHOM,
  CONSENT_ANSWERS,
  isAssessment,
  mayRecordConsent,
  stopsAssessment,
  type TypedConsent,
  UNDERSTANDS,
} from './consent.ts'
export { STEP_ANSWERS, waitsForAnswer } from './further.ts'
export {
  doctorAndDentist,
  type HealthCareRows,
  mayRegister,
  PRACTICES,
  type Practice,
  practicesOf,
  REGISTRATION_BASES,
  registeredDuty,
  type TypedPractice,
} from './practice.ts'
export {
  ANSWERS,
  ASKED_BY,
  ASKED_FOR,
  ESCALATED_TO,
  MODES,
  mayRecordReferral,
  OUTCOMES,
  PAID_BY,
  SEEN_BY,
  type TypedReferral,
  WAITS_FOR,
} from './referral.ts'
export { consents, type HealthCare, healthCareOf, practices, referrals } from './store.ts'
