// Rules LC-02, LC-03, LC-06, LC-07, LC-12 and LC-13: assessment, pathway plan and its reviews, staying put, and what is offered after 21.
import { addMonths, addWorkingDays, attainsAge, day, type IsoDay } from '#calendar'
import { carePlanning2010, childrenAct1989, enacted, rule, unknown } from '#law'

const careLeavers = (provision: string) => enacted('Care Leavers (England) Regulations 2010 (SI 2010/2571)', provision)
const council = { responsible: 'The council; the personal adviser' } as const
type DueDay = { readonly kind: 'due'; readonly day: IsoDay }
const dueOn = (text: string): DueDay => ({ kind: 'due', day: day(text) })
const ON = { on: day('2026-06-01') } as const
type Owed = 'met' | 'excused' | 'owed' | 'notOwed'
const HOLIDAYS = 'the bank holidays of those years'

export const needsAssessed = rule<{ readonly born: IsoDay; readonly later?: IsoDay }, DueDay>({
  ...council,
  id: 'LC-02',
  name: 'Assessment of needs',
  says: 'The needs of an eligible child are assessed within three months of the 16th birthday, or of becoming eligible where that was later.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('42(1)'), carePlanning2010('42(2)')],
  inForce: { from: day('2011-04-01') },
  satisfiedBy: {
    fact: 'assessment of needs completed',
    table: 'kith.needs_assessment',
    words: 'An assessment of needs is recorded with the day on which it was completed.',
  },
  trigger: 'the day on which the child became eligible',
  decidedOn: ({ born, later }) => later ?? attainsAge(born, 16),
  apply: ({ born, later }) => ({ kind: 'due', day: addMonths(later ?? attainsAge(born, 16), 3) }),
  examples: [
    { name: '16 on 15 March', given: { born: day('2010-03-15') }, expect: dueOn('2026-06-15') },
    {
      name: 'born on 29 February',
      given: { born: day('2012-02-29') },
      expect: dueOn('2028-05-29'),
    },
    {
      name: 'eligible later: there is no 30 February',
      given: { born: day('2010-03-15'), later: day('2026-11-30') },
      expect: dueOn('2027-02-28'),
    },
  ],
})

export const relevantAssessed = rule<{ readonly left: IsoDay; readonly assessedBefore: boolean }, DueDay | 'notOwed'>({
  ...council,
  id: 'LC-06',
  name: 'Assessment of needs after care',
  says: 'The needs of a relevant child, who left care at 16 or 17, are assessed within three months of that day, unless it was done before. Whoever comes back to learn or train after 18 is assessed within three months of telling us: that is not counted, since no day of it is recorded.',
  level: 'regulation',
  verification: 'primary',
  cites: [careLeavers('regulation 5(2)')],
  inForce: { from: day('2011-04-01') },
  trigger: 'the day on which care ended',
  satisfiedBy: {
    fact: 'assessment of needs completed',
    table: 'kith.needs_assessment',
    words: 'An assessment of needs is recorded with the day on which it was completed.',
  },
  decidedOn: ({ left }) => left,
  apply: ({ left, assessedBefore }) => (assessedBefore ? 'notOwed' : { kind: 'due', day: addMonths(left, 3) }),
  examples: [
    {
      name: 'there is no 30 February',
      given: { left: day('2026-11-30'), assessedBefore: false },
      expect: dueOn('2027-02-28'),
    },
    {
      name: 'left in February',
      given: { left: day('2026-02-14'), assessedBefore: false },
      expect: dueOn('2026-05-14'),
    },
    { name: 'assessed in care', given: { left: day('2026-11-30'), assessedBefore: true }, expect: 'notOwed' },
  ],
})

export const pathwayPlan = rule<
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
  inForce: { from: day('2011-04-01') },
  trigger: 'the day on which the assessment of needs was completed',
  satisfiedBy: {
    fact: 'pathway plan approved',
    table: 'kith.plan, kith.plan_state, kith.needs_assessment',
    words: 'A pathway plan is approved on or after the day of the assessment.',
  },
  decidedOn: ({ on }) => on,
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

export const planReviewed = rule<{ readonly on: IsoDay; readonly asked: boolean }, DueDay | 'arrangeNow'>({
  ...council,
  id: 'LC-07',
  name: 'Pathway plan reviewed after care',
  says: 'The pathway plan of a young person who has left care is reviewed when they ask, when it is needed, and not more than six months apart.',
  level: 'regulation',
  verification: 'primary',
  cites: [careLeavers('regulation 7(2)')],
  inForce: { from: day('2011-04-01') },
  trigger: 'the plan or the review before',
  satisfiedBy: {
    fact: 'review of the pathway plan',
    table: 'kith.pathway_review, kith.pathway_review_ask',
    words: 'A review of the pathway plan is recorded.',
  },
  decidedOn: ({ on }) => on,
  apply: ({ on, asked }) => (asked ? 'arrangeNow' : { kind: 'due', day: addMonths(on, 6) }),
  examples: [
    { name: 'there is no 30 February', given: { on: day('2026-08-30'), asked: false }, expect: dueOn('2027-02-28') },
    { name: 'the young person asks', vector: 'LC-07#2', given: { ...ON, asked: true }, expect: 'arrangeNow' },
  ],
})

export const stayingPut = rule<
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
  satisfiedBy: {
    fact: 'staying put was talked about',
    table: 'kith.staying_put',
    words: 'It is recorded that it was talked about, agreed or declined.',
  },
  decidedOn: ({ on }) => on,
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

export const supportOffered = rule<
  { readonly asks: 'from'; readonly born: IsoDay } | { readonly asks: 'again'; readonly offered: IsoDay },
  DueDay
>({
  ...council,
  id: 'LC-13',
  name: 'Support offered from 21 to 25',
  says: 'From 21 to 25 a former relevant young person is told of the personal adviser’s support and offered it: as soon as possible after 21, then at least every 12 months.',
  level: 'statute',
  verification: 'knowledge',
  cites: [childrenAct1989('23CZB'), enacted('Children and Social Work Act 2017', 'section 3')],
  inForce: { from: day('2018-04-01') },
  satisfiedBy: {
    fact: 'support offered',
    table: 'kith.leaver_contact',
    words: 'A contact or an attempt is recorded in which the support was offered.',
  },
  trigger: 'the 21st birthday, or the offer before',
  decidedOn: (given) => (given.asks === 'from' ? attainsAge(given.born, 21) : given.offered),
  apply: (given) => ({
    kind: 'due',
    day: given.asks === 'from' ? attainsAge(given.born, 21) : addMonths(given.offered, 12),
  }),
  examples: [
    { name: 'from the 21st birthday', given: { asks: 'from', born: day('2005-06-15') }, expect: dueOn('2026-06-15') },
    {
      name: 'a year after the offer',
      given: { asks: 'again', offered: day('2026-06-15') },
      expect: dueOn('2027-06-15'),
    },
  ],
})
