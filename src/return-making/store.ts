// Reads what the record holds now of the children that a collection asks about, in batches, and notes in the log that it did.
import { type RawBuilder, sql } from 'kysely'
import type { Asking } from '#database'
import { FACT_COLUMNS, type FactTable, factTables, type Plain, plain } from '#return-facts'
import type { Collection } from './collection.ts'
import type { Held, HeldChild } from './held.ts'

const BATCH = 500

type Version = {
  readonly line: string
  readonly id: string
  readonly source: string | null
  readonly recorded_by: string
  readonly recorded: string
}
/** `numbered`: the number of the worker, where one was entered. */
type Row = Readonly<Record<string, unknown>> & Version & { readonly child: string; readonly numbered?: Version | null }

/** What is read: of these children alone where some are named, and as the record was known at a moment where one is. */
export type Reading = Collection & {
  readonly only?: readonly string[]
  readonly knownAt?: string
  /** What they are read for, where it is not the return: words for the access log. */
  readonly why?: string
  /** Tables of which nothing is asked. */
  readonly without?: ReadonlySet<FactTable>
  /** How many children are read at a time. */
  readonly batch?: number
}

/** What stands of a table, or stood at that moment: a version recorded by then, and nothing in its place by then. */
function standing(asking: Asking, table: FactTable, knownAt: string | undefined): RawBuilder<unknown> {
  // Of a closed record the view holds no allocation: nobody works with it now.
  if (knownAt === undefined && table !== 'allocation') return sql`${sql.table(`kith.${table}_current`)}`
  const by = knownAt ?? 'infinity'
  const own = sql.table(`kith.${table}`)
  return sql`(select v.* from ${own} v where v.council = ${asking.who.council} and v.recorded <= ${by}::timestamptz
    and v.change <> 'retraction' and not exists (select from ${own} n
      where n.council = v.council and n.supersedes = v.id and n.recorded <= ${by}::timestamptz))`
}

/** Where a record goes on: two records that were joined are one child, as it was known then, who is counted once (decision 0158). */
const joined = ({ who }: Asking, of: string, knownAt: string | undefined): RawBuilder<unknown> =>
  sql`left join kith.joins_known(${who.council}::smallint, ${knownAt ?? 'infinity'}::timestamptz) j on j.child = ${sql.ref(`${of}.child`)}`

/** What is read of both. Who they are is said by the record that goes on alone. */
const OF_BOTH: ReadonlySet<FactTable> = new Set([
  ...(['address', 'care_period', 'legal_basis', 'placement', 'review', 'missing_episode'] as const),
  ...(['adoption', 'adoption_decision', 'allocation'] as const),
])
/** Answers of a year: those of the record that goes on; of the earlier one what it alone answers. */
const OF_A_YEAR: ReadonlySet<FactTable> = new Set(['year_answer', 'conviction_year', 'care_leaver_answer'])
const sameAnswer = ({ columns: one }: Held, { columns: other }: Held): boolean =>
  one.year_ending === other.year_ending && one.question === other.question

/** The closed records of these children, and in which each goes on. */
async function earlierOf({ record, who }: Asking, { children, knownAt }: Asked): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ child: string; goes_on: string }>`
    select child, goes_on from kith.joins_known(${who.council}::smallint, ${knownAt ?? 'infinity'}::timestamptz)
    where goes_on = any (${children}::uuid[])`.execute(record)
  return new Map(rows.map(({ child, goes_on }) => [child, goes_on]))
}

/** Looked after on any day of the collection, or asked about as care leavers; in id order. */
async function childrenOf(asking: Asking, { year, first, last, only, knownAt }: Reading): Promise<readonly string[]> {
  const { council } = asking.who
  const those = only === undefined ? sql`` : sql` and coalesce(j.goes_on, c.child) = any (${only}::uuid[])`
  const found = await sql<{ child: string }>`
    select coalesce(j.goes_on, c.child) as child from ${standing(asking, 'care_period', knownAt)} c ${joined(asking, 'c', knownAt)}
    where c.council = ${council} and coalesce(c.began, c.began_by) <= ${last}::date and (c.ended is null or c.ended >= ${first}::date)${those}
    union
    select coalesce(j.goes_on, c.child) from ${standing(asking, 'care_leaver_answer', knownAt)} c ${joined(asking, 'c', knownAt)}
    where c.council = ${council} and c.year_ending = ${`${year}-03-31`}::date${those}
    order by child`.execute(asking.record)
  return found.rows.map(({ child }) => child)
}

type Saying = { readonly columns?: (knownAt: string | undefined) => RawBuilder<unknown>; readonly only?: string }
/** A worker by their number, or else their code; and only what a return may say: the birth date in force, the worker responsible. */
const SAYING: { readonly [T in FactTable]?: Saying } = {
  allocation: {
    columns: (knownAt) => {
      const by = knownAt === undefined ? sql`` : sql` and n.recorded <= ${knownAt}::timestamptz`
      const last = sql`kith.worker_number n where n.council = r.council and n.worker = r.worker${by} order by n.recorded desc, n.id desc limit 1`
      return sql`, coalesce((select n.number from ${last}),
        (select w.code from kith.worker w where w.council = r.council and w.id = r.worker)) as worker,
        (select json_build_object('line', n.id, 'id', n.id, 'source', null, 'recorded_by', n.recorded_by, 'recorded', n.recorded)
          from ${last}) as numbered`
    },
    only: ` and r.role = 'allocated-worker'`,
  },
  birth_claim: { only: ` and r.standing = 'in force'` },
}

/** An order's expiry ends it too, though no return says when that is. */
const columnsOf = (table: FactTable): readonly string[] =>
  table === 'legal_basis' ? [...FACT_COLUMNS[table], 'until'] : FACT_COLUMNS[table]

type Asked = { readonly children: readonly string[]; readonly knownAt: string | undefined }

async function heldOf(
  asking: Asking,
  table: FactTable,
  { children, knownAt }: Asked,
): Promise<readonly (Held & { child: string })[]> {
  const own = columnsOf(table).filter((column) => !REFERENCES.has(column))
  const { columns, only = '' } = SAYING[table] ?? {}
  const shape = ['line', 'id', 'child', 'source', 'recorded_by', 'recorded']
  const found = await sql<{ row: Row }>`
    select to_json(s) as row from (
      select ${sql.raw([...shape, ...own].map((column) => `r.${column}`).join(', '))}${columns?.(knownAt) ?? sql``}
      from ${standing(asking, table, knownAt)} r
      where r.council = ${asking.who.council} and r.child = any (${children}::uuid[])${sql.raw(only)}
      order by r.recorded, r.id) s`.execute(asking.record)
  return found.rows.map(({ row }) => ({
    ...{ table, child: row.child, ...versionIn(row) },
    ...(row.numbered ? { beside: [{ table: 'worker_number' as const, ...versionIn(row.numbered), columns: {} }] } : {}),
    columns: Object.fromEntries(columnsOf(table).map((column): [string, Plain] => [column, plain(row[column])])),
  }))
}
const versionIn = ({ line, id, source, recorded_by: recordedBy, recorded }: Version) => ({
  ...{ line, id, source, recordedBy, recorded },
})
const REFERENCES: ReadonlySet<string> = new Set(['worker'])

/** One line of the access log for each child whose record went into the return, or into the lists that `why` names. */
async function noteReading({ noteEach }: Asking, children: readonly string[], { year, why }: Reading): Promise<void> {
  await noteEach(`read for ${why ?? 'the SSDA903 return'}`, children, why === undefined ? { year } : undefined)
}

/** `goesOn`: of closed records that were joined to another, in which they go on. `records`: of these children, both. */
export type HeldBatch = {
  readonly children: readonly HeldChild[]
  readonly records: readonly string[]
  readonly goesOn: ReadonlyMap<string, string>
}

/** The children of the collection, a batch at a time. */
export async function* heldInBatches(asking: Asking, collection: Reading): AsyncGenerator<HeldBatch> {
  const children = await childrenOf(asking, collection)
  const size = collection.batch ?? BATCH
  for (let from = 0; from < children.length; from += size) {
    const batch = children.slice(from, from + size)
    const held = new Map<string, Held[]>(batch.map((child) => [child, []]))
    const { knownAt } = collection
    const goesOn = await earlierOf(asking, { children: batch, knownAt })
    const records = [...batch, ...goesOn.keys()]
    const answered: { readonly child: string; readonly one: Held }[] = []
    for (const table of factTables.filter((one) => collection.without?.has(one) !== true)) {
      const both = OF_BOTH.has(table) || OF_A_YEAR.has(table)
      for (const one of await heldOf(asking, table, { children: both ? records : batch, knownAt })) {
        const child = goesOn.get(one.child) ?? one.child
        if (child === one.child || !OF_A_YEAR.has(table)) held.get(child)?.push(one)
        else answered.push({ child, one })
      }
    }
    for (const { child, one } of answered) {
      const own = held.get(child) ?? []
      if (!own.some((other) => other.table === one.table && sameAnswer(one, other))) own.push(one)
    }
    await noteReading(asking, records, collection)
    yield { children: [...held].map(([child, own]) => ({ child, held: own })), records, goesOn }
  }
}

/** Hands over the children of the collection one by one; says how many there were. */
export async function eachChildHeld(
  asking: Asking,
  collection: Reading,
  use: (child: HeldChild) => void,
): Promise<number> {
  let count = 0
  for await (const { children } of heldInBatches(asking, collection))
    for (const child of children) {
      use(child)
      count += 1
    }
  return count
}
