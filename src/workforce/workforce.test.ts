// Teams and memberships: who writes them, who belongs when, and that an end is a version, never an overwriting.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day } from '#calendar'
import { Refused } from '#database'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import { DUTY_IN_DECEMBER, NORTH_FROM_MAY, SERVICE, TEAM, TODAY } from './examples.ts'
import { mayJoin, mayLeave, membershipRefusalWords, type TypedMembership } from './membership.ts'
import {
  addWorker,
  joinTeam,
  leaveTeam,
  makeTeam,
  membershipHistory,
  membershipsOf,
  membersOn,
  workerById,
} from './store.ts'

let record: TestRecord
let north: string
let lena: string
before(async () => {
  record = await testRecord('workforce')
  await record.as('ada', async (asking) => {
    const service = await makeTeam(asking, { name: SERVICE, under: null })
    north = await makeTeam(asking, { name: TEAM, under: service })
    lena = await addWorker(asking, 'Lena Frost')
  })
})
after(async () => await record.close())

const allowed = (typed: TypedMembership) => {
  const may = mayJoin(typed, [])
  assert.ok('ok' in may)
  return may.ok
}

test('who may join', () => {
  const refused = (typed: Partial<TypedMembership>, standing: Parameters<typeof mayJoin>[1] = []) => {
    const may = mayJoin({ person: 'p', team: 't', ...NORTH_FROM_MAY, ...typed }, standing)
    return 'refused' in may ? may.refused : []
  }
  assert.deepEqual(refused({}), [])
  assert.deepEqual(refused({ part: 'boss', since: 'now', until: 'then' }), [
    'part unknown',
    'since no day',
    'until no day',
  ])
  assert.deepEqual(refused({ until: '2026-05-01' }), ['ends before it starts'])
  const standing = [{ person: 'p', team: 't', part: 'worker', since: day('2026-01-01'), until: null }]
  assert.deepEqual(refused({}, standing), ['there already'])
  assert.deepEqual(refused({ part: 'manager' }, standing), [])
  assert.deepEqual(refused({ since: '2025-01-01', until: '2026-01-01' }, standing), [])
  const span = { since: day('2026-05-01'), until: null }
  assert.deepEqual(mayLeave(span, '2026-05-01'), { refused: ['ends before it starts'] })
  assert.deepEqual(mayLeave(span, 'soon'), { refused: ['until no day'] })
  assert.deepEqual(mayLeave(span, '2026-11-23'), { ok: '2026-11-23' })
  assert.match(membershipRefusalWords('there already'), /already/)
})

test('an administrator keeps the list; a membership typed ahead holds from its day', async () => {
  await record.as('ada', async (asking) => {
    await joinTeam(asking, allowed({ person: lena, team: north, ...NORTH_FROM_MAY }))
    await joinTeam(asking, allowed({ person: lena, team: north, ...DUTY_IN_DECEMBER }))
  })
  const parts = async (on: string) =>
    await record.as('tom', async (asking) => (await membersOn(asking, north, day(on))).map(({ part }) => part))
  assert.deepEqual(await parts('2026-04-30'), [])
  assert.deepEqual(await parts(TODAY), ['worker'])
  assert.deepEqual(await parts('2026-12-31'), ['duty', 'worker'])
  assert.deepEqual(await parts('2027-01-01'), ['worker'])
})

test('of two who end the same membership the second is told, and the history keeps both ends apart', async () => {
  const ends = await Promise.all(
    ['2026-11-23', '2026-11-30'].map(
      async (until) =>
        await record.as('ada', async (asking) => {
          const [worker] = (await membershipsOf(asking, lena)).filter(({ part }) => part === 'worker')
          return worker === undefined ? undefined : await leaveTeam(asking, worker, day(until))
        }),
    ),
  )
  assert.ok(ends.some((end) => end !== undefined && 'ok' in end))
  const history = await record.as('tom', async (asking) => await membershipHistory(asking, lena))
  assert.equal(history.filter(({ part }) => part === 'worker')[0]?.during, '[2026-05-01,)')
  const stale = { id: '00000000-0000-0000-0000-000000000000', person: lena, team: north, part: 'worker' }
  const late = await record.as(
    'ada',
    async (asking) => await leaveTeam(asking, { ...stale, since: day('2026-05-01'), until: null, share: null }, TODAY),
  )
  assert.deepEqual(late, { refused: 'corrected already' })
})

test('nobody but an administrator makes teams, workers and memberships', async () => {
  for (const name of ['priya', 'tom', 'ravi'] as const)
    for (const work of [
      async () => await record.as(name, async (asking) => await makeTeam(asking, { name: `${name}'s`, under: null })),
      async () => await record.as(name, async (asking) => await addWorker(asking, 'Nobody')),
      async () =>
        await record.as(name, async (asking) => {
          await joinTeam(asking, allowed({ person: record.people.tom, team: north, ...NORTH_FROM_MAY }))
        }),
    ])
      await assert.rejects(work(), (error) => error instanceof Refused && error.kind === 'not allowed', name)
})

test('a worker is known by name to the council; nobody else is a worker', async () => {
  const worker = await record.as('tom', async (asking) => await workerById(asking, lena))
  assert.equal(worker.name, 'Lena Frost')
  await assert.rejects(
    record.as('tom', async (asking) => await workerById(asking, record.jordan)),
    (error) => error instanceof Refused && error.kind === 'not in the record',
  )
})
