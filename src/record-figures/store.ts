// The SQL that loads figures: every kind of row of every child of the council whom the asker sees, in one statement, column by column.
import { sql } from 'kysely'
import { choicesKnown } from '#clock'
import type { Asking } from '#database'
import { type Asked, GOES_ON, type Kind, kindsOf } from './kinds-store.ts'
import type { Loaded } from './night.ts'
import { numbersOn } from './oversight.ts'
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
  only: GOES_ON,
}

/** Everything in one statement, so that the children are named once. Two records that were joined are one child: the rows of both stand at the place of the one that goes on. */
async function columnsOfAll({ record, who: { council } }: Asking, asked: Asked): Promise<ReadonlyMap<string, Columns>> {
  const kinds = Object.entries({ children: CHILDREN, ...kindsOf(asked) })
  const { rows } = await sql<{ kind: string; columns: Columns }>`
    with k as materialized (
      select c.id as child,
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
/** The rows of one kind: which lie at a place, in `order` from where it starts to where the next does. */
type Held = {
  readonly kind: string
  readonly values: Columns
  readonly order: Int32Array
  readonly starts: Int32Array
}

const numbersIn = (column: readonly unknown[]): Int32Array => {
  const numbers = new Int32Array(column.length)
  for (let n = 0; n < column.length; n += 1) numbers[n] = Number(column[n])
  return numbers
}

/** Of two rows of one day, that of the record that goes on is the later. */
function heldIn(kind: string, columns: Columns, places: number): Held {
  const at = numbersIn(columns.at(-1) ?? [])
  const starts = new Int32Array(places + 2)
  for (const place of at) starts[Math.abs(place) + 1] = (starts[Math.abs(place) + 1] ?? 0) + 1
  for (let place = 1; place < starts.length; place += 1) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0)
  const order = new Int32Array(at.length)
  const next = starts.slice()
  const put = (which: -1 | 1) => {
    for (let n = 0; n < at.length; n += 1) {
      const place = (at[n] ?? 0) * which
      if (place <= 0) continue
      order[next[place] ?? 0] = n
      next[place] = (next[place] ?? 0) + 1
    }
  }
  put(-1)
  put(1)
  return { kind, values: columns.slice(0, -1), order, starts }
}

const byFirst = (one: Row, other: Row) => Number(one[0]) - Number(other[0])
const inOrder = (rows: readonly Row[]): boolean =>
  rows.every((row, n) => n === 0 || byFirst(rows[n - 1] ?? row, row) <= 0)

function rowAt(values: Columns, n: number): Row {
  const row = new Array<unknown>(values.length)
  for (let at = 0; at < values.length; at += 1) row[at] = values[at]?.[n]
  return row
}

type RowsOfChild = Readonly<Record<string, readonly Row[] | undefined>>
/** Every child's rows have one shape, also of kinds that they have none of: whoever reads two millions of them finds each at once. */
const shapeOf = (all: readonly Held[]): RowsOfChild => Object.fromEntries(all.map(({ kind }) => [kind, undefined]))

function rowsAt(all: readonly Held[], shape: RowsOfChild, place: number): RowsOfChild {
  const rows: Record<string, readonly Row[] | undefined> = { ...shape }
  for (const { kind, values, order, starts } of all) {
    const [from, to] = [starts[place] ?? 0, starts[place + 1] ?? 0]
    if (from === to) continue
    const own: Row[] = []
    for (let at = from; at < to; at += 1) own.push(rowAt(values, order[at] ?? 0))
    rows[kind] = inOrder(own) ? own : own.sort(byFirst)
  }
  return rows
}

/** Rows are put together whenever they are asked for, and forgotten: a council's, kept, would cost more than the figures. */
async function childrenOf(asking: Asking, asked: Asked): Promise<readonly RecordedChild[]> {
  const covers = await coverageOf(asking)
  const { children: known = [], ...kinds } = Object.fromEntries(await columnsOfAll(asking, asked))
  const [ids, sources, places] = known
  // Places are counted from one; where a record goes on in one whom the asker does not see, its place is empty.
  const last = Math.max(0, ...Object.values({ ...kinds, known }).map((columns) => lastPlace(columns.at(-1) ?? [])))
  const held = Object.entries(kinds).map(([kind, columns]) => heldIn(kind, columns, last))
  const shape = shapeOf(held)
  const children = (places ?? []).map((place, n) => ({
    place: Number(place),
    id: String(ids?.[n]),
    sources: String(sources?.[n]),
  }))
  return children
    .sort((one, other) => one.place - other.place)
    .map(
      ({ place, id, sources: own }): RecordedChild => ({
        id,
        coverage: covers(own),
        get rows() {
          return rowsAt(held, shape, place)
        },
      }),
    )
}
const lastPlace = (places: readonly unknown[]): number =>
  places.reduce<number>((last, place) => Math.max(last, Math.abs(Number(place))), 0)

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
  // The duties of 20,000 children are grouped in memory: with what a question has otherwise, they went to disk and back.
  await sql`select set_config('work_mem', '64MB', true)`.execute(asking.record)
  const numbers = numbersOn(await choicesKnown(asking), asked.to)
  return { children: await childrenOf(asking, asked), workers: await workersOf(asking, asked), numbers }
}
