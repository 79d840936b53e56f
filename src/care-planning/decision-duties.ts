// What comes after a review as duties: the manager's answer to its decisions, and an independent visitor thought of.
import { type DayNumber, workingDaysAfter } from '#calendar'
import { carePlanning2010, guidance } from '#law'
import { type Basis, basis, type Closing, type Duty, type Recorded, raisedBy, type Span, settle } from '#ledger'
import { ANSWER_WORKING_DAYS, managerAnswers, visitorConsidered } from './decision-rules.ts'

const ANSWERED = basis({
  id: 'CP-12',
  rule: managerAnswers,
  name: 'Manager’s answer to the review’s decisions',
  count: { unit: 'workingDays', n: ANSWER_WORKING_DAYS },
  since: 'receiving them on',
  cites: guidance('IRO Handbook (2010)', 'chapter 3'),
  kind: 'reviewDecision',
  remark: 'Silence is agreement.',
})
const VISITOR = basis({
  id: 'CP-31',
  rule: visitorConsidered,
  name: 'Independent visitor considered',
  count: { unit: 'by', n: 0 },
  since: 'the review on',
  cites: carePlanning2010('47'),
  kind: 'visitorConsidered',
})
export const DECISION_BASES: readonly Basis[] = [ANSWERED, VISITOR]

/** Of a review, by its line. */
interface OfReview extends Recorded {
  readonly review: string
  readonly day: DayNumber
}
interface Held extends Recorded {
  readonly held: DayNumber
}
export interface AfterReviews {
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
  /** Completed ones of this period, in order. */
  readonly reviews: readonly Held[]
  readonly received: readonly OfReview[]
  readonly answered: readonly OfReview[]
  /** Reviews at which it was decided. */
  readonly visitors: ReadonlySet<string>
  readonly spans: readonly Span[]
  readonly visitorSpans: readonly Span[]
}

/** Never late: who says nothing has agreed. */
function answers(out: Duty[], { reviews, received, answered, spans, closes, closing }: AfterReviews): void {
  for (const { line } of reviews) {
    const receipt = received.find(({ review }) => review === line)
    if (receipt === undefined) continue
    const due = workingDaysAfter(receipt.day, ANSWER_WORKING_DAYS)
    const met = answered.find(({ review }) => review === line)
    const silent = met === undefined && due !== undefined && (closes === undefined || due < closes)
    const over = silent ? ({ closes: due + 1, closing: 'silenceAgrees' } as const) : { closes, closing }
    const missing = due === undefined ? 'bankHolidays' : undefined
    out.push(settle(raisedBy(ANSWERED, receipt, { trigger: receipt.day, due, ...over, spans, missing }), met, met?.day))
  }
}

export function afterReviewDuties(out: Duty[], known: AfterReviews): void {
  answers(out, known)
  const { reviews, visitors, visitorSpans: spans, closes, closing } = known
  const latest = reviews.at(-1)
  if (latest === undefined) return
  const met = visitors.has(latest.line) ? latest : undefined
  const rest = { trigger: latest.held, due: latest.held, closes, closing, spans, missing: undefined } as const
  out.push(settle(raisedBy(VISITOR, latest, rest), met, met?.held))
}
