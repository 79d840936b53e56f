// Rule MI-01: an independent return interview within 72 hours of each return.
import { addHours, day, type Instant, instant, londonDay } from '#calendar'
import { childrensHomes2015, guidance, rule, unknown } from '#law'

export interface ReturnGiven {
  readonly returned: Instant | undefined
}

export interface DueAt {
  readonly kind: 'dueAt'
  readonly at: Instant
}

export const INTERVIEW_HOURS = 72
const dueAt = (text: string): DueAt => ({ kind: 'dueAt', at: instant(text) })
const returned = (text: string): ReturnGiven => ({ returned: instant(text) })

export const returnInterview = rule<ReturnGiven, DueAt>({
  id: 'MI-01',
  name: 'Return interview',
  says: 'After each missing or away episode somebody independent offers and holds a return interview within 72 hours of the return. The hours do not pause at weekends.',
  level: 'statutory-guidance',
  verification: 'secondary',
  cites: [
    guidance('Children who run away or go missing from home or care (DfE, January 2014)', ''),
    childrensHomes2015('34'),
  ],
  inForce: { from: day('2014-01-01') },
  satisfiedBy: {
    fact: 'returnInterview',
    table: 'kith.return_interview',
    words: 'An interview held by somebody independent, or offered and declined with reasons and attempts logged.',
  },
  trigger: 'the return',
  responsible: 'The responsible council; the host council may deliver it',
  decidedOn: ({ returned: at }) => (at === undefined ? undefined : londonDay(at)),
  apply: ({ returned: at }) =>
    at === undefined ? unknown('the return') : { kind: 'dueAt', at: addHours(at, INTERVIEW_HOURS) },
  examples: [
    {
      name: 'clocks go forward: 00:30 on 1 April in London',
      given: returned('2026-03-28T23:30:00Z'),
      expect: dueAt('2026-03-31T23:30:00Z'),
    },
    { name: 'clocks go back', given: returned('2026-10-24T22:30:00Z'), expect: dueAt('2026-10-27T22:30:00Z') },
    {
      name: 'no pause for weekend and Christmas',
      given: returned('2026-12-24T18:00:00Z'),
      expect: dueAt('2026-12-27T18:00:00Z'),
    },
    { name: 'not back', given: { returned: undefined }, expect: { kind: 'unknown', missing: 'the return' } },
  ],
})
