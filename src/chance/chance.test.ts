// Chance: the same every time from the same seed, and shares that add up.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chanceFrom } from './chance.ts'
import { dealt, givingOut, quotasOf } from './quotas.ts'

const some = (seed: string) => Array.from({ length: 20 }, chanceFrom(seed).next)

test('the same seed gives the same numbers, another seed others', () => {
  assert.deepEqual(some('Wexmoor'), some('Wexmoor'))
  assert.notDeepEqual(some('Wexmoor'), some('Wexmoos'))
  assert.equal(chanceFrom('1').next().toFixed(12), '0.831717249705')
})

test('numbers are spread evenly, and draws stay within what was asked for', () => {
  const chance = chanceFrom('even')
  const tenths = Map.groupBy(Array.from({ length: 20_000 }, chance.next), (number) => Math.floor(number * 10))
  for (const [tenth, found] of tenths) assert.ok(Math.abs(found.length - 2000) < 200, `${tenth}: ${found.length}`)
  const drawn = new Set(Array.from({ length: 500 }, () => chance.whole(3, 6)))
  assert.deepEqual(
    [...drawn].sort((a, b) => a - b),
    [3, 4, 5, 6],
  )
  const weighed = Array.from({ length: 4000 }, () => chance.weighted({ often: 3, seldom: 1, never: 0 }))
  assert.ok(Math.abs(weighed.filter((one) => one === 'often').length - 3000) < 120)
  assert.ok(!weighed.includes('never'))
  assert.deepEqual(
    chance.shuffled([1, 2, 3, 4, 5]).toSorted((a, b) => a - b),
    [1, 2, 3, 4, 5],
  )
})

test('shares become whole numbers that add up, and everybody is dealt one', () => {
  const quotas = quotasOf({ a: 50, b: 33, c: 17 }, 7)
  assert.deepEqual(
    [...quotas],
    [
      ['a', 4],
      ['b', 2],
      ['c', 1],
    ],
  )
  assert.deepEqual(dealt(quotas, chanceFrom('deal')).sort().join(''), 'aaaabbc')
})

test('what is given out several at once ends where it was to end, and only what may be given is', () => {
  const give = givingOut(quotasOf({ a: 6, b: 4 }, 10), chanceFrom('give'))
  const given = [3, 3, 2, 1, 1].map((size) => [give(size), size] as const)
  const sum = (of: string) => given.reduce((total, [one, size]) => total + (one === of ? size : 0), 0)
  assert.deepEqual([sum('a') + sum('b'), sum('a') >= 5], [10, true])
  assert.equal(
    give(1, (key) => key === 'b'),
    'b',
  )
  assert.equal(
    give(1, () => false),
    undefined,
  )
})
