// Who is far and in which order; what a protected home tells; and that fewer miles bought with more moves are said to be worse.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  areaWords,
  counts,
  type FarSaid,
  inOrder,
  isFar,
  type LivesFar,
  type Measured,
  milesWords,
  standsOf,
} from './far.ts'
import { type HomeBegun, judged, judgedWords, yearLine } from './year.ts'

const near: Measured = { kept: false, miles: 3, band: 'under 5 miles', inside: true, adjoining: null }
const SAID: FarSaid = {
  ...{ onDay: '2026-05-01', reason: 'noneAvailable', answer: 'not decided', wish: 'not asked', wouldHelp: [] },
  ...{ nearerBy: null, schoolMinutes: null, familyMinutes: null, health: null },
}
const lives = (child: string, more: Partial<LivesFar> = {}): LivesFar => ({
  ...{ child, placement: child, kind: 'U4', since: '2025-01-01', said: undefined },
  ...{ kept: false, miles: 31.4, band: 'over 20 miles', inside: false, adjoining: false, ...more },
})

test('far by miles, or at a distance by law whatever the miles; a short way over the border is neither', () => {
  const cases: readonly (readonly [Measured, boolean])[] = [
    [near, false],
    [{ ...near, miles: 20 }, false],
    [{ ...near, miles: 20.1 }, true],
    [{ ...near, inside: false, adjoining: true }, false],
    [{ ...near, inside: false, adjoining: false }, true],
    [{ ...near, inside: false, adjoining: null }, false],
    [{ kept: true, miles: null, band: 'over 20 miles', inside: null, adjoining: null }, true],
    [{ kept: true, miles: null, band: null, inside: null, adjoining: null }, false],
  ]
  for (const [home, far] of cases) assert.equal(isFar(home), far, JSON.stringify(home))
})

test('a protected home tells its band, and not whose area it is in', () => {
  const kept = { kept: true, miles: null, band: 'over 20 miles', inside: false, adjoining: false }
  assert.deepEqual([milesWords(kept), areaWords(kept)], ['over 20 miles', ''])
  assert.deepEqual([milesWords(lives('a')), areaWords(lives('a'))], ['31.4 miles', 'outside, not next to our area'])
})

describe('how they stand, and in which order', () => {
  const all = [
    lives('settled', { said: { ...SAID, answer: 'stays', wish: 'stay' }, since: '2019-01-01', miles: 90 }),
    lives('coming', { said: { ...SAID, answer: 'nearer', wouldHelp: ['home here'] } }),
    lives('safe', { said: { ...SAID, reason: 'keptSafe' } }),
    lives('fails, long', { said: SAID, since: '2024-01-01', miles: 21 }),
    lives('fails', { said: SAID, miles: 80 }),
    lives('unsaid'),
  ]
  test('what nobody has said first, who is settled last; by how long, never by miles', () => {
    const order = ['unsaid', 'fails, long', 'fails', 'coming', 'safe', 'settled']
    assert.deepEqual(
      inOrder(all).map(({ child }) => child),
      order,
    )
    assert.deepEqual(
      inOrder(all.toReversed()).map(({ child }) => child),
      order,
    )
  })
  test('settled is settled, whatever the reason was', () => {
    assert.equal(standsOf({ said: { ...SAID, reason: 'refusedNeed', answer: 'stays' } }), 'stays')
  })
  test('counted, with those of whom there are none', () => {
    assert.deepEqual([...counts(all.slice(0, 2)).values()], [0, 0, 1, 0, 1])
  })
})

describe('the homes of a year', () => {
  const began = (more: Partial<HomeBegun> = {}): HomeBegun => ({
    ...{ ...near, child: 'a', placement: 'a', began: '2026-05-01', first: true, moved: false, planned: null },
    ...{ schoolKept: null, together: null, ...more },
  })
  const line = (nearOnes: number, of: number, moves: number) =>
    yearLine({
      ...{ inCare: 100, moves, siblingTimes: { happened: 0, of: 0 } },
      begun: Array.from({ length: of }, (_, at) => began(at < nearOnes ? {} : { miles: 40 })),
    })

  test('only first homes and planned moves are counted; what is not known is in no share', () => {
    const {
      counted,
      near: share,
      schoolKept,
    } = yearLine({
      ...{ inCare: 3, moves: 2, siblingTimes: { happened: 1, of: 2 } },
      begun: [
        began({ schoolKept: true }),
        began({ first: false, planned: true, miles: 40 }),
        began({ first: false, planned: false, miles: 40 }),
        began({ first: false, planned: null, miles: 40 }),
        began({ miles: null, band: null }),
      ],
    })
    assert.equal(counted.length, 3)
    assert.deepEqual(share, { of: 2, yes: 1, notKnown: 1 })
    assert.deepEqual(schoolKept, { of: 1, yes: 1, notKnown: 2 })
  })

  test('fewer miles with more moves are worse', () => {
    assert.equal(judged(line(8, 10, 20), line(6, 10, 20)), 'nearer')
    assert.equal(judged(line(8, 10, 21), line(6, 10, 20)), 'nearer with more moves')
    assert.equal(judged(line(5, 10, 0), line(6, 10, 20)), 'further')
    assert.equal(judged(line(6, 10, 90), line(6, 10, 20)), 'the same')
    assert.equal(judged(line(6, 10, 20), line(0, 0, 0)), 'not known')
    assert.match(judgedWords(line(8, 10, 20), line(6, 10, 20)), /larger share.*no change yet/)
    assert.doesNotMatch(judgedWords(line(90, 100, 20), line(60, 100, 20)), /chance/)
    assert.doesNotMatch(judgedWords(line(6, 10, 90), line(6, 10, 20)), /chance/)
  })
})
