// The whole board: groups waiting, homes with free places, and what each pair of them is worth, laid out in columns.

/** A child alone, or brothers and sisters who go to one home whole. */
export interface GroupWaiting {
  readonly id: string
  readonly size: number
  /** Nobody else lives there: the whole home is theirs. */
  readonly solo: boolean
}
export interface HomeFree {
  readonly id: string
  readonly free: number
}
/** `score` is of each child. */
export interface PairScored {
  readonly group: string
  readonly home: string
  readonly score: number
}
export interface BoardInput {
  readonly groups: readonly GroupWaiting[]
  readonly homes: readonly HomeFree[]
  readonly pairs: readonly PairScored[]
}

/** The pairs of group `g` are those from `first[g]` up to, and without, `first[g + 1]`. */
export interface Board {
  readonly first: Int32Array
  /** By pair. */
  readonly home: Int32Array
  /** By pair: score times the children. */
  readonly worth: Float64Array
  /** By pair: the places it takes. */
  readonly uses: Int32Array
  /** By home. */
  readonly free: Int32Array
  /** By group. */
  readonly size: Int32Array
}
export interface NamedBoard {
  readonly board: Board
  readonly input: BoardInput
  /** Pairs whose group is larger than the home's free places: they can be no answer. */
  readonly tooLarge: number
}

/** By group: its pair, or -1 where it is not placed. */
export type Plan = Int32Array

const indexOf = (of: readonly { readonly id: string }[]) => new Map(of.map(({ id }, at) => [id, at]))

/** The input has been read: every id is known, every pair stands once. */
export function boardOf(input: BoardInput): NamedBoard {
  const { groups, homes, pairs } = input
  const [groupAt, homeAt] = [indexOf(groups), indexOf(homes)]
  // Group, home and place in the list in one number, so that sorting a million pairs is quick.
  const keys = new Float64Array(pairs.length)
  let count = 0
  for (const [at, { group, home }] of pairs.entries()) {
    const [g, h] = [groupAt.get(group) ?? 0, homeAt.get(home) ?? 0]
    if ((groups[g]?.size ?? 0) <= (homes[h]?.free ?? 0)) {
      keys[count] = (g * homes.length + h) * pairs.length + at
      count += 1
    }
  }
  const order = keys.subarray(0, count).sort()
  const first = new Int32Array(groups.length + 1)
  const [home, worth, uses] = [new Int32Array(count), new Float64Array(count), new Int32Array(count)]
  for (const [at, key] of order.entries()) {
    const both = Math.floor(key / pairs.length)
    const [g, h] = [Math.floor(both / homes.length), both % homes.length]
    const { size = 0, solo = false } = groups[g] ?? {}
    first[g + 1] = (first[g + 1] ?? 0) + 1
    home[at] = h
    worth[at] = size * (pairs[key % pairs.length]?.score ?? 0)
    uses[at] = solo ? (homes[h]?.free ?? 0) : size
  }
  for (let g = 0; g < groups.length; g += 1) first[g + 1] = (first[g + 1] ?? 0) + (first[g] ?? 0)
  const board: Board = {
    ...{ first, home, worth, uses },
    free: Int32Array.from(homes, ({ free }) => free),
    size: Int32Array.from(groups, ({ size }) => size),
  }
  return { board, input, tooLarge: pairs.length - count }
}

export const groupsOf = ({ size }: Board): number => size.length
export const nobodyPlaced = (board: Board): Plan => new Int32Array(groupsOf(board)).fill(-1)
export const worthOf = ({ worth }: Board, plan: Plan): number =>
  plan.reduce((sum, pair) => sum + (pair < 0 ? 0 : (worth[pair] ?? 0)), 0)

/** What speaks against a plan; nothing where it is a real one. Every answer is asked this, whoever gave it. */
export function faultsOf(board: Board, plan: Plan): readonly string[] {
  const { first, home, uses, free } = board
  if (plan.length !== groupsOf(board)) return [`it speaks of ${plan.length} groups, and there are ${groupsOf(board)}`]
  const taken = new Int32Array(free.length)
  const faults: string[] = []
  for (const [g, pair] of plan.entries()) {
    if (pair === -1) continue
    if (pair < (first[g] ?? 0) || pair >= (first[g + 1] ?? 0))
      faults.push(`group ${g} has a home that is not open to it`)
    else {
      const h = home[pair] ?? 0
      taken[h] = (taken[h] ?? 0) + (uses[pair] ?? 0)
    }
  }
  for (const [h, places] of taken.entries())
    if (places > (free[h] ?? 0)) faults.push(`home ${h} would hold ${places} and has ${free[h] ?? 0}`)
  return faults
}
