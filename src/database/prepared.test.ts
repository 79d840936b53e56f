// Prepared statements: what is asked again and again, one for each role, and never another role's rows.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Asking } from './asking.ts'
import { type Door, openDoor } from './door.ts'
import { type TestRecord, testRecord } from './test-record.ts'
import { alsoStands, somebodyWho } from './test-relating.ts'

let record: TestRecord
let door: Door
let director: string
before(async () => {
  record = await testRecord('prepared')
  director = await somebodyWho(record, 'director', null)
  // One connection, so that everybody comes upon what others prepared.
  door = openDoor({ connection: record.at.connection, keys: record.keys, connections: 1 })
})
after(async () => {
  await door?.close()
  await record?.close()
})

const as = async <T>(person: string, work: (asking: Asking) => Promise<T>): Promise<T> =>
  await door.as({ council: record.council, person }, work)
const children = async ({ record: asked, who }: Asking): Promise<number> =>
  (
    await sql<{
      n: number
    }>`select count(*)::int as n from kith.child where council = ${who.council}::smallint`.execute(asked)
  ).rows[0]?.n ?? -1
const prepared = async ({ record: asked }: Asking): Promise<readonly string[]> =>
  (
    await sql<{
      name: string
    }>`select name from pg_prepared_statements where statement like '%from kith.child where%'`.execute(asked)
  ).rows.map(({ name }) => name.replace(/\d+$/, ''))

test('what is asked a third time is prepared, for each role; each person still sees their own', async () => {
  const { priya, tom } = record.people
  for (let turn = 0; turn < 8; turn += 1) {
    assert.equal(await as(priya, children), 1)
    assert.equal(await as(tom, children), 0)
    assert.equal(await as(director, children), 2)
  }
  assert.deepEqual((await as(priya, prepared)).toSorted(), ['kith_caseload', 'kith_wide'])
})

test('whoever sees a caseload has one plan for each text; for a whole council the server weighs anew', async () => {
  const { priya } = record.people
  const named = async ({ record: asked, who }: Asking) =>
    await sql`select ${'one plan'}::text as what from kith.child where council = ${who.council}::smallint`.execute(
      asked,
    )
  const planned = async ({ record: asked }: Asking): Promise<readonly { readonly mode: string; custom: string }[]> =>
    (
      await sql<{ mode: string; custom: string }>`
        select current_setting('plan_cache_mode') as mode, coalesce(sum(custom_plans), 0)::text as custom from pg_prepared_statements
        where statement like '%as what from kith.child%' and name ^@ current_setting('role')`.execute(asked)
    ).rows
  for (let turn = 0; turn < 6; turn += 1) for (const person of [priya, director]) await as(person, named)
  assert.deepEqual(await as(priya, planned), [{ mode: 'force_generic_plan', custom: '0' }])
  const [whole] = await as(director, planned)
  assert.equal(whole?.mode, 'auto')
  assert.notEqual(whole?.custom, '0')
})

test('a statement that is refused leaves the connection fit for the next, of whatever role', async () => {
  const divided = async (by: number) =>
    await as(director, async ({ record: asked }) => await sql`select 1 / ${by}::int as one`.execute(asked))
  for (let turn = 0; turn < 8; turn += 1) {
    await assert.rejects(divided(0))
    assert.equal(await as(record.people.priya, children), 1)
    assert.deepEqual((await divided(1)).rows, [{ one: 1 }])
  }
})

test('what changes sight counts at once, also for what is prepared', async () => {
  const { tom } = record.people
  assert.equal(await as(tom, children), 0)
  const child = await record.newChild()
  await alsoStands(record, tom, { relation: 'cover', child })
  assert.equal(await as(tom, children), 1)
})
