// Care planning in time: the care plan, the reviewing officer, and what has to be done around each review.
export { CARE_PLANNING_BASES, DAYS_AFTER_REVIEW, DAYS_TO_NAME, DETENTION_PLAN } from './bases.ts'
export { type AfterReviews, afterReviewDuties, DECISION_BASES } from './decision-duties.ts'
export { managerAnswers, visitorConsidered } from './decision-rules.ts'
export { DELEGATED_BASES, type DelegatedOn, delegated, delegatedDuty } from './delegated.ts'
export { COPY_BASES, type CopyOf, copyDuties, planCopied } from './plan-copies.ts'
export {
  isFirstKnown,
  type PartWritten,
  type PlanApproved,
  type PlanCase,
  planDuties,
  type ReviewHeld,
} from './plan-duties.ts'
export { aroundReview, carePlan, detentionPlan, healthPlan, permanence } from './plan-rules.ts'
export { REACH_BASES, reachUs, reachUsDuty, type ToldHowToReach } from './reach-us.ts'
export {
  type AroundReviews,
  aloneDuties,
  aroundReviewDuties,
  type EntryTold,
  entryDuties,
  type ReviewerCase,
  type ReviewerOf,
  reviewerDuties,
} from './review-duties.ts'
export {
  DAYS_TO_WRITE,
  REVIEW_RECORD_BASES,
  type ReviewRecorded,
  recordDuties,
  reviewRecorded,
} from './review-record.ts'
export { decisionsInWriting, healthTold, reviewerSpeaks, reviewingOfficerNamed, spokenAlone } from './review-rules.ts'
