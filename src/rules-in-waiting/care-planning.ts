// The rule of care planning that is not in force: CP-36.
import { day, type IsoDay } from '#calendar'
import { childrenAct1989, enacted } from '#law'
import { notYet, type Owed, waits } from './waits.ts'

/** Commenced: asked as if it were in force, so that the rule is ready on the day on which it is. */
type Offered = {
  readonly on: IsoDay
  readonly commenced: boolean
  readonly offered: boolean
  readonly notInInterest: boolean
}
const familyMeeting = waits<Offered, Owed>({
  id: 'CP-36',
  name: 'Family group meeting before proceedings',
  says: 'Before applying for a care or supervision order the council offers a family group decision-making meeting, unless it decides that this would not be in the child’s best interests.',
  level: 'statute',
  verification: 'secondary',
  cites: [childrenAct1989('31ZA'), enacted("Children's Wellbeing and Schools Act 2026 (c. 21)", 'section 1')],
  inForce: notYet(
    "Children's Wellbeing and Schools Act 2026 (c. 21), section 1: enacted on 29 April 2026, its commencement not found",
  ),
  trigger: 'the intention to apply',
  responsible: 'The council',
  waitsFor: 'Its commencement; and a table of family group meetings offered, held or declined.',
  asIfInForce: ({ commenced }) => commenced,
  apply: ({ offered, notInInterest }) => {
    if (offered) return 'met'
    return notInInterest ? 'excused' : 'owed'
  },
  examples: [
    {
      name: 'not in force: never raised as a breach',
      vector: 'CP-36#1',
      given: { on: day('2026-06-01'), commenced: false, offered: false, notInInterest: false },
      expect: { kind: 'notInForce', from: day('2026-04-29'), until: undefined },
    },
    {
      name: 'were it in force: no offer, and no reason',
      vector: 'CP-36#2',
      given: { on: day('2026-11-30'), commenced: true, offered: false, notInInterest: false },
      expect: 'owed',
    },
    {
      name: 'were it in force: decided that it would not be in the child’s best interests',
      vector: 'CP-36#3',
      given: { on: day('2026-11-30'), commenced: true, offered: false, notInInterest: true },
      expect: 'excused',
    },
  ],
})

export const CARE_PLANNING_NOT_YET = [familyMeeting]
