// Nobody opens their own record: said by whoever answers for it or by an administrator, held at once, put right, and never told to them.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { holdsTheirOwn, openRecord } from '#access'
import type { Who } from '#database'
import { formRoutes } from '#forms'
import { makeFinder } from '#search'
import { sightForms, sightRoutes } from '#sight'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, joinTeam, makeTeam, send } from './form-posting.ts'

let served: Served
let child: string
let people: Record<'manager' | 'leaver' | 'ana' | 'administrator' | 'stranger', Who>
const as = (who: Who): Browser =>
  served.appFor(who, [...formRoutes(sightForms, async () => new Map()), ...sightRoutes()])

before(async () => {
  served = await servedCouncil('own record', { filled: false })
  const { council } = served.council
  const north = await makeTeam(served, 'North')
  people = {
    ...{ manager: await served.worker(undefined), leaver: await served.worker('director') },
    ...{ ana: await served.worker(undefined), administrator: await served.worker('administrator') },
    stranger: await served.worker(undefined),
  }
  await served.query('update kith.worker set name = $2 where id = $1', [people.leaver.person, 'Tamsin Orrery'])
  await joinTeam(served, { person: people.manager.person, team: north, role: 'manager' })
  await joinTeam(served, { person: people.ana.person, team: north, role: 'worker' })
  await joinTeam(served, { person: people.leaver.person, team: north, role: 'worker' })
  const [made] = await served.query<{ id: string }>(
    'insert into kith.person (council, recorded_by) values ($1, kith.new_id()) returning id',
    [council],
  )
  child = made?.id ?? ''
  await served.query('insert into kith.child (council, id, recorded_by) values ($1, $2, $2)', [council, child])
  for (const who of [people.ana, people.leaver])
    await served.query(
      `with fresh as (select kith.new_id() as id) insert into kith.allocation (council, id, line, child, worker, role, during, recorded_by)
       select $1, id, id, $2, $3, 'co-worker', '[2020-09-01,)', $3 from fresh`,
      [council, child, who.person],
    )
})
after(async () => await served.close())

const path = () => `/children/${child}/kept-out/record`
const said = (more: Record<string, string> = {}) => ({
  ...{ worker: people.leaver.person, how: 'themselves', known: '3 Mar 2027', stands_in: people.ana.person, ...more },
})
const finds = async (who: Who): Promise<readonly unknown[]> => {
  const looked = await served.door.as(who, async (asking) => await openRecord(asking, child, 'opened'))
  const found = await makeFinder().find(served.door, who, { typed: child, today: '2027-03-31' as never })
  const rows = await served.door.as(who, async ({ record }) => [
    await record.selectFrom('kith.child').select('id').where('id', '=', child).execute(),
    await record.selectFrom('kith.standing_relation').select('id').where('child', '=', child).execute(),
    await record.selectFrom('kith.own_family').select('id').where('child', '=', child).execute(),
  ])
  return [looked.kind, found.closed.length, ...rows.map(({ length }) => length)]
}
const standing = async () =>
  await served.query<{ id: string; how: string; known: string; stands_in: string | null; retracted: boolean }>(
    `select id, how, known::text, stands_in, retracted from kith.own_family f where child = $1
       and not exists (select from kith.own_family n where n.council = f.council and n.supersedes = f.id)`,
    [child],
  )

describe('on the record', () => {
  test('what is wrong is said beside its field, and all that was typed is kept', async () => {
    const sent = await send(as(people.manager), path(), said({ worker: '', known: 'the thirtieth', how: '' }))
    assert.equal(sent.status, 422)
    for (const words of [/Choose who works here/, /as a day, for example/, /their own record or their family/])
      assert.match(sent.html, words)
    assert.match(sent.html, /value="the thirtieth"/)
    assert.equal((await standing()).length, 0)
  })
  test('a manager says so: from then on the worker finds nothing, director and co-worker though they are', async () => {
    assert.deepEqual((await finds(people.leaver))[0], 'open')
    const sent = await send(as(people.manager), path(), said())
    assert.equal(sent.status, 303, sent.html)
    assert.equal(sent.to.startsWith(`/children/${child}/access`), true)
    assert.deepEqual(await finds(people.leaver), ['not found', 0, 0, 0, 0])
    assert.equal((await get(as(people.leaver), `/break-glass/${child}`)).status, 404)
    for (const at of [path(), `/children/${child}/access`]) assert.equal((await get(as(people.leaver), at)).status, 404)
    const log = await get(as(people.manager), `/children/${child}/access`)
    assert.match(log.html, /Tamsin Orrery[\s\S]*they were this child[\s\S]*3 Mar 2027/)
    assert.match(log.html, /recorded who must never open the record/)
  })
  test('twice is refused; a stranger may not; nobody says it of themselves', async () => {
    assert.match((await send(as(people.manager), path(), said())).html, /said of them already/)
    assert.equal((await get(as(people.stranger), path())).status, 403)
    const row = { council: served.council.council, child, how: 'family', retracted: false }
    for (const [who, person] of [
      [people.stranger, people.manager.person],
      [people.ana, people.ana.person],
      [people.administrator, people.administrator.person],
    ] as const)
      await assert.rejects(
        served.door.as(who, async (asking) => {
          const [id = ''] = await asking.newIds(1)
          await asking.insert('kith.own_family', [{ ...row, id, person, recorded_by: who.person }])
        }),
        { kind: 'not allowed' },
      )
  })
  test('who is kept out undoes nothing, also as an administrator, and not by naming another in their place', async () => {
    const [one] = await standing()
    await served.query(
      `with fresh as (select kith.new_id() as id) insert into kith.standing_relation (council, id, line, person, relation, reason, recorded_by)
       select $1, id, id, $2, 'administrator', 'role', $2 from fresh`,
      [served.council.council, people.leaver.person],
    )
    assert.equal((await get(as(people.leaver), `/settings/kept-out/${one?.id}/correct`)).status, 404)
    assert.doesNotMatch((await get(as(people.leaver), '/settings/kept-out')).html, new RegExp(child))
    for (const person of [people.leaver.person, people.ana.person])
      await assert.rejects(
        served.door.as(people.leaver, async (asking) => {
          const [id = ''] = await asking.newIds(1)
          const row = { council: served.council.council, id, person, child, supersedes: one?.id, retracted: true }
          await asking.insert('kith.own_family', [{ ...row, recorded_by: people.leaver.person }])
        }),
        { kind: 'not allowed' },
      )
  })
})

describe('an administrator, who sees no child', () => {
  test('reads the number and no name, puts it right, and takes it back; each version stays', async () => {
    const list = await get(as(people.administrator), '/settings/kept-out')
    assert.match(list.html, new RegExp(`Tamsin Orrery[\\s\\S]*${child}`))
    const [one] = await standing()
    const right = `/settings/kept-out/${one?.id}/correct`
    const sent = await send(as(people.administrator), right, { ...said({ how: 'family' }), right: 'stands' })
    assert.equal(sent.status, 303, sent.html)
    assert.match((await send(as(people.administrator), right, { ...said(), right: 'stands' })).html, /put this right/)
    const [two] = await standing()
    assert.deepEqual([two?.how, two?.retracted], ['family', false])
    const back = await send(as(people.administrator), `/settings/kept-out/${two?.id}/correct`, { right: 'wrong' })
    assert.equal(back.status, 303, back.html)
    assert.equal((await finds(people.leaver))[0], 'open')
    const rows = await served.query('select id from kith.own_family where child = $1', [child])
    assert.equal(rows.length, 3)
  })
  test('names a record by its number; one that is not there is refused, and nothing else is said of it', async () => {
    const at = `/settings/people/${people.leaver.person}/keep-out`
    const fields = { how: 'family', known: '3 Mar 2027', stands_in: '' }
    const wrong = await send(as(people.administrator), at, { ...fields, record: '12-34' })
    assert.match(wrong.html, /whole number of the record/)
    const none = await send(as(people.administrator), at, { ...fields, record: people.ana.person })
    assert.match(none.html, /no record with this number/)
    const sent = await send(as(people.administrator), at, { ...fields, record: child.toUpperCase() })
    assert.equal(sent.status, 303, sent.html)
    assert.deepEqual(await finds(people.leaver), ['not found', 0, 0, 0, 0])
    assert.equal((await get(as(people.manager), at)).status, 403)
  })
})

test('a file of the return that holds their own row is not handed to them, and to others it is', async () => {
  const holds = async (who: Who) =>
    await served.door.as(who, async (asking) => await holdsTheirOwn(asking, [people.ana.person, child]))
  assert.deepEqual([await holds(people.leaver), await holds(people.administrator)], [true, false])
})
