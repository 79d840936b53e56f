// Rules UA-02 and UA-03: what care plan and assessment say of a child who came alone, and an age that is doubted.
import { addWorkingDays, day, type IsoDay } from '#calendar'
import { carePlanning2010, enacted, guidance, rule, unknown } from '#law'

type Owed = 'met' | 'owed'
type DueDay = { readonly kind: 'due'; readonly day: IsoDay }
const dueOn = (text: string): DueDay => ({ kind: 'due', day: day(text) })
const ON = { on: day('2026-06-01') } as const
const HOLIDAYS = 'the bank holidays of those years'

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
