// What the record holds of one child now, as plain columns, each version with where it came from; and what of it may go out.
import type { FactTable, Plain } from '#return-facts'

/** One version that stands. `home` and `place` hold the line of an address, `worker` a number or code. */
export type Held = {
  readonly table: FactTable | 'worker_number'
  readonly line: string
  readonly id: string
  /** The source that gave it; null: a person recorded it. */
  readonly source: string | null
  readonly recordedBy: string
  readonly recorded: string
  readonly columns: Readonly<Record<string, Plain>>
  /** What else decided what it says: of an allocation, the number of its worker. */
  readonly beside?: readonly Held[]
}

export type HeldChild = { readonly child: string; readonly held: readonly Held[] }

/** A cell of the return, and every version that decided what it says. Blank cells need no origin. */
export type Cell = { readonly says: string; readonly from: readonly Held[] }
export type MadeRow = {
  readonly cells: Readonly<Record<string, Cell>>
  /** Columns whose value in the record may not go out, and does not stand in `cells`. */
  readonly withheld?: readonly string[]
}

export const textOf = (held: Held | undefined, column: string): string | undefined => {
  const value = held?.columns[column]
  return value === null || value === undefined || value === '' ? undefined : String(value)
}

export const heldIn = (held: readonly Held[], table: FactTable): readonly Held[] =>
  held.filter((one) => one.table === table)

/** The days of a version that holds a range: `until` is exclusive, undefined while it goes on. */
export const rangeOf = (held: Held): { readonly from: string; readonly until: string | undefined } => {
  const [from = '', until = ''] = (textOf(held, 'during') ?? '').slice(1, -1).split(',')
  return { from, until: until === '' ? undefined : until }
}

/** A day of the record as the return writes it. */
export const written = (iso: string): string => iso.split('-').toReversed().join('/')

/** A cell that one version decides. */
export function cellOf(held: Held | undefined, column: string): Cell | undefined {
  const says = textOf(held, column)
  return held === undefined || says === undefined ? undefined : { says, from: [held] }
}

export function dayCell(held: Held | undefined, column: string): Cell | undefined {
  const cell = cellOf(held, column)
  return cell === undefined ? undefined : { ...cell, says: written(cell.says) }
}

/** A row of those cells that say something. */
export function rowOf(cells: Readonly<Record<string, Cell | undefined>>): MadeRow {
  const said: Record<string, Cell> = {}
  for (const [column, cell] of Object.entries(cells)) if (cell !== undefined) said[column] = cell
  return { cells: said }
}

/** What people type or another system gave: of the child, the pupil, the worker, the home or agency. */
const IDS: ReadonlySet<string> = new Set(['CHILD', 'UPN', 'SW_ID', 'URN'])
const AN_ID = /^[A-Z0-9](?:[A-Z0-9/._ -]*[A-Z0-9/._-])?$/i
// A spreadsheet runs what begins so as a formula; a control character makes the whole XML unreadable. A number may be negative.
const ANYTHING_ELSE = /^(?:-\d+|[^=+@\-|\p{Cc}][^|\p{Cc}]*)$/u

/** Without what may not go out, and with its name; a child goes out all the same, under the record's own id. */
export function goingOut({ cells }: MadeRow, child: string): MadeRow {
  const bad = Object.entries(cells).filter(
    ([column, { says }]) => !(IDS.has(column) ? AN_ID : ANYTHING_ELSE).test(says),
  )
  if (bad.length === 0) return { cells }
  const withheld = bad.map(([column]) => column)
  const own = cells.CHILD && withheld.includes('CHILD') ? { CHILD: { ...cells.CHILD, says: child } } : {}
  const rest = Object.entries(cells).filter(([column]) => !withheld.includes(column))
  return { cells: { ...own, ...Object.fromEntries(rest) }, withheld }
}
