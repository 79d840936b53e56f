// The SQL of rows that could not be taken: kept word for word under the child, or apart where they name none.
import { sql } from 'kysely'
import type { Asking } from '#database'
import type { KeptRow } from '#return-facts'

type OneKept = { readonly child: string; readonly kept: KeptRow }
export type KeptOfChild = { readonly child: string; readonly kept: readonly KeptRow[] }
type Standing = {
  readonly id: string
  readonly line: string
  readonly child: string
  readonly source: string | null
  readonly file: string
  readonly sheet: string
  readonly row_number: number
  readonly field: string | null
  readonly reason: string
  readonly taken: string
  readonly said: Buffer | null
  readonly year: number | null
}

async function standing(asking: Asking, children: readonly string[], kind?: string): Promise<readonly Standing[]> {
  const only = kind === undefined ? sql`` : sql` and s.kind = ${kind}`
  const found = await sql<Standing>`
    select r.id, r.line, r.child, r.source, r.file, r.sheet, r.row_number, r.field, r.reason, r.taken, r.said, coalesce(extract(year from s.period_until)::int, 0) as year
    from kith.kept_row_current r join kith.source s on s.council = r.council and s.id = r.source${only}
    where r.council = ${asking.who.council} and r.child = any (${children}::uuid[]) order by r.recorded, r.id`.execute(
    asking.record,
  )
  return found.rows
}

// A file in another order holds the same rows: the number of the row does not tell them apart.
const nameOf = (child: string, kept: Pick<KeptRow, 'year' | 'sheet' | 'field' | 'said'> & { reason: string }): string =>
  JSON.stringify([child, kept.year, kept.sheet, kept.field, kept.reason, kept.said])

/** The same but for its words. */
const likeOf = (child: string, kept: Pick<KeptRow, 'year' | 'sheet' | 'field'> & { reason: string }): string =>
  nameOf(child, { ...kept, said: '' })
const LIKE_ONE_OUT_OF_SIGHT =
  'Kept without its words: those of a row like it were taken out of sight. It stands in the file of the other system.'

async function keep(asking: Asking, rows: readonly OneKept[], sources: ReadonlyMap<number, string>) {
  const { council, person } = asking.who
  const ids = await asking.newIds(rows.length)
  const said = await asking.keepWords(
    rows.map(({ child, kept }, index) => ({ record: ids[index] ?? '', child, text: kept.said })),
  )
  await asking.insert(
    'kith.kept_row',
    rows.map(({ child, kept: { year, file, sheet, row, field, reason, taken } }, index) => {
      const id = ids[index] ?? ''
      const shape = {
        council,
        id,
        line: id,
        child,
        source: sources.get(year) ?? null,
        said: said.get(id),
        recorded_by: person,
      }
      return { ...shape, file, sheet, row_number: row, field, reason, taken }
    }),
  )
}

async function letGo(asking: Asking, rows: readonly Standing[], because: string): Promise<void> {
  const { council, person } = asking.who
  const ids = await asking.newIds(rows.length)
  const said = await asking.keepWords(
    rows.map(({ child }, index) => ({ record: ids[index] ?? '', child, text: because })),
  )
  await asking.insert(
    'kith.kept_row',
    rows.map(({ id: supersedes, line, child, source, file, sheet, row_number, field, reason, taken }, index) => {
      const id = ids[index] ?? ''
      const shape = {
        council,
        id,
        line,
        supersedes,
        change: 'retraction',
        child,
        source,
        said: said.get(id),
        recorded_by: person,
      }
      return { ...shape, file, sheet, row_number, field, reason, taken }
    }),
  )
}

type Keeping = {
  /** By year; of a source that is about no year: 0. */
  readonly sources: ReadonlyMap<number, string>
  readonly because: string
  readonly known: readonly string[]
  /** Of the source; a return where it is left out. */
  readonly kind?: string
}

/** Keeps what could not be taken now, and lets go of what these years' returns no longer hold or what is now taken. */
export async function keepRows(
  asking: Asking,
  batch: readonly KeptOfChild[],
  { sources, because, known, kind = 'ssda903' }: Keeping,
): Promise<{ readonly kept: number; readonly letGo: number }> {
  const before = known.length === 0 ? [] : await standing(asking, known, kind)
  const words = await asking.readWords(before)
  const open = Map.groupBy(
    before.filter(({ id }) => words.has(id)),
    (row) => nameOf(row.child, { ...row, year: row.year ?? 0, said: words.get(row.id) ?? '' }),
  )
  // Of these nobody can say any more what they held: a row like it is taken for it, so that no night brings its words back.
  const hidden = Map.groupBy(
    before.filter(({ id }) => !words.has(id)),
    (row) => likeOf(row.child, { ...row, year: row.year ?? 0 }),
  )
  const isNew = ({ child, kept }: OneKept): boolean => open.get(nameOf(child, kept))?.shift() === undefined
  const rows = batch
    .flatMap(({ child, kept }) => kept.map((one): OneKept => ({ child, kept: one })))
    .filter(isNew)
    .filter(({ child, kept }) => hidden.get(likeOf(child, kept))?.shift() === undefined)
    .map(({ child, kept }) =>
      hidden.has(likeOf(child, kept)) ? { child, kept: { ...kept, said: LIKE_ONE_OUT_OF_SIGHT } } : { child, kept },
    )
    .filter(isNew)
  const left = [...open.values(), ...hidden.values()].flat().filter(({ year }) => year !== null && sources.has(year))
  await keep(asking, rows, sources)
  await letGo(asking, left, because)
  return { kept: rows.length, letGo: left.length }
}

/** Rows that name no child: once for each source, however often it is read. */
export async function keepStrays(
  asking: Asking,
  rows: readonly KeptRow[],
  sources: ReadonlyMap<number, string>,
): Promise<void> {
  const { council, person } = asking.who
  const found = await sql<{ id: string; source: string; sheet: string; said: Buffer }>`
    select id, source, sheet, said from kith.stray_row where council = ${council} and source = any (${[...sources.values()]}::uuid[])`.execute(
    asking.record,
  )
  const words = await asking.readWords(found.rows)
  const known = new Set(found.rows.map(({ id, source, sheet }) => JSON.stringify([source, sheet, words.get(id)])))
  const fresh = rows.filter(({ year, sheet, said }) => !known.has(JSON.stringify([sources.get(year), sheet, said])))
  const ids = await asking.newIds(fresh.length)
  const said = await asking.keepWords(
    fresh.map((one, index) => ({ record: ids[index] ?? '', child: null, text: one.said })),
  )
  await asking.insert(
    'kith.stray_row',
    fresh.map(({ year, file, sheet, row, field, reason }, index) => {
      const id = ids[index] ?? ''
      return {
        council,
        id,
        source: sources.get(year),
        file,
        sheet,
        row_number: row,
        field,
        reason,
        said: said.get(id),
        recorded_by: person,
      }
    }),
  )
}

export type ShownKeptRow = Pick<KeptRow, 'file' | 'sheet' | 'row' | 'field' | 'taken'> & {
  /** The year in which the collection ends; null where the source is about no year. */
  readonly year: number | null
  readonly reason: string
  /** Word for word; null where the words were taken out of sight. */
  readonly said: string | null
}

/** What could not be taken of a child's rows, as the asker may see it; looking is noted. */
export async function keptRowsOf(asking: Asking, child: string): Promise<readonly ShownKeptRow[]> {
  const rows = await standing(asking, [child])
  const words = await asking.readWords(rows)
  await asking.note('looked at kept rows', child)
  return rows.map(({ id, file, sheet, row_number, field, taken, reason, year }) => ({
    ...{ year: year === 0 ? null : year, file, sheet, row: row_number, field, reason },
    ...{ taken: taken === 'not' ? 'not' : 'in part', said: words.get(id) ?? null },
  }))
}
