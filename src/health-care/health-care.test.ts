// Getting care: what may be recorded, by whom; what waits in which order; and whose no stops an assessment.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day, numberOf } from '#calendar'
import { historyOf, Refused } from '#database'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import { mayRecordConsent, stopsAssessment, type TypedConsent } from './consent.ts'
import { mayRegister, type Practice, registeredDuty, type TypedPractice } from './practice.ts'
import { mayRecordReferral, type TypedReferral } from './referral.ts'
import { consents, healthCareOf, practices, referrals } from './store.ts'

const TODAY = day('2026-11-23')
const ASKED: TypedReferral = { asked: '2026-09-01', asked_for: 'mental health', asked_by: 'carer', words: '' }
const NO: TypedConsent = {
  ...{ about: 'review health assessment', answer: 'no', by_whom: 'child', understands: 'yes' },
  ...{ decided: '2026-11-02', offered_again: '2027-01-11' },
}
const DOCTOR: TypedPractice = { kind: 'doctor', since: '2026-02-03', until: '', near: '', words: 'Hill Surgery' }

type Answer = { readonly ok: unknown } | { readonly faults: readonly { readonly field: string }[] }
const at = (may: Answer): readonly string[] => ('faults' in may ? may.faults.map(({ field }) => field) : [])
const allowed = <Value>(may: { readonly ok: Value } | { readonly faults: unknown }): Value => {
  assert.ok('ok' in may)
  return may.ok
}

describe('what may be recorded', () => {
  const cases: readonly [string, Partial<TypedReferral>, readonly string[]][] = [
    ['asked for', {}, []],
    ['nothing at all', { asked: '', asked_for: '', asked_by: '' }, ['asked', 'asked_for', 'asked_by']],
    ['a day that is none', { asked: 'x' }, ['asked']],
    ['ahead', { asked: '2026-11-24' }, ['asked']],
    ['accepted on no day', { answer: 'accepted' }, ['answered']],
    ['a day without its answer', { answered: '2026-09-02' }, ['answer']],
    ['answered before it was asked', { answer: 'accepted', answered: '2026-08-31' }, ['answered']],
    ['refused without a reason', { answer: 'refused', answered: '2026-09-02' }, ['what']],
    ['refused with one', { answer: 'refused', answered: '2026-09-02', words: 'Too far.' }, []],
    ['an appointment ahead', { offered: '2027-02-01' }, []],
    ['seen by nobody', { seen: '2026-09-09' }, ['seen_by']],
    ['seen by phone on no day', { mode: 'telephone' }, ['seen']],
    ['over and waiting', { outcome: 'passed on', ended: '2026-10-01', waits_for: 'distance' }, ['waits_for']],
    ['over on no day', { outcome: 'passed on' }, ['ended']],
  ]
  for (const [name, typed, fields] of cases)
    test(`a referral: ${name}`, () => assert.deepEqual(at(mayRecordReferral({ ...ASKED, ...typed }, TODAY)), fields))

  test('a yes or a no', () => {
    const faults = (typed: Partial<TypedConsent>) => at(mayRecordConsent({ ...NO, ...typed }, TODAY))
    assert.deepEqual(faults({}), [])
    assert.deepEqual(faults({ about: '', answer: '', by_whom: '', understands: '', decided: '' }), [
      ...['decided', 'about', 'answer', 'by_whom', 'understands'],
    ])
    assert.deepEqual(faults({ decided: '2026-11-24' }), ['decided'])
    assert.deepEqual(faults({ offered_again: '2026-11-02' }), ['offered_again'])
    assert.deepEqual(faults({ answer: 'yes' }), ['offered_again'], 'after a yes nothing is offered again')
  })

  test('whose no stops an assessment: of a young person who understands, whatever their age', () => {
    const stops = (typed: Partial<TypedConsent>) => stopsAssessment({ ...NO, ...typed })
    assert.equal(stops({}), true)
    assert.equal(stops({ understands: 'no' }), false)
    assert.equal(stops({ understands: 'not judged' }), false)
    assert.equal(stops({ by_whom: 'parent' }), false)
    assert.equal(stops({ answer: 'taken back' }), true, 'who takes a yes back says no')
    assert.equal(stops({ answer: 'yes' }), false)
    assert.equal(stops({ about: 'dentist' }), false)
  })

  test('a practice', () => {
    const faults = (typed: Partial<TypedPractice>) => at(mayRegister({ ...DOCTOR, ...typed }, TODAY))
    assert.deepEqual(faults({}), [])
    assert.deepEqual(faults({ kind: '', since: '', words: '' }), ['kind', 'what', 'since'])
    assert.deepEqual(faults({ until: '2026-02-03' }), ['until'])
    assert.deepEqual(faults({ near: '2026-02-03' }), ['near'])
    assert.deepEqual(faults({ near: '2026-03-03', until: '2026-03-03' }), ['near'])
  })
})

describe('a doctor and a dentist near the home', () => {
  const n = (text: string) => numberOf(day(text))
  const practice = (kind: string, from: string, more: Partial<Practice> = {}): Practice => ({
    ...{ line: `${kind} ${from}`, recorded: 0, kind, from: n(from), until: undefined, near: undefined },
    ...more,
  })
  const state = (...registered: readonly Practice[]) => {
    const out: Parameters<typeof registeredDuty>[0] = []
    const home = { line: 'home', recorded: 0, began: n('2026-05-04'), beganKnown: true, closes: undefined }
    registeredDuty(out, { ...home, closing: undefined }, { practices: registered, spans: [] })
    return [out[0]?.standing, out[0]?.done]
  }
  const doctor = practice('doctor', '2026-05-11')
  const dentist = practice('dentist', '2026-06-01')
  test('both, from the day of the later', () =>
    assert.deepEqual(state(doctor, dentist), ['doneOnTime', n('2026-06-01')]))
  test('one of them is not enough, nor is an optician', () => {
    assert.deepEqual(state(doctor), ['open', undefined])
    assert.deepEqual(state(doctor, practice('optician', '2026-06-01')), ['open', undefined])
  })
  test('from before the move: only once found near enough', () => {
    const before = practice('dentist', '2024-01-08')
    assert.deepEqual(state(doctor, before), ['open', undefined])
    assert.deepEqual(state(doctor, { ...before, near: n('2026-05-20') }), ['doneOnTime', n('2026-05-20')])
  })
  test('left before the move', () => {
    assert.deepEqual(state(doctor, practice('dentist', '2024-01-08', { until: n('2026-05-04') })), ['open', undefined])
  })
})

describe('in the record', () => {
  let record: TestRecord
  before(async () => {
    record = await testRecord('health_care')
  })
  after(async () => await record.close())

  test('the longest wait first; what happened since is a change, with its history; the refused waits no longer', async () => {
    const { jordan } = record
    const refer = async (typed: Partial<TypedReferral>) => {
      const all = { ...ASKED, ...typed }
      const ok = { columns: allowed(mayRecordReferral(all, TODAY)), words: all.words }
      return await record.as('hana', async (asking) => await referrals.record(asking, ok, jordan))
    }
    await refer({ asked: '2026-10-01', asked_for: 'dentist or orthodontist' })
    const { line } = await refer({})
    await refer({ asked: '2026-08-01', answer: 'refused', answered: '2026-08-20', words: 'They take nobody under 16.' })
    const since = { ...ASKED, answer: 'accepted', answered: '2026-09-20', waits_for: 'distance', words: 'Far away.' }
    const ok = { columns: allowed(mayRecordReferral(since, TODAY)), words: since.words }
    assert.ok('ok' in (await record.as('priya', async (asking) => await referrals.goOn(asking, ok, line))))
    const care = await record.as('vera', async (asking) => await healthCareOf(asking, jordan))
    assert.deepEqual(
      care.waiting.map(({ asked, waits_for }) => [asked, waits_for]),
      [
        ['2026-09-01', 'distance'],
        ['2026-10-01', null],
      ],
    )
    assert.deepEqual(
      care.over.map(({ asked }) => asked),
      ['2026-08-01'],
    )
    const history = await record.as('hana', async (asking) => await historyOf(asking, 'kith.health_referral', line))
    assert.deepEqual(
      history.map(({ change, answer }) => [change, answer]),
      [
        ['first', null],
        ['change', 'accepted'],
      ],
    )
  })

  test('those who only read, and those who know nothing of the child, record nothing of it', async () => {
    const { jordan } = record
    const writes = [
      async (asking: Parameters<typeof healthCareOf>[0]) =>
        await referrals.record(asking, { columns: allowed(mayRecordReferral(ASKED, TODAY)), words: '' }, jordan),
      async (asking: Parameters<typeof healthCareOf>[0]) =>
        await consents.record(asking, { columns: allowed(mayRecordConsent(NO, TODAY)), words: 'No.' }, jordan),
      async (asking: Parameters<typeof healthCareOf>[0]) =>
        await practices.record(asking, { columns: allowed(mayRegister(DOCTOR, TODAY)), words: 'Hill' }, jordan),
    ]
    for (const write of writes) {
      await record.as('hana', write)
      for (const name of ['ravi', 'cora', 'vera', 'tom', 'ada'] as const)
        await assert.rejects(
          record.as(name, write),
          (error) => error instanceof Refused && error.kind === 'not allowed',
          name,
        )
    }
    const seen = await record.as('tom', async (asking) => await healthCareOf(asking, jordan))
    assert.deepEqual(
      Object.values(seen).map(({ length }) => length),
      [0, 0, 0, 0],
    )
  })
})
