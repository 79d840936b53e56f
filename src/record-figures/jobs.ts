// Night work: the figures of every council, or of the one named, after the ledger has moved on; on its first night the two years before as well.
import { addMonths, type IsoDay } from '#calendar'
import type { Door } from '#database'
import type { Task } from '#jobs'
import { keepNight, lastNight } from './figures-store.ts'
import { figuresOf, monthsBefore } from './night.ts'
import { loadForFigures } from './store.ts'

/** The figures of a day; where there are none yet, those of the months before it too, reckoned from the record as it stands. */
export async function makeFigures(door: Door, council: number, day: IsoDay): Promise<void> {
  await door.asService(council, 'nightly refresh', async (asking) => {
    const before = (await lastNight(asking)) === undefined ? monthsBefore(day) : []
    const days = [...before, day]
    const from = addMonths(days[0] ?? day, -12)
    const loaded = await loadForFigures(asking, { from, to: day })
    for (const one of figuresOf(loaded, days)) await keepNight(asking, one, day)
  })
}

/** 03:15 in UTC: an hour after the ledger was made anew. */
export function nightFigures(door: Door, today: () => IsoDay): Task {
  return {
    name: 'night-figures',
    daily: '03:15',
    work: async ({ council }) => {
      const councils = council === undefined ? (await door.councils()).map((known) => known.council) : [council]
      for (const each of councils) await makeFigures(door, each, today())
    },
  }
}
