// The parts of a plan by their keys: which part a key names, what it is called, and which parts still have no words.
import { KINDS, type PlanKind } from './kinds.ts'
import type { PlanPart } from './part.ts'

export type { PlanPart } from './part.ts'

export const partsOf = (kind: PlanKind): readonly PlanPart[] => KINDS[kind].parts

export type NamedPart = { readonly part: PlanPart; readonly number?: number; readonly field?: string }

/** What `outcome/2/known` names; undefined: no part of such a plan. */
export function partNamed(kind: PlanKind, key: string): NamedPart | undefined {
  const [name, number, field, ...rest] = key.split('/')
  const part = partsOf(kind).find((one) => one.part === name)
  if (part === undefined || rest.length > 0) return undefined
  if (part.fields === undefined) return number === undefined ? { part } : undefined
  if (number === undefined || field === undefined || !/^[1-9][0-9]{0,2}$/.test(number)) return undefined
  return Object.hasOwn(part.fields, field) ? { part, number: Number(number), field } : undefined
}

/** 'Health', 'Outcome 2: how will we know?' */
export function nameOfKey(kind: PlanKind, key: string): string {
  const named = partNamed(kind, key)
  if (named === undefined) return 'A part'
  const { part, number, field } = named
  if (number === undefined || field === undefined) return part.name
  return `${part.one ?? part.name} ${number}: ${part.fields?.[field] ?? field}`
}

/** Parts that every plan of this kind has to hold and that have no words. `written`: names of parts, also of repeated ones. */
export const missingParts = (kind: PlanKind, written: ReadonlySet<string>): readonly PlanPart[] => {
  const names = new Set([...written].map((key) => key.split('/')[0]))
  return partsOf(kind).filter(({ part, needed }) => needed === 'always' && !names.has(part))
}

/** How many of a repeated part there are: the next one is numbered one higher. */
export const highestNumber = (keys: readonly string[], part: string): number =>
  keys.reduce((most, key) => {
    const [name, number] = key.split('/')
    return name === part ? Math.max(most, Number(number ?? 0)) : most
  }, 0)

/** The five lines in which a care plan can be told, in this order. */
export const PLAN_IN_LINES = ['permanence', 'wishes-child', 'family-time', 'education', 'health'] as const
export type PlanInLines = (typeof PLAN_IN_LINES)[number]
