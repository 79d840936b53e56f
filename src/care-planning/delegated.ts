// Rule PL-22 as a duty: the placement plan that was approved for a home says who decides what.
import { type DayNumber, day, type IsoDay } from '#calendar'
import { carePlanning2010, enacted, rule } from '#law'
import { type Basis, basis, type Duty, type Raised, type Recorded, type Span, settle } from '#ledger'

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
    fact: 'the part “who decides what” of an approved placement plan',
    table: 'kith.plan_state, kith.plan_part, kith.plan',
    words:
      'A placement plan with a line that says who may decide is approved: from four weeks before the first day of the home on. Where nothing changed, the next edition says it again.',
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
const DECIDES = basis({
  id: 'PL-22',
  rule: delegated,
  name: 'Who may decide what',
  count: { unit: 'none', n: 0 },
  since: 'the start of this placement on',
  cites: carePlanning2010('Schedule 2 paragraph 3'),
  kind: 'whoDecides',
  remark: 'The placement plan itself has a day; this part of it has none of its own.',
})
export const DELEGATED_BASES: readonly Basis[] = [DECIDES]

/** A placement plan was approved with a line that says who may decide something. */
export interface DelegatedOn extends Recorded {
  readonly day: DayNumber
}
interface Decided {
  readonly approved: readonly DelegatedOn[]
  readonly spans: readonly Span[]
}

/** `plan`: the duty of the placement plan, as it was raised for the same home. */
export function delegatedDuty(out: Duty[], plan: Raised, { approved, spans }: Decided): void {
  const { trigger, closes } = plan
  const met =
    trigger === undefined
      ? undefined
      : approved.find(({ day: on }) => on >= trigger - FOUR_WEEKS && (closes === undefined || on <= closes))
  const missing = trigger === undefined ? plan.missing : undefined
  out.push(settle({ ...plan, basis: DECIDES, due: undefined, spans, missing }, met, met?.day))
}
