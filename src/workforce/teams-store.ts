// The SQL of teams as administrators see them: all teams of the council with who is in them, and one team's memberships.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { StandingMembership } from './store.ts'

export type TeamShown = {
  readonly id: string
  readonly name: string
  /** The team or service above. */
  readonly under: string | null
  /** By name, on that day. */
  readonly managers: readonly string[]
  readonly workers: number
  readonly others: number
}
/** By name. */
export async function everyTeam({ record, who }: Asking, on: IsoDay): Promise<readonly TeamShown[]> {
  const { rows } = await sql<TeamShown>`
    select t.id, t.name, t.under, coalesce(array_agg(distinct coalesce(w.name, w.code)) filter (where m.role = 'manager'), '{}') as managers,
      count(distinct m.person) filter (where m.role = 'worker')::int as workers,
      count(distinct m.person) filter (where m.role not in ('worker', 'manager'))::int as others
    from kith.team t left join kith.team_membership m on m.council = t.council and m.team = t.id and not m.retracted and m.during @> ${on}::date
      and not exists (select from kith.team_membership n where n.council = m.council and n.supersedes = m.id)
    left join kith.worker w on w.council = m.council and w.id = m.person
    where t.council = ${who.council}::smallint group by t.id, t.name, t.under order by lower(t.name), t.id`.execute(
    record,
  )
  return rows
}

export type NamedMembership = StandingMembership & { readonly name: string }
/** Of one team, as it stands: who goes on first, then who left last. */
export async function membershipsIn({ record, who }: Asking, team: string): Promise<readonly NamedMembership[]> {
  const { rows } = await sql<NamedMembership>`
    select m.id, m.person, m.team, m.role as part, lower(m.during)::text as since, upper(m.during)::text as until, m.share::text as share,
      coalesce(w.name, w.code) as name
    from kith.team_membership m join kith.worker w on w.council = m.council and w.id = m.person
    where m.council = ${who.council}::smallint and m.team = ${team}::uuid and not m.retracted
      and not exists (select from kith.team_membership n where n.council = m.council and n.supersedes = m.id)
    order by upper(m.during) desc nulls first, name, m.id`.execute(record)
  return rows
}

/** undefined: none, or it was put right meanwhile. */
export async function membershipById(asking: Asking, id: string): Promise<NamedMembership | undefined> {
  const { rows } = await sql<{ team: string }>`
    select team from kith.team_membership where council = ${asking.who.council}::smallint and id = ${id}::uuid`.execute(
    asking.record,
  )
  const [found] = rows
  return found && (await membershipsIn(asking, found.team)).find((one) => one.id === id)
}

/** Teams that the asker is in or manages, and those under them: whoever keeps the list changes nothing of these. */
export async function teamsOfMine({ record }: Asking): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ team: string }>`select kith.teams_of_mine() as team`.execute(record)
  return new Set(rows.map(({ team }) => team))
}
