// What is worked out of a return: placements and periods from episodes, and figures against a count of the rows themselves.
import assert from 'node:assert/strict'
import test from 'node:test'
import { dayOf } from '#calendar'
import { currentPeriod, currentStay, measured, placementsInYear } from '#indicators'
import { checkSsda903, type Given, isDay } from '#statutory-returns'
import { storedSet } from '../../test/ssda903/stored-sets.ts'
import { careInReturn } from './care-in-return.ts'
import { childYears, yearOf } from './child-years.ts'
import { derivedChildren, derivedEpisodes } from './derived-rows.ts'

const HEADING = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'

/** Start, reason, legal status, place, end, reason, postcode: one line for each episode of child A. */
const episodes = (...rows: readonly string[]) => {
  const lines = rows.map((row) => {
    const [began, why, status, place, ended = '', reason = '', postcode = 'QA1 1AA'] = row.split(' ')
    const at = (day: string) => day.replace(/^-$/, '')
    return `A,${began},${at(why ?? '')},${status},N1,${place},PR1,${at(ended)},${at(reason)},,QA1 1AB,${postcode},1234567`
  })
  return { name: 'episodes.csv', bytes: Buffer.from(`${[HEADING, ...lines].join('\n')}\n`) }
}

function givenOf(thisYear: readonly string[], lastYear: readonly string[] = []): Given {
  const { files } = storedSet('C-2027-clean')
  const before = lastYear.length > 0 ? [episodes(...lastYear)] : []
  return checkSsda903({ ...files, thisYear: [episodes(...thisYear)], lastYear: before }).given
}

const told = (given: Given) =>
  careInReturn(given, 0).map(({ since, sinceKnown, until, reasonEnded, stays }) =>
    [
      `${sinceKnown ? '' : 'by '}${dayOf(since)} to ${until === undefined ? 'now' : dayOf(until)} ${reasonEnded ?? ''}`.trim(),
      ...stays.map(
        (stay) => `${stay.sinceKnown ? '' : 'by '}${dayOf(stay.since)} ${stay.kind}${stay.sameCarers ? ' same' : ''}`,
      ),
    ].join(': '),
  )

const cases: readonly [
  name: string,
  thisYear: readonly string[],
  lastYear: readonly string[],
  says: readonly string[],
][] = [
  ['one episode', ['01/05/2026 S V2 U6'], [], ['2026-05-01 to now: 2026-05-01 U6']],
  [
    'a new legal status is no new placement',
    ['01/05/2026 S V2 U6 01/08/2026 X1', '01/08/2026 L C2 U6'],
    [],
    ['2026-05-01 to now: 2026-05-01 U6'],
  ],
  [
    'a temporary stay in hospital, and back',
    ['01/05/2026 S V2 U6 01/08/2026 X1', '01/08/2026 P V2 T1 09/08/2026 X1', '09/08/2026 P V2 U6'],
    [],
    ['2026-05-01 to now: 2026-05-01 U6'],
  ],
  [
    'a temporary stay, and then another home',
    ['01/05/2026 S V2 U6 01/08/2026 X1', '01/08/2026 P V2 T4 05/08/2026 X1', '05/08/2026 P V2 U6 - - QA1 1AC'],
    [],
    ['2026-05-01 to now: 2026-05-01 U6: 2026-08-05 U6'],
  ],
  [
    'placed for adoption with the same carers',
    ['01/05/2026 S E1 U5 01/08/2026 X1', '01/08/2026 T E1 A5'],
    [],
    ['2026-05-01 to now: 2026-05-01 U5: 2026-08-01 A5 same'],
  ],
  [
    'left and came back',
    ['01/05/2026 S V2 U6 01/08/2026 E4A', '01/10/2026 S V2 K2'],
    [],
    ['2026-05-01 to 2026-08-01 E4A: 2026-05-01 U6', '2026-10-01 to now: 2026-10-01 K2'],
  ],
  [
    'last year says what came before, and what was open then is closed by this year',
    ['01/02/2026 P C2 U6 01/06/2026 X1', '01/06/2026 P C2 K2'],
    ['01/05/2025 S C2 U4 01/02/2026 X1', '01/02/2026 P C2 U6'],
    ['2025-05-01 to now: 2025-05-01 U4: 2026-02-01 U6: 2026-06-01 K2'],
  ],
  [
    'the first one known began with a legal status: nobody knows since when',
    ['01/02/2024 L C2 U6'],
    [],
    ['by 2024-02-01 to now: by 2024-02-01 U6'],
  ],
  ['short breaks are no care here', ['01/05/2026 S V3 U6 03/05/2026 E8'], [], []],
  ['an episode of no day is none', ['01/05/2026 S V2 U6 01/05/2026 E8'], [], []],
]

for (const [name, thisYear, lastYear, says] of cases)
  void test(name, () => assert.deepEqual(told(givenOf(thisYear, lastYear)), says))

void test('set C: the counts are those of a count of the rows themselves', () => {
  const { given } = checkSsda903(storedSet('C-2027-clean').files)
  const { Episodes: e, OC2, OC3, Missing, start, end } = given
  const all = measured(childYears(given), yearOf(given))
  const above = (id: string) => all.find(({ definition }) => definition.id === id)?.above
  const below = (id: string) => all.find(({ definition }) => definition.id === id)?.below
  const rows = Array.from({ length: e.count }, (_, row) => row).filter(
    (row) => !['V3', 'V4'].includes(e.LS.at(row) ?? ''),
  )
  const children = (where: (row: number) => boolean) => new Set(rows.filter(where).map((row) => e.childOf(row))).size
  const open = (row: number) => !isDay(e.DEC.at(row)) || e.DEC.at(row) > end
  const inYear = (day: number) => day >= start && day <= end
  assert.equal(above('cla_count'), children(open))
  assert.equal(
    above('cla_started'),
    children((row) => e.RNE.at(row) === 'S' && inYear(e.DECOM.at(row))),
  )
  assert.equal(
    above('cla_ceased'),
    children((row) => ![null, 'X1'].includes(e.REC.at(row)) && inYear(e.DEC.at(row))),
  )
  assert.equal(
    below('missing_pct'),
    children(() => true),
  )
  assert.equal(above('oc2_cohort'), OC2.count)
  assert.equal(below('cl_in_touch_pct'), OC3.count)
  const missing = Array.from({ length: Missing.count }, (_, row) => row).filter(
    (row) => Missing.MISSING.at(row) === 'M',
  )
  const times = missing.filter((row) => inYear(Missing.MIS_START.at(row)))
  assert.equal(above('missing_incidents_per_child'), times.length)
  const reasons = all.filter(({ definition }) => definition.isPart).reduce((sum, one) => sum + one.above, 0)
  assert.equal(reasons, above('cla_ceased'))
  for (const { definition, above: over, childrenAbove, childrenBelow, below: under } of all) {
    if (!definition.adds) assert.equal(over, childrenAbove.length, definition.id)
    if (under !== undefined && !definition.addsBelow) assert.equal(under, childrenAbove.length + childrenBelow.length)
  }
})

void test('derived columns: one row for each episode and each child, with lengths, ages and places', () => {
  const given = givenOf(['01/05/2026 S V2 U6 01/08/2026 X1', '01/08/2026 P V2 K2'])
  const children = childYears(given)
  const { columns, rows } = derivedEpisodes(given, children)
  const cell = (row: number, column: string) => rows[row]?.[columns.indexOf(column)]
  assert.deepEqual(
    [0, 1].map((row) => cell(row, 'DAYS_TO_END_OF_YEAR_OR_EPISODE')),
    [92, 242],
  )
  const one = derivedChildren(children, yearOf(given))
  const of = (column: string) => one.rows[0]?.[one.columns.indexOf(column)]
  assert.deepEqual(
    [
      'CHILD',
      'PERIOD_SINCE',
      'PLACEMENT_SINCE',
      'DAYS_IN_PLACEMENT',
      'PLACEMENTS_IN_YEAR',
      'LOOKED_AFTER_ALL_YEAR',
    ].map(of),
    ['A', '2026-05-01', '2026-08-01', 242, 2, 0],
  )
})

void test('a return with bad dates, or of duplicates, still gives figures', () => {
  for (const name of ['A-2027-baddates', 'A-2027-dupes', 'A-2027-main'] as const) {
    const { given } = checkSsda903(storedSet(name).files)
    const [children, year] = [childYears(given), yearOf(given)]
    assert.ok(measured(children, year).every(({ value, below }) => below === 0 || Number.isFinite(value)))
    for (const child of children) {
      assert.ok(placementsInYear(child, year) >= 0)
      if (currentStay(child, year)) assert.ok(currentPeriod(child, year))
    }
  }
})
