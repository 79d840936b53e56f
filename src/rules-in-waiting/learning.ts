// Rules of education that wait: ED-04 to ED-08.
import { addDays, addSchoolDays, day, type IsoDay, type SchoolCalendar } from '#calendar'
import { carePlanning2010, childrenAct1989, enacted, guidance, named, unknown } from '#law'
import { ON, type Owed, waits } from './waits.ts'

const SCHOOL_DAYS = "the school days of the child's school"
const CALENDAR =
  'In kith.school_term the half-terms and training days of a school: only its first and last days are held.'
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
interface SchoolGiven {
  readonly on: IsoDay
  readonly calendar: SchoolCalendar | undefined
}
type SchoolDay = { readonly kind: 'due'; readonly day: IsoDay }
function schoolDay({ on, calendar }: SchoolGiven, n: number) {
  const found = addSchoolDays(calendar, on, n)
  return found === undefined ? unknown(SCHOOL_DAYS) : ({ kind: 'due', day: found } as const)
}
const from = (on: string): SchoolGiven => ({ on: day(on), calendar: autumn })
const dueOn = (text: string): SchoolDay => ({ kind: 'due', day: day(text) })

const educationGoesOn = waits<SchoolGiven & { readonly found?: IsoDay }, SchoolDay | 'met'>({
  id: 'ED-04',
  name: 'Moves that disrupt education',
  says: 'Where a move ends the child’s schooling, suitable education is found so that it is not broken off; after an emergency within 20 school days, counted on the days when the school meets.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [guidance('Promoting the education of looked-after children (DfE, 2018)', ''), carePlanning2010('10')],
  responsible: 'The virtual school head; the social worker',
  trigger: 'the last day at the school before',
  waitsFor: `In kith.placement whether a move ends schooling, and the first day of education after it. ${CALENDAR}`,
  apply: (given) => {
    const until = schoolDay(given, 20)
    if (until.kind !== 'due') return until
    return given.found !== undefined && given.found <= until.day ? 'met' : until
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

const virtualSchool = waits<{ readonly on: IsoDay; readonly named: boolean }, Owed>({
  id: 'ED-05',
  name: 'Virtual school head',
  says: 'The council has a named virtual school head who promotes the education of its children in care.',
  level: 'statute',
  verification: 'secondary',
  cites: [childrenAct1989('22(3A) to (3C)')],
  inForce: { from: day('2014-05-13') },
  responsible: 'The council',
  trigger: 'always',
  waitsFor: 'A table of officers whom the law asks a council to name. It is a duty of the council, not to one child.',
  apply: ({ named }) => (named ? 'met' : 'owed'),
  examples: [
    { name: 'named', vector: 'ED-05#1', given: { ...ON, named: true }, expect: 'met' },
    { name: 'nobody named', vector: 'ED-05#2', given: { ...ON, named: false }, expect: 'owed' },
  ],
})

const premium = waits<
  { readonly on: IsoDay; readonly yearEnd: IsoDay; readonly allocated: boolean; readonly daysInCare: number },
  Owed
>({
  id: 'ED-06',
  name: 'Pupil premium plus',
  says: 'For a child looked after for at least one day the virtual school head holds a premium, tied to the education plan, and spends or returns it by 31 March.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [guidance('Pupil premium conditions of grant (DfE, each year)', '')],
  responsible: 'The virtual school head',
  trigger: 'the financial year',
  waitsFor: 'A table of pupil premium by child and financial year, with what it was spent on.',
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

const exclusion = waits<
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
  responsible: 'The school; the council; the virtual school head',
  trigger: 'the first school day of the suspension or exclusion',
  waitsFor: `A table of suspensions and exclusions: first day, how many, permanent or not, education from which day. ${CALENDAR}`,
  apply: (given) => {
    const before = { ...given, on: addDays(given.on, -1) }
    const sixth = schoolDay(before, 6)
    const fifteenth = schoolDay(given, 15)
    if (sixth.kind !== 'due' || fifteenth.kind !== 'due') return unknown(SCHOOL_DAYS)
    return { kind: 'educationFrom', day: sixth.day, ...(given.permanent ? { governorsBy: fifteenth.day } : {}) }
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

const admission = waits<SchoolGiven, SchoolDay>({
  id: 'ED-08',
  name: 'School admission',
  says: 'Children in care come first. Of an application during the year the outcome is told within 15 school days; 10 is the aim.',
  level: 'regulation',
  verification: 'knowledge',
  cites: [named('School Admissions Code 2021')],
  inForce: { from: day('2021-09-01') },
  responsible: 'The admission authority; the virtual school head chases',
  trigger: 'the application',
  waitsFor: `A table of school applications with the day of each and of its outcome. ${CALENDAR}`,
  apply: (given) => schoolDay(given, 15),
  examples: [
    { name: 'fifteen school days', vector: 'ED-08#1', given: from('2026-06-01'), expect: dueOn('2026-06-22') },
    { name: 'over the summer', vector: 'ED-08#2', given: from('2026-07-15'), expect: dueOn('2026-09-16') },
  ],
})

export const LEARNING_WAITING = [educationGoesOn, virtualSchool, premium, exclusion, admission]
