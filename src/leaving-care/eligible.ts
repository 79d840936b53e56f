// Rules LC-01 and LC-16: from which day a child is an eligible child, and what the 18th birthday changes.
import { attainsAge, attainsAgeNumber, type DayNumber, day, dayOf, type IsoDay, numberOf } from '#calendar'
import { carePlanning2010, childrenAct1989, enacted, guidance, rule, unknown } from '#law'

const [COUNTS_FROM, ELIGIBLE_FROM] = [14, 16]
const DAYS_IN_CARE = 13 * 7

export interface InCare {
  readonly from: IsoDay
  /** The day on which it ended; undefined: it goes on. */
  readonly until: IsoDay | undefined
}
/** A period of care as days; half-open, undefined: it goes on. */
export interface CareDays {
  readonly from: DayNumber
  readonly until: DayNumber | undefined
  /** Why it ended, as the return says it. */
  readonly reason?: string | undefined
  /** Since when nothing after care is owed, whatever the reason was for which care ended. */
  readonly over?: DayNumber | undefined
  /** What was recorded since of them. */
  readonly ends?: readonly LeaverEnd[] | undefined
}
/** They died on that day, or live with a parent again since; half-open, undefined: they still do. */
export interface LeaverEnd {
  readonly kind: string
  readonly since: DayNumber
  readonly until: DayNumber | undefined
}
export interface EligibleGiven {
  readonly on: IsoDay
  readonly born: IsoDay | undefined
  readonly inCare: readonly InCare[]
  /** Only ever in a series of short breaks (regulation 48). */
  readonly shortBreaksOnly?: boolean
}

/** The first day on which 13 weeks since the 14th birthday lie behind a child of 16 who is in care; undefined: not by what is given. */
export function eligibleDay(born: DayNumber, inCare: readonly CareDays[], on: DayNumber): DayNumber | undefined {
  const [fourteen, sixteen] = [attainsAgeNumber(born, COUNTS_FROM), attainsAgeNumber(born, ELIGIBLE_FROM)]
  let left = DAYS_IN_CARE
  for (const { from, until } of inCare) {
    const first = Math.max(from, fourteen)
    const end = until ?? Number.POSITIVE_INFINITY
    // Some of the time lies after the 16th birthday: whoever left before it is not eligible by it.
    const reached = Math.max(first + left, sixteen)
    if (first < end && reached < end) return reached <= on ? reached : undefined
    if (end > first) left = Math.max(0, left - (end - first))
  }
  return undefined
}

export type EligibleAnswer = { readonly kind: 'eligible'; readonly from: IsoDay } | { readonly kind: 'notEligible' }

export const eligibleChild = rule<EligibleGiven, EligibleAnswer>({
  id: 'LC-01',
  name: 'Becoming an eligible child',
  says: 'Aged 16 or 17, in care, and looked after for 13 weeks in all since the 14th birthday, some of it at 16. Short breaks do not count.',
  level: 'regulation',
  verification: 'primary',
  cites: [
    childrenAct1989('Schedule 2 paragraph 19B'),
    carePlanning2010('40'),
    guidance('Children Act 1989 Guidance, Volume 3 (2025)', 'chapter 2'),
  ],
  inForce: { from: day('2011-04-01') },
  satisfiedBy: {
    fact: 'periods of care and birth date',
    table: 'kith.care_period, kith.birth_claim',
    words: 'It is computed from the periods of care; no event satisfies it.',
  },
  trigger: 'the birth date',
  responsible: 'Computed; the social worker confirms it',
  decidedOn: ({ on }) => on,
  apply: (given) => {
    if (given.born === undefined) return unknown('the birth date')
    const periods = given.inCare.map(({ from, until }) => ({
      from: numberOf(from),
      until: until === undefined ? undefined : numberOf(until),
    }))
    const from =
      given.shortBreaksOnly === true ? undefined : eligibleDay(numberOf(given.born), periods, numberOf(given.on))
    return from === undefined ? { kind: 'notEligible' } : { kind: 'eligible', from: dayOf(from) }
  },
  examples: [
    {
      name: 'sixty-one days at 14, and the rest from February: the day after the 91st',
      vector: 'LC-01#1',
      given: {
        on: day('2026-06-01'),
        born: day('2010-03-15'),
        inCare: [
          { from: day('2024-04-01'), until: day('2024-06-01') },
          { from: day('2026-02-20'), until: undefined },
        ],
      },
      expect: { kind: 'eligible', from: day('2026-03-22') },
    },
    {
      name: 'two hundred days before 14 do not count; thirty since then are too few',
      vector: 'LC-01#2',
      given: {
        on: day('2026-06-01'),
        born: day('2010-03-15'),
        inCare: [
          { from: day('2023-08-28'), until: day('2024-03-15') },
          { from: day('2026-05-02'), until: day('2026-06-01') },
        ],
      },
      expect: { kind: 'notEligible' },
    },
    {
      name: 'short breaks only',
      vector: 'LC-01#3',
      given: {
        on: day('2026-06-01'),
        born: day('2010-03-15'),
        inCare: [{ from: day('2025-01-01'), until: undefined }],
        shortBreaksOnly: true,
      },
      expect: { kind: 'notEligible' },
    },
    {
      name: 'in care for years, and left before 16',
      given: {
        on: day('2026-06-01'),
        born: day('2010-03-15'),
        inCare: [{ from: day('2020-01-01'), until: day('2026-02-01') }],
      },
      expect: { kind: 'notEligible' },
    },
    {
      name: 'in care for years: on the 16th birthday',
      given: {
        on: day('2026-06-01'),
        born: day('2010-03-15'),
        inCare: [{ from: day('2020-01-01'), until: undefined }],
      },
      expect: { kind: 'eligible', from: day('2026-03-15') },
    },
  ],
})

export const turningEighteen = rule<
  { readonly born: IsoDay | undefined },
  { readonly kind: 'adultFrom'; readonly day: IsoDay }
>({
  id: 'LC-16',
  name: 'Turning 18',
  says: 'At the start of the 18th birthday care ends, and with it the duties of care planning, health and education; an eligible or relevant child becomes a former relevant child.',
  level: 'statute',
  verification: 'knowledge',
  cites: [childrenAct1989('105(1)'), childrenAct1989('23C'), enacted('Family Law Reform Act 1969', 'section 9')],
  inForce: { from: day('1991-10-14') },
  satisfiedBy: {
    fact: 'birth date',
    table: 'kith.birth_claim',
    words: 'It is computed: every duty of this child that ends at 18 says so.',
  },
  trigger: 'the birth date',
  responsible: 'Computed',
  decidedOn: ({ born }) => born,
  apply: ({ born }) =>
    born === undefined ? unknown('the birth date') : { kind: 'adultFrom', day: attainsAge(born, 18) },
  examples: [
    { name: 'the birthday', given: { born: day('2008-06-30') }, expect: { kind: 'adultFrom', day: day('2026-06-30') } },
  ],
})
