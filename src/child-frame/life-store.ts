// The SQL of every stretch of a child's life that the header reads today's from, asked once for the page below it too.
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { PLACE_KEPT } from './kept-store.ts'
import type { LifeHome, LifeOrder, LifePeriod, LifePerson, LifeSchool, LivedWith } from './life.ts'

type Span = { readonly since: string; readonly until: string | null; readonly known: boolean }
const dayOrNull = (text: string | null): IsoDay | null => (text === null ? null : day(text))
const stretchOf = ({ since, until, known }: Span) => ({
  since: day(since),
  sinceKnown: known,
  until: dayOrNull(until),
})

export async function periodsIn({ who, record }: Asking, child: string): Promise<readonly LifePeriod[]> {
  const { rows } = await sql<Span>`
    select coalesce(began, began_by) as since, began is not null as known, ended as until from kith.care_period_current
    where council = ${who.council}::smallint and child = ${child}::uuid order by 1`.execute(record)
  return rows.map(stretchOf)
}

type OrderRow = Span & {
  readonly line: string
  readonly kind: string
  readonly ended: string | null
  readonly suspended: boolean
}
export async function ordersIn({ who, record }: Asking, child: string): Promise<readonly LifeOrder[]> {
  const { rows } = await sql<OrderRow>`
    select line, kind, coalesce(made, made_by) as since, made is not null as known, ended, until,
      suspended_by is not null as suspended
    from kith.legal_basis_current
    where council = ${who.council}::smallint and child = ${child}::uuid order by 3, kind, line`.execute(record)
  return rows.map(({ line, kind, ended, suspended, ...span }) => ({
    ...{ line, kind, suspended, ended: dayOrNull(ended) },
    ...stretchOf(span),
  }))
}

type HomeRow = Span & {
  readonly line: string
  readonly kind: string
  readonly planned: boolean | null
  readonly same: boolean
  readonly kept: boolean
}
export async function homesIn({ who, record }: Asking, child: string): Promise<readonly LifeHome[]> {
  const { rows } = await sql<HomeRow>`
    select p.line, p.kind, lower(p.during) as since, upper(p.during) as until, p.start_known as known, p.planned,
      p.same_carers as same, ${PLACE_KEPT} as kept
    from kith.placement_current p
    where p.council = ${who.council}::smallint and p.child = ${child}::uuid order by lower(p.during)`.execute(record)
  return rows.map(({ line, kind, planned, same, kept, ...span }) => ({
    ...{ line, kind, planned, kept, sameCarers: same },
    ...stretchOf(span),
  }))
}

export async function schoolsIn({ who, record }: Asking, child: string): Promise<readonly LifeSchool[]> {
  const { rows } = await sql<{ line: string; name: string; since: string | null; until: string | null }>`
    select p.line, s.name, lower(p.during) as since, upper(p.during) as until
    from kith.school_place_current p join kith.school s on s.council = p.council and s.id = p.school
    where p.council = ${who.council}::smallint and p.child = ${child}::uuid order by 3, p.line`.execute(record)
  return rows.map((row) => ({ ...row, since: dayOrNull(row.since), until: dayOrNull(row.until) }))
}

/** Who lived with the child, where everybody who sees the family may know it. */
export async function livedWithIn({ who, record }: Asking, child: string): Promise<readonly LivedWith[]> {
  const { rows } = await sql<{ person: string; since: string | null; until: string | null }>`
    select person, since, until from kith.family_home_current
    where council = ${who.council}::smallint and child = ${child}::uuid and with_child
      and audience is null and must_not_know is null`.execute(record)
  return rows.map((row) => ({ ...row, since: dayOrNull(row.since), until: dayOrNull(row.until) }))
}

export async function peopleIn({ who, record }: Asking, child: string): Promise<readonly LifePerson[]> {
  const { rows } = await sql<LifePerson>`
    select id, line, said, audience is null and must_not_know is null and relation in ('carer', 'former-carer') as carer,
      audience is null and must_not_know is null and died <> 'died'
        and relation in ('carer', 'mother', 'father', 'parent', 'grandparent', 'aunt', 'uncle') as raises
    from kith.family_person_current where council = ${who.council}::smallint and child = ${child}::uuid order by line`.execute(
    record,
  )
  return rows
}
