// Sight follows what is recorded: moves, endings, corrections and retractions take it away at once.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openRecord } from '#access'
import { testDatabase } from '../../src/database/test-database.ts'
import { openProbe } from './probe.ts'
import { startCouncil } from './town.ts'

const probe = await openProbe(await testDatabase('changes-of-sight'))
after(probe.close)
const here = await startCouncil(probe.owner, 'MOVES')
const sees = async (person: string, child: string): Promise<boolean> =>
  await probe.tryAs(here.council, person, async (asking) => {
    const shown = await asking.record.selectFrom('kith.child').select('id').where('id', '=', child).execute()
    const looked = await openRecord(asking, child, 'opened')
    assert.equal(shown.length > 0, looked.kind === 'open')
    return shown.length > 0
  })
const team = async (under: string | null = null) => await here.add('team', { name: `Team ${here.newId()}`, under })
const during = '[2026-01-01,)'
const member = async (person: string, of: string, more: Record<string, unknown> = {}) =>
  await here.add('team_membership', { person, team: of, role: 'worker', during, ...more })

test('a worker moves to another team: the manager they left sees the child no longer, the new one does', async () => {
  const [child, worker, left, joined] = [
    await here.child(),
    await here.worker('W'),
    await here.worker('L'),
    await here.worker('J'),
  ]
  const [one, two] = [await team(), await team()]
  await member(worker, one, { during: '[2024-01-01,2026-02-01)' })
  await member(worker, two, { during: '[2026-02-01,)' })
  await member(left, one, { role: 'manager' })
  await member(joined, two, { role: 'manager' })
  await here.allocate(child, worker)
  assert.deepEqual([await sees(left, child), await sees(joined, child)], [false, true])
})

test('the manager of a service sees the children of the teams under it, and no others', async () => {
  const [child, other, worker, head] = [
    await here.child(),
    await here.child(),
    await here.worker('W'),
    await here.worker('H'),
  ]
  const service = await team()
  await member(worker, await team(service))
  await member(head, service, { role: 'manager' })
  await here.allocate(child, worker)
  await here.allocate(other, await here.worker('Elsewhere'))
  assert.deepEqual([await sees(head, child), await sees(head, other)], [true, false])
})

test('a membership corrected to another team, or retracted, takes sight away', async () => {
  const [child, worker, manager] = [await here.child(), await here.worker('W'), await here.worker('M')]
  const [one, two] = [await team(), await team()]
  await member(worker, one)
  await here.allocate(child, worker)
  const wrong = await member(manager, one, { role: 'manager' })
  assert.equal(await sees(manager, child), true)
  await member(manager, two, { role: 'manager', supersedes: wrong })
  assert.equal(await sees(manager, child), false)
  const again = await member(manager, one, { role: 'manager' })
  assert.equal(await sees(manager, child), true)
  await member(manager, one, { role: 'manager', supersedes: again, retracted: true })
  assert.equal(await sees(manager, child), false)
})

test('an allocation retracted, or ended by a correction, takes sight away', async () => {
  const [child, worker] = [await here.child(), await here.worker('W')]
  const first = await here.allocate(child, worker)
  assert.equal(await sees(worker, child), true)
  const more = { line: first, child, worker, role: 'allocated-worker' }
  const ended = await here.add('allocation', {
    ...more,
    id: here.newId(),
    supersedes: first,
    change: 'change',
    during: '[2026-01-01,2026-02-01)',
  })
  assert.equal(await sees(worker, child), false)
  const open = await here.add('allocation', {
    ...more,
    id: here.newId(),
    supersedes: ended,
    change: 'correction',
    during,
  })
  assert.equal(await sees(worker, child), true)
  await here.add('allocation', { ...more, id: here.newId(), supersedes: open, change: 'retraction', during })
  assert.equal(await sees(worker, child), false)
})

test('a relation corrected to another child, or from the whole council to one, is lost where it was', async () => {
  const [child, other, nurse, edt] = [
    await here.child(),
    await here.child(),
    await here.worker('N'),
    await here.worker('E'),
  ]
  const given = await here.relate(nurse, 'health-team', { child })
  assert.deepEqual([await sees(nurse, child), await sees(nurse, other)], [true, false])
  await here.relate(nurse, 'health-team', { child: other, line: given, supersedes: given })
  assert.deepEqual([await sees(nurse, child), await sees(nurse, other)], [false, true])
  const wide = await here.relate(edt, 'out-of-hours')
  assert.deepEqual([await sees(edt, child), await sees(edt, other)], [true, true])
  await here.relate(edt, 'out-of-hours', { child, line: wide, supersedes: wide })
  assert.deepEqual([await sees(edt, child), await sees(edt, other)], [true, false])
})

test('a family tie that was wrong is retracted, or corrected to another child: sight comes back', async () => {
  const [child, other, worker] = [await here.child(), await here.child(), await here.worker('W')]
  await here.allocate(child, worker)
  await here.allocate(other, worker)
  const tie = await here.add('own_family', { person: worker, child })
  assert.deepEqual([await sees(worker, child), await sees(worker, other)], [false, true])
  const corrected = await here.add('own_family', { person: worker, child: other, supersedes: tie })
  assert.deepEqual([await sees(worker, child), await sees(worker, other)], [true, false])
  await here.add('own_family', { person: worker, child: other, supersedes: corrected, retracted: true })
  assert.deepEqual([await sees(worker, child), await sees(worker, other)], [true, true])
})

test('a child in care whom no team has is with whoever manages the whole service, until a team has them', async () => {
  const [child, out, worker, head, manager, duty] = [
    await here.child(),
    await here.child(),
    await here.worker('W'),
    await here.worker('H'),
    await here.worker('M'),
    await here.worker('D'),
  ]
  const service = await team()
  const below = await team(service)
  await member(worker, below)
  await member(manager, below, { role: 'manager' })
  const heading = await member(head, service, { role: 'manager' })
  const care = { line: here.newId(), child, began: '2026-01-05' }
  await here.add('care_period', { ...care, id: care.line })
  assert.deepEqual(
    [await sees(head, child), await sees(manager, child), await sees(worker, child)],
    [true, false, false],
  )
  assert.equal(await sees(head, out), false, 'not in care')
  // Whoever comes later sees them too, and whoever goes does not.
  await member(duty, service, { role: 'manager' })
  assert.equal(await sees(duty, child), true)
  await member(head, service, { role: 'manager', supersedes: heading, retracted: true })
  assert.equal(await sees(head, child), false)

  const allocated = await here.allocate(child, worker)
  assert.deepEqual([await sees(duty, child), await sees(manager, child)], [true, true])
  const more = { line: allocated, child, worker, role: 'allocated-worker', supersedes: allocated }
  await here.add('allocation', { ...more, id: here.newId(), change: 'change', during: '[2026-01-01,2026-02-01)' })
  assert.deepEqual([await sees(duty, child), await sees(manager, child)], [true, false], 'the worker has gone')
  const left = { ...care, id: here.newId(), supersedes: care.line, change: 'change', ended: '2026-03-01' }
  await here.add('care_period', left)
  assert.equal(await sees(duty, child), false, 'no longer in care')
})

test('a restriction, and being family, hold against whoever manages the whole service', async () => {
  const [closed, own, head] = [await here.child(), await here.child(), await here.worker('H')]
  await member(head, await team(), { role: 'manager' })
  for (const child of [closed, own]) {
    const line = here.newId()
    await here.add('care_period', { id: line, line, child, began: '2026-01-05' })
    assert.equal(await sees(head, child), true)
  }
  await here.restrict(closed, { kind: 'closed', named: [await here.worker('N')], ask: head })
  await here.add('own_family', { person: head, child: own })
  assert.deepEqual([await sees(head, closed), await sees(head, own)], [false, false])
})

test('a care leaver whom no team has is with whoever manages the whole service, until somebody is named, and until 25', async () => {
  const [head, manager, adviser] = [await here.worker('H'), await here.worker('M'), await here.worker('A')]
  const service = await team()
  const below = await team(service)
  await member(head, service, { role: 'manager' })
  await member(manager, below, { role: 'manager' })
  await member(adviser, below)
  const left = async (born: string, ended: string, end_reason?: string) => {
    const child = await here.child()
    const [birth, care] = [here.newId(), here.newId()]
    await here.add('birth_claim', { id: birth, line: birth, child, born, basis: 'certificate', standing: 'in force' })
    await here.add('care_period', { id: care, line: care, child, began: '2015-01-05', ended, end_reason })
    return { child, birth }
  }
  // 16 on 1 May 2025; 15 on the day of leaving; over 25.
  const [leaver, young, grown] = [
    await left('2009-05-01', '2026-02-01'),
    await left('2011-05-01', '2026-02-01'),
    await left('2000-05-01', '2018-05-01'),
  ]
  for (const [{ child }, expected] of [
    [leaver, true],
    [young, false],
    [grown, false],
  ] as const)
    assert.equal(await sees(head, child), expected)
  assert.equal(await sees(manager, leaver.child), false)
  for (const reason of ['E2', 'E3', 'E11', 'E12', 'E15'])
    assert.equal(await sees(head, (await left('2009-05-01', '2026-02-01', reason)).child), false, reason)
  // Short breaks, recorded after the time in which they lay.
  const { child: breaks } = await left('2009-05-01', '2026-02-01')
  assert.equal(await sees(head, breaks), true)
  const agreement = here.newId()
  const kind = 'short breaks agreement'
  await here.add('legal_basis', { id: agreement, line: agreement, child: breaks, kind, made: '2015-01-05' })
  assert.equal(await sees(head, breaks), false)
  // A birth date that is put right moves whose they are.
  const right = {
    id: here.newId(),
    line: young.birth,
    child: young.child,
    supersedes: young.birth,
    change: 'correction',
  }
  await here.add('birth_claim', { ...right, born: '2009-06-01', basis: 'certificate', standing: 'in force' })
  assert.equal(await sees(head, young.child), true)

  await here.allocate(leaver.child, adviser, { role: 'personal-adviser' })
  assert.deepEqual([await sees(adviser, leaver.child), await sees(manager, leaver.child)], [true, true])
})
