// Stays: what may be recorded of a place that is kept, when planned stays are, and how many days a year they make.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, numberOf } from '#calendar'
import { mayHold, mayPlanStays, patternWords, staysBetween, stayWords, type TypedHeld, yearAhead } from './stay.ts'

const today = day('2027-03-31')
const held: TypedHeld = {
  ...{ kind: 'kept', placement: 'home', since: '2027-03-01', look_again: '2027-04-10' },
  ...{ until: '', outcome: '', words: '' },
}
const planned = {
  kind: 'short breaks',
  first: '2027-04-02',
  every: '2',
  unit: 'weeks',
  nights: '2',
  until: '',
  words: 'Ann',
}
const fields = (found: object) =>
  'faults' in found ? (found.faults as readonly { field: string }[]).map(({ field }) => field) : []

const HELD: readonly (readonly [string, Partial<TypedHeld>, readonly string[]])[] = [
  ['a home that is kept', {}, []],
  ['kept, and no home', { placement: 'other' }, ['placement']],
  ['reserved, and not which', { kind: 'reserved', placement: '' }, ['what']],
  ['reserved from a day ahead', { kind: 'reserved', since: '2027-04-02', words: 'The Hill, with Jean' }, []],
  ['asked again before it began', { look_again: '2027-02-01' }, ['look_again']],
  ['over, and not what came of it', { until: '2027-03-20' }, ['outcome']],
  ['over on a day ahead', { until: '2027-04-20', outcome: 'no longer needed' }, ['until']],
]
for (const [name, more, expected] of HELD)
  test(`a place: ${name}`, () => {
    assert.deepEqual(fields(mayHold({ ...held, ...more }, new Set(['home']), today)), expected)
  })

const PLANNED: readonly (readonly [string, Partial<typeof planned>, readonly string[]])[] = [
  ['every second weekend', {}, []],
  ['no number', { every: 'two', nights: '0' }, ['every', 'nights']],
  ['seven nights each week leave none', { every: '1', nights: '7' }, ['nights']],
  ['over before it begins', { until: '2027-04-01' }, ['until']],
]
for (const [name, more, expected] of PLANNED)
  test(`stays: ${name}`, () => {
    assert.deepEqual(fields(mayPlanStays({ ...planned, ...more })), expected)
  })

const pattern = { first: '2027-01-29', every: 1, unit: 'months', nights: 2, until: null }
test('monthly stays keep to the last day of a short month, and end before the day from which none begins', () => {
  const days = (until: string | null) =>
    staysBetween({ ...pattern, until }, numberOf(day('2027-01-01')), numberOf(day('2027-05-01'))).map(stayWords)
  assert.deepEqual(
    days(null).map(([first]) => first),
    ['2027-01-29', '2027-02-28', '2027-03-29', '2027-04-29'],
  )
  assert.deepEqual(days('2027-03-29').at(-1), ['2027-02-28', '2027-03-02'])
  assert.equal(patternWords(pattern), 'Every month, 2 nights')
})
test('a year of planned stays against 75 days and 17 at a time', () => {
  const on = numberOf(today)
  const year = (every: number, nights: number) =>
    yearAhead({ first: '2027-04-02', every, unit: 'weeks', nights, until: null }, on)
  assert.deepEqual([year(3, 2).days, year(3, 2).beyond], [54, undefined])
  assert.ok(year(2, 2).days > 75 && year(2, 2).beyond !== undefined)
  assert.match(year(26, 18).beyond?.because ?? '', /17/)
})
