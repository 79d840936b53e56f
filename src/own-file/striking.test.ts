// Striking words through: which are found, which occurrence goes, and that nothing of them is left.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countOf, type Piece, type Strike, strikesIn, strikesTyped, struckIn } from './striking.ts'

const shown = (pieces: readonly (readonly Piece[])[]): readonly string[] =>
  pieces.map((text) => text.map((piece) => (piece.kind === 'struck' ? '█' : piece.text)).join(''))
const each = (words: string): Strike => ({ words, which: null })

const CASES: readonly (readonly [string, readonly string[], readonly Strike[], readonly string[]])[] = [
  ['nothing to strike', ['Rosa came.'], [], ['Rosa came.']],
  ['each occurrence, in each text', ['Rosa came.', 'With Rosa.'], [each('Rosa')], ['█ came.', 'With █.']],
  ['only the second', ['Rosa and Rosa.', 'Rosa.'], [{ words: 'Rosa', which: 2 }], ['Rosa and █.', 'Rosa.']],
  ['the third, in the next text', ['Rosa and Rosa.', 'Rosa.'], [{ words: 'Rosa', which: 3 }], ['Rosa and Rosa.', '█.']],
  ['whatever the case', ['ROSA, rosa'], [each('Rosa')], ['█, █']],
  ['over a line end', ['her uncle\nRolf said'], [each('uncle Rolf')], ['her █ said']],
  ['two that overlap are one bar', ['her uncle Rolf said'], [each('her uncle'), each('uncle Rolf')], ['█ said']],
  ['signs are signs', ['Paid (£5.00) a.b'], [each('(£5.00)'), each('a.b')], ['Paid █ █']],
  [
    'a sign that means something elsewhere',
    ['a+b? [x] {y} c\\d e^f $g h|i j/k l-m'],
    [each('c\\d e^f $g h|i j/k l-m')],
    ['a+b? [x] {y} █'],
  ],
  ['what is not there strikes nothing', ['Rosa came.'], [each('Vera')], ['Rosa came.']],
  ['white space alone strikes nothing', ['Rosa came.'], [each('  ')], ['Rosa came.']],
]
for (const [name, texts, strikes, expected] of CASES)
  test(`struck: ${name}`, () => {
    assert.deepEqual(shown(struckIn(texts, strikes)), expected)
  })

test('counted over all texts', () => {
  assert.equal(countOf(['Rosa and Rosa.', 'Rosa.'], 'rosa'), 3)
  assert.equal(countOf(['Rosa'], ' '), 0)
})

test('struck words stand in no piece that is left', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string()),
      fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
      (texts, words) => {
        for (const pieces of struckIn([...texts, `a ${words} b`], [each(words)]))
          for (const piece of pieces) assert.equal(piece.kind === 'text' && countOf([piece.text], words) > 0, false)
      },
    ),
  )
})

test('typed one passage a line, and shown again as typed', () => {
  const typed = 'her uncle Rolf\n2: Rosa'
  assert.deepEqual(strikesIn(` her uncle Rolf \n\n2:  Rosa\n`), [
    { words: 'her uncle Rolf', which: null },
    { words: 'Rosa', which: 2 },
  ])
  assert.equal(strikesTyped(strikesIn(typed)), typed)
})
