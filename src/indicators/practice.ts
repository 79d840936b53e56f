// Indicators that only a whole record can give: visits, reviews, plans, the reviewing officer, health on coming in, talks after going missing.
import { type DayNumber, workingDaysAfter } from '#calendar'
import type { AllInYear, BackAgain, CarePeriod, ChildYear, DutyInYear, Practice, Year } from './child-year.ts'
import { type Definition, lacking, type Standing } from './definition.ts'
import { currentPeriod, mayHaveStarted, whenCareBegan } from './in-care.ts'
import { ageAtSchoolYear, isOfSchoolAge } from './learning-and-workers.ts'

const percent = { unit: 'percent', decimals: 0, polarity: 'high' } as const
const yes = (is: boolean): Standing => (is ? 'above' : 'below')

/** Of a child in care at the end of the year of whom the record knows more than a return. */
const ofThoseInCare =
  (
    stands: (
      practice: Practice,
      at: { readonly child: ChildYear; readonly period: CarePeriod; readonly year: Year },
    ) => Standing,
  ): Definition['stands'] =>
  (child, year) => {
    const period = currentPeriod(child, year)
    return period && child.practice ? stands(child.practice, { child, period, year }) : 'outside'
  }

/** Days of a month differ: half a year is 183. */
const halfYear = 183
const fourWeeks = 28

function allKept(all: AllInYear): Standing {
  if (all === 'none') return 'outside'
  if (all === 'missed') return 'below'
  return all === 'kept' ? 'above' : lacking(all.lacks)
}

const onTime: readonly Definition[] = [
  {
    ...percent,
    id: 'visits_in_time_pct',
    name: 'Seen by their social worker on time',
    numerator: 'children whose every visit that fell due in the year was made by its day, the child seen',
    denominator: 'children looked after at the end of the year with a visit that fell due in it',
    denominatorKey: 'cla with a visit due',
    note: 'Of children in care at the end of the year. A visit that is excused with a reason is left out. The days are those that the clock counts by law. Whether they were seen alone is not told here.',
    stands: ofThoseInCare((practice) => allKept(practice.visits)),
  },
  {
    ...percent,
    id: 'reviews_in_time_pct',
    name: 'Reviews held on time',
    numerator: 'children whose every review that fell due in the year was held by its day',
    denominator:
      'children looked after at the end of the year for four weeks or longer, with a review that fell due in it',
    denominatorKey: 'cla with a review due',
    note: 'Of children in care at the end of the year, with a review that fell due: the wording leaves both open. Reviews of a placement for adoption are among them. The days are those that the clock counts by law.',
    stands: ofThoseInCare((practice, { period, year }) =>
      year.last - period.since < fourWeeks ? 'outside' : allKept(practice.reviews),
    ),
  },
]

/** Of the last term that was over by the end of the year; where no term is known, of the one that nobody knows. */
const lastTerm = ({ educationPlans }: Practice, { last }: Year) =>
  educationPlans.findLast(({ due }) => due === undefined || due > last - halfYear)

const planned = ({ kept }: DutyInYear): Standing => (typeof kept === 'object' ? lacking(kept.lacks) : yes(kept))

const eachTerm: readonly Definition[] = [
  { mark: '', called: 'of school age', is: isOfSchoolAge },
  { mark: ' 2-4', called: 'under school age', is: (age: number) => age < 5 },
  { mark: ' 16-17', called: 'over school age', is: (age: number) => age > 15 },
].map(
  ({ mark, called, is }): Definition => ({
    ...percent,
    id: `pep_termly_pct${mark}`,
    name: `Education plan each term, ${called}`,
    numerator: `children ${called} whose education plan of the last term that ended was made in it`,
    denominator: `children ${called} looked after at the end of the year who were owed a plan for that term`,
    denominatorKey: `cla owed an education plan${mark}`,
    note: 'School age: 5 to 15 on the last 31 August before that term ended. Who came in its last twenty working days is owed none, as the first plan stands; the published wording counts school days. Terms of schools that nobody entered are not known.',
    stands: ofThoseInCare((practice, { child: { born }, year }) => {
      const term = lastTerm(practice, year)
      if (term === undefined) return 'outside'
      if (born === undefined) return lacking('the birth date')
      return is(ageAtSchoolYear(born, term.due ?? year.last)) ? planned(term) : 'outside'
    }),
  }),
)

const tenDays = 10
const noHolidays = () => lacking('the bank holidays of those years')
const within = (days: readonly DayNumber[], from: DayNumber, to: DayNumber) =>
  days.some((day) => day >= from && day <= to)

function carePlan(
  practice: Practice,
  { period, year }: { readonly period: CarePeriod; readonly year: Year },
): Standing {
  const began = workingDaysAfter(period.since, tenDays)
  const review = practice.reviewsHeld.findLast((day) => day >= period.since && day <= year.last)
  const grace = review === undefined ? began : workingDaysAfter(review, tenDays)
  // Of care that began before the bank holidays that we know, only that it was long ago matters.
  if (began !== undefined && began > year.last) return 'outside'
  if (review !== undefined && grace === undefined) return noHolidays()
  const since = review === undefined || year.last <= (grace ?? 0) ? period.since : review
  if (within(practice.carePlansApproved, since, year.last)) return 'above'
  return practice.holds.has('care-plan') ? 'below' : lacking('when the care plan was approved')
}

function permanence(practice: Practice): Standing {
  const second = practice.secondReview
  if (!second) return 'outside'
  if (second.due === undefined) return lacking('the day of the second review')
  const by = second.done ?? second.due
  if (practice.permanenceDecided.some((day) => day <= by)) return 'above'
  return practice.holds.has('care-plan') ? 'below' : lacking('where they are to grow up')
}

const plans: readonly Definition[] = [
  {
    ...percent,
    id: 'care_plan_current_pct',
    ofTheDay: true,
    name: 'Care plan up to date',
    numerator:
      'children with a care plan that was approved since their last review; for ten working days after it, the one before does',
    denominator: 'children looked after at the end of the year for ten working days or longer',
    denominatorKey: 'cla for ten working days',
    note: 'The reading of “up to date” is local.',
    stands: ofThoseInCare(carePlan),
  },
  {
    ...percent,
    id: 'permanence_plan_by_second_review_pct',
    name: 'Where they will grow up, by the second review',
    numerator: 'children for whom it was recorded by their second review where they are to grow up',
    denominator: 'children looked after at the end of the year whose second review fell due in it',
    denominatorKey: 'cla with a second review due',
    stands: ofThoseInCare(permanence),
  },
]

/** After a review and before the next: between the last two; before there are two, since the first or since care began. */
function interval({ reviewsHeld }: Practice, period: CarePeriod, { last }: Year): readonly [DayNumber, DayNumber] {
  const held = reviewsHeld.filter((day) => day >= period.since && day <= last)
  const [before, latest] = held.slice(-2)
  return [before === undefined ? period.since : before + 1, latest === undefined ? last : latest - 1]
}

const long = (period: CarePeriod, { last }: Year) => last - period.since >= halfYear
const officer = {
  ...percent,
  denominator: 'children looked after at the end of the year for half a year or longer',
  denominatorKey: 'cla for half a year',
} as const

const reviewing: readonly Definition[] = [
  {
    ...officer,
    id: 'iro_midway_pct',
    name: 'Checked by the reviewing officer between reviews',
    numerator: 'children with a check by the reviewing officer between their last two reviews',
    note: 'On a day between them: one on the day of a review is no check midway. Before there are two reviews, since the first, or since care began. Half a year is 183 days.',
    stands: ofThoseInCare((practice, { period, year }) => {
      if (!long(period, year)) return 'outside'
      if (within(practice.midpoints, ...interval(practice, period, year))) return 'above'
      return practice.holds.has('reviewer-talk') ? 'below' : lacking('checks by the reviewing officer')
    }),
  },
  {
    ...officer,
    id: 'iro_visit_6m_pct',
    name: 'In touch with their reviewing officer in half a year',
    numerator: 'children whom their reviewing officer visited or was in touch with in the last half year',
    note: 'A visit, or a check midway with contact; a review alone is none. Half a year is 183 days.',
    stands: ofThoseInCare((practice, { period, year }) => {
      if (!long(period, year)) return 'outside'
      if (within(practice.officerContacts, year.last - halfYear, year.last)) return 'above'
      return practice.holds.has('reviewer-talk') ? 'below' : lacking('visits of the reviewing officer')
    }),
  },
]

const twenty = 20
const cameIn = ({ periods }: ChildYear, { first, last }: Year) =>
  periods.findLast(({ since, sinceKnown }) => sinceKnown && since >= first && since <= last)

const initialHealth: Definition = {
  ...percent,
  id: 'iha_20wd_pct',
  name: 'First health assessment in twenty working days',
  numerator: 'children whose first health assessment was made within twenty working days of coming into care',
  denominator: 'children who came into care in the year and stayed for twenty working days or longer',
  denominatorKey: 'cla_started for twenty working days',
  note: 'Of whoever came twice in the year, the last time.',
  stands: (child, year) => {
    if (!child.practice) return 'outside'
    const period = cameIn(child, year)
    if (!period) return mayHaveStarted(child, year) ? lacking(whenCareBegan) : 'outside'
    const by = workingDaysAfter(period.since, twenty)
    if (by === undefined) return noHolidays()
    if (by > year.last || (period.until !== undefined && period.until < by)) return 'outside'
    if (within(child.practice.initialHealth, period.since, by)) return 'above'
    return child.practice.holds.has('health-assessment') ? 'below' : lacking('the day of the first health assessment')
  },
}

const back = ({ practice }: ChildYear): readonly BackAgain[] => practice?.backAgain ?? []
const offerKnown = (child: ChildYear) => back(child).filter(({ offered }) => offered !== undefined)
const wasOffered = (child: ChildYear) => back(child).filter(({ offered }) => offered === true)

const threeDays = 72 * 3_600_000
/** By the hour where both hours are known; by the day where days alone leave no doubt. */
function inTime({ day, at, talk }: BackAgain): boolean | undefined {
  if (talk === undefined) return undefined
  if (at !== undefined && talk.at !== undefined) return talk.at - at <= threeDays
  const days = talk.day - day
  return days <= 2 ? true : days >= 4 ? false : undefined
}
/** Offered, and not declined: without a talk it was not held in time. */
const wanted = (child: ChildYear) => wasOffered(child).filter(({ declined, talk }) => talk !== undefined || !declined)
const heldInTime = (one: BackAgain): boolean | undefined => (one.talk === undefined ? false : inTime(one))
const wantedKnown = (child: ChildYear) => wanted(child).filter((one) => heldInTime(one) !== undefined)
const talksInTime = (child: ChildYear) => wanted(child).filter(heldInTime)

const afterMissing: readonly Definition[] = [
  {
    ...percent,
    id: 'rhi_offered_pct',
    name: 'Offered a talk after going missing',
    numerator: 'times missing that ended in the year after which a talk was offered',
    denominator: 'times missing that ended in the year',
    denominatorKey: 'times back',
    note: 'Of times that began while the child was in care. Whether it was offered within 72 hours is not told apart.',
    stands: (child) => {
      if (back(child).length === 0) return 'outside'
      if (offerKnown(child).length === 0) return lacking('whether a talk was offered')
      return yes(wasOffered(child).length > 0)
    },
    adds: (child) => wasOffered(child).length,
    addsBelow: (child) => offerKnown(child).length,
  },
  {
    ...percent,
    id: 'rhi_completed_72h_pct',
    name: 'Talk within 72 hours of coming back',
    numerator: 'talks held within 72 hours of coming back',
    denominator: 'times missing that ended in the year after which a talk was offered and not declined',
    denominatorKey: 'times with a talk to hold',
    note: 'Of times that began while the child was in care. A talk that was offered and never held counts as not in time; how many were never offered one is the figure beside it.',
    stands: (child) => {
      if (wanted(child).length === 0) return 'outside'
      if (wantedKnown(child).length === 0) return lacking('the hour of the return or of the talk')
      return yes(talksInTime(child).length > 0)
    },
    adds: (child) => talksInTime(child).length,
    addsBelow: (child) => wantedKnown(child).length,
  },
]

export const practiceIndicators: readonly Definition[] = [
  ...onTime,
  ...eachTerm,
  ...plans,
  ...reviewing,
  initialHealth,
  ...afterMissing,
]
