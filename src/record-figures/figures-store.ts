// The SQL of the nights: what each said is added, and read as whoever asks; a standing only where it differs from the one before.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import {
  type KeptFigure,
  type MissingByOwner,
  type MissingFactOf,
  type OneDay,
  type OutsideFigure,
  standsOf,
} from './night.ts'

/** The last day of which there are figures; undefined: no night has run. */
export async function lastNight({ record, who }: Asking): Promise<IsoDay | undefined> {
  const { rows } = await sql<{ day: IsoDay | null }>`
    select max(day)::text as day from kith.night_figure where council = ${who.council}::smallint`.execute(record)
  return rows[0]?.day ?? undefined
}

/** `made`: the day on which it was reckoned. `outside`: of the last day alone, as it may leave the council. */
type Kept = { readonly made: IsoDay; readonly outside: readonly OutsideFigure[] | undefined }

/** A night that is run again adds nothing to a day that has been told. */
export async function keepNight(asking: Asking, of: OneDay, { made, outside }: Kept): Promise<void> {
  const { record, who } = asking
  const { council } = who
  await sql`
    insert into kith.night_figure (council, day, indicator, version, since, above, below, value, unknown, made)
    select ${council}::smallint, g.day, g.indicator, g.version, g.since, g.above, g.below, g.value, g.unknown, ${made}::date
    from json_populate_recordset(null::kith.night_figure, ${JSON.stringify(of.figures)}::json) g
    on conflict do nothing`.execute(record)
  await keepStandings(asking, of)
  if (outside === undefined) return
  await sql`
    insert into kith.night_figure_outside (council, day, indicator, above, below, value)
    select ${council}::smallint, ${of.day}::date, g.indicator, g.above, g.below, g.value
    from json_populate_recordset(null::kith.night_figure_outside, ${JSON.stringify(outside)}::json) g
    on conflict do nothing`.execute(record)
}

type Standings = 'kith.night_standing' | 'kith.night_audit_standing'
/** How audits of practice went is read by fewer people than the rest. */
const standingsOf = ({ ofAudits = false }: { readonly ofAudits?: boolean }): Standings =>
  ofAudits ? 'kith.night_audit_standing' : 'kith.night_standing'

/** Who stood somewhere and stands nowhere now has a row that says nothing. */
async function keepOf({ record, who }: Asking, kept: { day: IsoDay; table: Standings; measured: OneDay['measured'] }) {
  const { council } = who
  const { day, measured } = kept
  const table = sql.table(kept.table)
  const children = [...standsOf(measured)].map(([child, own]) => ({ child, stands: own }))
  await sql`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(children)}::json) as g (child uuid, stands jsonb)
    ), stood as materialized (
      select distinct on (s.child) s.child, s.stands from ${table} s
      where s.council = ${council}::smallint and s.day < ${day}::date order by s.child, s.day desc
    )
    insert into ${table} (council, child, day, stands)
    select ${council}::smallint, coalesce(g.child, s.child), ${day}::date, coalesce(g.stands, '{}')
    from given g full join stood s on s.child = g.child
    where coalesce(g.stands, '{}') is distinct from coalesce(s.stands, '{}') on conflict do nothing`.execute(record)
}

async function keepStandings(asking: Asking, { day, measured, staff, workers }: OneDay): Promise<void> {
  const { council } = asking.who
  for (const ofAudits of [false, true])
    await keepOf(asking, {
      ...{ day, table: standingsOf({ ofAudits }) },
      measured: measured.filter(({ definition }) => (definition.ofAudits ?? false) === ofAudits),
    })
  const stands = standsOf(staff)
  const rows = workers.flatMap(({ id, posts, children: count }) => {
    const own = stands.get(id)
    return own === undefined ? [] : [{ worker: id, stands: own, posts: posts ?? null, children: count }]
  })
  await sql`
    insert into kith.night_worker (council, worker, day, stands, posts, children)
    select ${council}::smallint, g.worker, ${day}::date, g.stands, g.posts, g.children
    from json_populate_recordset(null::kith.night_worker, ${JSON.stringify(rows)}::json) g
    on conflict do nothing`.execute(asking.record)
}

/** Of these indicators or of all: the last day of each month, and the last day that there is; the earliest first. */
export async function figuresByMonth(
  { record, who }: Asking,
  indicators?: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptFigure[]>> {
  const { rows } = await sql<KeptFigure>`
    select distinct on (f.indicator, date_trunc('month', f.day)) f.indicator, f.version, f.day::text as day, f.since::text as since,
      f.above, f.below, f.value, f.unknown, f.made::text as made
    from kith.night_figure f
    where f.council = ${who.council}::smallint and (${indicators ?? null}::text[] is null or f.indicator = any (${indicators ?? null}::text[]))
    order by f.indicator, date_trunc('month', f.day), f.day desc`.execute(record)
  return Map.groupBy(rows, (row) => row.indicator)
}

export async function figuresOutside({ record, who }: Asking): Promise<readonly (OutsideFigure & { day: IsoDay })[]> {
  const { rows } = await sql<OutsideFigure & { day: IsoDay }>`
    select indicator, above, below, value, day::text as day from kith.night_figure_outside
    where council = ${who.council}::smallint and day = (
      select max(day) from kith.night_figure_outside where council = ${who.council}::smallint)`.execute(record)
  return rows
}

export type Behind = { readonly child: string; readonly how: string }
/** How every child whom the asker sees stood in one figure on a day. */
export async function childrenBehind(
  { record, who }: Asking,
  { id: indicator, ...of }: { readonly id: string; readonly ofAudits?: true },
  on: IsoDay,
): Promise<readonly Behind[]> {
  const { rows } = await sql<Behind>`
    select s.child, s.stands ->> ${indicator} as how from (
      select distinct on (child) child, stands from ${sql.table(standingsOf(of))}
      where council = ${who.council}::smallint and day <= ${on}::date order by child, day desc) s
    where s.stands ? ${indicator} order by s.child`.execute(record)
  return rows
}

export type WorkerBehind = {
  readonly worker: string
  readonly name: string
  readonly how: string
  readonly posts: number | null
  readonly children: number
}
export async function workersBehind(
  { record, who }: Asking,
  indicator: string,
  on: IsoDay,
): Promise<readonly WorkerBehind[]> {
  const { rows } = await sql<WorkerBehind>`
    select n.worker, coalesce(w.name, w.code, 'somebody') as name, n.stands ->> ${indicator} as how, n.posts, n.children
    from kith.night_worker n join kith.worker w on w.council = n.council and w.id = n.worker
    where n.council = ${who.council}::smallint and n.day = ${on}::date and n.stands ? ${indicator} order by 2, 1`.execute(
    record,
  )
  return rows
}

/** How each child whom the asker sees stood last, and who works with them on that day. */
const standsWithOwner = (council: number, on: IsoDay) => sql`
  with stands as materialized (
    select distinct on (child) child, stands from kith.night_standing
    where council = ${council}::smallint and day <= ${on}::date order by child, day desc
  ), owner as materialized (
    select distinct on (a.child) a.child, a.worker from kith.allocation_current a
    where a.council = ${council}::smallint and a.role = 'allocated-worker' and a.during @> ${on}::date
    order by a.child, lower(a.during) desc, a.id
  )`

/** By who works with the children: of how many something is missing, and what most of all. */
export async function missingByOwner({ record, who }: Asking, on: IsoDay): Promise<readonly MissingByOwner[]> {
  const { council } = who
  const { rows } = await sql<MissingByOwner>`${standsWithOwner(council, on)}
    select coalesce(w.name, w.code) as name, count(distinct s.child)::int as children, mode() within group (order by e.value) as fact
    from stands s cross join jsonb_each_text(s.stands) e left join owner o on o.child = s.child
      left join kith.worker w on w.council = ${council}::smallint and w.id = o.worker
    where e.value not in ('a', 'b') group by o.worker, w.name, w.code order by 1 nulls first, o.worker`.execute(record)
  return rows
}

export async function missingFacts({ record, who }: Asking, on: IsoDay): Promise<readonly MissingFactOf[]> {
  const { council } = who
  const { rows } = await sql<MissingFactOf>`${standsWithOwner(council, on)}
    select s.child, e.value as fact, count(*)::int as figures, o.worker as owner, coalesce(w.name, w.code) as name
    from stands s cross join jsonb_each_text(s.stands) e left join owner o on o.child = s.child
      left join kith.worker w on w.council = ${council}::smallint and w.id = o.worker
    where e.value not in ('a', 'b') group by s.child, e.value, o.worker, w.name, w.code order by 5 nulls first, 2, 1`.execute(
    record,
  )
  return rows
}

/** The last night of which there are figures, no later than a day. */
export async function nightUntil({ record, who }: Asking, on: IsoDay): Promise<IsoDay | undefined> {
  const { rows } = await sql<{ day: IsoDay | null }>`
    select max(day)::text as day from kith.night_figure where council = ${who.council}::smallint and day <= ${on}::date`.execute(
    record,
  )
  return rows[0]?.day ?? undefined
}

/** The first night of which there are figures, no earlier than a day. */
export async function nightFrom({ record, who }: Asking, on: IsoDay): Promise<IsoDay | undefined> {
  const { rows } = await sql<{ day: IsoDay | null }>`
    select min(day)::text as day from kith.night_figure where council = ${who.council}::smallint and day >= ${on}::date`.execute(
    record,
  )
  return rows[0]?.day ?? undefined
}

/** How every child whom the asker sees stood in every figure on a day. */
export async function standingsOn(
  { record, who }: Asking,
  on: IsoDay,
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const { rows } = await sql<{ child: string; stands: Readonly<Record<string, string>> }>`
    select distinct on (child) child, stands from kith.night_standing
    where council = ${who.council}::smallint and day <= ${on}::date order by child, day desc`.execute(record)
  return new Map(rows.map(({ child, stands }) => [child, stands]))
}
