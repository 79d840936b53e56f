// The SQL of taking back what one form sent: every row of it, or nothing where anybody has gone on from one of them.
import { sql } from 'kysely'
import { type Asking, lockChildren, type RecordTable, retract } from '#database'

export const TAKEN_BACK = 'Taken back by its author within ten minutes.'

type SentRow = { readonly table: RecordTable; readonly id: string; readonly child: string }
type Main = { readonly table: RecordTable; readonly id: string }

/** The latest first: what hangs on a row comes before it. None where anybody has gone on from any of it. */
async function sentInOne({ record }: Asking, { table, id }: Main): Promise<readonly SentRow[]> {
  const { rows } = await sql<SentRow>`
    select 'kith.' || written_to as table, id, child from kith.sent_in_one(${table.replace('kith.', '')}, ${id}) order by id desc`.execute(
    record,
  )
  return rows
}

/**
 * Takes back this version and everything that its author wrote in the same transaction. False where somebody has gone on from
 * any of it since: then the caller lets the whole transaction go, since some of it may have been taken back.
 */
export async function takeBackSent(asking: Asking, main: Main): Promise<boolean> {
  const before = await sentInOne(asking, main)
  await lockChildren(
    asking,
    before.map(({ child }) => child),
  )
  const sent = await sentInOne(asking, main)
  for (const { table, id } of sent) {
    const taken = await retract(asking, table, { id, reason: TAKEN_BACK })
    if ('refused' in taken) return false
  }
  return sent.length > 0
}
