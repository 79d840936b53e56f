// Rules HE-05 and HE-06: the questionnaire of strengths and difficulties, and the dentist, once in each year to 31 March.
import { ageOnNumber, type DayNumber, day, dayOf, type IsoDay, numberOf, yearsAfter } from '#calendar'
import { enacted, guidance, rule, unknown } from '#law'
import {
  type Basis,
  basis,
  type Closing,
  type Duty,
  londonDayNumber,
  type Recorded,
  raisedBy,
  type Span,
  settle,
} from '#ledger'

const outcomes = enacted('Children looked after statistics and SSDA903 guide (DfE)', 'OC2')
const ANSWER = { fact: 'answer of a year', table: 'kith.year_answer' } as const
const COMMON = {
  level: 'data-definition',
  verification: 'secondary',
  inForce: { from: day('2011-04-01') },
  responsible: 'The council, with health and the carer',
} as const
const [YOUNGEST, OLDEST, CHILDHOOD] = [4, 16, 18]

export interface CohortGiven {
  readonly born: IsoDay | undefined
  readonly asOf: IsoDay
}
const inCohort = (born: DayNumber, asOf: DayNumber): boolean => {
  const age = ageOnNumber(born, asOf)
  return age >= YOUNGEST && age <= OLDEST
}

export const questionnaire = rule<CohortGiven, { readonly kind: 'owed' | 'notInCohort' }>({
  ...COMMON,
  id: 'HE-05',
  name: 'Strengths and difficulties questionnaire',
  says: 'For every child aged 4 to 16 on 31 March who has been looked after for the twelve months before, the main carer fills in the questionnaire in that year; or the reason why not is recorded.',
  cites: [outcomes, guidance('Promoting the health and well-being of looked-after children (2015)', 'annex B')],
  satisfiedBy: { ...ANSWER, words: 'A score, or the reason why there is none, among the answers of that year.' },
  trigger: 'the first day of the year to 31 March',
  interpretations: [
    {
      name: 'questionnaireYearly',
      asks: 'Does the clock count the questionnaire of each year? It is a question of the return, not law.',
      taken: 'yes',
      readings: { yes: 'Yes: it is owed by 31 March.', off: 'No.' },
    },
  ],
  decidedOn: ({ asOf }) => asOf,
  apply: ({ born, asOf }) =>
    born === undefined
      ? unknown('the birth date')
      : { kind: inCohort(numberOf(born), numberOf(asOf)) ? 'owed' : 'notInCohort' },
  examples: [
    {
      name: '16 on 31 March, 17 the next day',
      vector: 'HE-05#1',
      given: { born: day('2009-04-01'), asOf: day('2026-03-31') },
      expect: { kind: 'owed' },
    },
    {
      name: '17 that day',
      vector: 'HE-05#2',
      given: { born: day('2009-03-31'), asOf: day('2026-03-31') },
      expect: { kind: 'notInCohort' },
    },
    {
      name: 'three years old',
      vector: 'HE-05#3',
      given: { born: day('2022-04-01'), asOf: day('2026-03-31') },
      expect: { kind: 'notInCohort' },
    },
  ],
})

export type DentalGiven =
  | { readonly asks: 'next'; readonly checked: IsoDay }
  | { readonly asks: 'inYear'; readonly checked: IsoDay; readonly yearEnd: IsoDay }
const yearBegins = (yearEnd: DayNumber): DayNumber => yearsAfter(yearEnd, -1) + 1

export const teethChecked = rule<
  DentalGiven,
  { readonly kind: 'due'; readonly day: IsoDay } | { readonly kind: 'yes' | 'no' }
>({
  ...COMMON,
  id: 'HE-06',
  name: 'Dentist, immunisations, development checks',
  says: 'A dentist checks the teeth at least once a year; immunisations are up to date, and under five the development checks. The return asks on 31 March of children looked after for the twelve months before.',
  cites: [outcomes],
  satisfiedBy: { ...ANSWER, words: 'The answer that a dentist checked their teeth in that year.' },
  trigger: 'the first day of the year to 31 March',
  waitsFor:
    'Dated checks by a dentist, immunisations and development checks: only the answer of the year about teeth is counted.',
  interpretations: [
    {
      name: 'dentistYearly',
      asks: 'Does the clock count the dentist’s check of each year? It is a question of the return, not law.',
      taken: 'yes',
      readings: { yes: 'Yes: it is owed by 31 March.', off: 'No.' },
    },
  ],
  decidedOn: ({ checked }) => checked,
  apply: (given) => {
    const checked = numberOf(given.checked)
    if (given.asks === 'next') return { kind: 'due', day: dayOf(yearsAfter(checked, 1)) }
    const end = numberOf(given.yearEnd)
    return { kind: checked >= yearBegins(end) && checked <= end ? 'yes' : 'no' }
  },
  examples: [
    {
      name: 'a year from the check',
      given: { asks: 'next', checked: day('2026-03-15') },
      expect: { kind: 'due', day: day('2027-03-15') },
    },
    {
      name: 'the last day of the year before: not in the year',
      vector: 'HE-06#2',
      given: { asks: 'inYear', checked: day('2025-03-31'), yearEnd: day('2026-03-31') },
      expect: { kind: 'no' },
    },
    {
      name: 'the first day of the year',
      vector: 'HE-06#3',
      given: { asks: 'inYear', checked: day('2025-04-01'), yearEnd: day('2026-03-31') },
      expect: { kind: 'yes' },
    },
  ],
})

const yearly = {
  count: { unit: 'byEnd', n: 0 },
  since: 'the year that began on',
  cites: outcomes,
  kind: 'healthYear',
} as const
const QUESTIONNAIRE = basis({
  ...yearly,
  id: 'HE-05',
  rule: questionnaire,
  name: 'Strengths and difficulties questionnaire',
})
const TEETH = basis({ ...yearly, id: 'HE-06', rule: teethChecked, name: 'Teeth checked by a dentist' })
export const YEAR_HEALTH_BASES: readonly Basis[] = [QUESTIONNAIRE, TEETH]

export interface YearAnswer extends Recorded {
  readonly yearEnd: DayNumber
  readonly question: string
  readonly answer: string
}
export interface YearHealth {
  readonly anchor: Recorded
  readonly began: DayNumber
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
  readonly born: DayNumber | undefined
  readonly answers: readonly YearAnswer[]
  readonly spans: readonly Span[]
  readonly on: DayNumber
  readonly counts: { readonly questionnaire: boolean; readonly teeth: boolean }
}

const SCORE: readonly string[] = ['strengths-and-difficulties-score', 'strengths-and-difficulties-none-because']

function pushYear(out: Duty[], known: YearHealth, { yearEnd, of }: { yearEnd: DayNumber; of: Basis }): void {
  const { anchor, closes, closing, answers, spans } = known
  // A year that is over can no longer be made good; what is answered of it afterwards was done in it.
  const over =
    closes !== undefined && closes <= yearEnd
      ? { closes, closing }
      : ({ closes: yearEnd + 1, closing: 'yearOver' } as const)
  const met = answers.find(({ yearEnd: end, question, answer }) => {
    if (end !== yearEnd) return false
    return of === TEETH ? question === 'teeth-checked' && answer === '1' : SCORE.includes(question)
  })
  const raised = raisedBy(
    of,
    { ...anchor, line: `${anchor.line}/${dayOf(yearEnd)}` },
    { ...over, trigger: yearBegins(yearEnd), due: yearEnd, spans, missing: undefined },
  )
  // Answered within the year it was done by then; answered afterwards, at the latest on its last day.
  const done = met === undefined ? undefined : Math.min(yearEnd, londonDayNumber(met.recorded))
  out.push(settle(raised, met, done))
}

const MONTH_AND_DAY = '-03-31'
const yearEndFrom = (from: DayNumber): DayNumber => {
  const end = numberOf(day(`${dayOf(from).slice(0, 4)}${MONTH_AND_DAY}`))
  return end >= from ? end : yearsAfter(end, 1)
}

/** Each year to 31 March through the whole of which the child has been in care, and the one that runs. */
export function yearHealthDuties(out: Duty[], known: YearHealth): void {
  const { began, closes, born, on, spans, counts } = known
  // Nobody is a child for longer, even where no birth date says when it ends.
  const until = Math.min(closes ?? Number.POSITIVE_INFINITY, yearsAfter(began, CHILDHOOD))
  let yearEnd = yearEndFrom(yearsAfter(began, 1) - 1)
  for (; yearBegins(yearEnd) <= on && yearEnd < until; yearEnd = yearsAfter(yearEnd, 1)) {
    // Where no source holds such answers one line says so: that of the year that runs.
    if (spans.length === 0 && yearEnd < on) continue
    if (counts.questionnaire && born !== undefined && inCohort(born, yearEnd))
      pushYear(out, known, { yearEnd, of: QUESTIONNAIRE })
    if (counts.teeth) pushYear(out, known, { yearEnd, of: TEETH })
  }
}
