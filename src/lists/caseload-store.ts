// The SQL of caseloads: how many children each reviewing officer has on a day, and each worker, with what makes it heavier.
import { sql } from 'kysely'
import { addMonths, type IsoDay } from '#calendar'
import { type Asking, among } from '#database'
import { lateOn } from './list-store.ts'
import type { Load } from './loads.ts'

export type OfficerLoad = {
  readonly worker: string
  readonly name: string
  readonly children: number
  /** Of a full post, over all their teams; null: nobody has said. */
  readonly posts: number | null
}

/** Of the children whom the asker sees, by name. */
export async function officerLoads({ record, who }: Asking, on: IsoDay): Promise<readonly OfficerLoad[]> {
  const { rows } = await sql<OfficerLoad>`
    select a.worker, coalesce(w.name, w.code) as name, count(distinct a.child)::int as children,
      (select sum(m.share)::float8 from kith.team_membership m where m.council = a.council and m.person = a.worker and not m.retracted
        and m.during @> ${on}::date and not exists (select from kith.team_membership n where n.council = m.council and n.supersedes = m.id)) as posts
    from kith.allocation_current a join kith.worker w on w.council = a.council and w.id = a.worker
    where a.council = ${who.council}::smallint and a.role = 'reviewing-officer' and a.during @> ${on}::date
    group by a.council, a.worker, w.name, w.code order by 2, 1`.execute(record)
  return rows
}

/** Of every worker who works with these children now. */
export async function loadsOf(
  { record, who }: Asking,
  children: readonly string[],
  on: IsoDay,
): Promise<readonly Load[]> {
  const { council } = who
  const { rows } = await sql<Load>`
    with mine as (
      select a.child, a.worker, lower(a.during) > ${addMonths(on, -1)}::date as fresh from kith.allocation_current a
      where a.council = ${council}::smallint and a.child ${among(children)} and a.role = 'allocated-worker' and a.during @> ${on}::date),
    young as (select distinct child from kith.birth_claim_current where council = ${council}::smallint and child ${among(children)}
      and standing = 'in force' and born > ${addMonths(on, -60)}::date),
    moved as (select distinct child from kith.placement_current where council = ${council}::smallint and child ${among(children)}
      and start_known and lower(during) > ${addMonths(on, -3)}::date and lower(during) <= ${on}::date),
    late as (select distinct d.child from kith.duty d where d.council = ${council}::smallint and d.child ${among(children)} and ${lateOn(on)})
    select m.worker, coalesce(w.name, w.code) as name, count(*)::int as children,
      (count(*) filter (where m.child in (select child from young)))::int as "underFive",
      (count(*) filter (where m.child in (select child from moved)))::int as moved,
      (count(*) filter (where m.fresh))::int as fresh,
      (count(*) filter (where m.child in (select child from late)))::int as late
    from mine m join kith.worker w on w.council = ${council}::smallint and w.id = m.worker group by 1, 2`.execute(
    record,
  )
  return rows
}
