// Jobs: there when the transaction is kept, gone when it is not, done once, and carrying ids only.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Asking, councilKeysIn, type Door, makeCouncil, openDoor, withClient } from '#database'
import { type TestDatabase, testDatabase } from '../database/test-database.ts'
import { addJob, type JobWorker, makeQueue, startJobs, type TaskGiven } from './worker.ts'

let at: TestDatabase
let door: Door
let home: string
let jobs: JobWorker
let council: number
const done: TaskGiven[] = []
let came: () => void = () => {}

before(async () => {
  at = await testDatabase('jobs')
  home = await mkdtemp(join(tmpdir(), 'kith-jobs-'))
  council = await makeCouncil(at.connection, { code: 'E06000901', name: 'Testshire' })
  door = openDoor({ connection: at.connection, keys: councilKeysIn(home) })
  const work = async (given: TaskGiven): Promise<void> => {
    done.push(given)
    came()
  }
  jobs = await startJobs({
    connection: at.connection,
    tasks: [{ name: 'nightly-refresh', daily: '02:15', work }],
    log: () => {},
  })
})
after(async () => {
  await jobs.stop()
  await door.close()
  await at.drop()
  await rm(home, { recursive: true })
})

const asImport = async (work: (asking: Asking) => Promise<void>) => await door.asService(council, 'import', work)

test('a job can be added before anything takes jobs, however often the queue is made', async () => {
  const alone = await testDatabase('jobs_none_taken')
  const its = await makeCouncil(alone.connection, { code: 'E06000902', name: 'Elsewhere' })
  const through = openDoor({ connection: alone.connection, keys: councilKeysIn(home) })
  try {
    await makeQueue(alone.connection)
    await makeQueue(alone.connection)
    await through.asService(its, 'import', async (asking) => await addJob(asking, 'nightly-refresh'))
    const { rows } = await withClient(
      alone.connection,
      async (client) => await client.query('select from graphile_worker.jobs'),
    )
    assert.equal(rows.length, 1)
  } finally {
    await through.close()
    await alone.drop()
  }
})

test('a job of a transaction that was not kept never existed', async () => {
  const write = asImport(async (asking) => {
    await addJob(asking, 'nightly-refresh')
    throw new Error('half way')
  })
  await assert.rejects(write, /half way/)
  const { rows } = await withClient(
    at.connection,
    async (client) => await client.query('select from graphile_worker.jobs'),
  )
  assert.equal(rows.length, 0)
})

test('a job that was kept is done, with the council it was added for', async () => {
  const arrived = new Promise<void>((resolve) => {
    came = resolve
  })
  await asImport(async (asking) => await addJob(asking, 'nightly-refresh'))
  await arrived
  assert.deepEqual(done, [{ council, child: undefined }])
})

test('an unknown task and an unknown child are refused', async () => {
  await assert.rejects(asImport(async (asking) => await addJob(asking, 'drop everything')))
  await assert.rejects(
    asImport(async (asking) => await addJob(asking, 'refresh-child', '0197f0a0-0000-7000-8000-000000000001')),
  )
})
