// Days as people type them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from './iso-day.ts'
import { anyDay, dayInReach, happenedDay, optionalDay } from './typed-day.ts'

const today = day('2026-11-23')

test('a day that has come, one that has not, and none', () => {
  assert.deepEqual(happenedDay(' 2026-11-23 ', today), { day: '2026-11-23' })
  assert.deepEqual(happenedDay('2026-11-24', today), { fault: 'after today' })
  for (const typed of ['', '2026-02-30', '23/11/2026', 'yesterday'])
    assert.deepEqual(happenedDay(typed, today), { fault: 'no day' })
  assert.deepEqual(anyDay('2031-01-01'), { day: '2031-01-01' })
  assert.deepEqual(optionalDay(' ', anyDay), { day: null })
  assert.deepEqual(optionalDay('x', anyDay), { fault: 'no day' })
})

test('a day that no record of a child can be about is no day', () => {
  for (const typed of ['1850-01-01', '2199-12-31']) assert.equal(dayInReach(typed), typed)
  for (const typed of ['0002-11-26', '1849-12-31', '2200-01-01', '9999-12-31', '2026-02-30']) {
    assert.equal(dayInReach(typed), undefined)
    assert.deepEqual([happenedDay(typed, today), anyDay(typed)], [{ fault: 'no day' }, { fault: 'no day' }])
  }
})
