// Which lines a family map has, before anybody knows how high it is: brackets of couples, drops to children, households.
import { familiesOf, type GenogramGiven, type ParentKind, pairKey } from './genogram.ts'
import type { Placing } from './genogram-order.ts'

type Interval = { readonly left: number; readonly right: number }
/** The lowest level of each on which it meets no other; the shortest first, ends that touch are a meeting too. */
function levelsOf(intervals: readonly Interval[]): readonly number[] {
  const order = [...intervals.keys()].sort((a, b) => {
    const [one, other] = [intervals[a], intervals[b]]
    return one === undefined || other === undefined ? 0 : one.right - one.left - (other.right - other.left) || a - b
  })
  const levels: number[] = intervals.map(() => 0)
  const taken: Interval[][] = []
  const meets = (a: Interval, b: Interval) => a.left <= b.right && b.left <= a.right
  for (const n of order) {
    const one = intervals[n]
    if (one === undefined) continue
    let level = 0
    while (taken[level]?.some((other) => meets(one, other)) === true) level += 1
    levels[n] = level
    taken[level] = [...(taken[level] ?? []), one]
  }
  return levels
}

/** A couple, two who have a child, or one parent alone: what children hang from. */
export type Bracket = {
  readonly ends: readonly string[]
  readonly union: GenogramGiven['unions'][number] | undefined
  readonly children: readonly { readonly ids: readonly string[]; readonly kind: ParentKind }[]
}
export function bracketsOf(given: GenogramGiven): readonly Bracket[] {
  const families = familiesOf(given)
  const keyOf = (ids: readonly string[]) => [...ids].sort().join(' ')
  const byParents = Map.groupBy(families, ({ parents }) => keyOf(parents))
  const childrenOf = (key: string) => (byParents.get(key) ?? []).map(({ children, kind }) => ({ ids: children, kind }))
  const coupled = given.unions.map((union) => {
    const ends = [union.one, union.other]
    return { ends, union, children: childrenOf(keyOf(ends)) }
  })
  const couples = new Set(given.unions.map(({ one, other }) => pairKey(one, other)))
  const others = [...byParents].filter(([key]) => !couples.has(key))
  return [
    ...coupled,
    ...others.map(([key, all]) => ({ ends: all[0]?.parents ?? [], union: undefined, children: childrenOf(key) })),
  ]
}

export type Sketch = {
  readonly given: GenogramGiven
  readonly placing: Placing
  readonly brackets: readonly Bracket[]
}
export const xOf = ({ placing }: Sketch, id: string): number => placing.x.get(id) ?? 0
export const rowOf = ({ placing }: Sketch, id: string): number => placing.row.get(id) ?? 0
const xsOf = (sketch: Sketch, ids: readonly string[]): readonly number[] => ids.map((id) => xOf(sketch, id))

/** Where a bracket's line leaves each of its people: side by side, where somebody has several. */
export function leaving(sketch: Sketch): (bracket: Bracket, id: string) => number {
  const lines = new Map<string, readonly Bracket[]>()
  for (const { id } of sketch.given.people) {
    const own = sketch.brackets.filter(({ ends }) => ends.includes(id))
    const far = ({ ends }: Bracket) => Math.max(...xsOf(sketch, ends)) + Math.min(...xsOf(sketch, ends))
    lines.set(
      id,
      own.sort((a, b) => far(a) - far(b)),
    )
  }
  return (bracket, id) => {
    const own = lines.get(id) ?? []
    const step = Math.min(12, 46 / Math.max(1, own.length))
    return xOf(sketch, id) + (own.indexOf(bracket) - (own.length - 1) / 2) * step
  }
}

export type Hung = {
  readonly bracket: Bracket
  readonly left: number
  readonly right: number
  readonly row: number
  readonly level: number
}
/** One height for each couple of a row; somebody who parents alone has no bracket. */
export function hung(sketch: Sketch): readonly Hung[] {
  const leaves = leaving(sketch)
  const all = sketch.brackets.map((bracket) => {
    const xs = bracket.ends.map((id) => leaves(bracket, id))
    const row = Math.min(...bracket.ends.map((id) => rowOf(sketch, id)))
    return { bracket, left: Math.min(...xs), right: Math.max(...xs), row }
  })
  const rows = Map.groupBy(all, ({ row }) => row)
  return [...rows.values()].flatMap((row) => {
    const shared = row.filter(({ bracket }) => bracket.ends.length > 1)
    const levels = levelsOf(shared)
    return row.map((one) => ({ ...one, level: shared.includes(one) ? (levels[shared.indexOf(one)] ?? 0) : -1 }))
  })
}

export type Drop = {
  readonly hung: Hung
  readonly x: number
  readonly kind: ParentKind
  readonly children: readonly string[]
  readonly row: number
  readonly level: number
}
export function dropsOf(sketch: Sketch, brackets: readonly Hung[]): readonly Drop[] {
  const all = brackets.flatMap((one) => {
    const room = one.right - one.left > 60 ? 24 : 0
    return one.bracket.children.flatMap(({ ids, kind }) =>
      [...Map.groupBy(ids, (id) => rowOf(sketch, id))].map(([row, children]) => {
        const xs = xsOf(sketch, children)
        const centre = (Math.min(...xs) + Math.max(...xs)) / 2
        const x = Math.min(one.right - room, Math.max(one.left + room, centre))
        return { hung: one, x, kind, children, row, left: Math.min(x, ...xs), right: Math.max(x, ...xs) }
      }),
    )
  })
  return [...Map.groupBy(all, ({ row }) => row).values()].flatMap((row) => {
    const levels = levelsOf(row)
    return row.map((drop, n) => ({ ...drop, level: levels[n] ?? 0 }))
  })
}

export type Run = { readonly name: string; readonly ids: readonly string[]; readonly row: number }
/** Members who stand side by side share an outline; the child stands out already where somebody else has one. */
export function runsOf(sketch: Sketch): readonly Run[] {
  const self = new Set(sketch.given.people.filter((person) => person.self).map(({ id }) => id))
  const rows = Map.groupBy(sketch.given.people, ({ id }) => rowOf(sketch, id))
  return sketch.given.households.flatMap(({ name, people }) => {
    const members = new Set(people)
    const runs: { readonly name: string; readonly ids: string[]; readonly row: number }[] = []
    for (const [row, all] of rows) {
      let open: string[] | undefined
      for (const id of all.map((person) => person.id).sort((a, b) => xOf(sketch, a) - xOf(sketch, b))) {
        if (!members.has(id)) open = undefined
        else if (open !== undefined) open.push(id)
        else {
          open = [id]
          runs.push({ name, ids: open, row })
        }
      }
    }
    const others = runs.filter(({ ids }) => ids.some((id) => !self.has(id)))
    return others.length === 0 ? runs : others
  })
}

/** Where a line reaches a child: side by side, where one comes from the parents and one from carers. */
export function entering(sketch: Sketch, drops: readonly Drop[]): (drop: Drop, child: string) => number {
  const middle = (drop: Drop) => (drop.hung.left + drop.hung.right) / 2
  const ordered = [...drops].sort((a, b) => middle(a) - middle(b))
  return (drop, child) => {
    const own = ordered.filter(({ children }) => children.includes(child))
    return xOf(sketch, child) + (own.indexOf(drop) - (own.length - 1) / 2) * Math.min(10, 40 / own.length)
  }
}
