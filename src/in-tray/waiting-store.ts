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
  /** Whether the reader writes where the child lives, and the plan. */
  readonly writesWhere: boolean
  readonly writesPlan: boolean
}
type Row = Omit<Owed, 'name'> & { readonly basis: string }
const MOST = 500

/** What is open on that day and covered by a source; the longest due first. */
export async function owedOn({ record, who }: Asking, today: IsoDay): Promise<readonly Owed[]> {
  const rules = [...APPROVALS_OWED, ...NOTICES_OWED]
  const { rows } = await sql<Row>`
    select d.child, d.rule, d.basis, d.occurrence, kith.day(d.due) as due,
      kith.may(d.child, 'write', 'where') as "writesWhere", kith.may(d.child, 'write', 'plan') as "writesPlan"
    from kith.duty d
    where d.council = ${who.council}::smallint and d.rule = any (${rules}::text[]) and d.standing = 'open' and d.due is not null
      and d.covered_until >= least(d.due, ${today}::date) and (d.closes is null or d.closes > ${today}::date)
    order by d.due, d.child, d.basis limit ${MOST}`.execute(record)
  return rows.flatMap(({ basis, ...row }) => {
    const known = basisOf(basis)
    return known === undefined ? [] : [{ ...row, name: known.name }]
  })
}
