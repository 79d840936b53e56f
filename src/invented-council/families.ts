// Which children are brothers and sisters, what their families are called, and what is said of them in common.

import type { DayNumber } from '#calendar'
import { type Chance, givingOut, quotasOf } from '#chance'
import { type Sex, type Slot, stayOf } from './ages-and-stays.ts'
import { type Heritage, NAMES } from './given-names-data.ts'
import { ETHNICITIES, NEEDS } from './published-data.ts'

export type Need = keyof typeof NEEDS
export type EthnicGroup = keyof typeof ETHNICITIES
export type Person = Slot & {
  readonly code: string
  /** Children of one number are brothers and sisters. */
  readonly family: number
  readonly given: string
  readonly called: string
  readonly heritage: Heritage
  /** As the return writes it. */
  readonly ethnicity: string
  readonly need: Need
}

type Grouped = Slot & { readonly family: number }

const BETWEEN_BIRTHS = 300
const FURTHEST = 3300

/** Whether one mother may have born them all. */
const apart = (born: DayNumber, others: readonly Slot[]): boolean =>
  others.every((one) => Math.abs(one.born - born) >= BETWEEN_BIRTHS && Math.abs(one.born - born) <= FURTHEST)

/** A younger child comes with the older ones, or soon after being born; never so that the length of the stay is another. */
function cameWith(first: Slot, one: Slot, { today, chance }: At): DayNumber {
  const wanted = Math.max(first.came, one.born + chance.whole(1, 6))
  return stayOf(today - wanted) === one.stay ? wanted : one.came
}

type At = { readonly today: DayNumber; readonly chance: Chance }
function familiesOf(slots: readonly Slot[], { today, chance }: At): readonly Grouped[] {
  const waiting = chance.shuffled(slots)
  const grouped: Grouped[] = []
  let family = 0
  for (let first = waiting.pop(); first !== undefined; first = waiting.pop()) {
    family += 1
    const members: Slot[] = [first]
    const wanted = first.alone || chance.happens(0.46) ? 0 : Number(chance.weighted({ 1: 55, 2: 30, 3: 15 }))
    for (let at = 0; at < waiting.length && members.length <= wanted; at += 1) {
      const one = waiting[at]
      if (one === undefined || one.alone || one.stay !== first.stay || !apart(one.born, members)) continue
      waiting.splice(at, 1)
      at -= 1
      members.push({ ...one, came: cameWith(first, one, { today, chance }) })
    }
    for (const one of members) grouped.push({ ...one, family })
  }
  return grouped
}

const CODES: Readonly<Record<EthnicGroup, Readonly<Record<string, number>>>> = {
  White: { WBRI: 81, WOTH: 17, WROM: 2 },
  Mixed: { MWBC: 40, MWAS: 20, MWBA: 15, MOTH: 25 },
  Asian: { APKN: 60, AIND: 15, AOTH: 25 },
  Black: { BAFR: 75, BCRB: 25 },
  Other: { OOTH: 1 },
  Unknown: { NOBT: 1 },
}
const NAMED: Readonly<Record<string, readonly [Heritage, ...Heritage[]]>> = {
  WOTH: ['eastern', 'eastern', 'portuguese'],
  APKN: ['southAsian'],
  AIND: ['southAsian'],
  AOTH: ['southAsian'],
  BAFR: ['african'],
}
/** Where those who came alone are from. */
const ALONE: Readonly<
  Record<string, { readonly group: EthnicGroup; readonly code: string; readonly heritage: Heritage }>
> = {
  afghan: { group: 'Asian', code: 'AOTH', heritage: 'afghan' },
  horn: { group: 'Black', code: 'BAFR', heritage: 'horn' },
  kurdish: { group: 'Other', code: 'OOTH', heritage: 'kurdish' },
  albanian: { group: 'White', code: 'WOTH', heritage: 'albanian' },
}

type Common = Pick<Person, 'heritage' | 'ethnicity' | 'need'> & { readonly called: string }

/** What a whole family has in common, counted child by child against what is published. */
function commonOf(families: ReadonlyMap<number, readonly Grouped[]>, all: number, chance: Chance) {
  const group = givingOut(quotasOf(ETHNICITIES, all), chance)
  const need = givingOut(quotasOf(NEEDS, all), chance)
  const common = new Map<number, Common>()
  // Largest first: what is left over is given to children on their own.
  for (const [family, members] of [...families].toSorted(([, a], [, b]) => b.length - a.length)) {
    const alone = members.some((one) => one.alone)
    const from = alone ? ALONE[chance.weighted({ afghan: 40, horn: 25, kurdish: 20, albanian: 15 })] : undefined
    const given = group(members.length, (one) => from === undefined || one === from.group) ?? 'White'
    const ethnicity = from?.code ?? chance.weighted(CODES[given])
    const heritage = from?.heritage ?? chance.pick(NAMED[ethnicity] ?? ['english'])
    const why = need(members.length, (one) => (alone ? one === 'N8' : one !== 'N8' || members.length === 1)) ?? 'N1'
    common.set(family, { heritage, ethnicity, need: why, called: chance.pick(NAMES[heritage].family) })
  }
  return common
}

/** No two of a family share a name, and no two children of the council both names while there are names left. */
export function peopleOf(slots: readonly Slot[], { today, chance }: At): readonly Person[] {
  const grouped = familiesOf(slots, { today, chance })
  const common = commonOf(
    Map.groupBy(grouped, ({ family }) => family),
    grouped.length,
    chance,
  )
  const taken = new Set<string>()
  const nameFor = (sex: Sex, { heritage, called }: Common): string => {
    const names = NAMES[heritage][sex]
    const free = chance.shuffled(names).find((name) => !taken.has(`${name} ${called}`)) ?? chance.pick(names)
    taken.add(`${free} ${called}`)
    return free
  }
  return grouped.map((one, at) => {
    const shared = common.get(one.family)
    if (shared === undefined) throw new Error('A child without a family.')
    return { ...one, ...shared, code: `W${String(at + 1).padStart(6, '0')}`, given: nameFor(one.sex, shared) }
  })
}
