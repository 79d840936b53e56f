// One request beside one home: ages, whereabouts and miles worked out once, with bands in place of a protected home's miles.
import { ageOn } from '#calendar'
import {
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

function between(from: Place | undefined, home: HomeKnown, hidden: boolean): DistanceShown {
  const distance = distanceBetweenPlaces(from, home.at)
  if (distance !== undefined)
    return hidden ? { kind: 'band', band: distanceBand(distance.miles) } : { kind: 'miles', ...distance }
  return { kind: 'unknown', missing: from === undefined ? 'where it is' : 'where this home is' }
}

export function distanceShown({ wanted: { request }, home }: Pair): DistanceShown {
  if (request.from === 'none') return { kind: 'noHomeToMeasureFrom' }
  if (request.from.at === undefined) return { kind: 'unknown', missing: 'where the family home is' }
  return between(request.from.at, home, home.protected || request.from.protected)
}

/** A way that is gone regularly: minutes where somebody typed them, else the straight line. */
export interface Journey {
  readonly to: string
  /** Of a school: every school day. */
  readonly perWeek: number | 'schoolDays'
  readonly far: DistanceShown | { readonly kind: 'minutes'; readonly minutes: number }
}
export function journeysOf({ wanted: { request }, home }: Pair): readonly Journey[] {
  const { school, visits } = request
  const ways = [
    ...(school === undefined ? [] : [{ ...school, to: school.called, perWeek: 'schoolDays' as const }]),
    ...visits,
  ]
  return ways.map(({ to, perWeek, at, minutes, ...way }) => {
    const hidden = home.protected || ('protected' in way && way.protected === true)
    const typed = minutes?.get(home.id)
    const far = typed === undefined ? between(at, home, hidden) : ({ kind: 'minutes', minutes: typed } as const)
    return { to, perWeek, far }
  })
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
