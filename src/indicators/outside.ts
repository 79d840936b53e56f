// What may leave the council: every figure without the counts of one to five, and without what would give them away.
import type { Measured } from './definition.ts'
import { type Group, hiddenCounts, isSmall, type Sum } from './suppression.ts'
import { smallGroups } from './worked-out.ts'

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
