// The SQL that loads figures: every kind of row of every child of the council whom the asker sees, in one statement, column by column.
import { sql } from 'kysely'
import type { Asking } from '#database'
import { type Asked, type Kind, kindsOf } from './kinds-store.ts'
import type { Loaded } from './night.ts'
import type { Covered, RecordedChild, RecordedWorker } from './recorded-child.ts'

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

type Columns = readonly (readonly unknown[] | null)[]

/** All values of a kind column by column, and last the place of each row among the children, of a record that is closed less than nought: to write half a million rows as JSON, each by itself, costs more than the figures. */
const columnsOf = (kind: string, { of, columns, only }: Kind, council: number) => sql`
  select ${kind}::text as kind, (
    select json_build_array(${sql.join([...columns, sql`k.at`].map((column) => sql`array_to_json(array_agg(${column}))`))})
    from k join ${of} on t.child = k.child where t.council = ${council}::smallint${only === undefined ? sql`` : sql` and ${only}`}) as columns`

const CHILDREN: Kind = {
  of: sql`(select c.council, c.id as child, coalesce(string_agg(s.source::text, ' ' order by s.source), '') as sources
    from kith.child c left join kith.source_child s on s.council = c.council and s.child = c.id group by c.council, c.id) t`,
  columns: [sql`t.child`, sql`t.sources`],
  only: sql`k.child = k.goes_on`,
}

/** Everything in one statement, so that the children are named once. Two records that were joined are one child: the rows of both stand at the place of the one that goes on. */
async function columnsOfAll({ record, who: { council } }: Asking, asked: Asked): Promise<ReadonlyMap<string, Columns>> {
  const kinds = Object.entries({ children: CHILDREN, ...kindsOf(asked) })
  const { rows } = await sql<{ kind: string; columns: Columns }>`
    with k as materialized (
      select c.id as child, coalesce(j.goes_on, c.id) as goes_on,
        (dense_rank() over (order by coalesce(j.goes_on, c.id)))::int * case when j.child is null then 1 else -1 end as at
      from kith.child c left join kith.joins_known(${council}::smallint, 'infinity') j on j.child = c.id
      where c.council = ${council}::smallint)
    ${sql.join(
      kinds.map(([kind, of]) => columnsOf(kind, of, council)),
      sql` union all `,
    )}`.execute(record)
  return new Map(rows.map(({ kind, columns }) => [kind, columns]))
}

type Row = readonly unknown[]
type Rows = Record<string, Row[]>
const firstOf = (row: Row): number => Number(row[0] ?? 0)
const byFirst = (one: Row, other: Row) => firstOf(one) - firstOf(other)
const isInOrder = (rows: readonly Row[]) =>
  rows.every((row, at) => at === 0 || firstOf(rows[at - 1] ?? []) <= firstOf(row))

function addRows(all: readonly { readonly rows: Rows }[], kind: string, columns: Columns): void {
  const places = columns.at(-1) ?? []
  const values = columns.slice(0, -1)
  for (const [n, place] of places.entries()) {
    const own = all[Math.abs(Number(place))]?.rows
    if (!own) continue
    const row = values.map((column) => column?.[n])
    const some = own[kind]
    if (some === undefined) own[kind] = [row]
    // Of two rows of one day, that of the record that goes on is the later.
    else if (Number(place) < 0) some.unshift(row)
    else some.push(row)
  }
}

async function childrenOf(asking: Asking, asked: Asked): Promise<readonly RecordedChild[]> {
  const covers = await coverageOf(asking)
  const { children: known = [], ...kinds } = Object.fromEntries(await columnsOfAll(asking, asked))
  const all: (Omit<RecordedChild, 'rows'> & { readonly rows: Rows })[] = []
  for (const [n, place] of (known[2] ?? []).entries())
    all[Number(place)] = { id: String(known[0]?.[n]), rows: {}, coverage: covers(String(known[1]?.[n] ?? '')) }
  for (const [kind, columns] of Object.entries(kinds)) addRows(all, kind, columns)
  // Places are counted from one; where a record goes on in one whom the asker does not see, its place is empty.
  const children = all.filter((child) => child !== undefined)
  for (const { rows } of children) for (const some of Object.values(rows)) if (!isInOrder(some)) some.sort(byFirst)
  return children
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
