// After a review: silence agrees and is never late; an independent visitor is asked after of the latest review alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, dayOf, numberOf } from '#calendar'
import { type Duty, EVER, type Span, stateOn } from '#ledger'
import { type AfterReviews, afterReviewDuties } from './decision-duties.ts'

const n = (text: string): number => numberOf(day(text))
const ALL: readonly Span[] = [{ from: 0, until: EVER, parts: [{ from: 0, until: EVER, recorded: 0 }] }]
const typed = (line: string) => ({ line, recorded: 0 })
const held = (line: string, on: string) => ({ ...typed(line), held: n(on) })
const of = (review: string, on: string) => ({ ...typed(`of ${review}`), review, day: n(on) })
const EMPTY = {
  ...{ closes: undefined, closing: undefined, reviews: [], received: [], answered: [], visitors: new Set<string>() },
  ...{ spans: ALL, visitorSpans: ALL },
}
function duties(known: Partial<AfterReviews>): readonly string[] {
  const out: Duty[] = []
  afterReviewDuties(out, { ...EMPTY, ...known })
  return out.map(({ basis, due, standing, closes, closing }) =>
    [basis.id, due && dayOf(due), standing, closes && dayOf(closes), closing].filter(Boolean).join(' '),
  )
}
const FIRST = held('first', '2026-05-20')

test('silence until the fifth working day is agreement; an answer is an answer; nothing received, nothing owed', () => {
  const received = [of('first', '2026-05-27')]
  assert.deepEqual(duties({ reviews: [FIRST], received })[0], 'CP-12 2026-06-03 open 2026-06-04 silenceAgrees')
  const answered = [of('first', '2026-06-01')]
  assert.deepEqual(duties({ reviews: [FIRST], received, answered })[0], 'CP-12 2026-06-03 doneOnTime')
  assert.deepEqual(duties({ reviews: [FIRST] }), ['CP-31 2026-05-20 open'])
})

test('the latest review says what was decided on an independent visitor', () => {
  const reviews = [FIRST, held('second', '2026-08-20')]
  assert.deepEqual(duties({ reviews, visitors: new Set(['first']) }), ['CP-31 2026-08-20 open'])
  assert.deepEqual(duties({ reviews, visitors: new Set(['second']) }), ['CP-31 2026-08-20 doneOnTime'])
  assert.deepEqual(duties({}), [])
  const fromJune: readonly Span[] = [{ from: n('2026-06-01'), until: EVER, parts: [] }]
  const states = (reviews: AfterReviews['reviews']) => {
    const out: Duty[] = []
    afterReviewDuties(out, { ...EMPTY, reviews, visitorSpans: fromJune })
    return out.map((duty) => stateOn(duty, n('2026-09-01')))
  }
  assert.deepEqual(states([FIRST]), ['unknown'], 'before it could be recorded')
  assert.deepEqual(states(reviews), ['overdue'])
})
