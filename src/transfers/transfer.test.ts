// Giving a record away: names of councils, and that each thing that stands against it says what to do.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { againstWords, councilNamed } from './transfer.ts'

const NAMES = [
  ['  Southmere \n County  Council ', 'Southmere County Council'],
  ['Ry', undefined],
  ['', undefined],
  ['x'.repeat(121), undefined],
] as const
for (const [typed, expected] of NAMES)
  test(`the name of a council: ${typed.slice(0, 12).trim() || 'nothing'}`, () =>
    assert.equal(councilNamed(typed), expected))

test('what stands against it is said whole', () => {
  const words = againstWords(['in care', 'somebody works with them', 'joined', 'sealed', 'given already', 'new'])
  assert.equal(new Set(words).size, 6)
  assert.match(words[0] ?? '', /another council took over/)
})
