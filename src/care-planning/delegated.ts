// Rule PL-22 as a duty: the placement plan says who decides what, as late as the plan itself may be.
import { type DayNumber, day, type IsoDay } from '#calendar'
import { carePlanning2010, enacted, rule } from '#law'
import { type Basis, basis, type Duty, type Raised, type Recorded, settle } from '#ledger'

type Owed = 'met' | 'owed' | 'notOwed'

export const delegated = rule<{ readonly on: IsoDay; readonly recorded: boolean; readonly planOwed: boolean }, Owed>({
  id: 'PL-22',
  name: 'Who may decide what for the child',
  says: 'The placement plan says what the carers may decide, and what needs a parent or the council.',
  level: 'regulation',
  verification: 'secondary',
  responsible: 'The council',
  cites: [
    carePlanning2010('Schedule 2 paragraph 3'),
    enacted(
      'Care Planning, Placement and Case Review and Fostering Services (Miscellaneous Amendments) Regulations 2013 (SI 2013/984)',
      '',
    ),
  ],
  inForce: { from: day('2013-07-01') },
  trigger: 'the placement plan',
  satisfiedBy: {
    fact: 'the part “who decides what” of the placement plan',
    table: 'kith.plan_part, kith.plan',
    words:
      'A line that says who may decide is written in the placement plan: from four weeks before the first day of the home on.',
  },
  decidedOn: ({ on }) => on,
  apply: ({ recorded, planOwed }) => (recorded ? 'met' : planOwed ? 'owed' : 'notOwed'),
  examples: [
    {
      name: 'six days, and nothing recorded',
      vector: 'PL-22#1',
      given: { on: day('2026-06-01'), recorded: false, planOwed: true },
      expect: 'owed',
    },
    {
      name: 'recorded, and looked at in the review',
      vector: 'PL-22#2',
      given: { on: day('2026-06-01'), recorded: true, planOwed: true },
      expect: 'met',
    },
  ],
})

const FOUR_WEEKS = 28
const text = {
  rule: delegated,
  name: 'Who may decide what',
  cites: carePlanning2010('Schedule 2 paragraph 3'),
} as const
const kind = 'placementPlan' as const
const WITHIN = basis({
  ...text,
  kind,
  id: 'PL-22',
  count: { unit: 'workingDays', n: 5 },
  since: 'the start of this placement on',
})
const BEFORE = basis({
  ...text,
  kind,
  id: 'PL-22/planned',
  count: { unit: 'byEnd', n: 0 },
  since: 'the first day of this placement,',
})
export const DELEGATED_BASES: readonly Basis[] = [WITHIN, BEFORE]

/** A line of who may decide was written. */
export interface DelegatedOn extends Recorded {
  readonly day: DayNumber
}

/** `plan`: the duty of the placement plan, as it was raised for the same home. */
export function delegatedDuty(
  out: Duty[],
  plan: Raised,
  { planned, written }: { readonly planned: boolean; readonly written: readonly DelegatedOn[] },
): void {
  const { trigger, closes } = plan
  const met =
    trigger === undefined
      ? undefined
      : written.find(({ day: on }) => on >= trigger - FOUR_WEEKS && (closes === undefined || on <= closes))
  out.push(settle({ ...plan, basis: planned ? BEFORE : WITHIN }, met, met?.day))
}
