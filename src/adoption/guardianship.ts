// Rule AD-08 as a duty: the report for the court after somebody gave notice that they mean to become special guardian.
import { type DayNumber, day, monthsAfter } from '#calendar'
import { childrenAct1989, countedRule, enacted } from '#law'
import { type Basis, basis, type Closing, type Duty, type Recorded, raisedBy, type Span, settle } from '#ledger'

const MONTHS = 3
export const guardianshipReport = countedRule({
  id: 'AD-08',
  name: 'Special guardianship: notice and report',
  says: 'Whoever means to apply to be special guardian gives us three months’ notice in writing. In that time we look into it and write the report for the court, with the support that is needed.',
  level: 'statute',
  verification: 'knowledge',
  cites: [
    childrenAct1989('14A(7) and (8)'),
    enacted('Special Guardianship Regulations 2005 (SI 2005/1109)', 'the Schedule'),
  ],
  inForce: { from: day('2005-12-30') },
  trigger: 'the day on which the notice was received',
  responsible: 'The council',
  satisfiedBy: {
    fact: 'report for the court',
    table: 'kith.guardianship_notice',
    words: 'The day on which the report was finished.',
  },
  waitsFor: 'A plan of support for a special guardian as a plan of its own: the report is counted.',
  interval: { n: MONTHS, unit: 'months' },
  vectors: [
    ['2026-05-31', '2026-08-31', 'three months'],
    ['2026-11-30', '2027-02-28', 'there is no 30 February'],
  ],
})
const REPORT = basis({
  id: 'AD-08',
  rule: guardianshipReport,
  name: 'Report on a special guardian',
  count: { unit: 'months', n: MONTHS },
  since: 'the notice of',
  cites: childrenAct1989('14A(8)'),
  kind: 'courtStep',
  remark: 'From that day they may apply.',
})
export const GUARDIANSHIP_BASES: readonly Basis[] = [REPORT]

export interface GuardianshipNotice extends Recorded {
  readonly received: DayNumber
  readonly reported: DayNumber | undefined
  readonly withdrawn: DayNumber | undefined
}
interface Ending {
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}

export function guardianshipDuties(
  out: Duty[],
  notices: readonly GuardianshipNotice[],
  known: {
    readonly spans: readonly Span[]
    readonly on: DayNumber
    readonly ending: (from: DayNumber) => Ending | undefined
  },
): void {
  const { spans, on, ending } = known
  for (const one of notices) {
    const { received, reported, withdrawn } = one
    const ended = received > on ? undefined : ending(received)
    if (ended === undefined) continue
    const over =
      withdrawn !== undefined && withdrawn <= on && withdrawn < (ended.closes ?? Number.POSITIVE_INFINITY)
        ? ({ closes: withdrawn, closing: 'withdrawn' } as const)
        : ended
    const met = reported !== undefined && reported <= on ? reported : undefined
    const rest = { trigger: received, due: monthsAfter(received, MONTHS), ...over, spans, missing: undefined }
    out.push(settle(raisedBy(REPORT, one, rest), met === undefined ? undefined : one, met))
  }
}
