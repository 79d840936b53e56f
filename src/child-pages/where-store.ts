// The SQL of where a child lives: homes of record with whether each is kept from somebody, and their plans.
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import type { Asking } from '#database'

export type Home = {
  /** The version that stands. */
  readonly id: string
  readonly line: string
  readonly kind: string
  readonly since: IsoDay
  readonly sinceKnown: boolean
  readonly until: IsoDay | null
  readonly planned: boolean | null
  readonly sameCarers: boolean
  readonly kept: boolean
  /** The version of its address that stands; undefined: none, or not for this reader. */
  readonly address: string | undefined
  readonly plan: { readonly prepared: IsoDay; readonly signed: IsoDay | null } | undefined
}
type Row = Omit<Home, 'since' | 'until' | 'kept' | 'address' | 'plan'> & {
  readonly since: string
  readonly until: string | null
  readonly place: string | null
}
type PlanRow = { readonly placement: string; readonly prepared: string; readonly signed: string | null }

/** The latest first. `plans`: whether the reader may see plans; else none is said to be missing. */
export async function homesOf({ who, record }: Asking, child: string, plans: boolean): Promise<readonly Home[]> {
  const { rows } = await sql<Row>`
    select id, line, kind, lower(during) as since, start_known as "sinceKnown", upper(during) as until, planned, same_carers as "sameCarers", place
    from kith.placement_current where council = ${who.council}::smallint and child = ${child}::uuid order by lower(during) desc`.execute(
    record,
  )
  const places = rows.flatMap(({ place }) => place ?? [])
  const read = await sql<{ id: string; line: string; open: boolean }>`
    select id, line, audience is null and must_not_know is null as open from kith.address_current
    where council = ${who.council}::smallint and line = any (${places}::uuid[])`.execute(record)
  const written = plans
    ? await sql<PlanRow>`
        select placement, prepared, signed from kith.placement_plan_current
        where council = ${who.council}::smallint and child = ${child}::uuid order by prepared`.execute(record)
    : undefined
  const known = new Map(read.rows.map((address) => [address.line, address]))
  return rows.map(({ place, since, until, ...row }) => {
    const plan = written?.rows.findLast(({ placement }) => placement === row.line)
    return {
      ...{ ...row, since: day(since), until: until === null ? null : day(until) },
      kept: place !== null && known.get(place)?.open !== true,
      address: place === null ? undefined : known.get(place)?.id,
      plan: plan && { prepared: day(plan.prepared), signed: plan.signed === null ? null : day(plan.signed) },
    }
  })
}
