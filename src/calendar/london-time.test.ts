// Times of day in London: as typed, over the changes of the clock, and back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from './adding.ts'
import { londonDay } from './instants.ts'
import { day } from './iso-day.ts'
import { londonMoment, momentTyped, spokenTime, timeInLondon } from './london-time.ts'

test('times as people write them', () => {
  const read = (text: string) => spokenTime(text)
  assert.deepEqual(
    ['14:30', '14.30', '1430', '2.30pm', '2:30 PM', '2pm', '14'].map(read),
    [870, 870, 870, 870, 870, 840, 840],
  )
  assert.deepEqual(['12am', '12pm', '0:05', '00:00'].map(read), [0, 720, 5, 0])
  assert.deepEqual(['24:00', '13pm', '0am', '14:60', 'noon', '', '1:2'].map(read), Array(7).fill(undefined))
})

test('the changes of the clock', () => {
  const moment = (on: string, time: string) => londonMoment(day(on), spokenTime(time) ?? 0)
  assert.equal(moment('2026-07-01', '00:30'), '2026-06-30T23:30:00Z')
  assert.equal(moment('2026-12-01', '00:30'), '2026-12-01T00:30:00Z')
  assert.equal(moment('2026-03-29', '00:30'), '2026-03-29T00:30:00Z')
  assert.equal(moment('2026-03-29', '01:30'), undefined) // that hour is left out
  assert.equal(moment('2026-03-29', '02:00'), '2026-03-29T01:00:00Z')
  assert.equal(moment('2026-10-25', '01:30'), '2026-10-25T00:30:00Z') // it comes twice: the first
})

test('what is written is read back, on any day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 1439 }), (n, minutes) => {
      const on = addDays(day('2005-01-01'), n)
      const moment = londonMoment(on, minutes)
      return moment === undefined || (londonDay(moment) === on && spokenTime(timeInLondon(moment)) === minutes)
    }),
  )
})

test('a time typed beside a day is a moment, or stays as it was typed', () => {
  const on = day('2027-03-28')
  assert.equal(momentTyped('2.30pm', on), '2027-03-28T13:30:00Z')
  assert.equal(momentTyped(' ', on), '')
  for (const text of ['soon', '1:30am']) assert.equal(momentTyped(text, on), text)
  assert.equal(momentTyped('14:30', undefined), '14:30')
  assert.equal(momentTyped('14:30', day('1980-12-31')), '14:30')
})
