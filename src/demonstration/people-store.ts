// The SQL of the demonstration's people: workers, teams, and who stands in which relation; every step may be done again.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import { makeTeam } from '#workforce'
import type { Invented } from './people-data.ts'

/** From before the first day of the return: the people of a demonstration were always there. */
const SINCE = '2024-04-01'

type Row = Readonly<Record<string, unknown>>
const insertInto = async (asking: Asking, table: 'person' | 'worker' | 'team_membership', rows: readonly Row[]) =>
  await asking.insert(
    `kith.${table}`,
    rows.map((row) => ({ council: asking.who.council, recorded_by: asking.who.person, ...row })),
  )

/** These workers by code; those who are not there are made. */
export async function workersWith(asking: Asking, people: readonly Invented[]): Promise<ReadonlyMap<string, string>> {
  const codes = people.map(({ code }) => code)
  const { rows } = await sql<{ code: string; id: string }>`
    select code, id from kith.worker where council = ${asking.who.council} and code = any (${codes}::text[])`.execute(
    asking.record,
  )
  const known = new Map(rows.map(({ code, id }) => [code, id]))
  const missing = people.filter(({ code }) => !known.has(code))
  const ids = await asking.newIds(missing.length)
  const made = missing.map((one, index) => ({ ...one, id: ids[index] ?? '' }))
  await insertInto(
    asking,
    'person',
    made.map(({ id }) => ({ id })),
  )
  await insertInto(
    asking,
    'worker',
    made.map(({ id, name, code }) => ({ id, name, code })),
  )
  for (const { code, id } of made) known.set(code, id)
  return known
}

/** The team of this name; made where there is none. */
export async function teamNamed(asking: Asking, name: string, under: string | null): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from kith.team where council = ${asking.who.council} and name = ${name}`.execute(asking.record)
  return rows[0]?.id ?? (await makeTeam(asking, { name, under }))
}

export type Member = {
  readonly person: string
  readonly team: string
  readonly role: string
  /** Of a full post; left out: nobody has said. */
  readonly share?: number | null
  /** Exclusive; left out: they are there. */
  readonly until?: string
}

/** All at once: each insert works out anew who sees whom. */
export async function addMembers(asking: Asking, members: readonly Member[]): Promise<void> {
  const { rows } = await sql<Member>`
    select person, team, role from kith.team_membership where council = ${asking.who.council}`.execute(asking.record)
  const known = new Set(rows.map(({ person, team, role }) => `${person} ${team} ${role}`))
  const missing = members.filter(({ person, team, role }) => !known.has(`${person} ${team} ${role}`))
  await insertInto(
    asking,
    'team_membership',
    missing.map(({ share = null, until = '', ...member }) => ({
      ...{ ...member, share, during: `[${SINCE},${until})`, retracted: false },
    })),
  )
}

/** Workers of children on a day who are in no team: a return taken in earlier named others, and people allocate on. */
export async function workersWithoutTeam({ record, who }: Asking, on: IsoDay): Promise<readonly string[]> {
  const { rows } = await sql<{ worker: string }>`
    select distinct a.worker from kith.allocation_current a
    where a.council = ${who.council} and a.role = 'allocated-worker' and a.during @> ${on}::date
      and not exists (select from kith.team_membership m where m.council = a.council and m.person = a.worker)
    order by a.worker`.execute(record)
  return rows.map(({ worker }) => worker)
}

type Standing = { readonly person: string; readonly relation: string; readonly reason: string }

/** A relation to the whole council. */
export async function standInCouncil(asking: Asking, standings: readonly Standing[]): Promise<void> {
  for (const { person, relation, reason } of standings)
    await sql`
      insert into kith.standing_relation (council, id, line, person, relation, since, until, retracted, reason, recorded_by)
      select ${asking.who.council}, id, id, ${person}::uuid, ${relation}, ${SINCE}::date, 'infinity', false, ${reason}, ${asking.who.person}::uuid
      from (select kith.new_id() as id) fresh
      where not exists (select from kith.standing_relation s
        where s.council = ${asking.who.council} and s.person = ${person}::uuid and s.relation = ${relation} and s.child is null)`.execute(
      asking.record,
    )
}

/** Children who are looked after on a day, in an order that stays. */
const inCare = (council: number, on: IsoDay) => sql`
  select p.child, min(lower(p.during)) as moved from kith.placement_current p
  where p.council = ${council} and p.during @> ${on}::date group by p.child`

/** A relation to each child in care who has none of it yet; to those only who moved since a day, where one is given. */
export async function standToChildren(
  asking: Asking,
  standings: readonly (Standing & { readonly movedSince?: IsoDay })[],
  on: IsoDay,
): Promise<void> {
  const { council, person: by } = asking.who
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(standings)}::jsonb) as w (person uuid, relation text, reason text, "movedSince" date)`
  await sql`
    insert into kith.standing_relation (council, id, line, person, child, relation, since, until, retracted, reason, recorded_by)
    select ${council}, f.id, f.id, f.person, f.child, f.relation, ${SINCE}::date, 'infinity', false, f.reason, ${by}::uuid
    from (
      select kith.new_id() as id, w.person, w.relation, w.reason, k.child
      from ${wanted} cross join (${inCare(council, on)}) k
      where (w."movedSince" is null or k.moved >= w."movedSince")
        and not exists (select from kith.standing_relation s
          where s.council = ${council} and s.child = k.child and s.person = w.person and s.relation = w.relation)) f`.execute(
    asking.record,
  )
}

/** A reviewing officer for each child in care who has none, given to whoever has fewest; returns how many. */
export async function allocateReviewingOfficers(
  asking: Asking,
  officers: readonly string[],
  on: IsoDay,
): Promise<number> {
  const { council, person: recorded_by } = asking.who
  const { rows } = await sql<{ child: string; began: string }>`
    select k.child, coalesce((select max(c.began)::text from kith.care_period_current c
        where c.council = ${council} and c.child = k.child and c.began <= ${on}::date), ${SINCE}) as began
    from (${inCare(council, on)}) k
    where not exists (select from kith.allocation_current a where a.council = ${council} and a.child = k.child
      and a.role = 'reviewing-officer' and a.during @> ${on}::date)
    order by k.child`.execute(asking.record)
  const { rows: loads } = await sql<{ worker: string; children: number }>`
    select a.worker, count(*)::int as children from kith.allocation_current a
    where a.council = ${council} and a.role = 'reviewing-officer' and a.during @> ${on}::date group by 1`.execute(
    asking.record,
  )
  const load = new Map(officers.map((officer) => [officer, 0]))
  for (const { worker, children } of loads) if (load.has(worker)) load.set(worker, children)
  const ids = await asking.newIds(rows.length)
  await asking.insert(
    'kith.allocation',
    rows.map(({ child, began }, index) => {
      const worker = officers.toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0))[0] ?? ''
      load.set(worker, (load.get(worker) ?? 0) + 1)
      const id = ids[index] ?? ''
      return { council, id, line: id, child, worker, role: 'reviewing-officer', during: `[${began},)`, recorded_by }
    }),
  )
  return rows.length
}

/** Names by code, or by name where there is no code, of workers who are there. */
export async function peopleNamed(
  { record, who }: Asking,
  codes: readonly string[],
): Promise<readonly { readonly key: string; readonly person: string; readonly name: string }[]> {
  const { rows } = await sql<{ key: string; person: string; name: string }>`
    select coalesce(code, name) as key, id as person, coalesce(name, code) as name from kith.worker
    where council = ${who.council} and (code = any (${codes}::text[]) or code is null and name = any (${codes}::text[]))`.execute(
    record,
  )
  return rows
}

export async function schoolNamed({ record, who }: Asking, name: string): Promise<string | undefined> {
  const found = await record
    .selectFrom('kith.school')
    .select('id')
    .where('council', '=', who.council)
    .where('name', '=', name)
    .executeTakeFirst()
  return found?.id
}

/** Who manages the team in which this worker works on a day. */
export async function teamManagerOf({ record, who }: Asking, worker: string, on: IsoDay): Promise<string | undefined> {
  const { rows } = await sql<{ person: string }>`
    select m.person from kith.team_membership own
      join kith.team_membership m on m.council = own.council and m.team = own.team and m.role = 'manager' and m.during @> ${on}::date
    where own.council = ${who.council} and own.person = ${worker}::uuid and own.role = 'worker' and own.during @> ${on}::date
    order by m.recorded limit 1`.execute(record)
  return rows[0]?.person
}
