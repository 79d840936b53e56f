// What the forms of a family share: the people in it as a form offers them, and which refusal stands beside which field.

import { type AudienceGiven, audienceGiven } from '#audiences/pages'
import { dayTyped, type IsoDay } from '#calendar'
import { childById } from '#children'
import type { Asking } from '#database'
import type { At, Fault, Item } from '#forms'
import { calledPerson } from '../person.ts'
import { type FamilyRefusal, familyRefusalWords } from '../refusal-words.ts'
import { isRelation, RELATIONS } from '../relations.ts'
import { type Family, familyOf } from '../store.ts'

export type FamilyGiven = {
  readonly name: string
  readonly family: Family
}
export type Limiting = FamilyGiven & AudienceGiven
export type Person = Family['people'][number]

export const leadsTo = ({ child }: Pick<At, 'child'>): string => `/children/${child}/family`
export const lock = (log: string) => ({ may: ['write', 'family'], log }) as const

export async function familyGiven(asking: Asking, { child }: Pick<At, 'child'>): Promise<FamilyGiven | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  if (known === undefined) return undefined
  return { name: known.name ?? 'this child', family: await familyOf(asking, known.child) }
}
export async function limitingGiven(asking: Asking, at: Pick<At, 'child' | 'me'>): Promise<Limiting | undefined> {
  const known = await familyGiven(asking, at)
  return known && { ...known, ...(await audienceGiven(asking, at)) }
}

export const withRelation = (person: Person): string => {
  const relation = isRelation(person.relation) ? RELATIONS[person.relation].words : 'Somebody who matters'
  return `${calledPerson(person)} (${relation.toLowerCase()})`
}
/** Everybody around the child as a form offers them; `CHILD` stands for the child. */
export const peopleOffered = ({ people }: Family): readonly Item[] =>
  people.filter(({ gap }) => !gap).map((person) => ({ value: person.line, text: withRelation(person) }))
export const personAt = ({ people }: Family, line: string): Person | undefined =>
  people.find((one) => one.line === line)
export const CHILD = 'child'

/** As the domain reads days: a day in words, a bare year, or empty. */
export const dayOrYear = (text: string, today: IsoDay): string =>
  /^\d{4}$/.test(text) ? text : dayTyped(text, today, 'back')

export function faultsIn<Refusal extends FamilyRefusal>(
  refused: readonly Refusal[],
  fieldOf: Readonly<Record<Refusal, string>>,
  today: IsoDay,
): readonly Fault[] {
  return refused.map((one) => ({ field: fieldOf[one], says: familyRefusalWords(one, today) }))
}
