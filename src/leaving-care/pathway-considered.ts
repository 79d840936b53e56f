// Rule LC-05 as a duty: in care, each review that considers the pathway plan asks for the next within six months.
import { type DayNumber, day, monthsAfter } from '#calendar'
import { carePlanning2010, countedRule } from '#law'
import {
  type Basis,
  basis,
  type Closing,
  coveredThrough,
  type Duty,
  type Recorded,
  raisedBy,
  type Span,
  settle,
} from '#ledger'

const MONTHS = 6
export const planConsidered = countedRule({
  id: 'LC-05',
  name: 'Pathway plan at the reviews of a child in care',
  says: 'The pathway plan of an eligible child is considered at their reviews while they are in care: at least every six months.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('33(2)'), carePlanning2010('Part 6')],
  inForce: { from: day('2011-04-01') },
  trigger: 'the day of the pathway plan, or of the review before that considered it',
  responsible: 'The reviewing officer; the council',
  satisfiedBy: {
    fact: 'review that considered the pathway plan',
    table: 'kith.review, kith.plan_state',
    words: 'A completed review of which it is recorded that the pathway plan was considered.',
  },
  interval: { n: MONTHS, unit: 'months' },
  vectors: [
    ['2026-08-31', '2027-02-28', 'there is no 31 February'],
    ['2026-06-01', '2026-12-01', 'six months'],
  ],
})
export const CONSIDERED: Basis = basis({
  id: 'LC-05',
  rule: planConsidered,
  name: 'Pathway plan considered at a review',
  count: { unit: 'months', n: MONTHS },
  since: 'the plan, or the review before, of',
  cites: carePlanning2010('33(2)'),
  kind: 'reviewRecord',
})

interface Dated extends Recorded {
  readonly day: DayNumber
}
export interface Considering {
  /** Approved pathway plans, and the reviews that considered one, each in order. */
  readonly planned: readonly Dated[]
  readonly reviews: readonly Dated[]
  readonly spans: readonly Span[]
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}

/** From the first of them that the record could hold: what was before it stays not known. */
export function consideredDuties(out: Duty[], { planned, reviews, spans, closes, closing }: Considering): void {
  const [plan] = planned
  if (plan === undefined) return
  const inCare = [plan, ...reviews.filter(({ day: held }) => held >= plan.day)].filter(
    ({ day: at }) => (closes === undefined || at < closes) && coveredThrough(spans, at) !== undefined,
  )
  for (const [at, from] of inCare.entries()) {
    const next = inCare[at + 1]
    const due = monthsAfter(from.day, MONTHS)
    const rest = { trigger: from.day, due, closes, closing, spans, missing: undefined }
    out.push(settle(raisedBy(CONSIDERED, from, rest), next, next?.day))
  }
}
