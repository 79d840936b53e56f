// Who is eligible, relevant, former relevant or qualifying, and what is owed to them, case by case.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day, dayOf, numberOf } from '#calendar'
import type { Duty, Span } from '#ledger'
import { type LeaverFacts, leaverDuties, leaverStatus, NO_LEAVER, STATUS_WORDS, triedSince } from './index.ts'

const n = (text: string): number => numberOf(day(text))
const at = (text: string) => ({ line: text, recorded: n(text) * 86_400_000, day: n(text) })
const ALWAYS: readonly Span[] = [{ from: n('2010-01-01'), until: n('2060-01-01'), parts: [] }]
const ended = (kind: string, since: string, until?: string) => ({
  ...{ kind, since: n(since), until: until === undefined ? undefined : n(until) },
})
const left = (...ends: readonly ReturnType<typeof ended>[]) => [{ ...care('2020-01-06', '2026-09-01'), ends }]
const care = (from: string, until?: string, reason?: string) => ({
  ...{ from: n(from), until: until === undefined ? undefined : n(until), reason },
})
/** 16 on 15 March 2026, 18 in 2028, 21 in 2031, 25 in 2035. */
const BORN = n('2010-03-15')
const YEARS = [care('2020-01-06')]

describe('which of them somebody is', () => {
  const cases: readonly [string, Parameters<typeof leaverStatus>, string][] = [
    ['no birth date', [undefined, YEARS, n('2026-06-01')], 'unknown'],
    ['15', [BORN, YEARS, n('2026-03-14')], 'underSixteen'],
    ['16 and in care for years', [BORN, YEARS, n('2026-03-15')], 'eligible'],
    ['16 and in care for a month', [BORN, [care('2026-03-01')], n('2026-04-01')], 'notYetEligible'],
    ['left at 16, after years', [BORN, [care('2020-01-06', '2026-09-01')], n('2026-09-01')], 'relevant'],
    ['left at 16, after a month', [BORN, [care('2026-03-20', '2026-04-20')], n('2026-09-01')], 'qualifying'],
    ['left at 15', [BORN, [care('2020-01-06', '2026-02-01')], n('2026-09-01')], 'none'],
    ['18, though nobody wrote the end', [BORN, YEARS, n('2028-03-15')], 'formerRelevant'],
    ['24', [BORN, YEARS, n('2034-06-01')], 'formerRelevant'],
    ['25', [BORN, YEARS, n('2035-03-15')], 'over'],
    ['17, two years after an adoption', [BORN, [care('2020-01-06', '2026-09-01', 'E11')], n('2027-09-01')], 'ended'],
    ['19, and died in care', [BORN, [care('2020-01-06', '2027-09-01', 'E2')], n('2029-09-01')], 'ended'],
    [
      '16, and in care for a month, found to be an adult',
      [BORN, [care('2026-03-20', '2026-04-20', 'E15')], n('2026-05-01')],
      'ended',
    ],
    ['21, after a month in care', [BORN, [care('2026-03-20', '2026-04-20')], n('2031-03-15')], 'over'],
    ['never in care', [BORN, [], n('2027-06-01')], 'none'],
    ['died at 17, after care', [BORN, left(ended('died', '2027-03-01')), n('2027-03-01')], 'ended'],
    ['the day before', [BORN, left(ended('died', '2027-03-01')), n('2027-02-28')], 'relevant'],
    ['died at 20', [BORN, left(ended('died', '2030-03-01')), n('2031-01-01')], 'ended'],
    ['with a parent for five months', [BORN, left(ended('parent', '2026-09-01')), n('2027-02-28')], 'relevant'],
    ['with a parent for six', [BORN, left(ended('parent', '2026-09-01')), n('2027-03-01')], 'qualifying'],
    ['and 18 since', [BORN, left(ended('parent', '2026-09-01')), n('2028-06-01')], 'qualifying'],
    ['and 21', [BORN, left(ended('parent', '2026-09-01')), n('2031-03-15')], 'over'],
    [
      'with a parent for six months only at 18',
      [BORN, left(ended('parent', '2027-10-01')), n('2028-06-01')],
      'formerRelevant',
    ],
    ['it broke down at 17', [BORN, left(ended('parent', '2026-09-01', '2027-05-01')), n('2027-05-01')], 'relevant'],
    [
      'it broke down at 17, and 18',
      [BORN, left(ended('parent', '2026-09-01', '2027-05-01')), n('2028-06-01')],
      'formerRelevant',
    ],
    ['it broke down at 19', [BORN, left(ended('parent', '2026-09-01', '2029-05-01')), n('2029-06-01')], 'qualifying'],
    ['and died', [BORN, left(ended('parent', '2026-09-01'), ended('died', '2029-05-01')), n('2029-06-01')], 'ended'],
    [
      'left at 15, and with a parent for six months',
      [BORN, [{ ...care('2020-01-06', '2025-11-15'), ends: [ended('parent', '2025-11-15')] }], n('2026-06-01')],
      'none',
    ],
    [
      'in care for a month, and with a parent for six',
      [BORN, [{ ...care('2026-03-20', '2026-04-20'), ends: [ended('parent', '2026-04-20')] }], n('2027-01-01')],
      'qualifying',
    ],
    ['back in care at 17', [BORN, [care('2020-01-06', '2026-09-01'), care('2027-01-04')], n('2027-02-01')], 'eligible'],
  ]
  for (const [name, given, kind] of cases) test(name, () => assert.equal(leaverStatus(...given).kind, kind))
  test('each is said in words, with where it is said', () => {
    for (const { name, says, cites } of Object.values(STATUS_WORDS)) {
      assert.ok(name !== '' && says.endsWith('.'))
      assert.ok(cites.length > 0)
    }
  })
})

type Known = {
  readonly on: string
  readonly facts?: Partial<LeaverFacts>
  readonly until?: string
  readonly reason?: string
  readonly reviewed?: readonly string[]
  readonly fostered?: readonly (readonly [from: string, until?: string])[]
  readonly weeksOfTouch?: number
  readonly daysToPlan?: number
  readonly ends?: readonly ReturnType<typeof ended>[]
}
const FOSTERED = [['2020-01-06']] as const
function owed({
  on,
  facts = {},
  until,
  reason,
  reviewed = [],
  fostered = FOSTERED,
  weeksOfTouch = 8,
  daysToPlan,
  ends = [],
}: Known): readonly string[] {
  const out: Duty[] = []
  leaverDuties(out, {
    ...{ on: n(on), born: BORN, anchor: { line: 'care', recorded: 0 }, spans: ALWAYS },
    inCare: [{ ...care('2020-01-06', until, reason), ends }],
    reviewed: reviewed.map(n),
    fostered: fostered.map(([from, last]) => ({ ...at(from), ...care(from, last) })),
    facts: { ...NO_LEAVER, ...facts },
    weeksOfTouch,
    daysToPlan,
  })
  return out.map(({ basis, standing, closes, due, done }) =>
    [
      basis.id,
      standing === 'open' && closes !== undefined && closes <= n(on) ? 'closed' : standing,
      ...[due, done].map((one) => (one === undefined ? '–' : dayOf(one))),
    ].join(' '),
  )
}

describe('what is owed in care, from 16', () => {
  test('nothing before; then assessment, adviser, and staying put at the first review', () => {
    assert.deepEqual(owed({ on: '2026-03-14' }), [])
    assert.deepEqual(owed({ on: '2026-05-01', reviewed: ['2026-02-01', '2026-04-20'] }), [
      'LC-02 open 2026-06-15 –',
      'LC-04 open – –',
      'LC-12 open 2026-04-20 –',
    ])
  })
  test('the plan is owed from the assessment on; each is met by what is recorded', () => {
    const adviser = { ...at('2026-03-20'), from: n('2026-03-20'), until: undefined, worker: 'ada' }
    const facts = { assessed: [at('2026-06-20')], planned: [at('2026-07-01')], advisers: [adviser] }
    const stays = [{ ...at('2026-04-20'), what: 'talked about' }]
    assert.deepEqual(owed({ on: '2026-08-01', facts: { ...facts, stays }, reviewed: ['2026-04-20'] }), [
      'LC-02 doneLate 2026-06-15 2026-06-20',
      'LC-03 doneOnTime – 2026-07-01',
      'LC-04 doneOnTime – 2026-03-20',
      'LC-12 doneOnTime 2026-04-20 2026-04-20',
    ])
    const gone = { ...facts, stays, advisers: [{ ...adviser, until: n('2026-07-20') }] }
    assert.ok(owed({ on: '2026-08-01', facts: gone }).includes('LC-04/again open – –'))
  })
  test('where a council set days of its own, the plan is owed by then, beside the law that sets none', () => {
    const plan = (daysToPlan: number | undefined, planned: readonly string[], assessed = '2026-06-10') =>
      owed({
        ...{ on: '2026-08-01', facts: { assessed: [at(assessed)], planned: planned.map(at) } },
        ...(daysToPlan === undefined ? {} : { daysToPlan }),
      }).filter((line) => /^LC-(03|17)/.test(line))
    assert.deepEqual(plan(undefined, []), ['LC-03 open – –'])
    assert.deepEqual(plan(20, []), ['LC-03 open – –', 'LC-17/20 open 2026-07-08 –'])
    const made = ['LC-03 doneOnTime – 2026-07-08', 'LC-17/20 doneOnTime 2026-07-08 2026-07-08']
    assert.deepEqual(plan(20, ['2026-07-08']), made)
    assert.deepEqual(plan(10, ['2026-07-08'])[1], 'LC-17/10 doneLate 2026-06-24 2026-07-08')
  })
  test('whoever leaves care before 18 without an assessment has one within three months of that day', () => {
    const left = (assessed: string[], on = '2026-12-01') =>
      owed({ on, until: '2026-09-01', facts: { assessed: assessed.map(at) } }).filter((line) => /^LC-0[26]/.test(line))
    assert.deepEqual(left([]), ['LC-02 closed 2026-06-15 –', 'LC-06 open 2026-12-01 –'])
    assert.deepEqual(left(['2026-11-20']), ['LC-02 closed 2026-06-15 –', 'LC-06 doneOnTime 2026-12-01 2026-11-20'])
    assert.deepEqual(left(['2026-06-10']), ['LC-02 doneOnTime 2026-06-15 2026-06-10'])
    assert.deepEqual(left([], '2028-03-15'), ['LC-02 closed 2026-06-15 –', 'LC-06 closed 2026-12-01 –'])
  })
  test('an adviser who had gone before they became eligible is none', () => {
    const until = (day: string) => [{ ...at('2025-01-06'), from: n('2025-01-06'), until: n(day), worker: 'ada' }]
    const said = (day: string) =>
      owed({ on: '2026-05-01', facts: { advisers: until(day) } }).filter((line) => line.startsWith('LC-04'))
    assert.deepEqual(said('2025-09-01'), ['LC-04 open – –'])
    assert.deepEqual(said('2026-04-01'), ['LC-04 doneOnTime – 2026-03-15', 'LC-04/again open – –'])
  })
  test('staying put is talked about with whoever lives with foster carers', () => {
    const said = (fostered: Known['fostered'], facts: Known['facts'] = {}) =>
      owed({ on: '2026-08-01', fostered: fostered ?? [], facts, reviewed: ['2026-04-20', '2026-07-20'] }).filter(
        (line) => line.startsWith('LC-12'),
      )
    assert.deepEqual(said([]), [])
    assert.deepEqual(said([['2020-01-06', '2025-09-01']]), [])
    assert.deepEqual(said([['2026-05-01']]), ['LC-12 open 2026-07-20 –'])
    assert.deepEqual(said([['2020-01-06', '2026-04-01']]), ['LC-12 closed – –'])
    const stays = [{ ...at('2026-04-20'), what: 'talked about' }]
    assert.deepEqual(said([['2020-01-06', '2026-05-01'], ['2026-06-01']], { stays }), [
      'LC-12 doneOnTime 2026-04-20 2026-04-20',
    ])
  })
})

const planned = [at('2026-07-01')]
const HOMES = [{ ...at('2026-09-01'), since: n('2026-09-01'), until: undefined, provided: true }]
const ADVISER = { ...at('2026-03-20'), from: n('2026-03-20'), until: undefined, worker: 'ada' }
const seen = (on: string, by = 'ada') => ({
  ...{ ...at(on), how: 'where they live', outcome: 'in touch', offered: false, by },
})
describe('what is owed after care', () => {
  test('nothing where care ended with death, an adoption, another council, or an assessment that found an adult', () => {
    const ids = (reason: string) =>
      owed({ on: '2026-12-01', until: '2026-09-01', reason, facts: { planned, homes: HOMES } }).filter((line) =>
        / open /.test(line),
      )
    for (const reason of ['E2', 'E3', 'E11', 'E12', 'E15']) assert.deepEqual(ids(reason), [], reason)
    assert.ok(ids('E4A').length > 4)
  })
  const of = (id: string, known: Known) => owed({ until: '2026-09-01', ...known }).filter((line) => line.startsWith(id))
  test('a review each six months from the plan, sooner where the review said so, and at once where it is asked for', () => {
    assert.deepEqual(of('LC-07', { on: '2026-10-01', facts: { planned } }), ['LC-07 open 2027-01-01 –'])
    const reviews = [{ ...at('2026-12-01'), accommodation: false, nextMonths: 3 }]
    const asks = [at('2026-11-10')]
    assert.deepEqual(of('LC-07', { on: '2027-01-04', facts: { planned, reviews, asks } }), [
      'LC-07 doneOnTime 2027-01-01 2026-12-01',
      'LC-07 open 2027-03-01 –',
      'LC-07/asked doneOnTime – 2026-12-01',
    ])
  })
  test('where the council provides it: a visit in a week and each two months, a review after 28 days and each three months', () => {
    const homes = HOMES
    const facts = {
      ...{ homes, advisers: [ADVISER] },
      contacts: [seen('2026-09-04'), seen('2026-11-20')],
      reviews: [{ ...at('2026-10-05'), accommodation: true, nextMonths: 2 }],
    }
    assert.deepEqual(of('LC-08', { on: '2026-12-01', facts }), [
      'LC-08/first doneOnTime – 2026-10-05',
      'LC-08/later open 2026-12-05 –',
    ])
    assert.deepEqual(of('LC-09', { on: '2026-12-01', facts }), [
      'LC-09/first doneOnTime 2026-09-08 2026-09-04',
      'LC-09/later doneLate 2026-11-04 2026-11-20',
      'LC-09/later open 2027-01-20 –',
    ])
    const theirs = { ...facts, homes: homes.map((home) => ({ ...home, provided: false })) }
    assert.deepEqual(
      [...of('LC-08', { on: '2026-12-01', facts: theirs }), ...of('LC-09', { on: '2026-12-01', facts: theirs })],
      [],
    )
  })
  test('a home kept on from care is provided from the end of care on; the next home ends the one before', () => {
    const before = { ...at('2026-05-01'), since: n('2026-05-01'), until: undefined, provided: true }
    const advisers = [ADVISER]
    assert.deepEqual(of('LC-09', { on: '2026-10-01', facts: { homes: [before], advisers } }), [
      'LC-09/first open 2026-09-08 –',
    ])
    assert.deepEqual(of('LC-08', { on: '2026-10-01', facts: { homes: [before], advisers } }), ['LC-08/first open – –'])
    const next = { ...at('2026-09-20'), since: n('2026-09-20'), until: undefined, provided: false }
    assert.deepEqual(of('LC-09', { on: '2026-12-01', facts: { homes: [before, next], advisers } }), [
      'LC-09/first closed 2026-09-08 –',
    ])
  })
  test('the visit is the adviser’s own', () => {
    const facts = (by: string) => ({ homes: HOMES, advisers: [ADVISER], contacts: [seen('2026-09-04', by)] })
    assert.deepEqual(of('LC-09', { on: '2026-09-20', facts: facts('bob') }), ['LC-09/first open 2026-09-08 –'])
    assert.deepEqual(of('LC-09/first', { on: '2026-09-20', facts: facts('ada') }), [
      'LC-09/first doneOnTime 2026-09-08 2026-09-04',
    ])
  })
  test('the last review in care counts for the plan that stood then', () => {
    const known = { facts: { planned }, reviewed: ['2026-06-01', '2026-08-20'] }
    assert.deepEqual(of('LC-07', { on: '2027-01-20', ...known }), ['LC-07 open 2027-02-20 –'])
  })
  test('an attempt without an answer is no contact', () => {
    const tried = (outcome: string) => [{ ...at('2026-10-20'), how: 'call', outcome, offered: false, by: 'ada' }]
    assert.deepEqual(of('LC-10', { on: '2026-11-10', facts: { contacts: tried('no answer') } }), [
      'LC-10 open 2026-10-27 –',
    ])
    assert.deepEqual(of('LC-10', { on: '2026-11-10', facts: { contacts: tried('in touch') } }), [
      'LC-10 doneOnTime 2026-10-27 2026-10-20',
      'LC-10 open 2026-12-15 –',
    ])
  })
  test('we are in touch as often as the council chose', () => {
    const contacts = [{ ...at('2026-10-20'), how: 'call', outcome: 'in touch', offered: false, by: 'ada' }]
    const often = (weeksOfTouch: number) => of('LC-10', { on: '2026-11-10', facts: { contacts }, weeksOfTouch })
    assert.equal(often(8).at(-1), 'LC-10 open 2026-12-15 –')
    assert.equal(often(4).at(-1), 'LC-10/4 open 2026-11-17 –')
  })
  test('from 21 the support is offered, then each year, until 25', () => {
    const offered = [{ ...at('2031-04-01'), how: 'letter', outcome: 'no answer', offered: true, by: 'ada' }]
    assert.deepEqual(of('LC-13', { on: '2031-03-14' }), [])
    assert.deepEqual(of('LC-13', { on: '2031-03-20' }), ['LC-13/first open – –'])
    assert.deepEqual(of('LC-13', { on: '2031-06-01', facts: { contacts: offered } }), [
      'LC-13/first doneOnTime – 2031-04-01',
      'LC-13/yearly open 2032-04-01 –',
    ])
  })
  test('nothing is counted for somebody who was in care for a month', () => {
    const out: Duty[] = []
    const facts = { ...NO_LEAVER, planned }
    leaverDuties(out, {
      on: n('2026-09-01'),
      born: BORN,
      anchor: at('2026-03-20'),
      inCare: [care('2026-03-20', '2026-04-20')],
      reviewed: [],
      fostered: [],
      weeksOfTouch: 8,
      daysToPlan: undefined,
      facts,
      spans: ALWAYS,
    })
    assert.deepEqual(out, [])
  })
})

test('attempts are counted since anybody heard from them, and also where nobody ever did', () => {
  const contacts = (...outcomes: readonly string[]) => outcomes.map((outcome) => ({ happened: '2026-09-01', outcome }))
  const [none, touch, not] = ['no answer', 'in touch', 'does not want contact']
  const tries = (...outcomes: readonly string[]) => triedSince(contacts(...outcomes)).tries
  assert.deepEqual(
    [tries(), tries(none, none), tries(none, touch, none), tries(not, touch), tries(none, not, none, touch)],
    [0, 2, 1, 0, 1],
  )
})

describe('what ends it after care', () => {
  const until = '2026-09-01'
  const open = (on: string, ...ends: readonly ReturnType<typeof ended>[]) =>
    owed({ on, until, ends, fostered: [] }).filter((one) => one.includes(' open '))
  test('nothing stands open, or late, from a death on', () => {
    assert.deepEqual(open('2026-10-01', ended('died', '2026-10-01')), [])
    assert.deepEqual(open('2030-01-01', ended('died', '2029-10-01')), [])
    assert.equal(open('2026-09-30', ended('died', '2026-10-01')).length, 3)
  })
  test('nor after six months with a parent; from the day on which that breaks down, all of it begins again', () => {
    assert.deepEqual(open('2027-03-01', ended('parent', '2026-09-01')), [])
    assert.deepEqual(open('2027-06-01', ended('parent', '2026-09-01', '2027-05-01')), [
      'LC-06 open 2027-08-01 –',
      'LC-04 open – –',
      'LC-10 open 2027-06-26 –',
    ])
  })
  const touch = (on: string) => ({ ...at(on), how: 'call', outcome: 'in touch', offered: false, by: 'ada' })
  const told = (on: string, contacts: readonly string[], ...ends: readonly ReturnType<typeof ended>[]) =>
    owed({ on, until, ends, facts: { contacts: contacts.map(touch) } }).filter((line) => line.startsWith('LC-10'))
  test('a death makes nothing owed that six months with a parent had ended', () => {
    const years = ['2026-10-20', '2027-09-01']
    const home = ended('parent', '2026-09-01')
    assert.deepEqual(told('2029-06-01', years, home, ended('died', '2029-05-01')), told('2029-06-01', years, home))
  })
  test('what was done before it broke down stays done', () => {
    const before = ['LC-10 doneOnTime 2026-10-27 2026-10-20', 'LC-10 doneOnTime 2026-12-15 2026-12-01']
    assert.deepEqual(told('2027-06-01', ['2026-10-20', '2026-12-01'], ended('parent', '2026-09-01', '2027-05-01')), [
      ...before,
      'LC-10 closed 2027-01-26 –',
      'LC-10 open 2027-06-26 –',
    ])
  })
  test('each duty has a name of its own, before and after', () => {
    const out: Duty[] = []
    leaverDuties(out, {
      ...{
        on: n('2027-06-01'),
        born: BORN,
        anchor: at('2020-01-06'),
        spans: ALWAYS,
        weeksOfTouch: 8,
        daysToPlan: undefined,
      },
      inCare: left(ended('parent', '2026-09-01', '2027-05-01')),
      ...{ reviewed: [], fostered: [], facts: { ...NO_LEAVER, planned, homes: HOMES } },
    })
    const names = out.map(({ basis, occurrence }) => `${basis.id} ${occurrence}`)
    assert.equal(new Set(names).size, names.length)
    assert.ok(names.some((name) => name.endsWith('/again')))
  })
})
