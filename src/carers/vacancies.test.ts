// Free places, case by case: just inside and just outside the approval, the usual limit, exemptions, holds; and what is not known.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { type Hold, type HomeFacts, type Taker, type Terms, type Vacancies, vacanciesOn } from './vacancies.ts'

const ON = day('2026-11-27')
const FOR_3: Terms = { places: 3, namedOnly: false, since: day('2026-01-01'), until: null }
const lives: Taker = { takes: 'lives', until: null, exempt: false }
const named: Taker = { ...lives, exempt: true }
const reserved: Taker = { takes: 'reserved', until: day('2026-12-04'), exempt: false }
const held = (places: number | null, more: Partial<Hold> = {}): Hold => ({
  ...{ others: false, places, since: day('2026-11-01'), until: null },
  ...more,
})
const told = (places: number) => held(places, { others: true })
const EMPTY: HomeFacts = {
  ...{ kind: 'our foster home', closed: null, terms: [FOR_3], takers: [], siblings: true, holds: [] },
}
const approvedFor = (places: number): readonly Terms[] => [{ ...FOR_3, places }]
const many = (count: number, of: Taker = lives): readonly Taker[] => Array.from({ length: count }, () => of)

type Case = readonly [string, Partial<HomeFacts>, readonly [free: number, more: number, over?: string]]
const CASES: readonly Case[] = [
  ['nobody lives there', {}, [3, 0]],
  ['two live there', { takers: many(2) }, [1, 0]],
  ['two live there and one is reserved', { takers: [...many(2), reserved] }, [0, 0]],
  ['kept for a child in hospital', { takers: [lives, { ...lives, takes: 'kept' }] }, [1, 0]],
  ['as many as approved', { takers: many(3) }, [0, 0]],
  ['one more than approved', { terms: approvedFor(2), takers: many(3) }, [0, 0, 'its approval']],
  [
    'approved beyond the usual limit, three live there',
    { terms: approvedFor(4), takers: many(3), siblings: false },
    [0, 1],
  ],
  ['approved beyond it, two live there', { terms: approvedFor(4), takers: many(2), siblings: false }, [1, 1]],
  ['four, all brothers and sisters', { terms: approvedFor(4), takers: many(4) }, [0, 0]],
  ['four who are not', { terms: approvedFor(4), takers: many(4), siblings: false }, [0, 0, 'the usual limit']],
  ['four, one of them exempt', { terms: approvedFor(4), takers: [...many(3), named], siblings: false }, [0, 0]],
  [
    'five, one of them exempt',
    { terms: approvedFor(5), takers: [...many(4), named], siblings: false },
    [0, 0, 'the usual limit'],
  ],
  [
    'an exemption frees a place under the limit',
    { terms: approvedFor(4), takers: [...many(2), named], siblings: false },
    [1, 0],
  ],
  ['one place held', { takers: many(1), holds: [held(1)] }, [1, 0]],
  ['every place held', { holds: [held(null)] }, [0, 0]],
  ['a hold that ends today holds nothing', { holds: [held(null, { until: ON })] }, [3, 0]],
  ['a hold that begins tomorrow', { holds: [held(null, { since: day('2026-11-28') })] }, [3, 0]],
  ['its last day', { holds: [held(null, { until: day('2026-11-28') })] }, [0, 0]],
  ['for named children only', { terms: [{ ...FOR_3, namedOnly: true }], takers: many(1) }, [0, 0]],
  ['approval that ended today', { terms: [{ ...FOR_3, until: ON }] }, [0, 0]],
  ['approval on its last day', { terms: [{ ...FOR_3, until: day('2026-11-28') }] }, [3, 0]],
  ['approval that begins tomorrow', { terms: [{ ...FOR_3, since: day('2026-11-28') }] }, [0, 0]],
  ['the later of two terms', { terms: [FOR_3, { ...FOR_3, places: 1, since: day('2026-06-01') }] }, [1, 0]],
  ['closed', { closed: ON }, [0, 0]],
  ['closes tomorrow', { closed: day('2026-11-28') }, [3, 0]],
  ['an agency home, none with others', { kind: 'agency foster home', holds: [told(0)], takers: many(1) }, [2, 0]],
  ['an agency home with two of others', { kind: 'agency foster home', holds: [told(2)], takers: many(1) }, [0, 0]],
  [
    'an agency home approved for four, two of others',
    { kind: 'agency foster home', terms: approvedFor(4), holds: [told(2)], takers: many(1), siblings: false },
    [0, 1],
  ],
  [
    'no usual limit in a children’s home',
    { kind: "children's home", terms: approvedFor(6), takers: many(4), siblings: false, holds: [told(0)] },
    [2, 0],
  ],
]
const known = (found: Vacancies) => (found.known ? [found.free, found.more, ...found.over] : ['not known'])

for (const [name, facts, expected] of CASES)
  test(name, () => {
    assert.deepEqual(known(vacanciesOn({ ...EMPTY, ...facts }, ON)), [...expected])
  })

test('what is missing is named, and nothing is guessed', () => {
  const without = vacanciesOn({ ...EMPTY, terms: [], takers: many(1) }, ON)
  assert.equal(without.known, false)
  assert.match(
    without.says,
    /^1 lives here\. How many are free is not known: the terms of its approval are not recorded\.$/,
  )
  const agency = vacanciesOn({ ...EMPTY, kind: 'agency foster home' }, ON)
  assert.match(agency.says, /what other councils have taken there has not been asked/)
})

test('the sentence says how it was counted', () => {
  const says = (facts: Partial<HomeFacts>) => vacanciesOn({ ...EMPTY, ...facts }, ON).says
  assert.equal(
    says({ takers: [...many(2), reserved] }),
    'Approved for 3: 2 live here, 1 is reserved until Fri 4 Dec 2026.',
  )
  assert.match(
    says({ terms: approvedFor(4), takers: many(3), siblings: false }),
    /1 more is beyond the usual limit of 3: only for a child who is named in an exemption\.$/,
  )
  assert.match(says({ terms: [{ ...FOR_3, until: ON }] }), /^Its approval ended on Fri 27 Nov 2026\. Nobody of ours/)
})
