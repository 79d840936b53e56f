// Whether who asks is a worker of their council.
import { sql } from 'kysely'
import type { Asking } from '#database'

export async function isWorker({ who, record }: Asking): Promise<boolean> {
  const { rows } = await sql`select from kith.worker where council = ${who.council} and id = ${who.person}`.execute(
    record,
  )
  return rows.length > 0
}
