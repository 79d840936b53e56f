// What an indicator is: of each child, whether they count above the line, below it only, or not at all, and what is not known.
import type { ChildYear, Year } from './child-year.ts'

/** `above`: in numerator and denominator. `below`: in the denominator alone. */
export type Standing = 'above' | 'below' | 'outside' | 'unknown'

export type Unit = 'count' | 'percent' | 'score' | 'number'

export type Definition = {
  readonly id: string
  readonly name: string
  readonly numerator: string
  readonly denominator: string | undefined
  readonly unit: Unit
  readonly decimals: 0 | 1
  /** The count that the denominator is, where other indicators have it too: who sees both can subtract. */
  readonly denominatorKey: string | undefined
  readonly polarity: 'high' | 'low' | 'none'
  /** Which part of another's numerator this one's is, if it is. */
  readonly within?: string
  /** The others whose numerators add up to this one's. */
  readonly sumOf?: readonly string[]
  /** One of the parts, each child in one, that together are the denominator. */
  readonly isPart?: true
  /** What of the wording could not be computed from a return, or was taken otherwise. */
  readonly note?: string
  readonly stands: (child: ChildYear, year: Year) => Standing
  /** What one child adds above the line; 1 where it is left out. */
  readonly adds?: (child: ChildYear) => number
  /** What one child adds below the line; 1 where it is left out. */
  readonly addsBelow?: (child: ChildYear) => number
}

export type Measured = {
  readonly definition: Definition
  readonly above: number
  readonly below: number | undefined
  /** Undefined where there is nothing to divide by. */
  readonly value: number | undefined
  readonly childrenAbove: readonly string[]
  readonly childrenBelow: readonly string[]
  /** They count in the denominator where that is known, and may or may not above it. */
  readonly childrenUnknown: readonly string[]
}

/** Half up, at so many decimals: 17.05 at one is 17.1, whatever a fraction of two looks like inside. */
export function roundedHalfUp(value: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.floor(Number((value * factor).toFixed(6)) + 0.5) / factor
}

/** Units whose value is a share of the denominator say how much the whole is. */
const whole: Readonly<Record<string, number>> = { percent: 100, rate: 10_000 }

export function figure(unit: string, decimals: number, [above, below]: readonly [number, number]): number | undefined {
  if (unit === 'count') return above
  return below === 0 ? undefined : roundedHalfUp((above * (whole[unit] ?? 1)) / below, decimals)
}

export function measure(definition: Definition, children: readonly ChildYear[], year: Year): Measured {
  const stood: Record<Standing, string[]> = { above: [], below: [], outside: [], unknown: [] }
  let above = 0
  let under = 0
  for (const child of children) {
    const standing = definition.stands(child, year)
    stood[standing].push(child.id)
    if (standing === 'above') above += definition.adds?.(child) ?? 1
    if (standing === 'above' || standing === 'below') under += definition.addsBelow?.(child) ?? 1
  }
  const below = definition.unit === 'count' ? undefined : under
  return {
    definition,
    above,
    below,
    value: figure(definition.unit, definition.decimals, [above, under]),
    childrenAbove: stood.above,
    childrenBelow: stood.below,
    childrenUnknown: stood.unknown,
  }
}
