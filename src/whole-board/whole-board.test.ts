// What one home costs the others, in miles or in bands; and checks of bias that would see a matching that is biased.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#calendar'
import type { HomeKnown } from '#matching'
import { whatIfWords } from '#placing-together'
import { groupsWaiting, type Waiting } from '#who-waits'
import { differencesBy, firstsOf, type LivesSo, swapsOf } from './fairness.ts'
import { farFrom, laidOut, listOf, takenBy } from './laid-out.ts'

const TODAY = day('2026-06-30')
const at = (miles: number) => ({
  easting: 430_000 + Math.round(miles * 1609.3),
  northing: 390_000,
  authority: 'E08000039',
})
const waits = (child: string, more: Partial<Waiting> = {}): Waiting => ({
  ...{
    child,
    why: 'unplanned',
    placement: 'p',
    kind: 'U4',
    since: day('2026-06-20'),
    born: day('2014-01-01'),
    sex: '2',
  },
  ...{
    from: at(0),
    fromKept: false,
    sector: 'VD4 1',
    siblings: [],
    ethnicity: null,
    alone: false,
    asked: null,
    apart: [],
    ...more,
  },
})
const home = (id: string, miles: number, more: Partial<HomeKnown> = {}): HomeKnown => ({
  ...{ id, called: id, kind: 'foster', at: at(miles), precision: 'full', protected: false, standing: 'approved' },
  ...{ approvedByUs: true, free: 1, living: [], exempted: [], apartFrom: [], declines: [], keen: false },
  terms: { most: 3, fromAge: 0, toAge: 17, sex: undefined, onlyFor: undefined },
  answers: { yes: [], willing: [], no: [] },
  ...more,
})
const laid = (waiting: readonly Waiting[], homes: readonly HomeKnown[]) =>
  laidOut(groupsWaiting(waiting, { on: TODAY, council: 'E08000039', called: (id) => id, ageOf: () => 12 }), homes)

describe('all who wait and all places', () => {
  const brothers = [waits('Ben', { siblings: ['Cal'] }), waits('Cal', { siblings: ['Ben'] })]
  const board = laid([waits('Ava'), ...brothers], [home('near', 4, { free: 2 }), home('far', 34, { free: 2 })])

  test('if one takes this place, the nearest left for two brothers is 34 miles away', () => {
    const found = takenBy(board, { group: 'Ava', home: 'near' })
    assert.ok(found !== 'notOpen')
    assert.deepEqual(
      whatIfWords('Ava', found, () => 'the two brothers'),
      ['If Ava takes this place, the nearest left for the two brothers is 34 miles away; now it is 4 miles.'],
    )
  })
  test('a home without a free place is on no board, and one outside its terms is not open', () => {
    const some = laid(
      [waits('Ava')],
      [
        home('full', 1, { free: 0 }),
        home('boys', 1, { terms: { most: 1, fromAge: 0, toAge: 17, sex: 'male', onlyFor: undefined } }),
      ],
    )
    assert.deepEqual(
      some.homes.map(({ id }) => id),
      ['boys'],
    )
    assert.equal(takenBy(some, { group: 'Ava', home: 'boys' }), 'notOpen')
    assert.equal(takenBy(some, { group: 'Ava', home: 'full' }), 'notOpen')
    assert.equal(listOf(some, 'nobody'), undefined)
  })
  test('a protected address tells its band, whichever end it is', () => {
    const kept = laid(
      [waits('Ava'), waits('Dee', { fromKept: true })],
      [home('kept', 34, { protected: true }), home('open', 34)],
    )
    const far = farFrom(kept)
    assert.deepEqual(far('Ava', 'kept'), { order: 1000, words: 'over 20 miles' })
    assert.deepEqual(far('Dee', 'open'), { order: 1000, words: 'over 20 miles' })
    assert.equal(far('Ava', 'open')?.words, '34 miles')
  })
})

describe('checks of bias', () => {
  const board = laid(
    [waits('Ava', { ethnicity: 'BCRB' }), waits('Ben', { sex: '1', alone: true })],
    [home('one', 3), home('two', 9)],
  )
  test('what must not count is turned and changes no list', () => {
    const { lists, turned, moved } = swapsOf(board)
    assert.deepEqual([lists, moved], [2, []])
    assert.equal(turned, 30)
  })
  test('the same home first for everybody is seen', () => {
    const { share, alert, busiest } = firstsOf(board)
    assert.deepEqual([share, alert, busiest[0]?.home], [1, true, 'one'])
  })
  test('groups by what the record says; fewer than five are hidden, with the next', () => {
    const lives = (count: number, more: Partial<LivesSo>): LivesSo[] =>
      Array.from({ length: count }, () => ({
        ...{
          days: undefined,
          failingMiles: 12,
          together: undefined,
          age: 8,
          sex: '2',
          ethnicity: 'WBRI',
          alone: false,
        },
        ...more,
      }))
    const all = [...lives(30, {}), ...lives(9, { ethnicity: 'AIND' }), ...lives(3, { ethnicity: 'BAFR' })]
    const told = differencesBy(all, 'ethnicity')
    assert.deepEqual(
      told.map(({ group, children }) => [group, children]),
      [
        ['Asian or Asian British', 'few'],
        ['Black or Black British', 'few'],
        ['White', 30],
      ],
    )
    assert.deepEqual(
      differencesBy(lives(6, { age: null }), 'age').map(({ group }) => group),
      ['not known'],
    )
  })
})
