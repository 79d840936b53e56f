// Visits: what may be recorded, what counts as one, and who records it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day, numberOf } from '#calendar'
import { historyOf, Refused } from '#database'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import { mayAskForVisit, mayRecordVisit, type TypedVisit, visitRefusalWords } from './record-visit.ts'
import { askForVisit, correctVisit, recordVisit, visitRequestsOf, visitsOf } from './store.ts'
import { APPROVED_BY_VIDEO, BY_VIDEO, IN_PERSON, TODAY } from './test-visits.ts'
import { countsAsVisit } from './what-counts.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('visits')
})
after(async () => await record.close())

const allowed = (typed: TypedVisit) => {
  const may = mayRecordVisit(typed, TODAY)
  assert.ok('ok' in may, JSON.stringify(may))
  return may.ok
}
const refused = (typed: TypedVisit) => {
  const may = mayRecordVisit(typed, TODAY)
  return 'refused' in may ? may.refused : []
}

test('what a visit may be', () => {
  assert.deepEqual(refused(IN_PERSON), [])
  assert.deepEqual(refused({ ...IN_PERSON, happened: '2026-11-24', began: '' }), ['happened after today'])
  assert.deepEqual(refused({ ...IN_PERSON, happened: '', began: '4 pm' }), ['happened no day', 'began no moment'])
  assert.deepEqual(refused({ ...IN_PERSON, began: '2026-11-19T16:30:00Z' }), ['began on another day'])
  assert.deepEqual(refused({ ...IN_PERSON, by: 'aunt', mode: 'letter' }), ['visitor unknown', 'mode unknown'])
  assert.deepEqual(refused({ ...IN_PERSON, seen: false }), ['alone but not seen'])
  assert.equal(visitRefusalWords('happened after today', TODAY), 'The visit cannot be after today, Mon 23 Nov 2026.')
})

test('an approval is by somebody else, of a virtual visit, in its time', () => {
  const { visitor } = APPROVED_BY_VIDEO
  assert.deepEqual(refused(APPROVED_BY_VIDEO), [])
  assert.deepEqual(refused({ ...APPROVED_BY_VIDEO, approvedBy: visitor }), ['approver is the visitor'])
  assert.deepEqual(refused({ ...APPROVED_BY_VIDEO, mode: 'in person' }), ['approval of a visit in person'])
  for (const happened of ['2020-04-23', '2021-10-01'])
    assert.deepEqual(refused({ ...APPROVED_BY_VIDEO, happened }), ['approval outside its time'])
})

test('what counts: a virtual contact after 30 September 2021 is taken, and is never a visit', () => {
  assert.equal(allowed(IN_PERSON).counts, true)
  assert.equal(allowed({ ...IN_PERSON, seen: false, alone: false }).counts, false)
  assert.equal(allowed({ ...IN_PERSON, by: 'independentVisitor' }).counts, false)
  assert.equal(allowed(APPROVED_BY_VIDEO).counts, true)
  assert.equal(allowed({ ...APPROVED_BY_VIDEO, approvedBy: null }).counts, false)
  assert.equal(allowed({ ...BY_VIDEO, happened: '2021-10-01' }).counts, false)
  assert.equal(allowed(BY_VIDEO).counts, false)
})

test('the very days on which a virtual visit could count, whatever approval stands in the record', () => {
  const visit = { line: '', recorded: 0, by: 'representative', mode: 'virtual', childSeen: true } as const
  const counts = (on: string) =>
    countsAsVisit({ ...visit, seenAlone: undefined, virtualAuthorised: true, day: numberOf(day(on)) })
  const days = ['2020-04-23', '2020-04-24', '2021-09-30', '2021-10-01']
  assert.deepEqual(days.map(counts), [false, true, true, false])
})

test('a request is by somebody, a notice by nobody', () => {
  const ask = (typed: Partial<Parameters<typeof mayAskForVisit>[0]>) =>
    mayAskForVisit({ asked: '2026-11-20', by: 'child', notice: false, ...typed }, TODAY)
  assert.deepEqual(ask({}), { ok: { asked: '2026-11-20', kind: 'asked', asked_by: 'child' } })
  assert.deepEqual(ask({ by: '', notice: true }), { ok: { asked: '2026-11-20', kind: 'notice', asked_by: null } })
  assert.deepEqual(ask({ by: 'x', asked: '2026-11-30' }), { refused: ['asked after today', 'asker unknown'] })
})

test('worker and cover record and correct; each version keeps its own words and its own hand', async () => {
  const { jordan, people } = record
  const { line } = await record.as(
    'cora',
    async (asking) => await recordVisit(asking, jordan, { ...allowed(IN_PERSON), words: 'We made pancakes.' }),
  )
  const corrected = await record.as(
    'priya',
    async (asking) =>
      await correctVisit(asking, line, { ...allowed({ ...IN_PERSON, alone: false }), words: 'Pancakes, and a talk.' }),
  )
  assert.ok('ok' in corrected)
  const request = mayAskForVisit({ asked: '2026-11-21', by: 'child', notice: false }, TODAY)
  assert.ok('ok' in request)
  await record.as(
    'priya',
    async (asking) => await askForVisit(asking, jordan, { ...request.ok, words: 'Please come.' }),
  )
  const versions = await record.as('ravi', async (asking) => await historyOf(asking, 'kith.visit', line))
  assert.deepEqual(
    versions.map(({ words, alone, recorded_by }) => [words, alone, recorded_by]),
    [
      ['We made pancakes.', true, people.cora],
      ['Pancakes, and a talk.', false, people.priya],
    ],
  )
  const [asked] = await record.as('ravi', async (asking) => await visitRequestsOf(asking, jordan))
  assert.equal(asked?.words, 'Please come.')
})

test('those who only read, and those who know nothing of the child, record no visit', async () => {
  for (const name of ['ravi', 'hana', 'vera', 'tom', 'ada'] as const)
    await assert.rejects(
      record.as(name, async (asking) => await recordVisit(asking, record.jordan, allowed(IN_PERSON))),
      (error) => error instanceof Refused && error.kind === 'not allowed',
      name,
    )
  for (const name of ['hana', 'tom', 'ada'] as const)
    assert.deepEqual(await record.as(name, async (asking) => await visitsOf(asking, record.jordan)), [], name)
})
