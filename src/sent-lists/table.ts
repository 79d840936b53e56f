// A list in CSV as rows: its headings in plain form, each row by them, and what is wrong with the file or with a row.
import { anyDay, dayInReach, type IsoDay, spokenDay } from '#calendar'
import { splitCsv } from '#return-files'

/** 'First day' and 'first_day' are one heading. */
export const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')

/** With its year, since a list speaks of what is past and of what lies ahead. undefined: it is no day. */
export function dayWithYear(text: string, today: IsoDay): IsoDay | undefined {
  const spoken = /\d{4}|\d\D\d{1,2}\D\d{2}$/.test(text) ? spokenDay(text, today, 'back') : undefined
  const found = spoken === undefined ? undefined : anyDay(spoken)
  return found !== undefined && 'day' in found ? dayInReach(found.day) : undefined
}

/** What stands in a column of the row, without white space around it; '' where there is no such column. */
export type Cells = (column: string) => string
/** `field`: the column; null: the row as a whole. What is wrong and what to do, and never what stood there. */
export type RowFault<Column extends string = string> = {
  readonly row: number
  readonly field: Column | null
  readonly says: string
}
export type RowRead<Row, Column extends string> = {
  readonly read: Row | undefined
  readonly faults: readonly RowFault<Column>[]
}
export type RowsRead<Row, Column extends string> = {
  readonly rowsRead: number
  readonly rows: readonly Row[]
  readonly faults: readonly RowFault<Column>[]
}
export type Table = {
  readonly headings: readonly string[]
  /** Why nothing of it can be read; `known`: the columns that mean something. */
  readonly wrong: (known: readonly string[]) => string | undefined
  /** Row by row; what is wrong with one stops and drops no other. */
  readonly rows: <Row, Column extends string>(
    rowOf: (cells: Cells, row: number) => RowRead<Row, Column>,
  ) => RowsRead<Row, Column>
}

export function tableIn(text: string): Table {
  const { header, columns, lines, ragged, openQuote } = splitCsv(text)
  const headings = header.map(plain)
  return {
    headings,
    wrong: (known) => {
      const twice = headings.find((heading, at) => known.includes(heading) && headings.indexOf(heading) !== at)
      if (twice !== undefined) return `The column ${twice} is there twice.`
      return openQuote === undefined ? undefined : `A quotation mark in line ${openQuote} is never closed.`
    },
    rows: <Row, Column extends string>(rowOf: (cells: Cells, row: number) => RowRead<Row, Column>) => {
      const rows: Row[] = []
      const faults: RowFault<Column>[] = []
      for (const [at, row] of lines.entries()) {
        if (ragged.includes(at)) {
          faults.push({ row, field: null, says: 'This row has more or fewer cells than the heading.' })
          continue
        }
        const one = rowOf((column) => columns[headings.indexOf(column)]?.[at]?.trim() ?? '', row)
        if (one.faults.length === 0 && one.read !== undefined) rows.push(one.read)
        faults.push(...one.faults)
      }
      return { rowsRead: lines.length, rows, faults }
    },
  }
}
