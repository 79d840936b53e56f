// Rules TI-01 to TI-09: how the law counts time, each as a rule with the catalogue's vectors as examples.
import {
  addHours,
  addMonths,
  addSchoolDays,
  addWorkingDays,
  attainsAge,
  day,
  type Instant,
  type IsoDay,
  instant,
  type SchoolCalendar,
} from '#calendar'
import { carePlanning2010, enacted, named } from './citation.ts'
import { BANK_HOLIDAYS_MISSING, type Due, due } from './counted-rule.ts'
import { countings } from './counting.ts'
import { phasedRule } from './phased-rule.ts'
import { type Example, type Refusal, type Rule, type RuleText, rule, unknown } from './rule.ts'

export interface CountGiven {
  readonly from: IsoDay
  readonly n: number
}

const ENGINE = {
  inForce: { from: day('1900-01-01') },
  satisfiedBy: { fact: 'none', table: 'none', words: 'A way of counting: it is used by other rules.' },
  trigger: 'the day counted from',
  responsible: 'Everybody who counts',
} as const

type Vectors = readonly [CountVector, ...CountVector[]]
type CountVector = readonly [from: string, n: number, due: string, name: string]

function countingRule(
  text: Omit<RuleText, keyof typeof ENGINE>,
  count: (from: IsoDay, n: number) => IsoDay | undefined,
  vectors: Vectors,
): Rule<CountGiven, Due> {
  const example = ([from, n, until, name]: CountVector): Example<CountGiven, Due> => ({
    name,
    given: { from: day(from), n },
    expect: due(until),
  })
  const [first, ...others] = vectors
  return rule<CountGiven, Due>({
    ...ENGINE,
    ...text,
    decidedOn: ({ from }) => from,
    apply: ({ from, n }) => {
      const found = count(from, n)
      return found === undefined ? unknown(BANK_HOLIDAYS_MISSING) : { kind: 'due', day: found }
    },
    examples: [example(first), ...others.map(example)],
  })
}

const dodds = named('Dodds v Walker [1981] 1 WLR 1027 (HL)')

const workingDays = countingRule(
  {
    id: 'TI-01',
    name: 'Within N working days of',
    says: 'The day itself is not counted. Days that are not a Saturday, Sunday or bank holiday of England and Wales are. It may be done until the end of the last one.',
    level: 'regulation',
    verification: 'secondary',
    cites: [carePlanning2010('2(1)'), named('Lester v Garland, as applied in Dodds v Walker')],
  },
  addWorkingDays,
  [
    ['2026-04-02', 1, '2026-04-07', 'after Maundy Thursday comes the Tuesday after Easter'],
    ['2027-12-24', 1, '2027-12-29', 'Christmas on a weekend'],
    ['2026-02-28', 1, '2026-03-02', 'an event on a Saturday'],
  ],
)

const bankHolidaysAreListed = countingRule(
  {
    id: 'TI-02',
    name: 'Bank holidays are a list',
    says: 'Bank holidays of England and Wales are a list, with proclaimed and moved days; of a year not in the list nothing is known.',
    level: 'statute',
    verification: 'secondary',
    cites: [enacted('Banking and Financial Dealings Act 1971', 'section 1 and schedule 1')],
  },
  addWorkingDays,
  [
    ['2022-09-16', 1, '2022-09-20', 'State Funeral'],
    ['2022-06-01', 1, '2022-06-06', 'Platinum Jubilee'],
    ['2023-05-05', 1, '2023-05-09', 'Coronation'],
  ],
)

const months = countingRule(
  {
    id: 'TI-03',
    name: 'Months',
    says: 'The corresponding date; where there is none, the last day of the month. Weekends and bank holidays do not extend it.',
    level: 'case-law',
    verification: 'primary',
    cites: [dodds, enacted('Interpretation Act 1978', 'schedule 1')],
  },
  addMonths,
  [
    ['1978-09-30', 4, '1979-01-30', 'Dodds v Walker itself'],
    ['2028-01-31', 1, '2028-02-29', 'a leap year'],
    ['2026-08-31', 6, '2027-02-28', 'there is no 31 February'],
    ['2026-02-28', 6, '2026-08-28', '28 August, not the 31st'],
  ],
)

const weeksAndYears = phasedRule({
  ...ENGINE,
  id: 'TI-04',
  name: 'Weeks and years',
  says: 'A week is seven days, the last included; a year is twelve months.',
  level: 'case-law',
  verification: 'secondary',
  cites: [dodds],
  phases: { week: { n: 1, unit: 'weeks' }, year: { n: 12, unit: 'months' } },
  vectors: [
    ['year', '2024-02-29', '2025-02-28', 'a year from leap day'],
    ['week', '2028-02-23', '2028-03-01', 'a week over leap day'],
  ],
})

const beginningWith = countingRule(
  {
    id: 'TI-05',
    name: 'Beginning with',
    says: '“Beginning with” a day counts that day as the first.',
    level: 'case-law',
    verification: 'knowledge',
    cites: [named('Zoan v Rouamba [2000] 1 WLR 1509 (CA)')],
  },
  countings.weeksBeginningWith,
  [['2026-01-05', 26, '2026-07-05', '26 weeks']],
)

const ages = countingRule(
  {
    id: 'TI-07',
    name: 'Ages',
    says: 'An age is attained at the start of the birthday; a birthday on 29 February falls on 1 March in a common year.',
    level: 'statute',
    verification: 'knowledge',
    cites: [enacted('Family Law Reform Act 1969', 'section 9')],
    interpretations: [
      {
        name: 'leapBirthday',
        asks: 'When has a person born on 29 February their birthday in a common year?',
        taken: 'first-of-march',
        readings: { 'first-of-march': '1 March.', 'last-of-february': '28 February.' },
      },
    ],
  },
  (born, years) => attainsAge(born, years),
  [
    ['2008-02-29', 18, '2026-03-01', 'born on leap day'],
    ['2021-02-28', 5, '2026-02-28', 'ordinary'],
  ],
)

export interface HoursGiven {
  readonly from: Instant
  readonly hours: number
}
const threeDays = (from: string, until: string, name: string) => ({
  name,
  given: { from: instant(from), hours: 72 },
  expect: instant(until),
})

const hours = rule<HoursGiven, Instant>({
  ...ENGINE,
  id: 'TI-06',
  name: 'Hours',
  says: 'Hours are elapsed hours: a change of the clocks neither adds nor takes one, and weekends do not pause them.',
  level: 'practice',
  verification: 'knowledge',
  cites: [named('Summer Time Act 1972')],
  decidedOn: () => ENGINE.inForce.from,
  apply: ({ from, hours: n }) => addHours(from, n),
  examples: [
    threeDays('2026-03-28T23:30:00Z', '2026-03-31T23:30:00Z', 'clocks go forward'),
    threeDays('2026-10-24T22:30:00Z', '2026-10-27T22:30:00Z', 'clocks go back'),
  ],
})

export interface SchoolDaysGiven extends CountGiven {
  readonly calendar: SchoolCalendar | undefined
}
const october: SchoolCalendar = {
  school: 'Invented Primary',
  covers: { from: day('2026-09-01'), until: day('2026-12-31') },
  terms: [{ name: 'autumn', first: day('2026-09-02'), last: day('2026-12-18') }],
  halfTerms: [{ name: 'autumn half-term', first: day('2026-10-26'), last: day('2026-10-30') }],
  insetDays: [day('2026-11-02')],
}

const schoolDays = rule<SchoolDaysGiven, Due>({
  ...ENGINE,
  id: 'TI-08',
  name: 'School days',
  says: "Days on which the child's own school has a session, by that school's published dates.",
  level: 'statute',
  verification: 'knowledge',
  cites: [enacted('Education Act 1996', 'section 579(1)')],
  decidedOn: ({ from }) => from,
  apply: ({ calendar, from, n }): Due | Refusal => {
    const found = addSchoolDays(calendar, from, n)
    return found === undefined ? unknown("the term dates of the child's school") : { kind: 'due', day: found }
  },
  examples: [
    {
      name: 'half-term, then an INSET day',
      vector: 'TI-08#1',
      given: { calendar: october, from: day('2026-10-23'), n: 1 },
      expect: due('2026-11-03'),
    },
    {
      name: 'calendar not known',
      vector: 'TI-08#2',
      given: { calendar: undefined, from: day('2026-10-23'), n: 1 },
      expect: { kind: 'unknown', missing: "the term dates of the child's school" },
    },
  ],
})

/** The days on which the law of this field changed. */
const RULE_DATES = {
  'under-16 ban': day('2021-09-09'),
  'registered supported accommodation': day('2023-10-28'),
} as const

export interface VersionGiven {
  readonly duty: keyof typeof RULE_DATES
  readonly placementStart: IsoDay
}

const versions = rule<VersionGiven, 'present' | 'absent'>({
  ...ENGINE,
  id: 'TI-09',
  name: 'The rule of that day',
  says: 'Conduct is judged by the rule in force on the day of the event.',
  level: 'regulation',
  verification: 'primary',
  cites: [named('SI 2021/161'), enacted('SI 2023/416', 'regulation 1(3)')],
  decidedOn: ({ placementStart }) => placementStart,
  apply: ({ duty, placementStart }) => (placementStart >= RULE_DATES[duty] ? 'present' : 'absent'),
  examples: [
    {
      name: 'the day before',
      vector: 'TI-09#1',
      given: { duty: 'under-16 ban', placementStart: day('2021-09-08') },
      expect: 'absent',
    },
    {
      name: 'the day',
      vector: 'TI-09#2',
      given: { duty: 'under-16 ban', placementStart: day('2021-09-09') },
      expect: 'present',
    },
    {
      name: 'the day before registration',
      vector: 'TI-09#3',
      given: { duty: 'registered supported accommodation', placementStart: day('2023-10-27') },
      expect: 'absent',
    },
  ],
})

export const COUNTING_RULES = [
  workingDays,
  bankHolidaysAreListed,
  months,
  weeksAndYears,
  beginningWith,
  hours,
  ages,
  schoolDays,
  versions,
] as const
