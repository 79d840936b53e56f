// The whole board and the checks of bias in the browser: empty, filled, what a home costs the others, logged; nobody else.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { carersForms, carersRoutes } from '#carers/pages'
import { recordFirst } from '#database'
import { wholeBoardRoutes } from '#whole-board'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, routesOf, send } from './filling.ts'

let served: Served
let team: Browser
let director: Browser
const children: string[] = []
const routes = () => [...carersRoutes(), ...wholeBoardRoutes(served.council.code), ...routesOf(carersForms)]
const text = (html: string): string =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

before(async () => {
  served = await servedCouncil('whole_board')
  const found = await served.query<{ child: string; line: string }>(
    `select child, line from kith.placement_current where during @> date '2027-03-31' and kind ~ '^U' order by child limit 2`,
  )
  for (const { child, line } of found) {
    children.push(child)
    const worker = await served.worker('allocated-worker', child)
    await served.door.as(worker, async (asking) => {
      const columns = {
        ...{ placement: line, on_day: '2027-03-01', reason: 'noneAvailable', wish: 'nearer', answer: 'nearer' },
        would_help: ['home here'],
      }
      await recordFirst(asking, 'kith.home_distance', { child, columns })
    })
  }
  team = served.appFor(await served.worker('placement-team', children[0]), routes())
  director = served.appFor(await served.worker('director'), routes())
})
after(async () => await served.close())

test('who waits, without and with a home that fits; what it costs the others; nothing is kept', async () => {
  const none = await get(director, '/homes/board')
  assert.equal(none.status, 200)
  assert.match(
    text(none.html),
    /This page decides nothing[\s\S]*Will come nearer, as was decided with them[\s\S]*No home fits today/,
  )
  const home = { kind: 'our foster home', name: 'Hazel and Ian Colby' }
  assert.equal((await send(team, '/homes/record', home)).status, 303)
  const [entered] = await served.query<{ line: string }>('select line from kith.household_current')
  const line = entered?.line ?? ''
  const terms = {
    ...{ decided: '1 Feb 2026', decided_by: 'agency decision-maker', kinds: ['long term'], places: '1', age_from: '0' },
    ...{ age_to: '17', sexes: 'any', since: '1 Feb 2026', decision: 'Panel.' },
  }
  assert.equal((await send(team, `/homes/${line}/approvals/record`, terms)).status, 303)
  const one = await get(director, `/homes/board?group=${children[0]}&home=${line}`)
  assert.equal(one.status, 200)
  assert.match(text(one.html), /1 free place in 1 home/)
  assert.match(text(one.html), /If .* went to Hazel and Ian Colby/)
  assert.equal((await get(director, '/homes/board?group=nobody&home=nowhere&page=x')).status, 200)
  const logged = await served.query<{ child: string }>(
    "select distinct child from kith.access_entry where what = 'saw them among those who wait for a home'",
  )
  assert.deepEqual(logged.map(({ child }) => child).toSorted(), children.toSorted())
})

test('a request is read whole: a home of which it is not known whether it has what must be fits nobody who needs it', async () => {
  const [child = ''] = children
  const fits = async () => text((await get(director, '/homes/board')).html)
  assert.match(await fits(), /1 fit, 0 need a decision/)
  const worker = await served.worker('placement-team', child)
  await served.door.as(worker, async (asking) => {
    const columns = {
      ...{
        needed_by: '2027-04-10',
        emergency: false,
        kinds: ['foster'],
        family_considered: true,
        no_family_home: true,
      },
      ...{ living_with: 'anybody', with_siblings: null, needs: [], must_have: ['no steps'], hopes: [], no_pets: [] },
      ...{ school_year: null, faith_matters: false, closed: null, closed_why: null },
    }
    await recordFirst(asking, 'kith.home_request', { child, columns, words: '{}' })
  })
  assert.match(
    await fits(),
    /A home is asked for[\s\S]*0 fit, 1 need a decision|0 fit, 1 need a decision[\s\S]*A home is asked for/,
  )
})

test('the checks of bias, with nobody named but homes', async () => {
  const { html, status } = await get(director, '/homes/fairness')
  assert.equal(status, 200)
  assert.match(text(html), /What must not count[\s\S]*No list changed[\s\S]*Ethnic origin/)
  assert.doesNotMatch(html.replace(/^[\s\S]*<main/, ''), /\/children\//)
})

test('not for those who decide about no homes; the checks not for those who place', async () => {
  for (const relation of ['analyst', 'auditor', 'supervising-worker', 'virtual-school', 'allocated-worker']) {
    const somebody = served.appFor(await served.worker(relation, children[0]), routes())
    for (const path of ['/homes/board', '/homes/fairness'])
      assert.equal((await get(somebody, path)).status, 403, `${relation} ${path}`)
  }
  assert.equal((await get(team, '/homes/fairness')).status, 403)
})
