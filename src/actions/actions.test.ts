// Actions in the record: whose they are, what becomes of them, how they follow the work; who may not see, write or close them.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Refused } from '#database'
import { type Named, type TestRecord, testRecord } from '../database/test-record.ts'
import { alsoStands, asElsewhere, asPerson, endRelations, hide, somebodyWho } from '../database/test-relating.ts'
import { isDrift, type Line } from './action.ts'
import { DONE, SWIMMING, TODAY } from './examples.ts'
import { actionHistory, actionsFrom, actionsLeftBehind, actionsOf, actionsOfOwner } from './read-store.ts'
import { mayRecordAction, type TypedAction } from './record-action.ts'
import {
  carryOn,
  changeOwner,
  correctAction,
  correctOutcome,
  endAction,
  moveActions,
  recordAction,
  retractAction,
  retractOutcome,
  retractStep,
} from './store.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('actions')
})
after(async () => await record.close())

const relate = async (name: Named, relation: string, child: string) =>
  await alsoStands(record, record.people[name], { relation, child })
async function childOfTheirs(): Promise<string> {
  const child = await record.newChild()
  await relate('priya', 'allocated-worker', child)
  await relate('cora', 'cover', child)
  await relate('ravi', 'reviewing-officer', child)
  await relate('vera', 'virtual-school', child)
  return child
}
const allowed = (typed: Partial<TypedAction> = {}) => {
  const may = mayRecordAction({ ...SWIMMING, ...typed }, TODAY)
  assert.ok('ok' in may)
  return may.ok
}
const own = (name: Named) => ({ owner: { worker: record.people[name], service: '' } })
const write = async (name: Named, child: string, typed: Partial<TypedAction> = {}) =>
  await record.as(name, async (asking) => await recordAction(asking, child, allowed(typed)))
const end = async (name: Named, which: { child: string; action: string }, more: Partial<typeof DONE> = {}) =>
  await record.as(name, async (asking) => await endAction(asking, which, { ...DONE, ...more, today: TODAY }))
const linesOf = async (name: Named, child: string) =>
  (await record.as(name, async (asking) => await actionsOf(asking, child))).map(({ line }) => line)
const notAllowed = (error: unknown) => error instanceof Refused && error.kind === 'not allowed'
/** A line of another room, written as the import. */
async function lineIn(table: 'kith.review' | 'kith.visit', child: string): Promise<Line> {
  const line = await record.asImport(async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const row = { council: record.council, id, line: id, child, recorded_by: asking.who.person }
    const visit = { happened: '2026-11-20', visitor_role: 'representative', mode: 'in person' }
    await asking.insert(table, [
      { ...row, ...(table === 'kith.review' ? { held: '2026-11-20', adjourned: false } : visit) },
    ])
    return id
  })
  return { table: table.slice(5), line }
}

test('what is to be done, for what, whose and by when; carried on, given away, done: with who and when', async () => {
  const child = await childOfTheirs()
  const { line } = await write('priya', child, own('priya'))
  const which = { child, action: line }
  const carry = { due: '2026-12-11', noDueWhy: '', why: 'The club is shut.', today: TODAY }
  assert.ok('ok' in (await record.as('priya', async (asking) => await carryOn(asking, which, carry))))
  const again = { ...carry, due: '', noDueWhy: 'waits for something else' }
  assert.ok('ok' in (await record.as('priya', async (asking) => await carryOn(asking, which, again))))
  const given = { worker: null, service: 'The club', why: 'They book.' }
  assert.ok('ok' in (await record.as('cora', async (asking) => await changeOwner(asking, which, given))))
  const [open] = await record.as('ravi', async (asking) => await actionsOf(asking, child))
  assert.deepEqual(
    [open?.what, open?.intended, open?.owner, open?.due, open?.wrote.by],
    [
      SWIMMING.what,
      SWIMMING.intended,
      { service: 'The club' },
      { none: 'waits for something else' },
      record.people.priya,
    ],
  )
  assert.deepEqual(
    open?.steps.map(({ why, by }) => [why, by]),
    [
      ['The club is shut.', record.people.priya],
      ['The club is shut.', record.people.priya],
      ['They book.', record.people.cora],
    ],
  )
  assert.ok(open !== undefined && isDrift(open))
  assert.ok('ok' in (await end('cora', { child, action: line })))
  const [done] = await record.as('ravi', async (asking) => await actionsOf(asking, child))
  assert.deepEqual([done?.ended?.outcome, done?.ended?.said, done?.ended?.by], ['done', DONE.said, record.people.cora])
})

test('of two who close it at once the second is told by whom; taken back it is open, and can be closed anew', async () => {
  const child = await childOfTheirs()
  const { line } = await write('priya', child)
  const outcomes = await record.atOnce(child, [
    async () => await end('priya', { child, action: line }),
    async () => await end('cora', { child, action: line }, { outcome: 'not done', said: 'No place.' }),
  ])
  const [told] = outcomes.flatMap((outcome) => ('refused' in outcome ? outcome.refused : []))
  assert.ok(typeof told === 'object')
  const [closed] = await record.as('ravi', async (asking) => await actionsOf(asking, child))
  assert.deepEqual([told.ended, told.by, told.at], [closed?.ended?.outcome, closed?.ended?.by, closed?.ended?.at])
  const direct = record.as('priya', async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const row = { council: record.council, id, line: id, child, recorded_by: record.people.priya }
    await asking.insert('kith.action_outcome', [{ ...row, action: line, outcome: 'done', happened: '2026-11-22' }])
  })
  await assert.rejects(
    direct,
    (error) => error instanceof Refused && error.constraint === 'one_standing_action_outcome',
  )
  const words = { outcome: 'done', happened: TODAY, said: 'Three times.' } as const
  const id = closed?.ended?.id ?? ''
  const corrected = await record.as('priya', async (asking) => await correctOutcome(asking, id, words))
  assert.ok('ok' in corrected)
  await record.as('cora', async (asking) => await retractOutcome(asking, corrected.ok.id, 'Another child.'))
  assert.equal((await record.as('ravi', async (asking) => await actionsOf(asking, child)))[0]?.ended, undefined)
  assert.ok('ok' in (await end('priya', { child, action: line })))
})

test('corrected, a step taken back, retracted: everything stays in the history', async () => {
  const child = await childOfTheirs()
  const { id, line } = await write('priya', child)
  await record.as('cora', async (asking) => await correctAction(asking, id, allowed({ what: 'Find a Sunday group.' })))
  const late = await record.as('priya', async (asking) => await correctAction(asking, id, allowed()))
  assert.ok('refused' in late && late.refused === 'corrected already' && late.by === record.people.cora)
  const step = await record.as(
    'priya',
    async (asking) =>
      await changeOwner(asking, { child, action: line }, { worker: record.people.cora, service: '', why: 'Away.' }),
  )
  assert.ok('ok' in step)
  await record.as('priya', async (asking) => await retractStep(asking, step.ok.id, 'Not away.'))
  const [standing] = await record.as('ravi', async (asking) => await actionsOf(asking, child))
  assert.deepEqual([standing?.what, standing?.owner], ['Find a Sunday group.', { service: 'The swimming club' }])
  await record.as('priya', async (asking) => await retractAction(asking, standing?.id ?? '', 'Never agreed.'))
  assert.deepEqual(await linesOf('ravi', child), [])
  const history = await record.as('ravi', async (asking) => await actionHistory(asking, line))
  assert.deepEqual(
    [history.action.map(({ change }) => change), history.upon.map((versions) => versions.map(({ change }) => change))],
    [['first', 'correction', 'retraction'], [['first', 'retraction']]],
  )
})

describe('whoever owns an action, or holds what it came from, writes upon it', () => {
  test('the virtual school closes its own, and no other’s', async () => {
    const child = await childOfTheirs()
    const hers = await write('priya', child, own('vera'))
    const other = await write('priya', child, own('priya'))
    assert.ok('ok' in (await end('vera', { child, action: hers.line })))
    await assert.rejects(end('vera', { child, action: other.line }), notAllowed)
    await assert.rejects(write('vera', child), notAllowed)
  })
  test('given away, it is no longer theirs to close', async () => {
    const child = await childOfTheirs()
    const { line } = await write('priya', child, own('vera'))
    const given = { worker: null, service: 'The school', why: 'Their task.' }
    await record.as('priya', async (asking) => await changeOwner(asking, { child, action: line }, given))
    await assert.rejects(end('vera', { child, action: line }), notAllowed)
  })
  test('the reviewing officer writes what came from a review, and nothing from a visit', async () => {
    const child = await childOfTheirs()
    const review = await lineIn('kith.review', child)
    const { line } = await write('ravi', child, { origin: 'review', from: review })
    const found = await record.as('priya', async (asking) => await actionsFrom(asking, child, review))
    assert.deepEqual(
      found.map((action) => action.line),
      [line],
    )
    assert.ok('ok' in (await end('ravi', { child, action: line })))
    await assert.rejects(write('ravi', child, { from: await lineIn('kith.visit', child) }), notAllowed)
    await assert.rejects(write('ravi', child), notAllowed)
  })
  test('it comes from a line of the same child, in a table of the record', async () => {
    const [child, other] = [await childOfTheirs(), await childOfTheirs()]
    const visit = await lineIn('kith.visit', child)
    const refused = (error: unknown) => error instanceof Refused && error.kind === 'not in the record'
    await assert.rejects(write('priya', other, { from: visit }), refused)
    await assert.rejects(write('priya', child, { from: { ...visit, table: 'review' } }), refused)
    await assert.rejects(write('priya', child, { from: { ...visit, table: 'word_key' } }), refused)
  })
})

test('one list of an owner across children; and what is left behind follows when somebody else works with the child', async () => {
  const [one, two] = [await childOfTheirs(), await childOfTheirs()]
  for (const child of [one, two]) await relate('tom', 'co-worker', child)
  const first = await write('priya', one, own('tom'))
  const second = await write('priya', two, own('priya'))
  const toTom = { worker: record.people.tom, service: '', why: 'He knows the club.' }
  await record.as('priya', async (asking) => await changeOwner(asking, { child: two, action: second.line }, toTom))
  const toms = async (name: Named) =>
    (await record.as(name, async (asking) => await actionsOfOwner(asking, record.people.tom))).map(({ line }) => line)
  assert.deepEqual(await toms('priya'), [first.line, second.line])
  assert.deepEqual(await toms('tom'), [first.line, second.line])
  assert.deepEqual(await toms('ada'), [])
  const left = async () =>
    (await record.as('priya', async (asking) => await actionsLeftBehind(asking))).map(({ line }) => line)
  assert.deepEqual(await left(), [])
  await endRelations(record, record.people.tom, one)
  assert.deepEqual(await left(), [first.line])
  assert.deepEqual(await toms('tom'), [second.line])
  await assert.rejects(
    record.as('tom', async (asking) => await recordAction(asking, one, allowed())),
    notAllowed,
  )
  assert.deepEqual(await end('tom', { child: one, action: first.line }), { refused: ['no such action'] })
  const moved = await record.as(
    'priya',
    async (asking) =>
      await moveActions(asking, one, { from: record.people.tom, to: record.people.cora, why: 'Tom has left.' }),
  )
  assert.deepEqual(moved, { ok: 1 })
  assert.deepEqual(await left(), [])
  const [action] = await record.as('cora', async (asking) => await actionsOfOwner(asking, record.people.cora))
  assert.deepEqual([action?.line, action?.steps[0]?.why], [first.line, 'Tom has left.'])
})

test('who does not see it: carer and child until released, strangers, a narrower audience, must not know; steps follow', async () => {
  const child = await childOfTheirs()
  const [carer, boss] = [await somebodyWho(record, 'carer', child), await somebodyWho(record, 'manager-line', child)]
  const { line } = await write('priya', child)
  await end('priya', { child, action: line })
  const seenBy = async (person: string) =>
    await asPerson(record, person, async (asking) => ({
      actions: (await actionsOf(asking, child)).length,
      outcomes: (
        await asking.record.selectFrom('kith.action_outcome').select('id').where('child', '=', child).execute()
      ).length,
    }))
  const none = { actions: 0, outcomes: 0 }
  assert.deepEqual(await seenBy(boss), { actions: 1, outcomes: 1 })
  for (const person of [carer, record.people.tom, record.people.ada, record.people.hana])
    assert.deepEqual(await seenBy(person), none)
  const few = { relations: ['allocated-worker'], mustNotKnow: [], why: 'safety of the child' }
  await write('priya', child, { whoMayKnow: few })
  const barred = { relations: null, mustNotKnow: [boss], why: 'court order' }
  await write('priya', child, { whoMayKnow: barred })
  assert.equal((await linesOf('priya', child)).length, 3)
  assert.deepEqual([(await seenBy(boss)).actions, (await seenBy(carer)).actions], [1, 1])
  assert.deepEqual(await asElsewhere(record, async (asking) => await actionsOf(asking, child)), [])
  await hide(record, child, [record.people.priya])
  assert.deepEqual(await seenBy(boss), none)
  assert.equal((await linesOf('priya', child)).length, 3)
})

test('readers write none: co-worker, health, school, strangers', async () => {
  const child = await childOfTheirs()
  await relate('hana', 'health-team', child)
  await relate('tom', 'co-worker', child)
  for (const name of ['hana', 'tom', 'vera', 'ada'] as const) await assert.rejects(write(name, child), notAllowed, name)
})
