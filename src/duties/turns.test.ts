// Turns that are easily got wrong: what carries on, what is left as it was, and what is not known before a source begins.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dutyLine } from '#ledger'
import type { ChildFacts } from './child-facts.ts'
import { dutiesOf } from './duties-of.ts'
import {
  assessment,
  bornOn,
  child,
  EVERY_KIND,
  n,
  noon,
  period,
  placement,
  review,
  status,
  visit,
} from './test-child.ts'

const short = (facts: ChildFacts, on: string, rules: RegExp) =>
  dutiesOf(facts, n(on))
    .map((duty) => dutyLine('Maya', duty, { on: n(on), coverage: facts.coverage }))
    .filter(({ rule }) => rules.test(rule))
    .map(({ rule, state, due, done }) => [rule, state, due, done].map((part) => part ?? '-').join(' '))

const REVIEWS = /^(CP-0[6-9]|AD-02)$/
const VISITS = /^(CP-(1[6-9]|2[0-4])|AD-03)$/
const sinceApril = [{ source: 'the new record', holds: EVERY_KIND, from: n('2026-04-01'), until: undefined }]

describe('reviews', () => {
  test('two meetings on one day are one review', () => {
    const twice = [review('2026-06-25'), { ...review('2026-06-25'), line: 'the same, entered again' }]
    assert.deepEqual(short(child({ periods: [period('2026-06-01')], reviews: twice }), '2026-07-01', REVIEWS), [
      'CP-06 doneOnTime 2026-06-29 2026-06-25',
      'CP-07 notYetDue 2026-09-25 -',
    ])
  })

  test('a record that began later: the first review seen may not be the first', () => {
    const facts = child({
      periods: [period('2024-06-03')],
      reviews: [review('2026-05-01'), review('2026-10-30')],
      coverage: sinceApril,
    })
    assert.deepEqual(short(facts, '2026-11-23', REVIEWS), [
      'CP-06 unknown 2024-07-01 -',
      'CP-08 doneOnTime 2026-11-01 2026-10-30',
      'CP-08 notYetDue 2027-04-30 -',
    ])
  })

  test('adoption falls through: ordinary reviews go on from the last one held', () => {
    const facts = child({
      periods: [period('2026-01-05')],
      placements: [
        placement('2026-01-05', { ended: n('2026-06-01') }),
        placement('2026-06-01', { place: 'A6', ended: n('2026-08-03') }),
        placement('2026-08-03'),
      ],
      reviews: [review('2026-01-30'), review('2026-04-29')],
    })
    assert.deepEqual(short(facts, '2026-09-01', REVIEWS).slice(2), [
      'CP-08 notApplicable 2026-10-29 -',
      'AD-02 overdue 2026-06-29 -',
      'CP-08 notYetDue 2026-10-29 -',
    ])
    const occurrences = dutiesOf(facts, n('2026-09-01')).map(({ basis, occurrence }) => `${basis.id} ${occurrence}`)
    assert.equal(new Set(occurrences).size, occurrences.length)
  })
})

describe('visits', () => {
  test('a visit already overdue stays owed as it was when the circumstances turn', () => {
    const facts = child({
      periods: [period('2026-06-01')],
      placements: [placement('2026-06-01', { place: 'P1' })],
      statuses: [status('2026-06-01', 'V2', '2026-07-01'), status('2026-07-01', 'C2')],
    })
    assert.deepEqual(short(facts, '2026-07-20', VISITS), ['CP-16 overdue 2026-06-08 -'])
  })

  test('another placement with the same carers under temporary approval does not begin the weekly visits again', () => {
    const approved = { temporaryApproval: { from: n('2026-06-01'), until: undefined } }
    const facts = child({
      periods: [period('2026-06-01')],
      placements: [
        placement('2026-06-01', { place: 'U3', ended: n('2026-07-01'), ...approved }),
        placement('2026-07-01', { place: 'U1', sameCarers: true, ...approved }),
      ],
      reviews: [review('2026-06-20')],
      visits: [visit('2026-06-08'), visit('2026-06-15'), visit('2026-06-22'), visit('2026-07-10')],
    })
    assert.equal(short(facts, '2026-07-11', VISITS).at(-1), 'CP-21 notYetDue 2026-08-07 -')
  })

  test('a temporary move is no new placement', () => {
    const facts = child({
      periods: [period('2026-06-01')],
      placements: [
        placement('2026-06-01', { ended: n('2026-07-01') }),
        placement('2026-07-01', { place: 'T1', ended: n('2026-07-05') }),
        placement('2026-07-05', { sameCarers: true }),
      ],
      visits: [visit('2026-06-05'), visit('2026-07-03')],
    })
    assert.deepEqual(short(facts, '2026-07-20', VISITS), [
      'CP-16 doneOnTime 2026-06-08 2026-06-05',
      'CP-17 doneOnTime 2026-07-17 2026-07-03',
      'CP-17 notYetDue 2026-08-14 -',
    ])
    assert.deepEqual(short(facts, '2026-07-20', /^CP-04/), ['CP-04 overdue 2026-06-08 -'])
  })

  test('a record that began later: the first visit seen does not make the first one late', () => {
    const facts = child({
      periods: [period('2025-06-02')],
      placements: [placement('2025-06-02')],
      visits: [visit('2026-04-10')],
      coverage: sinceApril,
    })
    assert.deepEqual(short(facts, '2026-04-11', VISITS), ['CP-16 unknown 2025-06-09 -', 'CP-17 notYetDue 2026-05-22 -'])
  })

  test('the next visit, its day unknown, is no longer owed once the placement has ended', () => {
    const facts = child({
      periods: [period('2026-06-01')],
      placements: [placement('2026-06-01', { ended: n('2026-08-03') })],
      coverage: [],
    })
    assert.deepEqual(short(facts, '2026-08-02', VISITS), ['CP-16 unknown 2026-06-08 -', 'CP-17 unknown - -'])
    assert.deepEqual(short(facts, '2026-08-03', VISITS), ['CP-16 unknown 2026-06-08 -', 'CP-17 notApplicable - -'])
  })

  test('before April 2015 long-term foster homes had no rule of their own', () => {
    const since = { from: n('2013-01-07'), until: undefined }
    const facts = child({
      periods: [period('2013-01-07')],
      placements: [placement('2013-01-07', { intendedTo18: since, longTermFoster: since, childAgrees: since })],
      visits: [visit('2013-01-10'), visit('2015-03-31')],
    })
    assert.equal(short(facts, '2015-04-01', VISITS).at(-1), 'CP-18 notYetDue 2015-06-30 -')
  })

  test('short breaks: the seventh day placed, and reviews at three months; no health or education duty', () => {
    const weekend = (began: string, ended: string) => placement(began, { ended: n(ended), sameCarers: true })
    const facts = child({
      periods: [period('2026-06-05')],
      statuses: [status('2026-06-05', 'V3')],
      placements: [
        weekend('2026-06-05', '2026-06-07'),
        weekend('2026-06-19', '2026-06-21'),
        weekend('2026-07-03', '2026-07-05'),
      ],
    })
    assert.deepEqual(short(facts, '2026-07-04', /./), [
      'CP-28 notYetDue 2026-09-05 -',
      'CP-28 overdue 2026-07-03 -',
      'CP-05 overdue 2026-06-12 -',
    ])
  })
})

describe('other duties', () => {
  test('a placement that begins on the very day asked about is owed its plan and its visit, for a child whose birth date is known', () => {
    const facts = child({
      birth: bornOn('2015-02-03'),
      periods: [period('2026-06-01')],
      placements: [placement('2026-06-01', { ended: n('2026-07-01') }), placement('2026-07-01')],
    })
    assert.equal(short(facts, '2026-07-01', /^CP-16/).at(-1), 'CP-16 dueSoon 2026-07-08 -')
    assert.equal(short(facts, '2026-07-01', /^CP-04/).at(-1), 'CP-04 dueSoon 2026-07-08 -')
  })

  test('back in care on the day it ended: what happened that day belongs to the time before', () => {
    const facts = child({
      periods: [period('2026-01-05', { ended: n('2026-01-30') }), period('2026-01-30')],
      reviews: [review('2026-01-30')],
    })
    assert.deepEqual(short(facts, '2026-02-02', REVIEWS), [
      'CP-06 doneOnTime 2026-02-02 2026-01-30',
      'CP-07 notApplicable 2026-04-30 -',
      'CP-06 notYetDue 2026-02-27 -',
    ])
  })

  test('on the fifth birthday twelve months begin', () => {
    const facts = child({
      birth: bornOn('2021-09-15'),
      periods: [period('2026-08-03')],
      healthAssessments: [assessment('2026-09-15')],
    })
    assert.equal(short(facts, '2026-10-01', /^HE-02/).at(-1), 'HE-02 notYetDue 2027-09-15 -')
  })

  test('a plan begun is not yet an effective one', () => {
    const pep = (stage: 'initiated' | 'effective', on: string) => ({ line: on, recorded: noon(on), stage, day: n(on) })
    const facts = child({
      periods: [period('2026-06-01')],
      placements: [placement('2026-06-01')],
      peps: [pep('initiated', '2026-06-05'), pep('effective', '2026-07-06')],
    })
    assert.deepEqual(short(facts, '2026-07-07', /^ED-0[12]/), [
      'ED-01 doneOnTime 2026-06-15 2026-06-05',
      'ED-02 doneLate 2026-06-29 2026-07-06',
    ])
  })

  test('a child still missing that day owes no return interview yet', () => {
    const episode = {
      line: 'episode',
      recorded: noon('2026-06-03'),
      kind: 'missing',
      from: n('2026-06-02'),
      until: n('2026-06-10'),
      returnedAt: undefined,
    } as const
    const facts = child({ periods: [period('2026-01-05')], missingEpisodes: [episode] })
    assert.deepEqual(short(facts, '2026-06-09', /^MI-01/), [])
    assert.deepEqual(short(facts, '2026-06-10', /^MI-01/), ['MI-01 dueSoon 2026-06-13 -'])
  })

  test('an excuse of a day after the duty was due does not undo its lateness', () => {
    const excuse = {
      line: 'x',
      recorded: noon('2026-07-01'),
      rule: 'HE-01',
      occurrence: 'period 2026-03-27',
      reason: 'refused',
      day: n('2026-04-29'),
    }
    const facts = child({ periods: [period('2026-03-27')], excuses: [excuse] })
    assert.deepEqual(short(facts, '2026-07-02', /^HE-01/), ['HE-01 overdue 2026-04-28 -'])
  })
})
