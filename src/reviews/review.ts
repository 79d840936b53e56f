// A review of the child's case, and the events that call for one before its time.
import type { DayNumber } from '#calendar'
import type { Recorded } from '#ledger'

export const PARTICIPATION = {
  PN0: 'under 4',
  PN1: 'was there and spoke',
  PN2: 'was there, an advocate spoke',
  PN3: 'was there and used symbols',
  PN4: 'was there, said nothing',
  PN5: 'was not there, had briefed an advocate',
  PN6: 'was not there, sent views another way',
  PN7: 'was not there, no views sent',
} as const
export type Participation = keyof typeof PARTICIPATION

export interface Review extends Recorded {
  readonly held: DayNumber
  readonly participation: Participation | undefined
  /** True: this meeting was adjourned, so it did not complete the review. */
  readonly adjourned: boolean
  /** The pathway plan was considered. */
  readonly pathway: boolean
}

export const REVIEW_CALLS = {
  placementEnding: 'the placement is to end',
  placingWithParent: 'the child is to be placed with a parent',
  careplanChange: 'a significant change to the care plan is proposed',
  otherArrangements: 'a move to other arrangements is proposed',
  accommodationEnding: 'accommodation is about to end',
  reviewingOfficerAsks: 'the reviewing officer asks for it',
  visitFinding: 'a visit found that it is needed',
  childAsks: 'the child asks for it',
} as const
export type ReviewCallKind = keyof typeof REVIEW_CALLS

export interface ReviewCall extends Recorded {
  readonly kind: ReviewCallKind
  readonly called: DayNumber
  /** The event that the review must come before; undefined: none, so no number of days. */
  readonly before: DayNumber | undefined
  /** The child asks: the reviewing officer considers it justified. True for all other calls. */
  readonly justified: boolean
}
