// What is owed to one child, case by case: rule, state, due and done, in the order in which the clock gives them.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { HealthAssessment } from '#health'
import { dutyLine } from '#ledger'
import type { ChildFacts } from './child-facts.ts'
import { dutiesOf } from './duties-of.ts'
import {
  assessment,
  bornOn,
  child,
  n,
  noon,
  period,
  periodBy,
  placement,
  RETURN_2027,
  review,
  status,
  visit,
} from './test-child.ts'

const linesOf = (facts: ChildFacts, on: string) =>
  dutiesOf(facts, n(on)).map((duty) => dutyLine('Maya', duty, { on: n(on), coverage: facts.coverage }))

const short = (facts: ChildFacts, on: string, rules: RegExp) =>
  linesOf(facts, on)
    .filter(({ rule }) => rules.test(rule))
    .map(({ rule, state, due, done }) => [rule, state, due, done].map((part) => part ?? '-').join(' '))

const REVIEWS = /^(CP-0[6-9]|AD-02)$/
const VISITS = /^(CP-(1[6-9]|2[0-4])|AD-03)$/

describe('reviews', () => {
  test('each counts from the one actually held', () => {
    const facts = child({
      periods: [period('2026-06-01')],
      reviews: [review('2026-06-25'), review('2026-10-01'), review('2026-11-02')],
    })
    assert.deepEqual(short(facts, '2026-11-23', REVIEWS), [
      'CP-06 doneOnTime 2026-06-29 2026-06-25',
      'CP-07 doneLate 2026-09-25 2026-10-01',
      'CP-08 doneOnTime 2027-04-01 2026-11-02',
      'CP-08 notYetDue 2027-05-02 -',
    ])
  })

  test('overdue from the day after, not on the day', () => {
    const facts = child({ periods: [period('2026-06-01')] })
    assert.deepEqual(short(facts, '2026-06-21', REVIEWS), ['CP-06 notYetDue 2026-06-29 -'])
    assert.deepEqual(short(facts, '2026-06-22', REVIEWS), ['CP-06 dueSoon 2026-06-29 -'])
    assert.deepEqual(short(facts, '2026-06-29', REVIEWS), ['CP-06 dueSoon 2026-06-29 -'])
    assert.deepEqual(short(facts, '2026-06-30', REVIEWS), ['CP-06 overdue 2026-06-29 -'])
  })

  test('an adjourned meeting does not complete the review', () => {
    const facts = child({
      periods: [period('2026-03-27')],
      reviews: [{ ...review('2026-04-27'), adjourned: true }, review('2026-05-20')],
    })
    assert.deepEqual(short(facts, '2026-05-21', REVIEWS), [
      'CP-06 doneLate 2026-04-28 2026-05-20',
      'CP-07 notYetDue 2026-08-20 -',
    ])
  })

  test('a period that ends before the day is due owes no review; one that ends after it never had it', () => {
    const short1 = child({ periods: [period('2026-06-01', { ended: n('2026-06-10') })] })
    assert.deepEqual(short(short1, '2026-09-01', REVIEWS), ['CP-06 notApplicable 2026-06-29 -'])
    const long = child({ periods: [period('2026-06-01', { ended: n('2026-07-10') })] })
    assert.deepEqual(short(long, '2026-09-01', REVIEWS), ['CP-06 overdue 2026-06-29 -'])
    assert.match(
      linesOf(long, '2026-09-01')[0]?.because ?? '',
      /Never done: the period of care ended on Fri 10 Jul 2026/,
    )
  })

  test('a new period starts anew', () => {
    const facts = child({
      periods: [period('2026-01-05', { ended: n('2026-03-02') }), period('2026-06-01')],
      reviews: [review('2026-01-30'), review('2026-06-25')],
    })
    assert.deepEqual(short(facts, '2026-07-01', REVIEWS), [
      'CP-06 doneOnTime 2026-02-02 2026-01-30',
      'CP-07 notApplicable 2026-04-30 -',
      'CP-06 doneOnTime 2026-06-29 2026-06-25',
      'CP-07 notYetDue 2026-09-25 -',
    ])
  })

  test('placed for adoption: the ordinary ones stop, those of adoption begin', () => {
    const facts = child({
      periods: [period('2026-01-05')],
      placements: [placement('2026-01-05', { ended: n('2026-06-01') }), placement('2026-06-01', { place: 'A6' })],
      reviews: [review('2026-01-30'), review('2026-04-29'), review('2026-06-20')],
    })
    assert.deepEqual(short(facts, '2026-07-01', REVIEWS), [
      'CP-06 doneOnTime 2026-02-02 2026-01-30',
      'CP-07 doneOnTime 2026-04-30 2026-04-29',
      'CP-08 notApplicable 2026-10-29 -',
      'AD-02 doneOnTime 2026-06-29 2026-06-20',
      'AD-02 notYetDue 2026-09-20 -',
    ])
  })

  test('a call for an early review before an event', () => {
    const call = {
      line: 'call',
      recorded: noon('2026-03-02'),
      kind: 'placementEnding',
      called: n('2026-03-02'),
      before: n('2026-05-15'),
      justified: true,
    } as const
    const facts = child({ periods: [period('2026-01-05')], reviews: [review('2026-01-30')], reviewCalls: [call] })
    assert.ok(short(facts, '2026-05-15', REVIEWS).includes('CP-09 overdue 2026-05-14 -'))
    const held = child({ ...facts, reviews: [review('2026-01-30'), review('2026-04-20')] })
    assert.ok(short(held, '2026-05-15', REVIEWS).includes('CP-09 doneOnTime 2026-05-14 2026-04-20'))
    const unjustified = child({ ...facts, reviewCalls: [{ ...call, justified: false }] })
    assert.ok(!short(unjustified, '2026-05-15', REVIEWS).some((line) => line.startsWith('CP-09')))
  })
})

describe('typing late', () => {
  const periods = [period('2026-06-01')]
  const shown = (held: string, typed: string) =>
    linesOf(child({ periods, reviews: [review(held, typed)] }), '2026-12-01').filter(({ rule }) => rule === 'CP-06')[0]

  test('held in time, typed after the due day: done on time, and shown late for good', () => {
    const line = shown('2026-06-25', '2026-07-03')
    assert.deepEqual([line?.state, line?.shownLate], ['doneOnTime', true])
  })

  test('typed on the due day: nothing was shown late', () => {
    const line = shown('2026-06-25', '2026-06-29')
    assert.deepEqual([line?.state, line?.shownLate], ['doneOnTime', false])
  })

  test('held late and typed the same day: late in fact, not in typing', () => {
    const line = shown('2026-07-01', '2026-07-01')
    assert.deepEqual([line?.state, line?.shownLate], ['doneLate', false])
  })

  test('a first import, which types both in one moment, shows nothing late', () => {
    const recorded = noon('2027-04-01')
    const facts = child({
      periods: [period('2026-06-01', { recorded })],
      reviews: [{ ...review('2026-06-25'), recorded }],
    })
    assert.equal(linesOf(facts, '2027-04-01')[0]?.shownLate, false)
  })

  test('a later return brings reviews of days that no source covered before: unknown until then, never overdue', () => {
    const learnt = (recorded: number) =>
      child({
        periods,
        reviews: [review('2026-06-25', '2027-04-01')],
        coverage: RETURN_2027.map((source) => ({ ...source, recorded })),
      })
    const first = (recorded: number) => linesOf(learnt(recorded), '2027-04-01')[0]
    assert.deepEqual([first(noon('2027-04-01'))?.state, first(noon('2027-04-01'))?.shownLate], ['doneOnTime', false])
    assert.equal(first(noon('2026-06-01'))?.shownLate, true)
  })

  test('London, not UTC: 23:30 UTC on the due day in summer is the day after', () => {
    const recorded = n('2026-06-29') * 86_400_000 + 23.5 * 3_600_000
    const facts = child({ periods, reviews: [{ ...review('2026-06-25'), recorded }] })
    assert.equal(linesOf(facts, '2026-12-01')[0]?.shownLate, true)
  })
})

describe('known, or honestly unknown', () => {
  test('a return holds no visits, plans, health assessments or education plans: unknown, never late', () => {
    const facts = child({
      birth: bornOn('2015-02-03'),
      periods: [period('2026-07-01')],
      placements: [placement('2026-07-01')],
      missingEpisodes: [
        {
          line: 'missing',
          recorded: noon('2027-04-01'),
          kind: 'missing',
          from: n('2026-09-01'),
          until: n('2026-09-02'),
          returnedAt: undefined,
        },
      ],
      reviews: [review('2026-07-28')],
      coverage: RETURN_2027,
    })
    const lines = linesOf(facts, '2027-04-01').filter(({ rule }) => !REVIEWS.test(rule))
    assert.deepEqual(
      [...new Set(lines.map(({ rule }) => rule))],
      [
        ...['CP-16', 'CP-17', 'CP-04', 'PL-22', 'HE-01', 'HE-02', 'ED-01', 'ED-02', 'ED-03'],
        ...['CP-05', 'CP-11', 'CP-15', 'CP-31', 'CP-01', 'HE-03', 'CP-02', 'CP-14', 'HE-04', 'HE-05', 'HE-06', 'PL-04'],
        ...['HE-07', 'CP-27', 'ED-06', 'MI-01'],
      ],
    )
    for (const { state, missing } of lines) assert.ok(state === 'unknown' && missing !== null && missing !== '')
    assert.match(lines[0]?.because ?? '', /this return holds no visits/)
  })

  test('start unknown: what counts from it is unknown and says so; later reviews are known', () => {
    const facts = child({
      periods: [periodBy('2026-04-01')],
      placements: [placement('2026-04-01', { beganKnown: false })],
      reviews: [review('2026-05-10'), review('2026-11-01')],
      coverage: RETURN_2027,
    })
    const lines = linesOf(facts, '2026-12-01')
    assert.deepEqual(short(facts, '2026-12-01', REVIEWS), [
      'CP-06 unknown - -',
      'CP-08 doneOnTime 2026-11-10 2026-11-01',
      'CP-08 notYetDue 2027-05-01 -',
    ])
    const missingOf = (rule: string) => lines.find((line) => line.rule === rule)?.missing
    assert.equal(missingOf('CP-06'), 'the day this period of care began')
    assert.equal(missingOf('HE-01'), 'the day this period of care began')
    assert.equal(missingOf('CP-04'), 'the day this placement began')
    assert.equal(missingOf('CP-16'), 'the day this placement began')
  })

  test('after the last day covered, silence is unknown', () => {
    const facts = child({ periods: [period('2026-07-01')], reviews: [review('2026-07-28')], coverage: RETURN_2027 })
    assert.deepEqual(short(facts, '2027-06-01', REVIEWS)[1], 'CP-07 overdue 2026-10-28 -')
    const late = child({
      periods: [period('2026-07-01')],
      reviews: [review('2026-07-28'), review('2026-10-28')],
      coverage: RETURN_2027,
    })
    assert.deepEqual(short(late, '2027-04-21', REVIEWS)[2], 'CP-08 dueSoon 2027-04-28 -')
    assert.deepEqual(short(late, '2027-04-29', REVIEWS)[2], 'CP-08 unknown 2027-04-28 -')
  })

  test('bank holidays not known: unknown', () => {
    const facts = child({ periods: [period('2028-12-20')] })
    const [line] = linesOf(facts, '2028-12-21')
    assert.deepEqual([line?.state, line?.missing], ['unknown', 'the bank holidays of those years'])
  })

  test('before the regulations: not in force', () => {
    const facts = child({ periods: [period('2011-03-01')] })
    assert.deepEqual(short(facts, '2011-03-02', REVIEWS), ['CP-06 notInForce 2011-03-29 -'])
  })

  test('birth date not known: the next review of health is unknown', () => {
    const facts = child({ periods: [period('2026-06-01')], healthAssessments: [assessment('2026-06-10')] })
    const line = linesOf(facts, '2026-12-01').find(({ rule }) => rule === 'HE-02')
    assert.deepEqual([line?.state, line?.missing], ['unknown', 'the birth date'])
  })
})

describe('visits', () => {
  const home = { periods: [period('2026-06-01')], placements: [placement('2026-06-01')] }

  test('the day of placing does not count, others do in turn', () => {
    const facts = child({ ...home, visits: [visit('2026-06-01'), visit('2026-06-08'), visit('2026-07-21')] })
    assert.deepEqual(short(facts, '2026-08-01', VISITS), [
      'CP-16 doneOnTime 2026-06-08 2026-06-08',
      'CP-17 doneLate 2026-07-20 2026-07-21',
      'CP-17 notYetDue 2026-09-01 -',
    ])
  })

  const useless: readonly [string, ReturnType<typeof visit>][] = [
    ['by screen', visit('2026-06-05', { mode: 'virtual', virtualAuthorised: true })],
    ['by the reviewing officer', visit('2026-06-05', { by: 'reviewingOfficer' })],
    ['by an independent visitor', visit('2026-06-05', { by: 'independentVisitor' })],
    ['by an advocate', visit('2026-06-05', { by: 'advocate' })],
    ['without seeing the child', visit('2026-06-05', { childSeen: false })],
  ]
  for (const [name, made] of useless) {
    test(`${name}: no visit`, () => {
      const facts = child({ ...home, visits: [made] })
      assert.deepEqual(short(facts, '2026-06-09', VISITS), ['CP-16 overdue 2026-06-08 -'])
    })
  }

  test('by screen in 2020, with reason and recommendation, it counts; without, and after 30 September 2021, it does not', () => {
    const screen = (on: string, began: string, authorised: boolean) => {
      const virtual = visit(on, { mode: 'virtual', virtualAuthorised: authorised })
      const facts = child({ periods: [period(began)], placements: [placement(began)], visits: [virtual] })
      return short(facts, on, VISITS)[0]
    }
    assert.equal(screen('2020-11-10', '2020-11-05', true), 'CP-16 doneOnTime 2020-11-12 2020-11-10')
    assert.equal(screen('2020-11-10', '2020-11-05', false), 'CP-16 dueSoon 2020-11-12 -')
    assert.equal(screen('2021-09-29', '2021-09-27', true), 'CP-16 doneOnTime 2021-10-04 2021-09-29')
    assert.equal(screen('2021-10-01', '2021-09-27', true), 'CP-16 dueSoon 2021-10-04 -')
  })

  test('a new placement starts a new week; a new legal status does not', () => {
    const moved = child({
      periods: [period('2026-06-01')],
      placements: [placement('2026-06-01', { ended: n('2026-07-01') }), placement('2026-07-01')],
      statuses: [status('2026-06-01', 'V2', '2026-06-15'), status('2026-06-15', 'C1')],
      visits: [visit('2026-06-05')],
    })
    assert.deepEqual(short(moved, '2026-07-02', VISITS), [
      'CP-16 doneOnTime 2026-06-08 2026-06-05',
      'CP-17 notApplicable 2026-07-17 -',
      'CP-16 dueSoon 2026-07-08 -',
    ])
  })

  test('with the same carers the first year goes on from the first start', () => {
    const facts = child({
      periods: [period('2025-01-01')],
      placements: [
        placement('2025-01-01', { ended: n('2025-12-01') }),
        placement('2025-12-01', {
          place: 'U4',
          sameCarers: true,
          intendedTo18: { from: n('2025-12-01'), until: undefined },
        }),
      ],
      visits: [visit('2025-12-15'), visit('2026-01-10')],
    })
    assert.equal(short(facts, '2026-02-01', VISITS).at(-1), 'CP-18 notYetDue 2026-04-10 -')
  })

  test('long-term foster home of over a year, and the child agrees: six months', () => {
    const since = { from: n('2025-06-01'), until: undefined }
    const facts = child({
      periods: [period('2024-06-01')],
      placements: [
        placement('2024-06-01', { place: 'U4', intendedTo18: since, longTermFoster: since, childAgrees: since }),
      ],
      visits: [visit('2024-06-05'), visit('2025-07-01')],
    })
    assert.equal(short(facts, '2025-08-01', VISITS).at(-1), 'CP-19 notYetDue 2026-01-01 -')
    const disagrees = child({
      ...facts,
      placements: facts.placements.map((placed) => ({ ...placed, childAgrees: undefined })),
    })
    assert.equal(short(disagrees, '2025-08-01', VISITS).at(-1), 'CP-18 notYetDue 2025-10-01 -')
  })

  test('temporary approval: weekly to the first review, then four weeks; on full approval the ordinary rule', () => {
    const facts = child({
      periods: [period('2026-06-01')],
      placements: [
        placement('2026-06-01', { place: 'U3', temporaryApproval: { from: n('2026-06-01'), until: n('2026-08-01') } }),
      ],
      reviews: [review('2026-06-20')],
      visits: [visit('2026-06-08'), visit('2026-06-15'), visit('2026-06-22'), visit('2026-07-20')],
    })
    assert.deepEqual(short(facts, '2026-08-10', VISITS), [
      'CP-21 doneOnTime 2026-06-08 2026-06-08',
      'CP-21 doneOnTime 2026-06-15 2026-06-15',
      'CP-21 doneOnTime 2026-06-22 2026-06-22',
      'CP-21 doneOnTime 2026-07-20 2026-07-20',
      'CP-21 notApplicable 2026-08-17 -',
      'CP-17 notYetDue 2026-08-31 -',
    ])
  })

  test('with a parent: interim order weekly, care order within a week of it, then six weeks', () => {
    const facts = child({
      periods: [period('2026-06-01')],
      placements: [placement('2026-06-01', { place: 'P1' })],
      statuses: [status('2026-06-01', 'C1', '2026-07-01'), status('2026-07-01', 'C2')],
      visits: [visit('2026-06-08'), visit('2026-06-15'), visit('2026-06-22'), visit('2026-06-29'), visit('2026-07-08')],
    })
    assert.deepEqual(short(facts, '2026-07-09', VISITS).slice(4), [
      'CP-21 notApplicable 2026-07-06 -',
      'CP-22 doneOnTime 2026-07-08 2026-07-08',
      'CP-22 notYetDue 2026-08-19 -',
    ])
  })

  test('immediate placement under a care order: the stricter of 28(3) and 28(5)', () => {
    const facts = child({
      periods: [period('2026-06-01')],
      placements: [placement('2026-06-01', { place: 'P1', immediate: { from: n('2026-06-01'), until: undefined } })],
      statuses: [status('2026-06-01', 'C2')],
      visits: [visit('2026-06-08')],
    })
    assert.equal(short(facts, '2026-06-09', VISITS).at(-1), 'CP-20 dueSoon 2026-06-15 -')
  })

  test('placed for adoption: weekly, then as the agency decided, or unknown', () => {
    const adopted = (weeks: number | undefined, until?: string) =>
      child({
        periods: [period('2026-12-24')],
        placements: [
          placement('2026-12-24', {
            place: 'A6',
            agreedVisitWeeks:
              weeks === undefined
                ? []
                : [{ from: n('2026-12-24'), until: until === undefined ? undefined : n(until), weeks }],
          }),
        ],
        reviews: [review('2027-01-08')],
        visits: [visit('2026-12-31'), visit('2027-01-06'), visit('2027-01-13')],
      })
    assert.deepEqual(short(adopted(2), '2027-01-14', VISITS), [
      'AD-03 doneOnTime 2026-12-31 2026-12-31',
      'AD-03 doneOnTime 2027-01-07 2027-01-06',
      'AD-03 doneOnTime 2027-01-13 2027-01-13',
      'AD-03 notYetDue 2027-01-27 -',
    ])
    assert.equal(short(adopted(undefined), '2027-01-14', VISITS).at(-1), 'AD-03 unknown - -')
    assert.equal(short(adopted(2, '2027-01-10'), '2027-01-14', VISITS).at(-1), 'AD-03 unknown - -')
  })

  test('another responsible, and at once with a parent, only while it was decided', () => {
    const decided = { from: n('2025-01-06'), until: n('2026-06-08') }
    const lived = (place: 'R5' | 'P1', more: object) =>
      child({
        periods: [period('2025-01-06')],
        placements: [placement('2025-01-06', { place, ...more })],
        statuses: [status('2025-01-06', place === 'P1' ? 'D1' : 'C2')],
        visits: [visit('2025-01-10'), visit('2026-06-01'), visit('2026-06-10')],
      })
    const held = lived('R5', { anotherResponsible: decided })
    assert.match(short(held, '2026-06-11', VISITS).at(-1) ?? '', /2026-07-22 -$/)
    const stands = lived('R5', { anotherResponsible: { ...decided, until: undefined } })
    assert.match(short(stands, '2026-06-11', VISITS).at(-1) ?? '', /2026-09-10 -$/)
    const parent = (until: number | undefined) => lived('P1', { immediate: { ...decided, until } })
    assert.match(short(parent(undefined), '2026-06-11', VISITS).at(-1) ?? '', /2026-06-17 -$/)
    assert.match(short(parent(decided.until), '2026-06-11', VISITS).at(-1) ?? '', /2026-07-22 -$/)
  })

  test('a visit asked for has no number of days, one after a notice has a week', () => {
    const request = (kind: 'asked' | 'notice') =>
      child({
        ...home,
        visits: [visit('2026-06-05')],
        visitRequests: [{ line: 'request', recorded: noon('2026-06-10'), day: n('2026-06-10'), kind }],
      })
    assert.equal(short(request('asked'), '2026-09-01', VISITS).at(-1), 'CP-24 notYetDue - -')
    assert.equal(short(request('notice'), '2026-06-18', VISITS).at(-1), 'CP-24 overdue 2026-06-17 -')
  })
})

describe('health and education', () => {
  const came = { birth: bornOn('2015-02-03'), periods: [period('2026-03-27')], placements: [placement('2026-03-27')] }
  const health = (facts: Partial<ChildFacts>, on: string) => short(child({ ...came, ...facts }), on, /^HE-0[12]/)

  test('the first review held earlier makes a later assessment late', () => {
    const found = health(
      { reviews: [review('2026-04-15')], healthAssessments: [assessment('2026-04-20')] },
      '2026-05-01',
    )
    assert.deepEqual(found, ['HE-01 doneLate 2026-04-15 2026-04-20', 'HE-02 notYetDue 2027-04-20 -'])
  })

  test('a nurse does not satisfy the initial duty', () => {
    const found = health({ healthAssessments: [assessment('2026-04-10', { by: 'nurse' })] }, '2026-05-01')
    assert.equal(found[0], 'HE-01 overdue 2026-04-28 -')
  })

  test('an assessment with its report from the three months before exempts', () => {
    const before = assessment('2026-01-20', { kind: 'review', report: n('2026-01-25') })
    assert.deepEqual(health({ healthAssessments: [before] }, '2026-05-01'), [
      'HE-01 notApplicable 2026-04-28 -',
      'HE-02 notYetDue 2027-01-20 -',
    ])
  })

  test('a refusal in time excuses; one after the day it was due does not', () => {
    const refused = (on: string) => assessment(on, { outcome: 'refused' })
    assert.deepEqual(health({ healthAssessments: [refused('2026-04-10')] }, '2026-06-01'), [
      'HE-01 excused 2026-04-28 -',
      'HE-02 notYetDue 2027-04-10 -',
    ])
    assert.deepEqual(health({ healthAssessments: [refused('2026-05-10')] }, '2026-06-01'), [
      'HE-01 overdue 2026-04-28 -',
    ])
  })

  const answered = (on: string, outcome: 'seen' | 'refused' | 'agreed', kind: 'initial' | 'review' = 'review') =>
    assessment(on, { line: `${outcome} ${kind} ${on}`, outcome, kind })
  const [seen, no] = [answered('2026-04-10', 'seen', 'initial'), answered('2027-03-01', 'refused')]
  const MET = 'HE-01 doneOnTime 2026-04-28 2026-04-10'
  const refusals: readonly [string, readonly HealthAssessment[], string, readonly string[]][] = [
    [
      'the review after one that was refused is owed a year from the no, and overdue when it is not done',
      [seen, no],
      '2028-03-02',
      [MET, 'HE-02 excused 2027-04-10 -', 'HE-02 overdue 2028-03-01 -'],
    ],
    [
      'a yes that comes later ends the no',
      [seen, no, answered('2027-03-20', 'agreed')],
      '2027-05-01',
      [MET, 'HE-02 overdue 2027-04-10 -'],
    ],
    [
      'of two answers on one day the one typed last stands',
      [seen, no, { ...answered('2027-03-01', 'agreed'), recorded: no.recorded + 1 }],
      '2027-05-01',
      [MET, 'HE-02 overdue 2027-04-10 -'],
    ],
    [
      'a yes after the day it was due does not undo what was excused',
      [seen, no, answered('2027-04-20', 'agreed')],
      '2027-05-01',
      [MET, 'HE-02 excused 2027-04-10 -', 'HE-02 notYetDue 2028-03-01 -'],
    ],
    [
      'seen in time after all: met',
      [seen, no, answered('2027-04-10', 'seen')],
      '2027-05-01',
      [MET, 'HE-02 doneOnTime 2027-04-10 2027-04-10', 'HE-02 notYetDue 2028-04-10 -'],
    ],
    [
      'seen after the day of what was excused: the next is met',
      [seen, no, answered('2027-06-10', 'seen')],
      '2027-07-01',
      [MET, 'HE-02 excused 2027-04-10 -', 'HE-02 doneOnTime 2028-03-01 2027-06-10', 'HE-02 notYetDue 2028-06-10 -'],
    ],
    [
      'a no to a review does not excuse the initial assessment',
      [answered('2026-04-10', 'refused')],
      '2026-06-01',
      ['HE-01 overdue 2026-04-28 -'],
    ],
    [
      'refused twice on one day: counted once from it',
      [seen, no, answered('2027-03-01', 'refused', 'initial'), { ...no, line: 'again' }],
      '2027-05-01',
      [MET, 'HE-02 excused 2027-04-10 -', 'HE-02 notYetDue 2028-03-01 -'],
    ],
    [
      'the initial one refused again is refused by that name',
      [answered('2026-04-10', 'refused', 'initial'), answered('2027-04-01', 'refused', 'initial')],
      '2027-05-01',
      ['HE-01 excused 2026-04-28 -', 'HE-02 excused 2027-04-10 -', 'HE-02 notYetDue 2028-04-01 -'],
    ],
  ]
  for (const [name, healthAssessments, on, expected] of refusals)
    test(name, () => assert.deepEqual(health({ healthAssessments }, on), expected))

  test('a recorded excuse that the rule knows, by the day it was due', () => {
    const excuse = {
      line: 'excuse',
      recorded: noon('2026-04-10'),
      rule: 'HE-01',
      occurrence: 'period 2026-03-27',
      reason: 'refused',
      day: n('2026-04-10'),
    }
    assert.equal(health({ excuses: [excuse] }, '2026-06-01')[0], 'HE-01 excused 2026-04-28 -')
    assert.equal(health({ excuses: [{ ...excuse, reason: 'no time' }] }, '2026-06-01')[0], 'HE-01 overdue 2026-04-28 -')
  })

  test('a plan each term; a late entrant’s initial plan stands; a term missed stays missed', () => {
    const terms = [
      { name: 'spring', first: n('2026-01-05'), last: n('2026-04-02') },
      { name: 'summer', first: n('2026-04-20'), last: n('2026-07-21') },
      { name: 'autumn', first: n('2026-09-02'), last: n('2026-12-18') },
    ]
    const found = short(child({ ...came, terms }), '2026-09-10', /^ED-03/)
    assert.deepEqual(found, [
      'ED-03 notApplicable 2026-04-02 -',
      'ED-03 overdue 2026-07-21 -',
      'ED-03 notYetDue 2026-12-18 -',
    ])
  })

  test('below three years no education plan is owed', () => {
    const baby = child({ ...came, birth: bornOn('2025-02-03') })
    assert.deepEqual(short(baby, '2026-06-01', /^ED-0[12]/), [
      'ED-01 notApplicable 2026-04-14 -',
      'ED-02 notApplicable 2026-04-28 -',
    ])
  })
})

describe('other duties', () => {
  test('a placement plan for each placement, planned ones by the day they begin', () => {
    const facts = child({
      periods: [period('2026-04-30')],
      placements: [placement('2026-04-30', { ended: n('2026-06-01') }), placement('2026-06-01', { planned: true })],
      placementPlans: [
        {
          line: 'plan',
          recorded: noon('2026-05-08'),
          placement: 'placement 2026-04-30',
          prepared: n('2026-05-08'),
          agreed: undefined,
        },
      ],
    })
    assert.deepEqual(short(facts, '2026-06-02', /^CP-04/), [
      'CP-04 doneOnTime 2026-05-08 2026-05-08',
      'CP-04 overdue 2026-06-01 -',
    ])
  })

  test('a return interview within 72 hours of the very hour; a declined offer counts', () => {
    const returnedAt = Date.UTC(2026, 2, 28, 23, 30)
    const episode = {
      line: 'episode',
      recorded: returnedAt,
      kind: 'missing',
      from: n('2026-03-27'),
      until: n('2026-03-28'),
      returnedAt,
    } as const
    const interview = (at: number) => ({
      line: 'interview',
      recorded: at,
      episode: 'episode',
      offered: undefined,
      day: n('2026-04-01'),
      at,
      outcome: 'declined' as const,
    })
    const facts = (at: number) =>
      child({ periods: [period('2026-01-05')], missingEpisodes: [episode], returnInterviews: [interview(at)] })
    const deadline = Date.UTC(2026, 2, 31, 23, 30)
    assert.deepEqual(short(facts(deadline), '2026-04-02', /^MI-01/), ['MI-01 doneOnTime 2026-04-01 2026-04-01'])
    assert.deepEqual(short(facts(deadline + 60_000), '2026-04-02', /^MI-01/), ['MI-01 doneLate 2026-04-01 2026-04-01'])
  })

  test('on the 18th birthday all of it stops', () => {
    const facts = child({
      birth: bornOn('2008-12-01'),
      periods: [period('2026-11-16')],
      placements: [placement('2026-11-16')],
    })
    const states = new Set(
      linesOf(facts, '2026-12-20')
        .filter(({ due }) => (due ?? '') >= '2026-12-01')
        .map(({ state }) => state),
    )
    assert.deepEqual([...states], ['notApplicable'])
  })
})
