// Which plan stands: of this time in care only; and what is said to somebody who sees a part of the record.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day } from '#calendar'
import { recordFirst } from '#database'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import { permanenceOf, permanenceOfAll } from './store.ts'

const TODAY = day('2026-11-26')
let record: TestRecord
before(async () => {
  record = await testRecord('permanence')
  const { council, people, jordan } = record
  await record.asImport(async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const tom = { id, line: id, person: people.tom, child: jordan, relation: 'legal', since: '2020-01-01T00:00:00Z' }
    await asking.insert('kith.standing_relation', [
      { ...tom, council, reason: 'role', recorded_by: asking.who.person, until: 'infinity', retracted: false },
    ])
    for (const columns of [
      { began: '2020-02-03', ended: '2021-05-04', end_reason: 'E4A' },
      { began: '2026-03-02', ended: null, end_reason: null },
    ])
      await recordFirst(asking, 'kith.care_period', { child: jordan, columns })
    await recordFirst(asking, 'kith.review', { child: jordan, columns: { held: '2026-03-20', adjourned: false } })
    const plan = { parallel: [], waits_for: 'the court', waits_since: '2020-09-01' }
    await recordFirst(asking, 'kith.permanence_plan', {
      ...{ child: jordan, columns: { ...plan, option: 'adoption', decided: '2020-08-01' } },
    })
  })
})
after(async () => await record.close())

const one = async (name: 'priya' | 'hana' | 'tom') =>
  await record.as(name, async (asking) =>
    (await permanenceOfAll(asking, TODAY)).find((row) => row.child === record.jordan),
  )

test('a plan of an earlier time in care does not stand; one of this time does', async () => {
  const { jordan } = record
  const earlier = await record.as('priya', async (asking) => await permanenceOf(asking, jordan))
  assert.equal(earlier.standing, undefined)
  assert.deepEqual(
    earlier.before.map(({ option }) => option),
    ['adoption'],
  )
  assert.deepEqual([(await one('priya'))?.option, (await one('priya'))?.reviews], [null, 1])
  const now = { parallel: [], waits_for: 'nothing', waits_since: null, option: 'return home', decided: '2026-03-20' }
  await record.as('priya', async (asking) => {
    await recordFirst(asking, 'kith.permanence_plan', { child: jordan, columns: now })
  })
  const { standing, before: others } = await record.as('priya', async (asking) => await permanenceOf(asking, jordan))
  assert.deepEqual([standing?.option, others.length], ['return home', 1])
  assert.equal((await one('priya'))?.option, 'return home')
})

test('what somebody may not see is not known to them, and never said to be nothing', async () => {
  assert.equal((await one('tom'))?.reviews, null)
  assert.equal((await one('tom'))?.planSeen, true)
  assert.equal(await one('hana'), undefined, 'who does not see that a child is in care')
  const hana = await record.as('hana', async (asking) => await permanenceOf(asking, record.jordan))
  assert.deepEqual([hana.standing?.option, hana.timeSeen], ['return home', false])
})

test('of short breaks no plan is asked, until an order of care is made', async () => {
  const { jordan } = record
  const stands = async (kind: string) =>
    await record.asImport(async (asking) => {
      await recordFirst(asking, 'kith.legal_basis', { child: jordan, columns: { kind, made: '2026-03-02' } })
    })
  await stands('short breaks agreement')
  assert.equal(await one('priya'), undefined)
  await stands('care order')
  assert.equal((await one('priya'))?.option, 'return home')
})
