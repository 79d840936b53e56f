// Each way of counting by its worked vectors, and what cannot be counted said in words.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type CountingName, countFrom, countings, isCounting } from './counting.ts'

const COUNTS: readonly [CountingName, string, unknown, string][] = [
  ['addWorkingDays', '2026-12-19', 10, '2027-01-06'],
  ['subWorkingDays', '2026-04-08', 3, '2026-04-01'],
  ['addDays', '2026-01-05', 426, '2027-03-07'],
  ['addWeeks', '2026-11-20', 6, '2027-01-01'],
  ['addMonths', '1978-09-30', 4, '1979-01-30'],
  ['subMonths', '2027-02-28', 3, '2026-11-28'],
  ['addYears', '2024-02-29', 1, '2025-02-28'],
  ['anniversary', '2024-02-29', 10, '2034-03-01'],
  ['attainsAge', '2008-02-29', 18, '2026-03-01'],
  ['attainsAgePlusMonths', '2009-08-31', [17, 6], '2027-02-28'],
  ['attainsAgePlusMonths', '2008-02-29', [18, 3], '2026-06-01'],
  ['daysBeginningWith', '2026-02-02', 7, '2026-02-08'],
  ['weeksBeginningWith', '2026-01-05', 26, '2026-07-05'],
  ['monthThenNextWorkingDay', '2026-03-03', 1, '2026-04-07'],
  ['monthThenNextWorkingDay', '2026-04-01', 1, '2026-05-01'],
  ['addHours', '2026-03-28T23:30:00Z', 72, '2026-03-31T23:30:00Z'],
  ['addHours', '2026-10-25T00:30:00+01:00', 0.5, '2026-10-25T00:00:00Z'],
]

for (const [op, start, n, due] of COUNTS) {
  test(`${op} ${JSON.stringify(n)} from ${start} is ${due}`, () => {
    assert.deepEqual(countFrom(op, start, n), { found: 'due', due })
  })
}

test('every way of counting has a worked count here', () => {
  const shown = new Set<string>(COUNTS.map(([op]) => op))
  assert.deepEqual(
    Object.keys(countings).filter((op) => !shown.has(op)),
    [],
  )
})

const CANNOT: readonly [CountingName, string, unknown, 'unknown' | 'unreadable'][] = [
  ['addWorkingDays', '2031-01-06', 10, 'unknown'],
  ['subWorkingDays', '2010-01-05', 10, 'unknown'],
  ['monthThenNextWorkingDay', '2028-12-01', 1, 'unknown'],
  ['addDays', '2026-02-30', 1, 'unreadable'],
  ['addDays', '2026-02-01', '1', 'unreadable'],
  ['addDays', '2026-02-01', 1.5, 'unreadable'],
  ['addDays', '2026-02-01', [1], 'unreadable'],
  ['addDays', '2026-02-01', undefined, 'unreadable'],
  ['addDays', '9999-12-31', 1, 'unreadable'],
  ['addMonths', '2026-01-01', 1e300, 'unreadable'],
  ['attainsAgePlusMonths', '2026-02-01', 16, 'unreadable'],
  ['attainsAgePlusMonths', '2026-02-01', [16, 'x', 3], 'unreadable'],
  ['attainsAgePlusMonths', '2026-02-01', [16, 3, 1], 'unreadable'],
  ['addHours', '2026-02-01', 72, 'unreadable'],
  ['addHours', '2026-02-01T10:00:00Z', '72', 'unreadable'],
  ['addHours', '9999-12-31T10:00:00Z', 72, 'unreadable'],
]

for (const [op, start, n, found] of CANNOT) {
  test(`${op} ${JSON.stringify(n)} from ${start} is ${found}`, () => {
    const counted = countFrom(op, start, n)
    assert.equal(counted.found, found)
    assert.ok('because' in counted && counted.because.length > 0)
  })
}

test('a name that every object has is no way of counting', () => {
  for (const name of ['constructor', 'toString', '__proto__', '', 'addmonths']) assert.equal(isCounting(name), false)
})

test('every op of the catalogue is known here', () => {
  const text = readFileSync('test/material/law/catalogue-vectors.json', 'utf8')
  const ops = new Set([...text.matchAll(/"op": "(\w+)"/g)].map((match) => match[1] ?? ''))
  assert.equal(ops.size, 14)
  for (const op of ops) assert.ok(isCounting(op), op)
})
