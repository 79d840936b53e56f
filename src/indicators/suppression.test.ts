// What leaves the council gives no count of one to five away: not by itself, not by subtraction, not between figures of nested denominators.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type Definition, type Measured, measure } from './definition.ts'
import { indicators } from './index.ts'
import { forOutside, hidden } from './outside.ts'
import { givenAway, hiddenCounts } from './suppression.ts'

const counts = (of: Readonly<Record<string, number>>) => new Map(Object.entries(of))
const sorted = (names: ReadonlySet<string>) => [...names].toSorted()

void test('a small count hides the smallest other of its sum, a zero only where nothing else can', () => {
  const sum = { total: 'all', parts: ['a', 'b', 'c', 'none'] }
  assert.deepEqual(sorted(hiddenCounts(counts({ all: 40, a: 3, b: 12, c: 25, none: 0 }), [sum])), ['a', 'b'])
  assert.deepEqual(sorted(hiddenCounts(counts({ all: 40, a: 3, b: 4, c: 33, none: 0 }), [sum])), ['a', 'b'])
  assert.deepEqual(sorted(hiddenCounts(counts({ all: 30, a: 10, b: 8, c: 12, none: 0 }), [sum])), [])
  assert.deepEqual(sorted(hiddenCounts(counts({ all: 5, a: 5, b: 0 }), [{ total: 'all', parts: ['a', 'b'] }])), [
    'a',
    'all',
  ])
})

void test('two sums that give a count away together are seen', () => {
  const sums = [
    { total: 'all', parts: ['a', 'b', 'c', 'd'] },
    { total: 'pair', parts: ['a', 'b'] },
  ]
  const of = counts({ all: 60, pair: 9, a: 4, b: 5, c: 3, d: 48 })
  assert.deepEqual(givenAway(new Set(['a', 'b', 'c']), sums), ['c'])
  const secret = hiddenCounts(of, sums)
  assert.ok(secret.has('pair') || secret.has('d'))
  assert.deepEqual(
    givenAway(secret, sums).filter((name) => (of.get(name) ?? 0) <= 5),
    [],
  )
})

void test('whatever the counts of a tree of sums, no small one can be worked out', () => {
  const leaf = fc.nat(30)
  fc.assert(
    fc.property(fc.array(fc.array(leaf, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (groups) => {
      const of = new Map<string, number>()
      const sums = groups.map((leaves, at) => {
        for (const [place, count] of leaves.entries()) of.set(`${at}.${place}`, count)
        of.set(
          `${at}`,
          leaves.reduce((sum, count) => sum + count, 0),
        )
        return { total: `${at}`, parts: leaves.map((_, place) => `${at}.${place}`) }
      })
      of.set(
        'all',
        groups.flat().reduce((sum, count) => sum + count, 0),
      )
      const every = [...sums, { total: 'all', parts: groups.map((_, at) => `${at}`) }]
      const secret = hiddenCounts(of, every)
      const small = [...of].filter(([, count]) => count >= 1 && count <= 5).map(([name]) => name)
      for (const name of small) assert.ok(secret.has(name))
      // Only where everything is hidden is there nothing left to hide.
      const betrayed = givenAway(secret, every).filter((name) => small.includes(name))
      if (secret.size < of.size) assert.deepEqual(betrayed, [])
    }),
  )
})

const fixed = (definition: Definition, above: number, below: number | undefined): Measured => ({
  ...measure(definition, [], { year: { first: 0, last: 365 } }),
  above,
  below,
  value: below === undefined ? above : (above * 100) / below,
})

void test('a share goes with its numerator, and with the rest of its denominator', () => {
  const shown = (above: number, below: number) => {
    const definition = indicators.find(({ id }) => id === 'dental_pct')
    assert.ok(definition)
    return forOutside([fixed(definition, above, below)])[0]
  }
  assert.deepEqual(shown(40, 100), { id: 'dental_pct', above: 40, below: 100, value: 40 })
  for (const [above, below] of [
    [3, 100],
    [97, 100],
    [3, 4],
  ] as const) {
    const one = shown(above, below)
    assert.equal(one?.value, hidden)
    assert.equal(one?.above, hidden)
  }
})

/** How many children of each kind there are. */
type Kinds = Readonly<Record<'always' | 'came' | 'back' | 'left' | 'gone' | 'to4' | 'to9' | 'to16' | 'aged17', number>>
const many: Kinds = { always: 0, came: 30, back: 20, left: 25, gone: 15, to4: 17, to9: 22, to16: 31, aged17: 12 }

/** What the figures count of them, by the name that the test gives it. */
function publishedOf(kinds: Kinds): Readonly<Record<string, number>> {
  const { came, back, left, gone, to4, to9, to16, aged17 } = kinds
  const always = to4 + to9 + to16 + aged17
  return {
    missing_pct: always + came + back + left + gone,
    uasc_count: always + came + back,
    cla_count: always + came + back,
    cla_started: came + back + gone,
    cla_ceased: back + left + gone,
    adopted_pct: back + left + gone,
    oc2_cohort: always,
    dental_pct: always,
    dev_assessment_pct: to4,
    sdq_received_pct: to9 + to16,
    convicted_pct: to16 + aged17,
  }
}

/** Every figure of such a council: half of each denominator stands above the line. */
function outsideOf(kinds: Kinds): Readonly<Record<string, number | typeof hidden | undefined>> {
  const published = publishedOf(kinds)
  const shown = forOutside(
    indicators
      .filter(({ id }) => id in published)
      .map((one) => {
        const count = published[one.id] ?? 0
        return one.unit === 'count' ? fixed(one, count, undefined) : fixed(one, Math.floor(count / 2), count)
      }),
  )
  return Object.fromEntries(shown.map(({ id, above, below }) => [id, below ?? above]))
}

void test('where no group is small, nothing is hidden', () => {
  assert.deepEqual(outsideOf(many), publishedOf(many))
})

const NESTED: readonly (readonly [name: string, kind: keyof Kinds, shown: readonly string[]])[] = [
  [
    'came in the year and stayed: all in care less those in care all year',
    'came',
    ['missing_pct', 'cla_ceased', 'oc2_cohort'],
  ],
  [
    'left and came back: at the end and ceased, less all of the year',
    'back',
    ['cla_count', 'cla_ceased', 'missing_pct'],
  ],
  [
    'was there and left: all of the year less who started or was there all year',
    'left',
    ['missing_pct', 'cla_started', 'oc2_cohort'],
  ],
  [
    'came and left: who started less who is there but was not all year',
    'gone',
    ['cla_started', 'oc2_cohort', 'cla_count'],
  ],
  [
    '6 to 9 years old: the cohort less those of 5 or under and those of 10 or over',
    'to9',
    ['oc2_cohort', 'dev_assessment_pct', 'convicted_pct'],
  ],
]
/** The same count under another name. */
const alsoSays: Readonly<Record<string, readonly string[]>> = {
  cla_count: ['uasc_count'],
  oc2_cohort: ['dental_pct'],
  cla_ceased: ['adopted_pct'],
}
for (const [name, kind, from] of NESTED)
  void test(`no small group between denominators: ${name}`, () => {
    for (const count of [1, 3, 5]) {
      const shown = outsideOf({ ...many, [kind]: count })
      // One of them is hidden, under every name that it has.
      const open = (id: string) => [id, ...(alsoSays[id] ?? [])].some((one) => shown[one] !== hidden)
      assert.ok(!from.every(open), `${count}: ${from.join(', ')}`)
    }
  })

void test('hidden counts of one sum are together no small group: two that add up to two are one and one', () => {
  const sum = { total: 'all', parts: ['a', 'b', 'c', 'd'] }
  assert.deepEqual(sorted(hiddenCounts(counts({ all: 40, a: 1, b: 1, c: 10, d: 28 }), [sum])), ['a', 'b', 'c'])
})

void test('a denominator that is hidden is no way round: the rest of the next wider one is hidden too', () => {
  const groups = [
    { plus: ['wide'], minus: ['narrow'] },
    { plus: ['narrow'], minus: ['few'] },
    { plus: ['wide'], minus: ['few'] },
  ]
  const of = counts({ wide: 60, narrow: 60, few: 57 })
  const secret = hiddenCounts(of, [], { groups, uses: new Map([['few', 2]]) })
  assert.ok(secret.has('few') || (secret.has('narrow') && secret.has('wide')))
})
