// Fields of plan parts: versions in one text and back, one empty outcome more, and a number for each of two that are added at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partsOf } from '#plan-kinds'
import { fieldOf, keysOf, renumbered, versionsIn, versionsText } from './part-fields.ts'

const outcome = partsOf('care plan').find(({ part }) => part === 'outcome')

test('versions are one text and back, and whatever else stands there is none', () => {
  const versions = new Map([
    ['health', 3],
    ['outcome/12/known', 0],
  ])
  assert.deepEqual(versionsIn(versionsText(versions)), versions)
  assert.deepEqual([...versionsIn('health:-1 <b>:2 self-care:7x identity:2')], [['identity', 2]])
  assert.equal(fieldOf('outcome/12/known'), 'outcome-12-known')
})

test('a repeated part has one empty set more', () => {
  assert.ok(outcome)
  assert.equal(keysOf(outcome, []).length, 3)
  assert.equal(keysOf(outcome, ['outcome/2/known']).at(-1), 'outcome/3/steps')
})

const save = (part: string, read: number, text: string) => ({ part, read, text })
const CASES = [
  [
    'an outcome that another added first gets the next number',
    [save('outcome/1/known', 0, 'a')],
    ['outcome/1/different'],
    ['outcome/2/known'],
  ],
  [
    'two of them get two',
    [save('outcome/1/known', 0, 'a'), save('outcome/2/known', 0, 'b')],
    ['outcome/1/known', 'outcome/2/known'],
    ['outcome/3/known', 'outcome/4/known'],
  ],
  ['one that was read keeps its own', [save('outcome/1/known', 1, 'a')], ['outcome/1/known'], ['outcome/1/known']],
  ['an empty one stays where it is', [save('outcome/1/known', 0, ' ')], ['outcome/1/known'], ['outcome/1/known']],
  ['a part that stands once has no number', [save('health', 0, 'a')], ['health'], ['health']],
] as const
for (const [name, saves, standing, keys] of CASES)
  test(name, () =>
    assert.deepEqual(
      renumbered(saves, new Set(standing)).map(({ part }) => part),
      keys,
    ),
  )
