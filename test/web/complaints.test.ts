// Complaints in the browser: written down in their words, answered by somebody whom they are not about, taken further, withdrawn; who may not; themes and story.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accessHistory } from '#access'
import { actionsOf } from '#actions'
import { complaintRoutes, complaintsForms } from '#complaints/pages'
import { historyOf, type Who } from '#database'
import { homeRoutes } from '#home'
import { auditRoutes } from '#practice-audits/pages'
import { storyRoutes } from '#story'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { type Fields, get, routesOf, send } from './filling.ts'

const PARTS = ['worker', 'manager', 'officer', 'lead', 'co', 'inspector', 'records', 'stranger'] as const
type Part = (typeof PARTS)[number]
const RELATIONS: Readonly<Record<Part, string | undefined>> = {
  ...{ worker: 'allocated-worker', manager: 'manager-line', officer: 'reviewing-officer', lead: 'quality-lead' },
  ...{ co: 'co-worker', inspector: 'inspector', records: 'records-officer', stranger: undefined },
}
let served: Served
let child = ''
let base = ''
const people = {} as Record<Part, Who>
const as = {} as Record<Part, Browser>

before(async () => {
  served = await servedCouncil('complaints')
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  base = `/children/${child}`
  const pages = [...homeRoutes([]), ...storyRoutes(), ...complaintRoutes(), ...auditRoutes()]
  const routes = [...pages, ...routesOf(complaintsForms)]
  for (const part of PARTS) {
    const relation = RELATIONS[part]
    people[part] = await served.worker(relation, part === 'lead' || relation === undefined ? undefined : child)
    as[part] = served.appFor(people[part], routes)
  }
})
after(async () => await served.close())

const done = async (who: Browser, path: string, fields: Fields): Promise<string> => {
  const { status, html, to } = await send(who, `${base}/${path}`, fields)
  assert.equal(status, 303, html.replaceAll(/<[^>]*>/g, ' ').slice(0, 3000))
  return to
}
// biome-ignore lint/complexity/useMaxParams: read as a sentence: who sends what to which form, and what it says
const refused = async (who: Browser, path: string, fields: Fields, says: RegExp): Promise<void> => {
  const { status, html } = await send(who, `${base}/${path}`, fields)
  assert.equal(status, 422)
  assert.match(html, says)
}
const page = async (who: Browser, path: string) => (await get(who, path)).html.replace(/^[\s\S]*<main/, '')
type Row = { readonly id: string; readonly line: string }
const newest = async (table: 'complaint' | 'complaint_stage'): Promise<Row> => {
  const [row] = await served.query<Row>(`select id, line from kith.${table}_current order by recorded desc limit 1`)
  assert.ok(row)
  return row
}
const said = (more: Fields = {}): Fields => ({
  ...{ received: '22 Mar', asker: 'child', how: 'said', about: ['family time', 'voice'], advocate: 'taken up' },
  ...{ child_told: ['talked through'], answers: people.manager.person },
  ...{ said: 'You said Saturday and nobody came.', wanted: 'See Kai each week.', thinks: 'The driver was ill.' },
  ...more,
})

test('what cannot be is said beside its field, and what was typed is kept', async () => {
  const cases: readonly (readonly [Fields, RegExp])[] = [
    [{ received: '' }, /href="#received"/],
    [{ asker: '' }, /Choose who complains/],
    [{ asker: 'parent' }, /Write who complains/],
    [{ asker: 'advocate', who: 'Jo of Voices', advocate: 'not offered' }, /An advocate speaks for them/],
    [{ about: [] }, /Tick what it is about/],
    [{ answers: '' }, /Choose who answers/],
    [{ answers: people.stranger.person }, /Choose somebody who reads complaints/],
    [{ answers: people.inspector.person }, /Choose somebody who reads complaints/],
    [{ worker: people.manager.person, worker_told: 'no' }, /somebody else answers/],
    [{ worker: people.officer.person }, /whether they may read it now/],
    [{ worker: people.worker.person, worker_told: 'no' }, /about you, and you know/],
    [{ said: '' }, /Write what they say/],
    [{ wanted: '' }, /what they want to be different/],
  ]
  for (const [wrong, says] of cases) await refused(as.worker, 'complaints/record', said(wrong), says)
  await refused(as.worker, 'complaints/record', said({ asker: '' }), /You said Saturday and nobody came/)
})

test('written down by their worker; due in ten working days over Easter; in twenty where they were told; on pages of who may know', async () => {
  assert.match(await page(as.worker, `${base}/complaints`), /Nobody has complained/)
  await done(as.worker, 'complaints/record', said())
  const { line } = await newest('complaint')
  const one = `${base}/complaints/${line}`
  const text = await page(as.worker, one)
  assert.match(text, /You said Saturday and nobody came[\s\S]*See Kai each week[\s\S]*The driver was ill/)
  assert.match(text, /Answer by Wed 7 Apr 2027[\s\S]*CO-01[\s\S]*unconfirmed/)
  assert.doesNotMatch(text, /Answer it/)
  assert.match(await page(as.manager, '/'), /Complaints that you answer[\s\S]*Answer by Wed 7 Apr/)
  assert.doesNotMatch(await page(as.officer, '/'), /Complaints that you answer/)
  const stage = await newest('complaint_stage')
  const step = `complaint-stages/${stage.id}/step`
  await refused(as.manager, step, { answers: people.manager.person, longer: 'complex' }, /day on which they were told/)
  const to = await done(as.manager, step, { answers: people.manager.person, longer: 'complex', longer_told: '24 Mar' })
  assert.ok(to.startsWith(`${base}/complaints/`))
  assert.match(
    await page(as.lead, '/complaints'),
    /1 complaint open[\s\S]*Answer by Wed 21 Apr 2027[\s\S]*Family, brothers/,
  )
  assert.doesNotMatch(await page(as.lead, '/complaints'), /You said Saturday/)
  assert.match(await page(as.lead, one), /<h1>A complaint[\s\S]*Answer it[\s\S]*this child/)
})

test('answered: what was found and changes, one promise onto the list of actions; told later; its words stay', async () => {
  const stage = await newest('complaint_stage')
  const answer = { outcome: 'upheld', on: '30 Mar', found: 'Nobody booked a car.', changes: 'A car each Saturday.' }
  const at = `complaint-stages/${stage.id}/answer`
  await refused(as.manager, at, { ...answer, outcome: '' }, /Choose what came of it/)
  await refused(as.manager, at, { ...answer, on: '21 Mar' }, /before it was asked for/)
  await refused(as.manager, at, { ...answer, told: 'We were wrong.' }, /day on which they were told/)
  const promised = { promise: 'Book the car', intended: 'Saturdays happen.' }
  await refused(
    as.manager,
    at,
    { ...answer, promise: 'Book the car' },
    /Say what it is meant to change[\s\S]*Choose one person/,
  )
  await done(as.manager, at, { ...answer, ...promised, owner: people.worker.person, due: '6 Apr' })
  const [action] = await served.query<{ table: string }>(`select on_table as table from kith.action_current`)
  assert.equal(action?.table, 'complaint_stage')
  const [read] = await served.door.as(people.co, async (asking) => await actionsOf(asking, child))
  assert.deepEqual([read?.what, read?.intended], ['Book the car', 'Saturdays happen.'])
  assert.match(await page(as.lead, '/complaints'), /Not yet/)
  assert.match(await page(as.manager, '/'), /Complaints that you answer[\s\S]*The child has still to be told/)
  const { id, line } = await newest('complaint_stage')
  await done(as.manager, `complaint-stages/${id}/answer`, {
    ...{ ...answer, told_on: '31 Mar', told_how: 'together in person', told: 'You were right.' },
  })
  const steps = await served.query<{ change: string }>(
    'select change from kith.complaint_stage where line = $1 order by recorded',
    [line],
  )
  assert.deepEqual(
    steps.map(({ change }) => change),
    ['first', 'change', 'change', 'change'],
  )
  assert.doesNotMatch(await page(as.manager, '/'), /Complaints that you answer/)
  const text = await page(as.officer, `${base}/complaints/${(await newest('complaint')).line}`)
  assert.match(
    text,
    /Upheld: they were right[\s\S]*A car each Saturday[\s\S]*You were right[\s\S]*Book the car[\s\S]*open, by Tue 6 Apr 2027/,
  )
})

test('taken further once it is answered, and not beyond the panel; who asked for no stage takes it back', async () => {
  const { line } = await newest('complaint')
  const further = { asked: '30 Mar', answers: people.manager.person, people: 'Ms Lee; Mr Rao', why: 'Still no car.' }
  await refused(as.officer, `complaints/${line}/further`, { ...further, asked: '29 Mar' }, /was answered on/)
  await done(as.officer, `complaints/${line}/further`, further)
  assert.equal((await get(as.officer, `${base}/complaints/${line}/further`)).status, 404)
  assert.match(await page(as.worker, `${base}/complaints/${line}`), /Stage 2[\s\S]*Decision by Wed 5 May 2027/)
  const { id } = await newest('complaint_stage')
  await done(as.manager, `complaint-stages/${id}/retract`, { reason: 'Nobody asked for it.' })
  await done(as.officer, `complaints/${line}/further`, further)
  const again = await newest('complaint_stage')
  await done(as.manager, `complaint-stages/${again.id}/withdrawn`, { on: '31 Mar', why: 'It is fine now.' })
  const text = await page(as.worker, `${base}/complaints/${line}`)
  assert.match(text, /Withdrawn by whoever made it[\s\S]*It is fine now/)
  assert.doesNotMatch(text, /They ask for/)
})

test('a worker of whom it is reads it once they may, and changes and answers nothing, in the table too', async () => {
  await done(as.officer, 'complaints/record', said({ worker: people.worker.person, worker_told: 'no' }))
  const { line, id } = await newest('complaint')
  const one = `${base}/complaints/${line}`
  assert.equal((await get(as.worker, one)).status, 404)
  assert.doesNotMatch(await page(as.worker, `${base}/complaints`), new RegExp(line))
  assert.match(await page(as.officer, one), /Kept from them for now/)
  await refused(
    as.manager,
    `complaint-stages/${(await newest('complaint_stage')).id}/step`,
    { answers: people.worker.person },
    /somebody else answers/,
  )
  await done(as.officer, `complaints/${id}/correct`, said({ worker: people.worker.person, worker_told: 'yes' }))
  assert.equal((await get(as.worker, one)).status, 200)
  const now = await newest('complaint')
  assert.equal((await get(as.worker, `${base}/complaints/${now.id}/correct`)).status, 404)
  const { id: stage } = await newest('complaint_stage')
  for (const form of ['step', 'answer', 'withdrawn', 'retract'])
    assert.equal((await get(as.worker, `${base}/complaint-stages/${stage}/${form}`)).status, 404, form)
  const shape = { council: served.council.council, child, said: null, recorded_by: people.worker.person }
  const columns = { asker: 'child', how: 'said', about: ['voice'], advocate: 'not wanted', received: '2027-03-22' }
  const change = { ...shape, line, supersedes: now.id, change: 'change' }
  await assert.rejects(
    served.door.as(people.worker, async (asking) => {
      const [fresh = ''] = await asking.newIds(1)
      await asking.insert('kith.complaint', [{ ...change, ...columns, id: fresh }])
    }),
    { kind: 'not allowed' },
  )
  await assert.rejects(
    served.door.as(people.manager, async (asking) => {
      const [fresh = ''] = await asking.newIds(1)
      const further = { complaint: line, stage: 2, asked: '2027-03-30', answers: people.worker.person }
      await asking.insert('kith.complaint_stage', [
        { ...further, ...shape, id: fresh, line: fresh, recorded_by: people.manager.person },
      ])
    }),
    { constraint: 'answered_by_somebody_else' },
  )
})

/** Of a stage that stands, as it would be superseded by whoever names themselves in it. */
const answeredBy = async (part: Part, answers = people[part].person): Promise<void> => {
  const [stage] = await served.query<Record<string, unknown>>(
    `select complaint, line, id as supersedes, stage, asked::text from kith.complaint_stage_current where outcome is null order by recorded desc limit 1`,
  )
  await served.door.as(people[part], async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const end = { change: 'change', outcome: 'not upheld', answered: '2027-03-30', answers }
    const shape = { council: served.council.council, child, id, said: null, recorded_by: people[part].person }
    await asking.insert('kith.complaint_stage', [{ ...stage, ...end, ...shape }])
  })
}
test('a stage is answered by who stands in it, whoever a new row names; nobody is named who does not read it', async () => {
  for (const part of ['inspector', 'records', 'co', 'officer'] as const)
    await assert.rejects(answeredBy(part), { kind: 'not allowed' }, part)
  await assert.rejects(answeredBy('manager', people.inspector.person), { constraint: 'answered_by_who_reads_it' })
  await done(as.manager, `complaint-stages/${(await newest('complaint_stage')).id}/step`, {
    answers: people.officer.person,
  })
  const { id, line } = await newest('complaint_stage')
  await done(as.officer, `complaint-stages/${id}/step`, { answers: people.manager.person })
  const steps = await served.query<{ change: string }>('select change from kith.complaint_stage where line = $1', [
    line,
  ])
  assert.deepEqual(steps.map(({ change }) => change).toSorted(), ['change', 'change', 'first'])
  const shown = await page(as.officer, `${base}/complaints/${(await newest('complaint')).line}`)
  assert.match(shown, /Before: [^<]*answered until/)
})

test('the access log does not tell of a complaint to whom it is kept from, nor to who reads none', async () => {
  const log = async (who: Who) =>
    (await served.door.as(who, async (asking) => await accessHistory(asking, child, 1000))).map(({ what }) => what)
  const other = async (who: Who) => (await log(who)).filter((what) => /complain/.test(what))
  assert.ok((await other(people.manager)).includes('recorded complaint'))
  assert.deepEqual(await other(people.co), [])
  assert.ok((await log(people.co)).length > 0)
  assert.ok((await other(people.worker)).length > 10)
  await done(as.officer, 'complaints/record', said({ worker: people.worker.person, worker_told: 'no' }))
  const { id, line } = await newest('complaint')
  const kept = async () => {
    const mine = await served.query<{ n: number }>(
      `select count(*)::int as n from kith.access_entry where child = $1 and person = $2 and what ~ 'complain'`,
      [child, people.worker.person],
    )
    assert.equal((await other(people.worker)).length, mine[0]?.n)
    const rows = await served.door.as(people.worker, async (asking) => await historyOf(asking, 'kith.complaint', line))
    assert.equal(rows.length, 0)
  }
  await kept()
  // taken back, it stays kept from them
  await done(as.officer, `complaints/${id}/retract`, { reason: 'Said of another worker.' })
  await kept()
})

test('nobody else reads or writes it', async () => {
  for (const who of [as.co, as.stranger])
    for (const path of [`${base}/complaints`, `${base}/complaints/record`])
      assert.equal((await get(who, path)).status, 403, path)
  for (const who of [as.inspector, as.records]) {
    assert.equal((await get(who, `${base}/complaints`)).status, 200)
    assert.equal((await get(who, `${base}/complaints/record`)).status, 404)
  }
  assert.equal((await get(as.worker, '/complaints')).status, 403)
  await assert.rejects(
    served.door.as(people.inspector, async (asking) => {
      const [id = ''] = await asking.newIds(1)
      const shape = { council: served.council.council, id, line: id, child, said: null }
      const row = { received: '2027-03-01', asker: 'child', how: 'said', about: ['voice'], advocate: 'not wanted' }
      await asking.insert('kith.complaint', [{ ...shape, ...row, recorded_by: people.inspector.person }])
    }),
    { kind: 'not allowed' },
  )
})

test('among the themes, at each thing it is about; and in the story in the child’s own words', async () => {
  assert.match(await page(as.lead, '/audits/themes'), /Complaints[\s\S]*Family, brothers and sisters/)
  const story = await page(as.manager, `${base}/story?show=voice`)
  assert.match(story, /They complained[\s\S]*You said Saturday and nobody came/)
  assert.doesNotMatch(story, /The driver was ill/)
  assert.doesNotMatch(await page(as.co, `${base}/story?show=voice`), /You said Saturday/)
})

test('taken back, it stands in no list any more', async () => {
  const before = (await page(as.officer, `${base}/complaints`)).match(/You said Saturday/g)?.length
  await done(as.officer, `complaints/${(await newest('complaint')).id}/retract`, { reason: 'Of another child.' })
  const left = (await page(as.officer, `${base}/complaints`)).match(/You said Saturday/g)?.length
  assert.deepEqual([before, left], [2, 1])
})

test('a record that takes no more writing: its complaint waits for nobody, and the record that goes on leads to it', async () => {
  const [, second] = await served.query<{ id: string }>('select id from kith.child order by id limit 2')
  const [earlier, { council }] = [second?.id ?? '', served.council]
  await served.query(
    `with fresh as (select kith.new_id() as id) insert into kith.standing_relation (council, id, line, person, relation, child, since, until, retracted, reason, recorded_by)
       select $1, id, id, $2, 'manager-line', $3, '2015-01-01', 'infinity', false, 'role', $2 from fresh`,
    [council, people.manager.person, earlier],
  )
  const [made] = await served.query<{ id: string }>(
    `with fresh as (select kith.new_id() as id, kith.new_id() as stage),
       made as (insert into kith.complaint (council, id, line, child, received, asker, how, about, advocate, recorded_by)
         select $1, id, id, $2, '2027-03-22', 'parent', 'written', '{plan}', 'not wanted', $3 from fresh)
     insert into kith.complaint_stage (council, id, line, child, complaint, stage, asked, answers, recorded_by)
       select $1, stage, stage, $2, id, 1, '2027-03-22', $3, $3 from fresh returning complaint as id`,
    [council, earlier, people.manager.person],
  )
  const at = `/children/${earlier}/complaints`
  const lists = async () => [await page(as.manager, '/'), await page(as.lead, '/complaints')]
  for (const list of await lists()) assert.ok(list.includes(at))
  assert.match(await page(as.manager, `${at}/${made?.id}`), /Answer it/)
  await served.query(
    `with fresh as (select kith.new_id() as id) insert into kith.record_join (council, id, line, child, goes_on, step, recorded_by)
       select $1, id, id, $2, $3, 'confirmed', $4 from fresh`,
    [council, earlier, child, people.lead.person],
  )
  for (const list of await lists()) assert.ok(!list.includes(at))
  const closed = await page(as.manager, `${at}/${made?.id}`)
  assert.match(closed, /A complaint/)
  assert.doesNotMatch(closed, /Answer it|Put it right/)
  const goesOn = await page(as.manager, `${base}/complaints`)
  assert.match(goesOn, /A complaint stands in the earlier record/)
  assert.ok(goesOn.includes(at))
})

test('many that are over stand on several pages, the last answered first', async () => {
  await served.query(
    `with fresh as (select kith.new_id() as id, kith.new_id() as stage, n from generate_series(1, 60) n),
       made as (insert into kith.complaint (council, id, line, child, received, asker, how, about, advocate, recorded_by)
         select $1, id, id, $2, '2026-06-01', 'parent', 'written', '{plan}', 'not wanted', $3 from fresh)
     insert into kith.complaint_stage (council, id, line, child, complaint, stage, asked, answers, answered, outcome, recorded_by)
       select $1, stage, stage, $2, id, 1, '2026-06-01', $3, date '2026-06-01' + n::int, 'not upheld', $3 from fresh`,
    [served.council.council, child, people.lead.person],
  )
  const first = await page(as.lead, '/complaints')
  assert.match(first, /Fri 31 Jul 2026/)
  assert.doesNotMatch(first, /Tue 2 Jun 2026/)
  assert.match(await page(as.lead, '/complaints?over=2'), /Tue 2 Jun 2026/)
})
