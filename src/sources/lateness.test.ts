// When it is said that a nightly file did not come.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instant } from '#calendar'
import { type Expected, missingSince } from './lateness.ts'

const by6: Expected = { days: 'every day', byHour: 6, said: instant('2026-11-01T12:00:00Z') }
const work: Expected = { ...by6, days: 'working days' }
const cases: readonly [
  name: string,
  expected: Expected,
  last: string | undefined,
  now: string,
  due: string | undefined,
][] = [
  ['it came in the night', by6, '2026-11-26T03:12:00Z', '2026-11-26T09:00:00Z', undefined],
  ['before its hour nothing is missing', by6, '2026-11-25T03:12:00Z', '2026-11-26T05:59:00Z', undefined],
  ['from its hour on it is', by6, '2026-11-25T03:12:00Z', '2026-11-26T06:00:00Z', '2026-11-26T06:00:00Z'],
  [
    'one that came late counts for the day before',
    by6,
    '2026-11-25T06:00:00Z',
    '2026-11-26T07:00:00Z',
    '2026-11-26T06:00:00Z',
  ],
  ['and one after the hour before for this day', by6, '2026-11-25T06:01:00Z', '2026-11-26T07:00:00Z', undefined],
  ['none came ever', by6, undefined, '2026-11-26T07:00:00Z', '2026-11-26T06:00:00Z'],
  [
    'in summer the hour is London’s',
    { ...by6, said: instant('2026-06-01T12:00:00Z') },
    undefined,
    '2026-07-08T05:00:00Z',
    '2026-07-08T05:00:00Z',
  ],
  [
    'on Sunday nobody waits for a file of working days',
    work,
    '2026-11-27T03:00:00Z',
    '2026-11-29T09:00:00Z',
    undefined,
  ],
  ['on Monday they do', work, '2026-11-27T03:00:00Z', '2026-11-30T09:00:00Z', '2026-11-30T06:00:00Z'],
  ['on the days between Christmas and New Year', work, '2026-12-24T03:00:00Z', '2026-12-28T09:00:00Z', undefined],
  [
    'what was said after the hour asks for nothing before it',
    { ...by6, said: instant('2026-11-26T08:00:00Z') },
    undefined,
    '2026-11-26T09:00:00Z',
    undefined,
  ],
  ['not expected', { ...by6, days: 'not expected', byHour: null }, undefined, '2026-11-26T09:00:00Z', undefined],
]
for (const [name, expected, last, now, due] of cases)
  test(name, () => {
    const found = missingSince(expected, last === undefined ? undefined : instant(last), instant(now))
    assert.equal(found, due === undefined ? undefined : instant(due))
  })
