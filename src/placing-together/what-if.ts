// What it costs the others if one group takes one home: the best that is left on the whole board, and the nearest left for each.
import { type Board, groupsOf, type NamedBoard, worthOf } from './board.ts'
import { pairAt } from './filling.ts'
import { previewed } from './preview.ts'

/** How far a home is, in an order and in words: bands where an address is protected. */
export interface Far {
  readonly order: number
  readonly words: string
}
export interface Taking {
  readonly group: string
  readonly home: string
}

/** The board after they moved in: their group has no pair any more, and the home has fewer places. */
function after({ first, home, worth, uses, free, size }: Board, group: number, pair: number): Board {
  const taken = home[pair] ?? 0
  const left = free.slice()
  left[taken] = (left[taken] ?? 0) - (uses[pair] ?? 0)
  const kept: number[] = []
  const from = new Int32Array(first.length)
  for (let g = 0; g < first.length - 1; g += 1) {
    for (let at = first[g] ?? 0; at < (first[g + 1] ?? 0); at += 1)
      if (g !== group && (size[g] ?? 0) <= (left[home[at] ?? 0] ?? 0)) kept.push(at)
    from[g + 1] = kept.length
  }
  const places = (at: number) => {
    const h = home[at] ?? 0
    // Who needs the whole home needs what is left of it.
    return h === taken && (uses[at] ?? 0) === (free[h] ?? 0) ? Math.max(0, left[h] ?? 0) : (uses[at] ?? 0)
  }
  return {
    first: from,
    home: Int32Array.from(kept, (at) => home[at] ?? 0),
    worth: Float64Array.from(kept, (at) => worth[at] ?? 0),
    uses: Int32Array.from(kept, places),
    ...{ free: left, size },
  }
}

function nearest({ board, input }: NamedBoard, group: number, far: (group: string, home: string) => Far | undefined) {
  const id = input.groups[group]?.id ?? ''
  let best: Far | undefined
  for (let at = board.first[group] ?? 0; at < (board.first[group + 1] ?? 0); at += 1) {
    const found = far(id, input.homes[board.home[at] ?? 0]?.id ?? '')
    if (found !== undefined && (best === undefined || found.order < best.order)) best = found
  }
  return best
}

export interface WhatIf {
  /** What the rest of the board loses, beyond what this group gains: never below nought but for the preview's own gap. */
  readonly costToAll: number
  /** Those whose nearest home would be another, or none. */
  readonly others: readonly { readonly group: string; readonly before: Far; readonly after: Far | undefined }[]
}

export function whatIfTaken(
  named: NamedBoard,
  { group, home }: Taking,
  far: (group: string, home: string) => Far | undefined,
): WhatIf | 'notOpen' {
  const { board, input } = named
  const g = input.groups.findIndex(({ id }) => id === group)
  const pair =
    g < 0
      ? -1
      : pairAt(
          board,
          g,
          input.homes.findIndex(({ id }) => id === home),
        )
  if (pair < 0) return 'notOpen'
  const rest = after(board, g, pair)
  const [best, left] = [previewed(board), previewed(rest)]
  const others = input.groups.flatMap(({ id }, at) => {
    const before = at === g ? undefined : nearest(named, at, far)
    if (before === undefined) return []
    const then = nearest({ ...named, board: rest }, at, far)
    return then?.order === before.order ? [] : [{ group: id, before, after: then }]
  })
  return { costToAll: worthOf(board, best.plan) - (board.worth[pair] ?? 0) - left.objective, others }
}

/** `If Ava takes this place, the nearest left for the two brothers is 34 miles away; now it is 6.` */
export function whatIfWords(taking: string, { others }: WhatIf, called: (group: string) => string): readonly string[] {
  return others.map(({ group, before, after: then }) =>
    then === undefined
      ? `If ${taking} takes this place, no home is left for ${called(group)}; now the nearest is ${before.words} away.`
      : `If ${taking} takes this place, the nearest left for ${called(group)} is ${then.words} away; now it is ${before.words}.`,
  )
}

export const waitingOn = ({ board, input }: NamedBoard): string =>
  `${groupsOf(board)} groups (${input.groups.reduce((sum, { size }) => sum + size, 0)} children), ${input.homes.reduce((sum, { free }) => sum + free, 0)} places in ${input.homes.length} homes`
