// Days at school are counted once, whoever writes and at which moment; what overlapped before stands, and is found.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Refused } from '#database'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import { shareDays } from './attendance.ts'
import { attendances } from './store.ts'

const row = (since: string, last: string) => ({
  columns: { since, last, possible: 10, attended: 9, unauthorised: 0, persistent: false },
  words: '',
})
const overlaps = (error: unknown) => error instanceof Refused && error.kind === 'overlap'

test('rows that share a day are found, and those that only touch are not', () => {
  const of = (...days: readonly (readonly [string, string])[]) =>
    shareDays(days.map(([since, last]) => ({ since, last })))?.map(({ since }) => since)
  assert.deepEqual(of(['2026-11-09', '2026-11-13'], ['2026-11-02', '2026-11-09']), ['2026-11-02', '2026-11-09'])
  assert.deepEqual(of(['2026-11-02', '2026-11-30'], ['2026-11-04', '2026-11-05']), ['2026-11-02', '2026-11-04'])
  assert.equal(of(['2026-11-02', '2026-11-06'], ['2026-11-07', '2026-11-13']), undefined)
  assert.equal(of(), undefined)
})

describe('the table', () => {
  let record: TestRecord
  let jordan = ''
  before(async () => {
    record = await testRecord('counted-once')
    jordan = record.jordan
  })
  after(async () => await record.close())

  test('takes one of two who write the same days at one moment', async () => {
    const outcomes = await record.atOnce(
      jordan,
      (['vera', 'priya'] as const).map((name) => async () => {
        try {
          await record.as(
            name,
            async (asking) => await attendances.record(asking, row('2026-09-07', '2026-09-11'), jordan),
          )
          return 'written'
        } catch (error) {
          return overlaps(error) ? 'refused' : String(error)
        }
      }),
    )
    assert.deepEqual([...outcomes].sort(), ['refused', 'written'])
  })

  test('refuses days that are counted already, also of a service; takes those beside, and what is put right', async () => {
    const write = async (since: string, last: string) =>
      await record.as('vera', async (asking) => await attendances.record(asking, row(since, last), jordan))
    for (const days of [
      ['2026-09-01', '2026-09-07'],
      ['2026-09-09', '2026-09-09'],
      ['2026-09-11', '2026-09-18'],
    ] as const)
      await assert.rejects(write(days[0], days[1]), overlaps, days.join(' '))
    const beside = await write('2026-09-12', '2026-09-18')
    const correct = async (since: string, last: string) =>
      await record.as('vera', async (asking) => await attendances.correct(asking, row(since, last), beside.id))
    await assert.rejects(correct('2026-09-11', '2026-09-18'), overlaps)
    const right = await correct('2026-09-12', '2026-09-25')
    assert.ok('ok' in right)
    await record.as('vera', async (asking) => await attendances.retract(asking, right.ok.id, 'Wrong child.'))
    await write('2026-09-14', '2026-09-18')
  })
})
