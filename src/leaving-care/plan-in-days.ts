// Our own rule LC-17: within how many working days of the assessment a pathway plan is made, where a council says so. No law.
import { day, type IsoDay, numberOf, workingDaysAfter } from '#calendar'
import { type Due, due, dueOn, named, rule } from '#law'
import { type Basis, basis } from '#ledger'

/** Working days, as a council may choose; none unless it does. */
export const DAYS_TO_PLAN = [10, 15, 20, 25, 30] as const
const LOCAL = named('Local practice')

export const pathwayPlanInDays = rule<{ readonly assessed: IsoDay; readonly days: number }, Due>({
  id: 'LC-17',
  name: 'Pathway plan within our own days',
  says: 'A pathway plan is made within the working days that this council has set for itself after the assessment of needs. The law says as soon as possible, and gives no number of days: this number is ours.',
  level: 'practice',
  verification: 'knowledge',
  cites: [LOCAL],
  inForce: { from: day('2011-04-01') },
  responsible: 'The council; the personal adviser',
  trigger: 'the day on which the assessment of needs was completed',
  interpretations: [
    {
      name: 'pathwayPlanInDays',
      asks: 'Within how many working days of the assessment of needs is a pathway plan made? The law gives no number.',
      taken: 'off',
      readings: {
        '10': 'Ten working days.',
        '15': 'Fifteen working days.',
        '20': 'Twenty working days.',
        '25': 'Twenty-five working days.',
        '30': 'Thirty working days.',
        off: 'No number of days: it is not counted here.',
      },
    },
  ],
  satisfiedBy: {
    fact: 'pathway plan approved',
    table: 'kith.plan, kith.plan_state, kith.needs_assessment',
    words:
      'A pathway plan is approved on or after the day of the assessment; of one agreed on paper, the day on the paper.',
  },
  decidedOn: ({ assessed }) => assessed,
  apply: ({ assessed, days }) => dueOn(workingDaysAfter(numberOf(assessed), days)),
  examples: [
    { name: 'twenty working days', given: { assessed: day('2026-06-10'), days: 20 }, expect: due('2026-07-08') },
    { name: 'ten, over Easter', given: { assessed: day('2026-03-30'), days: 10 }, expect: due('2026-04-15') },
    { name: 'fifteen, over Christmas', given: { assessed: day('2026-12-14'), days: 15 }, expect: due('2027-01-07') },
  ],
})

const planned = (n: number): Basis =>
  basis({
    id: `LC-17/${n}`,
    rule: pathwayPlanInDays,
    name: 'Pathway plan, by our own number of days',
    count: { unit: 'workingDays', n },
    since: 'the assessment of needs of',
    cites: LOCAL,
    kind: 'leavingCare',
    remark: 'How many days is local practice, not law.',
  })
export const PLANNED_IN: ReadonlyMap<number, Basis> = new Map(DAYS_TO_PLAN.map((n) => [n, planned(n)]))
