// Where people stand from left to right: couples side by side, children under their parents; the same family, the same picture.
import { type FamilyOf, familiesOf, type GenogramGiven, rowsOf } from './genogram.ts'

/** The room that one person has. */
export const SLOT = 150
type Xs = ReadonlyMap<string, number>
/** A couple, or a chain of them, stays together. */
type Unit = readonly string[]
type Order = readonly (readonly Unit[])[]
type ByPerson = ReadonlyMap<string, readonly FamilyOf[]>
/** One part of the family that ties hold together. */
type Part = {
  readonly people: ReadonlySet<string>
  readonly families: readonly FamilyOf[]
  readonly rows: Order
  readonly parented: ByPerson
  readonly parenting: ByPerson
}
function byPerson(families: readonly FamilyOf[], who: (family: FamilyOf) => readonly string[]): ByPerson {
  const found = new Map<string, FamilyOf[]>()
  for (const family of families) for (const id of who(family)) found.set(id, [...(found.get(id) ?? []), family])
  return found
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** Least squares from where each would like to be, in this order, a slot apart at least (pool adjacent violators). */
export function spaced(wanted: readonly number[], slot: number): readonly number[] {
  const pools: { sum: number; size: number }[] = []
  for (const [at, want] of wanted.entries()) {
    pools.push({ sum: want - at * slot, size: 1 })
    for (let last = pools.length - 1; last > 0; last -= 1) {
      const [a, b] = [pools[last - 1], pools[last]]
      if (a === undefined || b === undefined || a.sum / a.size <= b.sum / b.size) break
      pools.splice(last - 1, 2, { sum: a.sum + b.sum, size: a.size + b.size })
    }
  }
  return pools.flatMap(({ sum, size }) => Array.from({ length: size }, () => sum / size)).map((x, at) => x + at * slot)
}

const at = (xs: Xs, id: string): number => xs.get(id) ?? 0
const width = (xs: Xs, ids: readonly string[]): number => {
  const all = ids.map((id) => at(xs, id))
  return all.length === 0 ? 0 : Math.max(...all) - Math.min(...all)
}
const middle = (xs: Xs, ids: readonly string[]): number => {
  const all = ids.map((id) => at(xs, id))
  return (Math.min(...all) + Math.max(...all)) / 2
}

/** Children want to be centred under their parents, parents over their children. */
function wantedFor(id: string, xs: Xs, part: Part): number {
  const own = at(xs, id)
  const below = (part.parented.get(id) ?? []).map(
    ({ parents, children }) => own + middle(xs, parents) - middle(xs, children),
  )
  const above = (part.parenting.get(id) ?? []).map(
    ({ parents, children }) => own - middle(xs, parents) + middle(xs, children),
  )
  return below.length + above.length === 0 ? own : mean([...below, ...above])
}

function placed(part: Part, order: Order): Xs {
  const xs = new Map<string, number>()
  for (const row of order) for (const [n, id] of row.flat().entries()) xs.set(id, n * SLOT)
  const settle = (row: readonly Unit[]) => {
    const ids = row.flat()
    const all = spaced(
      ids.map((id) => wantedFor(id, xs, part)),
      SLOT,
    )
    for (const [n, id] of ids.entries()) xs.set(id, all[n] ?? 0)
  }
  for (let turn = 0; turn < 6; turn += 1) for (const row of turn % 2 === 0 ? order : order.toReversed()) settle(row)
  return xs
}

/** How far lines run: of children from the middle of their parents, of couples and of households from end to end. */
function lengths(part: Part, xs: Xs, given: GenogramGiven): number {
  let sum = 0
  for (const { parents, children } of part.families) {
    const from = middle(xs, parents)
    for (const child of children) sum += Math.abs(at(xs, child) - from)
    sum += width(xs, parents)
  }
  for (const { one, other } of given.unions)
    if (part.people.has(one) && part.people.has(other)) sum += Math.abs(at(xs, one) - at(xs, other))
  for (const { people } of given.households)
    for (const row of part.rows)
      sum += width(
        xs,
        row.flat().filter((id) => people.includes(id)),
      )
  return sum
}
/** How far brothers and sisters of different parents stand between each other. */
function mingling(part: Part, xs: Xs): number {
  const spans = part.families.map(({ children }) => {
    const all = children.map((id) => at(xs, id))
    return {
      left: Math.min(...all),
      right: Math.max(...all),
      row: part.rows.findIndex((row) => row.flat().includes(children[0] ?? '')),
    }
  })
  let sum = 0
  for (const [n, one] of spans.entries())
    for (const other of spans.slice(n + 1))
      if (one.row === other.row && one.left <= other.right && other.left <= one.right)
        sum += SLOT + Math.min(one.right, other.right) - Math.max(one.left, other.left)
  return sum
}
const cost = (part: Part, xs: Xs, given: GenogramGiven): number => lengths(part, xs, given) + 2 * mingling(part, xs)

const moved = (row: readonly Unit[], from: number, to: number): readonly Unit[] =>
  row.toSpliced(from, 1).toSpliced(to, 0, ...row.slice(from, from + 1))
/** Every order that differs in the place of one person or couple, or in one couple turning round. */
function* changed(order: Order): Generator<Order> {
  for (const [n, row] of order.entries())
    for (const [from, ids] of row.entries()) {
      if (ids.length > 1) yield order.with(n, row.with(from, ids.toReversed()))
      for (let to = 0; to < row.length; to += 1) if (to !== from) yield order.with(n, moved(row, from, to))
    }
}

/** Units by the middle of what they are tied to, four times down and up; ties in that keep the order in which they came. */
function byBarycentre(part: Part): Order {
  let order = part.rows
  for (let turn = 0; turn < 4; turn += 1) {
    const xs = placed(part, order)
    order = order.map((row) => {
      const keyed = row.map((unit) => ({ unit, key: mean(unit.map((id) => wantedFor(id, xs, part))) }))
      return keyed.sort((a, b) => a.key - b.key).map(({ unit }) => unit)
    })
  }
  return order
}

/** Looks at orders times people: forty people take about a tenth of a second. */
const MOST_WORK = 12_000
/** Of the orders one change away the first that is shorter, until none is; never more than a set number of looks. */
function improved(part: Part, given: GenogramGiven): Xs {
  let order = byBarycentre(part)
  let xs = placed(part, order)
  let best = cost(part, xs, given)
  let looks = 0
  for (let better = true; better && looks * part.people.size < MOST_WORK; ) {
    better = false
    for (const next of changed(order)) {
      looks += 1
      if (looks * part.people.size > MOST_WORK) break
      const tried = placed(part, next)
      const length = cost(part, tried, given)
      if (length < best - 0.5) {
        ;[order, xs, best, better] = [next, tried, length, true]
        break
      }
    }
  }
  return xs
}

const partOf = (part: Pick<Part, 'people' | 'families' | 'rows'>): Part => ({
  ...part,
  parented: byPerson(part.families, ({ children }) => children),
  parenting: byPerson(part.families, ({ parents }) => parents),
})

/** Couples of one row as a chain: from somebody with one partner along to the next. */
function unitsOf(ids: readonly string[], partners: ReadonlyMap<string, readonly string[]>): readonly Unit[] {
  const row = new Set(ids)
  const seen = new Set<string>()
  const beside = (id: string) => (partners.get(id) ?? []).filter((other) => row.has(other))
  const walk = (id: string): string[] => {
    if (seen.has(id)) return []
    seen.add(id)
    return [id, ...beside(id).flatMap(walk)]
  }
  const ends = [...ids].sort((a, b) => Math.min(2, beside(a).length) - Math.min(2, beside(b).length))
  const chains = new Map(ends.map((id) => [id, walk(id)]))
  return [...chains.values()].filter((chain) => chain.length > 0)
}

function connected(given: GenogramGiven, families: readonly FamilyOf[]): readonly ReadonlySet<string>[] {
  const near = new Map<string, string[]>()
  const tie = (ids: readonly string[]) => {
    for (const id of ids) near.set(id, [...(near.get(id) ?? []), ...ids])
  }
  for (const { one, other } of given.unions) tie([one, other])
  for (const { parents, children } of families) tie([...parents, ...children])
  const seen = new Set<string>()
  const parts: Set<string>[] = []
  for (const { id } of [...given.people].sort((a, b) => Number(b.self) - Number(a.self))) {
    if (seen.has(id)) continue
    const part = new Set<string>()
    const waiting = [id]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (part.has(next)) continue
      part.add(next)
      seen.add(next)
      waiting.push(...(near.get(next) ?? []))
    }
    parts.push(part)
  }
  return parts
}

export type Placing = { readonly x: Xs; readonly row: ReadonlyMap<string, number> }
/** The part with the child first, the others to its right, as near as their rows allow. Carers' families stand by themselves. */
export function placingOf(given: GenogramGiven): Placing {
  const row = rowsOf(given)
  const families = familiesOf(given).filter(({ kind }) => kind !== 'carer')
  const levels = [...new Set(row.values())].sort((a, b) => b - a)
  const partners = new Map<string, string[]>()
  for (const { one, other } of given.unions)
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      partners.set(from, [...(partners.get(from) ?? []), to])
  const x = new Map<string, number>()
  const free = new Map<number, number>()
  for (const people of connected(given, families)) {
    const ids = given.people.map(({ id }) => id).filter((id) => people.has(id))
    const rows = levels.map((level) =>
      unitsOf(
        ids.filter((id) => row.get(id) === level),
        partners,
      ),
    )
    const own = families.filter(({ children }) => children.some((child) => people.has(child)))
    const xs = improved(partOf({ people, families: own, rows }), given)
    const shift = Math.max(...ids.map((id) => (free.get(row.get(id) ?? 0) ?? 0) - at(xs, id)))
    for (const id of ids) {
      const level = row.get(id) ?? 0
      x.set(id, at(xs, id) + shift)
      free.set(level, Math.max(free.get(level) ?? 0, at(xs, id) + shift + SLOT))
    }
  }
  return { x, row }
}
