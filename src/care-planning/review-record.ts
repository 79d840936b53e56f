// Rule CP-13 as duties: the record of a review is written, and given to those who have to have it.
import { type DayNumber, day, workingDaysAfter } from '#calendar'
import { carePlanning2010, guidance, phasedRule } from '#law'
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

const WRITTEN_DAYS = 15
const DAYS_MORE = 5
const handbook = guidance('IRO Handbook (2010)', 'chapter 3')

export const reviewRecorded = phasedRule({
  id: 'CP-13',
  name: 'Full review record',
  says: 'The record of a review is written within 15 working days of it, and given to the child, parents, carers, social worker and whoever else has to have it within 20. The regulation asks for the record and sets no number of days. It is counted of the last review.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [handbook, carePlanning2010('38')],
  inForce: { from: day('2011-04-01') },
  trigger: 'the day of the review',
  responsible: 'The reviewing officer; the council gives it out',
  interpretations: [
    {
      name: 'reviewRecord',
      asks: 'Within how many working days of a review is its record written? It is given out within five more.',
      taken: '15',
      readings: {
        '10': 'Ten, and given out within 15.',
        '15': 'Fifteen, and given out within 20, as the handbook says.',
        '20': 'Twenty, and given out within 25.',
        off: 'The clock does not count it.',
      },
    },
  ],
  satisfiedBy: {
    fact: 'record of a review',
    table: 'kith.review_record',
    words: 'The day on which the record was written, and the day on which the last of them had it.',
  },
  phases: {
    written: { n: WRITTEN_DAYS, unit: 'workingDays' },
    given: { n: WRITTEN_DAYS + DAYS_MORE, unit: 'workingDays' },
  },
  vectors: [
    ['written', '2026-05-20', '2026-06-11', 'the full record, over a bank holiday'],
    ['given', '2026-05-20', '2026-06-18', 'given out'],
    ['written', '2026-12-10', '2027-01-05', 'over Christmas'],
  ],
})

/** The working days that a council may choose, each with its own bases. */
export const DAYS_TO_WRITE = [10, 15, 20] as const
const of = (id: string, name: string, n: number): Basis =>
  basis({
    ...{ id: `CP-13/${id}-${n}`, rule: reviewRecorded, name, count: { unit: 'workingDays', n } },
    ...{ since: 'the review of', cites: handbook, kind: 'reviewRecord' },
  })
const WRITTEN: ReadonlyMap<number, Basis> = new Map(
  DAYS_TO_WRITE.map((n) => [n, of('written', 'Record of the review', n)]),
)
const GIVEN: ReadonlyMap<number, Basis> = new Map(
  DAYS_TO_WRITE.map((n) => [n, of('given', 'Record of the review given out', n + DAYS_MORE)]),
)
export const REVIEW_RECORD_BASES: readonly Basis[] = [...WRITTEN.values(), ...GIVEN.values()]

export interface ReviewRecorded extends Recorded {
  /** Line of the review. */
  readonly review: string
  readonly written: DayNumber
  readonly given: DayNumber | undefined
}
interface Held extends Recorded {
  readonly held: DayNumber
}
export interface RecordsKnown {
  readonly reviews: readonly Held[]
  readonly records: readonly ReviewRecorded[]
  readonly spans: readonly Span[]
  readonly on: DayNumber
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
  /** Working days; undefined: the council counts none. */
  readonly days: number | undefined
}

/** Of the last review. Nothing is raised for one that was held before the record could hold it. */
export function recordDuties(out: Duty[], known: RecordsKnown): void {
  const { reviews, records, spans, on, closes, closing, days } = known
  const [written, given] = days === undefined ? [] : [WRITTEN.get(days), GIVEN.get(days)]
  const review = reviews.at(-1)
  if (written === undefined || given === undefined || review === undefined) return
  if (coveredThrough(spans, review.held) === undefined) return
  const found = records.find((one) => one.review === review.line && one.written <= on)
  const push = (counted: Basis, done: DayNumber | undefined): void => {
    const due = workingDaysAfter(review.held, counted.count.n)
    const missing = due === undefined ? 'bankHolidays' : undefined
    const met = done !== undefined && done <= on ? done : undefined
    const raised = raisedBy(counted, review, { trigger: review.held, due, closes, closing, spans, missing })
    out.push(settle(raised, met === undefined ? undefined : found, met))
  }
  push(written, found?.written)
  push(given, found?.given)
}
