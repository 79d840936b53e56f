// Days as people type them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from './iso-day.ts'
import { anyDay, happenedDay, optionalDay } from './typed-day.ts'

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
