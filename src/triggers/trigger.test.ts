// What set an assessment off: as it is typed, kept and said.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { typed } from '#drafts'
import { reading } from '#forms'
import { setOffIn, setOffTyped, setOffWords } from './trigger.ts'

const today = day('2026-11-27')
const read = (fields: Readonly<Record<string, string>>) => {
  const r = reading(typed(Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, [text]]))), today)
  const { columns, words } = setOffIn(r, day('2026-11-20'))
  return r.faults.length > 0 ? { faults: r.faults.map(({ field }) => field) } : { ...columns, words }
}

const CASES: readonly (readonly [says: string, fields: Readonly<Record<string, string>>, gives: object])[] = [
  [
    'one of the list and its day',
    { set_off_by: 'review', set_off_on: '19 Nov 2026' },
    { set_off_by: 'review', set_off_on: '2026-11-19', words: '' },
  ],
  [
    'something else in words',
    { set_off_by: 'something else', set_off: 'A letter', set_off_on: '20 Nov 2026' },
    { set_off_by: 'something else', set_off_on: '2026-11-20', words: 'A letter' },
  ],
  [
    'something else without words',
    { set_off_by: 'something else', set_off_on: '19 Nov 2026' },
    { faults: ['set_off'] },
  ],
  ['nothing', {}, { faults: ['set_off_by', 'set_off_on'] }],
  ['what is not on the list', { set_off_by: 'the moon', set_off_on: '19 Nov 2026' }, { faults: ['set_off_by'] }],
  ['no day', { set_off_by: 'court' }, { faults: ['set_off_on'] }],
  ['no day that can be read, said once', { set_off_by: 'court', set_off_on: 'soon' }, { faults: ['set_off_on'] }],
  ['a day after the assessment', { set_off_by: 'court', set_off_on: '21 Nov 2026' }, { faults: ['set_off_on'] }],
  ['not known', { set_off_by: 'not known' }, { set_off_by: 'not known', set_off_on: null, words: '' }],
  ['not known, on a day', { set_off_by: 'not known', set_off_on: '19 Nov 2026' }, { faults: ['set_off_on'] }],
]
for (const [says, fields, gives] of CASES)
  test(`what set an assessment off: ${says}`, () => {
    assert.deepEqual(read(fields), gives)
  })

test('what is kept is said, and shown again as it was typed', () => {
  const row = { set_off_by: 'something else', set_off_on: '2026-11-20' }
  assert.equal(setOffWords(row, 'A letter'), 'A letter, Fri 20 Nov 2026')
  assert.equal(
    setOffWords({ set_off_by: 'missing', set_off_on: '2026-11-20' }, 'Two nights'),
    'A time missing: Two nights, Fri 20 Nov 2026',
  )
  assert.equal(setOffWords({ set_off_by: 'not known', set_off_on: null }), 'Nobody knows any more')
  assert.equal(setOffWords({ set_off_by: null, set_off_on: null }), 'Not written down')
  assert.deepEqual(
    read(Object.fromEntries(Object.entries(setOffTyped(row, 'A letter')).map(([k, [v = '']]) => [k, v]))),
    {
      ...row,
      words: 'A letter',
    },
  )
})
