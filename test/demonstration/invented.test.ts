// The invented council in the record: loaded whole, carried on where it was cut short, refused where it has no place, sound in its ledger.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Command } from 'commander'
import { ledgerRefresher } from '#clock'
import { councilKeysIn, type Door, openDoor, withClient } from '#database'
import { DEMONSTRATION_DAY, demonstrateCommand, demonstration } from '#demonstration'
import { type TestDatabase, testDatabase } from '../../src/database/test-database.ts'

let at: TestDatabase
let door: Door
const home = mkdtempSync(join(tmpdir(), 'kith-invented-'))
const printed: string[] = []
const query = async <Row>(text: string): Promise<readonly Row[]> =>
  await withClient(at.connection, async (client) => (await client.query(text)).rows)
const count = async (from: string): Promise<number> =>
  (await query<{ n: number }>(`select count(*)::int as n from ${from}`))[0]?.n ?? 0
const house = () => ({ door, opened: { connection: at.connection }, keys: councilKeysIn(home) })

const demonstrate = async (inUse: boolean, ...typed: readonly string[]): Promise<void> => {
  const program = new Command('kith').exitOverride().configureOutput({ writeErr: () => {}, outputError: () => {} })
  demonstrateCommand(program, {
    withHouse: async (work) => await work(house()),
    inUse: () => inUse,
    print: (line) => void printed.push(line),
  })
  for (const command of program.commands)
    command.exitOverride().configureOutput({ writeErr: () => {}, outputError: () => {} })
  await program.parseAsync(['node', 'kith', 'demonstrate', ...typed])
}

before(async () => {
  at = await testDatabase('invented')
  const childrenChanged = ledgerRefresher(() => DEMONSTRATION_DAY)
  door = openDoor({ connection: at.connection, keys: councilKeysIn(home), childrenChanged })
})
after(async () => {
  await door.close()
  await at.drop()
  rmSync(home, { recursive: true })
})

test('refused where people sign in, and for figures that are none; nothing is made', async () => {
  await assert.rejects(demonstrate(true), /People sign in here/)
  for (const children of ['19', '12.5', 'many', '100001'])
    await assert.rejects(demonstrate(false, '--children', children), /whole number/)
  await assert.rejects(demonstrate(false, '--seed', 'a b'), /letters and figures/)
  assert.deepEqual(await door.councils(), [])
})

test('the command says what it made, and every child has a name, a home, an officer and a record', async () => {
  await demonstrate(false, '--children', '24', '--seed', 'Oak')
  assert.match(
    printed.join('\n'),
    /Wexmoor Council \(E06000053\) is made: 24 children in care, 6 who left\. Nobody in it exists\./,
  )
  assert.match(printed.join('\n'), /more than 20 miles from home: \d+\.\d% \(published of the like: 32%\)/)
  assert.equal(await count('kith.child'), 30)
  assert.equal(
    await count("(select child from kith.child_name where kind = 'given' group by child having count(*) = 1) one"),
    30,
  )
  assert.equal(
    await count(
      '(select child from kith.placement_current where upper(during) is null group by child having count(*) = 1) one',
    ),
    24,
  )
  assert.equal(
    await count(
      "(select distinct child from kith.allocation_current where role = 'reviewing-officer' and upper(during) is null) one",
    ),
    24,
  )
  assert.equal(await count('kith.kept_row'), 0)
  for (const table of [
    'visit',
    'review',
    'view',
    'story_note_paragraph',
    'family_tie',
    'plan_part',
    'told',
    'permanence_plan',
  ])
    assert.ok((await count(`kith.${table}`)) >= 15, table)
})

test('words are of whoever works with the child, checks of their officer, and approvals of somebody else than the writer', async () => {
  const strangers = await count(`kith.story_note n where not exists (select from kith.allocation_current a
    where a.child = n.child and a.worker = n.recorded_by and a.role = 'allocated-worker' and upper(a.during) is null)`)
  assert.equal(strangers, 0)
  assert.equal(
    await count(`kith.midpoint_check m where not exists (select from kith.allocation_current a
    where a.child = m.child and a.worker = m.recorded_by and a.role = 'reviewing-officer')`),
    0,
  )
  assert.ok((await count("kith.plan_state where state = 'approved'")) >= 15)
})

test('done again, it is refused; started again, it is carried on with its own figures and changes nothing', async () => {
  await assert.rejects(demonstrate(false), /There is a council E06000053 already/)
  const before_ = [
    await count('kith.child'),
    await count('kith.visit'),
    await count('kith.family_person'),
    await count('kith.standing_relation'),
  ]
  // Cut short at the last step: everything before is found done.
  await query('delete from kith.emergency_numbers')
  assert.ok(await demonstration(house(), () => {}))
  assert.deepEqual(
    [
      await count('kith.child'),
      await count('kith.visit'),
      await count('kith.family_person'),
      await count('kith.standing_relation'),
    ],
    before_,
  )
  assert.equal(await count('kith.emergency_numbers'), 1)
})

/** Of every child by the code of the return, which is the same in each loading, as ids are not. */
const homesTold = async (from: TestDatabase['connection']): Promise<readonly string[]> =>
  await withClient(from, async (client) => {
    const of = (table: string, columns: string) =>
      `select '${table}' || ' ' || i.value || ' ' || concat_ws(' ', ${columns}) as told from kith.${table} t
       join kith.child_identifier i on i.council = t.council and i.child = t.child and i.issuer = 'ssda903'`
    const { rows } = await client.query<{ told: string }>(
      `${[
        of('home_distance', 't.on_day, t.reason, t.answer, t.wish, t.would_help, t.nearer_by, t.officer_agreed'),
        of('home_choice', 't.decided, t.so, t.not_so'),
        of(
          'approval_request',
          't.kind, t.by_when, (select count(*) from kith.approval_answer a where a.request = t.line)',
        ),
        of('home_request', 't.needed_by, t.closed, t.closed_why, t.must_have'),
        of('home_step', 't.kind, t.happened, (select h.number from kith.household h where h.id = t.household)'),
        of('match_decision', 't.decided, t.starts, t.approvals'),
        of('match_review', 't.stage, t.happened, t.goes'),
        of('meeting_guest', 't.place, t.who'),
      ].join(' union all ')} order by 1`,
    )
    return rows.map(({ told }) => told)
  })

test('loaded twice from the same figures, the same is told of homes: no order of ids decides', async () => {
  const second = await testDatabase('invented-again')
  const folder = mkdtempSync(join(tmpdir(), 'kith-invented-'))
  const other = openDoor({ connection: second.connection, keys: councilKeysIn(folder) })
  try {
    const again = { door: other, opened: { connection: second.connection }, keys: councilKeysIn(folder) }
    await demonstration(again, () => {}, { children: 24, seed: 'Oak' })
    const told = await homesTold(at.connection)
    assert.ok(told.length > 40, String(told.length))
    assert.deepEqual(await homesTold(second.connection), told)
  } finally {
    await other.close()
    await second.drop()
    rmSync(folder, { recursive: true })
  }
})
