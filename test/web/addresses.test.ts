// The address of a home or a night in the browser: put right, kept from somebody, opened again; who reads it at each moment.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { careEventForms, careEventRoutes } from '#care-events'
import { childRoutes } from '#child-pages'
import type { Who } from '#database'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, routesOf, send } from './filling.ts'

let served: Served
let child: string
let barred: Who
let ana: Browser
let ruth: Browser

const routes = () => [...routesOf(careEventForms), ...careEventRoutes(), ...childRoutes()]
before(async () => {
  served = await servedCouncil('addresses_web')
  const [placed] = await served.query<{ child: string }>(
    'select child from kith.placement_current where upper_inf(during) and place is not null order by child limit 1',
  )
  child = placed?.child ?? ''
  ana = served.appFor(await served.worker('allocated-worker', child), routes())
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
  assert.equal((await send(ana, at(`addresses/${(await address()).id}/who-may-know`), { must_not: [''] })).status, 303)
  assert.deepEqual([(await address()).must_not_know, await readBy(barred)], [null, ['ZZ1 1ZY']])
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
