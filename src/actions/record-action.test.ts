// What an action may be, what may be done upon it, and what its steps and outcome say on a day.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '#calendar'
import {
  type Action,
  afterSteps,
  isDrift,
  isOverdueOn,
  openFirstDue,
  overdueOn,
  type Step,
  timesCarried,
} from './action.ts'
import { DONE, SWIMMING, TODAY } from './examples.ts'
import {
  mayCarryOn,
  mayChangeOwner,
  mayEnd,
  mayRecordAction,
  type TypedAction,
  type TypedOutcome,
} from './record-action.ts'
import { actionRefusalWords } from './refusal-words.ts'

const faults = <T, R>(may: { readonly ok: T } | { readonly refused: readonly R[] }): readonly R[] =>
  'refused' in may ? may.refused : []
const hand = { by: 'p', at: '2026-11-23T10:00:00Z' }
const action: Action = {
  ...{ id: 'a', line: 'a', child: 'c', origin: 'visit', from: null, serves: null, what: 'x', intended: 'y', steps: [] },
  ...{ owner: { worker: 'p' }, due: { day: TODAY }, firstDue: { day: TODAY }, ended: undefined, wrote: hand },
}
const ended = { ...hand, id: 'o', line: 'o', outcome: 'done', happened: TODAY, said: 'z' }
const carried = (days: number): Step => ({
  ...{ ...hand, id: 's', line: 's', why: 'w' },
  change: { kind: 'carried on', due: { day: addDays(TODAY, days) } },
})

test('what an action may be', () => {
  const may = (typed: Partial<TypedAction>) => faults(mayRecordAction({ ...SWIMMING, ...typed }, TODAY))
  assert.deepEqual(may({}), [])
  assert.deepEqual(may({ due: '2026-11-23' }), [])
  assert.deepEqual(may({ due: '2026-11-22' }), ['due before today'])
  assert.deepEqual(may({ due: 'soon' }), ['due no day'])
  assert.deepEqual(may({ due: '' }), ['a day, or why none'])
  assert.deepEqual(may({ due: '', noDueWhy: 'goes on all the time' }), [])
  assert.deepEqual(may({ noDueWhy: 'goes on all the time' }), ['a day, or why none'])
  assert.deepEqual(may({ owner: { worker: 'p', service: 'and another' } }), ['owner missing'])
  assert.deepEqual(may({ owner: { worker: null, service: ' ' }, what: '', intended: '', origin: 'x' }), [
    ...['what is to be done missing', 'intended outcome missing', 'origin unknown', 'owner missing'],
  ])
})

test('overdue from the day after, while it is open and has a day', () => {
  assert.equal(isOverdueOn(action, TODAY), false)
  assert.equal(isOverdueOn(action, addDays(TODAY, 1)), true)
  assert.equal(isOverdueOn({ ...action, ended }, addDays(TODAY, 1)), false)
  assert.equal(isOverdueOn({ ...action, due: { none: 'goes on all the time' } }, addDays(TODAY, 1)), false)
  const later = { ...action, line: 'b', due: { day: addDays(TODAY, 9) } }
  const never: Action = { ...action, line: 'c', due: { none: 'goes on all the time' } }
  const all = [never, later, { ...action, line: 'd', ended }, action]
  assert.deepEqual(
    openFirstDue(all).map(({ line }) => line),
    ['a', 'b', 'c'],
  )
  assert.deepEqual(
    overdueOn(all, addDays(TODAY, 1)).map(({ line }) => line),
    ['a'],
  )
})

test('the last step of each kind holds; carried twice without an outcome is drift', () => {
  const given: Step = { ...carried(0), change: { kind: 'owner changed', owner: { service: 'Club' } } }
  const steps = [carried(7), given, carried(14)]
  assert.deepEqual(afterSteps(action, steps), { owner: { service: 'Club' }, due: { day: addDays(TODAY, 14) } })
  assert.deepEqual([timesCarried({ steps }), isDrift({ ...action, steps })], [2, true])
  assert.equal(isDrift({ ...action, steps: [carried(7), given] }), false)
  assert.equal(isDrift({ ...action, steps, ended }), false)
})

test('what may be done upon it, while it is open', () => {
  const carry = { due: '2026-12-01', noDueWhy: '', why: 'The club is shut.' }
  assert.deepEqual(faults(mayCarryOn(action, carry, TODAY)), [])
  assert.deepEqual(faults(mayCarryOn(action, { ...carry, due: '2026-11-23', why: '' }, TODAY)), [
    ...['the day is the same', 'why missing'],
  ])
  const closed = { ended: 'done', by: 'p', at: '2026-11-23T10:00:00Z' }
  assert.deepEqual(faults(mayCarryOn({ ...action, ended }, carry, TODAY)), [closed])
  assert.deepEqual(faults(mayChangeOwner(action, { worker: 'p', service: '', why: 'Back.' })), [
    'the owner is the same',
  ])
  assert.deepEqual(faults(mayChangeOwner({ ...action, ended }, { worker: 'q', service: '', why: 'Left.' })), [closed])
  const end = (typed: Partial<TypedOutcome>, on: Action = action) => faults(mayEnd(on, { ...DONE, ...typed }, TODAY))
  assert.deepEqual(end({}), [])
  assert.deepEqual(end({}, { ...action, ended }), [closed])
  assert.deepEqual(end({ said: '' }), ['what changed missing'])
  assert.deepEqual(end({ said: '', outcome: 'not done', happened: '2026-11-24' }), [
    'outcome after today',
    'why missing',
  ])
  const shown = { nameOf: () => 'Priya Nair', on: () => 'Mon 23 Nov 2026' }
  assert.equal(
    actionRefusalWords(closed, TODAY, shown),
    'This was closed already: done, by Priya Nair, Mon 23 Nov 2026.',
  )
  assert.equal(actionRefusalWords('due before today', TODAY, shown), 'It cannot be due before today, Mon 23 Nov 2026.')
})
