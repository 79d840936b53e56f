// Chance that is the same every time: a stream of numbers from a seed in words, and what is drawn from it.

export type Chance = {
  /** From 0 up to, and without, 1. */
  readonly next: () => number
  /** A whole number from `least` to `most`, both possible. */
  readonly whole: (least: number, most: number) => number
  readonly happens: (share: number) => boolean
  readonly pick: <T>(of: readonly [T, ...T[]]) => T
  /** By weight; weights need not add up to anything. */
  readonly weighted: <T extends string>(weights: Readonly<Record<T, number>>) => T
  readonly shuffled: <T>(of: readonly T[]) => T[]
  /** Around nought, with a spread of one. */
  readonly normal: () => number
}

/** FNV-1a: every letter of the seed tells. */
function hashOf(seed: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < seed.length; at += 1) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Mulberry32 (public domain): 32 bits of state, enough for stories, and not for secrets. */
function numbersFrom(seed: string): () => number {
  let state = hashOf(seed)
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

function weightedBy<T extends string>(next: () => number, weights: Readonly<Record<T, number>>): T {
  const keys = Object.keys(weights).filter((key): key is T => key in weights)
  const all = keys.reduce((sum, key) => sum + weights[key], 0)
  let left = next() * all
  for (const key of keys) {
    left -= weights[key]
    if (left < 0) return key
  }
  const last = keys.findLast((key) => weights[key] > 0)
  if (last === undefined) throw new Error('Nothing to choose from.')
  return last
}

/** The same seed gives the same stream, on every machine. */
export function chanceFrom(seed: string): Chance {
  const next = numbersFrom(seed)
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    whole,
    happens: (share) => next() < share,
    pick: (of) => of[whole(0, of.length - 1)] ?? of[0],
    weighted: (weights) => weightedBy(next, weights),
    shuffled: (of) => {
      const left = [...of]
      for (let at = left.length - 1; at > 0; at -= 1) {
        const other = whole(0, at)
        const [one, two] = [left[at], left[other]]
        if (one !== undefined && two !== undefined) [left[at], left[other]] = [two, one]
      }
      return left
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}
