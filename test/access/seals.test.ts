// The sealed log: whole after writers at once; each way of tampering as superuser, inside and outside the database, is named.
import assert from 'node:assert/strict'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { Command } from 'commander'
import { sql } from 'kysely'
import pg from 'pg'
import { accessCommands, keepSealing, type Sealing, sealLog, verifyLog } from '#access'
import { type Door, openDoor } from '../../src/database/index.ts'
import { type TestDatabase, testDatabase } from '../../src/database/test-database.ts'
import { everythingIsOver } from '../../src/database/test-over.ts'

type Log = {
  readonly at: TestDatabase
  readonly owner: pg.Pool
  readonly door: Door
  readonly folder: string
  readonly sealing: Sealing
  readonly councils: readonly { council: number; code: string; worker: string }[]
}
const made: Log[] = []
after(async () => {
  for (const { at, owner, door, folder } of made) {
    await door.close()
    await owner.end()
    await at.drop()
    await rm(folder, { recursive: true })
  }
})

const worker = '00000000-0000-7000-8000-000000000001'
async function openLog(): Promise<Log> {
  const at = await testDatabase('seals')
  const owner = new pg.Pool({ ...at.connection, max: 40 })
  owner.on('connect', (client) => void client.on('error', () => {})) // ended by the drop while it closes
  const door = openDoor({ connection: at.connection, keys: { keyOf: async () => Buffer.alloc(32) }, connections: 40 })
  const folder = await mkdtemp(join(tmpdir(), 'kith-seals-'))
  const councils = []
  for (const code of ['ONE', 'TWO']) {
    const { rows } = await owner.query<{ n: number }>('select door.make_council($1, $1, true) as n', [code])
    const council = rows[0]?.n ?? 0
    await owner.query('insert into kith.person (council, id, recorded_by) values ($1, $2, $2)', [council, worker])
    councils.push({ council, code, worker })
  }
  await owner.query('delete from kith.access_entry') // of the making of the councils
  const log = { at, owner, door, folder, sealing: { door, places: [folder] }, councils }
  made.push(log)
  return log
}
const look = async ({ door }: Log, council: number, what: string) =>
  await door.as({ council, person: worker }, async (asking) => await asking.note(what))

/** Two councils, three blocks of three entries each. */
async function threeBlocks(): Promise<Log> {
  const log = await openLog()
  for (const block of [1, 2, 3]) {
    for (const { council } of log.councils)
      for (const entry of [1, 2, 3]) await look(log, council, `looked ${block}.${entry}`)
    await everythingIsOver(log.at.connection)
    await sealLog(log.sealing)
  }
  return log
}
const faultsOf = async (log: Log) =>
  (await verifyLog(log.sealing)).flatMap(({ code, faults }) =>
    faults.map(({ block, says }) => `${code} ${block ?? '-'}: ${says.replaceAll(log.folder, 'SEALS')}`),
  )

/** Runs `kith …` with these words; returns what it printed and its exit code. */
async function kith(log: Log, ...words: string[]): Promise<{ code: number; out: string }> {
  const before = process.exitCode
  let out = ''
  const catching = (text: string): void => {
    out += text
  }
  const program = new Command().exitOverride()
  accessCommands(program, {
    withSealing: async (work) => await work(log.sealing),
    print: catching,
    complain: catching,
  })
  process.exitCode = 0
  try {
    await program.parseAsync(words, { from: 'user' })
    return { code: Number(process.exitCode), out }
  } finally {
    process.exitCode = before
  }
}

/** Statements of a superuser with the triggers and rules of the tables out of the way. */
const tamper =
  (sql: string) =>
  async ({ owner }: Log) =>
    void (await owner.query(sql))
const block = (n: number) => `(select b from kith.access_block b where b.council = 1 and b.number = ${n})`
const within = (n: number) =>
  `council = 1 and tx >= (select from_tx from kith.access_block where council = 1 and number = ${n}) and tx < (select below_tx from kith.access_block where council = 1 and number = ${n})`
const oneOf = (n: number) => `id = (select min(id) from kith.access_entry where ${within(n)})`
const sealsOf = (log: Log) => join(log.folder, 'ONE.jsonl')
const lines = (change: (lines: string[]) => string[]) => async (log: Log) =>
  await writeFile(
    sealsOf(log),
    change((await readFile(sealsOf(log), 'utf8')).trimEnd().split('\n'))
      .map((line) => `${line}\n`)
      .join(''),
  )
const outside = 'the block is not the one that was sealed: its seal outside differs'
const changed = 'an entry was changed or reordered'
const broken = 'the chain is broken here: a block before it is missing or was exchanged'

const tampered: [string, (log: Log) => Promise<void>, string[]][] = [
  [
    'an entry changed',
    tamper(`update kith.access_entry set what = 'looked at nothing' where ${oneOf(2)}`),
    [`ONE 2: ${changed}`],
  ],
  [
    'the person of an entry changed',
    tamper(`update kith.access_entry set person = kith.new_id() where ${oneOf(2)}`),
    [`ONE 2: ${changed}`],
  ],
  [
    'the time of an entry changed',
    tamper(`update kith.access_entry set at = at - interval '1 microsecond' where ${oneOf(2)}`),
    [`ONE 2: ${changed}`],
  ],
  [
    'an entry removed inside a block',
    tamper(`delete from kith.access_entry where ${oneOf(2)}`),
    ['ONE 2: holds 2 entries, was sealed with 3'],
  ],
  [
    'an entry slipped into a sealed block',
    tamper(
      `insert into kith.access_entry (council, tx, person, what) select 1, tx, person, 'forged' from kith.access_entry where ${oneOf(2)}`,
    ),
    ['ONE 2: holds 4 entries, was sealed with 3'],
  ],
  [
    'two entries of a block reordered',
    async ({ owner }) => {
      const { rows } = await owner.query<{ id: string }>(
        `select id from kith.access_entry where ${within(2)} order by id limit 2`,
      )
      const [a, b] = rows.map(({ id }) => id)
      await owner.query(
        `update kith.access_entry e set what = s.what, at = s.at from kith.access_entry s where e.council = 1 and s.council = 1 and ((e.id = ${a} and s.id = ${b}) or (e.id = ${b} and s.id = ${a}))`,
      )
    },
    [`ONE 2: ${changed}`],
  ],
  [
    'ids of two entries swapped',
    async ({ owner }) => {
      const { rows } = await owner.query<{ id: string }>(
        `select id from kith.access_entry where ${within(2)} order by id limit 2`,
      )
      const [a, b] = rows.map(({ id }) => id)
      await owner.query('alter table kith.access_entry alter column id drop identity')
      await owner.query(
        `update kith.access_entry set id = case id when ${a} then ${b} else ${a} end where id in (${a}, ${b})`,
      )
    },
    [`ONE 2: ${changed}`],
  ],
  [
    'the last block and its entries removed',
    async ({ owner }) => {
      await owner.query(`delete from kith.access_entry where ${within(3)}`)
      await owner.query('delete from kith.access_block where council = 1 and number = 3')
    },
    ['ONE 3: block 3 and its 3 entries were removed'],
  ],
  [
    'the last block removed, its entries left',
    tamper('delete from kith.access_block where council = 1 and number = 3'),
    ['ONE 3: block 3 was removed from the chain'],
  ],
  [
    'a block in the middle removed',
    tamper('delete from kith.access_block where council = 1 and number = 2'),
    [`ONE 3: ${broken}`, 'ONE 2: block 2 was removed from the chain'],
  ],
  [
    'a block and its entries in the middle removed',
    async ({ owner }) => {
      await owner.query(`delete from kith.access_entry where ${within(2)}`)
      await owner.query('delete from kith.access_block where council = 1 and number = 2')
    },
    [`ONE 3: ${broken}`, 'ONE 2: block 2 was removed from the chain'],
  ],
  [
    'a block swapped between councils',
    tamper(`
    update kith.access_block b set from_tx = o.from_tx, below_tx = o.below_tx, previous = o.previous, hash = o.hash
    from kith.access_block o where b.number = 2 and o.number = 2 and b.council <> o.council`),
    [],
  ],
  [
    'the entries of a block swapped between councils',
    tamper(`
    update kith.access_entry set council = 3 - council where tx >= ${'(select min(from_tx) from kith.access_block where number = 2)'} and tx < (select max(below_tx) from kith.access_block where number = 2)`),
    [],
  ],
  [
    'all blocks rewritten over changed entries',
    async ({ owner }) => {
      await owner.query(`update kith.access_entry set what = 'looked at nothing' where ${oneOf(2)}`)
      for (const n of [2, 3]) {
        if (n === 3)
          await owner.query(
            'update kith.access_block b set previous = p.hash from kith.access_block p where b.council = 1 and b.number = 3 and p.council = 1 and p.number = 2',
          )
        await owner.query(
          `update kith.access_block b set hash = h.hash from kith.block_hash(1::smallint, ${n}, (${block(n)}).era, (${block(n)}).from_tx, (${block(n)}).below_tx, (${block(n)}).previous) h where b.council = 1 and b.number = ${n}`,
        )
      }
    },
    [`ONE 2: ${outside}`, `ONE 3: ${outside}`],
  ],
  [
    'a line of the seals removed',
    lines((all) => all.toSpliced(1, 1)),
    ['ONE 2: its line is missing from SEALS/ONE.jsonl'],
  ],
  [
    'a line of the seals changed',
    lines((all) => all.with(1, (all[1] ?? '').replace(/"hash":"./, '"hash":"z'))),
    [`ONE 2: ${outside}`],
  ],
  [
    'a line of the seals made unreadable',
    lines((all) => all.with(1, 'gone')),
    [
      'ONE -: line 2 of SEALS/ONE.jsonl is not a seal of this council',
      'ONE 2: its line is missing from SEALS/ONE.jsonl',
    ],
  ],
  [
    'lines of the seals reordered',
    lines(([a = '', b = '', c = '']) => [b, a, c]),
    ['ONE 1: line 2 of SEALS/ONE.jsonl is out of order'],
  ],
  [
    'the last line of the seals removed, long ago',
    async (log) => {
      await lines((all) => all.slice(0, 2))(log)
      await log.owner.query("update kith.access_block set sealed = sealed - interval '2 minutes'")
    },
    ['ONE 3: its line is missing from SEALS/ONE.jsonl'],
  ],
  [
    'the seals of another council in its place',
    async (log) => await writeFile(sealsOf(log), await readFile(join(log.folder, 'TWO.jsonl'))),
    [1, 2, 3].map((n) => `ONE -: line ${n} of SEALS/ONE.jsonl is not a seal of this council`),
  ],
  [
    'the seals removed, long ago',
    async (log) => {
      await rm(sealsOf(log))
      await log.owner.query("update kith.access_block set sealed = sealed - interval '2 minutes'")
    },
    ['ONE -: the seals are gone: there is no SEALS/ONE.jsonl'],
  ],
]

describe('kith verify names what was tampered with', () => {
  for (const [name, change, expected] of tampered)
    test(name, async () => {
      const log = await threeBlocks()
      assert.deepEqual(await faultsOf(log), [], 'clean before')
      await change(log)
      const found = await faultsOf(log)
      if (expected.length > 0) assert.deepEqual(found, expected)
      else
        for (const code of ['ONE', 'TWO'])
          assert.ok(
            found.some((fault) => fault.startsWith(`${code} 2: `)),
            found.join('\n'),
          )
      const said = await kith(log, 'verify')
      assert.equal(said.code, 1)
      for (const fault of found)
        assert.ok(said.out.includes(fault.replace(/^\w+ \S+: /, '').replaceAll('SEALS', log.folder)), said.out)
    })
})

describe('a log that is whole', async () => {
  const log = await threeBlocks()
  test('is said to be whole, in words and as JSON', async () => {
    assert.deepEqual(await kith(log, 'verify'), {
      code: 0,
      out: 'ONE: 3 blocks, 9 entries: the log is whole\nTWO: 3 blocks, 9 entries: the log is whole\n',
    })
    const { code, out } = await kith(log, 'verify', '--council', 'TWO', '--json')
    assert.equal(code, 0)
    assert.deepEqual(JSON.parse(out), [
      { code: 'TWO', blocks: 3, entries: 9, faults: [], unsealed: 0, oldestUnsealed: null },
    ])
  })
  test('tells of entries that wait, with their age', async () => {
    await look(log, 1, 'looked late')
    await log.owner.query("update kith.access_entry set at = at - interval '90 seconds' where what = 'looked late'")
    assert.match(
      (await kith(log, 'verify', '--council', 'ONE')).out,
      /^ONE: 3 blocks, 9 entries: the log is whole; 1 entry not yet sealed, the oldest (9\d|1\d\d) s old\n$/,
    )
    await everythingIsOver(log.at.connection)
    assert.equal((await kith(log, 'seal')).out, 'ONE: 1 entry sealed\nTWO: 0 entries sealed\n')
    assert.match((await kith(log, 'verify', '--council', 'ONE')).out, /^ONE: 4 blocks, 10 entries: the log is whole\n$/)
  })
  test('a council that is not there is wrong use', async () => {
    assert.deepEqual(await kith(log, 'verify', '--council', 'NONE'), {
      code: 2,
      out: 'kith verify: there is no council NONE\n',
    })
  })
  test('a line torn by a crash is written again, and is no fault', async () => {
    const whole = await readFile(sealsOf(log), 'utf8')
    await writeFile(sealsOf(log), whole.slice(0, -30))
    assert.deepEqual(await faultsOf(log), [])
    await sealLog(log.sealing)
    assert.deepEqual(await faultsOf(log), [])
    assert.equal(
      (await readFile(sealsOf(log), 'utf8')).trimEnd().split('\n').at(-1),
      whole.trimEnd().split('\n').at(-1),
    )
    await appendFile(sealsOf(log), '')
  })
  test('a second place for the seals is written and compared too', async () => {
    const second = join(log.folder, 'second')
    const both = { ...log.sealing, places: [log.folder, second] }
    await sealLog(both)
    assert.equal((await readFile(join(second, 'TWO.jsonl'), 'utf8')).trimEnd().split('\n').length, 3)
    await writeFile(join(second, 'TWO.jsonl'), '')
    await log.owner.query("update kith.access_block set sealed = sealed - interval '2 minutes'")
    assert.equal((await verifyLog(both)).flatMap(({ faults }) => faults).length, 3)
  })
})

test('32 writers, some late and some rolled back, while sealing goes on: each entry sealed once', async () => {
  const log = await openLog()
  let written = 0
  const stop = keepSealing(log.sealing, 10)
  await Promise.all(
    Array.from({ length: 32 }, async (_, writer) => {
      for (let n = 0; n < 40; n += 1) {
        const council = 1 + (n % 2)
        const backOut = n % 10 === 9
        await log.door
          .as({ council, person: worker }, async (asking) => {
            await asking.note(`writer ${writer}, ${n}`)
            if (writer % 8 === 0 && n % 8 === 0) await sql`select pg_sleep(0.05)`.execute(asking.record)
            if (backOut) throw new Error('rolled back')
          })
          .then(
            () => (written += 1),
            (error: Error) => assert.equal(error.message, 'rolled back'),
          )
      }
    }),
  )
  await stop()
  await everythingIsOver(log.at.connection)
  await sealLog(log.sealing)
  const verdicts = await verifyLog(log.sealing)
  assert.equal(written, 32 * 36)
  assert.deepEqual(
    verdicts.flatMap(({ faults }) => faults),
    [],
  )
  assert.equal(
    verdicts.reduce((sum, { entries }) => sum + entries, 0),
    written,
  )
  assert.ok(verdicts.every(({ unsealed, blocks }) => unsealed === 0 && blocks > 1))
})
