// Migrations: applied once and in order, refused when the past changed, safe against two starters, on both servers.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { binariesIn, openDatabase, withClient } from '#postgres'
import { migrate } from './migrate.ts'
import { migrationFiles } from './migration-files.ts'
import { emptyTestDatabase, type TestDatabase } from './test-database.ts'

const made: { drop: () => Promise<void> }[] = []
const folders: string[] = []
const database = async (): Promise<TestDatabase> => {
  const one = await emptyTestDatabase('migrate')
  made.push(one)
  return one
}
const folderOf = (files: Record<string, string>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-migrations-'))
  folders.push(folder)
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql)
  return folder
}
after(async () => {
  for (const one of made) await one.drop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
const first = { '0001-first.sql': 'create table first (n int); insert into first values (1);' }
const count = async (at: TestDatabase, sql: string): Promise<number> =>
  await withClient(at.connection, async (client) => Number((await client.query<{ n: string }>(sql)).rows[0]?.n))

describe('migrate', () => {
  test('applies what is missing, in order, once', async () => {
    const at = await database()
    const folder = folderOf({ ...first, '0002-second.sql': 'alter table first add column more int;' })
    const log: string[] = []
    assert.deepEqual(await migrate(at.connection, { folder, log: (line) => log.push(line) }), [
      '0001-first.sql',
      '0002-second.sql',
    ])
    assert.deepEqual(log, ['Applied 0001-first.sql.', 'Applied 0002-second.sql.'])
    assert.deepEqual(await migrate(at.connection, { folder }), [])
    writeFileSync(join(folder, '0003-third.sql'), '-- kith: no transaction\nvacuum first')
    assert.deepEqual(await migrate(at.connection, { folder }), ['0003-third.sql'])
  })

  test('says that it needs a superuser, before it changes anything', async () => {
    const at = await database()
    const folder = folderOf(first)
    await withClient(at.connection, async (client) => {
      const { rows } = await client.query<{ name: string }>('select current_database() as name')
      await client.query('create role kith_no_superuser login createrole createdb')
      try {
        await client.query(`grant create on database ${rows[0]?.name} to kith_no_superuser`)
        const theirs = { ...at.connection, user: 'kith_no_superuser' }
        await assert.rejects(migrate(theirs, { folder }), /must name a superuser/)
        assert.equal(await count(at, `select count(*) as n from pg_class where relname = 'first'`), 0)
      } finally {
        await client.query('drop owned by kith_no_superuser cascade')
        await client.query('drop role kith_no_superuser')
      }
    })
  })

  test('goes no further than it is told', async () => {
    const at = await database()
    const folder = folderOf({ ...first, '0002-second.sql': 'select 1' })
    assert.deepEqual(await migrate(at.connection, { folder, upTo: '0001-first.sql' }), ['0001-first.sql'])
  })

  const refusals: [string, Record<string, string>, Record<string, string>, RegExp][] = [
    [
      'a changed file',
      first,
      { '0001-first.sql': 'select 2' },
      /^Error: Migration 0001-first.sql was changed after it was applied/,
    ],
    [
      'a file that is gone',
      { ...first, '0002-second.sql': 'select 1' },
      first,
      /0002-second.sql, which this Kith does not have/,
    ],
    [
      'a file that comes too late',
      { '0002-second.sql': 'select 1' },
      { ...first, '0002-second.sql': 'select 1' },
      /0001-first.sql comes before 0002-second.sql/,
    ],
    [
      'two files with one number',
      {},
      { ...first, '0001-again.sql': '' },
      /0001-again.sql and 0001-first.sql have the same number/,
    ],
    ['a name without a number', {}, { 'first.sql': '' }, /must look like 0001/],
    [
      'a file that ends its transaction',
      {},
      { '0001-a.sql': 'create table a ();\ncommit;' },
      /must not begin or end a transaction/,
    ],
    [
      'SQL that fails, naming the line',
      {},
      { '0001-a.sql': 'create table a ();\n\nselect * from nowhere;' },
      /Migration 0001-a.sql failed at line 3: relation "nowhere"/,
    ],
  ]
  for (const [name, before, now, words] of refusals) {
    test(`refuses ${name}`, async () => {
      const at = await database()
      await migrate(at.connection, { folder: folderOf(before) })
      await assert.rejects(migrate(at.connection, { folder: folderOf(now) }), words)
    })
  }

  test('leaves nothing of a file that failed', async () => {
    const at = await database()
    await assert.rejects(
      migrate(at.connection, { folder: folderOf({ '0001-a.sql': 'create table a (); select 1/0;' }) }),
    )
    assert.equal(await count(at, `select count(*) as n from pg_class where relname = 'a'`), 0)
    assert.equal(await count(at, 'select count(*) as n from door.migration'), 0)
  })

  test('lets eight starters at once apply each file once', async () => {
    const at = await database()
    const folder = folderOf(first)
    const applied = await Promise.all(Array.from({ length: 8 }, async () => await migrate(at.connection, { folder })))
    assert.equal(applied.flat().length, 1)
    assert.equal(await count(at, 'select count(*) as n from first'), 1)
  })

  test('makes the roles of a cluster from one database at a time', async () => {
    const role = `kith_test_${process.pid}`
    // Between looking and making there is time for another database of the cluster to make it too.
    const folder = folderOf({
      '0001-role.sql': `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then
        perform pg_sleep(0.05); create role ${role}; end if; end $$`,
    })
    const several = await Promise.all(Array.from({ length: 4 }, database))
    await Promise.all(several.map(async (at) => await migrate(at.connection, { folder })))
    const at = several[0] ?? (await database())
    await withClient(at.connection, async (client) => await client.query(`drop role ${role}`))
  })

  test('applies ours to several databases of one cluster at once', async () => {
    const several = await Promise.all(Array.from({ length: 4 }, database))
    const applied = await Promise.all(several.map(async (at) => await migrate(at.connection)))
    const all = migrationFiles().map(({ name }) => name)
    assert.deepEqual(
      applied,
      several.map(() => all),
    )
  })
})

test('a server named by its address is used, and none is started', async () => {
  const at = await database()
  const { host, database: name, user } = at.connection
  const url = `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host)}`
  const home = join(tmpdir(), 'kith-home-never-made')
  const opened = await openDatabase({ home, url })
  assert.deepEqual(await migrate(opened.connection, { folder: folderOf(first) }), ['0001-first.sql'])
  await opened.stop()
  assert.equal(existsSync(home), false)
  assert.equal(await count(at, 'select count(*) as n from first'), 1)
})

describe('our migrations', () => {
  const debian = '/usr/lib/postgresql/15/bin'
  for (const [version, folder] of [
    [18, undefined],
    [15, debian],
  ] as const) {
    const absent = folder && !existsSync(folder) ? `Debian's PostgreSQL 15 is not installed (${debian})` : false
    test(`apply to a fresh home on PostgreSQL ${version}`, { skip: absent }, async () => {
      const home = mkdtempSync(join(tmpdir(), 'kith-home-'))
      folders.push(home)
      const opened = await openDatabase({ home, ...(folder ? { binaries: binariesIn(folder) } : {}) })
      try {
        assert.equal(opened.version, version)
        assert.deepEqual(
          await migrate(opened.connection),
          migrationFiles().map(({ name }) => name),
        )
        assert.deepEqual(await migrate(opened.connection), [])
      } finally {
        await opened.stop()
      }
    })
  }
})
