// The two days a reader may ask for: kept as typed, refused where they are none or to come.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { askedDays } from './asked-day.ts'

const today = day('2027-03-31')

test('nothing asked is today, with everything known', () => {
  const asked = askedDays({ on: undefined, known: '' }, today)
  assert.equal(asked.on, today)
  assert.equal(asked.knownAt, undefined)
  assert.deepEqual(asked.wrong, {})
})

test('known at the end of a day is the midnight after it in London, also over a clock change', () => {
  assert.equal(askedDays({ on: undefined, known: '2027-03-27' }, today).knownAt, '2027-03-28T00:00:00Z')
  assert.equal(askedDays({ on: undefined, known: '2027-03-28' }, today).knownAt, '2027-03-28T23:00:00Z')
})

test('no day, and a day to come, are refused, and kept as typed', () => {
  const asked = askedDays({ on: '2027-02-30', known: '2027-04-01' }, today)
  assert.match(asked.wrong.on ?? '', /real day/)
  assert.match(asked.wrong.known ?? '', /up to today, Wed 31 Mar 2027/)
  assert.deepEqual(asked.written, { on: '2027-02-30', known: '2027-04-01' })
  assert.equal(asked.on, today)
})
