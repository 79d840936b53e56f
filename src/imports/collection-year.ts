// Which collection a return is of, told from its own rows.
import type { IsoDay } from '#calendar'
import { dayOf } from '#calendar'
import { type RawTables, strictDay } from '#statutory-returns'

/** The year in which the collection ends that holds this day: 2027 for 2026-04-01 to 2027-03-31. */
export function collectionYearWith(day: string): number {
  return Number(day.slice(0, 4)) + (day.slice(5) >= '04-01' ? 1 : 0)
}

/** Columns whose days lie in the year of the return, save for mistakes. */
const TELLING = [
  ['Reviews', 'REVIEW'],
  ['Episodes', 'DEC'],
  ['Missing', 'MIS_START'],
] as const

/** The year in which most of its reviews, ends and missing episodes lie; without any, that of the latest first day. */
export function collectionYearOf(tables: RawTables, today: IsoDay): number {
  const votes = new Map<number, number>()
  const vote = (cells: readonly (string | null)[] | undefined) => {
    for (const cell of cells ?? []) {
      const day = strictDay(cell)
      if (Number.isNaN(day) || dayOf(day) > today) continue
      const year = collectionYearWith(dayOf(day))
      votes.set(year, (votes.get(year) ?? 0) + 1)
    }
  }
  for (const [table, column] of TELLING) vote(tables[table]?.columns.get(column))
  if (votes.size === 0) {
    vote(tables.Episodes?.columns.get('DECOM'))
    return Math.max(...votes.keys(), votes.size === 0 ? collectionYearWith(today) : 0)
  }
  const [most] = [...votes].sort(([a, x], [b, y]) => y - x || b - a)
  return most?.[0] ?? collectionYearWith(today)
}
