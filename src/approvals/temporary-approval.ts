// Rules PL-12 and PL-13: how long a connected person may care under temporary approval, and its one extension.
import { type DayNumber, day, dayOf, type IsoDay, numberOf } from '#calendar'
import { carePlanning2010, type Due, due, named, rule } from '#law'
import { approvalWeeks } from '#pandemic'

/** firstDayCounts: the last of the weeks, the day of approval being the first. anniversary: the same weekday after them. */
export type ApprovalReading = 'firstDayCounts' | 'anniversary'
const WEEK = 7
const EXTENSION_WEEKS = 8

export function approvalEnds(given: DayNumber, reading: ApprovalReading): DayNumber {
  const end = given + WEEK * approvalWeeks(given)
  return reading === 'anniversary' ? end : end - 1
}
/** Counted from the day on which the first approval ends. */
export const extensionEnds = (ends: DayNumber): DayNumber => ends + WEEK * EXTENSION_WEEKS

export interface TemporaryGiven {
  readonly approved: IsoDay
  readonly reading: ApprovalReading
  readonly law?: 'Wales'
}
const satisfiedBy = {
  fact: 'approval',
  table: 'kith.placement_decision, kith.placement',
  words: 'Temporary approval has ended by then (full approval, or the child lives elsewhere), or was extended in time.',
} as const

export const temporaryApproval = rule<TemporaryGiven, Due | { readonly kind: 'otherLaw'; readonly because: string }>({
  id: 'PL-12',
  name: 'Temporary approval of a connected person',
  says: 'A connected person may be approved for a time before the full assessment: 16 weeks at most (24 where it was given between 24 April and 24 September 2020). By then they are approved, the approval is extended once, or the child lives elsewhere.',
  level: 'regulation',
  verification: 'secondary',
  cites: [
    carePlanning2010('24(1) and (2)'),
    named('Adoption and Children (Coronavirus) (Amendment) Regulations 2020 (SI 2020/445)'),
  ],
  inForce: { from: day('2011-04-01') },
  satisfiedBy,
  trigger: 'the day on which temporary approval was given',
  responsible: 'A nominated officer approves; the fostering provider assesses',
  interpretations: [
    {
      name: 'temporaryApproval',
      asks: 'Is the day on which temporary approval is given the first day of the 16 weeks?',
      taken: 'firstDayCounts',
      readings: {
        firstDayCounts: 'Yes: it ends the day before the same weekday. The careful reading.',
        anniversary: 'No: it ends on the same weekday, as many trackers count.',
      },
    },
  ],
  decidedOn: ({ approved }) => approved,
  apply: ({ approved, reading, law }) =>
    law === 'Wales'
      ? { kind: 'otherLaw', because: 'In Wales it is 24 weeks, by other regulations: they are not applied here.' }
      : { kind: 'due', day: dayOf(approvalEnds(numberOf(approved), reading)) },
  examples: [
    {
      name: 'as many trackers count it',
      given: { approved: day('2026-01-12'), reading: 'anniversary' },
      expect: due('2026-05-04'),
    },
    {
      name: 'the first day counts; over Christmas',
      given: { approved: day('2026-09-14'), reading: 'firstDayCounts' },
      expect: due('2027-01-03'),
    },
    {
      name: 'Wales has its own law',
      vector: 'PL-12#3',
      given: { approved: day('2026-01-12'), reading: 'firstDayCounts', law: 'Wales' },
      expect: {
        kind: 'otherLaw',
        because: 'In Wales it is 24 weeks, by other regulations: they are not applied here.',
      },
    },
    {
      name: 'given while the rules were relaxed: 24 weeks',
      given: { approved: day('2020-06-01'), reading: 'firstDayCounts' },
      expect: due('2020-11-15'),
    },
  ],
})

export interface ExtensionGiven {
  /** The last day of the 16 weeks. */
  readonly ends: IsoDay
  readonly extended: IsoDay
  readonly extensionsBefore: number
}

export const extendedApproval = rule<ExtensionGiven, Due | { readonly kind: 'notPermitted' | 'lapsed' }>({
  id: 'PL-13',
  name: 'Temporary approval extended',
  says: 'Temporary approval may be extended once, before it ends: by 8 weeks at most where the assessment is not complete. After that the child lives elsewhere unless the carer is approved.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('25(1) to (6)')],
  inForce: { from: day('2011-04-01') },
  satisfiedBy,
  trigger: 'the day on which temporary approval was extended',
  responsible: 'A nominated officer',
  waitsFor:
    'Whether the carer asked for an independent review (regulation 25(2)): an extension until its outcome is counted as 8 weeks.',
  decidedOn: ({ extended }) => extended,
  apply: ({ ends, extended, extensionsBefore }) => {
    if (extensionsBefore > 0) return { kind: 'notPermitted' }
    return extended > ends ? { kind: 'lapsed' } : { kind: 'due', day: dayOf(extensionEnds(numberOf(ends))) }
  },
  examples: [
    {
      name: 'eight weeks from the last day of the sixteen',
      given: { ends: day('2026-05-03'), extended: day('2026-05-01'), extensionsBefore: 0 },
      expect: due('2026-06-28'),
    },
    {
      name: 'a second time: not permitted',
      vector: 'PL-13#2',
      given: { ends: day('2026-06-28'), extended: day('2026-06-25'), extensionsBefore: 1 },
      expect: { kind: 'notPermitted' },
    },
    {
      name: 'the day after it ended: it had lapsed',
      vector: 'PL-13#3',
      given: { ends: day('2026-05-03'), extended: day('2026-05-04'), extensionsBefore: 0 },
      expect: { kind: 'lapsed' },
    },
  ],
})
