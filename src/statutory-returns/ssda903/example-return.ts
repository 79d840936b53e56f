// Builds a return from rows written down in a test or a worked case, without files.
import { type PostcodeList, postcodeListFrom } from '#geography'
import type { ReturnToCheck } from './given.ts'
import type { RawTable, RawTables } from './read-return.ts'
import type { Cell } from './split-csv.ts'
import { type TableName, tableNames } from './tables.ts'

/** Columns and rows of one table; derived columns such as PL_LA may stand among them. */
export type WrittenTable = { columns: readonly string[]; rows: readonly (readonly Cell[])[] }
/** Tables by name, last year's with `_last` after it. */
export type WrittenTables = Readonly<Record<string, WrittenTable>>

function rawTable(table: TableName, { columns, rows }: WrittenTable): RawTable {
  const cells = columns.map((name, at): [string, Cell[]] => [name, rows.map((row) => row[at] ?? null)])
  return { table, file: table, rows: rows.length, columns: new Map(cells), lines: rows.map((_, row) => row + 2) }
}

function rawTables(written: WrittenTables, ending = ''): RawTables {
  const tables: { [T in TableName]?: RawTable } = {}
  for (const name of tableNames) {
    const table = written[`${name}${ending}`]
    if (table) tables[name] = rawTable(name, table)
  }
  return tables
}

const nowhere: PostcodeList = postcodeListFrom([])

/** A return of those tables, of a council with no postcodes or providers unless they are given. */
export function exampleReturn(written: WrittenTables, given: Partial<ReturnToCheck> = {}): ReturnToCheck {
  return {
    thisYear: rawTables(written),
    lastYear: rawTables(written, '_last'),
    year: 2027,
    authority: 'E09999999',
    postcodes: nowhere,
    upperTier: () => undefined,
    providers: [],
    ...given,
  }
}
