// A simulated arrival: what would fall due, and what would come next.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf } from '#calendar'
import type { Duty } from '#ledger'
import { simulate } from './simulate.ts'
import { n } from './test-child.ts'

const inShort = (duties: readonly Duty[]) =>
  duties.map(({ basis, due }) => `${basis.rule.id} ${due === undefined ? '-' : dayOf(due)}`)

test('a ten-year-old who comes into care over Easter 2026', () => {
  const { first, next } = simulate({ comesIntoCare: n('2026-03-30'), age: 10 })
  assert.deepEqual(inShort(first), [
    'PL-01 2026-03-30',
    'ED-06 2026-03-31',
    'CP-16 2026-04-06',
    'CP-04 2026-04-08',
    'CP-05 2026-04-08',
    'HE-04 2026-04-08',
    'PL-04 2026-04-08',
    'ED-01 2026-04-15',
    'CP-01 2026-04-15',
    'CP-06 2026-04-29',
    'HE-01 2026-04-29',
    'ED-02 2026-04-29',
    'PL-22 -',
    'ED-03 -',
    'HE-03 -',
    'HE-07 -',
    'CP-27 -',
  ])
  assert.deepEqual(inShort(next), [
    'CP-31 2026-04-29',
    'CP-11 2026-05-07',
    'CP-14 2026-05-14',
    'CP-17 2026-05-18',
    'CP-13 2026-05-21',
    'CP-13 2026-05-29',
    'CP-07 2026-07-29',
    'HE-05 2027-03-31',
    'HE-06 2027-03-31',
    'ED-06 2027-03-31',
    'HE-02 2027-04-29',
    'LC-02 2032-06-30',
    'LC-10 2034-05-25',
    'CP-02 -',
    'HE-03 -',
    'LC-04 -',
    'LC-12 -',
    'LC-13 -',
  ])
})

test('with a connected person under temporary approval, at three', () => {
  const { first, next } = simulate({ comesIntoCare: n('2026-03-30'), age: 3, place: 'U3', temporaryApproval: true })
  assert.ok(inShort(first).includes('CP-21 2026-04-06'))
  assert.ok(inShort(first).includes('PL-12 2026-07-19'))
  assert.ok(inShort(next).includes('CP-21 2026-04-13'))
  assert.ok(inShort(next).includes('HE-02 2026-10-29'))
})

test('beyond the bank holidays known, what counts working days is unknown', () => {
  const { first } = simulate({ comesIntoCare: n('2028-12-20') })
  const review = first.find(({ basis }) => basis.rule.id === 'CP-06')
  assert.deepEqual([review?.standing, review?.missing], ['unknown', 'bankHolidays'])
})

test('by emergency powers: when they run out, or that nobody has said when', () => {
  const { first } = simulate({ comesIntoCare: n('2026-03-30'), age: 3, status: 'L1' })
  assert.ok(inShort(first).includes('CP-34 2026-04-02'))
  const order = simulate({ comesIntoCare: n('2026-03-30'), age: 3, status: 'L2' }).first
  assert.equal(order.find(({ basis }) => basis.rule.id === 'CP-34')?.missing, 'orderEnds')
})

test('under an interim care order the court says when the care plan is made', () => {
  const { first } = simulate({ comesIntoCare: n('2026-03-30'), age: 10, status: 'C1' })
  assert.ok(!inShort(first).some((line) => line.startsWith('CP-01')))
})
