// The invented council: the published figures within their tolerance for ten seeds, the law at every age, the same to the byte.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageOn, day, dayOf } from '#calendar'
import { type InventedCouncil, inventCouncil } from './council.ts'
import { figuresOf, groupsOf } from './figures.ts'
import { milesBetween } from './places.ts'
import * as published from './published-data.ts'
import { crowdIn } from './test-crowd.ts'

const TODAY = day('2027-03-31')
const SEEDS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']
const councils = new Map(SEEDS.map((seed) => [seed, inventCouncil({ children: 351, seed }, TODAY)]))

const SHARES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  age: published.AGES,
  status: published.STATUSES,
  place: published.PLACES,
  provider: published.PROVIDERS,
  need: published.NEEDS,
  ethnicity: published.ETHNICITIES,
  locality: published.LOCALITIES,
}

function outside(council: InventedCouncil): readonly string[] {
  const figures = figuresOf(council)
  const ten = Object.entries(published.TARGETS).flatMap(([name, [wanted, tolerance]]) => {
    const found = new Map(Object.entries(figures)).get(name) ?? Number.NaN
    return Math.abs(found - wanted) <= tolerance ? [] : [`${name}: ${found}, not ${wanted}`]
  })
  const groups = Object.entries(groupsOf(council)).flatMap(([name, counted]) => {
    const shares = SHARES[name] ?? {}
    const all = Object.values(shares).reduce((sum, one) => sum + one, 0)
    return [...new Set([...Object.keys(shares), ...counted.keys()])].flatMap((key) => {
      const p = (shares[key] ?? 0) / all
      const found = (counted.get(key) ?? 0) / council.children
      const tolerance = Math.max(0.04, 2.6 * Math.sqrt((p * (1 - p)) / council.children))
      return Math.abs(found - p) <= tolerance ? [] : [`${name}, ${key}: ${found}, not ${p}`]
    })
  })
  return [...ten, ...groups]
}

for (const [seed, council] of councils)
  test(`351 children of seed ${seed} meet the ten figures, and every share within its tolerance`, () => {
    assert.deepEqual(outside(council), [])
  })

test('a council with a share moved is outside: the check above bites', () => {
  const [council] = [...councils.values()]
  assert.ok(council)
  const everybody = council.everybody.map((one, at) =>
    at % 9 === 0 ? { ...one, sex: 'F' as const, need: 'N6' as const } : one,
  )
  assert.ok(outside({ ...council, everybody }).length >= 2)
})

test('the same figures give the same council to the byte, another seed another', () => {
  const text = (seed: string) => JSON.stringify(inventCouncil({ children: 351, seed }, TODAY))
  assert.equal(text('1'), text('1'))
  assert.notEqual(text('1'), text('2'))
})

test('a small council and a large one are made as well', () => {
  for (const children of [20, 60, 2000]) {
    const { everybody } = inventCouncil({ children, seed: '1' }, TODAY)
    assert.equal(everybody.filter(({ left }) => left === undefined).length, children)
  }
})

const everybody = [...councils.values()].flatMap((council) => council.everybody)
const age = (born: number, on: number): number => ageOn(dayOf(born), dayOf(on))

test('every life holds together: born first, one home after the other, in order, to the day', () => {
  const odd = everybody.flatMap((one) => {
    const { code, born, came, homes, statuses, left } = one
    const ordered = homes.every(
      ({ since, until }, at) =>
        since >= came &&
        (at === homes.length - 1 ? until === undefined : until === homes[at + 1]?.since && (until ?? 0) > since),
    )
    const law = statuses.every(({ since }, at) => since >= came && since > (statuses[at - 1]?.since ?? 0))
    const first = homes[0]?.since === came && statuses[0]?.since === came && came > born
    const ended = left === undefined || left.on > (homes.at(-1)?.since ?? 0)
    return ordered && law && first && ended ? [] : [code]
  })
  assert.deepEqual(odd, [])
})

test('the law at every age: no supported accommodation under 16, no care order from 17, no placement order without one before', () => {
  const young = everybody.filter(({ born, homes }) =>
    homes.some(({ kind, since }) => kind === 'K3' && age(born, since) < 16),
  )
  const ordered = everybody.filter(({ born, statuses }) =>
    statuses.some(({ code, since }) => (code === 'C1' || code === 'C2') && age(born, since) >= 17),
  )
  const adopted = everybody.filter(({ statuses, homes }) =>
    homes.some(
      ({ kind, since }) =>
        kind.startsWith('A') && (statuses.find(({ code }) => code === 'E1')?.since ?? Infinity) > since,
    ),
  )
  const parents = everybody.filter(
    ({ statuses, homes }) =>
      homes.some(({ kind }) => kind === 'P1') && !statuses.some(({ code }) => code === 'C2' || code === 'C1'),
  )
  const protection = everybody.filter(({ statuses }) =>
    statuses.some(({ code, since }, at) => code === 'L1' && (statuses[at + 1]?.since ?? Infinity) - since > 3),
  )
  assert.deepEqual(
    [young, ordered, adopted, parents, protection].map((found) => found.map(({ code }) => code)),
    [[], [], [], [], []],
  )
})

test('brothers and sisters have one family, one home of origin, births a year apart or nearly, and names of their own', () => {
  for (const council of councils.values())
    for (const family of crowdIn(council)) {
      assert.equal(new Set(family.map(({ called }) => called)).size, 1)
      assert.equal(new Set(family.map(({ home }) => home)).size, 1)
      assert.equal(new Set(family.map(({ given }) => given)).size, family.length)
      const births = family.map(({ born }) => born).sort((a, b) => a - b)
      for (const [at, born] of births.entries()) assert.ok(at === 0 || born - (births[at - 1] ?? 0) >= 300)
    }
})

test('four families in ten have more than one child here, and most of them live together', () => {
  const families = [...councils.values()].flatMap(crowdIn)
  const children = families.flat().length
  const together = families
    .flat()
    .filter((one) =>
      families.some(
        (family) =>
          family.includes(one) &&
          family.some((other) => other !== one && other.homes.at(-1)?.key === one.homes.at(-1)?.key),
      ),
    )
  assert.ok(children > 351 * 10 * 0.4, String(children))
  assert.ok(together.length / children > 0.4, String(together.length / children))
})

test('nobody who came alone has a home in this country to count miles from', () => {
  const alone = everybody.filter((one) => one.alone)
  assert.ok(alone.length >= 190)
  assert.ok(alone.every(({ home, homes }) => milesBetween(home, homes.at(-1)?.postcode ?? null) === undefined))
})
