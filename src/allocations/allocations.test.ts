// Who works with a child on a day; that sight follows; and that one is allocated at a time however many try at once.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day } from '#calendar'
import { historyOf, Refused } from '#database'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import { type Allocation, mayAllocate, mayEndAllocation } from './allocation.ts'
import { ALLOCATED, COVER, TODAY } from './examples.ts'
import { allocationRefusalWords } from './refusal-words.ts'
import { allocate, allocationsOf, endAllocation, worksWithOn } from './store.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('allocations')
})
after(async () => await record.close())

const since = day('2025-03-03')
const mine: Allocation = { worker: 'p', part: 'allocated-worker', since, until: null }

test('who may be allocated', () => {
  const refused = (typed: Partial<Parameters<typeof mayAllocate>[0]>, standing: Allocation[] = []) => {
    const may = mayAllocate({ worker: 'p', ...ALLOCATED, ...typed }, standing)
    return 'refused' in may ? may.refused : []
  }
  assert.deepEqual(refused({}), [])
  assert.deepEqual(refused({ part: 'x', since: '', until: 'y' }), ['part unknown', 'since no day', 'until no day'])
  assert.deepEqual(refused({ until: '2025-03-03' }), ['ends before it starts'])
  assert.deepEqual(refused({ part: 'cover' }), ['cover needs an end'])
  assert.deepEqual(refused({}, [mine]), ['works with the child already'])
  assert.deepEqual(refused({ worker: 'q' }, [mine]), ['another is allocated'])
  assert.deepEqual(refused({ worker: 'q' }, [{ ...mine, since: null, until: since }]), [])
  assert.deepEqual(refused({ worker: 'q', part: 'co-worker' }, [mine]), [])
})

test('how an allocation may end', () => {
  const end = (typed: string, of = mine) => {
    const may = mayEndAllocation(of, typed, TODAY)
    return 'ok' in may ? may.ok : may.refused[0]
  }
  assert.equal(end('2026-11-23'), '2026-11-23')
  assert.equal(end('2026-11-24'), 'end after today')
  assert.equal(end('2025-03-03'), 'ends before it starts')
  assert.equal(end('never'), 'until no day')
  assert.equal(end('2026-11-23', { ...mine, until: day('2026-01-01') }), 'ended already')
  assert.equal(allocationRefusalWords('end after today', TODAY), 'The end cannot be after today, Mon 23 Nov 2026.')
})

test('sight follows an allocation, cover for its time only, and ends with it; the history keeps both versions', async () => {
  const child = await record.newChild()
  const { tom, cora } = record.people
  await record.asImport(async (asking) => {
    assert.ok('ok' in (await allocate(asking, child, { worker: tom, ...ALLOCATED })))
    assert.ok('ok' in (await allocate(asking, child, { worker: cora, ...COVER })))
  })
  const on = async (when: string) =>
    await record.as('tom', async (asking) => (await worksWithOn(asking, child, day(when))).map(({ worker }) => worker))
  assert.deepEqual(await on('2025-03-02'), [])
  assert.deepEqual(await on('2026-11-19'), [tom])
  assert.deepEqual(await on('2026-11-30'), [tom, cora])
  assert.deepEqual(await on('2026-12-01'), [tom])
  assert.deepEqual(await record.as('ravi', async (asking) => await allocationsOf(asking, child)), [])
  const line = await record.asImport(async (asking) => {
    const [own] = (await allocationsOf(asking, child)).filter(({ worker }) => worker === tom)
    assert.ok(own)
    assert.ok('ok' in (await endAllocation(asking, own, { until: day('2026-01-01'), because: 'moved team' })))
    return own.line
  })
  assert.deepEqual(await record.as('tom', async (asking) => await allocationsOf(asking, child)), [])
  const versions = await record.asImport(async (asking) => await historyOf(asking, 'kith.allocation', line))
  assert.deepEqual(
    versions.map(({ change, during, end_reason }) => [change, during, end_reason]),
    [
      ['first', '[2025-03-03,)', null],
      ['change', '[2025-03-03,2026-01-01)', 'moved team'],
    ],
  )
})

test('of eight who allocate at once, one is allocated and seven are told', async () => {
  const child = await record.newChild()
  const people = Object.values(record.people)
  const tries = await record.atOnce(
    child,
    Array.from(
      { length: 8 },
      (_, n) => async () =>
        await record.asImport(
          async (asking) => await allocate(asking, child, { worker: people[n % people.length] ?? '', ...ALLOCATED }),
        ),
    ),
  )
  assert.equal(tries.filter((outcome) => 'ok' in outcome).length, 1)
  assert.equal((await record.asImport(async (asking) => await allocationsOf(asking, child))).length, 1)
})

test('nobody allocates a child to themselves, and a reader of the header writes nothing there', async () => {
  for (const name of ['tom', 'hana', 'ravi', 'ada'] as const)
    await assert.rejects(
      record.as(
        name,
        async (asking) => await allocate(asking, record.jordan, { worker: record.people[name], ...COVER }),
      ),
      (error) => error instanceof Refused && error.kind === 'not allowed',
      name,
    )
})
