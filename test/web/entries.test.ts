// Visits and notes in one list, and each on its own page; what was said and what changed because of it; read by whom, logged once.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { visitForms } from '#visits/pages'
import { writingForms, writingRoutes } from '#writing'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, post, routesOf, send } from './filling.ts'

let served: Served
let nora: string
let owen: string
let ana: Browser
let ben: Browser

const ATTACHED = { line: '', title: 'Nora drew the pond', href: '/documents/1' }
const routes = () => [
  // Before the forms, as the house composes them: an entry's address is an id, and swallows no form.
  ...writingRoutes({ attachedTo: async (_, __, on) => (on.table === 'visit' ? [ATTACHED] : []) }),
  ...routesOf([...visitForms, ...writingForms]),
]
const as = async (relation: string, child = nora) => served.appFor(await served.worker(relation, child), routes())
before(async () => {
  served = await servedCouncil('entries_web')
  const [first, second] = await served.query<{ id: string }>('select id from kith.child order by id limit 2')
  ;[nora, owen] = [first?.id ?? '', second?.id ?? '']
  ana = await as('allocated-worker')
  ben = await as('cover')
})
after(async () => await served.close())

const at = (path: string, child = nora) => `/children/${child}/${path}`
const VISIT = {
  happened: '30 Mar',
  began: '16:00',
  by: 'representative',
  mode: 'in person',
  seen: ['seen', 'alone'],
  what: 'We walked to the pond.',
  next: 'Ask about swimming',
  intended: 'Something to look forward to',
  by_when: '12 Apr',
  theirWords: 'I fed the ducks',
}
const CALL = { kind: 'call or message', happened: '29 Mar', text: 'Mum rang.' }
const lineOf = async (table: string) =>
  (
    await served.query<{ line: string; id: string }>(
      `select line, id from kith.${table} where child = $1 order by recorded desc limit 1`,
      [nora],
    )
  )[0] ?? { line: '', id: '' }
const entriesIn = (html: string) => [...html.matchAll(/<li class="kith-entry[^"]*">/g)].length

describe('the list', () => {
  test('says when it is empty, and what may be written there', async () => {
    const { html, status } = await get(ben, at('visits'))
    assert.equal(status, 200)
    assert.match(html, /Nobody has written about a visit/)
    assert.match(html, /notes\/record/)
    assert.equal(html.match(/<h1/g)?.length, 1)
    const director = await get(served.appFor(served.who, routes()), at('visits'))
    assert.doesNotMatch(director.html, /notes\/record/)
    assert.match((await get(await as('duty'), at('visits'))).html, /notes\/record/)
  })
  test('holds visits and notes, newest first, with who was seen, and chips in the address', async () => {
    const sent = await send(ana, at('visits/record'), VISIT)
    await send(ana, at('notes/record'), CALL)
    await send(ana, at('notes/good-news'), { happened: '28 Mar', text: 'A medal.' })
    assert.match(sent.to, /\/visits\?sent=/)
    const done = await get(ana, at('visits'))
    const order = [...done.html.matchAll(/(We walked to the pond|Mum rang|A medal)/g)].map(([text]) => text)
    assert.deepEqual(order, ['We walked to the pond', 'Mum rang', 'A medal'])
    assert.match(done.html, /was seen alone/)
    assert.match(done.html, /Tue 30 Mar 2027 at 16:00/)
    const calls = await get(ana, at('visits?show=calls'))
    assert.equal(entriesIn(calls.html), 1)
    assert.match(calls.html, /show=calls" aria-current="true"/)
    assert.equal(entriesIn((await get(ana, at('visits?show=meetings'))).html), 0)
    assert.equal(entriesIn((await get(ana, at("visits?show=<x>&page='"))).html), 3)
  })
  test('has 25 entries on a page, and does not read the words of the others', async () => {
    for (let n = 1; n <= 24; n++)
      await send(ana, at('notes/record'), { ...CALL, happened: '1 Mar', text: `Call ${n}.` })
    const [first, second] = [await get(ana, at('visits')), await get(ana, at('visits?show=calls&page=1'))]
    assert.equal(entriesIn(first.html), 25)
    assert.match(first.html, /Showing 1 to 25 of 27/)
    assert.equal(entriesIn((await get(ana, at('visits?page=2'))).html), 2)
    assert.equal(entriesIn((await get(ana, at('visits?page=99'))).html), 2)
    assert.equal(entriesIn(second.html), 25)
    assert.doesNotMatch(second.html, /rel="next"/)
  })
  test('is logged once for each page read', async () => {
    const logged = async () =>
      (await served.query(`select from kith.access_entry where child = $1 and what = 'read visits and notes'`, [nora]))
        .length
    const before = await logged()
    await get(ana, at('visits'))
    assert.equal(await logged(), before + 1)
  })
})

describe('one entry', () => {
  test('shows every word, what happens next, what hangs on it, and its history', async () => {
    const { line, id } = await lineOf('visit')
    await send(ben, at(`visits/${id}/correct`), { ...VISIT, what: 'We walked round the pond.' })
    const { html, status } = await get(ana, at(`notes/${line}`))
    assert.equal(status, 200)
    assert.match(html, /We walked round the pond/)
    assert.match(html, /Ask about swimming/)
    assert.match(html, /I fed the ducks/)
    assert.match(html, /href="\/documents\/1"/)
    assert.match(html, /History \(2\)/)
    assert.match(html, /We walked to the pond/)
    const now = await lineOf('visit')
    assert.match(html, new RegExp(`visits/${now.id}/correct`))
    assert.doesNotMatch((await get(served.appFor(served.who, routes()), at(`notes/${line}`))).html, /Correct it/)
  })
  test('taken back, it says so with the reason, and is in no list', async () => {
    await send(ana, at('notes/record'), { ...CALL, happened: '31 Mar', text: 'Astray.' })
    const { line, id } = await lineOf('note')
    await send(ana, at(`notes/${id}/retract`), { reason: 'Another child’s' })
    const { html } = await get(ana, at(`notes/${line}`))
    assert.match(html, /Taken back<\/strong> by Dawn Test/)
    assert.match(html, /Another child’s/)
    assert.doesNotMatch(html, /Correct it/)
    assert.doesNotMatch((await get(ana, at('visits'))).html, /Astray/)
  })
  test('under terms of somebody else is left out of prints', async () => {
    await send(ana, at('notes/record'), { ...CALL, happened: '31 Mar', text: 'From counsel.', terms: 'legal advice' })
    const { line } = await lineOf('note')
    const { html } = await get(ana, at(`notes/${line}`))
    assert.match(html, /Left out of prints and copies: legal advice/)
    assert.match(html, /<div class="kith-no-print"><section class="paragraph"><p class="kith-words">From counsel/)
    assert.match((await get(ana, at('visits'))).html, /<li class="kith-entry kith-no-print">/)
  })
  test('kept to few is not there for others: not in the list, its counts, or by its address', async () => {
    const before = (await get(ben, at('visits'))).html.match(/Everything <span>\((\d+)/)?.[1]
    assert.ok(before)
    await send(ana, at('notes/record'), { ...CALL, happened: '31 Mar', text: 'In confidence.', keep: 'few' })
    const { line } = await lineOf('note')
    assert.equal((await get(ana, at(`notes/${line}`))).status, 200)
    assert.equal((await get(ben, at(`notes/${line}`))).status, 404)
    const list = (await get(ben, at('visits'))).html
    assert.equal(list.match(/Everything <span>\((\d+)/)?.[1], before)
    assert.doesNotMatch(list, /In confidence/)
  })
})

describe('what was said', () => {
  const SAID = { whose: 'child', happened: '20 Mar', words: 'I want to see the dog.', about: 'home' }
  test('stands with what changed because of it; corrected and taken back', async () => {
    assert.match(
      (await get(await as('allocated-worker', owen), at('views', owen))).html,
      /Nobody has written down what/,
    )
    assert.equal((await send(ana, at('views/record'), SAID)).status, 303)
    const view = await lineOf('view')
    assert.match((await get(ana, at('views'))).html, /Nobody has written down what changed/)
    const wrong = await send(ana, at(`views/${view.id}/answer`), { decided: '21 Mar', told: '1 Mar' })
    for (const field of ['outcome', 'what', 'told']) assert.match(wrong.html, new RegExp(`href="#${field}"`), field)
    const answer = { outcome: 'changed', what: 'Sundays with the dog.', decided: '21 Mar' }
    assert.equal((await send(ana, at(`views/${view.id}/answer`), answer)).status, 303)
    const shown = (await get(ana, at('views'))).html
    assert.match(shown, /Sundays with the dog/)
    assert.match(shown, /They have not been told yet/)
    const { id } = await lineOf('view_answer')
    assert.equal((await send(ben, at(`answers/${id}/correct`), { ...answer, told: '22 Mar' })).status, 303)
    assert.match((await get(ana, at('views'))).html, /They were told Mon 22 Mar 2027/)
    const by = await served.query<{ decided_by: string; recorded_by: string }>(
      'select decided_by, recorded_by from kith.view_answer_current where child = $1',
      [nora],
    )
    assert.notEqual(by[0]?.decided_by, by[0]?.recorded_by)
    const corrected = await lineOf('view_answer')
    const early = await send(ana, at(`answers/${corrected.id}/told`), { told: '20 Mar' })
    assert.match(early.html, /They cannot have been told before it was decided/)
    assert.equal((await send(ana, at(`answers/${corrected.id}/told`), { told: '' })).status, 422)
    assert.equal((await send(ana, at(`answers/${corrected.id}/told`), { told: '23 Mar' })).status, 303)
    assert.match((await get(ana, at('views'))).html, /They were told Tue 23 Mar 2027/)
    const last = await lineOf('view_answer')
    assert.equal((await send(ana, at(`answers/${last.id}/retract`), { reason: 'Not so' })).status, 303)
    assert.equal((await send(ana, at(`views/${view.id}/correct`), { ...SAID, words: 'I want a dog.' })).status, 303)
    assert.match((await get(ana, at('views'))).html, /I want a dog/)
  })
  test('carers hear it only where they let them; the supervising worker never', async () => {
    await send(ana, at('views/record'), { ...SAID, words: 'Tell Jo too.', letKnow: 'carer' })
    const [view] = await served.query<{ audience: string[]; let_know: string[] }>(
      'select audience, let_know from kith.view_current where child = $1 order by recorded desc limit 1',
      [nora],
    )
    assert.ok(view?.audience.includes('carer'))
    assert.deepEqual(view?.let_know, ['carer'])
    const supervising = await as('supervising-worker')
    const { html, status } = await get(supervising, at('views'))
    assert.equal(status, 200)
    assert.doesNotMatch(html, /Tell Jo too/)
    assert.equal((await get(supervising, at('views/record'))).status, 403)
  })
})

test('who may not: the virtual school reads no visits, another child’s worker nothing, nobody through another child', async () => {
  const [school, elsewhere] = [await as('virtual-school'), await as('allocated-worker', owen)]
  const { line } = await lineOf('visit')
  assert.equal((await get(school, at('visits'))).status, 403)
  assert.equal((await get(school, at(`notes/${line}`))).status, 404)
  for (const path of ['visits', 'views', `notes/${line}`])
    assert.equal((await get(elsewhere, at(path))).status, 403, path)
  assert.equal((await get(elsewhere, at(`notes/${line}`, owen))).status, 404)
  const view = await lineOf('view')
  for (const what of ['correct', 'retract', 'answer'])
    assert.equal((await get(elsewhere, at(`views/${view.id}/${what}`, owen))).status, 404, what)
  const { hidden } = await get(ana, at('views/record?fresh=1'))
  const own = (await get(school, '/unfinished')).hidden
  assert.equal((await post(school, at('views/record'), { ...hidden, ...own, _do: 'send' })).status, 403)
  assert.deepEqual(served.logged, [])
})
