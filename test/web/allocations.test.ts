// Who works with a child, by the forms: changed, covered, ended and taken back by managers of the child's line, and by nobody else.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { allocate, allocationForms } from '#allocations'
import type { Who } from '#database'
import { formRoutes } from '#forms'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, joinTeam, makeTeam, send } from './form-posting.ts'

let served: Served
let child: string
let teams: { service: string; north: string; south: string }
let people: Record<'head' | 'manager' | 'ana' | 'ben' | 'south' | 'stranger' | 'officer' | 'cleo', Who>
const as = (who: Who): Browser =>
  served.appFor(
    who,
    formRoutes(allocationForms, async () => new Map()),
  )

before(async () => {
  served = await servedCouncil('allocations web', { filled: false })
  await served.query(`update door.council set stands_on = '2027-03-31'`)
  const service = await makeTeam(served, 'Service')
  teams = { service, north: await makeTeam(served, 'North', service), south: await makeTeam(served, 'South') }
  const worker = async () => await served.worker(undefined)
  people = {
    ...{ head: await worker(), manager: await worker(), ana: await worker(), ben: await worker() },
    ...{ south: await worker(), stranger: await worker(), officer: await worker(), cleo: await worker() },
  }
  const join = async (who: Who, team: string, role: string) =>
    await joinTeam(served, { person: who.person, team, role })
  await join(people.head, teams.service, 'manager')
  await join(people.manager, teams.north, 'manager')
  await join(people.ana, teams.north, 'worker')
  await join(people.ben, teams.north, 'worker')
  await join(people.south, teams.south, 'manager')
  await join(people.cleo, teams.south, 'worker')
  const { council } = served.council
  const [made] = await served.query<{ id: string }>(
    'insert into kith.person (council, recorded_by) values ($1, kith.new_id()) returning id',
    [council],
  )
  child = made?.id ?? ''
  await served.query('insert into kith.child (council, id, recorded_by) values ($1, $2, $2)', [council, child])
  await served.query(
    `with fresh as (select kith.new_id() as id) insert into kith.allocation (council, id, line, child, worker, role, during, recorded_by)
     select $1, id, id, $2, $3, 'allocated-worker', '[2026-09-01,)', $3 from fresh`,
    [council, child, people.ana.person],
  )
  await served.query(
    `with fresh as (select kith.new_id() as id) insert into kith.action (council, id, line, child, owned_by, owner, due, origin, recorded_by)
     select $1, id, id, $2, 'worker', $3, '2027-05-01', 'other', $3 from fresh`,
    [council, child, people.ana.person],
  )
})
after(async () => await served.close())

const path = () => `/children/${child}/worker`
const standing = async () =>
  await served.query<{ id: string; worker: string; role: string; during: string; end_reason: string | null }>(
    'select id, worker, role, during::text, end_reason from kith.allocation_current where child = $1 order by line',
    [child],
  )
const change = (more: Record<string, string | readonly string[]> = {}) => ({
  ...{ part: 'allocated-worker', worker: people.ben.person, since: '29 Mar', because: 'LEFTRL', actions: 'move' },
  ...{ why: 'Ana leaves us on Friday.', hello: 'yes', ...more },
})
const sees = async (who: Who): Promise<boolean> =>
  await served.door.as(who, async ({ record }) => {
    return (await record.selectFrom('kith.child').select('id').where('id', '=', child).execute()).length === 1
  })

describe('who may not', () => {
  test('another team’s manager, a worker of another team and a stranger are told to ask, and see nothing', async () => {
    for (const who of [people.south, people.cleo, people.stranger, people.ben])
      assert.equal((await get(as(who), path())).status, 403)
  })
  test('a manager allocates nobody of another team, and no officer of their own', async () => {
    for (const more of [{ worker: people.cleo.person }, { part: 'reviewing-officer', worker: people.ben.person }]) {
      const sent = await send(as(people.manager), path(), change(more))
      assert.equal(sent.status, 422)
      assert.match(sent.html, /Choose a (worker of your teams|reviewing officer)/)
    }
  })
  const tried = async (who: Who, worker: string, part: string) =>
    await served.door.as(who, async (asking) => {
      return await allocate(asking, child, { worker, part, since: '2027-03-30', until: '2027-04-30' })
    })
  test('the database refuses them too, whatever a page would let through', async () => {
    const cases = [
      [people.manager, people.cleo.person, 'co-worker'],
      [people.manager, people.ben.person, 'reviewing-officer'],
      [people.manager, people.manager.person, 'reviewing-officer'],
      [people.south, people.cleo.person, 'co-worker'],
      [people.ben, people.ben.person, 'co-worker'],
      [people.stranger, people.stranger.person, 'cover'],
    ] as const
    for (const [who, worker, part] of cases)
      await assert.rejects(tried(who, worker, part), { kind: 'not allowed' }, `${part}`)
  })
  test('nor of their own family', async () => {
    const [tie] = await served.query<{ id: string }>(
      'insert into kith.own_family (council, person, child, recorded_by) values ($1, $2, $3, $2) returning id',
      [served.council.council, people.manager.person, child],
    )
    assert.equal((await get(as(people.manager), path())).status, 404)
    await assert.rejects(tried(people.manager, people.ben.person, 'co-worker'), { kind: 'not allowed' })
    await served.query(
      'insert into kith.own_family (council, person, child, supersedes, retracted, recorded_by) values ($1, $2, $3, $4, true, $2)',
      [served.council.council, people.manager.person, child, tie?.id],
    )
  })
})

test('a manager changes the worker: one ends, one begins, actions go along, and goodbye is on the list', async () => {
  const sent = await send(as(people.manager), path(), change())
  assert.equal(sent.status, 303, sent.html)
  const { ana, ben } = people
  assert.deepEqual(
    (await standing()).map(({ worker, during, end_reason }) => [worker, during, end_reason]),
    [
      [ana.person, '[2026-09-01,2027-03-29)', 'LEFTRL'],
      [ben.person, '[2027-03-29,)', null],
    ],
  )
  const moved = await served.query('select owner from kith.action_step_current where child = $1', [child])
  assert.deepEqual(moved, [{ owner: ben.person }])
  const hello = await served.query(
    `select owner from kith.action_current where child = $1 and on_table = 'allocation'`,
    [child],
  )
  assert.deepEqual(hello, [{ owner: ben.person }, { owner: ben.person }])
  assert.deepEqual([await sees(ana), await sees(ben), await sees(people.manager)], [false, true, true])
})

test('the head of the service names a reviewing officer who is in none of their teams', async () => {
  const officer = { part: 'reviewing-officer', worker: people.officer.person, because: '' }
  assert.equal((await send(as(people.head), path(), change(officer))).status, 303)
  assert.equal(await sees(people.officer), true)
})

test('cover asks until when', async () => {
  const cover = { part: 'cover', worker: people.ana.person, since: '1 Apr 2027' }
  assert.match((await send(as(people.manager), path(), change(cover))).html, /cover always ends/)
  assert.equal((await send(as(people.manager), path(), change({ ...cover, until: '9 Apr 2027' }))).status, 303)
})

test('a personal adviser begins on a day that has come, as whoever holds a part alone', async () => {
  const { manager, ben } = people
  const ahead = { part: 'personal-adviser', worker: ben.person, since: '2 Apr 2027', until: '', because: '' }
  const answer = await send(as(manager), path(), change(ahead))
  assert.equal(answer.status, 422)
  assert.match(answer.html, /has not come yet/)
})

test('an end leaves the child with the team, and the manager still sees them', async () => {
  const ben = (await standing()).find(({ worker }) => worker === people.ben.person)
  const sent = await send(as(people.manager), `${path()}/${ben?.id}/end`, {
    ...{ until: '31 Mar', because: 'ABSENC', to: people.ana.person, why: 'Ana has them for now.' },
  })
  assert.equal(sent.status, 303, sent.html)
  assert.deepEqual([await sees(people.ben), await sees(people.manager), await sees(people.head)], [false, true, true])
  const again = await send(as(people.manager), path(), change({ worker: people.ana.person, since: '31 Mar' }))
  assert.equal(again.status, 303, again.html)
})

test('an allocation that never was is taken back with its reason', async () => {
  const cover = (await standing()).find(({ role }) => role === 'cover')
  const empty = await send(as(people.manager), `${path()}/${cover?.id}/retract`, { reason: '' })
  assert.match(empty.html, /Say why/)
  const sent = await send(as(people.manager), `${path()}/${cover?.id}/retract`, { reason: 'It was another child.' })
  assert.equal(sent.status, 303)
  assert.ok(!(await standing()).some(({ role }) => role === 'cover'))
})

describe('an allocation whose days were written wrongly', () => {
  const of = async (worker: string, part: string) =>
    (await standing()).filter((one) => one.worker === worker && one.role === part).at(-1)
  const correct = async (who: Who, id: string | undefined, fields: Record<string, string>) =>
    await send(as(who), `${path()}/${id}/correct`, fields)
  test('is put right by a manager of the line, and who sees the child follows', async () => {
    const { manager, ben } = people
    const cover = { part: 'cover', worker: ben.person, since: '31 Mar 2027', until: '9 Apr 2027', because: '' }
    assert.equal((await send(as(manager), path(), change(cover))).status, 303)
    assert.equal(await sees(ben), true)
    const made = await of(ben.person, 'cover')
    const opened = await get(as(manager), `${path()}/${made?.id}/correct`)
    assert.match(opened.html, /value="Wed 31 Mar 2027"[\s\S]*value="Fri 9 Apr 2027"[\s\S]*on these days/)
    const sent = await correct(manager, made?.id, { since: '5 Apr 2027', until: '9 Apr 2027', because: '' })
    assert.equal(sent.status, 303, sent.html)
    assert.equal((await of(ben.person, 'cover'))?.during, '[2027-04-05,2027-04-09)')
    assert.equal(await sees(ben), false)
  })
  test('keeps to what allocations keep to: cover ends, days in order, one worker at a time', async () => {
    const { manager, ana, ben } = people
    const cover = await of(ben.person, 'cover')
    const ended = await of(ben.person, 'allocated-worker')
    const now = await of(ana.person, 'allocated-worker')
    const cases: readonly [string | undefined, Record<string, string>, RegExp][] = [
      [cover?.id, { since: '5 Apr 2027', until: '' }, /cover always ends/],
      [cover?.id, { since: '5 Apr 2027', until: '4 Apr 2027' }, /end has to be after the first day/],
      [cover?.id, { since: 'soon', until: '9 Apr 2027' }, /Write the first day/],
      [now?.id, { since: '30 Mar 2027', until: '' }, /Somebody else holds this part/],
      [now?.id, { since: '2 Apr 2027', until: '' }, /has not come yet/],
      [ended?.id, { since: '29 Mar 2027', until: '' }, /Somebody else holds this part/],
    ]
    for (const [id, fields, says] of cases) {
      const answer = await correct(manager, id, { because: '', ...fields })
      assert.equal(answer.status, 422)
      assert.match(answer.html, says)
    }
  })
  test('by nobody else: not another team’s manager, not the worker, not through another child', async () => {
    const cover = await of(people.ben.person, 'cover')
    for (const who of [people.south, people.stranger, people.ben])
      assert.equal((await get(as(who), `${path()}/${cover?.id}/correct`)).status, 403)
    for (const id of [cover?.id, teams.north]) {
      const elsewhere = `/children/${teams.north}/worker/${id}/correct`
      assert.ok([403, 404].includes((await get(as(people.manager), elsewhere)).status))
    }
    assert.equal((await get(as(people.manager), `${path()}/${teams.north}/correct`)).status, 404)
  })
})
