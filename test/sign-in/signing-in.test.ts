// Signing in at a real provider: the way in, what goes wrong, who is unknown, what claims give, and what no log ever holds.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Hono } from 'hono'
import { Refused } from '#database'
import { formRoutes } from '#forms'
import { sessionsThrough } from '#sessions'
import { type Provider, providerAt, signInForms, signInRoutes } from '#sign-in'
import { makeApp } from '#web'
import { linkSubject } from '../../src/sign-in/store.ts'
import { type Served, servedCouncil } from '../web/council-served.ts'
import { CLIENT, type RealProvider, realProvider } from './real-provider.ts'
import { ORIGIN, SigningBrowser } from './signing-browser.ts'

/** What only the composer touches: the network, and a clock that a test sets forward. */
let later = 0
const WORLD = { fetch: async (address: string) => await fetch(address), now: () => Date.now() + later }
let served: Served
let real: RealProvider
let provider: Provider
let app: Hono
/** What must never stand in a log: every secret that went over the wires of this file. */
const secrets = new Set<string>()

before(async () => {
  served = await servedCouncil('signing in', { filled: false })
  real = await realProvider(ORIGIN)
  const settings = { issuer: real.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, origin: ORIGIN }
  provider = providerAt(settings, WORLD)
  app = served.openApp({ way: { kind: 'provider', provider }, origin: ORIGIN })
  real.deliver = async (path, init) =>
    await app.request(ORIGIN.origin + path, { ...init, headers: { ...init.headers, host: ORIGIN.host } })
})
after(async () => {
  await real.stop()
  await served.close()
})
beforeEach(() => {
  real.next = { subject: 'nobody' }
  real.tamper = undefined
  later = 0
})

class Browser extends SigningBrowser {
  constructor() {
    super({ app: async (url, init) => await app.request(url, init), secrets })
  }
}

const byService = async (call: string, values: readonly unknown[]) =>
  await served.door.asService(served.council.council, 'command line', async ({ record }) => {
    const { sql } = await import('kysely')
    const parts = call.split('?')
    const literal = sql.join(
      parts.map((part, n) => sql`${sql.raw(part)}${n < values.length ? sql`${values[n]}` : sql``}`),
      sql``,
    )
    return await sql`select ${literal} as answer`.execute(record)
  })
const link = async (subject: string, person: string) =>
  await byService('door.link_subject(?::text, ?::text, ?::uuid)', [real.issuer.origin, subject, person])

async function linked(subject: string): Promise<string> {
  const { person } = await served.worker('director')
  await link(subject, person)
  real.next = { subject }
  return person
}

async function refused(response: Response, status = 403, says = /You are not signed in/): Promise<void> {
  const text = await response.text()
  assert.equal(response.status, status, text)
  assert.match(text, says)
  assert.ok(!response.headers.getSetCookie().some((set) => /^kith-session=[^;]/.test(set)), 'no session is given')
}

test('the way in: through the provider with PKCE, back to where one was, signed in', async () => {
  await linked('dawn')
  const browser = new Browser()
  const asked = await browser.go('/rules/CP-07')
  assert.equal(asked.status, 303)
  assert.equal(asked.headers.get('location'), '/sign-in?to=%2Frules%2FCP-07')
  const page = await (await browser.go('/sign-in?to=%2Frules%2FCP-07')).text()
  assert.match(page, /href="\/sign-in\/start\?to=%2Frules%2FCP-07"/)
  let asks = new URLSearchParams()
  const back = await browser.toProvider({
    to: '/rules/CP-07',
    change: (url) => {
      asks = url.searchParams
      return url
    },
  })
  assert.equal(asks.get('code_challenge_method'), 'S256')
  assert.ok((asks.get('state') ?? '').length >= 40 && (asks.get('nonce') ?? '').length >= 40)
  const response = await browser.go(back)
  assert.equal(response.headers.get('location'), '/rules/CP-07')
  const given = response.headers.getSetCookie().find((set) => set.startsWith('kith-session='))
  assert.match(given ?? '', /; HttpOnly/)
  assert.match(given ?? '', /; SameSite=Lax/)
  assert.equal((await browser.go('/rules/CP-07')).status, 200)
  assert.match(await (await browser.go('/')).text(), /Dawn Test/)
})

test('nobody is led elsewhere afterwards', async () => {
  await linked('dawn led')
  for (const to of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example'])
    assert.equal((await new Browser().signIn(to)).headers.get('location'), '/')
})

test('a wrong state, another nonce, and an answer without either are refused', async () => {
  await linked('dawn state')
  const browser = new Browser()
  const back = await browser.toProvider()
  back.searchParams.set('state', 'x'.repeat(43))
  await refused(await browser.go(back))
  const without = await browser.toProvider()
  without.searchParams.delete('state')
  await refused(await browser.go(without))
  const nonce = await browser.toProvider({
    change: (url) => {
      url.searchParams.set('nonce', 'x'.repeat(43))
      return url
    },
  })
  await refused(await browser.go(nonce))
  assert.equal((await browser.go('/')).status, 303)
})

test('a sign-in comes back once: a replayed address, and a stolen code in another browser, open nothing', async () => {
  await linked('dawn replay')
  const browser = new Browser()
  const back = await browser.toProvider()
  assert.equal((await browser.go(back)).status, 303)
  await refused(await browser.go(back))
  const thief = new Browser()
  await refused(await thief.go(back))
  const own = await thief.toProvider()
  own.searchParams.set('code', back.searchParams.get('code') ?? '')
  await refused(await thief.go(own))
})

test('a sign-in that took too long is refused', async () => {
  await linked('dawn late')
  const browser = new Browser()
  const back = await browser.toProvider()
  await served.query(`update door.signing_in set began = now() - interval '11 minutes'`)
  await refused(await browser.go(back))
})

test('a token that was changed on its way, signed by nobody, or has run out is refused', async () => {
  await linked('dawn token')
  const parts = (token: string) => token.split('.') as [string, string, string]
  const changed: Record<string, (token: string) => string> = {
    'its signature': (token) => `${token.slice(0, -10)}${token.slice(-10).split('').toReversed().join('')}`,
    'its subject': (token) => {
      const [head, body, signature] = parts(token)
      const claims = Buffer.from(body, 'base64url').toString().replace('dawn token', 'dawn other')
      return [head, Buffer.from(claims).toString('base64url'), signature].join('.')
    },
    'its kind of signature': (token) => {
      const [head, body, signature] = parts(token)
      const none = Buffer.from(Buffer.from(head, 'base64url').toString().replace('RS256', 'none ')).toString(
        'base64url',
      )
      return [none, body, signature].join('.')
    },
  }
  const hourAgo = Math.floor(performance.timeOrigin / 1000) - 3600
  const signed: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'that has run out': { exp: hourAgo, iat: hourAgo - 600 },
    'for somebody else': { aud: 'another client' },
    'of somebody else': { iss: 'https://elsewhere.example' },
  }
  for (const [what, claims] of Object.entries(signed)) changed[what] = (token) => real.signedAnew(token, claims)
  changed['signed, and as it was'] = (token) => real.signedAnew(token, {})
  for (const [what, tamper] of Object.entries(changed)) {
    real.tamper = tamper
    const response = await new Browser().signIn()
    if (what === 'signed, and as it was') assert.equal(response.status, 303)
    else await refused(response)
  }
})

test('somebody whom nobody linked is told so, with the number of the account and whom to ask', async () => {
  real.next = { subject: 'stranger-0042' }
  const browser = new Browser()
  const nobodyToAsk = await (await browser.signIn()).text()
  assert.match(nobodyToAsk, /Ask an administrator of Kith/)
  await served.worker('administrator')
  const response = await browser.signIn()
  await refused(response.clone(), 403, /You are not known here/)
  const text = await response.text()
  assert.match(text, /Ask Dawn Test/)
  assert.match(text, /stranger-0042/)
  assert.equal((await browser.go('/')).status, 303)
})

test('a provider that is down is said so, before and on the way back; and tried again', async () => {
  await linked('dawn down')
  const browser = new Browser()
  const back = await browser.toProvider()
  await real.stop()
  try {
    await refused(await browser.go(back), 503, /We cannot reach your council’s sign-in/)
    const settings = { issuer: real.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, origin: ORIGIN }
    const early = served.openApp({ way: { kind: 'provider', provider: providerAt(settings, WORLD) }, origin: ORIGIN })
    const start = await early.request(`${ORIGIN.href}sign-in/start`, { headers: { host: ORIGIN.host } })
    await refused(start, 503, /We cannot reach your council’s sign-in/)
  } finally {
    await real.start()
  }
  assert.equal((await browser.signIn()).status, 303)
})

test('signing out ends the session here, and goes on to the provider', async () => {
  await linked('dawn out')
  const browser = new Browser()
  await browser.signIn()
  const token = /name="form-token" value="([^"]+)"/.exec(await (await browser.go('/')).text())?.[1] ?? ''
  secrets.add(token)
  const secret = browser.cookie('kith-session') ?? ''
  const out = await browser.go('/sign-out', {
    method: 'POST',
    body: new URLSearchParams({ 'form-token': token }).toString(),
  })
  const away = new URL(out.headers.get('location') ?? '')
  assert.equal(away.origin, real.issuer.origin)
  assert.equal(away.searchParams.get('post_logout_redirect_uri'), `${ORIGIN.origin}/signed-out`)
  assert.equal(browser.cookie('kith-session'), undefined)
  const kept = { headers: { host: ORIGIN.host, cookie: `kith-session=${secret}` } }
  assert.equal((await app.request(`${ORIGIN.href}rules`, kept)).status, 303)
})

test('a worker is matched once by the claim that the council names, and only by their own code', async () => {
  const { person } = await served.worker('director')
  const [made] = await served.query<{ id: string }>(
    `with p as (insert into kith.person (council, recorded_by) values ($1, $2) returning id)
     insert into kith.worker (council, id, name, code, recorded_by) select $1, id, 'Tom Ellis', 'E4711', $2 from p returning id`,
    [served.council.council, person],
  )
  real.next = { subject: 'tom', claims: { employee_number: 'E4711' } }
  await refused(await new Browser().signIn(), 403, /You are not known here/)
  await byService('door.set_matching_claim(?::text, ?::text)', [real.issuer.origin, 'employee_number'])
  const browser = new Browser()
  assert.equal((await browser.signIn()).status, 303)
  assert.match(await (await browser.go('/account')).text(), /Tom Ellis/)
  real.next = { subject: 'somebody else with his number', claims: { employee_number: 'E4711' } }
  await refused(await new Browser().signIn(), 403, /You are not known here/)
  real.next = { subject: 'tom', claims: { employee_number: 'E9999' } }
  assert.equal((await new Browser().signIn()).status, 303, 'once linked, the claim no longer matters')
  await byService('door.set_matching_claim(?::text, ?::text)', [real.issuer.origin, 'email'])
  await served.query(`update kith.worker set code = 'tom@northmere.example' where id = $1`, [made?.id])
  await served.query('delete from door.subject where person = $1', [made?.id])
  real.next = { subject: 'tom by mail', claims: { email: 'tom@northmere.example', email_verified: false } }
  await refused(await new Browser().signIn(), 403, /You are not known here/)
  real.next = { subject: 'tom by mail', claims: { email: 'tom@northmere.example', email_verified: true } }
  assert.equal((await new Browser().signIn()).status, 303)
})

test('a claim gives a part for as long as a session may last, and takes only that part away again', async () => {
  const who = await served.worker('member')
  await link('ada', who.person)
  await byService('door.set_part_by_claim(?::text, ?::text, ?::text, ?::text, ?::boolean)', [
    real.issuer.origin,
    'roles',
    'kith-analyst',
    'analyst',
    true,
  ])
  const partsNow = async () => {
    const browser = new Browser()
    await browser.signIn()
    const text = await (await browser.go('/account')).text()
    return [/analyst for the whole council/.test(text), /councillor/.test(text)]
  }
  real.next = { subject: 'ada' }
  assert.deepEqual(await partsNow(), [false, true])
  real.next = { subject: 'ada', claims: { roles: ['kith-analyst', 'other'] } }
  assert.deepEqual(await partsNow(), [true, true])
  assert.deepEqual(await partsNow(), [true, true], 'a second time, too')
  const [{ hours } = { hours: 0 }] = await served.query<{ hours: number }>(
    `select extract(epoch from max(until) - now())::int / 3600 as hours from kith.sees_council where person = $1 and relation = 'analyst'`,
    [who.person],
  )
  assert.ok(hours >= 11 && hours <= 12, `${hours}`)
  real.next = { subject: 'ada' }
  assert.deepEqual(await partsNow(), [false, true])
  await byService('door.set_part_by_claim(?::text, ?::text, ?::text, ?::text, ?::boolean)', [
    real.issuer.origin,
    'roles',
    'kith-analyst',
    'analyst',
    false,
  ])
  real.next = { subject: 'ada', claims: { roles: ['kith-analyst'] } }
  assert.deepEqual(await partsNow(), [false, true])
})

test('unlinking closes what the account had opened', async () => {
  const person = await linked('dawn gone')
  const browser = new Browser()
  await browser.signIn()
  assert.equal((await browser.go('/')).status, 200)
  await byService('door.unlink_subject(?::text, ?::uuid)', [real.issuer.origin, person])
  assert.equal((await browser.go('/')).status, 303)
  await refused(await new Browser().signIn(), 403, /You are not known here/)
})

test('where there is a provider nobody is chosen: the route is not there', async () => {
  const { person } = await served.worker('director')
  const headers = { host: ORIGIN.host, origin: ORIGIN.origin, 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams({ person, to: '/' }).toString()
  const response = await app.request(`${ORIGIN.href}sign-in`, { method: 'POST', headers, body })
  assert.equal(response.status, 404)
  assert.deepEqual(response.headers.getSetCookie(), [])
})

test('nobody is chosen in a council of real children, and a provider without TLS is none', async () => {
  const { door, sessions } = served
  const council = { ...served.council, demonstration: false }
  const way = { kind: 'choose', people: async () => [] } as const
  const log = { error: () => {} }
  assert.throws(
    () => signInRoutes({ door, council, sessions, way, log, emergency: async () => [] }),
    /no demonstration/,
  )
  const real = signInRoutes({
    door,
    council,
    sessions,
    way: { kind: 'provider', provider },
    log,
    emergency: async () => [],
  })
  const other = makeApp(real, {
    door,
    council,
    sessions,
    log,
    today: () => '2027-03-31' as never,
    navigation: [],
    childLine: async () => undefined,
  })
  const page = await (await other.request('http://127.0.0.1/sign-in', { headers: { host: '127.0.0.1' } })).text()
  assert.doesNotMatch(page, /Demonstration|invented/i)
  const settings = { issuer: new URL('http://login.example'), clientId: 'k', clientSecret: 's', origin: ORIGIN }
  assert.throws(() => providerAt(settings, WORLD), /https/)
})

/** Signs out at the provider itself, by its own page. */
async function signOutThere(browser: Browser): Promise<void> {
  const page = await (await browser.go(new URL('/session/end', real.issuer))).text()
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? assert.fail(page)
  const body = new URLSearchParams({ xsrf, logout: 'yes' }).toString()
  const done = await browser.go(new URL('/session/end/confirm', real.issuer), { method: 'POST', body })
  assert.ok(done.status < 400, String(done.status))
}
const tell = async (token: string): Promise<number> => {
  const headers = { host: ORIGIN.host, 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams({ logout_token: token }).toString()
  return (await app.request(`${ORIGIN.origin}/sign-in/ended`, { method: 'POST', headers, body })).status
}

test('an administrator links an account on a page, and ends the link; nobody else may, on the page or in the record', async () => {
  const way = { kind: 'provider', provider } as const
  const { person: keeper } = await served.worker('administrator')
  const { person: newcomer } = await served.worker('director')
  const routes = formRoutes(signInForms({ way }), async () => new Map())
  const pages = served.openApp({ way, origin: ORIGIN, routes })
  const sessions = sessionsThrough(served.door)
  const as = async (one: string) => {
    const secret = (await sessions.begin({ council: served.council.council, person: one }, 'A test')) ?? ''
    secrets.add(secret)
    return async (path: string, fields?: Readonly<Record<string, string>>) => {
      const headers = { host: ORIGIN.host, origin: ORIGIN.origin, cookie: `kith-session=${secret}` }
      const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
      if (fields === undefined) return await pages.request(ORIGIN.origin + path, { headers })
      return await pages.request(ORIGIN.origin + path, {
        method: 'POST',
        headers: form,
        body: new URLSearchParams(fields).toString(),
      })
    }
  }
  const hidden = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, n = '', v = '']) => [n, v]),
    )
  const [admin, nobody] = [await as(keeper), await as(newcomer)]
  const at = `/settings/people/${newcomer}`
  const send = async (path: string, fields: Readonly<Record<string, string>>) =>
    await admin(path, { ...hidden(await (await admin(`${path}?fresh=1`)).text()), ...fields, _do: 'send' })

  for (const path of ['/settings/people', `${at}/link`, `${at}/end-link`])
    assert.equal((await nobody(path)).status, 403, path)
  await assert.rejects(
    served.door.as({ council: served.council.council, person: newcomer }, async (asking) =>
      linkSubject(asking, { issuer: real.issuer.origin, subject: 'mine', worker: newcomer }),
    ),
    (error) => error instanceof Refused && error.kind === 'not allowed',
  )
  assert.match(await (await admin('/settings/people')).text(), new RegExp(`${at}/link`))
  const empty = await send(`${at}/link`, { subject: ' ' })
  assert.deepEqual([empty.status, /Write the number of the account/.test(await empty.text())], [422, true])
  assert.equal((await send(`${at}/link`, { subject: 'page account' })).status, 303)
  const twice = await send(`/settings/people/${keeper}/link`, { subject: 'page account' })
  assert.deepEqual([twice.status, /somebody else’s here/.test(await twice.text())], [422, true])
  real.next = { subject: 'page account' }
  const browser = new Browser()
  assert.equal((await browser.signIn()).status, 303)
  assert.equal((await browser.go('/')).status, 200)
  assert.match(await (await admin('/settings/people')).text(), new RegExp(`${at}/end-link`))
  assert.equal((await send(`${at}/end-link`, {})).status, 303)
  assert.equal((await browser.go('/')).status, 303, 'signed out at once')
  await refused(await browser.signIn(), 403, /You are not known here/)
})

test('signing out at the provider ends every session of that account here, and of no other', async () => {
  await linked('dawn elsewhere')
  const other = new Browser()
  await other.signIn()
  await linked('dawn back channel')
  const [one, two] = [new Browser(), new Browser()]
  await one.signIn()
  await two.signIn()
  real.delivered = []
  await signOutThere(one)
  assert.deepEqual(
    real.delivered.map(({ status }) => status),
    [200],
  )
  for (const [browser, status] of [
    [one, 303],
    [two, 303],
    [other, 200],
  ] as const)
    assert.equal((await browser.go('/')).status, status)
})

test('a log-out token that is not the provider’s, not for us, not fresh or none ends nothing', async () => {
  await linked('dawn stays')
  const browser = new Browser()
  await browser.signIn()
  real.delivered = []
  const leaving = new Browser()
  await leaving.signIn()
  await signOutThere(leaving)
  const token = real.delivered[0]?.token ?? assert.fail('no token came')
  secrets.add(token)
  real.next = { subject: 'dawn stays' }
  await browser.signIn()
  const [head = '', body = '', signature = ''] = token.split('.')
  const old = Math.floor(Date.now() / 1000) - 3600
  const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
  const wrong: Readonly<Record<string, string>> = {
    nothing: '',
    'no token': 'x.y.z',
    'without a signature': `${head}.${body}.`,
    'its signature changed': `${head}.${body}.${signature.split('').toReversed().join('')}`,
    'no kind of signature': `${none}.${body}.`,
    'for somebody else': real.signedAnew(token, { aud: 'another client' }),
    'of somebody else': real.signedAnew(token, { iss: 'https://elsewhere.example' }),
    old: real.signedAnew(token, { iat: old, exp: old + 60 }),
    'without its event': real.signedAnew(token, { events: {} }),
    'with a nonce, as an identity token has': real.signedAnew(token, { nonce: 'n' }),
    'of nobody': real.signedAnew(token, { sub: undefined }),
  }
  for (const [what, changed] of Object.entries(wrong)) assert.equal(await tell(changed), 400, what)
  assert.equal((await browser.go('/')).status, 200)
  assert.equal(await tell(real.signedAnew(token, { sub: 'a stranger' })), 200, 'nobody is linked to it')
  assert.equal((await browser.go('/')).status, 200)
  assert.equal(await tell(token), 200)
  assert.equal((await browser.go('/')).status, 303)
  later = 3_600_000
  assert.equal(await tell(token), 400, 'an hour later it is too old')
})

test('no code, state, secret, token or account stands in a log', async () => {
  assert.ok(secrets.size > 40, `${secrets.size}`)
  const entries = await served.query(`select what, subject from kith.access_entry`)
  const lines = JSON.stringify([served.logged, entries])
  assert.ok(served.logged.length >= 10)
  for (const secret of [...secrets, 'stranger-0042', 'dawn token']) assert.ok(!lines.includes(secret), secret)
  const kept = JSON.stringify(await served.query('select * from door.session'))
  for (const secret of secrets) assert.ok(!kept.includes(secret))
})
