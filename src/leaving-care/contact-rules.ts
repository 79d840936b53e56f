// Rules LC-04, LC-08, LC-09 and LC-10: the personal adviser, where they live, and staying in touch.
import { addDays, addMonths, addWeeks, day, type IsoDay } from '#calendar'
import { childrenAct1989, enacted, guidance, rule } from '#law'

const careLeavers = (provision: string) => enacted('Care Leavers (England) Regulations 2010 (SI 2010/2571)', provision)
const volume3 = (paragraph: string) => guidance('Children Act 1989 Guidance, Volume 3 (2025)', paragraph)
const council = { responsible: 'The council; the personal adviser' } as const
type DueDay = { readonly kind: 'due'; readonly day: IsoDay }
const dueOn = (text: string): DueDay => ({ kind: 'due', day: day(text) })
const ON = { on: day('2026-06-01') } as const
type Owed = 'met' | 'excused' | 'owed' | 'notOwed'

export const adviser = rule<{ readonly on: IsoDay; readonly named: IsoDay | undefined }, Owed>({
  ...council,
  id: 'LC-04',
  name: 'Personal adviser',
  says: 'Every eligible, relevant and former relevant young person has a named personal adviser.',
  level: 'statute',
  verification: 'primary',
  cites: [childrenAct1989('Schedule 2 paragraph 19C, 23B(2) and 23CA'), careLeavers('regulation 2')],
  inForce: { from: day('2011-04-01') },
  trigger: 'the day on which the child became eligible',
  satisfiedBy: {
    fact: 'personal adviser',
    table: 'kith.allocation',
    words: 'Somebody is recorded as their personal adviser.',
  },
  decidedOn: ({ on }) => on,
  apply: ({ named }) => (named === undefined ? 'owed' : 'met'),
  examples: [
    {
      name: 'eligible, and nobody named',
      vector: 'LC-04#1',
      given: { on: day('2026-03-15'), named: undefined },
      expect: 'owed',
    },
    { name: 'named', vector: 'LC-04#2', given: { on: day('2026-03-15'), named: day('2026-03-20') }, expect: 'met' },
  ],
})

export const accommodationReview = rule<
  { readonly on: IsoDay; readonly asks: 'first' | 'later'; readonly intervalMonths?: number },
  | { readonly kind: 'asSoonAsPracticableAfter'; readonly day: IsoDay }
  | DueDay
  | { readonly kind: 'notAllowed'; readonly mostMonths: 3 }
>({
  ...council,
  id: 'LC-08',
  name: 'Review of accommodation that the council provides',
  says: 'Where we provide the accommodation it is reviewed as soon as practicable after 28 days, beginning with the day on which it was first provided; then not more than three months apart.',
  level: 'regulation',
  verification: 'primary',
  cites: [careLeavers('regulation 7(3)')],
  inForce: { from: day('2011-04-01') },
  trigger: 'the day on which the accommodation was first provided, or of the review before',
  satisfiedBy: {
    fact: 'review of the accommodation',
    table: 'kith.leaver_home, kith.pathway_review',
    words: 'A review that looked at the accommodation is recorded.',
  },
  decidedOn: ({ on }) => on,
  apply: ({ on, asks, intervalMonths }) => {
    if (asks === 'first') return { kind: 'asSoonAsPracticableAfter', day: addDays(on, 27) }
    if (intervalMonths !== undefined && intervalMonths > 3) return { kind: 'notAllowed', mostMonths: 3 }
    return { kind: 'due', day: addMonths(on, intervalMonths ?? 3) }
  },
  examples: [
    {
      name: 'the first day counts',
      given: { on: day('2026-02-01'), asks: 'first' },
      expect: { kind: 'asSoonAsPracticableAfter', day: day('2026-02-28') },
    },
    {
      name: 'in a leap year',
      given: { on: day('2028-02-01'), asks: 'first' },
      expect: { kind: 'asSoonAsPracticableAfter', day: day('2028-02-28') },
    },
    {
      name: 'later: there is no 30 February',
      given: { on: day('2026-11-30'), asks: 'later' },
      expect: dueOn('2027-02-28'),
    },
    {
      name: 'six months were set: not allowed',
      vector: 'LC-08#4',
      given: { on: day('2026-03-06'), asks: 'later', intervalMonths: 6 },
      expect: { kind: 'notAllowed', mostMonths: 3 },
    },
  ],
})

export const adviserVisits = rule<{ readonly on: IsoDay; readonly weProvide: boolean }, DueDay | 'keepInTouchOnly'>({
  ...council,
  id: 'LC-09',
  name: "Adviser's visits at that accommodation",
  says: 'Where we provide the accommodation the personal adviser visits within 7 days, before its first review, then not more than two months apart. Two calendar months, not eight weeks.',
  level: 'regulation',
  verification: 'primary',
  cites: [careLeavers('regulation 8(1) and (2)'), volume3('paragraph 3.39')],
  inForce: { from: day('2011-04-01') },
  trigger: 'the day on which the accommodation was first provided, or of the visit before',
  satisfiedBy: {
    fact: 'contact at the accommodation',
    table: 'kith.leaver_home, kith.leaver_contact',
    words: 'A contact in which the personal adviser saw them where they live is recorded.',
  },
  decidedOn: ({ on }) => on,
  apply: ({ on, weProvide }) => (weProvide ? { kind: 'due', day: addMonths(on, 2) } : 'keepInTouchOnly'),
  examples: [
    { name: 'there is no 31 February', given: { on: day('2026-12-31'), weProvide: true }, expect: dueOn('2027-02-28') },
    {
      name: 'there is no 31 September',
      given: { on: day('2026-07-31'), weProvide: true },
      expect: dueOn('2026-09-30'),
    },
    { name: 'a private tenancy', vector: 'LC-09#3', given: { ...ON, weProvide: false }, expect: 'keepInTouchOnly' },
  ],
})

export const inTouch = rule<
  { readonly on: IsoDay; readonly weeks: number; readonly attempts: number; readonly answered: boolean },
  DueDay | 'lostTouch'
>({
  ...council,
  id: 'LC-10',
  name: 'Keeping in touch',
  says: 'We keep in touch with young people who left care. No interval is set in the guidance; eight weeks are local practice. Attempts without an answer are no contact: then we look for another way.',
  level: 'practice',
  verification: 'secondary',
  cites: [childrenAct1989('23B(1) and (11), 23C(2) and (3)'), volume3('paragraph 3.38')],
  inForce: { from: day('2011-04-01') },
  trigger: 'the last contact both ways',
  interpretations: [
    {
      name: 'keepInTouch',
      asks: 'At least how often are we in touch with young people who left care?',
      taken: '8',
      readings: {
        '4': 'Every four weeks.',
        '6': 'Every six weeks.',
        '8': 'Every eight weeks.',
        '12': 'Every twelve weeks.',
      },
    },
  ],
  satisfiedBy: {
    fact: 'contact both ways',
    table: 'kith.leaver_contact',
    words: 'A contact in which they answered is recorded.',
  },
  decidedOn: ({ on }) => on,
  apply: ({ on, weeks, attempts, answered }) =>
    attempts > 0 && !answered ? 'lostTouch' : { kind: 'due', day: addWeeks(on, weeks) },
  examples: [
    {
      name: 'eight weeks',
      given: { on: day('2026-12-01'), weeks: 8, attempts: 0, answered: true },
      expect: dueOn('2027-01-26'),
    },
    {
      name: 'four attempts, no answer',
      vector: 'LC-10#2',
      given: { on: day('2026-01-05'), weeks: 8, attempts: 4, answered: false },
      expect: 'lostTouch',
    },
  ],
})
