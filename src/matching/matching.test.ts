// Matching: the three stages with their law, what is unknown, ranking under any weights and any order, and what is told.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day } from '#calendar'
import { compared, shownHomes, stepsWords, tradeOff } from './comparing.ts'
import { decisionsNeeded, explain, inputsHash, ruledOut } from './explanation.ts'
import type { HomeKnown } from './home.ts'
import { wantedOf } from './pair.ts'
import { type MatchingPolicy, STANDARD_POLICY } from './policy.ts'
import { boardInput, sorted } from './ranking.ts'
import { beforeTheListOpens, type RequestForHome } from './request.ts'
import { anyTerms, at, child, FAR_OFF, knownHome, NEXT_DOOR, wantedHome } from './test-matching.ts'

const of = (request: Partial<RequestForHome>, home: Partial<HomeKnown>, policy = STANDARD_POLICY) =>
  explain(wantedOf(wantedHome(request), policy), knownHome('Hill House', home))
const told = (request: Partial<RequestForHome>, home: Partial<HomeKnown>) => {
  const found = of(request, home)
  return [found.verdict, ...decisionsNeeded(found).map(({ by }) => by)].join(' ')
}

describe('whose area, how far, and who decides', () => {
  const cases: [string, Partial<HomeKnown>, string][] = [
    ['28 miles inside our area: nobody', { at: at(28) }, 'fits'],
    ['outside, adjoining: a nominated officer', { at: at(3, NEXT_DOOR) }, 'needsDecision nominatedOfficer'],
    ['outside, adjoining nowhere: the director', { at: at(3, FAR_OFF) }, 'needsDecision director'],
    ['carers of our own approval, at a distance: nobody (11(4))', { at: at(60, FAR_OFF), approvedByUs: true }, 'fits'],
    [
      'a connected person approved for this child, at a distance: nobody (11(4))',
      { at: at(60, FAR_OFF), standing: 'temporary', terms: { ...anyTerms, onlyFor: ['Juniper'] } },
      'fits',
    ],
    [
      'whose area is not known: no ranking before somebody asks',
      { at: { ...at(3), authority: null } },
      'needsDecision',
    ],
  ]
  for (const [name, home, expected] of cases) test(name, () => assert.equal(told({}, home), expected))

  test('three facts are three facts', () => {
    const inside = of({}, { at: at(28) })
    assert.deepEqual(
      [inside.distance, inside.inArea, inside.adjoining],
      [{ kind: 'miles', miles: 28, metres: 45_060 }, true, 'inside'],
    )
    const outside = of({}, { at: at(3, NEXT_DOOR) })
    assert.deepEqual([outside.inArea, outside.adjoining], [false, true])
  })

  test('what a council asks beyond the law is marked as its own', () => {
    const policy: MatchingPolicy = { ...STANDARD_POLICY, local: { overMiles: 20, by: 'director' } }
    const found = of({}, { at: at(21) }, policy)
    assert.equal(found.verdict, 'needsDecision')
    assert.deepEqual(
      decisionsNeeded(found).map(({ by, ground }) => [by, ground.local]),
      [['director', true]],
    )
    assert.equal(of({}, { at: at(20) }, policy).verdict, 'fits')
  })
})

describe('approval', () => {
  const two = [child('Ash'), child('Bryony')] as const
  const living = (...ids: string[]) => ids.map((id) => ({ id, age: 9, fostered: true }))
  const cases: (readonly [string, Partial<RequestForHome>, Partial<HomeKnown>, string])[] = [
    ['suspended', {}, { standing: 'suspended' }, 'cannot'],
    ['not known to be approved', {}, { standing: 'unknown' }, 'needsDecision'],
    ['no place', {}, { free: 0 }, 'cannot'],
    ['too old for the terms', {}, { terms: { ...anyTerms, toAge: 11 } }, 'needsDecision fosteringService'],
    [
      'the same in an emergency',
      { emergency: true },
      { terms: { ...anyTerms, toAge: 11 } },
      'needsDecision nominatedOfficer',
    ],
    ['of the other sex than the terms', {}, { terms: { ...anyTerms, sex: 'male' } }, 'needsDecision fosteringService'],
    [
      'a birth date not known, and the terms ask',
      { children: [child('Ash', { born: undefined })] },
      {},
      'needsDecision',
    ],
    ['terms not known', {}, { terms: 'unknown' }, 'needsDecision'],
    ['two children, one place: apart only by decision', { children: two }, { free: 1 }, 'needsDecision serviceManager'],
    [
      'one child, over what the terms count',
      {},
      { living: living('x'), terms: { ...anyTerms, most: 1 } },
      'needsDecision fosteringService',
    ],
    [
      'four brothers and sisters',
      { children: [...two, child('C'), child('D')] },
      { free: 4, terms: { ...anyTerms, most: 4 } },
      'fits',
    ],
    [
      'three and one unrelated',
      {},
      { living: living('x', 'y', 'z'), terms: { ...anyTerms, most: 4 } },
      'needsDecision homeAuthority',
    ],
    [
      'three of their own brothers there',
      { otherSiblings: ['x', 'y', 'z'] },
      { living: living('x', 'y', 'z'), terms: { ...anyTerms, most: 4 } },
      'fits',
    ],
    [
      'an exemption that names the child',
      {},
      { living: living('x', 'y', 'z'), terms: { ...anyTerms, most: 4 }, exempted: ['Juniper'] },
      'fits',
    ],
    [
      'an exemption that names another',
      {},
      { living: living('x', 'y', 'z'), terms: { ...anyTerms, most: 4 }, exempted: ['Ash'] },
      'needsDecision homeAuthority',
    ],
    [
      'the carers’ own children do not count',
      {},
      { living: living('x', 'y', 'z').map((one) => ({ ...one, fostered: false })), terms: { ...anyTerms, most: 4 } },
      'fits',
    ],
    [
      'under 16 in supported accommodation',
      { kinds: ['supportedAccommodation'] },
      { kind: 'supportedAccommodation', standing: 'registered' },
      'cannot',
    ],
    [
      '16, registered',
      { kinds: ['supportedAccommodation'], children: [child('Ash', { born: day('2010-11-26') })] },
      { kind: 'supportedAccommodation', standing: 'registered' },
      'fits',
    ],
  ]
  for (const [name, request, home, expected] of cases) test(name, () => assert.equal(told(request, home), expected))
})

describe('safety and the plan', () => {
  const cases: (readonly [string, Partial<RequestForHome>, Partial<HomeKnown>, string])[] = [
    [
      'somebody there never to be met',
      { avoid: { homes: [], people: [{ person: 'x', firmness: 'never' }], places: [], under: [] } },
      { living: [{ id: 'x', age: 40, fostered: false }] },
      'cannot',
    ],
    [
      'somebody there must be kept from this child',
      {},
      { apartFrom: [{ child: 'Juniper', firmness: 'withRiskPlan' }] },
      'needsDecision serviceManager',
    ],
    [
      'too near a place, by exact miles though the home is protected',
      { avoid: { homes: [], people: [], places: [{ at: at(0), miles: 2, firmness: 'never' }], under: [] } },
      { protected: true },
      'cannot',
    ],
    [
      'an animal that must not be there',
      { petsMustNot: ['dog'] },
      { answers: { yes: ['dog'], willing: [], no: [] } },
      'cannot',
    ],
    ...(
      [
        ['a child younger than may be there', 9, 'never', 'cannot'],
        ['with a plan for the risk', 9, 'withRiskPlan', 'needsDecision serviceManager'],
        ['as old as may be there', 10, 'never', 'fits'],
        ['of an age that is not known', undefined, 'never', 'needsDecision'],
      ] as const
    ).map(
      ([name, age, firmness, verdict]) =>
        [
          `younger children: ${name}`,
          { avoid: { homes: [], people: [], places: [], under: [{ age: 10, firmness }] } },
          { living: [{ id: 'z', age, fostered: true }] },
          verdict,
        ] as const,
    ),
    ['not known whether there is one', { petsMustNot: ['dog'] }, {}, 'needsDecision'],
    [
      'nobody else',
      { livingWith: 'nobodyElse' },
      { living: [{ id: 'x', age: 9, fostered: true }] },
      'needsDecision socialWorker',
    ],
    [
      'only older children, and they are',
      { livingWith: 'onlyOlder' },
      { living: [{ id: 'x', age: 15, fostered: true }] },
      'fits',
    ],
    [
      'what must be there would be got',
      { mustHave: ['step-free bathroom'] },
      { answers: { yes: [], willing: ['step-free bathroom'], no: [] } },
      'needsDecision provider',
    ],
    ['a child’s no waits for a person', { saidNo: ['Hill House'] }, {}, 'needsDecision childsPerson'],
    [
      'year 11, too far to stay at school',
      { school: { called: 'Elm School', at: at(-20), year: 11 } },
      {},
      'needsDecision nominatedOfficer',
    ],
    ['year 9, the same', { school: { called: 'Elm School', at: at(-20), year: 9 } }, {}, 'fits'],
    ['the carers do not take it on', { needs: ['night care'] }, { declines: ['night care'] }, 'cannot'],
  ]
  for (const [name, request, home, expected] of cases) test(name, () => assert.equal(told(request, home), expected))

  test('every gate cites something, and every ruled-out home says why', () => {
    for (const { ground, fact } of of({}, {}).gates) assert.ok(ground.cites.words.length > 0 && fact.length > 0)
    const [only] = ruledOut(wantedOf(wantedHome(), STANDARD_POLICY), [
      knownHome('Full', { free: 0 }),
      knownHome('Free'),
    ])
    assert.deepEqual(
      [only?.called, only?.because.map(({ fact }) => fact)],
      ['Full', ['0 places are free; 1 is needed.']],
    )
  })

  test('no list opens before family and friends were considered', () => {
    assert.equal(beforeTheListOpens(wantedHome({ familyConsidered: false })).length, 1)
    assert.deepEqual(beforeTheListOpens(wantedHome()), [])
  })
})

describe('reasons', () => {
  test('a child with nothing special reaches the top band', () => {
    const plain = of({}, {})
    assert.deepEqual([plain.band, plain.bandFrom, plain.bandTo, plain.scoreLow], ['strong', 'strong', 'strong', 1])
    assert.deepEqual(
      plain.factors.map(({ code }) => code),
      ['home'],
    )
  })

  test('a child who came alone is measured from nowhere, and loses nothing by it', () => {
    const alone = of({ from: 'none', likes: ['cricket'] }, { answers: { yes: ['cricket'], willing: [], no: [] } })
    assert.deepEqual([alone.distance.kind, alone.band, alone.verdict], ['noHomeToMeasureFrom', 'strong', 'fits'])
  })

  test('what is unknown is neither nothing nor all, and the widest is asked first', () => {
    const found = of({ needs: ['epilepsy'], likes: ['chess'] }, {})
    assert.deepEqual([found.scoreLow, found.scoreHigh, found.bandFrom, found.bandTo], [0.4, 1, 'possible', 'strong'])
    assert.deepEqual(found.ask, ['Ask about epilepsy.', 'Ask about chess.'])
    const willing = of({ needs: ['epilepsy'] }, { answers: { yes: [], willing: ['epilepsy'], no: [] } })
    assert.equal(willing.scoreLow, (20 + 10) / 40)
  })

  test('20.0 miles and 20.1 differ by a step', () => {
    const at20 = of({}, { at: at(20) }).scoreLow
    assert.ok(at20 - of({}, { at: at(20.1) }).scoreLow > 0.1)
  })

  test('ethnicity is looked at only where the child or family asked', () => {
    const home = { answers: { yes: ['ethnicity: X'], willing: [], no: [] } }
    assert.deepEqual(of({ about: { ethnicity: 'X' } }, home).factors, of({}, home).factors)
    const asked = of({ matters: [{ kind: 'ethnicity', word: 'ethnicity: X', strength: 'prefer' }] }, home)
    assert.ok(asked.factors.some(({ code, because }) => code === 'matters' && because.includes('ethnicity: X')))
  })

  test('a protected home shows a band, weighs a band, and no number of it is in anything that is told', () => {
    const school = { called: 'Elm School', at: at(-3.7), year: 8 }
    const seen = (miles: number) => ({ ...of({ school }, { protected: true, at: at(miles) }), inputsHash: '' })
    const one = seen(7.3)
    assert.deepEqual(one.distance, { kind: 'band', band: '5 to 10 miles' })
    assert.deepEqual(one, seen(9.6))
    const words = JSON.stringify({ ...one, gates: one.gates.map(({ fact }) => fact) })
    assert.ok(!/7\.3|11 miles|11\.\d/.test(words), words)
    const wanted = wantedOf(wantedHome({ school }), STANDARD_POLICY)
    const far = knownHome('Far', { protected: true, at: at(18) })
    assert.doesNotMatch(tradeOff(wanted, far, knownHome('Near')), /\d/)
  })
})

describe('the list', () => {
  const homes = [1, 2, 8, 18, 19, 30].map((miles, at_) => knownHome(`H${at_}`, { at: at(miles) }))
  const list = (request: Partial<RequestForHome>, from: readonly HomeKnown[], policy = STANDARD_POLICY) =>
    sorted(wantedOf(wantedHome(request), policy), from)

  test('widens in stated steps until enough fit', () => {
    const found = list({}, homes.slice(1))
    assert.equal(stepsWords(found), 'Within 10 miles 2 fit; within 20 miles 4 fit.')
    assert.deepEqual(
      found.shown.map(({ pair }) => pair.home.id),
      ['H1', 'H2', 'H3', 'H4'],
    )
    assert.equal(stepsWords(list({}, homes)), 'Within 10 miles 3 fit.')
    assert.equal(
      stepsWords(list({}, [])),
      'Within 10 miles none fit; within 20 miles none fit; within 40 miles none fit; anywhere none fit.',
    )
  })

  test('shows five where they are as good as the third, and counts what was ruled out', () => {
    const near = Array.from({ length: 7 }, (_, each) => knownHome(`N${each}`))
    const found = list({}, [...near, knownHome('Full', { free: 0 }), knownHome('Out', { at: at(3, FAR_OFF) })])
    assert.deepEqual([found.shown.length, found.fits, found.needsDecision.count, found.ruledOutCount], [5, 7, 1, 1])
    assert.deepEqual(
      [...found.ruledOut].map(([gate, count]) => [gate.code, count]),
      [['places', 1]],
    )
  })

  test('what a home gives and takes, in one sentence', () => {
    const request = { school: { called: 'Elm School', at: at(9), year: 8 }, likes: ['chess'] }
    const wanted = wantedOf(wantedHome(request), STANDARD_POLICY)
    const keeps = knownHome('Mill Lane', { at: at(10), answers: { yes: ['chess'], willing: [], no: [] } })
    const near = knownHome('Hill House', { answers: { yes: [], willing: [], no: ['chess'] } })
    assert.equal(
      tradeOff(wanted, keeps, near),
      '8 miles further from home than Hill House, but shares more of what they like and makes it easier to stay at Elm School.',
    )
    const [first, second] = shownHomes(sorted(wanted, [near, keeps]))
    assert.equal(first?.called, 'Mill Lane')
    assert.match(second?.tradeOff ?? '', /than Mill Lane, but is nearer home\.$/)
  })

  test('two to four are compared, and no more', () => {
    const wanted = wantedOf(wantedHome({ likes: ['chess'] }), STANDARD_POLICY)
    assert.deepEqual([compared(wanted, homes.slice(0, 1)), compared(wanted, homes)], ['tooFew', 'tooMany'])
    const found = compared(wanted, homes.slice(0, 4))
    assert.ok(typeof found === 'object')
    assert.deepEqual(
      found.rows.map(({ code, cells, differs }) => [code, cells.length, differs]),
      [
        ['home', 4, true],
        ['likes', 4, false],
      ],
    )
  })

  test('the hash of what was asked changes with any of it, and not with the order of homes', () => {
    const hash = (request: Partial<RequestForHome>, from: readonly HomeKnown[]) =>
      inputsHash(wantedOf(wantedHome(request), STANDARD_POLICY), from)
    assert.equal(hash({}, homes), hash({}, homes.toReversed()))
    assert.notEqual(hash({}, homes), hash({ likes: ['chess'] }, homes))
    assert.notEqual(hash({}, homes), hash({}, homes.slice(1)))
  })
})

test('ways are told in minutes where typed, else by line, and in bands where the home is protected', () => {
  const school = { called: 'Elm School', at: at(0), year: 8, minutes: new Map([['Hill House', 25]]) }
  const visits = [
    { to: 'Grandma', at: at(-1), perWeek: 2 },
    { to: 'the temple', at: undefined, perWeek: 1 },
  ]
  const ways = (home: Partial<HomeKnown>) => of({ school, visits }, home).journeys.map(({ to, far }) => [to, far.kind])
  assert.deepEqual(ways({}), [
    ['Elm School', 'minutes'],
    ['Grandma', 'miles'],
    ['the temple', 'unknown'],
  ])
  assert.deepEqual(ways({ protected: true })[1], ['Grandma', 'band'])
})

test('on the whole board stand only homes that need no decision, and a child alone has a home whole', () => {
  const waiting = [
    wantedHome({ livingWith: 'nobodyElse' }),
    wantedHome({ id: 'request-2', children: [child('Ash'), child('Bryony')] }),
  ]
  const homes = [knownHome('Two', { free: 2 }), knownHome('One', { free: 1 }), knownHome('Out', { at: at(3, FAR_OFF) })]
  const found = boardInput(
    waiting.map((request) => wantedOf(request, STANDARD_POLICY)),
    homes,
  )
  assert.deepEqual(found.groups, [
    { id: 'request-1', size: 1, solo: true },
    { id: 'request-2', size: 2, solo: false },
  ])
  assert.deepEqual(found.pairs, [
    { group: 'request-1', home: 'Two', score: 100 },
    { group: 'request-1', home: 'One', score: 100 },
    { group: 'request-2', home: 'Two', score: 100 },
  ])
})

describe('under any weights, in any order', () => {
  const weight = fc.integer({ min: 0, max: 40 })
  const weights = fc.record({
    home: weight,
    school: weight,
    visits: weight,
    needs: weight,
    likes: weight,
    matters: weight,
    askedFor: weight,
  })
  const homes = fc.array(
    fc.record({
      miles: fc.constantFrom(1, 8, 25),
      toAge: fc.integer({ min: 8, max: 17 }),
      most: fc.integer({ min: 0, max: 3 }),
      fostered: fc.integer({ min: 0, max: 3 }),
      free: fc.integer({ min: 0, max: 2 }),
      likes: fc.constantFrom('yes', 'willing', 'no', 'unknown'),
      keen: fc.boolean(),
    }),
    { minLength: 1, maxLength: 30 },
  )
  const made = (
    facts: readonly {
      miles: number
      toAge: number
      most: number
      fostered: number
      free: number
      likes: string
      keen: boolean
    }[],
  ) =>
    facts.map(({ miles, toAge, most, fostered, free, likes, keen }, index) =>
      knownHome(`H${index}`, {
        ...{ at: at(miles), free, keen, terms: { ...anyTerms, toAge, most } },
        living: Array.from({ length: fostered }, (_, each) => ({ id: `${each}`, age: 9, fostered: true })),
        answers: {
          yes: likes === 'yes' ? ['chess'] : [],
          willing: likes === 'willing' ? ['chess'] : [],
          no: likes === 'no' ? ['chess'] : [],
        },
      }),
    )
  const seed = 20_261_126

  test(`no home outside its terms is ever among those that fit (seed ${seed})`, () => {
    fc.assert(
      fc.property(weights, homes, (of_, facts) => {
        const wanted = wantedOf(wantedHome({ likes: ['chess'] }), {
          ...STANDARD_POLICY,
          weights: of_,
          steps: [],
          most: 100,
          enough: 100,
        })
        for (const { pair } of sorted(wanted, made(facts)).shown) {
          const { terms, living = [], free } = pair.home
          assert.ok(
            terms !== 'unknown' &&
              (terms.toAge ?? 0) >= 12 &&
              living.length + 1 <= (terms.most ?? 0) &&
              Number(free) >= 1,
          )
        }
      }),
      { seed, numRuns: 100 },
    )
  })

  test(`the order in which homes come changes nothing (seed ${seed})`, () => {
    fc.assert(
      fc.property(weights, homes, (of_, facts) => {
        const list = (from: readonly HomeKnown[]) =>
          sorted(wantedOf(wantedHome({ likes: ['chess'] }), { ...STANDARD_POLICY, weights: of_ }), from)
        const ids = (from: readonly HomeKnown[]) => list(from).shown.map(({ pair }) => pair.home.id)
        const all = made(facts)
        assert.deepEqual(ids(all), ids(all.toReversed()))
        assert.deepEqual(ids(all), ids([...all.slice(3), ...all.slice(0, 3)]))
      }),
      { seed, numRuns: 100 },
    )
  })
})
