// Care planning, approvals, orders and adoption, case by case: rule, state, due and done.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dutyLine } from '#ledger'
import type { ChildFacts } from './child-facts.ts'
import { dutiesOf } from './duties-of.ts'
import { READINGS } from './known.ts'
import {
  assessment,
  bornOn,
  child,
  n,
  noon,
  period,
  placement,
  RETURN_2027,
  review,
  status,
  visit,
} from './test-child.ts'

const linesOf = (facts: Partial<ChildFacts>, on: string) =>
  dutiesOf(child(facts), n(on)).map((duty) => dutyLine('Maya', duty, { on: n(on), coverage: facts.coverage ?? [] }))
const short = (facts: Partial<ChildFacts>, on: string, rule: string) =>
  linesOf(facts, on)
    .filter((line) => line.rule === rule)
    .map(({ state, due, done }) => [state, due, done].map((part) => part ?? '-').join(' '))
const said = (facts: Partial<ChildFacts>, on: string, rule: string) =>
  linesOf(facts, on).find((line) => line.rule === rule)?.because ?? ''

const at = (line: string, on: string) => ({ line, recorded: noon(on) })
const dated = (line: string, on: string) => ({ ...at(line, on), day: n(on) })
const power = (kind: string, made: string, more: Partial<ChildFacts['powers'][number]> = {}) => ({
  ...at(`${kind} ${made}`, made),
  ...{ kind, made: n(made), madeKnown: true, ends: undefined, hearing: undefined, ended: undefined },
  ...more,
})
const decision = (kind: string, on: string, about?: string) => ({ ...dated(`${kind} ${on}`, on), kind, about })
/** Of the home that began on 27 March 2026, in writing, where nothing else is said. */
const told = (recipient: string, on: string, more: Partial<ChildFacts['told'][number]> = {}) => ({
  ...{ ...dated(`told ${recipient} ${on}`, on), recipient, about: 'comes into care' },
  ...{ placement: 'placement 2026-03-27', how: 'in writing', notTold: undefined, worded: true },
  ...more,
})
const CAME = { birth: bornOn('2015-02-03'), periods: [period('2026-03-27')], placements: [placement('2026-03-27')] }

describe('the care plan', () => {
  test('ten working days from the first placement; approved in time, late, not at all', () => {
    assert.deepEqual(short(CAME, '2026-04-10', 'CP-01'), ['dueSoon 2026-04-14 -'])
    assert.deepEqual(short(CAME, '2026-04-15', 'CP-01'), ['overdue 2026-04-14 -'])
    const made = (on: string) => ({ ...CAME, carePlans: [dated('edition', on)] })
    assert.deepEqual(short(made('2026-04-14'), '2026-06-01', 'CP-01'), ['doneOnTime 2026-04-14 2026-04-14'])
    assert.deepEqual(short(made('2026-04-15'), '2026-06-01', 'CP-01'), ['doneLate 2026-04-14 2026-04-15'])
  })

  test('a planned placement: before it. In care by order: the court says when', () => {
    const planned = { ...CAME, placements: [placement('2026-03-27', { planned: true })] }
    assert.deepEqual(short(planned, '2026-03-28', 'CP-01'), ['overdue 2026-03-27 -'])
    assert.deepEqual(short({ ...CAME, statuses: [status('2026-03-27', 'C1')] }, '2026-06-01', 'CP-01'), [])
    const overtaken = { ...CAME, statuses: [status('2026-03-27', 'V2', '2026-04-07'), status('2026-04-07', 'C1')] }
    assert.deepEqual(short(overtaken, '2026-06-01', 'CP-01'), ['notApplicable 2026-04-14 -'])
  })

  test('a plan of an earlier period does not count', () => {
    const again = {
      ...CAME,
      periods: [period('2025-01-06', { ended: n('2025-06-02') }), period('2026-03-27')],
      carePlans: [dated('edition', '2025-01-10')],
    }
    assert.deepEqual(short(again, '2026-06-01', 'CP-01').at(-1), 'overdue 2026-04-14 -')
  })

  test('the long-term plan by the second review, whenever that is', () => {
    const first = { ...CAME, reviews: [review('2026-04-22')] }
    assert.deepEqual(short(first, '2026-12-01', 'CP-02'), ['notYetDue - -'])
    assert.match(said(first, '2026-12-01', 'CP-02'), /by the second review; regulation/)
    const both = { ...CAME, reviews: [review('2026-04-22'), review('2026-07-24')] }
    assert.deepEqual(short(both, '2026-07-25', 'CP-02'), ['overdue 2026-07-24 -'])
    const part = { ...dated('part', '2026-07-01'), part: 'permanence' }
    assert.deepEqual(short({ ...both, planParts: [part] }, '2026-07-25', 'CP-02'), ['doneOnTime 2026-07-24 2026-07-01'])
  })

  test('health in the plan by the first review, and revised after each assessment', () => {
    const facts = {
      ...CAME,
      reviews: [review('2026-04-22')],
      healthAssessments: [assessment('2026-04-20')],
      planParts: [{ ...dated('part', '2026-04-10'), part: 'health' }],
    }
    assert.deepEqual(short(facts, '2026-05-01', 'HE-03'), ['doneOnTime 2026-04-22 2026-04-10', 'notYetDue - -'])
    const revised = { ...facts, planParts: [...facts.planParts, { ...dated('later', '2026-04-30'), part: 'health' }] }
    assert.deepEqual(short(revised, '2026-05-01', 'HE-03').at(-1), 'doneOnTime - 2026-04-30')
  })

  test('up to date after each review, by the days that the council chose, or not counted', () => {
    const facts = { ...CAME, reviews: [review('2026-04-22')], carePlans: [dated('edition', '2026-05-05')] }
    assert.deepEqual(short(facts, '2026-05-20', 'CP-14'), ['doneOnTime 2026-05-07 2026-05-05'])
    const chosen = (choice: string) => [{ switch: 'planAfterReview', choice, since: n('2020-01-01') }]
    assert.deepEqual(short({ ...facts, choices: chosen('5') }, '2026-05-20', 'CP-14'), [
      'doneLate 2026-04-29 2026-05-05',
    ])
    assert.deepEqual(short({ ...facts, choices: chosen('off') }, '2026-05-20', 'CP-14'), [])
    assert.equal(READINGS.planAfterReview, 10)
  })
})

describe('around the review', () => {
  const officer = (from: string, until?: string) => ({
    ...at(`officer ${from}`, from),
    from: n(from),
    until: until === undefined ? undefined : n(until),
  })

  test('a reviewing officer within five working days, and another when one stops', () => {
    assert.deepEqual(short(CAME, '2026-04-10', 'CP-05'), ['overdue 2026-04-07 -'])
    const named = { ...CAME, reviewers: [officer('2026-04-01', '2026-05-01')] }
    assert.deepEqual(short(named, '2026-04-10', 'CP-05'), ['doneOnTime 2026-04-07 2026-04-01'])
    assert.deepEqual(short(named, '2026-06-01', 'CP-05'), ['doneOnTime 2026-04-07 2026-04-01', 'notYetDue - -'])
    const again = { ...CAME, reviewers: [...named.reviewers, officer('2026-05-20')] }
    assert.deepEqual(short(again, '2026-06-01', 'CP-05').at(-1), 'doneOnTime - 2026-05-20')
    const handed = { ...CAME, reviewers: [...named.reviewers, officer('2026-05-01')] }
    assert.equal(short(handed, '2026-06-01', 'CP-05').length, 1)
  })

  test('decisions in writing within five working days; those of another review do not count', () => {
    const facts = { ...CAME, reviews: [review('2026-04-22')] }
    assert.deepEqual(short(facts, '2026-05-01', 'CP-11'), ['overdue 2026-04-29 -'])
    const decided = (about: string) => ({ ...facts, decisions: [decision('review', '2026-04-24', about)] })
    assert.deepEqual(short(decided('review 2026-04-22'), '2026-05-01', 'CP-11'), ['doneOnTime 2026-04-29 2026-04-24'])
    assert.deepEqual(short(decided('another'), '2026-05-01', 'CP-11'), ['overdue 2026-04-29 -'])
  })

  test('the reviewing officer speaks with the child alone before each review, or says why not', () => {
    const talk = (on: string, alone = true) =>
      visit(on, { by: 'reviewingOfficer', mode: 'virtual', childSeen: true, seenAlone: alone })
    const facts = { ...CAME, reviews: [review('2026-04-22'), review('2026-07-20')] }
    assert.deepEqual(short({ ...facts, visits: [talk('2026-04-20')] }, '2026-08-01', 'CP-15'), [
      'doneOnTime 2026-04-22 2026-04-20',
      'overdue 2026-07-20 -',
    ])
    assert.match(said(facts, '2026-08-01', 'CP-15'), /Never done: the review was over on Thu 23 Apr 2026/)
    assert.deepEqual(
      short({ ...facts, visits: [talk('2026-04-20', false)] }, '2026-08-01', 'CP-15')[0],
      'overdue 2026-04-22 -',
    )
    const excuse = {
      ...at('excuse', '2026-04-20'),
      ...{ rule: 'CP-15', occurrence: 'review 2026-04-22', reason: 'refused', day: n('2026-04-20') },
    }
    assert.deepEqual(short({ ...facts, excuses: [excuse] }, '2026-08-01', 'CP-15')[0], 'excused 2026-04-22 -')
  })

  test('a visit on which the child was not seen alone is a visit; why not is not known until it is said', () => {
    const facts = { ...CAME, visits: [visit('2026-04-01', { seenAlone: false }), visit('2026-05-01')] }
    assert.deepEqual(short(facts, '2026-05-02', 'CP-25'), ['unknown 2026-04-01 -'])
    assert.match(said(facts, '2026-05-02', 'CP-25'), /why the child was not spoken with alone/)
    assert.deepEqual(short(facts, '2026-05-02', 'CP-16'), ['doneOnTime 2026-04-03 2026-04-01'])
  })

  test('an adjourned review is completed within 20 working days', () => {
    const adjourned = { ...CAME, reviews: [{ ...review('2026-04-20'), adjourned: true }] }
    assert.deepEqual(short(adjourned, '2026-05-20', 'CP-10'), ['overdue 2026-05-19 -'])
    const held = { ...CAME, reviews: [...adjourned.reviews, review('2026-05-12')] }
    assert.deepEqual(short(held, '2026-05-20', 'CP-10'), ['doneOnTime 2026-05-19 2026-05-12'])
  })

  test('a visit that finds the child not safeguarded calls for a review', () => {
    const call = {
      ...at('call', '2026-05-01'),
      kind: 'visitFinding',
      called: n('2026-05-01'),
      before: undefined,
      justified: true,
    } as const
    assert.deepEqual(short({ ...CAME, reviewCalls: [call] }, '2026-05-20', 'CP-26'), ['notYetDue - -'])
  })

  test('the health team is told that a child has come into care', () => {
    assert.deepEqual(short(CAME, '2026-04-20', 'HE-04'), ['overdue 2026-04-07 -'])
    const of = (more: Parameters<typeof told>[2]) => [told('health team', '2026-03-30', { how: undefined, ...more })]
    assert.deepEqual(short({ ...CAME, told: of({}) }, '2026-04-20', 'HE-04'), ['doneOnTime 2026-04-07 2026-03-30'])
    for (const more of [{ about: 'missing' }, { notTold: 'not needed' }])
      assert.deepEqual(short({ ...CAME, told: of(more) }, '2026-04-20', 'HE-04'), ['overdue 2026-04-07 -'])
  })

  test('what no source holds is one line for all reviews, and never late', () => {
    const facts = { ...CAME, reviews: [review('2026-04-22'), review('2026-07-20')], coverage: RETURN_2027 }
    for (const rule of ['CP-11', 'CP-14', 'CP-15'])
      assert.deepEqual(
        short(facts, '2027-01-01', rule).map((line) => line.slice(0, 7)),
        ['unknown'],
        rule,
      )
  })
})

describe('orders that end by time', () => {
  const interim = power('interim care order', '2026-04-01', { ends: n('2026-05-27'), hearing: n('2026-05-20') })

  test('an interim care order: due on its day, met by a care order before it, late by one after it', () => {
    assert.deepEqual(short({ ...CAME, powers: [interim] }, '2026-05-25', 'OR-01'), ['dueSoon 2026-05-27 -'])
    assert.deepEqual(short({ ...CAME, powers: [interim] }, '2026-05-28', 'OR-01'), ['overdue 2026-05-27 -'])
    const replaced = (on: string) => ({ ...CAME, powers: [interim, power('care order', on)] })
    assert.deepEqual(short(replaced('2026-05-26'), '2026-06-01', 'OR-01'), ['doneOnTime 2026-05-27 2026-05-26'])
    assert.deepEqual(short(replaced('2026-05-29'), '2026-06-01', 'OR-01'), ['doneLate 2026-05-27 2026-05-29'])
    const ended = { ...interim, ended: n('2026-05-13') }
    assert.deepEqual(short({ ...CAME, powers: [ended] }, '2026-06-01', 'OR-01'), ['doneOnTime 2026-05-27 2026-05-13'])
  })

  test('an order that ran beside it carries on; one that ends the same day does not', () => {
    const beside = power('section 20 agreement', '2026-03-27')
    assert.deepEqual(short({ ...CAME, powers: [interim, beside] }, '2026-06-01', 'OR-01'), [
      'doneOnTime 2026-05-27 2026-04-01',
    ])
    const alike = power('emergency protection order', '2026-05-20', { ends: n('2026-05-27') })
    assert.deepEqual(short({ ...CAME, powers: [interim, alike] }, '2026-06-01', 'OR-01'), ['overdue 2026-05-27 -'])
  })

  test('a deprivation of liberty stands beside: only another of its kind takes its place', () => {
    const liberty = power('deprivation of liberty order', '2026-04-01', { ends: n('2026-05-01') })
    const care = power('care order', '2026-04-01')
    assert.deepEqual(short({ ...CAME, powers: [liberty, care] }, '2026-05-10', 'OR-01'), ['overdue 2026-05-01 -'])
    const next = power('deprivation of liberty order', '2026-04-30', { ends: n('2026-07-30') })
    assert.deepEqual(short({ ...CAME, powers: [liberty, care, next] }, '2026-05-10', 'OR-01'), [
      'doneOnTime 2026-05-01 2026-04-30',
      'notYetDue 2026-07-30 -',
    ])
  })

  test('care orders and placement orders have no end by time, whatever is typed', () => {
    const lasting = [
      power('care order', '2026-04-01', { ends: n('2026-05-01') }),
      power('placement order', '2026-04-02'),
    ]
    assert.deepEqual(short({ ...CAME, powers: lasting }, '2026-06-01', 'OR-01'), [])
  })

  test('made after care ended: none of ours', () => {
    const left = { ...CAME, periods: [period('2026-03-27', { ended: n('2026-03-30') })], powers: [interim] }
    assert.deepEqual(short(left, '2026-06-01', 'OR-01'), [])
  })

  test('the child left care by then: not owed', () => {
    const left = { ...CAME, periods: [period('2026-03-27', { ended: n('2026-05-20') })], powers: [interim] }
    assert.deepEqual(short(left, '2026-06-01', 'OR-01'), ['notApplicable 2026-05-27 -'])
  })

  test('the hearing: what came of it is recorded', () => {
    assert.deepEqual(short({ ...CAME, powers: [interim] }, '2026-05-21', 'OR-02'), ['overdue 2026-05-20 -'])
    const made = { ...CAME, powers: [interim, power('care order', '2026-05-20')] }
    assert.deepEqual(short(made, '2026-05-21', 'OR-02'), ['doneOnTime 2026-05-20 2026-05-20'])
    const beside = { ...CAME, powers: [interim, power('secure accommodation order', '2026-05-20')] }
    assert.deepEqual(short(beside, '2026-05-21', 'OR-02'), ['overdue 2026-05-20 -'])
  })

  test('police protection, 72 hours; an emergency protection order, as long as it says', () => {
    const police = power('police protection', '2026-03-27')
    assert.deepEqual(short({ ...CAME, powers: [police] }, '2026-03-31', 'CP-34'), ['overdue 2026-03-30 -'])
    const emergency = power('emergency protection order', '2026-03-29', { ends: n('2026-04-06') })
    assert.deepEqual(short({ ...CAME, powers: [police, emergency] }, '2026-03-31', 'CP-34'), [
      'doneOnTime 2026-03-30 2026-03-29',
      'dueSoon 2026-04-06 -',
    ])
    const unsaid = power('emergency protection order', '2026-03-29')
    assert.match(
      said({ ...CAME, powers: [unsaid] }, '2026-03-31', 'CP-34'),
      /Not known: the day on which the order says that it ends/,
    )
    assert.deepEqual(short({ ...CAME, powers: [{ ...unsaid, ended: n('2026-04-02') }] }, '2026-04-10', 'CP-34'), [])
  })

  test('a secure accommodation order', () => {
    const secure = power('secure accommodation order', '2026-04-01', { ends: n('2026-07-01') })
    assert.deepEqual(short({ ...CAME, powers: [secure] }, '2026-07-02', 'PL-21'), [
      'overdue 2026-07-01 -',
      'overdue 2026-05-01 -',
    ])
  })
})

describe('approvals and homes', () => {
  const home = (where: 'inside' | 'adjoining' | 'atADistance' | undefined, registered = false) => [
    { placement: 'placement 2026-03-27', where, registered, whyBefore: undefined },
  ]
  const agency = { ...CAME, placements: [placement('2026-03-27', { provider: 'PR4' })] }

  test('out of area: who approves follows where it lies, and is asked for before', () => {
    assert.deepEqual(short({ ...agency, homes: home('inside') }, '2026-04-01', 'PL-02'), [])
    assert.deepEqual(short({ ...agency, homes: home(undefined) }, '2026-04-01', 'PL-02'), [])
    const distant = { ...agency, homes: home('atADistance') }
    assert.deepEqual(short(distant, '2026-04-01', 'PL-02'), ['overdue 2026-03-27 -'])
    const approved = (kind: string, on: string, about?: string) =>
      short({ ...distant, decisions: [decision(kind, on, about)] }, '2026-04-10', 'PL-02')
    assert.deepEqual(approved('placement at a distance', '2026-03-20'), ['doneOnTime 2026-03-27 2026-03-20'])
    assert.deepEqual(approved('placement at a distance', '2026-03-30'), ['doneLate 2026-03-27 2026-03-30'])
    assert.deepEqual(approved('placement outside the area', '2026-03-20'), ['overdue 2026-03-27 -'])
    assert.deepEqual(approved('placement at a distance', '2026-03-20', 'another home'), ['overdue 2026-03-27 -'])
  })

  test('not asked for with our own carers or a connected person', () => {
    for (const more of [{ provider: 'PR1' }, { provider: 'PR4', place: 'U3' as const }])
      assert.deepEqual(
        short(
          { ...CAME, homes: home('atADistance'), placements: [placement('2026-03-27', more)] },
          '2026-04-01',
          'PL-02',
        ),
        [],
      )
  })

  test('with a parent in care by order, unless at once', () => {
    const order = { ...CAME, statuses: [status('2026-03-27', 'C2')] }
    const parent = (immediate: boolean) => ({
      ...order,
      placements: [
        placement('2026-03-27', {
          place: 'P1',
          immediate: immediate ? { from: n('2026-03-27'), until: undefined } : undefined,
        }),
      ],
    })
    assert.deepEqual(short(parent(false), '2026-04-01', 'PL-09'), ['overdue 2026-03-27 -'])
    assert.deepEqual(short(parent(true), '2026-04-01', 'PL-09'), [])
    const agreed = { ...parent(false), statuses: [status('2026-03-27', 'V2')] }
    assert.deepEqual(short(agreed, '2026-04-01', 'PL-09'), [])
  })

  test('leaving care after twenty working days, and by whose decision it ends', () => {
    const left = (ended: string, endReason = 'E4A') => ({
      ...CAME,
      periods: [period('2026-03-27', { ended: n(ended), endReason })],
    })
    assert.deepEqual(short(left('2026-04-24'), '2026-06-01', 'CP-30'), [])
    assert.deepEqual(short(left('2026-04-28'), '2026-06-01', 'CP-30'), ['overdue 2026-04-28 -'])
    assert.deepEqual(short(left('2026-04-28', 'E12'), '2026-06-01', 'CP-30'), [])
    const approved = { ...left('2026-04-28'), decisions: [decision('leaving care', '2026-04-27')] }
    assert.deepEqual(short(approved, '2026-06-01', 'CP-30'), ['doneOnTime 2026-04-28 2026-04-27'])
  })

  test('temporary approval: 16 weeks, extended once, over when it is over', () => {
    const stretch = (from: string, until?: string) => ({
      ...at(`approval ${from}`, from),
      ...{ placement: 'placement 2026-03-27', from: n(from), until: until === undefined ? undefined : n(until) },
    })
    const under = (...carerApprovals: ReturnType<typeof stretch>[]) => ({
      ...CAME,
      placements: [placement('2026-03-27', { temporaryApproval: { from: n('2026-03-27'), until: undefined } })],
      carerApprovals,
    })
    assert.deepEqual(short(under(stretch('2026-03-27')), '2026-07-17', 'PL-12'), ['overdue 2026-07-16 -'])
    assert.deepEqual(short(under(stretch('2026-03-27', '2026-07-10')), '2026-08-01', 'PL-12'), [
      'doneOnTime 2026-07-16 2026-07-09',
    ])
    const extended = under(stretch('2026-03-27', '2026-07-17'), stretch('2026-07-17'))
    assert.deepEqual(short(extended, '2026-08-01', 'PL-13'), ['notYetDue 2026-09-10 -'])
    const lapsed = under(stretch('2026-03-27', '2026-07-20'), stretch('2026-07-20'))
    assert.deepEqual(short(lapsed, '2026-08-01', 'PL-12'), ['doneLate 2026-07-16 2026-07-19'])
  })

  test('under 16 in supported accommodation is not allowed, until the birthday or the move', () => {
    const supported = { ...CAME, birth: bornOn('2010-06-10'), placements: [placement('2026-03-27', { place: 'K3' })] }
    assert.deepEqual(short(supported, '2026-04-01', 'PL-16'), ['overdue 2026-03-26 -'])
    assert.match(said(supported, '2026-04-01', 'PL-16'), /not allowed, since 27 Mar.*It is so still/)
    assert.match(said(supported, '2026-07-01', 'PL-16'), /It was so until Wed 10 Jun 2026/)
    assert.deepEqual(short({ ...supported, birth: bornOn('2010-03-27') }, '2026-04-01', 'PL-16'), [])
  })

  test('at 16 it is registered, and a missing number is not known', () => {
    const supported = { ...CAME, birth: bornOn('2010-03-27'), placements: [placement('2026-03-27', { place: 'K3' })] }
    assert.deepEqual(short(supported, '2026-04-01', 'PL-17'), ['unknown 2026-03-27 -'])
    assert.deepEqual(short({ ...supported, homes: home('inside', true) }, '2026-04-01', 'PL-17'), [
      'doneOnTime 2026-03-27 2026-03-27',
    ])
  })

  test('on remand in detention: its own plan within ten working days', () => {
    const remanded = {
      ...CAME,
      statuses: [status('2026-03-27', 'J1')],
      placements: [placement('2026-03-27', { place: 'R5' })],
    }
    assert.deepEqual(short(remanded, '2026-04-01', 'CP-29'), ['notYetDue 2026-04-14 -'])
    assert.deepEqual(short(remanded, '2026-04-01', 'CP-04'), [])
  })
})

describe('the year of health, and adoption', () => {
  test('the questionnaire in each whole year, by age, by answer, and by choice', () => {
    const years = { ...CAME, periods: [period('2024-04-01')], placements: [placement('2024-04-01')] }
    const answer = (yearEnd: string, question: string, value = '9') => ({
      ...at(`${question} ${yearEnd}`, yearEnd),
      ...{ yearEnd: n(yearEnd), question, answer: value },
    })
    const answered = { ...years, yearAnswers: [answer('2025-03-31', 'strengths-and-difficulties-score')] }
    assert.deepEqual(short(answered, '2026-05-01', 'HE-05'), [
      'doneOnTime 2025-03-31 2025-03-31',
      'overdue 2026-03-31 -',
      'notYetDue 2027-03-31 -',
    ])
    assert.deepEqual(short({ ...years, periods: [period('2025-04-02')] }, '2026-05-01', 'HE-05'), [
      'notYetDue 2027-03-31 -',
    ])
    const off = [{ switch: 'questionnaireYearly', choice: 'off', since: n('2020-01-01') }]
    assert.deepEqual(short({ ...years, choices: off }, '2026-05-01', 'HE-05'), [])
    const teeth = {
      ...years,
      yearAnswers: [answer('2025-03-31', 'teeth-checked', '0'), answer('2026-03-31', 'teeth-checked', '1')],
    }
    assert.deepEqual(
      short(teeth, '2026-05-01', 'HE-06').map((line) => line.split(' ')[0]),
      ['overdue', 'doneOnTime', 'notYetDue'],
    )
  })

  test('waiting to be placed: three months from the order, then six, until placed', () => {
    const waiting = {
      ...CAME,
      reviews: [review('2026-04-22'), review('2026-07-20')],
      powers: [power('placement order', '2026-05-01')],
    }
    assert.deepEqual(short(waiting, '2026-07-25', 'AD-01'), [
      'doneOnTime 2026-08-01 2026-07-20',
      'notYetDue 2027-01-20 -',
    ])
    const placed = {
      ...waiting,
      placements: [placement('2026-03-27', { ended: n('2026-07-01') }), placement('2026-07-01', { place: 'A6' })],
    }
    assert.deepEqual(short(placed, '2026-07-25', 'AD-01'), ['notApplicable 2026-08-01 -'])
  })

  test('a match within six months of the decision, unless that is given up', () => {
    const decided = { ...dated('decision', '2026-04-10'), ceased: undefined, referred: undefined, early: undefined }
    assert.deepEqual(short({ ...CAME, adoptionDecided: [decided] }, '2026-05-01', 'AD-06'), ['notYetDue 2026-10-10 -'])
    const matched = { ...CAME, adoptionDecided: [decided], matches: [dated('match', '2026-10-11')] }
    assert.deepEqual(short(matched, '2026-11-01', 'AD-06'), ['doneLate 2026-10-10 2026-10-11'])
    const ceased = { ...CAME, adoptionDecided: [{ ...decided, ceased: n('2026-06-01') }] }
    assert.deepEqual(short(ceased, '2026-11-01', 'AD-06'), ['notApplicable 2026-10-10 -'])
  })

  test('referred to a matching service within three months, or matched', () => {
    const decided = { ...dated('decision', '2026-04-10'), ceased: undefined, referred: undefined, early: undefined }
    const facts = { ...CAME, adoptionDecided: [decided] }
    assert.deepEqual(short(facts, '2026-05-01', 'AD-10'), ['notYetDue 2026-07-10 -'])
    assert.deepEqual(short(facts, '2026-07-11', 'AD-10'), ['overdue 2026-07-10 -'])
    const sent = { ...facts, adoptionDecided: [{ ...decided, referred: n('2026-07-01') }] }
    assert.deepEqual(short(sent, '2026-06-30', 'AD-10'), ['notYetDue 2026-07-10 -'])
    assert.deepEqual(short(sent, '2026-07-11', 'AD-10'), ['doneOnTime 2026-07-10 2026-07-01'])
    const matched = { ...facts, matches: [dated('match', '2026-06-11')] }
    assert.deepEqual(short(matched, '2026-07-11', 'AD-10'), ['doneOnTime 2026-07-10 2026-06-11'])
  })

  test('told how to reach us: anew in each home, of the home now', () => {
    const told = dated('told', '2026-03-30')
    const facts = { ...CAME, placements: [placement('2026-03-27')], toldHowToReach: [told] }
    assert.deepEqual(short(facts, '2026-04-20', 'CP-27'), ['doneOnTime - 2026-03-30'])
    const moved = {
      ...facts,
      placements: [placement('2026-03-27', { ended: n('2026-04-10') }), placement('2026-04-10')],
    }
    assert.deepEqual(short(moved, '2026-04-20', 'CP-27'), ['notYetDue - -'])
  })
})

describe('the rules of the pandemic, on their days', () => {
  const facts = { birth: bornOn('2012-02-03'), periods: [period('2020-02-03')], placements: [placement('2020-02-03')] }
  const visited = (...days: string[]) => ({ ...facts, visits: days.map((on) => visit(on)) })

  test('a visit that fell due while the rules were relaxed, and came later, is neither late nor on time', () => {
    const lines = short(visited('2020-02-05', '2020-03-18', '2020-07-01'), '2020-08-01', 'CP-17')
    assert.deepEqual(lines, [
      'doneOnTime 2020-03-18 2020-03-18',
      'unknown 2020-04-29 2020-07-01',
      'notYetDue 2020-08-12 -',
    ])
    assert.match(
      linesOf(visited('2020-02-05', '2020-03-18', '2020-07-01'), '2020-08-01').find(({ due }) => due === '2020-04-29')
        ?.because ?? '',
      /Not known: whether it could reasonably have been done/,
    )
  })

  test('the day before and the day after, the ordinary rule', () => {
    assert.deepEqual(
      short(visited('2020-02-05', '2020-03-12', '2020-07-01'), '2020-08-01', 'CP-17')[1],
      'doneLate 2020-04-23 2020-07-01',
    )
    assert.deepEqual(
      short(visited('2020-02-05', '2020-03-18', '2020-04-29', '2020-08-14'), '2020-12-01', 'CP-17').at(-1),
      'overdue 2020-09-25 -',
    )
    assert.deepEqual(
      short(visited('2020-02-05', '2020-03-18', '2020-04-29', '2020-08-13'), '2020-12-01', 'CP-17').at(-1),
      'unknown 2020-09-24 -',
    )
  })

  test('a first review was not relaxed', () => {
    const late = {
      ...facts,
      periods: [period('2020-04-01')],
      placements: [placement('2020-04-01')],
      reviews: [review('2020-06-30')],
    }
    assert.deepEqual(short(late, '2020-08-01', 'CP-06'), ['doneLate 2020-05-01 2020-06-30'])
  })

  test('by video: a visit of its own in the summer of 2020, later only with approval, then never', () => {
    const video = (on: string, virtualAuthorised: boolean) => ({
      ...facts,
      visits: [visit('2020-02-05'), visit(on, { mode: 'virtual', virtualAuthorised })],
    })
    const counted = (on: string, approved: boolean) => short(video(on, approved), '2021-12-01', 'CP-17').length === 2
    assert.deepEqual(
      [
        counted('2020-04-23', true),
        counted('2020-05-20', false),
        counted('2020-09-25', false),
        counted('2020-11-10', true),
      ],
      [false, true, false, true],
    )
  })
})

describe('notices of homes', () => {
  const ALWAYS = ['child', 'parent', 'health team', 'GP', 'independent reviewing service']
  const all = (on: string, more: Parameters<typeof told>[2] = {}) => ALWAYS.map((one) => told(one, on, more))
  const notice = (facts: Partial<ChildFacts>, rule = 'PL-04', on = '2026-04-20') =>
    short({ ...CAME, ...facts }, on, rule)

  test('met on the day when the last was told, in writing; five working days in an emergency, over Easter', () => {
    assert.deepEqual(notice({}), ['overdue 2026-04-07 -'])
    assert.deepEqual(notice({ told: all('2026-03-30') }), ['doneOnTime 2026-04-07 2026-03-30'])
    assert.deepEqual(notice({ told: [...all('2026-03-30').slice(1), told('child', '2026-04-08')] }), [
      'doneLate 2026-04-07 2026-04-08',
    ])
    assert.deepEqual(notice({ told: all('2026-03-30').slice(1) }), ['overdue 2026-04-07 -'])
    assert.deepEqual(notice({ told: all('2026-03-30', { how: 'by telephone' }) }), ['overdue 2026-04-07 -'])
  })

  test('a planned home: before it; a decision not to tell stands in the place of telling', () => {
    const planned = { placements: [placement('2026-03-27', { planned: true })] }
    assert.deepEqual(notice({ ...planned, told: all('2026-03-28') }), ['doneLate 2026-03-27 2026-03-28'])
    const decided = [
      ...all('2026-03-20').filter(({ recipient }) => recipient !== 'parent'),
      told('parent', '2026-03-24', { how: undefined, notTold: 'not safe' }),
    ]
    assert.deepEqual(notice({ ...planned, told: decided }), ['doneOnTime 2026-03-27 2026-03-24'])
  })

  test('a school is told where there is one, carers before on a move; and each home is told of by itself', () => {
    const schooled = [{ from: n('2025-09-01'), until: undefined }]
    assert.deepEqual(notice({ schooled, told: all('2026-03-30') }), ['overdue 2026-04-07 -'])
    const first = placement('2026-03-27', { ended: n('2026-04-13') })
    const moved = { placements: [first, placement('2026-04-13')], told: all('2026-03-30') }
    assert.deepEqual(notice(moved), ['doneOnTime 2026-04-07 2026-03-30', 'dueSoon 2026-04-20 -'])
    const sameHome = { placements: [first, placement('2026-04-13', { sameCarers: true })] }
    const ofTheSecond = { placement: 'placement 2026-04-13', about: 'home' }
    assert.deepEqual(notice({ ...sameHome, told: all('2026-03-30', ofTheSecond) }), [
      'doneOnTime 2026-04-07 2026-03-30',
    ])
    const again = all('2026-04-14', { placement: 'placement 2026-04-13', about: 'home' })
    assert.deepEqual(notice({ ...moved, told: [...moved.told, ...again] })[1], 'dueSoon 2026-04-20 -')
    const carers = told('carer before', '2026-04-15', { placement: undefined, about: 'home' })
    assert.deepEqual(
      notice({ ...moved, told: [...moved.told, ...again, carers] })[1],
      'doneOnTime 2026-04-20 2026-04-15',
    )
  })

  test('not told, of somebody who has to be told or without the reason, is not told', () => {
    const but = (recipient: string, more: Parameters<typeof told>[2]) =>
      notice({
        told: [
          ...all('2026-03-30').filter((one) => one.recipient !== recipient),
          told(recipient, '2026-03-30', { how: undefined, ...more }),
        ],
      })
    const met = ['doneOnTime 2026-04-07 2026-03-30']
    const open = ['overdue 2026-04-07 -']
    assert.deepEqual(but('parent', { notTold: 'not needed' }), met)
    assert.deepEqual(but('parent', { notTold: 'not needed', worded: false }), open)
    assert.deepEqual(but('GP', { notTold: 'not needed' }), open)
    assert.deepEqual(but('GP', { notTold: 'could not be reached' }), met)
  })

  test('that they came into care, naming no home, is of the first home of that time in care and of no other', () => {
    const unnamed = { placement: undefined, about: 'comes into care' }
    const first = placement('2026-03-27', { ended: n('2026-04-13') })
    const carers = told('carer before', '2026-04-15', { placement: undefined, about: 'home' })
    const later = { placements: [first, placement('2026-04-13')], told: [...all('2026-04-14', unnamed), carers] }
    assert.deepEqual(notice(later), ['overdue 2026-04-07 -', 'dueSoon 2026-04-20 -'])
    const again = {
      periods: [period('2026-03-27', { ended: n('2026-04-01') }), period('2026-04-13')],
      placements: [placement('2026-03-27', { ended: n('2026-04-01') }), placement('2026-04-13')],
      told: all('2026-03-30', unnamed),
    }
    assert.deepEqual(notice(again), ['doneOnTime 2026-04-07 2026-03-30', 'dueSoon 2026-04-20 -'])
    assert.deepEqual(notice({ ...again, told: all('2026-04-14', unnamed) })[1], 'doneOnTime 2026-04-20 2026-04-14')
  })

  test('the council of another area, unless the address is kept', () => {
    const homes = (where: 'inside' | 'adjoining' | undefined) => [
      { placement: 'placement 2026-03-27', where, registered: false, whyBefore: undefined },
    ]
    assert.deepEqual(
      [notice({ homes: homes('inside') }, 'PL-05'), notice({ homes: homes(undefined) }, 'PL-05')],
      [[], []],
    )
    assert.deepEqual(notice({ homes: homes('adjoining') }, 'PL-05'), ['overdue 2026-04-07 -'])
    assert.deepEqual(notice({ homes: homes('adjoining'), told: [told('area authority', '2026-04-01')] }, 'PL-05'), [
      'doneOnTime 2026-04-07 2026-04-01',
    ])
    const untold = told('area authority', '2026-04-01', { how: undefined, notTold: 'could not be reached' })
    assert.deepEqual(notice({ homes: homes('adjoining'), told: [untold] }, 'PL-05'), ['overdue 2026-04-07 -'])
    assert.deepEqual(notice({ homes: homes('adjoining'), told: all('2026-03-30') }), [
      'doneOnTime 2026-04-07 2026-03-30',
    ])
  })

  test('that a home ended: ten working days where we ended it, not known where nobody says', () => {
    const placements = [placement('2026-03-27', { ended: n('2026-04-13') }), placement('2026-04-13')]
    const because = (whyBefore: string | undefined, more: Partial<ChildFacts> = {}) =>
      notice(
        {
          placements,
          homes: [{ placement: 'placement 2026-04-13', where: undefined, registered: false, whyBefore }],
          ...more,
        },
        'PL-06',
        '2026-05-01',
      )
    assert.deepEqual(because('STAND'), ['overdue 2026-04-27 -'])
    assert.deepEqual(because('CHILD'), [])
    assert.deepEqual(because(undefined), ['unknown 2026-04-27 -'])
    const intended = all('2026-04-10', { about: 'home ended' })
    assert.deepEqual(because('STAND', { told: intended }), ['overdue 2026-04-27 -'], 'the carers of the home')
    const carer = told('carer', '2026-04-09', { about: 'home ended' })
    assert.deepEqual(because('STAND', { told: [...intended, carer] }), ['doneOnTime 2026-04-27 2026-04-10'])
  })
})
