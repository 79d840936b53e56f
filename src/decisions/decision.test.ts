// What a decision, a request for approval and an answer may be.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#calendar'
import {
  type ApprovalRequest,
  mayAnswer,
  mayAsk,
  mayWithdraw,
  oldestFirst,
  type TypedAnswer,
  type TypedRequest,
} from './approval.ts'
import { type DecisionKind, mayRecordDecision, mayTell, type TypedDecision, type TypedTelling } from './decision.ts'
import { AT_A_DISTANCE, BACK, STAYS_AT_SCHOOL, TODAY, YES } from './examples.ts'
import { mayWritePaper, type PaperRefusal, type PaperSetting, type TypedPaper } from './paper.ts'
import { decisionRefusalWords } from './refusal-words.ts'

const faults = <T, R>(may: { readonly ok: T } | { readonly refused: readonly R[] }): readonly R[] =>
  'refused' in may ? may.refused : []
const kinds: readonly DecisionKind[] = [
  { name: 'other', scope: 'plan', deciders: [], basis: 'local', says: '' },
  { name: 'placement at a distance', scope: 'matching', deciders: ['director'], basis: 'law', says: '' },
]
const on = { table: 'placement', line: 'p' }
const request: ApprovalRequest = {
  ...{ id: 'r', line: 'r', child: 'c', kind: 'placement at a distance', ofRelation: null, ofPerson: null, on },
  ...{ byWhen: null, view: null, askedBefore: null, why: 'w', asked: { by: 'priya', at: '2026-11-20T09:00:00Z' } },
  answered: undefined,
}
const answered = (answer: string): ApprovalRequest => ({
  ...request,
  answered: {
    id: 'a',
    line: 'a',
    answer,
    answered: TODAY,
    by: 'dawn',
    at: '2026-11-21T09:00:00Z',
    said: undefined,
    paper: undefined,
  },
})

test('a decision has a question, what was decided, reasons, and somebody who decided', () => {
  const may = (typed: Partial<TypedDecision>, mayDecide = false) =>
    faults(mayRecordDecision({ ...STAYS_AT_SCHOOL, ...typed }, { kinds, today: TODAY, me: 'me', mayDecide }))
  assert.deepEqual(may({}), [])
  assert.deepEqual(may({ options: '' }), [])
  assert.deepEqual(may({ decidedAs: 'worker' }), ['who decided unknown'])
  assert.deepEqual(may({ decidedBy: 'me' }), ['who decided unknown'])
  const mine = { decidedAs: 'worker', decidedBy: 'me', kind: 'placement at a distance' }
  assert.deepEqual(may(mine), ['not yours to decide'])
  assert.deepEqual(may(mine, true), [])
  assert.deepEqual(may({ ...mine, decidedBy: 'the director' }), [])
  assert.deepEqual(may({ ...mine, kind: 'other' }), [])
  assert.deepEqual(may({ kind: 'x', decided: '2026-11-24', question: '', decision: ' ', reasons: '' }), [
    ...['kind unknown', 'decided after today', 'question missing', 'decision missing', 'reasons missing'],
  ])
})

test('somebody is told after it was decided', () => {
  const tell = (typed: Partial<TypedTelling>) =>
    faults(
      mayTell(
        { whom: 'child', told: '2026-11-21', how: 'in person', words: '', ...typed },
        { decided: '2026-11-20', today: TODAY },
      ),
    )
  assert.deepEqual(tell({}), [])
  assert.deepEqual(tell({ told: '2026-11-19' }), ['told before it was decided'])
  assert.deepEqual(tell({ whom: 'x', how: 'x', told: '2026-11-24' }), [
    ...['told whom unknown', 'told how unknown', 'told after today'],
  ])
})

test('what may be asked, of whom, and once', () => {
  const ask = (typed: Partial<TypedRequest>, standing: readonly ApprovalRequest[] = []) =>
    faults(mayAsk({ ...AT_A_DISTANCE, on, ...typed }, { kinds, standing, me: 'priya', today: TODAY }))
  assert.deepEqual(ask({}), [])
  assert.deepEqual(ask({ ofRelation: 'director' }), [])
  assert.deepEqual(ask({ ofRelation: 'manager-line' }), ['nobody of that relation decides'])
  assert.deepEqual(ask({ kind: 'other', ofRelation: 'manager-line' }), [])
  assert.deepEqual(ask({ ofPerson: 'priya' }), ['asked of oneself'])
  assert.deepEqual(ask({ byWhen: '2026-11-22' }), ['by when before today'])
  assert.deepEqual(ask({ kind: 'x', byWhen: 'x', why: ' ' }), ['kind unknown', 'by when no day', 'why missing'])
  assert.deepEqual(ask({}, [request]), ['asked already'])
  assert.deepEqual(ask({ on: { ...on, line: 'q' } }, [request]), [])
  assert.deepEqual(ask({ askedBefore: 'r' }, [answered('sent back')]), [])
  assert.deepEqual(ask({ askedBefore: 'r' }, [answered('refused')]), ['not sent back'])
})

test('an answer: once, with reasons, never by who asked', () => {
  const answer = (typed: Partial<TypedAnswer>, of = request, by = { me: 'dawn', mayApprove: true }) =>
    faults(mayAnswer(of, { ...YES, ...typed }, by))
  assert.deepEqual(answer({}), [])
  assert.deepEqual(answer(BACK), [])
  assert.deepEqual(answer({}, request, { me: 'priya', mayApprove: true }), ['your own'])
  assert.deepEqual(answer({}, request, { me: 'tom', mayApprove: false }), ['not yours to answer'])
  assert.deepEqual(answer({ answer: 'withdrawn', reasons: '' }), ['answer unknown', 'reasons missing'])
  assert.deepEqual(answer({ answer: 'approved with conditions' }), ['conditions missing'])
  assert.deepEqual(answer({ conditions: 'Monthly visits.' }), ['conditions missing'])
  const first = { answered: 'refused', by: 'dawn', at: '2026-11-21T09:00:00Z' }
  assert.deepEqual(answer({}, answered('refused')), [first])
  assert.deepEqual(faults(mayWithdraw(request, 'Not needed.', 'priya')), [])
  assert.deepEqual(faults(mayWithdraw(request, '', 'tom')), ['not yours to answer', 'reasons missing'])
  assert.deepEqual(faults(mayWithdraw(answered('refused'), 'Not needed.', 'priya')), [first])
  const shown = { nameOf: () => 'Dawn Okafor', on: () => 'Sat 21 Nov 2026' }
  assert.equal(
    decisionRefusalWords(first, TODAY, shown),
    'This was answered already: refused, by Dawn Okafor, Sat 21 Nov 2026.',
  )
  assert.equal(decisionRefusalWords('your own', TODAY, shown), 'You asked for this. Somebody else has to answer.')
})

test('the longest waiting comes first', () => {
  const later = { ...request, line: 's', asked: { by: 'priya', at: '2026-11-21T09:00:00Z' } }
  assert.deepEqual(
    oldestFirst([later, request]).map(({ line }) => line),
    ['r', 's'],
  )
})

describe('what was answered on paper', () => {
  const typed: TypedPaper = {
    ...{ answer: 'approved', by: 'Dame  Ruth Okafor', office: 'director of children’s services', given: '2026-11-20' },
    ...{ document: '', kept: 'Room 4, the blue folder', reasons: 'Kin.', conditions: '' },
  }
  const setting: PaperSetting = {
    today: TODAY,
    born: day('2019-05-02'),
    askers: ['Ana Reyes', 'Jo Ward'],
    writer: 'Imran Bashir',
    mayWrite: true,
    documents: ['scan'],
  }
  const cases: readonly [string, Partial<TypedPaper>, Partial<PaperSetting>, readonly PaperRefusal[]][] = [
    ['read by a manager, and kept', {}, {}, []],
    ['its scan', { document: 'scan', kept: '' }, {}, []],
    ['given by who asked', { by: ' ana  REYES ' }, {}, ['by who asked']],
    ['given by who wrote it', { by: 'Jo Ward' }, {}, ['by who asked']],
    ['given by who writes', { by: 'Imran Bashir' }, {}, ['by who writes']],
    ['nobody’s', { by: ' ' }, {}, ['by missing']],
    ['no office', { office: '' }, {}, ['office missing']],
    ['kept nowhere', { kept: ' ' }, {}, ['no paper']],
    ['another child’s document', { document: 'other' }, {}, ['no such document']],
    ['tomorrow', { given: '2026-12-01' }, {}, ['given after today']],
    ['before birth, when the home was found', { given: '2019-02-20' }, {}, []],
    ['a year mistyped', { given: '2002-11-20' }, {}, ['given long before birth']],
    ['a year as it may be, of whose birth nothing is known', { given: '2002-11-20' }, { born: undefined }, []],
    ['no day', { given: 'soon' }, {}, ['given no day']],
    ['sent back', { answer: 'sent back' }, {}, ['answer unknown']],
    ['conditions that are none', { answer: 'approved with conditions' }, {}, ['conditions missing']],
    ['somebody else', {}, { mayWrite: false }, ['not yours to write down']],
  ]
  for (const [name, one, other, refused] of cases)
    test(name, () => {
      const may = mayWritePaper(request, { ...typed, ...one }, { ...setting, ...other })
      assert.deepEqual('refused' in may ? may.refused : [], refused)
    })
})
