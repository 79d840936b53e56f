// States by day, words, and lateness of typing: each as a table.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day, numberOf } from '#calendar'
import { carePlanning2010, type RuleText } from '#law'
import { basis } from './basis.ts'
import { type Coverage, coveredBy, coveredThrough, EVER } from './coverage.ts'
import type { Duty } from './duty.ts'
import { dutyLine } from './duty-line.ts'
import { londonDayNumber, settle, wasShownLate } from './settle.ts'
import { isStillOwed, type State, stateOn } from './state.ts'
import { dutyTitle, dutyWords } from './wording.ts'

const n = (text: string): number => numberOf(day(text))
const RULE: RuleText = {
  id: 'CP-07',
  name: 'Second review',
  says: 'Within 3 months of the first.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('33(2)')],
  inForce: { from: day('2011-04-01'), until: day('2030-01-01') },
  satisfiedBy: { fact: 'review', table: 'kith.review', words: 'A review.' },
  trigger: 'the first review',
  responsible: 'The council',
}
const SECOND = basis({
  id: 'CP-07',
  rule: RULE,
  name: 'Second review',
  count: { unit: 'months', n: 3 },
  since: 'the review of',
  cites: carePlanning2010('33(2)'),
  kind: 'review',
})
const COUNCIL: readonly Coverage[] = [
  { source: 'the record', holds: ['review'], from: n('2020-01-01'), until: undefined },
]
const raised = {
  basis: SECOND,
  occurrence: 'review 1',
  trigger: n('2026-09-17'),
  raisedAt: 0,
  due: n('2026-12-17'),
  closes: undefined,
  closing: undefined,
  spans: coveredBy(COUNCIL).review,
  missing: undefined,
}
const open = settle(raised, undefined, undefined)
const doneOn = (text: string, recorded = n(text) * 86_400_000): Duty =>
  settle(raised, { line: 'review 2', recorded }, n(text))

describe('the state on a day', () => {
  const cases: readonly (readonly [string, Duty, string, State])[] = [
    ['eight days before', open, '2026-12-09', 'notYetDue'],
    ['seven days before', open, '2026-12-10', 'dueSoon'],
    ['on the day', open, '2026-12-17', 'dueSoon'],
    ['the day after', open, '2026-12-18', 'overdue'],
    ['done on the day', doneOn('2026-12-17'), '2027-01-01', 'doneOnTime'],
    ['done the day after', doneOn('2026-12-18'), '2027-01-01', 'doneLate'],
    [
      'closed on the day it was due',
      { ...open, closes: n('2026-12-17'), closing: 'periodEnded' },
      '2027-01-01',
      'notApplicable',
    ],
    ['closed the day after', { ...open, closes: n('2026-12-18'), closing: 'periodEnded' }, '2027-01-01', 'overdue'],
    ['to be closed, not yet', { ...open, closes: n('2026-12-10'), closing: 'attained18' }, '2026-12-09', 'notYetDue'],
    ['nothing covered', settle({ ...raised, spans: [] }, undefined, undefined), '2026-10-01', 'unknown'],
    ['covered to the day before it was due', { ...open, coveredUntil: n('2026-12-16') }, '2026-12-18', 'unknown'],
    ['the same, while it is not yet due', { ...open, coveredUntil: n('2026-12-16') }, '2026-12-17', 'dueSoon'],
    [
      'before the rule',
      settle({ ...raised, trigger: n('2011-03-31') }, undefined, undefined),
      '2026-12-18',
      'notInForce',
    ],
    [
      'after the rule',
      settle({ ...raised, trigger: n('2030-01-01') }, undefined, undefined),
      '2030-01-02',
      'notInForce',
    ],
  ]
  for (const [name, duty, on, state] of cases) test(name, () => assert.equal(stateOn(duty, n(on)), state))

  test('a longer warning where a council asks for it', () =>
    assert.equal(stateOn(open, n('2026-12-01'), 28), 'dueSoon'))
  test('what was never done before it closed is overdue and no longer owed', () => {
    const closed: Duty = { ...open, closes: n('2026-12-20'), closing: 'periodEnded' }
    assert.deepEqual([isStillOwed(closed, n('2026-12-19')), isStillOwed(closed, n('2026-12-20'))], [true, false])
  })
})

describe('in words', () => {
  test('the sentence of the plan', () => {
    assert.equal(
      dutyTitle(open),
      'Second review due by Thu 17 Dec 2026: within 3 months of the review of 17 Sep; regulation 33(2)',
    )
  })

  test('the days counted, and the day before where the due day is no working day', () => {
    const christmas: Duty = { ...open, trigger: n('2026-09-25'), due: n('2026-12-25') }
    assert.equal(
      dutyWords(christmas, { on: n('2026-10-01') }),
      'Second review due by Fri 25 Dec 2026: within 3 months of the review of 25 Sep; regulation 33(2). Counted: 91 days, Sat 26 Sep 2026 to Fri 25 Dec 2026. That is not a working day: better by Thu 24 Dec 2026.',
    )
  })

  test('working days, with the bank holidays left out', () => {
    const first: Duty = {
      ...open,
      basis: { ...SECOND, count: { unit: 'workingDays', n: 20 }, since: 'becoming looked after on' },
      trigger: n('2026-03-27'),
      due: n('2026-04-28'),
    }
    assert.match(
      dutyWords(first, { on: n('2026-04-01') }),
      /within 20 working days of becoming looked after on 27 Mar.*Counted: 20 working days, Sat 28 Mar 2026 to Tue 28 Apr 2026, leaving out weekends and bank holidays \(3 Apr, 6 Apr\)\./,
    )
  })

  test('one line for a machine', () => {
    const line = dutyLine('Maya', doneOn('2026-12-01', n('2027-01-04') * 86_400_000), { on: n('2027-01-05') })
    assert.deepEqual(
      { ...line, because: undefined },
      {
        child: 'Maya',
        rule: 'CP-07',
        occurrence: 'review 1',
        state: 'doneOnTime',
        trigger: '2026-09-17',
        due: '2026-12-17',
        done: '2026-12-01',
        shownLate: true,
        missing: null,
        because: undefined,
        citations: [
          'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation 33(2)',
        ],
        level: 'regulation',
        verification: 'primary',
      },
    )
    assert.match(line.because, /Done on Tue 1 Dec 2026\. It was typed late, and stood overdue until then\./)
  })

  test('no source covers it: the kind of event is named', () => {
    const uncovered = settle({ ...raised, spans: [] }, undefined, undefined)
    assert.match(
      dutyWords(uncovered, { on: n('2026-12-18') }),
      /Not known: reviews: no source covers reviews from Thu 17 Sep 2026 to Thu 17 Dec 2026\.$/,
    )
  })
})

describe('typed late', () => {
  const at = (text: string, hours = 12): number => n(text) * 86_400_000 + hours * 3_600_000
  const cases: readonly (readonly [string, number, number, string, boolean])[] = [
    ['typed on the due day', 0, at('2026-12-17', 23.9), '2026-12-01', false],
    ['typed the day after', 0, at('2026-12-18', 0), '2026-12-01', true],
    ['typed in the same moment as its trigger', at('2027-04-01'), at('2027-04-01'), '2026-12-01', false],
    ['done late, typed that day', 0, at('2026-12-20'), '2026-12-20', false],
    ['done late, typed the day after that', 0, at('2026-12-21'), '2026-12-20', true],
  ]
  for (const [name, raisedAt, recorded, happened, expected] of cases) {
    test(name, () => assert.equal(wasShownLate({ ...raised, raisedAt }, recorded, n(happened)), expected))
  }

  test('the London day of a moment', () => {
    assert.equal(londonDayNumber(Date.UTC(2026, 5, 29, 22, 59)), n('2026-06-29'))
    assert.equal(londonDayNumber(Date.UTC(2026, 5, 29, 23, 0)), n('2026-06-30'))
    assert.equal(londonDayNumber(Date.UTC(2026, 11, 29, 23, 59)), n('2026-12-29'))
  })
})

describe('coverage', () => {
  const yearly = (from: string, until: string): Coverage => ({
    source: from,
    holds: ['review'],
    from: n(from),
    until: n(until),
  })

  test('two returns that touch are one stretch, with a gap between they are two', () => {
    const touching = coveredBy([yearly('2026-04-01', '2027-03-31'), yearly('2025-04-01', '2026-03-31')]).review
    assert.equal(coveredThrough(touching, n('2025-06-01')), n('2027-03-31'))
    const apart = coveredBy([yearly('2025-04-01', '2026-03-31'), yearly('2026-04-02', '2027-03-31')]).review
    assert.equal(coveredThrough(apart, n('2025-06-01')), n('2026-03-31'))
    assert.equal(coveredThrough(apart, n('2026-04-01')), undefined)
  })

  test('without an end it covers all days to come, and other kinds not at all', () => {
    assert.equal(coveredThrough(coveredBy(COUNCIL).review, n('2026-01-01')), EVER)
    assert.equal(coveredThrough(coveredBy(COUNCIL).visit, n('2026-01-01')), undefined)
  })
})
