// Why somebody of an organisation who was let in to a child sees nothing; and what they were let in for, in words.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { type Agreed, forWhat, whySeesNothing } from './outside.ts'

const RUNS: Agreed = {
  ...{ purposes: ['health', 'legal advice'], since: day('2027-01-01'), until: day('2027-04-01') },
  ...{ worksThere: true, relation: 'health-team' },
}
const cases: readonly (readonly [string, Partial<Agreed>, string, RegExp | undefined])[] = [
  ['it runs', {}, '2027-02-01', undefined],
  ['on its first day', {}, '2027-01-01', undefined],
  ['on its last day', {}, '2027-03-31', undefined],
  ['the day after', {}, '2027-04-01', /is over, its last day was Wed 31 Mar 2027/],
  ['the day before', {}, '2026-12-31', /begins on Fri 1 Jan 2027/],
  ['it never had a day', { until: day('2027-01-01') }, '2026-12-01', /before it began/],
  ['it is for something else', { purposes: ['legal advice'] }, '2027-02-01', /no longer for that/],
  ['they left', { worksThere: false }, '2027-02-01', /do not work there/],
  ['they left, and it is over', { worksThere: false }, '2027-05-01', /do not work there/],
]
for (const [what, change, on, says] of cases)
  test(`${what}: ${says === undefined ? 'they see it' : 'they see nothing'}`, () => {
    const why = whySeesNothing({ ...RUNS, ...change }, day(on))
    if (says === undefined) assert.equal(why, undefined)
    else assert.match(why ?? '', says)
  })

test('what each relation is for', () => {
  assert.equal(forWhat('health-team'), 'health of children in care')
  assert.equal(forWhat('out-of-hours'), 'talks with children who were missing')
  assert.equal(forWhat('director'), '')
})
