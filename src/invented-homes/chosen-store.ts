// The SQL of what came of looking for homes in the demonstration: homes that can be offered, who moved lately, homes that ended, approvals of homes.
import { sql } from 'kysely'
import { addMonths, day, type IsoDay } from '#calendar'
import { type Asking, readParts } from '#database'
import { STABLE } from './store.ts'

const calledOf = async (asking: Asking, rows: readonly { readonly id: string; readonly said: Buffer | null }[]) => {
  const words = await asking.readWords(rows)
  return (id: string): string => readParts(words.get(id), ['name'])?.name ?? 'A home'
}

export type Offered = { readonly household: string; readonly called: string; readonly distant: boolean }
/** Foster homes with a place left, the same order in every loading. `distant`: who lives there lives outside and not next to the area. */
export async function homesToOffer(asking: Asking): Promise<readonly Offered[]> {
  const { rows } = await sql<{ id: string; said: Buffer | null; distant: boolean }>`
    select h.line as id, h.said, coalesce(bool_or(d.inside = false and d.adjoining = false), false) as distant
    from kith.household_current h join kith.household_approval_current a on a.council = h.council and a.household = h.line and not a.named_only
      left join kith.placement_household_current t on t.council = h.council and t.household = h.line
      left join kith.placement_distance d on d.council = t.council and d.placement = t.placement
    where h.council = ${asking.who.council}::smallint and h.closed is null and h.kind in ('our foster home', 'agency foster home')
      and not exists (select from kith.household_hold_current o where o.council = h.council and o.household = h.line)
    group by h.line, h.said, h.number, a.places having a.places > count(t.line) order by h.number, h.line`.execute(
    asking.record,
  )
  const called = await calledOf(asking, rows)
  return rows.map(({ id, distant }) => ({ household: id, called: called(id), distant }))
}

export type MovedIn = {
  readonly child: string
  readonly household: string
  readonly called: string
  readonly since: IsoDay
}
/** Foster children who moved into a home of the list between so many days ago, nobody having asked for it here. */
export async function movedLately(
  asking: Asking,
  { from, to, most }: { readonly from: IsoDay; readonly to: IsoDay; readonly most: number },
): Promise<readonly MovedIn[]> {
  const { rows } = await sql<Omit<MovedIn, 'since' | 'called'> & { id: string; said: Buffer | null; since: string }>`
    select p.child, h.line as household, h.id, h.said, lower(p.during)::text as since
    from kith.placement_current p join kith.placement_household_current t on t.council = p.council and t.child = p.child and t.placement = p.line
      join kith.household_current h on h.council = t.council and h.line = t.household
    where p.council = ${asking.who.council}::smallint and p.kind ~ '^U[46]$' and upper(p.during) is null
      and lower(p.during) between ${from}::date and ${to}::date
      and not exists (select from kith.home_request r where r.council = p.council and r.child = p.child)
    order by ${STABLE} limit ${most}`.execute(asking.record)
  const called = await calledOf(asking, rows)
  return rows.map(({ id, child, household, since }) => ({ child, household, called: called(id), since: day(since) }))
}

export type EndedLately = {
  readonly child: string
  readonly seed: string
  readonly ended: IsoDay
  readonly worker: string | null
}
/** Homes that ended within the year and nobody had planned that, the latest first. */
export async function endedUnplanned({ record, who }: Asking, today: IsoDay): Promise<readonly EndedLately[]> {
  const { rows } = await sql<Omit<EndedLately, 'ended'> & { ended: string }>`
    select p.child, ${STABLE} as seed, upper(p.during)::text as ended, (select a.worker from kith.allocation_current a
      where a.council = p.council and a.child = p.child and a.role = 'allocated-worker' and a.during @> ${today}::date limit 1) as worker
    from kith.placement_current p
      join kith.placement_current n on n.council = p.council and n.child = p.child and lower(n.during) = upper(p.during)
    where p.council = ${who.council}::smallint and p.kind !~ '^[AT]' and n.kind !~ '^[AT]' and not n.same_carers and n.planned = false
      and upper(p.during) > ${addMonths(today, -12)}::date and upper(p.during) <= ${today}::date
    order by upper(p.during) desc, ${STABLE}`.execute(record)
  return rows.map((row) => ({ ...row, ended: day(row.ended) }))
}

export type ApprovedHome = { readonly household: string; readonly since: IsoDay; readonly postcode: string | null }
/** Our own foster homes that were approved since a day, and not for named children alone: the first approved first. */
export async function approvedSince({ record, who }: Asking, since: IsoDay): Promise<readonly ApprovedHome[]> {
  const { rows } = await sql<Omit<ApprovedHome, 'since'> & { since: string }>`
    select h.line as household, min(a.since)::text as since,
      (select d.postcode from kith.household_address_current d where d.council = h.council and d.household = h.line and d.audience is null limit 1) as postcode
    from kith.household_current h join kith.household_approval_current a on a.council = h.council and a.household = h.line and not a.named_only
    where h.council = ${who.council}::smallint and h.kind = 'our foster home' and h.closed is null
    group by h.council, h.line, h.number having min(a.since) >= ${since}::date order by min(a.since), h.number, h.line`.execute(
    record,
  )
  return rows.map((row) => ({ ...row, since: day(row.since) }))
}

export type LeftHome = {
  readonly child: string
  readonly placement: string
  readonly kind: string
  readonly provider: string | null
  readonly registration: string | null
  readonly since: IsoDay
  readonly until: IsoDay
  readonly postcode: string | null
  readonly age: number | null
}
/** Foster homes in which somebody lived until lately, by one number each. */
export async function leftSince(
  { record, who }: Asking,
  { since, most }: { readonly since: IsoDay; readonly most: number },
): Promise<readonly LeftHome[]> {
  const { rows } = await sql<Omit<LeftHome, 'since' | 'until'> & { since: string; until: string }>`
    select p.child, p.line as placement, p.kind, p.provider, p.registration, lower(p.during)::text as since, upper(p.during)::text as until,
      (select a.postcode from kith.address_current a where a.council = p.council and a.child = p.child and a.line = p.place and a.audience is null) as postcode,
      (select date_part('year', age(lower(p.during), b.born))::int from kith.birth_claim_current b
        where b.council = p.council and b.child = p.child order by b.id limit 1) as age
    from kith.placement_current p where p.council = ${who.council}::smallint and p.kind ~ '^U[456]$' and upper(p.during) >= ${since}::date
      and p.registration is not null and not exists (select from kith.placement_current o where o.council = p.council
        and o.registration = p.registration and upper(o.during) is null)
    order by upper(p.during) desc, ${STABLE} limit ${most}`.execute(record)
  return rows.map((row) => ({ ...row, since: day(row.since), until: day(row.until) }))
}
