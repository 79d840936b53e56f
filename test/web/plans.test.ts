// A care plan in the browser: written part by part by two people, nothing lost, approved by a third, read as it stood, and closed to others.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { agreeOutOfSight, askOutOfSight } from '#access'
import { formRoutes } from '#forms'
import { partsOf } from '#plan-kinds'
import { carePlanForms, planRoutes, textsKeptApart } from '#plans'
import { WHOLE_PLAN } from '../../src/plans/examples.ts'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, post, send } from './filling.ts'

let served: Served
let child = ''
let other = ''
let priya: Browser
let cora: Browser
let dawn: Browser
let base = ''

const routes = () => [
  ...planRoutes(),
  ...formRoutes(carePlanForms, async (_, children) => new Map(children.map((id) => [id, 'Nora'])), [textsKeptApart]),
]

before(async () => {
  served = await servedCouncil('plans_web')
  const children = await served.query<{ id: string }>('select id from kith.child order by id limit 2')
  child = children[0]?.id ?? ''
  other = children[1]?.id ?? ''
  base = `/children/${child}/plan`
  priya = served.appFor(await served.worker('allocated-worker', child), routes())
  cora = served.appFor(await served.worker('cover', child), routes())
  dawn = served.appFor(await served.worker('manager-line', child), routes())
})
after(async () => await served.close())

const begin = async (browser = priya) => {
  const { hidden } = await get(browser, `${base}/write`)
  return await post(browser, `${base}/begin`, hidden)
}
const versions = async (part: string) =>
  await served.query<{ id: string; version: number; merges: string | null }>(
    'select id, version, merges from kith.plan_part where child = $1 and part = $2 order by version',
    [child, part],
  )
const edition = async () =>
  (
    await served.query<{ id: string }>('select id from kith.plan_edition where child = $1 order by number desc', [
      child,
    ])
  )[0]?.id ?? ''

test('without a plan the pages say so, and one press begins it once', async () => {
  const empty = await get(priya, `${base}/read`)
  assert.equal(empty.status, 200)
  assert.match(empty.html, /No care plan yet/)
  assert.deepEqual(await Promise.all([begin(), begin()]).then((all) => all.map(({ status }) => status)), [303, 303])
  const plans = await served.query('select from kith.plan where child = $1', [child])
  assert.equal(plans.length, 1)
  const page = await get(priya, `${base}/write`)
  assert.match(page.html, /Still to write/)
  assert.match(page.html, /The law asks for 11 more/)
})

test('each part is a form of its own, with its law behind one press', async () => {
  for (const part of partsOf('care plan')) {
    const { status, html } = await get(priya, `${base}/write/${part.part}?fresh=1`)
    assert.equal(status, 200, part.part)
    assert.match(html, /Where this is asked for/)
    assert.equal(html.match(/<h1/g)?.length, 1, part.part)
  }
  const { html } = await get(priya, `${base}/write/health?fresh=1`)
  assert.match(html, /SI 2010\/959\), regulation 5\(1\)\(b\)\(i\)/)
  const sent = await send(priya, `${base}/write/health`, { health: 'Sees Dr Ito in March.\nLikes the dentist.' })
  assert.equal(sent.status, 303)
  assert.deepEqual(
    (await versions('health')).map(({ version }) => version),
    [1],
  )
  const long = await send(priya, `${base}/write/identity`, { identity: 'x'.repeat(20_001) })
  assert.equal(long.status, 422)
  assert.match(long.html, /20,000 characters or fewer/)
})

test('two people who write the same part: both texts, the words that differ, and one version that takes both in', async () => {
  const [mine, theirs] = [
    await get(priya, `${base}/write/family?fresh=1`),
    await get(cora, `${base}/write/family?fresh=1`),
  ]
  await post(cora, `${base}/write/family`, { ...theirs.hidden, family: 'Aunt Bea and Kai', _do: 'send' })
  const clash = await post(priya, `${base}/write/family`, { ...mine.hidden, family: 'Mum and Kai', _do: 'send' })
  const html = await clash.text()
  assert.equal(clash.status, 409)
  assert.match(html, /Two people changed this/)
  assert.match(html, /saved this/)
  assert.ok(html.includes('Aunt Bea') && html.includes('Mum'))
  assert.deepEqual(
    (await versions('family')).map(({ version }) => version),
    [1],
    'the later text overwrote nothing',
  )
  const list = await get(priya, '/unfinished')
  assert.match(list.html, /the care plan: Family and friends/)
  assert.match(list.html, /since somebody saved the part first/)

  const { hiddenIn } = await import('./filling.ts')
  const both = { _choose_family: 'both', _both_family: 'Mum, Aunt Bea and Kai', _do: 'send' }
  const put = await post(priya, `${base}/write/family`, { ...hiddenIn(html), ...both })
  assert.equal(put.status, 303)
  const written = await versions('family')
  assert.equal(written.length, 2)
  assert.notEqual(written[1]?.merges, null, 'the version names the text that it takes in')
  assert.doesNotMatch((await get(priya, '/unfinished')).html, /Family and friends/)
})

test('a text that was left undecided is merged from the list, or withdrawn with a reason', async () => {
  for (const [part, how] of [
    ['self-care', 'merge'],
    ['social-presentation', 'withdraw'],
  ] as const) {
    const path = `${base}/write/${part}`
    const [mine, theirs] = [await get(priya, `${path}?fresh=1`), await get(cora, `${path}?fresh=1`)]
    await post(cora, path, { ...theirs.hidden, [part]: 'Cooks on Sundays', _do: 'send' })
    assert.equal((await post(priya, path, { ...mine.hidden, [part]: 'Cooks on Mondays', _do: 'send' })).status, 409)
    const [kept] = await served.query<{ id: string }>(
      'select id from kith.plan_unmerged_current where child = $1 and part = $2',
      [child, part],
    )
    const at = `${base}/unmerged/${kept?.id}`
    const page = await get(priya, at)
    assert.match(page.html, /Sundays/)
    assert.match(page.html, /Mondays/)
    assert.equal((await get(cora, at)).status, 404, 'another person’s text')
    if (how === 'merge') assert.equal((await send(priya, at, { text: 'Cooks on both' })).status, 303)
    else {
      assert.equal((await send(priya, `${at}/withdraw`, { reason: '' })).status, 422)
      assert.equal((await send(priya, `${at}/withdraw`, { reason: 'Said twice.' })).status, 303)
    }
    assert.equal((await get(priya, at)).status, 404)
    assert.ok(!(await get(priya, `${base}/write`)).html.includes(at))
  }
})

test('two who each add an outcome have added two', async () => {
  const path = `${base}/write/outcome`
  const [mine, theirs] = [await get(priya, `${path}?fresh=1`), await get(cora, `${path}?fresh=1`)]
  const first = { 'outcome-1-different': 'Sees Kai every week', 'outcome-1-known': 'Says so' }
  assert.equal((await post(cora, path, { ...theirs.hidden, ...first, _do: 'send' })).status, 303)
  const second = { 'outcome-1-different': 'Swims', 'outcome-1-known': 'Badge', 'outcome-1-steps': '' }
  assert.equal((await post(priya, path, { ...mine.hidden, ...second, _do: 'send' })).status, 303)
  const { html } = await get(priya, `${base}/read`)
  assert.match(html, /Outcome 2/)
  assert.ok(html.includes('Sees Kai every week') && html.includes('Swims'))
})

test('what only one of them changed in one form is in, and the other field is asked about', async () => {
  const path = `${base}/write/outcome`
  const [mine, theirs] = [await get(priya, `${path}?fresh=1`), await get(cora, `${path}?fresh=1`)]
  const stands = { 'outcome-1-different': 'Sees Kai every week', 'outcome-1-known': 'Says so', 'outcome-1-steps': '' }
  await post(cora, path, { ...theirs.hidden, ...stands, 'outcome-1-known': 'Kai says so', _do: 'send' })
  const changed = { ...stands, 'outcome-1-known': 'Both say so', 'outcome-1-steps': 'Sue, by May' }
  const clash = await post(priya, path, { ...mine.hidden, ...changed, _do: 'send' })
  assert.equal(clash.status, 409)
  const html = await clash.text()
  assert.match(html, /1 more of your changes do not clash and are in already/)
  assert.equal((await versions('outcome/1/steps')).length, 1)
  const { hiddenIn } = await import('./filling.ts')
  const answer = { '_choose_outcome-1-known': 'theirs', _do: 'send' }
  assert.equal(
    (await post(priya, path, { ...hiddenIn(html), ...changed, 'outcome-1-known': 'Both say so', ...answer })).status,
    303,
  )
  assert.match((await get(priya, `${base}/read`)).html, /Kai says so/)
})

test('sent with what the law asks for; approved by nobody who wrote it, and exactly as it was read', async () => {
  const at = `${base}/${await edition()}`
  const early = await send(priya, `${at}/send`, { note: '' })
  assert.equal(early.status, 422)
  assert.match(early.html, /Education and training/)
  for (const { part, text } of WHOLE_PLAN) await send(priya, `${base}/write/${part}`, { [part]: text })
  assert.equal((await send(priya, `${at}/send`, { note: 'Nora read it with me.' })).status, 303)
  assert.equal((await get(priya, `${at}/decide?fresh=1`)).status, 403, 'a worker approves no plan')

  const read = await get(dawn, `${at}/decide?fresh=1`)
  assert.match(read.html, /Nora read it with me/)
  const ids = [...read.html.matchAll(/name="versions" value="([^"]+)"/g)].map(([, id = '']) => id)
  const approve = { answer: 'approve', why: 'It says what Nora wants.', versions: ids, _do: 'send' }
  await send(priya, `${base}/write/health`, { health: 'Sees Dr Ito in April.' })
  const stale = await post(dawn, `${at}/decide`, { ...read.hidden, ...approve })
  assert.equal(stale.status, 422)
  assert.match(await stale.text(), /Somebody changed the plan after you opened it/)
  assert.equal((await send(dawn, `${at}/decide`, { answer: 'approve', why: '' })).status, 422)
})

test('sent back with the reason, sent again, and approved; then it stands', async () => {
  const id = await edition()
  const at = `${base}/${id}`
  assert.equal((await send(dawn, `${at}/decide`, { answer: 'send back', why: 'What does Nora say?' })).status, 303)
  assert.match((await get(priya, `${base}/write`)).html, /sent back, being written/)
  await send(priya, `${at}/send`, { note: '' })
  const read = await get(dawn, `${at}/decide?fresh=1`)
  const ids = [...read.html.matchAll(/name="versions" value="([^"]+)"/g)].map(([, one = '']) => one)
  const open = await get(priya, `${base}/write/health?fresh=1`)
  const answer = { answer: 'approve', why: 'It says what Nora wants.', versions: ids, _do: 'send' }
  assert.equal((await post(dawn, `${at}/decide`, { ...read.hidden, ...answer })).status, 303)
  assert.match((await get(priya, `${base}/read`)).html, /edition 1 · approved · approved by Dawn Test/)

  const late = await post(priya, `${base}/write/health`, { ...open.hidden, health: 'Typed too late', _do: 'send' })
  assert.equal(late.status, 422)
  assert.match(await late.text(), /approved while you were writing[\s\S]*Typed too late/)
  assert.match((await get(priya, '/unfinished')).html, /the care plan: Health/)
  await begin()
  assert.equal((await send(priya, `${base}/write/health`, { health: 'A new edition' })).status, 303)
  const stands = await get(priya, `${base}/read`)
  assert.ok(stands.html.includes('Dr Ito in April') || stands.html.includes('Dentist in March'))
  assert.doesNotMatch(stands.html, /A new edition/)
})

test('who wrote some of it cannot approve it, whatever else they may', async () => {
  const both = await served.worker('allocated-worker', child)
  await served.query(
    `with fresh as (select kith.new_id() as id)
     insert into kith.standing_relation (council, id, line, person, relation, child, since, until, retracted, reason, recorded_by)
     select $1, id, id, $2, 'manager-line', $3, '2015-01-01', 'infinity', false, 'role', $2 from fresh`,
    [served.council.council, both.person, child],
  )
  const browser = served.appFor(both, routes())
  await send(browser, `${base}/write/family`, { family: 'Grandad too' })
  const at = `${base}/${await edition()}`
  await send(priya, `${at}/send`, { note: '' })
  const read = await get(browser, `${at}/decide?fresh=1`)
  assert.match(read.html, /You wrote or sent some of this/)
  const ids = [...read.html.matchAll(/name="versions" value="([^"]+)"/g)].map(([, one = '']) => one)
  const answer = await post(browser, `${at}/decide`, {
    ...read.hidden,
    answer: 'approve',
    why: 'Mine',
    versions: ids,
    _do: 'send',
  })
  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /Somebody else has to approve it/)
  const { hidden } = await get(priya, `${base}/write`)
  assert.equal((await post(priya, `${at}/take-back`, hidden)).status, 303)
  assert.match((await get(priya, `${base}/write`)).html, /taken back from approval/)
})

test('history of a part: who, when, and the words that each version changed', async () => {
  const { html, status } = await get(priya, `${base}/history?part=family`)
  assert.equal(status, 200)
  assert.match(html, /Version 2 · Dawn Test/)
  assert.match(html, /two texts put together/)
  assert.match(html, /<ins>/)
  assert.equal((await get(priya, `${base}/history?part=nothing`)).status, 404)
})

test('the page of the plan holds every word of the record, as it stood on a day too', async () => {
  const stored = await served.query<{ text: string }>('select 1 as text where false')
  assert.deepEqual(stored, [])
  const { html } = await get(priya, `${base}/read`)
  for (const { text } of WHOLE_PLAN.filter(
    ({ part }) => part !== 'health' && part !== 'family' && part !== 'self-care',
  ))
    assert.ok(html.includes(text), text)
  const long = await get(priya, `${base}/read?on=2020-01-01`)
  assert.match(long.html, /Nothing of a plan had been written/)
  assert.equal((await get(priya, `${base}/read?on=2099-01-01`)).status, 422)
})

describe('who may', () => {
  const pages = () => [`${base}/read`, `${base}/write`, `${base}/write/health?fresh=1`, `${base}/history?part=health`]
  test('nobody without a part in this child’s life, and nobody of what is not theirs', async () => {
    const stranger = served.appFor(await served.worker(undefined), routes())
    for (const path of pages()) assert.equal((await get(stranger, path)).status, 403, path)
    for (const path of pages()) assert.equal((await get(priya, path.replace(child, other))).status, 403, path)
  })
  test('who may read and not write reads, and is told', async () => {
    const officer = served.appFor(await served.worker('reviewing-officer', child), routes())
    const ways = /href="[^"]*\/(write|copies\/record)"/g
    const waysIn = async (reader: Browser) =>
      [...(await get(reader, `${base}/read`)).html.matchAll(ways)].map(([, way]) => way)
    assert.equal((await get(officer, `${base}/read`)).status, 200)
    assert.deepEqual([await waysIn(officer), await waysIn(priya)], [[], ['write', 'copies/record']])
    assert.equal((await get(officer, `${base}/write`)).status, 403)
    assert.equal((await get(officer, `${base}/write/health?fresh=1`)).status, 403)
    const carer = served.appFor(await served.worker('business-support', child), routes())
    assert.equal((await get(carer, `${base}/read`)).status, 403)
  })
  test('an edition of another child is not found under this one', async () => {
    const mine = served.appFor(await served.worker('allocated-worker', other), routes())
    const at = `/children/${other}/plan/${await edition()}`
    assert.equal((await get(mine, `${at}/send?fresh=1`)).status, 404)
    assert.equal((await get(mine, `/children/${other}/plan/read?edition=${await edition()}`)).status, 404)
  })
  test('nothing of it was logged as broken', () => assert.deepEqual(served.logged, []))
})

const locationOf = (answer: Response): string => answer.headers.get('location') ?? ''
const idOf = (answer: Response): string => /edition=([0-9a-f-]{36})/.exec(locationOf(answer))?.[1] ?? ''

describe('another kind of plan beside it', () => {
  const at = () => `/children/${child}/safety-plan`
  const whole = {
    ...{ because: 'Nora came home late twice.', worries: 'Older boys at the arcade.', helps: 'Nora rings Aunt Bea.' },
    ...{
      'wishes-child': 'I want to see my friends.',
      'if-missing': 'Ring Aunt Bea first.',
      'looked-at': 'In a month.',
    },
    ...{ 'step-1-does': 'A lift home on Fridays.', 'step-1-who': 'Sue', 'step-1-by': 'From today' },
  }
  const parts = async (kind: string) =>
    await served.query<{ part: string; version: number }>(
      `select p.part, p.version from kith.plan_part p join kith.plan k on k.id = p.plan where p.child = $1 and k.kind = $2 order by 1, 2`,
      [child, kind],
    )
  const answer = async (fields: Readonly<Record<string, string>>) => {
    const tab = await get(dawn, `/children/${child}/safety-plan/write`)
    const id = /plan\/([0-9a-f-]{36})\/decide/.exec(tab.html)?.[1] ?? ''
    const opened = await get(dawn, `${base}/${id}/decide?fresh=1`)
    const versions = [...opened.html.matchAll(/name="versions" value="([^"]+)"/g)].map(([, one = '']) => one)
    return await post(dawn, `${base}/${id}/decide`, { ...opened.hidden, versions, ...fields, _do: 'send' })
  }
  const sent = async () => {
    const page = await get(priya, `${at()}/write`)
    const id = /plan\/([0-9a-f-]{36})\/send/.exec(page.html)?.[1] ?? ''
    return await send(priya, `${base}/${id}/send`, { note: '' })
  }

  test('is begun, written on one sheet with its own versions, and the care plan stays as it was', async () => {
    const before = await parts('care plan')
    assert.match((await get(priya, `${at()}/read`)).html, /No safety plan yet/)
    const { hidden } = await get(priya, `${at()}/write`)
    assert.equal((await post(priya, `${at()}/begin`, hidden)).status, 303)
    assert.match((await get(priya, `${at()}/write`)).html, /This plan\s*asks for 7 more/)
    assert.equal((await send(priya, `${at()}/write/parts`, whole)).status, 303)
    assert.equal((await parts('safety plan')).length, 9)
    assert.deepEqual(await parts('care plan'), before)
  })
  test('two who write two parts of it at once have both written; of the same part both texts are kept', async () => {
    const path = `${at()}/write/parts`
    const [mine, theirs] = [await get(priya, `${path}?fresh=1`), await get(cora, `${path}?fresh=1`)]
    const hers = { ...theirs.hidden, ...whole, helps: 'Aunt Bea, and Kai.', worries: 'The arcade.', _do: 'send' }
    assert.equal((await post(cora, path, hers)).status, 303)
    const clash = await post(priya, path, {
      ...mine.hidden,
      ...whole,
      worries: 'The park.',
      because: 'A third time.',
      _do: 'send',
    })
    assert.equal(clash.status, 409)
    assert.match((await get(priya, `${at()}/write`)).html, /A text of yours is not in the plan/)
    assert.doesNotMatch((await get(priya, `${base}/write`)).html, /A text of yours is not in the plan/)
    assert.match((await get(priya, '/unfinished')).html, /the safety plan: What we worry about/)
    const one = await parts('safety plan')
    assert.deepEqual(
      one.filter(({ version }) => version === 2).map(({ part }) => part),
      ['because', 'helps', 'worries'],
    )
  })
  test('is approved by another, read whole, and a new edition asks anew because of what it was changed', async () => {
    assert.equal((await sent()).status, 303)
    const approved = await answer({ answer: 'approve', why: 'Clear.' })
    assert.equal(approved.status, 303)
    const read = await get(dawn, locationOf(approved))
    assert.match(read.html, /Safety plan, edition 1 · approved/)
    assert.match(read.html, /A third time\./)
    assert.match(read.html, /Nobody is recorded as given a copy/)
    const copied = `${base}/copies/record`
    const asked = { edition: idOf(approved), recipient: 'carer', on: 'today' }
    assert.equal((await send(priya, copied, { ...asked, state: 'withheld' })).status, 422, 'why it is withheld')
    assert.equal((await send(priya, copied, { ...asked, state: 'given', words: 'By hand.' })).status, 303)
    assert.match((await get(dawn, locationOf(approved))).html, /Whoever looks after them: given/)
    const { hidden } = await get(priya, `${at()}/write`)
    await post(priya, `${at()}/begin`, hidden)
    assert.match((await get(priya, `${at()}/write`)).html, /To be said anew/)
    const id = (
      await served.query<{ id: string }>(
        `select e.id from kith.plan_edition e join kith.plan k on k.id = e.plan where e.child = $1 and k.kind = 'safety plan' order by e.number desc`,
        [child],
      )
    )[0]?.id
    assert.equal((await send(priya, `${base}/${id}/send`, { note: '' })).status, 422)
    const history = await get(priya, `${at()}/history?part=because`)
    assert.match(history.html, /Version 2/)
    assert.equal((await get(priya, `${base}/history?part=because`)).status, 404)
  })
  test('words taken out of sight are said to be, and an empty field over them leaves them', async () => {
    const [worries] = await served.query<{ id: string }>(
      `select p.id from kith.plan_part p join kith.plan k on k.id = p.plan
       where p.child = $1 and k.kind = 'safety plan' and p.part = 'worries' order by p.version desc`,
      [child],
    )
    const [one, two] = [await served.worker('records-officer', child), await served.worker('records-officer', child)]
    const words = { record: worries?.id ?? '', reason: 'wrong record' } as const
    const request = await served.door.as(one, async (asking) => await askOutOfSight(asking, child, words))
    await served.door.as(two, async (asking) => await agreeOutOfSight(asking, request))
    const before = await parts('safety plan')
    assert.match((await get(priya, `${at()}/write/parts?fresh=1`)).html, /What was written here was taken out of sight/)
    const fields = { worries: '', helps: 'Aunt Bea, Kai and Sue.' }
    assert.equal((await send(priya, `${at()}/write/parts`, fields)).status, 303)
    const after = await parts('safety plan')
    const ofWorries = (all: typeof after) => all.filter(({ part }) => part === 'worries')
    assert.deepEqual(ofWorries(after), ofWorries(before))
    assert.equal(after.length, before.length + 1)
  })
  test('nothing of it was logged as broken', () => assert.deepEqual(served.logged, []))
})
