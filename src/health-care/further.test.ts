// Taking a referral further: what one answer asks of another, and how long it has waited for one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { mayTakeFurther, type TypedStep, waitsForAnswer } from './further.ts'

const TODAY = day('2026-11-24')
const ASKED = day('2026-09-01')
const GOOD: TypedStep = {
  ...{ taken: '2026-10-01', to_whom: 'health team', answer_by: '', answer: '', answered: '' },
  ...{ asked: 'A day for a first appointment.', said: '' },
}
const CASES: readonly (readonly [string, Partial<TypedStep>, readonly string[]])[] = [
  ['as it is taken, without an answer', {}, []],
  ['with an answer and its day', { answer: 'it moves', answered: '2026-10-09' }, []],
  ['an answer may be asked for by a day ahead', { answer_by: '2026-12-24' }, []],
  ['nothing typed', { taken: '', to_whom: '', asked: '' }, ['asked', 'taken', 'to_whom']],
  ['taken before it was asked for', { taken: '2026-08-31' }, ['taken']],
  ['taken tomorrow', { taken: '2026-11-25' }, ['taken']],
  ['answered before it was taken', { answer: 'it moves', answered: '2026-09-30' }, ['answered']],
  ['an answer without its day', { answer: 'it moves' }, ['answered']],
  ['a day without an answer', { answered: '2026-10-09' }, ['answer']],
  ['words of an answer without one', { said: 'Next week.' }, ['answer']],
  ['why it does not move', { answer: 'it does not move', answered: '2026-10-09' }, ['said']],
  ['to nobody of the list', { to_whom: 'the king' }, ['to_whom']],
  ['asked for by a day before', { answer_by: '2026-09-30' }, ['answer_by']],
]
for (const [name, change, faults] of CASES)
  test(name, () => {
    const may = mayTakeFurther({ ...GOOD, ...change }, { asked: ASKED, today: TODAY })
    assert.deepEqual('faults' in may ? may.faults.map(({ field }) => field).toSorted() : [], faults)
  })

test('an answer is waited for in days, and beyond the day by which it was asked for', () => {
  const step = { taken: '2026-11-14', answer: null, answer_by: null }
  assert.deepEqual(waitsForAnswer(step, TODAY), { days: 10, beyond: undefined })
  assert.deepEqual(waitsForAnswer({ ...step, answer_by: '2026-11-24' }, TODAY), { days: 10, beyond: undefined })
  assert.deepEqual(waitsForAnswer({ ...step, answer_by: '2026-11-20' }, TODAY), { days: 10, beyond: 4 })
  assert.equal(waitsForAnswer({ ...step, answer: 'it moves' }, TODAY), undefined)
})
