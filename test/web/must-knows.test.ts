// A must-know in the browser: recorded from the family tab, put right, looked at again, taken back; and who may do none of it.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { childRoutes } from '#child-pages'
import type { Who } from '#database'
import { mustKnowForms } from '#family/pages'
import { outOfHoursRoutes } from '#out-of-hours'
import { makeFinder } from '#search'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, routesOf, send } from './filling.ts'

let served: Served
let child: string
let worker: Who
let ana: Browser
let night: Browser

const routes = () => [...routesOf(mustKnowForms), ...childRoutes(), ...outOfHoursRoutes(makeFinder(), [])]
before(async () => {
  served = await servedCouncil('must_knows_web')
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  worker = await served.worker('allocated-worker', child)
  ana = served.appFor(worker, routes())
  night = served.appFor(await served.worker('out-of-hours'), routes())
})
after(async () => await served.close())

const ALLERGY = { kind: 'health', fact: 'Nut allergy, carries an EpiPen', audience: 'out-of-hours', review_by: '1 Jun' }
const at = (rest: string) => `/children/${child}/${rest}`
type Row = { id: string; line: string; change: string; review_by: string; ended: string | null; audience: string[] }
const standing = async () => await served.query<Row>('select * from kith.must_know_current where child = $1', [child])
async function recorded(more: Readonly<Record<string, string | readonly string[]>> = {}): Promise<Row> {
  const before = new Set((await standing()).map(({ line }) => line))
  const sent = await send(ana, at('must-knows/record'), { ...ALLERGY, ...more })
  assert.deepEqual([sent.status, sent.to.split('?')[0]], [303, at('family')])
  const row = (await standing()).find(({ line }) => !before.has(line))
  assert.ok(row)
  return row
}
const tonight = async () => (await get(night, at('tonight'))).html

test('nothing recorded: the worker is led to the form, and nobody is told that there is no risk', async () => {
  const { html } = await get(ana, at('family'))
  assert.match(html, /No must-knows are recorded that you may know of\.[\s\S]*does not mean that there is no risk/)
  assert.ok(html.includes(`href="${at('must-knows/record')}"`))
  assert.ok(!(await get(night, at('family'))).html.includes('must-knows/record'))
})

test('the form begins with whoever acts when the worker is away, and says what is missing, with the text kept', async () => {
  const { html } = await get(ana, `${at('must-knows/record')}?fresh=1`)
  assert.match(html, /value="out-of-hours" checked/)
  assert.doesNotMatch(html, /value="health-team" checked|value="allocated-worker"/)
  const long = 'Long and longer '.repeat(10).trim()
  const wrong = await send(ana, at('must-knows/record'), { fact: long, audience: [], review_by: '1 Jun 2029' })
  assert.equal(wrong.status, 422)
  for (const says of [/what it is about/, /Keep it to 120/, /Choose who needs this/, /within a year/])
    assert.match(wrong.html, says)
  assert.ok(wrong.html.includes(long))
})

test('recorded, it stands on the family tab and at night for those who were ticked; the worker reads it always', async () => {
  await recorded()
  const { html } = await get(ana, at('family'))
  assert.match(html, /Nut allergy, carries an EpiPen[\s\S]*allocated worker, out-of-hours team/)
  assert.match(await tonight(), /Nut allergy, carries an EpiPen/)
  const duty = served.appFor(await served.worker('duty', child), routes())
  for (const page of ['family', 'tonight']) assert.doesNotMatch((await get(duty, at(page))).html, /Nut allergy/, page)
})

test('who must not know it is asked: a named colleague reads it nowhere, whatever their work; a correction keeps it or opens it', async () => {
  const barred = await served.worker('out-of-hours')
  await served.query(
    `set session_replication_role = replica; update kith.worker set name = 'Nell Barrow' where id = '${barred.person}'`,
  )
  const their = async () => (await get(served.appFor(barred, routes()), at('tonight'))).html
  const fact = 'Mum’s address is kept from Dad'
  const row = await recorded({ fact, kind: 'safety', must_not: ['', 'nell  barrow'] })
  assert.match(await tonight(), /Mum’s address/)
  assert.doesNotMatch(await their(), /Mum’s address/)
  const path = at(`must-knows/${row.id}/correct`)
  const opened = await get(ana, path)
  assert.match(opened.html, /value="Tue 1 Jun 2027"/)
  assert.ok(opened.html.includes('value="Nell Barrow"'), 'the name stands in the form')
  const unclear = await send(ana, path, { ...ALLERGY, fact, must_not: ['Nell Barrow', 'Nobody Such'] })
  assert.deepEqual([unclear.status, /Nobody here is called that\./.test(unclear.html)], [422, true])
  assert.ok(unclear.html.includes('value="Nobody Such"'))
  const kept = { ...ALLERGY, kind: 'safety', fact: `${fact} and Gran`, must_not: ['Nell Barrow'] }
  assert.equal((await send(ana, path, kept)).status, 303)
  assert.deepEqual([/and Gran/.test(await tonight()), /and Gran/.test(await their())], [true, false])
  const [now] = (await standing()).filter(({ line }) => line === row.line)
  const opening = { ...ALLERGY, fact: `${fact} and Gran`, must_not: [''] }
  assert.equal((await send(ana, at(`must-knows/${now?.id}/correct`), opening)).status, 303)
  assert.match(await their(), /and Gran/)
})

test('put right: a narrowed audience holds at once', async () => {
  const row = await recorded({ fact: 'Mum’s work is kept from Dad' })
  const changed = { ...ALLERGY, kind: 'safety', fact: 'Mum’s work is kept from Dad and Gran', audience: 'cover' }
  assert.equal((await send(ana, at(`must-knows/${row.id}/correct`), changed)).status, 303)
  assert.doesNotMatch(await tonight(), /Mum’s work/)
  const [now] = await served.query<Row>('select * from kith.must_know_current where line = $1', [row.line])
  assert.deepEqual([now?.change, now?.audience], ['correction', ['allocated-worker', 'cover']])
})

describe('looked at again', () => {
  test('still so: the next day of review, and nothing else changes', async () => {
    const row = await recorded({ fact: 'Ring Sue first' })
    const page = await get(ana, at(`must-knows/${row.id}/review`))
    assert.match(page.html, /Ring Sue first/)
    const without = await send(ana, at(`must-knows/${row.id}/review`), { outcome: 'still so' })
    assert.equal(without.status, 422)
    const still = { outcome: 'still so', review_by: '1 Sep 2027' }
    assert.equal((await send(ana, at(`must-knows/${row.id}/review`), still)).status, 303)
    const now = (await standing()).find(({ line }) => line === row.line)
    assert.deepEqual([now?.change, now?.review_by, now?.ended], ['change', '2027-09-01', null])
    assert.match(await tonight(), /Ring Sue first/)
  })
  test('over: gone from every page, kept in the history, and not asked about again', async () => {
    const row = await recorded({ fact: 'Crutches until Easter' })
    assert.equal((await send(ana, at(`must-knows/${row.id}/review`), { outcome: 'was for a time' })).status, 303)
    const now = (await standing()).find(({ line }) => line === row.line)
    assert.equal(now?.ended, '2027-03-31')
    for (const html of [await tonight(), (await get(ana, at('family'))).html]) assert.doesNotMatch(html, /Crutches/)
    assert.equal((await get(ana, at(`must-knows/${now?.id}/review`))).status, 404)
    const late = await send(ana, at(`must-knows/${row.id}/review`), { outcome: 'no longer so' })
    assert.equal(late.status, 422)
    assert.match(late.html, /changed this/)
  })
})

test('taken back with a reason: gone at night, the row kept', async () => {
  const row = await recorded({ fact: 'On the wrong record' })
  assert.match((await get(ana, at(`must-knows/${row.id}/retract`))).html, /On the wrong record/)
  assert.equal((await send(ana, at(`must-knows/${row.id}/retract`), { reason: ' ' })).status, 422)
  assert.equal((await send(ana, at(`must-knows/${row.id}/retract`), { reason: 'Another child.' })).status, 303)
  assert.doesNotMatch(await tonight(), /On the wrong record/)
  const kept = await served.query<Row>('select * from kith.must_know where line = $1', [row.line])
  assert.equal(kept.length, 2)
})

test('nobody else records or changes one, whatever they read; nor through another child', async () => {
  const row = await recorded({ fact: 'Only Ana writes this' })
  const [other = ''] = (
    await served.query<{ id: string }>('select id from kith.child order by id offset 1 limit 1')
  ).map(({ id }) => id)
  const forms = ['record', ...['correct', 'retract', 'review'].map((to) => `${row.id}/${to}`)]
  for (const relation of ['out-of-hours', 'duty', 'cover', 'manager-line', 'director', 'health-team']) {
    const browser = served.appFor(
      await served.worker(relation, ['out-of-hours', 'director'].includes(relation) ? undefined : child),
      routes(),
    )
    for (const form of forms)
      assert.equal((await get(browser, at(`must-knows/${form}`))).status, 403, `${relation} ${form}`)
  }
  const elsewhere = served.appFor(await served.worker('allocated-worker', other), routes())
  for (const form of forms.slice(1))
    assert.equal((await get(elsewhere, `/children/${other}/must-knows/${form}`)).status, 404, form)
  assert.deepEqual(served.logged, [])
})
