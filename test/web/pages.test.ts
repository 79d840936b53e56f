// The pages of the demonstration council on a real server: what they show, refuse, hide, log and keep out of addresses.
import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { restrict } from '#access'
import { listRoutes } from '#lists'
import { download, json, openRoute, page, route, textFile, type Visit } from '#web'
import { type Served, servedCouncil } from './council-served.ts'

let served: Served
let empty: Served
before(async () => {
  served = await servedCouncil('pages')
  empty = await servedCouncil('pages empty', { filled: false })
})
after(async () => {
  await served.close()
  await empty.close()
})

const home = { headers: { host: '127.0.0.1:4444' } }
const see = async (path: string, app = served.app) => {
  const response = await app.request(`http://127.0.0.1:4444${path}`, home)
  return { response, text: await response.text() }
}
const tokenIn = (text: string) => /name="form-token" value="([^"]+)"/.exec(text)?.[1] ?? ''
/** What was looked for stands in no address: a search leads to its number, and there the answer is. */
const find = async (q: string, { origin = 'http://127.0.0.1:4444', token = '' } = {}) => {
  const sent = await served.app.request('http://127.0.0.1:4444/search', {
    method: 'POST',
    headers: { ...home.headers, origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ 'form-token': token || tokenIn((await see('/children')).text), q }).toString(),
  })
  const to = sent.headers.get('location')
  return sent.status === 303 && to !== null ? await served.app.request(`http://127.0.0.1:4444${to}`, home) : sent
}
const childrenIn = (text: string) => [...text.matchAll(/href="\/children\/([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '')
const namesIn = (text: string) =>
  [...text.matchAll(/href="\/children\/[0-9a-f-]{36}">([^<]+)</g)].map(([, name]) => name ?? '')

test('the list shows fifty children, what is late first, in words', async () => {
  const { response, text } = await see('/children')
  assert.equal(response.status, 200)
  assert.equal(childrenIn(text).length, 50)
  assert.match(text, /300 children<\/strong> whom you may see/)
  assert.match(text, /\d+ days late/)
  assert.match(text, /Demonstration\.<\/strong> Invented children\. The day here is Wed 31 Mar 2027/)
  assert.match(text, /A lawyer has not checked these rules/)
  const late = [...text.matchAll(/(\d+) days? late</g)].map(([, days]) => Number(days))
  assert.deepEqual(
    late,
    late.toSorted((a, b) => b - a),
  )
})

test('every child stands on one page of the list, and the second page keeps the filter', async () => {
  const all = await Promise.all(
    [1, 2, 3, 4, 5, 6].map(async (n) => childrenIn((await see(`/children?page=${n}`)).text)),
  )
  assert.equal(new Set(all.flat()).size, 300)
  const { text } = await see('/children?page=2')
  assert.match(text, /Showing 51 to 100 of 300/)
  assert.match(text, /aria-label="Page 2" aria-current="page"/)
  for (const odd of ['/children?page=0', '/children?page=x', '/children?page=1.5', '/children?late=nothing'])
    assert.deepEqual(childrenIn((await see(odd)).text), all[0], odd)
  assert.deepEqual(childrenIn((await see('/children?page=99')).text), all[5])
})

test('the filters: something late, and due in 14 days', async () => {
  const late = (await see('/children?late=any')).text
  assert.ok(namesIn(late).length > 0)
  assert.equal([...late.matchAll(/class="kith-mark kith-mark--late"/g)].length, namesIn(late).length)
  const soon = (await see('/children?due=14')).text
  assert.ok(namesIn(soon).length > 0)
  assert.doesNotMatch(soon, /class="kith-mark kith-mark--late"/)
})

test('a search answers in place: by name in any order, by id, and with nobody', async () => {
  const first = namesIn((await see('/children')).text)[0] ?? ''
  const turned = first.split(' ').toReversed().join(' ').toUpperCase()
  const found = await find(turned)
  assert.equal(found.status, 200)
  assert.equal(found.headers.get('location'), null)
  const text = await found.text()
  assert.ok(namesIn(text).includes(first))
  assert.doesNotMatch(text, new RegExp(`(href|action)="[^"]*${first.split(' ')[0]}`, 'i'))
  const id = /· (\w+) *<\/span>/.exec((await see('/children')).text)?.[1] ?? ''
  assert.equal(namesIn(await (await find(id)).text()).length, 1)
  const nobody = await (await find('<b>nobody')).text()
  assert.match(nobody, /No child matches “&lt;b&gt;nobody”/)
  assert.equal(namesIn(nobody).length, 0)
})

test('a search from elsewhere is refused, and so is a body beyond measure', async () => {
  assert.equal((await find('a', { origin: 'http://elsewhere.example' })).status, 403)
  assert.equal((await find('a'.repeat(256 * 1024))).status, 413)
})

test('a form without the token of its page is refused, and nothing of it is kept', async () => {
  const refused = await find('Tomasz', { token: 'x'.repeat(43) })
  assert.equal(refused.status, 403)
  const text = await refused.text()
  assert.match(text, /This form was not taken/)
  assert.doesNotMatch(text, /Tomasz/)
})

test('one child: header, groups, reasons with law, and what cannot be known with the reason', async () => {
  const id = childrenIn((await see('/children')).text)[0] ?? ''
  const { response, text } = await see(`/children/${id}/duties`)
  assert.equal(response.status, 200)
  assert.match(text, /kith-card__title"[^>]*>Late/)
  assert.match(text, /Due \w{3} \d+ \w{3} \d{4}: <\/strong>within \d+ \w+ of/)
  assert.match(text, /Law: regulation<\/strong> · Care Planning/)
  assert.match(text, /href="\/rules\/CP-0\d"/)
  assert.match(text, /Cannot be known/)
  assert.match(text, /Visits: the SSDA903 return 2026\/27 holds no visits/)
})

test('the page of a child stays below 30 kB and breaks for nobody', async () => {
  const children = await served.query<{ id: string }>('select id from kith.child order by id')
  // Every fifth: all of them take half a minute.
  for (const { id } of children.filter((_, n) => n % 5 === 0)) {
    for (const page of ['', '/duties']) {
      const { response, text } = await see(`/children/${id}${page}`)
      assert.equal(response.status, 200, id)
      assert.ok(Buffer.byteLength(text) < 30_000, `${id}${page}: ${Buffer.byteLength(text)}`)
    }
  }
})

test('another day, another knowledge; a day to come or no day is said in words, with 422', async () => {
  const id = childrenIn((await see('/children')).text)[0] ?? ''
  const earlier = await see(`/children/${id}/duties?on=2026-11-01`)
  assert.equal(earlier.response.status, 200)
  assert.match(earlier.text, /Duties as on <strong>Sun 1 Nov 2026/)
  assert.doesNotMatch(earlier.text, /kith-card__title"[^>]*>Late/)
  const before = await see(`/children/${id}/duties?known=2026-01-01`)
  assert.match(before.text, /from what the record held at the end of <strong>Thu 1 Jan 2026/)
  assert.match(before.text, /Nothing is owed that the record knows of/)
  for (const [query, says] of [
    ['on=2028-01-01', 'Give a day up to today, Wed 31 Mar 2027'],
    ['known=2026-02-30', 'Give a real day'],
  ]) {
    const { response, text } = await see(`/children/${id}/duties?${query}`)
    assert.equal(response.status, 422, query)
    assert.match(text, /<title>Error: /)
    assert.ok(text.includes(says ?? ''), query)
    assert.match(text, /aria-invalid="true"/)
    assert.ok(text.includes(`value="${query?.split('=')[1]}"`), `${query}: what was typed is kept`)
  }
})

test('rows that the import could not take stand on the child', async () => {
  const id = childrenIn((await see('/children')).text)[0] ?? ''
  assert.doesNotMatch((await see(`/children/${id}/duties`)).text, /What the import could not take/)
  await served.query(
    `with fresh as (select kith.new_id() as id)
     insert into kith.kept_row (council, id, line, child, source, file, sheet, row_number, field, reason, taken, recorded_by)
     select $1, fresh.id, fresh.id, $2, s.id, 'episodes.csv', 'episodes', 12, 'DECOM', 'not-a-day', 'in part', $3
     from fresh, (select id from kith.source order by period_until desc limit 1) s`,
    [served.council.council, id, served.who.person],
  )
  const { text } = await see(`/children/${id}/duties`)
  assert.match(text, /What the import could not take/)
  assert.match(text, /episodes\.csv, row 12, DECOM/)
  assert.match(text, /This is no real day\..*The rest of the row was taken.*Write the day as DD\/MM\/YYYY/)
})

/** The seconds until the session ends run on between two answers. */
const apartFromClock = (text: string) => text.replace(/ data-idle-left="\d+"/, '')

test('unknown, malformed, hidden, and a page that is none: one answer, byte for byte', async () => {
  const hidden = childrenIn((await see('/children?page=6')).text)[3] ?? ''
  const decider = await served.worker('director')
  const decision = { named: [decider.person], why: 'A test.', decided: '2027-03-01' }
  await served.door.as(decider, async (asking) => await restrict(asking, hidden, { kind: 'hidden', ...decision }))
  const answers = await Promise.all(
    [
      `/children/${hidden}`,
      '/children/00000000-0000-7000-8000-000000000000',
      '/children/x',
      '/rules/XX-99',
      '/nothing',
    ].map(async (path) => await see(path)),
  )
  const [first] = answers
  for (const { response, text } of answers) {
    assert.equal(response.status, 404)
    assert.equal(apartFromClock(text), apartFromClock(first?.text ?? ''))
    assert.deepEqual([...response.headers], [...(first?.response.headers ?? [])])
  }
  const listed = await Promise.all([1, 2, 3, 4, 5, 6].map(async (n) => (await see(`/children?page=${n}`)).text))
  assert.ok(!listed.flatMap(childrenIn).includes(hidden))
  assert.match(listed[0] ?? '', /299 children<\/strong>/)
  await served.door.as(decider, async (asking) => await restrict(asking, hidden, { kind: 'lifted', ...decision }))
})

test('closed says whom to ask, and nothing of the child', async () => {
  const id = childrenIn((await see('/children?page=6')).text)[4] ?? ''
  const name = namesIn((await see('/children?page=6')).text)[4] ?? ''
  const decider = await served.worker('director')
  const decision = { named: [decider.person], ask: decider.person, why: 'A test.', decided: '2027-03-01' }
  await served.door.as(decider, async (asking) => await restrict(asking, id, { kind: 'closed', ...decision }))
  const { response, text } = await see(`/children/${id}/duties`)
  assert.equal(response.status, 403)
  assert.match(text, /Ask Dawn Test/)
  assert.ok(!text.includes(name))
  await served.door.as(
    decider,
    async (asking) => await restrict(asking, id, { kind: 'lifted', why: 'Done.', decided: '2027-03-02' }),
  )
})

test('whoever stands in no relation sees no child: an empty list, and no record', async () => {
  const stranger = served.appFor(await served.worker(undefined))
  const { text } = await see('/children', stranger)
  assert.match(text, /No children yet/)
  assert.equal(childrenIn(text).length, 0)
  const id = childrenIn((await see('/children')).text)[0] ?? ''
  const { response, text: refused } = await see(`/children/${id}/duties`, stranger)
  assert.equal(response.status, 403)
  assert.doesNotMatch(refused, /review/i)
})

test('who may see duties and not reviews sees that a review is late, and no reason', async () => {
  const id = childrenIn((await see('/children')).text)[0] ?? ''
  const { response, text } = await see(
    `/children/${id}/duties`,
    served.appFor(await served.worker('virtual-school', id)),
  )
  assert.equal(response.status, 200)
  assert.match(text, /kith-card__title"[^>]*>Late/)
  assert.match(text, /Some reasons are in parts of the record that you may not see/)
  assert.doesNotMatch(text, /of the review of \d/)
  assert.match((await see(`/children/${id}/duties`)).text, /of the review of \d/)
})

test('an empty record says so', async () => {
  const { response, text } = await see('/children', empty.app)
  assert.equal(response.status, 200)
  assert.match(text, /No children yet/)
})

test('each look is in the access log: the list, each child shown, the child opened', async () => {
  const who = await served.worker('director')
  const app = served.appFor(who)
  const id = childrenIn((await see('/children', app)).text)[0] ?? ''
  await see(`/children/${id}/duties`, app)
  await see('/rules', app)
  const entries = await served.query<{ what: string; count: number }>(
    'select what, count(*)::int as count from kith.access_entry where person = $1 group by what order by what',
    [who.person],
  )
  const counts = Object.fromEntries(entries.map(({ what, count }) => [what, count]))
  assert.equal(counts['read the list of children'], 1)
  assert.equal(counts['saw in a list'], 50)
  assert.equal(counts['read duties'], 1)
  assert.equal(counts['read the rulebook'], 1)
})

test('the rulebook: every rule opens, its examples hold, law and practice apart, the unbuilt listed', async () => {
  const { text } = await see('/rules')
  const rules = [...text.matchAll(/href="\/rules\/([A-Z]+-\d+)"/g)].map(([, id]) => id)
  assert.ok(rules.length >= 30, `${rules.length}`)
  for (const title of ['Waiting for the record', 'Not written down yet', 'Not in force', 'Of areas that come later'])
    assert.match(text, new RegExp(title))
  assert.match(text, /Missing: A table of what the council publishes/)
  assert.match((await see('/rules/LC-14')).text, /The clock does not count this yet/)
  assert.match((await see('/rules/LC-15')).text, /Not in force\./)
  assert.match(text, /unconfirmed/)
  assert.match(text, /Law: regulation/)
  assert.match(text, /not law/)
  for (const id of rules) {
    const page = await see(`/rules/${id}`)
    assert.equal(page.response.status, 200, id)
    assert.match(page.text, /Holds/, id)
    assert.doesNotMatch(page.text, /Does not hold/, id)
    assert.doesNotMatch(page.text, /\[object Object\]|undefined/, id)
  }
})

test('headers: nothing kept, nothing inline, nothing from elsewhere; the stylesheet alone may be kept', async () => {
  const { response, text } = await see('/children')
  assert.equal(response.headers.get('cache-control'), 'no-store')
  assert.equal(
    response.headers.get('content-security-policy'),
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
  assert.doesNotMatch(text, /<script(?! type="module" src="\/kith-[0-9a-f]{12}\.js"><\/script>)|style="| on[a-z]+="/)
  const sheet = /href="(\/styles-[0-9a-f]{12}\.css)"/.exec(text)?.[1] ?? ''
  const styles = await see(sheet)
  assert.equal(styles.response.status, 200)
  assert.match(styles.response.headers.get('cache-control') ?? '', /immutable/)
  assert.equal((await see('/favicon.ico')).response.status, 204)
})

test('a name of somebody else for this machine is answered by nothing', async () => {
  for (const host of ['elsewhere.example', '127.0.0.1.elsewhere.example', '127.0.0.1:1@x', '10.0.0.1', '']) {
    const response = await served.app.request('http://127.0.0.1:4444/', { headers: { host } })
    assert.equal(response.status, 421, host)
    assert.doesNotMatch(await response.text(), /children/i)
  }
  for (const host of ['localhost:4444', '127.0.0.1'])
    assert.equal((await served.app.request('http://127.0.0.1:4444/rules', { headers: { host } })).status, 200)
})

test('what is broken shows a reference; the log holds it, and nothing of what was typed; that somebody looked stands', async () => {
  for (const together of [false, true]) {
    const log = `broke something${together ? ' together' : ''}`
    const fails = async () => {
      throw new Error('Tomasz Ellis, born 2020')
    }
    const broken = route('GET', '/broken', { may: 'worker', log }, fails, { together })
    const { response, text } = await see('/broken', served.appFor(served.who, [broken]))
    assert.equal(response.status, 500)
    const reference = /reference">([0-9A-F]{8})</.exec(text)?.[1]
    const line = served.logged.at(-1)
    assert.equal(line?.['reference'], reference)
    assert.doesNotMatch(`${text}${JSON.stringify(line)}`, /Tomasz/)
    assert.equal((await served.query(`select from kith.access_entry where what = '${log}'`)).length, 1)
  }
})

test('a lock that cannot hold ends the start', () => {
  const handler = async () => page({ title: '', main: '', here: '/' })
  const duties = ['see', 'duties'] as const
  assert.throws(() => route('GET', '/all', { may: duties, log: 'x' }, handler), /names no :child/)
  assert.throws(() => route('GET', '/children/:childish', { may: duties, log: 'x' }, handler), /names no :child/)
  assert.throws(() => route('GET', '/children/:child', { may: 'worker', log: 'x' }, handler), /which part/)
  assert.throws(() => route('GET', '/children/:child', { may: { as: ['director'] }, log: 'x' }, handler), /which part/)
  assert.throws(() => openRoute('GET', '/children/:child', { may: 'anyone', log: 'x' }, handler), /which part/)
  assert.throws(() => route('GET', '/all', { may: { as: [] }, log: 'x' }, handler), /who may/)
  assert.throws(() => route('GET', '/all', { may: 'worker', log: ' ' }, handler), /access log/)
  assert.throws(() => route('POST', '/all', { may: 'worker', log: 'x' }, handler, { together: true }), /writes/)
  const twice = [1, 2].map(() => route('GET', '/twice', { may: 'worker', log: 'x' }, handler))
  assert.throws(() => served.appFor(served.who, twice), /Two routes/)
})

test('neither who may nor the word for the log can be left out, and anyone is no worker', () => {
  const handler = async () => page({ title: '', main: '', here: '/' })
  // @ts-expect-error no word for the log
  const noLog = () => route('GET', '/a', { may: 'worker' }, handler)
  // @ts-expect-error nobody said who may
  const noMay = () => route('GET', '/a', { log: 'x' }, handler)
  // @ts-expect-error no lock at all
  const noLock = () => route('GET', '/a', handler)
  // @ts-expect-error a relation that there is not
  const noRelation = () => route('GET', '/a', { may: { as: ['neighbour'] }, log: 'x' }, handler)
  // @ts-expect-error a page for anyone has no one who asks
  const noAsker = () => openRoute('GET', '/a', { may: 'anyone', log: 'x' }, async ({ who }) => json(who))
  for (const wrong of [noLog, noMay, noLock, noRelation]) assert.throws(wrong)
  assert.equal(typeof noAsker, 'function')
})

test('what a route answers besides pages: JSON, a file and a table to save, and a page of another status', async () => {
  const lock = { may: 'worker', log: 'tried an answer' } as const
  const app = served.appFor(served.who, [
    route('GET', '/json', lock, async () => json({ left: 3 }, 409)),
    route('GET', '/file', lock, async () =>
      download(new Uint8Array([60, 104]), { name: '../plan “one”.pdf', type: 'application/pdf' }),
    ),
    route('GET', '/table', lock, async () => textFile('a,b\n', { name: 'duties.csv' })),
    route('GET', '/conflict', lock, async () => page({ title: 'x', main: 'both stand', here: '', status: 409 })),
  ])
  const answered = await see('/json', app)
  assert.deepEqual([answered.response.status, answered.text], [409, '{"left":3}'])
  const file = await see('/file', app)
  assert.equal(file.text, '<h')
  assert.equal(
    file.response.headers.get('content-disposition'),
    `attachment; filename="plan _one_.pdf"; filename*=UTF-8''plan%20%E2%80%9Cone%E2%80%9D.pdf`,
  )
  const table = await see('/table', app)
  assert.equal(table.response.headers.get('content-type'), 'text/csv; charset=utf-8')
  for (const { response } of [answered, file, table]) {
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(response.headers.get('cache-control'), 'no-store')
  }
  assert.equal((await see('/conflict', app)).response.status, 409)
})

test('a form keeps every value of a name; a route may take less, or more and files', async () => {
  const lock = { may: 'worker', log: 'tried a form' } as const
  const folder = await mkdtemp(join(tmpdir(), 'kith-posted-'))
  const sizeOf = (file: ReturnType<Visit['file']>) => (file !== undefined && 'size' in file ? file.size : undefined)
  const handler = async (visit: Visit) =>
    json({ who: visit.form['who'] ?? [], first: visit.field('who'), file: sizeOf(visit.file('file')) })
  const app = served.appFor(served.who, [
    ...listRoutes(),
    route('POST', '/form', lock, handler, { limit: 1000 }),
    route('POST', '/files', lock, handler, { limit: 1_000_000, files: { folder, most: 900_000 } }),
  ])
  const token = tokenIn((await see('/children', app)).text)
  const post = async (path: string, size: number) => {
    const body = new FormData()
    for (const who of ['a', 'b']) body.append('who', who)
    body.append('file', new File([new Uint8Array(size)], 'x.bin'))
    const headers = { ...home.headers, origin: 'http://127.0.0.1:4444', 'x-kith-token': token }
    return await app.request(`http://127.0.0.1:4444${path}`, { method: 'POST', headers, body })
  }
  assert.deepEqual(await (await post('/form', 10)).json(), { who: ['a', 'b'], first: 'a' })
  assert.equal((await post('/form', 1000)).status, 413)
  assert.deepEqual(await (await post('/files', 500_000)).json(), { who: ['a', 'b'], first: 'a', file: 500_000 })
  assert.equal((await post('/files', 1_000_000)).status, 413)
  assert.deepEqual(await readdir(folder), [], 'every file was taken away')
  await rm(folder, { recursive: true })
})
