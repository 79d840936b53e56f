// The invented council: everybody in care on the day, those who left lately, and what is decided of each.

import { attainsAgeNumber, type DayNumber, day, type IsoDay, numberOf } from '#calendar'
import { type Chance, chanceFrom } from '#chance'
import { type Sex, slotsOf, stayOf } from './ages-and-stays.ts'
import { decideHomes } from './deciding.ts'
import { type Person, peopleOf } from './families.ts'
import { type Home, homesOf } from './homes.ts'
import { somewhereInside } from './places.ts'
import { type Standing, type Status, standingOf, statusesOf } from './statuses.ts'
import { TOLD } from './told-children-data.ts'
import { type Unit, unitsOf } from './units.ts'
import { type Staff, staffFor, type Turn, workersOf } from './workers.ts'
import { type TimeAway, type Year, yearsOf } from './year.ts'

export type InventedChild = Person & {
  /** The postcode of the family; null: not known, or abroad. */
  readonly home: string | null
  readonly statuses: readonly Status[]
  readonly homes: readonly Home[]
  readonly workers: readonly Turn[]
  readonly health: Year['health']
  readonly away: readonly TimeAway[]
  /** Why and when care ended; undefined: it goes on. */
  readonly left: { readonly on: DayNumber; readonly why: string } | undefined
  /** Their story is written by hand. */
  readonly told: boolean
}
export type Figures = { readonly children: number; readonly seed: string }
export type InventedCouncil = Figures & {
  readonly today: IsoDay
  /** In care first, then those who left. */
  readonly everybody: readonly InventedChild[]
  readonly staff: Staff
}

type Making = { readonly today: DayNumber; readonly seed: string; readonly chance: Chance }
type Lived = Pick<InventedChild, 'home' | 'statuses' | 'homes'>

/** Families, how they stand, and every home. */
function livesOf(people: readonly Person[], making: Making): ReadonlyMap<string, Lived> {
  const { today, seed, chance } = making
  const standing = standingOf(people, today, chance)
  const units = unitsOf(people, { standing, today, chance })
  const decided = decideHomes(units, { today, children: people.length, chance })
  const families = new Map<number, string>()
  const lived = new Map<string, Lived>()
  for (const unit of units) {
    const choice = decided.get(unit.key)
    const [first] = unit.members
    if (choice === undefined || first === undefined) continue
    const home = families.get(first.family) ?? somewhereInside(chance)
    families.set(first.family, home)
    const family = first.alone ? null : home
    const statuses = statusesIn(unit, standing, making)
    const orders = Math.max(...[...statuses.values()].flatMap((all) => all.at(-1)?.since ?? []))
    const homes = homesOf(unit, { ...choice, standing: standing.get(first.code) ?? 'C2', family, today, seed, orders })
    for (const { code } of unit.members)
      lived.set(code, { home: family, statuses: statuses.get(code) ?? [], homes: homes.get(code) ?? [] })
  }
  return lived
}

function statusesIn(
  unit: Unit,
  standing: ReadonlyMap<string, Standing>,
  { today, seed }: Making,
): ReadonlyMap<string, readonly Status[]> {
  return new Map(
    unit.members.map((one) => {
      // One court hears a family: whoever came on one day has the same days.
      const chance = chanceFrom(`${seed} court ${one.family} ${one.came}`)
      return [one.code, statusesOf(one, standing.get(one.code) ?? 'C2', { today, chance })]
    }),
  )
}

const YEAR = 365.25
/** Care ends with the birthday itself, and not by reckoning a day later. */
const eighteenOf = (born: DayNumber): DayNumber => attainsAgeNumber(born, 18)

/** Days before today between which somebody left: lately, or in the years before of which homes are recorded. */
type Left = { readonly at: number; readonly from: number; readonly to: number }
/** One who left: `on` is the day, `grown` because of turning 18. */
function leaver({ at, from, to }: Left, { today, seed, chance }: Making, staff: Staff): InventedChild {
  const end = today - chance.whole(from, to)
  const grown = chance.happens(0.45)
  const age = grown ? 18 * YEAR : chance.whole(500, 5600)
  const born = Math.floor(end - age) - (grown ? 1 : 0)
  const left = grown ? eighteenOf(born) : end
  const days = grown ? chance.whole(400, 2600) : chance.whole(120, Math.min(1100, Math.floor(age) - 5))
  const slot = { born, sex: sexOf(chance), alone: false, stay: stayOf(days) ?? 'middle', came: left - days } as const
  const own = { today: left, seed: `${seed} left ${at}`, chance: chanceFrom(`${seed} left ${at}`) }
  const standing: Standing = grown ? (days > 700 ? 'C2' : 'V2') : chance.happens(0.5) ? 'C1' : 'V2'
  const why = grown
    ? chance.weighted({ E5: 45, E17: 40, E6: 15 })
    : chance.weighted({ E4A: 48, E45: 32, E41: 12, E4B: 8 })
  const [person] = peopleOf([slot], own)
  if (person === undefined) throw new Error('Nobody left.')
  const code = `L${String(at + 1).padStart(6, '0')}`
  const worker = { worker: at % staff.former, former: true, since: left - days, until: left }
  return {
    ...{ ...person, ...livedUntil(person, { ...own, standing, why, code }), code, family: -1 - at, workers: [worker] },
    ...{ health: undefined, away: [], left: { on: left, why }, told: false },
  }
}

type Leaving = Making & { readonly standing: Standing; readonly why: string; readonly code: string }
function livedUntil(person: Person, { standing, why, code, ...own }: Leaving): Lived {
  const place = why === 'E5' ? 'supported accommodation' : 'foster'
  const unit: Unit = { key: code, members: [person], place, kin: why === 'E45' }
  const home = somewhereInside(own.chance)
  const statuses = statusesOf(person, standing, own)
  const cell = own.chance.weighted({ 'inside, near': 60, 'outside, near': 40 })
  const choice = { provider: 'PR1', cell, homes: 1, settled: false, standing, family: home } as const
  const homes = homesOf(unit, { ...own, ...choice, orders: statuses.at(-1)?.since ?? own.today })
  return { home, statuses, homes: homes.get(person.code) ?? [] }
}

/** Some who left within three years, half of them because they turned 18: who was there then is known to have been. */
function leavers(children: number, making: Making, staff: Staff): readonly InventedChild[] {
  const lately = Math.round(children * 0.12)
  const before = Math.round(children * 0.13)
  return Array.from({ length: lately + before }, (_, at) =>
    leaver(at < lately ? { at, from: 8, to: 520 } : { at, from: 521, to: 1100 }, making, staff),
  )
}

const sexOf = (chance: Chance): Sex => (chance.happens(0.6) ? 'M' : 'F')

const on = (written: string): DayNumber => numberOf(day(written))

function toldChildren(today: DayNumber): readonly Omit<InventedChild, 'workers' | 'health' | 'away'>[] {
  return TOLD.map(({ statuses, homes, family, born, ...who }, at) => {
    const came = on(statuses[0].since)
    const lived = homes.map((one, turn): Home => {
      const next = homes[turn + 1]?.since
      const until = next === undefined ? undefined : on(next)
      return { ...one, key: `${who.code} ${turn}`, since: on(one.since), until }
    })
    return {
      ...{ ...who, came, home: family, born: on(born), family: 1_000_000 + at, heritage: 'english', alone: false },
      ...{ stay: stayOf(today - came) ?? 'middle', homes: lived, left: undefined, told: true },
      statuses: statuses.map(({ code, since }) => ({ code, since: on(since) })),
    }
  })
}

/** Too few, and three told children would be the council. */
const FEWEST_WITH_TOLD = 60

/** The same figures and the same day give the same council, to the byte. */
export function inventCouncil({ children, seed }: Figures, today: IsoDay): InventedCouncil {
  const now = numberOf(today)
  const making = { today: now, seed, chance: chanceFrom(`${seed} of ${children}`) }
  const told = children >= FEWEST_WITH_TOLD ? toldChildren(now) : []
  const slots = slotsOf(children - told.length, now, making.chance)
  const people = peopleOf(slots, making)
  const lives = livesOf(people, making)
  const staff = staffFor(children)
  const workers = workersOf([...people, ...told], { today: now, staff, chance: making.chance })
  const years = yearsOf(people, making)
  const inCare = people.flatMap((person): InventedChild[] => {
    const lived = lives.get(person.code)
    if (lived === undefined) return []
    return [
      {
        ...person,
        ...lived,
        ...years(person.code),
        workers: workers.get(person.code) ?? [],
        left: undefined,
        told: false,
      },
    ]
  })
  const byHand = told.map(
    (one): InventedChild => ({ ...one, workers: workers.get(one.code) ?? [], health: undefined, away: [] }),
  )
  return { children, seed, today, staff, everybody: [...byHand, ...inCare, ...leavers(children, making, staff)] }
}
