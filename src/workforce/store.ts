// The SQL of the workforce: teams, workers, memberships with their history. An administrator writes; the council reads.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import { type Asking, among, Refused } from '#database'
import type { NewMembership } from './membership.ts'

export async function makeTeam(
  asking: Asking,
  { name, under }: { readonly name: string; readonly under: string | null },
): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const { council, person: recorded_by } = asking.who
  await asking.insert('kith.team', [{ council, id, name, under, recorded_by }])
  return id
}

/** A worker is a part of a person; the person is made with them. `code`: how another system of the council knows them. */
export async function addWorker(asking: Asking, name: string, code: string | null = null): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const { council, person: recorded_by } = asking.who
  await asking.insert('kith.person', [{ council, id, recorded_by }])
  await asking.insert('kith.worker', [{ council, id, name, code, recorded_by }])
  return id
}

export type StandingMembership = {
  readonly id: string
  readonly person: string
  readonly team: string
  readonly part: string
  readonly since: IsoDay
  readonly until: IsoDay | null
  /** Of a full post, as text; null: nobody has said. */
  readonly share: string | null
}

export async function joinTeam(asking: Asking, joining: NewMembership): Promise<string> {
  const { council, person: recorded_by } = asking.who
  const [id = ''] = await asking.newIds(1)
  const { person, team, part: role, since, until, share = null } = joining
  await asking.insert('kith.team_membership', [
    { council, id, person, team, role, share, during: `[${since},${until ?? ''})`, retracted: false, recorded_by },
  ])
  return id
}

/** Whoever else changes where this person works waits until this transaction is over. */
export async function holdMember({ record, who }: Asking, person: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${person}, ${who.council}))`.execute(record)
}

export type MembershipEnded = { readonly ok: string } | { readonly refused: 'corrected already' }

export type MembershipChange = Pick<StandingMembership, 'since' | 'until'> & {
  readonly share: number | string | null
  /** They were never in that team. */
  readonly never?: boolean
}
/** By a version that supersedes; of two who change the same one, the second is told. */
export async function changeMembership(
  asking: Asking,
  { id, person, team, part: role }: StandingMembership,
  { since, until, share, never = false }: MembershipChange,
): Promise<MembershipEnded> {
  const { council, person: recorded_by } = asking.who
  await holdMember(asking, person)
  const standing = await membershipsOf(asking, person)
  if (!standing.some((membership) => membership.id === id)) return { refused: 'corrected already' }
  const [next = ''] = await asking.newIds(1)
  const version = { id: next, supersedes: id, person, team, role, share, during: `[${since},${until ?? ''})` }
  await asking.insert('kith.team_membership', [{ council, ...version, retracted: never, recorded_by }])
  return { ok: next }
}

export const leaveTeam = async (
  asking: Asking,
  membership: StandingMembership,
  until: IsoDay,
): Promise<MembershipEnded> =>
  await changeMembership(asking, membership, { since: membership.since, until, share: membership.share })

const standingMembership = sql`
  select m.id, m.person, m.team, m.role as part, lower(m.during)::text as since, upper(m.during)::text as until, m.share::text as share
  from kith.team_membership m
  where not m.retracted and not exists (
    select from kith.team_membership n where n.council = m.council and n.supersedes = m.id)`

export async function membershipsOf(asking: Asking, person: string): Promise<readonly StandingMembership[]> {
  const found = await sql<StandingMembership>`${standingMembership}
    and m.council = ${asking.who.council} and m.person = ${person} order by m.during, m.id`.execute(asking.record)
  return found.rows
}

/** Who belongs to a team on a day. */
export async function membersOn(asking: Asking, team: string, on: IsoDay): Promise<readonly StandingMembership[]> {
  const found = await sql<StandingMembership>`${standingMembership}
    and m.council = ${asking.who.council} and m.team = ${team} and m.during @> ${on}::date order by m.person, m.role`.execute(
    asking.record,
  )
  return found.rows
}

/** Everything that was said of a person's memberships, in the order in which it was typed. */
export async function membershipHistory(
  asking: Asking,
  person: string,
): Promise<readonly { readonly part: string; readonly during: string; readonly recordedBy: string }[]> {
  const found = await sql<{ part: string; during: string; recordedBy: string }>`
    select role as part, during::text, recorded_by as "recordedBy" from kith.team_membership
    where council = ${asking.who.council} and person = ${person} order by recorded, id`.execute(asking.record)
  return found.rows
}

export type Worker = { readonly id: string; readonly name: string | null; readonly code: string | null }

/** Throws where the council has no such worker. */
export async function workerById(asking: Asking, id: string): Promise<Worker> {
  const found = await asking.record
    .selectFrom('kith.worker')
    .select(['id', 'name', 'code'])
    .where('council', '=', asking.who.council)
    .where('id', '=', id)
    .executeTakeFirst()
  if (found === undefined) throw new Refused('not in the record')
  return found
}

export type Team = { readonly id: string; readonly name: string }

const TEAMS_FOR = { receive: sql`kith.teams_to_receive()`, allocate: sql`kith.my_teams()` } as const

/** Teams into which the asker may bring a child, or in which they may allocate, by name. */
export async function teamsTo(asking: Asking, what: keyof typeof TEAMS_FOR): Promise<readonly Team[]> {
  const found = await sql<Team>`
    select t.id, t.name from kith.team t where t.council = ${asking.who.council}
      and t.id in (select * from ${TEAMS_FOR[what]}) order by t.name`.execute(asking.record)
  return found.rows
}

export async function teamById(asking: Asking, id: string): Promise<Team | undefined> {
  const found = await sql<Team>`
    select id, name from kith.team where council = ${asking.who.council} and id = ${id}`.execute(asking.record)
  return found.rows[0]
}

export type Colleague = { readonly id: string; readonly name: string; readonly team: string }

/** Who works in these teams on a day, with their team, by name; business support left out, since they work with no child. */
export async function colleaguesIn(
  asking: Asking,
  teams: readonly string[],
  on: IsoDay,
): Promise<readonly Colleague[]> {
  const found = await sql<Colleague>`
    select distinct m.person as id, coalesce(w.name, w.code) as name, m.team
    from (${standingMembership}) s join kith.team_membership m on m.council = ${asking.who.council} and m.id = s.id
    join kith.worker w on w.council = m.council and w.id = m.person
    where m.team ${among(teams)} and m.role <> 'business-support' and m.during @> ${on}::date
    order by name, id`.execute(asking.record)
  return found.rows
}

type Named = Omit<Colleague, 'team'>
/** Everybody who works or worked here, also for an organisation, by name or code, without Kith's own service workers. */
export async function everybodyHere({ record, who }: Asking): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    select id, coalesce(name, code) as name from kith.worker
    where council = ${who.council}::smallint and coalesce(name, '') !~ '^Kith: ' and coalesce(name, code) is not null
    order by 2, id`.execute(record)
  return rows
}
/** Everybody who works or worked for the council itself. */
export async function everyColleague(asking: Asking): Promise<readonly Named[]> {
  const outside = await peopleOutside(asking)
  return (await everybodyHere(asking)).filter(({ id }) => !outside.has(id))
}
/** Who works for an organisation beside the council. */
async function peopleOutside({ record, who }: Asking): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person: string }>`
    select person from kith.organisation_worker where council = ${who.council}::smallint`.execute(record)
  return new Set(rows.map(({ person }) => person))
}

/** People of none of these teams who could chair reviews: those who are reviewing officers of somebody first. */
export async function officersBeside(
  asking: Asking,
  teams: readonly string[],
  on: IsoDay,
): Promise<readonly Omit<Colleague, 'team'>[]> {
  const { council, person } = asking.who
  const found = await sql<Omit<Colleague, 'team'>>`
    select id, name from (
    select w.id, coalesce(w.name, w.code) as name, 1 as place from kith.worker w
    where w.council = ${council} and w.id <> ${person} and coalesce(w.name, '') !~ '^Kith: ' and not exists (
      select from (${standingMembership}) s where s.person = w.id and s.team ${among(teams)}
        and s.since <= ${on}::text and (s.until is null or s.until > ${on}::text))
      and exists (select from kith.allocation_current a where a.council = w.council and a.worker = w.id and a.role = 'reviewing-officer')
    union all
    select w.id, coalesce(w.name, w.code), 2 from kith.worker w
    where w.council = ${council} and w.id <> ${person} and w.name !~ '^Kith: ' and not exists (
      select from (${standingMembership}) s where s.person = w.id)
      and not exists (select from kith.allocation_current a where a.council = w.council and a.worker = w.id)
    ) officer where not exists (select from kith.organisation_worker o where o.council = ${council} and o.person = officer.id) order by place, name, id`.execute(
    asking.record,
  )
  return found.rows
}

/** What these workers are called; a worker known by a code only is called by it. */
export async function workersCalled(
  { record, who }: Asking,
  workers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (workers.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, coalesce(name, code) as name from kith.worker
    where council = ${who.council}::smallint and id ${among([...new Set(workers)])}`.execute(record)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Who manages the team of a worker on a day, by name. */
export async function managersOf({ record, who }: Asking, worker: string, on: IsoDay): Promise<readonly string[]> {
  const standing = (alias: string) =>
    sql`not ${sql.ref(`${alias}.retracted`)} and ${sql.ref(`${alias}.during`)} @> ${on}::date and not exists (
      select from kith.team_membership n where n.council = ${sql.ref(`${alias}.council`)} and n.supersedes = ${sql.ref(`${alias}.id`)})`
  const { rows } = await sql<{ name: string }>`
    select distinct coalesce(w.name, w.code) as name from kith.team_membership m
      join kith.team_membership b on b.council = m.council and b.team = m.team and b.role = 'manager' and ${standing('b')}
      join kith.worker w on w.council = b.council and w.id = b.person
    where m.council = ${who.council}::smallint and m.person = ${worker} and m.role = 'worker' and ${standing('m')} order by 1`.execute(
    record,
  )
  return rows.map(({ name }) => name)
}
