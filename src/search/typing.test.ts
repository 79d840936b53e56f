// The slips between two words, against a plain table of all pairs of letters: the same number, and nothing passed over that is near enough.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lettersOf, slipsBetween, slipsForgiven, tooFarApart } from './typing.ts'

/** The whole table: a letter left out, put in, exchanged, or two beside each other turned round. */
function slipsByTable(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (_, column) => row + column),
  )
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity
  for (let row = 1; row <= one.length; row += 1)
    for (let column = 1; column <= other.length; column += 1) {
      const exchanged = at(row - 1, column - 1) + (one[row - 1] === other[column - 1] ? 0 : 1)
      const turned = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      const least = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, exchanged)
      rows[row]?.splice(column, 1, turned ? Math.min(least, at(row - 2, column - 2) + 1) : least)
    }
  return at(one.length, other.length)
}
const lettered = (word: string) => ({ letters: lettersOf(word), length: word.length })

const CASES: readonly (readonly [string, string, number])[] = [
  ['kowalczyk', 'kowalczyk', 0],
  ['kowalczyk', 'kowalcyk', 1],
  ['kowalczyk', 'kowalcczyk', 1],
  ['kowalczyk', 'kowalczak', 1],
  ['kowalczyk', 'kowalzcyk', 1],
  ['kowalczyk', 'okwalczky', 2],
  ['kowalczyk', 'walczyk', 2],
  ['walsh', 'wlash', 1],
  ['ca', 'abc', 3],
]
for (const [one, other, slips] of CASES)
  test(`from ${one} to ${other}: ${slips}`, () => {
    assert.equal(slipsByTable(one, other), slips)
    for (const most of [1, 2, 3]) {
      const counted = slipsBetween(one, other, most)
      assert.ok(slips <= most ? counted === slips : counted > most, `${counted} at ${most}`)
    }
  })

test('any two words: counted as the table counts, and never too far apart where the slips are forgiven', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'n', 'ñ', 'я'), maxLength: 9 })
  fc.assert(
    fc.property(word, word, fc.constantFrom(1, 2), (one, other, most) => {
      const slips = slipsByTable(one, other)
      const counted = slipsBetween(one, other, most)
      assert.ok(slips <= most ? counted === slips : counted > most, `${one} ${other}: ${counted}, and ${slips}`)
      if (slips <= most) assert.ok(!tooFarApart(lettered(one), lettered(other), most), `${one} ${other}`)
    }),
    { numRuns: 20_000 },
  )
})

test('none in three letters, one in six, two from seven on', () => {
  assert.deepEqual([3, 4, 6, 7, 12].map(slipsForgiven), [0, 1, 1, 2, 2])
})
