// The SQL of who waits, and of homes with their places, under the asker's own sight.
import { CompiledQuery, sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import { type HomesReader, homesReader } from '#carers'
import type { Asking } from '#database'
import { type Place, placesOf } from '#geography'
import { type HomeListed, homeKnown, sectorOf } from './homes-known.ts'
import type { Waiting } from './waiting.ts'

/** The directory is asked in the transaction of the asker. */
export async function placesFound(
  { record }: Asking,
  postcodes: readonly string[],
): Promise<(postcode: string | null) => Place | undefined> {
  const query = async (text: string, values: unknown[] = []) =>
    await record.executeQuery(CompiledQuery.raw(text, values))
  const list = await placesOf({ query } as unknown as Parameters<typeof placesOf>[0], postcodes)
  return (postcode) => (postcode === null ? undefined : list.placeOf(postcode))
}

type Row = Omit<Waiting, 'since' | 'born' | 'from' | 'fromKept' | 'sector' | 'apart'> & {
  readonly since: string
  readonly born: string | null
  readonly postcode: string | null
  readonly kept: boolean
}
/** Came here lately: so many days. */
const LATELY = 28
const now = (on: IsoDay) => sql`
  select p.council, p.child, p.line, p.kind, p.planned, p.home, lower(p.during) as since from kith.placement_current p where p.during @> ${on}::date`

/** By the record of either; of homes alone, without saying who lives there. */
async function keptApartOf({ record }: Asking, children: readonly string[], on: IsoDay) {
  const { rows } = await sql<{ child: string; home: string; firm: boolean }>`
    select k.child, k.household as home, k.firm from kith.homes_kept_apart_of(${children}::uuid[], ${on}::date) k`.execute(
    record,
  )
  return Map.groupBy(rows, ({ child }) => child)
}

/** A time away is none; nor is a home with adopters, or one to which the child came as planned. */
export async function waitingOn(asking: Asking, on: IsoDay): Promise<readonly Waiting[]> {
  const { council } = asking.who
  const { rows } = await sql<Row>`
    with p as materialized (select n.* from (${now(on)}) n where n.council = ${council}::smallint),
    r as materialized (select q.child, q.needed_by, jsonb_build_object('kinds', q.kinds, 'emergency', q.emergency, 'needs', q.needs,
        'living_with', q.living_with, 'with_siblings', q.with_siblings) as asked
      from kith.home_request_current q where q.council = ${council}::smallint and q.closed is null
        and not exists (select from kith.match_decision_current m where m.council = q.council and m.child = q.child and m.request = q.line)),
    w as (
      select p.child, p.line, p.kind, p.since, p.home, case
        when exists (select from r where r.child = p.child) then 'asked'
        when exists (select from kith.approval_request_current r where r.council = p.council and r.child = p.child and r.kind = 'home ended' and r.on_line = p.line)
          or exists (select from kith.told_current t where t.council = p.council and t.child = p.child and t.about = 'home ended' and t.on_line = p.line) then 'to end'
        when p.since > ${on}::date - ${LATELY}::int and exists (select from kith.home_check_current c
          where c.council = p.council and c.child = p.child and c.placement = p.line and c.emergency) then 'emergency'
        when p.since > ${on}::date - ${LATELY}::int and p.planned = false then 'unplanned'
        when (select h.answer from kith.home_distance_current h where h.council = p.council and h.child = p.child and h.placement = p.line
          order by h.on_day desc, h.line desc limit 1) = 'nearer' then 'nearer' end as why
      from p where p.kind !~ '^[AT]'
      union all
      select c.child, null, null, coalesce(c.began, c.began_by), null, case when exists (select from r where r.child = c.child) then 'asked' else 'no home' end from kith.care_period_current c
      where c.council = ${council}::smallint and c.ended is null and coalesce(c.began, c.began_by) <= ${on}::date
        and not exists (select from p where p.child = c.child)
      union all
      select r.child, null, null, least(r.needed_by, ${on}::date), null, 'asked' from r where not exists (select from p where p.child = r.child)
        and not exists (select from kith.care_period_current c where c.council = ${council}::smallint and c.child = r.child and c.ended is null
          and coalesce(c.began, c.began_by) <= ${on}::date))
    select w.child, w.line as placement, w.kind, w.since::text as since, w.why, (select r.asked from r where r.child = w.child) as asked, a.postcode, coalesce(a.audience is not null or a.must_not_know is not null, false)
        or exists (select from kith.restriction_current x where x.council = ${council}::smallint and x.child = w.child and x.kind = 'hidden') as kept,
      (select max(b.born)::text from kith.birth_claim_current b where b.council = ${council}::smallint and b.child = w.child and b.standing = 'in force') as born,
      (select max(i.code) from kith.identity_code_current i where i.council = ${council}::smallint and i.child = w.child and i.kind = 'sex for the return') as sex,
      (select max(i.code) from kith.identity_code_current i where i.council = ${council}::smallint and i.child = w.child and i.kind = 'ethnicity for the return') as ethnicity,
      exists (select from kith.unaccompanied_current u where u.council = ${council}::smallint and u.child = w.child) as alone,
      coalesce((select array_agg(distinct l.other_child::text) from kith.family_link_current l join kith.family_person_current f
        on f.council = l.council and f.child = l.child and f.line = l.person
        where l.council = ${council}::smallint and l.child = w.child and f.relation in ('brother', 'sister', 'half-brother', 'half-sister')), '{}') as siblings
    from w left join kith.address_current a on a.council = ${council}::smallint and a.child = w.child and a.line = w.home
    where w.why is not null order by w.since, w.child`.execute(asking.record)
  const placeOf = await placesFound(
    asking,
    rows.flatMap(({ postcode }) => postcode ?? []),
  )
  const apart = await keptApartOf(
    asking,
    rows.map(({ child }) => child),
    on,
  )
  return rows.map(({ since, born, postcode, kept, ...row }) => ({
    apart: apart.get(row.child) ?? [],
    ...{ ...row, since: day(since), born: born === null ? null : day(born), from: placeOf(postcode), fromKept: kept },
    sector: postcode === null || kept ? undefined : sectorOf(postcode),
  }))
}

/** Every home that is open on the day. `read`: where somebody reads homes besides. */
export async function homesListed(
  asking: Asking,
  on: IsoDay,
  read: HomesReader = homesReader(asking),
): Promise<readonly HomeListed[]> {
  const homes = (await read.on(on)).filter(({ home: { closed } }) => closed === null || closed > on)
  const words = await read.words()
  const placeOf = await placesFound(
    asking,
    homes.flatMap(({ address }) => address?.postcode ?? []),
  )
  const skills = Map.groupBy(await read.skills(), ({ household }) => household)
  return homes.map((one) =>
    homeKnown(one, {
      on,
      called: words.get(one.home.line)?.name || 'A home without a name',
      at: placeOf(one.address?.postcode ?? null),
      skills: skills.get(one.home.line) ?? [],
    }),
  )
}
