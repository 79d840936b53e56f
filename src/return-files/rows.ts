// One table of a return, laid out in columns and indexed once: the rows of each child, and each row's neighbours.
import type { RawTable } from './read-return.ts'
import { type Day, isDay, noDay, strictDay } from './return-dates.ts'
import type { Cell } from './split-csv.ts'

/**
 * One column, asked by row: the text or the day of a cell. An object with a method, not a closure: compiled rules
 * then fit every return, and not only the one they were compiled with.
 */
export type Column<T> = { at(row: number): T }
/** Besides, which rows hold one of some codes, or anything but those. Blank cells are in neither. */
export type Texts = Column<Cell> & {
  holding(codes: Iterable<string>): readonly number[]
  holdingOther(codes: ReadonlySet<string>): readonly number[]
}
export type Days = Column<Day>
/** Numbers that need not be whole; NaN where there is none. */
export type Measures = Column<number>

const none: readonly number[] = []

class TextColumn implements Texts {
  readonly cells: readonly Cell[]
  private byCode: ReadonlyMap<string, readonly number[]> | undefined
  constructor(cells: readonly Cell[]) {
    this.cells = cells
  }
  // A row of -1, before the first, is asked for often; an array would look for a property of that name.
  at(row: number): Cell {
    return row < 0 ? null : (this.cells[row] ?? null)
  }
  holding(codes: Iterable<string>): readonly number[] {
    this.byCode ??= rowsByCode(this.cells)
    const found: number[] = []
    for (const code of codes) for (const row of this.byCode.get(code) ?? none) found.push(row)
    return found
  }
  holdingOther(codes: ReadonlySet<string>): readonly number[] {
    this.byCode ??= rowsByCode(this.cells)
    return this.holding(this.byCode.keys().filter((code) => !codes.has(code)))
  }
}

function rowsByCode(cells: readonly Cell[]): Map<string, number[]> {
  const rows = new Map<string, number[]>()
  for (let row = 0; row < cells.length; row += 1) {
    const cell = cells[row] ?? null
    if (cell === null) continue
    const known = rows.get(cell)
    if (known) known.push(row)
    else rows.set(cell, [row])
  }
  return rows
}

/** What stands for no day in a column of whole numbers; no day of the calendar is as early. */
const absent = -(2 ** 31)

// Whole numbers, not fractions: code that is not yet compiled would make an object of each fraction that it reads.
class DayColumn implements Days {
  readonly days: Int32Array
  constructor(days: Int32Array) {
    this.days = days
  }
  at(row: number): Day {
    const day = row < 0 ? absent : (this.days[row] ?? absent)
    return day === absent ? noDay : day
  }
}

class MeasureColumn implements Column<number> {
  readonly measures: Float64Array
  constructor(measures: Float64Array) {
    this.measures = measures
  }
  at(row: number): number {
    return row < 0 ? Number.NaN : (this.measures[row] ?? Number.NaN)
  }
}

export const texts = (cells: readonly Cell[]): Texts => new TextColumn(cells)
export const measures = (of: Float64Array): Measures => new MeasureColumn(of)

function days(cells: readonly Cell[]): Days {
  const read = new Int32Array(cells.length)
  for (let row = 0; row < cells.length; row += 1) {
    const day = strictDay(cells[row] ?? null)
    read[row] = isDay(day) ? day : absent
  }
  return new DayColumn(read)
}

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

export function sourceOf(raw: RawTable | undefined): Source {
  return {
    has: (column) => raw?.columns.has(column) ?? false,
    text: (column) => texts(raw?.columns.get(column) ?? []),
    days: (column) => days(raw?.columns.get(column) ?? []),
  }
}

function byChild(children: Int32Array): readonly (number[] | undefined)[] {
  const rows: (number[] | undefined)[] = []
  for (let row = 0; row < children.length; row += 1) {
    const child = children[row] ?? -1
    if (child < 0) continue
    const own = rows[child]
    if (own) own.push(row)
    else {
      while (rows.length < child) rows.push(undefined)
      rows[child] = [row]
    }
  }
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
    return apart === 0 ? asTheySay(columns, one, other) : apart
  }
}

function asTheySay(columns: readonly (readonly Cell[])[], one: number, other: number): number {
  for (const cells of columns) {
    const [mine, theirs] = [cells[one] ?? '', cells[other] ?? '']
    if (mine !== theirs) return mine < theirs ? -1 : 1
  }
  return one - other
}

/** Most children have a handful of rows, mostly in order: putting each in its place then costs least. */
function placed(own: readonly number[], order: (a: number, b: number) => number): readonly number[] {
  if (own.length > 32) return own.toSorted(order)
  const inOrder = [...own]
  for (let next = 1; next < inOrder.length; next += 1) {
    const row = inOrder[next] ?? -1
    let at = next
    for (; at > 0 && order(inOrder[at - 1] ?? -1, row) > 0; at -= 1) inOrder[at] = inOrder[at - 1] ?? -1
    inOrder[at] = row
  }
  return inOrder
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
    const inOrder = placed(own, order)
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
    this.children = new Int32Array(this.count)
    for (let row = 0; row < this.count; row += 1) this.children[row] = numbers.of(cells[row] ?? null)
    const rows = byChild(this.children)
    this.rows = rows
    this.neighbours = neighboursOf(rows, this.count, orderOf(raw, begins, ends))
  }

  /** The number of the child of a row, the same in every table of both years; -1 where the cell is blank. */
  childOf(row: number): number {
    return row < 0 ? -1 : (this.children[row] ?? -1)
  }

  /** The children of those rows, each once. */
  childrenOf(rows: readonly number[]): ReadonlySet<number> {
    return new Set(rows.map((row) => this.childOf(row)).filter((child) => child >= 0))
  }

  /** Every child that has a row. */
  everyChild(): ReadonlySet<number> {
    return new Set(this.rows.keys().filter((child) => this.rows[child] !== undefined))
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
