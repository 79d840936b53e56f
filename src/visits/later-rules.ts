// Rules CP-18, CP-19 and AD-03: visits after the first year, in long-term foster homes, and when placed for adoption.
import { type DayNumber, day, dayOf, type IsoDay, monthsAfter, numberOf, yearsAfter } from '#calendar'
import { adoptionAgencies2005, carePlanning2010, childrenAct1989, type Due, due, rule, unknown } from '#law'
import { COMMON } from './rules.ts'

/** intervalAtStart: an interval begun inside the first year stays six weeks. letter: only until the anniversary. */
export type FirstYearReading = 'intervalAtStart' | 'letter'

/** The first day that is no longer in the first year. */
const firstAnniversary = (began: DayNumber): DayNumber => yearsAfter(began, 1)

/** Is the interval that starts with this visit one of the first year? */
export function isFirstYear(began: DayNumber, visited: DayNumber, reading: FirstYearReading): boolean {
  const anniversary = firstAnniversary(began)
  return reading === 'letter' ? visited + 42 <= anniversary : visited < anniversary
}

export interface LaterVisitGiven {
  readonly began: IsoDay
  readonly lastVisit: IsoDay
  readonly intendedTo18: boolean
  readonly reading: FirstYearReading
}

export const afterFirstYear = rule<LaterVisitGiven, Due>({
  ...COMMON,
  id: 'CP-18',
  name: 'Visits after the first year',
  says: 'After the first year of a placement: visited not more than three months apart where it is intended to last until the child is 18, otherwise not more than six weeks.',
  verification: 'primary',
  cites: [carePlanning2010('28(2)(c)'), childrenAct1989('23ZA')],
  trigger: 'the day of the visit before',
  interpretations: [
    {
      name: 'firstYear',
      asks: 'An interval begins in the first year and would end after it: which interval is it?',
      taken: 'intervalAtStart',
      readings: {
        intervalAtStart: 'Six weeks: it began in the first year. The careful reading.',
        letter: 'Three months: six weeks would end after the anniversary.',
      },
    },
  ],
  decidedOn: ({ lastVisit }) => lastVisit,
  apply: ({ began, lastVisit, intendedTo18, reading }) => {
    const visited = numberOf(lastVisit)
    const sixWeeks = !intendedTo18 || isFirstYear(numberOf(began), visited, reading)
    return due(dayOf(sixWeeks ? visited + 42 : monthsAfter(visited, 3)))
  },
  examples: [
    {
      name: 'intended to last to 18: there is no 30 February',
      given: { began: day('2025-03-10'), lastVisit: day('2026-11-30'), intendedTo18: true, reading: 'intervalAtStart' },
      expect: due('2027-02-28'),
    },
    {
      name: 'not intended to last to 18',
      given: {
        began: day('2025-03-10'),
        lastVisit: day('2026-11-30'),
        intendedTo18: false,
        reading: 'intervalAtStart',
      },
      expect: due('2027-01-11'),
    },
    {
      name: 'the interval began in the first year: six weeks, the careful reading',
      vector: 'CP-18#3',
      given: { began: day('2025-03-10'), lastVisit: day('2026-02-20'), intendedTo18: true, reading: 'intervalAtStart' },
      expect: due('2026-04-03'),
    },
    {
      name: 'by the letter: three months, since six weeks would end after the anniversary',
      vector: 'CP-18#4',
      given: { began: day('2025-03-10'), lastVisit: day('2026-02-20'), intendedTo18: true, reading: 'letter' },
      expect: due('2026-05-20'),
    },
    {
      name: 'placed on 29 February: the year ends on 28 February',
      given: { began: day('2024-02-29'), lastVisit: day('2025-02-28'), intendedTo18: true, reading: 'intervalAtStart' },
      expect: due('2025-05-28'),
    },
  ],
})

export interface LongTermGiven {
  readonly began: IsoDay
  readonly lastVisit: IsoDay
  readonly longTermFoster: boolean
  readonly childAgrees: boolean
  readonly intendedTo18: boolean
}

const longTermCase = (began: string, lastVisit: string, facts: Partial<LongTermGiven>): LongTermGiven => ({
  began: day(began),
  lastVisit: day(lastVisit),
  longTermFoster: true,
  childAgrees: true,
  intendedTo18: true,
  ...facts,
})

export const longTermFoster = rule<LongTermGiven, Due | { readonly kind: 'notAvailable'; readonly because: string }>({
  ...COMMON,
  id: 'CP-19',
  name: 'Visits in a long-term foster home',
  says: 'In a long-term foster placement of more than a year, visits may be not more than six months apart if the child, being of sufficient age and understanding, agrees.',
  verification: 'secondary',
  cites: [carePlanning2010('28, as amended by SI 2015/495'), carePlanning2010('22B')],
  inForce: { from: day('2015-04-01') },
  trigger: 'the day of the visit before',
  decidedOn: ({ lastVisit }) => lastVisit,
  apply: ({ began, lastVisit, longTermFoster: designated, childAgrees, intendedTo18 }) => {
    const visited = numberOf(lastVisit)
    if (isFirstYear(numberOf(began), visited, 'intervalAtStart')) {
      return { kind: 'notAvailable', because: 'The placement is not a year old.' }
    }
    if (designated && childAgrees) return due(dayOf(monthsAfter(visited, 6)))
    return due(dayOf(intendedTo18 ? monthsAfter(visited, 3) : visited + 42))
  },
  examples: [
    {
      name: 'there is no 31 February',
      given: longTermCase('2024-08-01', '2026-08-31', {}),
      expect: due('2027-02-28'),
    },
    { name: 'six months', given: longTermCase('2024-08-01', '2026-03-05', {}), expect: due('2026-09-05') },
    {
      name: 'ten months old: not available',
      vector: 'CP-19#3',
      given: longTermCase('2025-05-01', '2026-03-01', {}),
      expect: { kind: 'notAvailable', because: 'The placement is not a year old.' },
    },
    {
      name: 'the child does not agree: three months',
      vector: 'CP-19#4',
      given: longTermCase('2024-09-01', '2026-03-01', { childAgrees: false }),
      expect: due('2026-06-01'),
    },
    {
      name: 'before April 2015 there was no such rule',
      given: longTermCase('2012-09-01', '2015-03-31', {}),
      expect: { kind: 'notInForce', from: day('2015-04-01'), until: undefined },
    },
  ],
})

export interface AdoptionVisitGiven {
  readonly from: IsoDay
  readonly firstReviewHeld: boolean
  /** After the first review, as the agency decided; undefined: no decision recorded. */
  readonly decidedWeeks: number | undefined
}

const weekly = (from: string, until: string) => ({
  name: `weekly from ${from}`,
  given: { from: day(from), firstReviewHeld: false, decidedWeeks: undefined },
  expect: due(until),
})

const AGREED_INTERVAL_MISSING = 'the interval that the agency decided'

export const adoptionVisit = rule<AdoptionVisitGiven, Due>({
  ...COMMON,
  id: 'AD-03',
  name: 'Visits when placed for adoption',
  says: 'A child placed for adoption and the adopters are visited within one week, then at least weekly until the first review, then as the agency decides.',
  verification: 'primary',
  cites: [adoptionAgencies2005('36(4)')],
  inForce: { from: day('2005-12-30') },
  trigger: 'the day placed for adoption, or of the visit before',
  responsible: 'The adoption agency',
  decidedOn: ({ from }) => from,
  apply: ({ from, firstReviewHeld, decidedWeeks }) => {
    if (!firstReviewHeld) return due(dayOf(numberOf(from) + 7))
    return decidedWeeks === undefined ? unknown(AGREED_INTERVAL_MISSING) : due(dayOf(numberOf(from) + 7 * decidedWeeks))
  },
  examples: [
    weekly('2026-12-24', '2026-12-31'),
    weekly('2026-12-31', '2027-01-07'),
    {
      name: 'two weeks, as decided after the first review',
      vector: 'AD-03#3',
      given: { from: day('2027-01-06'), firstReviewHeld: true, decidedWeeks: 2 },
      expect: due('2027-01-20'),
    },
    {
      name: 'no interval decided after the first review',
      given: { from: day('2027-01-06'), firstReviewHeld: true, decidedWeeks: undefined },
      expect: { kind: 'unknown', missing: AGREED_INTERVAL_MISSING },
    },
  ],
})
