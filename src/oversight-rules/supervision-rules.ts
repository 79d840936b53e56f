// SU-01 to SU-04 and SU-07: how often a worker is supervised and a child thought about, by when both sign, and by when a manager decides after something happened.
import { addMonths, addWeeks, addWorkingDays, day, type IsoDay } from '#calendar'
import { BANK_HOLIDAYS_MISSING, type Due, due, guidance, named, type Refusal, rule, unknown } from '#law'

const EMPLOYERS = guidance('LGA Standards for Employers of Social Workers in England', 'supervision standard')
/** Before these days nobody is asked here: a council’s own practice begins with its record. */
const OURS = { inForce: { from: day('2015-01-01') } } as const
const told = (on: IsoDay): Due => ({ kind: 'due', day: on })
const toldOr = (on: IsoDay | undefined): Due | Refusal => (on === undefined ? unknown(BANK_HOLIDAYS_MISSING) : told(on))
/** Choices of a number, each in words: '4' → 'Four weeks.' */
const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'] as const
const inWords = (numbers: readonly number[], unit: string): Readonly<Record<string, string>> =>
  Object.fromEntries(numbers.map((n) => [String(n), `${NUMBERS[n] ?? String(n)} ${n === 1 ? unit : `${unit}s`}.`]))

const WEEKLY_FOR = 6
const NEW_FOR_MONTHS = 6
type NewGiven = { readonly began: IsoDay; readonly last: IsoDay | null }
export const supervisedNew = rule<NewGiven, Due>({
  ...{
    id: 'SU-01',
    name: 'Supervision of somebody newly qualified',
    level: 'professional-standard',
    verification: 'primary',
  },
  ...OURS,
  says: 'At least every week for the first six weeks in the post, every two weeks for the rest of the first six months, then every month; each time at least 90 minutes without interruption.',
  cites: [EMPLOYERS],
  trigger: 'the last time together, or the first day in the post',
  satisfiedBy: {
    fact: 'held',
    table: 'kith.supervision',
    words: 'A time together that was held, one to one. One that fell out counts for nothing.',
  },
  responsible: 'Whoever supervises',
  decidedOn: ({ began, last }) => last ?? began,
  apply: ({ began, last }) => {
    const from = last ?? began
    if (from < addWeeks(began, WEEKLY_FOR)) return told(addWeeks(from, 1))
    return told(from < addMonths(began, NEW_FOR_MONTHS) ? addWeeks(from, 2) : addMonths(from, 1))
  },
  examples: [
    { name: 'weeks 1 to 6', given: { began: day('2026-09-07'), last: null }, expect: due('2026-09-14') },
    {
      name: 'six weeks after the start',
      given: { began: day('2026-09-07'), last: day('2026-10-19') },
      expect: due('2026-11-02'),
    },
    {
      name: 'six months after the start',
      given: { began: day('2026-09-07'), last: day('2027-03-07') },
      expect: due('2027-04-07'),
    },
  ],
})

type LastGiven = { readonly last: IsoDay; readonly weeks: number | null }
export const supervisedMonthly = rule<LastGiven, Due>({
  ...{
    id: 'SU-02',
    name: 'Supervision of other social workers',
    level: 'professional-standard',
    verification: 'primary',
  },
  ...OURS,
  says: 'As each needs it, and at least every month; each time at least 90 minutes without interruption. Another interval is agreed with reasons.',
  cites: [EMPLOYERS],
  trigger: 'the last time together',
  satisfiedBy: {
    fact: 'held',
    table: 'kith.supervision',
    words: 'A time together that was held; one that fell out is recorded with its reason and counts for nothing.',
  },
  responsible: 'The line manager',
  decidedOn: ({ last }) => last,
  apply: ({ last, weeks }) => told(weeks === null ? addMonths(last, 1) : addWeeks(last, weeks)),
  examples: [
    { name: 'the last of January', given: { last: day('2026-01-31'), weeks: null }, expect: due('2026-02-28') },
    { name: 'the last of February', given: { last: day('2026-02-28'), weeks: null }, expect: due('2026-03-28') },
    { name: 'agreed: every four weeks', given: { last: day('2026-02-02'), weeks: 4 }, expect: due('2026-03-02') },
  ],
})

/** The first is taken where a council chose nothing. */
export const DISCUSSED_WEEKS = [4, 2, 3, 5, 6, 8] as const
type DiscussedGiven = { readonly last: IsoDay; readonly weeks: number }
export const childDiscussed = rule<DiscussedGiven, Due>({
  ...{ id: 'SU-03', name: 'Each child fully thought about', level: 'practice', verification: 'secondary' },
  ...OURS,
  says: 'Each child is thought about fully in supervision, with a manager’s decision on their record, within an interval that is decided for that child with reasons; where nobody decided one, within the council’s own number of weeks. One line that nothing has changed does not count.',
  cites: [named('Local supervision policies'), named('this council’s own interval for each child')],
  trigger: 'the last full discussion of the child',
  satisfiedBy: {
    fact: 'full discussion',
    table: 'kith.supervision_entry',
    words: 'A full discussion on the child’s record, with a decision.',
  },
  responsible: 'The team manager',
  interpretations: [
    {
      name: 'childDiscussed',
      asks: 'Within how many weeks is each child fully thought about in supervision, where nobody decided otherwise?',
      taken: '4',
      readings: inWords(DISCUSSED_WEEKS, 'week'),
    },
  ],
  decidedOn: ({ last }) => last,
  apply: ({ last, weeks }) => told(addWeeks(last, weeks)),
  examples: [
    { name: 'four weeks', given: { last: day('2026-10-27'), weeks: 4 }, expect: due('2026-11-24') },
    {
      name: 'six weeks, as other councils say',
      given: { last: day('2026-02-16'), weeks: 6 },
      expect: due('2026-03-30'),
    },
  ],
})

/** Before a hearing a manager has decided in the two weeks before it: our own number. */
export const BEFORE_DAYS = 14
export const DECIDED_ALSO = ['off', 'work', 'all', 'reviews'] as const
type DaysGiven = { readonly on: IsoDay; readonly days: number }
export const SIGNED_DAYS = [5, 2, 3, 10] as const
export const supervisionSigned = rule<DaysGiven, Due>({
  ...{ id: 'SU-04', name: 'Supervision is signed', level: 'practice', verification: 'knowledge' },
  ...OURS,
  says: 'The record of supervision is whole and both have signed it within so many working days. After both have signed, nothing of it changes.',
  cites: [named('Local policy')],
  trigger: 'the day of the time together',
  satisfiedBy: {
    fact: 'both signatures',
    table: 'kith.supervision_signature',
    words: 'The signatures of both; of a group that of whoever led it.',
  },
  responsible: 'Whoever supervises, and the worker',
  interpretations: [
    {
      name: 'supervisionSigned',
      asks: 'Within how many working days do both sign supervision?',
      taken: '5',
      readings: inWords(SIGNED_DAYS, 'working day'),
    },
  ],
  decidedOn: ({ on }) => on,
  apply: ({ on, days }) => toldOr(addWorkingDays(on, days)),
  examples: [
    { name: 'over the late May bank holiday', given: { on: day('2026-05-21'), days: 5 }, expect: due('2026-05-29') },
    { name: 'over Christmas', given: { on: day('2026-12-23'), days: 5 }, expect: due('2027-01-04') },
  ],
})

export const DECISION_DAYS = [2, 1, 3, 5] as const
export const managersDecision = rule<DaysGiven, Due>({
  ...{ id: 'SU-07', name: 'A manager decides after something happened', level: 'practice', verification: 'knowledge' },
  ...OURS,
  says: 'After a move, a time missing or an allegation a manager records a decision with its reasons on the child’s record within so many working days; “read and agreed” is none. A council may ask for one also when a worker is allocated, when care ends, before a hearing and before a review.',
  cites: [named('Findings of inspections, and local policy')],
  trigger: 'the day of the move, of going missing, or on which the allegation was known',
  satisfiedBy: {
    fact: 'management oversight',
    table: 'kith.decision',
    words: 'A manager’s decision with reasons, in supervision or between two times, on that day or after it.',
  },
  responsible: 'The team manager',
  waitsFor:
    'A table of allegations: moves and times missing are counted, and where the council chose so allocations, the end of care, hearings and reviews, on the day that the one before proposed. A missed duty is not asked for.',
  interpretations: [
    {
      name: 'managersDecision',
      asks: 'Within how many working days of a move or a time missing does a manager record a decision?',
      taken: '2',
      readings: { ...inWords(DECISION_DAYS, 'working day'), off: 'No number of days: it is not asked for here.' },
    },
    {
      name: 'decidedAlso',
      asks: 'After what else, and before what, does a manager record a decision?',
      taken: 'off',
      readings: {
        off: 'After a move and a time missing alone.',
        work: 'Also when a worker is allocated, and when care ends.',
        all: 'Also these, and in the two weeks before each hearing whose day is recorded, by the day before it.',
        reviews:
          'Also these, and in the two weeks before the day that the last review proposed for the next, by the day before it.',
      },
    },
  ],
  decidedOn: ({ on }) => on,
  apply: ({ on, days }) => toldOr(addWorkingDays(on, days)),
  examples: [{ name: 'over Easter', given: { on: day('2026-04-02'), days: 2 }, expect: due('2026-04-08') }],
})
