// The address of a home or a night in the browser: put right, kept from somebody, opened again; who reads it at each moment.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { audienceRoutes } from '#audiences/pages'
import { careEventForms, careEventRoutes } from '#care-events'
import { childRoutes } from '#child-pages'
import type { Who } from '#database'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, routesOf, send } from './filling.ts'

let served: Served
let child: string
let barred: Who
let worker: Who
let ana: Browser
let ruth: Browser

const routes = () => [...routesOf(careEventForms), ...careEventRoutes(), ...childRoutes(), ...audienceRoutes()]
before(async () => {
  served = await servedCouncil('addresses_web')
  const [placed] = await served.query<{ child: string }>(
    'select child from kith.placement_current where upper_inf(during) and place is not null order by child limit 1',
  )
  child = placed?.child ?? ''
  worker = await served.worker('allocated-worker', child)
  ana = served.appFor(worker, routes())
  barred = await served.worker('reviewing-officer', child)
  await served.query(
    `set session_replication_role = replica; update kith.worker set name = 'Nell Barrow' where id = '${barred.person}'`,
  )
  ruth = served.appFor(barred, routes())
})
after(async () => await served.close())

const at = (rest: string) => `/children/${child}/${rest}`
type Address = { id: string; line: string; postcode: string; audience: string[] | null; must_not_know: string[] | null }
const address = async (): Promise<Address> => {
  const rows = await served.query<Address>(
    `select a.* from kith.address_current a join kith.placement_current p on p.child = a.child and p.place = a.line
     where a.child = $1 and upper_inf(p.during)`,
    [child],
  )
  assert.equal(rows.length, 1)
  return rows[0] ?? assert.fail()
}
/** What somebody reads of it, by the record itself. */
const readBy = async (who: Who): Promise<readonly string[]> => {
  const { line } = await address()
  return await served.door.as(who, async ({ record }) =>
    (await record.selectFrom('kith.address_current').select('postcode').where('line', '=', line).execute()).map(
      ({ postcode }) => postcode ?? '',
    ),
  )
}

test('put right from the tab where they live, and a word that is no postcode is kept beside its fault', async () => {
  const { id } = await address()
  for (const page of ['where', 'record'])
    assert.ok((await get(ana, at(page))).html.includes(`href="${at(`addresses/${id}/correct`)}"`), page)
  const wrong = await send(ana, at(`addresses/${id}/correct`), { place_postcode: 'near Nan' })
  assert.deepEqual([wrong.status, wrong.html.includes('value="near Nan"')], [422, true])
  assert.match(wrong.html, /Write a full postcode/)
  assert.equal((await send(ana, at(`addresses/${id}/correct`), { place_postcode: 'zz1 1zz' })).status, 303)
  assert.deepEqual(await readBy(barred), ['ZZ1 1ZZ'])
})

test('kept from a named colleague, in every version; a correction keeps that; opened again, one address stands', async () => {
  const { id } = await address()
  const half = await send(ana, at(`addresses/${id}/who-may-know`), { must_not: ['Nell Barrow'] })
  assert.deepEqual([half.status, /Say what the decision rests on/.test(half.html)], [422, true])
  const why = { power: 'safety of the child', decided: '20 Mar', because: 'Somebody is looking for them.' }
  assert.equal((await send(ana, at(`addresses/${id}/who-may-know`), { ...why, must_not: ['Nell Barrow'] })).status, 303)
  assert.deepEqual(await readBy(barred), [])
  const seen = await get(ruth, at('where'))
  assert.match(seen.html, /address protected/)
  assert.doesNotMatch(seen.html, /addresses\//)
  const narrowed = await address()
  assert.equal((await get(ana, at(`addresses/${narrowed.id}/correct`))).html.includes('It is kept back'), true)
  assert.equal((await send(ana, at(`addresses/${narrowed.id}/correct`), { place_postcode: 'ZZ1 1ZY' })).status, 303)
  assert.deepEqual([(await address()).must_not_know, await readBy(barred)], [[barred.person], []])
  const path = at(`addresses/${(await address()).id}/who-may-know`)
  assert.match((await get(ana, `${path}?fresh=1`)).html, /Somebody is looking for them\.<\/textarea>/)
  const stands = { ...why, decided: 'Sat 20 Mar 2027', must_not: [''] }
  const unsaid = await send(ana, path, stands)
  assert.deepEqual([unsaid.status, /choose “Nobody is kept from it”/.test(unsaid.html)], [422, true])
  assert.equal((await send(ana, path, { ...stands, power: '' })).status, 303)
  assert.deepEqual([(await address()).must_not_know, await readBy(barred)], [null, ['ZZ1 1ZY']])
})

test('what no form offers and yet stands is shown, stays, and can be taken out', async () => {
  const why = { power: 'safety of the child', decided: '20 Mar', because: 'Somebody is looking for them.' }
  const path = async () => at(`addresses/${(await address()).id}/who-may-know`)
  assert.equal((await send(ana, await path(), { ...why, audience: ['manager-line'] })).status, 303)
  await served.query(`update kith.address set audience = audience || '{inspector}' where id = $1`, [
    (await address()).id,
  ])
  assert.match((await get(ana, `${await path()}?fresh=1`)).html, /value="inspector" checked/)
  const kept = { ...why, audience: ['manager-line', 'duty', 'inspector'] }
  assert.equal((await send(ana, await path(), kept)).status, 303)
  assert.deepEqual((await address()).audience, ['allocated-worker', 'manager-line', 'duty', 'inspector'])
  assert.match((await get(ana, at('who-may-know'))).html, /manager, duty worker, inspectors/)
  assert.equal((await send(ana, await path(), { ...why, audience: ['manager-line'] })).status, 303)
  assert.deepEqual((await address()).audience, ['allocated-worker', 'manager-line'])
  const unoffered = await send(ana, await path(), { ...why, audience: ['child'] })
  assert.deepEqual([unoffered.status, /Choose from the list/.test(unoffered.html)], [422, true])
})

test('nobody is kept out by themselves, and nothing is locked from everybody', async () => {
  const why = { power: 'safety of the child', decided: '20 Mar', because: 'Somebody is looking for them.' }
  const path = at(`addresses/${(await address()).id}/who-may-know`)
  const her = `Dawn Test (${worker.person.slice(-4)})`
  const own = await send(ana, path, { ...why, must_not: [her] })
  assert.deepEqual([own.status, /That is you/.test(own.html)], [422, true])
  const night = served.appFor(await served.worker('out-of-hours'), routes())
  const open = { power: '', must_not: [''] }
  assert.equal((await send(ana, path, open)).status, 303)
  const opened = at(`addresses/${(await address()).id}/who-may-know`)
  const theirs = await served.query<{ name: string }>(
    `select coalesce(w.name, w.code) as name from kith.visible_child v join kith.worker w on w.id = v.person
     where v.child = $1 and v.relation in ('allocated-worker', 'virtual-school') and v.until > now() and w.id <> $2`,
    [child, worker.person],
  )
  const all = [her, ...theirs.map(({ name }) => name)]
  const locked = await send(night, opened, { ...why, audience: ['virtual-school'], must_not: all })
  assert.deepEqual([locked.status, /Nobody who works with this child could read it/.test(locked.html)], [422, true])
  assert.equal((await send(night, opened, { ...why, audience: ['out-of-hours'], must_not: [her] })).status, 303)
  assert.deepEqual(await readBy(worker), [])
  const now = at(`addresses/${(await address()).id}/who-may-know`)
  assert.equal((await send(night, now, open)).status, 303)
})

test('a night away has an address that is put right too; whoever does not write where they live does neither', async () => {
  const night = { night: 'hospital', since: '30 Mar', where: 'Ward 4', place_postcode: 'ZZ2 2ZZ', who_may_know: 'all' }
  assert.equal((await send(ana, at('nights/record'), night)).status, 303)
  const [tonight] = await served.query<Address>(
    `select * from kith.address_current where child = $1 and kind = 'tonight'`,
    [child],
  )
  const path = at(`addresses/${tonight?.id}/correct`)
  assert.ok((await get(ana, at('record'))).html.includes(`href="${path}"`))
  assert.equal((await send(ana, path, { place_postcode: 'ZZ2 2ZY' })).status, 303)
  for (const form of ['correct', 'who-may-know'])
    assert.equal((await get(ruth, at(`addresses/${tonight?.id}/${form}`))).status, 403, form)
})
