// The return as work on its pages: who sees which part, what is gone at once, who may sign, and what may be taken out.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { restrict } from '#access'
import { correct, type Who } from '#database'
import { startJobs } from '#jobs'
import { checkWhole, returnCheck } from '#return-work'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { beside, councilWithReturn, routesWithReturns, TODAY } from './returns-served.ts'

const YEAR = '/returns/ssda903/2027'
const HOME = 'http://127.0.0.1:4444'
const routes = routesWithReturns()

let served: Served
let analyst: Who
let director: Browser
let asAnalyst: Browser
const appOf = (who: Who) => served.appFor(who, routes)
const see = async (app: Browser, path: string) => {
  const response = await app.request(HOME + path, { headers: { host: '127.0.0.1:4444' } })
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}
const post = async (app: Browser, path: string, fields: Readonly<Record<string, string>>) => {
  const token = /name="form-token" value="([^"]+)"/.exec((await see(app, '/returns')).text)?.[1] ?? ''
  return await app.request(HOME + path, {
    method: 'POST',
    headers: { host: '127.0.0.1:4444', origin: HOME, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ 'form-token': token, ...fields }).toString(),
  })
}
type Flag = { key: string; child: string; shown: string; rule: string; owner: string | null }
const standing = async () =>
  await served.query<Flag>(
    'select key, child, shown, rule, owner from kith.return_flag where year = 2027 and gone is null order by key',
  )
const childrenIn = (text: string) => [...text.matchAll(/href="\/children\/([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '')
/** Every page of a list. */
async function everyPage(app: Browser, path: string): Promise<string> {
  const pages: string[] = []
  for (let n = 1; n < 40; n += 1) {
    const { text } = await see(app, `${path}${path.includes('?') ? '&' : '?'}page=${n}`)
    if (n > 1 && !text.includes(`aria-label="Page ${n}" aria-current="page"`)) break
    pages.push(text)
  }
  return pages.join('')
}
/** How many flags a list of one's own says that there are. */
const saidCount = (text: string) => Number(/([\d,]+) things? to put right/.exec(text)?.[1]?.replace(',', '') ?? 0)
const busiest = async () => {
  const by = Map.groupBy(
    (await standing()).filter(({ owner }) => owner !== null),
    ({ owner }) => owner ?? '',
  )
  return [...by].toSorted(([, one], [, other]) => other.length - one.length).map(([owner, flags]) => ({ owner, flags }))
}
const whoIs = (person: string): Who => ({ council: served.council.council, person })

before(async () => {
  served = await councilWithReturn('returns')
  analyst = await served.worker('analyst')
  director = served.appFor(served.who, routes)
  asAnalyst = appOf(analyst)
})
after(async () => await served.close())

describe('a return that was never checked', () => {
  test('the page says so and offers the check; a worker is told when to look again', async () => {
    const { status, text } = await see(asAnalyst, YEAR)
    assert.equal(status, 200)
    assert.match(text, /This return was not checked yet/)
    assert.match((await see(appOf(await served.worker(undefined)), `${YEAR}/mine`)).text, /not checked yet/)
    assert.match((await see(asAnalyst, `${YEAR}/changes`)).text, /No check was kept yet/)
    assert.match((await see(asAnalyst, `${YEAR}/figures`)).text, /no figures yet/)
  })

  test('asked for, the check runs as a job that names ids only', async () => {
    const ran = Promise.withResolvers<void>()
    const task = returnCheck(served.door, () => TODAY, beside)
    const jobs = await startJobs({
      connection: served.at.connection,
      tasks: [{ ...task, work: async (given) => await task.work(given).then(ran.resolve, ran.reject) }],
      log: () => {},
    })
    try {
      const asked = await post(asAnalyst, `${YEAR}/check`, {})
      assert.equal(asked.headers.get('location'), `${YEAR}?asked=1`)
      await ran.promise
    } finally {
      await jobs.stop()
    }
    assert.ok((await standing()).length > 50)
    for (const year of [YEAR, '/returns/ssda903/2026', '/returns/ssda903/2025'])
      assert.doesNotMatch((await see(asAnalyst, year)).text, /not checked yet/, year)
  })
})

describe('the whole return', () => {
  test('counts by rule, child, worker and table, each adding up to the flags that stand', async () => {
    const flags = await standing()
    for (const way of ['rule', 'child', 'worker', 'table']) {
      const text = await everyPage(asAnalyst, `${YEAR}?by=${way}`)
      const counts = [...text.matchAll(/<tr[^>]*>.*?<\/tr>/gs)].map(([row]) =>
        Number(/kith-number[^>]*>\D*(\d+)/.exec(row)?.[1] ?? 0),
      )
      assert.equal(
        counts.reduce((sum, one) => sum + one, 0),
        flags.length,
        way,
      )
    }
  })

  test('groups stand by name, never by their counts: there is no league', async () => {
    const { text } = await see(asAnalyst, `${YEAR}?by=worker`)
    const names = [...text.matchAll(/worker=[0-9a-f-]{36}[^>]*>([^<]+)</g)].map(([, name]) => name ?? '')
    assert.ok(names.length > 3)
    assert.deepEqual(
      names,
      names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    )
  })

  test('rules not run are named with what they lacked, and an unknown severity is called unknown', async () => {
    const { text } = await see(asAnalyst, YEAR)
    assert.match(text, /rules? (was|were) not run, for want of a list of providers/)
    assert.match(text, /not run, for want of a postcode directory/)
    assert.match(text, /nobody has entered how grave they are/)
    assert.match(text, /Being put right/)
  })

  test('a filter stands in the address, is named on the page, and keeps to itself on every page', async () => {
    const [flag] = await standing()
    const { text } = await see(asAnalyst, `${YEAR}?rule=${flag?.rule}`)
    assert.match(text, new RegExp(`Shown: rule ${flag?.rule}`))
    const own = (await standing()).filter(({ rule }) => rule === flag?.rule)
    assert.equal(childrenIn(await everyPage(asAnalyst, `${YEAR}?rule=${flag?.rule}`)).length, own.length)
    assert.match((await see(asAnalyst, `${YEAR}?rule=%3Cb%3E`)).text, /Nothing of this kind/)
    assert.doesNotMatch((await see(asAnalyst, `${YEAR}?rule=%3Cb%3E`)).text, /<b>/)
  })

  test('an analyst reads ids and codes, and no name of a child', async () => {
    const names = await served.query<{ child: string }>('select distinct child from kith.child_name')
    assert.ok(names.length > 100)
    const { text } = await see(asAnalyst, `${YEAR}?rule=${(await standing())[0]?.rule}`)
    assert.match(text, /Child [A-Z0-9]+</)
    const listed = await see(director, '/children')
    const name = /href="\/children\/[0-9a-f-]{36}">([^<]+)</.exec(listed.text)?.[1] ?? 'x'
    assert.ok(!text.includes(name))
  })

  test('a closed record is not listed, and counted as closed', async () => {
    const before = await standing()
    const child = before[0]?.child ?? ''
    const own = before.filter((flag) => flag.child === child).length
    const manager = await served.worker('manager-line', child)
    const decide = async (decision: Parameters<typeof restrict>[2]) =>
      await served.door.as(manager, async (asking) => await restrict(asking, child, decision))
    const named = [manager.person]
    const closed = { kind: 'closed', named, ask: manager.person, why: 'A risk from somebody.', decided: TODAY } as const
    assert.deepEqual(await decide(closed), { kind: 'decided' })
    const text = await everyPage(asAnalyst, `${YEAR}?child=${child}`)
    assert.match(text, /Nothing of this kind/)
    assert.match(text, new RegExp(`${own} more flags? (is|are) of children whose record is closed to you`))
    assert.deepEqual(await decide({ kind: 'lifted', why: 'The risk is over.', decided: TODAY }), { kind: 'decided' })
  })

  test('a hidden record and one of one’s own family are not listed and not counted', async () => {
    const [flag] = await standing()
    const child = flag?.child ?? ''
    const manager = await served.worker('manager-line', child)
    const decide = async (decision: Parameters<typeof restrict>[2]) =>
      await served.door.as(manager, async (asking) => await restrict(asking, child, decision))
    const signing = `/returns/ssda903/sign-off/${(await served.query<{ id: string }>('select id from kith.return_run where year = 2027 limit 1'))[0]?.id}`
    const says = async (app: Browser) => {
      assert.match((await see(app, `${YEAR}?child=${child}`)).text, /Nothing of this kind/)
      for (const path of [YEAR, signing]) assert.doesNotMatch((await see(app, path)).text, /closed to you/, path)
    }
    const hidden = { kind: 'hidden', named: [manager.person], why: 'A risk from somebody.', decided: TODAY } as const
    assert.deepEqual(await decide(hidden), { kind: 'decided' })
    await says(asAnalyst)
    assert.deepEqual(await decide({ kind: 'lifted', why: 'The risk is over.', decided: TODAY }), { kind: 'decided' })
    const kin = await served.worker('analyst')
    await served.query(
      'insert into kith.own_family (council, person, child, recorded_by) values ($1, $2, $3, $2) returning id',
      [kin.council, kin.person, child],
    )
    await says(appOf(kin))
    assert.doesNotMatch((await see(asAnalyst, `${YEAR}?child=${child}`)).text, /Nothing of this kind/)
  })

  for (const [who, status] of [
    ['allocated-worker', 403],
    ['manager-line', 403],
    ['quality-lead', 403],
    ['member', 403],
    ['administrator', 403],
    ['director', 200],
  ] as const)
    test(`${who}: ${status}`, async () => {
      const [flag] = await standing()
      const wide = ['quality-lead', 'member', 'administrator', 'director'].includes(who)
      const app = appOf(await served.worker(who, wide ? undefined : flag?.child))
      for (const path of ['', '/changes']) assert.equal((await see(app, YEAR + path)).status, status, path)
      const refused = await post(app, `${YEAR}/take-out`, { file: 'xml', why: 'to send' })
      assert.equal(refused.status, 403)
    })

  test('another council’s return is not here: its analyst reads their own', async () => {
    const other = await servedCouncil('returns other', { filled: false })
    try {
      const app = other.appFor(await other.worker('analyst'), routes)
      assert.match((await see(app, YEAR)).text, /not checked yet/)
      await checkWhole(other.door, { council: other.council.council, year: 2027, today: TODAY }, beside)
      const { text } = await see(app, YEAR)
      assert.match(text, /No errors in this return/)
      assert.deepEqual(childrenIn(text), [])
    } finally {
      await other.close()
    }
  })

  test('years without rules, and what is no year, are not there', async () => {
    for (const year of ['1999', '2099', 'x', '2027x'])
      assert.equal((await see(asAnalyst, `/returns/ssda903/${year}`)).status, 404, year)
  })
})

describe('your part', () => {
  test('the workers’ lists together are the analyst’s list: over the whole council', async () => {
    const flags = await standing()
    const owners = [...new Set(flags.map(({ owner }) => owner))].filter((owner) => owner !== null)
    assert.ok(owners.length > 5)
    let together = 0
    for (const owner of owners) {
      const text = await everyPage(appOf(whoIs(owner)), `${YEAR}/mine`)
      const own = flags.filter((flag) => flag.owner === owner)
      assert.equal(saidCount(text), own.length)
      assert.deepEqual(new Set(childrenIn(text)), new Set(own.map(({ child }) => child)))
      together += own.length
    }
    const nobody = flags.filter(({ owner }) => owner === null).length
    assert.equal(together + nobody, flags.length)
  })

  test('in plain words, with why it matters and where it is put right', async () => {
    const [{ owner } = { owner: '' }] = await busiest()
    const { text } = await see(appOf(whoIs(owner)), `${YEAR}/mine`)
    assert.match(
      text,
      /Put right: <a href="\/children\/[0-9a-f-]{36}\/[a-z/]+\/[0-9a-f-]{36}\/correct#[a-z]+">[^<]+<\/a>/,
    )
    assert.match(text, /It (says|shows|tells) /)
    assert.doesNotMatch(text, /\b(LAC|CLA)\b/)
  })

  test('nobody sees another worker’s list, whatever they write into the address; their manager does', async () => {
    const [first, second] = await busiest()
    const mine = await see(appOf(whoIs(first?.owner ?? '')), `${YEAR}/mine?whose=team&worker=${second?.owner}`)
    assert.equal(saidCount(mine.text), first?.flags.length)
    const child = second?.flags[0]?.child ?? ''
    const manager = appOf(await served.worker('manager-line', child))
    const theirs = await everyPage(manager, `${YEAR}/mine?whose=team&worker=${second?.owner}`)
    assert.equal(saidCount(theirs), second?.flags.filter((flag) => flag.child === child).length)
    assert.deepEqual(new Set(childrenIn(theirs)), new Set([child]))
    const stranger = await see(appOf(await served.worker(undefined)), `${YEAR}/mine`)
    assert.match(stranger.text, /Nothing to put right/)
  })

  test('who sees a child in another part does not have its flags in their list, nor in their team’s', async () => {
    const [first, second] = await busiest()
    const [own, others] = [first?.flags[0]?.child ?? '', second?.flags[0]?.child ?? '']
    const both = await served.worker('manager-line', own)
    await served.query(
      `with fresh as (select kith.new_id() as id)
       insert into kith.standing_relation (council, id, line, person, relation, child, since, until, retracted, reason, recorded_by)
       select $1, id, id, $2, 'reviewing-officer', $3, '2015-01-01', 'infinity', false, 'role', $2 from fresh`,
      [served.council.council, both.person, others],
    )
    const seen = await served.door.as(
      both,
      async ({ record }) =>
        await record.selectFrom('kith.return_flag').select('child').where('gone', 'is', null).execute(),
    )
    assert.deepEqual(new Set(seen.map(({ child }) => child)), new Set([own, others]))
    assert.match((await see(appOf(both), `${YEAR}/mine`)).text, /Nothing to put right/)
    const team = (await see(appOf(both), `${YEAR}/mine?whose=team`)).text
    assert.deepEqual(new Set(childrenIn(team)), new Set([own]))
  })

  test('put right, it is gone from the worker’s list on the next page view, and from the analyst’s', async () => {
    const [{ owner, flags } = { owner: '', flags: [] }] = await busiest()
    const app = appOf(whoIs(owner))
    const [claim] = await served.query<{ id: string; child: string; shown: string }>(
      `select b.id, b.child, f.shown from kith.birth_claim_current b join kith.return_flag f on f.council = b.council and f.child = b.child
       where f.owner = $1 and f.gone is null limit 1`,
      [owner],
    )
    const child = claim?.child ?? ''
    const before = saidCount((await see(app, `${YEAR}/mine`)).text)
    assert.equal(before, flags.length)
    // A birth date after this return makes flags of this child, and putting it back takes them away again.
    const [now] = await served.query<{ born: string }>('select born::text from kith.birth_claim where id = $1', [
      claim?.id,
    ])
    const change = async (id: string, born: string): Promise<string> =>
      await served.door.as(whoIs(owner), async (asking) => {
        const answer = await correct(asking, 'kith.birth_claim', { id, columns: { born } })
        assert.ok('ok' in answer, JSON.stringify(answer))
        return answer.ok.id
      })
    const wrong = await change(claim?.id ?? '', '2030-01-01')
    const more = saidCount((await see(app, `${YEAR}/mine`)).text)
    assert.ok(more > before, `${more} after a wrong birth date, ${before} before`)
    assert.ok(
      (await standing()).filter((flag) => flag.child === child).length >
        flags.filter((flag) => flag.child === child).length,
    )
    await change(wrong, now?.born ?? '')
    assert.equal(saidCount((await see(app, `${YEAR}/mine`)).text), before)
    const changes = await see(asAnalyst, `${YEAR}/changes`)
    assert.match(changes.text, new RegExp(`0 new, 0 put right, ${(await standing()).length} still there`))
  })

  test('what changed since the check: new, put right and still there, each with its list', async () => {
    const mended = (await standing()).find(({ rule }) => rule === '103')
    const [code] = await served.query<{ id: string }>(
      `select id from kith.identity_code_current where child = $1 and kind = 'ethnicity for the return'`,
      [mended?.child],
    )
    const change = async (value: string, id: string): Promise<string> =>
      await served.door.asService(served.council.council, 'command line', async (asking) => {
        const answer = await correct(asking, 'kith.identity_code', { id, columns: { code: value } })
        return 'ok' in answer ? answer.ok.id : ''
      })
    const still = (await standing()).length
    const right = await change('WBRI', code?.id ?? '')
    const { text } = await see(asAnalyst, `${YEAR}/changes?how=mended`)
    assert.match(text, new RegExp(`0 new, 1 put right, ${still - 1} still there`))
    assert.deepEqual(childrenIn(text), [mended?.child])
    await checkWhole(served.door, { council: served.council.council, year: 2027, today: TODAY }, beside)
    await change('ZZZZ', right)
    const again = (await see(asAnalyst, `${YEAR}/changes`)).text
    assert.match(again, /Since .*: 0 new, 0 put right/)
    const [latest] = await served.query<{ id: string }>(
      'select id from kith.return_run where whole order by made desc limit 1',
    )
    const since = (await see(asAnalyst, `${YEAR}/changes?since=${latest?.id}`)).text
    assert.match(since, new RegExp(`1 new, 0 put right, ${still - 1} still there`))
    assert.deepEqual(childrenIn(since), [mended?.child])
  })

  test('looking at one’s part is in the access log of each child that was shown', async () => {
    const [{ owner, flags } = { owner: '', flags: [] }] = await busiest()
    await see(appOf(whoIs(owner)), `${YEAR}/mine`)
    const rows = await served.query<{ child: string }>(
      `select distinct child from kith.access_entry where person = $1 and what = 'saw what the return says'`,
      [owner],
    )
    assert.deepEqual(new Set(rows.map(({ child }) => child)), new Set(flags.map(({ child }) => child)))
  })
})

describe('preparing, signing, making and sending', () => {
  let run: string
  before(async () => {
    run =
      (await served.query<{ id: string }>('select id from kith.return_run where whole order by made desc limit 1'))[0]
        ?.id ?? ''
  })
  const send = async (app: Browser, path: string, fields: Readonly<Record<string, string>>) => {
    const opened = await see(app, `${path}?fresh=1`)
    const draft = /name="_draft" value="([^"]+)"/.exec(opened.text)?.[1] ?? ''
    const revision = /name="_revision" value="([^"]+)"/.exec(opened.text)?.[1] ?? '0'
    const answer = await post(app, path, { _draft: draft, _revision: revision, _do: 'send', _read: '', ...fields })
    return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
  }
  const step = async (app: Browser, fields: Readonly<Record<string, string>>) =>
    await send(app, `/returns/ssda903/step/${run}`, { section: '', why: '', ...fields })

  test('who signs is not who prepared, and says why flags remain', async () => {
    assert.match((await step(asAnalyst, { kind: 'signed', why: 'x' })).text, /Nobody has prepared this yet/)
    assert.equal((await step(asAnalyst, { kind: 'prepared' })).status, 303)
    assert.match((await step(asAnalyst, { kind: 'signed', why: 'we know' })).text, /You prepared this yourself/)
    assert.match((await step(director, { kind: 'signed' })).text, /Say why you sign all the same/)
    const signed = await step(director, { kind: 'signed', why: 'We know, because the court moved the day.' })
    assert.equal(signed.status, 303)
    const { text } = await see(asAnalyst, signed.to)
    assert.match(text, /We know, because the court moved the day/)
    assert.match(text, /Every part is signed/)
    assert.match((await see(asAnalyst, YEAR)).text, /Ready to send/)
  })

  test('the database holds that two people sign, whoever writes; and no step is changed or deleted', async () => {
    const forge = served.door.as(analyst, async (asking) => {
      const [id = ''] = await asking.newIds(1)
      await asking.insert('kith.return_step', [
        {
          council: asking.who.council,
          id,
          year: 2027,
          kind: 'signed',
          section: 'whole',
          flags: 0,
          recorded_by: asking.who.person,
        },
      ])
    })
    await assert.rejects(forge)
    const privileges = await served.query(
      `select from information_schema.role_table_grants where table_name = 'return_step' and privilege_type in ('UPDATE', 'DELETE') and grantee like 'kith_%' and grantee <> 'kith_owner'`,
    )
    assert.deepEqual(privileges, [])
    const worker = await served.worker('quality-lead')
    const read = await served.door.as(
      worker,
      async ({ record }) => await record.selectFrom('kith.return_step').selectAll().execute(),
    )
    assert.deepEqual(read, [])
  })

  test('files: kept as hash and counts, made again as the record was known, whatever was written since', async () => {
    const made = await post(asAnalyst, `${YEAR}/make`, {})
    assert.equal(made.status, 303)
    const id = made.headers.get('location')?.split('/').at(-1) ?? ''
    const fields = { file: 'Header', why: 'to compare', made: id }
    const first = await post(asAnalyst, `${YEAR}/take-out`, fields)
    assert.equal(first.status, 200)
    const text = await first.text()
    assert.match(text, /^CHILD,SEX,DOB/)
    const [claim] = await served.query<{ id: string; born: string }>(
      `select b.id, b.born::text from kith.birth_claim_current b join kith.return_flag f on f.child = b.child and f.owner is not null where b.born is not null limit 1`,
    )
    await served.door.asService(served.council.council, 'command line', async (asking) => {
      await correct(asking, 'kith.birth_claim', { id: claim?.id ?? '', columns: { born: '2011-11-11' } })
    })
    assert.equal(await (await post(asAnalyst, `${YEAR}/take-out`, fields)).text(), text)
    const now = await (await post(asAnalyst, `${YEAR}/take-out`, { file: 'Header', why: 'to compare' })).text()
    assert.match(now, /11\/11\/2011/)
    assert.doesNotMatch(text, /11\/11\/2011/)
  })

  test('what is found after signing has to be signed again; taken back with a reason, it is not signed', async () => {
    const [flag] = await standing()
    const [claim] = await served.query<{ id: string }>('select id from kith.birth_claim_current where child = $1', [
      flag?.child,
    ])
    await served.door.asService(served.council.council, 'command line', async (asking) => {
      await correct(asking, 'kith.birth_claim', { id: claim?.id ?? '', columns: { born: '2031-01-01' } })
    })
    const { text } = await see(asAnalyst, YEAR)
    assert.match(text, /Signed off, and not ready to send/)
    assert.match(text, /found after signing/)
    assert.match((await step(asAnalyst, { kind: 'sent' })).text, /not ready to send/)
    assert.equal((await step(director, { kind: 'signed', why: 'We know, because it is being looked at.' })).status, 303)
    assert.equal((await step(asAnalyst, { kind: 'sent' })).status, 303)
    assert.match((await see(asAnalyst, YEAR)).text, /<h2[^>]*>\s*Sent/)
    const [sent] = await served.query<{ id: string }>(`select id from kith.return_step where kind = 'sent'`)
    const back = `/returns/ssda903/take-back/${sent?.id}`
    assert.match((await send(director, back, { why: '' })).text, /Say why it is taken back/)
    const taken = await send(director, back, { why: 'The portal sent it back.' })
    assert.equal(taken.status, 303)
    assert.match((await see(asAnalyst, taken.to)).text, /The portal sent it back/)
    assert.match((await see(asAnalyst, YEAR)).text, /Ready to send/)
    assert.equal((await see(director, back)).status, 404)
  })

  test('words of a reason are encrypted, and in no log', async () => {
    const [row] = await served.query<{ said: Buffer }>(
      `select said from kith.return_step where said is not null limit 1`,
    )
    assert.ok(row !== undefined && !row.said.toString('latin1').includes('court'))
    const logged = await served.query(
      `select from kith.access_entry where subject::text like '%court%' or what like '%court%'`,
    )
    assert.deepEqual(logged, [])
  })
})

describe('taking out', () => {
  test('XML, a workbook and CSV, each in the log with who and why', async () => {
    for (const [file, type] of [
      ['xml', 'application/xml'],
      ['xlsx', 'spreadsheetml'],
      ['Episodes', 'text/csv'],
    ] as const) {
      const answer = await post(asAnalyst, `${YEAR}/take-out`, { file, why: 'to send' })
      assert.equal(answer.status, 200)
      assert.match(answer.headers.get('content-type') ?? '', new RegExp(type))
      assert.match(answer.headers.get('content-disposition') ?? '', /attachment; filename="ssda903-2027-/)
      assert.ok((await answer.arrayBuffer()).byteLength > 1000)
    }
    const rows = await served.query<{ subject: unknown }>(
      `select subject from kith.access_entry where what = 'took the return out' and person = $1 and subject ->> 'why' = 'to send' order by id`,
      [analyst.person],
    )
    assert.deepEqual(
      rows.map(({ subject }) => subject),
      ['xml', 'xlsx', 'Episodes'].map((file) => ({ year: 2027, file, why: 'to send' })),
    )
  })

  test('the log of each child whose rows are in the file says who took them out, which file and why', async () => {
    const [mark] = await served.query<{ id: string }>('select max(id)::text as id from kith.access_entry')
    const taken = async (file: string) =>
      await served.query<{ child: string; subject: unknown }>(
        `select child, subject from kith.access_entry where what = 'taken out in the return' and person = $1
           and subject ->> 'file' = $2 and id > $3::bigint`,
        [analyst.person, file, mark?.id],
      )
    assert.equal((await post(asAnalyst, `${YEAR}/take-out`, { file: 'xml', why: 'to answer' })).status, 200)
    const whole = await taken('xml')
    const everyChild = new Set(whole.map(({ child }) => child))
    assert.equal(everyChild.size, whole.length)
    const csv = await (await post(asAnalyst, `${YEAR}/take-out`, { file: 'Header', why: 'to answer' })).text()
    assert.equal(whole.length, csv.trimEnd().split('\r\n').length - 1)
    assert.deepEqual(whole[0]?.subject, { year: 2027, file: 'xml', why: 'to answer' })
    await post(asAnalyst, `${YEAR}/take-out`, { file: 'UASC', why: 'to answer' })
    const some = await taken('UASC')
    assert.ok(some.length > 0 && some.length < whole.length && some.every(({ child }) => everyChild.has(child)))
  })

  test('what may not go out is said before the file is given, kept with the files made, and stops nobody', async () => {
    const [one] = await served.query<{ id: string; child: string }>(
      `select i.id, i.child from kith.child_identifier_current i join kith.care_period_current p on p.child = i.child
       where i.issuer = 'ssda903' and p.ended is null limit 1`,
    )
    const giveId = async (value: string) =>
      await served.door.asService(served.council.council, 'command line', async (asking) => {
        const [now] = await served.query<{ id: string; value: string }>(
          `select id, value from kith.child_identifier_current where issuer = 'ssda903' and child = $1`,
          [one?.child],
        )
        await correct(asking, 'kith.child_identifier', { id: now?.id ?? '', columns: { value } })
        return now?.value ?? ''
      })
    const taken = { file: 'Header', why: 'to compare' }
    const before = (await (await post(asAnalyst, `${YEAR}/take-out`, taken)).text()).trimEnd().split('\r\n')
    const id = await giveId('=1+1')
    const first = await post(asAnalyst, `${YEAR}/take-out`, taken)
    assert.match(first.headers.get('content-type') ?? '', /text\/html/)
    const said = await first.text()
    assert.match(said, /Header, line \d+: what the record gives for CHILD may not go out/)
    assert.match(said, /name="told" value="yes"/)
    assert.doesNotMatch(said, /=1\+1/)
    const made = await post(asAnalyst, `${YEAR}/make`, {})
    assert.match(
      (await see(asAnalyst, made.headers.get('location') ?? '')).text,
      /what the record gives for CHILD may not/,
    )
    const text = await (await post(asAnalyst, `${YEAR}/take-out`, { ...taken, told: 'yes' })).text()
    const after = text.trimEnd().split('\r\n')
    assert.equal(after.length, before.length)
    assert.deepEqual(
      after.filter((line) => !before.includes(line)).map((line) => line.split(',')[0]),
      [one?.child],
    )
    await giveId(id)
  })

  test('without a reason, of no such file, or by who may not: nothing goes out', async () => {
    assert.equal((await post(asAnalyst, `${YEAR}/take-out`, { file: 'xml' })).status, 422)
    assert.equal((await post(asAnalyst, `${YEAR}/take-out`, { file: '../x', why: 'to send' })).status, 422)
    assert.equal((await post(asAnalyst, `${YEAR}/take-out`, { file: 'xml', why: 'to send', made: 'x' })).status, 404)
    const refused = await post(director, `${YEAR}/take-out`, { file: 'xml', why: 'to send' })
    assert.equal(refused.status, 403)
    assert.match(await refused.text(), /does not allow taking duties out/)
  })
})

describe('figures', () => {
  test('numerator, denominator and not known, each figure opening its children: as many as it counts', async () => {
    const { text } = await see(asAnalyst, `${YEAR}/figures`)
    const count = Number(/\/figures\/cla_count".*?kith-number[^>]*>\D*(\d+)/s.exec(text)?.[1])
    assert.ok(count > 100)
    assert.match(
      (await see(asAnalyst, `${YEAR}/figures/cla_count`)).text,
      new RegExp(`In the numerator <span>\\(${count}\\)`),
    )
    assert.equal(new Set(childrenIn(await everyPage(asAnalyst, `${YEAR}/figures/cla_count?how=a`))).size, count)
    assert.match(text, /Not known/)
  })

  test('a member sees the outward version alone: no child, no small number, nothing of what is inside', async () => {
    const member = await served.worker('member')
    const app = appOf(member)
    const { status, text } = await see(app, `${YEAR}/figures`)
    assert.equal(status, 200)
    assert.deepEqual(childrenIn(text), [])
    assert.match(text, /hidden, so that nobody can be recognised/)
    assert.match(text, />\s*c\s*</)
    assert.doesNotMatch(text, /figures\/cla_count/)
    assert.equal((await see(app, `${YEAR}/figures/cla_count`)).status, 403)
    const inside = await served.door.as(
      member,
      async ({ record }) => await record.selectFrom('kith.return_figure').selectAll().execute(),
    )
    assert.deepEqual(inside, [])
    const small = await served.query(
      `select from kith.return_figure_outside where above ~ '^[1-5]$' and indicator in (select indicator from kith.return_figure where below is null)`,
    )
    assert.deepEqual(small, [])
  })

  test('who has no part in figures is told so; an unknown figure is not there', async () => {
    assert.equal((await see(appOf(await served.worker('administrator')), `${YEAR}/figures`)).status, 403)
    assert.equal((await see(asAnalyst, `${YEAR}/figures/nothing`)).status, 404)
  })
})

test('nothing of all this was logged as broken', () => assert.deepEqual(served.logged, []))
