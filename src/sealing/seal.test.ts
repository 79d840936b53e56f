// Sealing: what has to be said, who the second person is, and how long the record is kept.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import type { Typed } from '#drafts'
import { decideOpening, decideReason, decideSeal, keptWords } from './seal.ts'

const typed = (fields: Readonly<Record<string, string>>): Typed => ({
  values: {},
  one: (name) => fields[name] ?? '',
  words: (name) => fields[name] ?? '',
  all: (name) => [fields[name] ?? ''],
  ticked: (name) => (fields[name] ?? '') !== '',
})
const today = day('2027-03-31')
const given = { name: 'Wren', adopted: [day('2027-02-01')], people: [{ id: 'bo', name: 'Bo' }], me: 'ada' }
const whole = { order_made: '1 Feb 2027', decided: '2 Mar 2027', second: 'bo', why: 'Order 12.' }
const faultsOf = (found: object): readonly string[] =>
  'faults' in found ? (found.faults as readonly { field: string }[]).map(({ field }) => field) : []

test('two people are named, on a day after the order', () => {
  const sealed = decideSeal(typed(whole), given, today)
  assert.deepEqual('ok' in sealed && sealed.ok.named, ['ada', 'bo'])
  assert.deepEqual(faultsOf(decideSeal(typed({ ...whole, second: '' }), given, today)), ['second'])
  assert.deepEqual(faultsOf(decideSeal(typed({ ...whole, second: 'zoe' }), given, today)), ['second'])
  assert.deepEqual(faultsOf(decideSeal(typed({ ...whole, decided: '1 Jan 2027' }), given, today)), ['decided'])
  assert.deepEqual(faultsOf(decideSeal(typed({ ...whole, why: '' }), given, today)), ['why'])
  assert.deepEqual(faultsOf(decideSeal(typed(whole), { ...given, adopted: [] }, today)), [''])
})
test('a look needs a reason and ends', () => {
  assert.deepEqual(faultsOf(decideReason(typed({ reason: 'So', hours: '9' }))), ['reason', 'hours'])
  assert.ok('ok' in decideReason(typed({ reason: 'She asks for her file.', hours: '2' })))
})
test('one proposes to open it again, another decides', () => {
  const of = (step: 'sealed' | 'opening proposed', mine: boolean) => ({ step, mine, version: 'v', child: 'c' })
  const yes = typed({ answer: 'yes', why: 'The order was set aside.' })
  const next = (found: ReturnType<typeof decideOpening>) => ('ok' in found ? found.ok.step : faultsOf(found))
  assert.equal(next(decideOpening(yes, of('sealed', false), today)), 'opening proposed')
  assert.equal(next(decideOpening(yes, of('opening proposed', false), today)), 'opened')
  assert.deepEqual(next(decideOpening(yes, of('opening proposed', true), today)), ['answer'])
})
test('kept for 100 years from the order, with the regulation', () => {
  assert.match(keptWords(day('2027-02-01')), /1 Feb 2127.*2005\/888.*regulation 6/)
})
