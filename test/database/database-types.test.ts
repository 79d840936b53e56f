// The checked-in types of the tables are what the migrations make, on either server.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { withClient } from '#postgres'
import { testDatabase } from '../../src/database/test-database.ts'
import { generateTypes } from '../../tools/database-types.ts'

const at = await testDatabase('types')
after(at.drop)

test('generated.ts is what a fresh generation gives (else: node bin/run.mjs tools/generate-database-types.ts)', async () => {
  assert.equal(
    readFileSync(new URL('../../src/database/generated.ts', import.meta.url), 'utf8'),
    await generateTypes(at.connection),
  )
})

test('each kind of column gets the type that its parser gives', async () => {
  const other = await testDatabase('types')
  try {
    await withClient(other.connection, async (client) => {
      await client.query(`
        create domain kith.code as text;
        create table kith.sample (n int not null, big bigint not null, day date, at timestamptz not null default now(), body bytea,
          during daterange not null, names text[] not null, days date[], more jsonb not null, code kith.code not null,
          counted bigint generated always as identity, yes boolean not null default true);
        create view kith.sample_current as select * from kith.sample;
        insert into kith.sample (n, big, day, at, body, during, names, days, more, code)
        values (1, 2, '2026-11-23', '2026-11-23 10:00:00.5+01', '\\x01', '[2026-01-01,2026-02-01)', '{a,b}', '{2026-11-23}', '{"a":1}', 'x')`)
      const { rows } = await client.query('select * from kith.sample')
      assert.deepEqual(rows[0], {
        n: 1,
        big: '2',
        day: '2026-11-23',
        at: '2026-11-23T09:00:00.500Z',
        body: Buffer.from([1]),
        during: '[2026-01-01,2026-02-01)',
        names: ['a', 'b'],
        days: ['2026-11-23'],
        more: { a: 1 },
        code: 'x',
        counted: '1',
        yes: true,
      })
    })
    const text = await generateTypes(other.connection)
    const sample = /'kith\.sample': \{\n([\s\S]*?) {2}\}/.exec(text)?.[1]
    assert.equal(
      sample?.replaceAll(/^ {4}/gm, ''),
      [
        'n: number',
        'big: string',
        'day: string | null',
        'at: Generated<string>',
        'body: Buffer | null',
        'during: string',
        'names: string[]',
        'days: string[] | null',
        'more: unknown',
        'code: string',
        'counted: GeneratedAlways<string>',
        'yes: Generated<boolean>',
        '',
      ].join('\n'),
    )
    assert.match(text, /'kith\.sample_current': \{\n {4}n: number\n/)
  } finally {
    await other.drop()
  }
})
