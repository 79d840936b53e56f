// A request for one's own file: by which day it is answered.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { answerBy, type Clocked, tellBy } from './request.ts'

const asked = (on: string, more: Partial<Clocked> = {}): Clocked => ({
  ...{ asked: day(on), identity: 'known to us', shownOn: null, extendedOn: null, ...more },
})
const CASES = [
  ['one month', asked('2026-11-27'), '2026-12-29'],
  ['the last day of a shorter month', asked('2027-01-31'), '2027-03-01'],
  [
    'from the day on which they showed who they are',
    asked('2026-11-02', { identity: 'shown', shownOn: day('2026-11-20') }),
    '2026-12-21',
  ],
  ['three months where they were told', asked('2026-11-27', { extendedOn: day('2026-12-20') }), '2027-03-01'],
  ['not while we wait for what shows it', asked('2026-11-27', { identity: 'asked for' }), undefined],
] as const
for (const [name, of, expected] of CASES)
  test(`answered by: ${name}`, () => {
    assert.equal(answerBy(of), expected)
  })

test('that it takes longer is told within the first month', () => {
  assert.equal(tellBy(asked('2026-11-27', { extendedOn: day('2026-12-20') })), '2026-12-29')
})
