// Rules of education, missing children and the reviewing officer that wait: ED-04 to ED-08, MI-03 to MI-05, MI-08, IRO-03 to IRO-05.
import {
  addDays,
  addSchoolDays,
  addWorkingDays,
  day,
  type Instant,
  type IsoDay,
  instant,
  millisecondsOf,
  type SchoolCalendar,
} from '#calendar'
import { carePlanning2010, childrenAct1989, enacted, guidance, unknown } from '#law'
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
    if (until.kind === 'unknown') return until
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
    if (sixth.kind === 'unknown' || fifteenth.kind === 'unknown') return unknown(SCHOOL_DAYS)
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
  cites: [enacted('School Admissions Code 2021', '')],
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

const reported = waits<
  { readonly on: IsoDay; readonly missing: Instant; readonly police: Instant; readonly hours: number },
  'met' | 'delayed'
>({
  id: 'MI-03',
  name: 'Missing child reported',
  says: 'A child who is missing is reported to the police and to us without delay; how long is too long stands in the placement plan.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [guidance('Children who run away or go missing from home or care (DfE, January 2014)', '')],
  responsible: 'The carers or the home; the social worker or out-of-hours',
  trigger: 'the moment from which the whereabouts are not known',
  waitsFor:
    'In kith.told the hour at which the police were told, and of which episode; in the placement plan the hours after which a child is reported.',
  apply: ({ missing, police, hours }) =>
    millisecondsOf(police) - millisecondsOf(missing) > hours * 3_600_000 ? 'delayed' : 'met',
  examples: [
    {
      name: 'the next morning, where the plan says two hours',
      vector: 'MI-03#1',
      given: {
        on: day('2026-02-01'),
        missing: instant('2026-02-01T22:00:00Z'),
        police: instant('2026-02-02T09:00:00Z'),
        hours: 2,
      },
      expect: 'delayed',
    },
    {
      name: 'within forty minutes',
      vector: 'MI-03#2',
      given: {
        on: day('2026-02-01'),
        missing: instant('2026-02-01T22:00:00Z'),
        police: instant('2026-02-01T22:40:00Z'),
        hours: 2,
      },
      expect: 'met',
    },
  ],
})

const meeting = waits<
  {
    readonly on: IsoDay
    readonly episodesIn90Days: number
    readonly hoursMissing: number
    readonly exploitation: boolean
  },
  'meet' | 'no'
>({
  id: 'MI-04',
  name: 'Meeting about a missing child',
  says: 'Those who work with the child meet when they have been missing for more than 24 hours, three times in 90 days, or where there is a risk of exploitation. The numbers are local.',
  level: 'practice',
  verification: 'knowledge',
  cites: [enacted('Local protocols on children who run away or go missing', '')],
  responsible: 'The team manager',
  trigger: 'the day on which the threshold was met',
  waitsFor: 'A table of meetings about a child with their day and plan; kith.missing_episode holds what calls for one.',
  apply: ({ episodesIn90Days, hoursMissing, exploitation }) =>
    episodesIn90Days >= 3 || hoursMissing > 24 || exploitation ? 'meet' : 'no',
  examples: [
    {
      name: 'three episodes',
      vector: 'MI-04#1',
      given: { ...ON, episodesIn90Days: 3, hoursMissing: 2, exploitation: false },
      expect: 'meet',
    },
    {
      name: 'twenty-five hours',
      vector: 'MI-04#2',
      given: { ...ON, episodesIn90Days: 1, hoursMissing: 25, exploitation: false },
      expect: 'meet',
    },
    {
      name: 'two episodes, no risk seen',
      vector: 'MI-04#3',
      given: { ...ON, episodesIn90Days: 2, hoursMissing: 2, exploitation: false },
      expect: 'no',
    },
  ],
})

const absence = waits<
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
  waitsFor: 'A table of attendance; and “persistent absence” among the kinds of kith.review_call.',
  apply: ({ persistentlyAbsent }) => ({ kind: persistentlyAbsent ? 'reviewOwed' : 'none' }),
  examples: [
    {
      name: 'persistently absent',
      vector: 'MI-05#1',
      given: { ...ON, persistentlyAbsent: true },
      expect: { kind: 'reviewOwed' },
    },
    { name: 'not so', vector: 'MI-05#2', given: { ...ON, persistentlyAbsent: false }, expect: { kind: 'none' } },
  ],
})

const slavery = waits<
  { readonly on: IsoDay; readonly asks: 'referral' | 'decision'; readonly referred: boolean },
  Owed | SchoolDay
>({
  id: 'MI-08',
  name: 'Referral of a possible victim of modern slavery',
  says: 'A child who may be a victim of modern slavery is referred; their consent is not needed, and no number of days is set. A first decision is normally made within five working days.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [enacted('Modern Slavery Act 2015', 'section 52')],
  inForce: { from: day('2015-11-01') },
  responsible: 'The council as first responder',
  trigger: 'the day on which it was seen, or referred',
  waitsFor: 'A table of referrals to the national mechanism with the day of each and of its decisions.',
  apply: ({ on, asks, referred }) => {
    if (asks === 'referral') return referred ? 'met' : 'owed'
    const until = addWorkingDays(on, 5)
    return until === undefined ? unknown('the bank holidays of those years') : { kind: 'due', day: until }
  },
  examples: [
    {
      name: 'a decision, over the summer bank holiday',
      given: { on: day('2026-08-26'), asks: 'decision', referred: true },
      expect: dueOn('2026-09-03'),
    },
    {
      name: 'a decision, over Christmas',
      given: { on: day('2026-12-22'), asks: 'decision', referred: true },
      expect: dueOn('2026-12-31'),
    },
    {
      name: 'seen three days ago, not referred',
      vector: 'MI-08#3',
      given: { on: day('2026-02-02'), asks: 'referral', referred: false },
      expect: 'owed',
    },
  ],
})

const cafcass = waits<
  { readonly on: IsoDay; readonly day: number; readonly referred: boolean; readonly considered: boolean },
  'allowed' | 'decisionOwed' | 'met'
>({
  id: 'IRO-03',
  name: 'Reviewing officer refers to Cafcass',
  says: 'A reviewing officer may refer a case to Cafcass at any stage of a dispute, and does so where it is right.',
  level: 'statute',
  verification: 'secondary',
  cites: [childrenAct1989('25B(3)'), carePlanning2010('45')],
  responsible: 'The reviewing officer',
  trigger: 'the failure that is not resolved',
  waitsFor: 'Tables of disputes and of their stages, with referrals and decisions not to refer.',
  apply: ({ day: since, referred, considered }) =>
    referred ? 'allowed' : since > 20 && !considered ? 'decisionOwed' : 'met',
  examples: [
    {
      name: 'in the informal stage',
      vector: 'IRO-03#1',
      given: { ...ON, day: 1, referred: true, considered: true },
      expect: 'allowed',
    },
    {
      name: 'day 21, unresolved, and nobody has considered it',
      vector: 'IRO-03#2',
      given: { ...ON, day: 21, referred: false, considered: false },
      expect: 'decisionOwed',
    },
  ],
})

const MOST_PER_POST = 70
const caseload = waits<
  { readonly on: IsoDay; readonly children: number; readonly posts: number },
  { readonly kind: 'within' | 'over'; readonly perPost: number }
>({
  id: 'IRO-04',
  name: "Reviewing officer's caseload",
  says: 'A full-time reviewing officer has 50 to 70 children. It is counted for each full-time post, of the service and not of a child.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [guidance('IRO Handbook (2010)', 'paragraph 7.15')],
  responsible: 'The manager of the reviewing service',
  trigger: 'the day asked about',
  waitsFor: 'In kith.team_membership how much of a full post each person works.',
  apply: ({ children, posts }) => {
    const perPost = Math.round(children / posts)
    return { kind: perPost > MOST_PER_POST ? 'over' : 'within', perPost }
  },
  examples: [
    {
      name: 'a full post',
      vector: 'IRO-04#1',
      given: { ...ON, children: 66, posts: 1 },
      expect: { kind: 'within', perPost: 66 },
    },
    {
      name: 'three fifths of a post',
      vector: 'IRO-04#2',
      given: { ...ON, children: 45, posts: 0.6 },
      expect: { kind: 'over', perPost: 75 },
    },
    {
      name: 'fewer than 50 is no fault',
      vector: 'IRO-04#3',
      given: { ...ON, children: 40, posts: 1 },
      expect: { kind: 'within', perPost: 40 },
    },
  ],
})

const officerTold = waits<{ readonly on: IsoDay; readonly told: IsoDay | undefined; readonly before: boolean }, Owed>({
  id: 'IRO-05',
  name: 'Reviewing officer watches between reviews',
  says: 'The reviewing officer is told of each placement plan, move, ending, placement with a parent, extension of temporary approval, move to other arrangements, and of decisions of a review that are not carried out.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('9(1)(b)(ii), 10(2)(d), 13(2)(i), 14(2)(b), 18(2)(d), 25(4)(c), 27(c), 37(b)')],
  responsible: "The child's social worker",
  trigger: 'the event',
  waitsFor:
    'A table of notices with the event that each is about: kith.told says only that the reviewing service was told.',
  apply: ({ on, told, before }) => (told !== undefined && (!before || told <= on) ? 'met' : 'owed'),
  examples: [
    { name: 'a move, not told', vector: 'IRO-05#1', given: { ...ON, told: undefined, before: false }, expect: 'owed' },
    {
      name: 'told before temporary approval was extended',
      vector: 'IRO-05#2',
      given: { on: day('2026-03-04'), told: day('2026-03-01'), before: true },
      expect: 'met',
    },
    {
      name: 'a decision of a review not carried out, not told',
      vector: 'IRO-05#3',
      given: { ...ON, told: undefined, before: false },
      expect: 'owed',
    },
  ],
})

export const LEARNING_WAITING = [educationGoesOn, virtualSchool, premium, exclusion, admission]
export const MISSING_WAITING = [reported, meeting, absence, slavery]
export const REVIEWING_WAITING = [cafcass, caseload, officerTold]
