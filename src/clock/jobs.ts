// Night work for every council, or the one named, as the named service worker: distances measured, the ledger rebuilt from the record.
import { type IsoDay, numberOf } from '#calendar'
import type { Door } from '#database'
import type { Task } from '#jobs'
import { measureCouncil } from '#placements'
import { rebuildLedger } from './upkeep-store.ts'

/** 02:15 in UTC: the day has changed in London whatever its clocks do, and nobody waits. */
export function nightlyRefresh(door: Door, today: () => IsoDay): Task {
  return {
    name: 'nightly-refresh',
    daily: '02:15',
    work: async ({ council }) => {
      const councils = council === undefined ? (await door.councils()).map((known) => known.council) : [council]
      const on = numberOf(today())
      for (const each of councils) {
        await measureCouncil(door, each)
        await rebuildLedger(door, { council: each, on })
      }
    },
  }
}
