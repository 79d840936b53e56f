// The words of the access log: no name of a table is read by anybody.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whatWords } from './what-words.ts'

test('a table is said in words, also one that has none of its own', () => {
  const cases = { 'recorded legal_basis': 'recorded a legal status', 'recorded time_apart': 'recorded time apart' }
  for (const [what, words] of Object.entries(cases)) assert.equal(whatWords(what), words)
})

test('what is said in words already stays as it is', () => {
  for (const what of ['recorded a review', 'opened the record', 'was told to ask']) assert.equal(whatWords(what), what)
})
