// The SQL of the reviewing service: how many children each reviewing officer has on a day, and how much of a post they work.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'

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
