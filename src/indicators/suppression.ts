// What may leave the council: counts of one to five are hidden, and so is what would let anybody work them out.
import type { Measured } from './definition.ts'

/** As official tables mark it: hidden to protect the people counted. */
export const hidden = 'c'

export type Shown = {
  readonly id: string
  readonly above: number | typeof hidden
  readonly below: number | typeof hidden | undefined
  readonly value: number | typeof hidden | undefined
}

/** A total and the parts that make it up. */
type Sum = { readonly total: string; readonly parts: readonly string[] }

const isSmall = (count: number) => count >= 1 && count <= 5

const aboveOf = ({ definition: { id } }: Measured) => `${id} above`
const belowOf = ({ definition: { id, denominatorKey } }: Measured) => denominatorKey ?? `${id} below`
const countsChildren = ({ definition: { adds } }: Measured) => adds === undefined

/** What the numerator of one has to do with others': a part of a wider one, the sum of narrower ones. */
function sumsOf(one: Measured, known: ReadonlyMap<string, Measured>, counts: Map<string, number>): readonly Sum[] {
  const { id, within, sumOf = [] } = one.definition
  const sums: Sum[] = sumOf.length === 0 ? [] : [{ total: aboveOf(one), parts: sumOf.map((part) => `${part} above`) }]
  const outer = within === undefined ? undefined : known.get(within)
  if (!outer) return sums
  counts.set(`${id} within`, outer.above - one.above)
  return [...sums, { total: aboveOf(outer), parts: [aboveOf(one), `${id} within`] }]
}

/** Every count by its name, and how they add up: who knows all of a sum but one knows that one. */
function ledgerOf(all: readonly Measured[]): { counts: Map<string, number>; sums: readonly Sum[] } {
  const counts = new Map<string, number>()
  const sums: Sum[] = []
  const known = new Map(all.map((one) => [one.definition.id, one]))
  const parts = new Map<string, string[]>()
  for (const one of all) {
    const { id, unit, isPart } = one.definition
    if (countsChildren(one)) counts.set(unit === 'count' ? id : aboveOf(one), one.above)
    if (one.below === undefined) continue
    counts.set(belowOf(one), one.below)
    if (!countsChildren(one)) continue
    counts.set(`${id} rest`, one.below - one.above)
    sums.push({ total: belowOf(one), parts: [aboveOf(one), `${id} rest`] }, ...sumsOf(one, known, counts))
    if (isPart) parts.set(belowOf(one), [...(parts.get(belowOf(one)) ?? []), aboveOf(one)])
  }
  return { counts, sums: [...sums, ...[...parts].map(([total, own]) => ({ total, parts: own }))] }
}

/** One count that stands under two names: hidden under one, it is hidden under the other. */
const sameCount: readonly Sum[] = [{ total: 'cla_count', parts: ['cla'] }]

/** A sum as an equation of the hidden counts alone: the others are known numbers. */
function equationOf({ total, parts }: Sum, names: readonly string[]): number[] {
  return names.map((name) => (parts.includes(name) ? 1 : 0) - (name === total ? 1 : 0))
}

/** Adds a multiple of one row to another, so that its leading number is gone. */
function cleared(row: readonly number[], by: readonly number[], at: number): number[] {
  const times = (row[at] ?? 0) / (by[at] ?? 1)
  return row.map((value, place) => {
    const left = value - times * (by[place] ?? 0)
    return Math.abs(left) < 1e-9 ? 0 : left
  })
}

/** The hidden counts that the sums, put together in any way, give away after all. */
export function givenAway(secret: ReadonlySet<string>, sums: readonly Sum[]): readonly string[] {
  const names = [...secret]
  let rows = sums.map((sum) => equationOf(sum, names)).filter((row) => row.some((value) => value !== 0))
  const solved: number[][] = []
  for (let at = 0; at < names.length; at += 1) {
    const lead = rows.find((row) => row[at] !== 0)
    if (!lead) continue
    rows = rows.filter((row) => row !== lead).map((row) => cleared(row, lead, at))
    for (const [place, row] of solved.entries()) if (row[at] !== 0) solved[place] = cleared(row, lead, at)
    solved.push(lead)
  }
  const alone = solved.filter((row) => row.filter((value) => value !== 0).length === 1)
  return alone.map((row) => names[row.findIndex((value) => value !== 0)] ?? '')
}

/** Hides small counts, then the smallest others of their sums, until no sums put together give a small one away. */
export function hiddenCounts(counts: ReadonlyMap<string, number>, sums: readonly Sum[]): ReadonlySet<string> {
  const small = new Set([...counts].filter(([, count]) => isSmall(count)).map(([name]) => name))
  const secret = new Set(small)
  const known = [...sums, ...sameCount].filter(({ total, parts }) =>
    [total, ...parts].every((name) => counts.has(name)),
  )
  for (;;) {
    const betrayed = givenAway(secret, known).find((name) => small.has(name))
    if (betrayed === undefined) return secret
    const touching = known.filter(({ total, parts }) => total === betrayed || parts.includes(betrayed))
    const open = openIn(touching, secret)
    // Where its own sums are all hidden, another sum gave it away: those are hidden in turn.
    const wider = open.length > 0 ? open : openIn(known, secret)
    const next = wider.toSorted((one, other) => weight(counts, one) - weight(counts, other))[0]
    if (next === undefined) return secret
    secret.add(next)
  }
}

const openIn = (sums: readonly Sum[], secret: ReadonlySet<string>): readonly string[] => [
  ...new Set(sums.flatMap(({ total, parts }) => [total, ...parts]).filter((name) => !secret.has(name))),
]

/** A zero hides nothing: who sees that only one part is left out besides it knows the part. */
const weight = (counts: ReadonlyMap<string, number>, name: string) => {
  const count = counts.get(name) ?? 0
  return count === 0 ? Number.MAX_SAFE_INTEGER : count
}

export function forOutside(all: readonly Measured[]): readonly Shown[] {
  const { counts, sums } = ledgerOf(all)
  const secret = hiddenCounts(counts, sums)
  return all.map((one) => {
    const { id, unit } = one.definition
    const top = secret.has(unit === 'count' ? id : aboveOf(one))
    const bottom = one.below !== undefined && secret.has(belowOf(one))
    // A sum over few children tells of each: it goes with its denominator.
    const above = top || (bottom && !countsChildren(one)) ? hidden : one.above
    const below = bottom ? hidden : one.below
    return { id, above, below, value: above === hidden || below === hidden ? hidden : one.value }
  })
}
