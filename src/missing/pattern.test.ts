// The pattern of times missing: two series, by the day and the hour of going in London, of the last twelve months.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, instant } from '#calendar'
import { type Going, lastedWords, patternOf, talkDueAt } from './pattern.ts'

const going = (since: string, at: string | null, kind = 'missing'): Going => ({
  ...{ kind, since: day(since), sinceAt: at === null ? null : instant(at), until: null, untilAt: null },
})
const TODAY = day('2026-11-26')

test('days of the week and hours by the clock in London; missing and away apart; older ones left out', () => {
  const all = [
    going('2026-06-05', '2026-06-05T22:30:00Z'), // Friday 23:30 in summer
    going('2026-11-20', '2026-11-20T18:00:00Z'),
    going('2026-11-21', null, 'away without authorisation'),
    going('2025-11-26', '2025-11-26T18:00:00Z'),
  ]
  const { missing, away, days, hours } = patternOf(all, TODAY)
  assert.deepEqual([missing, away], [2, 1])
  assert.deepEqual(
    days.filter((one) => one.missing + one.away > 0),
    [
      { name: 'Friday', missing: 2, away: 0 },
      { name: 'Saturday', missing: 0, away: 1 },
    ],
  )
  assert.deepEqual(
    hours.map((one) => [one.missing, one.away]),
    [
      [0, 0],
      [0, 0],
      [0, 0],
      [2, 0],
      [0, 1],
    ],
  )
})

test('how long, and until when the talk is owed: only where the hours are known', () => {
  const back = { ...going('2026-11-20', '2026-11-20T18:00:00Z'), untilAt: instant('2026-11-21T20:30:00Z') }
  assert.equal(lastedWords(back), '26 hours')
  assert.equal(lastedWords(going('2026-11-20', null)), undefined)
  assert.equal(talkDueAt(back), '2026-11-24T20:30:00Z')
})
