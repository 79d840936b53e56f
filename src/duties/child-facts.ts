// Everything the clock needs to know about one child, gathered from the rooms below.
import type { AdoptionDecided, Match, PanelFacts } from '#adoption'
import type { CarerApproval, DecisionTaken, HomeOfPlacement, ToldOf } from '#approvals'
import type {
  CopyOf,
  DelegatedOn,
  PartWritten,
  PlanApproved,
  ReviewerOf,
  ReviewRecorded,
  ToldHowToReach,
} from '#care-planning'
import type { Pep, Term } from '#education'
import type { HealthAssessment, YearAnswer } from '#health'
import type { Practice } from '#health-care'
import { type HomeFacts, NO_HOME_FACTS } from '#home-decisions'
import { type LeaverFacts, NO_LEAVER } from '#leaving-care'
import type { Coverage, Recorded } from '#ledger'
import { type MissingEpisode, NO_SAFETY, type ReturnInterview, type SafetyFacts } from '#missing'
import type { CourtFacts, PowerHeld } from '#orders'
import type { PermanencePlanned } from '#permanence'
import type { Birth, CarePeriod, LegalStatus, Placement, PlacementPlan } from '#placements'
import type { DisputeKnown } from '#reviewing'
import type { Review, ReviewCall } from '#reviews'
import { NO_SCHOOLING, type Schooling } from '#schooling'
import { NOT_ALONE, type UnaccompaniedFacts } from '#unaccompanied'
import type { Visit, VisitRequest } from '#visits'
import type { RuleChoice } from './choices.ts'

/** A lawful reason recorded for a duty that was not met. */
export interface Excuse extends Recorded {
  /** The rule's id and the duty's occurrence. */
  readonly rule: string
  readonly occurrence: string
  /** A code of that rule's `excuses`. */
  readonly reason: string
  readonly day: number
}

/** What happened after a review, by its line. */
export interface AfterReview extends Recorded {
  readonly review: string
  readonly day: number
}

/** Lists may come in any order. Versions in force only: each line once. */
export interface ChildFacts extends CourtFacts, PanelFacts {
  readonly child: string
  readonly birth: Birth | undefined
  readonly periods: readonly CarePeriod[]
  readonly statuses: readonly LegalStatus[]
  readonly placements: readonly Placement[]
  readonly placementPlans: readonly PlacementPlan[]
  readonly reviews: readonly Review[]
  readonly reviewCalls: readonly ReviewCall[]
  readonly visits: readonly Visit[]
  readonly visitRequests: readonly VisitRequest[]
  readonly healthAssessments: readonly HealthAssessment[]
  readonly peps: readonly Pep[]
  /** undefined: the term dates of the child's school are not known. */
  readonly terms: readonly Term[] | undefined
  readonly missingEpisodes: readonly MissingEpisode[]
  readonly returnInterviews: readonly ReturnInterview[]
  /** Orders and agreements as they are; `statuses` is the series made of them. */
  readonly powers: readonly PowerHeld[]
  readonly carePlans: readonly PlanApproved[]
  readonly planParts: readonly PartWritten[]
  readonly planCopies: readonly CopyOf[]
  /** The record says that no parent lives, nor anybody else who holds responsibility. */
  readonly parentless: boolean
  /** Lines of who decides what, in the placement plan. */
  readonly delegated: readonly DelegatedOn[]
  readonly reviewers: readonly ReviewerOf[]
  /** Visits at which the child was told how to reach us. */
  readonly toldHowToReach: readonly ToldHowToReach[]
  readonly decisions: readonly DecisionTaken[]
  readonly carerApprovals: readonly CarerApproval[]
  readonly homes: readonly HomeOfPlacement[]
  /** How homes were chosen, what was seen to first, and what was decided about them. */
  readonly homeFacts: HomeFacts
  readonly told: readonly ToldOf[]
  /** When a school or other place of learning is recorded. */
  readonly schooled: readonly { readonly from: number; readonly until: number | undefined }[]
  readonly yearAnswers: readonly YearAnswer[]
  readonly adoptionDecided: readonly AdoptionDecided[]
  readonly matches: readonly Match[]
  readonly safety: SafetyFacts
  readonly leavingCare: LeaverFacts
  readonly practices: readonly Practice[]
  readonly schooling: Schooling
  readonly disputes: readonly DisputeKnown[]
  /** When the record of a review was written, and given out. */
  readonly reviewRecords: readonly ReviewRecorded[]
  /** The day on which the manager had the decisions of a review, and that of the answer. */
  readonly decisionsReceived: readonly AfterReview[]
  readonly decisionsAnswered: readonly AfterReview[]
  /** Lines of reviews at which an independent visitor was thought of. */
  readonly visitorsConsidered: readonly string[]
  readonly permanence: readonly PermanencePlanned[]
  readonly unaccompanied: UnaccompaniedFacts
  readonly excuses: readonly Excuse[]
  readonly coverage: readonly Coverage[]
  /** The council's own readings, by day: with a day they say how the law is read for it. */
  readonly choices: readonly RuleChoice[]
}

/** Of a child about whom nothing of these is known. */
export const NOTHING_ELSE = {
  powers: [],
  carePlans: [],
  planParts: [],
  planCopies: [],
  parentless: false,
  delegated: [],
  reviewers: [],
  toldHowToReach: [],
  decisions: [],
  carerApprovals: [],
  homes: [],
  homeFacts: NO_HOME_FACTS,
  told: [],
  schooled: [],
  yearAnswers: [],
  adoptionDecided: [],
  matches: [],
  safety: NO_SAFETY,
  leavingCare: NO_LEAVER,
  practices: [],
  schooling: NO_SCHOOLING,
  disputes: [],
  reviewRecords: [],
  proceedings: [],
  securePanels: [],
  guardianships: [],
  adoptionPanels: [],
  decisionsReceived: [],
  decisionsAnswered: [],
  visitorsConsidered: [],
  permanence: [],
  unaccompanied: NOT_ALONE,
} as const satisfies Partial<ChildFacts>
