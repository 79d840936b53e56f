// The health duties of one period of care: the initial assessment, and every review of health, each from the one before.
import { type DayNumber, monthsAfter } from '#calendar'
import { carePlanning2010 } from '#law'
import {
  type Basis,
  type BasisText,
  basis,
  type Closing,
  coveredThrough,
  type Duty,
  type MissingFact,
  type Recorded,
  type Span,
  settle,
} from '#ledger'
import type { HealthAssessment } from './health-assessment.ts'
import {
  healthReview,
  healthReviewMonths,
  initialHealth,
  initialHealthDue,
  isExempt,
  type UnderFiveReading,
} from './rules.ts'

const healthBasis = (text: Omit<BasisText, 'kind'>): Basis => basis({ ...text, kind: 'healthAssessment' })

const INITIAL = healthBasis({
  id: 'HE-01',
  rule: initialHealth,
  name: 'Initial health assessment',
  count: { unit: 'workingDays', n: 20 },
  since: 'becoming looked after on',
  cites: carePlanning2010('7(1)'),
})
const INITIAL_BY_REVIEW = healthBasis({
  id: 'HE-01/by-review',
  rule: initialHealth,
  name: 'Initial health assessment',
  count: { unit: 'by', n: 0 },
  since: 'the first review, on',
  cites: carePlanning2010('7(1)'),
  remark: 'It is owed before the first review, which was held before the 20 working days were over.',
})
const since = 'the health assessment of'
const SIX_MONTHS = healthBasis({
  id: 'HE-02/six-months',
  rule: healthReview,
  name: 'Review of health',
  count: { unit: 'months', n: 6 },
  since,
  cites: carePlanning2010('7(3)(a)'),
})
const TWELVE_MONTHS = healthBasis({
  id: 'HE-02/twelve-months',
  rule: healthReview,
  name: 'Review of health',
  count: { unit: 'months', n: 12 },
  since,
  cites: carePlanning2010('7(3)(b)'),
})
const BY_AGE = healthBasis({
  id: 'HE-02/by-age',
  rule: healthReview,
  name: 'Review of health',
  count: { unit: 'by', n: 0 },
  since: 'six or twelve months after the health assessment before',
  cites: carePlanning2010('7(3)'),
  remark: 'Every six months before the fifth birthday, every twelve after it.',
})
export const HEALTH_BASES: readonly Basis[] = [INITIAL, INITIAL_BY_REVIEW, SIX_MONTHS, TWELVE_MONTHS, BY_AGE]

export interface HealthCase {
  readonly anchor: Recorded
  readonly began: DayNumber
  readonly beganKnown: boolean
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
  readonly born: DayNumber | undefined
  readonly firstReview: DayNumber | undefined
  /** In order. */
  readonly assessments: readonly HealthAssessment[]
  readonly spans: readonly Span[]
  readonly reading: UnderFiveReading
}

interface Owed {
  readonly basis: Basis
  readonly occurrence: string
  readonly recorded: number
  readonly counted: DayNumber | undefined
  readonly due: DayNumber | undefined
  readonly missing: MissingFact | undefined
}

function asRaised({ closes, closing, spans }: HealthCase, owed: Owed) {
  const { basis: owedBasis, occurrence, recorded, counted, due, missing } = owed
  return {
    basis: owedBasis,
    occurrence,
    trigger: counted,
    raisedAt: recorded,
    due,
    closes,
    closing,
    spans,
    missing,
  }
}

function owedInitially({ anchor, began, beganKnown, firstReview }: HealthCase): Owed {
  const { line: occurrence, recorded } = anchor
  if (!beganKnown) {
    return { basis: INITIAL, occurrence, recorded, counted: undefined, due: undefined, missing: 'periodBegan' }
  }
  const due = initialHealthDue(began, firstReview)
  const chosen = firstReview !== undefined && due === firstReview ? INITIAL_BY_REVIEW : INITIAL
  const missing = due === undefined ? 'bankHolidays' : undefined
  return { basis: chosen, occurrence, recorded, counted: began, due, missing }
}

function owedAfter({ born, reading }: HealthCase, last: HealthAssessment): Owed {
  const { line: occurrence, recorded, day } = last
  if (born === undefined) {
    return { basis: BY_AGE, occurrence, recorded, counted: day, due: undefined, missing: 'birthDate' }
  }
  const months = healthReviewMonths(born, day, reading)
  const chosen = months === 6 ? SIX_MONTHS : TWELVE_MONTHS
  return { basis: chosen, occurrence, recorded, counted: day, due: monthsAfter(day, months), missing: undefined }
}

const satisfiesInitial = ({ kind, by, outcome }: HealthAssessment): boolean =>
  kind === 'initial' && by === 'doctor' && outcome === 'seen'
const satisfiesReview = ({ by, outcome }: HealthAssessment): boolean => outcome === 'seen' && by !== 'other'

/** What is owed, and what the child answered about it. */
interface Occasion {
  readonly owed: Owed
  readonly from: DayNumber
  readonly kinds: readonly HealthAssessment['kind'][]
}

/** Reg 7(4): the no, with sufficient understanding, that stood on the day by which it was owed; one after it comes too late. */
function refusedWithin(found: readonly HealthAssessment[], { owed: { due }, from, kinds }: Occasion) {
  let last: HealthAssessment | undefined
  for (const answer of found) {
    const { kind, outcome, day, recorded } = answer
    if (outcome === 'seen' || !kinds.includes(kind) || day < from || (due !== undefined && day > due)) continue
    if (last === undefined || day > last.day || (day === last.day && recorded >= last.recorded)) last = answer
  }
  return last?.outcome === 'refused' ? last : undefined
}

/** Seen by the day it was due it is met, whatever was answered before; returns the no that excuses it. */
function pushOwed(
  out: Duty[],
  known: HealthCase,
  { met, ...occasion }: Occasion & { readonly met: HealthAssessment | undefined },
) {
  const { owed } = occasion
  const inTime = met !== undefined && (owed.due === undefined || met.day <= owed.due)
  const refused = inTime || owed.counted === undefined ? undefined : refusedWithin(known.assessments, occasion)
  if (refused === undefined) out.push(settle(asRaised(known, owed), met, met?.day))
  else {
    const duty = settle(asRaised(known, owed), undefined, undefined)
    out.push({ ...duty, standing: 'excused', excuse: 'refused', missing: undefined })
  }
  return refused
}

/** The initial duty; returns the assessment, or the no, from which reviews count. */
function initialDuty(out: Duty[], known: HealthCase): HealthAssessment | undefined {
  const { assessments, began, beganKnown, spans } = known
  const owed = owedInitially(known)
  const exempting = assessments.findLast(
    ({ day, report, outcome }) => outcome === 'seen' && report !== undefined && day < began && isExempt(day, began),
  )
  if (beganKnown && exempting !== undefined) {
    const duty = settle({ ...asRaised(known, owed), closing: 'assessedBefore', closes: began }, undefined, undefined)
    out.push({ ...duty, standing: 'notApplicable', missing: undefined })
    return exempting
  }
  const inPeriod = assessments.filter(({ day }) => day >= began)
  const initial = inPeriod.find(satisfiesInitial)
  const covered = coveredThrough(spans, began)
  const settled = owed.due !== undefined && (covered ?? Number.NEGATIVE_INFINITY) >= owed.due
  const met =
    initial !== undefined && beganKnown && (settled || initial.day <= (owed.due ?? began)) ? initial : undefined
  const refused = pushOwed(out, known, { owed, from: began, kinds: ['initial'], met })
  const reviewed = inPeriod.find(satisfiesReview)
  if (refused === undefined) return initial ?? reviewed
  return reviewed !== undefined && reviewed.day < refused.day ? reviewed : refused
}

/** Each review from the assessment before, or from the no that excused the one before: each step is on a later day. */
function reviewDuties(out: Duty[], known: HealthCase, first: HealthAssessment): void {
  const { assessments, began } = known
  let last = first
  for (;;) {
    const { day: since, kind, outcome } = last
    const met = assessments.find((one) => one.day > since && one.day >= began && satisfiesReview(one))
    // Where the initial one was refused, what is offered next goes by either name.
    const kinds = outcome === 'refused' && kind === 'initial' ? (['initial', 'review'] as const) : (['review'] as const)
    const from = Math.max(since + 1, began)
    const next = pushOwed(out, known, { owed: owedAfter(known, last), from, kinds, met }) ?? met
    if (next === undefined) return
    last = next
  }
}

/** Nothing is owed under short breaks: the caller leaves those periods out. */
export function healthDuties(out: Duty[], known: HealthCase): void {
  const { anchor, spans } = known
  const first = initialDuty(out, known)
  if (first !== undefined) {
    reviewDuties(out, known, first)
    return
  }
  if (out.at(-1)?.coveredUntil !== undefined) return
  const { line, recorded } = anchor
  const missing = spans.length === 0 ? 'eventsOfKind' : 'lastHealthAssessment'
  const owed: Owed = {
    basis: BY_AGE,
    occurrence: `${line}/next`,
    recorded,
    counted: undefined,
    due: undefined,
    missing,
  }
  out.push(settle(asRaised(known, owed), undefined, undefined))
}
