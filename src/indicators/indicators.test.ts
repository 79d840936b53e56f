// The published figures hold, and each definition counts the children that its words say.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import { attainsAgeNumber } from '#calendar'
import type { CarePeriod, ChildYear, Stay } from './child-year.ts'
import { figure, indicators, measured, roundedHalfUp } from './index.ts'

/** Numerator, denominator and published value: Peterborough 2021 and workforce figures (Open Government Licence). */
const golden = [
  ['cla_rate_10k', 'rate', 0, 351, 53_101, 66],
  ['uasc_count', 'percent', 0, 20, 351, 6],
  ['uasc_count', 'percent', 0, 42, 416, 10],
  ['placements_3plus_pct', 'percent', 0, 33, 351, 9],
  ['long_term_stability_pct', 'percent', 0, 93, 128, 73],
  ['distance_over20_pct', 'percent', 0, 113, 351, 32],
  ['distance_over20_outside_la_pct', 'percent', 0, 108, 351, 31],
  ['health_assessment_pct', 'percent', 0, 246, 262, 94],
  ['immunisations_pct', 'percent', 0, 247, 262, 94],
  ['dental_pct', 'percent', 0, 141, 262, 54],
  ['sdq_received_pct', 'percent', 0, 113, 195, 58],
  ['sdq_concern_pct', 'percent', 0, 47, 113, 42],
  ['sw_turnover_pct', 'percent', 1, 17.1, 177, 9.7],
  ['sw_agency_pct', 'percent', 1, 39.8, 216.8, 18.4],
  ['sw_vacancy_pct', 'percent', 1, 38, 215, 17.7],
  ['sw_caseload', 'number', 1, 1740, 101.9, 17.1],
  ['sw_caseload', 'number', 1, 2084, 110, 18.9],
  ['sw_caseload', 'number', 1, 1023, 69.5, 14.7],
] as const

for (const [id, unit, decimals, above, below, expected] of golden)
  void test(`${id}: ${above} of ${below} is the published ${expected}`, () => {
    assert.equal(figure(unit, decimals, [above, below]), expected)
    const ours = indicators.find((one) => one.id === id)
    if (ours) assert.deepEqual([ours.unit, ours.decimals], [unit, decimals])
  })

const specified = fileURLToPath(new URL('../../../shared/specs/indicators.json', import.meta.url))

type Golden = { num?: number; den?: number; expect?: number }
type Specified = { id: string; unit: string; decimals: number; golden?: Golden | Golden[] }

void test('every golden value of the specification stands above', {
  skip: !existsSync(specified) && 'no ../shared',
}, () => {
  const told: { indicators: Specified[] } = JSON.parse(readFileSync(specified, 'utf8'))
  const held = new Set(golden.map(([id, unit, decimals, ...rest]) => [id, unit, decimals, ...rest].join(' ')))
  let found = 0
  for (const { id, unit, decimals, golden: own = [] } of told.indicators)
    for (const { num, den, expect } of [own].flat()) {
      if (num === undefined) continue
      found += 1
      assert.ok(held.has([id, unit, decimals, num, den, expect].join(' ')), `${id} ${num} ${den} ${expect}`)
    }
  assert.ok(found >= 16)
})

void test('halves are rounded up, also those that a fraction of two cannot hold', () => {
  assert.deepEqual(
    [0.5, 1.5, 2.5].map((value) => roundedHalfUp(value, 0)),
    [1, 2, 3],
  )
  assert.deepEqual([roundedHalfUp(1.005, 2), roundedHalfUp(17.05, 1), roundedHalfUp(2.675, 2)], [1.01, 17.1, 2.68])
  assert.equal(figure('percent', 0, [1, 0]), undefined)
})

// The year runs from day 1000 to day 1364.
const year = { first: 1000, last: 1364 }
const stay = (since: number, until?: number, more: Partial<Stay> = {}): Stay => ({
  ...{ since, sinceKnown: true, until, kind: 'U6', forAdoption: false, sameCarers: false },
  ...{ milesFromHome: undefined, inArea: undefined, ...more },
})
const period = (stays: readonly Stay[], more: Partial<CarePeriod> = {}): CarePeriod => ({
  ...{ since: stays[0]?.since ?? 0, sinceKnown: true, until: undefined, reasonEnded: undefined, stays, ...more },
})
const child = (more: Partial<ChildYear>): ChildYear => ({
  ...{ id: 'A', born: -2000, periods: [], unaccompanied: false, allYear: false, workers: 0, timesMissing: 0 },
  ...{ timesAway: 0, reviews: [], answers: undefined, leaver: undefined, ...more },
})

function standing(id: string, of: ChildYear): string {
  const one = measured([of], year).find(({ definition }) => definition.id === id)
  assert.ok(one, id)
  if (one.childrenAbove.length > 0) return 'above'
  if (one.childrenBelow.length > 0) return 'below'
  return one.childrenUnknown.length > 0 ? 'unknown' : 'outside'
}

const inCare = (...stays: Stay[]) => child({ periods: [period(stays)] })

const cases: readonly [name: string, id: string, child: ChildYear, stands: string][] = [
  ['in care on the last day', 'cla_count', inCare(stay(900)), 'above'],
  ['left on the last day', 'cla_count', child({ periods: [period([stay(900)], { until: 1364 })] }), 'outside'],
  ['came in the year', 'cla_started', inCare(stay(1000)), 'above'],
  ['came before it', 'cla_started', inCare(stay(999)), 'outside'],
  ['not known when', 'cla_started', child({ periods: [period([stay(1100)], { sinceKnown: false })] }), 'outside'],
  ['three placements', 'placements_3plus_pct', inCare(stay(900, 1010), stay(1010, 1020), stay(1020)), 'above'],
  ['one of them before the year', 'placements_3plus_pct', inCare(stay(800, 999), stay(999, 1020), stay(1020)), 'below'],
  [
    'one with the same carers',
    'placements_3plus_pct',
    inCare(stay(900, 1010), stay(1010, 1020), stay(1020, undefined, { sameCarers: true })),
    'below',
  ],
  ['two years in one home, three in care', 'long_term_stability_pct', inCare(stay(200, 500), stay(500)), 'above'],
  ['a year in this one', 'long_term_stability_pct', inCare(stay(200, 1000), stay(1000)), 'below'],
  [
    'placed for adoption from a home of long standing',
    'long_term_stability_pct',
    inCare(stay(200, 1200), stay(1200, undefined, { forAdoption: true })),
    'above',
  ],
  ['in care for two years only', 'long_term_stability_pct', inCare(stay(600)), 'outside'],
  [
    'the return does not reach back',
    'long_term_stability_pct',
    child({ periods: [period([stay(700, undefined, { sinceKnown: false })], { sinceKnown: false })] }),
    'unknown',
  ],
  ['16 on the last day', 'long_term_stability_pct', { ...inCare(stay(200)), born: 1364 - 5844 }, 'outside'],
  ['20.1 miles', 'distance_over20_pct', inCare(stay(900, undefined, { milesFromHome: 20.1 })), 'above'],
  ['20 miles', 'distance_over20_pct', inCare(stay(900, undefined, { milesFromHome: 20 })), 'below'],
  ['no distance known', 'distance_over20_pct', inCare(stay(900)), 'below'],
  [
    'far, and inside the area',
    'distance_over20_outside_la_pct',
    inCare(stay(900, undefined, { milesFromHome: 30, inArea: true })),
    'below',
  ],
  ['three workers', 'sw_3plus_pct', { ...inCare(stay(900)), workers: 3 }, 'above'],
  ['not answered', 'dental_pct', { ...inCare(stay(900)), allYear: true }, 'below'],
  ['not there for all of the year', 'dental_pct', inCare(stay(900)), 'outside'],
  [
    'missing, and left since',
    'missing_pct',
    child({ periods: [period([stay(900)], { until: 1100 })], timesMissing: 2 }),
    'above',
  ],
  ['never in care', 'missing_pct', child({ timesMissing: 1 }), 'outside'],
  ['in training', 'cl_eet_pct', child({ leaver: { inTouch: 'YES', activity: 'P5', accommodation: 'B1' } }), 'above'],
  [
    'not in training',
    'cl_eet_pct',
    child({ leaver: { inTouch: 'YES', activity: 'G5', accommodation: 'B1' } }),
    'below',
  ],
  [
    'not suitable',
    'cl_suitable_accommodation_pct',
    child({ leaver: { inTouch: 'YES', activity: 'G5', accommodation: 'X2' } }),
    'below',
  ],
]

const bornOn = (more: Partial<ChildYear>, born: number) => ({ ...inCare(stay(900)), ...more, born })
const yearsOld = (years: number) => attainsAgeNumber(year.last, -years)
const noAnswers = {
  ...{ difficultiesScore: 17, convicted: true, developmentChecked: true, immunised: undefined },
  ...{ teethChecked: undefined, healthAssessed: undefined, substanceMisuse: undefined },
}
const answered = { allYear: true, answers: noAnswers }
const ages: readonly (typeof cases)[number][] = [
  ['10 on the last day', 'convicted_pct', bornOn(answered, yearsOld(10)), 'above'],
  ['10 a day later', 'convicted_pct', bornOn(answered, yearsOld(10) + 1), 'outside'],
  ['17 a day later', 'sdq_received_pct', bornOn(answered, yearsOld(17) + 1), 'above'],
  ['17 on the last day', 'sdq_received_pct', bornOn(answered, yearsOld(17)), 'outside'],
  ['5 on the last day', 'sdq_received_pct', bornOn(answered, yearsOld(5)), 'above'],
  ['5 a day later', 'sdq_received_pct', bornOn(answered, yearsOld(5) + 1), 'outside'],
  ['6 a day later', 'dev_assessment_pct', bornOn(answered, yearsOld(6) + 1), 'above'],
  ['6 on the last day', 'dev_assessment_pct', bornOn(answered, yearsOld(6)), 'outside'],
]

for (const [name, id, of, stands] of [...cases, ...ages])
  void test(`${id}: ${name}: ${stands}`, () => assert.equal(standing(id, of), stands))

void test('of two periods that ended in the year the later one says why, and the child counts once', () => {
  const twice = child({
    periods: [
      period([stay(900)], { until: 1050, reasonEnded: 'E4A' }),
      period([stay(1100)], { until: 1200, reasonEnded: 'E45' }),
    ],
  })
  const of = (id: string) => measured([twice], year).find(({ definition }) => definition.id === id)
  assert.deepEqual([of('cla_ceased')?.above, of('sgo_ceased_pct')?.above, of('sgo_ceased_pct')?.below], [1, 1, 1])
  assert.equal(of('ceased_reason_pct E4A')?.above, 0)
})

void test('sums: times missing and scores are added up, reviews counted one by one', () => {
  const answers = {
    ...{ difficultiesScore: 20, convicted: undefined, developmentChecked: undefined, immunised: undefined },
    ...{ teethChecked: undefined, healthAssessed: undefined, substanceMisuse: undefined },
  }
  const children = [3, 1].map((timesMissing, at) => ({
    ...inCare(stay(900)),
    ...{ id: String(at), allYear: true, timesMissing, reviews: ['PN0', 'PN1', 'PN4'] },
    answers: { ...answers, difficultiesScore: at === 0 ? 20 : 13 },
  }))
  const of = (id: string) => measured(children, year).find(({ definition }) => definition.id === id)
  assert.deepEqual([of('missing_incidents_per_child')?.above, of('missing_incidents_per_child')?.value], [4, 2])
  assert.deepEqual([of('sdq_average')?.value, of('sdq_concern_pct')?.value], [16.5, 50])
  assert.deepEqual([of('review_participation_pct')?.above, of('review_participation_pct')?.below], [2, 4])
})
