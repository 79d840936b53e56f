// What is owed to a child who came alone, case by case.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, dayOf, numberOf } from '#calendar'
import type { Duty, Span } from '#ledger'
import { NOT_ALONE, type UnaccompaniedFacts, unaccompaniedDuties } from './index.ts'

const n = (text: string): number => numberOf(day(text))
const at = (text: string) => ({ line: text, recorded: n(text) * 86_400_000, day: n(text) })
const ALWAYS: readonly Span[] = [{ from: n('2010-01-01'), until: n('2060-01-01'), parts: [] }]
/** In care until that day, or until 18. */
function owed(facts: Partial<UnaccompaniedFacts>, on: string, until?: string): readonly string[] {
  const out: Duty[] = []
  const closes = n(until ?? '2028-05-01')
  const end = { closes, closing: until === undefined ? 'attained18' : 'periodEnded' } as const
  const ending = (from: number) => (from < closes ? end : undefined)
  unaccompaniedDuties(out, { ...NOT_ALONE, ...facts }, { on: n(on), ending, spans: ALWAYS })
  return out.map(({ basis, standing, closes, due, done }) =>
    [
      basis.id,
      standing === 'open' && closes !== undefined && closes <= n(on) ? 'closed' : standing,
      ...[due, done].map((one) => (one === undefined ? '–' : dayOf(one))),
    ].join(' '),
  )
}

test('nothing of a child who came with somebody', () => assert.deepEqual(owed({}, '2026-06-01'), []))
test('from the day on which they came to us the plans say so, whichever says it first', () => {
  const arrivals = [at('2026-02-02')]
  assert.deepEqual(owed({ arrivals }, '2026-03-01'), ['UA-02 open – –'])
  assert.deepEqual(owed({ arrivals, said: [at('2026-02-20')] }, '2026-03-01'), ['UA-02 doneOnTime – 2026-02-20'])
  assert.deepEqual(owed({ arrivals, said: [at('2026-01-20')] }, '2026-03-01'), ['UA-02 open – –'], 'before they came')
  assert.deepEqual(owed({ arrivals }, '2026-02-01'), [])
  assert.deepEqual(owed({ arrivals: [at('2028-06-01')] }, '2028-07-01'), [], 'an adult')
})
test('nothing is owed any more when care has ended', () => {
  const facts = {
    arrivals: [at('2026-02-02')],
    ages: [{ ...at('2026-02-20'), doubted: n('2026-02-20'), decided: undefined }],
  }
  assert.deepEqual(owed(facts, '2026-04-20', '2026-03-10'), ['UA-02 closed – –', 'UA-03 closed 2026-04-01 –'])
  assert.deepEqual(owed(facts, '2026-04-20', '2026-02-01'), [])
})
test('a doubt of their age is settled in 28 working days by practice', () => {
  const doubt = (decided: string | undefined) => [
    { ...at('2026-02-02'), doubted: n('2026-02-02'), decided: decided === undefined ? undefined : n(decided) },
  ]
  assert.deepEqual(owed({ ages: doubt(undefined) }, '2026-03-01'), ['UA-03 open 2026-03-12 –'])
  assert.deepEqual(owed({ ages: doubt('2026-03-10') }, '2026-04-01'), ['UA-03 doneOnTime 2026-03-12 2026-03-10'])
  assert.deepEqual(owed({ ages: doubt('2026-03-20') }, '2026-04-01'), ['UA-03 doneLate 2026-03-12 2026-03-20'])
  assert.deepEqual(owed({ ages: doubt('2026-03-20') }, '2026-03-15'), ['UA-03 open 2026-03-12 –'])
})
