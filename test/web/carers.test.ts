// Homes in the browser: entered, approved, lived in, reserved, held; free places that follow; protected addresses; who may not.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { carersForms, carersRoutes } from '#carers/pages'
import type { Who } from '#database'
import { homeRoutes } from '#home'
import { staysForms } from '#stays/pages'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { asItOpens, type Fields, get, type Opened, post, routesOf, send } from './filling.ts'

let served: Served
let team: Who
let ofOne: Who
let as: Record<'team' | 'second' | 'director' | 'duty' | 'ofOne' | 'analyst', Browser>
let first: Placed
let second: Placed
type Placed = { readonly child: string; readonly registration: string | null }
const routes = () => [...carersRoutes(), ...routesOf([...carersForms, ...staysForms])]

const HOME: Fields = {
  ...{ kind: 'our foster home', name: 'Hazel and Ian Colby', number: 'w17', languages: ['English', 'Welsh'] },
  ...{ pets: ['dog'], step_free: 'no', supervision_weeks: '6' },
}
const FOR_3: Fields = {
  ...{ decided: '1 Feb 2026', decided_by: 'agency decision-maker', kinds: ['long term'], places: '3' },
  ...{ age_from: '5', age_to: '11', sexes: 'any', since: '1 Feb 2026', decision: 'Panel of January.' },
}

before(async () => {
  served = await servedCouncil('carers')
  const placed = await served.query<Placed>(`select child, registration from kith.placement_current
    where during @> date '2027-03-31' and kind ~ '^U[46]$' and registration is not null order by child limit 2`)
  const [one, two] = placed
  assert.ok(one !== undefined && two !== undefined)
  ;[first, second] = [one, two]
  team = await served.worker('placement-team', first.child)
  ofOne = await served.worker('allocated-worker', first.child)
  const appOf = async (relation: string, child?: string) =>
    served.appFor(await served.worker(relation, child), routes())
  as = {
    ...{ team: served.appFor(team, routes()), ofOne: served.appFor(ofOne, routes()) },
    ...{ second: await appOf('placement-team', second.child), director: await appOf('director') },
    ...{ duty: await appOf('duty', first.child), analyst: await appOf('analyst') },
  }
})
after(async () => await served.close())

const text = (html: string): string =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const shown = async (who: Browser, path: string): Promise<string> => text((await get(who, path)).html)
const standing = async (table: string): Promise<string> =>
  (
    await served.query<{ id: string }>(`select id from kith.${table}_current order by recorded desc, id desc limit 1`)
  )[0]?.id ?? ''
const taken = async (who: Browser, path: string, fields: Fields): Promise<void> => {
  const { status, html } = await send(who, path, fields)
  assert.equal(status, 303, text(html).slice(0, 1500))
}
/** As the form opens, but for these fields. */
async function changed(who: Browser, path: string, fields: Fields): Promise<Pick<Opened, 'status' | 'html'>> {
  const { html, hidden } = await get(who, `${path}?fresh=1`)
  const answer = await post(who, path, { ...hidden, ...asItOpens(html), ...fields, _do: 'send' })
  return { status: answer.status, html: await answer.text() }
}
let home = ''

test('empty, refused with everything kept, entered; what is not recorded is not known', async () => {
  assert.match(await shown(as.team, '/homes'), /No home is in the record yet/)
  const wrong = await send(as.team, '/homes/record', { ...HOME, kind: '', number: 'no, none', pets: ['dog', 'none'] })
  assert.equal(wrong.status, 422)
  assert.match(text(wrong.html), /Choose what kind of home[\s\S]*letters and digits only[\s\S]*There are pets, or/)
  assert.match(wrong.html, /Hazel and Ian Colby/)
  await taken(as.team, '/homes/record', HOME)
  home = await standing('household')
  const page = await shown(as.team, `/homes/${home}`)
  assert.match(page, /Hazel and Ian Colby[\s\S]*Our foster home · number W17/)
  assert.match(page, /Not known Nobody of ours lives here\. How many are free is not known: the terms/)
  assert.match(page, /the day of its approval is not recorded/)
  const [row] = await served.query<{ said: Buffer }>('select said from kith.household')
  assert.doesNotMatch(row?.said.toString('latin1') ?? '', /Hazel|Colby/)
})

test('approved, lived in, reserved, held: free places follow, and say why', async () => {
  const wrong = await send(as.team, `/homes/${home}/approvals/record`, {
    ...FOR_3,
    places: '0',
    age_to: '4',
    temporary: 'yes',
  })
  assert.match(text(wrong.html), /from 1 to 60[\s\S]*not below the lowest[\s\S]*Only a connected person/)
  await taken(as.team, `/homes/${home}/approvals/record`, FOR_3)
  assert.match(await shown(as.team, `/homes/${home}`), /3 free Approved for 3: nobody of ours lives here\./)
  const tie = `/children/${first.child}/lives-at/${home}/record`
  const { html } = await get(as.team, tie)
  const placement = /<option value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
  await taken(as.team, tie, { placement, how: 'Lorna rang.' })
  assert.match(
    await shown(as.team, `/homes/${home}`),
    /2 free Approved for 3: 1 lives here\.[\s\S]*This is not their home/,
  )
  await taken(as.second, `/children/${second.child}/places-held/${home}/reserve`, {
    ...{ since: '30 Mar', look_again: '9 Apr', what: 'He comes after school.' },
  })
  const page = await shown(as.team, `/homes/${home}`)
  assert.match(page, /1 free Approved for 3: 1 lives here, 1 is reserved until Fri 9 Apr 2027\./)
  assert.match(page, /1 place is taken or kept, and not shown to you/, 'counted, and not named to who may not know')
  assert.match(await shown(as.director, `/homes/${home}`), /a place is reserved/)
  await taken(as.team, `/homes/${home}/holds/record`, {
    ...{ kind: 'asked for a pause', since: '30 Mar 2027', until: '12 Apr 2027', why: 'A rest.' },
  })
  assert.match(await shown(as.team, '/homes?free=no'), /None free[\s\S]*no place can be offered until Mon 12 Apr 2027/)
  const hold = await standing('household_hold')
  assert.equal((await changed(as.team, `/homes/holds/${hold}/correct`, { until: '31 Mar 2027' })).status, 303)
  assert.match(await shown(as.duty, '/homes?free=yes'), /Hazel and Ian Colby[\s\S]*1 free/)
  const late = await changed(as.team, `/homes/holds/${hold}/correct`, { until: '2 Apr 2027' })
  assert.match(text(late.html), /Somebody changed this meanwhile/)
  const kept = await served.query<{ change: string }>('select change from kith.household_hold order by id')
  assert.deepEqual(
    kept.map(({ change }) => change),
    ['first', 'change'],
    'an end is no correction',
  )
})

test('beyond the usual limit: only with an exemption that names the child', async () => {
  const approval = await standing('household_approval')
  assert.equal((await changed(as.team, `/homes/approvals/${approval}/correct`, { places: '4' })).status, 303)
  assert.match(
    await shown(as.team, `/homes/${home}`),
    /1 free Approved for 4[\s\S]*1 more is beyond the usual limit of 3/,
  )
  const path = `/children/${first.child}/limit-exemptions/record`
  await taken(as.team, path, { household: home, granted: '1 Mar', granted_by: 'this council', words: 'No conditions.' })
  assert.match(await shown(as.team, `/homes/${home}`), /2 free[\s\S]*named in an exemption from the usual limit/)
})

test('a protected address: on no list, for those who may know it, and no older version is a way round', async () => {
  const at = `/homes/${home}/address/record`
  await taken(as.team, at, { address: '1 Mill Lane', postcode: 'vd4 1qz', since: '1 Feb 2026', who_may_know: 'all' })
  assert.match(await shown(as.director, '/homes'), /VD4/)
  const kept: Fields = {
    ...{ who_may_know: 'kept', audience: ['placement-team'], power: 'safety of the child', decided: '2 Mar' },
    why: 'Decided by the head of service.',
  }
  const open = await standing('household_address')
  const nobody = await changed(as.team, `/homes/address/${open}/correct`, { ...kept, audience: [] })
  assert.match(text(nobody.html), /at least one/)
  assert.equal((await changed(as.team, `/homes/address/${open}/correct`, kept)).status, 303)
  assert.match(await shown(as.team, `/homes/${home}`), /VD4 1QZ[\s\S]*Protected: for the placement team/)
  for (const path of ['/homes', `/homes/${home}`]) assert.doesNotMatch(await shown(as.director, path), /VD4|Mill Lane/)
  assert.doesNotMatch((await get(as.team, '/homes')).html, /VD4/, 'no area on a list')
  assert.equal((await get(as.duty, `/homes/address/${open}/correct`)).status, 403)
  const { rows } = await served.door.as(
    { council: team.council, person: (await served.worker('director')).person },
    async ({ record }) => await sql`select from kith.household_address`.execute(record),
  )
  assert.equal(rows.length, 0)
})

test('reviews and visits: late first, with where it stands in the law', async () => {
  await taken(as.team, `/homes/${home}/events/record`, {
    kind: 'supervision visit',
    happened: '29 Mar',
    found: 'Well.',
  })
  const due = await shown(as.director, '/homes/due')
  assert.match(
    due,
    /4 late\.[\s\S]*Foster care agreement FO-12 · regulation · SI 2011\/581 reg 27\(5\), Sch 5, unconfirmed/,
  )
  assert.match(due, /First review of the approval[\s\S]*Supervision visit/)
  const mine = '/homes/due?whose=mine'
  assert.match(await shown(as.team, mine), /no home names you/)
  const supervised = { ...HOME, supervisor: team.person }
  assert.equal((await changed(as.team, `/homes/household/${home}/correct`, supervised)).status, 303)
  assert.match(await shown(as.team, mine), /4 late\.[\s\S]*Dawn Test/)
  await taken(as.team, `/homes/${home}/events/record`, { kind: 'annual review', happened: '1 Mar', found: 'Goes on.' })
  assert.match(await shown(as.director, '/homes/due'), /3 late\./)
})

test('found by its name, its provider or its number, which stand in no address; the filters and the second page keep it', async () => {
  const find = async (name: string): Promise<string> => {
    const { hidden } = await get(as.team, '/homes')
    const answer = await post(as.team, '/homes/find', { ...hidden, name })
    assert.equal(answer.status, 303)
    const to = answer.headers.get('location') ?? ''
    assert.match(to, /^\/homes\?looked=\d+$|^\/homes\?$/)
    return to
  }
  const rows = async (to: string): Promise<string> =>
    /Homes, those with free places first(.*)$/.exec(await shown(as.team, to))?.[1] ?? ''
  assert.match(await rows(await find('colb HAZEL')), /Hazel and Ian Colby/)
  assert.match(await rows(await find('w17')), /Hazel and Ian Colby/)
  const none = await find('Rosamund')
  assert.match(await rows(none), /No home is like this/)
  assert.match(await rows(`${none}&kind=our+foster+home`), /No home is like this/)
  assert.match((await get(as.team, none)).html, /name="looked" value="\d+"/)
  // Another person's number finds nothing of theirs.
  assert.match(await shown(as.director, none), /Hazel and Ian Colby/)
  assert.equal((await post(as.analyst, '/homes/find', { name: 'Colby' })).status, 403)
})
test('on the start page of whoever supervises homes stands what is due of theirs, and of no other', async () => {
  const supervises = served.appFor(await served.worker('supervising-worker', first.child), [
    ...routes(),
    ...homeRoutes([]),
  ])
  assert.doesNotMatch(await shown(supervises, '/'), /Homes that you supervise/)
  const own = served.appFor(team, [...routes(), ...homeRoutes([])])
  assert.match(await shown(own, '/'), /Homes that you supervise[\s\S]*Hazel and Ian Colby Foster care agreement/)
})

test('who is not tied yet: the number in the register is offered, and a person decides', async () => {
  await taken(as.team, '/homes/record', { ...HOME, name: 'Marie Dunstall', number: second.registration ?? '' })
  const list = await get(as.second, '/homes/not-tied')
  assert.match(text(list.html), /Marie Dunstall \(same number\)/)
  assert.match(list.html, new RegExp(`/children/${second.child}/lives-at/[0-9a-f-]{36}/record`))
  assert.doesNotMatch(list.html, new RegExp(first.child), 'whoever is not theirs is on no list of theirs')
  const used = await send(as.team, `/homes/rows/${home}/retract`, { reason: 'Twice.' })
  assert.match(text(used.html), /Close the home instead/)
  const other = await standing('household')
  await taken(as.team, `/homes/rows/${other}/retract`, { reason: 'Entered twice.' })
  assert.equal((await get(as.team, `/homes/${other}`)).status, 404)
  const tied = await standing('placement_household')
  await taken(as.team, `/children/${first.child}/lives-at/${tied}/retract`, { reason: 'Another home.' })
  assert.match(await shown(as.team, `/homes/${home}`), /nobody of ours lives here, 1 is reserved/)
})

test('read and written by those who work with homes; the database says so too', async () => {
  for (const path of ['/homes', '/homes/due', '/homes/not-tied', `/homes/${home}`, '/homes/record']) {
    assert.equal((await get(as.ofOne, path)).status, 403, path)
    assert.equal((await get(as.analyst, path)).status, 403, path)
  }
  assert.equal((await get(as.ofOne, `/children/${first.child}/lives-at/${home}/record`)).status, 404)
  assert.equal((await get(as.director, '/homes/record')).status, 403)
  assert.doesNotMatch(await shown(as.director, `/homes/${home}`), /Put right|Add somebody|Take back/)
  const nothing = await served.door.as(ofOne, async ({ record }) => {
    const homes = await sql`select from kith.household`.execute(record)
    const taken_ = await sql`select from kith.homes_taken(date '2027-03-31')`.execute(record)
    return [...homes.rows, ...taken_.rows]
  })
  assert.deepEqual(nothing, [])
  for (const change of ['update kith.household set closed = null', 'delete from kith.household'])
    await assert.rejects(
      served.door.as(team, async ({ record }) => void (await sql.raw(change).execute(record))),
      { kind: 'not allowed' },
    )
  assert.deepEqual(served.logged, [])
})
