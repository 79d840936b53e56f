// A visit corrected and taken back in the browser: from the version that was read, joined with another's, never lost, never another's.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { visitForms } from '#visits/pages'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, hiddenIn, post, routesOf, send } from './filling.ts'

let served: Served
let child: string
let ana: Browser
let ben: Browser

const routes = () => routesOf(visitForms)
before(async () => {
  served = await servedCouncil('corrections_web')
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  ana = served.appFor(await served.worker('allocated-worker', child), routes())
  ben = served.appFor(await served.worker('cover', child), routes())
})
after(async () => await served.close())

const FILLED = {
  happened: '30 Mar',
  by: 'representative',
  mode: 'in person',
  seen: ['seen', 'alone'],
  what: 'We walked to the pond.',
}
type Row = { id: string; line: string; happened: string; change: string; recorded_by: string; visitor: string | null }
const standing = async () =>
  await served.query<Row>('select * from kith.visit_current where child = $1 order by recorded', [child])
async function visit(): Promise<Row> {
  const { status } = await send(ana, `/children/${child}/visits/record`, FILLED)
  assert.equal(status, 303)
  const row = (await standing()).at(-1)
  assert.ok(row)
  return row
}
const at = (id: string, what: string) => `/children/${child}/visits/${id}/${what}`

test('a correction begins from what stands; what it does not touch stays, and who visited', async () => {
  const first = await visit()
  const opened = await get(ben, at(first.id, 'correct'))
  assert.match(opened.html, /We walked to the pond\./)
  assert.match(opened.html, /value="Tue 30 Mar 2027"/)
  const sent = await send(ben, at(first.id, 'correct'), { ...FILLED, happened: '29 Mar' })
  assert.equal(sent.status, 303)
  const now = (await standing()).find(({ line }) => line === first.line)
  assert.deepEqual([now?.happened, now?.change, now?.visitor], ['2027-03-29', 'correction', first.recorded_by])
})

describe('two who correct the same visit', () => {
  test('are joined where they changed different things', async () => {
    const first = await visit()
    const [one, other] = [await get(ana, at(first.id, 'correct')), await get(ben, at(first.id, 'correct'))]
    const all = { ...FILLED, happened: 'Tue 30 Mar 2027' }
    const sent = async (browser: Browser, hidden: object, more: object) =>
      await post(browser, at(first.id, 'correct'), { ...hidden, ...all, ...more, _do: 'send' })
    assert.equal((await sent(ana, one.hidden, { mode: 'video' })).status, 303)
    assert.equal((await sent(ben, other.hidden, { what: 'We walked to the pond and back.' })).status, 303)
    const stands = (await standing()).find(({ line }) => line === first.line)
    const now = await get(ana, at(stands?.id ?? '', 'correct'))
    assert.match(now.html, /pond and back/)
    assert.match(now.html, /value="video" checked/)
  })
  test('see both texts where they changed the same, and nothing is dropped', async () => {
    const first = await visit()
    const [one, other] = [await get(ana, at(first.id, 'correct')), await get(ben, at(first.id, 'correct'))]
    const all = { ...FILLED, happened: 'Tue 30 Mar 2027' }
    const sent = async (browser: Browser, hidden: object, more: object) =>
      await post(browser, at(first.id, 'correct'), { ...hidden, ...all, ...more, _do: 'send' })
    assert.equal((await sent(ana, one.hidden, { what: 'We sat by the pond.' })).status, 303)
    const clash = await sent(ben, other.hidden, { what: 'We ran round the pond.' })
    const html = await clash.text()
    assert.equal(clash.status, 409)
    assert.match(html, /What you did and talked about/)
    const hidden = Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="(_[^"]+|form-token)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )
    const both = { _choose_what: 'both', _both_what: 'We sat by the pond. Then we ran round it.' }
    const chosen = await post(ben, at(first.id, 'correct'), { ...hidden, ...all, what: 'x', ...both, _do: 'send' })
    assert.equal(chosen.status, 303)
    const [now] = (await standing()).filter(({ line }) => line === first.line)
    assert.match((await get(ana, at(now?.id ?? '', 'correct'))).html, /Then we ran round it/)
  })
})

describe('taking back', () => {
  test('asks why, keeps the row with the reason, and cannot be done twice', async () => {
    const first = await visit()
    const page = await get(ana, at(first.id, 'retract'))
    assert.match(page.html, /Take back: the visit to/)
    assert.match(page.html, /We walked to the pond/)
    const without = await send(ana, at(first.id, 'retract'), { reason: ' ' })
    assert.equal(without.status, 422)
    assert.match(without.html, /href="#reason"/)
    assert.equal((await send(ana, at(first.id, 'retract'), { reason: 'On the wrong record' })).status, 303)
    assert.ok(!(await standing()).some(({ line }) => line === first.line))
    const again = await send(ben, at(first.id, 'retract'), { reason: 'Wrong' })
    assert.equal(again.status, 422)
    assert.match(again.html, /took this back/)
    const late = await send(ben, at(first.id, 'correct'), FILLED)
    assert.equal(late.status, 422)
    assert.match(late.html, /took this back/)
  })
})

test('what was sent of one visit is not an answer for another: the text is kept, and sent from there', async () => {
  const [first, second] = [await visit(), await visit()]
  const { hidden } = await get(ana, at(first.id, 'retract'))
  const fields = { ...hidden, reason: 'On the wrong record', _do: 'send' }
  assert.equal((await post(ana, at(first.id, 'retract'), fields)).status, 303)
  const answer = await post(ana, at(second.id, 'retract'), fields)
  const html = await answer.text()
  assert.equal(answer.status, 422)
  assert.match(html, /Your text is kept/)
  assert.ok((await standing()).some(({ id }) => id === second.id))
  const again = await post(ana, at(second.id, 'retract'), { ...fields, ...hiddenIn(html) })
  assert.equal(again.status, 303)
  assert.ok(!(await standing()).some(({ line }) => line === second.line))
})

describe('who may not', () => {
  test('correct or take back: whoever may not write visits, or not of this child; nor through another child', async () => {
    const first = await visit()
    const [other = ''] = (
      await served.query<{ id: string }>('select id from kith.child order by id offset 1 limit 1')
    ).map(({ id }) => id)
    const officer = served.appFor(await served.worker('reviewing-officer', child), routes())
    const elsewhere = served.appFor(await served.worker('allocated-worker', other), routes())
    for (const what of ['correct', 'retract']) {
      for (const browser of [officer, elsewhere, served.appFor(served.who, routes())])
        assert.equal((await get(browser, at(first.id, what))).status, 403)
      const through = `/children/${other}/visits/${first.id}/${what}`
      assert.equal((await get(elsewhere, through)).status, 404)
      assert.equal((await get(ana, at(other, what))).status, 404)
    }
  })
  test('a forged version is refused, with the text kept', async () => {
    const [first, second] = [await visit(), await visit()]
    const { hidden } = await get(ana, at(first.id, 'correct'))
    for (const _read of [second.id, 'x', '00000000-0000-4000-8000-000000000000']) {
      const answer = await post(ana, at(first.id, 'correct'), {
        ...hidden,
        ...FILLED,
        _read,
        what: 'Forged',
        _do: 'send',
      })
      if (_read === 'x') continue
      assert.equal(answer.status, 422, _read)
      assert.match(await answer.text(), /Forged/)
    }
    const now = (await standing()).find(({ line }) => line === second.line)
    assert.equal(now?.id, second.id)
    assert.deepEqual(served.logged, [])
  })
})
