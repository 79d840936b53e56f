// The SQL of the demonstration's audits: who is in care, a review of each to point at, and the rows of one table after the other.
import { sql } from 'kysely'
import type { Asking, Database } from '#database'

export async function anyRound({ record, who }: Asking): Promise<boolean> {
  const { rows } = await sql`select from kith.audit_round where council = ${who.council}::smallint limit 1`.execute(
    record,
  )
  return rows.length > 0
}
/** For two years at least, so that what was audited then was there. */
export async function childrenInCare({ record, who }: Asking, on: string): Promise<readonly string[]> {
  const { rows } = await sql<{ child: string }>`
    select distinct child from kith.care_period_current where council = ${who.council}::smallint and began < ${on}::date - 700 and ended is null order by child`.execute(
    record,
  )
  return rows.map(({ child }) => child)
}
export async function reviewsOf({ record, who }: Asking): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ child: string; line: string }>`
    select distinct on (child) child, line from kith.review_current where council = ${who.council}::smallint order by child, held desc, line`.execute(
    record,
  )
  return new Map(rows.map(({ child, line }) => [child, line]))
}

export type NewRow = {
  readonly table: string
  readonly id: string
  readonly child: string
  readonly columns: object
  readonly words: string | undefined
}
/** In the order in which their tables first stand there: what hangs on something comes after it, a second grade after every first. */
export async function writeRows(asking: Asking, rows: readonly NewRow[]): Promise<void> {
  const { council, person: recorded_by } = asking.who
  const worded = rows.flatMap(({ id: record, child, words }) => (words ? [{ record, child, text: words }] : []))
  const said = await asking.keepWords(worded)
  for (const [table, own] of Map.groupBy(rows, (row) =>
    row.table === 'audit_grade' ? `audit_grade ${Object(row.columns).stage}` : row.table,
  ))
    await asking.insert(
      `kith.${table.split(' ')[0]}` as keyof Database & string,
      own.map(({ id, child, columns }) => ({
        council,
        id,
        child,
        recorded_by,
        said: said.get(id) ?? null,
        ...columns,
      })),
    )
}
