// One child's duties as they are read: what may not be so at all says that, and names no day by which it was due.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, numberOf } from '#calendar'
import { EVERY_BASIS } from '#duties'
import { type Duty, settle } from '#ledger'
import { groupsOf, markOf } from './child-duties.ts'

const n = (text: string): number => numberOf(day(text))

test('what is not allowed is late, says so, and has no due day of its own', () => {
  const basis = EVERY_BASIS.find(({ id }) => id === 'PL-16')
  assert.ok(basis)
  const spans = [{ from: 0, until: n('2030-01-01'), parts: [] }]
  const began = n('2026-03-27')
  const days = { trigger: began, due: began - 1, closes: undefined, closing: undefined, missing: undefined }
  const duty: Duty = settle({ basis, occurrence: 'p', raisedAt: 0, spans, ...days }, undefined, undefined)
  const on = n('2026-04-01')
  const [late] = groupsOf([duty], on, []).late
  assert.ok(late)
  assert.deepEqual(markOf(late, on), { mark: 'late', words: 'Not allowed' })
  assert.match(late.because, /^Not allowed, since 27 Mar/)
  assert.equal(late.further, 'It is so still.')
})
