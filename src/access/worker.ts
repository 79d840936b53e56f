// Whether who asks is a worker of their council, and in which relations they stand now.
import { sql } from 'kysely'
import type { Asking } from '#database'
import type { Relation } from './matrix.ts'

export async function isWorker({ who, record }: Asking): Promise<boolean> {
  const { rows } = await sql`select from kith.worker where council = ${who.council} and id = ${who.person}`.execute(
    record,
  )
  return rows.length > 0
}

/** Whether the asker stands in one of these relations now, to any child or to the whole council. */
export async function standsAs({ who, record }: Asking, relations: readonly Relation[]): Promise<boolean> {
  const { rows } = await sql<{ stands: boolean }>`
    select exists (select from kith.visible_child v where v.council = ${who.council} and v.person = ${who.person}
        and v.relation = any (${relations}::text[]) and v.since <= now() and v.until > now())
      or exists (select from kith.sees_council s where s.council = ${who.council} and s.person = ${who.person}
        and s.relation = any (${relations}::text[]) and s.since <= now() and s.until > now()) as stands`.execute(record)
  return rows[0]?.stands === true
}
