// Copies of the care plan, and who decides what: owed, met, excused, from the facts of one child.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day, numberOf } from '#calendar'
import { type Duty, type Span, stateOn } from '#ledger'
import { type CopyOf, copyDuties, delegatedDuty } from './index.ts'

const n = (text: string): number => numberOf(day(text))
const at = (text: string): number => n(text) * 86_400_000
const ALWAYS: readonly Span[] = [{ from: n('2010-01-01'), until: n('2040-01-01'), parts: [] }]
const approval = (line: string, on: string) => ({ line, recorded: at(on), day: n(on) })
const copy = (recipient: string, given: string | undefined, withheld?: string): CopyOf => ({
  ...{ line: `copy for ${recipient}`, recorded: at('2026-03-01'), approval: 'second', recipient },
  given: given === undefined ? undefined : n(given),
  withheld: withheld === undefined ? undefined : n(withheld),
})

describe('copies of the care plan', () => {
  const duties = (copies: readonly CopyOf[], on = '2026-04-01', parentless = false) => {
    const out: Duty[] = []
    const approvals = [approval('first', '2026-01-05'), approval('second', '2026-02-02')]
    const end = { closes: undefined, closing: undefined }
    copyDuties(out, { ...{ approvals, copies, parentless, on: n(on), spans: ALWAYS }, ...end })
    return out.map(({ occurrence, standing, done, excuse }) => [occurrence, standing, done, excuse])
  }
  const three = [copy('child', '2026-02-03'), copy('reviewing officer', '2026-02-03'), copy('carer', '2026-02-05')]
  test('are owed of the edition approved last, until each has one', () => {
    assert.deepEqual(duties(three), [['second', 'open', undefined, undefined]])
    const all = [...three, copy('parent', '2026-02-09')]
    assert.deepEqual(duties(all), [['second', 'doneOnTime', n('2026-02-09'), undefined]])
    assert.deepEqual(duties(all, '2026-02-08'), [['second', 'open', undefined, undefined]])
    const ofFirst = all.map((one) => ({ ...one, approval: 'first' }))
    assert.deepEqual(duties(ofFirst), [['second', 'open', undefined, undefined]])
  })
  test('are excused where one is withheld by a recorded decision', () => {
    const some = [...three, copy('parent', undefined, '2026-02-09')]
    assert.deepEqual(duties(some), [['second', 'excused', undefined, 'withheld']])
    const later = [...some, copy('parent', '2026-03-02')]
    assert.deepEqual(duties(later, '2026-03-01'), [['second', 'excused', undefined, 'withheld']])
    assert.deepEqual(duties(later), [['second', 'doneOnTime', n('2026-03-02'), undefined]], 'and given later')
  })
  test('the agency or home may have it in place of whoever looks after the child', () => {
    const agency = [...three.slice(0, 2), copy('provider', '2026-02-06'), copy('parent', '2026-02-05')]
    assert.deepEqual(duties(agency), [['second', 'doneOnTime', n('2026-02-06'), undefined]])
  })
  test('are not owed to parents where the record says that none lives', () => {
    assert.deepEqual(duties(three, '2026-04-01', true), [['second', 'doneOnTime', n('2026-02-05'), undefined]])
  })
})

describe('who decides what', () => {
  const plan = (due: string, closes?: string) => ({
    ...{ occurrence: 'home', trigger: n('2026-02-02'), raisedAt: at('2026-02-02'), due: n(due), spans: ALWAYS },
    ...{ closes: closes === undefined ? undefined : n(closes), closing: undefined, missing: undefined },
  })
  const settled = (approved: readonly string[], spans = ALWAYS) => {
    const out: Duty[] = []
    const basis = { ...out[0]?.basis } as Duty['basis']
    const days = approved.map((on) => ({ line: on, recorded: at(on), day: n(on) }))
    delegatedDuty(out, { ...plan('2026-02-09', '2026-06-01'), basis }, { approved: days, spans })
    const [duty] = out
    return duty && [duty.basis.id, stateOn(duty, n('2026-03-01')), duty.doneBy]
  }
  test('is met by a plan that was approved with such a line for this home, in the weeks before it or since', () => {
    assert.deepEqual(settled([]), ['PL-22', 'notYetDue', undefined])
    assert.deepEqual(settled(['2025-11-01']), ['PL-22', 'notYetDue', undefined])
    assert.deepEqual(settled(['2026-01-20']), ['PL-22', 'doneOnTime', '2026-01-20'])
    assert.deepEqual(settled(['2026-02-06']), ['PL-22', 'doneOnTime', '2026-02-06'])
    assert.deepEqual(settled(['2026-06-20']), ['PL-22', 'notYetDue', undefined])
  })
  test('has no day of its own: what was approved later was not late', () => {
    assert.deepEqual(settled(['2026-02-20']), ['PL-22', 'doneOnTime', '2026-02-20'])
  })
  test('is not known of a home that began before it could be recorded', () => {
    const since: readonly Span[] = [{ from: n('2026-02-20'), until: n('2040-01-01'), parts: [] }]
    assert.deepEqual(settled([], since), ['PL-22', 'unknown', undefined])
  })
})
