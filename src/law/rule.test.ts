// A rule refuses what it cannot know: a day outside its force, and a trigger whose day is not known.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, type IsoDay } from '#calendar'
import { carePlanning2010, citationText } from './citation.ts'
import { countedRule, due } from './counted-rule.ts'

const text = {
  id: 'X-1',
  name: 'An invented rule',
  says: 'Within a week.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('28(2)(a)')],
  inForce: { from: day('2011-04-01'), until: day('2020-01-01') },
  satisfiedBy: { fact: 'visit', table: 'kith.visit', words: 'A visit.' },
  trigger: 'the start of the placement',
  responsible: 'The council',
} as const
const week = countedRule({
  ...text,
  interval: { unit: 'weeks', n: 1 },
  vectors: [['2015-01-01', '2015-01-08', 'a week']],
})
const days = countedRule({
  ...text,
  interval: { unit: 'workingDays', n: 20 },
  inForce: { from: day('2011-04-01') },
  vectors: [['2015-01-01', '2015-01-29', 'working days']],
})
const notInForce = { kind: 'notInForce', from: day('2011-04-01'), until: day('2020-01-01') } as const

const cases: readonly (readonly [string, IsoDay | undefined, unknown])[] = [
  ['the first day of its force', day('2011-04-01'), due('2011-04-08')],
  ['the day before', day('2011-03-31'), notInForce],
  ['the last day of its force', day('2019-12-31'), due('2020-01-07')],
  ['the day on which it ended', day('2020-01-01'), notInForce],
  ['a day not known', undefined, { kind: 'unknown', missing: 'the start of the placement' }],
]
for (const [name, from, expected] of cases) test(name, () => assert.deepEqual(week.ask({ from }), expected))

test('bank holidays not known', () => {
  const expected = { kind: 'unknown', missing: 'the bank holidays of those years' }
  assert.deepEqual(days.ask({ from: day('2028-12-20') }), expected)
})

test('a wrong example is found', () => {
  const wrong = countedRule({
    ...text,
    interval: { unit: 'weeks', n: 1 },
    vectors: [['2015-01-01', '2015-01-09', 'no']],
  })
  const [run] = wrong.runExamples()
  assert.notDeepEqual(run?.answered, run?.expected)
})

test('a citation in full', () => {
  assert.equal(
    citationText(carePlanning2010('33(2)')),
    'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation 33(2)',
  )
})
