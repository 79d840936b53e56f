// The import of postcodes against a real server: who may, what is replaced, and what stays when it is cut off.
import assert from 'node:assert/strict'
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { Command } from 'commander'
import pg from 'pg'
import { currentDirectory, importPostcodesCommand, placesOf, replaceDirectory } from '#geography'
import { type TestDatabase, testDatabase } from '../../src/database/test-database.ts'

const extract = 'test/material/geography/onspd-extract-2025-11.csv'
const rowsOf = (count: number, first = 'AL1') =>
  Array.from(
    { length: count },
    (_, n) => `${first} ${n % 10}${'ABDEFGHJLN'[Math.floor(n / 10) % 10]}A,E07000240,${n},${n}`,
  )
const csv = (rows: readonly string[]) => Buffer.from(`pcds,lad25cd,east1m,north1m\n${rows.join('\n')}\n`)
async function* once(...pieces: Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces
}

let database: TestDatabase
before(async () => {
  database = await testDatabase('postcodes')
})
after(async () => await database.drop())

async function connected<T>(work: (client: pg.Client) => Promise<T>, role?: string): Promise<T> {
  const client = new pg.Client(database.connection)
  client.on('error', () => {})
  await client.connect()
  try {
    if (role) await client.query(`set session authorization ${role}`)
    return await work(client)
  } finally {
    await client.end()
  }
}
const load = async (bytes: AsyncIterable<Buffer>, edition = '2025-11') =>
  await connected(async (client) => await replaceDirectory(client, { bytes, fileName: 'a.csv', edition }), 'kith_app')
const inUse = async () => await connected(async (client) => await currentDirectory(client))
const placesNow = async (...postcodes: string[]) =>
  await connected(async (client) => await placesOf(client, postcodes), 'kith_caseload')
const loadExtract = async () => await load(createReadStream(extract))

/** A file that stops half way until it is let go, so that something can happen while the import stands open. */
function stalling(...pieces: Buffer[]) {
  const reached = Promise.withResolvers<void>()
  const letGo = Promise.withResolvers<void>()
  async function* bytes(): AsyncGenerator<Buffer> {
    yield* pieces
    reached.resolve()
    await letGo.promise
  }
  return { bytes: bytes(), reached: reached.promise, letGo: letGo.resolve }
}

async function nothingIsLeftOver(): Promise<void> {
  await connected(async (client) => {
    const { rows } = await client.query(
      "select relname from pg_class where relnamespace = 'reference'::regnamespace and relname like 'postcode%' order by 1",
    )
    assert.deepEqual(
      rows.map((row) => row.relname),
      ['postcode', 'postcode_directory', 'postcode_directory_id_seq', 'postcode_directory_pkey', 'postcode_pkey'],
    )
  })
}

describe('kith import postcodes', () => {
  test('before the first import nothing is known', async () => {
    assert.equal(await inUse(), undefined)
    assert.equal((await placesNow('CV6 9SF')).placeOf('CV6 9SF'), undefined)
  })

  test('the login of the program loads, a worker reads', async () => {
    const imported = await loadExtract()
    assert.equal(imported.rows, 60)
    const list = await placesNow('cv6 9sf', 'CV69SF', 'ZZ1 1ZZ')
    assert.deepEqual(list.placeOf('CV6 9SF'), { easting: 434546, northing: 281886, authority: 'E08000026' })
    assert.equal(list.placeOf('ZZ1 1ZZ'), undefined)
    const directory = await inUse()
    assert.equal(directory?.rows, 60)
    assert.equal(directory?.codesOf, 2025)
    assert.match(directory?.attribution ?? '', /Open Government Licence/)
  })

  test('nobody but the loader writes, before and after a swap', async () => {
    const attempts = [
      "insert into reference.postcode values ('AL11AA', 1, 1, 'E07000240')",
      "update reference.postcode set authority = 'E06000001'",
      'delete from reference.postcode',
      'truncate reference.postcode',
      'drop table reference.postcode',
      'delete from reference.postcode_directory',
      'select reference.stage_postcodes()',
      'select reference.swap_postcodes()',
    ]
    for (const role of ['kith_app', 'kith_caseload', 'kith_wide', 'kith_rules', 'kith_service', 'kith_sealer']) {
      for (const attempt of attempts) {
        await assert.rejects(
          connected(async (client) => await client.query(attempt), role),
          { code: '42501' },
          `${role}: ${attempt}`,
        )
      }
    }
    await assert.rejects(
      connected(async (c) => await c.query('select from reference.postcode'), 'kith_app'),
      { code: '42501' },
    )
    for (const role of ['kith_caseload', 'kith_wide', 'kith_rules', 'kith_service']) {
      await connected(async (client) => await client.query('select from reference.postcode limit 1'), role)
    }
  })

  test('a login that may not become the loader imports nothing', async () => {
    const refused = connected(
      async (client) => await replaceDirectory(client, { bytes: once(csv(rowsOf(1))), fileName: 'a', edition: null }),
      'kith_caseload',
    )
    await assert.rejects(refused, { code: '42501' })
    assert.equal((await inUse())?.rows, 60)
  })

  test('a later directory replaces the former whole, and a reader with an older snapshot is never left empty', async () => {
    await connected(async (reader) => {
      await reader.query('begin isolation level repeatable read')
      await reader.query('select 1 as snapshot from pg_class limit 1')
      await load(once(csv(rowsOf(100))), '2026-02')
      const { rows } = await reader.query('select count(*)::int as known from reference.postcode')
      assert.equal(rows[0]?.known, 100)
      await reader.query('commit')
    })
    assert.equal((await placesNow('CV6 9SF')).placeOf('CV6 9SF'), undefined)
    assert.equal((await inUse())?.edition, '2026-02')
    await nothingIsLeftOver()
  })

  test('a postcode that stands twice is taken once, the first', async () => {
    const imported = await load(once(csv(['AL1 1AA,E07000240,1,1', 'AL1 1AB,E07000240,2,2', 'al11aa,E07000240,3,3'])))
    assert.deepEqual([imported.rows, imported.doubled], [2, 1])
    assert.equal((await placesNow('AL1 1AA')).placeOf('AL1 1AA')?.easting, 1)
    await nothingIsLeftOver()
  })

  test('an import that fails, at whatever point, leaves what was there', async () => {
    await loadExtract()
    const packed = gzipSync(csv(rowsOf(100)))
    const failures: [AsyncIterable<Buffer>, RegExp][] = [
      [once(Buffer.from('a,b\n1,2\n')), /no column for postcode/],
      [once(csv([])), /No row could be taken|no rows/],
      [once(packed.subarray(0, packed.length - 10)), /damaged or not whole/],
      [once(csv(rowsOf(100)), Buffer.from('x'.repeat(1_100_000))), /over a megabyte/],
    ]
    for (const [bytes, words] of failures) await assert.rejects(load(bytes), words)
    assert.equal((await placesNow('CV6 9SF')).placeOf('CV6 9SF')?.authority, 'E08000026')
    assert.equal((await inUse())?.rows, 60)
    await nothingIsLeftOver()
  })

  test('an import whose connection is killed half way leaves what was there', async () => {
    await loadExtract()
    const half = stalling(csv(rowsOf(100)))
    const importing = assert.rejects(load(half.bytes))
    await half.reached
    await connected(async (client) => {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and query like 'copy reference.postcode_next%'`,
      )
      assert.equal(rowCount, 1)
    })
    half.letGo()
    await importing
    assert.equal((await placesNow('CV6 9SF')).placeOf('CV6 9SF')?.authority, 'E08000026')
    await nothingIsLeftOver()
  })

  test('of two at once the second is refused and the first goes on; readers read meanwhile', async () => {
    await loadExtract()
    const first = stalling(csv(rowsOf(100)))
    const importing = load(first.bytes, '2026-05')
    await first.reached
    await assert.rejects(load(once(csv(rowsOf(5)))), /Another import of postcodes is running/)
    assert.equal((await placesNow('CV6 9SF')).placeOf('CV6 9SF')?.authority, 'E08000026')
    first.letGo()
    assert.equal((await importing).rows, 100)
    assert.equal((await inUse())?.edition, '2026-05')
    await nothingIsLeftOver()
  })
})

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-postcodes-'))
  after(() => rmSync(folder, { recursive: true }))

  async function run(...given: string[]) {
    const written: string[] = []
    const watched: string[] = []
    const parent = new Command('import').exitOverride()
    importPostcodesCommand(parent, async (work) => await connected(work, 'kith_app'), {
      write: (text) => written.push(text),
      watch: (text) => watched.push(text),
    })
    for (const command of parent.commands) command.exitOverride().configureOutput({ writeErr: () => {} })
    await parent.parseAsync(['postcodes', ...given], { from: 'user' })
    return { written: written.join(''), watched: watched.join('') }
  }

  test('says what it took and what not; a packed file needs no name that says so', async () => {
    const file = join(folder, 'ONSPD_NOV_2025_UK.csv')
    writeFileSync(file, gzipSync(`${readFileSync(extract, 'utf8').trim()}\nnowhere,E07000240,1,2\n`))
    const { written, watched } = await run(file)
    assert.equal(
      written,
      [
        '60 postcodes taken, edition 2025-11: 60 in England, 0 elsewhere.',
        '1 row could not be taken:',
        '  line 62: not a postcode: nowhere,E07000240,1,2\n',
      ].join('\n'),
    )
    assert.match(watched, /60 postcodes read/)
  })

  test('JSON for a machine', async () => {
    const { written } = await run(extract, '--json', '--edition', '2024-08')
    const { edition, rows, refused, refusals } = JSON.parse(written)
    assert.deepEqual({ edition, rows, refused, refusals }, { edition: '2024-08', rows: 60, refused: 0, refusals: [] })
  })

  test('wrong use is one line', async () => {
    await assert.rejects(run(join(folder, 'none.csv')), /^Error: There is no file/)
    await assert.rejects(run(folder), /^Error: There is no file/)
    await assert.rejects(run(extract, '--edition', 'November'), { code: 'commander.invalidArgument' })
    await assert.rejects(run(), { code: 'commander.missingArgument' })
  })
})
