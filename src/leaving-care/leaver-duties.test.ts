// Who is eligible, relevant, former relevant or qualifying, and what is owed to them, case by case.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day, dayOf, numberOf } from '#calendar'
import type { Duty, Span } from '#ledger'
import { type LeaverFacts, leaverDuties, leaverStatus, NO_LEAVER, STATUS_WORDS } from './index.ts'

const n = (text: string): number => numberOf(day(text))
const at = (text: string) => ({ line: text, recorded: n(text) * 86_400_000, day: n(text) })
const ALWAYS: readonly Span[] = [{ from: n('2010-01-01'), until: n('2060-01-01'), parts: [] }]
const care = (from: string, until?: string) => ({ from: n(from), until: until === undefined ? undefined : n(until) })
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
    ['25', [BORN, YEARS, n('2035-03-15')], 'none'],
    ['never in care', [BORN, [], n('2027-06-01')], 'none'],
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
  readonly reviewed?: readonly string[]
}
function owed({ on, facts = {}, until, reviewed = [] }: Known): readonly string[] {
  const out: Duty[] = []
  leaverDuties(out, {
    ...{ on: n(on), born: BORN, anchor: { line: 'care', recorded: 0 }, spans: ALWAYS },
    inCare: [care('2020-01-06', until)],
    reviewed: reviewed.map(n),
    facts: { ...NO_LEAVER, ...facts },
  })
  return out.map(({ basis, standing, due, done }) =>
    [basis.id, standing, ...[due, done].map((one) => (one === undefined ? '–' : dayOf(one)))].join(' '),
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
    const adviser = { ...at('2026-03-20'), from: n('2026-03-20'), until: undefined }
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
})

describe('what is owed after care', () => {
  const planned = [at('2026-07-01')]
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
    const homes = [{ ...at('2026-09-01'), since: n('2026-09-01'), until: undefined, provided: true }]
    const seen = (on: string) => ({ ...at(on), how: 'where they live', outcome: 'in touch', offered: false })
    const facts = {
      homes,
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
  test('an attempt without an answer is no contact', () => {
    const tried = (outcome: string) => [{ ...at('2026-10-20'), how: 'call', outcome, offered: false }]
    assert.deepEqual(of('LC-10', { on: '2026-11-10', facts: { contacts: tried('no answer') } }), [
      'LC-10 open 2026-10-27 –',
    ])
    assert.deepEqual(of('LC-10', { on: '2026-11-10', facts: { contacts: tried('in touch') } }), [
      'LC-10 doneOnTime 2026-10-27 2026-10-20',
      'LC-10 open 2026-12-15 –',
    ])
  })
  test('from 21 the support is offered, then each year, until 25', () => {
    const offered = [{ ...at('2031-04-01'), how: 'letter', outcome: 'no answer', offered: true }]
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
      facts,
      spans: ALWAYS,
    })
    assert.deepEqual(out, [])
  })
})
