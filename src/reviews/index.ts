// Reviews of the child's case.
export {
  PARTICIPATION,
  type Participation,
  REVIEW_CALLS,
  type Review,
  type ReviewCall,
  type ReviewCallKind,
} from './review.ts'
