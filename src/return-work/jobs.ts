// Checks the returns of a council as a whole, every collection that has begun: every night, and when somebody asks.
import type { IsoDay } from '#calendar'
import type { Door } from '#database'
import type { Task } from '#jobs'
import { type Beside, checkWhole, yearsChecked } from './check-store.ts'
import { yearsBegun } from './state.ts'

/** 02:45 in UTC: after the ledger. */
export function returnCheck(door: Door, today: () => IsoDay, beside: Beside): Task {
  return {
    name: 'return-check',
    daily: '02:45',
    work: async ({ council }) => {
      const councils = council === undefined ? (await door.councils()).map((known) => known.council) : [council]
      for (const each of councils) {
        const years = new Set([...(await yearsChecked(door, each)), ...yearsBegun(today())])
        for (const year of [...years].toSorted((a, b) => a - b))
          await checkWhole(door, { council: each, year, today: today() }, beside)
      }
    },
  }
}
