// Whose record a form goes onto: the child's line above every form about a child, whatever became of it, and what it tells to whom.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import type { Form } from '#forms'
import { type Served, servedCouncil } from './council-served.ts'
import { hiddenIn } from './filling.ts'
import { ask, type Sent, type SignedIn, signIn, wholeApp } from './whole-app.ts'

let served: Served
let app: Hono
let forms: readonly Form[]
let child: string
let ana: SignedIn
let nurse: SignedIn

before(async () => {
  served = await servedCouncil('child line')
  ;({ app, forms } = wholeApp(served))
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  ana = await signIn(served, (await served.worker('allocated-worker', child)).person)
  nurse = await signIn(served, (await served.worker('health-team', child)).person)
  const fact = {
    kind: 'safety',
    fact: 'Her uncle must not find her',
    audience: 'out-of-hours',
    review_by: '1 Jun 2027',
  }
  assert.equal((await sent('must-knows/record', fact)).status, 303)
})
after(async () => await served.close())

type Page = { readonly status: number; readonly html: string; readonly to: string; readonly line: string }
// biome-ignore lint/complexity/useMaxParams: read as a request: how, where, with what, by whom
async function page(method: 'GET' | 'POST', path: string, fields: Sent['fields'] = [], who = ana): Promise<Page> {
  const answer = await ask(app, { method, path: `/children/${child}/${path}` }, { secret: who.secret, fields })
  const html = await answer.text()
  const lines = [...html.matchAll(/<section class="kith-child-line"[\s\S]*?<\/section>/g)].map(([line]) => line)
  assert.ok(lines.length <= 1, path)
  return { status: answer.status, html, to: answer.headers.get('location') ?? '', line: lines[0] ?? '' }
}
async function sent(path: string, filled: Readonly<Record<string, string>>, opened?: Page): Promise<Page> {
  const { html } = opened ?? (await page('GET', `${path}?fresh=1`))
  return await page('POST', path, [...Object.entries({ ...hiddenIn(html), ...filled, _do: 'send' })])
}
const NAMED = /href="\/children\/[0-9a-f-]{36}"[\s\S]*\d+ (years|months|weeks)[\s\S]*\(born [A-Z][a-z]{2} \d/
const VISIT = { happened: '30 Mar', by: 'representative', mode: 'in person', seen: 'seen', what: 'We walked.' }

describe('the line of the child', () => {
  test('stands above every form about a child, with name, age, what must be known, and the way back', async () => {
    const paths = forms.flatMap(({ routes }) => routes.slice(0, 1).map(({ path }) => path))
    const about = paths.filter((path) => path.startsWith('/children/:child/') && !path.includes(':about'))
    let opened = 0
    for (const path of about) {
      const { status, line } = await page('GET', `${path.replace('/children/:child/', '')}?fresh=1`)
      if (status !== 200) continue
      opened += 1
      assert.match(line, NAMED, path)
      assert.match(line, /aria-label="Must know"[\s\S]*Her uncle must not find her/, path)
    }
    assert.ok(opened >= 20, `${opened} of ${about.length}`)
  })
  test('stays when something is to be put right, kept apart, corrected by two, or taken back', async () => {
    const faulty = await sent('visits/record', { ...VISIT, happened: 'soon' })
    assert.deepEqual([faulty.status, NAMED.test(faulty.line)], [422, true])
    const choose = await page('GET', 'visits/record')
    assert.match(choose.html, /You began a visit here/)
    assert.match(choose.line, NAMED)
    const unseen = await sent('visits/record', { ...VISIT, seen: '', told_how: 'told' })
    assert.match(unseen.html, /Tick also that you saw them/)
    assert.equal((await sent('visits/record', { ...VISIT, told_how: 'told' })).status, 303)
    const [visit] = await served.query<{ id: string; told: boolean }>(
      'select id, told_how_to_reach as told from kith.visit_current where child = $1',
      [child],
    )
    assert.equal(visit?.told, true)
    const path = `visits/${visit?.id}/correct`
    const both = [await page('GET', path), await page('GET', `${path}?fresh=1`)]
    for (const { line } of [...both, await page('GET', `visits/${visit?.id}/retract`)]) assert.match(line, NAMED)
    await sent(path, { ...VISIT, what: 'We sat.' }, both[0])
    const clash = await sent(path, { ...VISIT, what: 'We ran.' }, both[1])
    assert.deepEqual([clash.status, NAMED.test(clash.line)], [409, true])
  })
  test('tells a must-know only to those who need it', async () => {
    const { status, line } = await page('GET', 'health/record', [], nurse)
    assert.equal(status, 200)
    assert.match(line, NAMED)
    assert.doesNotMatch(line, /uncle|[Mm]ust know/)
  })
  test('is on no page that has the whole head, on none about nobody, and on none for whoever may not see the child', async () => {
    assert.equal((await page('GET', 'health')).line, '')
    const start = await ask(app, { method: 'GET', path: '/' }, { secret: ana.secret })
    assert.doesNotMatch(await start.text(), /kith-child-line/)
    const stranger = await signIn(served, (await served.worker(undefined)).person)
    const refused = await page('GET', 'visits/record', [], stranger)
    assert.deepEqual([refused.status, refused.line], [403, ''])
  })
  test('stands above the pages of a child that are no tab', async () => {
    for (const path of ['record', 'plan/write', 'plan/read', 'documents/memories', 'views'])
      assert.match((await page('GET', path)).line, NAMED, path)
  })
})

test('forms of health and learning lead to their own tab, which says that it is done', async () => {
  const check = { kind: 'review', happened: '10 Mar', outcome: 'seen', by: 'nurse', mode: 'in person', what: 'Well.' }
  const plan = { stage: 'effective', happened: '1 Mar', quality: 'good', what: 'You want to draw.' }
  for (const [path, fields, tab, done] of [
    ['health/record', check, 'health', /Health check saved/],
    ['learning/plan/record', plan, 'learning', /Education plan saved/],
  ] as const) {
    const { to } = await sent(path, fields)
    assert.match(to, new RegExp(`^/children/${child}/${tab}\\?sent=`))
    const led = await ask(app, { method: 'GET', path: to }, { secret: ana.secret })
    assert.match(await led.text(), done)
  }
})

test('no form weighs more than 30 kB for its line', async () => {
  for (const path of ['visits/record', 'notes/record', 'homes/record', 'missing/record', 'must-knows/record']) {
    const { html, line } = await page('GET', `${path}?fresh=1`)
    assert.ok(Buffer.byteLength(html) < 30_000, `${path}: ${Buffer.byteLength(html)}`)
    assert.ok(Buffer.byteLength(line) < 1_000, `${path}: ${Buffer.byteLength(line)}`)
  }
  assert.deepEqual(served.logged, [])
})
