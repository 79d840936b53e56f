// Reviews put into weeks: what is late, this week, next week, and each Monday after it.
import { addDays, dayOf, formatDay, type IsoDay, numberOf } from '#calendar'

export interface Week<One> {
  readonly words: string
  readonly late: boolean
  readonly rows: readonly One[]
}

/** Day 0, Thu 1 Jan 1970: three days after a Monday. */
const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7)

export function byWeek<One extends { readonly due: number }>(all: readonly One[], today: IsoDay): readonly Week<One>[] {
  const on = numberOf(today)
  const weeks = new Map<number, One[]>()
  for (const one of all.toSorted((a, b) => a.due - b.due)) {
    const key = one.due < on ? Number.NEGATIVE_INFINITY : mondayOf(one.due)
    const held = weeks.get(key)
    if (held === undefined) weeks.set(key, [one])
    else held.push(one)
  }
  return [...weeks].map(([monday, rows]) => ({ words: weekWords(monday, on), late: monday < 0, rows }))
}

function weekWords(monday: number, on: number): string {
  if (!Number.isFinite(monday)) return 'Late'
  if (monday === mondayOf(on)) return 'This week'
  if (monday === mondayOf(on) + 7) return 'Next week'
  return `Week of ${formatDay(addDays(dayOf(monday), 0))}`
}
