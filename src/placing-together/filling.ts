// A good plan at once, without a solver: each group in turn takes what is best for it and others, then exchanges while they gain.
import { type Board, groupsOf, nobodyPlaced, type Plan } from './board.ts'

const EPS = 1e-9

/** A plan being changed: who sits where, and the places that are left. */
interface Seating {
  readonly board: Board
  readonly plan: Plan
  readonly left: Int32Array
  readonly sits: readonly Set<number>[]
  /** Counts changes, so that what was reckoned before one is reckoned anew. */
  changes: number
}

const worthNow = ({ board, plan }: Seating, group: number): number => {
  const pair = plan[group] ?? -1
  return pair < 0 ? 0 : (board.worth[pair] ?? 0)
}

function stand(seating: Seating, group: number): void {
  const { board, plan, left, sits } = seating
  const pair = plan[group] ?? -1
  if (pair < 0) return
  const h = board.home[pair] ?? 0
  left[h] = (left[h] ?? 0) + (board.uses[pair] ?? 0)
  sits[h]?.delete(group)
  plan[group] = -1
  seating.changes += 1
}

function sit(seating: Seating, group: number, pair: number): void {
  const { board, plan, left, sits } = seating
  const h = board.home[pair] ?? 0
  left[h] = (left[h] ?? 0) - (board.uses[pair] ?? 0)
  sits[h]?.add(group)
  plan[group] = pair
  seating.changes += 1
}

function seatingOf(board: Board, plan: Plan): Seating {
  const seating: Seating = {
    board,
    plan: nobodyPlaced(board),
    left: board.free.slice(),
    sits: Array.from(board.free, () => new Set<number>()),
    changes: 0,
  }
  for (const [group, pair] of plan.entries()) if (pair >= 0) sit(seating, group, pair)
  return seating
}

/** The best pair of a group among homes with room other than its own, by worth less price; -1 where none comes out over `over`. */
function bestWithRoom(
  { board, left, plan }: Seating,
  group: number,
  at?: { prices: Float64Array; over: number },
): number {
  const { first, home, worth, uses } = board
  const own = home[plan[group] ?? -1] ?? -1
  let [best, most] = [-1, at?.over ?? 0]
  const end = first[group + 1] ?? 0
  for (let pair = first[group] ?? 0; pair < end; pair += 1) {
    const h = home[pair] ?? 0
    if (h === own || (uses[pair] ?? 0) > (left[h] ?? 0) || (worth[pair] ?? 0) <= 0) continue
    const value = (worth[pair] ?? 0) - (at === undefined ? 0 : (at.prices[h] ?? 0) * (uses[pair] ?? 0))
    if (value > most) {
      most = value
      best = pair
    }
  }
  return best
}

/** Largest groups first, since they fit in fewest places; who finds nothing worth its price waits until all were asked. */
function greedy(board: Board, prices: Float64Array): Seating {
  const seating = seatingOf(board, nobodyPlaced(board))
  const count = (group: number) => (board.first[group + 1] ?? 0) - (board.first[group] ?? 0)
  const order = Array.from({ length: groupsOf(board) }, (_, group) => group).sort(
    (one, other) => (board.size[other] ?? 0) - (board.size[one] ?? 0) || count(one) - count(other) || one - other,
  )
  for (const over of [-1e-6, -Infinity])
    for (const group of order) {
      const pair = (seating.plan[group] ?? -1) < 0 ? bestWithRoom(seating, group, { prices, over }) : -1
      if (pair >= 0) sit(seating, group, pair)
    }
  return seating
}

interface Exchange {
  readonly gain: number
  readonly pair: number
  /** Who makes room, and where they go; -1: they are not placed then. */
  readonly out: number
  readonly to: number
}
const NONE: Exchange = { gain: EPS, pair: -1, out: -1, to: -1 }

/** Where each group would go if it had to leave its home, as long as nothing has changed. */
interface Refits {
  readonly pair: Int32Array
  readonly at: Int32Array
}

function refit(seating: Seating, refits: Refits, group: number): number {
  if (refits.at[group] === seating.changes) return refits.pair[group] ?? -1
  const pair = bestWithRoom(seating, group)
  refits.pair[group] = pair
  refits.at[group] = seating.changes
  return pair
}

/** The pair of a group at a home; its pairs stand in the order of homes. */
export function pairAt({ first, home }: Board, group: number, wanted: number): number {
  let [low, high] = [first[group] ?? 0, (first[group + 1] ?? 0) - 1]
  while (low <= high) {
    const mid = (low + high) >> 1
    const found = home[mid] ?? 0
    if (found === wanted) return mid
    if (found < wanted) low = mid + 1
    else high = mid - 1
  }
  return -1
}

interface Looking {
  readonly seating: Seating
  readonly refits: Refits
  readonly group: number
}

/** Somebody of this home makes room: to the home that is left behind, or to the best with room. */
function bestOut({ seating, refits, group }: Looking, pair: number, gain: number): Exchange {
  const { board, plan, left, sits } = seating
  const h = board.home[pair] ?? 0
  const own = plan[group] ?? -1
  const ownHome = own < 0 ? -1 : (board.home[own] ?? 0)
  const lacks = (board.uses[pair] ?? 0) - (left[h] ?? 0)
  let best = NONE
  for (const out of sits[h] ?? []) {
    const theirs = plan[out] ?? -1
    if ((board.uses[theirs] ?? 0) < lacks) continue
    const loses = board.worth[theirs] ?? 0
    let to = refit(seating, refits, out)
    // Into the home from which this group moves: a swap.
    const swap = ownHome < 0 ? -1 : pairAt(board, out, ownHome)
    const room = ownHome < 0 ? 0 : (left[ownHome] ?? 0) + (board.uses[own] ?? 0)
    const worthOfSwap = swap < 0 || (board.uses[swap] ?? 0) > room ? 0 : (board.worth[swap] ?? 0)
    if (worthOfSwap > (to < 0 ? 0 : (board.worth[to] ?? 0))) to = swap
    const all = gain - loses + (to < 0 ? 0 : (board.worth[to] ?? 0))
    if (all > best.gain) best = { gain: all, pair, out, to }
  }
  return best
}

function bestExchange(looking: Looking): Exchange {
  const { seating, group } = looking
  const { board, plan, left } = seating
  const own = plan[group] ?? -1
  const has = worthNow(seating, group)
  let best = NONE
  const end = board.first[group + 1] ?? 0
  for (let pair = board.first[group] ?? 0; pair < end; pair += 1) {
    const gain = (board.worth[pair] ?? 0) - has
    if (pair === own) continue
    if ((board.uses[pair] ?? 0) <= (left[board.home[pair] ?? 0] ?? 0)) {
      if (gain > best.gain) best = { gain, pair, out: -1, to: -1 }
    } else if (gain > best.gain) {
      const out = bestOut(looking, pair, gain)
      if (out.gain > best.gain) best = out
    }
  }
  return best
}

function take(seating: Seating, group: number, { pair, out, to }: Exchange): void {
  if (out >= 0) stand(seating, out)
  stand(seating, group)
  sit(seating, group, pair)
  if (out >= 0 && to >= 0) sit(seating, out, to)
}

/** Exchanges until nobody gains by one, or the turns are used up. */
function exchanged(seating: Seating, turns: number): Plan {
  const groups = groupsOf(seating.board)
  const refits: Refits = { pair: new Int32Array(groups), at: new Int32Array(groups).fill(-1) }
  for (let turn = 0, moves = 1; turn < turns && moves > 0; turn += 1) {
    moves = 0
    for (let group = 0; group < groups; group += 1) {
      const found = bestExchange({ seating, refits, group })
      if (found.pair < 0) continue
      take(seating, group, found)
      moves += 1
    }
  }
  return seating.plan
}

const TURNS = 40

/** Prices of nought give plain greedy; good prices keep places for those who need them most. */
export const filled = (board: Board, prices: Float64Array): Plan => exchanged(greedy(board, prices), TURNS)
