// A backup comes back as it was, in one piece or not at all; a changed byte is refused; keys never travel with it.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { Command } from 'commander'
import type pg from 'pg'
import { withClient } from '#postgres'
import { emptyTestDatabase, type TestDatabase, testDatabase } from '../database/test-database.ts'
import { everythingIsOver } from '../database/test-over.ts'
import { backUp } from './backup.ts'
import { allTables, contentsOf, neverBackedUp, plainText, postcodeTables, sequences } from './backup-tables.ts'
import { databaseCommands } from './commands.ts'
import { restore } from './restore.ts'

const ended: (() => unknown)[] = []
after(async () => {
  for (const end of ended.reverse()) await end()
})
const kept = async (at: Promise<TestDatabase>): Promise<TestDatabase> => {
  const made = await at
  ended.push(made.drop)
  return made
}
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-backup-'))
  ended.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
const query = async (at: TestDatabase, sql: string): Promise<Record<string, unknown>[]> =>
  await withClient(at.connection, async (client) => (await client.query<Record<string, unknown>>(sql)).rows)

const recorded = `
  insert into door.council (council, code, name) values (1, 'XAA', 'Alder "County", it''s'), (2, 'XBB', E'Birch\\nBorough');
  insert into door.service_worker (council, name, person) select c, 'command line', gen_random_uuid() from generate_series(1, 2) c;
  insert into kith.person (council, id, recorded_by) select 1 + n % 2, gen_random_uuid(), gen_random_uuid() from generate_series(1, 200) n;
  insert into kith.child (council, id, recorded_by) select council, id, recorded_by from kith.person;
  insert into kith.word_key (council, record, child, wrapped) select council, gen_random_uuid(), id, sha256(id::text::bytea) from kith.child;
  insert into kith.source (council, kind, fingerprint, period_from, recorded_by)
  select 1, 'ssda903', f, '2026-04-01', gen_random_uuid() from (values (null), (''), (','), ('"'), ('\\N'), ('\\.'), (E'a\\r\\nb'), ('Zoë')) as v (f);`

/** A home with two councils, a sealed access log, seals and keys. */
async function filled(): Promise<{ at: TestDatabase; home: string }> {
  const at = await kept(testDatabase('backup'))
  await query(at, recorded)
  await everythingIsOver(at.connection)
  await query(at, 'select kith.seal(1::smallint), kith.seal(2::smallint)')
  const home = newFolder()
  for (const name of ['seals', 'keys']) mkdirSync(join(home, name))
  writeFileSync(join(home, 'seals', '1'), 'a head')
  writeFileSync(join(home, 'keys', '1.key'), 'a secret')
  return { at, home }
}

async function contents(client: pg.ClientBase): Promise<Map<string, unknown>> {
  await client.query('begin')
  await client.query(plainText)
  const all = new Map<string, unknown>()
  for (const table of await allTables(client))
    if (table.name !== 'door.log_era') all.set(table.name, await contentsOf(client, table))
  all.set(
    'counters',
    (await sequences(client)).filter(({ name }) => !name.includes('postcode')),
  )
  await client.query('commit')
  return all
}

describe('backup and restore', async () => {
  const { at, home } = await filled()
  const folder = join(newFolder(), 'backup')
  const manifest = await backUp({ connection: at.connection, home, folder })

  test('gives back every row of every table, counters, seals and the chain, in a new era', async () => {
    const before = await withClient(at.connection, contents)
    await query(at, 'drop schema kith cascade')
    const other = await kept(emptyTestDatabase('restored'))
    const fresh = newFolder()
    await restore({ connection: other.connection, home: fresh, folder })
    const now = await withClient(other.connection, contents)
    for (const name of ['door.migration', 'kith.child_changed']) {
      before.delete(name)
      now.delete(name)
    }
    assert.deepEqual(now, before)
    assert.equal(JSON.stringify(now.get('kith.child')).includes('"rows":200'), true)
    assert.deepEqual(await query(other, 'select era from door.log_era'), [{ era: 2 }])
    assert.deepEqual(await query(other, 'select count(*)::int as left from kith.child_changed'), [{ left: 0 }])
    assert.deepEqual(await query(other, 'select * from kith.verify(1::smallint)'), [])
    assert.equal(readFileSync(join(fresh, 'seals', '1'), 'utf8'), 'a head')
    assert.equal(existsSync(join(fresh, 'keys')), false)
    // What is written afterwards goes on in the same chain, with new numbers.
    await query(
      other,
      'with one as (insert into kith.person (council, recorded_by) values (1, gen_random_uuid()) returning *) insert into kith.child (council, id, recorded_by) select council, id, recorded_by from one',
    )
    await everythingIsOver(other.connection)
    const sealed = await query(other, 'select kith.seal(1::smallint) > 0 as sealed')
    assert.deepEqual(sealed, [{ sealed: true }])
    assert.deepEqual(await query(other, 'select * from kith.verify(1::smallint)'), [])
    await assert.rejects(restore({ connection: other.connection, home: fresh, folder }), /already holds a council/)
  })

  test('can be read and checked without Kith', () => {
    assert.match(execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' }), /^$/)
    const text = gunzipSync(readFileSync(join(folder, 'tables', 'door.council.csv.gz'))).toString()
    assert.match(text, /^council,code,name,demonstration,made,stands_on\n1,XAA,"Alder ""County"", it's",f,/)
    assert.deepEqual(
      manifest.heads.map(({ council, number }) => [council, number]),
      [
        [1, 1],
        [2, 1],
      ],
    )
  })

  test('leaves keys, postcodes and what means nothing elsewhere out', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    assert.equal(
      files.some((name) => /key$|keys/.test(name)),
      false,
    )
    assert.deepEqual(manifest.leftOut, [...neverBackedUp, ...postcodeTables])
    assert.equal(
      files.some((name) => manifest.leftOut.some((table) => name.includes(`${table}.`))),
      false,
    )
  })

  const damage: [string, (copy: string) => void, RegExp][] = [
    [
      'a flipped byte',
      (copy) => flip(join(copy, 'tables', 'kith.child.csv.gz')),
      /tables\/kith.child.csv.gz is not as it was written. Nothing was restored/,
    ],
    ['a changed manifest', (copy) => flip(join(copy, 'manifest.json')), /manifest.json is not as it was written/],
    [
      'a missing file',
      (copy) => rmSync(join(copy, 'tables', 'kith.child.csv.gz')),
      /tables\/kith.child.csv.gz is missing/,
    ],
    [
      'a file that was added',
      (copy) => writeFileSync(join(copy, 'extra'), ''),
      /holds a file that is not part of it: extra/,
    ],
    ['no checksums', (copy) => rmSync(join(copy, 'SHA256SUMS')), /is not a whole backup/],
  ]
  for (const [name, harm, words] of damage) {
    test(`${name} is refused before anything is touched`, async () => {
      const copy = join(newFolder(), 'copy')
      cpSync(folder, copy, { recursive: true })
      harm(copy)
      const other = await kept(emptyTestDatabase('damaged'))
      await assert.rejects(restore({ connection: other.connection, home: newFolder(), folder: copy }), words)
      assert.deepEqual(await query(other, `select nspname from pg_namespace where nspname in ('kith', 'door')`), [])
    })
  }

  test('a restore that fails half-way leaves nothing', async () => {
    const other = await kept(testDatabase('halfway'))
    await query(other, 'alter table kith.word_key add constraint never check (false)')
    await assert.rejects(restore({ connection: other.connection, home: newFolder(), folder }), /never/)
    assert.deepEqual(await query(other, 'select count(*)::int as councils from door.council'), [{ councils: 0 }])
  })

  test('a folder in use is refused, and nothing half written is left behind', async () => {
    await assert.rejects(backUp({ connection: at.connection, home, folder }), /is not empty/)
    const empty = await kept(emptyTestDatabase('empty'))
    const shelf = newFolder()
    await assert.rejects(
      backUp({ connection: empty.connection, home, folder: join(shelf, 'x') }),
      /there is nothing to back up/,
    )
    assert.deepEqual(readdirSync(shelf), [])
  })
})

test('the commands copy keys apart, say what is not in the backup, and put keys back', async () => {
  const { at, home } = await filled()
  const shelf = newFolder()
  const lines: string[] = []
  const run = async (database: TestDatabase, where: string, args: string[]): Promise<void> => {
    const program = new Command().exitOverride()
    const open = async () => ({ connection: database.connection, version: 18, stop: async () => {} })
    const takenOut = async () => await Promise.resolve({ known: false, taken: [] })
    databaseCommands(program, { home: where, open, takenOut, print: (line) => lines.push(line), progress: () => {} })
    await program.parseAsync(args, { from: 'user' })
  }
  await assert.rejects(
    run(at, home, ['backup', `${shelf}/b`, '--keys', `${shelf}/b/keys`]),
    /Keys never travel with the data/,
  )
  await run(at, home, ['backup', `${shelf}/b`, '--keys', `${shelf}/k`])
  assert.match(
    lines.join('\n'),
    /^Backed up [\d,]+ rows of \d+ tables to .*\nNot in it: waiting jobs .*\n1 keys were copied to .*: keep them away/,
  )
  const other = await kept(emptyTestDatabase('commands'))
  const fresh = newFolder()
  await run(other, fresh, ['restore', `${shelf}/b`, '--keys', `${shelf}/k`])
  assert.match(lines.join('\n'), /\nRestored [\d,]+ rows of \d+ tables as they stood at 20/)
  assert.equal(readFileSync(join(fresh, 'keys', '1.key'), 'utf8'), 'a secret')
})

function flip(path: string): void {
  const bytes = readFileSync(path)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  writeFileSync(path, bytes)
}
