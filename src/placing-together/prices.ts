// Prices of places: what a place in each home is worth to those who want it, and the bound that no plan can exceed.
import { type Board, groupsOf } from './board.ts'

export interface Priced {
  /** By home, for one place; never below nought. */
  readonly prices: Float64Array
  /** No plan is worth more. */
  readonly bound: number
}

/** The best pair of a group once places are paid for; -1 where staying unplaced is better. */
export function bestAt(
  board: Board,
  prices: Float64Array,
  group: number,
): { readonly pair: number; readonly left: number } {
  const { first, home, worth, uses } = board
  let [pair, left] = [-1, 0]
  const end = first[group + 1] ?? 0
  for (let at = first[group] ?? 0; at < end; at += 1) {
    const value = (worth[at] ?? 0) - (prices[home[at] ?? 0] ?? 0) * (uses[at] ?? 0)
    if (value > left) {
      left = value
      pair = at
    }
  }
  return { pair, left }
}

/**
 * Everybody takes what is best at these prices, and every place is paid for, taken or not: nobody can do better
 * than that in sum (Lagrangian duality). Whoever gave the prices, the bound holds.
 */
export function boundAt(board: Board, prices: Float64Array, wanted?: Int32Array): number {
  const { home, uses, free } = board
  wanted?.fill(0)
  let sum = 0
  for (let group = 0; group < groupsOf(board); group += 1) {
    const { pair, left } = bestAt(board, prices, group)
    sum += left
    if (pair >= 0 && wanted) {
      const h = home[pair] ?? 0
      wanted[h] = (wanted[h] ?? 0) + (uses[pair] ?? 0)
    }
  }
  for (let h = 0; h < free.length; h += 1) sum += (free[h] ?? 0) * (prices[h] ?? 0)
  return sum
}

const PATIENCE = 8
const SMALLEST_STEP = 1e-3

/** Raises the price where too many want in and lowers it where too few do (subgradient, Polyak's step). False: nothing is amiss. */
function moved(
  prices: Float64Array,
  { wanted, free }: { wanted: Int32Array; free: Int32Array },
  length: number,
): boolean {
  let norm = 0
  for (let h = 0; h < free.length; h += 1) {
    const over = (wanted[h] ?? 0) - (free[h] ?? 0)
    if (over > 0 || (prices[h] ?? 0) > 0) norm += over * over
  }
  if (norm === 0) return false
  const step = length / norm
  for (let h = 0; h < free.length; h += 1)
    prices[h] = Math.max(0, (prices[h] ?? 0) + step * ((wanted[h] ?? 0) - (free[h] ?? 0)))
  return true
}

/** `known`: what some plan is worth already, or a guess below the best. */
export function priced(board: Board, { turns, known }: { readonly turns: number; readonly known: number }): Priced {
  const prices = new Float64Array(board.free.length)
  const wanted = new Int32Array(board.free.length)
  let best: Priced = { prices: prices.slice(), bound: Infinity }
  let [stride, stalled] = [1, 0]
  for (let turn = 0; turn < turns && stride > SMALLEST_STEP; turn += 1) {
    let bound = boundAt(board, prices, wanted)
    if (bound < best.bound - 1e-9) {
      best = { prices: prices.slice(), bound }
      stalled = 0
    } else stalled += 1
    if (stalled > PATIENCE) {
      prices.set(best.prices)
      bound = boundAt(board, prices, wanted)
      stride /= 2
      stalled = 0
    }
    const length = stride * Math.max(bound - known, 1e-6)
    if (!moved(prices, { wanted, free: board.free }, length)) break
  }
  return best
}
