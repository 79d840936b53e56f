// The SQL of the work itself: which team each worker is in, and how many different workers each child has had.
import { sql } from 'kysely'
import { addMonths, type IsoDay } from '#calendar'
import type { Asking } from '#database'

export type NotKnownOf = { readonly indicator: string; readonly unknown: number }
/** Of each figure of a night of how many something is not known, those that lack most first. */
export async function notKnownOn({ record, who }: Asking, day: IsoDay): Promise<readonly NotKnownOf[]> {
  const { rows } = await sql<NotKnownOf>`
    select indicator, unknown from kith.night_figure
    where council = ${who.council}::smallint and day = ${day}::date and unknown > 0 order by unknown desc, indicator`.execute(
    record,
  )
  return rows
}

export type NightLoad = { readonly name: string; readonly children: number }
/** Of a night, each worker with children, by name; undefined where they are more than so many. */
export async function nightLoads(
  { record, who }: Asking,
  day: IsoDay,
  most: number,
): Promise<readonly NightLoad[] | undefined> {
  const { rows } = await sql<NightLoad>`
    select coalesce(w.name, w.code, 'somebody') as name, n.children
    from kith.night_worker n join kith.worker w on w.council = n.council and w.id = n.worker
    where n.council = ${who.council}::smallint and n.day = ${day}::date and n.children > 0
    order by 1, n.worker limit ${most + 1}`.execute(record)
  return rows.length > most ? undefined : rows
}

export type InTeam = {
  readonly worker: string
  readonly id: string
  readonly team: string
  readonly posts: number | null
}
/** Whoever works with children in a team on a day; somebody in two teams stands in both. */
export async function teamsOfWorkers({ record, who }: Asking, on: IsoDay): Promise<readonly InTeam[]> {
  const { rows } = await sql<InTeam>`
    select m.person as worker, t.id, t.name as team, m.share::float8 as posts
    from kith.team_membership m join kith.team t on t.council = m.council and t.id = m.team
    where m.council = ${who.council}::smallint and m.role = 'worker' and not m.retracted and m.during @> ${on}::date
      and not exists (select from kith.team_membership n where n.council = m.council and n.supersedes = m.id)
    order by t.name, m.person`.execute(record)
  return rows
}

/** Who works with whom of the children in care on a day whom the asker sees. */
const worksWith = (council: number, on: IsoDay) => sql`
  kith.allocation_current a where a.council = ${council}::smallint and a.role = 'allocated-worker' and a.during @> ${on}::date
    and exists (select from kith.placement_current p where p.council = a.council and p.child = a.child and p.during @> ${on}::date)`

export type AtWork = { readonly worker: string; readonly name: string }
/** Everybody with a child, by name. */
export async function workersNow({ record, who }: Asking, on: IsoDay): Promise<readonly AtWork[]> {
  const { rows } = await sql<AtWork>`
    select w.id as worker, coalesce(w.name, w.code, 'somebody') as name from kith.worker w
    where w.council = ${who.council}::smallint and w.id in (select a.worker from ${worksWith(who.council, on)}) order by 2, 1`.execute(
    record,
  )
  return rows
}

export async function childrenOfWorkers(
  { record, who }: Asking,
  workers: readonly string[],
  on: IsoDay,
): Promise<readonly string[]> {
  const { rows } = await sql<{ child: string }>`
    select distinct a.child from ${worksWith(who.council, on)} and a.worker = any (${workers}::uuid[])`.execute(record)
  return rows.map(({ child }) => child)
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
export async function noteShown({ noteEach }: Asking, children: readonly string[], indicator: string): Promise<void> {
  await noteEach('saw a figure that counts the child', children, { indicator })
}
