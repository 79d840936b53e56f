// Reads the files of a return into tables, recognising each by its columns, and puts into words whatever is wrong.
import { type Decoded, decode } from './decode.ts'
import { readXml } from './read-xml.ts'
import { isDay, strictDay } from './return-dates.ts'
import { type Cell, type SplitCsv, splitCsv } from './split-csv.ts'
import { columnsOf, daysOf, type TableName, tableNames, tablesOfYear } from './tables.ts'

export type NamedBytes = { name: string; bytes: Uint8Array }

export type FindingKind =
  | 'encoding'
  | 'xml'
  | 'not a csv'
  | 'not recognised'
  | 'columns missing'
  | 'unknown columns'
  | 'column twice'
  | 'table twice'
  | 'table missing'
  | 'ragged rows'
  | 'open quotation mark'
  | 'no rows'
  | 'not a date'

/** Something about the files that a person should know. `stops` where the file could not be used. */
export type Finding = { kind: FindingKind; file: string | undefined; says: string; stops: boolean }

/** One table as it stood in its file: values in capitals, blanks as null, nothing interpreted. */
export type RawTable = {
  readonly table: TableName
  readonly file: string
  readonly rows: number
  readonly columns: ReadonlyMap<string, readonly Cell[]>
  /** The line of the file (from 1) for each row (from 0). */
  readonly lines: readonly number[]
}

export type RawTables = { readonly [T in TableName]?: RawTable }
export type ReadReturn = {
  tables: RawTables
  findings: Finding[]
  /** XML where any of the files is. */
  format: 'csv' | 'xml'
}

const list = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const refusals = {
  xlsx: 'is an Excel workbook. Save each sheet as a CSV file (in Excel: Save As, CSV UTF-8) and try again.',
  xls: 'is an old Excel workbook. Save each sheet as a CSV file (in Excel: Save As, CSV UTF-8) and try again.',
  pdf: 'is a PDF. The return is read from CSV files.',
  binary: 'is not text. The return is read from CSV files.',
} as const

/** The table whose columns are all there; the widest first, as Header's columns hold none of another's. */
function recognise(header: ReadonlySet<string>): TableName | undefined {
  return tableNames
    .filter((name) => columnsOf(name).every((column) => header.has(column)))
    .sort((one, other) => columnsOf(other).length - columnsOf(one).length)[0]
}

/** The table that a file with columns missing was most likely meant to be. */
function resembles(header: ReadonlySet<string>): { table: TableName; missing: string[] } | undefined {
  const own = (name: TableName) => columnsOf(name).filter((column) => column !== 'CHILD' && column !== 'DOB')
  const scored = tableNames
    .map((table) => ({ table, share: own(table).filter((column) => header.has(column)).length / own(table).length }))
    .sort((one, other) => other.share - one.share)
  const best = scored[0]
  if (!best || best.share < 0.5) return undefined
  return { table: best.table, missing: columnsOf(best.table).filter((column) => !header.has(column)) }
}

function unrecognised(file: string, header: readonly string[]): Finding {
  const near = resembles(new Set(header))
  if (near)
    return {
      kind: 'columns missing',
      file,
      stops: true,
      says: `${file} looks like ${near.table}, but has no column ${list(near.missing)}. It was not read.`,
    }
  return {
    kind: 'not recognised',
    file,
    stops: true,
    says: `${file} has the columns of no table of the return. It was not read.`,
  }
}

function formFindings(file: string, split: SplitCsv, table: TableName): Finding[] {
  const found: Finding[] = []
  const say = (kind: FindingKind, says: string) => found.push({ kind, file, says, stops: false })
  const known = new Set(columnsOf(table))
  const unknown = split.header.filter((column) => !known.has(column))
  if (unknown.length > 0)
    say(
      'unknown columns',
      `${file} (${table}) has columns that the return does not: ${list(unknown)}. They were passed over.`,
    )
  const twice = split.header.filter((column, at) => known.has(column) && split.header.indexOf(column) !== at)
  if (twice.length > 0) say('column twice', `${file} (${table}) has ${list(twice)} twice. The first was read.`)
  const first = split.ragged[0]
  if (first !== undefined)
    say(
      'ragged rows',
      `${file} (${table}): ${split.ragged.length === 1 ? '1 row has' : `${split.ragged.length} rows have`} more or fewer cells than the heading, the first on line ${split.lines[first]}. Missing cells were read as blank.`,
    )
  if (split.openQuote !== undefined)
    say(
      'open quotation mark',
      `${file} (${table}): the quotation mark on line ${split.openQuote} is never closed; all that follows was read as one cell.`,
    )
  if (split.lines.length === 0) say('no rows', `${file} (${table}) has a heading and no rows.`)
  return found
}

function encodingFinding(file: string, decoded: Decoded): Finding[] {
  if (!('text' in decoded) || decoded.encoding === 'utf-8') return []
  const name = decoded.encoding === 'utf-16' ? 'UTF-16' : 'Windows-1252'
  const says = `${file} is saved as ${name}. It was read; the portal wants UTF-8.`
  return [{ kind: 'encoding', file, says, stops: false }]
}

function rawTable(table: TableName, file: string, split: SplitCsv): RawTable {
  const columns = new Map<string, readonly Cell[]>()
  for (const column of columnsOf(table)) columns.set(column, split.columns[split.header.indexOf(column)] ?? [])
  return { table, file, rows: split.lines.length, columns, lines: split.lines }
}

/** A part of a day that nobody knows is written ZZ; the rules of those columns say where that may be. */
const partlyKnown = /^(?:ZZ|\d{1,2})\/(?:ZZ|\d{1,2})\/(?:ZZZZ|\d{4})$/

/** Whatever stands in a column of days and is none: rules read it as a blank, so it has to be said, in every column. */
function dateFindings({ table, file, columns, lines }: RawTable): Finding[] {
  return daysOf(table).flatMap((column) => {
    const cells = columns.get(column) ?? []
    const wrong: number[] = []
    for (const [row, cell] of cells.entries())
      if (cell !== null && !isDay(strictDay(cell)) && !(cell.includes('ZZ') && partlyKnown.test(cell))) wrong.push(row)
    if (wrong.length === 0) return []
    const many = wrong.length === 1 ? '1 cell is' : `${wrong.length} cells are`
    const says = `${file} (${table}): in ${column} ${many} no real date (DD/MM/YYYY), the first on line ${lines[wrong[0] ?? 0]}. Rules about days pass over what is no date.`
    return [{ kind: 'not a date', file, says, stops: false }]
  })
}

type ReadFile = { tables: readonly RawTable[]; findings: Finding[]; format?: 'xml' }

const stopped = (kind: FindingKind, file: string, says: string): ReadFile => ({
  tables: [],
  findings: [{ kind, file, stops: true, says }],
})

function readXmlFile(name: string, text: string): ReadFile {
  const read = readXml(name, text)
  if ('wrong' in read) return { ...stopped('xml', name, read.wrong), format: 'xml' }
  return { tables: Object.values(read.tables), findings: [], format: 'xml' }
}

function readFile({ name, bytes }: NamedBytes): ReadFile {
  const decoded = decode(bytes)
  if ('refused' in decoded) return stopped('not a csv', name, `${name} ${refusals[decoded.refused]}`)
  if (/^\uFEFF?\s*</.test(decoded.text.slice(0, 100))) return readXmlFile(name, decoded.text.replace(/^\uFEFF/, ''))
  const split = splitCsv(decoded.text.toUpperCase())
  const found = encodingFinding(name, decoded)
  const table = recognise(new Set(split.header))
  if (!table) return { tables: [], findings: [...found, unrecognised(name, split.header)] }
  return { tables: [rawTable(table, name, split)], findings: [...found, ...formFindings(name, split, table)] }
}

const bothHold = ({ table, file }: RawTable, other: string): Finding => ({
  kind: 'table twice',
  file: other,
  stops: true,
  says: `${file} and ${other} both hold ${table}. Only ${file} was read; put all rows into one file.`,
})

function missingTables(year: number, tables: RawTables): Finding[] {
  return tablesOfYear(year)
    .filter((name) => !tables[name])
    .map((name) => ({
      kind: 'table missing',
      file: undefined,
      stops: false,
      says: `There is no file for ${name} (${columnsOf(name).join(', ')}). The rules that need it were not run.`,
    }))
}

/**
 * Reads the files of one year's return. The year is the one in which the collection ends (2027 for 2026/27).
 * Never throws: whatever cannot be read is a finding. The order of the files makes no difference.
 */
export function readReturn(files: readonly NamedBytes[], year: number): ReadReturn {
  const tables: { [T in TableName]?: RawTable } = {}
  const findings: Finding[] = []
  let format: ReadReturn['format'] = 'csv'
  for (const file of [...files].sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const read = readFile(file)
    findings.push(...read.findings, ...read.tables.flatMap(dateFindings))
    format = read.format ?? format
    for (const table of read.tables) {
      const earlier = tables[table.table]
      if (earlier) findings.push(bothHold(earlier, file.name))
      else tables[table.table] = table
    }
  }
  return { tables, findings: [...findings, ...missingTables(year, tables)], format }
}
