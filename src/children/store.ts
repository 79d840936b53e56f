// The SQL of children: the anchor on which every fact hangs, and the children whom somebody knows.
import { sql } from 'kysely'
import type { Asking } from '#database'
import { birthOf, type KnownName, namesOf, recordBirthClaim, recordName, shownName } from '#people'
import type { NewChild } from './coming-in.ts'

/** Makes person and child at once and records what is known of them; returns the child's id. Only a service worker may. */
export async function bringIn(asking: Asking, child: NewChild): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const anchor = { council: asking.who.council, id, recorded_by: asking.who.person }
  await asking.insert('kith.person', [anchor])
  await asking.insert('kith.child', [anchor])
  for (const name of child.names) await recordName(asking, id, name)
  if (child.birth !== undefined) await recordBirthClaim(asking, id, child.birth)
  return id
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
    where council = ${asking.who.council}::smallint and child = any (${children}::uuid[])`.execute(asking.record)
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
