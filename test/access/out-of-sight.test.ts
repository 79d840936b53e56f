// Words taken out of sight: two named people and a reason; the words are gone for everybody, the row and the chain stay.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { agreeOutOfSight, askOutOfSight, readTakenOut, sealLog, verifyLog } from '#access'
import { backUp, restore, takeOutAgain } from '#backup'
import { day } from '#calendar'
import { historyOf } from '#database'
import { recordName } from '#people'
import { makeFinder } from '#search'
import type { Asking, Door } from '../../src/database/index.ts'
import { emptyTestDatabase, testDatabase } from '../../src/database/test-database.ts'
import { openProbe } from './probe.ts'
import { startCouncil } from './town.ts'

const probe = await openProbe(await testDatabase('out-of-sight'))
const folder = await mkdtemp(join(tmpdir(), 'kith-out-of-sight-'))
after(async () => {
  await probe.close()
  await rm(folder, { recursive: true })
})
const { owner } = probe
const door: Door = probe.door
const here = await startCouncil(owner, 'SIGHT')
const there = await startCouncil(owner, 'SIGHTTOO')
const [child, worker, manager, officer, team] = [
  await here.child(),
  await here.worker('Worker'),
  await here.worker('Manager'),
  await here.worker('Records officer'),
  await here.add('team', { name: 'Team' }),
]
await here.member(worker, team, 'worker')
await here.member(manager, team, 'manager')
await here.allocate(child, worker)
await here.relate(officer, 'records-officer', { child })
const stranger = await here.worker('Stranger')
const elsewhere = await there.worker('Elsewhere')

const as = async <T>(person: string, work: (asking: Asking) => Promise<T>) =>
  await door.as({ council: here.council, person }, work)
/** A visit with words, written by the child's worker. */
async function visit(text: string): Promise<string> {
  return await as(worker, async (asking) => {
    const id = (await asking.newIds(1))[0] ?? ''
    const said = await asking.keepWords([{ record: id, child, text }])
    await asking.insert('kith.visit', [
      {
        council: here.council,
        id,
        line: id,
        change: 'first',
        child,
        said: said.get(id),
        happened: '2026-11-02',
        visitor_role: 'representative',
        mode: 'in person',
        recorded_by: worker,
        retention_class: 'child-in-care',
      },
    ])
    return id
  })
}
const words = async (person: string, id: string) =>
  await as(person, async (asking) => {
    const rows = await asking.record.selectFrom('kith.visit').select(['id', 'said']).where('id', '=', id).execute()
    return { rows: rows.length, text: (await asking.readWords(rows)).get(id) }
  })
const reason = 'wrong record' as const

test('one person asks, another agrees: the words are gone, the row, the reason and the chain stay', async () => {
  const id = await visit('This was about another child.')
  assert.deepEqual(await words(worker, id), { rows: 1, text: 'This was about another child.' })
  const request = await as(officer, async (asking) => await askOutOfSight(asking, child, { record: id, reason }))
  assert.equal((await words(worker, id)).text, 'This was about another child.', 'asking alone takes nothing')
  await as(manager, async (asking) => await agreeOutOfSight(asking, request))
  for (const person of [worker, manager, officer])
    assert.deepEqual(await words(person, id), { rows: 1, text: undefined })
  const { rows } = await owner.query(
    'select reason, asked_by, agreed_by, agreed is not null as agreed from kith.out_of_sight where record = $1',
    [id],
  )
  assert.deepEqual(rows, [{ reason, asked_by: officer, agreed_by: manager, agreed: true }])
  assert.deepEqual((await owner.query('select from kith.word_key where record = $1', [id])).rowCount, 0)
  const log = await owner.query<{ what: string }>(
    "select what from kith.access_entry where child = $1 and what ~ 'out of sight' order by id",
    [child],
  )
  assert.deepEqual(
    log.rows.map(({ what }) => what),
    ['asked to take words out of sight', 'took words out of sight'],
  )
  const sealing = { door, places: [folder] }
  await sealLog(sealing)
  assert.deepEqual(
    (await verifyLog(sealing)).flatMap(({ faults }) => faults),
    [],
  )
})

test('whoever asked cannot also agree', async () => {
  const id = await visit('Words that stay.')
  const request = await as(officer, async (asking) => await askOutOfSight(asking, child, { record: id, reason }))
  await assert.rejects(
    as(officer, async (asking) => await agreeOutOfSight(asking, request)),
    { kind: 'not allowed' },
  )
  assert.equal((await words(worker, id)).text, 'Words that stay.')
})

test('without the right neither asking nor agreeing is possible, here or from another council', async () => {
  const id = await visit('Words that stay too.')
  for (const person of [worker, stranger])
    await assert.rejects(
      as(person, async (asking) => await askOutOfSight(asking, child, { record: id, reason })),
      { kind: 'not allowed' },
    )
  const request = await as(manager, async (asking) => await askOutOfSight(asking, child, { record: id, reason }))
  for (const person of [worker, stranger])
    await assert.rejects(
      as(person, async (asking) => await agreeOutOfSight(asking, request)),
      { kind: 'not allowed' },
    )
  await assert.rejects(
    door.as({ council: there.council, person: elsewhere }, async (asking) => await agreeOutOfSight(asking, request)),
  )
  assert.equal((await words(worker, id)).text, 'Words that stay too.')
})

test('a key is destroyed in no other way', async () => {
  const id = await visit('Words nobody deletes.')
  for (const person of [worker, manager, officer])
    await assert.rejects(
      as(person, async ({ record }) => await record.deleteFrom('kith.word_key').where('record', '=', id).execute()),
      { kind: 'not allowed' },
    )
  await assert.rejects(
    door.asService(here.council, 'import', async ({ record }) => await record.deleteFrom('kith.word_key').execute()),
    { kind: 'not allowed' },
  )
  assert.equal((await words(worker, id)).text, 'Words nobody deletes.')
})

test('a request names words of that very child, and a reason that counts', async () => {
  const other = await here.child()
  await here.relate(officer, 'records-officer', { child: other })
  const id = await visit('Of the first child.')
  await assert.rejects(as(officer, async (asking) => await askOutOfSight(asking, other, { record: id, reason })))
  await assert.rejects(
    as(
      officer,
      async (asking) => await askOutOfSight(asking, child, { record: id, reason: 'untidy' as typeof reason }),
    ),
    { kind: 'against a rule of the table' },
  )
})

test('gone from versions, drafts and the search; and after a restore of an older backup taken out again, by the list beside the seals', async () => {
  const lines = await mkdtemp(join(tmpdir(), 'kith-taken-out-'))
  const [name, line] = await as(worker, async (asking) => {
    const written = await recordName(asking, child, { kind: 'known as', name: 'Wrenlowe', since: null })
    return [written.id, written.line] as const
  })
  const draft = here.newId()
  await as(worker, async (asking) => {
    const bytes = Buffer.alloc(60)
    await sql`select kith.write_draft(${draft}, 'name-correction', ${child}, ${name}, null, 1, ${bytes}, ${bytes})`.execute(
      asking.record,
    )
  })
  const finder = makeFinder()
  const today = day('2026-11-26')
  const finds = async () =>
    (await finder.find(door, { council: here.council, person: worker }, { typed: 'Wrenlowe', today })).matches.length
  assert.equal(await finds(), 1)
  const older = join(lines, 'backup')
  await backUp({ connection: probe.at.connection, home: lines, folder: older })
  const request = await as(officer, async (asking) => await askOutOfSight(asking, child, { record: name, reason }))
  await as(manager, async (asking) => await agreeOutOfSight(asking, request))
  assert.equal(await finds(), 0, 'the search')
  assert.deepEqual(
    await as(worker, async (asking) =>
      (await historyOf(asking, 'kith.child_name', line)).map(({ words: told }) => told),
    ),
    [undefined],
    'versions',
  )
  const keysOf = async (client: Pick<typeof owner, 'query'>) =>
    (await client.query('select record from kith.word_key where record in ($1, $2)', [name, draft])).rowCount
  assert.equal(await keysOf(owner), 0, 'the draft that corrects it')

  await sealLog({ door, places: [lines] })
  const { known, taken } = await readTakenOut([lines])
  assert.deepEqual([known, taken.some(({ record }) => record === name)], [true, true])
  assert.doesNotMatch(JSON.stringify(taken), /Wrenlowe/)
  const restored = await emptyTestDatabase('out_of_sight_restored')
  await restore({ connection: restored.connection, home: lines, folder: older })
  const again = new pg.Pool(restored.connection)
  assert.equal(await keysOf(again), 2, 'as the backup held them')
  const twice = taken.map((one) => ({ ...one, id: randomUUID(), agreed_by: officer, agreed: '2099-01-01T00:00:00Z' }))
  assert.ok((await takeOutAgain(restored.connection, [...twice, ...taken])) > 0, 'a record that the list names twice')
  assert.equal(await keysOf(again), 0)
  const told = await again.query('select agreed_by from kith.out_of_sight where record = $1', [name])
  assert.deepEqual(told.rows, [{ agreed_by: manager }])
  assert.equal(await takeOutAgain(restored.connection, taken), 0, 'a second time there is nothing to do')
  assert.equal(await takeOutAgain(restored.connection, twice), 0, 'nor by another agreement on the same record')
  assert.deepEqual((await again.query('select * from kith.verify($1::smallint)', [here.council])).rows, [])
  await again.end()
  await restored.drop()
  await rm(lines, { recursive: true })
})
