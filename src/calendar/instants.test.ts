// Moments: elapsed hours over clock changes, and the London day held against Intl.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FIRST_NUMBER, LAST_NUMBER } from './civil.ts'
import {
  addHours,
  hoursBetween,
  instant,
  instantOf,
  londonDay,
  londonMidnight,
  millisecondsOf,
  parseInstant,
} from './instants.ts'
import { day, dayOf } from './iso-day.ts'

const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short' })
const since1981 = fc.integer({ min: Date.UTC(1981, 0, 1), max: Date.UTC(2037, 11, 31) })

test('the London day is the one Intl shows, at any moment since 1981', () => {
  fc.assert(
    fc.property(since1981, (milliseconds) => {
      assert.equal(londonDay(instantOf(milliseconds)), london.format(milliseconds))
    }),
    { numRuns: 3000 },
  )
})

test('the London day is the one Intl shows in the hours about midnight, every day of 1981 to 2037', () => {
  for (let at = Date.UTC(1981, 0, 1); at < Date.UTC(2037, 11, 31); at += 86_400_000) {
    for (const before of [3_600_001, 3_600_000, 1, 0]) {
      assert.equal(londonDay(instantOf(at - before + 86_400_000)), london.format(at - before + 86_400_000))
    }
  }
})

test('a London day starts at its own midnight', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4019, max: 24_000 }), (n) => {
      const midnight = londonMidnight(dayOf(n))
      assert.equal(londonDay(midnight), dayOf(n))
      assert.equal(londonDay(instantOf(millisecondsOf(midnight) - 1)), dayOf(n - 1))
    }),
  )
  assert.equal(londonMidnight(day('2026-04-01')), '2026-03-31T23:00:00Z')
  assert.equal(londonMidnight(day('2026-03-29')), '2026-03-29T00:00:00Z')
  assert.equal(londonMidnight(day('2026-10-25')), '2026-10-24T23:00:00Z')
})

test('a moment is written as Date writes it, and read back, in any year', () => {
  const any = fc.integer({ min: FIRST_NUMBER * 86_400_000, max: (LAST_NUMBER + 1) * 86_400_000 - 1 })
  fc.assert(
    fc.property(any, (milliseconds) => {
      const moment = instantOf(milliseconds)
      assert.equal(moment, new Date(milliseconds).toISOString().replace('.000Z', 'Z'))
      assert.equal(millisecondsOf(moment), milliseconds)
      assert.equal(parseInstant(moment), moment)
    }),
    { numRuns: 3000 },
  )
})

test('before 1981 the London clock is not known', () => {
  assert.throws(() => londonDay(instant('1980-12-31T23:59:59Z')), RangeError)
})

test('hours are elapsed hours: clock changes neither add nor take one', () => {
  assert.equal(addHours(instant('2026-03-28T22:15:00Z'), 72), '2026-03-31T22:15:00Z')
  assert.equal(addHours(instant('2026-10-24T22:30:00Z'), 72), '2026-10-27T22:30:00Z')
  assert.equal(hoursBetween(instant('2026-03-28T23:30:00Z'), instant('2026-03-31T23:30:00Z')), 72)
  assert.equal(londonDay(addHours(instant('2026-03-28T23:30:00Z'), 72)), '2026-04-01')
})

const READ = [
  ['2026-03-28T23:30:00Z', '2026-03-28T23:30:00Z'],
  ['2026-03-28T23:30Z', '2026-03-28T23:30:00Z'],
  ['2026-03-28T23:30:00.120Z', '2026-03-28T23:30:00.120Z'],
  ['2026-03-28T23:30:00.000Z', '2026-03-28T23:30:00Z'],
  ['2026-03-28 23:30:00.123456+00', '2026-03-28T23:30:00.123Z'],
  ['2026-07-01T00:30:00+01:00', '2026-06-30T23:30:00Z'],
  ['2026-06-30T20:00:00-0430', '2026-07-01T00:30:00Z'],
] as const

for (const [text, moment] of READ) {
  test(`${text} is ${moment}`, () => {
    assert.equal(parseInstant(text), moment)
    assert.equal(millisecondsOf(instant(text)), Date.parse(moment))
  })
}

const NOT_MOMENTS = [
  '2026-03-28',
  '2026-03-28T23:30:00',
  '2026-02-30T10:00:00Z',
  '2026-03-28T24:00:00Z',
  '2026-03-28T23:60:00Z',
  '2026-03-28T23:30:00+1',
  '0001-01-01T00:30:00+01:00',
  '9999-12-31T23:30:00-01:00',
  'Z',
  '',
]

for (const text of NOT_MOMENTS) {
  test(`${JSON.stringify(text)} is no moment`, () => {
    assert.equal(parseInstant(text), undefined)
    assert.throws(() => instant(text), RangeError)
  })
}
