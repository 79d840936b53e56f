// A council of twenty children and four workers, made by hand: each stands just inside or just outside some clause of some figure.
import { day, numberOf } from '#calendar'
import {
  COUNTED_BASES,
  dutyCode,
  MISSING,
  PARTICIPATIONS,
  SECOND_REVIEW,
  STANDINGS,
  YEAR_QUESTIONS,
} from './child-year.ts'
import type { Covered, RecordedChild, RecordedRows, RecordedWorker } from './recorded-child.ts'

/** The year is that to 31 March 2026. */
export const LAST = day('2026-03-31')
const d = (text: string) => numberOf(day(text))
const basis = (id: string) => COUNTED_BASES.indexOf(id)
const pn = (code: string) => PARTICIPATIONS.indexOf(code)
const at = (text: string) => Date.parse(text)

type Rows = Partial<RecordedRows>
type Placement = RecordedRows['placements'][number]
type Duty = RecordedRows['duties'][number]

/** Kinds of events that the council's own record holds of all these children from 2020 on, but for child T. */
export const HOLDS = [
  'missing',
  'return-interview',
  'health-assessment',
  'care-plan',
  'reviewer-talk',
  'suspension',
  'school-place',
]
const EVERYTHING: readonly Covered[] = HOLDS.map((event) => [event, d('2020-01-01'), null])
const NOTHING: readonly Covered[] = []

const born = (text: string): RecordedRows['births'] => [[0, d(text)]]
const inCare = (began: string, ended: string | null = null, reason: string | null = null): RecordedRows['periods'] => [
  [d(began), null, ended === null ? null : d(ended), reason],
]
const home = (
  since: string,
  until: string | null,
  more: { kind?: string; miles?: number | null; inside?: boolean | null; at?: string; same?: boolean } = {},
): Placement => {
  const { kind = 'U6', miles = 5, inside = true, same = false, at: where = since } = more
  return [d(since), true, until === null ? null : d(until), kind, same, where, miles, inside]
}
const met = (id: string, due: string, done: string): Duty => [
  d(due),
  dutyCode(basis(id), STANDINGS.indexOf(done <= due ? 'doneOnTime' : 'doneLate'), null),
  id === SECOND_REVIEW ? d(done) : null,
]
const open = (id: string, due: string, covered: string | null): Duty => [
  d(due),
  dutyCode(basis(id), STANDINGS.indexOf('open'), null),
  covered === null ? null : d(covered),
]
const unknown = (id: string, missing: string): Duty => [
  null,
  dutyCode(basis(id), STANDINGS.indexOf('unknown'), MISSING.indexOf(missing)),
  null,
]
const worker = (name: string, since: string, until: string | null = null) =>
  [d(since), until === null ? null : d(until), name] as const
/** `supervised`: since when supervision of that worker is recorded. */
const workerOf = (name: string, since: string, supervised: string) => [d(since), null, name, d(supervised)] as const
type Grades = { first?: string; moderated?: string; second?: string; again?: string; themes?: string; shown?: string }
const audit = (
  line: string,
  [due, handedIn]: readonly [string, string],
  of: Grades,
): RecordedRows['audits'][number] => [
  ...([d(due), line, d(handedIn), of.first ?? null] as const),
  ...([of.moderated === undefined ? null : d(of.moderated), of.second ?? null, of.again ?? null] as const),
  ...([of.themes ?? '-------', of.shown === undefined ? null : d(of.shown)] as const),
]
/** What was answered for the year to 31 March 2026. */
const answers = (said: Readonly<Record<string, string>>): RecordedRows['yearAnswers'] => [
  [d('2026-03-31'), ...YEAR_QUESTIONS.map((question) => said[question] ?? null)],
]
const WELL = {
  'health-assessed': '1',
  'teeth-checked': '1',
  'immunisations-up-to-date': '1',
  'substance-misuse-found': '0',
}

const one = (id: string, rows: Rows, coverage = EVERYTHING): RecordedChild => ({ id, rows, coverage })

/** In care for years, in one home, everything done on time. */
const SETTLED: Rows = {
  births: born('2016-03-31'),
  periods: inCare('2022-01-10'),
  placements: [home('2022-01-10', null)],
  allocations: [worker('W1', '2022-01-10')],
}

const children: readonly RecordedChild[] = [
  // A is as well off as can be: above the line of everything that is good.
  one('A', {
    ...SETTLED,
    reviews: [
      [d('2025-06-02'), pn('PN1')],
      [d('2025-12-01'), pn('PN6')],
    ],
    duties: [
      met('CP-18/six-weeks', '2025-07-01', '2025-07-01'),
      met('CP-18/six-weeks', '2026-03-31', '2026-03-20'),
      met('CP-08', '2025-12-02', '2025-12-01'),
      met('ED-03', '2025-12-19', '2025-11-11'),
      // The day after the year, and the day before it: neither counts.
      open('CP-18/six-weeks', '2026-04-01', '2026-04-30'),
      met('CP-18/six-weeks', '2025-03-31', '2025-04-20'),
    ],
    carePlans: [[d('2025-12-15')]],
    midpoints: [[d('2025-11-30'), 'no contact']],
    officerVisits: [[d('2025-09-29')]],
    yearAnswers: answers({ ...WELL, 'strengths-and-difficulties-score': '17' }),
    convictions: [[d('2026-03-31'), false]],
    schools: [[d('2020-09-01'), null, 'S1']],
    attendance: [[d('2025-09-01'), d('2026-03-27'), 200, 181]],
    fullDiscussions: [[d('2026-03-03')]],
    audits: [audit('a1', ['2025-04-01', '2025-04-01'], { first: 'good', moderated: '2025-04-01', second: 'good' })],
    auditActions: [
      [d('2025-04-01'), d('2025-04-01')],
      [d('2026-03-31'), null],
    ],
  }),
  // B missed what A kept, each by a day or a hair.
  one('B', {
    births: born('2012-05-05'),
    periods: inCare('2022-01-10'),
    placements: [home('2022-01-10', '2024-04-01'), home('2024-04-01', null, { miles: 20.1, inside: false })],
    allocations: [
      worker('W1', '2022-01-10', '2025-06-01'),
      worker('W2', '2025-06-01', '2025-09-01'),
      worker('W3', '2025-09-01'),
    ],
    reviews: [
      [d('2025-06-02'), pn('PN4')],
      [d('2025-12-03'), pn('PN7')],
    ],
    duties: [
      met('CP-18/six-weeks', '2025-07-01', '2025-07-02'),
      met('CP-08', '2025-12-02', '2025-12-03'),
      open('ED-03', '2025-12-19', '2026-03-31'),
    ],
    carePlans: [[d('2025-12-02')]],
    midpoints: [[d('2025-06-02'), 'seen']],
    officerVisits: [[d('2025-09-28')]],
    yearAnswers: answers({
      'health-assessed': '0',
      'teeth-checked': '0',
      'immunisations-up-to-date': '0',
      'substance-misuse-found': '1',
      'strengths-and-difficulties-score': '16',
    }),
    convictions: [[d('2026-03-31'), true]],
    schools: [
      [d('2020-09-01'), d('2025-10-01'), 'S1'],
      [d('2025-10-01'), null, 'S2'],
    ],
    attendance: [[d('2025-09-01'), d('2026-03-27'), 200, 180]],
    // A day longer ago than four weeks; handed in, and checked, a day too late.
    fullDiscussions: [[d('2026-03-02')]],
    audits: [audit('b1', ['2026-03-31', '2026-04-01'], {})],
    auditActions: [[d('2026-03-31'), d('2026-04-01')]],
    suspensions: [[d('2025-11-03')]],
    missing: [
      [d('2025-05-01'), 'missing', d('2025-05-02'), at('2025-05-02T10:00Z'), 'm1'],
      [d('2025-06-01'), 'missing', d('2025-06-02'), at('2025-06-02T10:00Z'), 'm2'],
      [d('2025-07-01'), 'away without authorisation', d('2025-07-01'), null, 'm3'],
    ],
    interviews: [
      [d('2025-05-05'), 'm1', d('2025-05-02'), at('2025-05-05T10:00Z'), 'held'],
      [d('2025-06-05'), 'm2', d('2025-06-02'), at('2025-06-05T10:01Z'), 'held'],
    ],
  }),
  // C left on the last day of the year, home as planned: in no count of the end of it; and went missing on that day.
  one('C', {
    births: born('2010-01-01'),
    periods: inCare('2021-01-01', '2026-03-31', 'E4A'),
    placements: [home('2021-01-01', '2026-03-31')],
    allocations: [worker('W1', '2021-01-01', '2026-03-31')],
    missing: [
      [d('2025-03-31'), 'missing', d('2025-04-01'), null, 'm4'],
      [d('2026-03-31'), 'missing', null, null, 'm8'],
    ],
    // Audited a day before the year, and again: what was worst is better by one, and the second reader saw less.
    audits: [
      audit('c1', ['2025-03-31', '2025-03-31'], {
        ...{ first: 'inadequate', moderated: '2025-03-31', second: 'inadequate', themes: '1302---' },
      }),
      audit('c2', ['2025-04-28', '2025-04-28'], {
        ...{ first: 'good', moderated: '2026-03-31', second: 'requires improvement', again: 'c1', themes: '1012---' },
      }),
    ],
    auditActions: [[d('2025-03-31'), null]],
  }),
  // D came in on the first day of the year, with the first assessment on the twentieth working day, at 20 miles; six on the last day.
  one('D', {
    births: born('2020-03-31'),
    periods: inCare('2025-04-01'),
    placements: [
      home('2025-04-01', '2025-05-01'),
      home('2025-05-01', '2025-06-01'),
      home('2025-06-01', null, { miles: 20, inside: false }),
    ],
    allocations: [
      worker('W1', '2025-04-01', '2025-08-01'),
      worker('W2', '2025-08-01', '2025-10-01'),
      worker('W1', '2025-10-01'),
    ],
    health: [[d('2025-05-01'), 'initial']],
    duties: [met('CP-07', '2025-07-28', '2025-07-20'), open('CP-18/six-weeks', '2025-09-01', '2025-08-31')],
    permanence: [[d('2025-07-20')]],
    // Answered as of a child under four, who is five.
    reviews: [[d('2026-03-17'), pn('PN0')]],
    carePlans: [[d('2025-04-10')]],
    // Six weeks were decided for D, and are over on the last day. To be looked at again on that day, and nobody did.
    discussionIntervals: [[d('2025-06-01'), 6]],
    fullDiscussions: [[d('2026-02-17')]],
    audits: [
      audit('d1', ['2025-12-01', '2025-12-02'], {
        ...{ first: 'requires improvement', moderated: '2026-01-06', second: 'requires improvement' },
      }),
    ],
    auditActions: [[d('2026-04-01'), null]],
    schools: [
      [d('2022-09-01'), d('2025-09-30'), 'S1'],
      [d('2025-09-30'), null, 'S2'],
    ],
    yearAnswers: answers({ 'strengths-and-difficulties-none-because': 'SDQ5' }),
  }),
  // E came in a day later, with the assessment a working day too late, the plan a day after the second review. 16 when the school year began.
  one('E', {
    births: born('2009-08-31'),
    periods: inCare('2025-04-02'),
    placements: [home('2025-04-02', null, { miles: null, inside: null })],
    // Supervision of W2 is recorded since four weeks before the last day: nobody can say yet. To be looked at again a day after it.
    allocations: [workerOf('W2', '2025-04-02', '2026-03-03')],
    audits: [
      audit('e1', ['2026-04-01', '2026-01-05'], {
        ...{ first: 'requires improvement', moderated: '2026-01-07', second: 'requires improvement' },
      }),
    ],
    health: [[d('2025-05-06'), 'initial']],
    duties: [met('CP-07', '2025-07-29', '2025-07-29'), met('ED-03', '2025-12-19', '2025-11-11')],
    permanence: [[d('2025-07-30')]],
    reviews: [[d('2026-03-16'), null]],
    carePlans: [[d('2025-04-10')]],
  }),
  // F: two years in one home and two and a half in care, to the day; under 16 by a day.
  one('F', {
    births: born('2010-04-01'),
    periods: inCare('2023-09-30'),
    placements: [home('2023-09-30', '2024-03-31'), home('2024-03-31', null)],
    // A day longer than four weeks: nobody thought about F. Closed with a difference on the last day.
    allocations: [workerOf('W2', '2023-09-30', '2026-03-02')],
    audits: [
      audit('f1', ['2025-11-01', '2025-11-01'], {
        ...{ first: 'inadequate', moderated: '2025-12-01', second: 'inadequate', shown: '2026-03-31' },
      }),
    ],
  }),
  // G: a day short of two years in this home; five for one more day.
  one('G', {
    births: born('2020-04-01'),
    periods: inCare('2023-09-30'),
    placements: [home('2023-09-30', '2024-04-01'), home('2024-04-01', null)],
    allocations: [worker('W2', '2023-09-30')],
    yearAnswers: answers({ 'health-surveillance-up-to-date': '0' }),
    // Closed a day too late; looked at again, and one of two that were worst is not better.
    audits: [
      audit('g1', ['2025-11-01', '2025-11-01'], {
        ...{
          first: 'inadequate',
          moderated: '2025-12-01',
          second: 'inadequate',
          themes: '00-----',
          shown: '2026-04-01',
        },
      }),
      audit('g2', ['2026-04-02', '2026-03-30'], { first: 'good', again: 'g1', themes: '30-----' }),
    ],
  }),
  // H: in care a day too short for the question of two years; four, with one assessment where two are needed.
  one('H', {
    births: born('2021-04-01'),
    periods: inCare('2023-10-01'),
    placements: [home('2023-10-01', null)],
    allocations: [worker('W2', '2023-10-01')],
    health: [[d('2025-05-01'), 'review']],
    // On no scale: it was done, and no grade counts.
    audits: [audit('h1', ['2025-10-01', '2025-10-01'], {})],
  }),
  // I: placed for adoption from the home of before, together two years; adopters are others. Four at the second review and not at the first; four when the school year began.
  one('I', {
    births: born('2021-06-01'),
    periods: inCare('2023-01-01'),
    placements: [home('2023-01-01', '2025-12-01'), home('2025-12-01', null, { kind: 'A5', miles: null, inside: null })],
    allocations: [worker('W2', '2023-01-01')],
    yearAnswers: answers({ 'health-surveillance-up-to-date': '1' }),
    reviews: [
      [d('2025-05-31'), pn('PN1')],
      [d('2025-06-01'), pn('PN1')],
    ],
    duties: [open('ED-03', '2025-12-19', '2026-03-31')],
    health: [
      [d('2025-05-01'), 'review'],
      [d('2025-11-01'), 'review'],
    ],
  }),
  // J was adopted, E11; moved in 300 days after coming into care.
  one('J', {
    births: born('2022-01-01'),
    periods: inCare('2023-01-01', '2025-06-01', 'E11'),
    placements: [home('2023-01-01', '2023-10-28'), home('2023-10-28', '2025-06-01', { kind: 'A4' })],
  }),
  // K: special guardianship on the first day of the year.
  one('K', { births: born('2015-01-01'), periods: inCare('2023-01-01', '2025-04-01', 'E47') }),
  // L left the day before the year: in nothing.
  one('L', { births: born('2015-01-01'), periods: inCare('2023-01-01', '2025-03-31', 'E4B') }),
  // M: short breaks only, in no figure.
  one('M', {
    births: born('2014-01-01'),
    periods: inCare('2024-01-01'),
    bases: [['short breaks agreement', d('2024-01-01'), null]],
    placements: [home('2024-01-01', null, { miles: 40 })],
  }),
  // N: unaccompanied, nobody knows when care began; changed school before it did.
  one('N', {
    births: born('2010-06-01'),
    periods: [[null, d('2025-06-01'), null, null]],
    placements: [[d('2025-06-01'), false, null, 'K2', false, 'n', null, false]],
    unaccompanied: [[null]],
    schools: [
      [d('2020-09-01'), d('2025-05-20'), 'S1'],
      [d('2025-05-20'), null, 'S2'],
    ],
    allocations: [worker('W3', '2025-06-01')],
  }),
  // O was unaccompanied until the last day: no longer then. 16 on the last day. Away for a week between two stays in one home.
  one('O', {
    births: born('2010-03-31'),
    periods: inCare('2022-10-01'),
    placements: [
      home('2022-10-01', '2025-05-01', { at: 'same' }),
      home('2025-05-01', '2025-05-08', { kind: 'T1' }),
      home('2025-05-08', '2025-09-01', { at: 'same' }),
      home('2025-09-01', null, { miles: 30 }),
    ],
    unaccompanied: [[d('2026-03-31')]],
    allocations: [worker('W3', '2022-10-01')],
  }),
  // P became 18 in foster care and stays put; 19 now, in training.
  one('P', {
    births: born('2006-09-01'),
    periods: inCare('2018-01-01', '2024-09-01', 'E17'),
    placements: [home('2018-01-01', '2024-09-01', { kind: 'U4' })],
    leaver: [[d('2026-03-31'), 'YES', 'P5', 'Z1']],
  }),
  // Q became 18 in foster care and lives elsewhere, unsuitably; 20, not in training, not in touch.
  one('Q', {
    births: born('2005-09-01'),
    periods: inCare('2018-01-01', '2023-09-01', 'E5'),
    placements: [home('2018-01-01', '2023-09-01', { kind: 'U1' })],
    leaver: [[d('2026-03-31'), 'NO', 'G5', 'X2']],
  }),
  // R is 18, from a children's home; of what they do nothing is said.
  one('R', {
    births: born('2007-09-01'),
    periods: inCare('2018-01-01', '2025-09-01', 'E8'),
    placements: [home('2018-01-01', '2025-09-01', { kind: 'K2' })],
    leaver: [[d('2026-03-31'), 'YES', null, 'U1']],
  }),
  // S came twice in the year and left again, the second time before the twentieth working day: each counted once; the talk after going missing was declined, the hour of the other not known.
  one('S', {
    births: born('2012-01-01'),
    periods: [
      ...(inCare('2025-05-01', '2025-06-01', 'E4B') ?? []),
      ...(inCare('2025-07-01', '2025-07-28', 'E4A') ?? []),
    ],
    placements: [home('2025-05-01', '2025-06-01'), home('2025-07-01', '2025-07-28')],
    missing: [
      [d('2025-05-05'), 'missing', d('2025-05-06'), null, 'm5'],
      // At home, the day after the first time in care.
      [d('2025-06-02'), 'missing', d('2025-06-02'), null, 'm9'],
      [d('2025-07-05'), 'missing', d('2025-07-06'), null, 'm6'],
      [d('2025-07-15'), 'missing', d('2025-07-16'), null, 'm7'],
    ],
    interviews: [
      [d('2025-05-07'), 'm5', d('2025-05-06'), null, 'declined'],
      [d('2025-07-09'), 'm6', d('2025-07-06'), null, 'held'],
    ],
  }),
  // T: in care, and no source says that it holds anything more.
  one(
    'T',
    {
      periods: inCare('2022-01-10'),
      placements: [home('2022-01-10', null)],
      reviews: [[d('2025-06-02'), null]],
      duties: [
        unknown('CP-18/six-weeks', 'lastVisit'),
        open('CP-08', '2025-12-02', null),
        unknown('CP-07', 'periodBegan'),
      ],
    },
    NOTHING,
  ),
]

/** W1 has two children and half a post; W2 and W3 a whole one; W4 left on the first day of the year; of W5 nobody said how much. */
const workers: readonly RecordedWorker[] = [
  {
    id: 'W1',
    memberships: [[d('2020-01-01'), null, 0.5]],
    children: [
      [d('2022-01-10'), null, 'A'],
      [d('2025-10-01'), null, 'D'],
      [d('2021-01-01'), d('2026-03-31'), 'C'],
    ],
  },
  {
    id: 'W2',
    memberships: [
      [d('2020-01-01'), d('2025-10-01'), 1],
      [d('2025-10-01'), null, 1],
    ],
    children: [[d('2025-04-02'), null, 'E']],
  },
  { id: 'W3', memberships: [[d('2020-01-01'), null, 1]], children: [] },
  { id: 'W4', memberships: [[d('2020-01-01'), d('2025-04-02'), 0.8]], children: [] },
  { id: 'W5', memberships: [[d('2020-01-01'), null, null]], children: [[d('2025-04-02'), null, 'F']] },
  { id: 'W6', memberships: [[d('2020-01-01'), d('2025-04-01'), 1]], children: [] },
]

export const councilOfTwenty = { children, workers }
