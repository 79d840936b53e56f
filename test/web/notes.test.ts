// Notes in the browser: the whole family, for several children at once, corrected paragraph by paragraph, taken back; and who may not.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { audienceForms } from '#audiences/pages'
import { type Asking, changeFrom, correct, recordFirst, type Who } from '#database'
import { addParagraph } from '#notes'
import { BY_SCOPE } from '#people'
import { writingForms } from '#writing'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, post, routesOf, send } from './filling.ts'

let served: Served
let nora: string
let owen: string
let ana: Browser
let ben: Browser
let officer: Browser

const routes = () => routesOf([...writingForms, ...audienceForms])
before(async () => {
  served = await servedCouncil('notes_web')
  const [first, second] = await served.query<{ id: string }>('select id from kith.child order by id limit 2')
  ;[nora, owen] = [first?.id ?? '', second?.id ?? '']
  const who = await served.worker('allocated-worker', nora)
  const cover = await served.worker('cover', nora)
  for (const [{ council, person }, relation] of [
    [who, 'allocated-worker'],
    [cover, 'reviewing-officer'],
  ] as const)
    await served.query(
      `with fresh as (select kith.new_id() as id)
       insert into kith.standing_relation (council, id, line, person, relation, child, since, until, retracted, reason, recorded_by)
       select $1, id, id, $2, $3, $4, '2015-01-01', 'infinity', false, 'role', $2 from fresh`,
      [council, person, relation, owen],
    )
  ana = served.appFor(who, routes())
  ben = served.appFor(cover, routes())
  officer = served.appFor(await served.worker('reviewing-officer', nora), routes())
})
after(async () => await served.close())

const CALL = { kind: 'call or message', happened: '30 Mar', text: 'Mum rang.' }
const at = (path: string, child = nora) => `/children/${child}/${path}`
type Note = { id: string; line: string; kind: string; event: string; on_line: string | null }
const notesOf = async (child: string, table = 'note') =>
  await served.query<Note>(`select * from kith.${table}_current where child = $1 order by recorded, id`, [child])
const paragraphs = async (note: string, table = 'note') =>
  await served.query<{ about: string; audience: string[] | null; line: string }>(
    `select about, audience, line from kith.${table}_paragraph_current where note = $1 order by place`,
    [note],
  )

test('a note with its paragraphs, words, key event and what happens next', async () => {
  const sent = await send(ana, at('notes/record'), {
    ...CALL,
    began: '2.30pm',
    present: ['child', 'parent'],
    text: ['Mum rang.', 'Mum was worried.', ''],
    who: ['', 'parent', ''],
    keep: ['', 'few', ''],
    theirWords: 'Tell her I am fine',
    key: 'yes',
    keyWhat: 'Mum rang for the first time.',
    keyWhy: 'You had waited for it.',
    next: 'Ring Mum back',
    intended: 'Nora hears from Mum each week',
    by_when: '12 Apr',
  })
  assert.equal(sent.status, 303, sent.html.match(/error-summary.*?<\/ul>/s)?.[0])
  const note = (await notesOf(nora)).at(-1)
  assert.ok(note)
  const written = await paragraphs(note.line)
  assert.deepEqual(
    written.map(({ about }) => about),
    ['this child', 'parent'],
  )
  assert.deepEqual(written[1]?.audience, ['allocated-worker', 'manager-line', 'director', 'inspector'])
  const marked = await served.query('select kept_for from kith.key_event_current where on_line = $1', [note.line])
  assert.deepEqual(marked, [{ kept_for: 'story and chronology' }])
  const [action] = await served.query('select origin, due from kith.action_current where on_line = $1', [note.line])
  assert.deepEqual(action, { origin: 'note', due: '2027-04-12' })
  // All of it is taken back in one press.
  const undone = await post(ana, `/drafts/${sent.hidden['_draft']}/undo`, {
    'form-token': sent.hidden['form-token'] ?? '',
  })
  assert.equal(undone.headers.get('location'), `${at('notes/record')}?draft=${sent.hidden['_draft']}`)
  assert.equal((await notesOf(nora)).length, 0)
  for (const table of ['view', 'key_event', 'action'])
    assert.equal((await served.query(`select from kith.${table}_current where child = $1`, [nora])).length, 0, table)
})

describe('brothers and sisters', () => {
  test('get their own paragraphs each; private text is never copied', async () => {
    const form = await get(ana, at('notes/record?fresh=1'))
    assert.match(form.html, new RegExp(`name="with"[^>]*value="${owen}"`))
    const both = { ...CALL, kind: 'family time', with: owen }
    const copied = await send(ana, at('notes/record'), { ...both, text: ['Private.'], keep: ['few'] })
    assert.equal(copied.status, 422)
    assert.match(copied.html, /Text that few may know stands on one record/)
    const sent = await send(ana, at('notes/record'), {
      ...both,
      text: ['They baked.', 'Nora was afraid.'],
      whose: ['', nora],
      keep: ['', 'few'],
    })
    assert.equal(sent.status, 303)
    const [noras, owens] = [(await notesOf(nora)).at(-1), (await notesOf(owen)).at(-1)]
    assert.equal(noras?.event, owens?.event)
    assert.equal((await paragraphs(noras?.line ?? '')).length, 2)
    assert.equal((await paragraphs(owens?.line ?? '')).length, 1)
  })
  test('are offered only where the writer may write for them; a forged one is left out', async () => {
    const form = await get(ben, at('notes/record?fresh=1'))
    assert.doesNotMatch(form.html, new RegExp(owen))
    // As a reviewing officer there, the story and not the visits.
    assert.match((await get(ben, at('notes/good-news?fresh=1'))).html, new RegExp(owen))
    const before = (await notesOf(owen)).length
    const sent = await send(ben, at('notes/record'), { ...CALL, with: owen })
    assert.equal(sent.status, 303)
    assert.equal((await notesOf(owen)).length, before)
  })
})

describe('undo of a note on two records', () => {
  const TABLES = ['note', 'note_paragraph', 'action', 'key_event']
  const all = async () => {
    const of: Record<string, readonly unknown[]> = {}
    for (const table of TABLES)
      of[table] = await served.query(`select id from kith.${table} where child = any ($1) order by id`, [[nora, owen]])
    return of
  }
  const sent = async () => {
    const answer = await send(ana, at('notes/record'), {
      ...{ ...CALL, kind: 'family time', with: owen, text: ['They baked.', 'Nora was afraid.'], whose: ['', nora] },
      ...{ next: 'Ring Mum back', intended: 'Nora hears from Mum', by_when: '12 Apr' },
    })
    assert.equal(answer.status, 303)
    const [noras, owens] = [(await notesOf(nora)).at(-1), (await notesOf(owen)).at(-1)]
    assert.ok(noras && owens && noras.event === owens.event)
    return { answer, noras, owens }
  }
  const undo = async ({ answer }: Awaited<ReturnType<typeof sent>>) =>
    await post(ana, `/drafts/${answer.hidden['_draft']}/undo`, { 'form-token': answer.hidden['form-token'] ?? '' })
  type Upon = (asking: Asking, of: Awaited<ReturnType<typeof sent>>) => Promise<unknown>
  const paragraph = { about: 'this child', person: null, text: 'And they sang.', whoMayKnow: BY_SCOPE } as const
  const theirs: Readonly<Record<string, Upon>> = {
    'added a paragraph': async (asking, { noras }) =>
      await addParagraph(asking, { part: 'visits', child: nora, note: noras.line }, paragraph),
    'corrected it on the other record': async (asking, { owens }) =>
      await correct(asking, 'kith.note', { id: owens.id, columns: { happened: '2027-03-29' } }),
    'hung a note on it': async (asking, { owens }) => {
      const columns = { event: owens.id, kind: 'other', happened: '2027-03-31', on_table: 'note', on_line: owens.line }
      const { line } = await recordFirst(asking, 'kith.note', { child: owen, columns })
      const words = { columns: { note: line, place: 1, about: 'this child' }, words: 'He asked again.' }
      await recordFirst(asking, 'kith.note_paragraph', { child: owen, ...words })
    },
  }
  let colleague: Who
  before(async () => {
    colleague = await served.worker('director')
    for (const child of [nora, owen])
      await served.query(
        `with fresh as (select kith.new_id() as id)
         insert into kith.standing_relation (council, id, line, person, relation, child, since, until, retracted, reason, recorded_by)
         select $1, id, id, $2, 'allocated-worker', $3, '2015-01-01', 'infinity', false, 'role', $2 from fresh`,
        [colleague.council, colleague.person, child],
      )
  })
  for (const [what, upon] of Object.entries(theirs))
    test(`where a colleague has ${what}: nothing is taken back`, async () => {
      const note = await sent()
      const before = await all()
      await served.door.as(colleague, async (asking) => await upon(asking, note))
      const after = await all()
      assert.notDeepEqual(after, before)
      const undone = await undo(note)
      assert.deepEqual(await all(), after)
      assert.equal(undone.status, 409)
    })
  test('where nobody has gone on from it: it is taken back on both', async () => {
    const note = await sent()
    assert.equal((await undo(note)).status, 303)
    for (const child of [nora, owen]) assert.ok(!(await notesOf(child)).some(({ event }) => event === note.noras.event))
    for (const { line } of [note.noras, note.owens]) assert.deepEqual(await paragraphs(line), [])
    assert.deepEqual(await served.query('select from kith.action_current where on_line = $1', [note.noras.line]), [])
  })
})

test('what is wrong is said beside its field, in its row', async () => {
  const sent = await send(ana, at('notes/record'), {
    happened: '2 Apr 2027',
    text: ['One', 'Two'],
    who: ['', 'nobody'],
    key: 'yes',
    next: ['Ring', 'Write'],
    intended: ['Calm', ''],
    by_when: ['3 Apr', '4 Apr'],
  })
  assert.equal(sent.status, 422)
  for (const field of ['kind', 'happened', 'who-2', 'keyWhat', 'keyWhy', 'intended-2']) {
    assert.match(sent.html, new RegExp(`href="#${field}"`), field)
    assert.match(sent.html, new RegExp(`id="${field}"`), field)
  }
  const none = await send(ana, at('notes/record'), { ...CALL, text: ' ' })
  assert.match(none.html, /Write what happened\./)
})

test('good news, direct work, life story, goodbye and hello stand in their part of the record', async () => {
  for (const [path, kind, table] of [
    ['good-news', 'good news', 'story_note'],
    ['direct-work', 'direct work', 'note'],
    ['life-story', 'life story', 'story_note'],
    ['goodbye', 'goodbye', 'story_note'],
    ['hello', 'hello', 'story_note'],
  ] as const) {
    const sent = await send(ana, at(`notes/${path}`), { happened: 'yesterday', text: 'To you.', handed: 'The key.' })
    assert.equal(sent.status, 303, path)
    const note = (await notesOf(nora, table)).at(-1)
    assert.equal(note?.kind, kind)
    const written = await paragraphs(note?.line ?? '', table)
    assert.equal(written.length, 2, path)
  }
})

describe('a correction', () => {
  const written = async () => {
    assert.equal((await send(ana, at('notes/record'), { ...CALL, text: ['One.', 'Two.'] })).status, 303)
    const note = (await notesOf(nora)).at(-1)
    assert.ok(note)
    return { note, lines: (await paragraphs(note.line)).map(({ line }) => line) }
  }
  const words = async (id: string) => {
    const { html } = await get(ana, at(`notes/${id}/correct?fresh=1`))
    return [...html.matchAll(/<textarea[^>]*name="p-[^"]*"[^>]*>([^<]*)/g)].map(([, text]) => text)
  }
  test('changes one paragraph, takes one out, adds one', async () => {
    const { note, lines } = await written()
    const sent = await send(ana, at(`notes/${note.id}/correct`), {
      ...CALL,
      text: 'Three.',
      [`p-${lines[0]}`]: 'One, corrected.',
      [`p-${lines[1]}`]: '',
    })
    assert.equal(sent.status, 303, sent.html.match(/error-summary.*?<\/ul>/s)?.[0])
    const now = (await notesOf(nora)).find(({ line }) => line === note.line)
    assert.deepEqual(await words(now?.id ?? ''), ['One, corrected.', 'Three.'])
    assert.deepEqual(await words(note.id), ['One.', 'Two.'])
    const empty = await send(ana, at(`notes/${now?.id}/correct`), { ...CALL, text: '' })
    assert.equal(empty.status, 422)
    assert.match(empty.html, /Nothing would be left of it/)
  })
  test('of two people joins different paragraphs, and writes each once', async () => {
    const { note, lines } = await written()
    const path = at(`notes/${note.id}/correct`)
    const [one, other] = [await get(ana, path), await get(ben, path)]
    const base = {
      ...CALL,
      happened: 'Tue 30 Mar 2027',
      text: '',
      [`p-${lines[0]}`]: 'One.',
      [`p-${lines[1]}`]: 'Two.',
    }
    const sent = async (browser: Browser, hidden: object, more: object) =>
      await post(browser, path, { ...hidden, ...base, ...more, _do: 'send' })
    assert.equal((await sent(ana, one.hidden, { [`p-${lines[0]}`]: 'One by Ana.' })).status, 303)
    assert.equal((await sent(ben, other.hidden, { [`p-${lines[1]}`]: 'Two by Ben.' })).status, 303)
    const now = (await notesOf(nora)).find(({ line }) => line === note.line)
    assert.deepEqual(await words(now?.id ?? ''), ['One by Ana.', 'Two by Ben.'])
    const versions = await served.query<{ n: number }>(
      'select count(*)::int as n from kith.note_paragraph where line = $1',
      [lines[0]],
    )
    assert.deepEqual(versions, [{ n: 2 }])
  })
  test('keeps who may read a paragraph as it was', async () => {
    await send(ana, at('notes/record'), { ...CALL, text: ['Private.'], keep: ['few'] })
    const note = (await notesOf(nora)).at(-1)
    const [line] = (await paragraphs(note?.line ?? '')).map((one) => one.line)
    await send(ana, at(`notes/${note?.id}/correct`), { ...CALL, text: '', [`p-${line}`]: 'Private, corrected.' })
    const [now] = await paragraphs(note?.line ?? '')
    assert.deepEqual(now?.audience, ['allocated-worker', 'manager-line', 'director', 'inspector'])
    assert.equal((await get(ben, at(`notes/${note?.id}/correct`))).status, 404)
  })
  test('opens nothing that was limited since, and closes nothing that was released', async () => {
    const { note, lines } = await written()
    const limits = { power: 'told in confidence', decided: '20 Mar', because: 'She asked us.', must_not: [''] }
    const limited = `note-paragraphs/${lines[0]}/who-may-know`
    // One that only who may know it offers.
    const sent = await send(ana, at(limited), { ...limits, audience: ['business-support'] })
    assert.equal(sent.status, 303, sent.html)
    const right = { ...CALL, text: '', [`p-${lines[0]}`]: 'One, corrected.', [`p-${lines[1]}`]: 'Two.' }
    const corrected = await send(ana, at(`notes/${note.id}/correct`), right)
    assert.equal(corrected.status, 303, corrected.html.match(/error-summary.*?<\/ul>/s)?.[0])
    const [now] = await served.query<{ audience: string[]; audience_why: string; decided: boolean; line: string }>(
      `select audience, audience_why, audience_decision is not null as decided, line
       from kith.note_paragraph_current where line = $1`,
      [lines[0]],
    )
    const kept = { audience: ['allocated-worker', 'business-support'], audience_why: 'told in confidence' }
    assert.deepEqual(now, { ...kept, decided: true, line: lines[0] })
    assert.equal((await send(ana, at('notes/good-news'), { happened: 'today', text: 'A medal.' })).status, 303)
    const news = (await notesOf(nora, 'story_note')).at(-1)
    const [{ line } = { line: '' }] = await paragraphs(news?.line ?? '', 'story_note')
    await served.door.as(await served.worker('allocated-worker', nora), async (asking) => {
      const columns = { audience: ['allocated-worker', 'child'], audience_why: 'wish of the child' }
      await changeFrom(asking, 'kith.story_note_paragraph', { id: line, columns })
    })
    const story = { happened: 'today', kind: 'good news', text: '', [`p-${line}`]: 'A gold medal.' }
    assert.equal((await send(ana, at(`story/${news?.id}/correct`), story)).status, 303)
    assert.deepEqual((await paragraphs(news?.line ?? '', 'story_note'))[0]?.audience, ['allocated-worker', 'child'])
  })
  test('or a retraction, with its reason', async () => {
    const { note } = await written()
    assert.equal((await send(ana, at(`notes/${note.id}/retract`), { reason: '' })).status, 422)
    assert.equal((await send(ana, at(`notes/${note.id}/retract`), { reason: 'Another child' })).status, 303)
    assert.ok(!(await notesOf(nora)).some(({ line }) => line === note.line))
  })
})

describe('who may not', () => {
  test('the reviewing officer writes the story and not the visits; the director neither', async () => {
    assert.equal((await get(officer, at('notes/record'))).status, 403)
    assert.equal((await get(officer, at('notes/direct-work'))).status, 403)
    assert.equal((await send(officer, at('notes/good-news'), { happened: 'today', text: 'A medal.' })).status, 303)
    const director = served.appFor(served.who, routes())
    for (const path of ['notes/record', 'notes/good-news', 'notes/hello'])
      assert.equal((await get(director, at(path))).status, 403, path)
    const { hidden } = await get(ana, at('notes/record?fresh=1'))
    const own = (await get(director, '/unfinished')).hidden
    const forged = await post(director, at('notes/record'), { ...hidden, ...own, ...CALL, _do: 'send' })
    assert.equal(forged.status, 403)
  })
  test('nobody corrects a note through another child or another part', async () => {
    await send(ana, at('notes/record'), CALL)
    const note = (await notesOf(nora)).at(-1)
    assert.equal((await get(ana, at(`notes/${note?.id}/correct`, owen))).status, 404)
    assert.equal((await get(ana, at(`story/${note?.id}/correct`))).status, 404)
    assert.equal((await get(officer, at(`notes/${note?.id}/correct`))).status, 403)
    assert.deepEqual(served.logged, [])
  })
})
