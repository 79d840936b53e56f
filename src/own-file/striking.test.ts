// Striking words through: which are found, which occurrence goes, and that nothing of them is left.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countOf, missesIn, type Piece, type Strike, strikesIn, strikesTyped, struckIn } from './striking.ts'

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
  ['whatever the apostrophe', ["O\u2019Brien, O'Brien"], [each("O'Brien")], ['█, █']],
  ['an accent in one sign or in two', ['Jose\u0301 and Jos\u00e9.'], [each('Jos\u00e9')], ['█ and █.']],
  ['an accent that nobody typed', ['Jose\u0301 came.'], [each('jose')], ['█ came.']],
  ['whatever the hyphen, and one that is not seen', ['Ann\u2011Marie, Ann\u00ad-Marie'], [each('Ann-Marie')], ['█, █']],
  ['never inside a word', ['Ann planned it.'], [each('Ann')], ['█ planned it.']],
  ['to the end of the word', ['Rolfs car, Rolf\u2019s'], [each('Rolf')], ['█ car, █\u2019s']],
  [
    'places after signs that fold into more',
    ['\ufb01ne \u0130da, then Rolf.'],
    [each('Rolf')],
    ['\ufb01ne \u0130da, then █.'],
  ],
  [
    'between signs that only look like letters of a word',
    ['_Rolf_ came, and __Rolf.'],
    [each('Rolf')],
    ['_█_ came, and __█.'],
  ],
  ['white space alone strikes nothing', ['Rosa came.'], [each('  ')], ['Rosa came.']],
]
for (const [name, texts, strikes, expected] of CASES)
  test(`struck: ${name}`, () => {
    assert.deepEqual(shown(struckIn({ texts, written: 0 }, strikes)), expected)
  })

test('counted over all texts', () => {
  assert.equal(countOf(['Rosa and Rosa.', 'Rosa.'], 'rosa'), 3)
  assert.equal(countOf(['Rosa'], ' '), 0)
})

test('numbers count what was written alone, so that a name that changes moves none; what finds nothing is told', () => {
  const strikes = [{ words: 'Rolf', which: 2 }]
  for (const owner of ['Rolf Test', 'Vera Test']) {
    const of = { texts: [owner, 'Rolf one. Then Rolf two.'], written: 1 }
    assert.deepEqual(shown(struckIn(of, strikes)), [owner, 'Rolf one. Then █ two.'])
    assert.equal(missesIn(of, strikes), false)
    assert.equal(missesIn(of, [...strikes, { words: 'Rolf', which: 3 }]), true)
    assert.equal(missesIn(of, [each('Rolf Test')]), owner === 'Vera Test')
  }
})

test('struck words stand in no piece that is left', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string()),
      fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
      (texts, words) => {
        for (const pieces of struckIn({ texts: [...texts, `a ${words} b`], written: 0 }, [each(words)]))
          for (const piece of pieces) assert.equal(piece.kind === 'text' && countOf([piece.text], words) > 0, false)
      },
    ),
  )
})

test('typed one passage a line, and shown again as typed', () => {
  const typed = 'her uncle Rolf\n2: Rosa'
  assert.deepEqual(strikesIn(` her uncle Rolf \n\n2:  Rosa\n`, []), [
    { words: 'her uncle Rolf', which: null },
    { words: 'Rosa', which: 2 },
  ])
  assert.equal(strikesTyped(strikesIn(typed, [])), typed)
  assert.deepEqual(strikesIn('1:30 Rolf came', []), [each('1:30 Rolf came')])
})

test('a line that stands in the text as it was typed is that line, whatever number it begins with', () => {
  const texts = ['1: Rolf shouted.\n2: Rolf shouted.']
  const copied = strikesIn('1: Rolf shouted', texts)
  assert.deepEqual(copied, [each('1: Rolf shouted')])
  assert.deepEqual(shown(struckIn({ texts, written: 0 }, copied)), ['█.\n2: Rolf shouted.'])
  assert.deepEqual(strikesIn(strikesTyped(copied), texts), copied)
  assert.deepEqual(strikesIn('2: Rolf', texts), [each('2: Rolf')])
  assert.deepEqual(strikesIn('2: shouted', texts), [{ words: 'shouted', which: 2 }])
})
