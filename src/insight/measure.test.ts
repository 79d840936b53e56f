// A figure that is counted by other words than before: what its page says, and that neither sentence nor dots compare the two.
import assert from 'node:assert/strict'
import test from 'node:test'
import { addMonths, day } from '#calendar'
import type { KeptFigure } from '#record-figures'
import { changedWords, charted, countedOtherwise, measureOf } from './measure.ts'

const FIRST = { since: day('2026-11-27'), before: 'Every age was counted.' }
const SECOND = { since: day('2027-02-01'), before: 'Days were counted as months.' }

void test('how it changed: the version, since when, and how it was before, the last change first', () => {
  assert.equal(changedWords([]), 'Version 1. It was never counted otherwise here.')
  assert.equal(changedWords([FIRST]), 'Version 2, since Fri 27 Nov 2026. Before: Every age was counted.')
  assert.equal(
    changedWords([FIRST, SECOND]),
    'Version 3, since Mon 1 Feb 2027. Before: Days were counted as months. Version 2, since Fri 27 Nov 2026. Before: Every age was counted.',
  )
})

const figures = (indicator: string, versionAt: (month: number) => number): readonly KeptFigure[] =>
  Array.from({ length: 14 }, (_, month) => {
    const last = addMonths(day('2026-01-28'), month)
    const counts = { above: 30 + month, below: 60, value: 50 + month, unknown: 0 }
    return { indicator, version: versionAt(month), day: last, since: addMonths(last, -12), made: last, ...counts }
  })

const shown = (id: string, versionAt: (month: number) => number) => {
  const measure = measureOf(id)
  assert.ok(measure)
  const months = figures(id, versionAt)
  const decided = { indicator: id, first: day('2026-01-01'), last: day('2026-12-01'), aim: null, because: 'It was.' }
  const chart = charted(measure, months, { ...decided, by: 'Somebody', at: '2026-12-01T09:00:00Z' })
  assert.ok(chart)
  return { ...chart, otherwise: countedOtherwise(months)?.day }
}

for (const [id, sentence] of [
  [
    'missing_pct',
    /There is none of a year before that was counted so\. Up to Sun 28 Jun 2026 it was counted otherwise\.$/,
  ],
  ['cla_count', / Up to Sun 28 Jun 2026 it was counted otherwise\.$/],
] as const)
  void test(`${id}: raised after June, its months before are said and not compared`, () => {
    const raised = shown(id, (month) => (month < 6 ? 1 : 2))
    assert.equal(raised.otherwise, '2026-06-28')
    assert.match(raised.sentence, sentence)
    assert.deepEqual(
      raised.points.map(({ value }) => value === undefined),
      Array.from({ length: 14 }, (_, month) => month < 6),
    )
    const same = shown(id, () => 1)
    assert.equal(same.otherwise, undefined)
    assert.doesNotMatch(same.sentence, /otherwise/)
  })
