// Night work: the figures of every council, or of the one named, after the ledger has moved on; on its first night the two years before as well.
import { addDays, addMonths, type IsoDay } from '#calendar'
import type { Door } from '#database'
import type { Task } from '#jobs'
import { keepNight, lastNight } from './figures-store.ts'
import { figuresOf, monthsBefore } from './night.ts'
import { loadForFigures } from './store.ts'

/** `on`: the day on which they are reckoned. */
type Wanted = { readonly day: IsoDay; readonly on: IsoDay }

/** The figures of a day; where there are none yet, those of the months before it too, reckoned from the record as it stands; on a day that is not over nothing that is due on it counts as missed. */
export async function makeFigures(door: Door, council: number, { day, on }: Wanted): Promise<void> {
  await door.asService(council, 'nightly refresh', async (asking) => {
    const before = (await lastNight(asking)) === undefined ? monthsBefore(day) : []
    const days = [...before, day]
    const from = addMonths(days[0] ?? day, -12)
    const loaded = await loadForFigures(asking, { from, to: day })
    for (const one of figuresOf(loaded, days, on)) await keepNight(asking, one, { made: on, outward: one.day === day })
  })
}

/** 03:15 in UTC: an hour after the ledger was made anew. To the end of the day before, since today has hardly begun. */
export function nightFigures(door: Door, today: () => IsoDay): Task {
  return {
    name: 'night-figures',
    daily: '03:15',
    work: async ({ council }) => {
      const councils = council === undefined ? (await door.councils()).map((known) => known.council) : [council]
      for (const each of councils) await makeFigures(door, each, { day: addDays(today(), -1), on: today() })
    },
  }
}
