// Duties as asked for: the day and what was known then are two questions; nothing unknown is late; nothing late becomes on time.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day, instant, numberOf } from '#calendar'
import { NobodyHere, withClient } from '#database'
import { basisOf } from '#duties'
import { type DutyLine, dutyLine, dutyOfRow, storedDuties } from '#ledger'
import { dutyLines } from './asked-duties.ts'
import { eachChildAsked } from './asked-store.ts'
import { type TestCouncil, testCouncil } from './test-council.ts'
import { rebuildLedger } from './upkeep-store.ts'

const TODAY = '2026-11-23'
let town: TestCouncil
let bare: TestCouncil

before(async () => {
  town = await testCouncil('asked', { today: day(TODAY) })
  bare = await testCouncil('asked_bare', { today: day(TODAY), covers: false })
})
after(async () => {
  await town.close()
  await bare.close()
})

interface Asked {
  readonly at?: TestCouncil
  readonly on?: string
  readonly knownAt?: string
  readonly person?: string
}
async function ask(child: string | undefined, { at = town, on = TODAY, knownAt, person }: Asked = {}) {
  const lines: DutyLine[] = []
  const question = {
    council: at.council,
    person,
    child,
    on: numberOf(day(on)),
    knownAt: knownAt === undefined ? undefined : instant(knownAt),
  }
  await eachChildAsked(at.door, question, (seen, facts) => void lines.push(...dutyLines(facts, question.on, seen)))
  return lines
}
const only = (lines: readonly DutyLine[], rule: string) => lines.filter((line) => line.rule === rule)
const inShort = (lines: readonly DutyLine[], rule: string) =>
  only(lines, rule).map(({ state, due, done, shownLate }) => [state, due, done, shownLate])
const visit = { visitor_role: 'representative', mode: 'in person', seen: true }

test('a visit typed late: on time by when it happened, recorded late for good, and overdue in what was known before', async () => {
  const child = await town.write.child('2026-06-01')
  await town.write.line('visit', child, { ...visit, happened: '2026-06-04', recorded: '2026-07-20T10:00:00Z' })
  assert.deepEqual(inShort(await ask(child), 'CP-16'), [['doneOnTime', '2026-06-08', '2026-06-04', true]])
  // the day asked about moves, the record does not
  assert.deepEqual(inShort(await ask(child, { on: '2026-06-10' }), 'CP-16'), [
    ['doneOnTime', '2026-06-08', '2026-06-04', true],
  ])
  assert.deepEqual(inShort(await ask(child, { on: '2026-06-03' }), 'CP-16'), [['dueSoon', '2026-06-08', null, false]])
  // the record moves, the day asked about does not
  const before = { on: '2026-06-10', knownAt: '2026-07-20T09:59:59Z' }
  assert.deepEqual(inShort(await ask(child, before), 'CP-16'), [['overdue', '2026-06-08', null, false]])
  assert.deepEqual(inShort(await ask(child, { ...before, knownAt: '2026-07-20T10:00:00Z' }), 'CP-16'), [
    ['doneOnTime', '2026-06-08', '2026-06-04', true],
  ])
  assert.deepEqual(await ask(child, { knownAt: '2026-05-01T00:00:00Z' }), [])
})

test('a correction is known from when it was typed, and what it replaced stays known before', async () => {
  const child = await town.write.child('2026-06-01')
  const first = await town.write.line('review', child, { held: '2026-06-25', recorded: '2026-06-26T09:00:00Z' })
  await town.write.line('review', child, {
    line: first,
    supersedes: first,
    change: 'correction',
    held: '2026-07-03',
    recorded: '2026-08-01T09:00:00Z',
  })
  assert.deepEqual(inShort(await ask(child, { knownAt: '2026-07-31T00:00:00Z' }), 'CP-06'), [
    ['doneOnTime', '2026-06-29', '2026-06-25', false],
  ])
  assert.deepEqual(inShort(await ask(child), 'CP-06'), [['doneLate', '2026-06-29', '2026-07-03', false]])
})

test('done late stays late through corrections of everything but the day; a corrected day keeps that it was shown late', async () => {
  const child = await town.write.child('2026-06-01')
  const first = await town.write.line('visit', child, {
    ...visit,
    happened: '2026-06-12',
    recorded: '2026-06-12T15:00:00Z',
  })
  assert.deepEqual(inShort(await ask(child), 'CP-16'), [['doneLate', '2026-06-08', '2026-06-12', false]])
  const second = await town.write.line('visit', child, {
    ...visit,
    alone: true,
    happened: '2026-06-12',
    line: first,
    supersedes: first,
    change: 'correction',
    recorded: '2026-06-20T15:00:00Z',
  })
  assert.deepEqual(inShort(await ask(child), 'CP-16'), [['doneLate', '2026-06-08', '2026-06-12', false]])
  await town.write.line('visit', child, {
    ...visit,
    happened: '2026-06-05',
    line: first,
    supersedes: second,
    change: 'correction',
    recorded: '2026-06-21T15:00:00Z',
  })
  assert.deepEqual(inShort(await ask(child), 'CP-16'), [['doneOnTime', '2026-06-08', '2026-06-05', true]])
})

test('what no source covers is unknown and says what is missing, and is never late', async () => {
  const child = await bare.write.child('2026-01-05')
  const lines = await ask(child, { at: bare })
  assert.ok(lines.length > 4)
  assert.deepEqual([...new Set(lines.map(({ state }) => state))], ['unknown'])
  for (const { missing, because } of lines) assert.ok(missing !== null && because.includes('Not known'), because)
  await bare.write.coverage(['review'])
  assert.deepEqual(inShort(await ask(child, { at: bare }), 'CP-06'), [['overdue', '2026-02-02', null, false]])
  const visits = only(await ask(child, { at: bare }), 'CP-16')
  assert.equal(visits[0]?.state, 'unknown')
  assert.match(visits[0]?.missing ?? '', /this council's record holds no visits/)
})

test('what is asked of the record and what is read from the ledger are the same lines', async () => {
  await rebuildLedger(town.door, { council: town.council, on: numberOf(day(TODAY)) })
  const asked = await ask(undefined)
  const children = [...new Set(asked.map(({ child }) => child))]
  assert.ok(children.length > 2)
  const rows = await town.door.asService(
    town.council,
    'command line',
    async (asking) => await storedDuties(asking, children),
  )
  const reading = { on: numberOf(day(TODAY)), coverage: [] }
  const read = rows.map((row) => {
    const basis = basisOf(row.basis)
    assert.ok(basis, row.basis)
    return dutyLine(row.child, dutyOfRow(row, basis), reading)
  })
  // Words of sources are not the ledger's.
  const key = (line: DutyLine) =>
    JSON.stringify({ ...line, missing: null, because: line.state === 'unknown' ? '' : line.because })
  assert.deepEqual(read.map(key).sort(), asked.map(key).sort())
})

test('a person with only the scope of duties reads rule and state without reasons; others, more or nothing', async () => {
  const child = await town.write.child('2026-10-05', { shown: '900123' })
  await town.write.line('review', child, { held: '2026-10-20' })
  const analyst = await town.write.person('analyst', null)
  const [first] = only(await ask(child, { person: analyst }), 'CP-06')
  assert.deepEqual(
    [first?.state, first?.due, first?.done, first?.trigger],
    ['doneOnTime', '2026-11-02', '2026-10-20', null],
  )
  assert.doesNotMatch(first?.because ?? '', /5 Oct/)
  assert.match(first?.because ?? '', /may not see/)
  const officer = await town.write.person('reviewing-officer', child)
  const whole = only(await ask(child, { person: officer }), 'CP-06')[0]
  assert.deepEqual([whole?.trigger, whole?.child], ['2026-10-05', '900123'])
  assert.match(whole?.because ?? '', /5 Oct/)
  // health: sees visits' state, not their reasons
  const nurse = await town.write.person('health-team', child)
  const visits = only(await ask('900123', { person: nurse }), 'CP-16')
  assert.deepEqual([visits[0]?.state, visits[0]?.trigger], ['overdue', null])
  assert.ok(only(await ask(child, { person: nurse }), 'HE-01')[0]?.trigger)
  // no duties of children that are not theirs, by either id, also in a list
  const stranger = await town.write.person('health-team', await town.write.child('2026-10-05', { shown: '900124' }))
  assert.deepEqual(await ask(child, { person: stranger }), [])
  assert.deepEqual(await ask('900123', { person: stranger }), [])
  assert.deepEqual([...new Set((await ask(undefined, { person: stranger })).map((line) => line.child))], ['900124'])
  const relative = await town.write.person('sibling-worker', child)
  assert.deepEqual(await ask(child, { person: relative }), [])
  await assert.rejects(ask(child, { person: child.replace(/^.{8}/, '00000000') }), NobodyHere)
})

test('a restricted child is not in the list of who is not named', async () => {
  const child = await town.write.child('2026-10-05')
  const analyst = await town.write.person('analyst', null)
  assert.notDeepEqual(await ask(child, { person: analyst }), [])
  const named = await town.write.person('reviewing-officer', child)
  await town.write.line('restriction', child, { kind: 'hidden', named: [named], decided: '2026-10-06' })
  assert.deepEqual(await ask(child, { person: analyst }), [])
  assert.notDeepEqual(await ask(child, { person: named }), [])
})

test('each child looked at stands in the access log under the name of who looked', async () => {
  const child = await town.write.child('2026-10-05')
  const analyst = await town.write.person('analyst', null)
  await ask(child, { person: analyst })
  await ask(child)
  const { rows } = await withClient(town.at.connection, async (owner) => {
    return await owner.query<{ person: string }>(
      `select person from kith.access_entry where child = $1 and what = 'read duties' order by id`,
      [child],
    )
  })
  assert.equal(rows.length, 2)
  assert.equal(rows[0]?.person, analyst)
  assert.notEqual(rows[1]?.person, analyst)
})
