// Homes, lists, search, approvals, actions, tonight, the access log and broken glass: as each kind of person, and refused to the others.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { restrict } from '#access'
import { recordAction } from '#actions'
import { day, numberOf } from '#calendar'
import { dutiesAhead } from '#clock'
import type { Who } from '#database'
import { askApproval } from '#decisions'
import { endMustKnow, mayRecordMustKnow, recordMustKnow } from '#family'
import { isStillOwed, scopeOf } from '#ledger'
import { aheadOf, childrenOn } from '#overview'
import { NOT_RELEASED } from '#people'
import { TOLD } from '#views'
import { emergenciesByMonth } from '../../src/sight/store.ts'
import { type Browser, type Served, servedCouncil } from './council-served.ts'

const TODAY = day('2027-03-31')
const HERE = 'http://127.0.0.1:4444'
const HOST = { host: '127.0.0.1:4444' }

let served: Served
let ids: readonly string[]
let child: string
let worker: Who

before(async () => {
  served = await servedCouncil('homes')
  ids = (await served.query<{ id: string }>('select id from kith.child order by id')).map(({ id }) => id)
  // One with a late review, so that there is something to do.
  const [late] = await served.query<{ child: string }>(
    `select child from kith.duty where standing = 'open' and due < '2027-03-31' and covered_until >= due and (closes is null or closes > '2027-03-31') order by due limit 1`,
  )
  child = late?.child ?? ''
  worker = await served.worker('allocated-worker', child)
})
after(async () => await served.close())

async function see(path: string, who: Who | Browser = served.app) {
  const browser = 'request' in who ? who : served.appFor(who)
  const response = await browser.request(HERE + path, { headers: HOST })
  return { status: response.status, to: response.headers.get('location'), text: await response.text() }
}
async function post(path: string, fields: Readonly<Record<string, string>>, who: Who) {
  const response = await served.appFor(who).request(HERE + path, {
    method: 'POST',
    headers: { ...HOST, 'content-type': 'application/x-www-form-urlencoded', origin: HERE },
    body: new URLSearchParams(fields).toString(),
  })
  return { status: response.status, to: response.headers.get('location'), text: await response.text() }
}
const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
/** A browser keeps its session: the token of a page is of the session that reads it. */
async function fill(path: string, fields: Readonly<Record<string, string>>, who: Who) {
  const browser = served.appFor(who)
  const page = await see(`${path}?fresh=1`, browser)
  const response = await browser.request(HERE + path, {
    method: 'POST',
    headers: { ...HOST, 'content-type': 'application/x-www-form-urlencoded', origin: HERE },
    body: new URLSearchParams({ ...hiddenIn(page.text), ...fields }).toString(),
  })
  return { status: response.status, to: response.headers.get('location'), text: await response.text() }
}
async function search(q: string, who: Who, to = '/search') {
  const browser = served.appFor(who)
  const { 'form-token': token = '' } = hiddenIn((await see(to, browser)).text)
  const response = await browser.request(HERE + to, {
    method: 'POST',
    headers: { ...HOST, 'content-type': 'application/x-www-form-urlencoded', origin: HERE },
    body: new URLSearchParams({ 'form-token': token, q }).toString(),
  })
  assert.equal(response.status, 303)
  const found = response.headers.get('location') ?? ''
  assert.match(found, /^\/(search|tonight)\?looked=\d+$/, 'and no name in the address')
  return (await see(found, browser)).text
}
const nameOf = async (id: string): Promise<string> =>
  /<h1>([^<]+)</.exec((await see(`/children/${id}`)).text)?.[1] ?? ''
const linksTo = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/href="\/children\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? '')),
]

const TITLES: readonly (readonly [string, RegExp])[] = [
  ['allocated-worker', /<h1>Your children</],
  ['reviewing-officer', /<h1>Your reviews</],
  ['health-team', /<h1>Health of our children</],
  ['virtual-school', /<h1>Learning of our children</],
  ['placement-team', /<h1>Homes</],
  ['business-support', /<h1>Reviews and letters</],
  ['duty', /<h1>On duty</],
  ['auditor', /<h1>Records open to you</],
]
for (const [relation, title] of TITLES)
  test(`the home of ${relation}: their one child, and nobody else`, async () => {
    const { status, text } = await see('/', await served.worker(relation, child))
    assert.equal(status, 200)
    assert.match(text, title)
    assert.match(text, /1 child/)
    assert.deepEqual(linksTo(text), [child])
  })

const WIDE: readonly (readonly [string, RegExp])[] = [
  ['director', /<h1>How our children are doing</],
  ['analyst', /<h1>Duties across the council</],
  ['quality-lead', /<h1>Duties across the council</],
  ['administrator', /<h1>Teams and workers</],
  ['member', /<h1>Your part in this council</],
]
for (const [relation, title] of WIDE)
  test(`the home of ${relation}`, async () => {
    const { status, text } = await see('/', await served.worker(relation))
    assert.equal(status, 200)
    assert.match(text, title)
    if (relation !== 'director') assert.equal(linksTo(text).length, 0, 'no child is named')
  })

test('somebody without children, and somebody in no part, are told what comes next', async () => {
  const { text } = await see('/', await served.worker(undefined))
  assert.match(text, /No children yet/)
  assert.match(text, /Your manager allocates/)
})

test('in two parts: a switch, and each home by its address', async () => {
  const both = await served.worker('allocated-worker', child)
  await served.query(
    `with fresh as (select kith.new_id() as id) insert into kith.standing_relation (council, id, line, person, relation, child, since, until, retracted, reason, recorded_by)
     select $1, id, id, $2, 'reviewing-officer', $3, '2015-01-01', 'infinity', false, 'role', $2 from fresh`,
    [both.council, both.person, child],
  )
  assert.match((await see('/', both)).text, /aria-current="true">Your children/)
  assert.match((await see('/?as=reviewing', both)).text, /<h1>Your reviews</)
  assert.match((await see('/?as=leaders', both)).text, /<h1>Your children</, 'a part that is not theirs opens nothing')
})

test('do next: what is late, with its reason and one button; the grid says what is not known', async () => {
  const { text } = await see('/', worker)
  assert.match(text, /days? late/)
  assert.match(text, /within \d+ \w+ of the review of/)
  assert.match(text, /Not known/)
  assert.match(text, new RegExp(`/children/${child}/visits/record`))
})

test('new since: what others wrote after the last look, and nothing of one’s own', async () => {
  const who = await served.worker('allocated-worker', child)
  const browser = served.appFor(who)
  assert.match((await see('/', browser)).text, /from your next look on/)
  await served.query(
    `set session_replication_role = replica; update kith.access_entry set at = at - interval '2 hours' where person = '${who.person}'`,
  )
  const record = async (by: Who) =>
    await served.door.as(by, async (asking) => {
      await asking.insert('kith.visit', [await visitRow(asking, by)])
    })
  await record(who)
  assert.doesNotMatch((await see('/', browser)).text, /: a visit/)
  await record(worker)
  const { text } = await see('/', browser)
  assert.match(text, /: a visit, by\s+Dawn Test/)
})
type AskingOf = Parameters<Parameters<Served['door']['as']>[1]>[0]
async function visitRow(asking: AskingOf, by: Who) {
  const [id = ''] = await asking.newIds(1)
  const said = { happened: '2027-03-30', visitor: by.person, visitor_role: 'other', mode: 'in person' }
  return { council: by.council, id, line: id, child, recorded_by: by.person, ...said }
}

test('the list counts what is late as the ledger does, child for child', async () => {
  const late = await served.door.as(served.who, async (asking) => {
    const duties = await dutiesAhead(asking, ids, TODAY)
    return ids.filter((id) => aheadOf(duties.get(id) ?? [], numberOf(TODAY)).late > 0)
  })
  const { text } = await see('/children?late=any')
  assert.ok(late.length > 0)
  assert.deepEqual(linksTo(text).toSorted(), late.toSorted())
  const order = [...text.matchAll(/(\d+) days? late</g)].map(([, days]) => Number(days))
  assert.deepEqual(
    order,
    order.toSorted((a, b) => b - a),
  )
})

/** Every child of a list, over all its pages, and how many it says there are. */
async function wholeList(path: string, who: Who | Browser = served.app) {
  const first = (await see(path, who)).text
  const count = Number(/<strong>([\d,]+) child/.exec(first)?.[1]?.replace(',', '') ?? 0)
  const found = linksTo(first).slice()
  for (let at = 2; found.length < count && at < 20; at += 1)
    found.push(...linksTo((await see(`${path}${path.includes('?') ? '&' : '?'}page=${at}`, who)).text))
  return { count, found: found.toSorted() }
}

/** Days left of everything that is still owed; what is late has fewer than none. */
async function owedNow(): Promise<readonly { readonly id: string; readonly scope: string; readonly left: number }[]> {
  const on = numberOf(TODAY)
  const duties = await served.door.as(served.who, async (asking) => await dutiesAhead(asking, ids, TODAY))
  return [...duties].flatMap(([id, own]) =>
    own.flatMap((duty) =>
      duty.due !== undefined && isStillOwed(duty, on) ? [{ id, scope: scopeOf(duty.basis), left: duty.due - on }] : [],
    ),
  )
}
/** The child with something late, of whom the same is owed a second time on some day. */
async function owedAgain(due: string, work: () => Promise<void>): Promise<void> {
  await served.query(
    `insert into kith.duty select council, child, basis, 'again', rule, scope, standing, $2::date, done, closes, covered_until, shown_late, missing
     from kith.duty where child = $1 and standing = 'open' and due < '2027-03-31' and covered_until >= due and (closes is null or closes > '2027-03-31') limit 1`,
    [child, due],
  )
  try {
    await work()
  } finally {
    await served.query(`delete from kith.duty where child = $1 and occurrence = 'again'`, [child])
  }
}

test('due in some days: every child of whom something is, also where something else is late', async () => {
  await owedAgain('2027-04-03', async () => {
    const owed = await owedNow()
    assert.ok(owed.some(({ id, left }) => id === child && left < 0))
    for (const days of [7, 14, 30]) {
      const due = new Set(owed.flatMap(({ id, left }) => (left >= 0 && left <= days ? [id] : [])))
      assert.ok(due.has(child))
      assert.deepEqual((await wholeList(`/children?due=${days}`)).found, [...due].toSorted(), `${days} days`)
    }
  })
})

test('numbers by field are of children, as many as the lists that they open; a second thing late is the same child', async () => {
  await owedAgain('2027-03-20', async () => {
    const late = (await owedNow()).filter(({ id, left }) => id === child && left < 0)
    assert.ok(late.length > new Set(late.map(({ scope }) => scope)).size)
    const { text } = await see('/', await served.worker('quality-lead'))
    const links = [...text.matchAll(/href="(\/children\?late=[^"]+)">(\d+)</g)]
    assert.ok(links.length > 0)
    for (const [, to = '', count] of links) assert.equal((await wholeList(to)).count, Number(count), to)
  })
})

test('the list behind what to do next holds every child of whom something is late or due', async () => {
  const who = await served.worker('allocated-worker', child)
  const soon = [...new Set((await owedNow()).flatMap(({ id, left }) => (left <= 7 ? [id] : [])))]
  await served.query(
    `insert into kith.standing_relation (council, id, line, person, relation, child, since, until, retracted, reason, recorded_by)
     select $1::smallint, id, id, $2::uuid, 'allocated-worker', child, '2015-01-01', 'infinity', false, 'role', $2::uuid
     from (select kith.new_id() as id, child from unnest($3::uuid[]) as child) as fresh`,
    [who.council, who.person, soon.filter((id) => id !== child)],
  )
  const { text } = await see('/', who)
  const [, to = ''] = /href="(\/children[^"]*)">All[^<]*,? by child/.exec(text) ?? []
  const { found } = await wholeList(to, who)
  assert.deepEqual(
    soon.filter((id) => !found.includes(id)),
    [],
    to,
  )
})

test('numbers on the home of a leader are those of the lists that they open', async () => {
  const { text } = await see('/')
  const links = [...text.matchAll(/href="(\/children\?[^"]+)">(\d+)<span/g)]
  assert.ok(links.length >= 6)
  for (const [, to = '', count] of links) assert.equal((await wholeList(to)).count, Number(count), to)
})

test('filters stand in the address, are named, are kept on the second page, and end in words', async () => {
  const { text } = await see('/children?status=care&page=2')
  assert.match(text, /<title>Children: in care, page 2/)
  assert.match(text, /href="\/children\?status=care(&amp;|&)page=3"/)
  assert.match((await see('/children?age=0-4')).text, /age: under 5/)
  assert.match((await see('/children?legal=placement-order&age=18&place=adoption')).text, /No child is like that/)
  const byAge = [...(await see('/children?age=5-9&sort=age')).text.matchAll(/note">(\d+) years/g)].map(([, years]) =>
    Number(years),
  )
  assert.ok(byAge.every((years) => years >= 5 && years < 10))
  const names = [...(await see('/children?sort=name')).text.matchAll(/kith-person__name" href="[^"]+">([^<]+)</g)].map(
    ([, name]) => name ?? '',
  )
  assert.deepEqual(
    names,
    names.toSorted((a, b) => a.localeCompare(b, 'en-GB')),
  )
})

test('search: why it matched; of what one may not see only a whole name, closed, with whom to ask; hidden never', async () => {
  const other = ids.find((id) => id !== child) ?? ''
  const name = await nameOf(other)
  assert.match(await search(name, served.who), /name: /)
  const [given = '', family = ''] = name.split(' ')
  assert.ok(
    linksTo(await search(`${family} ${given.slice(0, -1)}`, served.who)).includes(other),
    'any order, a beginning',
  )
  const closed = await search(name, worker)
  assert.match(closed, /A record that you may not see matches this/)
  assert.ok(!linksTo(closed).includes(other))
  assert.doesNotMatch(
    await search(`${given.slice(0, -1)} ${family}`, worker),
    /may not see matches/,
    'a beginning tells nothing',
  )
  const decision = { named: [served.who.person], why: 'A test.', decided: '2027-03-01' }
  await served.door.as(served.who, async (asking) => await restrict(asking, other, { kind: 'hidden', ...decision }))
  const hidden = await search(name, worker)
  assert.match(hidden, /No child matches/)
  assert.match(await search(name, served.who), new RegExp(other), 'found by whom the decision names')
  assert.match(await search(name, await served.worker('director')), /No child matches/)
  await served.door.as(
    served.who,
    async (asking) => await restrict(asking, other, { kind: 'lifted', why: 'Done.', decided: '2027-03-02' }),
  )
})

test('search is fresh: a name written now is found now, and one taken out of sight is gone', async () => {
  const added = await served.door.asService(served.council.council, 'import', async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const said = await asking.keepWords([{ record: id, child, text: 'Quillfeather' }])
    const who = asking.who.person
    await asking.insert('kith.child_name', [
      { council: asking.who.council, id, line: id, child, kind: 'known as', said: said.get(id), recorded_by: who },
    ])
    return id
  })
  assert.ok(linksTo(await search('quilfeather', served.who)).includes(child), 'a slip')
  assert.match(await search('Quillfether', served.who), /close to what you typed|sounds like it/)
  await served.query('delete from kith.word_key where record = $1', [added])
  assert.ok(!linksTo(await search('quillfeather', served.who)).includes(child))
})

test('an analyst, who reads no names, finds nobody by a name', async () => {
  const text = await search(await nameOf(child), await served.worker('analyst'))
  assert.equal(linksTo(text).length, 0)
})

test('a search is logged, and no word of it', async () => {
  const who = await served.worker('director')
  await search('Quillfeather', who)
  const entries = await served.query<{ what: string; subject: unknown }>(
    'select what, subject from kith.access_entry where person = $1',
    [who.person],
  )
  assert.ok(entries.some(({ what }) => what === 'searched for a child'))
  assert.doesNotMatch(JSON.stringify(entries), /Quill/i)
})

const refusedTo = (path: () => string, relations: readonly string[]) => async () => {
  for (const relation of relations) {
    const { status } = await see(path(), await served.worker(relation, relation === 'member' ? undefined : child))
    assert.equal(status, 403, relation)
  }
}
test(
  'the access log is refused to those without oversight',
  refusedTo(() => `/children/${child}/access`, ['health-team', 'virtual-school', 'duty', 'member']),
)
test(
  'tonight is refused to a councillor',
  refusedTo(() => '/tonight', ['member']),
)
test(
  'where a child is tonight is refused to the virtual school',
  refusedTo(() => `/children/${child}/tonight`, ['virtual-school']),
)

test('the access log says who, when and what', async () => {
  await see(`/children/${child}`, worker)
  const { status, text } = await see(`/children/${child}/access`)
  assert.equal(status, 200)
  assert.match(text, /who looked, and why/)
  assert.match(text, /opened the record/)
})

test('tonight: found, where, whom to ring, and the way to record', async () => {
  const night = await served.worker('out-of-hours')
  const home = await see('/', night)
  assert.equal(home.to, '/tonight')
  const found = await search(await nameOf(child), night, '/tonight')
  assert.match(found, new RegExp(`/children/${child}/tonight`))
  const { status, text } = await see(`/children/${child}/tonight`, night)
  assert.equal(status, 200)
  assert.match(text, /Where tonight/)
  assert.match(text, /Whom to ring/)
  assert.match(text, /Record what was done/)
})

const needToKnow = async (fact: string, audience: readonly string[], reviewBy = '2027-06-01') => {
  const typed = { kind: 'safety', fact, audience, mustNotKnow: [], reviewBy }
  const may = mayRecordMustKnow(typed, day('2027-01-04'))
  assert.ok('ok' in may)
  return await served.door.as(worker, async (asking) => await recordMustKnow(asking, child, may.ok))
}
test('tonight: every must-know that the reader needs, none of anybody else’s; that none is recorded is no safety', async () => {
  const night = await served.worker('out-of-hours')
  const duty = await served.worker('duty', child)
  const nothing = (await see(`/children/${child}/tonight`, night)).text
  assert.match(nothing, /No must-knows are recorded that you may know of\./)
  assert.match(nothing, /does not mean that there is no risk/)
  const kept = [
    await needToKnow('Dad must not learn the address', ['out-of-hours']),
    await needToKnow('Carries an EpiPen', ['out-of-hours'], '2027-02-01'),
    await needToKnow('Asks for her blue blanket', ['out-of-hours']),
    await needToKnow('Ring Sue before anybody', ['out-of-hours']),
  ]
  const { text } = await see(`/children/${child}/tonight`, night)
  for (const fact of ['Dad must not learn the address', 'Asks for her blue blanket', 'Ring Sue before anybody'])
    assert.match(text, new RegExp(`<strong>${fact}`))
  assert.match(text, /Carries an EpiPen[\s\S]*was to be looked at again by Mon 1 Feb 2027: ask before you rely on it/)
  assert.doesNotMatch(text, /No must-knows|keeps no other must-knows/)
  const outside = await see(`/children/${child}/tonight`, duty)
  assert.equal(outside.status, 200)
  assert.match(outside.text, /No must-knows are recorded that you may know of\./)
  assert.doesNotMatch(outside.text, /EpiPen|blue blanket|Ring Sue|must not learn/)
  await served.door.as(worker, async (asking) => {
    for (const { line } of kept) await endMustKnow(asking, { child, line }, { today: TODAY, reason: 'was for a time' })
  })
  assert.match(
    (await see(`/children/${child}/tonight`, night)).text,
    /No must-knows are recorded/,
    'ended ones are gone',
  )
})

test('tonight: the council’s numbers on both pages; where there are none, who can write them', async () => {
  const night = await served.worker('out-of-hours')
  const keeper = await served.worker('administrator')
  for (const path of ['/tonight', `/children/${child}/tonight`]) {
    const { text } = await see(path, night)
    assert.match(text, /No number to ring is recorded\.[\s\S]*Dawn Test[\s\S]*can\s+write them/)
    assert.doesNotMatch(text, /holds no telephone numbers/)
  }
  await served.query(
    `insert into kith.emergency_numbers (council, whom, number, hours, recorded_by)
     values ($1, '{Emergency duty team,Police}', '{01632 960 123,999}', '{Every night,Always}', $2)`,
    [keeper.council, keeper.person],
  )
  for (const path of ['/tonight', `/children/${child}/tonight`]) {
    const { text } = await see(path, night)
    assert.match(text, /Emergency duty team[\s\S]*href="tel:01632960123">01632 960 123<[\s\S]*Every night/)
    assert.match(text, /href="tel:999"/)
    assert.doesNotMatch(text, /No number to ring/)
  }
})

test('broken glass: a reason in own words; then open with a banner; told; not for hidden, own family or unknown', async () => {
  const officer = await served.worker('reviewing-officer', child)
  const stranger = await served.worker(undefined)
  const way = `/break-glass/${child}`
  assert.equal((await see(`/children/${child}`, stranger)).status, 403)
  assert.match((await see(`/children/${child}`, stranger)).text, new RegExp(way))
  assert.match((await see(way, stranger)).text, /are told that it was you/)
  const short = await fill(way, { reason: 'because', hours: '1' }, stranger)
  assert.equal(short.status, 422)
  assert.match(short.text, /Say in your own words/)
  assert.equal((await fill(way, { reason: 'She rang from the station, alone.', hours: '9' }, stranger)).status, 422)
  const opened = await fill(way, { reason: 'She rang from the station, alone.', hours: '2' }, stranger)
  assert.equal(opened.status, 303)
  assert.match(opened.to ?? '', new RegExp(`^/children/${child}`))
  const { status, text } = await see(`/children/${child}`, stranger)
  assert.equal(status, 200)
  assert.match(text, /Open to you in an emergency until \d\d:\d\d/)
  assert.doesNotMatch((await see(`/children/${child}`, worker)).text, /in an emergency until/)
  assert.match((await see(`/children/${child}/access`)).text, /She rang from the station, alone\./)
  assert.match((await see('/', officer)).text, /You are told: opened in an emergency/)
  assert.match((await see('/')).text, /1 time\s+in 30 days/)
  const months = (await see('/emergencies')).text
  assert.match(months, /opened in an emergency once in the last twelve months/)
  assert.match(months.replaceAll(/<[^>]*>/g, ' '), /\d{4} +1 +1 +1 +\d/)
  assert.equal((await see('/emergencies', stranger)).status, 403)
  assert.deepEqual(
    await served.door.as(stranger, async (asking) => await emergenciesByMonth(asking, { since: TODAY, until: TODAY })),
    [],
  )

  const kin = ids.at(-1) ?? ''
  await served.query('insert into kith.own_child (council, person, child) values ($1, $2, $3)', [
    stranger.council,
    stranger.person,
    kin,
  ])
  const hidden = ids.at(-2) ?? ''
  const decision = { named: [served.who.person], why: 'A test.', decided: '2027-03-01' }
  await served.door.as(served.who, async (asking) => await restrict(asking, hidden, { kind: 'hidden', ...decision }))
  const apart = (html: string) =>
    html.replace(/ data-idle-left="\d+"/, '').replace(/name="form-token" value="[^"]+"/g, '')
  const browser = served.appFor(stranger)
  const unknown = await see('/break-glass/00000000-0000-7000-8000-000000000000', browser)
  assert.equal(unknown.status, 404)
  for (const id of [kin, hidden]) {
    const answer = await see(`/break-glass/${id}`, browser)
    assert.deepEqual([answer.status, apart(answer.text)], [404, apart(unknown.text)])
    const sent = await post(
      `/break-glass/${id}`,
      { ...hiddenIn((await see(way, browser)).text), reason: 'A long enough reason.', hours: '1' },
      stranger,
    )
    assert.ok(sent.status === 404 || sent.status === 403)
  }
})

test('approvals: asked, waiting with the child’s words, decided with reasons once, never one’s own', async () => {
  const line = await served.door.as(worker, async (asking) => {
    const row = await visitRow(asking, worker)
    await asking.insert('kith.visit', [row])
    const [view = ''] = await asking.newIds(1)
    const said = await asking.keepWords([{ record: view, child, text: 'I like my room' }])
    await asking.insert('kith.view', [
      {
        ...{ council: worker.council, id: view, line: view, child, recorded_by: worker.person, said: said.get(view) },
        ...{ whose: 'child', happened: '2027-03-30', how: 'said', about: 'home', audience: [...TOLD] },
      },
    ])
    const typed = {
      ...{ kind: 'permanence', ofRelation: null, ofPerson: null, on: { table: 'visit', line: row.line } },
      ...{
        byWhen: '2027-04-02',
        why: 'It is time to say where home is.',
        view: null,
        askedBefore: null,
        whoMayKnow: null,
      },
    }
    const asked = await askApproval(asking, child, { typed, today: TODAY })
    return 'ok' in asked ? asked.ok.line : JSON.stringify(asked)
  })
  assert.match((await see('/', worker)).text, /Waiting for other people[\s\S]*permanence/)
  const waiting = await see('/approvals')
  assert.match(waiting.text, /1 thing waits/)
  assert.match(waiting.text, /I like my room/)
  assert.match((await see('/')).text, /I like my room/, 'beside the decision on the home of a leader')
  const request = `/children/${child}/requests/${line}`
  assert.match((await see(request)).text, /It is time to say where home is/)
  assert.doesNotMatch((await see(request, worker)).text, />Decide</)
  const answer = `/children/${child}/approvals/${line}/answer`
  assert.match(
    (await fill(answer, { answer: 'approved', reasons: 'I say so' }, worker)).text,
    /Somebody else has to answer/,
  )
  assert.equal((await fill(answer, { answer: 'approved with conditions', reasons: 'Yes' }, served.who)).status, 422)
  assert.equal(
    (await fill(answer, { answer: 'approved', reasons: 'He says that he likes it.' }, served.who)).status,
    303,
  )
  const second = await fill(answer, { answer: 'refused', reasons: 'No.' }, await served.worker('director'))
  assert.equal(second.status, 422)
  assert.match(second.text, /answered already: approved, by Dawn Test/)
  assert.match((await see(request)).text, /Approved by Dawn Test/)
  assert.match((await see('/approvals')).text, /Nothing waiting/)
  assert.equal((await see(request, await served.worker('duty', child))).status === 200, true)
  assert.equal((await see(request, await served.worker('business-support', child))).status, 403)
})

test('actions: mine, past their day first; carried on with a reason; closed with what changed', async () => {
  const written = await served.door.as(worker, async (asking) => {
    const action = (due: string | null, what: string) => ({
      ...{
        due: due === null ? { none: 'goes on all the time' as const } : { day: day(due) },
        what,
        intended: 'She swims.',
      },
      ...{ owner: { worker: worker.person }, origin: 'visit' as const, from: null },
      whoMayKnow: NOT_RELEASED,
    })
    await recordAction(asking, child, action('2027-05-01', 'Later thing'))
    return await recordAction(asking, child, action('2027-03-20', 'Past thing'))
  })
  const { text } = await see('/actions', worker)
  assert.ok(text.indexOf('Past thing') < text.indexOf('Later thing'))
  assert.match(text, /1 past the day/)
  const at = `/children/${child}/actions/${written.line}`
  assert.equal((await fill(`${at}/carry-on`, { due: '9 April', why: '' }, worker)).status, 422)
  assert.equal((await fill(`${at}/carry-on`, { due: '9 April', why: 'The pool is shut.' }, worker)).status, 303)
  assert.match((await see('/actions', worker)).text, /Carried on 1 time/)
  assert.equal((await fill(`${at}/end`, { outcome: 'done', happened: 'today', said: '' }, worker)).status, 422)
  assert.equal(
    (await fill(`${at}/end`, { outcome: 'done', happened: 'today', said: 'She swims each week.' }, worker)).status,
    303,
  )
  assert.doesNotMatch((await see('/actions', worker)).text, /Past thing/)
  assert.match((await see('/actions?whose=all')).text, /Later thing/)
  assert.match((await see('/actions', await served.worker('health-team', child))).text, /Nothing waiting/)
})

test('reviews by week, for those who see them, and a page without any', async () => {
  const { text } = await see('/reviews')
  assert.match(text, /<h2 class="kith-card__title">Late/)
  assert.match(text, /Week of Mon/)
  assert.match((await see('/reviews', await served.worker(undefined))).text, /All on time/)
  assert.ok((await served.door.as(served.who, async (asking) => await childrenOn(asking, TODAY, child))).length === 1)
})

test('a child who comes for short breaks: their days stand against the two limits, and a break is no move', async () => {
  const [found] = await served.query<{ child: string; stays: number }>(
    `select p.child, count(*)::int as stays from kith.placement_current p join kith.legal_basis_current b
       on b.council = p.council and b.child = p.child and b.kind like 'short breaks%' and b.made = lower(p.during)
     group by p.child order by 2 desc, 1 limit 1`,
  )
  const { text } = await see(
    `/children/${found?.child}/where`,
    await served.worker('allocated-worker', found?.child ?? ''),
  )
  assert.match(text, new RegExp(`Stays</dt><dd[^>]*>(<[^>]+>)*${found?.stays}<`))
  assert.match(text, /Days in the last 12 months<\/dt><dd[^>]*>(<[^>]+>)*\d+ of at most 75</)
  assert.match(text, /<a href="\/rules\/CP-28">The law<\/a>/)
  assert.match(text, /Moves between them<\/dt><dd[^>]*>(<[^>]+>)*0</)
  assert.doesNotMatch((await see(`/children/${child}/where`, worker)).text, /Short breaks/)
})
