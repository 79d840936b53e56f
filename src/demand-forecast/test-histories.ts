// An invented council's history for tests and benches: children come, move and leave by steady rates, so that the truth of later years is known.
import { attainsAgeNumber } from '#calendar'
import { type Chance, chanceFrom } from '#chance'
import type { HomeSpell } from './history.ts'

/** 1 January 2017. */
export const FIRST_DAY = 17_167
const YEAR = 365

export interface HistoryAsked {
  readonly seed: string
  readonly years: number
  /** Children who come in a year. */
  readonly comeInAYear: number
}

const AGES = [
  { share: 0.2, from: 0, to: 30 },
  { share: 0.18, from: 30, to: 5 * YEAR },
  { share: 0.2, from: 5 * YEAR, to: 10 * YEAR },
  { share: 0.27, from: 10 * YEAR, to: 16 * YEAR },
  { share: 0.15, from: 16 * YEAR, to: 17.9 * YEAR },
] as const
const LEAVING: Readonly<Record<string, number>> = { foster: 1 / 700, residential: 1 / 600, other: 1 / 350 }
const MOVING = 1 / 500

const wait = (rate: number, chance: Chance): number => -Math.log(1 - chance.next()) / rate

function ageAt(chance: Chance): number {
  let left = chance.next()
  for (const { share, from, to } of AGES) {
    left -= share
    if (left < 0) return chance.whole(from, Math.floor(to))
  }
  return 0
}

function life(id: string, came: number, { chance, ends }: { chance: Chance; ends: number }): HomeSpell[] {
  const born = Math.floor(came) - ageAt(chance)
  const eighteen = attainsAgeNumber(born, 18)
  const spells: HomeSpell[] = []
  let [since, kind] = [Math.floor(came), chance.weighted({ foster: 70, residential: 15, other: 15 })]
  while (since < ends) {
    const stays = Math.max(1, Math.ceil(wait((LEAVING[kind] ?? 0.001) + MOVING, chance)))
    const until = Math.min(since + stays, eighteen)
    spells.push({ child: id, born, kind, since, until: until >= ends ? undefined : until })
    const leaves = chance.happens((LEAVING[kind] ?? 0.001) / ((LEAVING[kind] ?? 0.001) + MOVING))
    if (until >= eighteen || leaves) break
    ;[since, kind] = [until, chance.weighted({ foster: 60, residential: 25, other: 15 })]
  }
  return spells
}

export function inventedHistory({ seed, years, comeInAYear }: HistoryAsked): HomeSpell[] {
  const chance = chanceFrom(seed)
  const ends = FIRST_DAY + years * YEAR
  const spells: HomeSpell[] = []
  let [count, time] = [0, FIRST_DAY + wait(comeInAYear / YEAR, chance)]
  while (time < ends) {
    spells.push(...life(`c${count}`, time, { chance, ends }))
    count += 1
    time += wait(comeInAYear / YEAR, chance)
  }
  return spells
}
