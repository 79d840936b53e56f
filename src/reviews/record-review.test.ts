// Reviews: what may be recorded, by whom, and how a correction keeps what was known.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day } from '#calendar'
import { asKnown, historyOf, Refused } from '#database'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import { ADJOURNED, BORN, CHILD_ASKS, SEPTEMBER, TODAY } from './examples.ts'
import {
  mayCallReview,
  mayRecordReview,
  reviewRefusalWords,
  type TypedCall,
  type TypedReview,
} from './record-review.ts'
import { callReview, correctReview, recordReview, reviewCallsOf, reviewsOf } from './store.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('reviews')
})
after(async () => await record.close())

const may = (typed: Partial<TypedReview>, born: typeof BORN | undefined = BORN) =>
  mayRecordReview({ ...SEPTEMBER, ...typed }, { today: TODAY, born })
const allowed = (typed: TypedReview) => {
  const outcome = may(typed)
  assert.ok('ok' in outcome)
  return outcome.ok
}

test('what a review may be', () => {
  const refused = (typed: Partial<TypedReview>, born?: typeof BORN) => {
    const outcome = may(typed, born)
    return 'refused' in outcome ? outcome.refused : []
  }
  assert.deepEqual(refused({}), [])
  assert.deepEqual(refused({ held: '2026-11-23' }), [])
  assert.deepEqual(refused({ held: '2026-11-24' }), ['held after today'])
  assert.deepEqual(refused({ held: 'Thursday', participation: 'PN9' }), ['held no day', 'participation unknown'])
  assert.deepEqual(refused({ participation: '' }), ['participation missing'])
  assert.deepEqual(refused({ participation: '', adjourned: true }), [])
  assert.deepEqual(refused({ participation: 'PN0' }), ['not under 4'])
  assert.deepEqual(refused({ participation: 'PN0' }, day('2022-09-18')), [])
  assert.deepEqual(refused({ participation: 'PN0' }, day('2022-09-17')), ['not under 4'])
  assert.deepEqual(
    'ok' in mayRecordReview({ ...SEPTEMBER, participation: 'PN0' }, { today: TODAY, born: undefined }),
    true,
  )
  assert.equal(reviewRefusalWords('held after today', TODAY), 'The review cannot be after today, Mon 23 Nov 2026.')
})

test('what a call may be', () => {
  const call = (typed: Partial<TypedCall>) => {
    const outcome = mayCallReview({ ...CHILD_ASKS, ...typed }, TODAY)
    return 'ok' in outcome ? outcome.ok : outcome.refused
  }
  assert.deepEqual(call({}), { kind: 'child asks', called: '2026-11-20', before: null, justified: true })
  assert.deepEqual(call({ kind: 'x', called: '2026-12-01', before: 'y' }), [
    'call unknown',
    'called after today',
    'before no day',
  ])
  const ending = call({ kind: 'placementEnding', before: '2026-12-20', justified: false })
  assert.deepEqual(ending, { kind: 'placement ending', called: '2026-11-20', before: '2026-12-20', justified: true })
})

test('the reviewing officer records; those around the child read; nobody else does either', async () => {
  const { jordan, people } = record
  await record.as('ravi', async (asking) => {
    await recordReview(asking, jordan, { ...allowed(SEPTEMBER), chairedBy: people.ravi, words: 'Jordan spoke first.' })
    await recordReview(asking, jordan, { ...allowed(ADJOURNED), chairedBy: people.ravi })
    const call = mayCallReview(CHILD_ASKS, TODAY)
    assert.ok('ok' in call)
    await callReview(asking, jordan, call.ok)
  })
  const read = async (name: 'priya' | 'tom' | 'hana') =>
    await record.as(name, async (asking) => ({
      reviews: (await reviewsOf(asking, jordan)).map(({ held, adjourned, words }) => [held, adjourned, words]),
      calls: (await reviewCallsOf(asking, jordan)).length,
    }))
  const told = [
    ['2026-09-10', true, undefined],
    ['2026-09-17', false, 'Jordan spoke first.'],
  ]
  assert.deepEqual(await read('priya'), { reviews: told, calls: 1 })
  for (const name of ['tom', 'hana'] as const) assert.deepEqual(await read(name), { reviews: [], calls: 0 })
  for (const name of ['priya', 'cora', 'tom', 'ada'] as const)
    await assert.rejects(
      record.as(
        name,
        async (asking) => await recordReview(asking, jordan, { ...allowed(SEPTEMBER), chairedBy: people.ravi }),
      ),
      (error) => error instanceof Refused && error.kind === 'not allowed',
      name,
    )
})

test('a corrected day: the first stays in the history, and is what was known before', async () => {
  const { line } = await record.as(
    'ravi',
    async (asking) =>
      await recordReview(asking, record.jordan, { ...allowed(SEPTEMBER), chairedBy: null, words: 'As told.' }),
  )
  const corrected = await record.as(
    'ravi',
    async (asking) => await correctReview(asking, line, { held: day('2026-09-16') }),
  )
  assert.ok('ok' in corrected)
  const again = await record.as(
    'ravi',
    async (asking) => await correctReview(asking, line, { held: day('2026-09-15') }),
  )
  assert.ok('refused' in again && again.refused === 'corrected already')
  assert.deepEqual([again.standing?.held, again.yours.columns], ['2026-09-16', { held: '2026-09-15' }])
  const versions = await record.as('priya', async (asking) => await historyOf(asking, 'kith.review', line))
  assert.deepEqual(
    versions.map(({ held, words, recorded_by }) => [held, words, recorded_by]),
    [
      ['2026-09-17', 'As told.', record.people.ravi],
      ['2026-09-16', 'As told.', record.people.ravi],
    ],
  )
  const at = versions[0]?.recorded ?? ''
  const then = await record.as(
    'priya',
    async (asking) => await asKnown(asking, 'kith.review', { child: record.jordan, at }),
  )
  assert.equal(then.find((review) => review.line === line)?.held, '2026-09-17')
})
