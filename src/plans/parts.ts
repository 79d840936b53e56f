// Kinds of plan, and the parts of each: what a part is called, what it asks, and what the law says of it.
import type { Citation, Level, Verification } from '#law'
import { CARE_PLAN_PARTS } from './care-plan-parts-data.ts'

export const PLAN_KINDS = [
  'care plan',
  'placement plan',
  'pathway plan',
  'education plan',
  'health plan',
  'safety plan',
] as const
export type PlanKind = (typeof PLAN_KINDS)[number]

export type PlanPart = {
  readonly part: string
  readonly name: string
  readonly asks: string
  /** always: the law asks for it of every such plan. */
  readonly needed: 'always' | 'where it applies' | 'good practice'
  readonly cites: Citation
  readonly level: Level
  readonly verification: Verification
  /** The part stands as often as it is needed, each time with these fields: `outcome/2/known`. */
  readonly fields?: Readonly<Record<string, string>>
}

/** A kind that is not here cannot be begun yet: its parts are still to be written down. */
const PARTS: Partial<Record<PlanKind, readonly PlanPart[]>> = { 'care plan': CARE_PLAN_PARTS }

export const isPlanKind = (text: string): text is PlanKind => PLAN_KINDS.some((kind) => kind === text)
export const partsOf = (kind: PlanKind): readonly PlanPart[] => PARTS[kind] ?? []

/** What `outcome/2/known` names; undefined: no part of such a plan. */
export function partNamed(
  kind: PlanKind,
  key: string,
): { readonly part: PlanPart; readonly number?: number; readonly field?: string } | undefined {
  const [name, number, field, ...rest] = key.split('/')
  const part = partsOf(kind).find((one) => one.part === name)
  if (part === undefined || rest.length > 0) return undefined
  if (part.fields === undefined) return number === undefined ? { part } : undefined
  if (number === undefined || field === undefined || !/^[1-9][0-9]{0,2}$/.test(number)) return undefined
  return Object.hasOwn(part.fields, field) ? { part, number: Number(number), field } : undefined
}

/** Parts that the law asks for of every plan of this kind and that have no words. */
export const missingParts = (kind: PlanKind, written: ReadonlySet<string>): readonly PlanPart[] =>
  partsOf(kind).filter(({ part, needed }) => needed === 'always' && !written.has(part))

/** How many of a repeated part there are: the next one is numbered one higher. */
export const highestNumber = (keys: readonly string[], part: string): number =>
  keys.reduce((most, key) => {
    const [name, number] = key.split('/')
    return name === part ? Math.max(most, Number(number ?? 0)) : most
  }, 0)
