// Rates a day, each drawn anew from what the counts allow: few events leave much doubt, and the interval has to show it.
import type { Chance } from '#chance'
import { BANDS, type Counted } from './history.ts'

/** A draw from the gamma distribution with this shape and scale one (Marsaglia and Tsang 2000). */
export function gamma(shape: number, chance: Chance): number {
  if (shape <= 0) return 0
  if (shape < 1) return gamma(shape + 1, chance) * (1 - chance.next()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = chance.normal()
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - chance.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Half an event's worth of what all kinds of home show together: a cell that was hardly lived in is not taken at its word. */
const BORROWED = 0.5

interface Evidence {
  readonly shape: Float64Array
  readonly over: Float64Array
}

/** By cell: events over days, with what is borrowed from the whole band. */
function evidenceOf(events: Float64Array, lived: Float64Array, kinds: number): Evidence {
  const [shape, over] = [new Float64Array(lived.length), new Float64Array(lived.length)]
  for (let band = 0; band < BANDS; band += 1) {
    const cells = Array.from({ length: kinds }, (_, kind) => band * kinds + kind)
    const [all, days] = [
      cells.reduce((sum, cell) => sum + (events[cell] ?? 0), 0),
      cells.reduce((sum, cell) => sum + (lived[cell] ?? 0), 0),
    ]
    for (const cell of cells) {
      // Nobody in the whole band did this: the rate is nought, and nothing is made up.
      shape[cell] = all === 0 ? 0 : (events[cell] ?? 0) + BORROWED
      over[cell] = all === 0 ? 1 : (lived[cell] ?? 0) + (BORROWED * days) / all
    }
  }
  return { shape, over }
}

export interface Evidences {
  readonly kinds: number
  readonly left: Evidence
  /** By the kind moved to. */
  readonly moved: readonly Evidence[]
  readonly came: readonly number[][]
  readonly days: number
}
export function evidences({ kinds, lived, left, moved, came, days }: Counted): Evidences {
  const width = kinds.length
  return {
    ...{ kinds: width, came, days },
    left: evidenceOf(left, lived, width),
    moved: kinds.map((_, to) =>
      evidenceOf(
        lived.map((__, cell) => moved[cell * width + to] ?? 0),
        lived,
        width,
      ),
    ),
  }
}

/** By cell, a day; `out` is all of them together. */
export interface Rates {
  readonly out: Float64Array
  readonly left: Float64Array
  readonly moved: readonly Float64Array[]
  /** By cell, arrivals a day of the whole council. */
  readonly came: Float64Array
}

const drawn = ({ shape, over }: Evidence, chance: Chance): Float64Array =>
  shape.map((one, cell) => gamma(one, chance) / (over[cell] ?? 1))

export function drawnRates({ kinds, left, moved, came, days }: Evidences, chance: Chance): Rates {
  const leaving = drawn(left, chance)
  const moving = moved.map((one, to) => drawn(one, chance).map((rate, cell) => (cell % kinds === to ? 0 : rate)))
  return {
    left: leaving,
    moved: moving,
    out: leaving.map((rate, cell) => moving.reduce((sum, one) => sum + (one[cell] ?? 0), rate)),
    came: Float64Array.from(came, (ages) => gamma(ages.length, chance) / days),
  }
}
