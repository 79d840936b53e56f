// The SQL of by what another system knows a child, and a row of its own, where it has given its id.
import { sql } from 'kysely'
import type { Asking } from '#database'
import type { Elsewhere } from './elsewhere.ts'
import { type Brings, roomOf } from './rooms-data.ts'

/** Ids as the other system's people know them; undefined: it has given none, or the asker may not see it. */
export type NamedThere = { readonly child: string | undefined; readonly row: string | undefined }

/** The number by which another system's file names a child. */
export async function numberThere(
  { record, who }: Asking,
  { child, brings }: { readonly child: string; readonly brings: Brings },
): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`
    select i.value from kith.child_identifier_current i
    where i.council = ${who.council} and i.child = ${child} and i.issuer = ${brings} order by i.recorded limit 1`.execute(
    record,
  )
  return rows[0]?.value
}

type Named = { readonly child: string; readonly about: string | undefined }
export async function namedThere(
  asking: Asking,
  { room, brings }: Elsewhere,
  { child, about }: Named,
): Promise<NamedThere> {
  const tables = about === undefined ? [] : roomOf(room).tables
  const { record, who } = asking
  const keys: string[] = []
  for (const table of tables) {
    const found = await sql<{ key: string }>`
      select v.source_key as key from ${sql.table(`kith.${table}`)} v
      join kith.source s on s.council = v.council and s.id = v.source and s.kind = ${brings}
      where v.council = ${who.council} and v.child = ${child} and v.source_key is not null and v.line = (
        select a.line from ${sql.table(`kith.${table}`)} a where a.council = v.council and a.id = ${about ?? null})
      order by v.recorded desc limit 1`.execute(record)
    keys.push(...found.rows.map(({ key }) => key))
  }
  return { child: await numberThere(asking, { child, brings }), row: keys.map(idIn).find((id) => id !== undefined) }
}

/** Ids of the dataset say nothing; what knows a row of a list again is made of its days. */
const idIn = (key: string): string | undefined =>
  key.startsWith('ssd_') ? key.split('|').slice(1).join('|') || undefined : undefined
