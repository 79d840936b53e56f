// Every route that is served, against every relation of the published matrix: what each may is worked out, never read from what it answers.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import pg from 'pg'
import { day } from '#calendar'
import { makeCouncil } from '#database'
import { makeQueue } from '#jobs'
import { mayRecordName, recordName } from '#people'
import type { Route } from '#web'
import { type Action, matrix } from '../access/matrix.ts'
import { Builder, councilWide, relatePeople } from '../access/town.ts'
import { walledTables } from '../access/walled-tables.ts'
import { type Served, servedCouncil } from './council-served.ts'
import { addressOf, ask as askWhole, partsOf, type SignedIn, signIn, UNKNOWN, wholeApp } from './whole-app.ts'

/** Whose record a path names, as the asker stands to it. */
type Whose = 'own' | 'other' | 'closed' | 'hidden' | 'family' | 'foreign' | 'unknown'
const NAMES: Readonly<Record<Exclude<Whose, 'unknown'>, string>> = {
  own: 'Ottoline',
  other: 'Wilhelmina',
  closed: 'Barnabas',
  hidden: 'Evangeline',
  family: 'Thaddeus',
  foreign: 'Persephone',
}

let served: Served
let app: Hono
let routes: readonly Route[]
let children: Readonly<Record<Whose, string>>
let owner: pg.Pool
const people = new Map<string, SignedIn>()
let expired: SignedIn
/** What the process had used before the first question: all tests are one process. */
let begun: NodeJS.CpuUsage
/** What the time is counted by: there are more each time that a page is built. */
let answers = 0
const ask: typeof askWhole = async (...given) => {
  answers += 1
  return await askWhole(...given)
}

async function childCalled(council: number, name: string): Promise<string> {
  const builder = new Builder(owner, council, randomUUID)
  const child = await builder.child()
  await served.door.asService(council, 'import', async (asking) => {
    const named = mayRecordName({ kind: 'given', name, since: '' }, day('2027-03-31'))
    assert.ok('ok' in named)
    await recordName(asking, child, named.ok)
  })
  return child
}

async function makeChildren(builder: Builder): Promise<Readonly<Record<Whose, string>>> {
  const { council } = builder
  const elsewhere = await makeCouncil(served.at.connection, { code: 'E06000902', name: 'Elsewhere' })
  const made = async (whose: Exclude<Whose, 'unknown'>) => [whose, await childCalled(council, NAMES[whose])] as const
  const here = [
    await made('own'),
    await made('other'),
    await made('closed'),
    await made('hidden'),
    await made('family'),
  ]
  const known = Object.fromEntries(here) as Record<Whose, string>
  return { ...known, foreign: await childCalled(elsewhere, NAMES.foreign), unknown: UNKNOWN }
}

before(async () => {
  served = await servedCouncil('denials_web', { filled: false })
  owner = new pg.Pool(served.at.connection)
  await makeQueue(served.at.connection)
  const builder = new Builder(owner, served.council.council, randomUUID)
  children = await makeChildren(builder)
  const boss = await builder.worker('Dawn Okafor')
  for (const whose of ['other', 'closed', 'hidden', 'family'] as const) await builder.allocate(children[whose], boss)
  const workers = new Map(await relatePeople(builder, children.own))
  const late = await builder.worker('Somebody of last night')
  await builder.breakGlass(children.own, late)
  await owner.query(`update kith.break_glass_use set until = now() - interval '1 second' where person = $1`, [late])
  // The builder seals no words: without their key a page that reads why the glass was broken finds them destroyed.
  await owner.query('delete from kith.word_key where record in (select id from kith.break_glass_use)')
  await owner.query('select kith.refresh_sight($1::smallint, $2)', [builder.council, children.own])
  workers.delete('child') // no worker
  for (const [at, [relation, person]] of [...workers].entries()) {
    const how = at % 2 === 0 ? 'family' : 'themselves' // one wall for both
    await builder.add('own_family', { person, child: children.family, how })
    // Each also works with the two that are kept from them: a restriction and hiding take it away again.
    if (!councilWide.has(relation))
      for (const whose of ['closed', 'hidden'] as const)
        await builder.relate(person, 'co-worker', { child: children[whose] })
    people.set(relation, await signIn(served, person))
  }
  await builder.restrict(children.closed, { kind: 'closed', named: [boss], ask: boss })
  await builder.restrict(children.hidden, { kind: 'hidden', named: [boss] })
  expired = await signIn(served, late)
  const all = wholeApp(served)
  app = all.app
  routes = all.routes
})
after(async () => {
  await owner?.end()
  await served?.close()
})

/** What the matrix, and the lock that the route declares, say; nothing else is asked. */
type Expected = 'let in' | 'not allowed' | 'closed' | 'not found'
function expectedOf({ lock: { may } }: Route, relation: string, whose: Whose): Expected {
  if (may === 'anyone' || may === 'worker') return 'let in'
  if ('as' in may) return may.as.some((as) => as === relation) ? 'let in' : 'not allowed'
  if (whose === 'hidden' || whose === 'family' || whose === 'foreign' || whose === 'unknown') return 'not found'
  if (whose === 'closed') return 'closed'
  const line = matrix.find((one) => one.relation === relation)
  const stands = line !== undefined && line.see.length > 0 && (whose === 'own' || councilWide.has(relation))
  if (!stands) return 'closed'
  const [action, scope] = may
  return line[action satisfies Action].includes(scope) ? 'let in' : 'not allowed'
}

/** Refused by nobody: the page, a way on, or what the handler itself did not find or take of an empty form. */
const LET_IN: ReadonlySet<number> = new Set([200, 303, 404, 409, 422])
/** Pages that somebody was shown: a handler may ask for more than the lock does, but not turn away everybody. */
const shown = new Set<string>()
/** Shown to nobody here: a part of the plan is asked for by a parameter, and none of these children is in care, sealed, or asked for their file. */
const NEEDS_MORE = [
  '/children/:child/own-file/make',
  ...['plan', 'placement-plan', 'pathway-plan', 'health-plan', 'safety-plan'].map(
    (at) => `/children/:child/${at}/history`,
  ),
  '/children/:child/leaves-care',
  ...['known-again', 'open-again', 'shown-to'].map((at) => `/children/:child/seal/${at}`),
]
const everyName = new RegExp(Object.values(NAMES).join('|'))

/** What was let in may have ended the session: signing out everywhere does. */
async function again({ method }: Route, relation: string, { who, secret }: SignedIn): Promise<void> {
  if (method !== 'POST' || (await served.sessions.of(secret, who.council)) !== undefined) return
  const fresh = await signIn(served, who.person)
  if (relation === 'expired break-glass') expired = fresh
  else people.set(relation, fresh)
}

async function check(route: Route, relation: string, whose: Whose): Promise<string> {
  const asker = relation === 'expired break-glass' ? expired : people.get(relation)
  assert.ok(asker !== undefined && asker.secret !== '', relation)
  const path = addressOf(route.path, children[whose])
  const said = `${route.method} ${path}: ${relation}, ${whose}`
  const response = await ask(
    app,
    { method: route.method, path },
    { secret: asker.secret, fields: [['form-token', asker.token]] },
  )
  const text = await response.text()
  const expected = expectedOf(route, relation, whose)
  if (expected === 'let in') {
    await again(route, relation, asker)
    assert.ok(LET_IN.has(response.status), `${said}: ${response.status}`)
    assert.doesNotMatch(text, /This record is closed|You cannot see this/, said)
    if (route.method === 'GET' && [200, 303].includes(response.status)) shown.add(route.path)
    return ''
  }
  const status = { 'not allowed': 403, closed: 403, 'not found': 404 }[expected]
  assert.equal(response.status, status, said)
  const title = { 'not allowed': 'You cannot see this', closed: 'Closed record', 'not found': 'Page not found' }[
    expected
  ]
  assert.ok(text.includes(`<title>${title} – Kith</title>`), said)
  const told = `${text}${JSON.stringify([...response.headers])}`
  assert.doesNotMatch(told, everyName, said)
  // A closed record may be opened in an emergency; that link holds the id by which it was asked for.
  const apart = expected === 'closed' ? told.replaceAll(`/break-glass/${children[whose]}`, '') : told
  assert.ok(!apart.includes(children[whose]), `${said}: the id`)
  // Seconds go by between two requests; nothing else may differ.
  return told.replace(/data-idle-left="\d+"/, '').replace(/"content-length","\d+"/, '')
}

const guarded = (): readonly Route[] => routes.filter(({ open }) => !open)
const posts = (): readonly Route[] => routes.filter(({ method }) => method === 'POST')
const ofChildren = (): readonly Route[] => routes.filter(({ path }) => partsOf(path).includes('child'))
const relations = matrix.map(({ relation }) => relation).filter((relation) => relation !== 'child')

/** Asked once which there are: that takes longer than to count them. */
let tables: ReturnType<typeof walledTables> | undefined
async function counted(): Promise<string> {
  tables ??= walledTables(owner)
  const parts = (await tables).map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`)
  return JSON.stringify((await owner.query(parts.join(' union all '))).rows)
}

test('every part of every path can be filled; one that is new must be', () => {
  assert.ok(guarded().length > 200 && posts().length > 100, `${guarded().length}, ${posts().length}`)
  for (const { path } of routes) addressOf(path, UNKNOWN)
  assert.throws(() => addressOf('/children/:child/:nobody-said', UNKNOWN), /:nobody.*whole-app\.ts/)
})

test('a child of the record has no session among the workers', async () => {
  assert.equal((await signIn(served, children.own)).secret, '')
})

describe('every route, every relation', async () => {
  let before = ''
  test('nobody has asked yet', async () => {
    begun = process.cpuUsage()
    before = await counted()
  })
  for (const relation of [...relations, 'expired break-glass'])
    test(relation, async () => {
      for (const route of guarded()) {
        const named = partsOf(route.path).includes('child')
        for (const whose of named ? (['own', 'other'] as const) : (['own'] as const))
          await check(route, relation, whose)
      }
    })
  test('and an empty form has written nothing, but for a plan that was begun with its button', async () => {
    const without = (counts: string) => counts.replaceAll(/\{"name":"kith\.plan(_edition|_state)?","n":\d+\}/g, '')
    assert.equal(without(await counted()), without(before))
  })
  test('and every page was shown to somebody', () => {
    const plain = ({ method, path }: Route) =>
      method === 'GET' && partsOf(path).every((part) => part === 'child' || part === 'rule')
    const paths = guarded().flatMap((route) => (plain(route) ? [route.path] : []))
    assert.ok(paths.length > 50, `${paths.length}`)
    assert.deepEqual(paths.filter((path) => !shown.has(path)).toSorted(), NEEDS_MORE.toSorted())
  })
})

describe('hidden, unknown, another council’s and one’s own family are one answer, byte for byte', () => {
  /** The strongest of each kind of sight always, and the others in turn: which of them a route meets changes nothing. */
  const askers = (at: number): readonly string[] => {
    const turn = relations[at % relations.length]
    return [...new Set(['allocated-worker', 'director', ...(turn === undefined ? [] : [turn])])]
  }
  test('on every route that names a child; a closed record is closed', { timeout: 600_000 }, async () => {
    const named = ofChildren()
    assert.ok(named.length > 100, `${named.length}`)
    for (const [at, route] of named.entries())
      for (const relation of askers(at)) {
        const answers = new Set<string>()
        for (const whose of ['hidden', 'family', 'foreign', 'unknown'] as const)
          answers.add(await check(route, relation, whose))
        assert.equal(answers.size, 1, `${route.method} ${route.path}: ${relation}`)
        assert.ok(!answers.has(''), `${route.method} ${route.path}: ${relation} was let in`)
        await check(route, relation, 'closed')
      }
  })
})

describe('whoever is not signed in as themselves', () => {
  const cases: Readonly<Record<string, () => Promise<{ secret?: string; token: string }>>> = {
    'nobody signed in': async () => ({ token: 'x' }),
    'a session that ran out, with its own token': async () => {
      const { secret, token, who } = await signIn(served, people.get('director')?.who.person ?? '')
      await owner.query(`update door.session set seen = now() - interval '13 hours' where person = $1`, [who.person])
      people.set('director', await signIn(served, who.person))
      return { secret, token }
    },
    'a session that was made up': async () => ({ secret: 'A'.repeat(43), token: 'x' }),
  }
  for (const [what, made] of Object.entries(cases))
    test(what, async () => {
      const { secret, token } = await made()
      const before = await counted()
      for (const route of guarded()) {
        const path = addressOf(route.path, children.own)
        const response = await ask(app, { method: route.method, path }, { secret, fields: [['form-token', token]] })
        assert.equal(response.status, route.method === 'GET' ? 303 : 401, `${route.method} ${path}`)
        const text = await response.text()
        assert.doesNotMatch(text + JSON.stringify([...response.headers]), everyName, path)
        if (route.method === 'GET')
          assert.equal(response.headers.get('location'), `/sign-in?to=${encodeURIComponent(path)}`)
      }
      assert.equal(await counted(), before)
    })

  test('a forged form: no token, another’s, one of an earlier session, one sent again after signing out', async () => {
    const worker = people.get('allocated-worker')
    assert.ok(worker)
    const earlier = await signIn(served, worker.who.person)
    await served.sessions.end(earlier.secret)
    const others = people.get('director')?.token ?? ''
    const before = await counted()
    for (const route of posts())
      for (const token of ['', others, earlier.token, `${worker.token}x`]) {
        const path = addressOf(route.path, children.own)
        const response = await ask(
          app,
          { method: 'POST', path },
          { secret: worker.secret, fields: [['form-token', token]] },
        )
        const text = await response.text()
        assert.equal(response.status, 403, `${path} ${token}`)
        // Of a form with a file the lock is asked before the form is read.
        assert.match(text, route.files === undefined ? /was not taken/ : /was not taken|You cannot see this/)
        if (token !== '') assert.ok(!text.includes(token), path)
      }
    assert.equal(await counted(), before)
  })

  test('a form from another site, whatever it carries', async () => {
    const worker = people.get('allocated-worker')
    assert.ok(worker)
    for (const route of posts()) {
      const path = addressOf(route.path, children.own)
      const headers = { origin: 'https://elsewhere.example' }
      const response = await ask(
        app,
        { method: 'POST', path },
        { secret: worker.secret, fields: [['form-token', worker.token]], headers },
      )
      assert.equal(response.status, 403, path)
    }
  })
})

test('no name of a child stands in a line of a log; nothing broke; and no answer took long', async () => {
  assert.deepEqual(served.logged, [])
  const { rows } = await owner.query<{ line: string }>(
    `select what || ' ' || coalesce(subject::text, '') as line from kith.access_entry`,
  )
  assert.ok(rows.length > 500)
  assert.deepEqual(
    rows.filter(({ line }) => everyName.test(line)),
    [],
  )
  // Counted in time of the processor, since a machine that is busy with something else takes longer.
  const { user, system } = process.cpuUsage(begun)
  const each = (user + system) / 1000 / answers
  assert.ok(each < 15, `${answers} answers, ${each.toFixed(1)} ms each`)
})
