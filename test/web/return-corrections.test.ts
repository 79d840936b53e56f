// How care ended, a legal status, and who provides a home and where it is, put right for the return from the version that stands.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { returnCorrections } from '#placements/pages'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, routesOf, send } from './filling.ts'

let served: Served
before(async () => {
  served = await servedCouncil('corrections_for_return')
})
after(async () => await served.close())

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly line: string; readonly child: string }
const current = async (table: string, where: string) =>
  (await served.query<Row>(`select * from kith.${table}_current where ${where} order by child, id limit 1`))[0] ?? {
    ...{ id: '', line: '', child: '' },
  }
const again = async (table: string, { line }: Row) => await current(table, `line = '${line}'`)
const workerOf = async ({ child }: Row): Promise<Browser> =>
  served.appFor(await served.worker('allocated-worker', child), routesOf(returnCorrections))

describe('how care ended', () => {
  test('its day and reason; who is in care leaves it on another form', async () => {
    const ended = await current('care_period', `ended is not null and end_reason = 'E4A'`)
    const to = `/children/${ended.child}/care-ends/${ended.id}/correct`
    const worker = await workerOf(ended)
    assert.match((await get(worker, to)).html, /id="reason"/)
    const day = String(ended['ended'])
    assert.equal((await send(worker, to, { ended: day, reason: 'X9' })).status, 422)
    assert.equal((await send(worker, to, { ended: day, reason: 'E8' })).status, 303)
    const now = await again('care_period', ended)
    assert.deepEqual([now['end_reason'], now['ended']], ['E8', ended['ended']])
    const open = await current('care_period', 'ended is null')
    const refused = await send(await workerOf(open), `/children/${open.child}/care-ends/${open.id}/correct`, {
      ...{ ended: '2027-03-01', reason: 'E8' },
    })
    assert.match(refused.html, /They are in care/)
  })
})

describe('a legal status', () => {
  test('kind and days; a day by which it stood stays one', async () => {
    const basis = await current('legal_basis', 'made_by is not null and ended is null')
    const to = `/children/${basis.child}/statuses/${basis.id}/correct`
    const worker = await workerOf(basis)
    const by = String(basis['made_by'])
    assert.equal((await send(worker, to, { power: 'care order', since: by, ended: '' })).status, 303)
    const now = await again('legal_basis', basis)
    assert.deepEqual([now['kind'], now['made'], now['made_by']], ['care order', null, basis['made_by']])
    const wrong = await send(worker, `/children/${basis.child}/statuses/${now.id}/correct`, {
      ...{ power: 'care order', since: '2027-03-01', ended: '2027-02-01' },
    })
    assert.match(wrong.html, /It cannot end before it was made/)
  })
})

describe('who provides a home, and where it is', () => {
  test('provider, number and postcode are put right; an address that is kept from the writer is not asked for', async () => {
    const home = await current('placement', `place is not null and home is not null and provider = 'PR1'`)
    const worker = await workerOf(home)
    const to = `/children/${home.child}/home-details/${home.id}/correct`
    const form = await get(worker, to)
    for (const field of ['provider', 'registration', 'home_postcode', 'place_postcode'])
      assert.match(form.html, new RegExp(`id="${field}"`), field)
    const filled = { provider: 'PR4', registration: 'sc 12', home_postcode: 'AB1 2CD', place_postcode: 'QX9' }
    const wrong = await send(worker, to, { ...filled, registration: '?' })
    for (const field of ['registration', 'place_postcode']) assert.match(wrong.html, new RegExp(`href="#${field}"`))
    assert.equal((await send(worker, to, { ...filled, place_postcode: 'qx9 1ab' })).status, 303)
    const now = await again('placement', home)
    assert.deepEqual([now['provider'], now['registration'], now['place']], ['PR4', 'SC12', home['place']])
    assert.equal((await current('address', `line = '${String(home['place'])}'`))['postcode'], 'QX9 1AB')
    assert.equal(now['during'], home['during'])
    await served.query(
      `with decision as (insert into kith.audience_decision (council, id, line, child, power, decided, recorded_by)
         select a.council, d.id, d.id, a.child, 'court order', '2027-01-01', a.recorded_by
         from kith.address_current a, (select kith.new_id() as id) d where a.line = $1 returning line)
       insert into kith.address (council, id, line, supersedes, change, child, kind, postcode, audience, audience_decision, recorded_by)
       select a.council, kith.new_id(), a.line, a.id, 'correction', a.child, a.kind, a.postcode, array['director'], decision.line, a.recorded_by
       from kith.address_current a, decision where a.line = $1 returning id`,
      [home['place']],
    )
    const kept = await get(worker, `/children/${home.child}/home-details/${now.id}/correct`)
    assert.match(kept.html, /is kept from you/)
    assert.doesNotMatch(kept.html, /id="place_postcode"|QX9/)
    const rest = { provider: 'PR5', registration: '', home_postcode: 'AB1 2CD' }
    assert.equal((await send(worker, `/children/${home.child}/home-details/${now.id}/correct`, rest)).status, 303)
    const last = await again('placement', home)
    assert.deepEqual([last['provider'], last['place']], ['PR5', home['place']])
  })
})

test('who may not: a colleague beside; and a version of another child is not here', async () => {
  const home = await current('placement', 'place is not null')
  const beside = served.appFor(await served.worker('co-worker', home.child), routesOf(returnCorrections))
  assert.equal((await get(beside, `/children/${home.child}/home-details/${home.id}/correct`)).status, 403)
  const other = await current('placement', `child <> '${home.child}'`)
  const worker = await workerOf(home)
  assert.equal((await get(worker, `/children/${home.child}/home-details/${other.id}/correct`)).status, 404)
})

test('nothing of all this was logged as broken', () => assert.deepEqual(served.logged, []))
