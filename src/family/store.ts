// The SQL of the people around a child: who they are, where they live, what ties them, and which is a child on record.
import { sql } from 'kysely'
import { limitColumns, type NewAudience } from '#audiences'
import {
  type Asking,
  changeFrom,
  correct,
  currentOf,
  lockChildren,
  type RecordTable,
  recordFirst,
  retract,
  type Superseded,
  type Version,
  type Written,
} from '#database'
import type { Decided, NewHome, NewPerson } from './person.ts'
import { type LinkRefusal, mayLink, mayTie, type TieRefusal, type TypedTie } from './tie.ts'

export async function recordPerson(
  asking: Asking,
  child: string,
  { words, audience, ...person }: NewPerson & { readonly audience?: NewAudience | undefined },
): Promise<Written> {
  await lockChildren(asking, [child])
  const columns = { ...person, ...(await limitColumns(asking, child, audience)) }
  return await recordFirst(asking, 'kith.family_person', { child, columns, words })
}
/** What was recorded was wrong; who may know carries on. */
export async function correctPerson(
  asking: Asking,
  id: string,
  { words, ...columns }: NewPerson,
): Promise<Superseded<'kith.family_person'>> {
  return await correct(asking, 'kith.family_person', { id, columns, words })
}
/** Something is different from now on: somebody died, or gained parental responsibility. */
export async function changePerson(
  asking: Asking,
  id: string,
  { words, ...columns }: NewPerson,
): Promise<Superseded<'kith.family_person'>> {
  return await changeFrom(asking, 'kith.family_person', { id, columns, words })
}

/** `person`: the line. */
export async function recordHome(
  asking: Asking,
  { child, person }: { readonly child: string; readonly person: string },
  { words, audience, ...home }: NewHome & { readonly audience?: NewAudience | undefined },
): Promise<Written> {
  await lockChildren(asking, [child])
  const columns = { person, ...home, ...(await limitColumns(asking, child, audience)) }
  return await recordFirst(asking, 'kith.family_home', { child, columns, words })
}
export async function correctHome(
  asking: Asking,
  id: string,
  { words, ...columns }: NewHome,
): Promise<Superseded<'kith.family_home'>> {
  return await correct(asking, 'kith.family_home', { id, columns, words })
}
/** They moved out: `until` is the first day on which they no longer lived there. */
export async function endHome(asking: Asking, id: string, until: string): Promise<Superseded<'kith.family_home'>> {
  return await changeFrom(asking, 'kith.family_home', { id, columns: { until } })
}

type Limiting = { readonly child: string; readonly id: string; readonly audience: NewAudience | undefined }
/** From now on only these may know, of every version of the line; undefined: whoever sees the family. */
export async function limitPerson(
  asking: Asking,
  { child, id, audience }: Limiting,
): Promise<Superseded<'kith.family_person'>> {
  await lockChildren(asking, [child])
  const columns = await limitColumns(asking, child, audience)
  return await changeFrom(asking, 'kith.family_person', { id, columns })
}
export async function limitHome(
  asking: Asking,
  { child, id, audience }: Limiting,
): Promise<Superseded<'kith.family_home'>> {
  await lockChildren(asking, [child])
  const columns = await limitColumns(asking, child, audience)
  return await changeFrom(asking, 'kith.family_home', { id, columns })
}

/** Decided from the ties that stand while nobody else writes about this child. */
export async function recordTie(asking: Asking, child: string, typed: TypedTie): Promise<Decided<Written, TieRefusal>> {
  await lockChildren(asking, [child])
  const may = mayTie(typed, await currentOf(asking, 'kith.family_tie', child))
  if ('refused' in may) return may
  const { words, ...columns } = may.ok
  return { ok: await recordFirst(asking, 'kith.family_tie', { child, columns, words }) }
}
/** They parted, or are no longer as they were; undefined: it is not known since when. */
export async function endTie(
  asking: Asking,
  id: string,
  until: string | undefined,
): Promise<Superseded<'kith.family_tie'>> {
  return await changeFrom(asking, 'kith.family_tie', { id, columns: { state: 'parted', until: until ?? null } })
}
export async function retractTie(
  asking: Asking,
  tie: { readonly id: string; readonly reason: string },
): Promise<Superseded<'kith.family_tie'>> {
  return await retract(asking, 'kith.family_tie', tie)
}

/** The record refuses whoever may not see that other child, in the same way as for a child that is not there. */
export async function linkPerson(
  asking: Asking,
  link: { readonly child: string; readonly person: string; readonly otherChild: string },
): Promise<Decided<Written, LinkRefusal>> {
  const { child, person, otherChild } = link
  await lockChildren(asking, [child])
  const may = mayLink(link, await currentOf(asking, 'kith.family_link', child))
  if ('refused' in may) return may
  const columns = { person, other_child: otherChild }
  return { ok: await recordFirst(asking, 'kith.family_link', { child, columns }) }
}

type NamingTable =
  | 'kith.family_home'
  | 'kith.family_link'
  | 'kith.sibling_member'
  | 'kith.family_time'
  | 'kith.family_time_day'
const NAMING: readonly NamingTable[] = [
  'kith.family_home',
  'kith.family_link',
  'kith.sibling_member',
  'kith.family_time',
  'kith.family_time_day',
]
/** Somebody who should never have stood here goes with all that was said of them. */
export async function retractPerson(
  asking: Asking,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Superseded<'kith.family_person'>> {
  const retracted = await retract(asking, 'kith.family_person', { id, reason })
  if ('refused' in retracted) return retracted
  const { line } = retracted.ok
  const child = await childOf(asking, line)
  const takeBack = async (table: RecordTable, of: string) => await retract(asking, table, { id: of, reason })
  for (const table of NAMING)
    for (const row of await currentOf(asking, table, child)) if (row.person === line) await takeBack(table, row.id)
  for (const tie of await currentOf(asking, 'kith.family_tie', child))
    if (tie.one === line || tie.other === line) await takeBack('kith.family_tie', tie.id)
  return retracted
}
async function childOf(asking: Asking, line: string): Promise<string> {
  const found = await asking.record
    .selectFrom('kith.family_person')
    .select('child')
    .where('council', '=', asking.who.council)
    .where('id', '=', line)
    .executeTakeFirstOrThrow()
  return found.child
}

/** Whose own record is sealed after an adoption has no name here; the view that stands holds none. */
async function withoutSealed(
  { record }: Asking,
  people: readonly Version<'kith.family_person'>[],
): Promise<readonly Version<'kith.family_person'>[]> {
  if (people.every(({ words }) => words !== undefined)) return people
  const { rows } = await sql<{ line: string }>`select kith.sealed_relatives() as line`.execute(record)
  const sealed = new Set(rows.map(({ line }) => line))
  return people.map((one) => (sealed.has(one.line) ? { ...one, words: ADOPTED } : one))
}
const ADOPTED = 'a brother or sister who was adopted'

export type Family = {
  readonly people: readonly Version<'kith.family_person'>[]
  readonly homes: readonly Version<'kith.family_home'>[]
  readonly ties: readonly Version<'kith.family_tie'>[]
  readonly links: readonly Version<'kith.family_link'>[]
}
/** What the asker may know; nothing in it names anybody of whom they may not. */
export async function familyOf(asking: Asking, child: string): Promise<Family> {
  const people = await withoutSealed(asking, await currentOf(asking, 'kith.family_person', child))
  const known = new Set<string | null>([null, ...people.map(({ line }) => line)])
  const homes = await currentOf(asking, 'kith.family_home', child)
  const ties = await currentOf(asking, 'kith.family_tie', child)
  const links = await currentOf(asking, 'kith.family_link', child)
  return {
    people,
    homes: homes.filter(({ person }) => known.has(person)),
    ties: ties.filter(({ one, other }) => known.has(one) && known.has(other)),
    links: links.filter(({ person }) => known.has(person)),
  }
}
