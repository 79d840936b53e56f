// Until when a record is kept, case by case.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { keptUntil, type Life, mayGoFrom } from './keeping.ts'

const NOTHING: Life = { born: undefined, died: undefined, adopted: undefined, planned: false }
const until = (of: Partial<Life>) => {
  const last = mayGoFrom(keptUntil({ ...NOTHING, ...of }))
  return last && [last.rule.id, last.until]
}

test('the last of the days counts, with the rule that asks for it', () => {
  const born = day('1950-05-01')
  assert.deepEqual(until({ born }), ['RE-01', '2025-05-01'])
  assert.deepEqual(until({ born, planned: true }), ['RE-01', '2025-05-01'])
  assert.deepEqual(until({ born, adopted: day('1955-03-01') }), ['RE-03', '2055-03-01'])
  assert.deepEqual(until({ born, died: day('1960-03-01') }), ['RE-01', '1975-03-01'])
  assert.deepEqual(until({ born, died: day('1970-03-01') }), ['RE-01', '2025-05-01'], 'not before 18')
})
test('without a birth date nothing may go', () => {
  assert.equal(until({}), undefined)
  assert.equal(until({ adopted: day('1900-03-01') }), undefined)
})
