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
/** Reg 7(4): said no, with sufficient understanding, while it was owed. */
const refusedWithin = (found: readonly HealthAssessment[], from: DayNumber, until: DayNumber | undefined) =>
  found.find(({ outcome, day }) => outcome === 'refused' && day >= from && (until === undefined || day < until))

function pushOwed(out: Duty[], known: HealthCase, { owed, met }: { owed: Owed; met: HealthAssessment | undefined }) {
  const duty = settle(asRaised(known, owed), met, met?.day)
  const owing = met === undefined && owed.counted !== undefined
  // A refusal after the day it was due comes too late to excuse it.
  const until = owed.due === undefined ? undefined : owed.due + 1
  const refused = owing ? refusedWithin(known.assessments, owed.counted ?? 0, until) : undefined
  out.push(refused === undefined ? duty : { ...duty, standing: 'excused', excuse: 'refused', missing: undefined })
}

/** The initial duty; returns the assessment from which reviews count. */
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
  pushOwed(out, known, { owed, met })
  return initial ?? inPeriod.find(satisfiesReview)
}

/** Nothing is owed under short breaks: the caller leaves those periods out. */
export function healthDuties(out: Duty[], known: HealthCase): void {
  const { assessments, anchor, began, spans } = known
  let last = initialDuty(out, known)
  if (last === undefined) {
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
    return
  }
  for (const assessment of assessments) {
    if (assessment.day <= last.day || assessment.day < began || !satisfiesReview(assessment)) continue
    pushOwed(out, known, { owed: owedAfter(known, last), met: assessment })
    last = assessment
  }
  pushOwed(out, known, { owed: owedAfter(known, last), met: undefined })
}
