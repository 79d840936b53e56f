// The care plan as duties: made in time, with a long-term plan and with health, and up to date after each review.
import { type DayNumber, workingDaysAfter } from '#calendar'
import {
  type Basis,
  type Closing,
  coveredThrough,
  type Duty,
  type Recorded,
  raisedBy,
  type Span,
  settle,
} from '#ledger'
import { HEALTH_PLAN, HEALTH_PLAN_REVISED, PERMANENCE, PLAN, PLAN_BEFORE, UPDATED } from './bases.ts'
import { PLAN_WORKING_DAYS } from './plan-rules.ts'

/** An edition of the care plan took effect. */
export interface PlanApproved extends Recorded {
  readonly day: DayNumber
}
/** A part of the care plan was written or rewritten. */
export interface PartWritten extends Recorded {
  readonly part: string
  readonly day: DayNumber
}
interface Dated extends Recorded {
  readonly day: DayNumber
}
export interface ReviewHeld extends Recorded {
  readonly held: DayNumber
}

/** One period of care. Lists in the order of their days, none later than the day asked about. */
export interface PlanCase {
  readonly anchor: Recorded
  readonly placed:
    | (Recorded & { readonly day: DayNumber; readonly known: boolean; readonly planned: boolean })
    | undefined
  /** From that day a court directs when the plan is made: in care by order. */
  readonly courtFrom: DayNumber | undefined
  /** What was written before and on that day belongs to an earlier period. */
  readonly after: DayNumber
  readonly approvals: readonly PlanApproved[]
  readonly parts: readonly PartWritten[]
  readonly reviews: readonly ReviewHeld[]
  /** The first known review of the period is the first: its beginning is known and covered. */
  readonly countsFromFirst: boolean
  readonly assessment: Dated | undefined
  readonly spans: readonly Span[]
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
  /** Working days after a review; undefined: the council counts none. */
  readonly daysAfterReview: number | undefined
}

const within = <One extends Dated>(list: readonly One[], { after, closes }: PlanCase, from: DayNumber = after + 1) =>
  list.find(({ day }) => day >= from && (closes === undefined || day <= closes))

function madeInTime(out: Duty[], known: PlanCase): void {
  const { placed, courtFrom, closes, closing, spans } = known
  if (placed === undefined || (courtFrom !== undefined && courtFrom <= placed.day)) return
  const { day, known: dayKnown, planned } = placed
  const due = dayKnown ? (planned ? day : workingDaysAfter(day, PLAN_WORKING_DAYS)) : undefined
  const overtaken = courtFrom !== undefined && (closes === undefined || courtFrom < closes)
  const met = dayKnown ? within(known.approvals, known) : undefined
  const raised = raisedBy(planned ? PLAN_BEFORE : PLAN, known.anchor, {
    trigger: dayKnown ? day : undefined,
    due,
    closes: overtaken ? courtFrom : closes,
    closing: overtaken ? 'courtDirects' : closing,
    spans,
    missing: dayKnown ? (due === undefined ? 'bankHolidays' : undefined) : 'placementBegan',
  })
  // A plan made before the child came was there on the day.
  out.push(settle(raised, met, met?.day))
}

function partInTime(
  out: Duty[],
  known: PlanCase,
  { basis, part, review }: { basis: Basis; part: string; review: number },
): void {
  const { anchor, reviews, closes, closing, spans } = known
  const before = reviews[review - 1]
  const due = reviews[review]?.held
  const met = within(
    known.parts.filter((one) => one.part === part),
    known,
  )
  out.push(
    settle(
      raisedBy(basis, anchor, {
        trigger: before?.held ?? known.placed?.day,
        due,
        closes,
        closing,
        spans,
        missing: undefined,
      }),
      met,
      met?.day,
    ),
  )
}

function revised(out: Duty[], known: PlanCase): void {
  const { assessment, closes, closing, spans } = known
  if (assessment === undefined) return
  const met = within(
    known.parts.filter(({ part }) => part === 'health'),
    known,
    assessment.day,
  )
  const raised = raisedBy(HEALTH_PLAN_REVISED, assessment, {
    ...{ trigger: assessment.day, due: undefined, closes, closing, spans },
    missing: undefined,
  })
  out.push(settle(raised, met, met?.day))
}

/** After the latest review only: what was not brought up to date before it, this one asks for again. */
function updatedAfter(out: Duty[], known: PlanCase): void {
  const { reviews, closes, closing, spans, daysAfterReview } = known
  const review = reviews.at(-1)
  const basis = daysAfterReview === undefined ? undefined : UPDATED.get(daysAfterReview)
  if (review === undefined || basis === undefined || daysAfterReview === undefined) return
  const due = workingDaysAfter(review.held, daysAfterReview)
  const met = known.approvals.find(({ day }) => day >= review.held)
  const missing = due === undefined ? 'bankHolidays' : undefined
  out.push(
    settle(raisedBy(basis, review, { trigger: review.held, due, closes, closing, spans, missing }), met, met?.day),
  )
}

export function planDuties(out: Duty[], known: PlanCase): void {
  madeInTime(out, known)
  if (known.countsFromFirst) {
    partInTime(out, known, { basis: HEALTH_PLAN, part: 'health', review: 0 })
    if (known.reviews.length > 0) partInTime(out, known, { basis: PERMANENCE, part: 'permanence', review: 1 })
  }
  revised(out, known)
  updatedAfter(out, known)
}

/** Is the first review that is known the first of the period? */
export const isFirstKnown = (spans: readonly Span[], began: DayNumber, first: DayNumber | undefined): boolean =>
  first === undefined || (coveredThrough(spans, began) ?? Number.NEGATIVE_INFINITY) >= first
