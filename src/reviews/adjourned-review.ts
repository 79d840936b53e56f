// Rules CP-10 and CP-26: a review that was adjourned is completed, and a visit that finds a child not safeguarded calls for one.
import { type DayNumber, day, dayOf, type IsoDay, numberOf, workingDaysAfter } from '#calendar'
import { carePlanning2010, type Due, due, dueOn, rule } from '#law'
import { basis, type Closing, type Duty, raisedBy, type Span, settle } from '#ledger'
import type { Review } from './review.ts'
import { CARE_PLANNING_FROM } from './timing.ts'

const MOST_WORKING_DAYS = 20
const HELD = { fact: 'review', table: 'kith.review' } as const

export interface AdjournedGiven {
  readonly adjourned: IsoDay
  /** The day by which the review itself was owed, and the day on which it was completed. */
  readonly owedBy?: IsoDay
  readonly completed?: IsoDay
}

export const adjournedReview = rule<
  AdjournedGiven,
  Due | { readonly kind: 'openedInTimeCompletedLate'; readonly owedBy: IsoDay }
>({
  id: 'CP-10',
  name: 'Adjourned review completed',
  says: 'The reviewing officer may adjourn a review for not more than 20 working days if they know too little. Nothing that it considered is done before it is complete.',
  level: 'regulation',
  verification: 'knowledge',
  cites: [carePlanning2010('36(2)')],
  inForce: { from: CARE_PLANNING_FROM },
  satisfiedBy: { ...HELD, words: 'The next review held and completed.' },
  trigger: 'the day on which the review was adjourned',
  responsible: 'The reviewing officer',
  decidedOn: ({ adjourned }) => adjourned,
  apply: ({ adjourned, owedBy, completed }) => {
    if (owedBy !== undefined && completed !== undefined && adjourned <= owedBy && completed > owedBy)
      return { kind: 'openedInTimeCompletedLate', owedBy }
    return dueOn(workingDaysAfter(numberOf(adjourned), MOST_WORKING_DAYS))
  },
  examples: [
    { name: 'over the summer bank holiday', given: { adjourned: day('2026-08-06') }, expect: due('2026-09-04') },
    { name: 'over Easter', given: { adjourned: day('2026-03-20') }, expect: due('2026-04-21') },
    {
      name: 'opened a day before the first review was owed, completed after it: both are shown',
      vector: 'CP-10#3',
      given: { adjourned: day('2026-04-27'), owedBy: day('2026-04-28'), completed: day('2026-05-20') },
      expect: { kind: 'openedInTimeCompletedLate', owedBy: day('2026-04-28') },
    },
  ],
})

export interface FindingGiven {
  readonly visited: IsoDay
  readonly safeguarded: boolean
}

export const unsafeFinding = rule<
  FindingGiven,
  { readonly kind: 'open'; readonly from: IsoDay } | { readonly kind: 'none' }
>({
  id: 'CP-26',
  name: 'Review when a visit finds the child not safeguarded',
  says: 'Where a visit shows that the placement does not adequately safeguard the child, the case is reviewed. No number of days is set.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('30'), carePlanning2010('33(3)(b)')],
  inForce: { from: CARE_PLANNING_FROM },
  satisfiedBy: {
    fact: 'review',
    table: 'kith.review, kith.review_call',
    words: 'A review held after the visit that called for it.',
  },
  trigger: 'the visit that found it',
  responsible: 'The council',
  decidedOn: ({ visited }) => visited,
  apply: ({ visited, safeguarded }) =>
    safeguarded ? { kind: 'none' } : { kind: 'open', from: dayOf(numberOf(visited)) },
  examples: [
    {
      name: 'not safeguarded: open from the day of the visit',
      vector: 'CP-26#1',
      given: { visited: day('2026-02-10'), safeguarded: false },
      expect: { kind: 'open', from: day('2026-02-10') },
    },
    {
      name: 'safeguarded',
      vector: 'CP-26#2',
      given: { visited: day('2026-02-10'), safeguarded: true },
      expect: { kind: 'none' },
    },
  ],
})

export const ADJOURNED = basis({
  id: 'CP-10',
  rule: adjournedReview,
  name: 'Adjourned review completed',
  count: { unit: 'workingDays', n: MOST_WORKING_DAYS },
  since: 'adjourning it on',
  cites: carePlanning2010('36(2)'),
  kind: 'review',
})
export const UNSAFE_FINDING = basis({
  id: 'CP-26',
  rule: unsafeFinding,
  name: 'Review after a visit',
  count: { unit: 'none', n: 0 },
  since: 'the visit of',
  cites: carePlanning2010('30'),
  kind: 'review',
})

/** Of several meetings adjourned before one review is complete, the first starts the days. */
export function adjournedDuties(
  out: Duty[],
  adjourned: readonly Review[],
  known: {
    readonly completed: readonly Review[]
    readonly spans: readonly Span[]
    readonly closes: DayNumber | undefined
    readonly closing: Closing | undefined
  },
): void {
  const { completed, ...rest } = known
  let until = Number.NEGATIVE_INFINITY
  for (const meeting of adjourned) {
    if (meeting.held <= until) continue
    const met = completed.find(({ held }) => held >= meeting.held)
    const counted = workingDaysAfter(meeting.held, MOST_WORKING_DAYS)
    const missing = counted === undefined ? 'bankHolidays' : undefined
    out.push(
      settle(raisedBy(ADJOURNED, meeting, { trigger: meeting.held, due: counted, ...rest, missing }), met, met?.held),
    )
    until = met?.held ?? Number.POSITIVE_INFINITY
  }
}
