// What leaves the council gives no count of one to five away: not by itself, not by subtraction, not by several sums together.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type Definition, type Measured, measure } from './definition.ts'
import { indicators } from './index.ts'
import { forOutside, givenAway, hidden, hiddenCounts } from './suppression.ts'

const counts = (of: Readonly<Record<string, number>>) => new Map(Object.entries(of))
const sorted = (names: ReadonlySet<string>) => [...names].toSorted()

void test('a small count hides the smallest other of its sum, a zero only where nothing else can', () => {
  const sum = { total: 'all', parts: ['a', 'b', 'c', 'none'] }
  assert.deepEqual(sorted(hiddenCounts(counts({ all: 40, a: 3, b: 12, c: 25, none: 0 }), [sum])), ['a', 'b'])
  assert.deepEqual(sorted(hiddenCounts(counts({ all: 40, a: 3, b: 4, c: 33, none: 0 }), [sum])), ['a', 'b'])
  assert.deepEqual(sorted(hiddenCounts(counts({ all: 30, a: 10, b: 8, c: 12, none: 0 }), [sum])), [])
  assert.deepEqual(sorted(hiddenCounts(counts({ all: 5, a: 5, b: 0 }), [{ total: 'all', parts: ['a', 'b'] }])), [
    'a',
    'all',
  ])
})

void test('two sums that give a count away together are seen', () => {
  const sums = [
    { total: 'all', parts: ['a', 'b', 'c', 'd'] },
    { total: 'pair', parts: ['a', 'b'] },
  ]
  const of = counts({ all: 60, pair: 9, a: 4, b: 5, c: 3, d: 48 })
  assert.deepEqual(givenAway(new Set(['a', 'b', 'c']), sums), ['c'])
  const secret = hiddenCounts(of, sums)
  assert.ok(secret.has('pair') || secret.has('d'))
  assert.deepEqual(
    givenAway(secret, sums).filter((name) => (of.get(name) ?? 0) <= 5),
    [],
  )
})

void test('whatever the counts of a tree of sums, no small one can be worked out', () => {
  const leaf = fc.nat(30)
  fc.assert(
    fc.property(fc.array(fc.array(leaf, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (groups) => {
      const of = new Map<string, number>()
      const sums = groups.map((leaves, at) => {
        for (const [place, count] of leaves.entries()) of.set(`${at}.${place}`, count)
        of.set(
          `${at}`,
          leaves.reduce((sum, count) => sum + count, 0),
        )
        return { total: `${at}`, parts: leaves.map((_, place) => `${at}.${place}`) }
      })
      of.set(
        'all',
        groups.flat().reduce((sum, count) => sum + count, 0),
      )
      const every = [...sums, { total: 'all', parts: groups.map((_, at) => `${at}`) }]
      const secret = hiddenCounts(of, every)
      const small = [...of].filter(([, count]) => count >= 1 && count <= 5).map(([name]) => name)
      for (const name of small) assert.ok(secret.has(name))
      // Only where everything is hidden is there nothing left to hide.
      const betrayed = givenAway(secret, every).filter((name) => small.includes(name))
      if (secret.size < of.size) assert.deepEqual(betrayed, [])
    }),
  )
})

const fixed = (definition: Definition, above: number, below: number | undefined): Measured => ({
  ...measure(definition, [], { first: 0, last: 365 }),
  above,
  below,
  value: below === undefined ? above : (above * 100) / below,
})

void test('a share goes with its numerator, and with the rest of its denominator', () => {
  const shown = (above: number, below: number) => {
    const definition = indicators.find(({ id }) => id === 'dental_pct')
    assert.ok(definition)
    return forOutside([fixed(definition, above, below)])[0]
  }
  assert.deepEqual(shown(40, 100), { id: 'dental_pct', above: 40, below: 100, value: 40 })
  for (const [above, below] of [
    [3, 100],
    [97, 100],
    [3, 4],
  ] as const) {
    const one = shown(above, below)
    assert.equal(one?.value, hidden)
    assert.equal(one?.above, hidden)
  }
})
