// Day strings and day numbers, held against JavaScript's own Date as an independent reckoning.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FIRST_NUMBER, LAST_NUMBER } from './civil.ts'
import { day, dayOf, numberOf, parseDay } from './iso-day.ts'
import { formatDay, formatLongDay, monthWords, weekdayOf } from './wording.ts'

const MILLISECONDS = 86_400_000
const anyNumber = fc.integer({ min: FIRST_NUMBER, max: LAST_NUMBER })

test('a day number is written as Date writes it, and read back', () => {
  fc.assert(
    fc.property(anyNumber, (n) => {
      const written = dayOf(n)
      assert.equal(written, new Date(n * MILLISECONDS).toISOString().slice(0, 10))
      assert.equal(numberOf(written), n)
      assert.equal(dayOf(n), written)
    }),
    { numRuns: 5000 },
  )
})

test('every day of 1890 to 2160 is written as Date writes it', () => {
  for (let n = numberOf(day('1890-01-01')); n <= numberOf(day('2160-12-31')); n += 1) {
    assert.equal(dayOf(n), new Date(n * MILLISECONDS).toISOString().slice(0, 10))
  }
})

test('any year, month and day is taken exactly when Date agrees that it exists', () => {
  const two = (value: number) => String(value).padStart(2, '0')
  const years = fc.integer({ min: 0, max: 9999 })
  fc.assert(
    fc.property(years, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, dayOfMonth) => {
      const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`
      const milliseconds = Date.parse(`${text}T00:00:00Z`)
      const exists =
        year > 0 && !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().slice(0, 10) === text
      assert.equal(parseDay(text) !== undefined, exists, text)
    }),
    { numRuns: 5000 },
  )
})

const NOT_DAYS = [
  '',
  '2026-02-29',
  '2100-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-4-1',
  '0000-01-01',
  '01/04/2026',
  '20260401',
  ' 2026-04-01',
  '2026-04-01T00:00',
  '2026-04-01\n',
  '٢٠٢٦-٠٤-٠١',
]

for (const text of NOT_DAYS) {
  test(`${JSON.stringify(text)} is no day`, () => {
    assert.equal(parseDay(text), undefined)
    assert.throws(() => day(text), RangeError)
  })
}

test('a refused day is not repeated in the error: it may be a date of birth', () => {
  assert.throws(
    () => day('2012-02-30'),
    (error: Error) => !error.message.includes('2012'),
  )
})

test('outside four-digit years, and between days, there is no day', () => {
  for (const n of [FIRST_NUMBER - 1, LAST_NUMBER + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => dayOf(n), RangeError)
  }
})

test('a day in words agrees with Intl', () => {
  const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 60_000 }), (n) => {
      const expected = long.format(new Date(n * MILLISECONDS)).replace(',', '')
      assert.equal(formatLongDay(dayOf(n)), expected)
      assert.equal(weekdayOf(dayOf(n)), (new Date(n * MILLISECONDS).getUTCDay() + 6) % 7)
    }),
  )
  assert.equal(formatDay(day('2026-12-17')), 'Thu 17 Dec 2026')
  assert.equal(formatDay(day('2026-09-01')), 'Tue 1 Sep 2026')
  assert.equal(monthWords('2026-09-30'), 'September 2026')
})
