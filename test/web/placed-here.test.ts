// Children whom other councils placed here, in the browser: told, put right, left, taken back; by the matrix; in no figure and no search.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type Who, writeParts } from '#database'
import { placedHereForms, placedHereRoutes } from '#placed-here'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { type Fields, get, post, routesOf, send } from './filling.ts'

let served: Served
let team: Who
let ofOne: Who
let as: Record<'team' | 'director' | 'analyst' | 'ofOne', Browser>
const routes = () => [...placedHereRoutes(), ...routesOf(placedHereForms)]
const WREN: Fields = {
  ...{ authority: 'Testshire Council', noticed: '1 Mar', name: 'Wren Halloway', home: 'Beech House, Wexmoor' },
  ...{ began: '2 Mar', legal: 'care order', worker: 'Sam Orchard', by_day: '01632 960001', by_night: '01632 960002' },
}

before(async () => {
  served = await servedCouncil('placed_here')
  const [one] = await served.query<{ id: string }>('select id from kith.child order by id limit 1')
  team = await served.worker('placement-team', one?.id)
  ofOne = await served.worker('allocated-worker', one?.id)
  as = {
    team: served.appFor(team, routes()),
    director: served.appFor(await served.worker('director'), routes()),
    analyst: served.appFor(await served.worker('analyst'), routes()),
    ofOne: served.appFor(ofOne, routes()),
  }
})
after(async () => await served.close())

const WORDS = { authority: 'Testshire Council', home: 'Beech House', worker: '', by_day: '', by_night: '' }
const list = async (who: Browser) => (await get(who, '/placed-here')).html.replace(/^[\s\S]*<main/, '')
const text = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const standing = async (): Promise<string> =>
  (await served.query<{ id: string }>('select id from kith.placed_here_current order by recorded desc'))[0]?.id ?? ''
const counted = async (): Promise<readonly unknown[]> =>
  await served.query(
    `select (select count(*)::int from kith.child) as children, (select count(*)::int from kith.duty) as duties,
      (select count(*)::int from kith.child_name) as names`,
  )

test('empty, then told: whose, where, whom to ring, and who here is not told yet', async () => {
  assert.match(await list(as.team), /No child of another council is recorded here/)
  const before_ = await counted()
  const missing = await send(as.team, '/placed-here/record', { ...WREN, by_night: '', legal: '' })
  assert.equal(missing.status, 422)
  assert.match(missing.html, /whom to ring at night/)
  assert.match(missing.html, /what we were told of their legal status/)
  assert.match(missing.html, /Beech House/, 'what was typed is kept')
  assert.equal((await send(as.team, '/placed-here/record', WREN)).status, 303)
  const shown = text(await list(as.director))
  assert.match(
    shown,
    /Wren Halloway A care order[\s\S]*Beech House, Wexmoor since Tue 2 Mar 2027[\s\S]*Testshire Council/,
  )
  assert.match(shown, /by day: 01632 960001 at night: 01632 960002[\s\S]*Our virtual school: not told yet/)
  assert.deepEqual(await counted(), before_, 'no child, no duty and no name of ours')
  const [row] = await served.query<{ said: Buffer }>('select said from kith.placed_here')
  assert.doesNotMatch(row?.said.toString('latin1') ?? '', /Wren|Beech/)
})

test('who was told since, put right, left; two who change the same are not lost', async () => {
  const first = await standing()
  const opened = await get(as.team, `/placed-here/${first}/since?fresh=1`)
  assert.equal((await send(as.team, `/placed-here/${first}/since`, { health_told: '3 Mar' })).status, 303)
  const second = await post(as.team, `/placed-here/${first}/since`, {
    ...opened.hidden,
    virtual_school_told: '4 Mar',
    _do: 'send',
  })
  assert.equal(second.status, 422)
  assert.match(await second.text(), /Somebody changed this meanwhile[\s\S]*4 Mar/)
  const told = { health_told: '3 Mar', virtual_school_told: '4 Mar', out_of_hours_told: '2 Mar' }
  const wrong = await send(as.team, `/placed-here/${await standing()}/since`, { ...told, left_on: '1 Mar' })
  assert.match(wrong.html, /They left after they came/)
  assert.equal((await send(as.team, `/placed-here/${await standing()}/since`, told)).status, 303)
  const right = { ...WREN, ...told, home: 'Beech Cottage' }
  assert.equal((await send(as.team, `/placed-here/${await standing()}/correct`, right)).status, 303)
  assert.match(text(await list(as.team)), /Beech Cottage[\s\S]*Our virtual school: Thu 4 Mar 2027/)
  assert.equal(
    (await send(as.team, `/placed-here/${await standing()}/since`, { ...told, left_on: '30 Mar' })).status,
    303,
  )
  assert.match(text(await list(as.team)), /Here now 0[\s\S]*Left 1[\s\S]*left Tue 30 Mar 2027/)
  assert.equal((await send(as.team, `/placed-here/${await standing()}/retract`, { reason: '' })).status, 422)
  assert.equal(
    (await send(as.team, `/placed-here/${await standing()}/retract`, { reason: 'It was Kent.' })).status,
    303,
  )
  assert.match(await list(as.team), /No child of another council/)
  const kept = await served.query<{ n: number }>('select count(*)::int as n from kith.placed_here')
  assert.equal(kept[0]?.n, 6, 'every version stands in the history')
})

test('seen and written by those who work with homes across children; the database says so too', async () => {
  assert.equal((await send(as.team, '/placed-here/record', WREN)).status, 303)
  assert.equal((await get(as.analyst, '/placed-here')).status, 403)
  assert.equal((await get(as.director, '/placed-here/record')).status, 403)
  assert.doesNotMatch(await list(as.director), /A notice came/)
  for (const path of ['/placed-here', '/placed-here/record', `/placed-here/${await standing()}/correct`])
    assert.equal((await get(as.ofOne, path)).status, 403, path)
  const { rows } = await served.door.as(
    ofOne,
    async ({ record }) => await sql`select from kith.placed_here`.execute(record),
  )
  assert.equal(rows.length, 0, 'who works with one child of ours sees none of these')
  for (const change of [`update kith.placed_here set left_on = began`, 'delete from kith.placed_here'])
    await assert.rejects(
      served.door.as(team, async ({ record }) => void (await sql.raw(change).execute(record))),
      { kind: 'not allowed' },
    )
  assert.deepEqual(served.logged, [])
})

test('more than fifty: the rest are on the second page, and only the words of a page are read', async () => {
  const before_ = (await served.query('select 1 from kith.placed_here_current where left_on is null')).length
  await served.door.as(team, async (asking) => {
    const ids = await asking.newIds(51)
    const named = (at: number) => writeParts({ ...WORDS, name: `Wren the ${at}th` }) ?? ''
    const said = await asking.keepWords(ids.map((record, at) => ({ record, child: null, text: named(at) })))
    const { council, person: recorded_by } = asking.who
    const days = { noticed: '2020-03-01', left_on: null, legal: 'care order', change: 'first', supersedes: null }
    const untold = { health_told: null, virtual_school_told: null, out_of_hours_told: null }
    const row = (id: string, at: number) => {
      const began = `2020-03-${String(31 - (at % 31)).padStart(2, '0')}`
      return { council, id, line: id, began, ...days, ...untold, said: said.get(id) ?? '', recorded_by }
    }
    await asking.insert('kith.placed_here', ids.map(row))
  })
  const of = async (page: string) => text((await get(as.team, `/placed-here${page}`)).html)
  const wrens = (html: string) => html.match(/Wren the \d+th A care order/g)?.length ?? 0
  const [first, second] = [await of(''), await of('?page=2')]
  assert.match(first, new RegExp(`Here now ${before_ + 51} `))
  assert.match(first, new RegExp(`Showing 1 to 50 of ${before_ + 51}`))
  assert.equal(wrens(first) + wrens(second), 51)
  assert.ok(wrens(first) <= 50 && wrens(second) >= 1, `${wrens(first)}, ${wrens(second)}`)
})
