// Rule CP-28: short breaks in one series: their visits, their reviews, and the days beyond which the full duties apply.
import { type DayNumber, day, dayOf, type IsoDay, monthsAfter, numberOf } from '#calendar'
import { carePlanning2010, type Due, due, rule, unknown } from '#law'

export type ShortBreakGiven =
  | { readonly asks: 'firstReview' | 'laterReview' | 'laterVisit'; readonly from: IsoDay }
  | { readonly asks: 'firstVisit'; readonly breaks: readonly { readonly first: IsoDay; readonly last: IsoDay }[] }
  | { readonly asks: 'limits'; readonly on: IsoDay; readonly daysInYear: number; readonly planned: number }

export type ShortBreakAnswer =
  | Due
  | { readonly kind: 'shortBreaks' }
  | { readonly kind: 'fullDuties'; readonly because: string }

export const MOST_DAYS_AT_A_TIME = 17
export const MOST_DAYS_IN_A_YEAR = 75
const FIRST_PLACEMENT_DAYS = 7

/** The seventh day on which the child is placed; undefined: not that many days yet. Days from the first to the last, both placed. */
export function seventhDayPlaced(breaks: readonly Stay[]): DayNumber | undefined {
  let left = FIRST_PLACEMENT_DAYS
  for (const { first, last } of breaks) {
    const placed = last - first + 1
    if (placed >= left) return first + left - 1
    left -= placed
  }
  return undefined
}

export type BreakDays = {
  readonly stays: number
  /** Days of the longest stay, the first and the last counted. */
  readonly longest: number
  /** Days placed in the twelve months that end with the day asked about. */
  readonly inYear: number
  /** The first day beyond either limit, and which. */
  readonly beyond: { readonly since: DayNumber; readonly because: string } | undefined
}
type Stay = { readonly first: DayNumber; readonly last: DayNumber }

/** What is counted of breaks begun by a day; of one that goes on, the days until then. */
export function breakDays(breaks: readonly Stay[], on: DayNumber): BreakDays {
  const stays = breaks
    .filter(({ first }) => first <= on)
    .map(({ first, last }) => ({ first, last: Math.min(last, on) }))
    .sort((a, b) => a.first - b.first)
  const placed = [...new Set(stays.flatMap(({ first, last }) => range(first, last)))].sort((a, b) => a - b)
  const inYearTo = (day: DayNumber) => placed.filter((one) => one <= day && one > monthsAfter(day, -12)).length
  const tooLong = stays.find(({ first, last }) => last - first + 1 > MOST_DAYS_AT_A_TIME)
  const tooMany = placed.find((day) => inYearTo(day) > MOST_DAYS_IN_A_YEAR)
  const beyond = [
    ...(tooLong ? [{ since: tooLong.first + MOST_DAYS_AT_A_TIME, because: TOO_LONG }] : []),
    ...(tooMany === undefined ? [] : [{ since: tooMany, because: TOO_MANY }]),
  ].sort((a, b) => a.since - b.since)
  return {
    stays: stays.length,
    longest: Math.max(0, ...stays.map(({ first, last }) => last - first + 1)),
    inYear: inYearTo(on),
    beyond: beyond[0],
  }
}
const range = (first: DayNumber, last: DayNumber): readonly DayNumber[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)
const TOO_LONG = `more than ${MOST_DAYS_AT_A_TIME} days at a time`
const TOO_MANY = `more than ${MOST_DAYS_IN_A_YEAR} days in twelve months`

function limits(daysInYear: number, planned: number): ShortBreakAnswer {
  if (planned > MOST_DAYS_AT_A_TIME) {
    return { kind: 'fullDuties', because: `${planned} days at a time: more than ${MOST_DAYS_AT_A_TIME}` }
  }
  const total = daysInYear + planned
  return total > MOST_DAYS_IN_A_YEAR
    ? { kind: 'fullDuties', because: `${total} days in twelve months: more than ${MOST_DAYS_IN_A_YEAR}` }
    : { kind: 'shortBreaks' }
}

function decidedOn(given: ShortBreakGiven): IsoDay | undefined {
  if (given.asks === 'limits') return given.on
  return given.asks === 'firstVisit' ? given.breaks[0]?.first : given.from
}

function apply(given: ShortBreakGiven) {
  if (given.asks === 'limits') return limits(given.daysInYear, given.planned)
  if (given.asks === 'firstVisit') {
    const spans = given.breaks.map(({ first, last }) => ({ first: numberOf(first), last: numberOf(last) }))
    const seventh = seventhDayPlaced(spans)
    return seventh === undefined ? unknown('the days of each short break') : due(dayOf(seventh))
  }
  return due(dayOf(monthsAfter(numberOf(given.from), given.asks === 'firstReview' ? 3 : 6)))
}

export const shortBreaks = rule<ShortBreakGiven, ShortBreakAnswer>({
  id: 'CP-28',
  name: 'Short breaks',
  says: 'Short breaks in one series: first visit within the first seven days placed, later ones not more than 6 months apart; first review within 3 months of the first placement, later ones not more than 6 months apart. More than 17 days at a time or 75 in twelve months, and all duties apply.',
  level: 'regulation',
  verification: 'secondary',
  cites: [carePlanning2010('48')],
  inForce: { from: day('2011-04-01') },
  satisfiedBy: {
    fact: 'visit or review',
    table: 'kith.visit, kith.review',
    words: 'Visits on days when the child is placed; reviews held.',
  },
  trigger: 'the start of the first short break',
  responsible: 'The council',
  decidedOn,
  apply,
  examples: [
    {
      name: 'first review: there is no 30 February',
      given: { asks: 'firstReview', from: day('2026-11-30') },
      expect: due('2027-02-28'),
    },
    {
      name: 'next review: 28 August, not the 31st',
      given: { asks: 'laterReview', from: day('2027-02-28') },
      expect: due('2027-08-28'),
    },
    {
      name: 'two more days after 74',
      vector: 'CP-28#3',
      given: { asks: 'limits', on: day('2026-06-01'), daysInYear: 74, planned: 2 },
      expect: { kind: 'fullDuties', because: '76 days in twelve months: more than 75' },
    },
    {
      name: 'a break of 18 days',
      vector: 'CP-28#4',
      given: { asks: 'limits', on: day('2026-06-01'), daysInYear: 0, planned: 18 },
      expect: { kind: 'fullDuties', because: '18 days at a time: more than 17' },
    },
    {
      name: '17 days at a time and 75 in the year are still short breaks',
      given: { asks: 'limits', on: day('2026-06-01'), daysInYear: 58, planned: 17 },
      expect: { kind: 'shortBreaks' },
    },
    {
      name: 'first visit: the seventh day placed, over three weekends',
      given: {
        asks: 'firstVisit',
        breaks: [
          { first: day('2026-06-05'), last: day('2026-06-07') },
          { first: day('2026-06-19'), last: day('2026-06-21') },
          { first: day('2026-07-03'), last: day('2026-07-05') },
        ],
      },
      expect: due('2026-07-03'),
    },
  ],
})
