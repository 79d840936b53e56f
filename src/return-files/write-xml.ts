// Writes the XML form of the SSDA903 from its tables, and says in words what that form cannot carry.
import type { RawTables } from './read-return.ts'
import type { Cell } from './split-csv.ts'
import { columnsOf, type TableName, tableNames } from './tables.ts'
import { escaped } from './xml-elements.ts'
import { flat, headerColumns, notInXml, repeated, rootName } from './xml-form-data.ts'

export type WrittenXml = { xml: string; refused: readonly string[] }

type Index = ReadonlyMap<TableName, ReadonlyMap<string, readonly number[]>>
/** The tables, and in each the rows of every child. */
type Written = { cell(table: TableName, column: string, row: number): Cell; rows: Index; tables: RawTables }

function rowsByChild(tables: RawTables, table: TableName): Map<string, number[]> {
  const rows = new Map<string, number[]>()
  for (const [row, child] of (tables[table]?.columns.get('CHILD') ?? []).entries()) {
    const known = rows.get(child ?? '')
    if (known) known.push(row)
    else rows.set(child ?? '', [row])
  }
  return rows
}

const tag = (name: string, text: Cell, indent: string) =>
  text === null ? '' : `${indent}<${name}>${escaped(text)}</${name}>\n`

function elementsOf({ rows, cell }: Written, child: string, within: 'CHILD' | 'HEADER'): string {
  const indent = within === 'CHILD' ? '    ' : '      '
  let xml = ''
  for (const { table, element, tags } of repeated.filter((one) => one.within === within)) {
    const renamed: Readonly<Record<string, string>> = tags
    const own = columnsOf(table).filter((column) => column !== 'CHILD' && column !== 'DOB')
    for (const row of rows.get(table)?.get(child) ?? []) {
      const cells = own.map((column) => tag(renamed[column] ?? column, cell(table, column, row), `${indent}  `))
      xml += `${indent}<${element}>\n${cells.join('')}${indent}</${element}>\n`
    }
  }
  return xml
}

function headerOf(written: Written, child: string, row: number): string {
  const { rows, cell } = written
  const of = (table: TableName, columns: readonly string[], at: number | undefined) =>
    at === undefined ? '' : columns.map((column) => tag(column, cell(table, column, at), '      ')).join('')
  const asylum = rows.get('UASC')?.get(child)?.[0]
  return [
    '    <HEADER>\n',
    tag('CHILDID', child, '      '),
    of('Header', headerColumns, row),
    tag('UASC', asylum === undefined ? '0' : '1', '      '),
    of('UASC', ['DUC'], asylum),
    ...flat.map(({ table, columns }) => of(table, columns, rows.get(table)?.get(child)?.[0])),
    elementsOf(written, child, 'HEADER'),
    '    </HEADER>\n',
  ].join('')
}

const isSingle = (table: TableName) => table === 'Header' || table === 'UASC' || flat.some((one) => one.table === table)

/** How many children have a date of birth in the table that is not the one in Header. */
function bornOtherwise({ rows, cell }: Written, table: TableName): number {
  if (!columnsOf(table).includes('DOB')) return 0
  return [...(rows.get(table) ?? [])].filter(([child, own]) => {
    const header = rows.get('Header')?.get(child)?.[0]
    return header !== undefined && own.some((row) => cell(table, 'DOB', row) !== cell('Header', 'DOB', header))
  }).length
}

/** What the form has no place for: two tables as a whole, children without Header, second rows, dates that disagree. */
function cannotCarry(written: Written): string[] {
  const { rows, tables } = written
  const refused: string[] = []
  for (const table of notInXml) {
    const count = tables[table]?.rows ?? 0
    if (count > 0)
      refused.push(
        `${table} has no known place in the XML form; send it as CSV. Its ${count === 1 ? 'one row was' : `${count} rows were`} left out.`,
      )
  }
  for (const [table, own] of rows) {
    const strangers = [...own.keys()].filter((child) => !rows.get('Header')?.has(child)).length
    if (strangers > 0)
      refused.push(
        `${table} names ${strangers === 1 ? 'one child who is' : `${strangers} children who are`} not in Header, and left out.`,
      )
    const second = isSingle(table) ? [...own.values()].filter((of) => of.length > 1).length : 0
    if (second > 0)
      refused.push(
        `${table} has ${second === 1 ? 'one child' : `${second} children`} twice; only the first row of each was written.`,
      )
    const otherwise = bornOtherwise(written, table)
    if (otherwise > 0)
      refused.push(
        `${table} gives ${otherwise} children another date of birth than Header; that of Header was written.`,
      )
  }
  return refused
}

/** Children stand in the order of Header. Everything that could not be written is said in `refused`. */
export function writeXml(tables: RawTables): WrittenXml {
  const absent: readonly TableName[] = notInXml
  const carried = tableNames.filter((table) => !absent.includes(table))
  const rows: Index = new Map(carried.map((table) => [table, rowsByChild(tables, table)]))
  const written: Written = {
    tables,
    rows,
    cell: (table, column, row) => tables[table]?.columns.get(column)?.[row] ?? null,
  }
  let xml = `<?xml version="1.0" encoding="UTF-8"?>\n<${rootName}>\n`
  for (const [child, own] of rows.get('Header') ?? []) {
    xml += `  <CHILD>\n${headerOf(written, child, own[0] ?? 0)}${elementsOf(written, child, 'CHILD')}  </CHILD>\n`
  }
  return { xml: `${xml}</${rootName}>\n`, refused: cannotCarry(written) }
}
