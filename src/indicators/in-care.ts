// Indicators on being looked after: how many, since when, in how many placements, how far from home, with how many workers.
import { ageOnNumber, attainsAgeNumber, type DayNumber } from '#calendar'
import type { CarePeriod, ChildYear, Stay, Year } from './child-year.ts'
import { type Definition, lacking, type Standing } from './definition.ts'

const goesOnAt = (until: DayNumber | undefined, day: DayNumber) => until === undefined || until > day

/** The period that runs at the end of the year. */
export const currentPeriod = ({ periods }: ChildYear, { last }: Year): CarePeriod | undefined =>
  periods.findLast(({ since, until }) => since <= last && goesOnAt(until, last))

export const lookedAfterInYear = ({ periods }: ChildYear, { first, last }: Year): boolean =>
  periods.some(({ since, until }) => since <= last && (until === undefined || until >= first))

/** The last period that ended in the year: each child counts once. */
export const ceasedPeriod = ({ periods }: ChildYear, { first, last }: Year): CarePeriod | undefined =>
  periods.findLast(({ until }) => until !== undefined && until >= first && until <= last)

const startedInYear = ({ periods }: ChildYear, { first, last }: Year): boolean =>
  periods.some(({ since, sinceKnown }) => sinceKnown && since >= first && since <= last)

/** In care for the first time of which the record knows on a day of the year, and nobody knows since when. */
export const mayHaveStarted = ({ periods }: ChildYear, { first, last }: Year): boolean =>
  periods.some(({ since, sinceKnown }) => !sinceKnown && since > first && since <= last)
export const whenCareBegan = 'the day on which care began'

export const currentStay = (child: ChildYear, year: Year): Stay | undefined =>
  currentPeriod(child, year)?.stays.findLast(({ since }) => since <= year.last)

/** Another placement with the same carers goes on with the one before it: one, from the first day to the last. */
function byCarers(stays: readonly Stay[]): readonly Stay[] {
  const joined: Stay[] = []
  for (const stay of stays) {
    const before = stay.sameCarers ? joined.pop() : undefined
    joined.push(before ? { ...stay, since: before.since, sinceKnown: before.sinceKnown } : stay)
  }
  return joined
}

/** Of a day or longer, touching the year; with the same carers it is no other placement. */
export function placementsInYear({ periods }: ChildYear, { first, last }: Year): number {
  return byCarers(periods.flatMap((period) => period.stays.filter(({ since }) => since <= last))).filter(
    ({ since, until }) => until === undefined || (until >= first && until > since),
  ).length
}

const yes = (is: boolean): Standing => (is ? 'above' : 'below')
const count = (is: boolean): Standing => (is ? 'above' : 'outside')

/** Of the children looked after at the end of the year. `lacks`: which fact it is, where nobody knows of this one; published figures count them below. */
const ofThoseInCare =
  (is: (child: ChildYear, year: Year) => boolean | undefined, lacks = ''): Definition['stands'] =>
  (child, year) => {
    if (!currentPeriod(child, year)) return 'outside'
    const answer = is(child, year)
    return answer === undefined ? lacking(lacks, 'below') : yes(answer)
  }

const twoYears = 730

/** The day two and a half years before, as a number of days. */
const longAgo = (last: DayNumber) => attainsAgeNumber(last, -3) + 183

/** How long a placement has lasted together with the one before it, where the child is placed for adoption. */
function lastsTwoYears({ stays }: CarePeriod, last: DayNumber): boolean | undefined {
  const [current, before] = byCarers(stays.filter(({ since }) => since <= last)).toReversed()
  if (!current) return undefined
  const from = current.forAdoption && before ? before : current
  if (last - from.since >= twoYears) return true
  return from.sinceKnown ? false : undefined
}

function stable(child: ChildYear, year: Year): Standing {
  const period = currentPeriod(child, year)
  if (!period) return 'outside'
  if (child.born === undefined) return lacking('the birth date', 'outside')
  if (ageOnNumber(child.born, year.last) >= 16) return 'outside'
  if (period.since > longAgo(year.last)) return period.sinceKnown ? 'outside' : lacking(whenCareBegan)
  const lasts = lastsTwoYears(period, year.last)
  return lasts === undefined ? lacking('the day on which this placement began') : yes(lasts)
}

const twentyMiles = 20
const isFar = (stay: Stay | undefined): boolean | undefined =>
  stay?.milesFromHome === undefined ? undefined : stay.milesFromHome > twentyMiles
const distance = 'how far the placement lies from home'

/** Far and outside: a no to either is a no, whatever is not known of the other. */
function isFarOutside(stay: Stay | undefined): boolean | undefined {
  const far = isFar(stay)
  if (far === false || stay?.inArea === true) return false
  return far === undefined || stay?.inArea === undefined ? undefined : true
}

const shared = { unit: 'percent', decimals: 0, denominatorKey: 'cla_count', polarity: 'low' } as const
const atYearEnd = 'children looked after at the end of the year'

export const inCareIndicators: readonly Definition[] = [
  {
    id: 'cla_count',
    ofTheDay: true,
    name: 'Children looked after',
    numerator: 'children with an open period of care on the last day, series of short breaks not counted',
    denominator: undefined,
    unit: 'count',
    decimals: 0,
    denominatorKey: undefined,
    polarity: 'none',
    stands: (child, year) => count(currentPeriod(child, year) !== undefined),
  },
  {
    id: 'cla_started',
    name: 'Started to be looked after in the year',
    numerator: 'children with a period of care that began in the year, each counted once',
    denominator: undefined,
    unit: 'count',
    decimals: 0,
    denominatorKey: undefined,
    polarity: 'none',
    stands: (child, year) => {
      if (startedInYear(child, year)) return 'above'
      return mayHaveStarted(child, year) ? lacking(whenCareBegan, 'outside') : 'outside'
    },
  },
  {
    id: 'cla_ceased',
    name: 'Ceased to be looked after in the year',
    numerator: 'children with a period of care that ended in the year, each counted once',
    denominator: undefined,
    unit: 'count',
    decimals: 0,
    denominatorKey: undefined,
    polarity: 'none',
    stands: (child, year) => count(ceasedPeriod(child, year) !== undefined),
  },
  {
    ...shared,
    id: 'uasc_count',
    ofTheDay: true,
    name: 'Unaccompanied asylum-seeking children',
    numerator: 'children looked after at the end of the year who are unaccompanied asylum seekers then',
    denominator: atYearEnd,
    polarity: 'none',
    note: 'Until when a child was one is recorded, and not since when: taken as since they came.',
    stands: ofThoseInCare(({ unaccompanied }) => unaccompanied),
  },
  {
    ...shared,
    id: 'placements_3plus_pct',
    name: 'Three or more placements in the year',
    numerator: 'children with three or more placements of a day or longer in the year',
    denominator: atYearEnd,
    note: 'A temporary stay elsewhere and a new legal status alone are no other placement (from knowledge, unconfirmed). Nor is any placement with the same carers: the published wording says so only of foster carers who adopt.',
    stands: ofThoseInCare((child, year) => placementsInYear(child, year) >= 3),
  },
  {
    ...shared,
    id: 'long_term_stability_pct',
    name: 'Long-term placement stability',
    numerator: 'children in one placement for two years, or placed for adoption and so with the one before it',
    denominator: 'children under 16 looked after continuously for two and a half years',
    denominatorKey: 'cla under 16 for 2.5 years',
    polarity: 'high',
    note: 'A return may not reach back far enough: those children are listed as not known, and are in neither number. Another placement with the same carers goes on with the one before it, which the published wording does not say.',
    stands: stable,
  },
  {
    ...shared,
    id: 'distance_over20_pct',
    ofTheDay: true,
    name: 'Placed over 20 miles from home',
    numerator: 'children whose placement lies more than 20 miles from home',
    denominator: atYearEnd,
    note: 'Published figures count a child of whom no distance is known in the denominator alone.',
    stands: ofThoseInCare((child, year) => isFar(currentStay(child, year)), distance),
  },
  {
    ...shared,
    id: 'distance_over20_outside_la_pct',
    ofTheDay: true,
    name: 'Over 20 miles and outside the council’s area',
    numerator: 'children placed more than 20 miles from home and outside the area',
    denominator: atYearEnd,
    within: 'distance_over20_pct',
    stands: ofThoseInCare((child, year) => isFarOutside(currentStay(child, year)), distance),
  },
  {
    ...shared,
    id: 'in_la_pct',
    ofTheDay: true,
    name: 'Placed inside the council’s area',
    numerator: 'children placed inside the council’s own area',
    denominator: atYearEnd,
    polarity: 'none',
    stands: ofThoseInCare((child, year) => currentStay(child, year)?.inArea, 'in whose area the placement lies'),
  },
  {
    ...shared,
    id: 'sw_3plus_pct',
    name: 'Three or more social workers in the year',
    numerator: 'children who had three or more different social workers in the year',
    denominator: atYearEnd,
    stands: ofThoseInCare(({ workers }) => (workers === 0 ? undefined : workers >= 3), 'who worked with the child'),
  },
]

const adopted = new Set(['E11', 'E12'])
const daysToAdopters = ({ since, stays }: CarePeriod): number | undefined => {
  const moved = stays.find(({ forAdoption }) => forAdoption)
  return moved && moved.since - since
}

/** Of the record alone: a return begins with its year. */
export const entryToPlacement: Definition = {
  id: 'adoption_entry_to_placement_days',
  name: 'Days from coming into care to living with adopters',
  numerator: 'days from the beginning of the period of care to moving in with the adopters, added up',
  denominator: 'children adopted in the year',
  denominatorKey: 'adopted',
  unit: 'days',
  decimals: 0,
  polarity: 'low',
  note: 'Over one year. A child adopted by their foster carers counts from when they were placed for adoption, which is later than the adjusted figure.',
  stands: (child, year) => {
    const period = ceasedPeriod(child, year)
    if (!period || !adopted.has(period.reasonEnded ?? '')) return 'outside'
    if (!period.sinceKnown) return lacking('the day on which care began', 'outside')
    return daysToAdopters(period) === undefined ? lacking('the day of moving in with the adopters', 'outside') : 'above'
  },
  adds: (child, year) => {
    const period = ceasedPeriod(child, year)
    return (period && daysToAdopters(period)) ?? 0
  },
}
