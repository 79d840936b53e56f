// Rules PL-03 and PL-10: what is made up for within days where a child had to move at once, out of area or to a parent.
import { day, workingDaysAfter } from '#calendar'
import { carePlanning2010, countedRule, phasedRule } from '#law'
import { type Basis, basis, coveredThrough, type Duty, raisedBy, settle } from '#ledger'
import { by, type HomeCase, ofHome } from './home-case.ts'

const STEPS_DAYS = 5
export const emergencySteps = countedRule({
  id: 'PL-03',
  name: 'After an emergency out of area',
  says: 'Where a home out of area was approved in an emergency, what regulation 11(2) asks for and was left out is done within five working days of the approval: relatives are asked where that is right, and the council of that area is told and asked.',
  level: 'regulation',
  verification: 'knowledge',
  cites: [carePlanning2010('11(3)')],
  inForce: { from: day('2011-04-01') },
  responsible: 'A nominated officer; the director of children’s services',
  trigger: 'the day of the approval',
  satisfiedBy: {
    fact: 'relatives asked, and the council of the area told',
    table: 'kith.home_check, kith.decision, kith.approval_answer',
    words: 'The day of each, the last of them within the days; or that it was not right to ask relatives.',
  },
  interval: { n: STEPS_DAYS, unit: 'workingDays' },
  vectors: [
    ['2026-12-24', '2027-01-05', 'approved on Christmas Eve'],
    ['2023-05-04', '2023-05-12', 'the bank holiday of the coronation'],
  ],
})

const TEN_DAYS = 10
export const parentAssessed = phasedRule({
  id: 'PL-10',
  name: 'After placing with a parent at once',
  says: 'Where a child in care by order was placed with a parent before the assessment, it is completed within ten working days, and within ten working days more it is decided whether the child stays.',
  level: 'regulation',
  verification: 'knowledge',
  cites: [carePlanning2010('19')],
  inForce: { from: day('2011-04-01') },
  responsible: 'The council; a nominated officer',
  trigger: 'the day this placement began, or on which the assessment was completed',
  satisfiedBy: {
    fact: 'assessment of the parent, and the decision on it',
    table: 'kith.parent_assessment, kith.placement_decision',
    words: 'The day on which the assessment was completed, and the day of the decision.',
  },
  phases: { assessment: { n: TEN_DAYS, unit: 'workingDays' }, decision: { n: TEN_DAYS, unit: 'workingDays' } },
  vectors: [
    ['assessment', '2026-03-26', '2026-04-13', 'over Easter'],
    ['decision', '2026-04-13', '2026-04-27', 'the decision'],
  ],
})

const STEPS = basis({
  id: 'PL-03',
  rule: emergencySteps,
  name: 'Relatives and that area, after an emergency',
  count: { unit: 'workingDays', n: STEPS_DAYS },
  since: 'the approval of',
  cites: carePlanning2010('11(3)'),
  kind: 'homeDecision',
})
const assessment = { rule: parentAssessed, cites: carePlanning2010('19'), kind: 'parentAssessment' } as const
const ASSESSED = basis({
  ...assessment,
  id: 'PL-10/assessment',
  name: 'Assessment of the parent',
  count: { unit: 'workingDays', n: TEN_DAYS },
  since: 'moving to the parent on',
})
const DECIDED = basis({
  ...assessment,
  id: 'PL-10/decision',
  name: 'Decision after the assessment of the parent',
  count: { unit: 'workingDays', n: TEN_DAYS },
  since: 'the assessment of',
})
export const EMERGENCY_BASES: readonly Basis[] = [STEPS, ASSESSED, DECIDED]

const APPROVALS: readonly string[] = ['placement outside the area', 'placement at a distance']
const noHolidays = (due: number | undefined) => (due === undefined ? 'bankHolidays' : undefined)

export function emergencyDuties(out: Duty[], known: HomeCase): void {
  const { placement, facts, covered, closes, closing, on, approved, from, until, outside, lines } = known
  const check = ofHome(facts.checks, known)
  if (check === undefined || !check.emergency || !outside) return
  const given = approved
    .filter(({ kind, day: at, about }) => {
      return (
        APPROVALS.includes(kind) &&
        at <= on &&
        (lines.includes(about ?? '') || (about === undefined && at > from && at < until))
      )
    })
    .toSorted((a, b) => a.day - b.day)[0]
  if (given === undefined) return
  const asked = check.noRelatives ? given.day : by(check.relatives, on)
  const told = by(check.areaTold, on)
  const done = asked === undefined || told === undefined ? undefined : Math.max(asked, told)
  const due = workingDaysAfter(given.day, STEPS_DAYS)
  const rest = {
    trigger: given.day,
    due,
    closes,
    closing,
    spans: covered.homeDecision,
    missing: noHolidays(due),
  } as const
  out.push(settle(raisedBy(STEPS, placement, rest), done === undefined ? undefined : check, done))
}

/** Only of a child in care by order, placed with a parent at once. */
export function parentDuties(out: Duty[], known: HomeCase): void {
  const { placement, facts, covered, closes, closing, on, inCare } = known
  const { began, beganKnown } = placement
  if (placement.immediate === undefined || !inCare || !beganKnown) return
  if (coveredThrough(covered.parentAssessment, began) === undefined) return
  const found = ofHome(facts.assessments, known)
  const rest = { closes, closing, spans: covered.parentAssessment }
  const completed = by(found?.completed, on)
  const due = workingDaysAfter(began, TEN_DAYS)
  const owed = raisedBy(ASSESSED, placement, { ...rest, trigger: began, due, missing: noHolidays(due) })
  out.push(settle(owed, completed === undefined ? undefined : found, completed))
  if (found === undefined || completed === undefined) return
  const decideBy = workingDaysAfter(completed, TEN_DAYS)
  const decided = by(found.decided, on)
  const asked = raisedBy(DECIDED, found, { ...rest, trigger: completed, due: decideBy, missing: noHolidays(decideBy) })
  out.push(settle(asked, decided === undefined ? undefined : found, decided))
}
