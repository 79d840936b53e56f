// What may leave the council: every figure without the counts of one to five, and without what would give them away.
import type { Measured } from './definition.ts'
import { type Group, hiddenCounts, isSmall, type Sum, sizeOf } from './suppression.ts'

/** As official tables mark it: hidden to protect the people counted. */
export const hidden = 'c'

export type Shown = {
  readonly id: string
  readonly above: number | typeof hidden
  readonly below: number | typeof hidden | undefined
  readonly value: number | typeof hidden | undefined
}

const aboveOf = ({ definition: { id, unit } }: Measured) => (unit === 'count' ? id : `${id} above`)
const belowOf = ({ definition: { id, denominatorKey } }: Measured) => denominatorKey ?? `${id} below`
const countsChildren = ({ definition: { adds } }: Measured) => adds === undefined
/** Of what counts other things than children: few of them, or few children, on either side of the line. */
function isOfFew({ definition, above, below = 0, childrenAbove, childrenBelow }: Measured): boolean {
  if (definition.adds === undefined) return false
  const counts = definition.addsBelow === undefined ? [] : [above, below - above]
  return [childrenAbove.length, childrenBelow.length, ...counts].some(isSmall)
}

/** Every count by its name, and in how many figures it stands. */
function countsOf(all: readonly Measured[]): { counts: Map<string, number>; uses: Map<string, number> } {
  const counts = new Map<string, number>()
  const uses = new Map<string, number>()
  const stands = (name: string, count: number) => {
    counts.set(name, count)
    uses.set(name, (uses.get(name) ?? 0) + 1)
  }
  for (const one of all) {
    if (countsChildren(one)) stands(aboveOf(one), one.above)
    if (one.below !== undefined) stands(belowOf(one), one.below)
  }
  return { counts, uses }
}

/** Numerators that add up to another's, and those that together are their denominator. */
function sumsOf(all: readonly Measured[]): readonly Sum[] {
  const parts = Map.groupBy(
    all.filter(({ definition: { isPart } }) => isPart),
    belowOf,
  )
  return [
    ...all.flatMap((one) => {
      const { sumOf = [] } = one.definition
      return sumOf.length === 0 ? [] : [{ total: aboveOf(one), parts: sumOf.map((part) => `${part} above`) }]
    }),
    ...[...parts].map(([total, own]) => ({ total, parts: own.map(aboveOf) })),
  ]
}

/** The rest of each denominator, and of a wider numerator. */
function restsOf(all: readonly Measured[]): readonly Group[] {
  return all.flatMap((one) => {
    const { within } = one.definition
    return [
      { plus: [belowOf(one)], minus: [aboveOf(one)] },
      ...(within === undefined ? [] : [{ plus: [`${within} above`], minus: [aboveOf(one)] }]),
    ]
  })
}

/** In the area, and not far: the far ones in the area are the far ones less those outside it. */
const nearInArea: Group = {
  plus: ['in_la_pct above', 'distance_over20_outside_la_pct above'],
  minus: ['distance_over20_pct above'],
}

// WHAT CAN BE WORKED OUT: which groups of children stand in the difference of two figures, of nested and of disjoint denominators.
const inYear = 'cla in year'
const allYear = [inYear, 'cla_count', 'oc2_cohort']
const underFive = 'oc2_cohort to 5'
const middle = 'oc2_cohort 5 to 16'
const fromTen = 'oc2_cohort from 10'
const longTerm = 'cla under 16 for 2.5 years'

/** By age at the end of the year, of those looked after for all of it: to 4, 5, 6 to 9, 10 to 15 or 16, not known; 17. */
const ages = [[underFive], [underFive, middle], [middle], [middle, fromTen]]

/** Every kind of child there can be, by the denominators that they are in. A rare one left out (there all year, and began on its first day) makes more groups, not fewer. */
const kinds: readonly (readonly string[])[] = [
  ...ages.flatMap((age) => [
    [...allYear, ...age],
    [...allYear, ...age, longTerm],
  ]),
  [...allYear, fromTen],
  allYear,
  // Came and stayed; left and came back; was there and left; came and left.
  [inYear, 'cla_count', 'cla_started'],
  [inYear, 'cla_count', 'cla_started', 'cla_ceased'],
  [inYear, 'cla_ceased'],
  [inYear, 'cla_started', 'cla_ceased'],
]
const populations: readonly string[] = [...new Set(kinds.flat())]

/** A group, and for each kind whether it is in it. */
type OfKinds = Group & { readonly of: readonly number[] }

/** Every way of adding and taking away denominators that leaves each kind of child counted once or not at all. */
function groupsOfKinds(): readonly OfKinds[] {
  let all: readonly OfKinds[] = [{ plus: [], minus: [], of: kinds.map(() => 0) }]
  for (const name of populations) {
    const is = kinds.map((kind) => (kind.includes(name) ? 1 : 0))
    const moved = (of: readonly number[], by: 1 | -1) => of.map((count, at) => count + by * (is[at] ?? 0))
    all = all.flatMap((one) => [
      one,
      { ...one, plus: [...one.plus, name], of: moved(one.of, 1) },
      { ...one, minus: [...one.minus, name], of: moved(one.of, -1) },
    ])
  }
  return all.filter(({ of }) => of.every((count) => count === 0 || count === 1) && of.includes(1))
}

/** Numerators that no child is in both of. */
const apart: readonly (readonly [string, string])[] = [
  ['in_la_pct above', 'distance_over20_outside_la_pct above'],
  ['sgo_ceased_pct above', 'adopted_pct above'],
]

type Numerator = { readonly name: string; readonly below: string; readonly of: readonly number[] | undefined }

export type Named = {
  readonly aboveOf: (one: Measured) => string
  readonly belowOf: (one: Measured) => string
}

/** Of a numerator that is a denominator, the kinds are those of its own denominator. */
function numeratorsOf(all: readonly Measured[], { aboveOf, belowOf }: Named): readonly Numerator[] {
  const belowBy = new Map(all.map((one) => [aboveOf(one), belowOf(one)]))
  const rootOf = (name: string): string => {
    const wider = populations.includes(name) ? undefined : belowBy.get(name)
    return wider === undefined ? name : rootOf(wider)
  }
  return all.map((one) => {
    const root = rootOf(belowOf(one))
    const of = populations.includes(root) ? kinds.map((kind) => (kind.includes(root) ? 1 : 0)) : undefined
    return { name: aboveOf(one), below: belowOf(one), of }
  })
}

const holds = (of: readonly number[], other: readonly number[] | undefined): boolean =>
  other?.every((count, at) => count <= (of[at] ?? 0)) ?? false

/** No child is in both: by their denominators, or by what they count. */
function areApart(one: Numerator, other: Numerator): boolean {
  if (apart.some((pair) => pair.includes(one.name) && pair.includes(other.name))) return true
  return (
    one.of !== undefined && other.of !== undefined && !one.of.some((count, at) => count === 1 && other.of?.[at] === 1)
  )
}

/** Small ones alone: of denominators, less one numerator that is part of them, less two that are apart. */
function smallGroups(all: readonly Measured[], counts: ReadonlyMap<string, number>, named: Named): readonly Group[] {
  const numerators = numeratorsOf(all, named)
  const pairs = numerators.flatMap((one, at) =>
    numerators.slice(at + 1).flatMap((other) => (areApart(one, other) ? [[one, other]] : [])),
  )
  const less: readonly (readonly Numerator[])[] = [[], ...numerators.map((one) => [one]), ...pairs]
  const size = less.map((some) => some.reduce((sum, { name }) => sum + (counts.get(name) ?? 0), 0))
  const found: Group[] = []
  for (const group of groupsOfKinds()) {
    if (![...group.plus, ...group.minus].every((name) => counts.has(name))) continue
    const whole = sizeOf(group, counts)
    for (const [at, some] of less.entries())
      if (isSmall(whole - (size[at] ?? 0)) && some.every(({ of }) => holds(group.of, of)))
        found.push({ plus: group.plus, minus: [...group.minus, ...some.map(({ name }) => name)] })
  }
  return found
}

export function forOutside(all: readonly Measured[]): readonly Shown[] {
  const { counts, uses } = countsOf(all)
  const shares = all.filter((one) => one.below !== undefined && countsChildren(one))
  const groups = [...restsOf(shares), nearInArea, ...smallGroups(shares, counts, { aboveOf, belowOf })]
  const secret = hiddenCounts(counts, sumsOf(all), { groups, uses })
  return all.map((one) => {
    const top = countsChildren(one) && secret.has(aboveOf(one))
    const bottom = one.below !== undefined && secret.has(belowOf(one))
    // A sum over few children tells of each: it goes with its denominator.
    const above = top || isOfFew(one) || (bottom && !countsChildren(one)) ? hidden : one.above
    const below = bottom ? hidden : one.below
    return { id: one.definition.id, above, below, value: above === hidden || below === hidden ? hidden : one.value }
  })
}
