// The checks of bias, each shown a matching that is biased, and that of Kith.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { chanceFrom } from '#chance'
import { type HomeKnown, STANDARD_POLICY } from '#matching'
import { anyTerms, at, knownHome, wantedHome } from '../matching/test-matching.ts'
import { concentration } from './concentration.ts'
import { differences, FEW, type PlacedChild } from './differences.ts'
import { type Lister, listerOf, swapTest } from './swap.ts'

const chance = chanceFrom('fair')
const WORDS = ['ethnicity: one', 'ethnicity: another', 'faith: one', 'chess', 'football', 'epilepsy'] as const
const homes: readonly HomeKnown[] = Array.from({ length: 80 }, (_, each) =>
  knownHome(`H${each}`, {
    at: at(chance.whole(1, 45)),
    answers: { yes: WORDS.filter(() => chance.happens(0.4)), willing: [], no: [] },
    terms: { ...anyTerms, sex: chance.happens(0.2) ? chance.pick(['female', 'male']) : undefined },
  }),
)
const request = wantedHome({
  needs: ['epilepsy'],
  likes: ['chess', 'football'],
  about: { ethnicity: 'one', religion: 'one' },
})
const list = listerOf(STANDARD_POLICY)
const moved = (of: Lister, from = request) => [
  ...new Set(
    swapTest(from, homes, of)
      .filter(({ same }) => !same)
      .map(({ field }) => field),
  ),
]

describe('the swap test', () => {
  test('no protected field moves the list', () => assert.deepEqual(moved(list), []))

  test('it sees a matching that looks at ethnicity, and one that looks at sex', () => {
    const byEthnicity: Lister = (of, from) => list({ ...of, likes: [`ethnicity: ${of.about.ethnicity ?? ''}`] }, from)
    const bySex: Lister = (of, from) =>
      list({ ...of, likes: of.children[0].sex === 'male' ? ['football'] : ['chess'] }, from)
    assert.deepEqual([moved(byEthnicity), moved(bySex)], [['ethnicity'], ['sex']])
  })

  test('what a child says matters moves it, whatever the child is', () => {
    const said = wantedHome({ ...request, matters: [{ kind: 'faith', word: 'faith: one', strength: 'essential' }] })
    assert.notDeepEqual(list(said, homes), list(request, homes))
    assert.deepEqual(moved(list, said), [])
  })
})

test('the busiest tenth of homes, and when to look closer', () => {
  const spread = Array.from({ length: 40 }, (_, each) => `H${each % 20}`)
  const even = concentration(spread, { homes: 40, alertOver: 0.3 })
  assert.deepEqual([even.share, even.alert, even.busiest.length], [0.2, false, 4])
  const same = concentration([...spread.slice(0, 20), ...Array.from({ length: 20 }, () => 'H1')], {
    homes: 40,
    alertOver: 0.3,
  })
  assert.deepEqual([same.share, same.alert, same.busiest[0]], [0.6, true, { home: 'H1', firsts: 21 }])
  assert.deepEqual(concentration([], { homes: 0, alertOver: 0.3 }).share, 0)
})

describe('who waits longer and lives further', () => {
  const some = (count: number, facts: Partial<PlacedChild> & { of: string }) =>
    Array.from({ length: count }, (_, each) => ({
      days: each,
      failingMiles: each < 6 ? 30 : 10,
      together: undefined,
      ...facts,
    }))

  test('medians and shares by group, of failing distance only', () => {
    const found = differences(
      [...some(12, { of: 'a' }), ...some(12, { of: 'b', failingMiles: undefined })],
      ({ of }) => of,
    )
    assert.deepEqual(found, [
      { group: 'a', children: 12, medianDays: 5.5, medianMiles: 20, over20: 0.5, together: undefined },
      { group: 'b', children: 12, medianDays: 5.5, medianMiles: undefined, over20: undefined, together: undefined },
    ])
  })

  test('fewer than five are hidden, and with one hidden group the next smallest', () => {
    const found = differences(
      [...some(4, { of: 'a' }), ...some(9, { of: 'b' }), ...some(12, { of: 'c' })],
      ({ of }) => of,
    )
    assert.deepEqual(
      found.map(({ group, children }) => [group, children]),
      [
        ['a', FEW],
        ['b', FEW],
        ['c', 12],
      ],
    )
    const two = differences(
      [...some(4, { of: 'a' }), ...some(3, { of: 'b' }), ...some(12, { of: 'c' })],
      ({ of }) => of,
    )
    assert.deepEqual(
      two.map(({ children }) => children),
      [FEW, FEW, 12],
    )
  })

  test('a share is hidden where few are in it, or few are not', () => {
    const shareOf = (yes: number) =>
      differences(
        [...some(yes, { of: 'a', together: true }), ...some(12 - yes, { of: 'a', together: false })],
        ({ of }) => of,
      )[0]?.together
    assert.deepEqual([shareOf(3), shareOf(6), shareOf(9), shareOf(12)], [FEW, 0.5, FEW, 1])
  })
})
