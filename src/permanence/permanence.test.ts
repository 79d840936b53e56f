// A review that names adoption asks for a decision within two months; another plan, or the decision, ends it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, dayOf, numberOf } from '#calendar'
import { type Duty, EVER, type Span } from '#ledger'
import { onShortBreaks, type PermanencePlanned, permanenceDuties } from './permanence.ts'

const n = (text: string): number => numberOf(day(text))
const ALL: readonly Span[] = [{ from: 0, until: EVER, parts: [{ from: 0, until: EVER, recorded: 0 }] }]
const plan = (option: string, on: string, review: string | undefined = 'review'): PermanencePlanned => ({
  ...{ line: `plan ${on}`, recorded: 0, option, day: n(on), review },
})
const REVIEWS = [
  { line: 'review', held: n('2026-06-30') },
  { line: 'later', held: n('2026-09-10') },
]
const NEVER = { closes: undefined, closing: undefined }
type Ending = { readonly closes: number | undefined; readonly closing: 'leftCare' | undefined }
function duties(
  planned: readonly PermanencePlanned[],
  decided: readonly string[] = [],
  ending: (from: number) => Ending = () => NEVER,
): readonly string[] {
  const out: Duty[] = []
  permanenceDuties(out, planned, {
    ...{ decided: decided.map((on) => ({ line: on, recorded: 0, day: n(on) })), reviews: REVIEWS },
    ...{ spans: ALL, on: n('2026-12-01'), ending },
  })
  return out.map(({ due = 0, standing, closes }) =>
    [dayOf(due), standing, closes && dayOf(closes)].filter(Boolean).join(' '),
  )
}

test('counted from the day of the review that named it first, whatever day is typed on the plan', () => {
  assert.deepEqual(duties([plan('adoption', '2026-06-30')]), ['2026-08-30 open'])
  assert.deepEqual(duties([plan('adoption', '2026-07-15')]), ['2026-08-30 open'])
  assert.deepEqual(duties([plan('adoption', '2026-06-30'), plan('adoption', '2026-09-10', 'later')]), [
    '2026-08-30 open',
  ])
  assert.deepEqual(duties([plan('adoption', '2026-07-15')], ['2026-07-10']), ['2026-08-30 doneOnTime'])
  assert.deepEqual(duties([plan('adoption', '2026-06-30', 'taken back')]), [], 'the review does not stand')
})

test('named again, also after a plan that no review named: nothing anew until another way was the plan', () => {
  const [first, between, again] = [
    plan('adoption', '2026-06-30'),
    { ...plan('adoption', '2026-08-01'), review: undefined },
    plan('adoption', '2026-09-10', 'later'),
  ]
  assert.deepEqual(duties([first, between, again]), ['2026-08-30 open'])
  assert.deepEqual(duties([between, again]), ['2026-11-10 open'])
  assert.deepEqual(duties([first, plan('return home', '2026-08-01'), again]), [
    '2026-08-30 open 2026-08-01',
    '2026-11-10 open',
  ])
})

test('another time in care has a count of its own', () => {
  const left = n('2026-08-01')
  const ending = (from: number): Ending => (from < left ? { closes: left, closing: 'leftCare' } : NEVER)
  assert.deepEqual(duties([plan('adoption', '2026-06-30'), plan('adoption', '2026-09-10', 'later')], [], ending), [
    '2026-08-30 open 2026-08-01',
    '2026-11-10 open',
  ])
})

test('short breaks are, unless an order of care stands beside their agreement', () => {
  assert.equal(onShortBreaks(['short breaks agreement', 'child arrangements order']), true)
  assert.equal(onShortBreaks(['short breaks agreement, episodes', 'section 20 agreement']), true)
  assert.equal(onShortBreaks(['short breaks agreement', 'care order']), false)
  assert.equal(onShortBreaks(['section 20 agreement']), false)
  assert.equal(onShortBreaks([]), false)
})

test('nothing is counted of another plan, nor of adoption that no review named; another plan ends it', () => {
  assert.deepEqual(
    duties([plan('return home', '2026-06-30'), { ...plan('adoption', '2026-07-01'), review: undefined }]),
    [],
  )
  assert.deepEqual(duties([plan('adoption', '2026-06-30'), plan('return home', '2026-07-20')]), [
    '2026-08-30 open 2026-07-20',
  ])
})
