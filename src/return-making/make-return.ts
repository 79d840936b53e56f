// Puts the returns of all children together: rows by table, children in the order of their ids; and says whose are in it.
import { type TableName, tableNames } from '#return-files'
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
