// The SQL of how long a worker's own part of supervision is kept: whose comes due, and its destruction by two people.
import { sql } from 'kysely'
import { addMonths, addYears, day, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { AHEAD_MONTHS, type Kept, ownPartUntil } from './keeping.ts'
import type { Disposal, Outcome } from './store.ts'

const YEARS = 6
export type StaffPart = { readonly worker: string; readonly left: IsoDay; readonly texts: number; readonly last: Kept }
/** What may go within a year, the earliest first; empty for whoever keeps no records. */
export async function staffPartsDue({ record }: Asking, today: IsoDay): Promise<readonly StaffPart[]> {
  const before = addYears(addMonths(today, AHEAD_MONTHS), -YEARS)
  const { rows } = await sql<{ worker: string; ended: string; texts: number }>`
    select worker, ended::text, texts from kith.staff_parts_kept(${before}::date)`.execute(record)
  return rows.map(({ worker, ended, texts }) => {
    const left = day(ended)
    return { worker, left, texts, last: ownPartUntil(left) }
  })
}

export type StaffDisposal = Disposal & { readonly worker: string }
/** The latest first. */
export async function staffDisposals({ record }: Asking): Promise<readonly StaffDisposal[]> {
  const { rows } = await sql<StaffDisposal>`
    select d.*, d.kept_until::text as kept_until from kith.staff_disposals() d`.execute(record)
  return rows
}
export async function askStaffDisposal({ record }: Asking, worker: string, last: Kept): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select kith.ask_staff_disposal(${worker}, ${last.rule.id}, ${last.until ?? null}::date) as id`.execute(record)
  return rows[0]?.id ?? ''
}
export async function decideStaffDisposal(
  { record }: Asking,
  request: string,
  { answer, because }: { readonly answer: Outcome; readonly because: string | null },
): Promise<void> {
  await sql`select kith.decide_staff_disposal(${request}, ${answer}, ${because})`.execute(record)
}
