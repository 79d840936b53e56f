// What is known of one child on a day, in order, and the time in care that the rules are asked about.
import type { ApprovalReading } from '#approvals'
import { attainsAgeNumber, type DayNumber } from '#calendar'
import type { Pep } from '#education'
import type { HealthAssessment, UnderFiveReading } from '#health'
import { type Closing, type Covered, coveredBy, type Recorded } from '#ledger'
import type { CarePeriod, LegalStatus, LegalStatusCode, Placement } from '#placements'
import type { Review } from '#reviews'
import { countsAsVisit, type FirstYearReading, type Visit } from '#visits'
import type { ChildFacts } from './child-facts.ts'
import { inOrder } from './in-order.ts'

/** The readings of the law that a council takes where it can be read in two ways. */
export interface Readings {
  readonly firstYear: FirstYearReading
  readonly underFive: UnderFiveReading
  /** Being with the child on the day of placing counts as the first visit. */
  readonly countPlacementDay: boolean
  /** The age from which personal education plans are made. */
  readonly pepFromAge: number
  /** How the weeks of temporary approval are counted. */
  readonly temporaryApproval: ApprovalReading
  /** Working days after a review by which the care plan is up to date; undefined: the council counts none. */
  readonly planAfterReview: number | undefined
  /** Working days within which a reviewing officer is named; undefined: the council counts none. */
  readonly reviewerNamed: number | undefined
  readonly questionnaireYearly: boolean
  readonly dentistYearly: boolean
  /** Working days within which an informal concern of the reviewing officer is answered, and those of each formal tier. */
  readonly disputeInformal: number
  readonly disputeStage: number
  /** What makes everybody meet about a missing child. */
  readonly missingHours: number
  readonly missingTimes: number
  /** Steps at 24, 48 and 72 hours of a time missing are counted. */
  readonly missingSteps: boolean
  /** Working days within which the record of a review is written; undefined: the council counts none. */
  readonly reviewRecord: number | undefined
  /** Weeks between contacts with a young person who left care. */
  readonly keepInTouch: number
  /** Working days after the assessment of needs within which a pathway plan is made; undefined: the council counts none. */
  readonly pathwayPlanInDays: number | undefined
  /** Weeks between two full discussions of a child in supervision, where nobody decided otherwise. */
  readonly childDiscussed: number
  /** Working days within which both sign supervision. */
  readonly supervisionSigned: number
  /** Working days within which a manager decides after something happened; undefined: the council asks for none. */
  readonly managersDecision: number | undefined
  /** After what else a manager decides: allocation and the end of care; hearings too; reviews too. */
  readonly decidedAlso: 'off' | 'work' | 'all' | 'reviews'
  /** Working days within which an audit has its second grade. */
  readonly auditModerated: number
  /** Working days within which an invitation to an audit is answered. */
  readonly auditAnswered: number
  /** Working days after which a late audit goes from who leads quality to the head of service. */
  readonly auditRises: number
  /** Working days after which an action that was taken further goes to the next tier. */
  readonly actionRises: number
  /** Weeks after which an audit is looked at again, by its grade. */
  readonly inadequateAgain: number
  readonly improvementAgain: number
}

export const READINGS: Readings = {
  firstYear: 'intervalAtStart',
  underFive: 'cautious',
  countPlacementDay: false,
  pepFromAge: 3,
  temporaryApproval: 'firstDayCounts',
  planAfterReview: 10,
  reviewerNamed: 5,
  questionnaireYearly: true,
  dentistYearly: true,
  disputeInformal: 10,
  disputeStage: 4,
  missingHours: 24,
  missingTimes: 3,
  missingSteps: true,
  reviewRecord: 15,
  keepInTouch: 8,
  pathwayPlanInDays: undefined,
  childDiscussed: 4,
  supervisionSigned: 5,
  managersDecision: 2,
  decidedAlso: 'off',
  auditModerated: 10,
  auditAnswered: 3,
  auditRises: 5,
  actionRises: 5,
  inadequateAgain: 4,
  improvementAgain: 12,
}

export interface Known {
  readonly facts: ChildFacts
  readonly on: DayNumber
  readonly readings: Readings
  readonly covered: Covered
  readonly born: DayNumber | undefined
  readonly adult: DayNumber | undefined
  readonly periods: readonly CarePeriod[]
  readonly statuses: readonly LegalStatus[]
  readonly placements: readonly Placement[]
  /** Completed ones. */
  readonly reviews: readonly Review[]
  readonly reviewsHeld: readonly DayNumber[]
  /** Meetings that did not complete a review. */
  readonly adjourned: readonly Review[]
  /** Visits and calls by the reviewing officer. */
  readonly talks: readonly Visit[]
  /** Those that count under regulation 28. */
  readonly visits: readonly Visit[]
  readonly assessments: readonly HealthAssessment[]
  readonly peps: readonly Pep[]
}

const dayOfPeriod = ({ began }: CarePeriod): DayNumber => began.day
const dayOfStatus = ({ from }: LegalStatus): DayNumber => from
const dayOfPlacement = ({ began }: Placement): DayNumber => began
export const dayHeld = ({ held }: Review): DayNumber => held
export const dayOfEvent = ({ day }: { readonly day: DayNumber }): DayNumber => day

const isCompleted = ({ adjourned }: Review): boolean => !adjourned
const NONE: readonly never[] = []
const byReviewer = ({ by }: Visit): boolean => by === 'reviewingOfficer'

export function knownOf(facts: ChildFacts, on: DayNumber, readings: Readings): Known {
  const born = facts.birth?.day
  const reviews = inOrder(facts.reviews, dayHeld, on)
  const allCompleted = reviews.every(isCompleted)
  const completed = allCompleted ? reviews : reviews.filter(isCompleted)
  const visits = inOrder(facts.visits, dayOfEvent, on)
  return {
    facts,
    on,
    readings,
    covered: coveredBy(facts.coverage),
    born,
    adult: born === undefined ? undefined : attainsAgeNumber(born, 18),
    periods: inOrder(facts.periods, dayOfPeriod, on),
    statuses: inOrder(facts.statuses, dayOfStatus, on),
    placements: inOrder(facts.placements, dayOfPlacement, on),
    reviews: completed,
    reviewsHeld: completed.map(dayHeld),
    adjourned: allCompleted ? NONE : reviews.filter(({ adjourned }) => adjourned),
    talks: visits.some(byReviewer) ? visits.filter(byReviewer) : NONE,
    visits: visits.every(countsAsVisit) ? visits : visits.filter(countsAsVisit),
    assessments: inOrder(facts.healthAssessments, dayOfEvent, on),
    peps: inOrder(facts.peps, dayOfEvent, on),
  }
}

/** An ending after the day asked about has not happened yet. */
export const endedBy = (ended: DayNumber | undefined, on: DayNumber): DayNumber | undefined =>
  ended === undefined || ended > on ? undefined : ended

export interface Ending {
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}

/** The earlier of two endings; a birthday may lie ahead. */
export function earlier(one: Ending, other: Ending): Ending {
  if (one.closes === undefined) return other
  return other.closes === undefined || one.closes <= other.closes ? one : other
}

export const ending = (closes: DayNumber | undefined, closing: Closing): Ending =>
  closes === undefined ? { closes, closing: undefined } : { closes, closing }

export function statusOn(statuses: readonly LegalStatus[], on: DayNumber): LegalStatusCode | undefined {
  let code: LegalStatusCode | undefined
  for (const status of statuses) {
    if (status.from > on) break
    code = status.until === undefined || on < status.until ? status.code : undefined
  }
  return code
}

/** One period of care as the rules see it. */
export interface Time extends Ending {
  readonly anchor: Recorded
  readonly began: DayNumber
  readonly beganKnown: boolean
  /** The last day on which an event can belong to it. */
  readonly last: DayNumber
  readonly shortBreaks: boolean
  readonly placements: readonly Placement[]
  readonly reviews: readonly Review[]
}

/** A period of care, and the last day of the one before: what happened on that day belongs to that one. */
export interface Period {
  readonly time: Time
  readonly after: DayNumber
}
