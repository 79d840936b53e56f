// A map of areas, never of addresses: each mark is a square of two miles in which a place lies; what is protected is on no map. Pure.
import { gridReferenceOf, type Place } from '#geography'

export type Spot = {
  readonly label: string
  readonly words: string
  readonly at: Place | undefined
  readonly protected: boolean
  readonly kind: 'home' | 'place' | 'from'
}
export type Mark = {
  readonly label: string
  readonly words: string
  readonly kind: Spot['kind']
  readonly x: number
  readonly y: number
}
export type AreaMap = {
  readonly marks: readonly Mark[]
  /** Radius of each ring round the square of the family home, with its miles. */
  readonly rings: readonly { readonly miles: number; readonly r: number }[]
  readonly centre: { readonly x: number; readonly y: number } | undefined
  /** How wide a square of two miles is drawn. */
  readonly square: number
  readonly notShown: readonly string[]
}
export const SIDE = 300
const SQUARE_METRES = 3218
const METRES_A_MILE = 1609.3
const RINGS = [5, 10, 20, 40] as const
const EDGE = 24

const squareOf = (metres: number): number => (Math.floor(metres / SQUARE_METRES) + 0.5) * SQUARE_METRES

/** Rings only where the family home may be found: two distances from a place that may not would find it. */
export function areaMap(spots: readonly Spot[]): AreaMap {
  const shown = spots.flatMap((spot) => {
    const grid = spot.protected ? undefined : gridReferenceOf(spot.at)
    return grid === undefined ? [] : [{ ...spot, east: squareOf(grid.easting), north: squareOf(grid.northing) }]
  })
  const notShown = spots.filter((spot) => !shown.some(({ label }) => label === spot.label)).map(({ words }) => words)
  const from = shown.find(({ kind }) => kind === 'from')
  const [first] = shown
  if (first === undefined) return { marks: [], rings: [], centre: undefined, square: 0, notShown }
  const easts = shown.map(({ east }) => east)
  const norths = shown.map(({ north }) => north)
  const middle = from ?? {
    east: (Math.min(...easts) + Math.max(...easts)) / 2,
    north: (Math.min(...norths) + Math.max(...norths)) / 2,
  }
  const reach = Math.max(
    5 * METRES_A_MILE,
    ...shown.map(({ east, north }) => Math.max(Math.abs(east - middle.east), Math.abs(north - middle.north))),
  )
  const scale = (SIDE / 2 - EDGE) / reach
  const tenth = (value: number) => Math.round(value * 10) / 10
  const marks = shown.map(({ label, words, kind, east, north }) => ({
    ...{ label, words, kind },
    x: tenth(SIDE / 2 + (east - middle.east) * scale),
    y: tenth(SIDE / 2 - (north - middle.north) * scale),
  }))
  return {
    ...{ marks: apart(marks), notShown, square: tenth(SQUARE_METRES * scale) },
    rings:
      from === undefined
        ? []
        : RINGS.map((miles) => ({ miles, r: tenth(miles * METRES_A_MILE * scale) })).filter(({ r }) => r < SIDE / 2),
    centre: from === undefined ? undefined : { x: SIDE / 2, y: SIDE / 2 },
  }
}
const STEP = 17
/** Labels of one square stand side by side. */
function apart(marks: readonly Mark[]): readonly Mark[] {
  const taken = new Map<string, number>()
  return marks.map((mark) => {
    const key = `${Math.round(mark.x / STEP)} ${Math.round(mark.y / STEP)}`
    const before = taken.get(key) ?? 0
    taken.set(key, before + 1)
    return { ...mark, x: mark.x + before * STEP }
  })
}
