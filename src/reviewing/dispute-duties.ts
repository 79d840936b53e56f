// Disputes as duties: the informal answer, the whole within twenty working days, and Cafcass thought of where it is not settled by then.
import { type DayNumber, workingDaysAfter } from '#calendar'
import { childrenAct1989, guidance } from '#law'
import { type Basis, basis, type Closing, type Duty, EVER, type Recorded, raisedBy, type Span, settle } from '#ledger'
import {
  DAYS_INFORMAL,
  type Disputed,
  formalSince,
  type Stage,
  stepsOf,
  type TierAnswer,
  type TierDays,
  wholeBy,
} from './dispute.ts'
import { cafcass, disputeSettled, informalAnswered } from './rules.ts'

const SETTLED = basis({
  id: 'IRO-01',
  rule: disputeSettled,
  name: 'Dispute settled',
  count: disputeSettled.interval,
  since: 'the first day at a manager,',
  cites: guidance('IRO Handbook (2010)', 'chapter 6'),
  kind: 'reviewDecision',
})
const informal = (n: number): Basis =>
  basis({
    id: `IRO-02/${n}`,
    rule: informalAnswered,
    name: 'Informal concern answered',
    count: { unit: 'workingDays', n },
    since: 'the day on which it was raised,',
    cites: guidance('Nottinghamshire procedures', 'dispute resolution'),
    kind: 'reviewDecision',
    remark: 'How many days is the council’s own protocol.',
  })
const INFORMAL: ReadonlyMap<number, Basis> = new Map(DAYS_INFORMAL.map((n) => [n, informal(n)]))
const CAFCASS = basis({
  id: 'IRO-03',
  rule: cafcass,
  name: 'Referral to Cafcass decided',
  count: { unit: 'none', n: 0 },
  since: 'the twenty working days that ended on',
  cites: childrenAct1989('25B(3)'),
  kind: 'reviewDecision',
})
export const REVIEWING_BASES: readonly Basis[] = [SETTLED, ...INFORMAL.values(), CAFCASS]

/** What raises these duties is written in this record, and so is what meets them: its silence says something. */
const ALWAYS: readonly Span[] = [
  {
    from: Number.NEGATIVE_INFINITY,
    until: EVER,
    parts: [{ from: Number.NEGATIVE_INFINITY, until: EVER, recorded: Number.NEGATIVE_INFINITY }],
  },
]

type Happened = Recorded & { readonly day: DayNumber }
export interface DisputeKnown extends Recorded, Disputed<Stage & Recorded> {
  readonly raised: DayNumber
  readonly answers: readonly (TierAnswer & Recorded)[]
  readonly referrals: readonly (Happened & { readonly referred: boolean })[]
  readonly end: Happened | undefined
}
interface Ending {
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}
export interface DisputesOf {
  readonly on: DayNumber
  readonly days: TierDays
  /** undefined: that day lies in no time in care. */
  readonly ending: (from: DayNumber) => Ending | undefined
}

const first = (facts: readonly (Happened | undefined)[], on: DayNumber): Happened | undefined =>
  facts.reduce<Happened | undefined>(
    (met, one) => (one === undefined || one.day > on || (met !== undefined && met.day <= one.day) ? met : one),
    undefined,
  )

function informalDuty(out: Duty[], dispute: DisputeKnown, { on, days, ending }: Ended): void {
  const raised = dispute.stages.find(({ tier, begun }) => tier === 'informal' && begun <= on)
  const basisOf = INFORMAL.get(days.informal)
  if (raised === undefined || basisOf === undefined) return
  const met = first(
    [
      ...dispute.answers.map((answer) => ({ ...answer, day: answer.answered })),
      ...dispute.stages.flatMap((stage) => (stage.tier === 'informal' ? [] : [{ ...stage, day: stage.begun }])),
      dispute.end,
    ],
    on,
  )
  const due = workingDaysAfter(raised.begun, days.informal)
  const missing = due === undefined ? 'bankHolidays' : undefined
  const rest = { trigger: raised.begun, due, ...ending, spans: ALWAYS, missing } as const
  out.push(settle(raisedBy(basisOf, dispute, rest), met, met?.day))
}
type Ended = Omit<DisputesOf, 'ending'> & { readonly ending: Ending }

function formalDuties(out: Duty[], dispute: DisputeKnown, { on, days, ending }: Ended): void {
  const since = formalSince(stepsOf(dispute, on, days))
  if (since === undefined) return
  const due = wholeBy(since)
  const missing = due === undefined ? 'bankHolidays' : undefined
  const referred = dispute.referrals.filter((one) => one.referred)
  const met = first([dispute.end, ...referred], on)
  const rest = { trigger: since, due, ...ending, spans: ALWAYS, missing } as const
  out.push(settle(raisedBy(SETTLED, dispute, rest), met, met?.day))
  const considered = first([dispute.end, ...dispute.referrals], on)
  // Before that, referring is open to the officer, and nobody owes it.
  if (due === undefined || on <= due || (considered !== undefined && considered.day <= due)) return
  const owed = { trigger: due, due, ...ending, spans: ALWAYS, missing: undefined } as const
  out.push(settle(raisedBy(CAFCASS, dispute, owed), considered, considered?.day))
}

export function disputeDuties(out: Duty[], disputes: readonly DisputeKnown[], { on, days, ending }: DisputesOf): void {
  for (const dispute of disputes) {
    if (dispute.raised > on) continue
    const ended = ending(dispute.raised)
    if (ended === undefined) continue
    informalDuty(out, dispute, { on, days, ending: ended })
    formalDuties(out, dispute, { on, days, ending: ended })
  }
}
