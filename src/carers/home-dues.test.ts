// What is owed to a foster home, by the vectors of the law as data: counted from the last time that it really happened.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { type DueFacts, duesOn } from './home-dues.ts'

const approved = (since: string, more: Partial<DueFacts['approvals'][number]> = {}) => ({
  ...{ temporary: false, kinds: ['long term'], since: day(since), until: null },
  ...more,
})
const HOME: DueFacts = {
  ...{ kind: 'our foster home', closed: null, approvals: [approved('2024-02-29')], events: [], supervisionWeeks: 6 },
}
const ON = day('2026-11-27')
const due = (facts: Partial<DueFacts>, id: string, on = ON) =>
  duesOn({ ...HOME, ...facts }, on).find((one) => one.id === id)?.due
const happened = (kind: string, on: string) => ({ kind, happened: day(on) })

test('the first review within a year of the approval, later ones from the last', () => {
  assert.equal(due({}, 'FO-01'), '2025-02-28')
  assert.equal(due({ events: [happened('annual review', '2026-08-31')] }, 'FO-02'), '2027-08-31')
  assert.equal(due({ events: [happened('annual review', '2026-08-31')] }, 'FO-01'), undefined)
})
test('a visit with notice is no visit without', () => {
  const visits = [happened('unannounced visit', '2026-01-31'), happened('supervision visit', '2026-05-01')]
  assert.equal(due({ events: visits }, 'FO-07'), '2027-01-31')
})
test('training standards: twelve months, eighteen for family and friends, and done once', () => {
  assert.equal(due({ approvals: [approved('2026-02-28')] }, 'FO-08'), '2027-02-28')
  assert.equal(due({ approvals: [approved('2025-08-31', { kinds: ['connected person'] })] }, 'FO-08'), '2027-02-28')
  assert.equal(due({ events: [happened('training standards met', '2026-01-01')] }, 'FO-08'), undefined)
})
test('a temporary approval is none for these days, and an agency keeps its own', () => {
  const [only, ...rest] = duesOn({ ...HOME, approvals: [approved('2026-10-01', { temporary: true })] }, ON)
  assert.ok(only?.due === null && /approval is not recorded/.test(only.missing) && rest.length === 0)
  assert.deepEqual(duesOn({ ...HOME, kind: 'agency foster home' }, ON), [])
  assert.deepEqual(duesOn({ ...HOME, closed: ON }, ON), [])
  assert.deepEqual(duesOn({ ...HOME, approvals: [approved('2024-02-29', { until: ON })] }, ON), [])
})
test('supervision by the interval that was agreed; without one, or without a visit, not known', () => {
  assert.equal(due({ events: [happened('supervision visit', '2026-11-02')] }, ''), '2026-12-14')
  assert.equal(due({ supervisionWeeks: null }, ''), null)
  assert.equal(due({}, ''), null)
})
test('the agreement is owed at the approval, until it is signed', () => {
  assert.equal(due({}, 'FO-12'), '2024-02-29')
  assert.equal(due({ events: [happened('agreement signed', '2024-03-01')] }, 'FO-12'), undefined)
})
