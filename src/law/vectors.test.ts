// The catalogue's own vectors hold, and every kind of vector that does not hold is told, never passed over.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { checkVectors } from './vectors.ts'

const material = (file: string): unknown => JSON.parse(readFileSync(`test/material/law/${file}`, 'utf8'))

test('every date vector of the catalogue holds', () => {
  assert.deepEqual(checkVectors(material('catalogue-vectors.json')), { passed: 212, logic: 0, failures: [] })
})

test('the thirty more hold', () => {
  assert.deepEqual(checkVectors(material('vectors-more.json')), { passed: 30, logic: 0, failures: [] })
})

const good = { op: 'addMonths', start: '2026-01-31', n: 1, due: '2026-02-28' }

test('the kind may be left out; logic vectors are counted apart', () => {
  const logic = { kind: 'logic', given: {}, expect: 'due' }
  const duty = { id: 'XX-01', vectors: [good, { ...good, kind: 'date' }, logic] }
  assert.deepEqual(checkVectors([duty, good, { id: 'XX-02', duty: 'one without vectors' }]), {
    passed: 3,
    logic: 1,
    failures: [],
  })
  assert.deepEqual(checkVectors(duty), { passed: 2, logic: 1, failures: [] })
})

test('a due date may be honestly unknown', () => {
  const beyond = { op: 'addWorkingDays', start: '2031-01-06', n: 10 }
  assert.equal(
    checkVectors([
      { ...beyond, due: null },
      { ...beyond, due: 'unknown' },
    ])?.passed,
    2,
  )
  assert.equal(checkVectors([{ ...good, due: null }])?.failures[0]?.got, '2026-02-28')
})

const FAILING: readonly [string, unknown, RegExp][] = [
  ['a wrong date', { ...good, due: '2026-03-03' }, /^2026-02-28$/],
  ['an unknown op', { ...good, op: 'addFortnights' }, /no way of counting is called addFortnights/],
  ['an inherited name', { ...good, op: 'constructor' }, /no way of counting is called constructor/],
  ['no op', { ...good, op: undefined }, /no op/],
  ['no start', { op: 'addDays', n: 1, due: '2026-02-28' }, /no start/],
  ['no due date', { op: 'addDays', start: '2026-02-27', n: 1 }, /no due date/],
  ['a start that is no day', { ...good, start: '2026-02-30' }, /not a real day/],
  ['a number as text', { ...good, n: '1' }, /not a whole number/],
  ['another kind', { ...good, kind: 'dates' }, /neither date nor logic/],
  ['no vector at all', 7, /no vector: 7/],
  ['a year without bank holidays', { ...good, op: 'addWorkingDays', start: '2035-01-01' }, /^unknown: .*bank holidays/],
  ['an hour out', { op: 'addHours', start: '2026-03-28T23:30:00Z', n: 72, due: '2026-03-31T22:30:00Z' }, /T23:30:00Z$/],
]

for (const [name, vector, got] of FAILING) {
  test(`${name} is a failure, told with its place`, () => {
    const report = checkVectors([{ id: 'XX-01', vectors: [good, vector] }])
    assert.equal(report?.passed, 1)
    assert.equal(report.failures.length, 1)
    assert.equal(report.failures[0]?.where, 'XX-01, vector 2')
    assert.match(report.failures[0]?.got ?? '', got)
  })
}

for (const nothing of [[], {}, null, 'text', 7, [1, 2], [{ name: 'x' }], [{ vectors: [] }], [{ kind: 'logic' }]]) {
  test(`${JSON.stringify(nothing)} holds no date vectors`, () => assert.equal(checkVectors(nothing), undefined))
}
