// Joining: what contradicts, and what a second person may answer.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, type IsoDay } from '#calendar'
import {
  answersTo,
  contradictionsOf,
  isOver,
  mayBeParted,
  overlapWords,
  type Period,
  type Side,
  STEP_WORDS,
} from './join.ts'

const side = (born: IsoDay | null, ...periods: readonly Period[]): Side => ({
  ...{ child: 'a', name: 'Wren', names: [], born, numbers: [], periods, workers: [], team: null },
})
const from = (since: string, until?: string): Period => ({
  since: day(since),
  until: until === undefined ? null : day(until),
})

const CASES = [
  ['one after the other', from('2019-01-05', '2020-02-01'), from('2026-03-01'), 0],
  ['on the day on which the other ends', from('2019-01-05', '2020-02-01'), from('2020-02-01'), 0],
  ['a day earlier', from('2019-01-05', '2020-02-01'), from('2020-01-31', '2020-05-01'), 1],
  ['both go on', from('2019-01-05'), from('2026-03-01'), 1],
  ['one within the other', from('2019-01-05', '2020-02-01'), from('2019-03-01', '2019-04-01'), 1],
] as const
for (const [name, one, other, expected] of CASES)
  test(`care periods: ${name}`, () => {
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const) {
      const { overlaps } = contradictionsOf(side(null, a), side(null, b))
      assert.equal(overlaps.length, expected)
      for (const found of overlaps) assert.match(overlapWords(found), /Put the wrong days right/)
    }
  })

test('birth days are the same, differ, or cannot be compared', () => {
  const [may, june] = [day('2012-05-01'), day('2012-06-01')]
  const births = (one: IsoDay | null, other: IsoDay | null) => contradictionsOf(side(one), side(other)).births
  assert.deepEqual([births(may, may), births(may, june), births(null, june)], ['same', 'differ', 'not known'])
})

test('what waits is answered with yes or no, what stands can be parted, and what is over is neither', () => {
  for (const step of Object.keys(STEP_WORDS) as (keyof typeof STEP_WORDS)[]) {
    const kinds = [answersTo(step) !== undefined, mayBeParted(step), isOver(step)].filter(Boolean)
    assert.equal(kinds.length, 1, step)
  }
})
