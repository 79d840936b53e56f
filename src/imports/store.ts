// The SQL of imports: sources and what they cover, children by their id in a return, lines as they stand, and what is written.
import { sql } from 'kysely'
import type { Asking } from '#database'
import {
  type Changes,
  FACT_COLUMNS,
  type Fact,
  type FactTable,
  factTables,
  type Line,
  type Plain,
  plain,
} from '#return-facts'

const KIND = 'ssda903'
export const yearStart = (year: number): string => `${year - 1}-04-01`
export const yearEnd = (year: number): string => `${year}-04-01`

/** One import of a council at a time, batch by batch: two would make the same child twice. Held until the transaction ends. */
export async function takeTurn(asking: Asking): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('import of returns', ${asking.who.council}))`.execute(
    asking.record,
  )
}

/** Tells the planner how full the tables are by now. */
export async function gatherStatistics(asking: Asking): Promise<void> {
  await sql`select door.gather_statistics()`.execute(asking.record)
}

export type SourceOfYear = {
  readonly year: number
  readonly fingerprint: string
  readonly events: readonly string[]
  readonly since: string
  readonly until: string
}

/** The source with these very rows; a new one where they were never read before. What it covers may grow with the day. */
export async function sourceOf(asking: Asking, given: SourceOfYear): Promise<string> {
  const { council, person } = asking.who
  const found = await sql<{ id: string }>`
    select id from kith.source where council = ${council} and kind = ${KIND} and fingerprint = ${given.fingerprint}
      and period_from = ${yearStart(given.year)} order by recorded, id limit 1`.execute(asking.record)
  const source = found.rows[0]?.id ?? (await newSource(asking, given))
  const held = await sql<{ event: string; since: string; until: string }>`
    select event, since::text, until::text from kith.source_coverage where council = ${council} and source = ${source}`.execute(
    asking.record,
  )
  const known = new Set(held.rows.map(({ event, since, until }) => `${event} ${since} ${until}`))
  const { since, until } = given
  const wanted = since < until ? given.events.filter((event) => !known.has(`${event} ${since} ${until}`)) : []
  await asking.insert(
    'kith.source_coverage',
    wanted.map((event) => ({ council, source, event, since, until, recorded_by: person })),
  )
  return source
}

async function newSource(asking: Asking, { year, fingerprint }: SourceOfYear): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const { council, person } = asking.who
  const period = { period_from: yearStart(year), period_until: yearEnd(year) }
  await asking.insert('kith.source', [{ council, id, kind: KIND, ...period, fingerprint, recorded_by: person }])
  return id
}

/** The ids in returns of the children of whom an earlier return of this year spoke. */
export async function childrenOfYear(asking: Asking, year: number): Promise<readonly string[]> {
  const found = await sql<{ value: string }>`
    select distinct i.value from kith.child_identifier i
      join kith.source_child c on c.council = i.council and c.child = i.child
      join kith.source s on s.council = c.council and s.id = c.source
    where i.council = ${asking.who.council} and i.issuer = ${KIND} and s.kind = ${KIND} and s.period_from = ${yearStart(year)}
      and not exists (select from kith.joined_child j where j.council = i.council and j.child = i.child)`.execute(
    asking.record,
  )
  return found.rows.map(({ value }) => value)
}

/** In id order, as everybody does who writes about several children. */
export async function lockChildren(asking: Asking, children: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(k::text, ${asking.who.council}))
    from (select unnest(${children}::uuid[]) as k order by 1) as in_order`.execute(asking.record)
}

/** Makes the anchors of new children; `ids` in the order of `codes`. */
export async function makeChildren(asking: Asking, ids: readonly string[], source: string): Promise<void> {
  const { council, person } = asking.who
  const rows = ids.map((id) => ({ council, id, source, recorded_by: person }))
  await asking.insert('kith.person', rows)
  await asking.insert('kith.child', rows)
}

/** Notes which children the source speaks of; those noted before stay. */
export async function coverChildren(asking: Asking, source: string, children: readonly string[]): Promise<void> {
  const { council, person } = asking.who
  const found = await sql<{ child: string }>`
    select child from kith.source_child where council = ${council} and source = ${source} and child = any (${children}::uuid[])`.execute(
    asking.record,
  )
  const known = new Set(found.rows.map(({ child }) => child))
  await asking.insert(
    'kith.source_child',
    children.filter((child) => !known.has(child)).map((child) => ({ council, source, child, recorded_by: person })),
  )
}

/** Workers by the code of the source, or by their own number; those that nobody knows are made, without a name. */
export async function workersByCode(asking: Asking, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { council, person } = asking.who
  const found = await sql<{ code: string; id: string }>`
    select n.number as code, n.worker as id from kith.worker_number_current n
    where n.council = ${council} and n.number = any (${codes})
    union all
    select w.code, w.id from kith.worker w where w.council = ${council} and w.code = any (${codes})`.execute(
    asking.record,
  )
  // Whoever the source calls so comes before whoever has the number: the last of a map holds.
  const known = new Map(found.rows.map(({ code, id }) => [code, id]))
  const missing = codes.filter((code) => !known.has(code))
  const ids = await asking.newIds(missing.length)
  const made = missing.map((code, index) => ({ code, id: ids[index] ?? '' }))
  await asking.insert(
    'kith.person',
    made.map(({ id }) => ({ council, id, recorded_by: person })),
  )
  await asking.insert(
    'kith.worker',
    made.map(({ code, id }) => ({ council, id, code, recorded_by: person })),
  )
  for (const { code, id } of made) known.set(code, id)
  return known
}

type Row = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly line: string
  readonly child: string
  readonly source_key: string
}

async function latestOf(asking: Asking, table: FactTable, children: readonly string[]): Promise<readonly Row[]> {
  const name = sql.table(`kith.${table}`)
  const found = await sql<{ row: Row; year: number | null }>`
    select to_json(r) as row, extract(year from s.period_until)::int as year
    from ${name} r left join kith.source s on s.council = r.council and s.id = r.source and s.kind = ${KIND}
    where r.council = ${asking.who.council} and r.child = any (${children}::uuid[]) and r.source_key is not null
      and not exists (select from ${name} n where n.council = r.council and n.supersedes = r.id)`.execute(asking.record)
  return found.rows.map(({ row, year }) => ({ ...row, year }))
}

/** What returns said of these children, as it stands now; references as keys, so that it compares with facts. */
export async function linesOf(
  asking: Asking,
  children: readonly string[],
  codeOfWorker: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Line[]>> {
  const byChild = new Map<string, Line[]>(children.map((child) => [child, []]))
  const keyOfAddress = new Map<string, string>()
  const keyOf: KeyOf = (id) => codeOfWorker.get(id) ?? keyOfAddress.get(id) ?? id
  for (const table of children.length === 0 ? [] : factTables) {
    for (const row of await latestOf(asking, table, children)) {
      if (table === 'address') keyOfAddress.set(row.line, row.source_key)
      byChild.get(row.child)?.push(lineFrom(table, row, keyOf))
    }
  }
  return byChild
}

const isReference = (column: string): boolean => column === 'home' || column === 'place' || column === 'worker'

/** The key by which a return names what an id stands for. */
type KeyOf = (id: string) => string

function lineFrom(table: FactTable, row: Row, keyOf: KeyOf): Line {
  const columns: Record<string, Plain> = {}
  for (const column of FACT_COLUMNS[table]) {
    const value = plain(row[column])
    columns[column] = isReference(column) && typeof value === 'string' ? keyOf(value) : value
  }
  return {
    table,
    key: row.source_key,
    id: row.id,
    line: row.line,
    retracted: row.change === 'retraction',
    year: typeof row.year === 'number' ? row.year : null,
    source: typeof row.source === 'string' ? row.source : null,
    columns,
  }
}

export type ChildChanges = {
  readonly child: string
  readonly changes: Changes
  readonly lines: readonly Line[]
}
export type Writing = {
  /** By year. */
  readonly sources: ReadonlyMap<number, string>
  readonly workers: ReadonlyMap<string, string>
  /** Why lines are retracted, in words: kept with each. */
  readonly retractedBecause: string
  readonly readNow: string
}

type Version = {
  fact: Pick<Fact, 'table' | 'key' | 'columns'>
  child: string
  change: string
  of?: Line
  source: string | null
}

function versionsOf({ child, changes }: ChildChanges, { sources, readNow }: Writing): Version[] {
  return [
    ...changes.firsts.map((fact) => ({ fact, child, change: 'first', source: sources.get(fact.year) ?? readNow })),
    ...changes.corrections.map(({ fact, line }) => ({
      fact,
      child,
      change: 'correction',
      of: line,
      source: sources.get(fact.year) ?? line.source,
    })),
    ...changes.retractions.map((line) => ({
      fact: line,
      child,
      change: 'retraction',
      of: line,
      source: sources.get(line.year ?? 0) ?? line.source,
    })),
  ]
}

/** Writes what changed for a batch of children, table by table, addresses before what refers to them. */
export async function writeChanges(asking: Asking, batch: readonly ChildChanges[], writing: Writing): Promise<void> {
  const versions = batch.flatMap((one) => versionsOf(one, writing))
  const ids = await asking.newIds(versions.length)
  const numbered = versions.map((version, index) => ({ ...version, id: ids[index] ?? '' }))
  const retracted = numbered.filter(({ change }) => change === 'retraction')
  const said = await asking.keepWords(
    retracted.map(({ id, child }) => ({ record: id, child, text: writing.retractedBecause })),
  )
  const lineOf = new Map<string, string>()
  for (const { child, lines } of batch)
    for (const { table, key, line } of lines) if (table === 'address') lineOf.set(`${child} ${key}`, line)
  for (const { id, child, fact, change } of numbered)
    if (fact.table === 'address' && change === 'first') lineOf.set(`${child} ${fact.key}`, id)
  const reference = (child: string, column: string, value: Plain): Plain => {
    if (!isReference(column) || typeof value !== 'string') return value
    return (column === 'worker' ? writing.workers.get(value) : lineOf.get(`${child} ${value}`)) ?? value
  }
  const { council, person } = asking.who
  const byTable = Map.groupBy(numbered, ({ fact }) => fact.table)
  for (const table of factTables) {
    const rows = byTable.get(table) ?? []
    const inserted = rows.map(({ id, child, fact, change, of, source }) => ({
      ...{ council, id, line: of?.line ?? id, supersedes: of?.id ?? null, change, child, source },
      ...{ source_key: fact.key, said: said.get(id) ?? null, recorded_by: person },
      ...Object.fromEntries(
        FACT_COLUMNS[table].map((column: string) => [column, reference(child, column, fact.columns[column] ?? null)]),
      ),
    }))
    await asking.insert(`kith.${table}`, inserted)
  }
}
