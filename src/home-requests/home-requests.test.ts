// What a request lacks, what a home is shown of it, how a home stands by its steps, and when a match is looked at again.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#calendar'
import { likesIn, missingOf, profileOf, REQUEST_WORDS, type RequestWords, reviewsOf, standingOf } from './request.ts'

const none: RequestWords = {
  ...{ considered: '', own: '', good: '', like: '', who: '', faith: '', feelings: '', helps: '', hopes: '', first: '' },
}
const REQUEST = { family_considered: true, no_family_home: false, school_year: 9, words: none }

test('what is missing is listed by name', () => {
  const places = [
    { kind: 'family home', postcode: 'AA1 1AA', per_month: null },
    { kind: 'school', postcode: null, per_month: 20 },
    { kind: 'family', postcode: null, per_month: null },
  ]
  const full = Object.fromEntries(REQUEST_WORDS.map((name) => [name, 'x']))
  assert.deepEqual(missingOf({ ...REQUEST, words: { ...none, ...full } }, places), [
    'How often they go: 1 of the places that matter',
  ])
  assert.equal(missingOf({ ...REQUEST, family_considered: false }, []).length, 8)
})

test('the profile is strengths first, without what was left out and without who of the family was considered', () => {
  const words = { ...none, like: 'football', own: 'A dog.', considered: 'Nan.' }
  assert.deepEqual(
    profileOf(words, []).map(({ part }) => part),
    ['own', 'like'],
  )
  assert.deepEqual(
    profileOf(words, ['own']).map(({ part }) => part),
    ['like'],
  )
})

test('what they like, one by one', () =>
  assert.deepEqual(likesIn('Football, drawing and cats\nfootball'), ['football', 'drawing', 'cats']))

describe('how a home stands', () => {
  const of = (...kinds: readonly string[]) =>
    standingOf(kinds.map((kind, at) => ({ household: 'h', kind, happened: '2027-03-01', line: String(at) })))
  test('a no takes it off, and asking again puts it back', () => {
    assert.equal(of('asked', 'no').off, 'no')
    assert.equal(of('asked', 'no', 'asked').off, undefined)
    assert.equal(of('asked', 'no', 'asked').answered, undefined)
  })
  test('a child’s no stands until somebody talked about it with them', () => {
    assert.equal(of('child says no', 'yes').saidNo, true)
    assert.equal(of('child says no', 'child is heard').saidNo, false)
  })
  test('what is not right is off the shortlist', () => assert.equal(of('shortlisted', 'not right').shortlisted, false))
})

test('looks after 72 hours, 28 and 90 days, late only once the day is over', () => {
  const reviews = reviewsOf(day('2027-03-28'), ['28 days'], day('2027-03-31'))
  assert.deepEqual(
    reviews.map(({ due, state }) => `${due} ${state}`),
    ['2027-03-31 due', '2027-04-25 done', '2027-06-26 due'],
  )
  assert.equal(reviewsOf(day('2027-03-28'), [], day('2027-04-01'))[0]?.state, 'late')
})
