// The council of twenty by hand: of every figure the children above the line, below it and not known, as its words say they stand.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import { addDays, type IsoDay, numberOf } from '#calendar'
import { notGiven, recordIndicators, sourceOf, versionOf, workerIndicators } from '#indicators'
import { COUNTED_BASES } from './child-year.ts'
import { figuresOf, monthsBefore, outsideOf, standsOf } from './night.ts'
import type { RecordedChild } from './recorded-child.ts'
import { councilOfTwenty, LAST } from './test-twenty-data.ts'

type Expected = readonly [id: string, value: number | undefined, above: string, below: string, unknown: string]
/** Worked out from the wording and the calendar, child by child; the reasons stand beside each child. */
const EXPECTED: readonly Expected[] = [
  ['cla_count', 11, 'ABDEFGHINOT', '', ''],
  ['cla_started', 3, 'DES', '', 'N'],
  ['cla_ceased', 5, 'CJKRS', '', ''],
  ['uasc_count', 9, 'N', 'ABDEFGHIOT', ''],
  ['placements_3plus_pct', 9, 'D', 'ABEFGHINOT', ''],
  ['long_term_stability_pct', 60, 'AFI', 'BG', 'NT'],
  ['distance_over20_pct', 25, 'BO', 'ADFGHT', 'EIN'],
  ['distance_over20_outside_la_pct', 13, 'B', 'ADFGHOT', 'EIN'],
  ['in_la_pct', 67, 'AFGHOT', 'BDN', 'EI'],
  ['sw_3plus_pct', 10, 'B', 'ADEFGHINO', 'T'],
  ['visits_in_time_pct', 50, 'A', 'B', 'DT'],
  ['reviews_in_time_pct', 75, 'ADE', 'B', 'T'],
  ['pep_termly_pct', 50, 'A', 'B', ''],
  ['care_plan_current_pct', 20, 'AD', 'BEFGHINO', 'T'],
  ['permanence_plan_by_second_review_pct', 50, 'D', 'E', 'T'],
  ['iro_midway_pct', 10, 'A', 'BDEFGHINO', 'T'],
  ['iro_visit_6m_pct', 10, 'A', 'BDEFGHINO', 'T'],
  ['iha_20wd_pct', 50, 'D', 'E', 'N'],
  ['rhi_offered_pct', 67, 'BS', 'C', ''],
  ['rhi_completed_72h_pct', 50, 'B', '', 'S'],
  ['oc2_cohort', 9, 'ABDFGHIOT', '', ''],
  ['health_assessment_pct', 38, 'ADI', 'BFGHO', 'T'],
  ['immunisations_pct', 50, 'A', 'B', 'DFGHIOT'],
  ['dental_pct', 50, 'A', 'B', 'DFGHIOT'],
  ['dev_assessment_pct', 50, 'I', 'G', 'HT'],
  ['sdq_received_pct', 67, 'AB', 'D', 'FGOT'],
  ['sdq_average', 16.5, 'AB', '', 'FGOT'],
  ['sdq_concern_pct', 50, 'A', 'B', 'FGOT'],
  ['substance_misuse_pct', 50, 'B', 'A', 'DFGHIOT'],
  ['convicted_pct', 50, 'B', 'A', 'FOT'],
  ['school_mid_year_move_pct', 25, 'B', 'ADN', 'FGT'],
  ['suspension_pct', 25, 'B', 'ADN', 'FGT'],
  ['persistent_absence_pct', 50, 'B', 'A', 'DFGT'],
  ['missing_pct', 13, 'BS', 'ACDEFGHIJKNOR', 'T'],
  ['missing_incidents_per_child', 2.5, 'BS', '', ''],
  ['away_pct', 7, 'B', 'ACDEFGHIJKNORS', 'T'],
  ['review_participation_pct', 50, 'A', 'B', 'ET'],
  ['sgo_ceased_pct', 20, 'K', 'CJRS', ''],
  ['adopted_pct', 20, 'J', 'CKRS', ''],
  ['ceased_reason_pct E11', 20, 'J', 'CKRS', ''],
  ['ceased_reason_pct E4A', 40, 'CS', 'JKR', ''],
  ['ceased_reason_pct E47', 20, 'K', 'CJRS', ''],
  ['ceased_reason_pct E8', 20, 'R', 'CJKS', ''],
  ['cl_eet_pct', 50, 'P', 'Q', ''],
  ['cl_suitable_accommodation_pct', 50, 'P', 'Q', ''],
  ['cl_in_touch_pct', 50, 'P', 'Q', ''],
  ['cl_eet_pct 17-18', undefined, '', '', 'R'],
  ['cl_suitable_accommodation_pct 17-18', 100, 'R', '', ''],
  ['cl_in_touch_pct 17-18', 100, 'R', '', ''],
  ['cl_staying_put_pct', 50, 'P', 'Q', ''],
  ['adoption_entry_to_placement_days', 300, 'J', '', ''],
  ['sw_turnover_pct', 32, 'W4', 'W1W2W3', 'W5'],
  ['sw_caseload', 2, 'W1W2', '', 'W5'],
]

const [night] = [...figuresOf(councilOfTwenty, [LAST])]
assert.ok(night)
const measured = new Map([...night.measured, ...night.staff].map((one) => [one.definition.id, one]))

for (const [id, value, above, below, unknown] of EXPECTED)
  void test(`${id}: above ${above}, below ${below}, not known ${unknown}`, () => {
    const own = measured.get(id)
    assert.ok(own)
    assert.deepEqual(
      [own.childrenAbove.join(''), own.childrenBelow.join(''), own.childrenUnknown.join(''), own.value],
      [above, below, unknown, value],
    )
    for (const fact of own.lacks.values()) assert.match(fact, /^[a-z].{5,}/, 'the missing fact is named')
  })

void test('nobody else stands in any figure: other reasons for ceasing count the five below', () => {
  const told = new Set(EXPECTED.map(([id]) => id))
  for (const [id, own] of measured)
    if (!told.has(id)) {
      assert.match(id, /^ceased_reason_pct /)
      assert.deepEqual([own.childrenAbove.join(''), own.childrenBelow.join('')], ['', 'CJKRS'])
    }
})

const specified = fileURLToPath(new URL('../../../shared/specs/indicators.json', import.meta.url))
void test('each of the 57 is given or has its reason; each has a source and a version', {
  skip: !existsSync(specified) && 'no ../shared',
}, () => {
  const { indicators }: { indicators: { id: string }[] } = JSON.parse(readFileSync(specified, 'utf8'))
  const given = new Set([...recordIndicators, ...workerIndicators].map(({ id }) => id.replace(/ .*$/, '')))
  const not = new Set(notGiven.map(({ id }) => id))
  assert.deepEqual([indicators.length, given.size + not.size], [57, 57])
  for (const { id } of indicators) assert.notEqual(given.has(id), not.has(id), id)
  for (const definition of recordIndicators) {
    assert.ok(sourceOf(definition).length > 5)
    assert.equal(versionOf(definition), 1)
  }
})

void test('two years of months lie before a day, each to its last day', () => {
  const months = monthsBefore(LAST)
  assert.deepEqual(
    [months.length, months[0], months.at(-2), months.at(-1)],
    [24, '2024-03-31', '2026-01-31', '2026-02-28'],
  )
})

void test('what is kept of each child says a or b, or the fact in words', () => {
  assert.ok(night)
  const stands = standsOf(night.measured)
  assert.deepEqual(stands.get('T')?.['sw_3plus_pct'], 'who worked with the child')
  assert.deepEqual([stands.get('B')?.['away_pct'], stands.get('A')?.['away_pct']], ['a', 'b'])
  assert.deepEqual([stands.has('L'), stands.has('M')], [false, false])
})

void test('what is due on a day that is not over, and not done, is not missed yet', () => {
  const last = numberOf(LAST)
  const open: RecordedChild = {
    ...{ id: 'X', coverage: [] },
    rows: {
      periods: [[last - 400, null, null, null]],
      duties: [[last, COUNTED_BASES.findIndex((id) => id.startsWith('CP-18')), 0, null, null, last + 1, null]],
    },
  }
  const below = (on?: IsoDay) => {
    const [own] = [...figuresOf({ children: [open], workers: [] }, [LAST], on)]
    return own?.measured.find(({ definition }) => definition.id === 'visits_in_time_pct')?.childrenBelow
  }
  assert.deepEqual([below(LAST), below(addDays(LAST, 1)), below()], [[], ['X'], ['X']])
})

void test('a placement is as old as it was then, and goes on where the carers stay the same', () => {
  const last = numberOf(LAST)
  const home = (since: number, until: number | null, same = false) =>
    [since, true, until, 'U4', same, null, 5, true] as const
  const stands = (...placements: RecordedChild['rows']['placements'] & {}) => {
    const child = {
      id: 'X',
      coverage: [],
      rows: { births: [[0, last - 4000] as const], periods: [[last - 1200, null, null, null] as const], placements },
    }
    const [own] = [...figuresOf({ children: [child], workers: [] }, [LAST])]
    return own?.measured.find(({ definition }) => definition.id === 'long_term_stability_pct')?.childrenAbove
  }
  assert.deepEqual(stands(home(last - 1200, last + 10), home(last + 10, null)), ['X'], 'a move after the day')
  assert.deepEqual(stands(home(last - 1200, last - 100), home(last - 100, null, true)), ['X'], 'the same carers')
  assert.deepEqual(stands(home(last - 1200, last - 100), home(last - 100, null)), [])
})

void test('of twenty children nothing that counts few leaves the council', () => {
  assert.ok(night)
  for (const { indicator, above, below, value } of outsideOf(night)) {
    for (const shown of [above, below])
      assert.ok(shown === 'c' || shown === null || Number(shown) === 0 || Number(shown) > 5, indicator)
    if (value !== null && value !== 'c' && above === 'c') assert.fail(`${indicator} shows ${value} of few`)
  }
})
