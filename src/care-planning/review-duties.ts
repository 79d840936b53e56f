// Around the review: the reviewing officer named, speaking with the child, decisions in writing; and who is told at the start.
import { type DayNumber, workingDaysAfter } from '#calendar'
import { type Closing, type Duty, type Recorded, raisedBy, type Span, settle } from '#ledger'
import { ALONE, HEALTH_TOLD, IN_WRITING, NAMED, NAMED_AGAIN, SPEAKS } from './bases.ts'
import type { ReviewHeld } from './plan-duties.ts'

interface Ending {
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}

/** Somebody was the reviewing officer from a day until another, half-open. */
export interface ReviewerOf extends Recorded {
  readonly from: DayNumber
  readonly until: DayNumber | undefined
}
export interface ReviewerCase extends Ending {
  readonly anchor: Recorded
  readonly began: DayNumber
  readonly beganKnown: boolean
  /** In order, none later than the day asked about. */
  readonly reviewers: readonly ReviewerOf[]
  readonly spans: readonly Span[]
  readonly on: DayNumber
  /** Working days; undefined: the council counts none. */
  readonly days: number | undefined
}

export function reviewerDuties(out: Duty[], known: ReviewerCase): void {
  const { anchor, began, beganKnown, closes, closing, reviewers, spans, on, days } = known
  const last = Math.min(closes ?? on, on)
  const mine = reviewers.filter(({ from, until }) => from <= last && (until === undefined || until > began))
  const [first] = mine
  const basis = days === undefined ? undefined : NAMED.get(days)
  if (basis !== undefined && days !== undefined) {
    const due = beganKnown ? workingDaysAfter(began, days) : undefined
    const missing = beganKnown ? (due === undefined ? 'bankHolidays' : undefined) : 'periodBegan'
    const day = first === undefined || !beganKnown ? undefined : Math.max(first.from, began)
    const trigger = beganKnown ? began : undefined
    const raised = raisedBy(basis, anchor, { trigger, due, closes, closing, spans, missing })
    out.push(settle(raised, day === undefined ? undefined : first, day))
  }
  let until = first?.until
  let before = first
  for (const next of mine.slice(1)) {
    if (before !== undefined && until !== undefined && next.from > until)
      vacancy(out, known, { before, since: until, met: next })
    const longer = until !== undefined && (next.until === undefined || next.until > until)
    if (longer) [until, before] = [next.until, next]
  }
  if (before !== undefined && until !== undefined && until <= last)
    vacancy(out, known, { before, since: until, met: undefined })
}

function vacancy(
  out: Duty[],
  { closes, closing, spans }: ReviewerCase,
  {
    before,
    since,
    met,
  }: { readonly before: ReviewerOf; readonly since: DayNumber; readonly met: ReviewerOf | undefined },
): void {
  const raised = raisedBy(NAMED_AGAIN, before, {
    trigger: since,
    due: undefined,
    closes,
    closing,
    spans,
    missing: undefined,
  })
  out.push(settle(raised, met, met?.from))
}

interface Seen extends Recorded {
  readonly day: DayNumber
  readonly seenAlone: boolean | undefined
}
interface Decided extends Recorded {
  readonly kind: string
  readonly day: DayNumber
  readonly about: string | undefined
}
export interface AroundReviews extends Ending {
  readonly began: DayNumber
  /** Completed ones of this period, in order. */
  readonly reviews: readonly ReviewHeld[]
  /** By the reviewing officer, in order. */
  readonly talks: readonly Seen[]
  readonly talkSpans: readonly Span[]
  readonly decisions: readonly Decided[]
  readonly decisionSpans: readonly Span[]
}

/** Where no source holds them one line says so, and not one for each review. */
const counted = (reviews: readonly ReviewHeld[], spans: readonly Span[]) =>
  spans.length === 0 ? reviews.slice(-1) : reviews

export function aroundReviewDuties(out: Duty[], known: AroundReviews): void {
  const { reviews, decisions, decisionSpans, talks, talkSpans, began, closes, closing } = known
  for (const review of counted(reviews, decisionSpans)) {
    const due = workingDaysAfter(review.held, IN_WRITING.count.n)
    const met = decisions.find(
      ({ kind, about, day }) => kind === 'review' && about === review.line && day >= review.held,
    )
    const missing = due === undefined ? 'bankHolidays' : undefined
    const rest = { trigger: review.held, due, closes, closing, spans: decisionSpans, missing } as const
    out.push(settle(raisedBy(IN_WRITING, review, rest), met, met?.day))
  }
  let from = began
  const first = reviews.length - counted(reviews, talkSpans).length
  for (const [index, review] of reviews.entries()) {
    if (index >= first) {
      const since = from
      const met = talks.findLast(({ day, seenAlone }) => seenAlone === true && day >= since && day <= review.held)
      const rest = { trigger: since, due: review.held, spans: talkSpans, missing: undefined } as const
      // Once the review is over it cannot come before it.
      const over = { closes: review.held + 1, closing: 'reviewOver' } as const
      out.push(settle(raisedBy(SPEAKS, review, { ...rest, ...over }), met, met?.day))
    }
    from = review.held + 1
  }
}

/** Visits that count, of which it is not recorded that the child was seen alone. */
export function aloneDuties(out: Duty[], visits: readonly Seen[], spans: readonly Span[]): void {
  for (const visit of visits) {
    if (visit.seenAlone === true) continue
    const { day } = visit
    const over = { closes: day + 1, closing: 'visitOver' } as const
    const rest = { trigger: day, due: day, spans, missing: 'whyNotAlone', ...over } as const
    out.push(settle(raisedBy(ALONE, visit, rest), undefined, undefined))
  }
}

interface Told extends Recorded {
  readonly recipient: string
  readonly about: string
  readonly day: DayNumber
}
export interface EntryTold extends Ending {
  readonly anchor: Recorded
  readonly began: DayNumber
  readonly beganKnown: boolean
  readonly planned: boolean
  readonly after: DayNumber
  readonly told: readonly Told[]
  readonly spans: readonly Span[]
}

export function entryDuties(out: Duty[], known: EntryTold): void {
  const { anchor, began, beganKnown, planned, after, told, spans, closes, closing } = known
  const due = beganKnown ? (planned ? began : workingDaysAfter(began, HEALTH_TOLD.count.n)) : undefined
  const missing = beganKnown ? (due === undefined ? 'bankHolidays' : undefined) : 'periodBegan'
  const until = closes ?? Number.POSITIVE_INFINITY
  const met = told.find(
    ({ recipient, about, day }) =>
      recipient === 'health team' && about === 'comes into care' && day > after && day <= until,
  )
  const trigger = beganKnown ? began : undefined
  const raised = raisedBy(HEALTH_TOLD, anchor, { trigger, due, closes, closing, spans, missing })
  out.push(settle(raised, beganKnown ? met : undefined, beganKnown ? met?.day : undefined))
}
