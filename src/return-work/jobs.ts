// Checks the returns of a council as a whole: every night, and when somebody asks; the collection of the day, and any checked before.
import type { IsoDay } from '#calendar'
import type { Door } from '#database'
import type { Task } from '#jobs'
import { yearsWithRules } from '#statutory-returns'
import { type Beside, checkWhole, yearsChecked } from './check-store.ts'

/** The collection of a day is named by the year in which it ends: from 1 April it is the next one. */
const yearOn = (today: IsoDay): number => Number(today.slice(0, 4)) + (today.slice(5) >= '04-01' ? 1 : 0)

/** Which of them have rules here: the latest, where the day's own has none yet. */
const collectionOn = (today: IsoDay): number =>
  yearsWithRules.findLast((year) => year <= yearOn(today)) ?? yearsWithRules[0] ?? yearOn(today)

/** 02:45 in UTC: after the ledger. */
export function returnCheck(door: Door, today: () => IsoDay, beside: Beside): Task {
  return {
    name: 'return-check',
    daily: '02:45',
    work: async ({ council }) => {
      const councils = council === undefined ? (await door.councils()).map((known) => known.council) : [council]
      for (const each of councils) {
        const years = new Set([...(await yearsChecked(door, each)), collectionOn(today())])
        for (const year of years) await checkWhole(door, { council: each, year, today: today() }, beside)
      }
    },
  }
}
