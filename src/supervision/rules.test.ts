// How often, when one line may stand, which actions want an answer, what is too like the last text, and what samples show.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Action } from '#actions'
import { day } from '#calendar'
import { drifting, wantAnswers } from './earlier-actions.ts'
import { childDue, decisionsAsked, howMany, signBy, workerDue } from './frequency.ts'
import { HAPPENINGS, whyNoLine } from './one-line.ts'
import { quarterOf, quartersIn, quarterWords, type Sample, tallies, trendsOf } from './quality.ts'
import { isAlike, similarity } from './similarity.ts'

describe('how often a worker is supervised', () => {
  const began = day('2026-01-05')
  const newly = (last: string | null) =>
    workerDue({ kind: 'newly qualified', began, weeks: null }, last === null ? null : day(last)).due
  for (const [name, got, due] of [
    ['newly qualified: the first within a week', newly(null), '2026-01-12'],
    ['newly qualified: every week for six weeks', newly('2026-02-09'), '2026-02-16'],
    ['from the first day of the seventh week every two', newly('2026-02-16'), '2026-03-02'],
    ['until six months', newly('2026-07-04'), '2026-07-18'],
    ['then every month', newly('2026-07-05'), '2026-08-05'],
    ['others every month', workerDue({ kind: 'experienced', began, weeks: null }, day('2026-01-31')).due, '2026-02-28'],
    ['as agreed', workerDue({ kind: 'experienced', began, weeks: 6 }, day('2026-02-02')).due, '2026-03-16'],
    ['where nobody said anything, as others', workerDue(undefined, day('2026-02-02')).due, '2026-03-02'],
    ['never, and no first day: not known', workerDue(undefined, null).due, null],
    ['a child: four weeks', childDue(4, day('2026-10-27'), null).due, '2026-11-24'],
    ['a child: as decided', childDue(8, day('2026-10-27'), null).due, '2026-12-22'],
    ['a child never thought about: from when the worker began', childDue(4, null, day('2026-11-02')).due, '2026-11-30'],
    ['a child: not known', childDue(4, null, null).due, null],
  ] as const)
    test(name, () => assert.equal(got, due))
  test('what is not known is never late', () => {
    const dues = [workerDue(undefined, null), childDue(4, day('2026-10-01'), null)]
    assert.deepEqual(howMany(dues, day('2026-11-24')), { late: 1, unknown: 1 })
  })
  test('both sign within five working days', () => {
    assert.equal(signBy(day('2026-05-21'), 5), '2026-05-29')
    assert.equal(signBy(day('2026-12-23'), 5), '2027-01-04')
  })
})

test('a decision after something happened: the last working day counts, none asked where the council asks none', () => {
  const point = (decided: string | null) => ({
    ...{ child: 'a', what: 'move' as const, on: day('2026-04-02') },
    decided: decided === null ? null : day(decided),
  })
  const stands = (decided: string | null, today: string) => decisionsAsked([point(decided)], 2, day(today))[0]?.stands
  assert.equal(stands(null, '2026-04-08'), 'owed')
  assert.equal(stands(null, '2026-04-09'), 'overdue')
  assert.equal(stands('2026-04-08', '2026-05-01'), 'in time')
  assert.equal(stands('2026-04-09', '2026-05-01'), 'late')
  assert.deepEqual(decisionsAsked([point(null)], undefined, day('2026-05-01')), [])
  const hearing = { child: 'a', what: 'hearing' as const, on: day('2026-04-20'), decided: null }
  const before = (today: string) => decisionsAsked([hearing], 2, day(today)).map(({ by, stands }) => [by, stands])
  assert.deepEqual(before('2026-04-19'), [['2026-04-19', 'owed']])
  assert.deepEqual(before('2026-04-20'), [['2026-04-19', 'overdue']])
})

describe('one line', () => {
  const held = day('2026-11-24')
  const may = {
    ...{ held, spoken: day('2026-10-27'), lastWasLine: false, happened: [] },
    full: childDue(8, day('2026-10-27'), null),
  }
  test('may stand between two full discussions', () => assert.deepEqual(whyNoLine(may), []))
  test('not where the child was never discussed', () =>
    assert.deepEqual(whyNoLine({ ...may, spoken: null }), [{ kind: 'never discussed' }]))
  test('not twice running', () =>
    assert.deepEqual(whyNoLine({ ...may, lastWasLine: true }), [{ kind: 'twice running' }]))
  for (const [name, due] of [
    ['on its day', '2026-09-29'],
    ['before it', '2026-08-04'],
  ] as const)
    test(`not in place of a full discussion that is due ${name}`, () => {
      const [why] = whyNoLine({ ...may, full: childDue(8, day(due), null) })
      assert.equal(why?.kind, 'full discussion due')
    })
  for (const what of HAPPENINGS)
    test(`not after: ${what}`, () => {
      const since = (on: string) => whyNoLine({ ...may, happened: [{ what, on: day(on) }] }).length
      assert.deepEqual(
        [since('2026-10-26'), since('2026-10-27'), since('2026-11-24'), since('2026-11-25')],
        [0, 1, 1, 0],
      )
    })
})

describe('earlier actions', () => {
  const action = (given: Partial<Action>): Action => ({
    ...{
      id: 'a',
      line: 'a',
      child: 'c',
      origin: 'supervision',
      serves: null,
      from: { table: 'supervision_entry', line: 'before' },
    },
    ...{ what: 'Ring Nan', intended: 'Connor sees Nan', owner: { worker: 'w' }, steps: [], ended: undefined },
    ...{ due: { day: day('2026-11-20') }, firstDue: { day: day('2026-11-20') }, wrote: { by: 'w', at: '' } },
    ...given,
  })
  const carried = (at: string): Action['steps'][number] => ({
    ...{ id: at, line: at, by: 'w', at, why: 'Nan was ill' },
    change: { kind: 'carried on', due: { day: day('2026-11-20') } },
  })
  const asked = { held: day('2026-11-24'), own: new Set(['today']) }
  const wants = (given: Partial<Action>): boolean => wantAnswers([action(given)], asked).length === 1
  for (const [name, given, expected] of [
    ['whose day has come', {}, true],
    ['without a day', { due: { none: 'goes on all the time' } }, true],
    ['whose day is today', { due: { day: day('2026-11-24') } }, true],
    ['promised for later', { due: { day: day('2026-11-25') } }, false],
    ['of this very time', { from: { table: 'supervision_entry', line: 'today' } }, false],
    ['of a review', { origin: 'review' }, false],
    ['decided between two times', { from: null }, true],
    ['carried on today', { steps: [carried('2026-11-24T10:00:00Z')] }, false],
    ['carried on before, and due again', { steps: [carried('2026-10-27T10:00:00Z')] }, true],
    ['closed', { ended: { id: 'e', line: 'e', outcome: 'done', happened: '', said: '', by: '', at: '' } }, false],
  ] as const satisfies readonly (readonly [string, Partial<Action>, boolean])[])
    test(name, () => assert.equal(wants(given), expected))
  test('carried twice is drift', () => {
    const [once, twice] = [carried('2026-09-29T10:00:00Z'), carried('2026-10-27T10:00:00Z')]
    assert.equal(drifting([action({ steps: [once] }), action({ steps: [once, twice] })]).length, 1)
  })
})

describe('the same words once more', () => {
  const before =
    'Settled with Jo and Pete. Sleeping through since half-term. Still asks every Sunday if he is going home.'
  for (const [name, text, alike] of [
    ['the same', before, true],
    ['with other capitals, commas and lines', before.toUpperCase().replaceAll('. ', ',\n'), true],
    ['with one word more', `${before} Again.`, true],
    ['half of it new', 'Settled with Jo and Pete. He grew fourteen carrots and wants Nan to see the allotment.', false],
    ['nothing yet', '', false],
  ] as const)
    test(name, () => assert.equal(isAlike(text, before), alike))
  test('nothing was written before', () => assert.equal(isAlike(before, undefined), false))
  test('from 0 to 1, either way round', () => {
    assert.equal(similarity(before, before), 1)
    assert.equal(similarity('one two', 'three four'), 0)
    assert.equal(similarity('a b c', 'a b d'), similarity('a b d', 'a b c'))
  })
})

test('what samples show: counts by team and quarter, no mean', () => {
  const sample = (team: string, quarter: string, lived: number): Sample => ({
    ...{ team, quarter },
    marks: { lived, plan: 1, actions: 1, thinking: 1, decision: 2, intended: 0, drift: 0, challenge: 0 },
  })
  const found = tallies([
    sample('South', '2026 4', 0),
    sample('North', '2026 3', 1),
    sample('North', '2026 4', 2),
    sample('North', '2026 4', 1),
  ])
  assert.deepEqual(
    found.map(({ team, quarter, samples }) => [team, quarter, samples]),
    [
      ['North', '2026 4', 2],
      ['North', '2026 3', 1],
      ['South', '2026 4', 1],
    ],
  )
  assert.deepEqual(found[0]?.counts.lived, [0, 1, 1])
  assert.deepEqual([quarterOf('2026-11-24'), quarterWords(quarterOf('2026-11-24'))], ['2026 4', 'Oct to Dec 2026'])
})

describe('dip samples by quarter', () => {
  const marks = (lived: number): Sample['marks'] => ({
    ...{ lived, plan: 1, actions: 1, thinking: 1 },
    ...{ decision: 1, intended: 1, drift: 1, challenge: 1 },
  })
  const some = (quarter: string, lived: number, count: number): readonly Sample[] =>
    Array.from({ length: count }, () => ({ team: 'North', quarter, marks: marks(lived) }))
  test('the quarters of a period, also those without a record', () => {
    const samples = some('2025 3', 1, 1)
    assert.deepEqual(quartersIn('year', samples, '2027-03-31'), ['2026 2', '2026 3', '2026 4', '2027 1'])
    assert.equal(quartersIn('two-years', samples, '2027-03-31').at(0), '2025 2')
    assert.equal(quartersIn('all', samples, '2027-03-31').length, 7)
    assert.deepEqual(quartersIn('all', [], '2027-03-31'), ['2027 1'])
  })
  const of = (before: readonly Sample[], now: readonly Sample[]) =>
    trendsOf([...before, ...now], ['2026 3', '2026 4', '2027 1'])[0]
  for (const [name, before, now, change] of [
    ['more, where the intervals do not touch', some('2026 3', 0, 12), some('2027 1', 2, 12), 'more'],
    ['fewer, with a quarter without records between', some('2026 3', 2, 12), some('2027 1', 0, 12), 'fewer'],
    ['nine are too few, however far apart', some('2026 3', 0, 9), some('2027 1', 2, 9), 'too few to tell'],
    ['intervals touch', some('2026 3', 2, 12), [...some('2027 1', 2, 9), ...some('2027 1', 0, 3)], 'too few to tell'],
    ['nothing to compare with', [], some('2027 1', 2, 12), 'too few to tell'],
  ] as const)
    test(name, () => assert.equal(of(before, now)?.change, change))
  test('counts with how many there were', () =>
    assert.deepEqual(of(some('2026 3', 0, 2), some('2027 1', 2, 3))?.quarters, [
      { quarter: '2026 3', n: 2, counts: [2, 0, 0] },
      { quarter: '2026 4', n: 0, counts: [0, 0, 0] },
      { quarter: '2027 1', n: 3, counts: [0, 0, 3] },
    ]))
})
