// How old each child is and how long each has been looked after: bands of age, children who came alone, and lengths of stay.

import type { DayNumber } from '#calendar'
import { type Chance, dealt, quotasOf } from '#chance'
import { A_YEAR, AGES, ALONE, LONG_TERM, MALE } from './published-data.ts'

export type Sex = 'F' | 'M'
/** Less than a year, up to two and a half, or more. */
export type Stay = 'short' | 'middle' | 'long'
export type Slot = {
  readonly born: DayNumber
  readonly sex: Sex
  readonly alone: boolean
  readonly stay: Stay
  readonly came: DayNumber
}

type Band = keyof typeof AGES
/** In days, a few days from each birthday, so that a leap year moves nobody. */
const DAYS_OF_BAND: Readonly<Record<Band, readonly [number, number]>> = {
  'under 1': [6, 360],
  '1 to 4': [370, 1820],
  '5 to 9': [1830, 3645],
  '10 to 15': [3660, 5838],
  '16 and over': [5850, 6565],
}
const SIXTEEN = 5844
/** Since when a stay is long: two and a half years, and a little. */
const LONG = 922
const YEAR = 366

/** undefined: so near to a border that a leap day decides. */
export function stayOf(days: number): Stay | undefined {
  if (days < 1 || (days > 363 && days < YEAR) || (days > 908 && days < LONG)) return undefined
  return days < YEAR ? 'short' : days < LONG ? 'middle' : 'long'
}

type Young = { readonly age: number; readonly alone: boolean }

/** Nine in ten of those who came alone are 16 or 17, and the others not much younger. */
function agesOf(children: number, chance: Chance): readonly Young[] {
  const alone = Math.round(children * ALONE)
  const older = Math.round(alone * 0.89)
  const among = quotasOf(AGES, children)
  const [early, late] = [among.get('10 to 15') ?? 0, among.get('16 and over') ?? 0]
  const others = new Map([
    ...among,
    ['10 to 15' as const, Math.max(0, early - (alone - older))],
    ['16 and over' as const, Math.max(0, late - older)],
  ])
  const within = ([least, most]: readonly [number, number]) => chance.whole(least, most)
  return [
    ...dealt(others, chance).map((band) => ({ age: within(DAYS_OF_BAND[band]), alone: false })),
    ...Array.from({ length: alone }, (_, at) => ({
      age: within(at < older ? DAYS_OF_BAND['16 and over'] : [5200, 5838]),
      alone: true,
    })),
  ].slice(0, children)
}

/** Who stays long, so that both published shares are met; babies cannot, and who came alone seldom does. */
function staysOf(young: readonly Young[], chance: Chance): readonly Stay[] {
  const stays = young.map((): Stay => 'short')
  const places = chance.shuffled([...young.keys()])
  const give = (stay: Stay, many: number, may: (one: Young) => boolean): number => {
    const found = places.filter((at) => stays[at] === 'short' && may(young[at] ?? { age: 0, alone: true }))
    for (const at of found.slice(0, many)) stays[at] = stay
    return Math.min(found.length, many)
  }
  const under = young.filter(({ age }) => age < SIXTEEN).length
  const over = young.filter(({ age, alone }) => age >= SIXTEEN && !alone).length
  const aloneMiddle = give('middle', Math.round(young.filter(({ alone }) => alone).length * 0.5), ({ alone }) => alone)
  const long =
    give('long', Math.round(under * LONG_TERM), ({ age, alone }) => !alone && age < SIXTEEN && age > LONG + 60) +
    give('long', Math.round(over * 0.62), ({ age, alone }) => !alone && age >= SIXTEEN)
  const year = Math.round(young.length * A_YEAR)
  give('middle', Math.max(0, year - long - aloneMiddle), ({ age, alone }) => !alone && age > 380)
  return stays
}

/** In days; nobody came before they were born, and babies mostly came soon after. */
function lengthOf(stay: Stay, { age, alone }: Young, chance: Chance): number {
  const newborn = age - chance.whole(1, 9)
  if (stay === 'short') {
    if (age < 362 && chance.happens(0.6)) return Math.max(2, newborn)
    return chance.whole(4, Math.min(360, age - 1))
  }
  if (stay === 'middle') return chance.whole(369, Math.min(alone ? 700 : 903, age - 1))
  const more = Math.round(-Math.log(1 - chance.next()) * 1450)
  return Math.min(LONG + more, newborn)
}

export function slotsOf(children: number, today: DayNumber, chance: Chance): readonly Slot[] {
  const young = agesOf(children, chance)
  const stays = staysOf(young, chance)
  const boysAlone = young.filter(({ alone }) => alone).map(() => chance.happens(0.96))
  const boys = Math.max(0, Math.round(children * MALE) - boysAlone.filter(Boolean).length)
  const others = young.filter(({ alone }) => !alone).length
  const sexes = dealt<Sex>(
    new Map([
      ['M', Math.min(boys, others)],
      ['F', Math.max(0, others - boys)],
    ]),
    chance,
  )
  return young.map((one, at) => {
    const stay = stays[at] ?? 'short'
    const sex = one.alone ? (boysAlone.shift() ? 'M' : 'F') : (sexes.shift() ?? 'F')
    return { born: today - one.age, sex, alone: one.alone, stay, came: today - lengthOf(stay, one, chance) }
  })
}
