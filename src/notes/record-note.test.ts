// What a note may be: its header, its paragraphs, whose record each stands on, and what a key event says.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HEARERS, mayKnow, whoMayKnowRefusalWords } from '#people'
import { FAMILY_TIME, FEW, FIRST_SWIM, GOOD_NEWS, NOW, paragraph } from './examples.ts'
import { mayMarkKeyEvent, type TypedKeyEvent } from './key-event.ts'
import { isLeftOutOfCopies } from './note.ts'
import { mayRecordHeader, mayRecordNote, type TypedHeader, type TypedNote, type TypedParagraph } from './record-note.ts'
import { noteRefusalWords } from './refusal-words.ts'

const [jordan, robin] = ['jordan', 'robin'] as const
const one: TypedNote = {
  ...FAMILY_TIME,
  children: [{ child: jordan, hangsOn: null }],
  paragraphs: [paragraph([jordan])],
}
const both = (paragraphs: readonly TypedParagraph[]): TypedNote => ({
  ...FAMILY_TIME,
  children: [jordan, robin].map((child) => ({ child, hangsOn: null })),
  paragraphs,
})
const refused = (typed: TypedNote) => {
  const may = mayRecordNote(typed, NOW)
  return 'refused' in may ? may.refused : []
}

test('the header of a note', () => {
  const header = (typed: Partial<TypedHeader>) => {
    const may = mayRecordHeader({ ...FAMILY_TIME, ...typed }, NOW)
    return 'refused' in may ? may.refused : may.ok.part
  }
  assert.equal(header({}), 'visits')
  assert.equal(header({ kind: 'good news' }), 'story')
  assert.equal(header({ began: '', happened: '2026-11-23' }), 'visits')
  assert.deepEqual(header({ happened: '2026-11-24', began: '' }), ['happened after today'])
  assert.deepEqual(header({ began: '2026-11-20T14:00:00Z' }), ['began on another day'])
  assert.deepEqual(header({ happened: '2026-11-23', began: '2026-11-23T21:00:01Z' }), ['began ahead'])
  const wrong = { kind: 'x', happened: 'x', began: 'x', present: ['x'], cameFrom: 'x', terms: 'x' }
  assert.deepEqual(header(wrong), [
    ...['kind unknown', 'happened no day', 'began no moment', 'present unknown', 'source unknown', 'terms unknown'],
  ])
})

test('each paragraph stands on the record of those whom it is about, and nowhere else', () => {
  const may = mayRecordNote(
    both([
      paragraph([jordan, robin], { text: 'They baked.' }),
      paragraph([jordan], { text: 'Jordan told me of his fear.', whoMayKnow: FEW }),
      paragraph([robin], { text: 'Robin slept.' }),
    ]),
    NOW,
  )
  assert.ok('ok' in may)
  assert.deepEqual(
    may.ok.children.map(({ child, paragraphs }) => [child, ...paragraphs.map(({ text }) => text)]),
    [
      ['jordan', 'They baked.', 'Jordan told me of his fear.'],
      ['robin', 'They baked.', 'Robin slept.'],
    ],
  )
})

test('what a note for one or several children may not be', () => {
  assert.deepEqual(refused(one), [])
  assert.deepEqual(refused({ ...one, children: [] }), ['paragraph on another record', 'no child'])
  assert.deepEqual(refused({ ...one, children: [...one.children, ...one.children] }), ['child twice'])
  assert.deepEqual(refused({ ...one, paragraphs: [] }), ['nothing about a child'])
  assert.deepEqual(refused(both([paragraph([jordan])])), ['nothing about a child'])
  assert.deepEqual(refused({ ...one, paragraphs: [paragraph([jordan, robin])] }), ['paragraph on another record'])
  assert.deepEqual(refused(both([paragraph([jordan, robin], { whoMayKnow: FEW })])), ['private text on two records'])
  const aboutRobin = paragraph([jordan], { about: 'brother or sister', person: robin })
  assert.deepEqual(refused(both([aboutRobin, paragraph([robin])])), ['about a child with a record here'])
  assert.deepEqual(refused({ ...one, paragraphs: [paragraph([jordan], { text: ' ', about: 'x' })] }), [
    ...['paragraph empty', 'about whom unknown'],
  ])
  const nobody = paragraph([jordan], { whoMayKnow: { relations: [], mustNotKnow: [], why: '' } })
  assert.deepEqual(refused({ ...one, paragraphs: [nobody] }), ['nobody may know', 'reason of the audience missing'])
})

test('who may know: relations of the matrix, with a reason; in the story not carers and the child until it is released', () => {
  assert.deepEqual(mayKnow({ relations: ['neighbour'], mustNotKnow: [], why: 'court order' }), {
    refused: ['relation unknown'],
  })
  assert.deepEqual(mayKnow({ relations: null, mustNotKnow: ['p'], why: 'court order' }), {
    ok: { relations: null, mustNotKnow: ['p'], why: 'court order' },
  })
  const audienceOf = (typed: TypedHeader) => {
    const may = mayRecordNote({ ...one, ...typed }, NOW)
    return 'ok' in may ? may.ok.children[0]?.paragraphs[0]?.whoMayKnow.relations : undefined
  }
  assert.equal(audienceOf(FAMILY_TIME), null)
  const story = audienceOf(GOOD_NEWS)
  assert.equal(story?.length, Object.keys(HEARERS).length - 2)
  assert.ok(!story?.includes('carer') && !story?.includes('child'))
})

test('a key event says what happened and why it matters, once for a line', () => {
  const on = { table: 'visit', line: 'v' }
  const mark = (typed: Partial<TypedKeyEvent>, marked = [{ table: 'visit', line: 'w' }]) => {
    const may = mayMarkKeyEvent({ ...FIRST_SWIM, ...typed }, { on, marked, today: NOW.today })
    return 'refused' in may ? may.refused : []
  }
  assert.deepEqual(mark({}), [])
  assert.deepEqual(mark({}, [on]), ['marked already'])
  assert.deepEqual(mark({ happened: '2026-11-24', keptFor: 'x', what: ' ', why: '' }), [
    ...['key event after today', 'kept for what unknown', 'what happened missing', 'why it matters missing'],
  ])
})

test('words, and what copies leave out', () => {
  assert.equal(
    noteRefusalWords('happened after today', NOW.today),
    'It cannot have happened after today, Mon 23 Nov 2026.',
  )
  assert.equal(noteRefusalWords('nobody may know', NOW.today), whoMayKnowRefusalWords('nobody may know'))
  assert.deepEqual(['own record', 'police', 'legal advice'].map(isLeftOutOfCopies), [false, true, true])
})
