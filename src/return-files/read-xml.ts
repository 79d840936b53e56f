// Reads the XML form of the SSDA903 into the same tables as its CSV files.
import type { RawTable, RawTables } from './read-return.ts'
import type { Cell } from './split-csv.ts'
import { columnsOf, type TableName, tableNames } from './tables.ts'
import { parseXml, type XmlElement } from './xml-elements.ts'
import { flat, notInXml, repeated, rootName } from './xml-form-data.ts'

type Row = Readonly<Record<string, Cell>>
type Rows = { [T in TableName]?: Row[] }

const inside = (element: XmlElement | undefined, name: string): Cell => {
  const text = element?.children.find((child) => child.name === name)?.text.trim() ?? ''
  return text === '' ? null : text.toUpperCase()
}

const elements = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

function add(rows: Rows, table: TableName, row: Row): void {
  const known = rows[table]
  if (known) known.push(row)
  else rows[table] = [row]
}

function addChild(rows: Rows, element: XmlElement): void {
  const header = elements(element, 'HEADER')[0]
  const of = (name: string) => inside(header, name)
  const known = { CHILD: of('CHILDID') ?? of('CHILD'), DOB: of('DOB'), SEX: of('SEX') }
  if (header) {
    const asked = Object.fromEntries(columnsOf('Header').map((column) => [column, of(column)]))
    add(rows, 'Header', { ...asked, ...known, UASC: of('UASC') })
  }
  if (of('UASC') === '1' || of('DUC') !== null) add(rows, 'UASC', { ...known, DUC: of('DUC') })
  for (const { table, columns } of flat) {
    const answers = Object.fromEntries(columns.map((column) => [column, of(column)]))
    if (Object.values(answers).some((answer) => answer !== null)) add(rows, table, { ...known, ...answers })
  }
  for (const { table, within, element: name, tags } of repeated) {
    const renamed: Readonly<Record<string, string>> = tags
    for (const one of elements(within === 'CHILD' ? element : header, name)) {
      const own = columnsOf(table).filter((column) => column !== 'CHILD' && column !== 'DOB')
      add(rows, table, {
        ...known,
        ...Object.fromEntries(own.map((column) => [column, inside(one, renamed[column] ?? column)])),
      })
    }
  }
}

function tableOf(table: TableName, file: string, rows: readonly Row[]): RawTable {
  const names = table === 'Header' ? [...columnsOf(table), 'UASC'] : columnsOf(table)
  const columns = new Map(names.map((name): [string, Cell[]] => [name, rows.map((row) => row[name] ?? null)]))
  // XML has no lines that a person would count: the number of the row stands for the line.
  return { table, file, rows: rows.length, columns, lines: rows.map((_, row) => row + 1) }
}

/** The ten tables that the form has, empty ones included, or one sentence on why it could not be read. */
export function readXml(file: string, text: string): { tables: RawTables } | { wrong: string } {
  const parsed = parseXml(text)
  if ('wrong' in parsed) return { wrong: `${file} could not be read as XML: ${parsed.wrong}` }
  if (parsed.root.name !== rootName)
    return { wrong: `${file} is XML, but not of this return: its root is ${parsed.root.name}, not ${rootName}.` }
  const rows: Rows = {}
  for (const child of elements(parsed.root, 'CHILD')) addChild(rows, child)
  const absent: readonly TableName[] = notInXml
  const tables: { [T in TableName]?: RawTable } = {}
  for (const table of tableNames) if (!absent.includes(table)) tables[table] = tableOf(table, file, rows[table] ?? [])
  return { tables }
}
