// Which homes are listed and in which order; where a protected home is said to be (nowhere); and which home a placement may be in.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areaOf, filtered, filterIn, isCalled, termsWords } from './listing.ts'
import { suggestionsFor } from './suggesting.ts'
import type { Vacancies } from './vacancies.ts'

const free = (places: number): Vacancies => ({ known: true, free: places, more: 0, over: [], says: '' })
const NOT_KNOWN: Vacancies = { known: false, missing: '', over: [], says: '' }
const home = (line: string, vacancies: Vacancies, more: { closed?: string; audience?: string[] } = {}) => ({
  ...{ home: { kind: 'our foster home', line, closed: more.closed ?? null }, vacancies },
  address: { postcode: 'VD4 1QZ', audience: more.audience ?? null },
})
const lines = (all: ReturnType<typeof filtered<ReturnType<typeof home>>>) => all.map((one) => one.home.line)
const EVERY = { kind: '', free: '', area: '' }
const TODAY = '2026-03-01'
const ALL = [
  home('a', free(0)),
  home('b', free(1)),
  home('c', NOT_KNOWN, { audience: ['director'] }),
  home('d', free(2)),
  home('e', free(3), { closed: '2026-01-01' }),
]

test('a home whose last day lies ahead stands among the open ones, one whose last day is today does not', () => {
  const leaving = home('f', free(3), { closed: '2026-03-02' })
  const left = home('g', free(4), { closed: TODAY })
  assert.deepEqual(lines(filtered([left, ...ALL, leaving], { filter: EVERY, today: TODAY })).slice(0, 2), ['f', 'd'])
  assert.deepEqual(lines(filtered([left, leaving], { filter: EVERY, today: TODAY })), ['f', 'g'])
})

test('free places first, then what is not known, then none; a closed home last', () => {
  assert.deepEqual(lines(filtered(ALL, { filter: EVERY, today: TODAY })), ['d', 'b', 'c', 'a', 'e'])
  assert.deepEqual(lines(filtered(ALL, { filter: { ...EVERY, free: 'unknown' }, today: TODAY })), ['c'])
  assert.deepEqual(
    lines(filtered(ALL.toReversed(), { filter: EVERY, today: TODAY })),
    ['d', 'b', 'c', 'a', 'e'],
    'whatever the order before',
  )
})

test('a protected home is in no area, so that no filter finds where it is', () => {
  assert.equal(areaOf(home('a', free(1))), 'VD4')
  assert.equal(areaOf(home('a', free(1), { audience: ['director'] })), undefined)
  assert.deepEqual(lines(filtered(ALL, { filter: { ...EVERY, area: 'VD4' }, today: TODAY })), ['d', 'b', 'a', 'e'])
})

test('an address that was typed by hand asks for nothing but what there is', () => {
  const asked = (of: Record<string, string>) => filterIn((name) => of[name])
  assert.deepEqual(asked({ kind: 'toString', free: 'x', area: "'; drop" }), EVERY)
  assert.deepEqual(asked({ kind: "children's home", free: 'yes', area: 'VD4' }).kind, "children's home")
})

test('called so: every word begins one of the name, the provider or the number, whatever case and accents', () => {
  const home = { name: 'Zoë O’Neil-Brand', provider: 'Bright Futures', number: 'SC/17' }
  for (const typed of ['', 'zoe', 'ONEIL', 'brand zo', 'futures', '17', 'sc/17'])
    assert.ok(isCalled(home, typed), typed)
  for (const typed of ['eil', 'zoe x', 'bright 18', 'zoë colby']) assert.ok(!isCalled(home, typed), typed)
})

test('terms in words', () => {
  const terms = { age_from: 5, age_to: 11, sexes: 'girls', kinds: ['long term', 'emergency'] }
  assert.equal(
    termsWords({ ...terms, temporary: true, named_only: false }),
    'Girls from 5 to 11: long term, emergency; approved for a time',
  )
})

test('which home it may be: number and postcode before postcode before number; only of a kind that fits; three at most', () => {
  const known = (line: string, number: string | null, postcode: string | null) => {
    return { line, kind: 'our foster home', number, postcode }
  }
  const homes = [
    ...[known('number', 'SC1', null), known('postcode', null, 'VD41QZ'), known('both', 'SC1', 'vd4 1qz')],
    ...[known('neither', 'SC2', 'AB1 2CD'), { ...known('no foster home', 'SC1', 'VD4 1QZ'), kind: "children's home" }],
  ]
  const placed = { kind: 'U6', registration: 'SC1', postcode: 'VD4 1QZ' }
  assert.deepEqual(
    suggestionsFor(placed, homes).map(({ home: line, because }) => `${line}: ${because}`),
    ['both: same number and postcode', 'postcode: same postcode', 'number: same number'],
  )
  assert.equal(suggestionsFor(placed, [...homes, ...homes]).length, 3)
  assert.deepEqual(suggestionsFor({ kind: 'U6', registration: null, postcode: null }, homes), [])
})
