// Reviews of the child's case: when each is owed, and what calls for one before its time.
export { adjournedDuties, adjournedReview, unsafeFinding } from './adjourned-review.ts'
export { adoptionReview } from './adoption-review.ts'
export { ADOPTION, ALL_REVIEW_BASES, ORDINARY, SHORT_BREAKS } from './bases.ts'
export { earlyReview } from './early-review.ts'
export {
  mayCallReview,
  mayRecordReview,
  type NewCall,
  type NewReview,
  type ReviewRefusal,
  type ReviewSetting,
  reviewRefusalWords,
  type TypedCall,
  type TypedReview,
} from './record-review.ts'
export {
  PARTICIPATION,
  type Participation,
  REVIEW_CALLS,
  type Review,
  type ReviewCall,
  type ReviewCallKind,
} from './review.ts'
export { earlyReviewDuties, type ReviewLeg, reviewDuties } from './review-duties.ts'
export { callReview, correctReview, recordReview, retractReview, reviewCallsOf, reviewsOf } from './store.ts'
export { firstReview, laterReview, secondReview } from './timing.ts'
