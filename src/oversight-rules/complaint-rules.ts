// CO-01 to CO-03: by when a complaint about a child's care is answered, investigated, and heard by a panel.
import { addWorkingDays, day, type IsoDay } from '#calendar'
import { BANK_HOLIDAYS_MISSING, type Due, due, enacted, type Refusal, rule, unknown } from '#law'

/** Which regulation says which number of days is not cited: nobody has read the regulations themselves for it. */
const cites = (what: string) =>
  [
    enacted('Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738)', what),
    enacted('Children Act 1989', 'section 26(3) to (8)'),
  ] as const
const SINCE_2006 = { inForce: { from: day('2006-09-01') }, level: 'regulation', verification: 'secondary' } as const
function within(from: IsoDay, days: number): Due | Refusal {
  const by = addWorkingDays(from, days)
  return by === undefined ? unknown(BANK_HOLIDAYS_MISSING) : { kind: 'due', day: by }
}

const FIRST = { days: 10, longer: 20 } as const
type Received = { readonly received: IsoDay; readonly longer: boolean }
export const complaintAnswered = rule<Received, Due>({
  ...{ id: 'CO-01', name: 'A complaint answered where it happened', ...SINCE_2006 },
  says: 'The first stage, local resolution: answered within ten working days of being received; within twenty where it is complex, or an advocate is asked for and not there yet.',
  cites: cites('local resolution'),
  trigger: 'the day on which the complaint was received',
  satisfiedBy: { fact: 'answer', table: 'kith.complaint_stage', words: 'The answer of the first stage.' },
  responsible: 'Whoever is named to answer; who leads quality sees to it',
  decidedOn: ({ received }) => received,
  apply: ({ received, longer }) => within(received, longer ? FIRST.longer : FIRST.days),
  examples: [
    { name: 'over Easter', given: { received: day('2026-03-27'), longer: false }, expect: due('2026-04-14') },
    { name: 'it takes longer', given: { received: day('2026-03-27'), longer: true }, expect: due('2026-04-28') },
    {
      name: 'bank holidays of that year are not published',
      given: { received: day('2028-12-20'), longer: true },
      expect: unknown(BANK_HOLIDAYS_MISSING),
    },
  ],
})

const SECOND = { days: 25, most: 65 } as const
type Requested = { readonly requested: IsoDay; readonly longer: boolean }
export const complaintInvestigated = rule<Requested, Due>({
  ...{ id: 'CO-02', name: 'A complaint investigated', ...SINCE_2006 },
  says: 'The second stage: investigated by an investigating officer beside an independent person, and decided, within twenty-five working days of being asked for; within sixty-five at most.',
  cites: cites('investigation'),
  trigger: 'the day on which the second stage was asked for',
  satisfiedBy: { fact: 'adjudication', table: 'kith.complaint_stage', words: 'The decision of the second stage.' },
  responsible: 'The investigating officer; whoever decides on what was found',
  decidedOn: ({ requested }) => requested,
  apply: ({ requested, longer }) => within(requested, longer ? SECOND.most : SECOND.days),
  examples: [
    {
      name: 'sixty-five working days at most',
      given: { requested: day('2026-04-10'), longer: true },
      expect: due('2026-07-14'),
    },
    {
      name: 'twenty-five, over May’s bank holidays',
      given: { requested: day('2026-05-01'), longer: false },
      expect: due('2026-06-09'),
    },
  ],
})

const THIRD = { panel: 30, report: 5, answer: 15 } as const
/** `from`: the request, the panel, or its report. */
type PanelGiven = { readonly step: keyof typeof THIRD; readonly from: IsoDay }
export const complaintPanel = rule<PanelGiven, Due>({
  ...{ id: 'CO-03', name: 'A complaint before a review panel', ...SINCE_2006 },
  says: 'The third stage: the panel meets within thirty working days of being asked for; it reports within five working days; the council answers within fifteen working days of the report.',
  cites: cites('review panel'),
  trigger: 'the day on which the third stage was asked for; then that of the panel; then that of its report',
  satisfiedBy: {
    fact: 'panel, report and answer',
    table: 'kith.complaint_stage',
    words: 'The panel, its report, and the answer of the council.',
  },
  responsible: 'The council; the panel for its report',
  decidedOn: ({ from }) => from,
  apply: ({ step, from }) => within(from, THIRD[step]),
  examples: [
    { name: 'the panel', given: { step: 'panel', from: day('2026-06-01') }, expect: due('2026-07-13') },
    { name: 'its report', given: { step: 'report', from: day('2026-07-13') }, expect: due('2026-07-20') },
    { name: 'the answer', given: { step: 'answer', from: day('2026-07-20') }, expect: due('2026-08-10') },
  ],
})
