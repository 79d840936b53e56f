// Rules CP-16, CP-17, CP-20 to CP-24: the intervals of regulation 28 that count from one day.
import { day } from '#calendar'
import { carePlanning2010, childrenAct1989, countedRule, phasedRule } from '#law'

export const COMMON = {
  level: 'regulation',
  inForce: { from: day('2011-04-01') },
  satisfiedBy: {
    fact: 'visit',
    table: 'kith.visit',
    words: "The authority's representative sees the child, face to face, where the child lives.",
  },
  responsible: "The council's representative, usually the child's social worker",
} as const

export const weekOfPlacement = countedRule({
  ...COMMON,
  id: 'CP-16',
  name: 'Visit within a week of a placement',
  says: 'The child is visited within one week of the start of any placement. The day of placing does not count.',
  verification: 'primary',
  cites: [carePlanning2010('28(2)(a)'), childrenAct1989('23ZA')],
  trigger: 'the day this placement began',
  interval: { n: 1, unit: 'weeks' },
  interpretations: [
    {
      name: 'countPlacementDay',
      asks: 'Does being with the child on the day of placing count as the visit?',
      taken: 'no',
      readings: { no: 'A visit is owed after that day.', yes: 'A visit on that day is the first one.' },
    },
  ],
  vectors: [
    ['2026-04-01', '2026-04-08', 'over Easter'],
    ['2024-02-24', '2024-03-02', 'leap day inside the week'],
  ],
})

export const firstYear = countedRule({
  ...COMMON,
  id: 'CP-17',
  name: 'Visits in the first year',
  says: 'In the first year of a placement the child is visited at intervals of not more than six weeks.',
  verification: 'primary',
  cites: [carePlanning2010('28(2)(b)'), childrenAct1989('23ZA')],
  trigger: 'the day of the visit before',
  interval: { n: 6, unit: 'weeks' },
  vectors: [
    ['2026-11-20', '2027-01-01', "due on New Year's Day; not extended"],
    ['2024-01-30', '2024-03-12', 'a leap February'],
  ],
})

export const immediateWithParent = phasedRule({
  ...COMMON,
  id: 'CP-20',
  name: 'Visits with a parent before the assessment is complete',
  says: 'Placed with a parent before the assessment is complete: visited at least weekly until the first review after that, then not more than six weeks apart.',
  verification: 'primary',
  cites: [carePlanning2010('28(3)'), carePlanning2010('19')],
  trigger: 'the day placed, or of the visit before',
  phases: { untilReview: { n: 1, unit: 'weeks' }, afterReview: { n: 6, unit: 'weeks' } },
  interpretations: [
    {
      name: 'firstReview',
      asks: 'Until which review is the child visited weekly, where one was held before the move?',
      taken: 'afterPlacement',
      readings: {
        afterPlacement: 'The first review held after the move.',
        ever: 'The first review of this period of care.',
      },
    },
  ],
  vectors: [
    ['untilReview', '2026-04-02', '2026-04-09', 'weekly until the first review'],
    ['untilReview', '2026-12-24', '2026-12-31', "New Year's Eve; not extended"],
    ['afterReview', '2026-11-20', '2027-01-01', 'six weeks after the first review'],
  ],
})

export const temporaryOrInterim = phasedRule({
  ...COMMON,
  id: 'CP-21',
  name: 'Visits under temporary approval, or interim care order with a parent',
  says: 'With a connected person under temporary approval, or with a parent under an interim care order: visited at least weekly until the first review, then not more than four weeks apart.',
  verification: 'primary',
  cites: [carePlanning2010('28(4)'), carePlanning2010('24')],
  trigger: 'the day it began, or of the visit before',
  phases: { untilReview: { n: 1, unit: 'weeks' }, afterReview: { n: 4, unit: 'weeks' } },
  vectors: [
    ['untilReview', '2026-03-30', '2026-04-06', 'weekly until the first review'],
    ['afterReview', '2026-05-08', '2026-06-05', 'four weeks after the first review'],
  ],
})

export const careOrderWithParent = phasedRule({
  ...COMMON,
  id: 'CP-22',
  name: 'Visits with a parent under a care order',
  says: 'Living with a parent under a care order: visited within one week of the order, then not more than six weeks apart.',
  verification: 'primary',
  cites: [carePlanning2010('28(5)')],
  trigger: 'the day of the care order, or of the visit before',
  phases: { order: { n: 1, unit: 'weeks' }, after: { n: 6, unit: 'weeks' } },
  vectors: [
    ['order', '2026-06-12', '2026-06-19', 'within a week of the order'],
    ['after', '2026-06-19', '2026-07-31', 'six weeks after a visit'],
    ['order', '2027-12-20', '2027-12-27', 'a bank holiday; not extended'],
  ],
})

export const anotherResponsible = phasedRule({
  ...COMMON,
  id: 'CP-23',
  name: 'Visits where another person says where the child lives',
  says: 'In care, but another person is responsible for where the child lives: visited within a week of the start and of any change, then not more than six weeks apart for a year, then not more than three months.',
  verification: 'knowledge',
  cites: [carePlanning2010('28(6)')],
  trigger: 'the start or change of the arrangements, or the day of the visit before',
  phases: {
    startOrChange: { n: 1, unit: 'weeks' },
    firstYear: { n: 6, unit: 'weeks' },
    afterFirstYear: { n: 3, unit: 'months' },
  },
  vectors: [
    ['firstYear', '2026-09-08', '2026-10-20', 'first year'],
    ['afterFirstYear', '2027-11-30', '2028-02-29', 'second year; there is no 30 February'],
    ['startOrChange', '2026-09-01', '2026-09-08', 'within a week of the start'],
  ],
})

export const visitAskedFor = phasedRule({
  ...COMMON,
  id: 'CP-24',
  name: 'Visit asked for',
  says: "The child is visited whenever the child, the appropriate person or the person responsible for the home reasonably asks (no number of days is set), and within one week of a section 30A notice about the child's home.",
  verification: 'knowledge',
  cites: [carePlanning2010('28(7)')],
  trigger: 'the request or notice',
  phases: { notice: { n: 1, unit: 'weeks' }, asked: undefined },
  vectors: [
    ['notice', '2026-02-23', '2026-03-02', 'a section 30A notice'],
    ['asked', '2026-02-23', 'open', 'the child asks: open from that day, no number of days', 'CP-24#2'],
  ],
})
