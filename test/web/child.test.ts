// The pages of one child as several people: each sees their own parts of the record, and nobody a word beyond them.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { restrict } from '#access'
import { type ToldCouncil, toldCouncil } from './child-told.ts'
import type { Browser } from './council-served.ts'

const TABS = ['', '/story', '/family', '/where', '/plan', '/learning', '/health', '/duties', '/chronology'] as const
let told: ToldCouncil
before(async () => {
  told = await toldCouncil('child-pages')
})
after(async () => await told?.close())

/** Bytes of HTML. */
/** How long the session has left counts down between two looks. */
const apartFromClock = (text: string) => text.replace(/ data-idle-left="\d+"/, '')
const PROMISED = 30_000

const home = { headers: { host: '127.0.0.1:4444' } }
async function see(app: Browser, tab: string, child = told.cass) {
  const response = await app.request(`http://127.0.0.1:4444/children/${child}${tab}`, home)
  return { status: response.status, text: await response.text() }
}
const statuses = async (app: Browser): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries(await Promise.all(TABS.map(async (tab) => [tab, (await see(app, tab)).status] as const)))
const tabsIn = (text: string) =>
  [...text.matchAll(/<li><a href="\/children\/[0-9a-f-]+(\/\w+)?"( aria-current="page")?>([^<]+)/g)].map(
    ([, , , words]) => words,
  )

test('the allocated worker sees every tab, with what a stranger must know in the head', async () => {
  const app = told.appFor(told.worksWith)
  const { text } = await see(app, '')
  for (const said of [
    /Likes to be called <strong>Cass/,
    /12 years 9 months \(born Mon 9 Jun 2014\)/,
    /Alison Meadows and David Meadows/,
    /Asthma: the blue inhaler/,
    /their fifth|their first|their second/,
    /Wexmoor High School/,
    /I want to stay with Alison and David/,
    /Said for Sat 20 Mar 2027/,
    /Cass was seen alone/,
    /science prize/,
  ])
    assert.match(text, said)
  assert.deepEqual(
    Object.values(await statuses(app)),
    TABS.map(() => 200),
  )
  for (const tab of TABS) {
    const page = await see(app, tab)
    assert.ok(Buffer.byteLength(page.text) < PROMISED, `${tab}: ${Buffer.byteLength(page.text)}`)
    assert.equal([...page.text.matchAll(/<h1/g)].length, 1, `${tab}: one h1`)
    assert.doesNotMatch(page.text, /undefined|\[object Object\]/, tab)
  }
})

/** A nurse may read the plan, and the plan names people. */
const withoutPlan = (text: string): string =>
  text
    .split('<section')
    .filter((part) => !part.includes('The plan '))
    .join('')

test('a nurse sees health and the plan, and no story, family or visit, in words, tabs or numbers', async () => {
  const app = told.appFor(await told.worker('health-team', told.cass))
  const { text } = await see(app, '')
  assert.match(text, /Asthma: the blue inhaler/)
  for (const hidden of [
    'Craig Dunmall',
    'Ruby',
    'science prize',
    'seen alone',
    'I want to stay',
    'Care order',
    'Freeing order',
  ])
    assert.ok(!withoutPlan(text).includes(hidden), hidden)
  const open = await statuses(app)
  assert.deepEqual(open, {
    '': 200,
    '/story': 403,
    '/family': 403,
    '/where': 200,
    '/plan': 200,
    '/learning': 403,
    '/health': 200,
    '/duties': 200,
    '/chronology': 403,
  })
  assert.ok(!tabsIn(text).includes('Story'))
  assert.ok(tabsIn(text).includes('Health'))
})

test('the virtual school sees learning and the story that is theirs, and no home', async () => {
  const app = told.appFor(await told.worker('virtual-school', told.cass))
  const { text } = await see(app, '/story')
  assert.doesNotMatch(text, /Meadows, foster home|Homes since|Nights in this home|Miles from home|Times missing/)
  assert.doesNotMatch(text, /My room is the right green/, 'the child was told that school does not read this')
  const open = await statuses(app)
  assert.deepEqual([open['/learning'], open['/where'], open['/family'], open['/health']], [200, 403, 403, 200])
})

test('out-of-hours sees who, where tonight and must-knows, and no story', async () => {
  const app = told.appFor(await told.worker('out-of-hours'))
  const { text } = await see(app, '')
  assert.match(text, /Mum’s address must not reach|Mum&#39;s address|Mum’s address/)
  assert.match(text, /Tonight/)
  const open = await statuses(app)
  assert.deepEqual(
    [open['/where'], open['/family'], open['/story'], open['/plan'], open['/health']],
    [200, 200, 403, 403, 403],
  )
})

test('a protected address is not on the page of whoever may not know it', async () => {
  const worker = await see(told.appFor(told.worksWith), '/family')
  assert.match(worker.text, /Address protected: you may know it/)
  const reviewer = await see(told.appFor(await told.worker('reviewing-officer', told.cass)), '/family')
  assert.equal(reviewer.status, 200)
  assert.match(reviewer.text, /Leanne Prior/)
  assert.doesNotMatch(reviewer.text, /A flat in Wexmoor|Address protected/)
})

test('nobody, closed, hidden, another council and unknown', async () => {
  const stranger = told.appFor(await told.worker(undefined))
  for (const tab of TABS) assert.equal((await see(stranger, tab)).status, 403, tab)
  const unknown = await see(told.app, '/story', '00000000-0000-7000-8000-000000000000')
  assert.equal(unknown.status, 404)
  const decider = await told.worker('director')
  const decision = { named: [decider.person], why: 'A test.', decided: '2027-03-01' }
  const set = async (change: Parameters<typeof restrict>[2]) =>
    await told.door.as(decider, async (asking) => await restrict(asking, told.cass, change))
  await set({ kind: 'hidden', ...decision })
  for (const tab of TABS) {
    const page = await see(told.app, tab)
    assert.equal(page.status, 404, tab)
    assert.equal(apartFromClock(page.text), apartFromClock(unknown.text), `${tab}: the same page, byte for byte`)
  }
  await set({ kind: 'closed', ask: decider.person, ...decision })
  for (const tab of TABS) {
    const page = await see(told.app, tab)
    assert.equal(page.status, 403, tab)
    assert.match(page.text, /This record is closed/)
    assert.doesNotMatch(page.text, /Cass|Meadows/)
  }
  await set({ kind: 'lifted', why: 'Done.', decided: '2027-03-02' })
})

async function post(app: Browser, fields: Readonly<Record<string, string>>) {
  const { text } = await see(app, '/chronology')
  const token = /name="form-token" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const response = await app.request(`http://127.0.0.1:4444/children/${told.cass}/chronology`, {
    method: 'POST',
    headers: { ...home.headers, origin: 'http://127.0.0.1:4444', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ 'form-token': token, ...fields }).toString(),
  })
  return { status: response.status, text: await response.text() }
}

test('a chronology is printed when why and whom for are said, and logged; police notes are left out', async () => {
  const app = told.appFor(told.worksWith)
  const asked = await see(app, '/chronology')
  assert.match(asked.text, /1 key event is left out/)
  assert.doesNotMatch(asked.text, /Craig Dunmall was seen/)
  const refused = await post(app, { why: 'proceedings' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Say who it is for/)
  assert.match(refused.text, /value="proceedings" checked/)
  const printed = await post(app, { why: 'proceedings', for: 'court' })
  assert.equal(printed.status, 200)
  assert.match(printed.text, /Confidential\. Court proceedings\. For: the court/)
  assert.doesNotMatch(printed.text, /Craig Dunmall was seen/)
  const logged = await told.query<{ subject: unknown }>(
    "select subject from kith.access_entry where child = $1 and person = $2 and what = 'printed the chronology'",
    [told.cass, told.worksWith.person],
  )
  assert.equal(logged.length, 1)
  assert.match(JSON.stringify(logged[0]?.subject), /"for": ?"court"/)
  const reviewer = told.appFor(await told.worker('reviewing-officer', told.cass))
  assert.match((await see(reviewer, '/chronology')).text, /Only the allocated worker/)
  assert.equal((await post(reviewer, { why: 'review', for: 'court' })).status, 403)
})

test('the whole story of a rich child is within what is promised, page by page, and nothing of it is out of reach', async () => {
  const app = told.appFor(told.worksWith)
  const titles: string[] = []
  const [, count] = /Everything <span>\((\d+)\)/.exec((await see(app, '/story')).text) ?? []
  for (const span of ['life', 'care', 'year'])
    for (let number = 1; number <= Math.ceil(Number(count) / 20); number += 1) {
      const { text } = await see(app, `/story?show=all&span=${span}&page=${number}`)
      assert.ok(Buffer.byteLength(text) < PROMISED, `${span} ${number}: ${Buffer.byteLength(text)}`)
      if (span === 'life') titles.push(...[...text.matchAll(/<time datetime/g)].map(String))
    }
  assert.ok(Number(count) > 40, count)
  assert.equal(titles.length, Number(count))
})

test('filters, spans and pages stand in the address; what is none falls back', async () => {
  const app = told.appFor(told.worksWith)
  const all = await see(app, '/story?show=all')
  assert.match(all.text, /Showing 1 to 20 of \d+/)
  assert.match(all.text, /href="[^"]*\?show=all&amp;page=2"/)
  const voice = await see(app, '/story?show=voice&span=year')
  assert.match(voice.text, /What we did about it: Saturdays every week/)
  assert.match(voice.text, /I want to see Ruby every week/)
  const none = await see(app, '/story?show=everything-else&span=x&page=-3')
  assert.equal(none.status, 200)
  const good = await see(app, '/story?show=missing')
  assert.match(good.text, /Never recorded as missing/)
})
