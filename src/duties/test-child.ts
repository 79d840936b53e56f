// Facts of one invented child for the tests: each builder takes the day, and the day it was typed where that differs.
import { day, numberOf } from '#calendar'
import type { HealthAssessment } from '#health'
import type { Coverage, EventKind } from '#ledger'
import type { CarePeriod, LegalStatus, LegalStatusCode, Placement } from '#placements'
import type { Review } from '#reviews'
import type { Visit } from '#visits'
import { type ChildFacts, NOTHING_ELSE } from './child-facts.ts'

export const n = (text: string): number => numberOf(day(text))
const NOON = 43_200_000
/** Noon UTC of that day: an hour at which London shows the same day. */
export const noon = (text: string): number => n(text) * 86_400_000 + NOON
const typed = (line: string, on: string) => ({ line, recorded: noon(on) })

export const EVERY_KIND: readonly EventKind[] = [
  'carePeriod',
  'legalStatus',
  'placement',
  'review',
  'reviewCall',
  'visit',
  'visitRequest',
  'placementPlan',
  'healthAssessment',
  'pep',
  'missing',
  'returnInterview',
  'carePlan',
  'reviewingOfficer',
  'reviewerTalk',
  'reviewDecision',
  'approval',
  'told',
  'notice',
  'healthYear',
  'adoption',
  'policeTold',
  'strategyMeeting',
  'exploitation',
  'slaveryReferral',
  'leavingCare',
  'registration',
  'pupilPremium',
  'unaccompanied',
  'reachUs',
  'immigration',
  'traffickingGuardian',
  'matchingReferral',
  'reviewRecord',
  'homeDecision',
  'courtStep',
  'parentAssessment',
  'adoptionPanel',
  'missingStep',
  'whoDecides',
  'visitorConsidered',
]
export const COUNCIL_RECORD: readonly Coverage[] = [
  { source: "this council's record", holds: EVERY_KIND, from: n('2010-01-01'), until: undefined },
]
export const RETURN_2027: readonly Coverage[] = [
  {
    source: 'this return',
    holds: ['carePeriod', 'legalStatus', 'placement', 'review', 'missing'],
    from: n('2026-04-01'),
    until: n('2027-03-31'),
  },
]

const NOTHING: ChildFacts = {
  child: 'Maya',
  birth: undefined,
  periods: [],
  statuses: [],
  placements: [],
  placementPlans: [],
  reviews: [],
  reviewCalls: [],
  visits: [],
  visitRequests: [],
  healthAssessments: [],
  peps: [],
  terms: undefined,
  missingEpisodes: [],
  returnInterviews: [],
  ...NOTHING_ELSE,
  excuses: [],
  coverage: COUNCIL_RECORD,
  choices: [],
}

export const child = (facts: Partial<ChildFacts>): ChildFacts => ({ ...NOTHING, ...facts })

export const bornOn = (on: string) => ({ ...typed('birth', on), day: n(on) })

export function period(began: string, more: Partial<CarePeriod> = {}): CarePeriod {
  return {
    ...typed(`period ${began}`, began),
    began: { kind: 'on', day: n(began) },
    ended: undefined,
    endReason: undefined,
    ...more,
  }
}

export const periodBy = (by: string, more: Partial<CarePeriod> = {}): CarePeriod =>
  period(by, { began: { kind: 'by', day: n(by) }, ...more })

export function status(from: string, code: LegalStatusCode, until?: string): LegalStatus {
  return { ...typed(`status ${from}`, from), code, from: n(from), until: until === undefined ? undefined : n(until) }
}

export function placement(began: string, more: Partial<Placement> = {}): Placement {
  return {
    ...typed(`placement ${began}`, began),
    began: n(began),
    beganKnown: true,
    ended: undefined,
    place: 'U6',
    provider: 'PR1',
    sameCarers: false,
    planned: undefined,
    intendedTo18: undefined,
    longTermFoster: undefined,
    childAgrees: undefined,
    temporaryApproval: undefined,
    immediate: undefined,
    anotherResponsible: undefined,
    agreedVisitWeeks: [],
    ...more,
  }
}

export const review = (held: string, typedOn: string = held): Review => ({
  ...typed(`review ${held}`, typedOn),
  held: n(held),
  participation: undefined,
  adjourned: false,
  pathway: false,
})

export const visit = (on: string, more: Partial<Visit> = {}): Visit => ({
  ...typed(`visit ${on}`, on),
  day: n(on),
  by: 'representative',
  mode: 'inPerson',
  childSeen: true,
  seenAlone: true,
  virtualAuthorised: false,
  ...more,
})

export const assessment = (on: string, more: Partial<HealthAssessment> = {}): HealthAssessment => ({
  ...typed(`health ${on}`, on),
  kind: 'initial',
  day: n(on),
  by: 'doctor',
  outcome: 'seen',
  report: undefined,
  ...more,
})
