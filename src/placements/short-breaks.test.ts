// The days of short breaks against the two limits of regulation 48, just inside and just outside of each.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day, dayOf, type IsoDay, numberOf } from '#calendar'
import { breakDays } from './short-breaks.ts'

const stay = (first: IsoDay, days: number) => ({ first: numberOf(first), last: numberOf(first) + days - 1 })
/** Five stays of 15 days, a month apart: 75 days. */
const FIVE = Array.from({ length: 5 }, (_, n) => stay(addDays(day('2026-01-05'), n * 30), 15))
const on = (text: string) => numberOf(day(text))
const beyond = (breaks: Parameters<typeof breakDays>[0], text: string) => {
  const found = breakDays(breaks, on(text)).beyond
  return found && [dayOf(found.since), found.because]
}

test('seventeen days at a time are within, and the eighteenth is beyond', () => {
  assert.equal(beyond([stay(day('2026-06-01'), 17)], '2026-12-31'), undefined)
  assert.deepEqual(beyond([stay(day('2026-06-01'), 18)], '2026-12-31'), ['2026-06-18', 'more than 17 days at a time'])
})

test('75 days in twelve months are within, and the 76th is beyond', () => {
  assert.deepEqual(breakDays(FIVE, on('2026-12-31')), { stays: 5, longest: 15, inYear: 75, beyond: undefined })
  const more = [...FIVE, stay(day('2027-01-04'), 1)]
  assert.deepEqual(beyond(more, '2027-01-04'), ['2027-01-04', 'more than 75 days in twelve months'])
})

test('what is more than twelve months past is no longer counted', () => {
  // The year that ends on 5 January 2027 begins on the 6th.
  assert.equal(beyond([...FIVE, stay(day('2027-01-05'), 1)], '2027-01-05'), undefined)
  assert.equal(breakDays(FIVE, on('2027-06-30')).inYear, 0)
})

test('days are counted once, and no further than the day that is asked about', () => {
  const overlapping = [stay(day('2026-06-01'), 3), stay(day('2026-06-03'), 3)]
  assert.equal(breakDays(overlapping, on('2026-06-30')).inYear, 5)
  assert.deepEqual(breakDays([stay(day('2026-06-01'), 40)], on('2026-06-10')), {
    ...{ stays: 1, longest: 10, inYear: 10, beyond: undefined },
  })
  assert.deepEqual(breakDays([], on('2026-06-10')), { stays: 0, longest: 0, inYear: 0, beyond: undefined })
})
