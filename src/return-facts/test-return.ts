// Small returns for tests: rows written as CSV, read as an import reads them.
import { day, numberOf } from '#calendar'
import { readReturn, type TableName, tables } from '#statutory-returns'
import type { Planned } from './facts.ts'
import { keptRow } from './kept.ts'
import { bothYears, planChild } from './plan-child.ts'
import { gatherRows } from './rows.ts'

export type Written = { readonly [T in TableName]?: readonly string[] }

/** Cells that a row leaves out at its end are blank. */
function file(table: TableName, rows: readonly string[]) {
  const columns = Object.keys(tables[table].columns)
  const lines = rows.map((row) => row.concat(','.repeat(columns.length - row.split(',').length)))
  return { name: `${table}.csv`, bytes: Buffer.from([columns.join(','), ...lines].join('\n')) }
}

const filesOf = (written: Written) =>
  Object.entries(tables).flatMap(([name]) => {
    const found = Object.entries(written).find(([own]) => own === name)
    return found === undefined ? [] : [file(name as TableName, found[1])]
  })

/** The plan for child `A` from this year's rows (2026/27) and last year's, on 1 April 2027. */
export function plan(thisYear: Written, lastYear: Written = {}, today = '2027-04-01'): Planned {
  const rowsIn = (written: Written, year: number) =>
    gatherRows({ year, tables: readReturn(filesOf(written), year).tables }).children.get('A')
  const rows = bothYears(rowsIn(thisYear, 2027), rowsIn(lastYear, 2026))
  return planChild({ child: 'A', rows }, { year: 2027, today: numberOf(day(today)) })
}

/** Facts of one table, without the blank columns. */
export function said({ facts }: Planned, table: string): Record<string, unknown>[] {
  return facts
    .filter((fact) => fact.table === table)
    .map(({ columns }) => Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null)))
}

/** Refusals as `Episodes 3 DEC: not-a-day`, with `(in part)` where the rest was taken. */
export function refused({ refusals }: Planned): string[] {
  return refusals.map((refusal) => {
    const { year, sheet, row, field, reason, taken } = keptRow(refusal, '')
    return `${year === 2027 ? '' : `${year} `}${sheet} ${row} ${field ?? '-'}: ${reason}${taken === 'in part' ? ' (in part)' : ''}`
  })
}
