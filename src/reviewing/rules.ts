// Rules IRO-01 to IRO-04: a dispute within twenty working days, the informal answer, Cafcass, and how many children an officer has.
import { day, type IsoDay } from '#calendar'
import { carePlanning2010, childrenAct1989, countedRule, guidance, rule } from '#law'
import { WHOLE_WORKING_DAYS } from './dispute.ts'

const FROM = day('2011-04-01')
const handbook = (paragraph: string) => guidance('IRO Handbook (2010)', paragraph)
const DISPUTES = 'kith.dispute, kith.dispute_stage'

export const disputeSettled = countedRule({
  id: 'IRO-01',
  name: 'Dispute settled within twenty working days',
  says: 'The whole formal way of a dispute, from its start to the chief executive, takes no more than twenty working days. The reviewing officer may pass over any tier. How long each tier has is the council’s own protocol.',
  level: 'statutory-guidance',
  verification: 'secondary',
  cites: [handbook('chapter 6')],
  inForce: { from: FROM },
  satisfiedBy: {
    fact: 'the end of the dispute, or its referral',
    table: `${DISPUTES}, kith.dispute_end, kith.dispute_referral`,
    words: 'The child’s circumstances have changed, the dispute is withdrawn, or it is referred to Cafcass.',
  },
  trigger: 'the first day at a manager',
  responsible: 'The reviewing officer; each tier of management',
  interpretations: [
    {
      name: 'disputeStage',
      asks: 'How many working days has each formal tier? The handbook sets the whole, and not the parts.',
      taken: '4',
      readings: {
        '2': 'Two working days.',
        '3': 'Three working days.',
        '4': 'Four working days: five tiers make up the twenty.',
        '5': 'Five working days: the twenty are over before the chief executive’s are.',
      },
    },
  ],
  interval: { n: WHOLE_WORKING_DAYS, unit: 'workingDays' },
  vectors: [
    ['2026-03-26', '2026-04-27', 'over Easter'],
    ['2026-12-10', '2027-01-12', 'over Christmas'],
    ['2026-08-06', '2026-09-04', 'over the summer bank holiday'],
  ],
})

export const informalAnswered = countedRule({
  id: 'IRO-02',
  name: 'Informal concern answered',
  says: 'A concern that the reviewing officer raises informally is answered, or taken further, within ten working days. Some protocols say five. It does not count into the twenty.',
  level: 'practice',
  verification: 'secondary',
  cites: [guidance('Nottinghamshire procedures', 'dispute resolution')],
  inForce: { from: FROM },
  satisfiedBy: {
    fact: 'an answer, or the next tier',
    table: `${DISPUTES}, kith.dispute_answer, kith.dispute_end`,
    words: 'An answer is recorded, it is taken to a manager, or it is over.',
  },
  trigger: 'the day on which it was raised informally',
  responsible: 'The social worker and their team manager',
  interpretations: [
    {
      name: 'disputeInformal',
      asks: 'Within how many working days is an informal concern answered?',
      taken: '10',
      readings: { '5': 'Five working days.', '10': 'Ten working days.' },
    },
  ],
  interval: { n: 10, unit: 'workingDays' },
  vectors: [['2026-05-21', '2026-06-05', 'over the spring bank holiday']],
})

interface CafcassGiven {
  readonly on: IsoDay
  /** Working days since the first day at a manager. */
  readonly day: number
  readonly referred: boolean
  readonly considered: boolean
}
export const cafcass = rule<CafcassGiven, 'allowed' | 'decisionOwed' | 'met'>({
  id: 'IRO-03',
  name: 'Reviewing officer refers to Cafcass',
  says: 'A reviewing officer may refer a case to Cafcass at any stage of a dispute, and does so where it is right. A dispute that is open after twenty working days makes a line here until they have referred it, or have said why not.',
  level: 'statute',
  verification: 'secondary',
  cites: [childrenAct1989('25B(3)'), carePlanning2010('45')],
  inForce: { from: FROM },
  satisfiedBy: {
    fact: 'a referral, or the decision not to',
    table: `${DISPUTES}, kith.dispute_referral, kith.dispute_end`,
    words: 'The reviewing officer refers to Cafcass, or records why not; or the dispute is over.',
  },
  trigger: 'the failure that is not resolved',
  responsible: 'The reviewing officer',
  decidedOn: ({ on }) => on,
  apply: ({ day: since, referred, considered }) => {
    if (referred) return 'allowed'
    return since > WHOLE_WORKING_DAYS && !considered ? 'decisionOwed' : 'met'
  },
  examples: [
    {
      name: 'in the informal stage',
      vector: 'IRO-03#1',
      given: { on: day('2026-06-01'), day: 1, referred: true, considered: true },
      expect: 'allowed',
    },
    {
      name: 'day 21, unresolved, and nobody has considered it',
      vector: 'IRO-03#2',
      given: { on: day('2026-06-01'), day: 21, referred: false, considered: false },
      expect: 'decisionOwed',
    },
  ],
})

export const MOST_PER_POST = 70
export type Caseload = { readonly kind: 'within' | 'over'; readonly perPost: number }
interface CaseloadGiven {
  readonly on: IsoDay
  readonly children: number
  /** Of full posts: 0.6 is three fifths of one. */
  readonly posts: number
}
export const caseload = rule<CaseloadGiven, Caseload>({
  id: 'IRO-04',
  name: "Reviewing officer's caseload",
  says: 'A full-time reviewing officer has 50 to 70 children. It is counted for each full-time post, of the service and not of a child.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [handbook('paragraph 7.15')],
  inForce: { from: FROM },
  satisfiedBy: {
    fact: 'children of each reviewing officer',
    table: 'kith.allocation, kith.team_membership',
    words: 'Children allocated to the officer, for each full post that the officer works.',
  },
  trigger: 'the day asked about',
  responsible: 'The manager of the reviewing service',
  decidedOn: ({ on }) => on,
  apply: ({ children, posts }) => {
    const perPost = Math.round(children / posts)
    return { kind: perPost > MOST_PER_POST ? 'over' : 'within', perPost }
  },
  examples: [
    {
      name: 'a full post',
      vector: 'IRO-04#1',
      given: { on: day('2026-06-01'), children: 66, posts: 1 },
      expect: { kind: 'within', perPost: 66 },
    },
    {
      name: 'three fifths of a post',
      vector: 'IRO-04#2',
      given: { on: day('2026-06-01'), children: 45, posts: 0.6 },
      expect: { kind: 'over', perPost: 75 },
    },
    {
      name: 'fewer than 50 is no fault',
      vector: 'IRO-04#3',
      given: { on: day('2026-06-01'), children: 40, posts: 1 },
      expect: { kind: 'within', perPost: 40 },
    },
  ],
})
