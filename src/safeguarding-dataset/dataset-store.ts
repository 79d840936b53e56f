// The dataset as files: a CSV for each of the 48 tables, written as the children are read, and one that says what is empty and why.
import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asking } from '#database'
import { careRows } from './care-rows.ts'
import { EMPTY_FIELDS, EMPTY_TABLES } from './coverage-data.ts'
import { type DatasetRow, fieldsOf, type Rows, type TableName, tableNames } from './dataset.ts'
import type { Around, KnownChild } from './known-child.ts'
import { leavingRows } from './leaving-rows.ts'
import { peopleRows, personRows } from './person-rows.ts'
import { aroundChildren, knownChildren, type WhichChildren } from './store.ts'

export const rowsOfChild = (known: KnownChild, { on, around }: { on: WhichChildren['on']; around: Around }): Rows =>
  new Map([...personRows(known, on), ...careRows(known, on), ...leavingRows(known, on, around)])

const quoted = (says: string): string => (/[",\r\n]/.test(says) ? `"${says.replaceAll('"', '""')}"` : says)
const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`
// A spreadsheet runs what begins so as a formula; a number may be negative.
const A_FORMULA = /^[=+@\t\r]|^-(?!\d+(?:\.\d+)?$)/

/** A cell that a spreadsheet would run is left empty. */
const cell = (says: string | undefined): string => (says === undefined || A_FORMULA.test(says) ? '' : says)
const csvRows = (table: TableName, rows: readonly DatasetRow[]): string =>
  rows.map((row) => line(fieldsOf(table).map((field) => cell(row[field])))).join('')

const COVERAGE = 'coverage.csv'
function coverage(): string {
  const rows = tableNames.flatMap((table) =>
    fieldsOf(table).map((field) => {
      const why = EMPTY_TABLES[table] ?? EMPTY_FIELDS[table]?.[field]
      return line([table, field, why === undefined ? 'given' : 'empty', why ?? ''])
    }),
  )
  return line(['table', 'field', 'coverage', 'why']) + rows.join('')
}

/** How many rows each table has. */
export type Written = ReadonlyMap<TableName, number>

/** Files that only their owner reads; a folder that holds anything is refused, and nothing is written over. */
export async function writeDataset(asking: Asking, folder: string, which: WhichChildren): Promise<Written> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty: give a new folder.`)
  const files = new Map<TableName, FileHandle>()
  const counts = new Map<TableName, number>(tableNames.map((table) => [table, 0]))
  const add = async (rows: Rows) => {
    for (const [table, own] of rows) {
      counts.set(table, (counts.get(table) ?? 0) + own.length)
      if (own.length > 0) await files.get(table)?.write(csvRows(table, own))
    }
  }
  try {
    for (const table of tableNames) {
      const file = await open(join(folder, `${table}.csv`), 'wx', 0o600)
      files.set(table, file)
      await file.write(line(fieldsOf(table)))
    }
    const around = await aroundChildren(asking)
    await add(peopleRows(around))
    for await (const batch of knownChildren(asking, which))
      for (const known of batch) await add(rowsOfChild(known, { on: which.on, around }))
    const file = await open(join(folder, COVERAGE), 'wx', 0o600)
    await file.write(coverage())
    await file.close()
  } finally {
    for (const file of files.values()) await file.close()
  }
  return counts
}
