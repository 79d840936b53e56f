// Coverage: which kinds of events each source holds, from when to when, so that silence is never taken for lateness.
import type { DayNumber } from '#calendar'

export const EVENT_KINDS = {
  carePeriod: 'periods of care',
  legalStatus: 'legal statuses',
  placement: 'placements',
  review: 'reviews',
  reviewCall: 'calls for an early review',
  visit: 'visits',
  visitRequest: 'requests for a visit',
  placementPlan: 'placement plans',
  healthAssessment: 'dated health assessments',
  pep: 'personal education plans',
  missing: 'missing episodes',
  returnInterview: 'return interviews',
  carePlan: 'care plans',
  reviewingOfficer: 'allocations of a reviewing officer',
  reviewerTalk: 'talks with the reviewing officer',
  reviewDecision: 'decisions of reviews',
  approval: 'approvals',
  told: 'notes of who was told',
  notice: 'notices of homes',
  healthYear: 'answers on the health of a year',
  adoption: 'decisions on adoption',
  policeTold: 'hours at which the police were told',
  strategyMeeting: 'strategy meetings',
  exploitation: 'exploitation assessments',
  slaveryReferral: 'referrals of possible modern slavery',
  leavingCare: 'what is done for young people who leave care',
  registration: 'registrations with a doctor and a dentist',
  pupilPremium: 'pupil premium',
  unaccompanied: 'what is known of children who came alone',
  reachUs: 'whether children know how to reach us',
  immigration: 'days of immigration',
  traffickingGuardian: 'referrals to a guardian',
  matchingReferral: 'referrals to a matching service',
  whoDecides: 'who decides what, in placement plans',
  visitorConsidered: 'whether an independent visitor was considered',
  reviewRecord: 'records of reviews, and whether the pathway plan was considered',
  homeDecision: 'how homes were chosen, what was seen to first, and decisions about them',
  courtStep: 'proceedings, panels and notices',
  parentAssessment: 'assessments of parents',
  adoptionPanel: 'adoption panels, and whether early permanence was considered',
  missingStep: 'steps of times missing',
} as const
export type EventKind = keyof typeof EVENT_KINDS

export interface Coverage {
  /** As in a sentence: 'the SSDA903 return 2026/27', "this council's record". */
  readonly source: string
  readonly holds: readonly EventKind[]
  readonly from: DayNumber
  /** Last day covered; undefined: up to now and on. */
  readonly until: DayNumber | undefined
  /** When the record learnt of this coverage, in milliseconds UTC; left out: from its beginning. */
  readonly recorded?: number
}

/** 31 December 9999: a day that a table can hold, for what has no end. */
export const EVER: DayNumber = 2_932_896

interface Part {
  readonly from: DayNumber
  readonly until: DayNumber
  readonly recorded: number
}

/** Days, both included, in order, none touching the next. */
export interface Span {
  readonly from: DayNumber
  readonly until: DayNumber
  readonly parts: readonly Part[]
}

export type Covered = Readonly<Record<EventKind, readonly Span[]>>

function spansOf(coverage: readonly Coverage[], kind: EventKind): readonly Span[] {
  const spans = coverage
    .filter(({ holds }) => holds.includes(kind))
    .map(({ from, until, recorded }) => ({
      from,
      until: until ?? EVER,
      recorded: recorded ?? Number.NEGATIVE_INFINITY,
    }))
    .sort((a, b) => a.from - b.from)
  const joined: { from: DayNumber; until: DayNumber; parts: Part[] }[] = []
  for (const part of spans) {
    const last = joined.at(-1)
    if (last && part.from <= last.until + 1) {
      last.until = Math.max(last.until, part.until)
      last.parts.push(part)
    } else joined.push({ from: part.from, until: part.until, parts: [part] })
  }
  return joined
}

type Of = (kind: EventKind) => readonly Span[]
const coveredLong = (of: Of) => ({
  carePeriod: of('carePeriod'),
  legalStatus: of('legalStatus'),
  placement: of('placement'),
  review: of('review'),
  reviewCall: of('reviewCall'),
  visit: of('visit'),
  visitRequest: of('visitRequest'),
  placementPlan: of('placementPlan'),
  healthAssessment: of('healthAssessment'),
  pep: of('pep'),
  missing: of('missing'),
  returnInterview: of('returnInterview'),
  carePlan: of('carePlan'),
  reviewingOfficer: of('reviewingOfficer'),
  reviewerTalk: of('reviewerTalk'),
  reviewDecision: of('reviewDecision'),
  approval: of('approval'),
  told: of('told'),
  notice: of('notice'),
  healthYear: of('healthYear'),
  adoption: of('adoption'),
  policeTold: of('policeTold'),
  strategyMeeting: of('strategyMeeting'),
  exploitation: of('exploitation'),
  slaveryReferral: of('slaveryReferral'),
  leavingCare: of('leavingCare'),
  registration: of('registration'),
  pupilPremium: of('pupilPremium'),
  unaccompanied: of('unaccompanied'),
  reachUs: of('reachUs'),
  immigration: of('immigration'),
  traffickingGuardian: of('traffickingGuardian'),
  matchingReferral: of('matchingReferral'),
  whoDecides: of('whoDecides'),
  visitorConsidered: of('visitorConsidered'),
})
/** Kinds that rules waited for until 26 November 2026. */
const coveredSince = (of: Of) => ({
  reviewRecord: of('reviewRecord'),
  homeDecision: of('homeDecision'),
  courtStep: of('courtStep'),
  parentAssessment: of('parentAssessment'),
  adoptionPanel: of('adoptionPanel'),
  missingStep: of('missingStep'),
})

const remembered = new WeakMap<readonly Coverage[], Covered>()

/** Joined spans by kind. Remembered by the list itself: give all children of one import the same list. */
export function coveredBy(coverage: readonly Coverage[]): Covered {
  const known = remembered.get(coverage)
  if (known) return known
  const of: Of = (kind) => spansOf(coverage, kind)
  const made: Covered = { ...coveredLong(of), ...coveredSince(of) }
  remembered.set(coverage, made)
  return made
}

/** The last day through which that day and all after it are covered; undefined: that day is not covered. */
export function coveredThrough(spans: readonly Span[], from: DayNumber): DayNumber | undefined {
  for (const span of spans) if (from >= span.from && from <= span.until) return span.until
  return undefined
}

/** Had the record learnt, before that moment, that the day is covered? Until then silence said nothing. */
export function wasCoveredBefore(spans: readonly Span[], day: DayNumber, moment: number): boolean {
  return spans.some(({ parts }) =>
    parts.some(({ from, until, recorded }) => day >= from && day <= until && recorded < moment),
  )
}
