// A file of school terms as it is read, and what each row would do to the terms that stand.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#calendar'
import type { School, StandingTerm } from '#education'
import { compareTerms } from './comparing.ts'
import { readTerms } from './read-terms.ts'

const TODAY = day('2026-11-27')
const HEAD = 'School,URN,Term,First day,Last day,Half-term from,Half-term to,Training days'
const read = (...rows: readonly string[]) => {
  const found = readTerms([HEAD, ...rows].join('\n'), TODAY)
  assert.ok(!('wrong' in found), JSON.stringify(found))
  return found
}

describe('reading', () => {
  test('days with their year, half-term and training days; what is empty is said by nobody', () => {
    const { rows, faults } = read(
      'Hill School,,Spring  2027,5 Jan 2027,25/03/2027,2027-02-15,19 Feb 2027,5 Jan 2027; 8 Mar 2027',
      ',100001,Summer 2027,12 Apr 2027,23 Jul 2027,,,',
    )
    assert.deepEqual(faults, [])
    assert.deepEqual(rows[0], {
      ...{ row: 2, school: 'Hill School', urn: '', name: 'Spring 2027', first: '2027-01-05', last: '2027-03-25' },
      ...{ half: ['2027-02-15', '2027-02-19'], training: ['2027-01-05', '2027-03-08'] },
    })
    assert.deepEqual([rows[1]?.urn, rows[1]?.half, rows[1]?.training], ['100001', null, null])
  })
  const wrong: readonly [string, string, readonly (string | null)[]][] = [
    ['no school', ',,Spring,5 Jan 2027,25 Mar 2027,,,', ['school']],
    ['no term', 'Hill,,,5 Jan 2027,25 Mar 2027,,,', ['term']],
    ['a day without its year', 'Hill,,Spring,5 Jan,25 Mar 2027,,,', ['first_day']],
    ['no day', 'Hill,,Spring,5 Jan 2027,Easter,,,', ['last_day']],
    ['half of half-term', 'Hill,,Spring,5 Jan 2027,25 Mar 2027,15 Feb 2027,,', ['half_term_to']],
    ['a training day that is none', 'Hill,,Spring,5 Jan 2027,25 Mar 2027,,,soon', ['training_days']],
    ['too few cells', 'Hill,,Spring', [null]],
  ]
  for (const [name, row, fields] of wrong)
    test(`${name} is said beside its row, and nothing of it is taken`, () => {
      const { rows, faults } = read(row)
      assert.deepEqual([rows, faults.map(({ field }) => field)], [[], fields])
    })
  test('a file of something else is read by nobody', () => {
    for (const text of ['child,kind\n1,2', '', 'school,term,first day\nA,B,C', `${HEAD},Term\n`])
      assert.ok('wrong' in readTerms(text, TODAY), text)
  })
})

describe('against what stands', () => {
  const hill: School = { id: 'hill', name: 'Hill School', urn: '100001' }
  const vale: School = { id: 'vale', name: 'Vale School', urn: null }
  const spring: StandingTerm = {
    ...{ id: 'spring', name: 'spring 2027', first: day('2027-01-05'), last: day('2027-03-25') },
    ...{ half: [day('2027-02-15'), day('2027-02-19')], training: [day('2027-01-05')] },
  }
  const compare = (...rows: readonly string[]) =>
    compareTerms(read(...rows).rows, { schools: [hill, vale], terms: new Map([['hill', [spring]]]), today: TODAY })
  const kinds = (...rows: readonly string[]) => compare(...rows).met.map(({ kind, school }) => [kind, school.id])
  const faults = (...rows: readonly string[]) => compare(...rows).faults.map(({ row, field }) => [row, field])

  test('the same is known, also where the file leaves out half-term; another day is a change; another term is new', () => {
    assert.deepEqual(kinds('Hill School,,Spring 2027,5 Jan 2027,25 Mar 2027,,,'), [['known', 'hill']])
    assert.deepEqual(kinds(',100001,Spring 2027,5 Jan 2027,26 Mar 2027,,,'), [['changed', 'hill']])
    assert.deepEqual(kinds('hill school,100001,Summer 2027,12 Apr 2027,23 Jul 2027,,,'), [['new', 'hill']])
    assert.deepEqual(kinds('Vale School,100009,Spring 2027,5 Jan 2027,25 Mar 2027,,,'), [['new', 'vale']])
    const [changed] = compare('Hill School,,Spring 2027,5 Jan 2027,26 Mar 2027,,,').met
    assert.deepEqual([changed?.term.half, changed?.term.training], [spring.half, spring.training])
  })
  test('a school that is not in the list, or of two minds, is said', () => {
    assert.deepEqual(faults('Other School,,Spring,5 Jan 2027,25 Mar 2027,,,'), [[2, 'school']])
    assert.deepEqual(faults(',999999,Spring,5 Jan 2027,25 Mar 2027,,,'), [[2, 'urn']])
    assert.deepEqual(faults('Vale School,100001,Spring,5 Jan 2027,25 Mar 2027,,,'), [[2, 'school']])
    assert.deepEqual(faults('Hill School,999999,Spring,5 Jan 2027,25 Mar 2027,,,'), [[2, 'urn']])
  })
  test('terms of one school stand apart, and so do rows of one file; those that move together do not hinder each other', () => {
    assert.deepEqual(faults('Hill School,,Lent,5 Jan 2027,25 Mar 2027,,,'), [[2, 'first_day']])
    const twice = ['Vale School,,Spring,5 Jan 2027,25 Mar 2027,,,', 'Vale School,,spring,6 Jan 2027,25 Mar 2027,,,']
    assert.deepEqual(faults(...twice), [[3, 'term']])
    const moved = ['Hill School,,Spring 2027,5 Jan 2027,1 Apr 2027,,,', 'Hill School,,Summer,5 Apr 2027,23 Jul 2027,,,']
    assert.deepEqual(kinds(...moved), [
      ['changed', 'hill'],
      ['new', 'hill'],
    ])
    assert.deepEqual(faults('Hill School,,Spring 2027,25 Mar 2027,5 Jan 2027,,,'), [[2, 'last_day']])
  })
})
