// The SQL that loads figures: one statement for each kind of row, of every child of the council whom the asker sees.
import { sql } from 'kysely'
import type { Asking } from '#database'
import { type Asked, type Kind, kindsOf } from './kinds-store.ts'
import type { Loaded } from './night.ts'
import type { Covered, RecordedChild, RecordedWorker } from './recorded-child.ts'

/** The columns, and last the place of the child among the children. */
type Row = readonly unknown[]
type Places = { readonly children: readonly string[]; readonly at: readonly number[] }

/** One value for all rows: half a million of them as rows of their own cost more than the figures. */
async function rowsOf(
  { record, who }: Asking,
  { of, columns, only, numbers }: Kind,
  places: Places,
): Promise<readonly Row[]> {
  const { rows } = await sql<{ all: readonly Row[] | null }>`
    select ${numbers ? sql`array_to_json(array_agg(array[${columns}, k.at]))` : sql`json_agg(json_build_array(${columns}, k.at))`} as all
    from unnest(${places.children}::uuid[], ${places.at}::int[]) k (child, at) join ${of} on t.child = k.child
    where t.council = ${who.council}::smallint${only === undefined ? sql`` : sql` and ${only}`}`.execute(record)
  return rows[0]?.all ?? []
}

/** What each source holds; one list for all children of the same sources. */
async function coverageOf({ record, who }: Asking): Promise<(sources: string) => readonly Covered[]> {
  const { rows } = await sql<{ source: string; every: boolean; covers: readonly Covered[] }>`
    select s.id as source, s.every_child as every,
      coalesce(json_agg(json_build_array(v.event, kith.day(v.since), kith.day(v.until))) filter (where v.id is not null), '[]') as covers
    from kith.source s left join kith.source_coverage v on v.council = s.council and v.source = s.id
    where s.council = ${who.council}::smallint group by s.id, s.every_child`.execute(record)
  const everybody = rows.filter(({ every }) => every).flatMap(({ covers }) => covers)
  const by = new Map(rows.map(({ source, covers }) => [source, covers]))
  const lists = new Map<string, readonly Covered[]>()
  return (sources) => {
    const found = lists.get(sources)
    if (found) return found
    const own = [...everybody, ...sources.split(' ').flatMap((source) => by.get(source) ?? [])]
    lists.set(sources, own)
    return own
  }
}

type Rows = Record<string, Row[]>
const byFirst = (one: Row, other: Row) => Number(one[0] ?? 0) - Number(other[0] ?? 0)

/** Two records that were joined are one child: the rows of both stand at the place of the one that goes on. */
async function placesOf({ record, who }: Asking) {
  const { council } = who
  const joins = await sql<{ child: string; goes_on: string }>`
    select child, goes_on from kith.joins_known(${council}::smallint, 'infinity')`.execute(record)
  const closed = new Set(joins.rows.map(({ child }) => child))
  const found = await sql<{ id: string; sources: string }>`
    select c.id, coalesce(string_agg(s.source::text, ' ' order by s.source), '') as sources
    from kith.child c left join kith.source_child s on s.council = c.council and s.child = c.id
    where c.council = ${council}::smallint group by c.id order by c.id`.execute(record)
  const children = found.rows.filter(({ id }) => !closed.has(id))
  const places = new Map(children.map(({ id }, at) => [id, at]))
  for (const { child, goes_on } of joins.rows) {
    const at = places.get(goes_on)
    if (at !== undefined) places.set(child, at)
  }
  return { children, places: { children: [...places.keys()], at: [...places.values()] } }
}

async function childrenOf(asking: Asking, asked: Asked): Promise<readonly RecordedChild[]> {
  const { children, places } = await placesOf(asking)
  const rows: readonly Rows[] = children.map(() => ({}))
  for (const [kind, of] of Object.entries(kindsOf(asked)))
    for (const row of await rowsOf(asking, of, places)) {
      const own = rows[Number(row.at(-1))]
      if (!own) continue
      const some = own[kind]
      if (some) some.push(row)
      else own[kind] = [row]
    }
  const covers = await coverageOf(asking)
  return children.map(({ id, sources }, at): RecordedChild => {
    const own = rows[at] ?? {}
    for (const some of Object.values(own)) if (some.length > 1) some.sort(byFirst)
    return { id, rows: own, coverage: covers(sources) }
  })
}

async function workersOf({ record, who }: Asking, { from }: Asked): Promise<readonly RecordedWorker[]> {
  const { council } = who
  const { rows } = await sql<RecordedWorker>`
    with mine as (
      select a.worker, json_agg(json_build_array(kith.day(lower(a.during)), kith.day(upper(a.during)), a.child)) as children
      from kith.allocation_current a where a.council = ${council}::smallint and a.role = 'allocated-worker'
        and (upper(a.during) is null or upper(a.during) >= ${from}::date) group by a.worker),
    teams as (
      select m.person as worker, json_agg(json_build_array(kith.day(lower(m.during)), kith.day(upper(m.during)), m.share)) as memberships
      from kith.team_membership m where m.council = ${council}::smallint and m.role = 'worker' and not m.retracted
        and not exists (select from kith.team_membership n where n.council = m.council and n.supersedes = m.id) group by m.person)
    select w.id, coalesce(t.memberships, '[]') as memberships, coalesce(m.children, '[]') as children
    from kith.worker w left join teams t on t.worker = w.id left join mine m on m.worker = w.id
    where w.council = ${council}::smallint and (t.worker is not null or m.worker is not null) order by w.id`.execute(
    record,
  )
  return rows
}

/** Everything that figures to the end of any of these days are made from, under the asker's own sight. */
export async function loadForFigures(asking: Asking, asked: Asked): Promise<Loaded> {
  return { children: await childrenOf(asking, asked), workers: await workersOf(asking, asked) }
}
