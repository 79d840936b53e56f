// A review that names adoption asks for a decision within two months; another plan, or the decision, ends it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, dayOf, numberOf } from '#calendar'
import { type Duty, EVER, type Span } from '#ledger'
import { type PermanencePlanned, permanenceDuties } from './permanence.ts'

const n = (text: string): number => numberOf(day(text))
const ALL: readonly Span[] = [{ from: 0, until: EVER, parts: [{ from: 0, until: EVER, recorded: 0 }] }]
const plan = (option: string, on: string, review: string | undefined = 'review'): PermanencePlanned => ({
  ...{ line: `plan ${on}`, recorded: 0, option, day: n(on), review },
})
function duties(planned: readonly PermanencePlanned[], decided: readonly string[] = []): readonly string[] {
  const out: Duty[] = []
  permanenceDuties(out, planned, {
    ...{ decided: decided.map((on) => ({ line: on, recorded: 0, day: n(on) })), spans: ALL, on: n('2026-12-01') },
    ending: () => ({ closes: undefined, closing: undefined }),
  })
  return out.map(({ due = 0, standing, closes }) =>
    [dayOf(due), standing, closes && dayOf(closes)].filter(Boolean).join(' '),
  )
}

test('counted from the review that named it first', () => {
  assert.deepEqual(duties([plan('adoption', '2026-06-30')]), ['2026-08-30 open'])
  assert.deepEqual(duties([plan('adoption', '2026-06-30'), plan('adoption', '2026-09-10')]), ['2026-08-30 open'])
  assert.deepEqual(duties([plan('adoption', '2026-06-30')], ['2026-08-01']), ['2026-08-30 doneOnTime'])
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
