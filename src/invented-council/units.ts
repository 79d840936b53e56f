// Who lives with whom, and in what kind of place: brothers and sisters together where they can be.

import type { DayNumber } from '#calendar'
import { type Chance, quotasOf } from '#chance'
import type { Person } from './families.ts'
import { PLACES } from './published-data.ts'
import type { Standing } from './statuses.ts'

export type PlaceKind = keyof typeof PLACES
/** Children who live in one home; mostly one. */
export type Unit = {
  readonly key: string
  readonly members: readonly Person[]
  readonly place: PlaceKind
  readonly kin: boolean
}

const YEAR = 365.25
export const sixteenOf = ({ born }: Pick<Person, 'born'>): DayNumber => Math.ceil(born + 16 * YEAR) + 1

type Knowing = { readonly standing: ReadonlyMap<string, Standing>; readonly today: DayNumber; readonly chance: Chance }

/** The law keeps everybody under 16 out of supported accommodation, and only who is in care can be placed with parents. */
function placesOf(people: readonly Person[], { standing, today, chance }: Knowing): ReadonlyMap<string, PlaceKind> {
  const wanted = quotasOf(PLACES, people.length)
  const places = new Map<string, PlaceKind>()
  const age = ({ born }: Person) => (today - born) / YEAR
  const stands = ({ code }: Person) => standing.get(code)
  const give = (place: PlaceKind, fits: (one: Person) => number): void => {
    const order = chance
      .shuffled(people)
      .filter((one) => !places.has(one.code) && fits(one) > 0)
      .map((one) => ({ code: one.code, score: fits(one) + chance.next() }))
      .toSorted((a, b) => b.score - a.score)
    for (const { code } of order.slice(0, wanted.get(place) ?? 0)) places.set(code, place)
  }
  give('adoption', (one) =>
    stands(one) === 'E1' && today - one.came > 240 ? 1 + Math.min(1.5, (today - one.came) / 700) : 0,
  )
  give('parents', (one) => (stands(one) === 'C2' && age(one) > 4 && one.need !== 'N2' ? 1 : 0))
  give('supported accommodation', (one) =>
    today - sixteenOf(one) > 20 && one.need !== 'N2' ? 1 + Number(one.alone) * 0.55 : 0,
  )
  give('other residential', (one) =>
    one.need === 'N2' ? 3 : one.stay === 'short' && age(one) < 1 && stands(one) === 'C1' ? 2 : age(one) > 11 ? 0.2 : 0,
  )
  give("children's home", (one) =>
    age(one) > 9.5 && !one.alone && stands(one) !== 'E1' ? 1 + Number(age(one) > 12) : 0,
  )
  return places
}

/** Two of three families stay together; four at once find a home only two by two. */
function together(members: readonly Person[], chance: Chance): readonly (readonly Person[])[] {
  if (members.length < 2) return [members]
  if (!chance.happens(0.68)) return members.map((one) => [one])
  const byAge = members.toSorted((a, b) => a.born - b.born)
  return byAge.length < 4 ? [byAge] : [byAge.slice(0, 2), byAge.slice(2)]
}

export function unitsOf(people: readonly Person[], knowing: Knowing): readonly Unit[] {
  const { chance } = knowing
  const places = placesOf(people, knowing)
  const units: Unit[] = []
  for (const [family, members] of Map.groupBy(people, ({ family: of }) => of)) {
    const byPlace = Map.groupBy(members, ({ code }) => places.get(code) ?? 'foster')
    for (const [place, living] of byPlace) {
      const apart = place === 'foster' || place === 'adoption' || place === 'parents'
      for (const home of apart ? together(living, chance) : living.map((one) => [one])) {
        const kin = place === 'foster' && !members.some(({ alone }) => alone) && chance.happens(0.2)
        units.push({ key: `${family}.${units.length}`, members: home, place, kin })
      }
    }
  }
  return units
}
