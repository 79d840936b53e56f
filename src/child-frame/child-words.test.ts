// A child in words: exact ages, and the usual year of school.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { calledName, exactAge, firstName, usualSchoolYear } from './child-words.ts'
import { numberAmong, theirNumber } from './frame.ts'
import { homeWords, livesIn } from './home-words.ts'

test('an age is said in years and months; in the first year in weeks', () => {
  assert.equal(exactAge(day('2012-06-08'), day('2026-11-24')), '14 years 5 months')
  assert.equal(exactAge(day('2012-06-24'), day('2026-06-24')), '14 years')
  assert.equal(exactAge(day('2012-06-25'), day('2026-06-24')), '13 years 11 months')
  assert.equal(exactAge(day('2026-10-01'), day('2026-11-24')), '7 weeks old')
})

test('the usual school year turns on 1 September', () => {
  for (const [born, on, year] of [
    ['2012-06-08', '2026-11-24', 'Year 10'],
    ['2012-08-31', '2026-09-01', 'Year 10'],
    ['2012-09-01', '2026-09-01', 'Year 9'],
    ['2012-06-08', '2026-08-31', 'Year 9'],
    ['2022-03-01', '2026-10-01', 'Reception'],
    ['2024-03-01', '2026-10-01', undefined],
    ['2006-03-01', '2026-10-01', undefined],
  ] as const)
    assert.equal(usualSchoolYear(day(born), day(on)), year, `${born} on ${on}`)
})

test('a child is called as they like to be, and by the id where no name is known', () => {
  const known = { given: 'Aaliyah', family: 'Bennett', knownAs: 'Lina', shown: '40417' }
  assert.equal(calledName(known), 'Lina Bennett')
  assert.equal(firstName(known), 'Lina')
  assert.equal(firstName({ given: undefined, family: undefined, knownAs: undefined, shown: '40417' }), 'Child 40417')
})

test('a worker who came back keeps the number of the first time', () => {
  const since = day('2025-01-01')
  const turn = (worker: string, part = 'allocated-worker') => ({ worker, name: worker, part, since, until: undefined })
  const workers = [turn('ann'), turn('ruth', 'reviewing-officer'), turn('bea'), turn('ann'), turn('cy')]
  assert.equal(numberAmong({ workers }, 'cy'), 3)
  assert.equal(numberAmong({ workers }, 'ann'), 1)
  assert.equal(theirNumber(3), 'their third')
  assert.equal(theirNumber(12), 'their number 12')
})

test('no home is called by the words of the return', () => {
  assert.equal(homeWords('P1'), 'With their parents')
  assert.equal(livesIn({ place: null, inCare: false }), 'Not in care now')
  assert.equal(livesIn({ place: null, inCare: true }), 'Home not recorded')
  assert.equal(livesIn({ place: null, inCare: null }), 'Home not known')
})
