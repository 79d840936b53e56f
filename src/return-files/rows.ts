// One table of a return, laid out in columns and indexed once: the rows of each child, and each row's neighbours.
import type { RawTable } from './read-return.ts'
import { type Day, isDay, noDay } from './return-dates.ts'
import type { Cell } from './split-csv.ts'

/**
 * One column, asked by row: the text or the day of a cell. An object with a method, not a closure: compiled rules
 * then fit every return, and not only the one they were compiled with.
 */
export type Column<T> = { at(row: number): T }
export type Texts = Column<Cell>
export type Days = Column<Day>

class TextColumn implements Texts {
  readonly cells: readonly Cell[]
  constructor(cells: readonly Cell[]) {
    this.cells = cells
  }
  // A row of -1, before the first, is asked for often; an array would look for a property of that name.
  at(row: number): Cell {
    return row < 0 ? null : (this.cells[row] ?? null)
  }
}

class DayColumn implements Days {
  readonly days: Float64Array
  constructor(days: Float64Array) {
    this.days = days
  }
  at(row: number): Day {
    return row < 0 ? noDay : (this.days[row] ?? noDay)
  }
}

export const texts = (cells: readonly Cell[]): Texts => new TextColumn(cells)
export const days = (of: Float64Array): Days => new DayColumn(of)

/** How the columns of one raw table are reached; `days` are read once, here. */
export type Source = { text(column: string): Texts; days(column: string): Days; has(column: string): boolean }

/** Gives each child one number throughout a return, in the order in which they are met. */
export type ChildNumbers = { of(cell: Cell): number; known(): readonly string[] }

export function childNumbers(): ChildNumbers {
  const numbers = new Map<string, number>()
  return {
    of: (cell) => {
      if (cell === null) return -1
      const known = numbers.get(cell)
      if (known !== undefined) return known
      numbers.set(cell, numbers.size)
      return numbers.size - 1
    },
    known: () => [...numbers.keys()],
  }
}

export function sourceOf(raw: RawTable | undefined, readDay: (text: Cell) => Day): Source {
  return {
    has: (column) => raw?.columns.has(column) ?? false,
    text: (column) => texts(raw?.columns.get(column) ?? []),
    days: (column) => days(Float64Array.from(raw?.columns.get(column) ?? [], readDay)),
  }
}

const none: readonly number[] = []

function byChild(children: Int32Array): readonly (number[] | undefined)[] {
  const rows: (number[] | undefined)[] = []
  children.forEach((child, row) => {
    if (child < 0) return
    const own = rows[child]
    if (own) own.push(row)
    else {
      while (rows.length < child) rows.push(undefined)
      rows[child] = [row]
    }
  })
  return rows
}

const daysApart = (one: Day, other: Day): number => {
  if (isDay(one) && isDay(other)) return one - other
  if (isDay(one)) return -1
  return isDay(other) ? 1 : 0
}

/** Rows that begin and end alike are set apart by what they say, so that the order of the file decides nothing. */
function orderOf(raw: RawTable | undefined, begins: Days, ends: Days): (one: number, other: number) => number {
  const columns = [...(raw?.columns ?? [])].filter(([name]) => name !== 'CHILD').map(([, cells]) => cells)
  return (one, other) => {
    const apart = daysApart(begins.at(one), begins.at(other)) || daysApart(ends.at(one), ends.at(other))
    if (apart !== 0) return apart
    for (const cells of columns) {
      const [mine, theirs] = [cells[one] ?? '', cells[other] ?? '']
      if (mine !== theirs) return mine < theirs ? -1 : 1
    }
    return one - other
  }
}

type Neighbours = { before: Int32Array; after: Int32Array; sorted: readonly (readonly number[] | undefined)[] }

function neighboursOf(
  rows: readonly (number[] | undefined)[],
  count: number,
  order: (a: number, b: number) => number,
): Neighbours {
  const before = new Int32Array(count).fill(-1)
  const after = new Int32Array(count).fill(-1)
  const sorted = rows.map((own) => {
    if (!own || own.length < 2) return own
    const inOrder = own.toSorted(order)
    for (let at = 1; at < inOrder.length; at += 1) {
      const earlier = inOrder[at - 1] ?? -1
      const later = inOrder[at] ?? -1
      after[earlier] = later
      before[later] = earlier
    }
    return inOrder
  })
  return { before, after, sorted }
}

/** What every table has besides its columns. */
export class Spine {
  readonly count: number
  /** Whether there was a file for this table at all. */
  readonly present: boolean
  private readonly children: Int32Array
  private readonly rows: readonly (readonly number[] | undefined)[]
  private readonly neighbours: Neighbours

  constructor(raw: RawTable | undefined, numbers: ChildNumbers, { begins, ends }: Span) {
    const cells = raw?.columns.get('CHILD') ?? []
    this.count = raw?.rows ?? 0
    this.present = raw !== undefined
    this.children = Int32Array.from({ length: this.count }, (_, row) => numbers.of(cells[row] ?? null))
    const rows = byChild(this.children)
    this.rows = rows
    this.neighbours = neighboursOf(rows, this.count, orderOf(raw, begins, ends))
  }

  /** The number of the child of a row, the same in every table of both years; -1 where the cell is blank. */
  childOf(row: number): number {
    return row < 0 ? -1 : (this.children[row] ?? -1)
  }

  /** The rows of a child, in the order of the file. */
  of(child: number): readonly number[] {
    return child < 0 ? none : (this.rows[child] ?? none)
  }

  /** The rows of a child by the day on which they begin, then end; those without a day last. */
  inOrder(child: number): readonly number[] {
    return child < 0 ? none : (this.neighbours.sorted[child] ?? none)
  }

  /** The row before this one of the same child by that order; -1 where there is none, and of -1. */
  before(row: number): number {
    return row < 0 ? -1 : (this.neighbours.before[row] ?? -1)
  }

  after(row: number): number {
    return row < 0 ? -1 : (this.neighbours.after[row] ?? -1)
  }
}

export type Span = { begins: Days; ends: Days }
