// Rules ED-04, ED-06, ED-07, ED-08 and MI-05: school after a move, pupil premium, exclusion, admission, persistent absence.
import { addDays, addSchoolDays, day, type IsoDay, type SchoolCalendar } from '#calendar'
import { carePlanning2010, enacted, guidance, named, rule, unknown } from '#law'

const SCHOOL_DAYS = "the school days of the child's school"
const FROM = { from: day('2011-04-01') } as const
const autumn: SchoolCalendar = {
  school: 'Invented Academy',
  covers: { from: day('2026-05-01'), until: day('2026-12-31') },
  terms: [
    { name: 'summer', first: day('2026-05-01'), last: day('2026-07-21') },
    { name: 'autumn', first: day('2026-09-02'), last: day('2026-12-18') },
  ],
  halfTerms: [
    { name: 'summer half-term', first: day('2026-05-25'), last: day('2026-05-29') },
    { name: 'autumn half-term', first: day('2026-10-26'), last: day('2026-10-30') },
  ],
  insetDays: [],
}
export interface SchoolGiven {
  readonly on: IsoDay
  readonly calendar: SchoolCalendar | undefined
}
type SchoolDay = { readonly kind: 'due'; readonly day: IsoDay }

/** undefined: the school's days are not known. */
export const afterMove = ({ on, calendar }: SchoolGiven): IsoDay | undefined => addSchoolDays(calendar, on, 20)
/** The first day of an exclusion is its first school day. */
export const otherEducationFrom = ({ on, calendar }: SchoolGiven): IsoDay | undefined =>
  addSchoolDays(calendar, addDays(on, -1), 6)
/** Also by when an admission authority answers. */
export const withinFifteen = ({ on, calendar }: SchoolGiven): IsoDay | undefined => addSchoolDays(calendar, on, 15)

const dueOr = (found: IsoDay | undefined) => (found === undefined ? unknown(SCHOOL_DAYS) : dueOn(found))
const dueOn = (on: string): SchoolDay => ({ kind: 'due', day: day(on) })
const from = (on: string): SchoolGiven => ({ on: day(on), calendar: autumn })
const decidedOn = ({ on }: { readonly on: IsoDay }): IsoDay => on

export const educationGoesOn = rule<SchoolGiven & { readonly found?: IsoDay }, SchoolDay | 'met'>({
  id: 'ED-04',
  name: 'Moves that disrupt education',
  says: 'Where a move ends the child’s schooling, suitable education is found so that it is not broken off; after an emergency within 20 school days, counted on the days when the school meets.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [guidance('Promoting the education of looked-after children (DfE, 2018)', ''), carePlanning2010('10')],
  inForce: FROM,
  responsible: 'The virtual school head; the social worker',
  trigger: 'the last day at the school before',
  satisfiedBy: {
    fact: 'school or other education',
    table: 'kith.school_place, kith.interim_education',
    words: 'The first day at a new school, or of education between schools.',
  },
  decidedOn,
  apply: (given) => {
    const until = afterMove(given)
    if (until === undefined) return unknown(SCHOOL_DAYS)
    return given.found !== undefined && given.found <= until ? 'met' : dueOn(until)
  },
  examples: [
    { name: 'half-term does not count', vector: 'ED-04#1', given: from('2026-05-20'), expect: dueOn('2026-06-24') },
    {
      name: 'a move in July: most of the days lie in September',
      vector: 'ED-04#2',
      given: from('2026-07-20'),
      expect: dueOn('2026-09-28'),
    },
    {
      name: 'at the new school within them',
      vector: 'ED-04#3',
      given: { ...from('2026-05-20'), found: day('2026-06-10') },
      expect: 'met',
    },
  ],
})

export const premiumSpent = rule<
  { readonly on: IsoDay; readonly yearEnd: IsoDay; readonly allocated: boolean; readonly daysInCare: number },
  'met' | 'owed' | 'notOwed'
>({
  id: 'ED-06',
  name: 'Pupil premium plus',
  says: 'For a child looked after for at least one day the virtual school head holds a premium, tied to the education plan, and spends or returns it by 31 March.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [guidance('Pupil premium conditions of grant (DfE, each year)', '')],
  inForce: FROM,
  responsible: 'The virtual school head',
  trigger: 'the financial year',
  satisfiedBy: {
    fact: 'pupil premium',
    table: 'kith.pupil_premium',
    words: 'A sum held for the child, spent, or given back in that financial year.',
  },
  decidedOn,
  apply: ({ on, yearEnd, allocated, daysInCare }) => {
    if (daysInCare < 1) return 'notOwed'
    return allocated || on < yearEnd ? 'met' : 'owed'
  },
  examples: [
    {
      name: 'the last day of the year, and nothing allocated',
      vector: 'ED-06#1',
      given: { on: day('2027-03-31'), yearEnd: day('2027-03-31'), allocated: false, daysInCare: 200 },
      expect: 'owed',
    },
    {
      name: 'one day in care counts',
      vector: 'ED-06#2',
      given: { on: day('2026-03-31'), yearEnd: day('2026-03-31'), allocated: true, daysInCare: 1 },
      expect: 'met',
    },
  ],
})

export const exclusionAnswered = rule<
  SchoolGiven & { readonly permanent: boolean },
  { readonly kind: 'educationFrom'; readonly day: IsoDay; readonly governorsBy?: IsoDay }
>({
  id: 'ED-07',
  name: 'Suspension or exclusion',
  says: 'The head tells the social worker and the virtual school head without delay. From the sixth school day there is other education; by good practice from the first. After a permanent exclusion governors meet within 15 school days.',
  level: 'regulation',
  verification: 'secondary',
  cites: [
    enacted('Education Act 2002', 'section 51A'),
    enacted('Education and Inspections Act 2006', 'sections 100 and 101'),
  ],
  inForce: FROM,
  responsible: 'The school; the council; the virtual school head',
  trigger: 'the first school day of the suspension or exclusion',
  satisfiedBy: {
    fact: 'suspension or exclusion',
    table: 'kith.exclusion',
    words: 'The first day of other education; and the day on which governors looked at a permanent exclusion.',
  },
  decidedOn,
  apply: (given) => {
    const [sixth, fifteenth] = [otherEducationFrom(given), withinFifteen(given)]
    if (sixth === undefined || fifteenth === undefined) return unknown(SCHOOL_DAYS)
    return { kind: 'educationFrom', day: sixth, ...(given.permanent ? { governorsBy: fifteenth } : {}) }
  },
  examples: [
    {
      name: 'suspended on a Monday',
      vector: 'ED-07#1',
      given: { ...from('2026-11-02'), permanent: false },
      expect: { kind: 'educationFrom', day: day('2026-11-09') },
    },
    {
      name: 'over half-term',
      vector: 'ED-07#2',
      given: { ...from('2026-10-21'), permanent: false },
      expect: { kind: 'educationFrom', day: day('2026-11-04') },
    },
    {
      name: 'excluded for good: governors within 15 school days',
      vector: 'ED-07#3',
      given: { ...from('2026-11-02'), permanent: true },
      expect: { kind: 'educationFrom', day: day('2026-11-09'), governorsBy: day('2026-11-23') },
    },
  ],
})

export const admission = rule<SchoolGiven, SchoolDay>({
  id: 'ED-08',
  name: 'School admission',
  says: 'Children in care come first. Of an application during the year the outcome is told within 15 school days; 10 is the aim.',
  level: 'regulation',
  verification: 'knowledge',
  cites: [named('School Admissions Code 2021')],
  inForce: { from: day('2021-09-01') },
  responsible: 'The admission authority; the virtual school head chases',
  trigger: 'the application',
  satisfiedBy: {
    fact: 'school application',
    table: 'kith.school_application',
    words: 'The day on which the school answered.',
  },
  decidedOn,
  apply: (given) => dueOr(withinFifteen(given)),
  examples: [
    { name: 'fifteen school days', vector: 'ED-08#1', given: from('2026-06-01'), expect: dueOn('2026-06-22') },
    { name: 'over the summer', vector: 'ED-08#2', given: from('2026-07-15'), expect: dueOn('2026-09-16') },
  ],
})

export const persistentAbsence = rule<
  { readonly on: IsoDay; readonly persistentlyAbsent: boolean },
  { readonly kind: 'reviewOwed' | 'none' }
>({
  id: 'MI-05',
  name: 'Review on persistent absence',
  says: 'The case is reviewed early where the child is or has been persistently absent.',
  level: 'regulation',
  verification: 'knowledge',
  cites: [carePlanning2010('33(3)(f)')],
  inForce: { from: day('2014-01-27') },
  responsible: 'The council; the reviewing officer',
  trigger: 'the persistent absence',
  satisfiedBy: {
    fact: 'review',
    table: 'kith.review, kith.attendance',
    words: 'A review held after the absence that somebody judged persistent.',
  },
  decidedOn,
  apply: ({ persistentlyAbsent }) => ({ kind: persistentlyAbsent ? 'reviewOwed' : 'none' }),
  examples: [
    {
      name: 'persistently absent',
      vector: 'MI-05#1',
      given: { on: day('2026-06-01'), persistentlyAbsent: true },
      expect: { kind: 'reviewOwed' },
    },
    {
      name: 'not so',
      vector: 'MI-05#2',
      given: { on: day('2026-06-01'), persistentlyAbsent: false },
      expect: { kind: 'none' },
    },
  ],
})

export const SCHOOLING_RULES = [educationGoesOn, premiumSpent, exclusionAnswered, admission, persistentAbsence] as const
