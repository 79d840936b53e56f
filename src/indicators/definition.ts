// What an indicator is: of each child, whether they count above the line, below it only, or not at all, and what is not known.
import type { ChildYear, Year } from './child-year.ts'

/** A fact that is not there, in words, as in "not known: …"; and how published figures take somebody of whom it is not known. */
export type Lacking = { readonly lacks: string; readonly asPublished: 'below' | 'outside' | 'unknown' }
/** `above`: in numerator and denominator. `below`: in the denominator alone. */
export type Standing = 'above' | 'below' | 'outside' | Lacking

export const lacking = (lacks: string, asPublished: Lacking['asPublished'] = 'unknown'): Lacking => ({
  lacks,
  asPublished,
})

export type Unit = 'count' | 'percent' | 'score' | 'number' | 'days'

/** Of children, or of workers: whatever has an id and plain facts. */
export type Definition<Of extends Counted = ChildYear> = {
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
  /** How things stand on the last day alone; any other looks back over months, which the figure of the month before shares. */
  readonly ofTheDay?: true
  /** It tells how audits of practice went: who stands where is read by those who read audits. */
  readonly ofAudits?: true
  /** What of the wording could not be computed from a return, or was taken otherwise. */
  readonly note?: string
  readonly stands: (one: Of, year: Year) => Standing
  /** What one child adds above the line; 1 where it is left out. */
  readonly adds?: (one: Of, year: Year) => number
  /** What one child adds below the line; 1 where it is left out. */
  readonly addsBelow?: (one: Of, year: Year) => number
}

export type Counted = { readonly id: string }

/** What was measured, without who: of children and of workers alike. */
export type Measured<Of extends Counted = ChildYear> = {
  readonly definition: Definition<Of>
  readonly above: number
  readonly below: number | undefined
  /** Undefined where there is nothing to divide by. */
  readonly value: number | undefined
  readonly childrenAbove: readonly string[]
  readonly childrenBelow: readonly string[]
  /** They count in the denominator where that is known, and may or may not above it. */
  readonly childrenUnknown: readonly string[]
  /** The fact that is missing of each of those. */
  readonly lacks: ReadonlyMap<string, string>
}

/**
 * `as published`: who is not known counts below the line where published figures count them so. `as known`: who is not
 * known is in neither number, whatever is published; not known is never a no.
 */
export type Reading = 'as published' | 'as known'

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

type Stood = { above: string[]; below: string[]; lacks: Map<string, string> }

/** Where one counts, as it is read. */
function standingOf(standing: Standing, reading: Reading): 'above' | 'below' | 'outside' | 'unknown' {
  if (typeof standing === 'string') return standing
  return reading === 'as published' ? standing.asPublished : 'unknown'
}

type Asked = { readonly year: Year; readonly reading?: Reading }
/** One figure that is being counted: whoever is added can be forgotten at once. */
export type Measuring<Of extends Counted = ChildYear> = {
  readonly add: (one: Of) => void
  readonly measured: () => Measured<Of>
}

export function measuring<Of extends Counted>(
  definition: Definition<Of>,
  { year, reading = 'as published' }: Asked,
): Measuring<Of> {
  const stood: Stood = { above: [], below: [], lacks: new Map() }
  let above = 0
  let under = 0
  const add = (one: Of): void => {
    const stands = definition.stands(one, year)
    if (stands === 'outside') return
    const counts = standingOf(stands, reading)
    if (counts === 'above') {
      stood.above.push(one.id)
      above += definition.adds?.(one, year) ?? 1
    }
    if (counts === 'below') stood.below.push(one.id)
    if (counts === 'above' || counts === 'below') under += definition.addsBelow?.(one, year) ?? 1
    if (counts === 'unknown') stood.lacks.set(one.id, typeof stands === 'string' ? '' : stands.lacks)
  }
  const measured = (): Measured<Of> => ({
    definition,
    above,
    below: definition.unit === 'count' ? undefined : under,
    value: figure(definition.unit, definition.decimals, [above, under]),
    childrenAbove: stood.above,
    childrenBelow: stood.below,
    childrenUnknown: [...stood.lacks.keys()],
    lacks: stood.lacks,
  })
  return { add, measured }
}

export function measure<Of extends Counted>(
  definition: Definition<Of>,
  all: readonly Of[],
  asked: Asked,
): Measured<Of> {
  const one = measuring(definition, asked)
  for (const each of all) one.add(each)
  return one.measured()
}
