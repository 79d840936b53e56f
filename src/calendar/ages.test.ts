// Ages attained, and ages on a day, with both settings for a birthday on 29 February.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ageOn, ageOnNumber, attainsAge, attainsAgeNumber, type LeapBirthday } from './ages.ts'
import { day } from './iso-day.ts'

const ATTAINS: readonly [string, number, LeapBirthday | undefined, string][] = [
  ['2008-02-29', 18, undefined, '2026-03-01'],
  ['2008-02-29', 18, 'first-of-march', '2026-03-01'],
  ['2008-02-29', 18, 'last-of-february', '2026-02-28'],
  ['2012-02-29', 16, undefined, '2028-02-29'],
  ['2012-02-29', 16, 'last-of-february', '2028-02-29'],
  ['2021-02-28', 5, undefined, '2026-02-28'],
  ['2008-06-30', 18, undefined, '2026-06-30'],
]

for (const [born, years, setting, on] of ATTAINS) {
  test(`born ${born}, ${years} on ${on} (${setting ?? 'as usual'})`, () =>
    assert.equal(attainsAge(day(born), years, setting), on))
}

const AGES: readonly [string, string, LeapBirthday | undefined, number][] = [
  ['2010-06-15', '2026-06-14', undefined, 15],
  ['2010-06-15', '2026-06-15', undefined, 16],
  ['2008-02-29', '2026-02-28', undefined, 17],
  ['2008-02-29', '2026-02-28', 'last-of-february', 18],
  ['2008-02-29', '2026-03-01', undefined, 18],
  ['2026-11-23', '2026-11-23', undefined, 0],
  ['2026-11-23', '2026-11-22', undefined, -1],
]

for (const [born, on, setting, age] of AGES) {
  test(`born ${born}, aged ${age} on ${on} (${setting ?? 'as usual'})`, () =>
    assert.equal(ageOn(day(born), day(on), setting), age))
}

test('an age is held from the day it is attained to the day before the next', () => {
  const born = fc.integer({ min: 10_000, max: 25_000 })
  const setting = fc.constantFrom<LeapBirthday>('first-of-march', 'last-of-february')
  fc.assert(
    fc.property(born, fc.integer({ min: 0, max: 100 }), setting, (n, years, leapBirthday) => {
      const attained = attainsAgeNumber(n, years, leapBirthday)
      assert.equal(ageOnNumber(n, attained, leapBirthday), years)
      assert.equal(ageOnNumber(n, attained - 1, leapBirthday), years - 1)
    }),
  )
})
