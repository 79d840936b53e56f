// Indicators on going missing, taking part in reviews, ceasing to be looked after, and leaving care.
import type { ChildYear, LeaverAnswers } from './child-year.ts'
import type { Definition } from './definition.ts'
import { ceasedPeriod, lookedAfterInYear } from './in-care.ts'

const percent = { unit: 'percent', decimals: 0 } as const
const anyTime = {
  denominator: 'children looked after at any time in the year',
  denominatorKey: 'cla in year',
} as const

const times =
  (of: (child: ChildYear) => number): Definition['stands'] =>
  (child, year) =>
    !lookedAfterInYear(child, year) ? 'outside' : of(child) > 0 ? 'above' : 'below'

const missing: readonly Definition[] = [
  {
    ...percent,
    ...anyTime,
    id: 'missing_pct',
    name: 'Children who went missing',
    numerator: 'children who went missing at least once in the year',
    polarity: 'low',
    stands: times(({ timesMissing }) => timesMissing),
  },
  {
    id: 'missing_incidents_per_child',
    name: 'Times missing for each child who went missing',
    numerator: 'times missing that began in the year',
    denominator: 'children who went missing at least once in the year',
    denominatorKey: 'missing_pct above',
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
    note: 'Known to be undercounted in returns.',
    stands: times(({ timesAway }) => timesAway),
  },
]

/** Present or not, the child's views were conveyed. */
const tookPart: ReadonlySet<string> = new Set(['PN1', 'PN2', 'PN3', 'PN5', 'PN6'])
const tooYoung = 'PN0'

const asked = ({ reviews }: ChildYear) => reviews.filter((code) => code !== tooYoung)
const conveyed = ({ reviews }: ChildYear) => reviews.filter((code) => tookPart.has(code))

/** The one that counts reviews, not children: a child who took part in one of two stands above, and adds one to two. */
const participation: Definition = {
  ...percent,
  id: 'review_participation_pct',
  name: 'Took part in reviews',
  numerator: 'reviews in which the child took part, or had their views conveyed',
  denominator: 'reviews in the year, of children of 4 or over',
  denominatorKey: 'reviews from 4',
  polarity: 'high',
  stands: (child) => (asked(child).length === 0 ? 'outside' : conveyed(child).length > 0 ? 'above' : 'below'),
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

/** Of the young people whom the return asks about; a blank answer counts in the denominator alone. */
const ofLeavers =
  (is: (answers: LeaverAnswers) => boolean): Definition['stands'] =>
  ({ leaver }) =>
    leaver === undefined ? 'outside' : is(leaver) ? 'above' : 'below'

const leavers = {
  ...percent,
  denominator: 'care leavers in the return',
  denominatorKey: 'care leavers',
  polarity: 'high',
  note: 'Those aged 17 to 21 whom the return lists, together; published figures stand apart by age and leave out those who died or returned home.',
} as const

const leaving: readonly Definition[] = [
  {
    ...leavers,
    id: 'cl_eet_pct',
    name: 'Care leavers in education, employment or training',
    numerator: 'care leavers in education, employment or training, full or part time',
    stands: ofLeavers(({ activity }) => /^[FP]\d$/.test(activity ?? '')),
  },
  {
    ...leavers,
    id: 'cl_suitable_accommodation_pct',
    name: 'Care leavers in suitable accommodation',
    numerator: 'care leavers whose accommodation is suitable',
    stands: ofLeavers(({ accommodation }) => /^[A-Z]1$/.test(accommodation ?? '')),
  },
  {
    ...leavers,
    id: 'cl_in_touch_pct',
    name: 'Care leavers with whom the council is in touch',
    numerator: 'care leavers with whom the council is in touch',
    stands: ofLeavers(({ inTouch }) => inTouch === 'YES'),
  },
]

export const missingAndLeavingIndicators: readonly Definition[] = [
  ...missing,
  participation,
  ...ceased,
  ...byReason,
  ...leaving,
]
