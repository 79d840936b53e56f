// Puts the returns of all children together: rows by table, children in the order of their ids; says whose are in it, and what is not.
import { columnsOf, type TableName, tableNames } from '#return-files'
import type { MadeRow } from './held.ts'
import type { MadeReturn } from './made-files.ts'
import type { ReturnOfChild } from './return-of-child.ts'

/** By the record's own ids: whose rows stand in that table; without one, everybody. */
export const childrenIn = (children: readonly ReturnOfChild[], table?: TableName): readonly string[] =>
  children.filter(({ rows }) => table === undefined || (rows.get(table) ?? []).length > 0).map(({ child }) => child)

export function togetherOf(year: number, children: readonly ReturnOfChild[]): MadeReturn {
  const idOf = ({ rows }: ReturnOfChild) => rows.get('Header')?.[0]?.cells.CHILD?.says ?? ''
  const inOrder = children
    .map((child) => ({ child, id: idOf(child) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const rows = new Map<TableName, readonly MadeRow[]>()
  for (const table of tableNames)
    rows.set(
      table,
      inOrder.flatMap(({ child }) => child.rows.get(table) ?? []),
    )
  return { year, rows }
}

const MOST_LINES = 20

/** What the record says and the files do not, in words that hold no id: by table, column and line, as a spreadsheet counts them. */
export function withheldFrom({ rows }: MadeReturn): readonly string[] {
  const says = [...rows].flatMap(([table, own]) =>
    columnsOf(table).flatMap((column) => {
      // Who the child is stands in every row: it is said once.
      if (column === 'CHILD' && table !== 'Header') return []
      const lines = own.flatMap(({ withheld = [] }, at) => (withheld.includes(column) ? [at + 2] : []))
      return lines.length === 0 ? [] : [lineOf(table, column, lines)]
    }),
  )
  return says.length === 0 ? [] : [...says, WHY]
}
const WHY =
  'An id begins with a letter or digit, and holds only these, spaces inside, and / - _ and full stops. Nothing may begin like a formula. Put them right in the record.'

function lineOf(table: TableName, column: string, lines: readonly number[]): string {
  const more = lines.length - MOST_LINES
  const where = lines.slice(0, MOST_LINES).join(', ') + (more > 0 ? ` and ${more} more` : '')
  const instead = column === 'CHILD' ? 'The record’s own id stands there instead.' : 'It is left blank.'
  return `${table}, ${lines.length === 1 ? 'line' : 'lines'} ${where}: what the record gives for ${column} may not go out. ${instead}`
}
