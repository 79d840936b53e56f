// Rules CP-01, CP-02, CP-14, CP-29 and HE-03: the care plan in time, and what it holds when.
import { day, type IsoDay, numberOf, workingDaysAfter } from '#calendar'
import { carePlanning2010, childrenAct1989, type Due, due, dueOn, enacted, guidance, phasedRule, rule } from '#law'

const volume2 = (paragraph: string) => guidance('Children Act 1989 Guidance, Volume 2', paragraph)
const APPROVED = {
  fact: 'care plan approved',
  table: 'kith.plan, kith.plan_state',
} as const
const FROM = day('2011-04-01')

export interface CarePlanGiven {
  readonly placed: IsoDay
  readonly planned: boolean
  /** Care proceedings: the court directs the day (section 31A). */
  readonly courtDirects: boolean
}

export const PLAN_WORKING_DAYS = 10
const given = (placed: string, facts: Partial<CarePlanGiven> = {}): CarePlanGiven => ({
  placed: day(placed),
  planned: false,
  courtDirects: false,
  ...facts,
})

export const carePlan = rule<CarePlanGiven, Due | { readonly kind: 'courtDirects' }>({
  id: 'CP-01',
  name: 'Care plan before the first placement',
  says: 'A care plan is made before the first placement of this time in care or, where that is not reasonably practicable, within ten working days of its start. In care proceedings the court says when.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('4(1), (2), (4) and (5)'), carePlanning2010('5'), childrenAct1989('31A')],
  inForce: { from: FROM },
  satisfiedBy: { ...APPROVED, words: 'The care plan is approved: the day on which it took effect.' },
  trigger: 'the start of the first placement of this period of care',
  responsible: "The child's social worker; who approves is the council's own rule",
  decidedOn: ({ placed }) => placed,
  apply: ({ placed, planned, courtDirects }) => {
    if (courtDirects) return { kind: 'courtDirects' }
    return planned ? { kind: 'due', day: placed } : dueOn(workingDaysAfter(numberOf(placed), PLAN_WORKING_DAYS))
  },
  examples: [
    { name: 'over Easter', given: given('2026-03-27'), expect: due('2026-04-14') },
    { name: 'a Saturday, over Christmas', given: given('2026-12-19'), expect: due('2027-01-06') },
    { name: 'over leap day', given: given('2024-02-20'), expect: due('2024-03-05') },
    { name: 'planned: by the day it begins', given: given('2026-03-27', { planned: true }), expect: due('2026-03-27') },
    {
      name: 'an interim care order: the court directs the day',
      vector: 'CP-01#4',
      given: given('2026-03-27', { courtDirects: true }),
      expect: { kind: 'courtDirects' },
    },
  ],
})

export interface PermanenceGiven {
  readonly on: IsoDay
  /** The day of the second review; undefined: not held yet. */
  readonly secondReview: IsoDay | undefined
  readonly inPlan: IsoDay | undefined
}
type InTime = { readonly kind: 'notYetDue' | 'met' } | { readonly kind: 'owedAt'; readonly review: IsoDay }

export const permanence = rule<PermanenceGiven, InTime>({
  id: 'CP-02',
  name: 'Plan for permanence by the second review',
  says: 'By the second review of this time in care the care plan says where and with whom the child will grow up. It counts by reviews, not by months.',
  level: 'statutory-guidance',
  verification: 'secondary',
  cites: [volume2('chapters 2 and 4'), guidance('IRO Handbook (2010)', 'chapter 3'), carePlanning2010('5(1)(a)')],
  inForce: { from: FROM },
  satisfiedBy: {
    fact: 'the part “long-term plan” of the care plan',
    table: 'kith.plan_part, kith.review',
    words: 'The long-term plan is written in the care plan, on the day of the second review at the latest.',
  },
  trigger: 'the first review of this period of care',
  responsible: 'The council; the reviewing officer has to be satisfied',
  decidedOn: ({ on }) => on,
  apply: ({ secondReview, inPlan }) => {
    if (inPlan !== undefined && (secondReview === undefined || inPlan <= secondReview)) return { kind: 'met' }
    return secondReview === undefined ? { kind: 'notYetDue' } : { kind: 'owedAt', review: secondReview }
  },
  examples: [
    {
      name: 'the second review held, and nothing in the plan: owed at that review',
      vector: 'CP-02#1',
      given: { on: day('2026-07-24'), secondReview: day('2026-07-24'), inPlan: undefined },
      expect: { kind: 'owedAt', review: day('2026-07-24') },
    },
    {
      name: 'one review held',
      vector: 'CP-02#2',
      given: { on: day('2026-07-24'), secondReview: undefined, inPlan: undefined },
      expect: { kind: 'notYetDue' },
    },
    {
      name: 'in the plan before it',
      given: { on: day('2026-07-24'), secondReview: day('2026-07-24'), inPlan: day('2026-07-01') },
      expect: { kind: 'met' },
    },
  ],
})

export type AroundReviewGiven = {
  readonly asks: 'planUpdated' | 'reportLodged'
  readonly review: IsoDay
  readonly days: number
}

export const aroundReview = rule<AroundReviewGiven, Due>({
  id: 'CP-14',
  name: 'Care plan updated around the review',
  says: 'After a review the care plan is brought up to date, within ten working days by practice; three working days before the next, report and plan are with the reviewing officer. The guidance sets no days for the plan: a council may set them. It is counted from the latest review.',
  level: 'statutory-guidance',
  verification: 'secondary',
  cites: [guidance('IRO Handbook (2010)', 'chapter 3'), volume2('chapter 4')],
  inForce: { from: FROM },
  satisfiedBy: { ...APPROVED, words: 'An edition of the care plan approved on or after the day of the review.' },
  trigger: 'the day of the review',
  responsible: "The child's social worker",
  waitsFor:
    'A table of reports to a review with the day on which each reached the reviewing officer: only the plan is counted.',
  interpretations: [
    {
      name: 'planAfterReview',
      asks: 'Within how many working days of a review is the care plan brought up to date?',
      taken: '10',
      readings: {
        '5': 'Five working days.',
        '10': 'Ten working days.',
        '15': 'Fifteen working days.',
        '20': 'Twenty working days.',
        off: 'No number of days: it is not counted here.',
      },
    },
  ],
  decidedOn: ({ review }) => review,
  apply: ({ asks, review, days }) => dueOn(workingDaysAfter(numberOf(review), asks === 'planUpdated' ? days : -days)),
  examples: [
    {
      name: 'ten working days',
      given: { asks: 'planUpdated', review: day('2026-06-03'), days: 10 },
      expect: due('2026-06-17'),
    },
    {
      name: 'over the summer bank holiday',
      given: { asks: 'planUpdated', review: day('2026-08-20'), days: 10 },
      expect: due('2026-09-04'),
    },
    {
      name: 'three working days before, counted back over Easter',
      given: { asks: 'reportLodged', review: day('2026-04-08'), days: 3 },
      expect: due('2026-04-01'),
    },
  ],
})

export const detentionPlan = phasedRule({
  id: 'CP-29',
  name: 'Children on remand',
  says: 'A child on remand is looked after. In youth detention accommodation a detention placement plan takes the place of the placement plan, within ten working days. Visits and reviews are owed as for every child.',
  level: 'regulation',
  verification: 'knowledge',
  cites: [
    enacted('Legal Aid, Sentencing and Punishment of Offenders Act 2012', 'section 104'),
    carePlanning2010('47A to 47F'),
  ],
  inForce: { from: day('2013-04-01') },
  satisfiedBy: {
    fact: 'placement plan',
    table: 'kith.placement_plan, kith.legal_basis',
    words: 'The plan for the place of detention, the day on which it was prepared.',
  },
  trigger: 'the day this placement began',
  responsible: 'The designated council, with the manager of the place',
  phases: { plan: { n: 10, unit: 'workingDays' }, review: { n: 20, unit: 'workingDays' } },
  vectors: [
    ['plan', '2026-05-01', '2026-05-18', 'over the early May bank holiday'],
    ['review', '2026-05-01', '2026-06-02', 'the first review, as for every child'],
  ],
})

export interface HealthPlanGiven {
  readonly firstReview: IsoDay | undefined
  readonly assessed: IsoDay | undefined
  readonly written: IsoDay | undefined
}

export const healthPlan = rule<HealthPlanGiven, { readonly kind: 'owedAtReview' | 'stale' | 'met' | 'notYetDue' }>({
  id: 'HE-03',
  name: 'Health plan',
  says: 'The care plan says what keeps the child well: there for the first review, and revised after each health assessment.',
  level: 'regulation',
  verification: 'primary',
  cites: [
    carePlanning2010('5(1)(b)(i)'),
    carePlanning2010('Schedule 1 paragraph 1'),
    guidance('Promoting the health and well-being of looked-after children (2015)', 'paragraph 41'),
  ],
  inForce: { from: FROM },
  satisfiedBy: {
    fact: 'the part “health” of the care plan',
    table: 'kith.plan_part, kith.health_assessment',
    words: 'The part on health is written, on or after the day of the latest assessment.',
  },
  trigger: 'the first review, or the latest health assessment',
  responsible: "The child's social worker, with health",
  decidedOn: ({ firstReview, assessed, written }) => firstReview ?? assessed ?? written,
  apply: ({ firstReview, assessed, written }) => {
    if (written === undefined) return { kind: firstReview === undefined ? 'notYetDue' : 'owedAtReview' }
    return { kind: assessed !== undefined && written < assessed ? 'stale' : 'met' }
  },
  examples: [
    {
      name: 'the first review, and nothing on health in the plan',
      vector: 'HE-03#1',
      given: { firstReview: day('2026-04-28'), assessed: undefined, written: undefined },
      expect: { kind: 'owedAtReview' },
    },
    {
      name: 'assessed since it was written',
      vector: 'HE-03#2',
      given: { firstReview: day('2026-04-28'), assessed: day('2026-07-01'), written: day('2026-06-01') },
      expect: { kind: 'stale' },
    },
    {
      name: 'revised after the assessment',
      given: { firstReview: day('2026-04-28'), assessed: day('2026-07-01'), written: day('2026-07-03') },
      expect: { kind: 'met' },
    },
  ],
})
