// The SQL of sufficiency: the history of homes, who is far and why, and what nights have kept.
import { sql } from 'kysely'
import { ageOn, day, type IsoDay, numberOf } from '#calendar'

import type { Asking } from '#database'
import type { HomeSpell } from '#demand-forecast'
import { isDistanceReason } from '#home-decisions'
import { settingsNow } from '#matching-settings'
import { groupsWaiting, homesListed, placesFound, sectorOf, waitingOn } from '#who-waits'
import { type Needing, needOf } from './needs.ts'
import type { FarFact, Known, Sufficiency } from './reckoning.ts'

type SpellRow = {
  readonly child: string
  readonly born: string
  readonly kind: string
  readonly since: string
  readonly until: string | null
}
const KIND = sql`case when p.kind ~ '^U[123]$' then 'with family or friends who foster' when p.kind ~ '^U' then 'foster homes'
  when p.kind ~ '^(K[12]|R1|R3|S1)$' then 'children''s and other residential homes' when p.kind ~ '^(K3|H5|P2|P3)$' then 'supported accommodation'
  else 'elsewhere' end`
/** Short breaks and times away are no need of a home; whoever has no birth date in force is left out. */
export async function spellsOf({ record, who }: Asking): Promise<readonly HomeSpell[]> {
  const { rows } = await sql<SpellRow>`
    select p.child, b.born, ${KIND} as kind, lower(p.during)::text as since, upper(p.during)::text as until
    from kith.placement_current p join (select c.child, max(c.born)::text as born from kith.birth_claim_current c
        where c.council = ${who.council}::smallint and c.standing = 'in force' group by c.child) b on b.child = p.child
    where p.council = ${who.council}::smallint and not exists (
      select from kith.legal_basis_current s where s.council = p.council and s.child = p.child and s.kind like 'short breaks%'
        and coalesce(s.made, s.made_by) <= lower(p.during) and coalesce(least(s.ended, s.until), 'infinity') > lower(p.during))`.execute(
    record,
  )
  return rows.map(({ child, born, kind, since, until }) => ({
    ...{ child, kind, born: numberOf(day(born)), since: numberOf(day(since)) },
    until: until === null ? undefined : numberOf(day(until)),
  }))
}
/** Since when a source speaks of homes of every child. */
async function coversFrom({ record, who }: Asking, today: IsoDay): Promise<IsoDay> {
  const { rows } = await sql<{ since: string | null }>`
    select min(v.since)::text as since from kith.source_coverage v
    where v.council = ${who.council}::smallint and v.event = 'placement'`.execute(record)
  const since = rows[0]?.since ?? null
  return since === null ? today : day(since)
}

type FarRow = {
  readonly child: string
  readonly born: string | null
  readonly postcode: string | null
  readonly kept: boolean
  readonly household: string | null
  readonly reason: string | null
  readonly answer: string | null
  readonly wish: string | null
  readonly siblings: readonly string[]
}
const WISHES: Readonly<Record<string, boolean>> = { nearer: true, stay: false }
export async function farOf(asking: Asking, on: IsoDay): Promise<readonly FarFact[]> {
  const { rows } = await sql<FarRow>`
    select p.child, a.postcode, coalesce(a.audience is not null or a.must_not_know is not null, false)
        or exists (select from kith.restriction_current x where x.council = p.council and x.child = p.child and x.kind = 'hidden') as kept, t.household, h.reason, h.answer, h.wish,
      (select max(b.born)::text from kith.birth_claim_current b where b.council = p.council and b.child = p.child and b.standing = 'in force') as born,
      coalesce((select array_agg(distinct l.other_child::text) from kith.family_link_current l join kith.family_person_current f
        on f.council = l.council and f.child = l.child and f.line = l.person
        where l.council = p.council and l.child = p.child and f.relation in ('brother', 'sister', 'half-brother', 'half-sister')), '{}') as siblings
    from kith.placement_current p join kith.placement_distance d on d.council = p.council and d.placement = p.line
      left join kith.address_current a on a.council = p.council and a.child = p.child and a.line = p.home
      left join kith.placement_household_current t on t.council = p.council and t.child = p.child and t.placement = p.line
      left join lateral (select reason, answer, wish from kith.home_distance_current h where h.council = p.council and h.child = p.child
        and h.placement = p.line order by h.on_day desc, h.line desc limit 1) h on true
    where p.council = ${asking.who.council}::smallint and p.during @> ${on}::date and p.kind !~ '^[AT]'
      and (d.miles > 20 or (d.inside = false and d.adjoining = false)) order by p.child`.execute(asking.record)
  const placeOf = await placesFound(
    asking,
    rows.flatMap(({ postcode }) => postcode ?? []),
  )
  const home = new Map(rows.map(({ child, household }) => [child, household]))
  return rows.map(({ child, born, postcode, kept, household, reason, answer, wish, siblings }) => {
    const together = household === null ? [] : siblings.filter((one) => home.get(one) === household)
    return {
      ...{ id: child, group: [child, ...together].toSorted()[0] ?? child, born: born === null ? null : day(born) },
      ...{ from: placeOf(postcode), sector: postcode === null || kept ? undefined : sectorOf(postcode) },
      ...{ reason: reason !== null && isDistanceReason(reason) ? reason : undefined, settledStays: answer === 'stays' },
      wantsNearer: WISHES[wish ?? ''] ?? 'unknown',
    }
  })
}

/** Those who wait for another reason than that they will come nearer, who are counted among the far. */
export async function needingOf(asking: Asking, today: IsoDay): Promise<readonly Needing[]> {
  const ageOf = (born: IsoDay) => ageOn(born, today)
  const waiting = (await waitingOn(asking, today)).filter(({ why }) => why !== 'nearer')
  return groupsWaiting(waiting, { on: today, council: '', called: () => 'a child', ageOf }).map(({ children }) => ({
    need: needOf(children.map(({ born }) => (born === null ? undefined : ageOf(born)))),
    ...{ sector: children[0]?.sector, children: children.length, ids: children.map(({ child }) => child) },
  }))
}

/** As a service worker, who sees every child. */
export async function knownOf(asking: Asking, today: IsoDay): Promise<Known> {
  const { doubts, version: settings } = await settingsNow(asking)
  return {
    ...{ doubts, settings },
    ...{ today, spells: await spellsOf(asking), coversFrom: await coversFrom(asking, today) },
    ...{ far: await farOf(asking, today), waiting: await needingOf(asking, today) },
    homes: await homesListed(asking, today),
  }
}

export type Kept = { readonly made: string; readonly held: Sufficiency }
export async function lastKept({ record, who }: Asking): Promise<Kept | undefined> {
  const { rows } = await sql<Kept>`select made::text as made, held from kith.sufficiency_night
    where council = ${who.council}::smallint order by day desc limit 1`.execute(record)
  return rows[0]
}
/** A day is kept once. */
export async function keep({ record, who }: Asking, held: Sufficiency): Promise<void> {
  await sql`insert into kith.sufficiency_night (council, day, held)
    values (${who.council}::smallint, ${held.day}::date, ${JSON.stringify(held)}::jsonb) on conflict do nothing`.execute(
    record,
  )
}
export async function isKept({ record, who }: Asking, on: IsoDay): Promise<boolean> {
  const { rows } = await sql<{ day: string }>`select day::text from kith.sufficiency_night
    where council = ${who.council}::smallint and day >= ${on}::date limit 1`.execute(record)
  return rows.length > 0
}
