// Rule AD-04 as duties: the decision-maker decides within days of the panel, and the parents are told.
import { type DayNumber, day, workingDaysAfter } from '#calendar'
import { guidance, named, phasedRule } from '#law'
import { type Basis, basis, type Closing, type Duty, type Recorded, raisedBy, type Span, settle } from '#ledger'

const DECIDE_DAYS = 7
const ORAL_DAYS = 2
const WRITTEN_DAYS = 5
const cites = guidance('Statutory Guidance on Adoption (2013)', 'paragraph 1.56')
const days = (n: number) => ({ n, unit: 'workingDays' }) as const

export const panelDecided = phasedRule({
  id: 'AD-04',
  name: 'Decision after an adoption panel',
  says: 'The decision-maker decides within seven working days of having the panel’s recommendation and final minutes, or the reports where no panel is asked. Parents are told by word of mouth within two working days of the decision, and in writing within five.',
  level: 'national-standard',
  verification: 'primary',
  cites: [cites, named('Adoption National Minimum Standards (2014), standard 17')],
  inForce: { from: day('2013-07-01') },
  trigger: 'the day on which the decision-maker had the final minutes or the reports; the day of the decision',
  responsible: 'The agency’s decision-maker',
  satisfiedBy: {
    fact: 'decision, and parents told',
    table: 'kith.adoption_panel',
    words: 'The day of the decision, and the days on which the parents were told by word of mouth and in writing.',
  },
  phases: { decision: days(DECIDE_DAYS), orally: days(ORAL_DAYS), inWriting: days(WRITTEN_DAYS) },
  vectors: [
    ['decision', '2026-03-27', '2026-04-09', 'over Easter'],
    ['inWriting', '2026-04-09', '2026-04-16', 'told in writing'],
    ['orally', '2026-04-09', '2026-04-13', 'told by word of mouth, over a weekend'],
  ],
})

const panel = { rule: panelDecided, cites, kind: 'adoptionPanel' } as const
const DECIDED = basis({
  ...{ ...panel, id: 'AD-04/decision', name: 'Decision after the adoption panel' },
  ...{ count: days(DECIDE_DAYS), since: 'having its minutes on' },
})
const told = { ...panel, since: 'the decision of' } as const
const ORALLY = basis({ ...told, id: 'AD-04/orally', name: 'Parents told by word of mouth', count: days(ORAL_DAYS) })
const WRITTEN = basis({ ...told, id: 'AD-04/in-writing', name: 'Parents told in writing', count: days(WRITTEN_DAYS) })
export const PANEL_DECISION_BASES: readonly Basis[] = [DECIDED, ORALLY, WRITTEN]

export interface AdoptionPanel extends Recorded {
  readonly received: DayNumber
  readonly decided: DayNumber | undefined
  readonly toldOrally: DayNumber | undefined
  readonly toldInWriting: DayNumber | undefined
}
interface Ending {
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}
export interface PanelsKnown {
  readonly spans: readonly Span[]
  readonly on: DayNumber
  readonly ending: (from: DayNumber) => Ending | undefined
}

interface Step {
  readonly counted: Basis
  readonly from: DayNumber
  readonly done: DayNumber | undefined
}
function stepsOf({ received, decided, toldOrally, toldInWriting }: AdoptionPanel, on: DayNumber): readonly Step[] {
  const first = { counted: DECIDED, from: received, done: decided }
  if (decided === undefined || decided > on) return [first]
  const orally = { counted: ORALLY, from: decided, done: toldOrally }
  return [first, orally, { counted: WRITTEN, from: decided, done: toldInWriting }]
}

export function adoptionPanelDuties(out: Duty[], panels: readonly AdoptionPanel[], known: PanelsKnown): void {
  const { spans, on, ending } = known
  for (const one of panels) {
    if (one.received > on) continue
    for (const { counted, from, done } of stepsOf(one, on)) {
      const ended = ending(from)
      if (ended === undefined) continue
      const due = workingDaysAfter(from, counted.count.n)
      const missing = due === undefined ? 'bankHolidays' : undefined
      const met = done !== undefined && done <= on ? done : undefined
      const raised = raisedBy(counted, one, { trigger: from, due, ...ended, spans, missing })
      out.push(settle(raised, met === undefined ? undefined : one, met))
    }
  }
}
