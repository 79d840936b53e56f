// The chips of the list: each kind of note is shown by exactly one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NOTE_KINDS } from '#notes'
import { CHIPS, chipOf } from './kinds.ts'

test('every kind of note, and the visit, is behind one chip', () => {
  const shown = Object.values(CHIPS).flatMap(({ kinds }) => [...kinds])
  assert.deepEqual([...shown].sort(), ['visit', ...Object.keys(NOTE_KINDS)].sort())
  assert.deepEqual([chipOf('calls'), chipOf('toString'), chipOf(undefined)], ['calls', undefined, undefined])
})
