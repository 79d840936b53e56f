// The whole board and the checks of bias in the browser: empty, filled, what a home costs the others, logged; nobody else.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
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

test('who waits, without and with a home that fits; what it costs the others; nothing is decided', async () => {
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

test('which board was seen is kept once, as lines of the record, and read again by whoever saw it or a director', async () => {
  const kept = async () =>
    await served.query<{ id: string; by: string; answer: string }>(
      'select id, recorded_by as by, answer::text from kith.board_seen order by recorded',
    )
  const before = await kept()
  await get(director, '/homes/board')
  await get(director, '/homes/board?page=2')
  assert.equal((await kept()).length, before.length, 'seen again unchanged')
  assert.doesNotMatch(before.map(({ answer }) => answer).join(), /Colby/)
  await get(team, '/homes/board')
  const own = (await kept()).at(-1)?.id ?? ''
  assert.equal((await kept()).length, before.length + 1)
  assert.match(
    text((await get(director, '/homes/boards')).html),
    /Boards that were seen.* 4 .*Wed 31 Mar 2027.*standard-1/,
  )
  assert.match(text((await get(team, '/homes/boards')).html), /Boards 1 /)
  for (const beyond of ['9', '1e21', '1.5', '-3'])
    assert.match(text((await get(director, `/homes/boards?page=${beyond}`)).html), /Boards 4 .*standard-1/, beyond)
  const seen = text((await get(director, `/homes/boards/${before[1]?.id}`)).html)
  assert.match(
    seen,
    /The board of Wednesday 31 March 2027.*Settings: standard-1\. Mark of all it was made of: [0-9a-f]{64}.*Hazel and Ian Colby/,
  )
  assert.equal((await get(team, `/homes/boards/${own}`)).status, 200)
  assert.equal((await get(team, `/homes/boards/${before[1]?.id}`)).status, 404)
  // Of the same mark, worked out less far: another board, though nothing of what it was made of has changed.
  await served.query("update kith.board_seen set how = 'preview', placed = 0, answer = '[]' where id = $1", [own])
  await get(team, '/homes/board')
  await get(team, '/homes/board')
  assert.equal((await kept()).length, before.length + 2)
  const stranger = await served.worker('manager-line', children[0])
  assert.equal((await get(served.appFor(stranger, routes()), `/homes/boards/${own}`)).status, 404)
  for (const [statement, says] of [
    ['update kith.board_seen set placed = 0', /permission denied|not allowed/],
    ['delete from kith.board_seen', /permission denied|not allowed/],
  ] as const)
    await assert.rejects(
      served.door.as(stranger, async ({ record }) => await sql.raw(statement).execute(record)),
      says,
    )
})

test('brothers and sisters parted by decision stand beside them, for whoever may know the decision', async () => {
  const [child = ''] = children
  const worker = await served.worker('allocated-worker', child)
  await served.door.as(worker, async (asking) => {
    const group = await recordFirst(asking, 'kith.sibling_group', { child, columns: { counted: '2027-03-01' } })
    const columns = {
      sibling_group: group.line,
      kind: 'apart',
      decided: '2027-03-02',
      decided_by: 'manager',
      decider: null,
      review_by: '2027-09-01',
    }
    await recordFirst(asking, 'kith.sibling_decision', { child, columns, words: 'Why.' })
  })
  assert.match(
    text((await get(director, '/homes/board')).html),
    /: apart from brothers and sisters, by the decision of Tue 2 Mar 2027/,
  )
  assert.doesNotMatch(text((await get(team, '/homes/board')).html), /apart from brothers and sisters/)
})

test('of many children at once the same homes are kept apart as of each, and on many days the same places are taken', async () => {
  const [one = '', two = ''] = children
  const [home] = await served.query<{ line: string }>('select line from kith.household_current')
  const worker = await served.worker('allocated-worker', one)
  const apart = { decided: '2027-03-01', ended: null, under_age: null }
  await served.door.as(worker, async (asking) => {
    await recordFirst(asking, 'kith.kept_apart', {
      child: one,
      columns: { ...apart, kind: 'home', other: null, household: home?.line ?? null, firmness: 'never' },
      words: 'x',
    })
    await recordFirst(asking, 'kith.kept_apart', {
      child: one,
      columns: { ...apart, kind: 'child', other: two, household: null, firmness: 'with a plan' },
      words: 'x',
    })
    const held = {
      kind: 'reserved',
      placement: null,
      since: '2027-03-20',
      look_again: '2027-04-20',
      until: null,
      outcome: null,
      household: home?.line ?? null,
    }
    await recordFirst(asking, 'kith.place_held', { child: one, columns: held })
  })
  await served.door.as(await served.worker('director'), async ({ record }) => {
    const each = await sql<{
      said: string
    }>`select c || ' ' || k.household || ' ' || k.firm as said from unnest(${children}::uuid[]) c
      cross join lateral kith.homes_kept_apart(c, '2027-03-31') k order by 1`.execute(record)
    const all = await sql<{
      said: string
    }>`select child || ' ' || household || ' ' || firm as said from kith.homes_kept_apart_of(${children}::uuid[], '2027-03-31') order by 1`.execute(
      record,
    )
    assert.equal(each.rows.length, 2)
    assert.deepEqual(all.rows, each.rows)
    const days = ['2027-03-19', '2027-03-31']
    const taken = await sql<{
      on: string
    }>`select on_day::text as on from kith.homes_taken_on(${days}::date[])`.execute(record)
    assert.deepEqual(
      taken.rows.map(({ on }) => on),
      ['2027-03-31'],
    )
  })
  const analyst = await served.worker('analyst')
  await served.door.as(analyst, async ({ record }) => {
    const none = await sql`select 1 from kith.homes_kept_apart_of(${children}::uuid[], '2027-03-31')`.execute(record)
    assert.equal(none.rows.length, 0)
  })
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
    for (const path of ['/homes/board', '/homes/boards', '/homes/fairness'])
      assert.equal((await get(somebody, path)).status, 403, `${relation} ${path}`)
  }
  assert.equal((await get(team, '/homes/fairness')).status, 403)
})
