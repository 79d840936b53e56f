// Builds a return from rows written down in a test or a worked case, without files.

import { type PostcodeList, postcodeListFrom } from '#geography'
import { type Cell, type RawTable, type RawTables, type TableName, tableNames } from '#return-files'
import type { WrittenTable, WrittenTables } from './deviations-data.ts'
import type { ReturnToCheck } from './given.ts'

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
