// Homes that ended and homes to talk about, for leaders: told apart, a meeting set and held, facts with their days; nobody else.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day } from '#calendar'
import { recordFirst } from '#database'
import { endPlacement } from '#placements'
import { stabilityRoutes } from '#stability'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get } from './filling.ts'

let served: Served
let director: Browser
let child = ''
const text = (html: string): string =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const row = (html: string, of: string): string => text(html.split('<tr').find((one) => one.includes(of)) ?? '')

before(async () => {
  served = await servedCouncil('stability')
  const [found] = await served.query<{ id: string; child: string; since: string }>(
    `select p.id, p.child, lower(p.during)::text as since from kith.placement_current p
     where p.kind ~ '^U' and upper(p.during) is null and lower(p.during) < '2026-01-01' order by p.child limit 1`,
  )
  assert.ok(found)
  child = found.child
  director = served.appFor(await served.worker('director'), stabilityRoutes())
  const worker = await served.worker('allocated-worker', child)
  await served.door.as(worker, async (asking) => {
    await endPlacement(asking, { id: found.id, since: day(found.since) }, day('2027-02-01'))
    const columns = { during: '[2027-02-01,)', kind: 'U4', planned: false, start_reason: 'CREQB' }
    await recordFirst(asking, 'kith.placement', { child, columns })
  })
})
after(async () => await served.close())

test('an unplanned end asks for a meeting; one that is set, then held, stands beside it', async () => {
  const open = await get(director, '/stability?show=unplanned')
  assert.equal(open.status, 200)
  assert.match(row(open.html, child), /Unplanned The carer asked[\s\S]*None yet, \d+ working days/)
  const worker = await served.worker('allocated-worker', child)
  await served.door.as(worker, async (asking) => {
    const [gathering = ''] = await asking.newIds(1)
    const columns = { gathering, kind: 'disruption meeting', meets: '2027-04-05', begins: null, how: 'in person' }
    await recordFirst(asking, 'kith.planned_meeting', { child, columns })
  })
  assert.match(row((await get(director, '/stability?show=unplanned')).html, child), /Set for Mon 5 Apr 2027/)
  assert.doesNotMatch((await get(director, '/stability?show=planned')).html, new RegExp(child))
  assert.equal((await get(director, '/stability?show=toString&page=-3')).status, 200)
})

test('a fact with its day, opened by its number; nothing is added up', async () => {
  const worker = await served.worker('allocated-worker', child)
  await served.door.as(worker, async (asking) => {
    const columns = { kind: 'missing', since: '2027-03-20', since_at: '2027-03-20T22:00:00Z' }
    await recordFirst(asking, 'kith.missing_episode', { child, columns })
  })
  const { html, status } = await get(director, '/stability/signals?show=missing')
  assert.equal(status, 200)
  assert.match(row(html, child), /Missing in the last 90 days: (\d+ times, last )?\w+ \d+ Mar 2027/)
  assert.doesNotMatch(text(html), /score|risk|likel/i)
  const logged = await served.query<{ child: string }>(
    "select child from kith.access_entry where what = 'read facts that ask for a talk about their home' and child = $1",
    [child],
  )
  assert.ok(logged.length > 0)
})

test('not for those who decide about no homes', async () => {
  for (const relation of ['analyst', 'auditor', 'member', 'administrator', 'virtual-school', 'allocated-worker']) {
    const somebody = served.appFor(await served.worker(relation, child), stabilityRoutes())
    for (const path of ['/stability', '/stability/signals'])
      assert.equal((await get(somebody, path)).status, 403, `${relation} ${path}`)
  }
})
