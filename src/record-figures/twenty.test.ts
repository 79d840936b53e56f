// The council of twenty by hand: of every figure the children above the line, below it and not known, as its words say they stand.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import { addDays, day, type IsoDay, numberOf } from '#calendar'
import { notGiven, recordIndicators, sourceOf, workerIndicators } from '#indicators'
import { COUNTED_BASES, dutyCode, YEAR_QUESTIONS } from './child-year.ts'
import { daysToTell, figuresInSteps, figuresOf, monthsBefore, outsideInSteps, standsOf, toTheEnd } from './night.ts'
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
  ['pep_termly_pct 2-4', 0, '', 'I', ''],
  ['pep_termly_pct 16-17', 100, 'E', '', ''],
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
  ['school_mid_year_move_pct', 25, 'B', 'ADN', 'FGOT'],
  ['suspension_pct', 25, 'B', 'ADN', 'FGOT'],
  ['persistent_absence_pct', 50, 'B', 'A', 'DFGOT'],
  ['missing_pct', 20, 'BCS', 'ADEFGHIJKNOR', 'T'],
  ['missing_incidents_per_child', 2, 'BCS', '', ''],
  ['away_pct', 7, 'B', 'ACDEFGHIJKNORS', 'T'],
  ['review_participation_pct', 60, 'AI', 'B', 'DET'],
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
  ['supervision_in_time_pct', 50, 'AD', 'BF', 'EGHINOT'],
  ['audit_completed_pct', 71, 'ACFGH', 'BD', ''],
  ['audit_good_plus_pct', 17, 'A', 'CDEFG', ''],
  ['audit_moderation_change_pct', 17, 'C', 'ADEFG', ''],
  ['audit_actions_on_time_pct', 33, 'A', 'B', ''],
  ['audit_impact_evidenced_pct', 50, 'CF', 'DG', ''],
  ['sw_turnover_pct', 32, 'W4', 'W1W2W3', 'W5'],
  ['sw_caseload', 2, 'W1W2', '', 'W5'],
]

const [night] = figuresOf(councilOfTwenty, [LAST])
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
void test('each of the 57 is given or has its reason; each has a source', {
  skip: !existsSync(specified) && 'no ../shared',
}, () => {
  const { indicators }: { indicators: { id: string }[] } = JSON.parse(readFileSync(specified, 'utf8'))
  const given = new Set([...recordIndicators, ...workerIndicators].map(({ id }) => id.replace(/ .*$/, '')))
  const not = new Set(notGiven.map(({ id }) => id))
  assert.deepEqual([indicators.length, given.size + not.size], [57, 57])
  for (const { id } of indicators) assert.notEqual(given.has(id), not.has(id), id)
  for (const definition of recordIndicators) {
    assert.ok(sourceOf(definition).length > 5)
  }
})

/** How the one child of a council stands on the last day, with other rows than one of the twenty. */
function standsWith(id: string, rows: RecordedChild['rows'], indicator: string): string {
  const of = councilOfTwenty.children.find((child) => child.id === id)
  assert.ok(of)
  const [own] = figuresOf({ children: [{ ...of, rows: { ...of.rows, ...rows } }], workers: [] }, [LAST])
  return (own && standsOf(own.measured).get(id)?.[indicator]) ?? 'outside'
}
const bornOn = (text: string): RecordedChild['rows'] => ({ births: [[0, numberOf(day(text))]] })
const fosteredAndAnswered = (born: string): RecordedChild['rows'] => ({
  ...bornOn(born),
  periods: [[0, null, null, null]],
  placements: [[0, true, null, 'U4', false, null, null, null]],
  leaver: [[numberOf(day('2025-12-31')), 'YES', 'P5', 'Z1']],
})
const saying = (said: Readonly<Record<string, string>>) =>
  [numberOf(LAST), ...YEAR_QUESTIONS.map((question) => said[question] ?? null)] as const
const answeredInTwo: RecordedChild['rows'] = {
  yearAnswers: [saying({ 'teeth-checked': '0', 'health-assessed': '0' }), saying({ 'health-assessed': '1' })],
}
const cameOn = (text: string): RecordedChild['rows'] => ({ periods: [[numberOf(day(text)), null, null, null]] })
const movedOn = (text: string): RecordedChild['rows'] => ({
  schools: [
    [0, numberOf(day(text)), 'S1'],
    [numberOf(day(text)), null, 'S2'],
  ],
})
const threeHomes = (days: number): RecordedChild['rows'] => {
  const [first, at] = [numberOf(day('2022-01-10')), numberOf(day('2025-06-01'))]
  return {
    placements: [
      [first, true, at, 'U6', false, null, 5, true],
      [at, true, at + days, 'U6', false, null, 5, true],
      [at + days, true, null, 'U6', false, null, 5, true],
    ],
  }
}
/** What no child of the twenty stands just inside or just outside of. */
const EDGES: readonly [name: string, id: string, rows: RecordedChild['rows'], indicator: string, stands: string][] = [
  ['five on 31 August', 'B', bornOn('2020-08-31'), 'suspension_pct', 'a'],
  ['five a day later', 'B', bornOn('2020-09-01'), 'suspension_pct', 'outside'],
  ['sixteen a day after 31 August', 'B', bornOn('2009-09-01'), 'suspension_pct', 'a'],
  ['sixteen on it', 'B', bornOn('2009-08-31'), 'suspension_pct', 'outside'],
  ['no birth date', 'B', { births: [] }, 'pep_termly_pct', 'the birth date'],
  ['five on the 31 August before the term ended', 'B', bornOn('2020-08-31'), 'pep_termly_pct', 'b'],
  ['five a day later', 'B', bornOn('2020-09-01'), 'pep_termly_pct 2-4', 'b'],
  ['sixteen on it', 'B', bornOn('2009-08-31'), 'pep_termly_pct 16-17', 'b'],
  ['eighteen when it was answered', 'P', fosteredAndAnswered('2007-12-31'), 'cl_staying_put_pct', 'a'],
  ['a day younger', 'P', fosteredAndAnswered('2008-01-01'), 'cl_staying_put_pct', 'outside'],
  ['twenty on the last day', 'P', fosteredAndAnswered('2005-01-01'), 'cl_staying_put_pct', 'a'],
  ['twenty-one on it', 'P', fosteredAndAnswered('2004-12-31'), 'cl_staying_put_pct', 'outside'],
  ['twenty-one on the last day', 'P', bornOn('2004-04-01'), 'cl_in_touch_pct', 'a'],
  ['twenty-two on it', 'P', bornOn('2004-03-31'), 'cl_in_touch_pct', 'outside'],
  ['seventeen on the last day', 'P', bornOn('2009-03-31'), 'cl_in_touch_pct 17-18', 'a'],
  ['sixteen on it', 'P', bornOn('2009-04-01'), 'cl_in_touch_pct 17-18', 'outside'],
  ['answered in the earlier record alone', 'B', answeredInTwo, 'dental_pct', 'b'],
  ['answered in both', 'B', answeredInTwo, 'health_assessment_pct', 'a'],
  ['in care for four weeks', 'B', cameOn('2026-03-03'), 'reviews_in_time_pct', 'b'],
  ['a day less', 'B', cameOn('2026-03-04'), 'reviews_in_time_pct', 'outside'],
  ['in care for ten working days', 'B', cameOn('2026-03-17'), 'care_plan_current_pct', 'b'],
  ['nine', 'B', cameOn('2026-03-18'), 'care_plan_current_pct', 'outside'],
  ['in care for half a year', 'B', cameOn('2025-09-29'), 'iro_visit_6m_pct', 'b'],
  ['a day less', 'B', cameOn('2025-09-30'), 'iro_visit_6m_pct', 'outside'],
  ['the twentieth working day is the last', 'B', cameOn('2026-03-03'), 'iha_20wd_pct', 'b'],
  ['it is the day after', 'B', cameOn('2026-03-04'), 'iha_20wd_pct', 'outside'],
  ['suspended on the first day', 'B', { suspensions: [[numberOf(day('2025-04-01'))]] }, 'suspension_pct', 'a'],
  ['on the day before', 'B', { suspensions: [[numberOf(day('2025-03-31'))]] }, 'suspension_pct', 'b'],
  ['another school on 31 July', 'B', movedOn('2025-07-31'), 'school_mid_year_move_pct', 'a'],
  ['on 1 August', 'B', movedOn('2025-08-01'), 'school_mid_year_move_pct', 'b'],
  ['three placements, one of a day', 'B', threeHomes(1), 'placements_3plus_pct', 'a'],
  ['one of hours', 'B', threeHomes(0), 'placements_3plus_pct', 'b'],
]
for (const [name, id, rows, indicator, stands] of EDGES)
  void test(`${indicator}: ${name}: ${stands}`, () => assert.equal(standsWith(id, rows, indicator), stands))

void test('a night that was missed is made up for at the end of each month, and what was told is not told again', () => {
  assert.deepEqual(daysToTell(day('2026-03-20'), day('2026-01-15')), ['2026-01-31', '2026-02-28', '2026-03-20'])
  assert.deepEqual(daysToTell(LAST, LAST), [])
  assert.deepEqual(daysToTell(LAST, day('2026-03-30')), [LAST])
  assert.deepEqual([daysToTell(LAST, undefined).length, daysToTell(LAST, undefined).at(-1)], [25, LAST])
})

void test('while a large council is reckoned, others are let in between some children', () => {
  const children = Array.from({ length: 60 }, () => councilOfTwenty.children).flat()
  const steps = [...figuresInSteps({ ...councilOfTwenty, children }, [LAST])]
  assert.equal(steps.filter((step) => step !== undefined).length, 1)
  assert.ok(steps.length >= children.length / 250, String(steps.length))
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
      duties: [
        [
          last,
          dutyCode(
            COUNTED_BASES.findIndex((id) => id.startsWith('CP-18')),
            0,
            null,
          ),
          last + 1,
        ],
      ],
    },
  }
  const below = (on?: IsoDay) => {
    const [own] = figuresOf({ children: [open], workers: [] }, [LAST], on)
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
    const [own] = figuresOf({ children: [child], workers: [] }, [LAST])
    return own?.measured.find(({ definition }) => definition.id === 'long_term_stability_pct')?.childrenAbove
  }
  assert.deepEqual(stands(home(last - 1200, last + 10), home(last + 10, null)), ['X'], 'a move after the day')
  assert.deepEqual(stands(home(last - 1200, last - 100), home(last - 100, null, true)), ['X'], 'the same carers')
  assert.deepEqual(stands(home(last - 1200, last - 100), home(last - 100, null)), [])
})

void test('of twenty children nothing that counts few leaves the council', async () => {
  assert.ok(night)
  for (const { indicator, above, below, value } of await toTheEnd(outsideInSteps(night), async () => {})) {
    for (const shown of [above, below])
      assert.ok(shown === 'c' || shown === null || Number(shown) === 0 || Number(shown) > 5, indicator)
    if (value !== null && value !== 'c' && above === 'c') assert.fail(`${indicator} shows ${value} of few`)
  }
})
