// What a reviewing officer does between reviews: midpoint checks, alerts, and disputes that rise until the child's life has changed.
export {
  DAYS_INFORMAL,
  DAYS_OF_TIER,
  type Disputed,
  type DisputeEvent,
  formalSince,
  isTier,
  type Step,
  stepsOf,
  TIER_DAYS,
  TIERS,
  type Tier,
  type TierDays,
  wholeBy,
} from './dispute.ts'
export { type DisputeKnown, disputeDuties, REVIEWING_BASES } from './dispute-duties.ts'
export type { DisputeRows } from './dispute-parts-store.ts'
export { disputesOf, type ReviewingRows } from './dispute-rows.ts'
export { disputeEvents } from './events-store.ts'
export { CONTACT, LOOKED_AT, midpointOf, PROGRESS, TRACK } from './midpoint.ts'
export { cafcass, caseload, disputeSettled, informalAnswered, MOST_PER_POST } from './rules.ts'
export {
  type Alert,
  alertsOf,
  disputesClosed,
  disputesOpen,
  disputesOver,
  disputesStanding,
  disputesToTell,
  type HeldReview,
  type MidpointCheck,
  midpointsOf,
  type OpenDispute,
  reviewsHeld,
  type StandingDispute,
  type ToTell,
  tierDays,
} from './store.ts'
export { NOT_TOLD_YET, type OwedTelling, owedTelling, TELLING_ABOUT, TELLING_HOW } from './telling.ts'
export {
  ALERT_ABOUT,
  ALERT_KINDS,
  ALERT_OUTCOMES,
  ANSWERS,
  CHILD_TOLD,
  DISPUTE_ABOUT,
  DISPUTE_OUTCOMES,
  REFERRALS,
  TIER_WORDS,
  wordsOf,
} from './words.ts'
