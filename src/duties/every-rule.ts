// Every rule that the clock knows, and every basis by its id, so that a ledger row finds its words again.

import { ADOPTION_BASES, adoptionThresholds, matchInTime, placementOrderEnds, waitingReview } from '#adoption'
import {
  APPROVAL_BASES,
  ceasing,
  extendedApproval,
  HOME_BASES,
  outOfArea,
  registeredAccommodation,
  temporaryApproval,
  underSixteenOnlyListed,
  withParent,
} from '#approvals'
import {
  aroundReview,
  CARE_PLANNING_BASES,
  carePlan,
  DECISION_BASES,
  decisionsInWriting,
  detentionPlan,
  healthPlan,
  healthTold,
  managerAnswers,
  permanence,
  reviewerSpeaks,
  reviewingOfficerNamed,
  sameClocks,
  spokenAlone,
  visitorConsidered,
} from '#care-planning'
import { PEP_BASES, pepBegun, pepEachTerm, pepForReview } from '#education'
import { HEALTH_BASES, healthReview, initialHealth, questionnaire, teethChecked, YEAR_HEALTH_BASES } from '#health'
import { COUNTING_RULES, type ExampleRun, type RuleText } from '#law'
import { eligibleChild, turningEighteen } from '#leaving-care'
import type { Basis } from '#ledger'
import { INTERVIEW_BASES, returnInterview, whatAnAbsenceIs } from '#missing'
import { emergencyPowers, hearingHeld, ORDER_BASES, orderEnds, secureAccommodation } from '#orders'
import { approvalTrail, relaxations, virtualVisits } from '#pandemic'
import { adoptionDecidedAfter, PERMANENCE_BASES } from '#permanence'
import { PLAN_BASES, placementPlan, shortBreaks, twentyMiles } from '#placements'
import { adoptionRecordKept, careLeaverRecordKept, caseRecordKept } from '#retention'
import { cafcass, caseload, disputeSettled, informalAnswered, REVIEWING_BASES } from '#reviewing'
import {
  ALL_REVIEW_BASES,
  adjournedReview,
  adoptionReview,
  earlyReview,
  firstReview,
  laterReview,
  secondReview,
  unsafeFinding,
} from '#reviews'
import {
  ALL_VISIT_BASES,
  adoptionVisit,
  afterFirstYear,
  anotherResponsible,
  careOrderWithParent,
  firstYear,
  governingVisitRule,
  immediateWithParent,
  longTermFoster,
  temporaryOrInterim,
  visitAskedFor,
  weekOfPlacement,
} from '#visits'

/** A rule as the rulebook shows it: its text, and its examples to be run. */
export interface ListedRule extends RuleText {
  readonly runExamples: () => readonly ExampleRun[]
}

export const EVERY_RULE: readonly ListedRule[] = [
  carePlan,
  permanence,
  placementPlan,
  reviewingOfficerNamed,
  firstReview,
  secondReview,
  laterReview,
  earlyReview,
  adjournedReview,
  decisionsInWriting,
  managerAnswers,
  visitorConsidered,
  disputeSettled,
  informalAnswered,
  cafcass,
  caseload,
  aroundReview,
  reviewerSpeaks,
  weekOfPlacement,
  firstYear,
  afterFirstYear,
  longTermFoster,
  immediateWithParent,
  temporaryOrInterim,
  careOrderWithParent,
  anotherResponsible,
  visitAskedFor,
  spokenAlone,
  unsafeFinding,
  shortBreaks,
  detentionPlan,
  ceasing,
  emergencyPowers,
  orderEnds,
  hearingHeld,
  outOfArea,
  withParent,
  temporaryApproval,
  extendedApproval,
  underSixteenOnlyListed,
  registeredAccommodation,
  twentyMiles,
  secureAccommodation,
  initialHealth,
  healthReview,
  healthPlan,
  healthTold,
  questionnaire,
  teethChecked,
  pepBegun,
  pepForReview,
  pepEachTerm,
  returnInterview,
  whatAnAbsenceIs,
  eligibleChild,
  turningEighteen,
  caseRecordKept,
  adoptionRecordKept,
  careLeaverRecordKept,
  waitingReview,
  adoptionReview,
  adoptionVisit,
  matchInTime,
  adoptionDecidedAfter,
  adoptionThresholds,
  placementOrderEnds,
  sameClocks,
  relaxations,
  virtualVisits,
  approvalTrail,
  ...COUNTING_RULES,
  governingVisitRule,
]

export const EVERY_BASIS: readonly Basis[] = [
  ...Object.values(PLAN_BASES),
  ...ALL_REVIEW_BASES,
  ...ALL_VISIT_BASES,
  ...HEALTH_BASES,
  ...PEP_BASES,
  ...INTERVIEW_BASES,
  ...CARE_PLANNING_BASES,
  ...DECISION_BASES,
  ...REVIEWING_BASES,
  ...PERMANENCE_BASES,
  ...APPROVAL_BASES,
  ...HOME_BASES,
  ...ORDER_BASES,
  ...YEAR_HEALTH_BASES,
  ...ADOPTION_BASES,
]

const byId: ReadonlyMap<string, Basis> = new Map(EVERY_BASIS.map((basis) => [basis.id, basis]))

/** undefined: the ledger holds a row of a basis that no longer exists; it is to be rebuilt. */
export const basisOf = (id: string): Basis | undefined => byId.get(id)
