// Distance exactly as the statistics on looked after children count it, and the bands that stand in for it.
import { type GridReference, gridReferenceOf, type Place } from './postcode.ts'

/** `metres` to three decimals; `miles` to one, half to even. */
export type Distance = { readonly metres: number; readonly miles: number }

// The statistics divide by 1.6093, not by 1.609344: the figure has to agree with theirs.
const KILOMETRES_IN_A_MILE = 1.6093

/** As numpy's `round(x, decimals)`: multiply, round half to even, divide. Python's own `round` differs in rare cases. */
export function roundedHalfEven(x: number, decimals: number): number {
  const scale = 10 ** decimals
  const scaled = x * scale
  const below = Math.floor(scaled)
  const past = scaled - below
  const rounded = past < 0.5 || (past === 0.5 && below % 2 === 0) ? below : below + 1
  return rounded / scale
}

// Not Math.hypot, whose last digit differs from the square root that the statistics take.
const metresOver = (east: number, north: number): number => Math.sqrt(east * east + north * north)
const milesIn = (metres: number): number => roundedHalfEven(metres / 1000 / KILOMETRES_IN_A_MILE, 1)

/** Straight line between two grid references. */
export function distanceBetween(from: GridReference, to: GridReference): Distance {
  const metres = metresOver(to.easting - from.easting, to.northing - from.northing)
  return { metres: roundedHalfEven(metres, 3), miles: milesIn(metres) }
}

/** The miles alone, for lists of a hundred thousand homes: nothing is made but the number. */
export function milesBetweenPlaces(from: Place | undefined, to: Place | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined
  if (from.easting === null || from.northing === null || to.easting === null || to.northing === null) return undefined
  return milesIn(metresOver(to.easting - from.easting, to.northing - from.northing))
}

/** Unknown (`undefined`) where either place, or its position, is unknown. */
export function distanceBetweenPlaces(from: Place | undefined, to: Place | undefined): Distance | undefined {
  const start = gridReferenceOf(from)
  const end = gridReferenceOf(to)
  return start && end ? distanceBetween(start, end) : undefined
}

export const distanceBands = ['under 5 miles', '5 to 10 miles', '10 to 20 miles', 'over 20 miles'] as const
export type DistanceBand = (typeof distanceBands)[number]

/**
 * What is said of a protected home instead of a number: two exact distances find a house.
 * Twenty miles is in `10 to 20`, since the measure counts more than 20.
 */
export function distanceBand(miles: number): DistanceBand {
  if (miles < 5) return 'under 5 miles'
  if (miles <= 10) return '5 to 10 miles'
  return miles <= 20 ? '10 to 20 miles' : 'over 20 miles'
}
