// Missing: gone, back, and the interview; what may be recorded, and by whom.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day, instant } from '#calendar'
import { historyOf, Refused } from '#database'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import { BACK, GONE, INTERVIEW, NOW } from './examples.ts'
import {
  type Episode,
  mayInterview,
  mayReportMissing,
  mayReturn,
  missingRefusalWords,
  type TypedInterview,
} from './record-missing.ts'
import { episodesOf, interviewsOf, recordInterview, recordReturn, reportMissing } from './store.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('missing')
})
after(async () => await record.close())

const away: Episode = { since: day('2026-11-20'), sinceAt: instant('2026-11-20T19:00:00Z'), until: null, untilAt: null }
const back: Episode = { ...away, until: day('2026-11-21'), untilAt: instant('2026-11-21T02:15:00Z') }
const faults = (outcome: { ok: unknown } | { refused: readonly string[] }) =>
  'refused' in outcome ? outcome.refused : []

test('going missing', () => {
  const gone = (typed: Partial<typeof GONE>, standing: Episode[] = []) =>
    faults(mayReportMissing({ ...GONE, ...typed }, standing, NOW))
  assert.deepEqual(gone({}), [])
  assert.deepEqual(gone({ kind: 'out' }), ['kind unknown'])
  assert.deepEqual(gone({ since: { day: '2026-11-24', at: '' } }), ['since after today'])
  assert.deepEqual(gone({ since: { day: 'now', at: '' } }), ['since no day'])
  assert.deepEqual(gone({ since: { day: '2026-11-20', at: '19:00' } }), ['time not read'])
  assert.deepEqual(gone({ since: { day: '2026-11-19', at: '2026-11-20T19:00:00Z' } }), ['time on another day'])
  assert.deepEqual(gone({ since: { day: '2026-11-23', at: '2026-11-23T21:01:00Z' } }), ['time lies ahead'])
  assert.deepEqual(gone({}, [away]), ['missing already'])
  assert.deepEqual(gone({}, [{ ...back, since: day('2026-11-01'), until: day('2026-11-20') }]), [])
  assert.equal(
    missingRefusalWords('since after today', NOW.today),
    'The child cannot have gone missing after today, Mon 23 Nov 2026.',
  )
})

test('coming back: not before going, not twice; the hour counts where it is known', () => {
  assert.deepEqual(faults(mayReturn(away, BACK, NOW)), [])
  assert.deepEqual(faults(mayReturn(back, BACK, NOW)), ['returned already'])
  assert.deepEqual(faults(mayReturn(away, { day: '2026-11-19', at: '' }, NOW)), ['returned before it began'])
  const sameDay = { day: '2026-11-20', at: '2026-11-20T18:59:00Z' }
  assert.deepEqual(faults(mayReturn(away, sameDay, NOW)), ['returned before it began'])
  assert.deepEqual(faults(mayReturn(away, { ...sameDay, at: '' }, NOW)), [])
  assert.deepEqual(faults(mayReturn(away, { day: '2026-11-24', at: '' }, NOW)), ['until after today'])
})

test('the interview: after the return, offered before it', () => {
  const interview = (typed: Partial<TypedInterview>, of = back) =>
    faults(mayInterview(of, { ...INTERVIEW, ...typed }, NOW))
  assert.deepEqual(interview({}), [])
  assert.deepEqual(interview({}, away), ['not back yet'])
  assert.deepEqual(interview({ offered: '', happened: { day: '2026-11-21', at: '2026-11-21T02:14:00Z' } }), [
    'interview before the return',
  ])
  assert.deepEqual(interview({ happened: { day: '2026-11-21', at: '' } }), ['offered after the interview'])
  assert.deepEqual(interview({ outcome: 'maybe', offered: '2026-11-25', happened: { day: '', at: '' } }), [
    'outcome unknown',
    'interview no day',
    'offered after today',
  ])
})

test('gone, back and interviewed in the record: each a row with who wrote it', async () => {
  const { jordan, people } = record
  const reported = await record.as(
    'cora',
    async (asking) => await reportMissing(asking, jordan, { ...GONE, now: NOW, words: 'Not back from football.' }),
  )
  assert.ok('ok' in reported)
  const twice = await record.as('priya', async (asking) => await reportMissing(asking, jordan, { ...GONE, now: NOW }))
  assert.deepEqual(twice, { refused: ['missing already'] })
  await record.as('priya', async (asking) => {
    const [episode] = await episodesOf(asking, jordan)
    assert.ok(episode)
    const returned = mayReturn(episode, BACK, NOW)
    assert.ok('ok' in returned)
    assert.ok('ok' in (await recordReturn(asking, episode.id, returned.ok)))
  })
  await record.as('priya', async (asking) => {
    const [episode] = await episodesOf(asking, jordan)
    assert.ok(episode)
    assert.equal(episode.untilAt, BACK.at)
    const interview = mayInterview(episode, INTERVIEW, NOW)
    assert.ok('ok' in interview)
    await recordInterview(asking, { child: jordan, episode: episode.line }, { ...interview.ok, words: 'He was cold.' })
  })
  const versions = await record.as(
    'ravi',
    async (asking) => await historyOf(asking, 'kith.missing_episode', reported.ok.line),
  )
  assert.deepEqual(
    versions.map(({ change, until, words, recorded_by }) => [change, until, words, recorded_by]),
    [
      ['first', null, 'Not back from football.', people.cora],
      ['change', '2026-11-21', 'Not back from football.', people.priya],
    ],
  )
  const [told] = await record.as('ravi', async (asking) => await interviewsOf(asking, jordan))
  assert.deepEqual([told?.outcome, told?.words, told?.independent], ['held', 'He was cold.', true])
})

test('of eight who report at once one is taken; those who only read, and those who know nothing, report nothing', async () => {
  const { jordan } = record
  const again = { kind: 'away without authorisation', since: { day: '2026-11-23', at: '' }, now: NOW }
  const reports = await record.atOnce(
    jordan,
    Array.from(
      { length: 8 },
      () => async () => await record.as('priya', async (asking) => await reportMissing(asking, jordan, again)),
    ),
  )
  assert.equal(reports.filter((report) => 'ok' in report).length, 1)
  for (const name of ['hana', 'vera', 'tom', 'ada'] as const) {
    await assert.rejects(
      record.as(name, async (asking) => await reportMissing(asking, jordan, again)),
      (error) => error instanceof Refused && error.kind === 'not allowed',
      name,
    )
    assert.deepEqual(await record.as(name, async (asking) => await episodesOf(asking, jordan)), [], name)
  }
})
