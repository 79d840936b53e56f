// The duties of schooling in one period of care, from what was recorded of school; each calendar is that of the school in question.
import {
  ageOnNumber,
  type DayNumber,
  day,
  dayOf,
  type IsoDay,
  numberOf,
  type SchoolCalendar,
  yearsAfter,
} from '#calendar'
import { carePlanning2010, enacted, guidance, named } from '#law'
import { type Basis, basis, type Closing, type Duty, EVER, type Recorded, raisedBy, type Span, settle } from '#ledger'
import {
  admission,
  afterMove,
  educationGoesOn,
  exclusionAnswered,
  otherEducationFrom,
  persistentAbsence,
  premiumSpent,
  withinFifteen,
} from './rules.ts'

const BY_END = { unit: 'byEnd', n: 0 } as const
const AFTER_MOVE = basis({
  id: 'ED-04',
  rule: educationGoesOn,
  name: 'School or other education after a move',
  count: BY_END,
  since: 'the last day at the school before,',
  cites: guidance('Promoting the education of looked-after children (DfE, 2018)', ''),
  kind: 'pep',
  remark: 'Twenty school days; of a move that was planned education is not broken off at all.',
})
const PREMIUM = basis({
  id: 'ED-06',
  rule: premiumSpent,
  name: 'Pupil premium plus',
  count: BY_END,
  since: 'the year that began on',
  cites: guidance('Pupil premium conditions of grant (DfE, each year)', ''),
  kind: 'pupilPremium',
  remark: 'Counted here for children of Reception to Year 11 by age, while they are in care.',
})
const OTHER_EDUCATION = basis({
  id: 'ED-07/education',
  rule: exclusionAnswered,
  name: 'Other education during an exclusion',
  count: BY_END,
  since: 'the first school day of it,',
  cites: enacted('Education and Inspections Act 2006', 'sections 100 and 101'),
  kind: 'pep',
  remark: 'From the sixth school day; a suspension of five or fewer has no sixth.',
})
const GOVERNORS = basis({
  id: 'ED-07/governors',
  rule: exclusionAnswered,
  name: 'Governors look at a permanent exclusion',
  count: BY_END,
  since: 'the first school day of it,',
  cites: enacted('Education Act 2002', 'section 51A'),
  kind: 'pep',
  remark: 'Within 15 school days.',
})
const ADMISSION = basis({
  id: 'ED-08',
  rule: admission,
  name: 'Answer to a school application',
  count: BY_END,
  since: 'the application of',
  cites: named('School Admissions Code 2021'),
  kind: 'pep',
  remark: 'Within 15 school days of that school.',
})
const ABSENCE = basis({
  id: 'MI-05',
  rule: persistentAbsence,
  name: 'Review on persistent absence',
  count: { unit: 'none', n: 0 },
  since: 'the absence up to',
  cites: carePlanning2010('33(3)(f)'),
  kind: 'review',
})
export const SCHOOLING_BASES: readonly Basis[] = [AFTER_MOVE, PREMIUM, OTHER_EDUCATION, GOVERNORS, ADMISSION, ABSENCE]

interface Dated extends Recorded {
  readonly day: DayNumber
}
interface AtSchool {
  /** undefined: that school's days are not known. */
  readonly calendar: SchoolCalendar | undefined
}
export interface LeftByMove extends Recorded, AtSchool {
  /** The school year in which it was left; undefined: not said. */
  readonly year: number | undefined
  readonly lastDay: DayNumber
  /** The first day at the school after it, where one is known. */
  readonly next?: DayNumber | undefined
}
export interface Excluded extends Recorded, AtSchool {
  readonly permanent: boolean
  readonly began: DayNumber
  readonly halfDays: number | undefined
  readonly educationFrom: DayNumber | undefined
  readonly governors: DayNumber | undefined
  readonly overturned: DayNumber | undefined
}
export interface Applied extends Recorded, AtSchool {
  readonly asked: DayNumber
  readonly answered: DayNumber | undefined
}
export interface Premium extends Dated {
  readonly yearEnd: DayNumber
}
export interface Schooling {
  readonly left: readonly LeftByMove[]
  /** First days at a school or of other education. */
  readonly taught: readonly Dated[]
  readonly exclusions: readonly Excluded[]
  readonly applications: readonly Applied[]
  readonly premium: readonly Premium[]
  /** Last days of absence that was judged persistent. */
  readonly absences: readonly Dated[]
}
export const NO_SCHOOLING: Schooling = {
  ...{ left: [], taught: [], exclusions: [], applications: [], premium: [], absences: [] },
}

export interface SchoolingCase {
  readonly schooling: Schooling
  readonly began: DayNumber
  readonly last: DayNumber
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
  readonly born: DayNumber | undefined
  readonly anchor: Recorded
  readonly reviews: readonly (Recorded & { readonly held: DayNumber })[]
  readonly premiumSpans: readonly Span[]
  readonly reviewSpans: readonly Span[]
  readonly on: DayNumber
}

/** Whoever records what raises it records what meets it in the same place: from that day silence says that it is not so. */
const ofItself = (from: DayNumber, { recorded }: Recorded): readonly Span[] => [
  { from, until: EVER, parts: [{ from, until: EVER, recorded }] },
]

interface Asked {
  readonly of: Basis
  readonly by: Recorded & AtSchool
  readonly from: DayNumber
  readonly due: (given: { readonly on: IsoDay; readonly calendar: SchoolCalendar | undefined }) => IsoDay | undefined
  readonly met: Dated | undefined
}
function ask(out: Duty[], { closes, closing, on }: SchoolingCase, { of, by, from, due, met }: Asked): void {
  const found = due({ on: dayOf(from), calendar: by.calendar })
  const until = found === undefined ? undefined : numberOf(found)
  const happened = met === undefined || met.day > on ? undefined : met
  // Done, and nobody knows by when: that is not known, and never on time.
  const missing = until === undefined ? 'termDates' : undefined
  const spans = ofItself(from, by)
  const raised = raisedBy(of, by, { trigger: from, due: until, closes, closing, spans, missing })
  out.push(settle(raised, happened, happened?.day))
}

const dated = ({ line, recorded }: Recorded, on: DayNumber | undefined): Dated | undefined =>
  on === undefined ? undefined : { line, recorded, day: on }
const MOST_HALF_DAYS_WITHOUT = 10

function schoolDaysOwed(out: Duty[], known: SchoolingCase): void {
  const { schooling, began, last, on } = known
  const inTime = (from: DayNumber): boolean => from >= began && from <= last && from <= on
  for (const by of schooling.left.filter(({ lastDay }) => inTime(lastDay))) {
    const taught = schooling.taught.filter((one) => one.day >= by.lastDay && one.line !== by.line)
    const [met] = taught.sort((a, b) => a.day - b.day)
    ask(out, known, { of: AFTER_MOVE, by, from: by.lastDay, due: afterMove, met })
  }
  for (const by of schooling.exclusions.filter((one) => inTime(one.began) && one.overturned === undefined)) {
    const met = dated(by, by.educationFrom)
    if (by.permanent || (by.halfDays ?? 0) > MOST_HALF_DAYS_WITHOUT)
      ask(out, known, { of: OTHER_EDUCATION, by, from: by.began, due: otherEducationFrom, met })
    if (by.permanent)
      ask(out, known, { of: GOVERNORS, by, from: by.began, due: withinFifteen, met: dated(by, by.governors) })
  }
  for (const by of schooling.applications.filter(({ asked }) => inTime(asked)))
    ask(out, known, { of: ADMISSION, by, from: by.asked, due: withinFifteen, met: dated(by, by.answered) })
}

/** One review answers all that was recorded before it. */
function absenceOwed(out: Duty[], { schooling, reviews, reviewSpans, closes, closing, ...known }: SchoolingCase): void {
  const within = schooling.absences.filter(({ day: on }) => on >= known.began && on <= known.last)
  let answered = Number.NEGATIVE_INFINITY
  for (const by of within.sort((a, b) => a.day - b.day)) {
    if (by.day <= answered) continue
    const met = reviews.find(({ held }) => held >= by.day)
    const raised = raisedBy(ABSENCE, by, {
      ...{ trigger: by.day, due: undefined, closes, closing, spans: reviewSpans },
      missing: undefined,
    })
    out.push(settle(raised, met, met?.held))
    answered = met?.held ?? EVER
  }
}

const [YOUNGEST, OLDEST] = [4, 15]
/** By their age on 31 August before. */
function isPupil(born: DayNumber, yearEnd: DayNumber): boolean {
  const age = ageOnNumber(born, numberOf(day(`${Number(dayOf(yearEnd).slice(0, 4)) - 1}-08-31`)))
  return age >= YOUNGEST && age <= OLDEST
}
function yearEndOf(on: DayNumber): DayNumber {
  const end = numberOf(day(`${dayOf(on).slice(0, 4)}-03-31`))
  return end >= on ? end : yearsAfter(end, 1)
}

function premiumOwed(out: Duty[], known: SchoolingCase): void {
  const { schooling, born, began, closes, closing, anchor, premiumSpans: spans, on } = known
  if (born === undefined) return
  for (let yearEnd = yearEndOf(began); yearsAfter(yearEnd, -1) < on; yearEnd = yearsAfter(yearEnd, 1)) {
    const from = Math.max(yearsAfter(yearEnd, -1) + 1, began)
    if (closes !== undefined && closes <= from) return
    const running = yearEnd >= on
    const met = schooling.premium.find((one) => one.yearEnd === yearEnd && one.day <= on)
    // Where no source speaks of it one line says so: that of the year that runs.
    if (!isPupil(born, yearEnd) || (met === undefined && !running && spans.every(({ from: since }) => since > from)))
      continue
    const over = closes !== undefined && closes <= yearEnd ? { closes, closing } : YEAR_OVER(yearEnd)
    const by = { ...anchor, line: `${anchor.line}/premium/${dayOf(yearEnd)}` }
    const raised = raisedBy(PREMIUM, by, { ...over, trigger: from, due: yearEnd, spans, missing: undefined })
    out.push(settle(raised, met, met?.day))
  }
}
const YEAR_OVER = (yearEnd: DayNumber) => ({ closes: yearEnd + 1, closing: 'yearOver' }) as const

export function schoolingDuties(out: Duty[], known: SchoolingCase): void {
  schoolDaysOwed(out, known)
  absenceOwed(out, known)
  premiumOwed(out, known)
}
