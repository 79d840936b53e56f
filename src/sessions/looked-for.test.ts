// What a session looked for: found again by itself alone, for a while, and never without end.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lookedFor } from './looked-for.ts'

test('each search of a session is found again by its number, and by no other session', () => {
  const looked = lookedFor<string>(() => 0)
  assert.deepEqual([looked.keep('ana', 'Zara'), looked.keep('ana', 'Malik'), looked.keep('ben', 'Cass')], [1, 2, 1])
  assert.deepEqual([looked.find('ana', 1), looked.find('ana', 2), looked.find('ben', 1)], ['Zara', 'Malik', 'Cass'])
  assert.deepEqual(
    [looked.find('ben', 2), looked.find('eve', 1), looked.find('ana', Number.NaN)],
    [undefined, undefined, undefined],
  )
})

test('forgotten after an hour, after twenty more, and when many have come since', () => {
  let minute = 0
  const looked = lookedFor<number>(() => minute)
  looked.keep('ana', 0)
  minute = 59
  assert.equal(looked.find('ana', 1), 0)
  for (let n = 1; n <= 20; n += 1) looked.keep('ana', n)
  assert.deepEqual([looked.find('ana', 1), looked.find('ana', 2), looked.find('ana', 21)], [undefined, 1, 20])
  minute = 119
  assert.equal(looked.find('ana', 21), undefined)
  looked.keep('ana', 7)
  for (let n = 0; n < 2_000; n += 1) looked.keep(`somebody ${n}`, n)
  assert.equal(looked.find('ana', 1), undefined)
})
