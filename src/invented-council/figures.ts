// What the invented council comes to, counted anew from the days of each child: for the tests, and for what the command says.
import { addMonths, ageOn, dayOf, numberOf } from '#calendar'
import type { InventedChild, InventedCouncil } from './council.ts'
import { isInside, milesBetween } from './places.ts'
import type { Target } from './published-data.ts'

const share = <T>(of: readonly T[], is: (one: T) => boolean): number =>
  of.length === 0 ? 0 : of.filter(is).length / of.length

/** The ten figures, in the words of `TARGETS`. */
export function figuresOf({ everybody, today }: InventedCouncil): Readonly<Record<Target, number>> {
  const inCare = everybody.filter(({ left }) => left === undefined)
  const [year, since, two] = [-12, -30, -24].map((months) => numberOf(addMonths(today, months)))
  const before = (day: number | undefined) => (one: InventedChild) => one.came <= (day ?? 0)
  const under16 = inCare.filter(({ born }) => ageOn(dayOf(born), today) < 16)
  const cohort = under16.filter(before(since))
  const homesThisYear = ({ homes }: InventedChild) =>
    homes.filter(({ until }) => until === undefined || until > (year ?? 0)).length
  const scored = inCare.filter(({ health }) => health?.sdq !== undefined)
  return {
    'children in care': inCare.length,
    male: share(inCare, ({ sex }) => sex === 'M'),
    'a year or more': share(inCare, before(year)),
    'long-term, of those under 16': share(under16, before(since)),
    'three homes or more in the year': share(inCare, (one) => homesThisYear(one) >= 3),
    'long-term and settled': share(cohort, ({ homes }) => (homes.at(-1)?.since ?? 0) <= (two ?? 0)),
    'more than 20 miles from home': share(
      inCare,
      ({ home, homes }) => (milesBetween(home, homes.at(-1)?.postcode ?? null) ?? 0) > 20,
    ),
    'questionnaire of concern': share(scored, ({ health }) => (health?.sdq ?? 0) >= 17),
    'missing in the year': share(inCare, ({ away }) => away.length > 0),
    unaccompanied: share(inCare, ({ alone }) => alone),
  }
}

/** How many of those in care fall into each group, of what `published-data.ts` groups. */
export function groupsOf({ everybody, today }: InventedCouncil): Readonly<Record<string, ReadonlyMap<string, number>>> {
  const inCare = everybody.filter(({ left }) => left === undefined)
  const counted = (group: (one: InventedChild) => string) =>
    new Map([...Map.groupBy(inCare, group)].map(([name, members]) => [name, members.length]))
  const age = ({ born }: InventedChild) => ageOn(dayOf(born), today)
  return {
    age: counted((one) =>
      age(one) < 1
        ? 'under 1'
        : age(one) < 5
          ? '1 to 4'
          : age(one) < 10
            ? '5 to 9'
            : age(one) < 16
              ? '10 to 15'
              : '16 and over',
    ),
    status: counted(({ statuses }) => statuses.at(-1)?.code ?? ''),
    place: counted(({ homes }) => placeNamed(homes.at(-1)?.kind ?? '')),
    provider: counted(({ homes }) => homes.at(-1)?.provider ?? ''),
    need: counted(({ need }) => need),
    ethnicity: counted(({ ethnicity }) => GROUP[ethnicity.slice(0, 1)] ?? 'Unknown'),
    locality: counted(({ homes }) => (isInside(homes.at(-1)?.postcode ?? null) === true ? 'inside' : 'outside')),
  }
}
const GROUP: Readonly<Record<string, string>> = { W: 'White', M: 'Mixed', A: 'Asian', B: 'Black', O: 'Other' }
function placeNamed(kind: string): string {
  const names: Readonly<Record<string, string>> = { U: 'foster', A: 'adoption', P: 'parents', R: 'other residential' }
  if (kind === 'K3' || kind === 'H5') return 'supported accommodation'
  return kind === 'K2' ? "children's home" : (names[kind.slice(0, 1)] ?? '')
}
