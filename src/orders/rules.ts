// Rules CP-34, PL-21, OR-01 and OR-02: powers that end by time, and the hearing before the end.
import { addHours, addMonths, day, type Instant, type IsoDay, instant } from '#calendar'
import { childrenAct1989, type Due, due, enacted, named, rule, unknown } from '#law'

const LEGAL_BASIS = {
  fact: 'order or agreement',
  table: 'kith.legal_basis',
} as const
const COMMENCED = day('1991-10-14')

export type EmergencyGiven =
  | { readonly power: 'policeProtection'; readonly taken: Instant }
  | { readonly power: 'emergencyProtectionOrder'; readonly made: IsoDay; readonly saysItEnds: IsoDay | undefined }
export type EmergencyAnswer = Due | { readonly kind: 'dueAt'; readonly at: Instant }

export const HOURS_OF_POLICE_PROTECTION = 72

export const emergencyPowers = rule<EmergencyGiven, EmergencyAnswer>({
  id: 'CP-34',
  name: 'Emergency powers run out',
  says: 'Police protection lasts 72 hours at most. An emergency protection order lasts as long as it says: up to 8 days, extended once by up to 7. Before then it has ended, or another order or agreement has taken its place.',
  level: 'statute',
  verification: 'knowledge',
  cites: [childrenAct1989('45(1) to (6)'), childrenAct1989('46(6)')],
  inForce: { from: COMMENCED },
  satisfiedBy: {
    ...LEGAL_BASIS,
    words: 'The power ended, or another that stands after it, on the day by which it had to.',
  },
  trigger: 'the day on which the power was taken',
  responsible: 'The council; the police for their protection',
  decidedOn: (given) => (given.power === 'policeProtection' ? day(given.taken.slice(0, 10)) : given.made),
  apply: (given) => {
    if (given.power === 'policeProtection')
      return { kind: 'dueAt', at: addHours(given.taken, HOURS_OF_POLICE_PROTECTION) }
    return given.saysItEnds === undefined
      ? unknown('the day on which the order says that it ends')
      : { kind: 'due', day: given.saysItEnds }
  },
  examples: [
    {
      name: 'clocks go forward: 72 hours are 72 hours',
      given: { power: 'policeProtection', taken: instant('2026-03-28T22:15:00Z') },
      expect: { kind: 'dueAt', at: instant('2026-03-31T22:15:00Z') },
    },
    {
      name: 'clocks go back',
      given: { power: 'policeProtection', taken: instant('2026-10-24T21:00:00Z') },
      expect: { kind: 'dueAt', at: instant('2026-10-27T21:00:00Z') },
    },
    {
      name: 'an emergency protection order ends when it says',
      given: { power: 'emergencyProtectionOrder', made: day('2026-05-04'), saysItEnds: day('2026-05-12') },
      expect: due('2026-05-12'),
    },
    {
      name: 'it does not say when',
      given: { power: 'emergencyProtectionOrder', made: day('2026-05-04'), saysItEnds: undefined },
      expect: { kind: 'unknown', missing: 'the day on which the order says that it ends' },
    },
  ],
})

export type SecureGiven =
  | { readonly asks: 'withoutCourt'; readonly from: Instant }
  | { readonly asks: 'firstReview' | 'laterReview' | 'order'; readonly from: IsoDay; readonly saysItEnds?: IsoDay }

export const secureAccommodation = rule<SecureGiven, EmergencyAnswer>({
  id: 'PL-21',
  name: 'Secure accommodation',
  says: 'Without a court’s authority no more than 72 hours in any 28 days. With it, as long as the order says: up to 3 months at first, up to 6 later. Reviewed by a panel within a month, then at least every 3 months. Under 13 the Secretary of State has to approve.',
  level: 'regulation',
  verification: 'knowledge',
  cites: [
    childrenAct1989('25'),
    enacted('Children (Secure Accommodation) Regulations 1991 (SI 1991/1505)', 'regulations 4, 10 to 12, 15 and 16'),
  ],
  inForce: { from: COMMENCED },
  satisfiedBy: {
    fact: 'order, and panel',
    table: 'kith.legal_basis, kith.secure_panel',
    words:
      'A panel held by each of its days; and the order ended, or another secure accommodation order made, by the day on which it ends.',
  },
  trigger: 'the day on which the order was made',
  responsible: 'The council',
  waitsFor:
    'The hours kept without an order, and the approval under 13: the panels and the end of the order are counted.',
  decidedOn: (given) => (given.asks === 'withoutCourt' ? day(given.from.slice(0, 10)) : given.from),
  apply: (given) => {
    if (given.asks === 'withoutCourt') return { kind: 'dueAt', at: addHours(given.from, 72) }
    if (given.asks !== 'order') return { kind: 'due', day: addMonths(given.from, given.asks === 'firstReview' ? 1 : 3) }
    return given.saysItEnds === undefined
      ? unknown('the day on which the order says that it ends')
      : { kind: 'due', day: given.saysItEnds }
  },
  examples: [
    {
      name: 'without a court, over the change of clocks',
      given: { asks: 'withoutCourt', from: instant('2026-10-23T20:00:00Z') },
      expect: { kind: 'dueAt', at: instant('2026-10-26T20:00:00Z') },
    },
    {
      name: 'first panel: there is no 31 September',
      given: { asks: 'firstReview', from: day('2026-08-31') },
      expect: due('2026-09-30'),
    },
    { name: 'next panel', given: { asks: 'laterReview', from: day('2026-09-30') }, expect: due('2026-12-30') },
    {
      name: 'the order ends when it says',
      given: { asks: 'order', from: day('2026-08-31'), saysItEnds: day('2026-11-30') },
      expect: due('2026-11-30'),
    },
  ],
})

export interface OrderGiven {
  readonly made: IsoDay
  readonly saysItEnds: IsoDay | undefined
}

export const orderEnds = rule<OrderGiven, Due | { readonly kind: 'noEnd' }>({
  id: 'OR-01',
  name: 'An order ends by time',
  says: 'An interim order, a remand or another order that says when it ends has ended by then, or has been made again, or another order or agreement has taken its place: a child is not in our care by no power at all. A care order and a placement order do not end by time before the 18th birthday.',
  level: 'statute',
  verification: 'knowledge',
  cites: [
    childrenAct1989('38(4)'),
    childrenAct1989('91(12)'),
    enacted('Legal Aid, Sentencing and Punishment of Offenders Act 2012', 'sections 91 to 104'),
  ],
  inForce: { from: COMMENCED },
  satisfiedBy: { ...LEGAL_BASIS, words: 'It ended, or another that stands after it, on the day by which it had to.' },
  trigger: 'the day on which the order was made',
  responsible: 'The council and its lawyers',
  decidedOn: ({ made }) => made,
  apply: ({ saysItEnds }) => (saysItEnds === undefined ? { kind: 'noEnd' } : { kind: 'due', day: saysItEnds }),
  examples: [
    {
      name: 'an interim care order of eight weeks',
      given: { made: day('2026-06-01'), saysItEnds: day('2026-07-27') },
      expect: due('2026-07-27'),
    },
    { name: 'a care order', given: { made: day('2026-06-01'), saysItEnds: undefined }, expect: { kind: 'noEnd' } },
  ],
})

export interface HearingGiven {
  readonly made: IsoDay
  readonly hearing: IsoDay | undefined
}

export const hearingHeld = rule<HearingGiven, Due>({
  id: 'OR-02',
  name: 'Hearing about an order',
  says: 'Where the next hearing about an order is known, what came of it is recorded by then: the order ended, was made again or replaced, or another day was set for the hearing.',
  level: 'practice',
  verification: 'knowledge',
  cites: [named('Local practice; the day of the hearing is the court’s')],
  inForce: { from: COMMENCED },
  satisfiedBy: {
    ...LEGAL_BASIS,
    words: 'The order ended, another made on or after that day, or a later day set for the hearing.',
  },
  trigger: 'the day on which the order was made',
  responsible: 'The council and its lawyers',
  decidedOn: ({ made }) => made,
  apply: ({ hearing }) => (hearing === undefined ? unknown('the day of the hearing') : { kind: 'due', day: hearing }),
  examples: [
    {
      name: 'a hearing on 20 July',
      given: { made: day('2026-06-01'), hearing: day('2026-07-20') },
      expect: due('2026-07-20'),
    },
    {
      name: 'no day is set',
      given: { made: day('2026-06-01'), hearing: undefined },
      expect: { kind: 'unknown', missing: 'the day of the hearing' },
    },
  ],
})
