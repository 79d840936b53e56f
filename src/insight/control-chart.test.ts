// The chart's rules, each with a series that meets it and one that misses it by one; and that the sentence never contradicts the dots.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { addMonths, day, type IsoDay } from '#calendar'
import { controlChart, type MonthPoint, monthEnd, type Polarity, usualRange } from './control-chart.ts'
import { charted, measureOf } from './measure.ts'

const START = day('2025-01-31')
const points = (values: readonly (number | undefined)[]): readonly MonthPoint[] =>
  values.map((value, at) => ({ day: addMonths(START, at), value }))
const first = day('2025-01-01')
const year: { first: IsoDay; last: IsoDay } = { first, last: day('2025-12-31') }
/** Mean 50, moving range 2 each: limits 50 ± 5.32. */
const usual = [49, 51, 49, 51, 49, 51, 49, 51, 49, 51, 49, 51]
const chart = (later: readonly (number | undefined)[], polarity: Polarity = 'high') =>
  controlChart({ points: points([...usual, ...later]), baseline: year, polarity })
const marks = (of: ReturnType<typeof chart>) => of.points.slice(12).map(({ mark }) => mark ?? '-')

void test('limits are 2.66 mean moving ranges from the mean of the baseline alone', () => {
  assert.deepEqual(usualRange(usual), { mean: 50, low: 50 - 5.32, high: 50 + 5.32 })
  assert.deepEqual(chart([90, 90, 90]).range, usualRange(usual), 'what came later moves nothing')
  assert.equal(usualRange(usual.slice(0, 5)), undefined)
})

const cases: readonly [name: string, later: readonly (number | undefined)[], verdict: string, sentence: RegExp][] = [
  ['just outside the range', [50, 55.33], 'better', /Above the usual range in 1 of the last 5 months/],
  ['on its edge', [50, 55.32], 'usual', /No real change/],
  ['just below it', [50, 44.67], 'worse', /Below the usual range in 1 of the last 5 months/],
  ['seven on one side', [49, 52, 51, 53, 51, 52, 51, 52], 'better', /7 months above the old average/],
  ['six on one side', [49, 52, 51, 53, 51, 52, 51, 49, 51], 'usual', /No real change/],
  ['on the average itself is on no side', [49, 52, 51, 53, 50, 52, 51, 52, 51], 'usual', /No real change/],
  ['six that fall', [50.5, 50.4, 50.3, 49.9, 49.8, 49.7], 'worse', /Falling month after month/],
  ['five that fall', [49, 50.4, 50.3, 49.9, 49.8, 49.7], 'usual', /No real change/],
  ['a month without a figure is left out', [60, undefined, 60], 'better', /2 of the last 5 months/],
  ['a month without a figure ends a run', [51, 52, 51, 52, 51, undefined, 52, 51, 52], 'usual', /No real change/],
  ['and a trend', [50.5, 50.4, 50.3, undefined, 49.9, 49.8, 49.7], 'usual', /No real change/],
  [
    'above and falling at once',
    [49, 52, 51.9, 51.8, 51.7, 51.6, 51.5, 51.4],
    'changed',
    /^Really changed\. 7 months above the old average\. Falling month after month\.$/,
  ],
  ['a signal of four months ago is over', [60, 50, 49, 51], 'usual', /No real change/],
  ['one of three months ago is not', [60, 50, 49], 'better', /Above/],
]
for (const [name, later, verdict, sentence] of cases)
  void test(name, () => {
    const own = chart(later)
    assert.equal(own.verdict, verdict)
    assert.match(own.sentence, sentence)
  })

void test('what is better depends on the figure; of some only that it changed', () => {
  assert.deepEqual(marks(chart([60], 'low')), ['worse'])
  assert.deepEqual(marks(chart([60], 'none')), ['changed'])
})

void test('without a baseline, or with too few months of it, nothing is marked and the sentence says why', () => {
  const none = controlChart({ points: points(usual), baseline: undefined, polarity: 'high' })
  assert.deepEqual([none.verdict, none.range], ['no baseline', undefined])
  const few = controlChart({ points: points([undefined, ...usual.slice(0, 5)]), baseline: year, polarity: 'high' })
  assert.deepEqual([few.verdict, few.points.some(({ mark }) => mark)], ['too few', false])
})

void test('whatever the series, the sentence says a change exactly where one of the last three dots is marked', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 40, max: 60 }), { minLength: 1, maxLength: 24 }), (later) => {
      const own = chart(later)
      const signal = own.points.slice(-3).some(({ mark }) => mark !== undefined)
      assert.equal(!own.sentence.startsWith('No real change'), signal)
      if (signal) assert.ok(own.points.slice(-3).some(({ mark }) => mark === own.verdict))
    }),
  )
})

void test('a month ends on its last day', () => {
  assert.deepEqual([monthEnd(day('2024-02-01')), monthEnd(day('2025-12-01'))], ['2024-02-29', '2025-12-31'])
})

void test('a figure of twelve months has no range and no verdict: it is compared with the one a year before', () => {
  const told = (id: string) => {
    const measure = measureOf(id)
    assert.ok(measure)
    const figures = Array.from({ length: 25 }, (_, at) => {
      const on = monthEnd(addMonths(first, at))
      const counts = { above: at > 12 ? 40 + at : 40, below: 100, value: null, unknown: 0 }
      return { ...counts, indicator: id, version: 1, day: on, since: addMonths(on, -12), made: on }
    })
    const decided = { first, last: day('2025-12-01'), aim: null, because: 'x', by: 'y', at: '', indicator: id }
    return charted(measure, figures, decided)
  }
  const slow = told('placements_3plus_pct')
  assert.deepEqual([slow?.verdict, slow?.range], ['slow', undefined])
  assert.equal(
    slow?.points.some(({ mark }) => mark !== undefined),
    false,
  )
  assert.match(slow?.sentence ?? '', /A year before it was 40 %: now it is 24 points more\.$/)
  assert.equal(told('distance_over20_pct')?.verdict, 'worse')
})
