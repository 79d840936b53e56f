// Signing in at the provider of an organisation: its agreement, its people, no way round by another provider, and how it all ends at once.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { carersForms, carersPlaces, carersRoutes } from '#carers/pages'
import { healthListPlaces, healthListRoutes } from '#health-lists/pages'
import { homeRoutes } from '#home'
import { organisationForms, organisationRoutes } from '#organisations'
import { outOfHoursRoutes } from '#out-of-hours'
import { makeFinder } from '#search'
import { sessionsThrough } from '#sessions'
import { providerAt, providersBeside, signInForms, type WayIn } from '#sign-in'
import { linkSubject, setMatchingClaim, setPartByClaim } from '../../src/sign-in/store.ts'
import { type Served, servedCouncil } from '../web/council-served.ts'
import { get, routesOf, send } from '../web/filling.ts'
import { CLIENT, type RealProvider, realProvider } from './real-provider.ts'
import { ORIGIN, SigningBrowser } from './signing-browser.ts'

const KEY = 'hill-trust'
const WORLD = { fetch: async (address: string) => await fetch(address), now: () => Date.now() }
let served: Served
let own: RealProvider
let hill: RealProvider
let way: WayIn
let app: Hono
let child: string
const secrets = new Set<string>()
class Browser extends SigningBrowser {
  constructor() {
    super({ app: async (url, init) => await app.request(url, init), secrets })
  }
}

before(async () => {
  served = await servedCouncil('organisations', { filled: false })
  own = await realProvider(ORIGIN)
  hill = await realProvider(ORIGIN, `/sign-in/back/${KEY}`)
  const client = { clientId: CLIENT.id, clientSecret: CLIENT.secret, origin: ORIGIN }
  const others = [{ key: KEY, provider: providerAt({ key: KEY, issuer: hill.issuer, ...client }, WORLD) }]
  way = { kind: 'provider', provider: providerAt({ issuer: own.issuer, ...client }, WORLD), others }
  app = served.openApp({ way, origin: ORIGIN })
  const deliver: RealProvider['deliver'] = async (path, init) =>
    await app.request(ORIGIN.origin + path, { ...init, headers: { ...init.headers, host: ORIGIN.host } })
  own.deliver = deliver
  hill.deliver = deliver
  // The pages and the walls look at one day.
  await served.query(`update door.council set stands_on = '2027-03-31'`)
  const { council, person } = served.who
  const [made] = await served.query<{ id: string }>(
    `with p as (insert into kith.person (council, recorded_by) values ($1, $2) returning id)
     insert into kith.child (council, id, recorded_by) select $1, id, $2 from p returning id`,
    [council, person],
  )
  child = made?.id ?? ''
})
after(async () => {
  await own?.stop()
  await hill?.stop()
  await served?.close()
})

const TERMS = `council, provider, issuer, name, kind, agreement, since, until, purposes, answers, recorded_by`
let line = ''
/** The agreement with the trust, as it stands from now on; the days from today. */
async function agreed({ purposes = ['health'], since = -400, until = 30 } = {}): Promise<void> {
  const before = line
  const [made] = await served.query<{ line: string }>(
    `with fresh as (select coalesce((select n.id from kith.organisation_current n where n.line = $3::uuid), null) as stands, kith.new_id() as id)
     insert into kith.organisation (id, line, supersedes, change, ${TERMS})
     select id, coalesce($3::uuid, id), stands, case when stands is null then 'first' else 'change' end, $1, '${KEY}', $4, 'Hill Trust', 'health service', 'Sharing',
       '2027-03-31'::date + $5::int, '2027-03-31'::date + $6::int, $7, $2, $2 from fresh returning line`,
    [served.who.council, served.who.person, before === '' ? null : before, hill.issuer.origin, since, until, purposes],
  )
  line = made?.line ?? ''
}
/** Somebody of the trust; `relation`: to the child, or of the whole council. */
async function ofTheTrust(relation?: string): Promise<string> {
  const { person } = await served.worker(undefined)
  await served.query(
    `with fresh as (select kith.new_id() as id) insert into kith.organisation_worker (id, line, change, council, person, organisation, works_there, recorded_by)
     select id, id, 'first', $1, $2, $3, true, $2 from fresh`,
    [served.who.council, person, line],
  )
  if (relation !== undefined) await relate(person, relation)
  return person
}
const relate = async (person: string, relation: string) =>
  await served.query(
    `with fresh as (select kith.new_id() as id)
     insert into kith.standing_relation (council, id, line, person, relation, child, reason, recorded_by)
     select $1, id, id, $2, $3, $4, 'agreement with another organisation', $2 from fresh`,
    [served.who.council, person, relation, child],
  )
const asCommand = async <T>(work: Parameters<typeof served.door.asService<T>>[2]): Promise<T> =>
  await served.door.asService(served.council.council, 'command line', work)
const link = async (at: RealProvider, subject: string, worker: string) =>
  await asCommand(async (asking) => await linkSubject(asking, { issuer: at.issuer.origin, subject, worker }))
async function refused(response: Response, status = 403, says = /You are not signed in/): Promise<void> {
  const text = await response.text()
  assert.equal(response.status, status, text)
  assert.match(text, says)
  assert.ok(!response.headers.getSetCookie().some((set) => /^kith-session=[^;]/.test(set)), 'no session is given')
}
const UNKNOWN = /You are not known here/
const UNAGREED = /has no agreement today[\s\S]*Ask whoever at your organisation keeps the agreement/

test('the council’s own stands first; an organisation by its name, while its agreement runs', async () => {
  const page = async () => await (await new Browser().go('/sign-in?to=%2Frules')).text()
  assert.doesNotMatch(await page(), /another organisation/)
  await agreed()
  const shown = await page()
  assert.match(
    shown,
    /council account[\s\S]*another organisation[\s\S]*start\?at=hill-trust&amp;to=%2Frules">Hill Trust</,
  )
  for (const days of [{ until: 0 }, { since: 1 }, { since: 0, until: 0 }]) {
    await agreed(days)
    assert.doesNotMatch(await page(), /Hill Trust/)
    await refused(await new Browser().go(`/sign-in/start?at=${KEY}`), 403, UNAGREED)
  }
  await refused(await new Browser().go('/sign-in/start?at=nobody'), 403, UNAGREED)
  await agreed()
})

test('the way in: at the provider of the organisation, to a page of its own; the account says for whom, for what and until when', async () => {
  const person = await ofTheTrust('health-team')
  hill.next = { subject: 'ola' }
  await refused(await new Browser().signIn('/', KEY), 403, UNKNOWN)
  const keeper = await served.worker('administrator')
  await served.query(`update kith.worker set name = 'Keeps the lists' where id = $1`, [keeper.person])
  const unknown = await (await new Browser().signIn('/', KEY)).text()
  assert.match(unknown, /Your account of Hill Trust works[\s\S]*Ask whoever at your organisation keeps the agreement/)
  assert.doesNotMatch(unknown, /Keeps the lists/)
  own.next = { subject: 'new at the council' }
  assert.match(await (await new Browser().signIn()).text(), /Ask Keeps the lists to link/)
  assert.equal(await link(hill, 'ola', person), 'linked')
  const browser = new Browser()
  let asks = new URL(ORIGIN)
  const back = await browser.toProvider({ at: KEY, to: '/account', change: (url) => (asks = url) })
  assert.equal(asks.origin, hill.issuer.origin)
  assert.equal(asks.searchParams.get('redirect_uri'), `${ORIGIN.origin}/sign-in/back/${KEY}`)
  assert.equal((await browser.go(back)).headers.get('location'), '/account')
  const account = await (await browser.go('/account')).text()
  assert.match(account, /You are here for Hill Trust, until Thu 29 Apr 2027/)
  assert.match(account, /Health of children in care/)
  assert.equal((await browser.go(`/children/${child}`)).status, 200)
  const [read] = await served.query<{ count: number }>(
    `select count(*)::int from kith.access_entry where person = $1 and child = $2`,
    [person, child],
  )
  assert.ok((read?.count ?? 0) > 0, 'their look is in the log')
})

test('an account of one provider is nothing at the other, whatever is exchanged on the way', async () => {
  const director = (await served.worker('director')).person
  const nurse = await ofTheTrust('health-team')
  assert.equal(await link(own, 'same name', director), 'linked')
  assert.equal(await link(hill, 'of the trust', nurse), 'linked')
  // Whoever the trust says somebody is, is not who has that name at the council.
  hill.next = { subject: 'same name' }
  await refused(await new Browser().signIn('/', KEY), 403, UNKNOWN)
  own.next = { subject: 'of the trust' }
  await refused(await new Browser().signIn(), 403, UNKNOWN)
  // Begun at one, sent back to the address of the other: with its own code, and with that of a sign-in of somebody there.
  own.next = { subject: 'same name' }
  hill.next = { subject: 'of the trust' }
  for (const [begins, comes] of [
    ['', KEY],
    [KEY, ''],
  ] as const) {
    const browser = new Browser()
    const back = await browser.toProvider({ at: begins })
    const elsewhere = new URL(comes === '' ? '/sign-in/back' : `/sign-in/back/${comes}`, ORIGIN)
    elsewhere.search = back.search
    await refused(await browser.go(elsewhere))
    // Before anything of it is shown to the provider at which it was not begun.
    assert.equal(served.logged.at(-1)?.['code'], 'begun at another provider')
    const theirs = await new Browser().toProvider({ at: comes })
    const mine = await browser.toProvider({ at: begins })
    mine.searchParams.set('code', theirs.searchParams.get('code') ?? '')
    await refused(await browser.go(mine))
    const state = await browser.toProvider({ at: begins })
    theirs.searchParams.set('state', state.searchParams.get('state') ?? '')
    await refused(await browser.go(theirs))
  }
  // Both sign with one key here: what tells them apart is the issuer.
  hill.tamper = (token) => hill.signedAnew(token, { iss: own.issuer.origin, sub: 'same name' })
  await refused(await new Browser().signIn('/', KEY))
  hill.tamper = undefined
  assert.equal((await new Browser().signIn('/', KEY)).status, 303)
})

test('a link that was there before the organisation, or came by another way, opens nothing', async () => {
  const director = (await served.worker('director')).person
  const nurse = await ofTheTrust('health-team')
  const put = async (at: RealProvider, subject: string, person: string) =>
    await served.query(
      `insert into door.subject (council, issuer, subject, person, how) values ($1, $2, $3, $4, 'linked')`,
      [served.who.council, at.issuer.origin, subject, person],
    )
  await put(hill, 'put there', director)
  await put(own, 'put here', nurse)
  hill.next = { subject: 'put there' }
  await refused(await new Browser().signIn('/', KEY), 403, UNKNOWN)
  own.next = { subject: 'put here' }
  await refused(await new Browser().signIn(), 403, UNKNOWN)
})

test('nobody of the council is linked there, on the command line neither; nor found there by their number', async () => {
  const { person } = await served.worker('director')
  await served.query(`update kith.worker set code = 'D1' where id = $1`, [person])
  assert.equal(await link(hill, 'takes over', person), 'not of that provider')
  assert.equal(await link(own, 'of the trust too', await ofTheTrust()), 'not of that provider')
  await asCommand(async (asking) => await setMatchingClaim(asking, hill.issuer.origin, 'employee_number'))
  hill.next = { subject: 'says so', claims: { employee_number: 'D1' } }
  await refused(await new Browser().signIn('/', KEY), 403, UNKNOWN)
  assert.deepEqual(await served.query(`select from door.subject where subject = 'says so'`), [])
  await asCommand(async (asking) => await setMatchingClaim(asking, hill.issuer.origin, null))
})

test('a claim gives what the purposes hold, for the council as a whole only counts for members', async () => {
  const person = await ofTheTrust()
  await link(hill, 'claims', person)
  for (const relation of ['director', 'administrator', 'member'] as const)
    await asCommand(
      async (asking) =>
        await setPartByClaim(asking, hill.issuer.origin, { claim: 'roles', value: 'all', relation, given: true }),
    )
  hill.next = { subject: 'claims', claims: { roles: ['all'] } }
  const parts = async () => {
    assert.equal((await new Browser().signIn('/', KEY)).status, 303)
    const rows = await served.query<{ relation: string }>(
      'select relation from kith.sees_council where person = $1 and until > now()',
      [person],
    )
    return rows.map(({ relation }) => relation)
  }
  assert.deepEqual(await parts(), [])
  await agreed({ purposes: ['health', 'counts for members'] })
  assert.deepEqual(await parts(), ['member'])
  await agreed()
  const rows = await served.query('select from kith.sees_council where person = $1 and until > now()', [person])
  assert.deepEqual(rows, [], 'at once, without a new sign-in')
  assert.deepEqual(await parts(), [])
})

test('in a session that stands: without the purpose nothing of the child, without the agreement nothing at all', async () => {
  const person = await ofTheTrust('health-team')
  await link(hill, 'stands', person)
  hill.next = { subject: 'stands' }
  const browser = new Browser()
  await browser.signIn('/', KEY)
  const at = `/children/${child}`
  assert.equal((await browser.go(at)).status, 200)
  await agreed({ purposes: ['legal advice'] })
  assert.equal((await browser.go(at)).status, 404)
  assert.equal((await browser.go('/account')).status, 200)
  await agreed()
  assert.equal((await browser.go(at)).status, 404, 'for that again: let in anew, or nothing')
  await relate(person, 'health-team')
  assert.equal((await browser.go(at)).status, 200)
  const { person: keeper } = await served.worker('administrator')
  const routes = [
    ...organisationRoutes(providersBeside(way)),
    ...routesOf([...organisationForms(providersBeside(way)), ...signInForms({ way })]),
  ]
  const admin = served.appFor({ council: served.who.council, person: keeper }, routes)
  const ended = await send(admin, `/settings/organisations/${line}/end`, { why: 'The contract was not renewed.' })
  assert.equal(ended.status, 303, ended.html)
  const next = await browser.go(at)
  assert.deepEqual([next.status, next.headers.get('location')?.startsWith('/sign-in')], [303, true])
  await refused(await new Browser().go(`/sign-in/start?at=${KEY}`), 403, UNAGREED)
  const secret = await sessionsThrough(served.door).begin({ council: served.who.council, person }, 'A test')
  assert.equal(secret, undefined)
  await agreed()
  assert.equal((await browser.go(at)).status, 303, 'that session is gone for good')
  assert.equal((await new Browser().signIn('/', KEY)).status, 303)
})

test('an administrator links their account on the page, at their provider; the list says of whom they are', async () => {
  const [person, ours] = [await ofTheTrust('health-team'), (await served.worker('director')).person]
  const keeper = await served.worker('administrator')
  const admin = served.appFor(keeper, routesOf(signInForms({ way })))
  const at = `/settings/people/${person}/link`
  assert.match((await get(admin, at)).html, new RegExp(`provider of Hill Trust: ${hill.issuer.origin}`))
  assert.doesNotMatch((await get(admin, `/settings/people/${ours}/link`)).html, /Hill Trust/)
  assert.equal((await send(admin, at, { subject: 'linked on the page' })).status, 303)
  hill.next = { subject: 'linked on the page' }
  const browser = new Browser()
  assert.equal((await browser.signIn('/', KEY)).status, 303)
  assert.match(
    (await get(admin, '/settings/people')).html,
    new RegExp(`of <a href="/settings/organisations/${line}">Hill Trust`),
  )
  assert.equal((await send(admin, `/settings/people/${person}/end-link`, {})).status, 303)
  assert.equal((await browser.go('/account')).status, 303)
})

test('who ended an agreement while somebody was at the provider is heard on the way back', async () => {
  hill.next = { subject: 'stands' }
  const browser = new Browser()
  const back = await browser.toProvider({ at: KEY })
  await agreed({ until: 0 })
  await refused(await browser.go(back), 403, UNAGREED)
  await agreed()
})

test('a log-out is heard of the provider that it names, and ends sessions of its own accounts alone', async () => {
  const director = (await served.worker('director')).person
  await link(own, 'twice', director)
  await link(hill, 'twice', await ofTheTrust('health-team'))
  own.next = { subject: 'twice' }
  hill.next = { subject: 'twice' }
  const [here, there] = [new Browser(), new Browser()]
  await here.signIn()
  await there.signIn('/', KEY)
  const page = await (await there.go(new URL('/session/end', hill.issuer))).text()
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? assert.fail(page)
  const body = new URLSearchParams({ xsrf, logout: 'yes' }).toString()
  await there.go(new URL('/session/end/confirm', hill.issuer), { method: 'POST', body })
  assert.deepEqual(
    hill.delivered.map(({ status }) => status),
    [200],
  )
  assert.deepEqual([(await there.go('/account')).status, (await here.go('/account')).status], [303, 200])
  const token = hill.delivered[0]?.token ?? ''
  const tell = async (said: string) => {
    const headers = { host: ORIGIN.host, 'content-type': 'application/x-www-form-urlencoded' }
    const sent = { method: 'POST', headers, body: new URLSearchParams({ logout_token: said }).toString() }
    return (await app.request(`${ORIGIN.origin}/sign-in/ended`, sent)).status
  }
  assert.equal(await tell(token), 200)
  assert.equal(await tell(hill.signedAnew(token, { iss: 'https://elsewhere.example' })), 400)
  assert.equal((await here.go('/account')).status, 200)
})

test('signing out goes on to the provider at which one signed in', async () => {
  hill.next = { subject: 'stands' }
  const browser = new Browser()
  await browser.signIn('/', KEY)
  const token = /name="form-token" value="([^"]+)"/.exec(await (await browser.go('/account')).text())?.[1] ?? ''
  const out = await browser.go('/sign-out', {
    method: 'POST',
    body: new URLSearchParams({ 'form-token': token }).toString(),
  })
  assert.equal(new URL(out.headers.get('location') ?? '').origin, hill.issuer.origin)
})

test('what a part opens across children is neither offered nor opened to them', async () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['health', 'health-team', ['/health-lists']],
    ['carers of an agency', 'supervising-worker', ['/homes']],
    ['return interviews', 'out-of-hours', ['/tonight', '/homes']],
  ]
  await agreed({ purposes: cases.map(([purpose]) => purpose) })
  const before = app
  app = served.openApp({
    ...{ way, origin: ORIGIN, places: [...healthListPlaces, ...carersPlaces] },
    routes: [
      ...[...homeRoutes([]), ...outOfHoursRoutes(makeFinder(), []), ...healthListRoutes(), ...carersRoutes()],
      ...routesOf(carersForms),
    ],
  })
  for (const [, relation, closed] of cases) {
    const person = await ofTheTrust(relation)
    await link(hill, relation, person)
    hill.next = { subject: relation }
    const browser = new Browser()
    await browser.signIn('/', KEY)
    const home = await browser.go('/')
    assert.equal(home.status, 200, relation)
    const html = await home.text()
    assert.match(html, new RegExp(`/children/${child}`), `${relation}: their child`)
    for (const at of closed) {
      assert.doesNotMatch(html, new RegExp(`href="${at}"`), `${relation}: ${at}`)
      assert.equal((await browser.go(at)).status, 403, `${relation}: ${at}`)
    }
    assert.equal((await browser.go('/homes/record')).status, 403, relation)
  }
  app = before
  await agreed()
})
