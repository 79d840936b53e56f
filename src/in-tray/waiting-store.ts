// The SQL of what waits across children: approvals that the law wants and notices that are owed, as the ledger has them; and requests.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import { basisOf } from '#duties'

const APPROVALS_OWED: readonly string[] = ['PL-02', 'PL-09', 'CP-30']
export const NOTICES_OWED: readonly string[] = ['PL-04', 'PL-05', 'PL-06']

export type Owed = {
  readonly child: string
  readonly rule: string
  /** The line of the home; of leaving care, of the time in care. */
  readonly occurrence: string
  readonly name: string
  /** A count of days, as `numberOf` gives it. */
  readonly due: number
}
type Row = Omit<Owed, 'name'> & { readonly basis: string }

/** What is open on that day and covered by a source; the longest due first. All of it: what is counted has to be on a page. */
export async function owedOn({ record, who }: Asking, today: IsoDay): Promise<readonly Owed[]> {
  const rules = [...APPROVALS_OWED, ...NOTICES_OWED]
  const { rows } = await sql<Row>`
    select d.child, d.rule, d.basis, d.occurrence, kith.day(d.due) as due
    from kith.duty d
    where d.council = ${who.council}::smallint and d.rule = any (${rules}::text[]) and d.standing = 'open' and d.due is not null
      and d.covered_until >= least(d.due, ${today}::date) and (d.closes is null or d.closes > ${today}::date)
    order by d.due, d.child, d.basis`.execute(record)
  return rows.flatMap(({ basis, ...row }) => {
    const known = basisOf(basis)
    return known === undefined ? [] : [{ ...row, name: known.name }]
  })
}

/** Whether the reader writes where a child lives, and the plan. */
export type Writes = { readonly child: string; readonly where: boolean; readonly plan: boolean }
export async function writesOf({ record }: Asking, children: readonly string[]): Promise<ReadonlyMap<string, Writes>> {
  const { rows } = await sql<Writes>`
    select child, kith.may(child, 'write', 'where') as "where", kith.may(child, 'write', 'plan') as plan
    from unnest(${children}::uuid[]) c (child)`.execute(record)
  return new Map(rows.map((row) => [row.child, row]))
}
