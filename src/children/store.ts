// The SQL of children: the anchor on which every fact hangs, and the children whom somebody knows.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import { type Asking, among } from '#database'
import { birthOf, type KnownName, namesOf, recordBirthClaim, recordName, shownName } from '#people'
import type { NewChild } from './coming-in.ts'
import { type Findable, isLookedFor, type LookedFor } from './finding.ts'

/** Makes person and child at once and records what is known of them; returns the child's id. Only a service worker may. */
export async function bringIn(asking: Asking, child: NewChild): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const anchor = { council: asking.who.council, id, recorded_by: asking.who.person }
  await asking.insert('kith.person', [anchor])
  await asking.insert('kith.child', [anchor])
  await recordWhoTheyAre(asking, id, child)
  return id
}

async function recordWhoTheyAre(asking: Asking, id: string, child: NewChild): Promise<void> {
  for (const name of child.names) await recordName(asking, id, name)
  if (child.birth !== undefined) await recordBirthClaim(asking, id, child.birth)
}

export type Arriving = {
  readonly team: string
  readonly on: IsoDay
  /** Somebody new, or the id of a child who comes back. */
  readonly who: { readonly new: NewChild } | { readonly again: string }
}

/**
 * Opens, for this transaction, what has to be written of a child who comes into care; returns the child's id. Managers,
 * duty workers and the out-of-hours team may, into teams of theirs (decision 0098); the database refuses everybody else.
 */
export async function receive(asking: Asking, { team, on, who }: Arriving): Promise<string> {
  const [fresh = ''] = await asking.newIds(1)
  const child = 'again' in who ? who.again : fresh
  await sql`select kith.bring_in(${child}::uuid, ${team}::uuid, ${on}::date, ${'again' in who})`.execute(asking.record)
  if ('new' in who) await recordWhoTheyAre(asking, child, who.new)
  return child
}

type FindableRow = { readonly child: string; readonly born: string[] | null; readonly numbers: string[] | null }

/** Under the asker's own sight: whoever is kept from them is found by no name, birth date or number. */
export async function childrenLookedFor(asking: Asking, looked: LookedFor): Promise<readonly ChildHeader[]> {
  const { rows } = await sql<FindableRow>`
    select k.id as child,
      (select array_agg(b.born::text) from kith.birth_claim_current b where b.council = k.council and b.child = k.id) as born,
      (select array_agg(i.value) from kith.child_identifier_current i where i.council = k.council and i.child = k.id) as numbers
    from kith.child k where k.council = ${asking.who.council}::smallint order by k.id`.execute(asking.record)
  const { rows: named } = await sql<{ id: string; child: string; said: Buffer | null }>`
    select n.id, n.child, n.said from kith.child_name_current n where n.council = ${asking.who.council}::smallint and n.kind <> all ('{pronouns,gender}')`.execute(
    asking.record,
  )
  const words = await asking.readWords(named)
  const names = new Map<string, string[]>()
  for (const { id, child } of named) names.set(child, [...(names.get(child) ?? []), words.get(id) ?? ''])
  const found = rows
    .map(({ child, born, numbers }): Findable => {
      return { child, names: names.get(child) ?? [], born: born ?? [], numbers: [...(numbers ?? []), child] }
    })
    .filter((one) => isLookedFor(looked, one))
  const headers = []
  for (const child of await goingOn(
    asking,
    found.map((one) => one.child),
  ))
    headers.push(await childById(asking, child))
  return headers.filter((header) => header !== undefined)
}

/** Of two records that were joined the one that goes on, once: nothing is written into the other. */
async function goingOn({ record }: Asking, children: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ child: string; goes_on: string }>`
    select child, goes_on from kith.joined_of(${children}::uuid[])`.execute(record)
  const goes = new Map(rows.map((row) => [row.child, row.goes_on]))
  return new Set(children.map((child) => goes.get(child) ?? child))
}

export type ChildHeader = {
  readonly child: string
  /** undefined: no name is known to the asker. */
  readonly name: string | undefined
  readonly born: string | undefined
}

/** undefined: no such child, or none whom the asker may know of; the two look alike. */
export async function childById(asking: Asking, child: string): Promise<ChildHeader | undefined> {
  const found = await asking.record
    .selectFrom('kith.child')
    .select('id')
    .where('council', '=', asking.who.council)
    .where('id', '=', child)
    .executeTakeFirst()
  if (found === undefined) return undefined
  const birth = await birthOf(asking, child)
  return { child, name: shownName(await namesOf(asking, child)), born: birth?.born }
}

/** Ids of the children whom the asker may know of, in the order in which they came into the record. */
export async function childrenKnown(asking: Asking): Promise<readonly string[]> {
  const found = await asking.record
    .selectFrom('kith.child')
    .select('id')
    .where('council', '=', asking.who.council)
    .orderBy('id')
    .execute()
  return found.map(({ id }) => id)
}

/** What these children are called, as far as the asker may know it. */
export async function childrenCalled(
  asking: Asking,
  children: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<KnownName & { id: string; child: string; said: Buffer | null }>`
    select id, child, line, kind, since, said from kith.child_name_current
    where council = ${asking.who.council}::smallint and child ${among(children)}`.execute(asking.record)
  const words = await asking.readWords(rows)
  const names = Map.groupBy(
    rows.map((row) => ({ ...row, words: words.get(row.id) })),
    ({ child }) => child,
  )
  return new Map(
    [...names].flatMap(([child, own]) => {
      const name = shownName(own)
      return name === undefined ? [] : [[child, name] as const]
    }),
  )
}

/** Records with this number, of those that the asker sees. */
export async function recordsNumbered({ record, who }: Asking, number: string): Promise<readonly string[]> {
  const { rows } = await sql<{ child: string }>`
    select i.child from kith.child_identifier_current i where i.council = ${who.council}::smallint and i.value = ${number}
    union select k.id from kith.child k where k.council = ${who.council}::smallint and k.id::text = lower(${number})`.execute(
    record,
  )
  return rows.map(({ child }) => child)
}
