// The ways in which the care plan, the reviewing officer and what surrounds a review are counted.
import { carePlanning2010, childrenAct1989, guidance } from '#law'
import { type Basis, type BasisText, basis } from '#ledger'
import { aroundReview, carePlan, detentionPlan, healthPlan, PLAN_WORKING_DAYS, permanence } from './plan-rules.ts'
import { decisionsInWriting, healthTold, reviewerSpeaks, reviewingOfficerNamed, spokenAlone } from './review-rules.ts'

const NO_DAYS = { unit: 'none', n: 0 } as const
const BY = { unit: 'by', n: 0 } as const
const handbook = guidance('IRO Handbook (2010)', 'chapter 3')
const planBasis = (text: Omit<BasisText, 'kind'>): Basis => basis({ ...text, kind: 'carePlan' })

export const PLAN = planBasis({
  id: 'CP-01',
  rule: carePlan,
  name: 'Care plan',
  count: { unit: 'workingDays', n: PLAN_WORKING_DAYS },
  since: 'the start of the first placement on',
  cites: carePlanning2010('4(2)'),
  remark: 'It is owed before the placement where that is practicable.',
})
export const PLAN_BEFORE = planBasis({
  id: 'CP-01/planned',
  rule: carePlan,
  name: 'Care plan',
  count: { unit: 'byEnd', n: 0 },
  since: 'the first day of the first placement,',
  cites: carePlanning2010('4(2)'),
  remark: 'This placement was planned, so the care plan was owed before it.',
})
export const PERMANENCE = planBasis({
  id: 'CP-02',
  rule: permanence,
  name: 'Long-term plan in the care plan',
  count: BY,
  since: 'the second review, on',
  cites: carePlanning2010('5(1)(a)'),
})
export const HEALTH_PLAN = planBasis({
  id: 'HE-03/first-review',
  rule: healthPlan,
  name: 'Health in the care plan',
  count: BY,
  since: 'the first review, on',
  cites: carePlanning2010('5(1)(b)(i)'),
})
export const HEALTH_PLAN_REVISED = planBasis({
  id: 'HE-03/revised',
  rule: healthPlan,
  name: 'Health in the care plan revised',
  count: NO_DAYS,
  since: 'the health assessment of',
  cites: carePlanning2010('5(1)(b)(i)'),
})

/** The days that a council may choose below the level of law, each with its own basis. */
export const DAYS_AFTER_REVIEW = [5, 10, 15, 20] as const
const updated = (n: number): Basis =>
  planBasis({
    id: `CP-14/${n}`,
    rule: aroundReview,
    name: 'Care plan up to date after the review',
    count: { unit: 'workingDays', n },
    since: 'the review of',
    cites: handbook,
  })
export const UPDATED: ReadonlyMap<number, Basis> = new Map(DAYS_AFTER_REVIEW.map((n) => [n, updated(n)]))

export const DAYS_TO_NAME = [1, 3, 5, 10] as const
const named = (n: number): Basis =>
  basis({
    id: `CP-05/${n}`,
    rule: reviewingOfficerNamed,
    name: 'Reviewing officer named',
    count: { unit: 'workingDays', n },
    since: 'becoming looked after on',
    cites: handbook,
    kind: 'reviewingOfficer',
    remark: 'By law it is owed before the first review.',
  })
export const NAMED: ReadonlyMap<number, Basis> = new Map(DAYS_TO_NAME.map((n) => [n, named(n)]))
export const NAMED_AGAIN = basis({
  id: 'CP-05/again',
  rule: reviewingOfficerNamed,
  name: 'Another reviewing officer named',
  count: NO_DAYS,
  since: 'the one before stopped on',
  cites: childrenAct1989('25A(3)'),
  kind: 'reviewingOfficer',
})

export const IN_WRITING = basis({
  id: 'CP-11',
  rule: decisionsInWriting,
  name: 'Decisions of the review in writing',
  count: decisionsInWriting.interval,
  since: 'the review of',
  cites: handbook,
  kind: 'reviewDecision',
})
export const SPEAKS = basis({
  id: 'CP-15',
  rule: reviewerSpeaks,
  name: 'Reviewing officer speaks with the child',
  count: BY,
  since: 'the review on',
  cites: carePlanning2010('36(1)(b)'),
  kind: 'reviewerTalk',
})
export const ALONE = basis({
  id: 'CP-25',
  rule: spokenAlone,
  name: 'Speaking alone with the child on a visit',
  count: BY,
  since: 'the visit on',
  cites: carePlanning2010('29'),
  kind: 'visit',
})
export const DETENTION_PLAN = basis({
  id: 'CP-29',
  rule: detentionPlan,
  name: 'Detention placement plan',
  count: { unit: 'workingDays', n: 10 },
  since: 'the start of this placement on',
  cites: carePlanning2010('47C'),
  kind: 'placementPlan',
})
export const HEALTH_TOLD = basis({
  id: 'HE-04',
  rule: healthTold,
  name: 'Health team told',
  count: healthTold.interval,
  since: 'becoming looked after on',
  cites: carePlanning2010('13(2)(f)'),
  kind: 'told',
  remark: 'It is owed before the placement where that was planned.',
})

export const CARE_PLANNING_BASES: readonly Basis[] = [
  ...[PLAN, PLAN_BEFORE, PERMANENCE, HEALTH_PLAN, HEALTH_PLAN_REVISED],
  ...[...UPDATED.values(), ...NAMED.values(), NAMED_AGAIN],
  ...[IN_WRITING, SPEAKS, ALONE, DETENTION_PLAN, HEALTH_TOLD],
]
