// On the way to adoption: reviews while a child waits to be placed, the match, and the measures of time.
export {
  ADOPTION_BASES,
  type AdoptionDecided,
  type Match,
  matchDuties,
  type Waiting,
  waitingReviews,
} from './adoption-duties.ts'
export { adoptionThresholds, matchInTime, nationalMatching, placementOrderEnds, waitingReview } from './rules.ts'
