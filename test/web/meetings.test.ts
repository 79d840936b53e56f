// Meetings in the browser: written with guests, the child's part, decisions and actions; read, put right, taken back; actions by themselves; who may not.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { audienceForms } from '#audiences/pages'
import { day, instant } from '#calendar'
import { childRoutes } from '#child-pages'
import { correct, currentOf, type RecordTable, recordFirst, type Who } from '#database'
import { requestsOf } from '#decisions'
import { mayRecordPerson, recordPerson } from '#family'
import { takeBackSent } from '#forms'
import { homeRoutes } from '#home'
import { inTrayForms, inTrayRoutes } from '#in-tray'
import { mayRecordNote, recordNote } from '#notes'
import { recordName } from '#people'
import { storyRoutes } from '#story'
import { writingForms, writingRoutes } from '#writing'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { asItOpens, get, routesOf, send } from './filling.ts'

let served: Served
let nora: string
let ana: Browser
let officer: Browser
let health: Browser

const routes = () => [
  ...routesOf([...writingForms, ...inTrayForms, ...audienceForms]),
  ...writingRoutes(),
  ...childRoutes(),
  ...storyRoutes(),
  ...inTrayRoutes(),
  ...homeRoutes([]),
]
before(async () => {
  served = await servedCouncil('meetings_web')
  const [first] = await served.query<{ id: string }>('select id from kith.child order by id limit 1')
  nora = first?.id ?? ''
  ana = served.appFor(await served.worker('allocated-worker', nora), routes())
  officer = served.appFor(await served.worker('reviewing-officer', nora), routes())
  health = served.appFor(await served.worker('health-team', nora), routes())
})
after(async () => await served.close())

const at = (path: string) => `/children/${nora}/${path}`
const MET = {
  ...{ kind: 'disruption meeting', happened: '30 Mar', began: '2.30pm', met_how: 'by video', met_place: 'Teams' },
  ...{ met_chair: 'Dawn Okafor', guest_who: ['parent', 'school', 'police'], guest_name: ['Carys', '', ''] },
  ...{ guest_part: ['came', 'sent a report', 'did not come'], child_part: 'somebody spoke for them' },
  ...{ child_part_words: 'Her advocate', text: ['You were sad to go.', 'Mum was worried.'], who: ['', 'parent'] },
  ...{ keep: ['', 'few'], theirWords: 'I want to stay near school', next_on: '20 Apr' },
  ...{ dec_what: 'She stays at her school', dec_why: 'It is hers', dec_as: 'family' },
  ...{ next: 'Ask for a taxi', intended: 'She gets to school', by_when: '7 Apr' },
}
type Note = { id: string; line: string; kind: string; on_table: string | null; on_line: string | null }
const noteOf = async (): Promise<Note | undefined> =>
  (
    await served.query<Note>(
      `select * from kith.note_current where child = $1 and kind ~ 'meeting$' order by recorded`,
      [nora],
    )
  ).at(-1)
const cameOf = async (note: string): Promise<number> =>
  (
    await served.query(
      `select 1 from kith.decision_current where on_line = $1 union all select 1 from kith.action_current where on_line = $1`,
      [note],
    )
  ).length
const guests = async (note: string) =>
  (
    await served.query<{ who: string; part: string }>(
      'select who, part from kith.meeting_guest_current where note = $1 order by place',
      [note],
    )
  ).map(({ who, part }) => `${who}: ${part}`)

test('a meeting, with everything that came of it, on its page, in the list and in the story', async () => {
  const [home] = await served.query<{ line: string }>(
    'select line from kith.placement_current where child = $1 limit 1',
    [nora],
  )
  const sent = await send(ana, at('meetings/record'), { ...MET, met_about: `placement:${home?.line}` })
  assert.equal(sent.status, 303, sent.html)
  const note = await noteOf()
  assert.deepEqual([note?.kind, note?.on_table, note?.on_line], ['disruption meeting', 'placement', home?.line])
  const { line = '' } = note ?? {}
  assert.deepEqual(await guests(line), ['parent: came', 'school: sent a report', 'police: did not come'])
  const [decision] = await served.query<{ decided_as: string; on_line: string }>(
    'select decided_as, on_line from kith.decision_current where child = $1 and on_line = $2',
    [nora, line],
  )
  assert.equal(decision?.decided_as, 'family')
  const page = (await get(ana, at(`notes/${line}`))).html
  for (const words of [
    'A disruption meeting',
    'By video, Teams',
    'Dawn Okafor',
    'Her advocate',
    'Carys',
    'Sent a report',
  ])
    assert.ok(page.includes(words), words)
  for (const words of [
    'You were sad to go.',
    'Mum was worried.',
    'She stays at her school',
    'Ask for a taxi',
    'I want to stay near school',
    'Tue 20 Apr 2027',
  ])
    assert.ok(page.includes(words), words)
  const list = (await get(ana, at('visits?show=meetings'))).html
  assert.match(list, /A disruption meeting/)
  assert.match(list, /The next disruption meeting: Tue 20 Apr 2027/)
  assert.match((await get(ana, at('story?show=all'))).html, /Disruption meeting/)
  const read = (await get(officer, at(`notes/${line}`))).html
  assert.ok(read.includes('You were sad to go.'))
  assert.ok(!read.includes('Mum was worried.'), 'a paragraph kept to few is read by few')
})

test('what is missing is said beside it, and what was typed stays', async () => {
  const before = await noteOf()
  const cases: readonly (readonly [Record<string, string | string[]>, RegExp])[] = [
    [{ met_how: '' }, /Say whether they met in person/],
    [{ child_part: '' }, /Say what part the child had/],
    [{ child_part: 'was not asked', child_part_words: '' }, /Say why, so that they can understand/],
    [{ guest_part: ['', '', ''] }, /Say whether they came/],
    [{ guest_who: [''], guest_name: [''], guest_part: [''] }, /Say who was asked, and who came/],
    [{ next_on: '1 Mar 2027' }, /has to be after this one/],
    [{ dec_why: '' }, /Say why\./],
    [{ text: ['', ''] }, /Write what happened/],
    [{ happened: '3 Apr 2027' }, /cannot have happened after today/],
  ]
  for (const [more, says] of cases) {
    const sent = await send(ana, at('meetings/record'), { ...MET, ...more })
    assert.equal(sent.status, 422, String(says))
    assert.match(sent.html, says)
    assert.ok(sent.html.includes('Dawn Okafor'))
  }
  assert.deepEqual(await noteOf(), before)
})

test('put right with its guests; the form of notes does not take it; taken back as a whole, its history stays', async () => {
  const note = await noteOf()
  const { id = '', line = '' } = note ?? {}
  assert.equal((await get(ana, at(`notes/${id}/correct`))).status, 404)
  const form = await get(ana, at(`meetings/${id}/correct?fresh=1`))
  assert.match(form.html, /<option value="school" selected/)
  const fields = [...form.html.matchAll(/name="(p-[0-9a-f-]+)"/g)].map(([, name = '']) => name)
  const [first = '', second = ''] = fields
  const limits = { power: 'told in confidence', decided: '20 Mar', because: 'She asked us.', audience: ['duty'] }
  assert.equal((await send(ana, at(`note-paragraphs/${first.slice(2)}/who-may-know`), limits)).status, 303)
  const right = await send(ana, at(`meetings/${id}/correct`), {
    ...{ kind: 'strategy meeting', happened: '29 Mar', met_how: 'in person', child_part: 'is too young', next_on: '' },
    ...{ guest_who: ['parent', 'police'], guest_name: ['Carys', 'PC Hale'], guest_part: ['came', 'came'] },
    ...{ [first]: 'You were sad, and cross.', [second]: 'Mum was worried.', text: '' },
  })
  assert.equal(right.status, 303, right.html)
  assert.deepEqual(await guests(line), ['parent: came', 'police: came'])
  const page = (await get(ana, at(`notes/${line}`))).html
  for (const words of [
    'A strategy meeting',
    'You were sad, and cross.',
    'PC Hale',
    'None is set',
    'School: taken back',
  ])
    assert.ok(page.includes(words), words)
  const theirs = await served.query<{ audience: string[] }>(
    'select audience from kith.note_paragraph_current where line = $1',
    [first.slice(2)],
  )
  assert.deepEqual(theirs, [{ audience: ['allocated-worker', 'duty'] }], 'limited since, and it stays so')
  assert.equal((await get(officer, at(`notes/${line}`))).status, 404, 'nothing of it is left to read')
  const now = await noteOf()
  const back = at(`notes/${now?.id}/retract`)
  const asked = (await get(ana, back)).html
  for (const words of ['She stays at her school', 'Ask for a taxi', 'I want to stay near school'])
    assert.ok(asked.includes(words), words)
  assert.equal(await cameOf(line), 2)
  const taken = await send(ana, back, { reason: 'About another child.' })
  assert.equal(taken.status, 303, taken.html)
  assert.equal(await noteOf(), undefined)
  const stands = await served.query(
    'select 1 from kith.meeting_current where note = $1 union all select 1 from kith.meeting_guest_current where note = $1',
    [line],
  )
  assert.deepEqual(stands, [])
  assert.equal(await cameOf(line), 0)
  assert.deepEqual(await served.query(`select 1 from kith.view_current where child = $1 and how = 'said'`, [nora]), [])
  assert.match((await get(ana, at(`notes/${line}`))).html, /About another child/)
})

test('a meeting from before there were guests keeps who was there when it is put right', async () => {
  const [{ id, line } = { id: '', line: '' }] = await served.door.as(
    await served.worker('allocated-worker', nora),
    async (asking) => {
      const may = mayRecordNote(
        {
          ...{
            kind: 'meeting',
            happened: '2027-03-20',
            began: '',
            present: ['child', 'school'],
            presentNames: 'Mr Elm',
          },
          ...{ cameFrom: 'seen or heard by the writer', terms: 'own record' },
          children: [{ child: nora, hangsOn: null }],
          paragraphs: [{ children: [nora], about: 'this child', person: null, text: 'About maths.', whoMayKnow: null }],
        },
        { today: day('2027-03-31'), now: instant('2027-03-31T12:00:00Z') },
      )
      return 'ok' in may ? (await recordNote(asking, may.ok)).notes : []
    },
  )
  const path = at(`meetings/${id}/correct`)
  const { html } = await get(ana, `${path}?fresh=1`)
  assert.match(html, /<option value="the child" selected.*?<option value="school" selected/s)
  const [words = ''] = [...html.matchAll(/name="(p-[0-9a-f-]+)"/g)].map(([, name = '']) => name)
  const right = await send(ana, path, {
    ...{ kind: 'meeting', happened: '21 Mar', met_how: 'in person', child_part: 'was there', [words]: 'About maths.' },
    ...{ guest_who: ['the child', 'school'], guest_name: ['', ''], guest_part: ['came', 'came'], text: '' },
  })
  assert.equal(right.status, 303, right.html)
  const stands = await served.query<{ present: string[] }>('select present from kith.note_current where line = $1', [
    line,
  ])
  assert.deepEqual(stands, [{ present: ['child', 'school'] }])
  const page = (await get(ana, at(`notes/${line}`))).html
  assert.match(page, /Child, school, Mr Elm/)
  assert.match(page, /Sun 21 Mar 2027/)
})

test('what somebody has gone on from stays, and the page that asks says so', async () => {
  assert.equal((await send(ana, at('meetings/record'), { ...MET, theirWords: '' })).status, 303)
  const { id = '', line = '' } = (await noteOf()) ?? {}
  const [action] = await served.query<{ line: string }>('select line from kith.action_current where on_line = $1', [
    line,
  ])
  const ended = await send(ana, at(`actions/${action?.line}/end`), {
    outcome: 'done',
    happened: 'today',
    said: 'Booked.',
  })
  assert.equal(ended.status, 303, ended.html)
  const back = at(`notes/${id}/retract`)
  const asked = (await get(ana, back)).html
  assert.match(asked, /This stays.*?href="[^"]+\/plan">\s*An action: Ask for a taxi/s)
  assert.match(asked, /A decision, goes with it/)
  assert.equal((await send(ana, back, { reason: 'Another child.' })).status, 303)
  assert.deepEqual(await served.query('select 1 from kith.decision_current where on_line = $1', [line]), [])
  assert.equal(await cameOf(line), 1)
})

test('a meeting is written by whoever writes visits; a meeting of which nothing may be read is not there', async () => {
  assert.notEqual((await get(health, at('meetings/record'))).status, 200)
  const kept = {
    ...MET,
    text: ['All of it in confidence.'],
    who: ['parent'],
    keep: ['few'],
    theirWords: '',
    dec_what: '',
    dec_why: '',
    dec_as: '',
    next: '',
  }
  assert.equal((await send(ana, at('meetings/record'), { ...kept, intended: '', by_when: '' })).status, 303)
  const { line = '' } = (await noteOf()) ?? {}
  assert.equal((await get(officer, at(`notes/${line}`))).status, 404)
  const list = (await get(officer, at('visits'))).html
  assert.doesNotMatch(list, /The next disruption meeting/, 'nor when the next one is')
})

test('an action by itself: for oneself, for a service; what is wrong is said', async () => {
  const path = at('actions/record')
  const what = { what: 'Find a swimming club', intended: 'She swims again' }
  assert.equal((await send(ana, path, { ...what, due: '20 Apr' })).status, 303)
  assert.equal(
    (await send(ana, path, { ...what, service: 'Leisure', noDueWhy: 'waits for something else' })).status,
    303,
  )
  const found = await served.query<{ owned_by: string; origin: string }>(
    `select owned_by, origin from kith.action_current where child = $1 and origin = 'other' order by recorded`,
    [nora],
  )
  assert.deepEqual(
    found.map(({ owned_by: by }) => by),
    ['worker', 'another service'],
  )
  for (const [more, says] of [
    [{ due: '' }, /day/],
    [{ due: '1 Mar 2027' }, /before today/],
    [{ due: '20 Apr', intended: '' }, /change/],
    [{ due: '20 Apr', owner: '00000000-0000-7000-8000-000000000000' }, /from the list/],
  ] as const) {
    const sent = await send(ana, path, { ...what, ...more })
    assert.equal(sent.status, 422)
    assert.match(sent.html, says)
  }
  assert.notEqual((await get(health, path)).status, 200)
})

test('a meeting ahead, for two children at once: who is asked of each, among the days of whoever is concerned, moved, held with each part, or cancelled with a reason', async () => {
  const { council } = served.council
  const [other, third] = await served.query<{ id: string }>(
    'select id from kith.child where id <> $1 order by id limit 2',
    [nora],
  )
  const sam = other?.id ?? ''
  const worker = await served.worker('allocated-worker', nora)
  const [asked, sams] = [await served.worker('reviewing-officer', nora), await served.worker('allocated-worker', sam)]
  const both = served.appFor(worker, routes())
  await served.door.asService(council, 'command line', async (asking) => {
    const work = { worker: asked.person, role: 'reviewing-officer', during: '[2020-01-01,)' }
    await recordFirst(asking, 'kith.allocation', { child: nora, columns: work })
    const [id = ''] = await asking.newIds(1)
    const shape = { council, id, line: id, recorded_by: asking.who.person, reason: 'role' }
    const given = { person: worker.person, child: sam, relation: 'allocated-worker' }
    await asking.insert('kith.standing_relation', [{ ...shape, ...given }])
    await recordName(asking, sam, { kind: 'given', name: 'Sam', since: null })
  })
  const ahead = {
    ...{
      kind: 'strategy meeting',
      meets: '7 Apr',
      at: '2.30pm',
      met_how: 'by video',
      about: 'Where both sleep.',
      with: sam,
    },
    ...{ guest_who: ['reviewing officer', 'parent'], guest_name: ['', 'Carys'], guest_worker: [asked.person, ''] },
    ...{ guest_answer: ['', ''], guest_for: ['', nora] },
  }
  const wrong = await send(both, at('meetings/ahead/record'), { ...ahead, meets: '1 Mar 2027', at: 'late', about: '' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /That day is over[\s\S]*Write the time of day[\s\S]*Say what it is about/)
  const sent = await send(both, at('meetings/ahead/record'), ahead)
  assert.equal(sent.status, 303, sent.html)
  const lines = async () =>
    await served.query<{ id: string; child: string; state: string; meets: string }>(
      'select id, child, state, meets::text from kith.planned_meeting_current order by child = $1 desc',
      [nora],
    )
  const invited = await served.query(
    'select child, who from kith.meeting_invitation_current order by child = $1 desc, place',
    [nora],
  )
  assert.deepEqual(
    invited.map((one) => one),
    [
      { child: nora, who: 'reviewing officer' },
      { child: nora, who: 'parent' },
      { child: sam, who: 'reviewing officer' },
    ],
  )
  const card = /Meetings ahead[\s\S]*Wed 7 Apr 2027, 14:30[\s\S]*Where both sleep/
  assert.match((await get(both, at('visits'))).html, card)
  const samsPage = (await get(served.appFor(sams, routes()), `/children/${sam}/visits`)).html
  assert.match(samsPage, card)
  for (const hidden of ['Carys', nora]) assert.ok(!samsPage.includes(hidden), hidden)
  const home = async (who: Who) => (await get(served.appFor(who, routes()), '/')).html
  assert.match(await home(worker), /Meetings in the next days[\s\S]*Strategy meeting about [^<]*Sam/)
  assert.match(await home(asked), /Meetings in the next days[\s\S]*Strategy meeting/)
  assert.doesNotMatch(await home(await served.worker('allocated-worker', third?.id)), /Meetings in the next days/)

  const [samsOwn] = await served.query<{ id: string }>('select id from kith.planned_meeting_current where child = $1', [
    sam,
  ])
  const samsWords = { ...ahead, with: '', about: 'Where Sam sleeps.', met_chair: 'Dawn Okafor', guest_for: ['', ''] }
  const changed = await send(both, `/children/${sam}/meetings/ahead/${samsOwn?.id}/change`, {
    ...samsWords,
    ...{ guest_who: ['reviewing officer', 'carer'], guest_name: ['', 'Ada Lowe'] },
  })
  assert.equal(changed.status, 303, changed.html)
  const [again] = await lines()
  assert.match((await get(both, at('visits'))).html, card, 'what it is about stays on each record')
  const moved = { ...ahead, meets: '31 Mar', guest_answer: ['will come', 'cannot come'] }
  assert.equal((await send(both, at(`meetings/ahead/${again?.id}/change`), moved)).status, 303)
  assert.deepEqual(
    (await lines()).map(({ meets }) => meets),
    ['2027-03-31', '2027-03-31'],
  )
  const samsMoved = (await get(both, `/children/${sam}/visits`)).html
  assert.match(samsMoved, /Wed 31 Mar 2027, 14:30[\s\S]*Where Sam sleeps\.[\s\S]*chaired by Dawn Okafor/)
  const [now] = await lines()
  const opened = await get(both, `${at(`meetings/ahead/${now?.id}/held`)}?fresh=1`)
  assert.match(opened.html, /Carys/)
  // Posted as it opens, with what nobody could know beforehand.
  const opens = asItOpens(opened.html)
  const held = {
    ...opens,
    ...{ happened: '31 Mar', child_part: 'was there', guest_part: ['came', 'did not come', 'came', 'came'] },
    ...{ text: ['You talked.', 'Sam was quiet.'], who: ['', ''], whose: ['', sam], keep: ['', ''] },
  }
  const part = { other_child: sam, other_part: 'chose not to', other_part_words: 'He had football.' }
  const missing = await send(both, at(`meetings/ahead/${now?.id}/held`), { ...held, other_part: '' })
  assert.match(missing.html, /Say what part Sam Joshi had in it/)
  const alone = await send(both, at(`meetings/ahead/${now?.id}/held`), { ...held, with: '' })
  assert.match(alone.html, /Choose on whose record this stands/)
  const done = await send(both, at(`meetings/ahead/${now?.id}/held`), { ...held, ...part })
  assert.equal(done.status, 303, done.html)
  assert.deepEqual(
    (await lines()).map(({ state }) => state),
    ['held', 'held'],
  )
  const parts = await served.query(
    `select m.child_part, (select array_agg(who order by place) from kith.meeting_guest_current g where g.note = m.note) as guests,
       (select count(*)::int from kith.note_paragraph_current p where p.note = m.note) as paragraphs
     from kith.meeting_current m join kith.planned_meeting_current p on p.note = m.note order by m.child = $1 desc`,
    [nora],
  )
  assert.deepEqual(parts, [
    { child_part: 'was there', guests: ['reviewing officer', 'parent'], paragraphs: 1 },
    { child_part: 'chose not to', guests: ['reviewing officer', 'carer'], paragraphs: 2 },
  ])
  assert.equal((await get(both, at(`meetings/ahead/${now?.id}/held`))).status, 404)

  const lost = await send(both, at('meetings/ahead/record'), { ...ahead, guest_for: ['', third?.id ?? ''] })
  assert.match(lost.html, /Choose on whose record this stands/)
  await send(both, at('meetings/ahead/record'), ahead)
  const [next] = (await lines()).filter(({ state }) => state === 'ahead')
  const cancel = at(`meetings/ahead/${next?.id}/cancel`)
  assert.equal((await send(both, cancel, { reason: '' })).status, 422)
  assert.equal((await get(health, cancel)).status, 403)
  assert.equal((await send(both, cancel, { reason: 'Mum is ill.' })).status, 303)
  assert.match((await get(both, at('visits'))).html, /<s>[^<]*Wed 7 Apr 2027, 14:30[\s\S]*Mum is ill\./)
  const samsCancelled = (await get(both, `/children/${sam}/visits`)).html
  assert.match(samsCancelled, /<s>[^<]*Wed 7 Apr 2027, 14:30/)
  assert.doesNotMatch(samsCancelled, /Mum is ill/, 'why stands on the record from which it was cancelled')

  await send(both, at('meetings/ahead/record'), ahead)
  const set = (await lines()).filter(({ state }) => state === 'ahead')
  assert.equal(set.length, 2)
  const taken = await served.door.as(
    worker,
    async (asking) => await takeBackSent(asking, { table: 'kith.planned_meeting', id: set[0]?.id ?? '' }),
  )
  assert.ok(taken)
  assert.equal((await lines()).filter(({ state }) => state === 'ahead').length, 0, 'taken back from both records')
})

test('an action taken further rises by itself to those above, and stays until it is closed with what changed', async () => {
  const [boss, head] = [await served.worker('manager-line', nora), await served.worker('director')]
  const path = at('actions/record')
  assert.equal(
    (await send(ana, path, { what: 'Find her a bed', intended: 'She sleeps well', due: '20 Apr' })).status,
    303,
  )
  const [own] = await served.query<{ line: string }>(
    'select line from kith.action_current where child = $1 order by recorded desc limit 1',
    [nora],
  )
  const further = at(`actions/${own?.line}/take-further`)
  assert.match((await send(ana, further, { why: '' })).html, /Say why/)
  assert.notEqual((await send(health, further, { why: 'It is not mine.' })).status, 303, 'who only reads the plan')
  assert.equal((await send(ana, further, { why: 'She sleeps on a sofa.' })).status, 303)
  assert.match((await send(ana, further, { why: 'Again.' })).html, /took it further already/)
  const stood = async (day: string | null) => {
    await served.query(`update kith.action_step set recorded = coalesce($2::timestamptz, recorded) where action = $1`, [
      own?.line,
      day,
    ])
    const see = async (who: Who, to: string) => (await get(served.appFor(who, routes()), to)).html
    return [await see(boss, '/'), await see(head, '/'), await see(boss, '/actions?whose=further')]
  }
  await served.query(`update kith.action set due = '2027-03-01' where line = $1`, [own?.line])
  const [mine = '', above = '', list = ''] = await stood('2027-03-30T10:00:00Z')
  assert.match(mine, /Actions taken further to you[\s\S]*Find her a bed[\s\S]*With the team manager since/)
  assert.doesNotMatch(above, /Find her a bed/)
  assert.match(list, /Taken further: with the team manager since[\s\S]*She sleeps on a sofa/)
  const [later = '', then = ''] = await stood('2027-03-01T10:00:00Z')
  assert.doesNotMatch(later, /Actions taken further to you/)
  assert.match(then, /Find her a bed[\s\S]*With the director since/)
  const end = { outcome: 'done', happened: '31 Mar', said: 'She has a room of her own.' }
  assert.equal((await send(ana, at(`actions/${own?.line}/end`), end)).status, 303)
  assert.doesNotMatch((await stood(null))[1] ?? '', /Find her a bed/)
})

test('an assessment is read by a second person: asked, never of who wrote it, and how it stands is on its page', async () => {
  const look = { assessed: '2027-03-20', kinds: ['criminal'], risk: 'yes', review_by: '2027-04-20' }
  const worker = await served.worker('allocated-worker', nora)
  const boss = await served.worker('manager-line', nora)
  const { line } = await served.door.as(
    worker,
    async (asking) =>
      await recordFirst(asking, 'kith.exploitation_assessment', { child: nora, columns: look, words: '{}' }),
  )
  const app = served.appFor(worker, routes())
  const ask = at(`exploitation/${line}/ask-approval`)
  assert.match((await get(app, at('missing'))).html, /Nobody was asked to approve it[\s\S]*ask-approval/)
  assert.match(
    (await send(app, ask, { why: '', decider: worker.person })).html,
    /Say what they should look at[\s\S]*may not decide this/,
  )
  assert.equal((await send(app, ask, { why: 'Is anything missing?', decider: boss.person })).status, 303)
  assert.match((await get(app, at('missing'))).html, /Read by a second person: Waits for/)
  const [request] = await served.query<{ line: string }>(
    `select line from kith.approval_request_current where kind = 'assessment approved'`,
  )
  const heard = async (who: Who) =>
    (await served.door.as(who, async (asking) => await requestsOf(asking, nora))).filter(
      ({ kind }) => kind === 'assessment approved',
    ).length
  assert.equal(await heard(boss), 1)
  assert.equal(await heard(await served.worker('health-team', nora)), 0, 'who sees plans, and not this')
  const answer = { answer: 'approved', reasons: 'It says what is known and what is not.' }
  const answering = at(`approvals/${request?.line}/answer`)
  assert.notEqual((await send(app, answering, answer)).status, 303)
  assert.equal((await send(served.appFor(boss, routes()), answering, answer)).status, 303)
  assert.match((await get(app, at('missing'))).html, /Read by a second person: Approved by/)
  assert.doesNotMatch((await get(app, at('missing'))).html, /Changed since/)
  await served.door.as(worker, async (asking) => {
    const [{ id } = { id: '' }] = await currentOf(asking, 'kith.exploitation_assessment', nora)
    await correct(asking, 'kith.exploitation_assessment', { id, columns: { risk: 'no' } })
  })
  assert.match((await get(app, at('missing'))).html, /Approved by[\s\S]*Changed since\.[\s\S]*ask-approval/)
})

describe('every kind of assessment is approved by somebody else in the same way', () => {
  type Kind = readonly [table: RecordTable, path: string, tab: string, columns: object]
  const kinds = async (): Promise<readonly Kind[]> => {
    const [home] = await served.query<{ line: string }>(
      'select line from kith.placement_current where child = $1 order by line limit 1',
      [nora],
    )
    return [
      [
        'kith.identity_talk',
        'who-they-are',
        'who-they-are',
        { side: 'faith', happened: '2027-03-20', told_by: 'child' },
      ],
      ['kith.needs_assessment', 'needs-assessments', 'leaving-care', { completed: '2027-03-20' }],
      ['kith.age_assessment', 'age-assessments', 'here-alone', { doubted: '2027-03-20' }],
      [
        'kith.parent_assessment',
        'parent-assessments',
        'home-decisions',
        { completed: '2027-03-20', placement: home?.line },
      ],
    ]
  }
  const asked = async (line: string): Promise<string> => {
    const [one] = await served.query<{ line: string }>(
      'select line from kith.approval_request_current where on_line = $1 order by line desc',
      [line],
    )
    return one?.line ?? ''
  }
  test('asked from its page, sent back, asked again, and approved by nobody who wrote a word of it', async () => {
    const worker = await served.worker('allocated-worker', nora)
    const boss = await served.worker('manager-line', nora)
    const [app, theirs] = [served.appFor(worker, routes()), served.appFor(boss, routes())]
    const health = served.appFor(await served.worker('health-team', nora), routes())
    const why = { why: 'Is anything missing?' }
    for (const [table, path, tab, given] of await kinds()) {
      const columns = { ...given, set_off_by: 'court', set_off_on: '2027-03-19' } as never
      const { id, line } = await served.door.as(
        worker,
        async (asking) => await recordFirst(asking, table, { child: nora, columns, words: 'As it was.' }),
      )
      const ask = at(`${path}/${line}/ask-approval`)
      const page = async (): Promise<string> => (await get(app, at(tab))).html
      assert.match(await page(), /What set it off: A court asked for it[\s\S]*Nobody was asked to approve it/, table)
      assert.ok((await page()).includes(ask), table)
      assert.equal((await get(health, ask)).status, 403, table)
      assert.notEqual((await send(app, at(`exploitation/${line}/ask-approval`), why)).status, 303, 'of another kind')
      assert.equal((await send(app, ask, why)).status, 303, table)
      assert.doesNotMatch(await page(), new RegExp(`${path}/${line}/ask-approval`), 'it waits')
      const first = await asked(line)
      assert.match((await get(theirs, at(`requests/${first}`))).html, new RegExp(`What to read[\\s\\S]*/${tab}"`))
      const back = { answer: 'sent back', reasons: 'Say what she wants.' }
      assert.notEqual((await send(app, at(`approvals/${first}/answer`), back)).status, 303, 'their own')
      assert.equal((await send(theirs, at(`approvals/${first}/answer`), back)).status, 303, table)
      assert.match(await page(), new RegExp(`Sent back by[\\s\\S]*${path}/${line}/ask-approval`), table)
      assert.equal((await send(app, ask, why)).status, 303, 'asked again')
      // A manager writes plans, and nothing of the law: whoever puts a word of it right has written it.
      const theirsToo = table === 'kith.identity_talk' || table === 'kith.needs_assessment'
      if (theirsToo) await served.door.as(boss, async (asking) => void (await correct(asking, table, { id, columns })))
      const yes = { answer: 'approved', reasons: 'She is heard.' }
      const done = await send(theirs, at(`approvals/${await asked(line)}/answer`), yes)
      assert.equal(done.status === 303, !theirsToo, table)
    }
  })
})

const TODAY = day('2027-03-31')
test('a disruption meeting begins with those around the child ticked, family offered and not ticked, and nobody whom only some may know', async () => {
  const worker = await served.worker('allocated-worker', nora)
  const kept = {
    ...{ decidedBy: worker.person, until: null, order: null, withheldFrom: [] },
    relations: ['allocated-worker'],
    mustNotKnow: null,
    power: 'safety of the child',
    decided: TODAY,
  } as const
  await served.door.as(worker, async (asking) => {
    for (const [relation, name] of [
      ['mother', 'Carys Hale'],
      ['uncle', 'Uncle Rhys'],
      ['father', 'Dad Owen'],
    ] as const) {
      const audience = relation === 'father' ? { ...kept, because: 'He must not be found.' } : undefined
      const rest = { gap: false, note: '', sex: 'not known', born: '', died: 'living', diedWhen: '', ground: '' }
      const none = { responsibility: 'not known', responsibleSince: '', responsibleUntil: '' }
      const may = mayRecordPerson({ ...rest, ...none, relation, name }, TODAY)
      assert.ok('ok' in may, 'refused' in may ? may.refused.join() : '')
      await recordPerson(asking, nora, { ...may.ok, audience })
    }
  })
  const path = at('meetings/disruption/record')
  const { html } = await get(ana, path)
  const { around = [] } = asItOpens(html)
  assert.ok(
    around.includes('child') && around.includes('carers') && around.some((one) => one.startsWith('worker ')),
    around.join(),
  )
  assert.ok(!around.some((one) => one.startsWith('family ')))
  assert.match(html, /Carys Hale, mum[\s\S]*Uncle Rhys, uncle/)
  assert.doesNotMatch(html, /Dad Owen/)
  const fields = { kind: 'disruption meeting', meets: '20 Apr', met_how: 'by video', about: 'Why it ended.' }
  const rhys = /value="(family [^"]+)"[^>]*>\s*<label[^>]*>\s*Uncle Rhys/.exec(html)?.[1] ?? ''
  const sent = await send(ana, path, {
    ...fields,
    around: [...around, rhys],
    guest_who: 'police',
    guest_name: 'PC Hale',
  })
  assert.equal(sent.status, 303, sent.html)
  const asked = await served.query<{ who: string }>(
    `select i.who from kith.meeting_invitation_current i join kith.planned_meeting_current m on m.child = i.child and m.line = i.planned
     where m.child = $1 and m.kind = 'disruption meeting' and m.meets = '2027-04-20' order by i.place`,
    [nora],
  )
  assert.deepEqual(
    [asked[0]?.who, asked.at(-1)?.who, asked.some(({ who }) => who === 'family')],
    ['the child', 'police', true],
  )
  assert.equal((await get(health, path)).status, 403)
})
