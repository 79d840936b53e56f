// A form from beginning to end, as browsers send it: kept half-typed, put right, sent once, taken back, never lost, never another's.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { endAction } from '#actions'
import { day } from '#calendar'
import { type Asking, correct } from '#database'
import { formRoutes, makeForm } from '#forms'
import { visitForms } from '#visits/pages'
import { type Browser, type Served, servedCouncil } from './council-served.ts'

let served: Served
let child: string
let worker: Browser
let me: string

before(async () => {
  served = await servedCouncil('forms_web')
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  const who = await served.worker('allocated-worker', child)
  me = who.person
  worker = served.appFor(who, routes())
})
after(async () => await served.close())

const routes = () => formRoutes(visitForms, async (_, children) => new Map(children.map((id) => [id, 'Nora'])))
const HERE = 'http://127.0.0.1:4444'
const HOST = { headers: { host: '127.0.0.1:4444' } }
const path = () => `/children/${child}/visits/record`

type Fields = Readonly<Record<string, string | readonly string[]>>

/** Every hidden field of the form on a page, as a browser would send it. */
function hiddenIn(html: string): Record<string, string> {
  const found = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]))
}
function body(fields: Fields): URLSearchParams {
  const sent = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) sent.append(name, one)
  return sent
}
async function open(
  browser = worker,
  query = '?fresh=1',
): Promise<{ hidden: Record<string, string>; html: string; status: number }> {
  const answer = await browser.request(HERE + path() + query, HOST)
  const html = await answer.text()
  return { hidden: hiddenIn(html), html, status: answer.status }
}
const post = async (to: string, fields: Fields, browser = worker) =>
  await browser.request(HERE + to, {
    method: 'POST',
    body: body(fields),
    headers: { ...HOST.headers, 'content-type': 'application/x-www-form-urlencoded', origin: HERE },
  })

const FILLED = {
  happened: '30 Mar',
  by: 'representative',
  mode: 'in person',
  seen: ['seen', 'alone'],
  what: 'We walked to the pond.',
}
const visits = async () =>
  await served.query<{ id: string; line: string }>(
    'select id, line from kith.visit_current where child = $1 and recorded_by = $2',
    [child, me],
  )

test('a visit is sent, and stands in the record with the child’s words and what happens next', async () => {
  const { hidden } = await open()
  const more = {
    theirWords: 'I fed the ducks',
    about: 'other',
    next: ['Ask about swimming', ''],
    intended: ['Something to look forward to', ''],
    by_when: ['12 Apr', ''],
  }
  const answer = await post(path(), { ...hidden, ...FILLED, ...more, _do: 'send' })
  assert.equal(answer.status, 303)
  assert.match(answer.headers.get('location') ?? '', /\/visits\?sent=/)
  const [visit] = await visits()
  assert.ok(visit)
  const [action] = await served.query('select due, origin from kith.action_current where child = $1 and on_line = $2', [
    child,
    visit.line,
  ])
  assert.deepEqual(action, { due: '2027-04-12', origin: 'visit' })
  assert.equal((await served.query('select from kith.view_current where child = $1', [child])).length, 1)
})

test('sent again by a second press it is saved once; with other words it is kept and asked about', async () => {
  const { hidden } = await open()
  const before = (await visits()).length
  const sending = { ...hidden, ...FILLED, _do: 'send' }
  const [first, second] = await Promise.all([post(path(), sending), post(path(), sending)])
  assert.deepEqual([first.status, second.status], [303, 303])
  assert.equal(first.headers.get('location'), second.headers.get('location'))
  assert.equal((await visits()).length, before + 1)
  const changed = await post(path(), { ...sending, what: 'We walked to the pond, and back in the rain.' })
  const html = await changed.text()
  assert.equal(changed.status, 422)
  assert.match(html, /You sent this before/)
  assert.match(html, /and back in the rain/)
  assert.equal((await visits()).length, before + 1)
})

test('what is wrong is said beside its field, and everything typed is there again', async () => {
  const { hidden } = await open()
  const typed = {
    ...FILLED,
    happened: '31 Febr',
    began: '25 o’clock',
    what: '',
    theirWords: '<b>"I don’t know" & maybe</b>',
  }
  const answer = await post(path(), { ...hidden, ...typed, _do: 'send' })
  const html = await answer.text()
  assert.equal(answer.status, 422)
  assert.match(html, /<title>[^<]*Put right/)
  for (const field of ['happened', 'what']) assert.match(html, new RegExp(`href="#${field}"`))
  for (const value of ['31 Febr', '25 o’clock', '&lt;b&gt;&quot;I don’t know&quot; &amp; maybe&lt;/b&gt;'])
    assert.ok(html.includes(value), value)
  // It is a draft, too.
  const again = await open(worker, `?draft=${hidden['_draft']}`)
  assert.ok(again.html.includes('31 Febr'))
})

test('a row is added and taken out, without a script, and nothing else changes', async () => {
  const { hidden } = await open()
  const added = await post(path(), { ...hidden, ...FILLED, next: ['one'], _do: 'add:next' })
  const html = await added.text()
  assert.equal(added.status, 200)
  assert.equal(html.match(/name="next"/g)?.length, 2)
  assert.match(html, /We walked to the pond/)
  const removed = await post(path(), { ...hiddenIn(html), ...FILLED, next: ['one', 'two'], _do: 'remove:next:0' })
  const left = await removed.text()
  assert.equal(left.match(/name="next"/g)?.length, 1)
  assert.match(left, /value="two"/)
})

describe('kept for later', () => {
  test('by the button, offered again, and found under unfinished writing', async () => {
    const { hidden } = await open()
    const answer = await post(path(), { ...hidden, ...FILLED, what: 'To be gone on with', _do: 'keep' })
    assert.equal(answer.headers.get('location'), `/unfinished?kept=${hidden['_draft']}`)
    const offered = await open(worker, '')
    assert.match(offered.html, /Nothing of it is lost/)
    assert.match(offered.html, new RegExp(`\\?draft=${hidden['_draft']}`))
    const list = await (await worker.request(`${HERE}/unfinished`, HOST)).text()
    assert.match(list, /a visit, Nora/)
    assert.doesNotMatch(list, /To be gone on with/)
  })

  test('while typing, by an island; a second window’s text is beside it', async () => {
    const { hidden } = await open()
    const keep = async (more: Fields) =>
      await post(`/drafts/${hidden['_draft']}/save`, { ...hidden, ...FILLED, ...more })
    const first: unknown = await (await keep({ what: 'We wal' })).json()
    assert.deepEqual(first, { draft: hidden['_draft'], revision: 1, beside: false, notes: [] })
    const second: unknown = await (await keep({ what: 'We walked', _revision: '1' })).json()
    assert.deepEqual(second, { draft: hidden['_draft'], revision: 2, beside: false, notes: [] })
    const other: unknown = await (await keep({ what: 'We sat', _revision: '1' })).json()
    assert.ok(typeof other === 'object' && other !== null && 'beside' in other && other.beside === true)
    const page = await open(worker, `?draft=${hidden['_draft']}`)
    assert.match(page.html, /Both are kept/)
  })

  test('thrown away and taken back', async () => {
    const { hidden } = await open()
    await post(path(), { ...hidden, ...FILLED, _do: 'keep' })
    const act = async (what: string) =>
      await post(`/drafts/${hidden['_draft']}/${what}`, { 'form-token': hidden['form-token'] ?? '' })
    assert.equal((await act('throw-away')).status, 303)
    assert.equal((await open(worker, `?draft=${hidden['_draft']}`)).status, 404)
    assert.match(await (await worker.request(`${HERE}/unfinished`, HOST)).text(), /Thrown away in the last 30 days/)
    await act('take-back')
    assert.equal((await open(worker, `?draft=${hidden['_draft']}`)).status, 200)
  })
})

test('what was sent is taken back within ten minutes, with every word', async () => {
  const { hidden } = await open()
  const before = (await visits()).length
  await post(path(), { ...hidden, ...FILLED, theirWords: 'Not this', what: 'On the wrong day', _do: 'send' })
  assert.equal((await visits()).length, before + 1)
  const undone = await post(`/drafts/${hidden['_draft']}/undo`, { 'form-token': hidden['form-token'] ?? '' })
  assert.equal(undone.headers.get('location'), `${path()}?draft=${hidden['_draft']}`)
  assert.equal((await visits()).length, before)
  const page = await open(worker, `?draft=${hidden['_draft']}`)
  assert.match(page.html, /On the wrong day/)
  assert.match(page.html, /Not this/)
})

describe('where it is not taken back, nothing is', () => {
  const undo = async (hidden: Record<string, string>, browser = worker) => {
    const fields = { 'form-token': hidden['form-token'] ?? '' }
    const answer = await post(`/drafts/${hidden['_draft']}/undo`, fields, browser)
    return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
  }
  const ended = async (hidden: Record<string, string>) =>
    await served.query('select ended, result is not null as became from kith.draft where id = $1', [hidden['_draft']])
  const versions = async () => await served.query('select id from kith.visit where child = $1 order by id', [child])
  const sent = async () => {
    const { hidden } = await open()
    assert.equal((await post(path(), { ...hidden, ...FILLED, what: 'Sent', _do: 'send' })).status, 303)
    return hidden
  }
  const SUBMITTED = [{ ended: 'submitted', became: true }]

  test('after eleven minutes it is too late, and the page leads to what was sent', async () => {
    const hidden = await sent()
    const before = await versions()
    await served.query(`update kith.draft set ended_at = now() - interval '11 minutes' where id = $1`, [
      hidden['_draft'],
    ])
    const { status, html } = await undo(hidden)
    assert.deepEqual(await versions(), before)
    assert.deepEqual(await ended(hidden), SUBMITTED)
    assert.equal(status, 409)
    assert.match(html, /It is too late to take this back here\. Correct it or take it back from the entry itself\./)
    assert.match(html, new RegExp(`href="/children/${child}/visits"`))
  })

  test('where the form finds it unsafe, all that it did meanwhile is undone, and the draft stays sent', async () => {
    const visit = (asking: Asking, id: string) =>
      asking.insert('kith.visit', [
        {
          ...{ council: asking.who.council, id, line: id, child, recorded_by: me },
          ...{ happened: '2027-03-30', visitor_role: 'other', mode: 'video' },
        },
      ])
    const unsafe = makeForm<{ child: string }, string>({
      ...{
        name: 'unsafe',
        path: '/children/:child/unsafe',
        lock: { may: ['write', 'visits'], log: 'tried' },
        here: '/',
      },
      words: { thing: 'a trial', title: () => 'A trial', button: 'Try', done: 'Done.', fields: {} },
      load: async (_, at) => ({ child: at.child ?? '' }),
      start: () => ({}),
      decide: (typed) => ({ ok: typed.one('what') }),
      save: async (asking) => {
        const [id = ''] = await asking.newIds(1)
        await visit(asking, id)
        return { kind: 'saved', id }
      },
      undo: async (asking) => {
        const [id = ''] = await asking.newIds(1)
        await visit(asking, id)
        return false
      },
      leadsTo: () => '/somewhere',
      Fields: () => null,
    })
    const browser = served.appFor(
      { council: served.council.council, person: me },
      formRoutes([unsafe], async () => new Map()),
    )
    const to = `/children/${child}/unsafe`
    const hidden = hiddenIn(await (await browser.request(HERE + to, HOST)).text())
    assert.equal((await post(to, { ...hidden, what: 'x', _do: 'send' }, browser)).status, 303)
    const before = await versions()
    const { status, html } = await undo(hidden, browser)
    assert.deepEqual(await versions(), before)
    assert.deepEqual(await ended(hidden), SUBMITTED)
    assert.equal(status, 409)
    assert.match(html, /Somebody has gone on from this since you sent it/)
    assert.match(html, /href="\/somewhere"/)
  })

  test('what was corrected since stands', async () => {
    const hidden = await sent()
    const [visit] = await served.query<{ id: string }>('select result as id from kith.draft where id = $1', [
      hidden['_draft'],
    ])
    const other = await served.worker('allocated-worker', child)
    await served.door.as(
      other,
      async (asking) => await correct(asking, 'kith.visit', { id: visit?.id ?? '', columns: { mode: 'telephone' } }),
    )
    const before = await versions()
    assert.equal((await undo(hidden)).status, 409)
    assert.deepEqual(await versions(), before)
    assert.deepEqual(await ended(hidden), SUBMITTED)
  })

  test('an action of it that a colleague has closed since stays closed, and the visit stands', async () => {
    const { hidden } = await open()
    const more = { theirWords: 'I swam', about: 'other', next: 'Ask', intended: 'She swims', by_when: '12 Apr' }
    assert.equal((await post(path(), { ...hidden, ...FILLED, ...more, _do: 'send' })).status, 303)
    const [action] = await served.query<{ line: string }>(
      'select a.line from kith.action_current a join kith.draft d on d.result = a.on_line where d.id = $1',
      [hidden['_draft']],
    )
    const typed = { outcome: 'done', happened: '2027-03-31', said: 'She swims', today: day('2027-03-31') }
    const done = await served.door.as(
      await served.worker('allocated-worker', child),
      async (asking) => await endAction(asking, { child, action: action?.line ?? '' }, typed),
    )
    assert.ok('ok' in done)
    const rows = async () =>
      await served.query(
        `select id from kith.visit where child = $1 union all select id from kith.action where child = $1
         union all select id from kith.view where child = $1 union all select id from kith.action_outcome where child = $1`,
        [child],
      )
    const before = await rows()
    assert.equal((await undo(hidden)).status, 409)
    assert.deepEqual(await rows(), before)
    assert.deepEqual(await ended(hidden), SUBMITTED)
  })

  test('pressed twice, it is taken back once, and both lead to the draft', async () => {
    const hidden = await sent()
    const both = await Promise.all([undo(hidden), undo(hidden)])
    const to = `${path()}?draft=${hidden['_draft']}`
    assert.deepEqual(
      both.map((answer) => [answer.status, answer.to]),
      [
        [303, to],
        [303, to],
      ],
    )
    assert.deepEqual(await ended(hidden), [{ ended: null, became: false }])
  })

  test('another person, and nobody’s draft, find nothing', async () => {
    const hidden = await sent()
    const other = served.appFor(await served.worker('allocated-worker', child), routes())
    const token = (await open(other)).hidden['form-token'] ?? ''
    assert.equal((await undo({ ...hidden, 'form-token': token }, other)).status, 404)
    assert.equal((await undo({ ...hidden, _draft: me })).status, 404)
    assert.deepEqual(await ended(hidden), SUBMITTED)
  })
})

describe('who may not', () => {
  test('another person finds neither draft nor form', async () => {
    const { hidden } = await open()
    await post(path(), { ...hidden, ...FILLED, _do: 'keep' })
    const other = served.appFor(await served.worker('allocated-worker', child), routes())
    assert.equal((await open(other, `?draft=${hidden['_draft']}`)).status, 404)
    const theirs = await open(other)
    const forged = await post(
      `/drafts/${hidden['_draft']}/save`,
      { ...hidden, ...theirs.hidden, _draft: hidden['_draft'] ?? '', ...FILLED },
      other,
    )
    assert.notEqual(forged.status, 200)
    const nobody = served.appFor(await served.worker(undefined), routes())
    assert.equal((await open(nobody)).status, 403)
  })
  test('a director may look and not write', async () => {
    const director = served.appFor(served.who, routes())
    assert.equal((await open(director)).status, 403)
    const { hidden } = await open()
    const own = hiddenIn(await (await director.request(`${HERE}/unfinished`, HOST)).text())
    assert.equal((await post(path(), { ...hidden, ...own, ...FILLED, _do: 'send' }, director)).status, 403)
  })
  test('a form with nothing typed and no draft is not found; what was typed is kept, and not sent', async () => {
    const { hidden } = await open()
    const before = (await visits()).length
    const wrong = [{ _draft: 'x' }, { _draft: '' }, { _revision: '-1' }]
    for (const more of wrong) {
      const empty = { 'form-token': hidden['form-token'] ?? '', ...more, _do: 'send' }
      assert.equal((await post(path(), empty)).status, 404)
      const answer = await post(path(), { ...hidden, ...FILLED, ...more, _do: 'send' })
      const html = await answer.text()
      assert.equal(answer.status, 422)
      assert.match(html, /came without what it was opened with/)
      assert.match(html, /We walked to the pond/)
      assert.notEqual(hiddenIn(html)['_draft'], hidden['_draft'])
    }
    assert.equal((await visits()).length, before)
    assert.deepEqual(served.logged, [])
  })
  test('another person’s draft named in one’s own form: the text is kept as one’s own', async () => {
    const { hidden } = await open()
    await post(path(), { ...hidden, ...FILLED, _do: 'keep' })
    const other = served.appFor(await served.worker('allocated-worker', child), routes())
    const theirs = { ...(await open(other)).hidden, _draft: hidden['_draft'] ?? '' }
    const answer = await post(path(), { ...theirs, ...FILLED, what: 'Written by somebody else', _do: 'send' }, other)
    const html = await answer.text()
    assert.equal(answer.status, 422)
    assert.match(html, /Written by somebody else/)
    assert.notEqual(hiddenIn(html)['_draft'], hidden['_draft'])
  })
  test('a draft keeps no token: sent again in another session it is the same text', async () => {
    const { hidden } = await open()
    const first = await post(path(), { ...hidden, ...FILLED, what: 'Once, in two sessions', _do: 'send' })
    const again = served.appFor({ council: served.council.council, person: me }, routes())
    const token = (await open(again)).hidden['form-token'] ?? ''
    assert.notEqual(token, hidden['form-token'])
    const fields = { ...hidden, ...FILLED, what: 'Once, in two sessions', 'form-token': token, _do: 'send' }
    const second = await post(path(), fields, again)
    assert.deepEqual([second.status, second.headers.get('location')], [303, first.headers.get('location')])
  })
})

test('what the store refuses after it has written is not in the record, and the text is kept', async () => {
  const refusing = makeForm<{ child: string }, string>({
    ...{
      name: 'refusing',
      path: '/children/:child/refusing',
      lock: { may: ['write', 'visits'], log: 'tried' },
      here: '/',
    },
    words: { thing: 'a trial', title: () => 'A trial', button: 'Try', done: 'Done.', fields: {} },
    load: async (_, at) => ({ child: at.child ?? '' }),
    start: () => ({}),
    decide: (typed) => ({ ok: typed.one('what') }),
    save: async (asking, _, at) => {
      const [id = ''] = await asking.newIds(1)
      const { council, person } = asking.who
      const row = {
        council,
        id,
        line: id,
        child: at.child,
        happened: '2027-03-30',
        visitor_role: 'other',
        mode: 'video',
      }
      await asking.insert('kith.visit', [{ ...row, recorded_by: person }])
      return { kind: 'refused', faults: [{ field: 'what', says: 'Not this.' }] }
    },
    leadsTo: () => '/',
    Fields: () => null,
  })
  const who = await served.worker('allocated-worker', child)
  const browser = served.appFor(
    who,
    formRoutes([refusing], async () => new Map()),
  )
  const to = `/children/${child}/refusing`
  const hidden = hiddenIn(await (await browser.request(HERE + to, HOST)).text())
  const answer = await post(to, { ...hidden, what: 'kept all the same', _do: 'send' }, browser)
  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /Not this\./)
  assert.equal((await served.query('select from kith.visit where recorded_by = $1', [who.person])).length, 0)
  const again = await (await browser.request(`${HERE}${to}?draft=${hidden['_draft']}`, HOST)).text()
  assert.match(again, /name="_revision" value="1"/)
})
