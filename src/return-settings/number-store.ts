// The SQL of the numbers by which the return knows workers: rows are only added, and the last of a worker holds.
import { type RawBuilder, sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { Numbered } from './worker-number.ts'

const numbered = (council: number, which: RawBuilder<unknown>) => sql<Numbered>`
  select w.id as worker, w.name, w.code, n.number, coalesce(b.name, b.code) as by, n.recorded
  from kith.worker w
    left join kith.worker_number_current n on n.council = w.council and n.worker = w.id
    left join kith.worker b on b.council = n.council and b.id = n.recorded_by
  where w.council = ${council}::smallint and ${which}`

/** Who was a child's own worker on that day or since: they stand in the return. */
export async function workersOfReturn({ record, who }: Asking, since: IsoDay): Promise<readonly Numbered[]> {
  const worked = sql`w.id in (select kith.workers_in_return(${since}::date))`
  return (await numbered(who.council, worked).execute(record)).rows
}

/** Whoever it is, also somebody who works with nobody yet. */
export async function workerNumbered({ record, who }: Asking, worker: string): Promise<Numbered | undefined> {
  return (await numbered(who.council, sql`w.id = ${worker}::uuid`).execute(record)).rows[0]
}

/** Refused by the database where another worker has it. */
export async function enterNumber(asking: Asking, worker: string, number: string | null): Promise<string> {
  const { council, person: recorded_by } = asking.who
  const [id = ''] = await asking.newIds(1)
  await asking.insert('kith.worker_number', [{ council, id, worker, number, recorded_by }])
  return id
}

/** What held before, once more; false: something newer holds by now. */
export async function numberBack(asking: Asking, id: string): Promise<boolean> {
  const { rows } = await sql<{ worker: string; before: string | null; last: boolean }>`
    select n.worker, n.id = c.id as last,
      (select b.number from kith.worker_number b where b.council = n.council and b.worker = n.worker and b.id <> n.id
        and (b.recorded, b.id) < (n.recorded, n.id) order by b.recorded desc, b.id desc limit 1) as before
    from kith.worker_number n join kith.worker_number_current c on c.council = n.council and c.worker = n.worker
    where n.council = ${asking.who.council}::smallint and n.id = ${id}::uuid`.execute(asking.record)
  const [row] = rows
  if (row?.last !== true) return false
  await enterNumber(asking, row.worker, row.before)
  return true
}
