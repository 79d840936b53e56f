// Who lives far from home, for leaders: listed, said why, counted; a protected home as a band; nobody else; each who is shown is logged.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { recordFirst } from '#database'
import { distanceRoutes } from '#distance'
import { homeDecisionForms } from '#home-decisions/pages'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, routesOf, send } from './filling.ts'

let served: Served
type Far = { readonly child: string; readonly placement: string }
let far: Far
let other: Far
let director: Browser
const routes = () => [...distanceRoutes(), ...routesOf(homeDecisionForms)]
const text = (html: string): string =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

before(async () => {
  served = await servedCouncil('distance')
  const placed = await served.query<Far>(
    `select child, line as placement from kith.placement_current
     where during @> date '2027-03-31' and kind ~ '^U' order by child limit 2`,
  )
  const [one, two] = placed
  assert.ok(one && two)
  ;[far, other] = [one, two]
  // As the night measures them.
  await served.query(
    `update kith.placement_distance set miles = 31.4, metres = 50532, band = 'over 20 miles', inside = false, adjoining = false, missing = null
     where placement = any ($1)`,
    [[far.placement, other.placement]],
  )
  director = served.appFor(await served.worker('director'), routes())
})
after(async () => await served.close())

test('everybody who is far stands there, nobody having said why; a number opens its children', async () => {
  const { status, html } = await get(director, '/distance')
  assert.equal(status, 200)
  assert.match(text(html), /Far from home \d+ child/)
  assert.match(text(html), /Nobody has said why/)
  assert.match(html, new RegExp(`/children/${far.child}/far-homes/record`))
  const none = await get(director, '/distance?show=stays')
  assert.match(text(none.html), /Nobody stands so/)
  assert.equal((await get(director, '/distance?show=toString&page=x')).status, 200)
  const year = await get(director, '/distance/year?show=near')
  assert.equal(year.status, 200)
  assert.match(text(year.html), /This year and the year before/)
})

test('said why: settled and stays, and no longer where nobody has said; who was shown is in the log', async () => {
  const worker = served.appFor(await served.worker('allocated-worker', far.child), routes())
  const said = await send(worker, `/children/${far.child}/far-homes/record`, {
    ...{ placement: far.placement, on_day: '1 Mar', reason: 'noneAvailable', wish: 'stay', answer: 'stays' },
    ...{ officer_agreed: '2 Mar', why: 'They are at home there.', family: 'Mum comes.', school: 'It goes well.' },
    family_minutes: '70',
  })
  assert.equal(said.status, 303)
  const settled = await get(director, '/distance?show=stays')
  assert.match(
    text(settled.html),
    /Settled, stays[\s\S]*70 minutes to family[\s\S]*Their wish: to stay where they live/,
  )
  assert.match(settled.html, new RegExp(far.child))
  assert.doesNotMatch((await get(director, '/distance?show=not+said&all=1')).html, new RegExp(far.child))
  const logged = await served.query<{ child: string }>(
    "select child from kith.access_entry where what = 'read why they live far from home' and child = $1",
    [far.child],
  )
  assert.ok(logged.length > 0)
})

test('a protected home is a band: no miles, no area', async () => {
  const row = (html: string) => text(html.split('<tr').find((one) => one.includes(other.child)) ?? '')
  assert.match(row((await get(director, '/distance?all=1')).html), /\d mile/)
  await served.query("update kith.placement_distance set audience = '{director}' where child = $1", [other.child])
  const kept = row((await get(director, '/distance?all=1')).html)
  assert.match(kept, /over 20 miles/)
  assert.doesNotMatch(kept, /31|\d\.\d|our area/)
  await served.query('update kith.placement_distance set audience = null where child = $1', [other.child])
})

test('an approval by the director stands beside the home, with who answered', async () => {
  const who = await served.worker('director')
  const asker = await served.worker('allocated-worker', far.child)
  const { line } = await served.door.as(asker, async (asking) => {
    const columns = {
      ...{ kind: 'placement at a distance', of_relation: 'director', on_table: 'placement', on_line: far.placement },
      by_when: '2027-03-20',
    }
    return await recordFirst(asking, 'kith.approval_request', { child: far.child, columns, words: 'Why.' })
  })
  assert.match(text((await get(director, '/distance?show=stays')).html), /Asked, not answered/)
  await served.door.as(who, async (asking) => {
    const columns = { request: line, answer: 'approved', answered: '2027-03-20' }
    await recordFirst(asking, 'kith.approval_answer', { child: far.child, columns, words: 'Yes.' })
  })
  assert.match(text((await get(director, '/distance?show=stays')).html), /Approved .*20 Mar 2027/)
})

test('not for those who decide about no homes', async () => {
  for (const relation of ['analyst', 'auditor', 'business-support', 'member', 'administrator', 'virtual-school']) {
    const somebody = served.appFor(await served.worker(relation, far.child), routes())
    for (const path of ['/distance', '/distance/year'])
      assert.equal((await get(somebody, path)).status, 403, `${relation} ${path}`)
  }
  const one = served.appFor(await served.worker('allocated-worker', far.child), routes())
  assert.equal((await get(one, '/distance')).status, 403)
})
