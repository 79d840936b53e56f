// What the forms of events of care decide, from what was typed: tables of cases, without a database.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#calendar'
import { typed } from '#drafts'
import { reading } from '#forms'
import { decideLeaving, decideReport, decideReturn, nowOf } from './away.ts'
import { decideHome, decideNight, decidePlan, homeAsTyped, moveAsDecided, type PlanGiven } from './homes.ts'
import { decideAgreement, decideOrder, decideOrderEnd, decideOrderGoesOn, decideSuspension } from './orders.ts'
import { POWERS_INTO_CARE, powerIn } from './power.ts'

const TODAY = day('2026-11-26')
const of = (fields: Readonly<Record<string, string | readonly string[]>>) =>
  typed(
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? [value] : value]),
    ),
  )
const NIA = { child: 'nia', name: 'Nia' }
const faults = (
  decided: { readonly ok: unknown } | { readonly faults: readonly { field: string }[] },
): readonly string[] => ('faults' in decided ? decided.faults.map(({ field }) => field) : [])

describe('by what power', () => {
  const since = day('2026-11-25')
  const power = (fields: Readonly<Record<string, string | readonly string[]>>) => {
    const r = reading(of(fields), TODAY)
    const taken = powerIn(r, POWERS_INTO_CARE, { since })
    return { taken, at: r.faults.map(({ field }) => field) }
  }
  const cases = [
    ['nothing chosen', {}, ['power', 'agreed', 'agreed_names']],
    ['police protection to its last day', { power: 'police protection', until: '28 Nov 2026' }, []],
    ['a day longer', { power: 'police protection', until: '29 Nov 2026' }, ['until']],
    [
      'emergency protection for eight days',
      { power: 'emergency protection order', until: '3 Dec 2026', court: 'C' },
      [],
    ],
    ['nine', { power: 'emergency protection order', until: '4 Dec 2026', court: 'C' }, ['until']],
    ['no end', { power: 'emergency protection order', court: 'C' }, ['until']],
    ['an interim order needs none', { power: 'interim care order', court: 'C' }, []],
    ['an end before the start', { power: 'care order', court: 'C', until: '1 Nov 2026' }, ['until']],
    ['a hearing on the way', { power: 'interim care order', court: 'C', hearing: '1 Dec 2026' }, []],
    ['a hearing before the order', { power: 'interim care order', court: 'C', hearing: '1 Nov 2026' }, ['hearing']],
    ['agreed by a parent', { power: 'section 20 agreement', agreed: ['father'], agreed_names: 'Rhys' }, []],
  ] as const
  for (const [name, fields, at] of cases) test(name, () => assert.deepEqual(power(fields).at, at))
})

describe('an order goes on', () => {
  const order = (kind: string, until: string | null, longer: boolean) => ({
    longer,
    ...{ id: 'o', line: 'o', kind, since: day('2026-11-20'), ended: null, suspendedBy: null, hearing: null },
    until: until === null ? null : day(until),
  })
  const cases = [
    ['eight days and seven', 'emergency protection order', '2026-11-28', { until: '5 Dec 2026' }, []],
    ['a day more', 'emergency protection order', '2026-11-28', { until: '6 Dec 2026' }, ['until']],
    ['a second time', 'emergency protection order', '2026-12-05', { until: '6 Dec 2026' }, ['until']],
    ['a short one a second time', 'emergency protection order', '2026-11-26', { until: '28 Nov 2026' }, ['until']],
    ['a hearing alone', 'emergency protection order', '2026-12-05', { until: '5 Dec 2026', hearing: '1 Dec 2026' }, []],
    ['no longer by this form', 'interim care order', '2027-01-20', { until: '20 Dec 2026' }, ['until']],
    ['without its end', 'interim care order', '2027-01-20', { hearing: '1 Dec 2026' }, ['until']],
    ['an end where there was none', 'interim care order', null, { until: '20 Jan 2027' }, []],
    ['heard before it was made', 'interim care order', null, { hearing: '1 Nov 2026' }, ['hearing']],
    ['nothing new', 'interim care order', null, {}, ['hearing']],
  ] as const
  for (const [name, kind, until, typed, at] of cases)
    test(name, () => {
      const given = { ...NIA, goes: order(kind, until, name === 'a short one a second time') }
      assert.deepEqual(faults(decideOrderGoesOn(of({ why: 'By the court.', ...typed }), given, TODAY)), at)
    })
})

const HOME = { since: '25 Nov', home_kind: 'U6', how_it_came: 'planned', who_may_know: 'all' }
const standing = { id: 'h', line: 'h', kind: 'U6', home: null, since: day('2026-11-01'), until: null }
describe('a home', () => {
  test('the first asks for no reason; a move does, and comes after the one before', () => {
    assert.deepEqual(faults(decideHome(of(HOME), { ...NIA, homes: [], deciders: [], ahead: [] }, TODAY)), [])
    assert.deepEqual(faults(decideHome(of(HOME), { ...NIA, homes: [standing], deciders: [], ahead: [] }, TODAY)), [
      'why',
    ])
    const early = { ...HOME, since: '1 Nov', why: 'CARPL' }
    assert.deepEqual(faults(decideHome(of(early), { ...NIA, homes: [standing], deciders: [], ahead: [] }, TODAY)), [
      'since',
    ])
  })
  test('a move begins as it was decided; a day that is still to come does not, and what is not known stays empty', () => {
    const ahead = { line: 'm', called: 'Hill House', emergency: false, waits: [], kind: undefined, postcode: undefined }
    const begins = (starts: string, more: object = {}) =>
      moveAsDecided({ ahead: [{ ...ahead, starts: day(starts), ...more }] }, TODAY, (on) => on)
    const typed = begins('2026-11-20', { kind: "children's home", postcode: 'AB1 2CD' })
    assert.deepEqual(typed, {
      ...{ decided_home: ['m'], since: ['2026-11-20'], whose: ['Hill House'], home_kind: ['K2'] },
      ...{ how_it_came: ['planned'], place_postcode: ['AB1 2CD'] },
    })
    assert.deepEqual(begins('2026-12-20')['since'], ['today'])
    assert.deepEqual(begins('2026-12-20')['home_kind'], [''])
    assert.deepEqual(
      moveAsDecided({ ahead: [] }, TODAY, (on) => on),
      { since: ['today'] },
    )
    const decided = (decided_home: string) =>
      decideHome(
        of({ ...HOME, decided_home }),
        { ...NIA, homes: [], deciders: [], ahead: [{ ...ahead, starts: TODAY }] },
        TODAY,
      )
    const taken = decided('m')
    assert.equal('ok' in taken && taken.ok.decision, 'm')
    assert.deepEqual(faults(decided('another child’s')), ['decided_home'])
  })
  test('who is told of a move says nothing of where a kept home is, and who may not decide does not decide', () => {
    const kept = { ...HOME, who_may_know: 'kept', kept_power: 'court order', kept_why: 'x', place_postcode: 'LS1 4AP' }
    const rows = { told_who: ['GP', 'parent'], told_why: ['', 'not safe'], told_day: ['25 Nov', ''] }
    const told = { ...kept, ...rows, told_said: ['At LS14AP', 'He has threatened them.'] }
    const decided = (deciders: readonly { value: string; text: string }[]) =>
      faults(decideHome(of(told), { ...NIA, homes: [], deciders, ahead: [] }, TODAY))
    assert.deepEqual(decided([]), ['told_said', 'told_why-2'])
    assert.deepEqual(decided([{ value: 'm', text: 'Mo' }]), ['told_said'])
  })
  test('a home goes into its form and comes back', () => {
    const read = {
      during: '[2026-11-01,2026-11-20)',
      kind: 'K2',
      planned: false,
      same_carers: true,
      start_reason: 'CHILD',
    }
    const values = homeAsTyped(read, { how: 'emergency', why: 'That night' }, (on) => on)
    assert.deepEqual(
      [values['since'], values['until'], values['how_it_came']],
      [['2026-11-01'], ['2026-11-20'], ['emergency']],
    )
  })
  test('a plan signed after the start asks why where the plan does not say it; each home has an edition of its own', () => {
    const editions = [
      { edition: 'e1', saysWhyLate: false },
      { edition: 'e2', saysWhyLate: true },
    ]
    const given = { ...NIA, homes: [standing], ends: standing, editions, stands: [], rights: undefined }
    const decided = (typed: Record<string, string>, more: Partial<PlanGiven> = {}) =>
      faults(decidePlan(of({ edition: 'e1', signed: '31 Oct 2026', ...typed }), { ...given, ...more }, TODAY))
    assert.deepEqual(decided({}), [])
    assert.deepEqual(decided({ edition: '' }), ['edition'])
    assert.deepEqual(decided({ signed: '2 Nov 2026' }), ['late_why'])
    assert.deepEqual(decided({ signed: '2 Nov 2026', edition: 'e2' }), [])
    assert.deepEqual(decided({ signed: '', report_hours: '25' }), ['report_hours'])
    assert.deepEqual(decided({ signed: '', edition: '', report_hours: '1' }, { editions: [] }), [])
    assert.deepEqual(decided({ signed: '', edition: '' }, { editions: [] }), ['report_hours'])
    const row = { id: 'r', line: 'r', edition: 'e1', placement: standing.line, prepared: null, signed: null }
    assert.deepEqual(decided({}, { stands: [row] }), [])
    const taken = (of: Partial<PlanGiven['stands'][number]>) => decided({}, { stands: [{ ...row, ...of }] })
    assert.deepEqual(taken({ signed: '2026-10-31' }), ['edition'])
    assert.deepEqual(taken({ placement: 'another' }), ['edition'])
  })
  test('a night elsewhere says where', () => {
    assert.deepEqual(faults(decideNight(of({ night: 'elsewhere', since: 'today' }), NIA, TODAY)), ['where'])
    assert.deepEqual(faults(decideNight(of({ night: 'hospital', since: 'today', since_time: '25:00' }), NIA, TODAY)), [
      'since_time',
    ])
  })
})

const care = { id: 'a', line: 'a', kind: 'care order', since: day('2026-01-05'), ended: null, suspendedBy: 'b' }
const placed = { id: 'b', line: 'b', kind: 'placement order', since: day('2026-06-01'), ended: null, suspendedBy: null }
describe('orders', () => {
  const given = { ...NIA, powers: [care, placed] }
  test('only what stands can be suspended', () => {
    const typing = of({ power: 'placement order', since: 'today', court: 'C', suspends: ['a', 'gone'] })
    const decided = decideOrder(typing, given, TODAY)
    assert.deepEqual('ok' in decided && decided.ok.suspends, ['a'])
  })
  test('the end of what suspends revives, and an order ends once', () => {
    const decided = decideOrderEnd(of({ ended: 'today', reason: 'discharged' }), { ...given, ends: placed }, TODAY)
    assert.deepEqual('ok' in decided && decided.ok.revives, ['a'])
    const over = { ...placed, ended: day('2026-11-01') }
    assert.deepEqual(
      faults(decideOrderEnd(of({ ended: 'today', reason: 'expired' }), { ...given, ends: over }, TODAY)),
      ['ended'],
    )
  })
  test('no order suspends itself', () => {
    assert.deepEqual(faults(decideSuspension(of({ by: 'b' }), { ...given, ends: placed }, TODAY)), ['by'])
  })
  test('a child agrees for themselves at 16 and 17 only', () => {
    const agrees = (born: string | null) =>
      faults(
        decideAgreement(
          of({ by: 'the child, at 16 or 17', name: 'Nia', given: '26 Nov 2026' }),
          { ...given, born: born === null ? null : day(born) },
          TODAY,
        ),
      )
    assert.deepEqual(
      [agrees('2010-11-26'), agrees('2010-11-27'), agrees('2008-11-26'), agrees('2008-11-27'), agrees(null)],
      [[], ['by'], ['by'], [], ['by']],
    )
  })
})

describe('missing and leaving', () => {
  const gone = {
    id: 'e',
    line: 'e',
    kind: 'missing',
    since: day('2026-11-25'),
    sinceAt: null,
    until: null,
    untilAt: null,
  }
  test('a time later today is taken; who is away cannot go missing again', () => {
    const typing = of({ kind: 'missing', since: 'today', since_time: '23:30', reported_by: 'Ann', done: 'Rang' })
    assert.deepEqual(faults(decideReport(typing, { ...NIA, me: 'me', episodes: [] }, TODAY)), [])
    assert.deepEqual(faults(decideReport(typing, { ...NIA, me: 'me', episodes: [gone] }, TODAY)), ['since'])
    assert.equal(nowOf(TODAY).now, '2026-11-26T23:59:59.999Z')
  })
  test('back before they went, and without a word on how they are', () => {
    const given = { ...NIA, me: 'me', episodes: [gone], episode: gone }
    const typing = of({ until: '24 Nov', found_where: 'Home', how_they_are: '', back: 'home' })
    assert.deepEqual(faults(decideReturn(typing, given, TODAY)), ['how_they_are', 'until'])
  })
  test('leaving care ends agreements by itself, and orders where ticked', () => {
    const agreement = { ...care, id: 's', line: 's', kind: 'section 20 agreement', suspendedBy: null }
    const given = { ...NIA, period: { id: 'p', since: day('2026-01-05') }, homes: [], powers: [care, agreement] }
    const leaving = { ended: 'today', reason: 'E4A', to: 'Mum', agreed: 'All' }
    const ends = (fields: Readonly<Record<string, string | readonly string[]>>) => {
      const decided = decideLeaving(of({ ...leaving, ...fields }), given, TODAY)
      return 'ok' in decided && decided.ok.ends
    }
    assert.deepEqual([ends({}), ends({ ends: ['a'] })], [['s'], ['a', 's']])
    assert.deepEqual(faults(decideLeaving(of({ ...leaving, ended: '1 Jan 2026' }), given, TODAY)), ['ended'])
  })
})
