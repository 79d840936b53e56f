// Night work: sufficiency of every council, each in a job of its own, reckoned apart from any page and kept with its hour.
import { setImmediate } from 'node:timers/promises'
import type { IsoDay } from '#calendar'
import type { Door } from '#database'
import { addJob, type Task } from '#jobs'
import { sufficiencyInSteps } from './reckoning.ts'
import { isKept, keep, knownOf } from './store.ts'

/** Of a day that is kept already nothing is done. */
export async function reckonSufficiency(door: Door, council: number, today: IsoDay): Promise<void> {
  const known = await door.asService(council, 'nightly refresh', async (asking) =>
    (await isKept(asking, today)) ? undefined : await knownOf(asking, today),
  )
  if (known === undefined) return
  const steps = sufficiencyInSteps(known)
  let step = steps.next()
  while (step.done !== true) {
    await setImmediate()
    step = steps.next()
  }
  const held = step.value
  await door.asService(council, 'nightly refresh', async (asking) => await keep(asking, held))
}

const NAME = 'night-sufficiency'
/** 04:15 in UTC: after distances and figures. */
export function nightSufficiency(door: Door, today: () => IsoDay): Task {
  return {
    name: NAME,
    daily: '04:15',
    work: async ({ council }) => {
      if (council !== undefined) return await reckonSufficiency(door, council, today())
      for (const each of await door.councils())
        await door.asService(each.council, 'nightly refresh', async (asking) => await addJob(asking, NAME))
    },
  }
}
