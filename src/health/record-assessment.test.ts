// Health assessments: what may be recorded, by whom, and a report that comes later.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day } from '#calendar'
import { historyOf, Refused } from '#database'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import { INITIAL, SAID_NO, TODAY } from './examples.ts'
import { healthRefusalWords, mayRecordAssessment, type TypedAssessment } from './record-assessment.ts'
import { assessmentsOf, correctAssessment, recordAssessment, reportCame } from './store.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('health')
})
after(async () => await record.close())

const allowed = (typed: TypedAssessment) => {
  const may = mayRecordAssessment(typed, TODAY)
  assert.ok('ok' in may)
  return may.ok
}

test('what an assessment may be', () => {
  const refused = (typed: Partial<TypedAssessment>) => {
    const may = mayRecordAssessment({ ...INITIAL, ...typed }, TODAY)
    return 'refused' in may ? may.refused : []
  }
  assert.deepEqual(refused({}), [])
  assert.deepEqual(refused({ reported: '2025-03-28' }), [])
  assert.deepEqual(refused({ reported: '2025-03-27' }), ['reported before it happened'])
  assert.deepEqual(refused({ happened: '2026-11-24', reported: '2026-11-25' }), [
    'happened after today',
    'reported after today',
  ])
  assert.deepEqual(refused({ happened: 'x', reported: 'y' }), ['happened no day', 'reported no day'])
  assert.deepEqual(refused({ kind: 'a', by: 'b', outcome: 'c', mode: 'd' }), [
    'kind unknown',
    'assessor unknown',
    'outcome unknown',
    'mode unknown',
  ])
  assert.deepEqual(allowed(SAID_NO).mode, null)
  assert.equal(
    healthRefusalWords('happened after today', TODAY),
    'The assessment cannot be after today, Mon 23 Nov 2026.',
  )
})

test('the health team and the worker record; a report that comes later is a change, with its history', async () => {
  const { jordan, people } = record
  const { line } = await record.as(
    'hana',
    async (asking) =>
      await recordAssessment(asking, jordan, { ...allowed({ ...INITIAL, reported: '' }), words: 'Glasses needed.' }),
  )
  await record.as('priya', async (asking) => await recordAssessment(asking, jordan, allowed(SAID_NO)))
  const came = await record.as('hana', async (asking) => await reportCame(asking, line, day('2025-04-04')))
  assert.ok('ok' in came)
  const late = await record.as('priya', async (asking) => await correctAssessment(asking, line, allowed(INITIAL)))
  assert.ok('refused' in late && late.refused === 'corrected already' && late.by === people.hana)
  const versions = await record.as('hana', async (asking) => await historyOf(asking, 'kith.health_assessment', line))
  assert.deepEqual(
    versions.map(({ change, reported, words }) => [change, reported, words]),
    [
      ['first', null, 'Glasses needed.'],
      ['change', '2025-04-04', 'Glasses needed.'],
    ],
  )
  const read = await record.as('vera', async (asking) => await assessmentsOf(asking, jordan))
  assert.deepEqual(
    read.map(({ kind, outcome }) => [kind, outcome]),
    [
      ['initial', 'seen'],
      ['review', 'refused'],
    ],
  )
})

test('those who only read, and those who know nothing of the child, record nothing of health', async () => {
  for (const name of ['ravi', 'cora', 'vera', 'tom', 'ada'] as const)
    await assert.rejects(
      record.as(name, async (asking) => await recordAssessment(asking, record.jordan, allowed(INITIAL))),
      (error) => error instanceof Refused && error.kind === 'not allowed',
      name,
    )
  assert.deepEqual(await record.as('tom', async (asking) => await assessmentsOf(asking, record.jordan)), [])
})
