// Composes the work that nobody waits for: the log sealed every second, the ledger moved on each night.
import { keepSealing } from '#access'
import type { IsoDay } from '#calendar'
import { nightlyRefresh } from '#clock'
import { withClient } from '#database'
import { currentDirectory, placesOf } from '#geography'
import { startJobs } from '#jobs'
import { type Beside, returnCheck } from '#return-work'
import type { House } from './main.ts'

/** What a return is checked against besides the record; no list of providers is kept in Kith yet. */
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

/** Starts sealing and taking jobs; `stop` finishes what is under way. */
export async function startWork(house: House, today: () => IsoDay, log: (line: string) => void): Promise<Working> {
  const stopSealing = keepSealing({ door: house.door, places: house.sealPlaces }, 1_000, () =>
    log('The access log could not be sealed; it is tried again.'),
  )
  const jobs = await startJobs({
    connection: house.opened.connection,
    tasks: [nightlyRefresh(house.door, today), returnCheck(house.door, today, besideReturns(house))],
    log,
  })
  return {
    stop: async () => {
      await jobs.stop()
      await stopSealing()
    },
  }
}
