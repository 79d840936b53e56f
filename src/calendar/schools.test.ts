// School days by the calendar of an invented school, and without one: unknown.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from './iso-day.ts'
import { addSchoolDays, isSchoolDay, type SchoolCalendar, termAfter, termOf } from './schools.ts'

const autumn = { name: 'Autumn 2026', first: day('2026-09-03'), last: day('2026-12-18') }
const spring = { name: 'Spring 2027', first: day('2027-01-04'), last: day('2027-03-25') }
const summer = { name: 'Summer 2027', first: day('2027-04-12'), last: day('2027-07-21') }
const larkfield: SchoolCalendar = {
  school: 'Larkfield School',
  covers: { from: day('2026-09-01'), until: day('2027-08-31') },
  terms: [summer, autumn, spring],
  halfTerms: [{ name: 'October half term', first: day('2026-10-26'), last: day('2026-10-30') }],
  insetDays: [day('2026-11-02')],
}

const CASES = [
  { from: '2026-10-23', count: 1, due: '2026-11-03', why: 'half term and INSET are no school days' },
  { from: '2026-12-18', count: 1, due: '2027-01-04', why: 'over Christmas' },
  { from: '2026-11-03', count: -1, due: '2026-10-23', why: 'back over half term' },
  { from: '2027-04-30', count: 1, due: '2027-05-04', why: 'the early May bank holiday' },
  { from: '2027-07-20', count: 2, due: undefined, why: 'the next year is not published' },
  { from: '2026-08-30', count: 1, due: undefined, why: 'the calendar does not cover the day counted first' },
  { from: '2026-10-28', count: 0, due: '2026-10-28', why: 'none' },
] as const

for (const { from, count, due, why } of CASES) {
  test(`${from} and ${count} school days is ${due ?? 'unknown'}: ${why}`, () =>
    assert.equal(addSchoolDays(larkfield, day(from), count), due))
}

test('without a calendar nothing is known', () => {
  assert.equal(addSchoolDays(undefined, day('2026-10-23'), 1), undefined)
  assert.equal(addSchoolDays(undefined, day('2026-10-23'), 0), undefined)
  assert.equal(isSchoolDay(undefined, day('2026-10-23')), undefined)
  assert.equal(termOf(undefined, day('2026-10-23')), undefined)
  assert.equal(termAfter(undefined, day('2026-10-23')), undefined)
})

test('a half term lies inside its term; holidays lie between terms; outside the calendar is unknown', () => {
  assert.deepEqual(termOf(larkfield, day('2026-10-28')), autumn)
  assert.equal(termOf(larkfield, day('2026-12-25')), 'between-terms')
  assert.equal(termOf(larkfield, day('2027-09-06')), undefined)
  assert.equal(isSchoolDay(larkfield, day('2027-09-06')), undefined)
  assert.equal(isSchoolDay(larkfield, day('2026-10-24')), false)
})

test('the next term is the soonest to start, whatever the order of the list', () => {
  assert.deepEqual(termAfter(larkfield, day('2026-10-28')), spring)
  assert.deepEqual(termAfter(larkfield, day('2027-01-04')), summer)
  assert.equal(termAfter(larkfield, day('2027-04-12')), undefined)
  assert.equal(termAfter(larkfield, day('2026-08-01')), undefined)
})
