// Rules ED-01 to ED-03: the personal education plan begun, ready for the first review, and reviewed each term.
import { type DayNumber, day, dayOf, type IsoDay, numberOf, workingDaysAfter, workingDaysSpan } from '#calendar'
import { carePlanning2010, countedRule, type Due, due, dueOn, guidance, rule, unknown } from '#law'
import type { Term } from './pep.ts'

const designatedTeacher = (paragraph: string) =>
  guidance(
    'The designated teacher for looked-after and previously looked-after children (statutory guidance)',
    paragraph,
  )
const promotingEducation = guidance('Promoting the education of looked-after children (DfE 2018)', '')
const COMMON = {
  level: 'statutory-guidance',
  inForce: { from: day('2011-04-01') },
  responsible: "The child's social worker, the designated teacher and the virtual school",
  interpretations: [
    {
      name: 'fromAge',
      asks: 'From which age is a personal education plan made?',
      taken: '3',
      readings: { '3': 'From the third birthday.', '0': 'For every child.' },
    },
  ],
} as const
const satisfiedBy = {
  fact: 'pep',
  table: 'kith.education_plan',
  words: 'A personal education plan of that day.',
} as const

export const pepBegun = countedRule({
  ...COMMON,
  id: 'ED-01',
  name: 'Personal education plan begun',
  says: 'A personal education plan is begun before the child is placed or, in an emergency, within 10 working days of the start of the first placement. Holidays do not stop the clock.',
  verification: 'primary',
  cites: [designatedTeacher('paragraph 18'), promotingEducation, carePlanning2010('5(1)(b)(ii)')],
  satisfiedBy,
  trigger: 'the start of the first placement',
  interval: { n: 10, unit: 'workingDays' },
  vectors: [
    ['2026-07-24', '2026-08-07', 'school holidays do not stop the clock'],
    ['2026-12-18', '2027-01-06', 'Christmas'],
    ['2021-06-01', '2021-06-15', 'June 2021'],
    ['2023-12-18', '2024-01-04', 'over Christmas 2023'],
    ['2024-03-25', '2024-04-10', 'over Easter 2024'],
    ['2024-04-26', '2024-05-13', 'early May bank holiday'],
    ['2025-08-01', '2025-08-15', 'summer 2025'],
    ['2026-03-30', '2026-04-15', 'over Easter 2026'],
  ],
})

export interface EffectivePepGiven {
  readonly becameLookedAfter: IsoDay | undefined
  readonly firstReview: IsoDay | undefined
}

/** For the first review, so within 20 working days. undefined: bank holidays not known. */
export function effectivePepDue(since: DayNumber, firstReview: DayNumber | undefined): DayNumber | undefined {
  const twenty = workingDaysAfter(since, 20)
  return twenty === undefined || firstReview === undefined ? twenty : Math.min(twenty, firstReview)
}

const forReview = (since: string, firstReview?: string): EffectivePepGiven => ({
  becameLookedAfter: day(since),
  firstReview: firstReview === undefined ? undefined : day(firstReview),
})

export const pepForReview = rule<EffectivePepGiven, Due>({
  ...COMMON,
  id: 'ED-02',
  name: 'Effective personal education plan',
  says: 'An effective personal education plan is ready for the first review, so within 20 working days of becoming looked after.',
  verification: 'primary',
  cites: [designatedTeacher('paragraph 18'), promotingEducation],
  satisfiedBy: {
    ...satisfiedBy,
    words: 'A plan with targets, attainment and support, signed off by the virtual school.',
  },
  trigger: 'the day this period of care began',
  decidedOn: ({ becameLookedAfter }) => becameLookedAfter,
  apply: ({ becameLookedAfter, firstReview }) =>
    becameLookedAfter === undefined
      ? unknown('the day this period of care began')
      : dueOn(
          effectivePepDue(numberOf(becameLookedAfter), firstReview === undefined ? undefined : numberOf(firstReview)),
        ),
  examples: [
    { name: 'summer holidays: still due in August', given: forReview('2026-07-24'), expect: due('2026-08-21') },
    { name: 'ordinary', given: forReview('2026-09-07'), expect: due('2026-10-05') },
    {
      name: 'the first review was held earlier: owed by then',
      vector: 'ED-02#3',
      given: forReview('2026-07-24', '2026-08-12'),
      expect: due('2026-08-12'),
    },
  ],
})

export interface TermlyGiven {
  /** undefined: the term dates of the child's school are not known. */
  readonly term: { readonly start: IsoDay; readonly end: IsoDay } | undefined
  /** Of a school that has six terms in a year: they are joined before the rule is applied. */
  readonly sixTerms?: readonly { readonly start: IsoDay; readonly end: IsoDay }[]
  readonly on: IsoDay
  readonly becameLookedAfter: IsoDay | undefined
}

const ENTRANT_WORKING_DAYS = 20

/** Came into care in the last 20 working days of the term. undefined: bank holidays not known. */
export function isLateEntrant(began: DayNumber, termEnd: DayNumber): boolean | undefined {
  const left = workingDaysSpan(began, termEnd)
  return left === undefined ? undefined : left < ENTRANT_WORKING_DAYS
}

/** Six half-terms make three terms: each pair from the first day of one to the last of the next. */
export function joinHalfTerms(halves: readonly Term[]): Term[] {
  const ordered = [...halves].sort((a, b) => a.first - b.first)
  return ordered.flatMap((half, index) => {
    const next = ordered[index + 1]
    if (index % 2 === 1) return []
    return [{ name: half.name, first: half.first, last: next?.last ?? half.last }]
  })
}

function joinedOn(halves: readonly { readonly start: IsoDay; readonly end: IsoDay }[], on: IsoDay) {
  const terms = joinHalfTerms(
    halves.map(({ start, end }) => ({ name: '', first: numberOf(start), last: numberOf(end) })),
  )
  const found = terms.find(({ first, last }) => first <= numberOf(on) && numberOf(on) <= last)
  return found && { start: dayOf(found.first), end: dayOf(found.last) }
}

const autumn = { start: day('2026-09-02'), end: day('2026-12-18') }

export const pepEachTerm = rule<TermlyGiven, Due | { readonly kind: 'initialStands' }>({
  ...COMMON,
  id: 'ED-03',
  name: 'Personal education plan reviewed each term',
  says: "The personal education plan is reviewed in every term of the child's own school. For a child who came into care in the last 20 working days of a term, the initial plan stands for that term.",
  verification: 'secondary',
  cites: [promotingEducation],
  satisfiedBy: { ...satisfiedBy, words: 'A plan made or reviewed in the term.' },
  trigger: 'the term',
  decidedOn: ({ on }) => on,
  apply: ({ term: given, sixTerms, on, becameLookedAfter }) => {
    const term = sixTerms === undefined ? given : joinedOn(sixTerms, on)
    if (term === undefined) return unknown("the term dates of the child's school")
    const late =
      becameLookedAfter === undefined ? false : isLateEntrant(numberOf(becameLookedAfter), numberOf(term.end))
    if (late === undefined) return dueOn(undefined)
    const began = becameLookedAfter !== undefined && becameLookedAfter > term.start
    return late && began ? { kind: 'initialStands' } : due(dayOf(numberOf(term.end)))
  },
  examples: [
    {
      name: 'by the last school day of the term',
      vector: 'ED-03#1',
      given: { term: autumn, on: day('2026-09-02'), becameLookedAfter: day('2026-03-01') },
      expect: due('2026-12-18'),
    },
    {
      name: 'came into care in the last 20 working days of the term',
      vector: 'ED-03#2',
      given: { term: autumn, on: day('2026-12-07'), becameLookedAfter: day('2026-12-07') },
      expect: { kind: 'initialStands' },
    },
    {
      name: 'six terms in a year: two of them are one',
      vector: 'ED-03#3',
      given: {
        term: undefined,
        sixTerms: [
          { start: day('2026-09-02'), end: day('2026-10-23') },
          { start: day('2026-11-02'), end: day('2026-12-18') },
        ],
        on: day('2026-09-30'),
        becameLookedAfter: day('2026-03-01'),
      },
      expect: due('2026-12-18'),
    },
    {
      name: 'term dates not known',
      given: { term: undefined, on: day('2026-09-02'), becameLookedAfter: undefined },
      expect: { kind: 'unknown', missing: "the term dates of the child's school" },
    },
  ],
})
