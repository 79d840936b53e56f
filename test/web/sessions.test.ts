// Every route against everybody who is not signed in: no cookie, a session that ran out, that was ended, of another council, made up; forged forms.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { makeCouncil } from '#database'

import { homeRoutes } from '#home'
import { inTrayRoutes } from '#in-tray'
import { listRoutes } from '#lists'
import { outOfHoursRoutes } from '#out-of-hours'

import { rulebookRoutes } from '#rulebook'
import { makeFinder, searchRoutes } from '#search'
import { DEFAULT_LIMITS, deviceOf, sessionsThrough } from '#sessions'
import { sightRoutes } from '#sight'
import { signInRoutes } from '#sign-in'
import { json, page, type Route, route } from '#web'
import { type Served, servedCouncil } from './council-served.ts'

const finder = makeFinder()

const HERE = 'http://127.0.0.1:4444'
let served: Served
let child = ''
let routes: readonly Route[] = []

before(async () => {
  served = await servedCouncil('sessions', { filled: false })
  const { door, council, sessions, who } = served
  const [made] = await served.query<{ id: string }>(
    `with p as (insert into kith.person (council, recorded_by) values ($1, $2) returning id)
     insert into kith.child (council, id, recorded_by) select $1, id, $2 from p returning id`,
    [council.council, who.person],
  )
  child = made?.id ?? ''
  const way = { kind: 'choose', people: async () => [] } as const
  routes = [
    ...signInRoutes({ door, council, sessions, way, emergency: async () => [], log: { error: () => {} } }),
    ...homeRoutes([]),
    ...listRoutes(),
    ...searchRoutes(finder),
    ...inTrayRoutes(),
    ...sightRoutes(),
    ...outOfHoursRoutes(finder, []),
    ...rulebookRoutes(),
  ]
})
after(async () => await served.close())

const addressOf = ({ path }: Route): string => path.replace(':child', child).replace(':rule', 'CP-07')
type Sent = {
  readonly cookie?: string
  readonly form?: Readonly<Record<string, string>>
  readonly more?: Record<string, string>
}
const send = async (
  { method, path }: { method: string; path: string },
  { cookie, form, more = {} }: Sent = {},
  app = served.openApp(),
) => {
  const headers: Record<string, string> = { host: '127.0.0.1:4444', origin: HERE, ...more }
  if (cookie !== undefined) headers['cookie'] = `kith-session=${cookie}`
  if (method === 'POST') headers['content-type'] = 'application/x-www-form-urlencoded'
  const body = method === 'POST' ? { body: new URLSearchParams(form ?? {}).toString() } : {}
  return await app.request(`${HERE}${path}`, { method, headers, ...body })
}
const begin = async (who = served.who): Promise<string> => (await served.sessions.begin(who, 'A test')) ?? ''
const tokenOf = async (secret: string): Promise<string> =>
  (await served.sessions.of(secret, served.council.council))?.token ?? ''

/** Cookies that open nothing, each made when it is asked for. */
const strangers: Readonly<Record<string, () => Promise<string | undefined>>> = {
  'nobody signed in': async () => undefined,
  'an empty cookie': async () => '',
  'a secret that was made up': async () => 'A'.repeat(43),
  'something that is no secret': async () => `' or true --`,
  'a session that nobody used for an hour': async () => {
    const secret = await begin()
    await served.query(`update door.session set seen = now() - interval '61 minutes'`)
    return secret
  },
  'a session older than twelve hours, used a moment ago': async () => {
    const secret = await begin()
    await served.query(`update door.session set ends = now() - interval '1 second'`)
    return secret
  },
  'a session that was ended': async () => {
    const secret = await begin()
    await served.sessions.end(secret)
    return secret
  },
  'a session that was ended from elsewhere': async () => {
    const secret = await begin()
    await served.sessions.endAll(served.who)
    return secret
  },
  'a session of another council': async () => {
    const elsewhere = { code: `E0600${String(Math.floor(performance.now())).slice(-4)}`, name: 'Elsewhere' }
    const council = await makeCouncil(served.at.connection, elsewhere)
    const [made] = await served.query<{ id: string }>(
      `with p as (insert into kith.person (council, recorded_by) values ($1, kith.new_id()) returning id)
       insert into kith.worker (council, id, name, recorded_by) select $1, id, 'Dawn Elsewhere', id from p returning id`,
      [council],
    )
    const secret = await begin({ council, person: made?.id ?? '' })
    assert.notEqual(secret, '')
    return secret
  },
}

describe('every route refuses', () => {
  for (const [what, cookieOf] of Object.entries(strangers))
    test(what, async () => {
      const cookie = await cookieOf()
      const sent = cookie === undefined ? {} : { cookie }
      let refused = 0
      for (const one of routes.filter(({ open }) => !open)) {
        const at = { method: one.method, path: addressOf(one) }
        const form = { 'form-token': cookie ? await tokenOf(cookie) : 'x', q: 'x' }
        const response = await send(at, { ...sent, form })
        assert.equal(response.status, one.method === 'GET' ? 303 : 401, `${one.method} ${one.path}`)
        if (one.method === 'GET')
          assert.equal(response.headers.get('location'), `/sign-in?to=${encodeURIComponent(at.path)}`)
        assert.doesNotMatch(await response.text(), new RegExp(child))
        refused += 1
      }
      assert.ok(refused >= 18, `${refused} routes`)
      const island = await send({ method: 'POST', path: '/session' }, { ...sent, more: { 'x-kith-token': 'x' } })
      assert.equal(island.status, 401)
      assert.deepEqual(await island.json(), { signedOut: true })
    })

  test('a form without the token of the session, with another’s, and with a changed one', async () => {
    const cookie = await begin()
    const token = await tokenOf(cookie)
    const other = await tokenOf(await begin())
    assert.notEqual(token, other)
    for (const one of routes.filter(({ method }) => method === 'POST'))
      for (const form of [{}, { 'form-token': '' }, { 'form-token': other }, { 'form-token': `${token}x` }]) {
        const response = await send({ method: 'POST', path: addressOf(one) }, { cookie, form })
        assert.equal(response.status, 403, `${one.path} ${JSON.stringify(form)}`)
        const text = await response.text()
        assert.match(text, /This form was not taken/)
        assert.ok(!text.includes(cookie) && !text.includes(other))
      }
    assert.equal((await send({ method: 'GET', path: '/account' }, { cookie })).status, 200, 'nothing was ended')
  })

  test('a form from elsewhere, whatever it carries', async () => {
    const cookie = await begin()
    const form = { 'form-token': await tokenOf(cookie) }
    for (const one of routes.filter(({ method }) => method === 'POST')) {
      const more = { origin: 'http://elsewhere.example' }
      assert.equal((await send({ method: 'POST', path: addressOf(one) }, { cookie, form, more })).status, 403, one.path)
    }
  })
})

test('a form that came too late leads back, after sign-in, to the page on which it stood; and nowhere else', async () => {
  const post = async (referer: string) =>
    await (await send({ method: 'POST', path: '/search' }, { form: { q: 'Tomasz' }, more: { referer } })).text()
  const late = await post(`${HERE}/?show=late`)
  assert.match(late, /href="\/sign-in\?to=%2F%3Fshow%3Dlate"/)
  assert.doesNotMatch(late, /Tomasz/)
  for (const from of ['https://elsewhere.example/x', 'nothing', ''])
    assert.match(await post(from), /href="\/sign-in\?to=%2F"/)
})

test('the open routes show no child, and are these', async () => {
  const open = routes.filter((one) => one.open).map(({ method, path }) => `${method} ${path}`)
  assert.deepEqual(open, [
    'GET /sign-in',
    'POST /sign-in',
    'POST /sign-out',
    'GET /signed-out',
    'GET /session',
    'POST /session',
    'GET /help',
  ])
})

test('choosing: in, as the one who was chosen, back to where one was; nobody else can be chosen', async () => {
  const worker = await served.worker('member')
  const app = served.openApp({ people: [worker] })
  const at = { method: 'POST', path: '/sign-in' }
  const chosen = await send(at, { form: { person: worker.person, to: '/rules/CP-07' } }, app)
  assert.equal(chosen.headers.get('location'), '/rules/CP-07')
  const given = chosen.headers.getSetCookie().find((set) => set.startsWith('kith-session=')) ?? ''
  assert.match(given, /; Path=\/; HttpOnly; SameSite=Lax|; HttpOnly/)
  assert.match(given, /Max-Age=43200/)
  for (const person of [served.who.person, 'x', '']) {
    const response = await send(at, { form: { person, to: '/' } }, app)
    assert.equal(response.status, 422)
    assert.deepEqual(response.headers.getSetCookie(), [])
  }
  const led = await send(at, { form: { person: worker.person, to: '//elsewhere.example' } }, app)
  assert.equal(led.headers.get('location'), '/')
})

test('changing whom one is ends the session before', async () => {
  const [one, two] = [await served.worker('member'), await served.worker('analyst')]
  const app = served.openApp({ people: [one, two] })
  const cookie = await begin(one)
  const form = { person: two.person, 'form-token': await tokenOf(cookie) }
  assert.equal((await send({ method: 'POST', path: '/sign-in' }, { cookie, form }, app)).status, 303)
  assert.equal(await served.sessions.of(cookie, served.council.council), undefined)
})

test('over https the cookie is bound to this host, and sent by no other way', async () => {
  const worker = await served.worker('member')
  const origin = new URL('https://kith.example')
  const app = served.openApp({ people: [worker], origin })
  const headers = { host: 'kith.example', origin: origin.origin, 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams({ person: worker.person }).toString()
  const response = await app.request('http://kith.example/sign-in', { method: 'POST', headers, body })
  const [given = ''] = response.headers.getSetCookie()
  assert.match(given, /^__Host-kith-session=[A-Za-z0-9_-]{43}; /)
  for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) assert.ok(given.includes(`; ${flag}`), flag)
  assert.doesNotMatch(given, /Domain/i)
  assert.match(response.headers.get('strict-transport-security') ?? '', /max-age/)
  const secret = /=([^;]+)/.exec(given)?.[1]
  const see = async (cookie: string) =>
    (await app.request('http://kith.example/account', { headers: { host: 'kith.example', cookie } })).status
  assert.equal(await see(`__Host-kith-session=${secret}`), 200)
  assert.equal(await see(`kith-session=${secret}`), 303)
  assert.equal((await app.request('http://other.example/', { headers: { host: 'other.example' } })).status, 421)
})

test('a session says what it has left; asking keeps it open, and never beyond its longest', async () => {
  const cookie = await begin()
  const form = { 'form-token': await tokenOf(cookie) }
  const left = async () => await (await send({ method: 'POST', path: '/session' }, { cookie, form })).json()
  await served.query(`update door.session set seen = now() - interval '50 minutes'`)
  assert.deepEqual(await left(), { idleLeft: 3600, longestLeft: 43_199 })
  await served.query(`update door.session set ends = now() + interval '10 minutes 1 second'`)
  assert.deepEqual(await left(), { idleLeft: 600, longestLeft: 600 })
})

test('who is here: nobody, or the person with what their forms carry now', async () => {
  const at = { method: 'GET', path: '/session' }
  assert.deepEqual([(await send(at)).status, await (await send(at)).json()], [401, { signedOut: true }])
  const cookie = await begin()
  const here = { person: served.who.person, token: await tokenOf(cookie) }
  const answer = await send(at, { cookie })
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  assert.equal(answer.headers.get('access-control-allow-origin'), null)
  const { longestLeft: _, idleLeft, ...told } = (await answer.json()) as Record<string, unknown>
  assert.deepEqual(told, here)
  assert.ok(Number(idleLeft) > 3590 && Number(idleLeft) <= 3600)
})

test('the limits are settings', async () => {
  const sessions = sessionsThrough(served.door, { ...DEFAULT_LIMITS, idleMinutes: 5 })
  const secret = (await sessions.begin(served.who, 'A test')) ?? ''
  assert.ok(((await sessions.of(secret, served.council.council))?.idleLeft ?? 999) <= 300)
})

test('the account: who I am, my parts, my pages, my sessions; each can be ended, and nobody else’s', async () => {
  const worker = await served.worker('quality-lead')
  const [cookie, elsewhere] = [await begin(worker), await begin(worker)]
  const stranger = await begin()
  const see = async () => await (await send({ method: 'GET', path: '/account' }, { cookie })).text()
  const post = async (path: string, form: Record<string, string>) =>
    await send({ method: 'POST', path }, { cookie, form: { ...form, 'form-token': await tokenOf(cookie) } })
  assert.match(await see(), /<h1>Dawn Test<\/h1>/)
  assert.match(await see(), /quality lead for the whole council/)
  assert.match(await see(), /kith-compact" data-idle-left/, 'no shortcuts unless they were turned on')
  await post('/account', { density: 'compact', shortcuts: 'on' })
  assert.match(await see(), /kith-compact" data-shortcuts="on"/)
  assert.equal((await post('/account', { density: 'comfortable' })).headers.get('location'), '/account?saved=1')
  assert.match(await see(), /kith-comfortable" data-idle-left/)
  const handles = async () => (await served.sessions.list(worker)).map(({ handle }) => handle)
  assert.equal((await handles()).length, 2)
  const [foreign] = await served.sessions.list(served.who)
  await post('/account/sessions', { session: foreign?.handle ?? '' })
  assert.notEqual(await served.sessions.of(stranger, served.council.council), undefined)
  const other = (await served.sessions.of(elsewhere, served.council.council))?.handle ?? ''
  await post('/account/sessions', { session: other })
  assert.equal(await served.sessions.of(elsewhere, served.council.council), undefined)
  const again = await begin(worker)
  const out = await post('/account/sign-out-everywhere', {})
  assert.equal(out.headers.get('location'), '/signed-out')
  for (const secret of [cookie, again])
    assert.equal(await served.sessions.of(secret, served.council.council), undefined)
})

test('signing out ends the session in the database, not only the cookie', async () => {
  const cookie = await begin()
  // nobody is told that they are signed out while they are not
  assert.equal((await send({ method: 'GET', path: '/signed-out' }, { cookie })).headers.get('location'), '/')
  const form = { 'form-token': await tokenOf(cookie) }
  const out = await send({ method: 'POST', path: '/sign-out' }, { cookie, form })
  assert.equal(out.headers.get('location'), '/signed-out')
  assert.match(out.headers.getSetCookie()[0] ?? '', /^kith-session=; Max-Age=0/)
  assert.equal((await send({ method: 'GET', path: '/' }, { cookie })).status, 303)
  assert.equal((await send({ method: 'GET', path: '/signed-out' })).status, 200)
  const said = await served.query<{ what: string }>(
    `select what from kith.access_entry where person = $1 order by at desc limit 1`,
    [served.who.person],
  )
  assert.equal(said[0]?.what, 'signed out')
})

test('a page for some relations: by the answer of the database, now', async () => {
  const only = route(
    'GET',
    '/managers',
    { may: { as: ['manager-line', 'quality-lead'] }, log: 'read a list' },
    async (visit) => json(visit.me.parts),
  )
  const ask = async (who = served.who) =>
    await served.appFor(who, [only]).request(`${HERE}/managers`, { headers: { host: '127.0.0.1:4444' } })
  const lead = await served.worker('quality-lead')
  const response = await ask(lead)
  assert.deepEqual(await response.json(), ['quality-lead'])
  assert.equal((await ask()).status, 403)
  assert.equal((await ask(await served.worker(undefined))).status, 403)
  await served.query(
    `insert into kith.standing_relation (council, id, line, supersedes, person, relation, since, until, reason, recorded_by)
     select council, kith.new_id(), line, id, person, relation, since, now(), reason, recorded_by
     from kith.standing_relation where person = $1`,
    [lead.person],
  )
  assert.equal((await ask(lead)).status, 403)
  const entries = await served.query<{ what: string }>(
    `select what from kith.access_entry where person = $1 and what <> 'signed in' order by at`,
    [lead.person],
  )
  assert.deepEqual(
    entries.map(({ what }) => what).filter((what) => !what.startsWith('recorded')),
    ['read a list', 'was refused a page'],
  )
})

test('the navigation shows what is for one’s parts, and nothing to nobody', async () => {
  const signedOut = await (await send({ method: 'GET', path: '/help' })).text()
  assert.doesNotMatch(signedOut, /aria-label="Main"|Sign out/)
  const cookie = await begin()
  const text = await (await send({ method: 'GET', path: '/help' }, { cookie })).text()
  assert.match(text, /aria-label="Main"/)
  assert.match(text, /Dawn Test · <a href="\/account"/)
})

test('a service worker, a child and somebody unknown begin no session', async () => {
  const { council } = served.council
  const [service] = await served.query<{ person: string }>(
    'select person from door.service_worker where council = $1',
    [council],
  )
  for (const person of [service?.person ?? '', child, '00000000-0000-7000-8000-000000000000'])
    assert.equal(await served.sessions.begin({ council, person }, 'A test'), undefined)
})

test('a failure names neither the secret nor the token', async () => {
  const broken = route('GET', '/broken', { may: 'worker', log: 'broke something' }, async ({ token }) => {
    throw new Error(`with ${token}`)
  })
  const cookie = await begin()
  const token = await tokenOf(cookie)
  const response = await send({ method: 'GET', path: '/broken' }, { cookie }, served.openApp({ routes: [broken] }))
  const line = JSON.stringify(served.logged.at(-1))
  assert.equal(response.status, 500)
  assert.match(line, /broke something/)
  for (const secret of [cookie, token]) assert.ok(!line.includes(secret))
  assert.ok(!JSON.stringify(await served.query('select * from kith.access_entry')).includes(cookie))
})

test('what is kept of a browser is its kind', () => {
  const agents = {
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0':
      'Edge on Windows',
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0': 'Firefox on Linux',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1':
      'Safari on an iPhone',
    'curl/8': 'A browser',
  }
  for (const [agent, words] of Object.entries(agents)) assert.equal(deviceOf(agent), words)
})

test('pages of an unknown kind are for nobody', async () => {
  const seen = route('GET', '/seen', { may: 'worker', log: 'x' }, async () => page({ title: 'x', main: 'y', here: '' }))
  const app = served.openApp({ routes: [seen] })
  assert.equal((await send({ method: 'HEAD', path: '/seen' }, {}, app)).status, 303)
  assert.equal((await send({ method: 'DELETE', path: '/seen' }, { cookie: await begin() }, app)).status, 404)
})
