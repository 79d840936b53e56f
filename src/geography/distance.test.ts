// Distance where a position is missing, rounding against numpy's answers, and the bands.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { distanceBand, distanceBetween, distanceBetweenPlaces, roundedHalfEven } from './distance.ts'

describe('distance as the statistics count it', () => {
  test('no distance is made up where a position is missing', () => {
    const here = { easting: 400000, northing: 300000, authority: 'E06000053' }
    const somewhere = { easting: null, northing: null, authority: 'E06000053' }
    assert.equal(distanceBetweenPlaces(here, undefined), undefined)
    assert.equal(distanceBetweenPlaces(undefined, here), undefined)
    assert.equal(distanceBetweenPlaces(here, somewhere), undefined)
    assert.deepEqual(distanceBetweenPlaces(here, here), { metres: 0, miles: 0 })
  })

  test('a mile is 1.6093 kilometres', () => {
    assert.equal(distanceBetween({ easting: 0, northing: 0 }, { easting: 16093, northing: 0 }).miles, 10)
  })
})

describe('rounding as numpy rounds', () => {
  // Each answer printed by numpy.round(x, 1). Python's round(2.675, 2) style correction must not creep in.
  const cases: ReadonlyArray<readonly [number, number]> = [
    [0.05, 0.0],
    [0.15, 0.2],
    [0.25, 0.2],
    [0.35, 0.4],
    [0.45, 0.4],
    [0.55, 0.6],
    [0.65, 0.6],
    [0.75, 0.8],
    [0.85, 0.8],
    [0.95, 1.0],
    [1.05, 1.0],
    [2.25, 2.2],
    [2.35, 2.4],
    [19.95, 20.0],
    [20.05, 20.0],
    [20.15, 20.2],
    [20.0500001, 20.1],
    [19.94999, 19.9],
    [0, 0],
  ]
  for (const [x, expected] of cases) {
    test(`${x} becomes ${expected}`, () => assert.equal(roundedHalfEven(x, 1), expected))
  }
})

test('a protected home is shown by band', () => {
  const cases = [
    [0, 'under 5 miles'],
    [4.9, 'under 5 miles'],
    [5, '5 to 10 miles'],
    [10, '5 to 10 miles'],
    [10.1, '10 to 20 miles'],
    [20, '10 to 20 miles'],
    [20.1, 'over 20 miles'],
  ] as const
  for (const [miles, band] of cases) assert.equal(distanceBand(miles), band)
})
