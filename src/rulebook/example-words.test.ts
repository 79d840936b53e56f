// Examples of rules read as English: names in words, days in full, the answer as a sentence of its own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerWords, valueWords } from './example-words.ts'

const given: [unknown, string][] = [
  [{ from: '2026-03-27' }, 'from Fri 27 Mar 2026'],
  [{ intendedTo18: false, lastVisit: '2026-11-30' }, 'intended to 18 no, last visit Mon 30 Nov 2026'],
  [{ phase: 'afterFirstYear', n: 2 }, 'phase after first year, number 2'],
  [{ circumstances: [], left: undefined }, 'circumstances none'],
  [{}, ''],
]
const answers: [unknown, string][] = [
  [{ kind: 'due', day: '2026-04-28' }, 'Due: Tue 28 Apr 2026'],
  [
    { kind: 'notAvailable', because: 'The placement is not a year old.' },
    'Not available: The placement is not a year old.',
  ],
  [{ kind: 'confidential' }, 'Confidential'],
  ['anotherResponsible', 'Another responsible'],
]

for (const [value, words] of given)
  test(`given ${JSON.stringify(value)}`, () => {
    assert.equal(valueWords(value), words)
  })
for (const [value, words] of answers)
  test(`answer ${JSON.stringify(value)}`, () => {
    assert.equal(answerWords(value), words)
  })
