// One request beside one home: ages, whereabouts and miles worked out once, with bands in place of a protected home's miles.
import { ageOn } from '#calendar'
import {
  type Distance,
  type DistanceBand,
  distanceBand,
  distanceBetweenPlaces,
  milesBetweenPlaces,
  neighboursOf2025,
  type Place,
  whereabouts,
} from '#geography'
import type { HomeKnown } from './home.ts'
import type { MatchingPolicy } from './policy.ts'
import type { RequestForHome } from './request.ts'

export type Where = 'inside' | 'adjoining' | 'atADistance' | 'outside' | 'unknown'

export type Approvers = Map<Where, 'nominatedOfficer' | 'director' | 'nobody'>

/** A request with what holds for every home worked out. */
export interface Wanted {
  readonly request: RequestForHome
  readonly policy: MatchingPolicy
  readonly size: number
  /** By child, in their order; undefined: no birth date is known. */
  readonly ages: readonly (number | undefined)[]
  /** By authority code of the home, and what the rule of area says of each case; filled as homes are met. */
  readonly whereOf: Map<string, Where>
  readonly approverOf: { readonly own: Approvers; readonly others: Approvers }
}

export interface Pair {
  readonly wanted: Wanted
  readonly home: HomeKnown
}

export function wantedOf(request: RequestForHome, policy: MatchingPolicy): Wanted {
  const ages = request.children.map(({ born }) => (born === undefined ? undefined : ageOn(born, request.on)))
  return {
    request,
    policy,
    size: request.children.length,
    ages,
    whereOf: new Map(),
    approverOf: { own: new Map(), others: new Map() },
  }
}

function whereIn(council: string, home: Place): Where {
  const { inside, adjoining } = whereabouts(council, home, neighboursOf2025)
  if (inside === 'unknown') return 'unknown'
  if (inside) return 'inside'
  if (adjoining === 'unknown' || adjoining === null) return 'outside'
  return adjoining ? 'adjoining' : 'atADistance'
}

/** `outside`: not in our area, and whether it adjoins is not known. */
export function whereOf({ wanted, home }: Pair): Where {
  const code = home.at?.authority ?? undefined
  if (home.at === undefined || code === undefined) return 'unknown'
  let where = wanted.whereOf.get(code)
  if (where === undefined) {
    where = whereIn(wanted.request.council, home.at)
    wanted.whereOf.set(code, where)
  }
  return where
}

/** What a protected address weighs: the middle of its band, so that no order and no sum tells more than the band. */
const MIDDLE: Readonly<Record<DistanceBand, number>> = {
  'under 5 miles': 2.5,
  '5 to 10 miles': 7.5,
  '10 to 20 miles': 15,
  'over 20 miles': 30,
}

const blurred = (miles: number): number => MIDDLE[distanceBand(miles)]

/** Between two places of which one may be protected. */
export function milesSeen(from: Place | undefined, home: HomeKnown, alsoProtected: boolean): number | undefined {
  const miles = milesBetweenPlaces(from, home.at)
  return miles === undefined || !(home.protected || alsoProtected) ? miles : blurred(miles)
}

/** Miles from the family home; of a protected address the middle of its band. */
export function milesOf({ wanted: { request }, home }: Pair): number | undefined {
  return request.from === 'none' ? undefined : milesSeen(request.from.at, home, request.from.protected)
}

export type DistanceShown =
  | { readonly kind: 'miles'; readonly miles: number; readonly metres: number }
  | { readonly kind: 'band'; readonly band: DistanceBand }
  | { readonly kind: 'unknown'; readonly missing: string }
  | { readonly kind: 'noHomeToMeasureFrom' }

const isProtected = ({ wanted: { request }, home }: Pair): boolean =>
  home.protected || (request.from !== 'none' && request.from.protected)

function shown(distance: Distance, hidden: boolean): DistanceShown {
  return hidden ? { kind: 'band', band: distanceBand(distance.miles) } : { kind: 'miles', ...distance }
}

export function distanceShown(pair: Pair): DistanceShown {
  const { from } = pair.wanted.request
  if (from === 'none') return { kind: 'noHomeToMeasureFrom' }
  const distance = distanceBetweenPlaces(from.at, pair.home.at)
  if (distance !== undefined) return shown(distance, isProtected(pair))
  return { kind: 'unknown', missing: from.at === undefined ? 'where the family home is' : 'where this home is' }
}

export function distanceWords(distance: DistanceShown): string {
  switch (distance.kind) {
    case 'miles':
      return `${distance.miles} ${distance.miles === 1 ? 'mile' : 'miles'} from home`
    case 'band':
      return `${distance.band} from home`
    case 'unknown':
      return `how far is not known: ${distance.missing}`
    case 'noHomeToMeasureFrom':
      return 'there is no family home here to measure from'
  }
}
