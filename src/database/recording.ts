// How a record is written and read back: first versions, corrections, changes, retractions; what stands, and what stood when.
import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely'
import type { Asking } from './asking.ts'
import type { Database } from './generated.ts'
import { among } from './prepared.ts'
import { maySupersede, type SupersedeRefusal } from './refusals.ts'

type Shape = Database['door.record_shape']
/** Tables of the shape that 0005-record.sql draws. */
export type RecordTable = {
  [T in keyof Database & `kith.${string}`]: Database[T] extends Shape ? T : never
}[keyof Database & `kith.${string}`]
/** What a table holds beyond the shape. */
export type RecordColumns<T extends RecordTable> = Omit<Insertable<Database[T]>, keyof Shape>

export type First<T extends RecordTable> = {
  readonly child: string
  readonly columns: RecordColumns<T>
  /** Encrypted under a key of this row. */
  readonly words?: string | undefined
}
export type Superseding<T extends RecordTable> = {
  /** The version that the asker read. */
  readonly id: string
  /** What differs; all else carries on. */
  readonly columns: Partial<RecordColumns<T>>
  /** undefined: the words carry on; null: none. */
  readonly words?: string | null | undefined
}
export type Written = { readonly line: string; readonly id: string }
/** One version of a line, its words read; undefined: it has none, or they were taken out of sight. */
export type Version<T extends RecordTable> = Omit<Selectable<Database[T]>, 'said' | 'tx' | 'council'> &
  Pick<Selectable<Shape>, 'id' | 'line' | 'child' | 'recorded_by' | 'recorded'> & { readonly words: string | undefined }
/** What every version has, whatever its table. */
export type VersionShape = Pick<Selectable<Shape>, 'id' | 'line' | 'child' | 'change' | 'recorded' | 'recorded_by'>
export type Superseded<T extends RecordTable> =
  | { readonly ok: Written }
  /** What the asker wrote comes back with the refusal, beside what stands: nothing of theirs is lost. */
  | (SupersedeRefusal & { readonly yours: Superseding<T>; readonly standing: Version<T> | undefined })

type Row = Selectable<Shape> & Readonly<Record<string, unknown>>

/** One writer per child at a time, children in id order: no deadlock, and nothing decided from what is about to change. */
export async function lockChildren(asking: Asking, children: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(k::text, ${asking.who.council}))
    from (select distinct unnest(${children}::uuid[]) as k order by 1) as in_order`.execute(asking.record)
}

/** Writes the first version of a new line. */
export async function recordFirst<T extends RecordTable>(asking: Asking, table: T, first: First<T>): Promise<Written> {
  await lockChildren(asking, [first.child])
  const [id = ''] = await asking.newIds(1)
  const said = await keptWords(asking, { id, child: first.child }, first.words)
  const { council, person } = asking.who
  const shape = { council, id, line: id, child: first.child, said, recorded_by: person }
  await asking.insert(table, [{ ...first.columns, ...shape }])
  return { line: id, id }
}

/** The earlier version was wrong: what was asked of the past is answered anew. */
export async function correct<T extends RecordTable>(
  asking: Asking,
  table: T,
  superseding: Superseding<T>,
): Promise<Superseded<T>> {
  return await supersede(asking, table, { ...superseding, change: 'correction' })
}

/** The earlier version was right in its time: what was answered of the past stays. */
export async function changeFrom<T extends RecordTable>(
  asking: Asking,
  table: T,
  superseding: Superseding<T>,
): Promise<Superseded<T>> {
  return await supersede(asking, table, { ...superseding, change: 'change' })
}

/** It should never have stood. The row stays, with the reason in words. */
export async function retract<T extends RecordTable>(
  asking: Asking,
  table: T,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Superseded<T>> {
  return await supersede(asking, table, { id, columns: {}, words: reason, change: 'retraction' })
}

type Change = 'correction' | 'change' | 'retraction'

async function supersede<T extends RecordTable>(
  asking: Asking,
  table: T,
  { change, ...superseding }: Superseding<T> & { readonly change: Change },
): Promise<Superseded<T>> {
  const read = await versionById(asking, table, superseding.id)
  if (read !== undefined) await lockChildren(asking, [read.child])
  const latest = read === undefined ? undefined : await latestOfLine(asking, table, read.line)
  const may = maySupersede(superseding.id, read !== undefined, latest)
  if (read === undefined || latest === undefined || 'refused' in may) {
    const refused = 'refused' in may ? may : ({ refused: 'not in the record' } as const)
    const [standing] = await withWords<T>(asking, latest === undefined ? [] : [latest])
    return { ...refused, yours: superseding, standing }
  }
  const [id = ''] = await asking.newIds(1)
  const words = superseding.words === undefined ? (await asking.readWords([read])).get(read.id) : superseding.words
  const said = await keptWords(asking, { id, child: read.child }, words ?? undefined)
  const carried = without(read, ['recorded', 'tx'])
  const shape = { id, supersedes: read.id, change, said, source: null, recorded_by: asking.who.person }
  await asking.insert(table, [{ ...carried, ...superseding.columns, ...shape }])
  return { ok: { line: read.line, id } }
}

async function keptWords(
  asking: Asking,
  { id, child }: { readonly id: string; readonly child: string },
  text: string | undefined,
): Promise<string | null> {
  if (text === undefined || text === '') return null
  return (await asking.keepWords([{ record: id, child, text }])).get(id) ?? null
}

async function versionById(asking: Asking, table: RecordTable, id: string): Promise<Row | undefined> {
  const found = await sql<Row>`
    select * from ${sql.table(table)} where council = ${asking.who.council} and id = ${id}`.execute(asking.record)
  return found.rows[0]
}

async function latestOfLine(asking: Asking, table: RecordTable, line: string): Promise<Row | undefined> {
  const found = await sql<Row>`
    select r.* from ${sql.table(table)} r where r.council = ${asking.who.council} and r.line = ${line}
      and not exists (select from ${sql.table(table)} n where n.council = r.council and n.supersedes = r.id)`.execute(
    asking.record,
  )
  return found.rows[0]
}

const without = (row: Row, columns: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)))

async function withWords<T extends RecordTable>(asking: Asking, rows: readonly Row[]): Promise<readonly Version<T>[]> {
  const words = await asking.readWords(rows)
  return rows.map((row) => {
    const version: unknown = { ...without(row, ['said', 'tx', 'council']), words: words.get(row.id) }
    return version as Version<T>
  })
}

/** What stands of a child, oldest line first. */
export async function currentOf<T extends RecordTable>(
  asking: Asking,
  table: T,
  child: string,
): Promise<readonly Version<T>[]> {
  const found = await sql<Row>`
    select * from ${sql.table(`${table}_current`)} where council = ${asking.who.council} and child = ${child} order by line`.execute(
    asking.record,
  )
  return await withWords<T>(asking, found.rows)
}

/** One version by its id, whether it stands or not; undefined: there is none that the asker may see. */
export async function versionOf<T extends RecordTable>(
  asking: Asking,
  table: T,
  id: string,
): Promise<(Version<T> & VersionShape) | undefined> {
  const found = await versionById(asking, table, id)
  const [version] = found === undefined ? [] : await withWords<T>(asking, [found])
  return version as (Version<T> & VersionShape) | undefined
}

/**
 * Every version of a line, first to last, retractions with their reason: who and when stand on each. Whoever may not know how
 * it stood for a time reads what came after.
 */
export async function historyOf<T extends RecordTable>(
  asking: Asking,
  table: T,
  line: string,
): Promise<readonly Version<T>[]> {
  const whole = await versionsFrom(asking, table, sql`r.id = ${line}`)
  const { council } = asking.who
  const read =
    whole.length > 0
      ? whole
      : await versionsFrom(
          asking,
          table,
          sql`r.line = ${line} and not exists (
            select from ${sql.table(table)} e where e.council = ${council} and e.id = r.supersedes)`,
        )
  return await withWords<T>(asking, read)
}

/** The versions that supersede one another, from the one that is meant by `first`. */
async function versionsFrom(asking: Asking, table: RecordTable, first: RawBuilder<unknown>): Promise<readonly Row[]> {
  const found = await sql<Row>`
    with recursive version as (
      select r.*, 0 as step from ${sql.table(table)} r where r.council = ${asking.who.council} and ${first}
      union all
      select n.*, v.step + 1 from version v join ${sql.table(table)} n on n.council = v.council and n.supersedes = v.id)
    select r.* from version v join ${sql.table(table)} r on r.council = v.council and r.id = v.id order by v.step`.execute(
    asking.record,
  )
  return found.rows
}

/** What the record held of a child at a moment, which is known to the millisecond. */
export async function asKnown<T extends RecordTable>(
  asking: Asking,
  table: T,
  { child, at }: { readonly child: string; readonly at: string },
): Promise<readonly Version<T>[]> {
  const found = await sql<Row>`
    select r.* from ${sql.table(table)} r
    where r.council = ${asking.who.council} and r.child = ${child} and date_trunc('milliseconds', r.recorded) <= ${at}::timestamptz
      and r.change <> 'retraction' and not exists (
        select from ${sql.table(table)} n
        where n.council = r.council and n.supersedes = r.id and date_trunc('milliseconds', n.recorded) <= ${at}::timestamptz)
    order by r.line`.execute(asking.record)
  return await withWords<T>(asking, found.rows)
}

export type Hand = { readonly by: string; readonly at: string }

type Standing = { readonly id: string; readonly line: string; readonly recorded_by: string; readonly recorded: string }
/**
 * By line, who wrote its first version, and when; where the asker may not read that one, who wrote the version given. What
 * was never corrected says it itself.
 */
export async function firstHands(
  asking: Asking,
  table: RecordTable,
  standing: readonly Standing[],
): Promise<ReadonlyMap<string, Hand>> {
  const hands = new Map(standing.map(({ line, recorded_by: by, recorded: at }) => [line, { by, at }]))
  const corrected = standing.filter(({ id, line }) => id !== line).map(({ line }) => line)
  if (corrected.length === 0) return hands
  const found = await sql<Hand & { id: string }>`
    select id, recorded_by as by, recorded as at from ${sql.table(table)}
    where council = ${asking.who.council} and id ${among(corrected)}`.execute(asking.record)
  for (const { id, by, at } of found.rows) hands.set(id, { by, at })
  return hands
}
