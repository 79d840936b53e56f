// The SQL of invented supervision: whether there is any, and who supervises whom with which children.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'

export async function supervisionThere({ record, who }: Asking): Promise<boolean> {
  const { rows } = await sql`select from kith.supervision where council = ${who.council}::smallint limit 1`.execute(
    record,
  )
  return rows.length > 0
}

export type Supervised = { readonly worker: string; readonly manager: string; readonly children: readonly string[] }
/** Each worker with the manager of their team and the children with whom they work on that day. */
export async function supervisedPairs({ record, who }: Asking, on: IsoDay): Promise<readonly Supervised[]> {
  const { rows } = await sql<Supervised>`
    with standing as materialized (
      select person, team, role from kith.team_membership m where m.council = ${who.council}::smallint and not m.retracted and m.during @> ${on}::date
        and not exists (select from kith.team_membership n where n.council = m.council and n.supersedes = m.id))
    select w.person as worker, min(b.person::text) as manager, array(select distinct a.child from kith.allocation_current a where a.council = ${who.council}::smallint
      and a.worker = w.person and a.role = 'allocated-worker' and a.during @> ${on}::date order by 1) as children
    from standing w join standing b on b.team = w.team and b.role = 'manager' and b.person <> w.person where w.role = 'worker'
    group by w.person order by w.person`.execute(record)
  return rows.filter(({ children }) => children.length > 0)
}

export type PlanPart = { readonly child: string; readonly plan: string; readonly part: string }
/** The parts of agreed care and pathway plans of which supervision says how far they have come. */
export async function planParts({ record, who }: Asking): Promise<ReadonlyMap<string, readonly PlanPart[]>> {
  const { rows } = await sql<PlanPart>`
    with approved as (
      select distinct on (s.child) s.child, s.versions from kith.plan_state_current s
        join kith.plan_current p on p.council = s.council and p.child = s.child and p.line = s.plan and p.kind in ('care plan', 'pathway plan')
      where s.council = ${who.council}::smallint and s.state = 'approved' order by s.child, s.recorded desc, s.id desc)
    select p.child, p.plan, regexp_replace(p.part, '/different$', '') as part
    from approved a join kith.plan_part p on p.council = ${who.council}::smallint and p.child = a.child and p.id = any (a.versions)
    where p.part in ('permanence', 'education', 'health', 'family-time') or p.part ~ '^outcome/[0-9]+/different$' order by p.child, p.part`.execute(
    record,
  )
  return Map.groupBy(rows, ({ child }) => child)
}
