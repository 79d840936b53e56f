// The rows of a return, gathered by child: where each stands, what its cells hold, and in which order they are taken.
import type { RawTable, RawTables, TableName } from '#statutory-returns'

export type ReturnRow = {
  /** The year in which the collection ends: 2027 for 2026/27. */
  readonly year: number
  readonly table: RawTable
  /** From 0. */
  readonly at: number
}
export type RowsOfChild = { readonly [T in TableName]?: readonly ReturnRow[] }
export type ReturnYear = { readonly year: number; readonly tables: RawTables }
export type GatheredRows = {
  readonly children: ReadonlyMap<string, RowsOfChild>
  /** Rows that name no child. */
  readonly strays: readonly ReturnRow[]
}

export const cell = (row: ReturnRow, column: string): string | null => row.table.columns.get(column)?.[row.at] ?? null

/** Cells hold what the file holds, spaces and all; what goes into the record is trimmed. */
export const text = (row: ReturnRow, column: string): string | null => cell(row, column)?.trim() || null

/** The row as a spreadsheet counts it: the heading is row 1. */
export const rowNumber = (row: ReturnRow): number => row.table.lines[row.at] ?? 0

export function sameCells(one: ReturnRow, other: ReturnRow): boolean {
  return byCells(one, other) === 0
}

/** By what the rows say, so that the order of the file decides nothing. */
export function byCells(one: ReturnRow, other: ReturnRow): number {
  for (const column of one.table.columns.keys()) {
    const [mine, theirs] = [cell(one, column) ?? '', cell(other, column) ?? '']
    if (mine !== theirs) return mine < theirs ? -1 : 1
  }
  return 0
}

/** Every row of one year's return under the child that it names. */
export function gatherRows({ year, tables }: ReturnYear): GatheredRows {
  const children = new Map<string, { [T in TableName]?: ReturnRow[] }>()
  const strays: ReturnRow[] = []
  for (const table of Object.values(tables)) {
    for (let at = 0; at < table.rows; at += 1) {
      const row = { year, table, at }
      const child = text(row, 'CHILD')
      if (child === null) {
        strays.push(row)
        continue
      }
      const rows = children.get(child) ?? {}
      if (!children.has(child)) children.set(child, rows)
      const own = rows[table.table]
      if (own === undefined) rows[table.table] = [row]
      else own.push(row)
    }
  }
  return { children, strays }
}

/** A child has one row a year in these: two numbers give two, and the one of the number that goes on is taken. */
const ONE_ROW: readonly TableName[] = ['Header', 'UASC', 'PrevPerm', 'OC2', 'OC3', 'AD1']

export type UnderOneNumber = {
  readonly gathered: GatheredRows
  /** Rows under an earlier number that cannot stand beside the same table's row under the number that goes on. */
  readonly refused: ReadonlyMap<string, readonly ReturnRow[]>
}

/** `goesOn`: by the number of a closed record that of the record that goes on. */
export function underOneNumber(gathered: GatheredRows, goesOn: ReadonlyMap<string, string>): UnderOneNumber {
  const children = new Map(gathered.children)
  const refused = new Map<string, ReturnRow[]>()
  for (const [earlier, number] of goesOn) {
    const rows = children.get(earlier)
    if (rows === undefined) continue
    children.delete(earlier)
    const own = children.get(number) ?? {}
    const doubled = ONE_ROW.filter((table) => own[table] !== undefined)
    const beside = doubled.flatMap((table) => rows[table] ?? [])
    refused.set(number, [...(refused.get(number) ?? []), ...beside])
    children.set(number, rowsOfBoth(own, rows, new Set(doubled)))
  }
  return { gathered: { ...gathered, children }, refused }
}

function rowsOfBoth(own: RowsOfChild, earlier: RowsOfChild, without: ReadonlySet<TableName>): RowsOfChild {
  const tables = Object.keys({ ...own, ...earlier }).filter((name): name is TableName => name in own || name in earlier)
  return Object.fromEntries(
    tables.map((table) => [table, [...(own[table] ?? []), ...(without.has(table) ? [] : (earlier[table] ?? []))]]),
  )
}
