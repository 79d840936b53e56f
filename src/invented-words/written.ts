// A row that whoever works with an invented child writes, and who may know it.
import type { DayNumber } from '#calendar'
import { type Cell, type Entry, type Life, workerOn } from '#invented-lives'
import { NOT_RELEASED } from '#people'

export const row = (table: Entry['table'], columns: Entry['columns'], more: Partial<Entry> = {}): Entry => ({
  table,
  by: 'worker',
  columns,
  ...more,
})
export const notReleased = {
  audience: [...(NOT_RELEASED.relations ?? [])],
  must_not_know: null,
  audience_why: NOT_RELEASED.why,
}
export const worker = (life: Life, on: DayNumber): Cell => ({
  worker: workerOn(life, on) ?? { worker: 0, former: false },
})
