// Who of an organisation works with a child: let in by whoever manages the work, as it was agreed, and ended; by nobody else, at the table neither.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { letInRoutes, organisationPeopleForms } from '#allocations'
import { endWork, letWork } from '../../src/allocations/outside-store.ts'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, routesOf, send } from './filling.ts'
import { recordOrganisation } from './fuzz-organisations.ts'
import { signIn } from './whole-app.ts'

let served: Served
let manager: Browser
let worker: Browser
let child: string
let other: string
let nurse: string
let at: string
let add: string

before(async () => {
  served = await servedCouncil('organisation people', { filled: false })
  const { council, person } = served.who
  const made = await served.query<{ id: string }>(
    `with p as (insert into kith.person (council, recorded_by) select $1, $2 from generate_series(1, 2) returning id)
     insert into kith.child (council, id, recorded_by) select $1, id, $2 from p returning id`,
    [council, person],
  )
  child = made[0]?.id ?? ''
  other = made[1]?.id ?? ''
  // Beside it stands a nurse who works with the other child.
  await recordOrganisation({ served, me: await signIn(served, person) } as never, other)
  nurse = (await served.query<{ person: string }>('select person from kith.organisation_worker'))[0]?.person ?? ''
  const routes = [...letInRoutes(), ...routesOf(organisationPeopleForms)]
  manager = served.appFor(await served.worker('manager-line', child), routes)
  worker = served.appFor(await served.worker('allocated-worker', child), routes)
  at = `/children/${child}/organisations`
  add = `${at}/add`
})
after(async () => await served?.close())

const endsOf = (html: string): readonly string[] => html.match(new RegExp(`${at}/[0-9a-f-]{36}/end`, 'g')) ?? []
const seesNow = async (): Promise<readonly { readonly until: string | null }[]> =>
  await served.query(
    `select nullif(until, 'infinity')::text as until from kith.visible_child where person = $1 and child = $2 and until > now()`,
    [nurse, child],
  )

test('whoever manages the work lets a nurse in until a day, not twice, and ends it at once', async () => {
  const page = (await get(manager, add)).html
  assert.match(page, /Nobody of an organisation works with/)
  assert.match(page, /Ola Quill, Hill Trust: health of children in care, at most until Mon 31 Dec 2029/)
  const wrong = await send(manager, add, { who: `${nurse} legal`, last: '1 Mar 2027' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Choose somebody from the list[\s\S]*That day is over[\s\S]*1 Mar 2027/)
  const typed = { who: `${nurse} health-team`, last: '30 Apr 2027' }
  const sent = await send(manager, add, typed)
  assert.equal(sent.status, 303, sent.html)
  assert.match((await seesNow())[0]?.until ?? '', /^2027-04-30 23:00/)
  assert.match((await send(manager, add, typed)).html, /let in to this child already/)
  const { html } = await get(manager, `${at}?fresh=1`)
  const ends = new RegExp(`${at}/[0-9a-f-]{36}/end`).exec(html)?.[0] ?? assert.fail(html)
  assert.match((await send(manager, ends, { last: '30 Mar 2027' })).html, /That day is over/)
  assert.equal((await send(manager, ends, { last: '31 May 2027' })).status, 303)
  assert.match((await seesNow())[0]?.until ?? '', /^2027-05-31 23:00/)
  const now = new RegExp(`${at}/[0-9a-f-]{36}/end`).exec((await get(manager, `${at}?fresh=1`)).html)?.[0] ?? ''
  assert.equal((await send(manager, now, { last: '' })).status, 303)
  assert.deepEqual(await seesNow(), [])
  // Whoever opened it before somebody else ended it is told so.
  assert.match(
    (await get(manager, `${ends}?fresh=1`)).html,
    /Ola Quill of Hill Trust works with [^<]* in this no more: it is over since/,
  )
  const late = await send(manager, ends, { last: '31 May 2027' })
  assert.equal(late.status, 422)
  assert.match(late.html, /is over already. Nothing has to be done[\s\S]*31 May 2027/)
  assert.deepEqual(await seesNow(), [])
  assert.equal((await get(manager, `${at}/${nurse}/end`)).status, 404)
})

test('without a last day it goes on as long as the agreement', async () => {
  assert.equal((await send(manager, add, { who: `${nurse} health-team`, last: '' })).status, 303)
  assert.match((await seesNow())[0]?.until ?? '', /^2030-01-01/)
})

test('a last day beyond the agreement is said beside its field, with the last day that may be', async () => {
  const { status, html } = await send(manager, add, { who: `${nurse} legal`, last: '1 Jan 2030' })
  assert.equal(status, 422)
  assert.doesNotMatch(html, /goes until/)
  const [ends] = endsOf((await get(manager, at)).html)
  const beyond = await send(manager, ends ?? '', { last: '1 Jan 2030' })
  assert.equal(beyond.status, 422)
  assert.match(beyond.html, /goes until Mon 31 Dec 2029[\s\S]*1 Jan 2030/)
})

test('who is let in is told to whoever sees who the child is, without the forms; with what for, and who sees nothing any more', async () => {
  const read = await get(worker, at)
  assert.equal(read.status, 200)
  assert.match(read.html, /Ola Quill, Hill Trust: health of children in care, since/)
  assert.deepEqual([endsOf(read.html), /organisations\/add/.test(read.html)], [[], false])
  // Who sees the whole council stands in no relation to the child.
  const wide = (await get(served.appFor(await served.worker('director'), letInRoutes()), at)).html
  assert.match(wide, /Ola Quill, Hill Trust: health of children in care, since/)
  assert.equal((await get(served.appFor(await served.worker(undefined), letInRoutes()), at)).status, 403)
  await served.query(`update kith.organisation set purposes = '{health,legal advice}'`)
  assert.equal((await send(manager, add, { who: `${nurse} legal`, last: '' })).status, 303)
  const [health = '', legal = ''] = endsOf((await get(manager, at)).html)
  assert.match(
    (await get(manager, `${health}?fresh=1`)).html,
    /nothing more of [^<]* for this: health of children in care. They go on to see what is for: legal advice/,
  )
  assert.equal((await send(manager, legal, { last: '' })).status, 303)
  assert.match(
    (await get(manager, `${health}?fresh=1`)).html,
    /then sees nothing more of [^<:]*\. What they wrote stays/,
  )
  // Days pass: nobody writes anything, and the agreement is over.
  await served.query(`update kith.organisation set until = '2024-02-01'`)
  const over = (await get(manager, at)).html
  assert.match(
    over,
    /Nobody of an organisation works with[\s\S]*Let in, but see nothing[\s\S]*Ola Quill[\s\S]*Wed 31 Jan 2024/,
  )
  assert.match((await get(manager, `${health}?fresh=1`)).html, /sees nothing of [^<]* already: the agreement is over/)
  await served.query(`update kith.organisation set until = '2030-01-01', purposes = '{health}'`)
})

test('two who let the same person in at once: one of them is told', async () => {
  const lets = { child: other, person: nurse, relation: 'health-team', until: null }
  const [stands] = await served.query<{ id: string }>('select id from kith.standing_relation where child = $1', [other])
  const both = await served.worker('manager-line', other)
  await served.door.as(
    both,
    async (asking) => await endWork(asking, { child: other, of: stands?.id ?? '', until: null }),
  )
  let second: Promise<string> = Promise.resolve('')
  const first = await served.door.as(both, async (asking) => {
    const done = await letWork(asking, lets)
    second = served.door.as(both, async (also) => await letWork(also, lets))
    await Promise.race([second, sql`select pg_sleep(0.3)`.execute(asking.record)])
    return done
  })
  assert.deepEqual([first, await second], ['let in', 'already'])
})

test('somebody is let in while what was agreed ends: their row ends with it', async () => {
  const [made] = await served.query<{ id: string }>(
    `with p as (insert into kith.person (council, recorded_by) values ($1, $2) returning id)
     insert into kith.child (council, id, recorded_by) select $1, id, $2 from p returning id`,
    [served.who.council, served.who.person],
  )
  const third = made?.id ?? ''
  const by = await served.worker('manager-line', third)
  const change = async (works: boolean) =>
    await served.query(
      `insert into kith.organisation_worker (council, id, line, supersedes, change, person, organisation, works_there, recorded_by)
       select council, kith.new_id(), line, id, 'change', person, organisation, $2, recorded_by from kith.organisation_worker_current where person = $1`,
      [nurse, works],
    )
  let leaves: Promise<unknown> = Promise.resolve()
  await served.door.as(by, async (asking) => {
    await letWork(asking, { child: third, person: nurse, relation: 'health-team', until: null })
    leaves = change(false)
    await Promise.race([leaves, sql`select pg_sleep(0.3)`.execute(asking.record)])
  })
  await leaves
  const stands = await served.query(
    'select from kith.standing_relation s where child = $1 and person = $2 and until > now() and not exists (select from kith.standing_relation n where n.supersedes = s.id)',
    [third, nurse],
  )
  assert.deepEqual(stands, [])
  await change(true)
})

test('nobody else lets anybody in, or ends it: not on the page, nor at the table', async () => {
  assert.equal((await get(worker, add)).status, 404)
  const { council } = served.who
  const lets = { child, person: nurse, relation: 'health-team', until: null }
  const [stands] = await served.query<{ id: string }>(
    `select id from kith.standing_relation where child = $1 and person = $2 and relation = 'health-team' order by id desc`,
    [child, nurse],
  )
  const may = await served.worker('manager-line', child)
  const refused = { kind: 'not allowed' }
  const others = [
    await served.worker('allocated-worker', child),
    await served.worker('reviewing-officer', child),
    { council, person: nurse },
  ]
  for (const who of others)
    await assert.rejects(
      served.door.as(who, async (asking) => await endWork(asking, { child, of: stands?.id ?? '', until: null })),
      refused,
    )
  await served.door.as(may, async (asking) => await endWork(asking, { child, of: stands?.id ?? '', until: null }))
  for (const who of others)
    await assert.rejects(
      served.door.as(who, async (asking) => await letWork(asking, lets)),
      refused,
    )
  const as = async (change: Partial<typeof lets>) =>
    await served.door.as(may, async (asking) => await letWork(asking, { ...lets, ...change }))
  await assert.rejects(as({ child: other }), refused)
  await assert.rejects(as({ person: served.who.person }), refused)
  await assert.rejects(as({ relation: 'legal' }), { constraint: 'only_what_was_agreed' })
})
