// Leaving care: who is eligible, relevant or former relevant; what is owed to them; and what is known of them each year, in its pages.

export { DOES, IN_TOUCH, LIVES } from './care-leaver-words-data.ts'
export { accommodationReview, adviser, adviserVisits, inTouch } from './contact-rules.ts'
export { type CareDays, eligibleChild, turningEighteen } from './eligible.ts'
export { type KnownLeaver, type LeaverFacts, leavingCareOf, NO_LEAVER } from './known-leaver.ts'
export { LEAVER_BASES, WEEKS_OF_TOUCH } from './leaver-bases.ts'
export { leaverDuties } from './leaver-duties.ts'
export { CAME_OF_IT, HOW, HOW_IT_ENDED, LIVES_WITH, STAYING_PUT, triedSince, WHO_ASKS } from './leaver-words.ts'
export { consideredDuties, planConsidered } from './pathway-considered.ts'
export { DAYS_TO_PLAN, pathwayPlanInDays } from './plan-in-days.ts'
export {
  needsAssessed,
  pathwayPlan,
  planReviewed,
  relevantAssessed,
  stayingPut,
  supportOffered,
} from './plan-rules.ts'
export { type LeaverKind, type LeaverStatus, leaverDays, leaverStatus, STATUS_WORDS } from './status.ts'
export { careDaysOf, type LeaverRecord, leaverRecordOf } from './store.ts'
