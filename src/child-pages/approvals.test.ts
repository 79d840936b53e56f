// An assessment that a second person read, when it is changed afterwards.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedSince } from './pages/assessment-note.tsx'

test('an assessment that was read stands as it was read until it is changed, also on a whole second', () => {
  const changed = (recorded: string, answered: string | undefined): boolean => changedSince({ recorded }, answered)
  assert.equal(changed('2026-11-27 06:10:05+00', '2026-11-27 06:10:05.123+00'), false)
  assert.equal(changed('2026-11-27 06:10:05.123+00', '2026-11-27 06:10:05+00'), true)
  assert.equal(changed('2026-11-27 06:10:05.123+00', undefined), false)
})
