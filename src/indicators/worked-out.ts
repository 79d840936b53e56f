// Which groups of children can be worked out from counts that stand in different figures: of nested and of disjoint denominators.
import type { Measured } from './definition.ts'
import { type Group, isSmall, sizeOf } from './suppression.ts'

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
export function smallGroups(
  all: readonly Measured[],
  counts: ReadonlyMap<string, number>,
  named: Named,
): readonly Group[] {
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
