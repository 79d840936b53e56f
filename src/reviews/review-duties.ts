// The review duties of one period of care: every review that was owed and the next one, each counted from the one before.
import type { DayNumber } from '#calendar'
import { countFrom, type Interval } from '#law'
import { type Basis, type Closing, coveredThrough, type Duty, type Recorded, type Span, settle } from '#ledger'
import { UNSAFE_FINDING } from './adjourned-review.ts'
import { EARLY, type Series } from './bases.ts'
import { lastDayBefore } from './early-review.ts'
import type { Review, ReviewCall } from './review.ts'

/** A stretch of time under one series of reviews. */
export interface ReviewLeg {
  readonly series: Series
  /** The fact that the first count starts from: the period, the adoption placement. */
  readonly anchor: Recorded
  readonly began: DayNumber
  readonly beganKnown: boolean
  /** Resumed: earlier legs already had their first and second. */
  readonly resumed: boolean
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}

interface Step {
  basis: Basis
  from: Recorded
  day: DayNumber
}

function isInterval(count: Basis['count']): count is Interval {
  return count.unit === 'workingDays' || count.unit === 'weeks' || count.unit === 'months'
}

function raise(leg: ReviewLeg, step: Step, spans: readonly Span[]) {
  const { count } = step.basis
  const due = isInterval(count) ? countFrom(step.day, count) : undefined
  return {
    basis: step.basis,
    occurrence: step.from.line,
    trigger: step.day,
    raisedAt: step.from.recorded,
    due,
    closes: leg.closes,
    closing: leg.closing,
    spans,
    missing: due === undefined ? ('bankHolidays' as const) : undefined,
  }
}

/** What cannot be counted: the start, or the review before, is not known. */
function unknownStep(leg: ReviewLeg, basis: Basis, missing: 'periodBegan' | 'lastReview'): Duty {
  const raised = {
    basis,
    occurrence: missing === 'periodBegan' ? leg.anchor.line : `${leg.anchor.line}/next`,
    trigger: undefined,
    raisedAt: leg.anchor.recorded,
    due: undefined,
    closes: leg.closes,
    closing: leg.closing,
    spans: [],
    missing,
  }
  return settle(raised, undefined, undefined)
}

/** The leg's first review, and the basis of the one after it. Without coverage from the start, that may not be the first. */
function firstStep(leg: ReviewLeg, { reviews, spans }: ReviewsKnown): { first: Duty; next: Basis } {
  const { series, anchor, began, beganKnown } = leg
  if (!beganKnown) return { first: unknownStep(leg, series.first, 'periodBegan'), next: series.afterAGap }
  const held = reviews[0]
  const raised = raise(leg, { basis: series.first, from: anchor, day: began }, spans)
  const { due } = raised
  const coveredUntil = coveredThrough(spans, began)
  const isFirst = held !== undefined && coveredUntil !== undefined && coveredUntil >= held.held
  // In time whether or not it was the first; or late whether or not it was the first.
  const settled = held !== undefined && due !== undefined && (held.held <= due || (coveredUntil ?? -Infinity) >= due)
  const met = isFirst || settled ? held : undefined
  return { first: settle(raised, met, met?.held), next: isFirst ? series.second : series.afterAGap }
}

/** Where no review is known and earlier ones may be missing, the next is owed on a day that nobody knows. */
function resumeOrStart(out: Duty[], leg: ReviewLeg, known: ReviewsKnown): Step | undefined {
  const { later } = leg.series
  if (leg.resumed) {
    const { before } = known
    if (before === undefined) out.push(unknownStep(leg, later, 'lastReview'))
    return (
      before && {
        basis: later,
        from: { line: leg.anchor.line, recorded: before.recorded },
        day: before.held,
      }
    )
  }
  const { first, next } = firstStep(leg, known)
  out.push(first)
  const held = known.reviews[0]
  if (held === undefined && first.coveredUntil === undefined) out.push(unknownStep(leg, later, 'lastReview'))
  return held && { basis: next, from: held, day: held.held }
}

/** Every review that was owed in this leg, and the next one. */
export function reviewDuties(out: Duty[], leg: ReviewLeg, known: ReviewsKnown): void {
  let step = resumeOrStart(out, leg, known)
  for (let index = leg.resumed ? 0 : 1; index < known.reviews.length; index += 1) {
    const held = known.reviews[index]
    if (held === undefined) return
    if (step !== undefined) out.push(settle(raise(leg, step, known.spans), held, held.held))
    step = { basis: leg.series.later, from: held, day: held.held }
  }
  if (step !== undefined) out.push(settle(raise(leg, step, known.spans), undefined, undefined))
}

export interface ReviewsKnown {
  /** Completed ones of this leg only, in order, one a day. */
  readonly reviews: readonly Review[]
  readonly spans: readonly Span[]
  /** The last review before this leg, where it resumes an earlier one. */
  readonly before: Review | undefined
}

export interface ReviewsCalled extends Pick<ReviewsKnown, 'reviews' | 'spans'>, Pick<ReviewLeg, 'closes' | 'closing'> {}

export function earlyReviewDuties(
  out: Duty[],
  calls: readonly ReviewCall[],
  { reviews, spans, closes, closing }: ReviewsCalled,
): void {
  for (const call of calls) {
    if (!call.justified) continue
    const met = reviews.find(({ held }) => held >= call.called)
    const open = call.kind === 'visitFinding' ? UNSAFE_FINDING : EARLY.open
    const raised = {
      basis: call.before === undefined ? open : EARLY.before,
      occurrence: call.line,
      trigger: call.called,
      raisedAt: call.recorded,
      due: call.before === undefined ? undefined : lastDayBefore(call.before),
      closes,
      closing,
      spans,
      missing: undefined,
    }
    out.push(settle(raised, met, met?.held))
  }
}
