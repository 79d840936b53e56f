// Rules HE-01 and HE-02: the initial health assessment before the first review, and reviews of health by age.
import {
  attainsAgeNumber,
  type DayNumber,
  day,
  dayOf,
  type IsoDay,
  monthsAfter,
  numberOf,
  workingDaysAfter,
} from '#calendar'
import { carePlanning2010, type Due, due, dueOn, guidance, rule, unknown } from '#law'

const promotingHealth = (paragraph: string) =>
  guidance('Promoting the health and well-being of looked-after children (2015)', paragraph)
const table = 'kith.health_assessment'
/** Reg 7(4). */
const excuses = { refused: 'The child, of sufficient understanding, refused; it is to be offered again' } as const

export interface InitialHealthGiven {
  readonly becameLookedAfter: IsoDay | undefined
  readonly firstReview: IsoDay | undefined
  /** A health assessment with its written report from before. */
  readonly assessedBefore: IsoDay | undefined
}
export type InitialHealthAnswer = Due | { readonly kind: 'exempt'; readonly assessed: IsoDay }

const INITIAL_WORKING_DAYS = 20

/** Before the first review, and that is within 20 working days. undefined: bank holidays not known. */
export function initialHealthDue(since: DayNumber, firstReview: DayNumber | undefined): DayNumber | undefined {
  const twenty = workingDaysAfter(since, INITIAL_WORKING_DAYS)
  if (twenty === undefined) return undefined
  return firstReview === undefined ? twenty : Math.min(twenty, firstReview)
}

/** Reg 7(2): within the three months before. */
export function isExempt(assessed: DayNumber, placed: DayNumber): boolean {
  return assessed <= placed && monthsAfter(assessed, 3) >= placed
}

const began = (becameLookedAfter: string, facts: Partial<InitialHealthGiven> = {}): InitialHealthGiven => ({
  becameLookedAfter: day(becameLookedAfter),
  firstReview: undefined,
  assessedBefore: undefined,
  ...facts,
})

export const initialHealth = rule<InitialHealthGiven, InitialHealthAnswer>({
  id: 'HE-01',
  name: 'Initial health assessment',
  says: 'A doctor assesses the health of the child before the first placement or, where that is not reasonably practicable, before the first review, so within 20 working days of becoming looked after.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('7(1)'), carePlanning2010('7(2)'), promotingHealth('paragraphs 40 to 41')],
  inForce: { from: day('2011-04-01') },
  satisfiedBy: {
    fact: 'healthAssessment',
    table,
    words: 'The day the child was seen by a registered medical practitioner; a nurse alone does not satisfy it.',
  },
  trigger: 'the day this period of care began',
  responsible: 'The council arranges; health delivers',
  excuses,
  decidedOn: ({ becameLookedAfter }) => becameLookedAfter,
  apply: ({ becameLookedAfter, firstReview, assessedBefore }) => {
    if (becameLookedAfter === undefined) return unknown('the day this period of care began')
    const since = numberOf(becameLookedAfter)
    if (assessedBefore !== undefined && isExempt(numberOf(assessedBefore), since)) {
      return { kind: 'exempt', assessed: assessedBefore }
    }
    return dueOn(initialHealthDue(since, firstReview === undefined ? undefined : numberOf(firstReview)))
  },
  examples: [
    { name: 'Easter: the same day as the first review', given: began('2026-03-27'), expect: due('2026-04-28') },
    { name: 'runs into Christmas', given: began('2026-11-30'), expect: due('2026-12-30') },
    {
      name: 'the first review was held earlier: owed by then, so 20 April is late',
      vector: 'HE-01#3',
      given: began('2026-03-27', { firstReview: day('2026-04-15') }),
      expect: due('2026-04-15'),
    },
    {
      name: 'assessed, with a report, within the three months before',
      vector: 'HE-01#4',
      given: began('2026-03-27', { assessedBefore: day('2026-01-20') }),
      expect: { kind: 'exempt', assessed: day('2026-01-20') },
    },
    {
      name: 'assessed more than three months before',
      given: began('2026-03-27', { assessedBefore: day('2025-12-26') }),
      expect: due('2026-04-28'),
    },
    {
      name: 'start not known',
      given: { becameLookedAfter: undefined, firstReview: undefined, assessedBefore: undefined },
      expect: { kind: 'unknown', missing: 'the day this period of care began' },
    },
  ],
})

/** cautious: under five at the last assessment. letter: six months only as far as the fifth birthday. */
export type UnderFiveReading = 'cautious' | 'letter'

export interface HealthReviewGiven {
  readonly born: IsoDay | undefined
  readonly lastAssessment: IsoDay
  readonly reading: UnderFiveReading
}

/** Six or twelve. */
export function healthReviewMonths(born: DayNumber, last: DayNumber, reading: UnderFiveReading): 6 | 12 {
  const fifthBirthday = attainsAgeNumber(born, 5)
  if (last >= fifthBirthday) return 12
  return reading === 'letter' && monthsAfter(last, 6) > fifthBirthday ? 12 : 6
}

const reviewed = (born: string | undefined, last: string, reading: UnderFiveReading = 'cautious') => ({
  born: born === undefined ? undefined : day(born),
  lastAssessment: day(last),
  reading,
})

export const healthReview = rule<HealthReviewGiven, Due>({
  id: 'HE-02',
  name: 'Review of health',
  says: "The child's health is reviewed at least once in every six months before the fifth birthday, and at least once in every twelve months after it, counted from the last assessment.",
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('7(3)'), promotingHealth('paragraphs 52 to 53')],
  inForce: { from: day('2011-04-01') },
  satisfiedBy: {
    fact: 'healthAssessment',
    table,
    words: 'A review by a doctor, or a nurse or midwife under a doctor; the day of the assessment, not of its report.',
  },
  trigger: 'the day of the health assessment before',
  responsible: 'The council arranges; health delivers',
  excuses,
  interpretations: [
    {
      name: 'underFive',
      asks: 'The fifth birthday falls between two assessments: six months or twelve?',
      taken: 'cautious',
      readings: {
        cautious: 'Six months: the child was under five at the last assessment.',
        letter: 'Twelve months: six would end after the fifth birthday.',
      },
    },
  ],
  decidedOn: ({ lastAssessment }) => lastAssessment,
  apply: ({ born, lastAssessment, reading }) => {
    if (born === undefined) return unknown('the birth date')
    const last = numberOf(lastAssessment)
    return due(dayOf(monthsAfter(last, healthReviewMonths(numberOf(born), last, reading))))
  },
  examples: [
    {
      name: 'under five: there is no 31 February',
      given: reviewed('2024-05-01', '2026-08-31'),
      expect: due('2027-02-28'),
    },
    { name: 'over five, from leap day', given: reviewed('2012-05-01', '2024-02-29'), expect: due('2025-02-28') },
    {
      name: 'under five at the last assessment: six months, the careful reading',
      vector: 'HE-02#3',
      given: reviewed('2021-09-15', '2026-05-01'),
      expect: due('2026-11-01'),
    },
    {
      name: 'by the letter: twelve months, since six would end after the fifth birthday',
      vector: 'HE-02#4',
      given: reviewed('2021-09-15', '2026-05-01', 'letter'),
      expect: due('2027-05-01'),
    },
    {
      name: 'birth date not known',
      given: reviewed(undefined, '2026-05-01'),
      expect: { kind: 'unknown', missing: 'the birth date' },
    },
  ],
})
