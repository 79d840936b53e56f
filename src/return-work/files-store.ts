// The files of a return, made by the named service worker from the whole record: now, or as it was known when they were made before.
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Door } from '#database'
import { columnsOf, type TableName, tablesOfYear, writeXml } from '#return-files'
import {
  childrenIn,
  csvFiles,
  type MadeReturn,
  type RecordMade,
  rawTables,
  returnKnown,
  withheldFrom,
} from '#return-making'
import { type Sheet, writeWorkbook } from '#spreadsheets'
import type { ToCheck } from './check-store.ts'
import { momentOf } from './steps-store.ts'

/** Of all CSV files, names and texts, in the order of the tables. */
function hashOf(made: MadeReturn): string {
  const hash = createHash('sha256')
  for (const { name, text } of csvFiles(made)) hash.update(`${name}\n${text.length}\n${text}`)
  return hash.digest('hex')
}

export type Made = {
  readonly made: MadeReturn
  readonly file: string
  readonly children: number
  /** Whose rows stand in the file of that table; without one, in all of them. */
  readonly childrenIn: (table?: TableName) => readonly string[]
  /** What the record says and the files do not, in words; none where nothing is. */
  readonly withheld: readonly string[]
  readonly knownAt: string
}

const whole = ({ made, children }: RecordMade, knownAt: string): Made => ({
  made,
  childrenIn: (table) => childrenIn(children, table),
  withheld: withheldFrom(made),
  file: hashOf(made),
  children: made.rows.get('Header')?.length ?? 0,
  knownAt,
})

/** As the record is known now, to the moment. */
export async function filesNow(door: Door, { council, year, today }: ToCheck): Promise<Made> {
  return await door.asService(council, 'nightly refresh', async (asking) => {
    const knownAt = await momentOf(asking)
    return whole(await returnKnown(asking, { year, today, knownAt }), knownAt)
  })
}

/** As the record was known then. */
export async function filesKnown(door: Door, { council, year, today }: ToCheck, knownAt: string): Promise<Made> {
  return await door.asService(council, 'nightly refresh', async (asking) =>
    whole(await returnKnown(asking, { year, today, knownAt }), knownAt),
  )
}

export const csvOfTable = (made: MadeReturn, table: TableName): string =>
  csvFiles(made).find(({ name }) => name === `${table}.csv`)?.text ?? ''

export const xmlOf = (made: MadeReturn) => writeXml(rawTables(made))

const sheetOf = (made: MadeReturn, table: TableName): Sheet => {
  const columns = columnsOf(table)
  return {
    name: table,
    columns: columns.map((heading) => ({ heading, width: 16 })),
    rows: (made.rows.get(table) ?? []).map(({ cells }) => columns.map((column) => cells[column]?.says ?? null)),
  }
}

/** A sheet for each table. It is written to a folder of its own, read, and the folder taken away. */
export async function workbookOf(made: MadeReturn): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-return-'))
  try {
    const path = join(folder, 'return.xlsx')
    await writeWorkbook(
      path,
      tablesOfYear(made.year).map((table) => sheetOf(made, table)),
    )
    return new Uint8Array(await readFile(path))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
