// Notes in the record: who reads which paragraph, corrections and retractions, two at once; nobody else learns anything.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Refused } from '#database'
import { mayKnow, type TypedWhoMayKnow } from '#people'
import { type Named, type TestRecord, testRecord } from '../database/test-record.ts'
import { alsoStands, asElsewhere, asPerson, endRelations, hide, somebodyWho } from '../database/test-relating.ts'
import { FAMILY_TIME, FEW, FIRST_SWIM, GOOD_NEWS, NOW, paragraph } from './examples.ts'
import { keyEventsOf, markKeyEvent, unmarkKeyEvent } from './key-event-store.ts'
import {
  mayRecordHeader,
  mayRecordNote,
  mayWriteParagraph,
  type TypedHeader,
  type TypedNote,
  type TypedParagraph,
} from './record-note.ts'
import {
  addParagraph,
  changeWhoMayKnow,
  correctNote,
  correctParagraph,
  noteHistory,
  notesOf,
  notesOfEvent,
  notesOn,
  recordNote,
  retractNote,
  retractParagraph,
  type StandingNote,
} from './store.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('notes')
})
after(async () => await record.close())

const allowed = (typed: TypedNote) => {
  const may = mayRecordNote(typed, NOW)
  assert.ok('ok' in may, 'refused' in may ? may.refused.join() : '')
  return may.ok
}
const about = (child: string, typed: TypedHeader, more: Partial<TypedParagraph> = {}): TypedNote => ({
  ...typed,
  children: [{ child, hangsOn: null }],
  paragraphs: [paragraph([child], more)],
})
const knows = (typed: TypedWhoMayKnow) => {
  const may = mayKnow(typed)
  assert.ok('ok' in may)
  return may.ok
}
const written = (child: string, text: string) => {
  const may = mayWriteParagraph(paragraph([child], { text }), { part: 'visits', everybody: [child] })
  assert.ok('ok' in may)
  return may.ok
}
const texts = (notes: readonly StandingNote[]) => notes.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
const write = async (name: Named, typed: TypedNote) =>
  await record.as(name, async (asking) => await recordNote(asking, allowed(typed)))
const readBy = async (name: Named, child: string) =>
  texts(await record.as(name, async (asking) => await notesOf(asking, child)))
const notAllowed = (error: unknown) => error instanceof Refused && error.kind === 'not allowed'
/** A child of their own for each test, with Priya, Cora and Ravi around them. */
async function childOfTheirs(): Promise<string> {
  const child = await record.newChild()
  for (const [name, relation] of [
    ['priya', 'allocated-worker'],
    ['cora', 'cover'],
    ['ravi', 'reviewing-officer'],
  ] as const)
    await relate(name, relation, child)
  return child
}
async function relate(name: Named, relation: string, child: string): Promise<void> {
  await alsoStands(record, record.people[name], { relation, child })
}

test('a note is read in order, with who wrote it and when, by those who see that part; the story by more of them', async () => {
  const child = await childOfTheirs()
  await write('cora', about(child, FAMILY_TIME))
  await write('priya', about(child, GOOD_NEWS, { text: 'Jordan swam a length.' }))
  const [first, second, ...none] = await record.as('priya', async (asking) => await notesOf(asking, child))
  assert.deepEqual([first?.kind, second?.kind, none.length], ['good news', 'family time', 0])
  assert.deepEqual([second?.present, second?.presentNames], [['child', 'parent', 'worker'], 'Jordan, Mum, Priya'])
  assert.equal(second?.wrote.by, record.people.cora)
  await relate('vera', 'virtual-school', child)
  assert.deepEqual(await readBy('vera', child), ['Jordan swam a length.'])
  await relate('hana', 'health-team', child)
  for (const name of ['hana', 'tom', 'ada'] as const) assert.deepEqual(await readBy(name, child), [], name)
})

test('carers and the child hear of the story what was released to them', async () => {
  const child = await childOfTheirs()
  const carer = await somebodyWho(record, 'carer', child)
  const { notes } = await write('priya', about(child, GOOD_NEWS, { text: 'A medal.' }))
  const hears = async () => texts(await asPerson(record, carer, async (asking) => await notesOf(asking, child)))
  assert.deepEqual(await hears(), [])
  const [note] = await record.as('priya', async (asking) => await notesOf(asking, child))
  const id = note?.paragraphs[0]?.id ?? ''
  const released = { relations: ['allocated-worker', 'carer', 'child'], mustNotKnow: [], why: 'wish of the child' }
  const changed = await record.as(
    'priya',
    async (asking) => await changeWhoMayKnow(asking, { part: 'story', id }, knows(released)),
  )
  assert.ok('ok' in changed)
  assert.deepEqual(await hears(), ['A medal.'])
  assert.deepEqual(await readBy('ravi', child), [])
  assert.equal(notes.length, 1)
})

describe('one event for two brothers', () => {
  test('each record holds its own; the private text of one is on no other; the event leads to both', async () => {
    const [jordan, robin] = [await childOfTheirs(), await childOfTheirs()]
    const { event } = await write('priya', {
      ...FAMILY_TIME,
      children: [jordan, robin].map((child) => ({ child, hangsOn: null })),
      paragraphs: [
        paragraph([jordan, robin], { text: 'They baked.' }),
        paragraph([jordan], { text: 'Jordan was afraid.', whoMayKnow: FEW }),
      ],
    })
    assert.deepEqual(await readBy('priya', jordan), ['They baked.', 'Jordan was afraid.'])
    assert.deepEqual(await readBy('priya', robin), ['They baked.'])
    const both = await record.as('priya', async (asking) => await notesOfEvent(asking, event))
    assert.deepEqual(new Set(both.map(({ child }) => child)), new Set([jordan, robin]))
    await relate('tom', 'co-worker', robin)
    const toms = await record.as('tom', async (asking) => await notesOfEvent(asking, event))
    assert.deepEqual(
      toms.map(({ child }) => child),
      [robin],
    )
  })
  test('where one child’s record may not be written, none is', async () => {
    const child = await childOfTheirs()
    const typed: TypedNote = {
      ...FAMILY_TIME,
      children: [child, record.robin].map((one) => ({ child: one, hangsOn: null })),
      paragraphs: [paragraph([child, record.robin])],
    }
    await assert.rejects(write('priya', typed), notAllowed)
    assert.deepEqual(await readBy('priya', child), [])
  })
  test('the database takes no paragraph of one child under the note of another', async () => {
    const [jordan, robin] = [await childOfTheirs(), await childOfTheirs()]
    const { notes } = await write('priya', about(jordan, FAMILY_TIME))
    const under = { part: 'visits', child: robin, note: notes[0]?.line ?? '' } as const
    await assert.rejects(
      record.as('priya', async (asking) => await addParagraph(asking, under, written(robin, 'Astray.'))),
      (error) => error instanceof Refused && error.kind === 'not in the record',
    )
  })
})

describe('an audience', () => {
  test('holds in the database: outside it the whole note is not there, nor in its history', async () => {
    const child = await childOfTheirs()
    const { notes } = await write('priya', about(child, FAMILY_TIME, { text: 'In confidence.', whoMayKnow: FEW }))
    assert.deepEqual(await readBy('priya', child), ['In confidence.'])
    for (const name of ['cora', 'ravi'] as const) {
      assert.deepEqual(await readBy(name, child), [], name)
      const history = await record.as(
        name,
        async (asking) => await noteHistory(asking, { part: 'visits', line: notes[0]?.line ?? '' }),
      )
      assert.deepEqual(history, { note: [], paragraphs: [] }, name)
    }
  })
  test('must not know wins over every relation', async () => {
    const child = await childOfTheirs()
    const barred = { relations: null, mustNotKnow: [record.people.cora], why: 'court order' }
    await write('priya', about(child, FAMILY_TIME, { text: 'Not for Cora.', whoMayKnow: barred }))
    assert.deepEqual(await readBy('cora', child), [])
    assert.deepEqual(await readBy('ravi', child), ['Not for Cora.'])
  })
  test('narrowed later, it shuts the older version, too; widened, it opens the note', async () => {
    const child = await childOfTheirs()
    await write('priya', about(child, FAMILY_TIME, { text: 'Typed too openly.' }))
    assert.deepEqual(await readBy('cora', child), ['Typed too openly.'])
    const [note] = await record.as('priya', async (asking) => await notesOf(asking, child))
    const [said] = note?.paragraphs ?? []
    const narrowed = await record.as(
      'priya',
      async (asking) => await changeWhoMayKnow(asking, { part: 'visits', id: said?.id ?? '' }, knows(FEW)),
    )
    assert.ok('ok' in narrowed)
    const looked = await record.as('cora', async (asking) => ({
      notes: await notesOf(asking, child),
      rows: (await asking.record.selectFrom('kith.note_paragraph').selectAll().where('child', '=', child).execute())
        .length,
    }))
    assert.deepEqual(looked, { notes: [], rows: 0 })
    const open = { relations: null, mustNotKnow: [], why: '' }
    await record.as(
      'priya',
      async (asking) => await changeWhoMayKnow(asking, { part: 'visits', id: narrowed.ok.id }, knows(open)),
    )
    assert.deepEqual(await readBy('cora', child), ['Typed too openly.'])
  })
})

test('corrected, added to and retracted: nothing is lost, and the second of two writers is told', async () => {
  const child = await childOfTheirs()
  await write('priya', about(child, FAMILY_TIME))
  const [note] = await record.as('cora', async (asking) => await notesOf(asking, child))
  assert.ok(note)
  const which = { part: 'visits', id: note.paragraphs[0]?.id ?? '' } as const
  const outcomes = await record.atOnce(child, [
    async () =>
      await record.as(
        'priya',
        async (asking) => await correctParagraph(asking, which, written(child, 'They made bread.')),
      ),
    async () =>
      await record.as(
        'cora',
        async (asking) => await correctParagraph(asking, which, written(child, 'They made soup.')),
      ),
  ])
  const [second] = outcomes.flatMap((outcome) => ('refused' in outcome ? [outcome] : []))
  assert.ok(second?.refused === 'corrected already')
  assert.equal(outcomes.filter((outcome) => 'ok' in outcome).length, 1)
  assert.ok([record.people.priya, record.people.cora].includes(second.by ?? ''))
  assert.ok(second.standing?.words !== second.yours.words)
  const header = mayRecordHeader({ ...FAMILY_TIME, kind: 'meeting', happened: '2026-11-20', began: '' }, NOW)
  assert.ok('ok' in header)
  assert.ok('ok' in (await record.as('priya', async (asking) => await correctNote(asking, note.id, header.ok))))
  await record.as(
    'cora',
    async (asking) =>
      await addParagraph(asking, { part: 'visits', child, note: note.line }, written(child, 'And tea.')),
  )
  const [standing] = await record.as('ravi', async (asking) => await notesOf(asking, child))
  assert.deepEqual([standing?.kind, standing?.began, standing?.wrote.by], ['meeting', null, record.people.priya])
  assert.equal(standing?.paragraphs[1]?.text, 'And tea.')
  const tea = { part: 'visits', id: standing?.paragraphs[1]?.id ?? '' } as const
  await record.as('cora', async (asking) => await retractParagraph(asking, tea, 'It was coffee.'))
  await record.as(
    'priya',
    async (asking) => await retractNote(asking, { part: 'visits', id: standing?.id ?? '' }, 'Another family.'),
  )
  assert.deepEqual(await readBy('priya', child), [])
  const history = await record.as(
    'ravi',
    async (asking) => await noteHistory(asking, { part: 'visits', line: note.line }),
  )
  assert.deepEqual(
    history.note.map(({ change, kind, words }) => [change, kind, words]),
    [
      ['first', 'family time', 'Jordan, Mum, Priya'],
      ['correction', 'meeting', 'Jordan, Mum, Priya'],
      ['retraction', 'meeting', 'Another family.'],
    ],
  )
  assert.deepEqual(
    history.paragraphs.map((versions) => versions.map(({ change }) => change)),
    [
      ['first', 'correction', 'retraction'],
      ['first', 'retraction'],
    ],
  )
})

test('a note hangs on a line of the same child, and on nothing else', async () => {
  const [child, other] = [await childOfTheirs(), await childOfTheirs()]
  const visit = await record.as('priya', async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const row = { council: record.council, id, line: id, child, recorded_by: record.people.priya }
    await asking.insert('kith.visit', [
      { ...row, happened: '2026-11-20', visitor_role: 'representative', mode: 'in person' },
    ])
    return id
  })
  const hung = (on: string, table: string): TypedNote => ({
    ...about(on, FAMILY_TIME),
    children: [{ child: on, hangsOn: { table, line: visit } }],
  })
  await write('priya', hung(child, 'visit'))
  const found = await record.as('ravi', async (asking) => await notesOn(asking, child, { table: 'visit', line: visit }))
  assert.equal(found.length, 1)
  for (const typed of [hung(other, 'visit'), hung(child, 'review'), hung(child, 'word_key'), hung(child, 'no_table')])
    await assert.rejects(
      write('priya', typed),
      (error) => error instanceof Refused && error.kind === 'not in the record',
    )
})

test('a key event has words of its own: readers of the story do not read the note that it marks', async () => {
  const child = await childOfTheirs()
  await relate('vera', 'virtual-school', child)
  const { notes } = await write('priya', about(child, FAMILY_TIME, { text: 'Long and private.' }))
  const on = { table: 'note', line: notes[0]?.line ?? '' }
  const mark = async () =>
    await record.as(
      'priya',
      async (asking) => await markKeyEvent(asking, { child, on }, { typed: FIRST_SWIM, today: NOW.today }),
    )
  const outcomes = await record.atOnce(child, [mark, mark])
  const marked = outcomes.filter((outcome) => 'ok' in outcome)
  const told = outcomes.flatMap((outcome) => ('refused' in outcome ? outcome.refused : []))
  assert.deepEqual([marked.length, told], [1, ['marked already']])
  const [event] = await record.as('vera', async (asking) => await keyEventsOf(asking, child))
  assert.deepEqual([event?.said?.what, event?.marked.by, event?.on], [FIRST_SWIM.what, record.people.priya, on])
  assert.deepEqual(await readBy('vera', child), [])
  const direct = record.as('priya', async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const row = { council: record.council, id, line: id, child, recorded_by: record.people.priya }
    await asking.insert('kith.key_event', [
      { ...row, happened: '2026-11-20', kept_for: 'story', on_table: on.table, on_line: on.line },
    ])
  })
  await assert.rejects(direct, (error) => error instanceof Refused && error.constraint === 'one_standing_key_event')
  await record.as('priya', async (asking) => await unmarkKeyEvent(asking, event?.id ?? '', 'Not hers.'))
  assert.deepEqual(await record.as('vera', async (asking) => await keyEventsOf(asking, child)), [])
  assert.ok('ok' in (await mark()))
})

test('who may not write: readers only, strangers, another council; after the work ended and when hidden, nothing is there', async () => {
  const child = await childOfTheirs()
  await write('priya', about(child, FAMILY_TIME))
  await relate('vera', 'virtual-school', child)
  for (const name of ['ravi', 'vera', 'tom', 'ada'] as const)
    await assert.rejects(write(name, about(child, FAMILY_TIME)), notAllowed, name)
  await assert.rejects(write('vera', about(child, GOOD_NEWS)), notAllowed)
  await write('ravi', about(child, GOOD_NEWS))
  const elsewhere = await asElsewhere(record, async (asking) => await notesOf(asking, child))
  assert.deepEqual(elsewhere, [])
  await endRelations(record, record.people.cora, child)
  assert.deepEqual(await readBy('cora', child), [])
  await assert.rejects(write('cora', about(child, FAMILY_TIME)), notAllowed)
  await hide(record, child, [record.people.priya])
  assert.deepEqual(await readBy('ravi', child), [])
  assert.equal((await readBy('priya', child)).length, 2)
})
