// Each rule of the clock can be satisfied: its tables stand in the record, and those of a rule that raises duties are read for it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day, numberOf } from '#calendar'
import { withClient } from '#database'
import { dutiesOf, EVERY_BASIS, EVERY_RULE } from '#duties'
import { factsKnown } from './store.ts'
import { type TestCouncil, testCouncil } from './test-council.ts'

let town: TestCouncil
before(async () => {
  town = await testCouncil('every_table')
})
after(async () => await town.close())

const asked = async (text: string): Promise<readonly string[]> =>
  await withClient(town.at.connection, async (client) => {
    const { rows } = await client.query<{ found: string }>(text)
    return rows.map(({ found }) => found)
  })

/** Ways of counting are satisfied by nothing: other rules use them. */
const COUNTING = new Set(EVERY_RULE.filter(({ satisfiedBy }) => satisfiedBy.table === 'none').map(({ id }) => id))
const tablesOf = ({ satisfiedBy }: (typeof EVERY_RULE)[number]): readonly string[] => satisfiedBy.table.split(', ')
const withoutTable = (rules: typeof EVERY_RULE, tables: ReadonlySet<string>): readonly string[] =>
  rules
    .filter((rule) => !COUNTING.has(rule.id) && !tablesOf(rule).every((table) => tables.has(table)))
    .map(({ id }) => id)

test('the tables that a rule names stand; one that no table can satisfy is found', async () => {
  const tables = new Set(
    await asked(
      `select 'kith.' || relname as found from pg_class where relnamespace = 'kith'::regnamespace and relkind = 'r'`,
    ),
  )
  assert.deepEqual(withoutTable(EVERY_RULE, tables), [])
  assert.deepEqual(
    [...COUNTING].filter((id) => !id.startsWith('TI-')),
    [],
  )
  const [rule] = EVERY_RULE
  assert.ok(rule)
  const planted = { ...rule, id: 'XX-01', satisfiedBy: { ...rule.satisfiedBy, table: 'kith.wish' } }
  assert.deepEqual(withoutTable([planted], tables), ['XX-01'])
})

test('what a rule that raises duties is satisfied by is read for the clock', async () => {
  const [text = ''] = await asked(
    `select prosrc as found from pg_proc where oid = 'kith.facts_known(smallint, uuid[], timestamptz)'::regprocedure`,
  )
  const raising = new Set(EVERY_BASIS.map(({ rule }) => rule.id))
  for (const rule of EVERY_RULE.filter(({ id }) => raising.has(id)))
    for (const table of tablesOf(rule))
      assert.match(text, new RegExp(`\\b${table.replace('kith.', '')}\\b`), `${rule.id}: ${table}`)
})

test('a home outside the area raises an approval; one whose address is kept from somebody raises none, since that would tell', async () => {
  const approvals = async (kept: boolean): Promise<number> => {
    const child = await town.write.child('2026-10-05', { kind: 'K2' })
    const [placement] = await asked(`select line as found from kith.placement where child = '${child}'`)
    const audience = kept ? ['allocated-worker'] : null
    const row = { placement, child, metres: 90_000, miles: 55.9, inside: false, adjoining: false, audience }
    await town.write.rows('placement_distance', [{ ...row, recorded: '2026-10-06T12:00:00Z' }])
    const [facts] = await town.door.asService(town.council, 'command line', async (asking) => {
      return await factsKnown(asking, [child], undefined)
    })
    assert.ok(facts)
    return dutiesOf(facts, numberOf(day('2026-11-23'))).filter(({ basis }) => basis.rule.id === 'PL-02').length
  }
  assert.deepEqual([await approvals(false), await approvals(true)], [1, 0])
})

test('a doctor and a dentist since the home began meet rule HE-07; a no of a child who understands excuses the review of health', async () => {
  const child = await town.write.child('2026-03-02', { born: '2011-06-15' })
  const registered = async (kind: string) => await town.write.line('practice', child, { kind, since: '2026-03-09' })
  const line = async (rule: string) => {
    const [facts] = await town.door.asService(
      town.council,
      'nightly refresh',
      async (asking) => await factsKnown(asking, [child], undefined),
    )
    assert.ok(facts)
    return dutiesOf(facts, numberOf(day('2026-11-23'))).find(({ basis }) => basis.rule.id === rule)
  }
  await registered('doctor')
  assert.equal((await line('HE-07'))?.standing, 'open')
  await registered('dentist')
  assert.equal((await line('HE-07'))?.standing, 'doneOnTime')
  const no = { about: 'initial health assessment', answer: 'no', by_whom: 'child', decided: '2026-03-10' }
  await town.write.line('health_consent', child, { ...no, understands: 'not judged' })
  assert.equal((await line('HE-01'))?.standing, 'open')
  await town.write.line('health_consent', child, { ...no, understands: 'yes' })
  assert.equal((await line('HE-01'))?.standing, 'excused')
  await town.write.line('health_consent', child, { ...no, answer: 'yes', decided: '2026-03-12', understands: 'yes' })
  assert.equal((await line('HE-01'))?.standing, 'open')
  await town.write.line('health_consent', child, {
    ...{ ...no, answer: 'taken back', decided: '2026-03-13', understands: 'yes' },
  })
  assert.equal((await line('HE-01'))?.standing, 'excused')
})

test('a fact that a rule waited for is read of the child that has it, and of no other in the same statement', async () => {
  const [one, other] = [await town.write.child('2026-03-02'), await town.write.child('2026-03-02')]
  await town.write.line('proceedings', one, {
    kind: 'care or supervision',
    issued: '2026-03-02',
    extensions: 1,
    final: '2026-10-01',
  })
  const [placement] = await asked(`select line as found from kith.placement where child = '${one}'`)
  const chosen = { placement, decided: '2026-03-02', so: ['near home'], not_so: [] }
  await town.write.line('home_choice', one, chosen)
  const facts = await town.door.asService(town.council, 'nightly refresh', async (asking) => {
    return await factsKnown(asking, [other, one], undefined)
  })
  const of = (child: string, rule: string) => {
    const known = facts.find((found) => found.child === child)
    assert.ok(known)
    return dutiesOf(known, numberOf(day('2026-11-23'))).flatMap(({ basis, standing }) =>
      basis.rule.id === rule ? [standing] : [],
    )
  }
  assert.deepEqual([of(one, 'CP-35'), of(one, 'PL-01')], [['doneOnTime'], ['doneOnTime']])
  assert.deepEqual([of(other, 'CP-35'), of(other, 'PL-01')], [[], ['open']])
})
