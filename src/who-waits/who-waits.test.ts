// Who is looked for together, what is asked for them, and a home of the record as matching reads it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageOn, day } from '#calendar'
import { homeKnown, sectorOf } from './homes-known.ts'
import { groupsWaiting, type Waiting } from './waiting.ts'

const TODAY = day('2026-06-30')
const waits = (child: string, more: Partial<Waiting> = {}): Waiting => ({
  ...{
    child,
    why: 'unplanned',
    placement: 'p',
    kind: 'U4',
    since: day('2026-06-20'),
    born: day('2014-01-01'),
    sex: '2',
  },
  ...{ from: undefined, fromKept: false, sector: 'VD4 1', siblings: [], ethnicity: null, alone: false },
  ...{ asked: null, apart: [], ...more },
})
const groups = (waiting: readonly Waiting[]) =>
  groupsWaiting(waiting, { on: TODAY, council: 'E08000039', called: (id) => id, ageOf: (born) => ageOn(born, TODAY) })

test('brothers and sisters who all wait are one group; one who does not wait counts elsewhere', () => {
  const made = groups([waits('b', { siblings: ['a', 'c'] }), waits('a', { siblings: ['b'] }), waits('d')])
  assert.deepEqual(
    made.map(({ children }) => children.map(({ child }) => child)),
    [['a', 'b'], ['d']],
  )
  assert.deepEqual(made[0]?.request.otherSiblings, ['c'])
  assert.equal(made[0]?.request.siblingsOfEachOther, true)
})

test('kinds of home: foster; as now for a children’s home; supported only where all are 16', () => {
  const kinds = (one: Waiting) => groups([one])[0]?.request.kinds
  assert.deepEqual(kinds(waits('a')), ['foster'])
  assert.deepEqual(kinds(waits('a', { kind: 'K2' })), ['foster', 'childrensHome'])
  assert.deepEqual(kinds(waits('a', { born: day('2009-01-01') })), ['foster', 'supportedAccommodation'])
  const both = [waits('a', { born: day('2009-01-01'), siblings: ['b'] }), waits('b', { siblings: ['a'] })]
  assert.deepEqual(groups(both)[0]?.request.kinds, ['foster'])
})

test('an open request says what is asked, with whom, and which homes are ruled out', () => {
  const asked = {
    kinds: ['childrensHome'],
    emergency: true,
    needs: ['autism'],
    living_with: 'nobodyElse',
    with_siblings: ['b'],
  }
  const [one, alone] = groups([
    waits('a', { asked, siblings: ['b', 'c'], apart: [{ home: 'h', firm: true }] }),
    waits('b', { kind: 'K2', asked: { ...asked, needs: [], with_siblings: ['a'] } }),
    waits('c', { siblings: ['a', 'b'] }),
  ])
  assert.deepEqual(
    one?.children.map(({ child }) => child),
    ['a', 'b'],
  )
  assert.deepEqual(
    alone?.children.map(({ child }) => child),
    ['c'],
  )
  const { kinds, emergency, needs, livingWith, avoid, siblingsOfEachOther } = one?.request ?? {}
  assert.deepEqual([kinds, emergency, needs, livingWith], [['childrensHome'], true, ['autism'], 'nobodyElse'])
  assert.deepEqual(avoid?.homes, [{ home: 'h', firmness: 'never' }])
  assert.equal(siblingsOfEachOther, true)
})

const TERMS = { places: 2, age_from: 5, age_to: 11, sexes: 'girls', temporary: false, named_only: false }
const of = {
  ...{ home: { line: 'h', kind: 'our foster home', closed: null }, takers: [{ taker: 't' }], terms: TERMS },
  vacancies: { known: true, free: 1, more: 0, over: [], says: '' } as const,
  ...{ address: { postcode: 'VD4 1QZ', audience: null as string[] | null }, holds: [] },
}
const given = {
  on: TODAY,
  called: 'Hazel',
  at: undefined,
  skills: [{ household: 'h', kind: 'autism', level: 'willing to learn' }],
}

test('a home: its standing, terms and sector; a protected one has none; held places with their reason', () => {
  const known = homeKnown(of, given)
  assert.deepEqual(
    [known.home.standing, known.free, known.sector, known.home.answers.willing],
    ['approved', 1, 'VD4 1', ['autism']],
  )
  assert.deepEqual(known.home.terms, { most: 2, fromAge: 5, toAge: 11, sex: 'female', onlyFor: undefined })
  const kept = homeKnown({ ...of, address: { ...of.address, audience: ['director'] } }, given)
  assert.deepEqual([kept.sector, kept.home.protected], [undefined, true])
  const paused = homeKnown(
    { ...of, holds: [{ kind: 'asked for a pause', places: null, since: '2026-06-01', until: null }] },
    given,
  )
  assert.equal(paused.home.standing, 'onHold')
  assert.deepEqual(paused.holds, [{ kind: 'asked for a pause', places: 1 }])
  const named = homeKnown({ ...of, terms: { ...TERMS, named_only: true } }, given)
  assert.notEqual(named.home.terms, 'unknown')
  assert.deepEqual(named.home.terms !== 'unknown' && named.home.terms.onlyFor, [])
  assert.equal(homeKnown({ ...of, terms: undefined }, given).home.standing, 'unknown')
})

test('a sector is what stands before the last two letters', () => {
  assert.deepEqual(['VD4 1QZ', 'VD41QZ'].map(sectorOf), ['VD4 1', 'VD41'])
})
