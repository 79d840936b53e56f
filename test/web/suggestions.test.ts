// Children suggested while somebody types: those whom the search would show them, a closed record with whom to ask, nobody hidden; logged, and no word of it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { restrict } from '#access'
import type { Who } from '#database'
import { type Served, servedCouncil } from './council-served.ts'
import { ask, HERE, signIn, wholeApp } from './whole-app.ts'

let served: Served
let app: ReturnType<typeof wholeApp>['app']
/** Whom the worker works with, and another child. */
let [own, other] = ['', '']
let [ownName, otherName] = ['', '']
let worker: Who
/** Who sees all, and decides. */
let director: Who

type Answer = {
  readonly children: readonly { readonly id: string; readonly name: string; readonly beside: string }[]
  readonly closed: readonly { readonly ask: string | null }[]
  readonly more: boolean
}
const PATH = { method: 'POST', path: '/search/suggestions' } as const

async function asked(q: string, who: Who, { token = '' } = {}): Promise<Response> {
  const { secret, token: own } = await signIn(served, who.person)
  return await ask(app, PATH, { secret, fields: [['q', q]], headers: { 'x-kith-token': token || own } })
}
async function suggested(q: string, who: Who): Promise<Answer> {
  const response = await asked(q, who)
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('cache-control'), 'no-store')
  return (await response.json()) as Answer
}
const idsOf = ({ children }: Answer): readonly string[] => children.map(({ id }) => id)

async function nameOf(child: string): Promise<string> {
  const response = await served.app.request(`${HERE}/children/${child}`, { headers: { host: '127.0.0.1:4444' } })
  return /<h1>([^<]+)</.exec(await response.text())?.[1] ?? ''
}

before(async () => {
  served = await servedCouncil('suggestions')
  app = wholeApp(served).app
  director = served.who
  const children = await served.query<{ id: string }>('select id from kith.child order by id limit 2')
  ;[own, other] = [children[0]?.id ?? '', children[1]?.id ?? '']
  ;[ownName, otherName] = [await nameOf(own), await nameOf(other)]
  worker = await served.worker('allocated-worker', own)
})
after(async () => await served?.close())

test('from two letters on: a few, the surest first, each with age and why', async () => {
  assert.deepEqual(await suggested(ownName.slice(0, 1), director), { children: [], closed: [], more: false })
  const [given = ''] = ownName.split(' ')
  const few = await suggested(given.slice(0, 2), director)
  assert.ok(few.children.length > 0 && few.children.length <= 7)
  const whole = await suggested(ownName.toUpperCase(), director)
  assert.equal(whole.children[0]?.id, own)
  assert.equal(whole.children[0]?.name, ownName)
  assert.match(whole.children[0]?.beside ?? '', /(year|week).* · name: /)
  assert.deepEqual(await suggested('wwwwbbbbdddd', director), { children: [], closed: [], more: false })
})

test('more than seven are said, not sent', async () => {
  const letters = 'a b c d e f g h j k l m n o p r s t v w y z'
    .split(' ')
    .flatMap((one) => [`${one}a`, `${one}e`, `${one}o`])
  let most: Answer | undefined
  for (const two of letters) {
    most = await suggested(two, director)
    if (most.more) break
  }
  assert.equal(most?.more, true)
  assert.equal(most.children.length, 7)
})

test('whom the asker may not see is not suggested: closed only by a whole name and without its id, hidden never', async () => {
  assert.deepEqual(idsOf(await suggested(ownName, worker)), [own])
  const closed = await suggested(otherName, worker)
  assert.ok(!JSON.stringify(closed).includes(other))
  assert.equal(closed.closed.length, 1)
  const [given = '', family = ''] = otherName.split(' ')
  assert.deepEqual((await suggested(`${given} ${family.slice(0, -1)}`, worker)).closed, [], 'a beginning tells nothing')
  const decision = { named: [director.person], decided: '2027-03-01' }
  const set = async (kind: 'hidden' | 'lifted', why: string) =>
    await served.door.as(director, async (asking) =>
      kind === 'hidden'
        ? await restrict(asking, other, { kind, why, ...decision })
        : await restrict(asking, other, { kind, why, decided: '2027-03-02' }),
    )
  await set('hidden', 'A test.')
  assert.deepEqual(await suggested(otherName, worker), { children: [], closed: [], more: false })
  assert.deepEqual(idsOf(await suggested(otherName, await served.worker('director'))), [])
  assert.ok(idsOf(await suggested(otherName, director)).includes(other), 'found by whom the decision names')
  await set('lifted', 'Done.')
  assert.deepEqual((await suggested(ownName, await served.worker('analyst'))).children, [], 'who reads no names')
})

test('each look is logged with the children shown and whom to ask about, and no letter of what was typed', async () => {
  const who = await served.worker('allocated-worker', own)
  await suggested(ownName, who)
  await suggested(otherName, who)
  const entries = await served.query<{ what: string; child: string | null; subject: unknown }>(
    'select what, child, subject from kith.access_entry where person = $1',
    [who.person],
  )
  const noted = entries.map(({ what, child }) => `${what}: ${child ?? ''}`)
  assert.equal(noted.filter((line) => line === 'was suggested children: ').length, 2)
  for (const line of [`saw in a list: ${own}`, `was told to ask: ${other}`]) assert.ok(noted.includes(line), line)
  for (const word of `${ownName} ${otherName}`.split(' ')) assert.ok(!JSON.stringify(entries).includes(word), word)
})

test('without a session, with another token, and from an address: nothing', async () => {
  const headers = { 'x-kith-token': 'x'.repeat(43) }
  assert.equal((await ask(app, PATH, { fields: [['q', ownName]], headers })).status, 401)
  const other = await asked(ownName, worker, { token: 'x'.repeat(43) })
  assert.equal(other.status, 403)
  assert.doesNotMatch(await other.text(), new RegExp(own))
  const { secret } = await signIn(served, worker.person)
  assert.equal((await ask(app, { ...PATH, method: 'GET' }, { secret })).status, 404, 'a name in an address is not read')
})
