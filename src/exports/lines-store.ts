// The rows of one table as lines of JSON: codes as they stand, words as they were said, keys nowhere.
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { allTables, type BackupTable, neverBackedUp, quoted, quotedTable } from '#backup'
import { councilKeysIn, openWords } from '#database'

/** One table of an export: its rows are of one council, which stands in the manifest and not in each. */
export type ExportTable = BackupTable & {
  /** Where its lines are. */
  readonly file: string
  /** Columns of text: they are sorted by their bytes, whatever the collation of the database. */
  readonly texts: ReadonlySet<string>
}

/** The log has a form of its own, in which it can be verified; the rest means nothing in another database. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...neverBackedUp,
  'door.record_shape',
  'kith.access_entry',
  'kith.access_block',
])

/** Bytes that are written as words, as files, or, being keys, not at all. */
const SEALED: ReadonlySet<string> = new Set(['council', 'said', 'wrapped', 'sealed'])

/** Every table that holds rows of a council. */
export async function tablesOfCouncil(client: pg.ClientBase): Promise<readonly ExportTable[]> {
  const { rows } = await client.query<{ name: string; texts: string[] }>(`
    select n.nspname || '.' || c.relname as name, array_agg(a.attname::text) as texts
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname in ('kith', 'door') and a.attnum > 0 and not a.attisdropped and a.attcollation <> 0 group by 1`)
  const texts = new Map(rows.map((row) => [row.name, new Set(row.texts)]))
  return (await allTables(client))
    .filter(({ name, columns }) => columns.includes('council') && !ELSEWHERE.has(name))
    .map((table) => ({ ...table, file: `tables/${table.name}.jsonl`, texts: texts.get(table.name) ?? new Set() }))
}

/** What stands in a line besides what the table calls it: words, and where the bytes of a file are. */
export const plainColumns = ({ columns }: BackupTable): readonly string[] => columns.filter((one) => !SEALED.has(one))

export type Of = {
  readonly council: number
  /** undefined: of the whole council. */
  readonly children?: readonly string[] | undefined
  readonly key: Buffer
}

/** The council's key, never made here: with another one no word could be read. */
export async function keyThatIsThere(home: string, council: number): Promise<Buffer> {
  const path = join(home, 'keys', `${council}.key`)
  if (!existsSync(path))
    throw new Error(`There is no key ${path}, and without it no words can be read: put the council’s keys back first.`)
  return await councilKeysIn(home).keyOf(council)
}

const BATCH = 1_000

/** Rows of any query, a few at a time: nothing is held but those at hand. */
export async function* rowsOf<Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  query: string,
  name: string,
): AsyncGenerator<readonly Row[]> {
  await client.query(`declare ${quoted(name)} no scroll cursor for ${query}`)
  for (;;) {
    const { rows } = await client.query<Row>(`fetch forward ${BATCH} from ${quoted(name)}`)
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) break
  }
  await client.query(`close ${quoted(name)}`)
}

/** As text of PostgreSQL; ids come from the database or were checked to be ids. */
export const listOf = (ids: readonly string[]): string =>
  `array[${ids.map((id) => `'${id.replaceAll("'", "''")}'`).join(', ')}]::uuid[]`

/** Rows of these children only, where a table has a child. */
function ofWhom({ name, columns }: BackupTable, { council, children }: Of): string {
  if (children === undefined) return `t.council = ${council}`
  const column = name === 'kith.child' || name === 'kith.person' ? 'id' : 'child'
  if (!columns.includes(column)) return 'false'
  return `t.council = ${council} and t.${quoted(column)} = any (${listOf(children)})`
}

type Row = {
  readonly row: string
  readonly id: string | null
  readonly said: Buffer | null
  readonly wrapped: Buffer | null
}

/** The lines of a table, in the order of its key. */
export async function* linesOf(client: pg.ClientBase, table: ExportTable, of: Of): AsyncGenerator<string> {
  const words = table.columns.includes('said')
  const query = `select (select row_to_json(x)::text from (select ${shown(table)}) x) as row,
      ${words ? 't.id, t.said, k.wrapped' : 'null::uuid as id, null::bytea as said, null::bytea as wrapped'}
    from ${quotedTable(table.name)} t ${words ? 'left join kith.word_key k on k.council = t.council and k.record = t.id' : ''}
    where ${ofWhom(table, of)} order by ${inOrder(table)}`
  for await (const rows of rowsOf<Row>(client, query, 'exported'))
    yield rows.map((row) => `${lineOf(row, words, of.key)}\n`).join('')
}

function shown(table: ExportTable): string {
  const columns = plainColumns(table).map((column) => `t.${quoted(column)}`)
  return table.name === 'kith.document_piece' ? [...columns, WHERE_THE_BYTES_ARE].join(', ') : columns.join(', ')
}

/** Nothing where the key of the file was destroyed: its bytes are out of sight. */
const WHERE_THE_BYTES_ARE = `
  (select f.pieces = t.number + 1 from kith.document_file f where f.council = t.council and f.id = t.file) as last,
  (select octet_length(t.sealed) - 28 from kith.word_key k where k.council = t.council and k.record = t.file) as bytes`

const inOrder = ({ key, columns, texts }: ExportTable): string =>
  (key.length > 0 ? key : columns)
    .map((column) => `t.${quoted(column)}${texts.has(column) ? ' collate "C"' : ''}`)
    .join(', ')

/** `words` comes last. A row that had words, and whose key was destroyed, says so and holds none. */
function lineOf({ row, id, said, wrapped }: Row, words: boolean, key: Buffer): string {
  if (!words) return row
  if (said === null || id === null) return `${row.slice(0, -1)},"words":null}`
  if (wrapped === null) return `${row.slice(0, -1)},"outOfSight":true,"words":null}`
  return `${row.slice(0, -1)},"words":${written(opened(key, id, { said, wrapped }))}}`
}

function opened(key: Buffer, id: string, sealed: { readonly said: Buffer; readonly wrapped: Buffer }): string {
  try {
    return openWords(key, id, sealed)
  } catch {
    throw new Error(
      `The words of the row ${id} cannot be read with the council’s key: is it the right key? Nothing was exported.`,
    )
  }
}

/** Words in parts are an object, where that gives the same text back; others are text. */
function written(text: string): string {
  if (!text.startsWith('{')) return JSON.stringify(text)
  try {
    return JSON.stringify(JSON.parse(text)) === text ? text : JSON.stringify(text)
  } catch {
    return JSON.stringify(text)
  }
}

/** The text that was kept, of what `written` made of it. */
export const saidIn = (words: unknown): string => (typeof words === 'string' ? words : JSON.stringify(words))

const NEWLINE = 10

/** The lines of a file, each ended by byte 10 and by nothing else: what people write may hold other separators of lines. */
export async function* linesIn(path: string): AsyncGenerator<string> {
  let begun: Buffer[] = []
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, at)]).toString('utf8')
      begun = []
      from = at + 1
    }
    if (from < chunk.length) begun.push(chunk.subarray(from))
  }
  if (begun.length > 0) yield Buffer.concat(begun).toString('utf8')
}

/** Says where it fails, and never what stands there: a line holds what was said of a child. */
export function parsedLine<Row>(line: string, file: string, at: number): Row {
  try {
    return JSON.parse(line) as Row
  } catch {
    throw new Error(`${file} cannot be read in line ${at}: nothing was restored.`)
  }
}
