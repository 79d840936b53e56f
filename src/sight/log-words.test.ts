// The words of the access log: no table's name is shown with its underscores, whatever is recorded.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logWords } from './log-words.ts'

test('what was recorded is said in words; a look is said as it is', () => {
  assert.equal(logWords('recorded must_know'), 'recorded what must be known')
  assert.equal(logWords('recorded something_new'), 'recorded something new')
  assert.equal(logWords('recorded constructor'), 'recorded constructor')
  assert.equal(logWords('read the story'), 'read the story')
})
