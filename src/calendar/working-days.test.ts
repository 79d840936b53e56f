// Working days held against a plain day-by-day count, and what is unknown shown to be unknown.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day, dayOf, numberOf } from './iso-day.ts'
import { weekdayOf } from './wording.ts'
import {
  addWorkingDays,
  bankHolidays,
  bankHolidaysKnown,
  isWorkingDay,
  nextWorkingDayOnOrAfter,
  previousWorkingDayOnOrBefore,
  workingDaysAfter,
  workingDaysBetween,
  workingDaysSpan,
} from './working-days.ts'

const FIRST = numberOf(bankHolidaysKnown.from)
const LAST = numberOf(bankHolidaysKnown.until)

function plainCount(from: number, count: number): number | undefined {
  const step = Math.sign(count)
  let n = from
  let left = Math.abs(count)
  while (left > 0) {
    n += step
    if (n < FIRST || n > LAST) return undefined
    if (new Date(n * 86_400_000).getUTCDay() % 6 !== 0 && !bankHolidays.has(dayOf(n))) left -= 1
  }
  return n
}

test('adding equals counting day by day, both ways, up to and over the edges of what is known', () => {
  const starts = fc.integer({ min: FIRST - 20, max: LAST + 20 })
  const counts = fc.integer({ min: -300, max: 300 }).filter((count) => count !== 0)
  fc.assert(
    fc.property(starts, counts, (n, count) => {
      assert.equal(workingDaysAfter(n, count), plainCount(n, count), `${dayOf(n)} and ${count}`)
    }),
    { numRuns: 3000 },
  )
})

test('the days between are the days added', () => {
  fc.assert(
    fc.property(fc.integer({ min: FIRST, max: LAST }), fc.integer({ min: -200, max: 200 }), (n, count) => {
      const due = workingDaysAfter(n, count)
      if (due !== undefined) assert.equal(workingDaysSpan(n, due), count)
    }),
    { numRuns: 2000 },
  )
})

const CASES = [
  { from: '2026-04-02', count: 1, due: '2026-04-07', why: 'Easter' },
  { from: '2022-09-16', count: 1, due: '2022-09-20', why: 'the State Funeral, a one-off day' },
  { from: '2022-06-01', count: 1, due: '2022-06-06', why: 'the Jubilee and the moved spring holiday' },
  { from: '2020-05-07', count: 1, due: '2020-05-11', why: 'the early May holiday moved to Friday 8 May' },
  { from: '2020-05-01', count: 1, due: '2020-05-04', why: 'the Monday it was moved from is worked' },
  { from: '2027-12-24', count: 1, due: '2027-12-29', why: 'substitutes for a Christmas weekend' },
  { from: '2026-04-08', count: -3, due: '2026-04-01', why: 'back over Easter' },
  { from: '2026-02-28', count: 0, due: '2026-02-28', why: 'none' },
  { from: '2009-12-31', count: 1, due: '2010-01-04', why: 'every counted day is known' },
  { from: '2009-12-30', count: 1, due: undefined, why: 'New Year’s Eve 2009 is not known' },
  { from: '2028-12-28', count: 1, due: '2028-12-29', why: 'the last known working day' },
  { from: '2028-12-29', count: 1, due: undefined, why: 'beyond the last known year' },
  { from: '2010-01-04', count: -1, due: undefined, why: 'before the first known year' },
  { from: '2040-01-04', count: 0, due: undefined, why: 'far beyond' },
] as const

for (const { from, count, due, why } of CASES) {
  test(`${from} and ${count} working days is ${due ?? 'unknown'}: ${why}`, () =>
    assert.equal(addWorkingDays(day(from), count), due))
}

test('bank holidays are unknown outside the known years, not absent', () => {
  assert.equal(isWorkingDay(day('2009-12-31')), undefined)
  assert.equal(isWorkingDay(day('2029-01-02')), undefined)
  assert.equal(previousWorkingDayOnOrBefore(day('2029-01-02')), undefined)
  assert.equal(previousWorkingDayOnOrBefore(day('2029-01-01')), undefined)
  assert.equal(nextWorkingDayOnOrAfter(day('2028-12-30')), undefined)
  assert.equal(nextWorkingDayOnOrAfter(day('2009-12-31')), undefined)
  assert.equal(previousWorkingDayOnOrBefore(day('2010-01-01')), undefined)
  assert.equal(workingDaysBetween(day('2028-12-01'), day('2029-01-01')), undefined)
  assert.equal(workingDaysBetween(day('2029-01-02'), day('2028-12-01')), undefined)
})

test('on or before, on or after', () => {
  assert.equal(previousWorkingDayOnOrBefore(day('2026-04-06')), '2026-04-02')
  assert.equal(previousWorkingDayOnOrBefore(day('2026-04-02')), '2026-04-02')
  assert.equal(nextWorkingDayOnOrAfter(day('2026-04-03')), '2026-04-07')
  assert.equal(nextWorkingDayOnOrAfter(day('2026-04-07')), '2026-04-07')
})

test('each known year has eight bank holidays or more, all on weekdays, none twice', () => {
  for (let year = 2010; year <= 2028; year += 1) {
    const ofYear = [...bankHolidays.keys()].filter((on) => on.startsWith(`${year}-`))
    assert.ok(ofYear.length >= 8, `${year}: ${ofYear.length}`)
    for (const on of ofYear) assert.ok(weekdayOf(on) < 5, on)
  }
  assert.equal(bankHolidays.size, 157)
})
