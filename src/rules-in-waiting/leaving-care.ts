// Rules of leaving care that wait: LC-03, LC-04, LC-07 to LC-10 and LC-12.
import { addDays, addMonths, addWeeks, addWorkingDays, attainsAge, day, type IsoDay } from '#calendar'
import { carePlanning2010, childrenAct1989, enacted, guidance, unknown } from '#law'
import { ON, type Owed, waits } from './waits.ts'

const careLeavers = (provision: string) => enacted('Care Leavers (England) Regulations 2010 (SI 2010/2571)', provision)
const volume3 = (paragraph: string) => guidance('Children Act 1989 Guidance, Volume 3 (2025)', paragraph)
const council = { responsible: 'The council; the personal adviser' } as const
const HOLIDAYS = 'the bank holidays of those years'
type DueDay = { readonly kind: 'due'; readonly day: IsoDay }
const dueOn = (text: string): DueDay => ({ kind: 'due', day: day(text) })

const pathwayPlan = waits<
  { readonly on: IsoDay; readonly assessed: IsoDay; readonly planned: IsoDay | undefined; readonly localDays: number },
  'met' | 'overdue' | 'open'
>({
  ...council,
  id: 'LC-03',
  name: 'Pathway plan',
  says: 'A pathway plan is made as soon as possible after the assessment of needs. The law sets no number of days; a council may.',
  level: 'regulation',
  verification: 'knowledge',
  cites: [carePlanning2010('43'), careLeavers('regulation 6')],
  trigger: 'the day on which the assessment of needs was completed',
  waitsFor: 'A table of needs assessments of young people, and the parts of a pathway plan: none can be begun yet.',
  apply: ({ on, assessed, planned, localDays }) => {
    if (planned !== undefined) return 'met'
    const until = addWorkingDays(assessed, localDays)
    if (until === undefined) return unknown(HOLIDAYS)
    return on > until ? 'overdue' : 'open'
  },
  examples: [
    {
      name: 'a month on, where the council allows twenty working days',
      vector: 'LC-03#1',
      given: { on: day('2026-07-10'), assessed: day('2026-06-10'), planned: undefined, localDays: 20 },
      expect: 'overdue',
    },
    {
      name: 'made two weeks after',
      vector: 'LC-03#2',
      given: { on: day('2026-07-10'), assessed: day('2026-06-10'), planned: day('2026-06-24'), localDays: 20 },
      expect: 'met',
    },
  ],
})

const adviser = waits<{ readonly on: IsoDay; readonly named: IsoDay | undefined }, Owed>({
  ...council,
  id: 'LC-04',
  name: 'Personal adviser',
  says: 'Every eligible, relevant and former relevant young person has a named personal adviser.',
  level: 'statute',
  verification: 'primary',
  cites: [childrenAct1989('Schedule 2 paragraph 19C, 23B(2) and 23CA'), careLeavers('regulation 2')],
  trigger: 'the day on which the child became eligible',
  waitsFor: '“Personal adviser” among the roles of kith.allocation.',
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

const planReviewed = waits<{ readonly on: IsoDay; readonly asked: boolean }, DueDay | 'arrangeNow'>({
  ...council,
  id: 'LC-07',
  name: 'Pathway plan reviewed after care',
  says: 'The pathway plan of a young person who has left care is reviewed when they ask, when it is needed, and not more than six months apart.',
  level: 'regulation',
  verification: 'primary',
  cites: [careLeavers('regulation 7(2)')],
  trigger: 'the plan or the review before',
  waitsFor: 'A table of reviews of a pathway plan, with who asked for each.',
  apply: ({ on, asked }) => (asked ? 'arrangeNow' : { kind: 'due', day: addMonths(on, 6) }),
  examples: [
    { name: 'there is no 30 February', given: { on: day('2026-08-30'), asked: false }, expect: dueOn('2027-02-28') },
    { name: 'the young person asks', vector: 'LC-07#2', given: { ...ON, asked: true }, expect: 'arrangeNow' },
  ],
})

const accommodationReview = waits<
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
  trigger: 'the day on which the accommodation was first provided, or of the review before',
  waitsFor:
    'A table of the accommodation of young people who left care: who provides it, from which day, and its reviews.',
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

const adviserVisits = waits<{ readonly on: IsoDay; readonly weProvide: boolean }, DueDay | 'keepInTouchOnly'>({
  ...council,
  id: 'LC-09',
  name: "Adviser's visits at that accommodation",
  says: 'Where we provide the accommodation the personal adviser visits within 7 days, before its first review, then not more than two months apart. Two calendar months, not eight weeks.',
  level: 'regulation',
  verification: 'primary',
  cites: [careLeavers('regulation 8(1) and (2)'), volume3('paragraph 3.39')],
  trigger: 'the day on which the accommodation was first provided, or of the visit before',
  waitsFor:
    'A table of the accommodation of young people who left care, and “personal adviser” among the visitors of kith.visit.',
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

const inTouch = waits<
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
  trigger: 'the last contact both ways',
  waitsFor:
    'A table of contacts with a young person: the day, whether they answered. The yearly answer of the return is not dated.',
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

const stayingPut = waits<
  { readonly on: IsoDay; readonly asks: 'discussed' | 'until'; readonly discussed?: boolean; readonly born?: IsoDay },
  Owed | { readonly kind: 'until'; readonly day: IsoDay }
>({
  ...council,
  id: 'LC-12',
  name: 'Staying put',
  says: 'From the first review after 16 it is talked about whether the young person stays with their foster carers after 18; where they do, it is supported and looked after until 21.',
  level: 'statute',
  verification: 'secondary',
  cites: [childrenAct1989('23CZA')],
  inForce: { from: day('2014-05-13') },
  trigger: 'the 16th birthday; the 18th birthday',
  waitsFor: 'In kith.review whether staying put was talked about, and a table of staying put arrangements.',
  apply: ({ asks, discussed, born }) => {
    if (asks === 'discussed') return discussed === true ? 'met' : 'owed'
    return born === undefined ? unknown('the birth date') : { kind: 'until', day: attainsAge(born, 21) }
  },
  examples: [
    {
      name: 'the first review after 16, and nothing said',
      vector: 'LC-12#1',
      given: { on: day('2026-06-02'), asks: 'discussed' },
      expect: 'owed',
    },
    {
      name: 'with the former foster carers at 18: until 21',
      vector: 'LC-12#2',
      given: { on: day('2026-09-01'), asks: 'until', born: day('2008-09-01') },
      expect: { kind: 'until', day: day('2029-09-01') },
    },
  ],
})

export const LEAVING_CARE_WAITING = [
  pathwayPlan,
  adviser,
  planReviewed,
  accommodationReview,
  adviserVisits,
  inTouch,
  stayingPut,
]
