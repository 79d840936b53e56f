// Which pairs the solver is given: the promising ones first, then those that its own prices ask for, never a fixed few of each child.
import { type Board, groupsOf, type Plan } from './board.ts'
import { bestAt } from './prices.ts'

/** By pair: how much worse than the best of its group it is at these prices. A pair that is worse by more than the gap is in no better plan. */
export function slacks(board: Board, prices: Float64Array): Float64Array {
  const { first, home, worth, uses } = board
  const slack = new Float64Array(home.length)
  for (let group = 0; group < groupsOf(board); group += 1) {
    const { left } = bestAt(board, prices, group)
    const end = first[group + 1] ?? 0
    for (let at = first[group] ?? 0; at < end; at += 1)
      slack[at] = left - ((worth[at] ?? 0) - (prices[home[at] ?? 0] ?? 0) * (uses[at] ?? 0))
  }
  return slack
}

/** By pair, whether the solver has it. */
export type Chosen = Uint8Array

/** The first `each` of every group by slack, and those of a plan. */
export function promising(board: Board, slack: Float64Array, { each, plan }: { each: number; plan: Plan }): Chosen {
  const chosen = new Uint8Array(board.home.length)
  for (let group = 0; group < groupsOf(board); group += 1) {
    const [from, to] = [board.first[group] ?? 0, board.first[group + 1] ?? 0]
    const limit = smallest(slack.subarray(from, to), each)
    for (let at = from; at < to; at += 1) if ((slack[at] ?? 0) <= limit) chosen[at] = 1
  }
  for (const pair of plan) if (pair >= 0) chosen[pair] = 1
  return chosen
}

/** The `count`-th smallest. */
function smallest(of: Float64Array, count: number): number {
  if (of.length <= count) return Infinity
  return of.slice().sort()[count - 1] ?? Infinity
}

/**
 * The pairs that would better the solver's answer at its prices: those that a group would rather have than what it
 * pays for (`groupPrices`). Marks them; at most `each` of a group. Nothing: the answer is the best of all pairs.
 */
export function asked(
  board: Board,
  chosen: Chosen,
  at: { prices: Float64Array; groupPrices: Float64Array; each: number },
): number[] {
  const { first, home, worth, uses } = board
  const added: number[] = []
  for (let group = 0; group < groupsOf(board); group += 1) {
    const better: { pair: number; by: number }[] = []
    const end = first[group + 1] ?? 0
    for (let pair = first[group] ?? 0; pair < end; pair += 1) {
      const by =
        (worth[pair] ?? 0) - (at.prices[home[pair] ?? 0] ?? 0) * (uses[pair] ?? 0) - (at.groupPrices[group] ?? 0)
      if (by > 1e-6 && chosen[pair] === 0) better.push({ pair, by })
    }
    better.sort((one, other) => other.by - one.by)
    for (const { pair } of better.slice(0, at.each)) {
      chosen[pair] = 1
      added.push(pair)
    }
  }
  return added
}

/** The pairs that may be in a plan better than one that lies `gap` under the bound; where they are too many, the likeliest. */
export function thatMayMatter(
  slack: Float64Array,
  { gap, most }: { gap: number; most: number },
): { readonly pairs: number[]; readonly upTo: number } {
  const upTo = Math.min(gap, smallest(slack, most))
  const pairs: number[] = []
  for (const [pair, one] of slack.entries()) if (one <= upTo) pairs.push(pair)
  return { pairs, upTo }
}

/** One row for each group, then one for each home; one column for each pair: what a linear program is made of. */
export function programOf(board: Board, pairs: readonly number[]) {
  const groups = groupsOf(board)
  const groupOf = new Int32Array(board.home.length)
  for (let group = 0; group < groups; group += 1) groupOf.fill(group, board.first[group], board.first[group + 1])
  return {
    cost: Float64Array.from(pairs, (pair) => board.worth[pair] ?? 0),
    lower: new Float64Array(pairs.length),
    upper: new Float64Array(pairs.length).fill(1),
    matrix: {
      format: 'csc' as const,
      numRows: groups + board.free.length,
      numCols: pairs.length,
      starts: Int32Array.from({ length: pairs.length + 1 }, (_, at) => 2 * at),
      indices: Int32Array.from({ length: 2 * pairs.length }, (_, at) => {
        const pair = pairs[at >> 1] ?? 0
        return at % 2 === 0 ? (groupOf[pair] ?? 0) : groups + (board.home[pair] ?? 0)
      }),
      values: Float64Array.from({ length: 2 * pairs.length }, (_, at) =>
        at % 2 === 0 ? 1 : (board.uses[pairs[at >> 1] ?? 0] ?? 0),
      ),
    },
  }
}
