// The SQL of who must never open a record: read and written by administrators and by those who answer for that record.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { How, KeptOut, NewKeptOut } from './own-record.ts'

const kept = sql`
  select f.id, f.person as worker, f.child, f.how, f.known::text as known, f.stands_in as "standsIn",
    exists (select from kith.own_family n where n.council = f.council and n.supersedes = f.id) as over
  from kith.own_family f`
type Row = KeptOut & { readonly how: How; readonly known: IsoDay | null }

/** What stands: of one record, or of all that the asker may know of. */
export async function keptOut({ record, who }: Asking, child?: string): Promise<readonly KeptOut[]> {
  const asked = child ?? null
  const { rows } = await sql<Row>`${kept}
    where f.council = ${who.council}::smallint and not f.retracted and (${asked}::uuid is null or f.child = ${asked}::uuid)
      and not exists (select from kith.own_family n where n.council = f.council and n.supersedes = f.id)
    order by f.recorded desc, f.id`.execute(record)
  return rows
}

/** By its id, also one that was put right since; undefined: there is none that the asker may know of, or it was taken back. */
export async function keptOutBy({ record, who }: Asking, id: string): Promise<KeptOut | undefined> {
  const { rows } =
    await sql<Row>`${kept} where f.council = ${who.council}::smallint and f.id = ${id} and not f.retracted`.execute(
      record,
    )
  return rows[0]
}

/** Whether the asker may say so of anybody in this record. */
export async function mayKeepOut({ record }: Asking, child: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select kith.may_keep_out('00000000-0000-0000-0000-000000000000', ${child}, null) as may`.execute(record)
  return rows[0]?.may === true
}

/** For an administrator: whether there is a record with this number. */
export async function isRecord({ record }: Asking, number: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select kith.is_record(${number}) as there`.execute(record)
  return rows[0]?.there === true
}

/** `of`: the version that is put right. From this moment on the worker sees nothing of the record, or sees it again. */
export async function keepOut(asking: Asking, { worker, child, standsIn, ...said }: NewKeptOut, of: string | null) {
  const { council, person: recorded_by } = asking.who
  const [id = ''] = await asking.newIds(1)
  const { how, known, retracted } = said
  const row = { council, id, person: worker, child, how, known, stands_in: standsIn, supersedes: of, retracted }
  await asking.insert('kith.own_family', [{ ...row, recorded_by }])
  return id
}
