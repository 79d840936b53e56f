// The ledger's only SQL: its rows replaced through the guarded door, and read under the reader's own sight.
import { sql } from 'kysely'
import type { DayNumber, IsoDay } from '#calendar'
import { type Asking, among } from '#database'
import type { DutyRow } from './duty-row.ts'

/** `mayKnowWhy`: the part of the record that the rule reads is open to the reader; else the reasons are null. */
export type StoredDuty = DutyRow & { readonly mayKnowWhy: boolean }

const OFTEN_EMPTY = [
  ...(['due', 'done', 'closes', 'covered_until', 'shown_late', 'missing'] as const),
  ...(['trigger_day', 'due_at', 'done_by', 'closing', 'excuse'] as const),
]
/** Without what is null, which is most of a row, and without what a basis says of all its rows. */
function inShort(row: DutyRow): Partial<DutyRow> {
  const { child, basis, occurrence, standing } = row
  const short: Record<string, unknown> = { child, basis, occurrence, standing }
  for (const column of OFTEN_EMPTY) if (row[column] !== null && row[column] !== false) short[column] = row[column]
  return short
}

/**
 * These are all duties of these children, as of a day; what stands already stays. Only of children changed in this
 * transaction, or by a service worker.
 */
export async function replaceDuties(
  asking: Asking,
  children: readonly string[],
  { rows, on }: { readonly rows: readonly DutyRow[]; readonly on: DayNumber },
): Promise<void> {
  const bases = new Map(rows.map(({ basis, rule, scope }) => [basis, { basis, rule, scope }]))
  await sql`select kith.replace_duties(${children}::uuid[], ${JSON.stringify(rows.map(inShort))}::json,
    ${JSON.stringify([...bases.values()])}::json, ${on}::int)`.execute(asking.record)
}

/** The day for which each of these children's duties were worked out: what lies after it was left out. */
export async function daysMadeFor(
  asking: Asking,
  children: readonly string[],
): Promise<ReadonlyMap<string, DayNumber>> {
  const { rows } = await sql<{ child: string; day: DayNumber }>`
    select child, kith.day(made_for) as day from kith.duty_day
    where council = ${asking.who.council}::smallint and child ${among(children)}`.execute(asking.record)
  return new Map(rows.map(({ child, day }) => [child, day]))
}

/**
 * Children in the order of their ids, rows in the order of basis and occurrence. `lastingOn`: only what may still lie
 * ahead on that day, neither met nor over, which is a third of a council's rows.
 */
export async function storedDuties(
  asking: Asking,
  children: readonly string[],
  lastingOn?: IsoDay,
): Promise<readonly StoredDuty[]> {
  const { council } = asking.who
  const ahead =
    lastingOn === undefined
      ? sql`true`
      : sql`d.standing in ('open', 'unknown') and (d.closes is null or d.closes > ${lastingOn}::date)`
  const found = await sql<StoredDuty>`
    select d.child, d.basis, d.occurrence, d.rule, d.scope, d.standing, kith.day(d.due) as due, kith.day(d.done) as done,
      kith.day(d.closes) as closes, kith.day(d.covered_until) as covered_until, d.shown_late, d.missing,
      kith.day(r.trigger_day) as trigger_day, kith.ms(r.due_at)::float8 as due_at, r.done_by, r.closing, r.excuse,
      r.child is not null as "mayKnowWhy"
    from kith.duty d left join kith.duty_reason r
      on r.council = d.council and r.child = d.child and r.basis = d.basis and r.occurrence = d.occurrence
    where d.council = ${council}::smallint and d.child ${among(children)} and ${ahead}
    order by d.child, d.basis, d.occurrence`.execute(asking.record)
  return found.rows
}
