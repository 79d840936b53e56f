// Night work: the figures of every council, each in a job of its own, after the ledger has moved on; a month at a time, and what earlier nights left out made up for.
import { setImmediate } from 'node:timers/promises'
import { addDays, addMonths, type IsoDay } from '#calendar'
import type { Door } from '#database'
import { addJob, type Task } from '#jobs'
import { keepNight, lastNight } from './figures-store.ts'
import { daysToTell, figuresInSteps, outsideInSteps, toTheEnd } from './night.ts'
import { loadForFigures } from './store.ts'

/** `on`: the day on which they are reckoned. */
type Wanted = { readonly day: IsoDay; readonly on: IsoDay }

/**
 * The figures of every day that has to be told, reckoned from the record as it stands; on a day that is not over nothing
 * that is due on it counts as missed. Each day is kept by itself: what breaks off goes on from there when it is tried again.
 */
export async function makeFigures(door: Door, council: number, { day, on }: Wanted): Promise<void> {
  const asked = await door.asService(council, 'nightly refresh', async (asking) => {
    const days = daysToTell(day, await lastNight(asking))
    const [first] = days
    return first && { days, loaded: await loadForFigures(asking, { from: addMonths(first, -12), to: day }) }
  })
  if (asked === undefined) return
  for (const one of figuresInSteps(asked.loaded, asked.days, on)) {
    if (one === undefined) {
      await setImmediate()
      continue
    }
    const outside = one.day === day ? await toTheEnd(outsideInSteps(one), setImmediate) : undefined
    await door.asService(
      council,
      'nightly refresh',
      async (asking) => await keepNight(asking, one, { made: on, outside }),
    )
  }
}

const NAME = 'night-figures'
/** 03:15 in UTC: an hour after the ledger was made anew. To the end of the day before, since today has hardly begun. */
export function nightFigures(door: Door, today: () => IsoDay): Task {
  return {
    name: NAME,
    daily: '03:15',
    work: async ({ council }) => {
      if (council !== undefined) return await makeFigures(door, council, { day: addDays(today(), -1), on: today() })
      // One job for each: where one fails it is tried again by itself, and the others are done.
      for (const each of await door.councils())
        await door.asService(each.council, 'nightly refresh', async (asking) => await addJob(asking, NAME))
    },
  }
}
