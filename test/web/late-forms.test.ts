// A form that comes too late, or is too large: its text is on the page that comes back, and is taken by the person's own press, never silently.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { type Served, servedCouncil } from './council-served.ts'
import { ask, type SignedIn, signIn, wholeApp } from './whole-app.ts'

let served: Served
let app: Hono
let child = ''
let me: SignedIn

before(async () => {
  served = await servedCouncil('late_forms')
  app = wholeApp(served).app
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  const who = await served.worker('allocated-worker', child)
  me = await signIn(served, who.person)
})
after(async () => await served.close())

type Field = readonly [string, string]
const path = () => `/children/${child}/visits/record`
const TEXT = 'We walked to the pond.\n\nShe said: "I don’t know" & <b>laughed</b>, then fed the ducks.'
const FILLED: readonly Field[] = [
  ...([
    ['happened', '30 Mar'],
    ['by', 'representative'],
    ['mode', 'in person'],
    ['seen', 'seen'],
    ['seen', 'alone'],
  ] as const),
  ...([
    ['what', TEXT],
    ['theirWords', 'I fed the ducks, and one of them bit me'],
    ['how', 'said'],
    ['about', 'other'],
  ] as const),
]
const decoded = (value: string): string =>
  value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
/** As a browser sends the form of a page: its hidden fields, and its texts as they stand there. */
function formOf(html: string): readonly Field[] {
  const hidden = [...main(html).matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  const texts = [...main(html).matchAll(/<textarea[^>]*? name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g)]
  return [...hidden, ...texts].map(([, name = '', value = '']) => [name, decoded(value)] as const)
}
async function post(
  fields: readonly Field[],
  secret?: string,
  to = path(),
): Promise<{ status: number; html: string; to: string }> {
  const length = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString().length
  const response = await ask(
    app,
    { method: 'POST', path: to },
    { secret, fields, headers: { 'content-length': String(length) } },
  )
  return { status: response.status, html: await response.text(), to: response.headers.get('location') ?? '' }
}
async function opened(who: SignedIn): Promise<readonly Field[]> {
  const answer = await ask(app, { method: 'GET', path: `${path()}?fresh=1` }, { secret: who.secret })
  const form = /<form[^>]*data-autosave[\s\S]*?<\/form>/.exec(await answer.text())?.[0] ?? ''
  return [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ])
}
const visits = async (): Promise<number> =>
  (await served.query('select from kith.visit_current where child = $1 and recorded_by = $2', [child, me.who.person]))
    .length
const sorted = (fields: readonly Field[]) =>
  fields
    .filter(([name]) => name !== 'form-token')
    .map(([name, value]) => `${name}=${value.replaceAll('\r\n', '\n')}`)
    .sort()

describe('a form that comes after the session has ended', () => {
  test('is carried whole, shown after signing in anew, and taken by a press of one’s own', async () => {
    const before = await visits()
    const earlier = await signIn(served, me.who.person)
    const sent = [...(await opened(earlier)), ...FILLED, ['_do', 'send'] as const]
    await served.sessions.end(earlier.secret)

    const out = await post(sent, earlier.secret)
    assert.equal(out.status, 401)
    assert.match(out.html, /You are signed out/)
    assert.match(out.html, /target="_blank"/)
    assert.doesNotMatch(main(out.html), /<textarea|<b>/, 'hidden, and escaped')
    assert.ok(!out.html.includes(earlier.token))
    assert.deepEqual(sorted(formOf(out.html)), sorted(sent))

    const still = await post(formOf(out.html))
    assert.equal(still.status, 401)
    assert.deepEqual(sorted(formOf(still.html)), sorted(sent), 'pressed too early: all of it is still there')

    const shown = await post(formOf(still.html), me.secret)
    assert.equal(shown.status, 403)
    assert.match(shown.html, /It was opened before you signed in here/)
    assert.match(shown.html, /We walked to the pond/)
    assert.doesNotMatch(main(shown.html), /<b>/)
    assert.deepEqual(sorted(formOf(shown.html)), sorted(sent))
    assert.equal(await visits(), before, 'never taken silently')

    const taken = await post(formOf(shown.html), me.secret)
    assert.equal(taken.status, 303)
    assert.equal(await visits(), before + 1)
  })

  test('of a form without anything typed, and of what is only looked for, nothing is carried', async () => {
    for (const [to, fields] of [
      [path(), [['_do', 'send']]],
      ['/search', [['q', 'Wilhelmina']]],
      ['/tonight', [['q', 'Wilhelmina']]],
      ['/comes-into-care', [['name', 'Wilhelmina']]],
    ] as const) {
      const answer = await post(fields, undefined, to)
      assert.equal(answer.status, 401)
      assert.doesNotMatch(main(answer.html), /<form|Wilhelmina/)
    }
  })

  test('the form of somebody else in the same browser is kept as one’s own draft, and theirs is as it was', async () => {
    const other = await signIn(served, (await served.worker('allocated-worker', child)).person)
    const theirs = [...(await opened(me)), ...FILLED]
    await post([...theirs, ['_do', 'keep']], me.secret)
    const shown = await post([...theirs, ['_do', 'send']], other.secret)
    assert.equal(shown.status, 403)
    const pressed = await post(formOf(shown.html), other.secret)
    assert.equal(pressed.status, 422)
    const drafts = await served.query<{ author: string }>(
      'select author from kith.draft where ended is null order by started desc limit 2',
    )
    assert.deepEqual(
      drafts.map(({ author }) => author),
      [other.who.person, me.who.person],
    )
  })
})

test('a form from another site is not shown again: it is refused before it is read', async () => {
  const headers = { origin: 'https://elsewhere.example', 'content-length': '20' }
  const response = await ask(app, { method: 'POST', path: path() }, { secret: me.secret, fields: FILLED, headers })
  assert.equal(response.status, 403)
  assert.doesNotMatch(await response.text(), /pond/)
})

describe('a form that is too large', () => {
  test('comes back with every letter, says what to do, and is taken when it is shorter', async () => {
    const before = await visits()
    const long = `${TEXT} ${'word '.repeat(60_000)}the end`
    const sent = [
      ...(await opened(me)),
      ...FILLED.filter(([name]) => name !== 'what'),
      ['what', long] as const,
      ['_do', 'send'] as const,
    ]
    const answer = await post(sent, me.secret)
    assert.equal(answer.status, 413)
    assert.match(answer.html, /takes about 262,000 letters\. */)
    assert.match(answer.html, /Shorten it, or send it in two parts/)
    assert.deepEqual(sorted(formOf(answer.html)), sorted(sent))
    const shorter = formOf(answer.html).map(
      ([name, value]) => [name, name === 'what' ? 'We walked to the pond.' : value] as const,
    )
    assert.equal((await post(shorter, me.secret)).status, 303)
    assert.equal(await visits(), before + 1)
  })
  test('of whoever is not signed in, nothing is read; of what no form holds, the browser still has it', async () => {
    const long = [['what', 'x'.repeat(300_000)]] as const
    const out = await post(long)
    assert.equal(out.status, 401)
    assert.ok(out.html.length < 20_000)
    const huge = await ask(
      app,
      { method: 'POST', path: path() },
      { secret: me.secret, fields: long, headers: { 'content-length': '90000000' } },
    )
    assert.equal(huge.status, 413)
    assert.match(await huge.text(), /your browser still holds what you wrote/)
  })
  test('an island is told in JSON', async () => {
    const headers = { 'x-kith-token': me.token, 'content-length': '300000' }
    const response = await ask(
      app,
      { method: 'POST', path: path() },
      { secret: me.secret, fields: [['what', 'x'.repeat(300_000)]], headers },
    )
    assert.deepEqual([response.status, await response.json()], [413, { tooLarge: true }])
    const stale = await ask(
      app,
      { method: 'POST', path: path() },
      { secret: me.secret, fields: [], headers: { 'x-kith-token': 'x' } },
    )
    assert.deepEqual([stale.status, await stale.json()], [403, { otherSession: true }])
  })
})
