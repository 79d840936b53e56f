// Every night, where the council has set a folder: a pack that opens without the server.
import type { IsoDay } from '#calendar'
import type { Task } from '#jobs'
import { makePack, type PackHouse, type PackSettings } from './pack-store.ts'

/** After the ledger has moved on. */
export function nightlyPack(house: PackHouse, today: () => IsoDay, settings: PackSettings): Task {
  return {
    name: 'night-pack',
    daily: '03:30',
    work: async ({ council }) => {
      for (const each of await house.door.councils())
        if (council === undefined || each.council === council)
          await makePack(house, { council: each, today: today(), settings })
    },
  }
}
