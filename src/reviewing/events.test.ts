// A dispute in the story: each step once, what rose by itself too, with who and when; and that the child has still to be told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, numberOf } from '#calendar'
import { eventsOf, type Stood } from './events-store.ts'

const row = { id: 'x', council: 1, child: 'c', recorded: '', recorded_by: 'officer', supersedes: null, nature: 'first' }
const n = (text: string) => numberOf(day(text))
const parts = (of: Record<string, string>) => JSON.stringify(of)
function disputed(tellings: readonly object[]): Stood {
  const stage = { ...row, line: 's', tier: 'informal', asked_of: 'worker', words: parts({ why: 'Find a place.' }) }
  const known: object = {
    ...{ ...row, line: 'd', about: 'learning', raised: '2026-03-02', childTold: 'told', by: 'officer' },
    said: { issue: 'No school.', asked: 'A school.', view: '' },
    ended: n('2026-04-01'),
    stages: [stage],
    steps: [
      { tier: 'informal', since: n('2026-03-02'), last: n('2026-03-16'), until: n('2026-03-17'), stage },
      { tier: 'team manager', since: n('2026-03-17'), last: n('2026-03-20'), until: undefined, stage: undefined },
    ],
    answers: [],
    referrals: [],
    end: {
      ...row,
      line: 'e',
      outcome: 'changed',
      happened: '2026-04-01',
      words: parts({ changed: 'In school.', why: '' }),
    },
    tellings,
  }
  // the rows of the record have columns that a story does not read
  return known as Stood
}

test('each step is told once, and whoever has still to be told is said', () => {
  const told = eventsOf([disputed([])])
  assert.deepEqual(
    told.map(({ on, title, by, whom, key }) => [on, title, by, whom?.worker, key]),
    [
      ['2026-03-02', 'The reviewing officer raised a dispute: learning', 'officer', undefined, true],
      ['2026-03-02', 'The dispute was taken on: informally, with the worker', 'officer', 'worker', false],
      ['2026-03-17', 'The dispute rose by itself: team manager', undefined, undefined, false],
      ['2026-04-01', 'The dispute is over: their life has changed as we asked', 'officer', undefined, true],
    ],
  )
  assert.equal(told[3]?.words, 'In school. They have still to be told what came of it.')
  assert.equal(new Set(told.map(({ line }) => line)).size, told.length, 'a line of its own each')
})

test('being told, and why not yet, stand each as an event of its own', () => {
  const telling = { ...row, about: 'what came of it', view: null }
  const words = parts({ what: 'You go to school.', who: 'Nan', why: 'On a trip.' })
  const not = { ...telling, line: 't1', told: false, happened: '2026-04-02', how: null, told_by: null, words }
  const yes = { ...telling, line: 't2', told: true, happened: '2026-04-09', how: 'in writing', told_by: null, words }
  const events = eventsOf([
    disputed([
      { ...not, not_told_why: 'not reached yet', ask_again: '2026-04-08' },
      { ...yes, not_told_why: null, ask_again: null },
    ]),
  ])
  assert.deepEqual(
    events.slice(3).map(({ title, words: said }) => [title, said]),
    [
      ['The dispute is over: their life has changed as we asked', 'In school.'],
      ['Not told yet: what came of the dispute', 'They were not reached. On a trip. Asked again on Wed 8 Apr 2026.'],
      ['Told: what came of the dispute', 'In writing. Told by Nan. You go to school.'],
    ],
  )
})
