// The SQL of invented complaints: whether there are any, and children whose manager asks, each with who works with them.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'

export async function anyComplaint({ record, who }: Asking): Promise<boolean> {
  const { rows } = await sql`select from kith.complaint where council = ${who.council}::smallint limit 1`.execute(
    record,
  )
  return rows.length > 0
}
export type Managed = { readonly child: string; readonly worker: string }
/** From eleven to sixteen, and in care. The last first: the first of them have stories of their own. */
export async function childrenManaged({ record, who }: Asking, on: IsoDay): Promise<readonly Managed[]> {
  const { rows } = await sql<Managed>`
    select distinct on (a.child) a.child, a.worker from kith.allocation_current a
    where a.council = ${who.council}::smallint and a.role = 'allocated-worker' and a.during @> ${on}::date and kith.may(a.child, 'see', 'audit')
      and exists (select from kith.care_period_current p where p.council = a.council and p.child = a.child and p.ended is null)
      and exists (select from kith.birth_claim_current b where b.council = a.council and b.child = a.child and b.born between ${on}::date - 6200 and ${on}::date - 4000)
    order by a.child desc, a.worker limit 12`.execute(record)
  return rows
}
