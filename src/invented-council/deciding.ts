// Decides for all homes at once what is published of them all: who provides, how far away, how often moved, how long settled.

import type { DayNumber } from '#calendar'
import { type Chance, givingOut, quotasOf } from '#chance'
import type { Decided, ProviderCode } from './homes.ts'
import { PROVIDERS, SETTLED, THREE_HOMES, TWO_HOMES, WHEREABOUTS } from './published-data.ts'
import { sixteenOf, type Unit } from './units.ts'

type Knowing = { readonly today: DayNumber; readonly children: number; readonly chance: Chance }
type Cell = keyof typeof WHEREABOUTS

const sizeOf = ({ members }: Unit): number => members.length
const total = (units: readonly Unit[]): number => units.reduce((sum, unit) => sum + sizeOf(unit), 0)
const alone = ({ members }: Unit): boolean => members.some((one) => one.alone)
/** Units in an order, until so many children are in them. */
function upTo(units: readonly Unit[], children: number): readonly Unit[] {
  let left = children
  return units.filter((unit) => {
    const fits = left >= sizeOf(unit) - 0.5
    if (fits) left -= sizeOf(unit)
    return fits
  })
}

const MAY_PROVIDE: Readonly<Record<Unit['place'], readonly ProviderCode[]>> = {
  foster: ['PR1', 'PR2', 'PR4', 'PR5'],
  'supported accommodation': ['PR4', 'PR5'],
  "children's home": ['PR1', 'PR4'],
  'other residential': ['PR4', 'PR5'],
  adoption: ['PR1', 'PR2', 'PR5'],
  parents: ['PR0'],
}

function providersOf(units: readonly Unit[], { children, chance }: Knowing): ReadonlyMap<string, ProviderCode> {
  const give = givingOut(quotasOf(PROVIDERS, children), chance)
  const free = (unit: Unit) => Number(unit.place === 'foster' && !unit.kin)
  const order = units.toSorted((a, b) => free(a) - free(b) || sizeOf(b) - sizeOf(a))
  return new Map(
    order.map((unit) => {
      const may = unit.kin ? ['PR1' as const] : MAY_PROVIDE[unit.place]
      return [unit.key, give(sizeOf(unit), (one) => may.includes(one)) ?? 'PR1']
    }),
  )
}

/** Far away is likelier for what is bought, and for homes of their own kind; relatives and parents live near. */
function pullAway({ place, kin }: Unit, provider: ProviderCode): number {
  if (place === 'parents') return -9
  const kinds = {
    foster: 0,
    'supported accommodation': 0,
    "children's home": 0.55,
    'other residential': 0.6,
    adoption: 0.3,
  }
  return kinds[place] + (provider === 'PR1' ? -0.45 : 0.15) + (kin ? -0.25 : 0)
}

function cellsOf(
  units: readonly Unit[],
  providers: ReadonlyMap<string, ProviderCode>,
  knowing: Knowing,
): ReadonlyMap<string, Cell> {
  const { chance, children } = knowing
  const wanted = quotasOf(WHEREABOUTS, children)
  const cells = new Map<string, Cell>()
  const unknown = chance.shuffled(units.filter(alone))
  for (const [at, { key }] of unknown.entries()) cells.set(key, at % 4 === 3 ? 'outside, unknown' : 'inside, unknown')
  const order = units
    .filter((unit) => !alone(unit))
    .map((unit) => ({ unit, pull: pullAway(unit, providers.get(unit.key) ?? 'PR4') + chance.normal() * 0.45 }))
    .toSorted((a, b) => b.pull - a.pull)
    .map(({ unit }) => unit)
  for (const cell of ['outside, far', 'outside, near', 'inside, far'] as const)
    for (const { key } of upTo(
      order.filter((unit) => !cells.has(unit.key)),
      wanted.get(cell) ?? 0,
    ))
      cells.set(key, cell)
  for (const { key } of order) if (!cells.has(key)) cells.set(key, 'inside, near')
  return cells
}

const inCohort = (unit: Unit, today: DayNumber): number =>
  unit.members.filter((one) => one.stay === 'long' && sixteenOf(one) > today + 2).length

/** Of long-term children under 16 a published share is settled; of the older ones as many. */
function settledOf(units: readonly Unit[], { today, chance }: Knowing): ReadonlySet<string> {
  const may = chance.shuffled(
    units.filter(
      ({ place, members }) =>
        (place === 'foster' || place === "children's home") && members.some(({ stay }) => stay === 'long'),
    ),
  )
  const cohort = units.reduce((sum, unit) => sum + inCohort(unit, today), 0)
  let left = Math.round(cohort * SETTLED)
  const settled = new Set<string>()
  for (const unit of may.toSorted((a, b) => Number(a.place !== 'foster') - Number(b.place !== 'foster'))) {
    const many = inCohort(unit, today)
    if (many === 0 ? chance.happens(0.6) : left >= many) {
      settled.add(unit.key)
      left -= many
    }
  }
  return settled
}

/** Moves come where they come in life: in the first year, in the teens, in homes that are no family. */
function movedOf(
  units: readonly Unit[],
  settled: ReadonlySet<string>,
  { today, children, chance }: Knowing,
): ReadonlyMap<string, number> {
  const may = units.filter(
    ({ key, place, members }) =>
      !settled.has(key) &&
      place !== 'parents' &&
      place !== 'adoption' &&
      members.every(({ came }) => today - came > 60),
  )
  const order = may
    .map((unit) => {
      const [first] = unit.members
      const teen = first !== undefined && today - first.born > 3652 && !first.alone
      return {
        unit,
        pull:
          Number(teen) +
          Number(first?.stay === 'short') * 0.6 +
          Number(unit.place !== 'foster') * 0.3 +
          chance.next() * 1.6,
      }
    })
    .toSorted((a, b) => b.pull - a.pull)
    .map(({ unit }) => unit)
  const three = upTo(order, Math.round(children * THREE_HOMES))
  const moved = new Map(three.map(({ key }) => [key, chance.happens(0.62) ? 3 : chance.happens(0.6) ? 4 : 5]))
  const adopted = total(units.filter(({ place }) => place === 'adoption'))
  const rest = chance.shuffled(order.filter(({ key }) => !moved.has(key)))
  for (const { key } of upTo(rest, Math.round(children * TWO_HOMES) - adopted)) moved.set(key, 2)
  return moved
}

export function decideHomes(units: readonly Unit[], knowing: Knowing): ReadonlyMap<string, Decided> {
  const providers = providersOf(units, knowing)
  const cells = cellsOf(units, providers, knowing)
  const settled = settledOf(units, knowing)
  const moved = movedOf(units, settled, knowing)
  return new Map(
    units.map(({ key }) => [
      key,
      {
        provider: providers.get(key) ?? 'PR4',
        cell: cells.get(key) ?? 'inside, near',
        homes: moved.get(key) ?? 1,
        settled: settled.has(key),
      },
    ]),
  )
}
