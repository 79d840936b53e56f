// Rules CP-05, CP-11, CP-15, CP-25 and HE-04: who reviews and speaks with the child, what follows a review, and who is told first.
import { day, type IsoDay, numberOf, workingDaysAfter } from '#calendar'
import { carePlanning2010, childrenAct1989, countedRule, type Due, due, dueOn, guidance, rule } from '#law'

const handbook = (paragraph: string) => guidance('IRO Handbook (2010)', paragraph)
const FROM = day('2011-04-01')

export interface AppointedGiven {
  readonly began: IsoDay
  readonly days: number
  readonly firstReview?: IsoDay
  readonly appointed?: IsoDay
}

export const reviewingOfficerNamed = rule<
  AppointedGiven,
  Due | { readonly kind: 'breachAtReview'; readonly review: IsoDay }
>({
  id: 'CP-05',
  name: 'Reviewing officer appointed',
  says: 'A reviewing officer is named before the case is first reviewed: that is law. Within five working days is good practice. When one stops, another is named as soon as practicable.',
  level: 'statutory-guidance',
  verification: 'secondary',
  cites: [
    childrenAct1989('25A(1) to (3)'),
    handbook('chapter 3'),
    guidance('Children Act 1989 Guidance, Volume 2', ''),
  ],
  inForce: { from: FROM },
  satisfiedBy: {
    fact: 'allocation of a reviewing officer',
    table: 'kith.allocation',
    words: 'A reviewing officer is allocated to the child.',
  },
  trigger: 'the day this period of care began, or the day on which the officer before stopped',
  responsible: 'The manager of the reviewing service',
  interpretations: [
    {
      name: 'reviewerNamed',
      asks: 'Within how many working days is a reviewing officer named?',
      taken: '5',
      readings: {
        '1': 'One working day.',
        '3': 'Three working days.',
        '5': 'Five working days.',
        '10': 'Ten working days.',
        off: 'No number of days: it is not counted here.',
      },
    },
  ],
  decidedOn: ({ began }) => began,
  apply: ({ began, days, firstReview, appointed }) => {
    if (firstReview !== undefined && (appointed === undefined || appointed > firstReview))
      return { kind: 'breachAtReview', review: firstReview }
    return dueOn(workingDaysAfter(numberOf(began), days))
  },
  examples: [
    { name: 'a plain week after New Year', given: { began: day('2026-01-02'), days: 5 }, expect: due('2026-01-09') },
    {
      name: 'the first review was held without one',
      vector: 'CP-05#2',
      given: { began: day('2026-01-14'), days: 5, firstReview: day('2026-02-10') },
      expect: { kind: 'breachAtReview', review: day('2026-02-10') },
    },
  ],
})

export const decisionsInWriting = countedRule({
  id: 'CP-11',
  name: 'Review decisions in writing',
  says: 'The decisions of a review are written down for the council within five working days, each with who does it and by when.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [handbook('chapter 3')],
  inForce: { from: FROM },
  satisfiedBy: {
    fact: 'decision of a review',
    table: 'kith.decision',
    words: 'A decision recorded as one of that review.',
  },
  trigger: 'the day of the review',
  responsible: 'The reviewing officer',
  interval: { n: 5, unit: 'workingDays' },
  vectors: [
    ['2026-12-22', '2026-12-31', 'over Christmas'],
    ['2026-02-26', '2026-03-05', 'over the end of a month'],
  ],
})

const NOT_PRIVATE = {
  refused: 'The child, of sufficient understanding, did not want to',
  inappropriate: 'It was not appropriate at this age and understanding',
} as const

export interface SpokenGiven {
  readonly on: IsoDay
  readonly spoke: IsoDay | undefined
  readonly alone: boolean
  readonly reason: 'refused' | 'inappropriate' | 'unable' | undefined
}
type Spoken = { readonly kind: 'met' | 'excused' | 'notMet' }
const spoken = ({ spoke, alone, reason }: SpokenGiven): Spoken => {
  if (spoke !== undefined && alone) return { kind: 'met' }
  return { kind: reason === undefined ? 'notMet' : 'excused' }
}

export const reviewerSpeaks = rule<SpokenGiven, Spoken>({
  id: 'CP-15',
  name: 'Reviewing officer speaks with the child before the review',
  says: 'Before each review the reviewing officer speaks with the child in private, unless a child of sufficient understanding does not want to, or the officer thinks it not appropriate.',
  level: 'regulation',
  verification: 'secondary',
  cites: [carePlanning2010('36(1)(b)'), handbook('chapter 3')],
  inForce: { from: FROM },
  satisfiedBy: {
    fact: 'visit by the reviewing officer',
    table: 'kith.visit, kith.excuse',
    words:
      'A visit or call by the reviewing officer, alone with the child, after the review before and by the day of this one; or the recorded reason.',
  },
  trigger: 'the review before, or the day this period of care began',
  responsible: 'The reviewing officer',
  excuses: NOT_PRIVATE,
  decidedOn: ({ on }) => on,
  apply: spoken,
  examples: [
    {
      name: 'four days before, alone',
      vector: 'CP-15#1',
      given: { on: day('2026-04-20'), spoke: day('2026-04-16'), alone: true, reason: undefined },
      expect: { kind: 'met' },
    },
    {
      name: 'aged 14, and did not want to',
      vector: 'CP-15#2',
      given: { on: day('2026-04-20'), spoke: undefined, alone: false, reason: 'refused' },
      expect: { kind: 'excused' },
    },
    {
      name: 'neither spoken with nor a reason',
      vector: 'CP-15#3',
      given: { on: day('2026-04-20'), spoke: undefined, alone: false, reason: undefined },
      expect: { kind: 'notMet' },
    },
  ],
})

export const spokenAlone = rule<SpokenGiven, Spoken>({
  id: 'CP-25',
  name: 'Speaking with the child alone',
  says: 'On each visit our representative speaks with the child in private, unless a child of sufficient understanding does not want to, it is not appropriate, or it was not possible. A visit where that did not happen is still a visit. Only visits of which it is not recorded that it happened make a line here.',
  level: 'regulation',
  verification: 'secondary',
  cites: [carePlanning2010('29')],
  inForce: { from: FROM },
  satisfiedBy: {
    fact: 'visit',
    table: 'kith.visit, kith.excuse',
    words: 'The child was seen alone; or one of the three reasons is recorded.',
  },
  trigger: 'the day of the visit',
  responsible: "The council's representative",
  excuses: { ...NOT_PRIVATE, unable: 'It was not possible' },
  decidedOn: ({ on }) => on,
  apply: spoken,
  examples: [
    {
      name: 'seen alone',
      vector: 'CP-25#1',
      given: { on: day('2026-02-10'), spoke: day('2026-02-10'), alone: true, reason: undefined },
      expect: { kind: 'met' },
    },
    {
      name: 'did not want to',
      vector: 'CP-25#2',
      given: { on: day('2026-02-10'), spoke: undefined, alone: false, reason: 'refused' },
      expect: { kind: 'excused' },
    },
    {
      name: 'not alone, and no reason: the visit counts, this does not',
      vector: 'CP-25#3',
      given: { on: day('2026-02-10'), spoke: undefined, alone: false, reason: undefined },
      expect: { kind: 'notMet' },
    },
  ],
})

export const healthTold = countedRule({
  id: 'HE-04',
  name: 'Health service told',
  says: 'The health service is told that a child has come into care before they are placed or, in an emergency, within five working days, so that the first assessment can be arranged.',
  level: 'regulation',
  verification: 'primary',
  cites: [
    carePlanning2010('13(2)(f)'),
    guidance('Promoting the health and well-being of looked-after children (2015)', 'paragraphs 24, 35 and 36'),
  ],
  inForce: { from: FROM },
  satisfiedBy: {
    fact: 'health team told that the child comes into care',
    table: 'kith.told',
    words: 'The day on which the health team was told that the child came into care.',
  },
  trigger: 'the day this period of care began',
  responsible: "The child's social worker",
  interval: { n: 5, unit: 'workingDays' },
  vectors: [
    ['2026-05-21', '2026-05-29', 'over the spring bank holiday'],
    ['2026-12-29', '2027-01-06', 'over New Year'],
  ],
})
