// Composes the work that nobody waits for: the log sealed every second; each night the ledger moved on and old drafts forgotten.
import { keepSealing } from '#access'
import type { IsoDay } from '#calendar'
import { nightlyRefresh } from '#clock'
import { type Door, withClient } from '#database'
import { forgetDrafts } from '#drafts'
import { currentDirectory, placesOf } from '#geography'
import { startJobs, type Task } from '#jobs'
import { nightFigures } from '#record-figures'
import { type Beside, returnCheck } from '#return-work'
import type { House } from './main.ts'

/** What a return is checked against besides the record; providers are the council’s own, entered in Kith. */
export function besideReturns({ opened }: Pick<House, 'opened'>): Beside {
  return {
    postcodes: async (named) =>
      await withClient(opened.connection, async (client) =>
        (await currentDirectory(client)) ? await placesOf(client, named) : undefined,
      ),
    providers: [],
  }
}

export type Working = { readonly stop: () => Promise<void> }

/** A task of its own: the words of drafts that are over go, whatever becomes of the refresh. For every council, or the one named. */
export function nightlyForgetting(door: Door): Task {
  return {
    name: 'forget-drafts',
    daily: '02:45',
    work: async ({ council }) => {
      const councils = council === undefined ? (await door.councils()).map((known) => known.council) : [council]
      for (const each of councils) await door.asService(each, 'nightly refresh', forgetDrafts)
    },
  }
}

/** Starts sealing and taking jobs; `stop` finishes what is under way. */
export async function startWork(house: House, today: () => IsoDay, log: (line: string) => void): Promise<Working> {
  const stopSealing = keepSealing({ door: house.door, places: house.sealPlaces }, 1_000, () =>
    log('The access log could not be sealed; it is tried again.'),
  )
  const jobs = await startJobs({
    connection: house.opened.connection,
    tasks: [
      nightlyRefresh(house.door, today),
      nightFigures(house.door, today),
      nightlyForgetting(house.door),
      returnCheck(house.door, today, besideReturns(house)),
    ],
    log,
  })
  return {
    stop: async () => {
      await jobs.stop()
      await stopSealing()
    },
  }
}
