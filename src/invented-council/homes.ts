// The homes of each child over the years: who provides them, how far from home, how often a child had to move, and why.

import type { DayNumber } from '#calendar'
import { type Chance, chanceFrom } from '#chance'
import type { PlaceCode } from '#placements'
import type { Person } from './families.ts'
import { somewhere, somewhereBeside, somewhereInside, type Whereabouts } from './places.ts'
import type { Standing } from './statuses.ts'
import { sixteenOf, type Unit } from './units.ts'

export type ProviderCode = 'PR0' | 'PR1' | 'PR2' | 'PR4' | 'PR5'
export type Home = {
  /** The household: one key, one set of people. */
  readonly key: string
  readonly since: DayNumber
  /** The day on which it no longer is; undefined: it goes on. */
  readonly until: DayNumber | undefined
  readonly kind: PlaceCode
  readonly provider: ProviderCode
  readonly postcode: string | null
  readonly registration: string | null
  /** Why it ended, as the return writes it. */
  readonly ended: string | null
}
/** What is decided for all at once, so that the published shares are met. */
export type Decided = {
  readonly provider: ProviderCode
  readonly cell: Whereabouts | 'inside, unknown' | 'outside, unknown'
  /** Homes in the year to today. */
  readonly homes: number
  /** For two years in one home. */
  readonly settled: boolean
}
export type Telling = Decided & {
  readonly standing: Standing
  /** null: the home in the family is not known. */
  readonly family: string | null
  readonly today: DayNumber
  readonly seed: string
}

const WHY_ENDED = {
  CARPL: 38,
  OTHER: 20,
  CREQB: 17,
  CREQO: 10,
  CHILD: 7,
  STAND: 3,
  ALLEG: 2,
  CLOSE: 2,
  LAREQ: 1,
} as const

const within = (chance: Chance, from: DayNumber, to: DayNumber): DayNumber =>
  chance.whole(Math.min(from, to), Math.max(from, to))

/** Days of moving in the year, apart by a week at least. */
function movesInYear(came: DayNumber, { homes, today }: Telling, chance: Chance): readonly DayNumber[] {
  const from = Math.max(came + 4, today - 360)
  const room = today - 5 - from
  if (homes < 2 || room < homes * 5) return []
  const step = room / (homes - 1)
  return Array.from({ length: homes - 1 }, (_, at) => from + Math.floor(step * at + chance.next() * step * 0.85))
}

/** When the home of today began, where nobody moved this year. */
function since(came: DayNumber, { settled, today }: Telling, chance: Chance): DayNumber {
  if (came > today - 366) return came
  if (settled) return chance.happens(0.4) ? came : within(chance, came, today - 740)
  if (today - came > 921) return within(chance, today - 700, today - 372)
  return chance.happens(0.6) ? came : within(chance, came, today - 368)
}

/** Before the year: from the first night to the homes above, a year and a half each or so. */
function earlier(came: DayNumber, first: DayNumber, chance: Chance): readonly DayNumber[] {
  const days = first - came
  if (days < 20) return []
  const many = Math.min(4, Math.floor((days / 640) * (0.5 + chance.next())))
  const cuts = Array.from({ length: many }, () => came + chance.whole(10, Math.max(11, days - 10)))
  return [came, ...cuts].toSorted((a, b) => a - b).filter((day, at, all) => at === 0 || day - (all[at - 1] ?? 0) > 7)
}

function kindNow({ place, kin, members }: Unit, { settled, standing, today }: Telling): PlaceCode {
  const disabled = members.some(({ need }) => need === 'N2')
  const baby = members.every(({ born }) => today - born < 700)
  const foster = kin ? (settled ? 'U1' : 'U3') : settled && standing === 'C2' ? 'U4' : 'U6'
  const kinds = {
    adoption: 'A6',
    parents: 'P1',
    'supported accommodation': 'K3',
    "children's home": 'K2',
    'other residential': baby && !disabled ? 'R3' : 'R1',
    foster,
  } as const satisfies Record<Unit['place'], PlaceCode>
  return kinds[place]
}

/** No home of today's kind before this day: an order has to be there for adoption, sixteen years for supported accommodation. */
function earliest({ place, members }: Unit, orders: DayNumber): DayNumber {
  if (place === 'supported accommodation') return Math.max(...members.map(sixteenOf))
  return place === 'adoption' ? orders + 20 : Number.NEGATIVE_INFINITY
}

/** The first day of each home, in order; the first is the day of coming into care. */
function starts(unit: Unit, telling: Telling & { readonly orders: DayNumber }, chance: Chance): readonly DayNumber[] {
  const { today, orders } = telling
  const came = Math.min(...unit.members.map((one) => one.came))
  const bound = earliest(unit, orders)
  const moves = movesInYear(came, telling, chance)
  const current =
    moves.length > 0 ? (came > today - 366 ? came : within(chance, came, today - 368)) : since(came, telling, chance)
  const days = [came, ...earlier(came, current, chance), current, ...moves].filter(
    (day) => day === came || day - came > 5,
  )
  const last = days.at(-1) ?? came
  if (last >= bound) return [...new Set(days)]
  // A move of its own, into today's kind of home.
  const moved = within(chance, Math.max(bound, came + 5, unit.place === 'adoption' ? today - 330 : bound), today - 8)
  return [...new Set([...days.filter((day) => day < moved - 6), moved])]
}

type Shape = Pick<Home, 'kind' | 'provider' | 'postcode'>
function earlierHome(age: number, { family, seed }: Telling, key: string): Shape {
  const chance = chanceFrom(`${seed} ${key}`)
  const cell = chance.weighted({ 'inside, near': 54, 'outside, near': 37, 'outside, far': 9 })
  const kind = age > 11 && chance.happens(0.14) ? 'K2' : 'U6'
  const provider = kind === 'K2' ? 'PR4' : chance.weighted({ PR1: 58, PR4: 36, PR5: 6 })
  return { kind, provider, postcode: family === null ? somewhereInside(chance) : somewhere(cell, family, chance) }
}

function homeNow(unit: Unit, telling: Telling, chance: Chance): Shape {
  const { family, cell, provider } = telling
  const kind = kindNow(unit, telling)
  if (kind === 'P1') return { kind, provider: 'PR0', postcode: family }
  if (cell === 'inside, unknown' || cell === 'outside, unknown') {
    const postcode = cell === 'inside, unknown' ? somewhereInside(chance) : somewhereBeside(chance)
    return { kind, provider, postcode }
  }
  return { kind, provider, postcode: family === null ? somewhereInside(chance) : somewhere(cell, family, chance) }
}

const registered = (kind: PlaceCode, chance: Chance): string | null =>
  kind === 'P1' || kind.startsWith('A') ? null : `SC${chance.whole(100_000, 599_999)}`

/** Of a whole unit, from the day on which the first of them came. `orders`: when the last of their placement orders was made. */
function homesOfUnit(unit: Unit, telling: Telling & { readonly orders: DayNumber }): readonly Home[] {
  const chance = chanceFrom(`${telling.seed} homes ${unit.key}`)
  const days = starts(unit, telling, chance)
  const [eldest = 0] = unit.members.map(({ born }) => born).toSorted((a, b) => a - b)
  return days.map((day, at): Home => {
    const key = `${unit.key} ${at}`
    const last = at === days.length - 1
    const shape = last ? homeNow(unit, telling, chance) : earlierHome((day - eldest) / 365.25, telling, key)
    const meant = at === days.length - 2 && (unit.place !== 'foster' || unit.kin || telling.settled)
    const ended = last ? null : meant ? 'CARPL' : chance.weighted(WHY_ENDED)
    return { ...shape, key, since: day, until: days[at + 1], registration: registered(shape.kind, chance), ended }
  })
}

/** As one member of the unit lived in them. */
export function homesOf(
  unit: Unit,
  telling: Telling & { readonly orders: DayNumber },
): ReadonlyMap<string, readonly Home[]> {
  const homes = homesOfUnit(unit, telling)
  const lived = (one: Person) =>
    homes.flatMap((home) =>
      home.until !== undefined && home.until <= one.came ? [] : [{ ...home, since: Math.max(home.since, one.came) }],
    )
  return new Map(unit.members.map((one) => [one.code, lived(one)]))
}
