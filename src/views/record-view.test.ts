// What a view may be, how far it may be heard, and what may follow it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayAnswerView, mayOpen, type TypedAnswer, type TypedOpening } from './after-a-view.ts'
import { AS_TOLD, FOR_SAFETY, LETS_THE_CARER_KNOW, SUNDAYS, TODAY, WANTS_A_DOG } from './examples.ts'
import { mayChangeHearers, mayHear, mayRecordView, type TypedHearers, type TypedView } from './record-view.ts'
import { viewRefusalWords } from './refusal-words.ts'
import { TOLD } from './view.ts'

const faults = <T, R>(may: { readonly ok: T } | { readonly refused: readonly R[] }): readonly R[] =>
  'refused' in may ? may.refused : []

test('what was said', () => {
  const view = (typed: Partial<TypedView>) => faults(mayRecordView({ ...WANTS_A_DOG, ...typed }, AS_TOLD, TODAY))
  assert.deepEqual(view({}), [])
  assert.deepEqual(view({ happened: '2026-11-24' }), ['view after today'])
  assert.deepEqual(view({ person: 'p' }), ['the child is nobody else'])
  assert.deepEqual(view({ whose: 'parent', person: 'p' }), [])
  assert.deepEqual(view({ whose: 'x', happened: '', how: 'x', about: 'x', words: ' ' }), [
    ...['whose unknown', 'view no day', 'how unknown', 'about what unknown', 'their words missing'],
  ])
})

test('it is heard no further than they were told, unless they say so', () => {
  const hears = (typed: Partial<TypedHearers>) => faults(mayHear({ ...AS_TOLD, ...typed }))
  assert.deepEqual(hears({}), [])
  assert.deepEqual(hears({ relations: ['allocated-worker'] }), [])
  assert.deepEqual(hears({ relations: [...TOLD, 'carer'] }), ['further than told'])
  assert.deepEqual(hears(LETS_THE_CARER_KNOW), [])
  assert.deepEqual(hears({ relations: [] }), ['nobody hears'])
  assert.deepEqual(hears({ relations: ['neighbour'] }), ['hearer unknown'])
})

test('later: fewer, or those whom they let know then', () => {
  const standing = { audience: ['allocated-worker'], mustNotKnow: ['p'], letKnow: [], letKnowPeople: [] }
  const change = (typed: Partial<TypedHearers>) =>
    faults(mayChangeHearers(standing, { ...AS_TOLD, relations: ['allocated-worker'], mustNotKnow: ['p'], ...typed }))
  assert.deepEqual(change({}), [])
  assert.deepEqual(change({ mustNotKnow: ['p', 'q'] }), [])
  assert.deepEqual(change({ relations: TOLD }), ['further than told'])
  assert.deepEqual(change({ relations: TOLD, letKnow: TOLD }), [])
  assert.deepEqual(change({ mustNotKnow: [] }), ['further than told'])
  assert.deepEqual(change({ mustNotKnow: [], letKnowPeople: ['p'] }), [])
})

test('letting others know for safety says who is new, why, by which power, and when the child was told', () => {
  const heard = { audience: TOLD, mustNotKnow: ['p'], letKnow: [], letKnowPeople: [] }
  const opens = (typed: Partial<TypedOpening>) => faults(mayOpen({ ...FOR_SAFETY, ...typed }, heard, TODAY))
  assert.deepEqual(opens({}), [])
  assert.deepEqual(opens({ relations: ['director'] }), ['nobody new hears'])
  assert.deepEqual(opens({ relations: [], noLongerBarred: ['p'] }), [])
  assert.deepEqual(opens({ told: '' }), ['told, or why not yet'])
  assert.deepEqual(opens({ notToldWhy: 'not safe yet' }), ['told, or why not yet'])
  assert.deepEqual(opens({ told: '', notToldWhy: 'not safe yet' }), [])
  assert.deepEqual(opens({ told: '2026-11-21' }), ['told before it was decided'])
  assert.deepEqual(opens({ power: '', decided: '2026-11-24', why: ' ', told: 'x' }), [
    ...['power unknown', 'decided after today', 'told no day', 'why missing'],
  ])
})

test('an answer says what we did or why nothing changed, and who decided', () => {
  const answers = (typed: Partial<TypedAnswer>) => faults(mayAnswerView({ ...SUNDAYS, ...typed }, TODAY))
  assert.deepEqual(answers({}), [])
  assert.deepEqual(answers({ decidedBy: 'p', decidedByName: '' }), [])
  assert.deepEqual(answers({ outcome: 'x', decided: '', what: '', decidedByName: '', told: '2026-11-24' }), [
    ...['answer unknown', 'answer no day', 'what we did missing', 'who decided missing', 'told after today'],
  ])
  assert.equal(
    viewRefusalWords('further than told', TODAY),
    'That is further than they were told. Ask them, and say that they agreed.',
  )
})
