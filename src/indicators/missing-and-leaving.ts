// Indicators on going missing, taking part in reviews, ceasing to be looked after, and leaving care.
import { ageOnNumber, attainsAgeNumber } from '#calendar'
import type { ChildYear, LeaverAnswers, Stay } from './child-year.ts'
import { type Definition, lacking } from './definition.ts'
import { ceasedPeriod, entryToPlacement, lookedAfterInYear } from './in-care.ts'

const percent = { unit: 'percent', decimals: 0 } as const
const anyTime = {
  denominator: 'children looked after at any time in the year',
  denominatorKey: 'cla in year',
} as const

/** Silence of a record that nothing says it holds such times is not known; a return always holds them. */
const times =
  (of: (child: ChildYear) => number, lacks: string): Definition['stands'] =>
  (child, year) => {
    if (!lookedAfterInYear(child, year)) return 'outside'
    if (of(child) > 0) return 'above'
    return child.practice?.holds.has('missing') === false ? lacking(lacks, 'below') : 'below'
  }

const WHILE_IN_CARE = 'Of times that began while the child was in care.'

const missing: readonly Definition[] = [
  {
    ...percent,
    ...anyTime,
    id: 'missing_pct',
    name: 'Children who went missing',
    numerator: 'children who went missing at least once in the year',
    polarity: 'low',
    note: WHILE_IN_CARE,
    stands: times(({ timesMissing }) => timesMissing, 'whether they went missing'),
  },
  {
    id: 'missing_incidents_per_child',
    name: 'Times missing for each child who went missing',
    numerator: 'times missing that began in the year',
    denominator: 'children who went missing at least once in the year',
    denominatorKey: 'missing_pct above',
    note: WHILE_IN_CARE,
    unit: 'number',
    decimals: 1,
    polarity: 'low',
    stands: (child, year) => (lookedAfterInYear(child, year) && child.timesMissing > 0 ? 'above' : 'outside'),
    adds: ({ timesMissing }) => timesMissing,
  },
  {
    ...percent,
    ...anyTime,
    id: 'away_pct',
    name: 'Away without authorisation',
    numerator: 'children who were away without authorisation at least once in the year',
    polarity: 'low',
    note: `${WHILE_IN_CARE} Known to be undercounted in returns.`,
    stands: times(({ timesAway }) => timesAway, 'whether they were away without authorisation'),
  },
]

/** Present or not, the child's views were conveyed. */
const tookPart: ReadonlySet<string> = new Set(['PN1', 'PN2', 'PN3', 'PN5', 'PN6'])
const tooYoung = 'PN0'

const notSaid = ''
const asked = ({ reviews }: ChildYear) => reviews.filter((code) => code !== tooYoung && code !== notSaid)
const conveyed = ({ reviews }: ChildYear) => reviews.filter((code) => tookPart.has(code))

/** The one that counts reviews, not children: a child who took part in one of two stands above, and adds one to two. */
const participation: Definition = {
  ...percent,
  id: 'review_participation_pct',
  name: 'Took part in reviews',
  numerator: 'reviews in which the child took part, or had their views conveyed',
  denominator: 'reviews in the year, of children of 4 or over',
  denominatorKey: 'reviews from 4',
  note: 'By the age on the day of the review, as far as the birth date is known; a return tells it by its code alone.',
  polarity: 'high',
  stands: (child) => {
    if (asked(child).length > 0) return conveyed(child).length > 0 ? 'above' : 'below'
    return child.reviews.includes(notSaid) ? lacking('how the child took part in the review', 'outside') : 'outside'
  },
  adds: (child) => conveyed(child).length,
  addsBelow: (child) => asked(child).length,
}

const ceasing =
  (reasons: ReadonlySet<string>): Definition['stands'] =>
  (child, year) => {
    const period = ceasedPeriod(child, year)
    return period === undefined ? 'outside' : reasons.has(period.reasonEnded ?? '') ? 'above' : 'below'
  }

const ofCeasing = {
  ...percent,
  denominator: 'children who ceased to be looked after in the year',
  denominatorKey: 'cla_ceased',
} as const

/** Why being looked after ended, as the return has it. */
const reasons: Readonly<Record<string, string>> = {
  E11: 'adopted, unopposed',
  E12: 'adopted, consent dispensed with',
  E2: 'died',
  E3: 'care taken over by another authority',
  E4A: 'returned home, planned',
  E4B: 'returned home, unplanned',
  E13: 'left to live with somebody without parental responsibility',
  E41: 'child arrangements order',
  E45: 'special guardianship to a former foster carer who is a relative or friend',
  E46: 'special guardianship to another former foster carer',
  E47: 'special guardianship to another carer who is a relative or friend',
  E48: 'special guardianship to another carer',
  E5: 'independent living with support',
  E6: 'independent living without formal support',
  E7: 'residential care for adults',
  E8: 'another reason',
  E9: 'sentenced to custody',
  E14: 'remand ended',
  E15: 'age assessed as 18 or over',
  E16: 'moved abroad',
  E17: 'turned 18 and stayed with the carers',
}

const byReason: readonly Definition[] = [
  ...Object.entries(reasons).map(
    ([code, called]): Definition => ({
      ...ofCeasing,
      id: `ceased_reason_pct ${code}`,
      name: `Ceased: ${called}`,
      numerator: `children who ceased to be looked after: ${called} (${code})`,
      polarity: 'none',
      isPart: true,
      stands: ceasing(new Set([code])),
    }),
  ),
  {
    ...ofCeasing,
    id: 'ceased_reason_pct unknown',
    name: 'Ceased: no reason that the return knows',
    numerator: 'children who ceased to be looked after, the reason blank or no code',
    polarity: 'none',
    isPart: true,
    stands: (child, year) => {
      const period = ceasedPeriod(child, year)
      return period === undefined ? 'outside' : (period.reasonEnded ?? '') in reasons ? 'below' : 'above'
    },
  },
]

const partsOf = (...codes: readonly string[]) => codes.map((code) => `ceased_reason_pct ${code}`)

const ceased: readonly Definition[] = [
  {
    ...ofCeasing,
    id: 'sgo_ceased_pct',
    name: 'Ceased by special guardianship',
    numerator: 'children for whom a special guardianship order was made',
    polarity: 'none',
    sumOf: partsOf('E45', 'E46', 'E47', 'E48'),
    stands: ceasing(new Set(['E45', 'E46', 'E47', 'E48'])),
  },
  {
    ...ofCeasing,
    id: 'adopted_pct',
    name: 'Ceased by adoption',
    numerator: 'children who were adopted',
    polarity: 'none',
    sumOf: partsOf('E11', 'E12'),
    stands: ceasing(new Set(['E11', 'E12'])),
  },
]

type Ages = { readonly from: number; readonly to: number }

/** Of the young people whom the return asks about; published figures count a blank answer below. */
const ofLeavers =
  (read: (answers: LeaverAnswers) => boolean | undefined, lacks: string, ages?: Ages): Definition['stands'] =>
  (child, { last }) => {
    const { leaver, born } = child
    if (leaver === undefined) return 'outside'
    if (ages && born === undefined) return lacking('the birth date')
    // What was answered is about the year in which they were that old, not about a later day.
    const age = born === undefined ? 0 : ageOnNumber(born, leaver.yearEnd ?? last)
    if (ages && (age < ages.from || age > ages.to)) return 'outside'
    const answer = read(leaver)
    if (answer === undefined) return lacking(lacks, 'below')
    return answer ? 'above' : 'below'
  }

const leavers = {
  ...percent,
  denominator: 'care leavers in the return',
  denominatorKey: 'care leavers',
  polarity: 'high',
  note: 'Those aged 17 to 21 whom the return lists, together; published figures stand apart by age and leave out those who died or returned home.',
} as const

type Answered = {
  readonly id: string
  readonly name: string
  readonly numerator: string
  readonly read: (answers: LeaverAnswers) => boolean | undefined
  readonly lacks: string
}
const isA = (code: string | undefined, pattern: RegExp) => (code === undefined ? undefined : pattern.test(code))
const answeredQuestions: readonly Answered[] = [
  {
    id: 'cl_eet_pct',
    name: 'Care leavers in education, employment or training',
    numerator: 'care leavers in education, employment or training, full or part time',
    read: ({ activity }) => isA(activity, /^[FP]\d$/),
    lacks: 'what they do: education, employment or training',
  },
  {
    id: 'cl_suitable_accommodation_pct',
    name: 'Care leavers in suitable accommodation',
    numerator: 'care leavers whose accommodation is suitable',
    read: ({ accommodation }) => isA(accommodation, /^[A-Z]1$/),
    lacks: 'where they live',
  },
  {
    id: 'cl_in_touch_pct',
    name: 'Care leavers with whom the council is in touch',
    numerator: 'care leavers with whom the council is in touch',
    read: ({ inTouch }) => isA(inTouch, /^YES$/),
    lacks: 'whether we are in touch',
  },
]

const leaving: readonly Definition[] = answeredQuestions.map(({ read, lacks, ...words }) => ({
  ...leavers,
  ...words,
  stands: ofLeavers(read, lacks),
}))

/** Published figures stand apart by age; the record has the birth date, so it tells them apart too. */
const leavingByAge: readonly Definition[] = [
  { from: 19, to: 21, mark: '', called: 'aged 19 to 21' },
  { from: 17, to: 18, mark: ' 17-18', called: 'aged 17 and 18' },
].flatMap(({ mark, called, ...ages }) =>
  answeredQuestions.map(
    ({ read, lacks, id, name, numerator }): Definition => ({
      ...leavers,
      id: `${id}${mark}`,
      name: `${name}, ${called}`,
      numerator,
      denominator: `care leavers ${called} with an answer around their birthday of the year`,
      denominatorKey: `care leavers${mark}`,
      note: 'Those who died or returned home are not told apart.',
      stands: ofLeavers(read, lacks, ages),
    }),
  ),
)

const fosterCare = /^U[1-6]$/

/** The placement of a day, by whichever period. */
const stayOn = ({ periods }: ChildYear, day: number): Stay | undefined =>
  periods
    .flatMap(({ stays }) => stays)
    .findLast(({ since, until }) => since <= day && (until === undefined || until >= day))

const stayingPut: Definition = {
  ...percent,
  id: 'cl_staying_put_pct',
  name: 'Staying put with former foster carers',
  numerator: 'young people aged 18 to 20 who live with their former foster carers',
  denominator: 'young people aged 18 to 20 who were in foster care when they became 18',
  denominatorKey: 'foster care at 18',
  polarity: 'high',
  note: 'In foster care on the day before they became 18, since being looked after ends with the birthday. Of the three ages together.',
  stands: (child, { last }) => {
    if (child.born === undefined) return child.leaver ? lacking('the birth date') : 'outside'
    // Where they live was answered of a year: as old as they were then.
    const age = ageOnNumber(child.born, child.leaver?.yearEnd ?? last)
    if (age < 18 || age > 20) return 'outside'
    const eve = attainsAgeNumber(child.born, 18) - 1
    if (!fosterCare.test(stayOn(child, eve)?.kind ?? '')) return 'outside'
    const where = child.leaver?.accommodation
    return where === undefined ? lacking('where they live') : where.startsWith('Z') ? 'above' : 'below'
  },
}

/** What a return and the record have alike, but for care leavers. */
const alike: readonly Definition[] = [...missing, participation, ...ceased, ...byReason]

export const missingAndLeavingIndicators: readonly Definition[] = [...alike, ...leaving]
export const missingAndLeavingOfRecord: readonly Definition[] = [
  ...alike,
  ...leavingByAge,
  stayingPut,
  entryToPlacement,
]
