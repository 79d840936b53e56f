// The SQL of the work itself: which team each worker is in, and how many different workers each child has had.
import { sql } from 'kysely'
import { addMonths, type IsoDay } from '#calendar'
import type { Asking } from '#database'

export type InTeam = { readonly worker: string; readonly team: string; readonly posts: number | null }
/** Whoever works with children in a team on a day; somebody in two teams stands in both. */
export async function teamsOfWorkers({ record, who }: Asking, on: IsoDay): Promise<readonly InTeam[]> {
  const { rows } = await sql<InTeam>`
    select m.person as worker, t.name as team, m.share::float8 as posts
    from kith.team_membership m join kith.team t on t.council = m.council and t.id = m.team
    where m.council = ${who.council}::smallint and m.role = 'worker' and not m.retracted and m.during @> ${on}::date
      and not exists (select from kith.team_membership n where n.council = m.council and n.supersedes = m.id)
    order by t.name, m.person`.execute(record)
  return rows
}

export type WorkersOfChild = { readonly child: string; readonly workers: number }
/** Of the children in care on a day whom the asker sees: different workers responsible in the twelve months to it; somebody who came back counts once. */
export async function workersOfChildren({ record, who }: Asking, on: IsoDay): Promise<readonly WorkersOfChild[]> {
  const { council } = who
  const { rows } = await sql<WorkersOfChild>`
    select p.child, count(distinct a.worker)::int as workers
    from (select distinct child from kith.placement_current where council = ${council}::smallint and during @> ${on}::date) p
      left join kith.allocation_current a on a.council = ${council}::smallint and a.child = p.child and a.role = 'allocated-worker'
        and a.during && daterange(${addMonths(on, -12)}::date, ${on}::date, '(]')
    group by p.child order by p.child`.execute(record)
  return rows
}

/** One line of the access log for each child whose standing in a figure was shown. */
export async function noteShown(
  { insert, who }: Asking,
  children: readonly string[],
  indicator: string,
): Promise<void> {
  const { council, person } = who
  await insert(
    'kith.access_entry',
    [...new Set(children)].map((child) => {
      return { council, person, child, what: 'saw a figure that counts the child', subject: { indicator } }
    }),
  )
}
