// The access matrix, cell by cell: relation × scope × table × action, as real people, for every walled table of the catalogue.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import * as access from '#access'
import { HEARERS } from '#people'
import { testDatabase } from '../../src/database/test-database.ts'
import { actions, type MatrixLine, matrix, scopes } from './matrix.ts'
import { codeOf, may, nothing, openProbe } from './probe.ts'
import { makeTown, rowIn } from './town.ts'
import { insertAsOwner } from './walled-tables.ts'

const probe = await openProbe(await testDatabase('matrix'))
const { owner, door, tables, tryAs, differences } = probe
after(probe.close)
const here = await makeTown(owner, 'HERE', tables)
const elsewhere = await makeTown(owner, 'ELSE', tables)

test('the tables of scopes and relations are the published matrix', async () => {
  const { rows: relations } = await owner.query(
    'select name as relation, sees as see, writes as write, approves as approve, takes_out as "takeOut" from reference.relation',
  )
  const sorted = (lines: readonly MatrixLine[]) =>
    lines
      .map((line) => [line.relation, ...actions.map((action) => [...line[action]].sort())])
      .sort((a, b) => String(a[0]).localeCompare(String(b[0])))
  assert.deepEqual(sorted(relations), sorted(matrix))
  const { rows: names } = await owner.query<{ name: string }>('select name from reference.scope')
  assert.deepEqual(names.map(({ name }) => name).sort(), [...scopes].sort())
  assert.deepEqual(
    [access.scopes, access.actions, access.relations],
    [scopes, actions, matrix.map(({ relation }) => relation)],
  )
})

test('who can be named in an audience is a relation of the matrix that sees something', () => {
  const seeing = matrix.filter(({ see }) => see.length > 0).map(({ relation }) => relation)
  assert.deepEqual(
    Object.keys(HEARERS).filter((relation) => !seeing.includes(relation)),
    [],
  )
})

test('every scope of a walled table is one of the matrix', () => {
  assert.ok(tables.length >= 35, `${tables.length} walled tables`)
  for (const { name, scope } of tables) assert.ok(scope === 'any' || scopes.includes(scope), `${name}: ${scope}`)
})

describe('each relation sees, writes, approves and takes out what the matrix says, in every table', () => {
  for (const line of matrix) {
    test(line.relation, async () => {
      const person = here.people.get(line.relation) ?? ''
      assert.deepEqual(await differences(line, person, here), [])
    })
    if (here.alsoWide.has(line.relation))
      test(`${line.relation}, asking through the wide role`, async () => {
        const person = here.alsoWide.get(line.relation) ?? ''
        const role = await tryAs(
          here.council,
          person,
          async ({ record }) =>
            (await sql<{ role: string }>`select current_setting('role') as role`.execute(record)).rows[0]?.role,
        )
        assert.equal(role, 'kith_wide')
        assert.deepEqual(await differences(line, person, here), [])
      })
  }
})

describe('another council', () => {
  for (const [town, other] of [
    [here, elsewhere],
    [elsewhere, here],
  ] as const) {
    test(`people of ${town.code} neither see nor write anything of ${other.code}`, async () => {
      for (const [relation, person] of [...town.people, ['stranger', town.stranger] as const]) {
        const found = await tryAs(town.council, person, async (asking) => ({
          seen: await probe.seen(asking, other),
          inserted: await probe.inserted(asking, other),
          may: await may(asking, other.child),
        }))
        assert.deepEqual(
          [...found.seen].filter(([, n]) => n > 0),
          [],
          relation,
        )
        assert.deepEqual(
          [...found.inserted].filter(([, answer]) => answer !== 'no'),
          [],
          relation,
        )
        assert.deepEqual([...found.may], [], relation)
      }
    })
    test(`nobody of ${other.code} may act in ${town.code}`, async () => {
      for (const person of other.people.values())
        await assert.rejects(
          door.as({ council: town.council, person }, async () => {}),
          { name: 'NobodyHere' },
        )
    })
  }
  /** Rows whose own key would refuse a second one before it is looked at whom they point at. */
  const anew: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'kith.plan_edition': { number: 2 },
    'kith.plan_part': { part: 'family' },
    'kith.document_piece': { number: 1 },
  }
  test('no row of one council can point at a child of another, even for the owner', async () => {
    const client = await owner.connect()
    for (const table of tables.filter(({ name }) => name !== 'kith.duty_reason')) {
      const row = rowIn(here, table, { [table.subject]: elsewhere.child, ...anew[table.name] })
      await client.query('begin')
      if (table.derived) await client.query(`delete from ${table.name} where council = ${here.council}`)
      const refused = await insertAsOwner(client, table.name, row)
        .then(async () => void (await client.query('set constraints all immediate')))
        .then(() => 'taken', codeOf)
      await client.query('rollback')
      if (table.name !== 'kith.person') assert.equal(refused, '23503', table.name)
    }
    client.release()
  })
})

test('somebody without a relation sees, writes and may nothing', async () => {
  assert.deepEqual(await differences(nothing, here.stranger, here), [])
})
