// From a flag to a form: the answers of the year that the flag is about, and whom to ask for what nobody who works with the child may write.
import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#calendar'
import { type Mending, mendLinks } from './mend-paths.ts'
import { toMend } from './standing-flag.ts'

const CHILD = '00000000-0000-7000-8000-000000000001'
const mending = (year: number, today: string): Mending => ({
  ...{ year, today: day(today), isThere: () => true, versions: new Map() },
  writes: new Set([`${CHILD} health`, `${CHILD} header`]),
})
const linksOf = (rule: string, part: string, of: Mending) =>
  mendLinks({ child: CHILD, behind: [], part }, toMend({ rule, part }), of)

for (const [year, today, which] of [
  [2027, '2027-03-31', 'this-year'],
  [2027, '2027-04-01', 'last-year'],
  [2026, '2027-03-31', 'last-year'],
  [2025, '2027-03-31', 'two-years-ago'],
  [2025, '2027-04-01', 'three-years-ago'],
] as const)
  void test(`health answers of ${year}, mended on ${today}: the form of ${which}`, () => {
    const [first] = linksOf('180', 'OC2', mending(year, today))
    assert.equal(first?.to, `/children/${CHILD}/year-answers/${which}#strengths-and-difficulties-score`)
    assert.equal(first?.direct, true)
  })

void test('older than any form: the record of the child, and no address that is not there', () => {
  const isThere = (path: string) => !path.includes(':year')
  const [first] = linksOf('180', 'OC2', { ...mending(2025, '2029-04-01'), isThere })
  assert.deepEqual([first?.to, first?.direct], [`/children/${CHILD}/record`, false])
})

void test('a worker’s own number: ask an administrator, whatever of the record one may write', () => {
  const [first, ...more] = linksOf('SW02STG1', 'SWEpisodes', mending(2027, '2027-03-31'))
  assert.deepEqual([first?.ask, first?.to, more], ['an administrator', `/children/${CHILD}`, []])
})
