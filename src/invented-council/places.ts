// The invented country round the council: its own postcodes, a ring of neighbours beside it, and what is far away.
import { type Chance, chanceFrom } from '#chance'
import {
  demonstrationEntries,
  distanceBetweenPlaces,
  type Place,
  type PostcodeEntry,
  postcodeListFrom,
} from '#geography'

/** The council of the invented postcodes. */
const HERE = 'E06000053'
/** Councils whose invented places lie all round; the ring is given to them side by side. */
const BESIDE = ['E06000052', 'E06000026', 'E06000027', 'E06000059'] as const

const inside = demonstrationEntries.filter(([, easting, , authority]) => authority === HERE && easting !== null)
const far = demonstrationEntries.filter(
  ([, easting, , authority]) => authority !== HERE && easting !== null && authority?.startsWith('E') === true,
)
const eastings = inside.flatMap(([, easting]) => easting ?? [])
const northings = inside.flatMap(([, , northing]) => northing ?? [])
const [west, east, south, north] = [
  Math.min(...eastings),
  Math.max(...eastings),
  Math.min(...northings),
  Math.max(...northings),
]

/** Places just over the border, which the list of the return does not have. */
const ring: readonly PostcodeEntry[] = (() => {
  const chance = chanceFrom('the ring of neighbours')
  const letters = 'ABDEFGHJLNPQRSTUWXYZ'
  const letter = () => letters[chance.whole(0, letters.length - 1)] ?? 'A'
  return Array.from({ length: 240 }, (_, at): PostcodeEntry => {
    const side = at % 4
    const out = chance.whole(700, 9000)
    const [easting, northing] =
      side < 2
        ? [side === 0 ? west - out : east + out, chance.whole(south, north)]
        : [chance.whole(west, east), side === 2 ? south - out : north + out]
    const postcode = `VN${1 + (at % 28)} ${chance.whole(1, 9)}${letter()}${letter()}`
    return [postcode, easting, northing, BESIDE[side] ?? null]
  })
})()

/** Every invented postcode: what the directory of the demonstration holds. */
export const inventedEntries: readonly PostcodeEntry[] = [...demonstrationEntries, ...ring]
const known = postcodeListFrom(inventedEntries)
const placeOf = (postcode: string | null): Place | undefined =>
  postcode === null ? undefined : known.placeOf(postcode)

/** undefined: one of the two is not known. */
export const milesBetween = (from: string | null, to: string | null): number | undefined =>
  distanceBetweenPlaces(placeOf(from), placeOf(to))?.miles
/** undefined: nobody knows whose area it is in. */
export function isInside(postcode: string | null): boolean | undefined {
  const authority = placeOf(postcode)?.authority
  return authority === undefined || authority === null ? undefined : authority === HERE
}

const one = (of: readonly PostcodeEntry[], chance: Chance): string => of[chance.whole(0, of.length - 1)]?.[0] ?? ''
const several = (of: readonly PostcodeEntry[], many: number, chance: Chance): string[] =>
  Array.from({ length: many }, () => one(of, chance))
const nearestTo = (miles: number, from: string, of: readonly string[]): string =>
  of.toSorted(
    (a, b) => Math.abs((milesBetween(from, a) ?? 0) - miles) - Math.abs((milesBetween(from, b) ?? 0) - miles),
  )[0] ?? ''

export const somewhereInside = (chance: Chance): string => one(inside, chance)
export const somewhereBeside = (chance: Chance): string => one(ring, chance)

export type Whereabouts = 'inside, near' | 'outside, near' | 'inside, far' | 'outside, far'
const NEAR = 19.5
const FAR = 20.5

/** A place to live in, seen from home: half of those inside lie within three miles. */
export function somewhere(cell: Whereabouts, home: string, chance: Chance): string {
  const at = (postcode: string) => milesBetween(home, postcode) ?? 0
  if (cell === 'inside, far') {
    const found = chance.shuffled(inside.map(([postcode]) => postcode)).find((postcode) => at(postcode) > FAR)
    if (found !== undefined) return found
  }
  if (cell === 'outside, near') {
    const within = several(ring, 60, chance).filter((postcode) => at(postcode) < NEAR)
    if (within[0] !== undefined) return within[0]
  }
  if (cell === 'outside, far') {
    const away = several(far, 16, chance).filter((postcode) => at(postcode) > FAR)
    const wanted = FAR + 4 - Math.log(1 - chance.next()) * 32
    if (away.length > 0) return nearestTo(wanted, home, away)
  }
  const near = several(inside, 14, chance).filter((postcode) => postcode !== home && at(postcode) < NEAR)
  return nearestTo(3.3 * Math.exp(0.85 * chance.normal()), home, near.length === 0 ? [home] : near)
}
