// The door: every transaction is somebody's, all of it or none stays, and what the database refuses arrives as a kind.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { withClient } from '#postgres'
import { type Door, NobodyHere, openDoor, together } from './door.ts'
import { councilKeysIn } from './keys.ts'
import { Refused } from './refusals.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'
import { inTransaction } from './transaction.ts'

let at: TestDatabase
let door: Door
let home: string
let council: number
const changed: string[][] = []

before(async () => {
  at = await testDatabase('door')
  home = await mkdtemp(join(tmpdir(), 'kith-door-'))
  council = await withClient(at.connection, async (client) => {
    const { rows } = await client.query<{ council: number }>(
      `select door.make_council('E06000901', 'Testshire') as council`,
    )
    return rows[0]?.council ?? 0
  })
  door = openDoor({
    connection: at.connection,
    keys: councilKeysIn(home),
    childrenChanged: async (_, children) => void changed.push([...children]),
  })
})
after(async () => {
  await door.close()
  await at.drop()
  await rm(home, { recursive: true })
})

async function newChild(): Promise<string> {
  return await door.asService(council, 'import', async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const recorded_by = asking.who.person
    await asking.insert('kith.person', [{ council, id, recorded_by }])
    await asking.insert('kith.child', [{ council, id, recorded_by }])
    return id
  })
}
const placement = (child: string, during: string, recorded_by: string) => {
  const id = randomUUID()
  return { council, id, line: id, child, during, kind: 'U6', recorded_by }
}

test('who changed a child is told upstairs in the same transaction, once a child', async () => {
  changed.length = 0
  const child = await newChild()
  assert.deepEqual(changed, [[child]])
})

test('nobody comes in who is not of this council', async () => {
  await assert.rejects(
    door.as({ council, person: randomUUID() }, async () => 1),
    NobodyHere,
  )
  await assert.rejects(
    door.as({ council: 99, person: randomUUID() }, async () => 1),
    NobodyHere,
  )
  await assert.rejects(
    door.asService(99, 'import', async () => 1),
    NobodyHere,
  )
})

test('without the door the program holds nothing, and nobody is asking', async () => {
  await withClient({ ...at.connection, options: '-c role=kith_app' }, async (client) => {
    await assert.rejects(client.query('select from kith.child'), { code: '42501' })
    await assert.rejects(client.query('update kith.placement set kind = kind'), { code: '42501' })
    await assert.rejects(client.query('begin; set local role kith_caseload; select from kith.child'), { code: '42704' })
  })
})

test('what breaks leaves nothing behind', async () => {
  const child = await newChild()
  const write = door.asService(council, 'import', async (asking) => {
    await asking.insert('kith.placement', [placement(child, '[2024-01-01,)', asking.who.person)])
    throw new Error('half way')
  })
  await assert.rejects(write, /half way/)
  const left = await door.asService(
    council,
    'import',
    async ({ record }) => await record.selectFrom('kith.placement').select('id').where('child', '=', child).execute(),
  )
  assert.deepEqual(left, [])
})

test('questions asked side by side are each asked as the asker, and answered in their own place', async () => {
  const answers = await door.asService(
    council,
    'import',
    async ({ record }) =>
      await Promise.all(
        Array.from({ length: 50 }, async (_, n) => {
          const { rows } = await sql<{ n: number; as: string }>`select ${n}::int as n, current_user as "as"`.execute(
            record,
          )
          return rows[0]
        }),
      ),
  )
  assert.deepEqual(
    answers,
    Array.from({ length: 50 }, (_, n) => ({ n, as: 'kith_service' })),
  )
})

test('one of several questions fails: nothing stays, and what was still to be asked is asked of nobody', async () => {
  const child = await newChild()
  const { promise: failed, resolve: hasFailed } = Promise.withResolvers<void>()
  let afterwards: Promise<unknown> = Promise.resolve()
  const write = door.asService(council, 'import', async (asking) => {
    afterwards = asking
      .insert('kith.placement', [placement(child, '[2024-01-01,)', asking.who.person)])
      .then(async () => await failed)
      .then(async () => await sql`select current_user`.execute(asking.record))
    // So that the test's own process does not end for it: it is looked at below.
    afterwards.catch(() => {})
    await Promise.all([sql`select 1 / 0`.execute(asking.record), afterwards])
  })
  await assert.rejects(write, /22012/)
  hasFailed()
  await assert.rejects(afterwards, /has ended/)
  const left = await door.asService(
    council,
    'import',
    async ({ record }) => await record.selectFrom('kith.placement').select('id').where('child', '=', child).execute(),
  )
  assert.deepEqual(left, [])
})

test('together: one transaction as one person; what fails takes all of it, and no other door is gone through', async () => {
  const child = await newChild()
  const who = await door.asService(council, 'import', async (asking) => asking.who)
  const number = sql<{ tx: string }>`select pg_current_xact_id()::text as tx`
  const notes = async () =>
    await withClient(at.connection, async (client) => {
      const { rowCount } = await client.query('select from kith.access_entry where child = $1', [child])
      return rowCount
    })
  let kept: Door | undefined
  const [one, two] = await together(door, who, async (asking, within) => {
    kept = within
    await assert.rejects(
      within.asService(council, 'import', async () => {}),
      /as one person/,
    )
    await assert.rejects(
      within.as({ ...who, person: randomUUID() }, async () => {}),
      /as one person/,
    )
    await assert.rejects(
      within.outside(async () => {}),
      /as one person/,
    )
    const inside = await within.as(who, async ({ record }) => (await number.execute(record)).rows[0]?.tx)
    return [(await number.execute(asking.record)).rows[0]?.tx, inside]
  })
  assert.ok(one !== undefined && one === two)
  await assert.rejects(
    async () => await kept?.as(who, async ({ record }) => await number.execute(record)),
    /before it ends/,
  )
  const before = await notes()
  const failing = together(door, who, async (asking, within) => {
    await asking.note('looked', child)
    await within.as(who, async ({ record }) => await sql`select 1 / 0`.execute(record))
  })
  await assert.rejects(failing, /22012/)
  assert.equal(await notes(), before)
})

test('an error that the work passes over keeps nothing, and says so', async () => {
  const pool = new pg.Pool(at.connection)
  const work = async (after: string) =>
    await inTransaction(pool, async ({ record }) => {
      await sql`create table passed_over (n int)`.execute(record)
      await sql
        .raw(after)
        .execute(record)
        .catch(() => {})
    })
  try {
    await assert.rejects(work('select 1 / 0'), /Nothing was kept/)
    await work('select 1')
    assert.equal((await pool.query('select from passed_over')).rowCount, 0)
  } finally {
    await pool.end()
  }
})

test('a door that only people went through leaves no connection open when it is closed', async () => {
  const [service] = await withClient(
    at.connection,
    async (client) =>
      (
        await client.query<{ person: string }>(
          `select person from door.service_worker where council = $1 and name = 'import'`,
          [council],
        )
      ).rows,
  )
  const other = openDoor({
    connection: { ...at.connection, application_name: 'closed door' },
    keys: councilKeysIn(home),
  })
  await other.as({ council, person: service?.person ?? '' }, async ({ record }) => await sql`select 1`.execute(record))
  await other.close()
  const open = async () =>
    await withClient(
      at.connection,
      async (client) =>
        (await client.query(`select from pg_stat_activity where application_name = 'closed door'`)).rowCount,
    )
  // The server takes a moment to notice.
  for (let n = 0; n < 50 && (await open()) !== 0; n += 1) await new Promise((done) => setTimeout(done, 20))
  assert.equal(await open(), 0)
})

test('an overlap is refused at the commit, as a kind and without personal data', async () => {
  const child = await newChild()
  const write = door.asService(council, 'import', async (asking) => {
    await asking.insert('kith.placement', [
      placement(child, '[2024-01-01,2024-06-01)', asking.who.person),
      placement(child, '[2024-05-31,)', asking.who.person),
    ])
  })
  await assert.rejects(
    write,
    (error) => error instanceof Refused && error.kind === 'overlap' && !error.message.includes('2024'),
  )
})

test('of two corrections of one row the second is told that somebody was first', async () => {
  const child = await newChild()
  const first = placement(child, '[2024-01-01,)', '')
  const as = async (rows: (person: string) => Record<string, unknown>[]) =>
    await door.asService(
      council,
      'import',
      async (asking) => await asking.insert('kith.placement', rows(asking.who.person)),
    )
  await as((recorded_by) => [{ ...first, recorded_by }])
  const correction = (recorded_by: string) => [
    { ...first, id: randomUUID(), supersedes: first.id, change: 'correction', kind: 'U4', recorded_by },
  ]
  await as(correction)
  await assert.rejects(as(correction), (error) => error instanceof Refused && error.kind === 'corrected already')
})

test('two writers of overlapping placements: one wins, however they interleave', async () => {
  const child = await newChild()
  const tries = await Promise.allSettled(
    Array.from(
      { length: 32 },
      async (_, writer) =>
        await door.asService(council, 'import', async (asking) => {
          await asking.insert('kith.placement', [
            placement(child, `[2024-01-${String(1 + (writer % 9)).padStart(2, '0')},)`, asking.who.person),
          ])
        }),
    ),
  )
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const attempt of tries)
    if (attempt.status === 'rejected')
      assert.ok(attempt.reason instanceof Refused && attempt.reason.kind === 'overlap', String(attempt.reason))
})

test('words are kept apart from codes and come back to those who see the child', async () => {
  const child = await newChild()
  const id = randomUUID()
  await door.asService(council, 'import', async (asking) => {
    const said = await asking.keepWords([{ record: id, child, text: 'Jo' }])
    await asking.insert('kith.child_name', [
      { council, id, line: id, child, kind: 'given', said: said.get(id), recorded_by: asking.who.person },
    ])
  })
  const name = await door.asService(council, 'import', async (asking) => {
    const rows = await asking.record
      .selectFrom('kith.child_name')
      .select(['id', 'said'])
      .where('child', '=', child)
      .execute()
    return (await asking.readWords(rows)).get(id)
  })
  assert.equal(name, 'Jo')
})

test('nobody writes in another name, and a service worker stays in its council', async () => {
  const child = await newChild()
  await assert.rejects(
    door.asService(
      council,
      'import',
      async (asking) => await asking.insert('kith.placement', [placement(child, '[2024-01-01,)', randomUUID())]),
    ),
    (error) => error instanceof Refused && error.kind === 'not allowed',
  )
  const other = await door.asService(
    council,
    'import',
    async ({ record }) =>
      await sql<{ n: string }>`select count(*) as n from kith.child where council <> ${council}`.execute(record),
  )
  assert.equal(other.rows[0]?.n, '0')
})

test('the log says for whom at the command line a service worker acts, once', async () => {
  const operated = openDoor({ connection: at.connection, keys: councilKeysIn(home), operator: 'jo' })
  try {
    for (let turn = 0; turn < 3; turn += 1) await operated.asService(council, 'command line', async () => {})
  } finally {
    await operated.close()
  }
  const { rows } = await withClient(
    at.connection,
    async (client) =>
      await client.query(`select subject from kith.access_entry where what = 'acts for a person at the command line'`),
  )
  assert.deepEqual(rows, [{ subject: { operator: 'jo' } }])
})
