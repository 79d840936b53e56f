// Agreements with organisations: whether one runs on a day, when it ends, and what it is for.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { endedFrom, lastDayOf, purposesIn, purposeWords, type State, stateOn } from './organisation.ts'

const [BEGINS, ENDS] = [day('2027-01-01'), day('2027-04-01')]
const cases: readonly (readonly [string, string, string, State])[] = [
  ['2026-12-31', BEGINS, ENDS, 'to come'],
  ['2027-01-01', BEGINS, ENDS, 'runs'],
  ['2027-03-31', BEGINS, ENDS, 'runs'],
  ['2027-04-01', BEGINS, ENDS, 'over'],
  ['2027-01-01', BEGINS, BEGINS, 'over'],
  ['2026-12-01', BEGINS, BEGINS, 'over'],
]
for (const [today, since, until, state] of cases)
  test(`from ${since} to before ${until}: on ${today} ${state}`, () => {
    assert.equal(stateOn({ since: day(since), until: day(until) }, day(today)), state)
  })

test('ended on a day, that day is none of it; before it began, it has no day at all', () => {
  assert.equal(endedFrom({ since: BEGINS }, day('2027-02-03')), '2027-02-03')
  assert.equal(endedFrom({ since: BEGINS }, day('2026-02-03')), BEGINS)
  assert.equal(lastDayOf({ until: ENDS }), '2027-03-31')
})

test('purposes in the order of the list; what is none is left out', () => {
  assert.deepEqual(purposesIn(['legal advice', 'health', 'constructor', 'everything']), ['health', 'legal advice'])
  assert.equal(purposeWords(['health', 'legal advice']), 'Health of children in care, Legal advice')
})
