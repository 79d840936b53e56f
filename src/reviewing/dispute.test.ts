// A dispute rises by itself, is held by a promise, goes on when it is taken on, and stands until it is over.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, dayOf, numberOf } from '#calendar'
import type { Duty } from '#ledger'
import { type Stage, stepsOf, TIER_DAYS, type Tier, type TierAnswer } from './dispute.ts'
import { type DisputeKnown, disputeDuties } from './dispute-duties.ts'

const n = (text: string): number => numberOf(day(text))
const stage = (tier: Tier, begun: string, answerBy: string): Stage => ({ tier, begun: n(begun), answerBy: n(answerBy) })
const said = (tier: Tier, answered: string, promised?: string): TierAnswer => ({
  ...{ tier, answered: n(answered), promised: promised === undefined ? undefined : n(promised) },
})
const told = (
  stages: readonly Stage[],
  on: string,
  { answers = [], ended }: { readonly answers?: readonly TierAnswer[]; readonly ended?: string } = {},
): readonly string[] =>
  stepsOf({ stages, answers, ended: ended === undefined ? undefined : n(ended) }, n(on)).map(
    ({ tier, since, until, stage: one }) =>
      `${tier} ${dayOf(since)} to ${until === undefined ? 'now' : dayOf(until)}${one === undefined ? ', rose' : ''}`,
  )

// Monday 1 June 2026, ten working days: Monday 15 June.
const RAISED = stage('informal', '2026-06-01', '2026-06-15')

test('it stands where it was raised until the last day is over', () => {
  assert.deepEqual(told([RAISED], '2026-06-15'), ['informal 2026-06-01 to now'])
  assert.deepEqual(told([], '2026-06-15'), [])
})

test('after the last day it rises by itself, tier by tier, to the chief executive, and stays there', () => {
  assert.deepEqual(told([RAISED], '2026-06-16'), [
    'informal 2026-06-01 to 2026-06-16',
    'team manager 2026-06-16 to now, rose',
  ])
  const year = told([RAISED], '2026-12-31')
  assert.equal(year.length, 6)
  assert.equal(year.at(-1), 'chief executive 2026-07-08 to now, rose')
})

test('taken on before its last day, it goes on that day; any tier may be passed over', () => {
  const on = stage('head of service', '2026-06-05', '2026-06-11')
  assert.deepEqual(told([RAISED, on], '2026-06-08'), [
    'informal 2026-06-01 to 2026-06-05',
    'head of service 2026-06-05 to now',
  ])
})

test('a promise holds it until its day, and no answer without one does', () => {
  const promise = { answers: [said('informal', '2026-06-10', '2026-07-01')] }
  assert.deepEqual(told([RAISED], '2026-07-01', promise), ['informal 2026-06-01 to now'])
  assert.equal(told([RAISED], '2026-07-02', promise).at(-1), 'team manager 2026-07-02 to now, rose')
  assert.equal(told([RAISED], '2026-06-16', { answers: [said('informal', '2026-06-10')] }).length, 2)
})

test('a promise from below, given after it had risen, does not take it back down; one promise may follow another', () => {
  const late = { answers: [said('informal', '2026-06-18', '2026-09-01')] }
  assert.deepEqual(told([RAISED], '2026-06-19', late), told([RAISED], '2026-06-19'))
  const [first, second] = [said('informal', '2026-06-15', '2026-07-01'), said('informal', '2026-07-01', '2026-08-03')]
  assert.deepEqual(told([RAISED], '2026-08-03', { answers: [second, first] }), ['informal 2026-06-01 to now'])
})

test('when the circumstances have changed it stands nowhere any more', () => {
  assert.deepEqual(told([RAISED], '2026-12-31', { ended: '2026-06-18' }), [
    'informal 2026-06-01 to 2026-06-16',
    'team manager 2026-06-16 to 2026-06-18, rose',
  ])
  assert.deepEqual(told([RAISED], '2026-06-10', { ended: '2026-06-18' }), ['informal 2026-06-01 to now'])
})

const typed = (line: string) => ({ line, recorded: 0 })
const dispute = (facts: Partial<DisputeKnown>): DisputeKnown => ({
  ...{ ...typed('dispute'), raised: n('2026-06-01'), answers: [], referrals: [], end: undefined, ended: undefined },
  ...{ stages: [{ ...RAISED, ...typed('informal') }], ...facts },
})
function owed(facts: Partial<DisputeKnown>, on: string): readonly string[] {
  const out: Duty[] = []
  const ending = () => ({ closes: undefined, closing: undefined })
  disputeDuties(out, [dispute(facts)], { on: n(on), days: TIER_DAYS, ending })
  return out.map(({ basis, due, standing }) => `${basis.id} ${dayOf(due ?? 0)} ${standing}`)
}

test('as duties: the informal answer, the whole, and Cafcass only when the twenty days are over', () => {
  assert.deepEqual(owed({}, '2026-06-10'), ['IRO-02/10 2026-06-15 open'])
  assert.deepEqual(owed({}, '2026-06-16'), ['IRO-02/10 2026-06-15 open', 'IRO-01 2026-07-14 open'])
  assert.deepEqual(owed({}, '2026-07-14').length, 2)
  assert.deepEqual(owed({}, '2026-07-15').at(-1), 'IRO-03 2026-07-14 open')
})

test('a decision not to refer meets Cafcass and not the dispute; a referral meets both', () => {
  const considered = (referred: boolean) => ({
    referrals: [{ ...typed('referral'), day: n('2026-07-10'), referred }],
  })
  assert.deepEqual(owed(considered(false), '2026-07-20'), ['IRO-02/10 2026-06-15 open', 'IRO-01 2026-07-14 open'])
  assert.deepEqual(owed(considered(true), '2026-07-20').at(-1), 'IRO-01 2026-07-14 doneOnTime')
  assert.deepEqual(owed({ end: { ...typed('end'), day: n('2026-06-12') }, ended: n('2026-06-12') }, '2026-07-20'), [
    'IRO-02/10 2026-06-15 doneOnTime',
  ])
})
