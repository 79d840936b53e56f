// Needs by sector without protected areas, places unused by reason, what a night reckons, and what a statement hides.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day, numberOf } from '#calendar'
import type { HomeListed } from '#who-waits'
import { behindAt, behindIn, careBehind, needingBehind } from './behind.ts'
import { gapOf, needOf, placesOf, takes } from './needs.ts'
import { needsTold } from './pages/statement.tsx'
import { type FarFact, type Known, type Sufficiency, sufficiencyInSteps } from './reckoning.ts'
import { recruitingWords, setAsideWords, vacanciesWords } from './words.ts'

const at = (miles: number) => ({
  easting: 430_000 + Math.round(miles * 1609.3),
  northing: 390_000,
  authority: 'E08000039',
})
const home = (id: string, more: Partial<HomeListed> = {}, of: Partial<HomeListed['home']> = {}): HomeListed => ({
  home: {
    ...{ id, called: id, kind: 'foster', at: at(2), precision: 'full', protected: false, standing: 'approved' },
    ...{ approvedByUs: true, free: 1, living: [], exempted: [], apartFrom: [], declines: [], keen: false },
    terms: { most: 2, fromAge: 5, toAge: 11, sex: undefined, onlyFor: undefined },
    answers: { yes: [], willing: [], no: [] },
    ...of,
  },
  ...{ free: 1, missing: undefined, sector: 'VD4 1', holds: [], approved: 2, taken: 1, ...more },
})

describe('needs and places', () => {
  test('one home for several is a need of its own; without a birth date it is not known', () => {
    assert.deepEqual(
      [[4], [5], [10], [11], [16], [3, 12], [undefined]].map((ages) => needOf(ages)),
      ['under5', 'from5', 'from5', 'from11', 'from16', 'together', undefined],
    )
  })
  test('only a home whose terms hold, with room', () => {
    assert.deepEqual(
      [
        takes(home('a'), 'from5'),
        takes(home('a'), 'from16'),
        takes(home('a'), 'together'),
        takes(home('a', { free: 2 }), 'together'),
        takes(home('a', {}, { standing: 'onHold' }), 'from5'),
        takes(home('a', {}, { terms: 'unknown' }), 'from5'),
      ],
      [true, false, false, true, false, false],
    )
  })
  test('a protected area is on no map, and is counted apart', () => {
    const gap = gapOf(
      [
        { need: 'from5', sector: 'VD4 1', children: 3, ids: ['a', 'b', 'c'] },
        { need: 'from5', sector: undefined, children: 2, ids: ['d', 'e'] },
      ],
      [home('a'), home('b', { sector: undefined, free: 4 }), home('c', { free: undefined })],
    )
    assert.deepEqual(gap.areas, ['VD4 1'])
    assert.deepEqual(
      gap.cells.find(({ need }) => need === 'from5'),
      { need: 'from5', area: 'VD4 1', children: 3, free: 1 },
    )
    assert.deepEqual(gap.notShown, { children: 2, free: 4 })
  })
  test('approved and unused, by reason, the most first', () => {
    const places = placesOf([
      home('a', { holds: [{ kind: 'away', places: 1 }] }),
      home('b', { holds: [{ kind: 'asked for a pause', places: 2 }], free: 0 }),
      home('c', { free: undefined, approved: undefined }),
    ])
    assert.deepEqual(
      { ...places, unused: places.unused.map(({ why }) => why) },
      {
        ...{ homes: 3, approved: 4, taken: 3, free: 1, notKnown: 1, unused: ['asked for a pause', 'away'] },
      },
    )
  })
})

const TODAY = day('2026-06-30')
const far = (id: string, more: Partial<FarFact> = {}): FarFact => ({
  ...{ id, group: id, reason: 'noneAvailable', settledStays: false, wantsNearer: true, born: day('2018-01-01') },
  ...{ from: at(0), sector: 'VD4 1', ...more },
})
const known = (more: Partial<Known> = {}): Known => ({
  ...{ today: TODAY, coversFrom: day('2020-01-01'), far: [], waiting: [], homes: [] },
  ...{ doubts: { approvedInTime: 0.5, staysTheYear: 0.9, takenUp: 0.6 }, settings: 'standard-1' },
  spells: Array.from({ length: 60 }, (_, n) => ({
    ...{ child: `${n}`, born: numberOf(day('2014-01-01')) + 61 * n, kind: n % 2 === 0 ? 'foster homes' : 'elsewhere' },
    since: numberOf(day('2020-01-01')) + 35 * n,
    until: n % 3 === 0 ? numberOf(day('2020-01-01')) + 35 * n + 400 : undefined,
  })),
  ...more,
})
function reckoned(more: Partial<Known> = {}): Sufficiency {
  const steps = sufficiencyInSteps(known(more))
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

describe('a night', () => {
  test('forecast with its backtest; the same night says the same', () => {
    const one = reckoned()
    assert.equal(one.tested.length, 8)
    assert.ok(one.forecast.points.length > 4)
    assert.deepEqual(one, reckoned())
  })
  test('a council whose record begins today is not tested, and says so by having none', () => {
    assert.deepEqual(reckoned({ coversFrom: TODAY }).tested, [])
  })
  test('vacancies first; who is settled, safe, or was not asked is not counted', () => {
    const { recruiting } = reckoned({
      far: [
        ...['a', 'b', 'c', 'd'].map((id) => far(id)),
        ...[far('settled', { settledStays: true }), far('safe', { reason: 'keptSafe' })],
        far('not asked', { wantsNearer: 'unknown' }),
      ],
      homes: [home('free')],
    })
    assert.deepEqual([recruiting.counted, recruiting.already], [4, 1])
    assert.deepEqual(recruiting.setAside, { keptSafe: 1, settled: 1, doesNotWant: 0, notAsked: 1, reasonMissing: 0 })
    assert.deepEqual(
      recruiting.steps.map(({ near }) => near),
      [3, 4],
    )
    assert.match(vacanciesWords(recruiting), /^1 of 4 children could be offered a home within 20 miles/)
    assert.match(recruitingWords(recruiting), /^With 2 more carers up to 4 fit on paper; we expect \d to \d\.$/)
    assert.match(setAsideWords(recruiting), /1 settled, and stay/)
  })
  test('what is kept holds no child', () => {
    const text = JSON.stringify(reckoned({ far: [far('the-child')], homes: [home('the-home')] }))
    assert.doesNotMatch(text, /the-child|the-home/)
  })
})

test('a statement hides one to five, and the next that would give it away', () => {
  const cell = (need: 'under5' | 'from5' | 'from11' | 'from16' | 'together', children: number) => {
    return { need, area: 'VD4 1', children, free: 0 }
  }
  const gap = {
    ...{ areas: ['VD4 1'], notShown: { children: 0, free: 0 } },
    cells: [cell('under5', 3), cell('from5', 9), cell('from11', 20), cell('from16', 12), cell('together', 8)],
  }
  const told = [...needsTold({ gap })]
  assert.equal(told.filter(([, count]) => count === '5 or fewer').length, 2)
  assert.equal(new Map(told).get('under5'), '5 or fewer')
})

describe('what stands behind a number', () => {
  const today = day('2027-03-31')
  const asked = (text: string) => {
    const query = new URLSearchParams(text)
    return behindIn((name) => query.get(name) ?? undefined, today)
  }
  test('an address names a number, or nothing', () => {
    assert.deepEqual(asked('what=gap&need=from5&sector=VD4+1'), { what: 'gap', need: 'from5', sector: 'VD4 1' })
    assert.deepEqual(asked('what=in&on=2026-04-01'), { what: 'in', on: '2026-04-01' })
    const none = ['', 'what=gap', 'what=gap&need=all&sector=VD4+1', 'what=gap&need=from5&sector=VD4+1QZ', 'what=in']
    for (const text of [...none, 'what=in&on=2027-04-01', 'what=in&on=31/02/2027', 'what=spare'])
      assert.equal(asked(text), undefined, text)
    for (const text of ['what=far', 'what=held&why=away', 'what=came&on=2026-04-01']) {
      const of = asked(text)
      assert.ok(of)
      assert.deepEqual(asked(behindAt(of).split('?')[1] ?? ''), of)
    }
  })
  test('a sector opens those whose area may be said, and nobody else', () => {
    const of = { what: 'gap', need: 'from5', sector: 'VD4 1' } as const
    const needing = [
      { need: 'from5', sector: 'VD4 1', children: 1, ids: ['said'] },
      { need: 'from5', sector: undefined, children: 1, ids: ['protected'] },
      { need: 'under5', sector: 'VD4 1', children: 1, ids: ['younger'] },
    ] as const
    assert.deepEqual(needingBehind(of, needing), ['said'])
  })
  test('in care, came and left: a move on the same day is neither', () => {
    const on = numberOf(today)
    const spell = (child: string, since: number, until?: number) => ({
      child,
      since: on - since,
      until: until === undefined ? undefined : on - until,
    })
    const spells = [
      spell('stays', 900),
      spell('moved', 900, 100),
      spell('moved', 100),
      spell('came', 30),
      spell('left', 900, 30),
      spell('long gone', 900, 400),
    ]
    const behind = (what: 'in' | 'came' | 'left') => careBehind({ what, on: today }, spells)
    assert.deepEqual(behind('in'), ['stays', 'moved', 'came'])
    assert.deepEqual(behind('came'), ['came'])
    assert.deepEqual(behind('left'), ['left'])
  })
})
