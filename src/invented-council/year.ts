// What the year held: answers on health that a return asks for, the sum of a questionnaire, and times missing.

import type { DayNumber } from '#calendar'
import { type Chance, dealt, quotasOf } from '#chance'
import type { Person } from './families.ts'
import { HEALTH_YEAR, MISSING, SDQ_BANDS, SDQ_RECEIVED } from './published-data.ts'

/** From an hour of a day, for so many hours. */
export type TimeAway = { readonly on: DayNumber; readonly hour: number; readonly hours: number }
export type Health = {
  /** undefined: no questionnaire came back, or none is owed. */
  readonly sdq: number | undefined
  readonly sdqOwed: boolean
  readonly assessed: boolean
  readonly immunised: boolean
  readonly teeth: boolean
  readonly development: boolean
}
export type Year = { readonly health: Health | undefined; readonly away: readonly TimeAway[] }

const YEAR = 365.25
type Knowing = { readonly today: DayNumber; readonly chance: Chance }

const SCORES: Readonly<Record<keyof typeof SDQ_BANDS, readonly [number, number]>> = {
  '0-13': [2, 13],
  '14-16': [14, 16],
  '17-40': [17, 31],
}

/** Asked of everybody looked after for a year; the questionnaire of those from 4 to 16. */
function healthOf(people: readonly Person[], { today, chance }: Knowing): ReadonlyMap<string, Health> {
  const asked = people.filter(({ came }) => today - came >= 366)
  const age = ({ born }: Person) => (today - born) / YEAR
  const owed = asked.filter((one) => age(one) >= 4 && age(one) < 17)
  const received = chance.shuffled(owed).slice(0, Math.round(owed.length * SDQ_RECEIVED))
  const bands = dealt(quotasOf(SDQ_BANDS, received.length), chance)
  const scores = new Map(received.map(({ code }, at) => [code, chance.whole(...SCORES[bands[at] ?? '0-13'])]))
  return new Map(
    asked.map((one) => [
      one.code,
      {
        sdq: scores.get(one.code),
        sdqOwed: owed.includes(one),
        assessed: chance.happens(HEALTH_YEAR.assessed),
        immunised: chance.happens(HEALTH_YEAR.immunised),
        teeth: chance.happens(HEALTH_YEAR.teeth),
        development: chance.happens(HEALTH_YEAR.development),
      },
    ]),
  )
}

/** Half of those who were missing were so once or twice, one in ten very often. */
function timesOf({ came }: Person, { today, chance }: Knowing): readonly TimeAway[] {
  const many = chance.happens(0.5) ? chance.whole(1, 2) : chance.happens(0.8) ? chance.whole(3, 7) : chance.whole(8, 14)
  const from = Math.max(came + 3, today - 355)
  const room = Math.floor((today - 6 - from) / many)
  if (room < 4) return [{ on: from, hour: 19, hours: 5 }]
  return Array.from({ length: many }, (_, at) => ({
    on: from + at * room + chance.whole(0, room - 4),
    hour: chance.whole(16, 22),
    hours: Math.max(1, Math.min(70, Math.round(6 * Math.exp(1.1 * chance.normal())))),
  }))
}

function awayOf(people: readonly Person[], knowing: Knowing): ReadonlyMap<string, readonly TimeAway[]> {
  const { today, chance } = knowing
  const likelihood = (one: Person): number => {
    const age = (today - one.born) / YEAR
    return age < 10 || today - one.came < 25 ? 0 : age < 12 ? 0.1 : age < 16 ? 0.55 : 1.1
  }
  const order = people
    .filter((one) => likelihood(one) > 0)
    .map((one) => ({ one, at: chance.next() ** (1 / likelihood(one)) }))
    .toSorted((a, b) => b.at - a.at)
  const chosen = order.slice(0, Math.round(people.length * MISSING))
  return new Map(chosen.map(({ one }) => [one.code, timesOf(one, knowing)]))
}

export function yearsOf(people: readonly Person[], knowing: Knowing): (code: string) => Year {
  const health = healthOf(people, knowing)
  const away = awayOf(people, knowing)
  return (code) => ({ health: health.get(code), away: away.get(code) ?? [] })
}
