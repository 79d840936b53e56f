// A note as it stood at one of its versions.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noteAsTyped, type ParagraphVersion, standingAt } from './pages/note-versions.ts'

const version = (id: string, recorded: string, change = 'correction'): ParagraphVersion => ({
  ...{ id, line: id.slice(0, 1), recorded, change, about: 'this child', person: null, words: `words of ${id}` },
  ...{ audience: null, must_not_know: null, audience_why: null, audience_decision: null },
})
const LINES = [
  [version('a1', '2027-03-01T10:00:00.000Z'), version('a2', '2027-03-02T10:00:00.000Z')],
  [version('b1', '2027-03-01T10:00:00.000Z'), version('b2', '2027-03-03T10:00:00.000Z', 'retraction')],
  [version('c1', '2027-03-03T10:00:00.000Z')],
]

test('the paragraphs of a moment: those written by then, as they stood, without those taken out', () => {
  const at = (day: string) => standingAt(LINES, `2027-03-${day}T10:00:00.000Z`).map(({ id }) => id)
  assert.deepEqual(
    [at('01'), at('02'), at('03')],
    [
      ['a1', 'b1'],
      ['a2', 'b1'],
      ['a2', 'c1'],
    ],
  )
})

test('each paragraph is a field of its own; what is usual is left open', () => {
  const note = {
    ...{ id: 'n', recorded: '', change: 'correction', kind: 'meeting', happened: '2027-03-30', present: ['child'] },
    ...{ began: '2027-03-30T13:30:00.000Z', came_from: 'school', terms: 'own record', words: 'Ms Hall' },
  }
  const typed = noteAsTyped(note, [version('a1', ''), { ...version('b1', ''), about: 'parent' }])
  assert.deepEqual(typed['happened'], ['Tue 30 Mar 2027'])
  assert.deepEqual([typed['began'], typed['cameFrom'], typed['terms']], [['14:30'], ['school'], []])
  assert.deepEqual([typed['p-a'], typed['whom-a'], typed['whom-b']], [['words of a1'], [], ['parent']])
})
