// Every rule that the clock knows, and every basis by its id, so that a ledger row finds its words again.

import { PEP_BASES, pepBegun, pepEachTerm, pepForReview } from '#education'
import { HEALTH_BASES, healthReview, initialHealth } from '#health'
import { COUNTING_RULES, type ExampleRun, type RuleText } from '#law'
import type { Basis } from '#ledger'
import { INTERVIEW_BASES, returnInterview } from '#missing'
import { PLAN_BASES, placementPlan, shortBreaks, twentyMiles } from '#placements'
import { ALL_REVIEW_BASES, adoptionReview, earlyReview, firstReview, laterReview, secondReview } from '#reviews'
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
  placementPlan,
  firstReview,
  secondReview,
  laterReview,
  earlyReview,
  weekOfPlacement,
  firstYear,
  afterFirstYear,
  longTermFoster,
  immediateWithParent,
  temporaryOrInterim,
  careOrderWithParent,
  anotherResponsible,
  visitAskedFor,
  shortBreaks,
  twentyMiles,
  initialHealth,
  healthReview,
  pepBegun,
  pepForReview,
  pepEachTerm,
  returnInterview,
  adoptionReview,
  adoptionVisit,
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
]

const byId: ReadonlyMap<string, Basis> = new Map(EVERY_BASIS.map((basis) => [basis.id, basis]))

/** undefined: the ledger holds a row of a basis that no longer exists; it is to be rebuilt. */
export const basisOf = (id: string): Basis | undefined => byId.get(id)
