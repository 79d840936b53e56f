// What an overall grade cannot be, when an audit may close, when it comes again, and what many of them say together.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { type Invited, invitationState } from './invitations.ts'
import {
  type AuditState,
  againOwed,
  answerState,
  type Dated,
  openBecause,
  owedOf,
  reAuditDue,
  standsWith,
} from './loop.ts'
import { PARTS_OF, questionsIn, questionsOf, scaleOf } from './questions.ts'
import { GRADES, overallRefusals, stepsLower, THEMES, type Theme } from './scale.ts'
import { activityOf, againOf, agreementOf, quartersOf, type ReportedAudit } from './trends.ts'

const every = (grade: string, but: Partial<Record<Theme, string>> = {}) =>
  new Map<Theme, string>(THEMES.map((theme) => [theme, but[theme] ?? grade]))

test('overall cannot be good where voice, plan, safety or oversight is inadequate', () => {
  for (const theme of ['voice', 'plan', 'safety', 'oversight'] as const)
    for (const overall of ['good', 'outstanding'] as const)
      assert.deepEqual(overallRefusals(overall, every('good', { [theme]: 'inadequate' })), [{ inadequate: [theme] }])
  for (const theme of ['home', 'growing', 'relationships'] as const)
    assert.deepEqual(overallRefusals('good', every('good', { [theme]: 'inadequate' })), [])
  assert.deepEqual(overallRefusals('requires improvement', every('good', { voice: 'inadequate' })), [])
  assert.deepEqual(overallRefusals('good', new Map([['voice', 'good']])), [{ missing: THEMES.slice(1) }])
  assert.equal(stepsLower('good', 'inadequate'), 2)
  assert.equal(GRADES.length, 4)
})

test('each kind asks its own; a line is a question, and what follows its mark is help; an empty part is not asked', () => {
  assert.deepEqual([...questionsOf('case', undefined).keys()], THEMES)
  assert.equal(questionsOf('dip sample', undefined).get('sample')?.questions.length, 10)
  assert.deepEqual([...questionsOf('multi-agency', undefined).keys()], PARTS_OF['multi-agency'])
  const own = questionsOf('thematic', { safety: ' Is NAME safe? At night too.\n\nSay what you saw', voice: '' })
  assert.deepEqual(
    [...own].map(([part, { questions }]) => [part, questions]),
    [
      [
        'safety',
        [
          { asks: 'Is NAME safe?', hint: 'At night too.' },
          { asks: 'Say what you saw', hint: '' },
        ],
      ],
    ],
  )
  assert.deepEqual(questionsIn(' \n'), [])
  const missing = overallRefusals('good', new Map([['together', 'inadequate']]), ['police', 'together'])
  assert.deepEqual(missing, [{ missing: ['police'] }, { inadequate: ['together'] }])
  assert.deepEqual(overallRefusals(undefined, new Map([['sample', '']]), ['sample']), [])
})

test('the council’s words for the scale; what it does not say stays as it ships', () => {
  const { words, meanings } = scaleOf({ w0: 'Shines', w1: '', d3: 'Act now.' })
  assert.deepEqual([words.outstanding, words.good, meanings.inadequate], ['Shines', 'Good', 'Act now.'])
})

const NUMBERS = { auditModerated: 10, auditAnswered: 3, auditRises: 5, inadequateAgain: 4, improvementAgain: 12 }
const done: AuditState = {
  ...{ submitted: true, moderated: true, impact: true, unanswered: 0 },
  findings: [
    { kind: 'to improve', actions: [{ ended: 'done', verified: true }] },
    { kind: 'strength', actions: [] },
  ],
}
test('nothing closes with an unverified action', () => {
  assert.deepEqual(openBecause(done), [])
  const cases: readonly (readonly [Partial<AuditState>, string])[] = [
    [{ submitted: false }, 'not submitted'],
    [{ moderated: false }, 'not moderated'],
    [{ impact: false }, 'no impact statement'],
    [{ unanswered: 1 }, 'a worry without an answer'],
    [{ findings: [{ kind: 'to improve', actions: [] }] }, 'a finding without an action'],
    [
      { findings: [{ kind: 'to improve', actions: [{ ended: 'done', verified: false }] }] },
      'an action that is not verified',
    ],
    [
      { findings: [{ kind: 'strength', actions: [{ ended: undefined, verified: false }] }] },
      'an action that is not verified',
    ],
  ]
  for (const [but, why] of cases) assert.deepEqual(openBecause({ ...done, ...but }), [why])
})

test('audited again in 4 weeks where inadequate, in 12 where it requires improvement', () => {
  assert.equal(reAuditDue('inadequate', day('2026-11-02'), NUMBERS), '2026-11-30')
  assert.equal(reAuditDue('requires improvement', day('2026-11-02'), NUMBERS), '2027-01-25')
  assert.equal(reAuditDue('good', day('2026-11-02'), NUMBERS), undefined)
})

test('a child who may not be safe now is answered the same day, or out-of-hours is told', () => {
  const raised = day('2026-11-27')
  const state = (worry: string, today: string, hours = 0) => answerState(worry, { raised, hours, today: day(today) })
  assert.equal(state('may not be safe now', '2026-11-27'), 'waits')
  assert.equal(state('may not be safe now', '2026-11-28'), 'tell out-of-hours')
  assert.equal(state('not safeguarded', '2026-11-28', 23), 'waits')
  assert.equal(state('not safeguarded', '2026-11-28', 24), 'late')
  assert.equal(state('not safeguarded', '2026-11-29', 23), 'waits')
})

test('an audit that is late rises: to who leads quality, then to the head of service', () => {
  const due = day('2026-12-18')
  const with_ = (today: string) => standsWith(due, day(today), 5)
  assert.deepEqual(['2026-12-18', '2026-12-19', '2026-12-29', '2026-12-30'].map(with_), [
    'auditor',
    'quality lead',
    'quality lead',
    'head of service',
  ])
  assert.equal(standsWith(due, day('2026-12-24'), 3), 'head of service')
})

test('what of an audit is owed next, and with whom: to hand in, then its second grade, named or not', () => {
  const none = { submitted: null, moderator: null, second_due: null, said_before: false, second_on: null, closed: null }
  const cases: readonly (readonly [string, Partial<Dated>, string, readonly string[] | undefined])[] = [
    ['not handed in', {}, '2026-11-20', ['to hand in', '2026-11-27', 'auditor']],
    ['late', {}, '2026-11-30', ['to hand in', '2026-11-27', 'quality lead']],
    ['nobody moderates', { submitted: '2026-11-20' }, '2026-11-23', ['second grade', '2026-12-04', 'quality lead']],
    [
      'somebody does',
      { submitted: '2026-11-20', moderator: 'm', second_due: '2026-11-26' },
      '2026-11-23',
      ['second grade', '2026-11-26', 'moderator'],
    ],
    [
      'and is late for long',
      { submitted: '2026-11-20', moderator: 'm', second_due: '2026-11-26' },
      '2026-12-04',
      ['second grade', '2026-11-26', 'head of service'],
    ],
    [
      'sent back and handed in anew: not by the day of before',
      { submitted: '2026-11-27', moderator: 'm', second_due: '2026-11-26', said_before: true },
      '2026-11-27',
      ['second grade', '2026-12-11', 'moderator'],
    ],
    [
      'nor sooner than was said',
      { submitted: '2026-11-20', moderator: 'm', second_due: '2026-12-18', said_before: true },
      '2026-11-23',
      ['second grade', '2026-12-18', 'moderator'],
    ],
    ['graded twice', { submitted: '2026-11-20', second_on: '2026-11-23' }, '2026-12-31', undefined],
  ]
  for (const [name, more, today, expected] of cases) {
    const owed = owedOf({ due: '2026-11-27', ...none, ...more }, day(today), NUMBERS)
    assert.deepEqual(owed && [owed.what, owed.due, owed.with], expected, name)
  }
})

test('a look again that nobody has begun is late from the day after, and rises; of good practice none is owed', () => {
  const of = (second: string | null, today: string) => {
    const owed = againOwed({ second, second_on: second === null ? null : '2026-11-02' }, day(today), NUMBERS)
    return owed && [owed.what, owed.due, owed.with]
  }
  assert.equal(of('inadequate', '2026-11-30'), undefined)
  assert.deepEqual(of('inadequate', '2026-12-01'), ['look again', '2026-11-30', 'quality lead'])
  assert.deepEqual(of('inadequate', '2026-12-14'), ['look again', '2026-11-30', 'head of service'])
  assert.equal(of('requires improvement', '2026-12-14'), undefined)
  assert.equal(of('good', '2028-01-01'), undefined)
  assert.equal(of(null, '2028-01-01'), undefined)
})

test('an invitation stands with whoever is asked, then with the auditor; three working days to answer, the day itself at most', () => {
  const asked: Invited = { invited: day('2026-11-23'), meets: day('2026-12-03'), answer: null, talked: false }
  const cases: readonly (readonly [string, Partial<Invited>, string])[] = [
    ['2026-11-26', {}, 'waits for an answer'],
    ['2026-11-27', {}, 'no answer'],
    ['2026-11-24', { meets: day('2026-11-24') }, 'waits for an answer'],
    ['2026-12-03', { answer: 'comes' }, 'comes'],
    ['2026-12-04', { answer: 'comes' }, 'its day is over'],
    ['2026-12-04', {}, 'its day is over'],
    ['2026-12-04', { answer: 'another time' }, 'another time'],
    ['2026-11-24', { answer: 'does not come' }, 'does not come'],
    ['2026-12-04', { talked: true }, 'settled'],
  ]
  for (const [today, more, expected] of cases)
    assert.equal(invitationState({ ...asked, ...more }, day(today), 3), expected, `${today} ${expected}`)
})

const audit = (more: Partial<ReportedAudit>): ReportedAudit => ({
  ...{ line: 'a', child: 'c', drawn: 'at random', due: day('2026-01-31'), submitted: day('2026-01-20') },
  ...{ first: 'good', second: null, again: null, closed: null },
  ...more,
})
const many = (n: number, more: Partial<ReportedAudit>) => Array.from({ length: n }, () => audit(more))

test('trends are of audits drawn at random alone, and say a change only where intervals do not touch', () => {
  const spring = { submitted: day('2026-04-20'), first: 'inadequate' }
  const quarters = quartersOf([
    ...many(20, {}),
    ...many(20, spring),
    ...many(50, { drawn: 're-audit' }),
    ...many(3, { drawn: 'chosen', first: 'inadequate' }),
    ...many(12, { submitted: day('2026-07-01'), second: 'inadequate' }),
  ])
  assert.deepEqual(
    quarters.map(({ quarter, n, change }) => [quarter, n, change]),
    [
      ['2026, January to March', 20, undefined],
      ['2026, April to June', 20, 'worse'],
      ['2026, July to September', 12, undefined],
    ],
  )
  assert.equal(quarters[2]?.grades.inadequate, 12)
})

test('agreement of first and second grade, audited again, and activity against plan', () => {
  const both = agreementOf([...many(3, { second: 'good' }), audit({ second: 'inadequate' }), audit({})])
  assert.deepEqual([both.n, both.same.of, both.lower, both.higher], [4, 3, 1, 0])
  const again = againOf([
    audit({ line: 'one', first: 'inadequate' }),
    audit({ line: 'two', again: 'one', drawn: 're-audit' }),
    audit({ line: 'three', again: 'gone' }),
  ])
  assert.deepEqual([again.n, again.better.of, again.worse], [1, 1, 0])
  const months = activityOf(
    new Map([
      ['2020-03', 18],
      ['2020-04', 18],
      ['2020-05', 18],
    ]),
    [day('2020-03-02'), day('2020-05-04')].flatMap((one) => Array.from({ length: 12 }, () => one)),
    day('2020-05-31'),
  )
  assert.deepEqual(
    months.map(({ month, done, dip }) => [month, done, dip]),
    [
      ['2020-03', 12, false],
      ['2020-04', 0, true],
      ['2020-05', 12, false],
    ],
  )
})
