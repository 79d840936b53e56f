// Filling matching from the record: how a home stands, what it answers, what stays unknown; the map of areas; homes taken off the list.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#calendar'
import { postcodeListFrom } from '#geography'
import { standingOf } from '#home-requests'
import { STANDARD_POLICY } from '#matching'
import { knownHome, wantedHome } from '../matching/test-matching.ts'
import { areaMap, type Spot } from './area-map.ts'
import { answersOf, type HomeRead, homeKnown, standingOn } from './home-known.ts'
import { type PlaceAsked, prefersOf, requestKnown, type Wishes } from './request-known.ts'
import { hashOf, listedFor, widenedIn, widenedTo } from './sorting.ts'

const TODAY = day('2027-03-31')
const TERMS = {
  ...{ places: 3, age_from: 5, age_to: 12, sexes: 'any', named_only: false, temporary: false, kinds: ['long term'] },
  ...{ since: '2026-01-01', until: null },
}
const HOME: HomeRead['home'] = {
  ...{ line: 'h', kind: 'our foster home', closed: null, bedrooms: 2, step_free: null },
  ...{ languages: ['English', 'Polish'], pets: [], prefers: ['brothers and sisters'] },
}
const read = (facts: Partial<HomeRead> = {}): HomeRead => ({
  ...{ home: HOME, approvals: [TERMS], terms: TERMS, holds: [], address: undefined, takers: [] },
  vacancies: { known: true, free: 2, more: 1 },
  ...{ called: 'Colby', enjoy: 'Football on Sundays.', skills: [], own: [], children: new Map(), exempted: [] },
  ...facts,
})
const ASKED = { likes: ['football', 'foot'], on: TODAY, prefers: ['brothers and sisters'], group: ['sam'] }

describe('how a home stands on the day', () => {
  const cases: readonly (readonly [string, Partial<HomeRead>, string])[] = [
    ['approved', {}, 'approved'],
    ['approved for a time', { terms: { ...TERMS, temporary: true } }, 'temporary'],
    ['nothing is recorded', { approvals: [], terms: undefined }, 'unknown'],
    ['it has not begun', { approvals: [{ since: '2027-05-01', until: null }], terms: undefined }, 'notYet'],
    ['it has ended', { approvals: [{ since: '2026-05-01', until: '2027-01-01' }], terms: undefined }, 'ended'],
    ['closed', { home: { ...HOME, closed: '2027-01-01' } }, 'ended'],
    ['a children’s home', { home: { ...HOME, kind: "children's home" } }, 'registered'],
    [
      'every place is held',
      { holds: [{ line: 'x', kind: 'away', places: null, since: '2027-03-01', until: null }] },
      'onHold',
    ],
  ]
  for (const [name, facts, expected] of cases) test(name, () => assert.equal(standingOn(read(facts), TODAY), expected))
})

describe('what a home answers', () => {
  const answers = (facts: Partial<HomeRead>) => answersOf(read(facts), ASKED.likes, TODAY)
  test('only the same word of what they enjoy is a yes, and no other a no', () => {
    assert.ok(answers({}).yes.includes('football'))
    assert.ok(!answers({}).yes.includes('foot') && !answers({}).no.includes('foot'))
  })
  test('a list that was answered answers for all of it; one that was not answers nothing', () => {
    assert.ok(answers({}).yes.includes('speaks Polish') && answers({}).no.includes('speaks Urdu'))
    const unasked = answers({ home: { ...HOME, languages: null, pets: null } })
    for (const word of ['speaks Urdu', 'dog', 'a dog', 'no steps'])
      assert.ok(![...unasked.yes, ...unasked.no, ...unasked.willing].includes(word), word)
  })
  test('training that ran out is asked about again', () => {
    const skill = { kind: 'allergies', level: 'trained' }
    assert.ok(answers({ skills: [{ ...skill, renew_by: '2028-01-01' }] }).yes.includes('allergies'))
    const over = answers({ skills: [{ ...skill, renew_by: '2027-01-01' }] })
    assert.ok(![...over.yes, ...over.no].includes('allergies'))
  })
})

describe('places and people', () => {
  test('what is not known of free places stays unknown', () =>
    assert.equal(homeKnown(read({ vacancies: { known: false } }), undefined, ASKED).free, 'unknown'))
  test('beyond the usual limit is the gate’s to say', () => assert.equal(homeKnown(read(), undefined, ASKED).free, 3))
  test('of a provider that was not asked, nobody knows who lives there', () =>
    assert.equal(
      homeKnown(read({ home: { ...HOME, kind: 'agency foster home' } }), undefined, ASKED).living,
      undefined,
    ))
  test('a child who may not be known is counted, without an age; a child’s own place is theirs', () => {
    const takers = [
      { taker: 'one', takes: 'lives' },
      { taker: 'two', takes: 'reserved' },
    ]
    const home = homeKnown(
      read({ takers, children: new Map([['two', { child: 'sam', born: '2016-01-01' }]]) }),
      undefined,
      ASKED,
    )
    assert.deepEqual(home.living, [{ id: 'one', age: undefined, fostered: true }])
    assert.equal(home.free, 4)
  })
})

const LIST = postcodeListFrom([
  ['AA11AA', 430_000, 390_000, 'E08000039'],
  ['BB11BB', 440_000, 390_000, 'E08000039'],
])
const place = (facts: Partial<PlaceAsked>): PlaceAsked => ({
  ...{ kind: 'family', called: 'Nan', postcode: 'AA1 1AA', protected: false, per_month: 4, miles: null, firm: false },
  ...facts,
})
const wishes = (places: readonly PlaceAsked[]): Wishes => ({
  request: {
    ...{ line: 'r', needed_by: '2027-05-01', emergency: false, kinds: ['foster'], family_considered: true },
    ...{ no_family_home: false, living_with: 'anybody', needs: [], must_have: ['speaks Polish'], hopes: ['a dog'] },
    ...{ no_pets: [], school_year: null, faith_matters: false, words: { like: 'football\nand drawing' } },
  },
  ...{
    places,
    children: [{ id: 'sam', called: 'Sam', born: undefined, sex: undefined }],
    elsewhere: [],
    council: 'E08000039',
  },
  ...{ standings: new Map(), apart: [], under: [] },
})
test('places with how often, and what is protected, are of the request', () => {
  const asked = requestKnown(
    wishes([
      place({ kind: 'family home', protected: true }),
      place({}),
      place({ kind: 'keep away', miles: 5, firm: true }),
    ]),
    LIST,
    TODAY,
  )
  assert.deepEqual(asked.from === 'none' ? '' : asked.from.protected, true)
  assert.deepEqual(
    asked.visits.map(({ to, perWeek }) => [to, perWeek]),
    [['Nan', 1]],
  )
  assert.equal(asked.avoid.places[0]?.firmness, 'never')
  assert.deepEqual(asked.likes, ['football', 'drawing'])
  assert.equal(asked.on, '2027-05-01')
})

describe('the list', () => {
  const asked = wantedHome()
  const homes = [knownHome('a'), knownHome('b'), knownHome('c')]
  const standings = new Map([['a', standingOf([{ household: 'a', kind: 'no', happened: '2027-03-01', line: '1' }])]])
  test('a home that said no is off it, until it is put back; and stays in the mark of what the list was made of', () => {
    const listed = listedFor({ asked, homes, standings, policy: STANDARD_POLICY }, undefined)
    assert.deepEqual(
      listed.off.map(({ id }) => id),
      ['a'],
    )
    assert.ok(!listed.shown.some(({ home }) => home === 'a'))
    const policy = STANDARD_POLICY
    assert.equal(hashOf({ asked, homes, policy }), hashOf({ asked, homes: homes.toReversed(), policy }))
    assert.equal(listedFor({ asked, homes, standings: new Map(), policy: STANDARD_POLICY }, undefined).off.length, 0)
  })
  test('a search is widened only in the steps that stand on the page', () => {
    assert.deepEqual(
      ['20', '7', '0', undefined].map((text) => widenedIn(text, STANDARD_POLICY)),
      [20, undefined, 0, undefined],
    )
    assert.deepEqual(widenedTo(STANDARD_POLICY, 20).steps, [20, 40])
    assert.deepEqual(widenedTo(STANDARD_POLICY, 0).steps, [])
  })
})

describe('the map', () => {
  const spot = (label: string, facts: Partial<Spot> = {}): Spot => ({
    ...{ label, words: label, at: LIST.placeOf('AA1 1AA'), protected: false, kind: 'home' },
    ...facts,
  })
  test('two homes of one square of two miles are drawn from the same square, not from where they are', () => {
    const near = { easting: 430_900, northing: 390_700, authority: null }
    const [one, other] = areaMap([spot('1'), spot('2', { at: near })]).marks
    assert.equal(one?.y, other?.y)
    assert.equal((other?.x ?? 0) - (one?.x ?? 0), 17)
  })
  test('what is protected is not drawn, and a protected family home has no ring', () => {
    const map = areaMap([spot('F', { kind: 'from', protected: true }), spot('1', { protected: true }), spot('2')])
    assert.deepEqual(
      map.marks.map(({ label }) => label),
      ['2'],
    )
    assert.deepEqual(map.rings, [])
    assert.deepEqual(map.notShown, ['F', '1'])
  })
})

test('whom carers most want to care for is asked of this request, not of every one', () => {
  const asks = { emergency: false, must_have: [], hopes: [] }
  assert.deepEqual(prefersOf(asks, 1), [])
  assert.deepEqual(prefersOf({ ...asks, hopes: ['to stay to 18 and after'] }, 1), ['long term'])
  assert.deepEqual(prefersOf({ ...asks, emergency: true }, 2), ['brothers and sisters', 'emergencies'])
})
