// Rules CP-12 and CP-31: what the manager answers to the decisions of a review, and whether an independent visitor was thought of.
import { addDays, addWorkingDays, day, type IsoDay } from '#calendar'
import { BANK_HOLIDAYS_MISSING, carePlanning2010, childrenAct1989, guidance, rule } from '#law'

const FROM = day('2011-04-01')
export const ANSWER_WORKING_DAYS = 5

interface AnswerGiven {
  readonly on: IsoDay
  readonly received: IsoDay
  readonly answered: IsoDay | undefined
}
type ManagerAnswer =
  | { readonly kind: 'agreedFrom'; readonly day: IsoDay }
  | { readonly kind: 'openUntil'; readonly day: IsoDay }
  | { readonly kind: 'answered' }

export const managerAnswers = rule<AnswerGiven, ManagerAnswer>({
  id: 'CP-12',
  name: "Manager's answer to review decisions",
  says: 'The manager says within five working days of receiving the decisions of a review if they do not agree; silence is agreement.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [guidance('IRO Handbook (2010)', 'chapter 3')],
  inForce: { from: FROM },
  satisfiedBy: {
    fact: 'the manager’s answer',
    table: 'kith.review_receipt, kith.review_answer',
    words: 'The manager’s answer is recorded. Where none is, the decisions are agreed from the sixth working day.',
  },
  trigger: 'the day on which the decisions were received',
  responsible: 'The team manager',
  decidedOn: ({ on }) => on,
  apply: ({ on, received, answered }) => {
    const until = addWorkingDays(received, ANSWER_WORKING_DAYS)
    if (until === undefined) return { kind: 'unknown', missing: BANK_HOLIDAYS_MISSING }
    if (answered !== undefined && answered <= until) return { kind: 'answered' }
    return on > until ? { kind: 'agreedFrom', day: addDays(until, 1) } : { kind: 'openUntil', day: until }
  },
  examples: [
    {
      name: 'silence until the day after: agreed',
      vector: 'CP-12#2',
      given: { on: day('2026-06-04'), received: day('2026-05-27'), answered: undefined },
      expect: { kind: 'agreedFrom', day: day('2026-06-04') },
    },
    {
      name: 'answered on the day after: agreed already',
      given: { on: day('2026-06-10'), received: day('2026-05-27'), answered: day('2026-06-04') },
      expect: { kind: 'agreedFrom', day: day('2026-06-04') },
    },
    {
      name: 'the last day of the window',
      given: { on: day('2026-06-03'), received: day('2026-05-27'), answered: undefined },
      expect: { kind: 'openUntil', day: day('2026-06-03') },
    },
  ],
})

export const visitorConsidered = rule<
  { readonly on: IsoDay; readonly considered: boolean | undefined },
  'met' | 'owed'
>({
  id: 'CP-31',
  name: 'Independent visitor considered',
  says: 'At each review it is decided whether an independent visitor would be good for the child. Counted of the latest review.',
  level: 'regulation',
  verification: 'knowledge',
  cites: [childrenAct1989('23ZB'), carePlanning2010('47')],
  inForce: { from: FROM },
  satisfiedBy: {
    fact: 'what was decided on an independent visitor',
    table: 'kith.review',
    words: 'The review says whether the child has an independent visitor, is to have one, or why not now.',
  },
  trigger: 'the review',
  responsible: 'The council',
  decidedOn: ({ on }) => on,
  apply: ({ considered }) => (considered === true ? 'met' : 'owed'),
  examples: [
    { name: 'considered', vector: 'CP-31#1', given: { on: day('2026-05-05'), considered: true }, expect: 'met' },
    { name: 'not said', vector: 'CP-31#2', given: { on: day('2026-05-05'), considered: undefined }, expect: 'owed' },
  ],
})
