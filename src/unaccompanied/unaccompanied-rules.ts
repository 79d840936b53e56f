// Rules UA-02, UA-03, UA-04 and UA-05: what the plans say of a child who came alone, an age that is doubted, the days of immigration, a guardian.
import { addDays, addMonths, addWorkingDays, day, type IsoDay } from '#calendar'
import { carePlanning2010, enacted, guidance, named, rule, unknown } from '#law'

type Owed = 'met' | 'owed'
type DueDay = { readonly kind: 'due'; readonly day: IsoDay }
const dueOn = (text: string): DueDay => ({ kind: 'due', day: day(text) })
const ON = { on: day('2026-06-01') } as const
const HOLIDAYS = 'the bank holidays of those years'
export const APPEAL_DAYS = 14
const SOLICITOR_MONTHS = 3

export const recordStatus = rule<
  { readonly on: IsoDay; readonly inCarePlan: boolean; readonly inAssessment: boolean },
  Owed
>({
  id: 'UA-02',
  name: 'Unaccompanied or trafficked: recorded in the plans',
  says: 'The care plan, and at 16 the assessment of needs, say that the child is unaccompanied or may have been trafficked, and what that asks of us.',
  level: 'regulation',
  verification: 'secondary',
  cites: [carePlanning2010('5(1)(f)'), carePlanning2010('42(2)(ba)')],
  inForce: { from: day('2014-08-01') },
  responsible: "The child's social worker",
  trigger: 'the care plan, or the assessment of needs',
  satisfiedBy: {
    fact: 'that part of the care plan, or the assessment of needs',
    table: 'kith.arrival_alone, kith.plan_part, kith.needs_assessment',
    words: 'The part of the care plan is written, or the assessment of needs says that it was thought of.',
  },
  decidedOn: ({ on }) => on,
  apply: ({ inCarePlan, inAssessment }) => (inCarePlan || inAssessment ? 'met' : 'owed'),
  examples: [
    {
      name: 'the care plan says nothing of it',
      vector: 'UA-02#1',
      given: { ...ON, inCarePlan: false, inAssessment: false },
      expect: 'owed',
    },
    {
      name: 'the assessment of needs considers it',
      vector: 'UA-02#2',
      given: { ...ON, inCarePlan: false, inAssessment: true },
      expect: 'met',
    },
  ],
})

export const ageAssessed = rule<
  { readonly on: IsoDay; readonly asks: 'completeBy' | 'ageMeanwhile'; readonly localDays: number },
  DueDay | 'claimedAge'
>({
  id: 'UA-03',
  name: 'Age assessment',
  says: 'Age is assessed only where there is significant reason to doubt it. No number of days is set; 28 working days are local. Until it is complete the child is treated as of the age that they claim.',
  level: 'practice',
  verification: 'knowledge',
  cites: [guidance('Age assessment guidance (ADCS)', ''), enacted('Nationality and Borders Act 2022', 'Part 4')],
  responsible: 'The council',
  inForce: { from: day('2011-04-01') },
  trigger: 'the day on which the doubt was recorded',
  satisfiedBy: {
    fact: 'assessment of age decided',
    table: 'kith.age_assessment',
    words: 'What was decided is recorded, with its day.',
  },
  decidedOn: ({ on }) => on,
  apply: ({ on, asks, localDays }) => {
    if (asks === 'ageMeanwhile') return 'claimedAge'
    const until = addWorkingDays(on, localDays)
    return until === undefined ? unknown(HOLIDAYS) : { kind: 'due', day: until }
  },
  examples: [
    {
      name: '28 working days',
      given: { on: day('2026-02-02'), asks: 'completeBy', localDays: 28 },
      expect: dueOn('2026-03-12'),
    },
    {
      name: 'disputed and not complete: the clocks run on the claimed age',
      vector: 'UA-03#2',
      given: { on: day('2026-02-02'), asks: 'ageMeanwhile', localDays: 28 },
      expect: 'claimedAge',
    },
  ],
})

export const immigrationDays = rule<
  | { readonly asks: 'leaveAtMost'; readonly on: IsoDay; readonly born: IsoDay }
  | { readonly asks: 'appealBy' | 'applyBy' | 'solicitorBy'; readonly on: IsoDay },
  DueDay
>({
  id: 'UA-04',
  name: 'Days of immigration followed',
  says: 'Where leave to remain ends on a day, the next application is made by that day. A refusal may be appealed within 14 days of being sent. Leave as an unaccompanied child ends at 17 and a half at the latest. A solicitor is asked three months before leave ends, by local practice. Counted are the application and the appeal, of a child in care.',
  level: 'practice',
  verification: 'knowledge',
  cites: [
    named('Immigration Rules, paragraphs 352ZC to 352ZF'),
    named('Tribunal Procedure (Immigration) Rules 2014, rule 19'),
  ],
  inForce: { from: day('2014-10-20') },
  responsible: "The child's social worker; the solicitor",
  trigger: 'the day on which leave was granted, or a refusal was sent',
  satisfiedBy: {
    fact: 'another application, or an appeal',
    table: 'kith.status_application',
    words: 'An application made while the leave lasts; an appeal made after the refusal.',
  },
  decidedOn: ({ on }) => on,
  apply: (given) => {
    if (given.asks === 'leaveAtMost') return { kind: 'due', day: addMonths(given.born, 17 * 12 + 6) }
    if (given.asks === 'solicitorBy') return { kind: 'due', day: addMonths(given.on, -SOLICITOR_MONTHS) }
    return { kind: 'due', day: given.asks === 'appealBy' ? addDays(given.on, APPEAL_DAYS) : given.on }
  },
  examples: [
    {
      name: '17 and a half, born on 31 August',
      given: { asks: 'leaveAtMost', on: day('2026-06-01'), born: day('2009-08-31') },
      expect: dueOn('2027-02-28'),
    },
    { name: 'a refusal sent', given: { asks: 'appealBy', on: day('2026-06-01') }, expect: dueOn('2026-06-15') },
    {
      name: 'a solicitor three months before leave ends',
      given: { asks: 'solicitorBy', on: day('2027-02-28') },
      expect: dueOn('2026-11-28'),
    },
    {
      name: 'leave until a day: the next application by that day',
      given: { asks: 'applyBy', on: day('2027-02-28') },
      expect: dueOn('2027-02-28'),
    },
  ],
})

export const sameClocks = rule<
  | { readonly asks: 'healthAssessed'; readonly becameLookedAfter: IsoDay }
  | {
      readonly asks: 'guardian'
      readonly on: IsoDay
      readonly serviceHere: boolean
      readonly referred: IsoDay | undefined
    },
  DueDay | Owed | 'notOwed'
>({
  id: 'UA-05',
  name: 'The same clocks for unaccompanied children',
  says: 'An unaccompanied child is looked after like any other: the same reviews, visits, health assessments and education plans, from the same days. Where the age is disputed the clocks run on the claimed age. A child who may have been trafficked is referred to an independent child trafficking guardian, where there is such a service.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [guidance('Care of unaccompanied migrant children and child victims of modern slavery (DfE, 2017)', '')],
  inForce: { from: day('2017-11-01') },
  satisfiedBy: {
    fact: 'as the other rules say; the referral to a guardian',
    table: 'kith.unaccompanied, kith.care_period, kith.birth_claim, kith.slavery_referral',
    words: 'What satisfies each of the other rules; and the day of the referral to a guardian.',
  },
  trigger: 'the day this period of care began; the day on which it was seen that they may have been trafficked',
  responsible: 'The council',
  decidedOn: (given) => (given.asks === 'guardian' ? given.on : given.becameLookedAfter),
  apply: (given) => {
    if (given.asks === 'guardian')
      return given.serviceHere ? (given.referred === undefined ? 'owed' : 'met') : 'notOwed'
    const until = addWorkingDays(given.becameLookedAfter, 20)
    return until === undefined ? unknown(HOLIDAYS) : { kind: 'due', day: until }
  },
  examples: [
    {
      name: 'health assessment: as for every child',
      vector: 'UA-05#1',
      given: { asks: 'healthAssessed', becameLookedAfter: day('2026-03-27') },
      expect: dueOn('2026-04-28'),
    },
    {
      name: 'may have been trafficked, and not referred to a guardian',
      vector: 'UA-05#2',
      given: { asks: 'guardian', ...ON, serviceHere: true, referred: undefined },
      expect: 'owed',
    },
    {
      name: 'no such service in this area',
      given: { asks: 'guardian', ...ON, serviceHere: false, referred: undefined },
      expect: 'notOwed',
    },
  ],
})
