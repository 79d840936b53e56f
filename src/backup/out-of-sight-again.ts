// After a restore: what was taken out of sight since the backup is taken out anew, as the list beside the seals has it.
import type pg from 'pg'
import { withClient } from '#postgres'

/** Ids only: one line of the list. */
export type TakenOut = {
  readonly council: string
  readonly id: string
  readonly record: string
  readonly child: string | null
  readonly reason: string
  readonly asked_by: string
  readonly asked: string
  readonly agreed_by: string
  readonly agreed: string
}

/** How many keys were destroyed again. All of it, or nothing; a second time there is nothing to do. */
export async function takeOutAgain(connection: pg.ClientConfig, taken: readonly TakenOut[]): Promise<number> {
  if (taken.length === 0) return 0
  return await withClient(connection, async (client) => {
    await client.query('begin')
    await client.query('set local row_security = off')
    const { rowCount } = await client.query(AGAIN, [JSON.stringify(taken)])
    await client.query('commit')
    return rowCount ?? 0
  })
}

/** The row with its two people comes back too, and the log of the child says that it was done again. */
const AGAIN = `
  with listed as (
    -- Two people may each have had the same record taken out, before and after an earlier restore: once is enough.
    select distinct on (c.council, l.record) c.council, l.id, l.record, l.child, l.reason, l.asked_by, l.asked, l.agreed_by, l.agreed
    from json_to_recordset($1::json) l (council text, id uuid, record uuid, child uuid, reason text, asked_by uuid, asked timestamptz, agreed_by uuid, agreed timestamptz)
      join door.council c on c.code = l.council
    order by c.council, l.record, l.agreed),
  told as (
    insert into kith.out_of_sight (council, id, record, child, reason, asked_by, asked, agreed_by, agreed)
    select council, id, record, child, reason, asked_by, asked, agreed_by, agreed from listed l
    where not exists (select from kith.out_of_sight o
      where o.council = l.council and o.record = l.record and o.agreed is not null and o.id <> l.id)
    on conflict (council, id) do update set agreed_by = excluded.agreed_by, agreed = excluded.agreed),
  drafts as (
    delete from kith.word_key k using listed l, kith.draft d
    where k.council = l.council and d.council = l.council and k.record = d.id and l.record in (d.result, d.about)),
  gone as (
    delete from kith.word_key k using listed l where k.council = l.council and k.record = l.record returning l.*)
  insert into kith.access_entry (council, person, child, what, subject)
  select council, agreed_by, child, 'words were taken out of sight again after a restore', jsonb_build_object('record', record, 'reason', reason) from gone`
