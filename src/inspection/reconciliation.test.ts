// Each difference has a child and a reason that a definition gives; what no definition explains is called a fault.
import assert from 'node:assert/strict'
import test from 'node:test'
import { type CountedChild, type FileName, reconcile, type Standing } from './reconciliation.ts'

const [IN, BEFORE, OUT]: Standing[] = [
  { onTheDay: true, atAll: true },
  { onTheDay: false, atAll: true },
  { onTheDay: false, atAll: false },
]
function child(
  kith: Standing | undefined,
  files: Partial<Record<FileName, Standing | undefined>>,
  more: Partial<CountedChild> = {},
): CountedChild {
  const as = kith ?? { onTheDay: false, atAll: false }
  const all = { return: as, 'annex-a': as, ssd: as, payload: as }
  const said = Object.fromEntries(Object.entries(files).map(([file, standing]) => [file, standing ?? as]))
  return {
    ...{ child: 'c', shown: 'C', kith: as, files: { ...all, ...said } },
    ...{ leftBeforeSixMonths: false, leaverOfTheReturn: false, departmentTakesId: true, ...more },
  }
}
const whys = (one: CountedChild) =>
  reconcile([one]).lines.flatMap(({ file, onTheDayDiffers, atAllDiffers }) => [
    ...onTheDayDiffers.map(({ how, why }) => `${file} day ${how}: ${why}`),
    ...atAllDiffers.map(({ how, why }) => `${file} all ${how}: ${why}`),
  ])

const CASES: readonly (readonly [string, CountedChild, readonly string[]])[] = [
  ['the same everywhere', child(IN, {}), []],
  [
    'without an id',
    child(IN, { payload: OUT }, { departmentTakesId: false }),
    ['payload day missing: no id', 'payload all missing: no id'],
  ],
  [
    'left in the year, long ago',
    child(BEFORE, { 'annex-a': OUT }, { leftBeforeSixMonths: true }),
    ['annex-a all missing: left earlier'],
  ],
  ['left last year, lately', child(OUT, { 'annex-a': BEFORE }), ['annex-a all besides: another year']],
  ['ever in care', child(OUT, { ssd: BEFORE }), ['ssd all besides: another year']],
  ['a care leaver', child(OUT, { return: BEFORE }, { leaverOfTheReturn: true }), ['return all besides: care leaver']],
  ['sent before', child(OUT, { payload: BEFORE }), ['payload all besides: sent before']],
  [
    'nothing explains it',
    child(IN, { return: BEFORE, 'annex-a': OUT }),
    ['return day missing: fault', 'annex-a day missing: fault', 'annex-a all missing: fault'],
  ],
  ['an open episode of nobody', child(OUT, { ssd: IN }), ['ssd day besides: fault', 'ssd all besides: another year']],
]
for (const [name, one, expected] of CASES) test(name, () => assert.deepEqual(whys(one), expected))
