// Teams as administrators keep them: a team, somebody who works here, who joins in which part, changed and taken back; and who may not.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { day } from '#calendar'
import type { Asking, Who } from '#database'
import { holdMember, joinTeam, makeTeam } from '#workforce'
import { teamForms, teamsRoutes } from '#workforce/pages'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, routesOf, send } from './filling.ts'

let served: Served
let owner: pg.Pool
let administrator: Who
let admin: Browser
let worker: Browser
const AT = '/settings/teams'

before(async () => {
  served = await servedCouncil('teams', { filled: false })
  owner = new pg.Pool(served.at.connection)
  const routes = [...teamsRoutes(), ...routesOf(teamForms)]
  administrator = await served.worker('administrator')
  admin = served.appFor(administrator, routes)
  worker = served.appFor(served.who, routes)
})
after(async () => {
  await owner?.end()
  await served?.close()
})

const one = async <Row>(text: string, values: readonly unknown[] = []): Promise<Row> => {
  const { rows } = await owner.query(text, [...values])
  assert.equal(rows.length, 1, `${rows.length} rows`)
  return rows[0]
}
const stands = `not retracted and not exists (select from kith.team_membership n where n.supersedes = m.id)`
const membership = async (person: string) =>
  await one<{ id: string; share: string | null; during: string }>(
    `select id, share, during::text from kith.team_membership m where person = $1 and role = 'worker' and ${stands}`,
    [person],
  )

test('an empty list says what is missing, and teams stand under the one above', async () => {
  assert.match((await get(admin, AT)).html, /No team yet/)
  const service = await send(admin, `${AT}/add`, { name: 'Children in Care', under: '' })
  assert.equal(service.status, 303)
  const { id } = await one<{ id: string }>(`select id from kith.team`)
  assert.ok(service.to.startsWith(`${AT}/${id}`), service.to)
  await send(admin, `${AT}/add`, { name: 'North', under: id })
  const list = (await get(admin, AT)).html
  assert.match(list, /Children in Care[\s\S]*– <\/span><a[^>]*>North/)
  assert.match(list, /Nobody today/)
  const again = await send(admin, `${AT}/add`, { name: ' north', under: '' })
  assert.equal(again.status, 422)
  assert.match(again.html, /A team of this name is in the list/)
})

test('somebody is added and joins, for how much of a post, which is put right; what was entered by mistake is gone', async () => {
  await send(admin, `${AT}/workers/add`, { name: 'Ola Fresh', code: 'W77' })
  assert.match((await send(admin, `${AT}/workers/add`, { name: 'Other', code: 'W77' })).html, /has this code/)
  const { id: ola } = await one<{ id: string }>(`select id from kith.worker where name = 'Ola Fresh'`)
  const { id: north } = await one<{ id: string }>(`select id from kith.team where name = 'North'`)
  const at = `${AT}/${north}/join`
  const typed = { person: ola, part: 'worker', since: '1 Mar 2027', until: '', share: '60' }
  const wrong = await send(admin, at, { ...typed, share: '0.6', until: '1 Jan 2027' })
  assert.equal(wrong.status, 422)
  for (const said of [/whole number from 1 to 100/, /end has to be after the first day/, /value="0\.6"/])
    assert.ok(said.test(wrong.html), `${said}`)
  assert.equal((await send(admin, at, typed)).status, 303)
  assert.match((await send(admin, at, typed)).html, /in this part, for some of that time already/)
  // Somebody lets them join at the same moment: who comes second is told.
  const duty = { person: ola, team: north, part: 'duty', since: day('2027-03-01'), until: null } as const
  const over = Promise.withResolvers<void>()
  const first = served.door.as(administrator, async (asking) => {
    await holdMember(asking, ola)
    await joinTeam(asking, duty)
    await over.promise
  })
  const later = send(admin, at, { ...typed, part: 'duty' })
  await new Promise((waited) => setTimeout(waited, 400))
  over.resolve()
  await first
  assert.match((await later).html, /in this part, for some of that time already/)
  assert.match((await get(admin, `${AT}/${north}`)).html, /Ola Fresh[\s\S]*60 % of a full post/)
  const joined = await membership(ola)
  assert.deepEqual([joined.share, joined.during], ['0.60', '[2027-03-01,)'])
  const change = `${AT}/memberships/${joined.id}`
  await send(admin, change, { since: '1 Mar 2027', until: '30 Apr 2027', share: '80' })
  const second = await membership(ola)
  assert.deepEqual([second.share, second.during], ['0.80', '[2027-03-01,2027-04-30)'])
  // Whoever had it open from before is told: what they changed stands no more.
  assert.equal((await get(admin, change)).status, 404)
  const never = { since: '1 Mar 2027', until: '', share: '', never: 'yes' }
  await send(admin, `${AT}/memberships/${second.id}`, never)
  await assert.rejects(membership(ola), /0 rows/)
  assert.doesNotMatch((await get(admin, `${AT}/${north}`)).html, /Works with children/)
})

test('nobody puts themselves into a team, in the table neither; who keeps no lists reads none', async () => {
  const { id: north } = await one<{ id: string }>(`select id from kith.team where name = 'North'`)
  const typed = { person: administrator.person, part: 'manager', since: '1 Mar 2027', until: '', share: '' }
  const refused = await send(admin, `${AT}/${north}/join`, typed)
  assert.equal(refused.status, 422)
  assert.match(refused.html, /Nobody puts themselves into a team/)
  const joining = {
    person: administrator.person,
    team: north,
    part: 'manager',
    since: '2027-03-01',
    until: null,
  } as const
  await assert.rejects(
    served.door.as(administrator, async (asking) => await joinTeam(asking, joining as Parameters<typeof joinTeam>[1])),
    { kind: 'not allowed' },
  )
  // Nor anybody into one that they manage, or a team under it: the children of whoever joins would be theirs to see.
  await owner.query(
    `insert into kith.team_membership (council, person, team, role, during, recorded_by) values ($1, $2, $3, 'manager', '[2027-01-01,)', $2)`,
    [administrator.council, administrator.person, north],
  )
  const other = { ...typed, person: served.who.person, part: 'worker' }
  assert.match((await send(admin, `${AT}/${north}/join`, other)).html, /opens records to you/)
  assert.match((await send(admin, `${AT}/add`, { name: 'Below', under: north })).html, /opens records to you/)
  const joinsMine = {
    ...joining,
    since: day('2027-03-01'),
    person: served.who.person,
    part: 'worker',
    until: null,
  } as const
  for (const work of [
    async (asking: Asking) => void (await joinTeam(asking, joinsMine)),
    async (asking: Asking) => void (await makeTeam(asking, { name: 'Below', under: north })),
  ])
    await assert.rejects(served.door.as(administrator, work), { kind: 'not allowed' })
  for (const path of [AT, `${AT}/${north}`, `${AT}/add`, `${AT}/${north}/join`])
    assert.equal((await get(worker, path)).status, 403, path)
})
