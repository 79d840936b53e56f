// The made return as files: CSV for each table, the tables as the XML form wants them, and where each value is from.
import {
  columnsOf,
  type Cell as FileCell,
  type RawTables,
  type TableName,
  tableNames,
  tablesOfYear,
} from '#return-files'
import type { MadeRow } from './held.ts'

export type MadeReturn = { readonly year: number; readonly rows: ReadonlyMap<TableName, readonly MadeRow[]> }

const quoted = (says: string): string => (/[",\r\n]/.test(says) ? `"${says.replaceAll('"', '""')}"` : says)
const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`

const says = ({ cells }: MadeRow, column: string): string | undefined => cells[column]?.says

/** One file for each table of the collection, also where it has no row. */
export function csvFiles({ year, rows }: MadeReturn): readonly { readonly name: string; readonly text: string }[] {
  return tablesOfYear(year).map((table) => {
    const columns = columnsOf(table)
    const own = (rows.get(table) ?? []).map((row) => line(columns.map((column) => says(row, column) ?? '')))
    return { name: `${table}.csv`, text: line(columns) + own.join('') }
  })
}

/** The same as tables in columns. */
export function rawTables({ rows }: MadeReturn): RawTables {
  const made: { -readonly [T in keyof RawTables]: RawTables[T] } = {}
  for (const table of tableNames) {
    const own = rows.get(table) ?? []
    if (own.length === 0) continue
    const columns = new Map<string, FileCell[]>(
      columnsOf(table).map((column) => [column, own.map((row) => says(row, column) ?? null)]),
    )
    made[table] = { table, file: `${table}.csv`, rows: own.length, columns, lines: own.map((_, at) => at + 2) }
  }
  return made
}

const PROVENANCE = ['table', 'row', 'column', 'record', 'line', 'version', 'source', 'recorded_by', 'recorded'] as const

/** One line for each version that decided a value: never the value itself. Rows count as a spreadsheet counts them. */
export function provenanceOf({ year, rows }: MadeReturn): string {
  const lines = [line(PROVENANCE)]
  for (const table of tablesOfYear(year))
    for (const [at, row] of (rows.get(table) ?? []).entries())
      for (const column of columnsOf(table))
        for (const { table: record, line: of, id, source, recordedBy, recorded } of row.cells[column]?.from ?? [])
          lines.push(line([table, String(at + 2), column, record, of, id, source ?? '', recordedBy, recorded]))
  return lines.join('')
}
