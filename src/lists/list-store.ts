// The SQL of the list of children: chosen and put in order by the database, however many there are.
import { type RawBuilder, sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import { AGES, type Choices, type Filter, LEGAL, PLACES } from './filters.ts'

type Bool = RawBuilder<unknown>
const always = sql`true`

/** `d`: late on a day as the ledger's own words have it: open, past, covered past its day, and still to be done. */
export const lateOn = (on: IsoDay): Bool =>
  sql`(d.standing = 'open' and d.due < ${on}::date and d.covered_until >= d.due and (d.closes is null or d.closes > ${on}::date))`

/** `d`: due within some days of a day, this day among them, and still to be done. */
export const dueWithin = (on: IsoDay, days: number): Bool =>
  sql`(d.standing = 'open' and d.due between ${on}::date and ${on}::date + ${days}::int and d.covered_until is not null
    and (d.closes is null or d.closes > ${on}::date))`

/** What lies ahead of each child, as `aheadOf` of the overview counts it. */
const standings = (on: IsoDay, council: number) => sql`
  select d.child, (count(*) filter (where ${lateOn(on)}))::int as late,
    min(d.due) filter (where ${lateOn(on)} or d.standing = 'open' and d.due >= ${on}::date and d.covered_until is not null) as next
  from kith.duty d
  where d.council = ${council}::smallint and d.standing = 'open' and (d.closes is null or d.closes > ${on}::date)
  group by d.child`

const placed = (on: IsoDay, codes: string | undefined): Bool => sql`exists (
  select from kith.placement_current p where p.council = k.council and p.child = k.id and p.during @> ${on}::date
    and (${codes ?? null}::text is null or p.kind ~ ${codes ?? ''}))`
const period = (is: Bool): Bool => sql`exists (
  select from kith.care_period_current c where c.council = k.council and c.child = k.id and ${is})`
/** Who lives in a home of ours, and who is in care though no home is recorded. */
const inCare = (on: IsoDay): Bool =>
  sql`(${placed(on, undefined)} or ${period(sql`coalesce(c.began, c.began_by) <= ${on}::date and (c.ended is null or c.ended > ${on}::date)`)})`
const worksWith = (on: IsoDay, more: Bool): Bool => sql`exists (
  select from kith.allocation_current a where a.council = k.council and a.child = k.id and a.role = 'allocated-worker'
    and a.during @> ${on}::date and ${more})`

function workerIs({ worker }: Filter, on: IsoDay): Bool {
  if (worker === undefined) return always
  if (worker === 'none') return sql`not ${worksWith(on, always)} and ${inCare(on)}`
  return worksWith(on, sql`a.worker = ${worker}::uuid`)
}

const teamIs = ({ team }: Filter, on: IsoDay): Bool =>
  team === undefined
    ? always
    : worksWith(
        on,
        sql`exists (select from kith.team_membership m where m.council = a.council and m.person = a.worker and m.role = 'worker'
          and m.team = ${team}::uuid and m.during @> ${on}::date and not m.retracted
          and not exists (select from kith.team_membership n where n.council = m.council and n.supersedes = m.id))`,
      )

function lateIs({ late }: Filter, on: IsoDay): Bool {
  if (late === undefined) return always
  const field = late === 'any' ? always : sql`d.scope = ${late}`
  return sql`exists (select from kith.duty d where d.council = k.council and d.child = k.id and ${field} and ${lateOn(on)})`
}

/** Asked of every duty, not of the next alone: what is late does not hide what is coming. */
const dueIs = ({ due }: Filter, on: IsoDay): Bool =>
  due === undefined
    ? always
    : sql`exists (select from kith.duty d where d.council = k.council and d.child = k.id and ${dueWithin(on, Number(due))})`

const ageIs = ({ age }: Filter, on: IsoDay): Bool =>
  age === undefined
    ? always
    : sql`exists (select from kith.birth_claim_current b where b.council = k.council and b.child = k.id and b.standing = 'in force'
        and date_part('year', age(${on}::date, b.born)) >= ${AGES[age].from} and date_part('year', age(${on}::date, b.born)) < ${AGES[age].below})`

const legalIs = ({ legal }: Filter, on: IsoDay): Bool =>
  legal === undefined
    ? always
    : sql`exists (select from kith.legal_basis_current b where b.council = k.council and b.child = k.id and b.kind = ${LEGAL[legal]}
        and coalesce(b.made, b.made_by) <= ${on}::date and (b.ended is null or b.ended > ${on}::date)
        and (b.until is null or b.until > ${on}::date) and b.suspended_by is null)`

const MEASURED = {
  inside: sql`x.inside`,
  adjoining: sql`not x.inside and x.adjoining`,
  beyond: sql`not x.inside and not x.adjoining`,
} as const
function distanceIs({ distance }: Filter, on: IsoDay): Bool {
  if (distance === undefined) return always
  const measured = (how: Bool) => sql`exists (
    select from kith.placement_current p join kith.placement_distance x on x.council = p.council and x.placement = p.line
    where p.council = k.council and p.child = k.id and p.during @> ${on}::date and ${how})`
  if (distance !== 'unknown') return measured(MEASURED[distance])
  return sql`${placed(on, undefined)} and not ${measured(sql`x.inside is not null`)}`
}

function statusIs({ status }: Filter, on: IsoDay): Bool {
  if (status === undefined) return always
  return status === 'care' ? inCare(on) : sql`not ${inCare(on)} and ${period(always)}`
}

const chosen = (filter: Filter, on: IsoDay): Bool => {
  const placeIs = filter.place === undefined ? always : placed(on, PLACES[filter.place].codes)
  const all = [workerIs, teamIs, lateIs, dueIs, ageIs, legalIs, distanceIs, statusIs].map((is) => is(filter, on))
  return sql.join([...all, placeIs], sql` and `)
}

const orderOf = ({ sort }: Filter, on: IsoDay) => {
  if (sort === 'age')
    return sql`(select max(b.born) from kith.birth_claim_current b where b.council = k.council and b.child = k.id and b.standing = 'in force') desc nulls last, k.id`
  if (sort === 'home')
    return sql`(select lower(p.during) from kith.placement_current p where p.council = k.council and p.child = k.id and p.during @> ${on}::date limit 1) desc nulls last, k.id`
  return sql`s.next nulls last, s.late desc nulls last, k.id`
}

export type ListedChild = { readonly id: string; readonly closed: boolean }

/** Everybody whom the asker may know of and the filter takes in, in its order. */
export async function childrenChosen(asking: Asking, on: IsoDay, filter: Filter): Promise<readonly ListedChild[]> {
  const { council } = asking.who
  const { rows } = await sql<ListedChild>`
    with s as materialized (${standings(on, council)})
    select k.id, exists (select from kith.restriction_current r
        where r.council = k.council and r.child = k.id and r.kind = 'closed') as closed
    from kith.child k left join s on s.child = k.id
    where k.council = ${council}::smallint and k.id <> all (array(select kith.joined_children())) and ${chosen(filter, on)}
    order by ${orderOf(filter, on)}`.execute(asking.record)
  return rows
}

/** Teams, and workers who work with children whom the asker sees; in the order of their names. */
export async function choicesOf(asking: Asking, on: IsoDay): Promise<Choices> {
  const { council } = asking.who
  const { rows: teams } = await sql<{ id: string; name: string }>`
    select id, name from kith.team where council = ${council}::smallint order by name`.execute(asking.record)
  const { rows: workers } = await sql<{ id: string; name: string }>`
    select w.id, coalesce(w.name, w.code) as name from kith.worker w
    where w.council = ${council}::smallint and w.id in (select a.worker from kith.allocation_current a
      where a.council = ${council}::smallint and a.role = 'allocated-worker' and a.during @> ${on}::date)
    order by 2`.execute(asking.record)
  return { teams, workers }
}
