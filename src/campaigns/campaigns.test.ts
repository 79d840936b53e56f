// What a campaign says of itself: whether it runs, what came of it, and counts that cannot shrink.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { type CameOf, type Count, type Facts, growthFault, lastCount, outcomeOf, stateOf } from './campaign.ts'

const count = (on: string, enquiries: number, applications = 0): Count => ({
  ...{ counted: day(on), enquiries, visits: 0, applications, withdrawn: 0 },
})
const home = (approved: string | undefined, places: number | undefined, children = 0): CameOf => ({
  ...{ home: 'h', approved: approved === undefined ? undefined : day(approved), places, children },
})
const facts = (more: Partial<Facts>): Facts => ({
  ...{ began: day('2027-01-10'), ends: day('2027-03-31'), homes: 4, cost: 6001, counts: [], came: [] },
  ...more,
})

test('it begins, runs to its last day, and is over on the day after', () => {
  const of = facts({})
  assert.equal(stateOf(of, day('2027-01-09')), 'begins')
  assert.equal(stateOf(of, day('2027-01-10')), 'runs')
  assert.equal(stateOf(of, day('2027-03-31')), 'runs')
  assert.equal(stateOf(of, day('2027-04-01')), 'over')
  assert.equal(stateOf(facts({ ends: null }), day('2037-04-01')), 'runs')
})

test('what was approved before it began, or not yet, did not come of it; places that nobody knows are in no sum', () => {
  const came = [home('2027-01-09', 2, 2), home('2027-01-10', 2, 1), home('2027-03-01', undefined), home(undefined, 3)]
  const told = outcomeOf(facts({ came }))
  assert.deepEqual(told, { approved: 2, places: 2, placesNotKnown: 1, children: 1, costOfOne: 3001 })
  assert.equal(outcomeOf(facts({ came: [] })).costOfOne, undefined)
  assert.equal(outcomeOf(facts({ came, cost: null })).costOfOne, undefined)
})

test('the last count is that of the last day, and no later day has fewer', () => {
  const counts = [count('2027-02-20', 9), count('2027-01-20', 4)]
  assert.equal(lastCount({ counts })?.enquiries, 9)
  assert.equal(lastCount({ counts: [] }), undefined)
  assert.equal(growthFault(count('2027-02-01', 9), counts), undefined)
  assert.equal(growthFault(count('2027-02-01', 3), counts), 'enquiries')
  assert.equal(growthFault(count('2027-02-01', 10), counts), 'enquiries')
  assert.equal(growthFault(count('2027-03-01', 9, 1), [count('2027-02-01', 9, 2)]), 'applications')
})
