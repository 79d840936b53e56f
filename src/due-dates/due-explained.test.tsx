// A date that explains itself: rule, event, days counted, citation and level, and what is not known said as such.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fragment, jsx } from 'hono/jsx'
import { day, numberOf } from '#calendar'
import { carePlanning2010, type RuleText } from '#law'
import { basis, coveredBy, type Duty, settle } from '#ledger'
import { DueExplained } from './due-explained.tsx'

const n = (text: string): number => numberOf(day(text))
const RULE: RuleText = {
  ...{ id: 'CP-07', name: 'Second review', says: 'Within 3 months of the first.', level: 'regulation' },
  ...{
    verification: 'knowledge',
    cites: [carePlanning2010('33(2)')],
    inForce: { from: day('2011-04-01') },
  },
  ...{
    satisfiedBy: { fact: 'review', table: 'kith.review', words: 'A review.' },
    trigger: 'the first review',
    responsible: 'The council',
  },
}
const SECOND = basis({
  ...{ id: 'CP-07', rule: RULE, name: 'Second review', count: { unit: 'months', n: 3 }, since: 'the review of' },
  ...{ cites: carePlanning2010('33(2)'), kind: 'review' },
})
const OPEN: Duty = settle(
  {
    ...{ basis: SECOND, occurrence: '1', trigger: n('2026-09-17'), raisedAt: 0, due: n('2026-12-17') },
    ...{
      closes: undefined,
      closing: undefined,
      spans: coveredBy([{ source: 'the record', holds: ['review'], from: n('2020-01-01'), until: undefined }]).review,
      missing: undefined,
    },
  },
  undefined,
  undefined,
)
const words = (duty: Duty, on: string): string =>
  String(jsx(Fragment, {}, <DueExplained duty={duty} reading={{ on: n(on) }} />))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

test('says rule, event, days counted, citation, level', () => {
  const said = words(OPEN, '2026-12-18')
  for (const part of [
    'Thu 17 Dec 2026',
    'Second review (CP-07): Within 3 months of the first.',
    'The first review: Thu 17 Sep 2026',
    '91 days, Fri 18 Sep 2026 to Thu 17 Dec 2026',
    'regulation 33(2)',
    'Regulation; unconfirmed',
    'Overdue by 1 day.',
  ])
    assert.ok(said.includes(part), `${part} in ${said}`)
})

test('what is not known is said, and no day is made up', () => {
  const said = words(
    { ...OPEN, trigger: undefined, due: undefined, standing: 'unknown', missing: 'lastReview' },
    '2026-12-18',
  )
  assert.match(said, /Not known/)
  assert.match(said, /its day is not known/)
  assert.doesNotMatch(said, /2026/)
})
