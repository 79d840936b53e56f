// QA-01, QA-03 and QA-04: by when the audits of a month are handed in, when they have their second grade, and what an inadequate one asks for.
import { addDays, addMonths, addWeeks, addWorkingDays, day, type IsoDay } from '#calendar'
import { BANK_HOLIDAYS_MISSING, type Due, due, named, rule, unknown } from '#law'

const OURS = { inForce: { from: day('2015-01-01') } } as const
const KNOWSLEY = named('Local frameworks of quality (Knowsley, Lancashire)')

/** The first of each is taken where a council chose nothing. */
export const ANSWERED_DAYS = [3, 2, 5, 10] as const
export const RISES_DAYS = [5, 3, 10, 15] as const
const workingDaysInWords = (numbers: readonly number[]): Readonly<Record<string, string>> =>
  Object.fromEntries(numbers.map((n) => [String(n), `${n} working days.`]))

type MonthGiven = { readonly month: IsoDay; readonly set: IsoDay | null }
export const roundHandedIn = rule<MonthGiven, Due>({
  ...{ id: 'QA-01', name: 'Audits of a month are handed in', level: 'practice', verification: 'secondary' },
  ...OURS,
  says: 'The audits that are planned for a month are handed in, with grade and reasons, by the end of that month, or by the day that the round sets.',
  cites: [KNOWSLEY],
  trigger: 'the month for which the round is planned',
  satisfiedBy: { fact: 'first grade', table: 'kith.audit_grade', words: 'The first grade, with its reasons.' },
  responsible:
    'The auditor; who leads quality from the day after; the head of service and the director once more working days are over',
  interpretations: [
    {
      name: 'auditAnswered',
      asks: 'Within how many working days does a worker answer an invitation to an audit?',
      taken: '3',
      readings: workingDaysInWords(ANSWERED_DAYS),
    },
    {
      name: 'auditRises',
      asks: 'After how many working days does a late audit go from who leads quality to the head of service?',
      taken: '5',
      readings: workingDaysInWords(RISES_DAYS),
    },
  ],
  decidedOn: ({ month }) => month,
  apply: ({ month, set }) => ({ kind: 'due', day: set ?? addDays(addMonths(month, 1), -1) }),
  examples: [
    { name: 'a leap year', given: { month: day('2028-02-01'), set: null }, expect: due('2028-02-29') },
    {
      name: 'the round sets a day',
      given: { month: day('2026-02-01'), set: day('2026-03-13') },
      expect: due('2026-03-13'),
    },
  ],
})

export const MODERATED_DAYS = [10, 5, 15, 20] as const
type HandedGiven = { readonly handedIn: IsoDay; readonly days: number }
export const auditModerated = rule<HandedGiven, Due>({
  ...{ id: 'QA-03', name: 'A second grade, given blind', level: 'practice', verification: 'knowledge' },
  ...OURS,
  says: 'An audit has its second grade within so many working days of being handed in. Here every audit has one; elsewhere it is a sample and every inadequate one.',
  cites: [named('Local frameworks of quality')],
  trigger: 'the day on which the audit was handed in',
  satisfiedBy: {
    fact: 'second grade',
    table: 'kith.audit_grade',
    words: 'The grade of somebody else, given before they read the first.',
  },
  responsible: 'Whoever leads quality',
  interpretations: [
    {
      name: 'auditModerated',
      asks: 'Within how many working days of being handed in does an audit have its second grade?',
      taken: '10',
      readings: {
        '5': 'Five working days.',
        '10': 'Ten working days.',
        '15': 'Fifteen working days.',
        '20': 'Twenty working days.',
      },
    },
  ],
  decidedOn: ({ handedIn }) => handedIn,
  apply: ({ handedIn, days }) => {
    const by = addWorkingDays(handedIn, days)
    return by === undefined ? unknown(BANK_HOLIDAYS_MISSING) : { kind: 'due', day: by }
  },
  examples: [{ name: 'over Easter', given: { handedIn: day('2026-03-30'), days: 10 }, expect: due('2026-04-15') }],
})

export const INADEQUATE_WEEKS = [4, 6, 8, 12] as const
export const IMPROVEMENT_WEEKS = [12, 6, 8, 16, 26] as const
const weeksInWords = (numbers: readonly number[]): Readonly<Record<string, string>> =>
  Object.fromEntries(numbers.map((n) => [String(n), `After ${n} weeks.`]))
/** How many weeks after the reported grade it is looked at again; good and better are not. */
type GradedGiven = {
  readonly moderated: IsoDay
  readonly grade: string
  readonly inadequate: number
  readonly improvement: number
}
type Again = Due | { readonly kind: 'notOwed'; readonly because: string }
export const inadequateAudit = rule<GradedGiven, Again>({
  ...{ id: 'QA-04', name: 'Looked at again', level: 'practice', verification: 'secondary' },
  ...OURS,
  says: 'Where practice was inadequate, a manager says within 24 hours that the child is safe and what was decided; the record is looked at again after some weeks, and after more where practice requires improvement. The 24 hours are hours, whatever the day.',
  cites: [KNOWSLEY],
  trigger: 'the day of the second grade',
  satisfiedBy: {
    fact: 'another audit',
    table: 'kith.practice_audit',
    words: 'An audit that looks once more, handed in; and the answer to a worry that a child may not be safe.',
  },
  responsible: 'The head of service; who leads quality',
  interpretations: [
    {
      name: 'inadequateAgain',
      asks: 'After how many weeks is an audit of inadequate practice looked at again?',
      taken: '4',
      readings: weeksInWords(INADEQUATE_WEEKS),
    },
    {
      name: 'improvementAgain',
      asks: 'After how many weeks is an audit of practice that requires improvement looked at again?',
      taken: '12',
      readings: weeksInWords(IMPROVEMENT_WEEKS),
    },
  ],
  decidedOn: ({ moderated }) => moderated,
  apply: ({ moderated, grade, inadequate, improvement }) => {
    if (grade === 'inadequate') return { kind: 'due', day: addWeeks(moderated, inadequate) }
    if (grade === 'requires improvement') return { kind: 'due', day: addWeeks(moderated, improvement) }
    return { kind: 'notOwed', because: 'Good practice is not looked at again for its grade.' }
  },
  examples: [
    {
      name: 'inadequate, four weeks as it is taken here',
      given: { moderated: day('2026-05-22'), grade: 'inadequate', inadequate: 4, improvement: 12 },
      expect: due('2026-06-19'),
    },
    {
      name: 'inadequate, six weeks as the catalogue has it',
      given: { moderated: day('2026-05-22'), grade: 'inadequate', inadequate: 6, improvement: 12 },
      expect: due('2026-07-03'),
    },
    {
      name: 'requires improvement',
      given: { moderated: day('2026-11-02'), grade: 'requires improvement', inadequate: 4, improvement: 12 },
      expect: due('2027-01-25'),
    },
    {
      name: 'good',
      given: { moderated: day('2026-11-02'), grade: 'good', inadequate: 4, improvement: 12 },
      expect: { kind: 'notOwed', because: 'Good practice is not looked at again for its grade.' },
    },
  ],
})
