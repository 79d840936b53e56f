// The access matrix, cell by cell: relation × scope × table × action, as real people, for every walled table of the catalogue.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { type Asking, openDoor } from '../../src/database/index.ts'
import { testDatabase } from '../../src/database/test-database.ts'
import { actions, type MatrixLine, matrix, scopes } from './matrix.ts'
import { makeTown, rowIn, type Town } from './town.ts'
import { insertAsOwner, type WalledTable, walledTables } from './walled-tables.ts'

const at = await testDatabase('matrix')
const owner = new pg.Client(at.connection)
await owner.connect()
const door = openDoor({ connection: at.connection, keys: { keyOf: async () => randomBytes(32) }, connections: 2 })
after(async () => {
  await door.close()
  await owner.end()
  await at.drop()
})
const tables = await walledTables(owner)
const here = await makeTown(owner, 'HERE', tables)
const elsewhere = await makeTown(owner, 'ELSE', tables)

/** A door of its own stands before these: nobody inserts into them. */
const ownDoor = new Set(['kith.break_glass_use'])

function maySee(line: MatrixLine, table: WalledTable): boolean {
  if (table.scope === 'any' || table.name === 'kith.child') return line.see.length > 0 // that the child is there: the ledger names ids
  if (table.name === 'kith.duty_reason') return line.see.includes('duties') && line.see.includes('health')
  return line.see.includes(table.scope)
}
function mayWrite(line: MatrixLine, table: WalledTable): boolean {
  if (table.derived || ownDoor.has(table.name)) return false
  if (table.name === 'kith.person' && line.relation === 'administrator') return true // adds workers
  return table.scope === 'any' ? line.write.length > 0 : line.write.includes(table.scope)
}

class Undone extends Error {}
/** Does the work as somebody, and undoes it. */
async function tryAs<T>(council: number, person: string, work: (asking: Asking) => Promise<T>): Promise<T> {
  let result: { is: T } | undefined
  const undone = await door
    .as({ council, person }, async (asking) => {
      result = { is: await work(asking) }
      throw new Undone()
    })
    .catch((error: unknown) => error)
  if (!(undone instanceof Undone) || result === undefined) throw undone
  return result.is
}

/** How many rows about the town's child each table and view shows. */
async function seen(asking: Asking, town: Town): Promise<ReadonlyMap<string, number>> {
  const one = (name: string, subject: string) =>
    `select '${name}' as name, count(*)::int as n from ${name} where council = ${town.council} and ${subject} = '${town.child}'`
  const parts = tables.flatMap(({ name, subject, current }) => [
    one(name, subject),
    ...(current === null ? [] : [one(current, subject)]),
  ])
  const { rows } = await sql.raw<{ name: string; n: number }>(parts.join(' union all ')).execute(asking.record)
  return new Map(rows.map(({ name, n }) => [name, n]))
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error))
/** Whether the database lets this row in: `yes`, `no`, or another error's code. A row that is there already was let in. */
async function tryInsert(asking: Asking, table: string, row: Readonly<Record<string, unknown>>): Promise<string> {
  await sql`savepoint before`.execute(asking.record)
  const answer = await asking.insert(table as 'kith.visit', [row]).then(() => 'yes', codeOf)
  await sql`rollback to savepoint before`.execute(asking.record)
  return answer === '42501' ? 'no' : answer === '23505' ? 'yes' : answer
}
async function inserted(asking: Asking, town: Town): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>()
  for (const table of tables) {
    const id = table.subject === 'id' ? { id: town.child } : {}
    answers.set(
      table.name,
      await tryInsert(asking, table.name, rowIn(town, table, { recorded_by: asking.who.person, ...id })),
    )
  }
  return answers
}
async function may(asking: Asking, child: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ cell: string }>`
    select action || ' ' || scope as cell from unnest(${[...actions]}::text[]) action, unnest(${scopes}::text[]) scope
    where kith.may(${child}, action, scope)`.execute(asking.record)
  return new Set(rows.map(({ cell }) => cell))
}

async function cells(person: string, town: Town) {
  return await tryAs(town.council, person, async (asking) => ({
    seen: await seen(asking, town),
    inserted: await inserted(asking, town),
    may: await may(asking, town.child),
  }))
}
/** Every cell in which what happened is not what the matrix says. */
function differences(line: MatrixLine, found: Awaited<ReturnType<typeof cells>>): string[] {
  const ofTables = tables.flatMap((table) => {
    const see = maySee(line, table)
    const looked = [table.name, ...(table.current === null ? [] : [table.current])]
    return [
      ...looked.filter((name) => (found.seen.get(name) ?? 0) > 0 !== see).map((name) => `see ${name}: expected ${see}`),
      ...(found.inserted.get(table.name) === (mayWrite(line, table) ? 'yes' : 'no')
        ? []
        : [`write ${table.name}: expected ${mayWrite(line, table)}, got ${found.inserted.get(table.name)}`]),
    ]
  })
  const ofScopes = actions.flatMap((action) =>
    scopes
      .filter((scope) => found.may.has(`${action} ${scope}`) !== line[action].includes(scope))
      .map((scope) => `may ${action} ${scope}: expected ${line[action].includes(scope)}`),
  )
  return [...ofTables, ...ofScopes]
}

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
})

test('every scope of a walled table is one of the matrix', () => {
  assert.ok(tables.length >= 35, `${tables.length} walled tables`)
  for (const { name, scope } of tables) assert.ok(scope === 'any' || scopes.includes(scope), `${name}: ${scope}`)
})

describe('each relation sees, writes, approves and takes out what the matrix says, in every table', () => {
  for (const line of matrix) {
    test(line.relation, async () => {
      const person = here.people.get(line.relation) ?? ''
      assert.deepEqual(differences(line, await cells(person, here)), [])
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
        assert.deepEqual(differences(line, await cells(person, here)), [])
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
          seen: await seen(asking, other),
          inserted: await inserted(asking, other),
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
  test('no row of one council can point at a child of another, even for the owner', async () => {
    for (const table of tables.filter(({ name }) => name !== 'kith.duty_reason')) {
      const row = rowIn(here, table, { [table.subject]: elsewhere.child })
      await owner.query('begin')
      if (table.derived) await owner.query(`delete from ${table.name} where council = ${here.council}`)
      const refused = await insertAsOwner(owner, table.name, row)
        .then(async () => void (await owner.query('set constraints all immediate')))
        .then(() => 'taken', codeOf)
      await owner.query('rollback')
      if (table.name !== 'kith.person') assert.equal(refused, '23503', table.name)
    }
  })
})

test('somebody without a relation sees, writes and may nothing', async () => {
  const nothing: MatrixLine = { relation: 'none', see: [], write: [], approve: [], takeOut: [] }
  assert.deepEqual(differences(nothing, await cells(here.stranger, here)), [])
})
