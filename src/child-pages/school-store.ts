// The SQL of the schools of a child, by their names.
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import type { Asking } from '#database'

export type SchoolStay = {
  readonly id: string
  readonly name: string
  readonly since: IsoDay | undefined
  readonly until: IsoDay | undefined
}
const dayOrNone = (text: string | null): IsoDay | undefined => (text === null ? undefined : day(text))

/** The latest first. */
export async function schoolsOf({ who, record }: Asking, child: string): Promise<readonly SchoolStay[]> {
  const { rows } = await sql<{ id: string; name: string; since: string | null; until: string | null }>`
    select p.id, s.name, lower(p.during) as since, upper(p.during) as until
    from kith.school_place_current p join kith.school s on s.council = p.council and s.id = p.school
    where p.council = ${who.council}::smallint and p.child = ${child}::uuid order by lower(p.during) desc nulls last`.execute(
    record,
  )
  return rows.map(({ id, name, since, until }) => ({ id, name, since: dayOrNone(since), until: dayOrNone(until) }))
}
