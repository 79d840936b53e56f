// Months, years, weeks and days added: worked cases, and Date as an independent reckoning.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, addMonths, addWeeks, addYears, daysBetween, monthsAfter } from './adding.ts'
import { day, dayOf, numberOf } from './iso-day.ts'

const MILLISECONDS = 86_400_000
const someNumber = fc.integer({ min: -60_000, max: 60_000 })

const MONTHS = [
  { from: '1978-09-30', months: 4, due: '1979-01-30', why: 'Dodds v Walker itself' },
  { from: '2028-01-31', months: 1, due: '2028-02-29', why: 'no 31 February in a leap year' },
  { from: '2026-08-31', months: 6, due: '2027-02-28', why: 'no 31 February' },
  { from: '2026-02-28', months: 6, due: '2026-08-28', why: 'the corresponding date, not the end of the month' },
  { from: '2026-01-31', months: -2, due: '2025-11-30', why: 'back over the new year' },
  { from: '2026-03-31', months: -1, due: '2026-02-28', why: 'back into February' },
  { from: '2026-12-15', months: 0, due: '2026-12-15', why: 'none' },
  { from: '2026-12-31', months: 12, due: '2027-12-31', why: 'a year' },
] as const

for (const { from, months, due, why } of MONTHS) {
  test(`${from} and ${months} months is ${due}: ${why}`, () => assert.equal(addMonths(day(from), months), due))
}

test('months follow Date wherever the corresponding date exists, else end the month that Date overshot', () => {
  fc.assert(
    fc.property(someNumber, fc.integer({ min: -1200, max: 1200 }), (n, months) => {
      const oracle = new Date(n * MILLISECONDS)
      const dayOfMonth = oracle.getUTCDate()
      oracle.setUTCMonth(oracle.getUTCMonth() + months)
      if (oracle.getUTCDate() !== dayOfMonth) oracle.setUTCDate(0)
      assert.equal(monthsAfter(n, months), oracle.getTime() / MILLISECONDS)
      assert.equal(addMonths(dayOf(n), months), oracle.toISOString().slice(0, 10))
    }),
    { numRuns: 5000 },
  )
})

test('a later start never gives an earlier due date', () => {
  fc.assert(
    fc.property(someNumber, fc.nat(400), fc.integer({ min: -60, max: 60 }), (n, later, months) => {
      assert.ok(monthsAfter(n, months) <= monthsAfter(n + later, months))
    }),
  )
})

test('days and weeks added are days between', () => {
  fc.assert(
    fc.property(someNumber, fc.integer({ min: -5000, max: 5000 }), (n, days) => {
      const from = dayOf(n)
      assert.equal(daysBetween(from, addDays(from, days)), days)
      assert.equal(addWeeks(from, days), addDays(from, days * 7))
      assert.equal(numberOf(addDays(from, days)), n + days)
    }),
  )
})

test('years are twelve months: 29 February goes to the 28th', () => {
  assert.equal(addYears(day('2024-02-29'), 1), '2025-02-28')
  assert.equal(addYears(day('2024-02-29'), 4), '2028-02-29')
  assert.equal(addYears(day('2027-02-28'), 1), '2028-02-28')
})

test('a part of a month or day is refused', () => {
  for (const add of [addDays, addWeeks, addMonths, addYears]) {
    assert.throws(() => add(day('2026-01-01'), 1.5), RangeError)
    assert.throws(() => add(day('2026-01-01'), Number.NaN), RangeError)
  }
})

test('ten million day additions take at most two seconds of this core', () => {
  const from = day('2000-01-01')
  const before = process.cpuUsage()
  let characters = 0
  for (let count = 0; count < 10_000_000; count += 1) characters += addDays(from, count % 20_000).length
  const { user, system } = process.cpuUsage(before)
  assert.equal(characters, 100_000_000)
  assert.ok(user + system < 2_000_000, `${(user + system) / 1000} ms`)
})
