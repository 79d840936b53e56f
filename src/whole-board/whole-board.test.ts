// What one home costs the others, in miles or in bands; and checks of bias that would see a matching that is biased.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day } from '#calendar'
import { FEW } from '#fair-matching'
import { homesAskedOf, listedFor } from '#finding-homes'
import { explain, type HomeKnown, STANDARD_POLICY, wantedOf } from '#matching'
import { whatIfWords } from '#placing-together'
import { groupsWaiting, type Waiting } from '#who-waits'
import { askedGroups } from './asked.ts'
import { differencesBy, fewTold, firstsOf, type LivesSo, refusalsOf, swapsOf } from './fairness.ts'
import { farFrom, laidOut, listOf, takenBy } from './laid-out.ts'

const TODAY = day('2026-06-30')
const at = (miles: number) => ({
  easting: 430_000 + Math.round(miles * 1609.3),
  northing: 390_000,
  authority: 'E08000039',
})
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
  ...{
    from: at(0),
    fromKept: false,
    sector: 'VD4 1',
    siblings: [],
    ethnicity: null,
    alone: false,
    asked: null,
    apart: [],
    ...more,
  },
})
const home = (id: string, miles: number, more: Partial<HomeKnown> = {}): HomeKnown => ({
  ...{ id, called: id, kind: 'foster', at: at(miles), precision: 'full', protected: false, standing: 'approved' },
  ...{ approvedByUs: true, free: 1, living: [], exempted: [], apartFrom: [], declines: [], keen: false },
  terms: { most: 3, fromAge: 0, toAge: 17, sex: undefined, onlyFor: undefined },
  answers: { yes: [], willing: [], no: [] },
  ...more,
})
const laid = (waiting: readonly Waiting[], homes: readonly HomeKnown[]) =>
  laidOut(groupsWaiting(waiting, { on: TODAY, council: 'E08000039', called: (id) => id, ageOf: () => 12 }), homes, {
    asked: new Map(),
    policy: STANDARD_POLICY,
  })

test('refusals: homes asked fewer than five times are in no line, and of fewer than five nothing is told', () => {
  const { told, few } = refusalsOf([
    { home: 'a', asked: 5, no: 2 },
    { home: 'b', asked: 10, no: 9 },
    { home: 'c', asked: 4, no: 4 },
  ])
  assert.deepEqual([told.map(({ home: id }) => id), few], [['b', 'a'], 1])
  assert.deepEqual([0, 1, 4, 5].map(fewTold), [0, FEW, FEW, 5])
})

describe('all who wait and all places', () => {
  const brothers = [waits('Ben', { siblings: ['Cal'] }), waits('Cal', { siblings: ['Ben'] })]
  const board = laid([waits('Ava'), ...brothers], [home('near', 4, { free: 2 }), home('far', 34, { free: 2 })])

  test('if one takes this place, the nearest left for two brothers is 34 miles away', () => {
    const found = takenBy(board, { group: 'Ava', home: 'near' })
    assert.ok(found !== 'notOpen')
    assert.deepEqual(
      whatIfWords('Ava', found, () => 'the two brothers'),
      ['If Ava takes this place, the nearest left for the two brothers is 34 miles away; now it is 4 miles.'],
    )
  })
  test('a home without a free place is on no board, and one outside its terms is not open', () => {
    const some = laid(
      [waits('Ava')],
      [
        home('full', 1, { free: 0 }),
        home('boys', 1, { terms: { most: 1, fromAge: 0, toAge: 17, sex: 'male', onlyFor: undefined } }),
      ],
    )
    assert.deepEqual(
      some.homes.map(({ id }) => id),
      ['boys'],
    )
    assert.equal(takenBy(some, { group: 'Ava', home: 'boys' }), 'notOpen')
    assert.equal(takenBy(some, { group: 'Ava', home: 'full' }), 'notOpen')
    assert.equal(listOf(some, 'nobody'), undefined)
  })
  test('a protected address tells its band, whichever end it is', () => {
    const kept = laid(
      [waits('Ava'), waits('Dee', { fromKept: true })],
      [home('kept', 34, { protected: true }), home('open', 34)],
    )
    const far = farFrom(kept)
    assert.deepEqual(far('Ava', 'kept'), { order: 1000, words: 'over 20 miles' })
    assert.deepEqual(far('Dee', 'open'), { order: 1000, words: 'over 20 miles' })
    assert.equal(far('Ava', 'open')?.words, '34 miles')
  })
})

describe('checks of bias', () => {
  const board = laid(
    [waits('Ava', { ethnicity: 'BCRB' }), waits('Ben', { sex: '1', alone: true })],
    [home('one', 3), home('two', 9)],
  )
  test('what must not count is turned and changes no list', () => {
    const { lists, turned, moved } = swapsOf(board)
    assert.deepEqual([lists, moved], [2, []])
    assert.equal(turned, 30)
  })
  test('the same home first for everybody is seen', () => {
    const { share, alert, busiest } = firstsOf(board)
    assert.deepEqual([share, alert, busiest[0]?.home], [1, true, 'one'])
  })
  test('groups by what the record says; fewer than five are hidden, with the next', () => {
    const lives = (count: number, more: Partial<LivesSo>): LivesSo[] =>
      Array.from({ length: count }, () => ({
        ...{
          days: undefined,
          failingMiles: 12,
          together: undefined,
          age: 8,
          sex: '2',
          ethnicity: 'WBRI',
          alone: false,
        },
        ...more,
      }))
    const all = [...lives(30, {}), ...lives(9, { ethnicity: 'AIND' }), ...lives(3, { ethnicity: 'BAFR' })]
    const told = differencesBy(all, 'ethnicity')
    assert.deepEqual(
      told.map(({ group, children }) => [group, children]),
      [
        ['Asian or Asian British', 'few'],
        ['Black or Black British', 'few'],
        ['White', 30],
      ],
    )
    assert.deepEqual(
      differencesBy(lives(6, { age: null }), 'age').map(({ group }) => group),
      ['not known'],
    )
  })
})

describe('the board and the list of one request', () => {
  const words = ['no steps', 'a dog', 'autism', 'medical care', 'speaks Polish'] as const
  const some = fc.subarray([...words], { maxLength: 1 })
  const seldom = <T>(of: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: of })
  const mostly = fc.constantFrom(true, true, true, false)
  const answers = fc
    .array(fc.constantFrom('yes', 'willing', 'no', 'unknown'), { minLength: words.length, maxLength: words.length })
    .map((said) => {
      const of = (which: string) => words.filter((_, at) => said[at] === which)
      return { yes: of('yes'), willing: of('willing'), no: [...of('no'), ...(said[0] === 'no' ? ['dog'] : [])] }
    })
  const living = fc.option(
    fc.array(
      fc.record({ id: fc.constantFrom('x', 'y'), age: fc.integer({ min: 1, max: 17 }), fostered: fc.boolean() }),
      { maxLength: 2 },
    ),
    { nil: undefined },
  )
  const firm = fc.constantFrom('never' as const, 'withRiskPlan' as const)
  const someHomes = fc.array(
    fc.record({
      miles: fc.integer({ min: 0, max: 60 }),
      answers,
      living,
      free: fc.integer({ min: 0, max: 3 }),
      off: fc.constantFrom(undefined, undefined, undefined, 'no' as const, 'not right' as const),
      kept: seldom(firm),
    }),
    { minLength: 1, maxLength: 6 },
  )
  const request = fc.record({
    ...{
      mustHave: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some }),
      needs: some,
      petsMustNot: fc.subarray(['dog', 'cat']),
      familyConsidered: mostly,
    },
    ...{
      livingWith: fc.constantFrom(
        'anybody' as const,
        'nobodyElse' as const,
        'onlyOlder' as const,
        'onlyYounger' as const,
      ),
    },
    ...{
      year: seldom(fc.integer({ min: 1, max: 13 })),
      keepAway: seldom(fc.integer({ min: 0, max: 40 })),
    },
    ...{ under: seldom(fc.integer({ min: 2, max: 12 })), firm, saysNo: mostly },
  })

  test('no home fits on the board which the list of the request rules out, has taken off or lets wait for a decision', () => {
    let fits = 0
    fc.assert(
      fc.property(request, someHomes, (asks, given) => {
        const homes = given.map((one, n) =>
          home(`h${n}`, one.miles, { free: one.free, living: one.living, answers: one.answers }),
        )
        const standing = { saidNo: false, shortlisted: false, asked: false, answered: undefined }
        const standings = new Map(given.map(({ off }, n) => [`h${n}`, { ...standing, off }]))
        const asked = {
          ...{
            id: 'request',
            on: TODAY,
            council: 'E08000039',
            siblingsOfEachOther: true,
            otherSiblings: [],
            emergency: false,
          },
          ...{ children: [{ id: 'Ava', called: 'Ava', born: day('2014-01-01'), sex: 'female' as const }] as const },
          ...{
            from: { at: at(0), protected: false },
            kinds: ['foster' as const],
            likes: [],
            matters: [],
            askedFor: [],
            visits: [],
          },
          ...{
            familyConsidered: asks.familyConsidered,
            mustHave: asks.mustHave,
            petsMustNot: asks.petsMustNot,
            needs: asks.needs,
          },
          ...{ livingWith: asks.livingWith, saidNo: asks.saysNo ? [] : ['h0'], about: {} },
          school: asks.year === undefined ? undefined : { called: 'school', at: at(1), year: asks.year },
          avoid: {
            ...{
              people: [],
              homes: given.flatMap(({ kept }, n) => (kept === undefined ? [] : [{ home: `h${n}`, firmness: kept }])),
            },
            places: asks.keepAway === undefined ? [] : [{ at: at(asks.keepAway), miles: 5, firmness: asks.firm }],
            under: asks.under === undefined ? [] : [{ age: asks.under, firmness: asks.firm }],
          },
        }
        const of = { asked, homes, standings, policy: STANDARD_POLICY }
        const { groups, own, rest } = askedGroups([waits('Ava')], new Map([['Ava', of]]), (id) => id)
        assert.deepEqual([rest, groups.length], [[], 1])
        // As the board reads homes by itself: nothing of what they answer is known.
        const bare = homes.map((one) => ({ ...one, living: [], answers: { yes: [], willing: [], no: [] } }))
        const board = laidOut(groups, bare, { asked: own, policy: STANDARD_POLICY })
        const fitting = new Set(board.board.input.pairs.map((pair) => pair.home))
        const list = listedFor(of, undefined)
        const wanted = wantedOf(asked, STANDARD_POLICY)
        const off = new Set(list.off.map(({ id }) => id))
        const onList = new Set(
          homes.flatMap((one) =>
            list.before.length === 0 && !off.has(one.id) && explain(wanted, one).verdict === 'fits' ? one.id : [],
          ),
        )
        fits += fitting.size
        for (const id of fitting) assert.ok(onList.has(id), id)
        for (const id of onList) assert.ok(fitting.has(id) || homes.find((one) => one.id === id)?.free === 0, id)
        assert.ok(homesAskedOf(of).every(({ id }) => standings.get(id)?.off === undefined))
      }),
      { numRuns: 400, seed: 7 },
    )
    assert.ok(fits > 50, String(fits))
  })
})
