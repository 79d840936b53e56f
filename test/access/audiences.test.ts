// Every table with an audience, from the live catalogue, and every way in which three versions can be limited and opened: one version stands.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { asKnown, historyOf, type RecordTable } from '#database'
import { testDatabase } from '../../src/database/test-database.ts'
import { openProbe } from './probe.ts'
import { Builder, makeTown, rowIn } from './town.ts'
import { insertAsOwner, type Row, type WalledTable } from './walled-tables.ts'

const probe = await openProbe(await testDatabase('audiences'))
const { owner, door, tables } = probe
after(probe.close)
const town = await makeTown(owner, 'AUDIENCES', tables)
const has = (table: WalledTable, name: string): boolean => table.columns.some((column) => column.name === name)
const withAudience = tables.filter((table) => has(table, 'audience') && has(table, 'must_not_know'))
/** One row for each placement, measured anew and never a version of another. */
const measured = 'kith.placement_distance'

/** Who asks: one whom the audience always names, one whom it never does, one who must not know; by name and of the whole council. */
const insider = town.people.get('allocated-worker') ?? ''
const outsider = town.people.get('cover') ?? ''
const kept = town.people.get('adoption-team') ?? ''
const director = town.people.get('director') ?? ''
const asking = {
  ...{ insider, outsider, kept, director, 'outsider, wide': town.alsoWide.get('cover') ?? '' },
  // Named by the audience, but for another child; of this one they only cover.
  'insider of another child': await insiderElsewhere('Ina'),
  'insider of another child, wide': await insiderElsewhere('Ida', 'member'),
}
async function insiderElsewhere(name: string, wide?: string): Promise<string> {
  const builder = new Builder(owner, town.council, town.newId)
  const person = await builder.worker(name)
  await builder.allocate(town.child, person, { role: 'cover' })
  await builder.allocate(await builder.child(), person)
  if (wide !== undefined) await builder.relate(person, wide)
  return person
}

type State = 'open' | 'limited' | 'not to one'
const states: readonly State[] = ['open', 'limited', 'not to one']
const everybody = [...town.people.keys()].filter((relation) => !['member', 'administrator'].includes(relation))
const hears = (state: State, person: string): boolean =>
  state === 'open' || (state === 'limited' ? person === insider : person !== kept)

function audienceOf(table: WalledTable, state: State): Record<string, unknown> {
  // Views and must-knows always have an audience; there, open is everybody.
  const always =
    table.name === 'kith.view' || table.columns.some(({ name, required }) => name === 'audience' && required)
  const reason = (name: string): readonly [string, unknown][] => {
    const column = table.columns.find((one) => one.name === name)
    return column === undefined ? [] : [[name, column.firstAllowed]]
  }
  const open = { audience: always ? everybody : null, must_not_know: null }
  if (state === 'open') return open
  const why = [...reason('audience_why'), ...reason('audience_because')]
  const decided = has(table, 'audience_decision') ? { audience_decision: decision } : {}
  const limits = state === 'limited' ? { ...open, audience: ['allocated-worker'] } : { ...open, must_not_know: [kept] }
  return { ...limits, ...decided, ...Object.fromEntries(why) }
}
const decision = town.newId()
await insertAsOwner(owner, 'kith.audience_decision', {
  ...{ council: town.council, id: decision, line: decision, child: town.child, recorded_by: town.stranger },
  ...{ power: 'court order', decided: '2026-01-05' },
})

/** One mark stands for a line: each line of marks has another to point at. */
async function ownPointer(table: WalledTable): Promise<Record<string, unknown>> {
  if (table.name !== 'kith.key_event') return {}
  const review = tables.find(({ name }) => name === 'kith.review')
  assert.ok(review)
  const row = rowIn(town, review)
  await insertAsOwner(owner, review.name, row)
  return { on_table: 'review', on_line: row['id'] }
}

type Line = { readonly line: string; readonly states: readonly State[]; readonly versions: readonly string[] }
const hour = (at: number): string => `2026-02-01T1${at}:00:00Z`

/** undefined: the record refuses to go this way, by the constraint that `refused` then counts. */
async function lineOf(table: WalledTable, way: readonly State[], refused: Set<string>): Promise<Line | undefined> {
  const versions: string[] = []
  const letKnow = has(table, 'let_know') ? { let_know: everybody, let_know_people: [kept] } : {}
  const first: Row = { ...rowIn(town, table), ...letKnow, ...(await ownPointer(table)) }
  const line = String(first['id'])
  for (const [at, state] of way.entries()) {
    const id = at === 0 ? line : town.newId()
    const chain = at === 0 ? {} : { supersedes: versions.at(-1), change: 'change' }
    const row = { ...first, ...audienceOf(table, state), id, line, ...chain, recorded: hour(at) }
    const answer = await insertAsOwner(owner, table.name, row).then(
      () => undefined,
      (error: unknown) => (error instanceof Error && 'constraint' in error ? String(error.constraint) : String(error)),
    )
    if (answer !== undefined) {
      refused.add(answer)
      return undefined
    }
    versions.push(id)
  }
  return { line, states: way, versions }
}

const ways = states.flatMap((one) => states.flatMap((two) => states.map((three) => [one, two, three] as const)))
type Version = { readonly id: string; readonly line: string }

async function readBy(person: string, table: WalledTable) {
  const of = table.name as RecordTable
  return await door.as({ council: town.council, person }, async (asker) => {
    const read = async (from: string): Promise<readonly Version[]> =>
      await asker.record
        .selectFrom(from as typeof of)
        .select(['id', 'line'])
        .execute()
    const knownAt = async (at: number) => await asKnown(asker, of, { child: town.child, at: hour(at) })
    return {
      all: await read(of),
      current: await read(`${of}_current`),
      known: [await knownAt(0), await knownAt(1), await knownAt(2)],
    }
  })
}

const historyBy = async (person: string, table: WalledTable, line: string): Promise<readonly string[]> =>
  await door.as({ council: town.council, person }, async (asker) =>
    (await historyOf(asker, table.name as RecordTable, line)).map(({ id }) => id),
  )

test('the tables with an audience are these, and each is a record or measured', () => {
  const names = withAudience.map(({ name }) => name)
  assert.ok(['kith.address', 'kith.document', 'kith.view', 'kith.must_know'].every((name) => names.includes(name)))
  assert.deepEqual(
    withAudience.filter(({ current }) => current === null).map(({ name }) => name),
    [measured],
  )
})

for (const table of withAudience.filter(({ name }) => name !== measured))
  describe(table.name, async () => {
    const refused = new Set<string>()
    const lines: Line[] = []
    for (const way of ways) {
      const line = await lineOf(table, way, refused)
      if (line !== undefined) lines.push(line)
    }
    test('every way was gone', () => assert.deepEqual([...refused, lines.length], [ways.length]))
    for (const [name, person] of Object.entries(asking))
      test(`${name}: one version stands, now and as it was known, and nothing stands that was superseded`, async () => {
        const { all, current, known } = await readBy(person, table)
        for (const { line, states: way, versions } of lines) {
          const of = (rows: readonly Version[]) => rows.filter((row) => row.line === line).map(({ id }) => id)
          const said = `${table.name}: ${way.join(', ')}`
          const mayHear = hears(way[2] ?? 'open', person)
          assert.deepEqual(of(current), mayHear ? [versions[2]] : [], said)
          if (!mayHear) assert.deepEqual(of(all), [], `${said}: an older version is no way round`)
          const history = await historyBy(person, table, line)
          if (mayHear) assert.deepEqual(history, versions.slice(versions.length - history.length), `${said}: history`)
          assert.equal(history.length > 0, mayHear, `${said}: history`)
          for (const [at, rows] of known.entries())
            assert.ok(
              of(rows).every((id) => id === versions[at]),
              `${said}: as known at ${at}: ${of(rows).length}`,
            )
        }
      })
  })
