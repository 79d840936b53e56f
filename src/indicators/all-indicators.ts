// Every indicator: those that a return gives, those that the record gives, where each is from, and which cannot be given, with the reason.
import { day, type IsoDay } from '#calendar'
import type { ChildYear, Year } from './child-year.ts'
import { type Definition, type Measured, type Measuring, measure, measuring, type Reading } from './definition.ts'
import { inCareIndicators } from './in-care.ts'
import { schoolIndicators, type WorkerYear, workerIndicators } from './learning-and-workers.ts'
import { missingAndLeavingIndicators, missingAndLeavingOfRecord } from './missing-and-leaving.ts'
import { oversightIndicators } from './oversight.ts'
import { practiceIndicators } from './practice.ts'
import { yearAnswerIndicators } from './year-answers.ts'

export const indicators: readonly Definition[] = [
  ...inCareIndicators,
  ...yearAnswerIndicators,
  ...missingAndLeavingIndicators,
]

export const measured = (children: readonly ChildYear[], year: Year): readonly Measured[] =>
  indicators.map((definition) => measure(definition, children, { year }))

/** In the order of the page. */
export const recordIndicators: readonly Definition[] = [
  ...inCareIndicators,
  ...practiceIndicators,
  ...yearAnswerIndicators,
  ...schoolIndicators,
  ...missingAndLeavingOfRecord,
  ...oversightIndicators,
]
export { workerIndicators }

/** Every figure of the record, to which each child is added. */
export const measuringRecord = (year: Year, reading: Reading = 'as known'): readonly Measuring[] =>
  recordIndicators.map((definition) => measuring(definition, { year, reading }))

export const measuredOfWorkers = (workers: readonly WorkerYear[], year: Year): readonly Measured<WorkerYear>[] =>
  workerIndicators.map((definition) => measure(definition, workers, { year, reading: 'as known' }))

/** From a day on counted by the words that stand; until then otherwise, as it says. */
export type Change = { readonly since: IsoDay; readonly before: string }
const NIGHT = day('2026-11-27')
const MISSING = { since: NIGHT, before: 'Times missing that began while the child was not in care were counted too.' }
const SCHOOL = { since: NIGHT, before: 'School age was 5 to 15 on the last day of the twelve months.' }

/** How a definition changed since it was first used, the last at the end: figures before a change were counted otherwise. */
const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  ...{ missing_pct: [MISSING], missing_incidents_per_child: [MISSING], away_pct: [MISSING] },
  ...{ rhi_offered_pct: [MISSING], rhi_completed_72h_pct: [MISSING] },
  ...{ suspension_pct: [SCHOOL], persistent_absence_pct: [SCHOOL] },
  school_mid_year_move_pct: [
    { ...SCHOOL, before: `${SCHOOL.before} Of a child who came twice, only moves of the last time in care counted.` },
  ],
  pep_termly_pct: [{ since: NIGHT, before: 'Children of every age were counted together.' }],
  review_participation_pct: [
    { since: NIGHT, before: 'Who was under four was told by what was typed of the review, not by the birth date.' },
  ],
  iro_midway_pct: [{ since: NIGHT, before: 'A check on the day of a review counted.' }],
  cl_staying_put_pct: [
    { since: NIGHT, before: 'The age was that on the last day, not that of the year of the answer.' },
  ],
}
export const changesOf = ({ id }: Pick<Definition, 'id'>): readonly Change[] => CHANGES[id] ?? []
export const versionOf = (of: Pick<Definition, 'id'>): number => 1 + changesOf(of).length

const LAIT = 'Local Authority Interactive Tool, methodology (Department for Education)'
const METHODOLOGY = 'Children looked after in England, methodology (Department for Education)'
const DASHBOARD = 'Children’s social care dashboard, supporting information of October 2024 (Department for Education)'
const UNVERIFIED = 'From knowledge of how councils count it; not confirmed in a published source'
const LOCAL = 'Local: the formula is this record’s own'
const ROTHERHAM = 'A published council scorecard for the concept; the formula is this record’s own'

const SOURCES: Readonly<Record<string, string>> = {
  ...{ cla_count: METHODOLOGY, cla_started: METHODOLOGY, cla_ceased: METHODOLOGY, oc2_cohort: METHODOLOGY },
  ...{ dev_assessment_pct: METHODOLOGY, distance_over20_pct: DASHBOARD, in_la_pct: DASHBOARD },
  ...{ missing_incidents_per_child: DASHBOARD, rhi_offered_pct: UNVERIFIED, visits_in_time_pct: UNVERIFIED },
  rhi_completed_72h_pct:
    'The 72 hours: statutory guidance on children who run away or go missing (2014). The denominator from knowledge, not confirmed',
  ...{ reviews_in_time_pct: UNVERIFIED, review_participation_pct: UNVERIFIED, pep_termly_pct: UNVERIFIED },
  ...{ care_plan_current_pct: ROTHERHAM, iro_midway_pct: ROTHERHAM, iro_visit_6m_pct: ROTHERHAM },
  permanence_plan_by_second_review_pct: LOCAL,
  iha_20wd_pct:
    'Promoting the health and well-being of looked-after children (2015) for the time; the denominator from knowledge, not confirmed',
  ...Object.fromEntries(oversightIndicators.map(({ id }) => [id, LOCAL])),
  supervision_in_time_pct: 'Local: four weeks as in the policies of councils; the formula is this record’s own',
  adoption_entry_to_placement_days: 'Adoption scorecard A1, from knowledge; not confirmed',
}
const partsOfReasons = /^ceased_reason_pct /
/** Where the definition was read, or that it was read nowhere. */
export const sourceOf = ({ id }: Pick<Definition, 'id'>): string =>
  SOURCES[id.replace(/ \d+-\d+$/, '')] ?? (partsOfReasons.test(id) ? METHODOLOGY : LAIT)

const NO_POSTS =
  'Posts, vacancies, agency contracts and sick days are kept by the council’s staff system; no table here holds them.'

/** Of the published list, what the record cannot give, and why. */
export const notGiven: readonly { readonly id: string; readonly name: string; readonly because: string }[] = [
  {
    id: 'cla_rate_10k',
    name: 'Children looked after per 10,000',
    because:
      'How many children under 18 live in the area is a yearly estimate of the Office for National Statistics; no table here holds it.',
  },
  { id: 'sw_agency_pct', name: 'Agency workers', because: NO_POSTS },
  { id: 'sw_vacancy_pct', name: 'Vacant posts', because: NO_POSTS },
  { id: 'sw_absence_pct', name: 'Days lost to sickness', because: NO_POSTS },
]
