// What another birth date moves: nothing where it is the same; else each duty once, as it really stands under the other date.
import assert from 'node:assert/strict'
import test from 'node:test'
import { stateOn } from '#ledger'
import { birthMoves } from './birth-moves.ts'
import { dutiesOf } from './duties-of.ts'
import { assessment, bornOn, child, n, period, placement, review, status, visit } from './test-child.ts'

const TODAY = n('2026-11-23')
const maya = child({
  birth: bornOn('2022-06-01'),
  periods: [period('2025-01-06')],
  statuses: [status('2025-01-06', 'C2')],
  placements: [placement('2025-01-06')],
  reviews: [review('2025-01-30'), review('2025-04-20')],
  visits: [visit('2025-01-10'), visit('2025-02-14')],
  healthAssessments: [assessment('2025-01-20'), assessment('2025-07-18', { kind: 'review' })],
})
const sumOf = ({ otherDay, newlyOwed, noLongerOwed, otherwise }: ReturnType<typeof birthMoves>): number =>
  otherDay + newlyOwed + noLongerOwed + otherwise

void test('the same date moves nothing', () => {
  const moves = birthMoves(maya, n('2022-06-01'), TODAY)
  assert.deepEqual([sumOf(moves), moves.rules], [0, []])
  assert.equal(moves.overdue.before, moves.overdue.after)
})

void test('from under five to over: health and learning move, reviews and visits stay', () => {
  const moves = birthMoves(maya, n('2015-06-01'), TODAY)
  assert.ok(sumOf(moves) > 0)
  assert.ok(
    moves.rules.every(({ name }) => /health|education|PEP|premium|strengths and difficulties/i.test(name)),
    JSON.stringify(moves.rules),
  )
})

void test('from a child to an adult: what was owed from the 18th birthday on is owed no longer', () => {
  const moves = birthMoves(maya, n('2007-06-01'), TODAY)
  assert.ok(moves.noLongerOwed > 0, JSON.stringify(moves))
  assert.ok(
    moves.rules.some(({ name }) => name === 'Later review'),
    JSON.stringify(moves.rules),
  )
})

void test('no birth date in force: what turns on age is not known', () => {
  const moves = birthMoves(maya, undefined, TODAY)
  assert.ok(sumOf(moves) > 0)
})

for (const born of ['2024-12-30', '2022-06-02', '2020-01-06', '2010-11-23', '2008-11-24', '2007-01-06', '1990-01-01'])
  void test(`born ${born}: each duty that differs is counted once, by its rule, and none that does not`, () => {
    const stands = (birth: string) =>
      new Map(
        dutiesOf({ ...maya, birth: { ...bornOn('2022-06-01'), day: n(birth) } }, TODAY)
          .filter((duty) => !['notApplicable', 'notInForce'].includes(stateOn(duty, TODAY)))
          .map((duty) => [`${duty.basis.rule.id} ${duty.occurrence}`, `${duty.due} ${stateOn(duty, TODAY)}`]),
      )
    const [before, after] = [stands('2022-06-01'), stands(born)]
    const keys = [...new Set([...before.keys(), ...after.keys()])]
    const moves = birthMoves(maya, n(born), TODAY)
    assert.equal(sumOf(moves), keys.filter((key) => before.get(key) !== after.get(key)).length)
    assert.equal(
      moves.rules.reduce((sum, { count }) => sum + count, 0),
      sumOf(moves),
    )
    assert.equal(moves.newlyOwed, keys.filter((key) => !before.has(key)).length)
    assert.equal(moves.noLongerOwed, keys.filter((key) => !after.has(key)).length)
  })
