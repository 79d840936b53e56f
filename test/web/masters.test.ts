// Where another system is master of a room: said on a page, its forms closed, its links gone, its writes refused by the database; drafts kept; imports write; and back.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Asking, changeFrom, correct, Refused, recordFirst, retract, type Who } from '#database'
import { ROOM_NAMES, roomOf } from '#masters'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, post, send } from './filling.ts'
import { composedAlone, signIn, wholeApp } from './whole-app.ts'

let served: Served
let child: string
let admin: Browser
let worker: Browser
let me: Who
const CHOOSE = '/other-systems/masters/record'
const MOSAIC = { master: 'other', system: 'Mosaic', brings: 'ssd', because: 'Agreed by the programme board.' }
const VISIT = {
  happened: '30 Mar',
  by: 'representative',
  mode: 'in person',
  seen: 'seen',
  what: 'We walked by the river.',
}

before(async () => {
  served = await servedCouncil('masters')
  const { app } = wholeApp(served)
  const browser = async (who: Who): Promise<Browser> => {
    const { secret } = await signIn(served, who.person)
    return {
      request: async (url, init = {}) => {
        const headers = new Headers(init.headers)
        headers.set('cookie', `kith-session=${secret}`)
        return await app.request(url, { ...init, headers })
      },
    }
  }
  const [one] = await served.query<{ id: string }>(
    'select c.id from kith.child c join kith.placement_current p on p.council = c.council and p.child = c.id where upper_inf(p.during) order by c.id limit 1',
  )
  child = one?.id ?? ''
  me = await served.worker('allocated-worker', child)
  admin = await browser(await served.worker('administrator'))
  worker = await browser(me)
})
after(async () => await served?.close())

const visitBy = async (who: Who, happened: string) =>
  await served.door.as(who, async (asking) => {
    const columns = { happened, visitor_role: 'representative', mode: 'in person', seen: true }
    return await recordFirst(asking, 'kith.visit', { child, columns })
  })
const inOther = (error: unknown): boolean =>
  error instanceof Refused && error.constraint === 'recorded_in_another_system'
const links = (html: string): readonly string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, to = '']) => to)

test('every form and page that a room names is there', () => {
  const { routes } = composedAlone()
  const paths = new Set(routes.map(({ method, path }) => `${method} ${path}`))
  const missing = ROOM_NAMES.flatMap((room) => [
    ...roomOf(room).forms.flatMap((path) => [`GET ${path}`, `POST ${path}`]),
    ...roomOf(room).pages.map((path) => `GET ${path}`),
  ]).filter((name) => !paths.has(name))
  assert.deepEqual(missing, [])
})

describe('who is master', () => {
  test('is said by an administrator, with why, and by nobody else; what no file brings is refused in words', async () => {
    assert.equal((await get(worker, CHOOSE)).status, 403)
    for (const [typed, words] of [
      [{ ...MOSAIC, room: 'visits', system: '' }, /Write what your council calls the other system/],
      [{ ...MOSAIC, room: 'visits', system: '<b>' }, /Write what your council calls the other system/],
      [{ ...MOSAIC, room: 'health', brings: 'annex-a' }, /do not bring this/],
      [{ ...MOSAIC, room: 'visits', because: ' ' }, /Say who decided it, and why/],
      [{ ...MOSAIC, room: 'dreams' }, /Choose what it is about/],
    ] as const) {
      const { status, html } = await send(admin, CHOOSE, typed)
      assert.equal(status, 422)
      assert.match(html, words)
    }
    await assert.rejects(
      served.door.as(me, async ({ insert, who: { council, person } }) => {
        await insert('kith.room_master', [
          { council, room: 'visits', master: 'other', system: 'X', brings: 'ssd', because: 'So.', recorded_by: person },
        ])
      }),
      Refused,
    )
    assert.deepEqual(await served.query('select from kith.room_master'), [])
  })

  test('and is read by everybody, with who, when, why and what was before', async () => {
    assert.equal((await send(admin, CHOOSE, { ...MOSAIC, room: 'reviews' })).status, 303)
    assert.equal((await send(admin, CHOOSE, { room: 'reviews', master: 'kith', because: 'Back to Kith.' })).status, 303)
    const { html } = await get(worker, '/other-systems')
    assert.match(html, /Reviews[\s\S]*Kith[\s\S]*Dawn Test: Back to Kith/)
    assert.match(html, /Before[\s\S]*Reviews: Mosaic\.[\s\S]*Agreed by the programme board/)
    assert.doesNotMatch(html, /masters\/record/)
    assert.match(
      (await send(admin, CHOOSE, { room: 'reviews', master: 'kith', because: 'Again.' })).html,
      /recorded so already/,
    )
  })
})

describe('where another system is master', () => {
  let begun: Awaited<ReturnType<typeof get>>
  let own: string
  const RECORD = () => `/children/${child}/visits/record`
  before(async () => {
    own = (await visitBy(me, '2027-03-02')).id
    begun = await get(worker, `${RECORD()}?fresh=1`)
    await post(worker, RECORD(), { ...begun.hidden, ...VISIT, _do: 'keep' })
    assert.ok(links((await get(worker, `/children/${child}/record`)).html).includes(RECORD()))
    assert.equal((await send(admin, CHOOSE, { ...MOSAIC, room: 'visits' })).status, 303)
  })

  test('no page leads to its forms; the pages say from where the facts are and as of when', async () => {
    for (const path of ['', '/visits', '/record', '/story']) {
      const { html } = await get(worker, `/children/${child}${path}`)
      assert.deepEqual(
        links(html).filter((to) => /\/visits\/(record|[0-9a-f-]{36}\/correct)(\?|$)/.test(to)),
        [],
        path,
      )
      if (path !== '/record') assert.match(html, /Visits: from Mosaic, of which no file has come yet\./)
    }
    assert.match((await get(worker, `/children/${child}/record`)).html, /\(in Mosaic\)/)
    assert.doesNotMatch((await get(worker, `/children/${child}/health`)).html, /from Mosaic/)
    await served.query(
      `insert into kith.nightly_take (council, kind, began, rows_read, added, changed, gone, contradicts, not_taken, recorded_by)
       values ($1, 'ssd', '2027-03-31T02:12:00Z', 1, 0, 0, 0, 0, 0, $2)`,
      [served.council.council, me.person],
    )
    assert.match((await get(worker, `/children/${child}/visits`)).html, /from Mosaic, as of Wed 31 Mar 2027 at 03:12\./)
  })

  test('the form answers with a plain page, with the ids of the other system, and with what was begun', async () => {
    await served.door.asService(served.council.council, 'import', async (asking) => {
      const { council, person } = asking.who
      const [source = '', id = ''] = await asking.newIds(2)
      await asking.insert('kith.source', [{ council, id: source, kind: 'ssd', recorded_by: person }])
      const named = { council, id, line: id, child, source, issuer: 'ssd', value: 'M-77', recorded_by: person }
      await asking.insert('kith.child_identifier', [named])
    })
    const { status, html } = await get(worker, RECORD())
    assert.equal(status, 200)
    assert.match(html, /<h1[^>]*>Recorded in Mosaic/)
    assert.match(html, /This child in Mosaic[\s\S]*M-77/)
    assert.match(html, /Your text, kept[\s\S]*We walked by the river/)
    assert.doesNotMatch(html, /<textarea|name="_do"/)
    const unfinished = await get(worker, '/unfinished')
    const [draft = ''] = links(unfinished.html).filter((to) => to.includes('draft='))
    assert.match((await get(worker, draft)).html, /We walked by the river/)
  })

  test('a child’s page there is opened where an administrator said its address, and by nothing else', async () => {
    const [THERE, ADDRESS] = [`/children/${child}/there/ssd`, '/other-systems/addresses/record']
    assert.ok(links((await get(worker, `/children/${child}/visits`)).html).includes(THERE))
    assert.match((await get(worker, THERE)).html, /M-77[\s\S]*Visits[\s\S]*no address of it is known/)
    assert.match((await get(worker, THERE.replace('ssd', 'annex-a'))).html, /has named this child, or not/)
    assert.equal((await get(worker, THERE.replace('ssd', 'other'))).status, 404)
    assert.equal((await get(worker, ADDRESS)).status, 403)
    const wrong = await send(admin, ADDRESS, { kind: 'ssd', has: 'page', address: 'http://mosaic.example/{id}' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.html, /begins with https:[\s\S]*value="http:\/\/mosaic\.example\/\{id\}"/)
    const said = { kind: 'ssd', has: 'page', address: 'https://mosaic.example/people/{id}' }
    assert.equal((await send(admin, ADDRESS, said)).status, 303)
    assert.ok(links((await get(worker, THERE)).html).includes('https://mosaic.example/people/M-77'))
    assert.match((await get(worker, '/other-systems')).html, /people\/\{id\}[\s\S]*Dawn Test/)
    const forge = (address: string, by: Who) =>
      served.door.as(by, async ({ insert, who: { council, person } }) => {
        await insert('kith.page_there', [{ council, kind: 'ssd', address, recorded_by: person }])
      })
    await assert.rejects(forge('https://mosaic.example/{id}', me), Refused)
    await assert.rejects(forge('javascript:alert(1)//{id}', await served.worker('administrator')), Refused)
    assert.equal((await send(admin, ADDRESS, { kind: 'ssd', has: 'none', address: '' })).status, 303)
    assert.doesNotMatch((await get(worker, THERE)).html, /mosaic\.example/)
  })

  test('what is sent to it is not taken, and kept', async () => {
    const hidden = { ...begun.hidden, _revision: '0' }
    const answer = await post(worker, RECORD(), {
      ...hidden,
      ...VISIT,
      what: 'Typed before it was closed.',
      _do: 'send',
    })
    assert.equal(answer.status, 409)
    assert.match(
      await answer.text(),
      /Typed before it was closed[\s\S]*We walked|We walked[\s\S]*Typed before it was closed/,
    )
    const visits = await served.query('select from kith.visit where recorded_by = $1', [me.person])
    assert.equal(visits.length, 1)
  })

  test('the database refuses it to people, not to imports; what the other system says is taken back there', async () => {
    await assert.rejects(visitBy(me, '2027-03-03'), inOther)
    await assert.rejects(
      served.door.as(me, async (asking) => await correct(asking, 'kith.visit', { id: own, columns: { alone: true } })),
      inOther,
    )
    const theirs = await served.door.asService(served.council.council, 'import', async (asking) => {
      const source = await asking.record
        .selectFrom('kith.source')
        .select('id')
        .where('kind', '=', 'ssd')
        .executeTakeFirstOrThrow()
      const { council, person } = asking.who
      const [id = ''] = await asking.newIds(1)
      const row = {
        council,
        id,
        line: id,
        child,
        source: String(source.id),
        source_key: 'ssd_cla_visits|V9',
        recorded_by: person,
      }
      await asking.insert('kith.visit', [
        { ...row, happened: '2027-03-04', visitor_role: 'representative', mode: 'in person' },
      ])
      return id
    })
    assert.match(
      (await get(worker, `/children/${child}/visits/${theirs}/correct`)).html,
      /This entry in Mosaic[\s\S]*V9/,
    )
    const takeBack = async (id: string) =>
      await served.door.as(me, async (asking) => await retract(asking, 'kith.visit', { id, reason: 'Never was.' }))
    await assert.rejects(takeBack(theirs), inOther)
    const said = await send(worker, `/children/${child}/visits/${theirs}/retract`, { reason: 'Never was.' })
    assert.deepEqual([said.status, /Another system of your council is the master/.test(said.html)], [422, true])
    await served.query(
      `insert into kith.nightly_gone (council, kind, child, of_table, of_line, state, recorded_by) values ($1, 'ssd', $2, 'visit', $3, 'gone', $4)`,
      [served.council.council, child, theirs, me.person],
    )
    assert.ok('ok' in (await takeBack(theirs)), 'no longer in the file')
    assert.ok('ok' in (await takeBack(own)), 'never said by the other system')
  })

  test('who may know a fact is decided in Kith all the same', async () => {
    assert.equal((await send(admin, CHOOSE, { ...MOSAIC, room: 'people' })).status, 303)
    const birth = await served.query<{ id: string }>('select id from kith.birth_claim_current where child = $1', [
      child,
    ])
    const id = birth[0]?.id ?? ''
    const disputed = async (asking: Asking) =>
      await changeFrom(asking, 'kith.birth_claim', { id, columns: { standing: 'disputed' } })
    await assert.rejects(served.door.as(me, disputed), inOther)
    const decided = { power: 'safety of the child', decided: '2027-03-01' }
    await served.door.as(me, async (asking) => {
      const { id: decision } = await recordFirst(asking, 'kith.audience_decision', {
        child,
        columns: decided,
        words: 'So.',
      })
      const columns = { audience: ['allocated-worker'], audience_decision: decision }
      assert.ok('ok' in (await changeFrom(asking, 'kith.birth_claim', { id, columns })))
    })
  })

  test('turned back, its forms are open, and what was begun goes on', async () => {
    assert.equal(
      (await send(admin, CHOOSE, { room: 'visits', master: 'nobody', because: 'The trial is over.' })).status,
      303,
    )
    assert.match((await get(worker, RECORD())).html, /Go on with what you kept/)
    assert.equal((await send(worker, RECORD(), VISIT)).status, 303)
    assert.doesNotMatch((await get(worker, `/children/${child}/visits`)).html, /from Mosaic/)
  })
})

describe('nightly files', () => {
  test('one that did not come is said to administrators on their home, and to everybody on the page', async () => {
    const EXPECTED = '/other-systems/expected/record'
    assert.equal((await get(worker, EXPECTED)).status, 403)
    assert.match(
      (await send(admin, EXPECTED, { kind: 'annex-a', days: 'every day', hour: '25' })).html,
      /Write a full hour/,
    )
    assert.doesNotMatch((await get(admin, '/')).html, /did not come/)
    await served.query(
      `insert into kith.nightly_expected (council, kind, days, by_hour, recorded_by, recorded) values ($1, 'annex-a', 'every day', 0, $2, now() - interval '3 days')`,
      [served.council.council, me.person],
    )
    assert.match((await get(admin, '/')).html, /A nightly file did not come[\s\S]*None has come yet/)
    assert.match((await get(worker, '/other-systems')).html, /A nightly file did not come/)
    assert.equal((await send(admin, EXPECTED, { kind: 'annex-a', days: 'not expected', hour: '' })).status, 303)
    assert.doesNotMatch((await get(admin, '/')).html, /did not come/)
  })

  test('what is gone is listed to administrators alone, and marked as seen with why', async () => {
    const [line] = await served.query<{ line: string }>('select line from kith.review where child = $1 limit 1', [
      child,
    ])
    await served.query(
      `insert into kith.nightly_gone (council, kind, child, of_table, of_line, known_as, state, recorded_by) values ($1, 'ssd', $2, 'review', $3, 'R12', 'gone', $4)`,
      [served.council.council, child, line?.line ?? child, me.person],
    )
    assert.doesNotMatch((await get(worker, '/other-systems')).html, /R12|No longer in a file/)
    const read = async (asking: Asking) => await asking.record.selectFrom('kith.nightly_gone').select('id').execute()
    assert.deepEqual(await served.door.as(me, read), [])
    const { council, person } = me
    const forged = { council, kind: 'ssd', began: '2027-03-31T03:00:00Z', rows_read: 1, added: 0, changed: 0, gone: 0 }
    const rows = [{ ...forged, contradicts: 0, not_taken: 0, recorded_by: person }]
    await assert.rejects(
      served.door.as(me, async ({ insert }) => await insert('kith.nightly_take', rows)),
      Refused,
    )
    const GONE = '/other-systems/gone/record'
    assert.equal((await get(worker, GONE)).status, 403)
    const { html } = await get(admin, `${GONE}?fresh=1`)
    const row = /name="rows"[^>]*value="([^"]+)"[\s\S]*?review R12/.exec(html)?.[1] ?? ''
    assert.match((await send(admin, GONE, { rows: row, because: '' })).html, /Say what you found/)
    assert.equal((await send(admin, GONE, { rows: row, because: 'Deleted there: it was entered twice.' })).status, 303)
    const page = (await get(admin, '/other-systems')).html
    assert.match(page, /review R12, child [\s\S]*Deleted there: it was entered twice\.[\s\S]*Dawn Test/)
    assert.doesNotMatch((await get(admin, `${GONE}?fresh=1`)).html, /R12/)
  })
})
