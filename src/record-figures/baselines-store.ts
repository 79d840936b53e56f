// The SQL of baselines: which months are usual for a figure, what is aimed at, who decided it and why; only ever added to.
import { sql } from 'kysely'
import type { Asking } from '#database'
import type { DecidedBaseline, NewBaseline } from './night.ts'

/** Every decision, the last first; of one figure or of all. */
export async function baselinesDecided(
  { record, who }: Asking,
  indicator?: string,
): Promise<readonly DecidedBaseline[]> {
  const { rows } = await sql<DecidedBaseline>`
    select b.indicator, b.first_month::text as first, b.last_month::text as last, b.aim, b.because,
      coalesce(w.name, w.code, 'somebody') as "by", b.recorded as at
    from kith.baseline b left join kith.worker w on w.council = b.council and w.id = b.recorded_by
    where b.council = ${who.council}::smallint and (${indicator ?? null}::text is null or b.indicator = ${indicator ?? null})
    order by b.recorded desc, b.id desc`.execute(record)
  return rows
}

/** The one that holds of each figure. */
export async function baselinesNow(asking: Asking): Promise<ReadonlyMap<string, DecidedBaseline>> {
  const decided = await baselinesDecided(asking)
  return new Map(decided.toReversed().map((one) => [one.indicator, one]))
}

/** The database lets directors and analysts do this, and nobody else. Returns its id. */
export async function decideBaseline(asking: Asking, indicator: string, decided: NewBaseline): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const { council, person: recorded_by } = asking.who
  const { first, last, aim, because } = decided
  await asking.insert('kith.baseline', [
    { council, id, indicator, first_month: first, last_month: last, aim, because, recorded_by },
  ])
  return id
}
