// Rules AD-01, AD-06, AD-07, AD-09 and AD-10: waiting to be placed for adoption, matching in time, the measures, and when a placement order ends.
import { addDays, day, type IsoDay } from '#calendar'
import { adoptionAgencies2005, type Due, enacted, guidance, phasedRule, rule } from '#law'

const adoptionGuidance = (paragraph: string) => guidance('Statutory Guidance on Adoption (2013)', paragraph)
const act2002 = (provision: string) => enacted('Adoption and Children Act 2002', provision)

export const waitingReview = phasedRule({
  id: 'AD-01',
  name: 'Review while waiting to be placed for adoption',
  says: 'A child who may be placed for adoption and has not been is reviewed not more than 3 months after the authority to place, then not more than 6 months apart, until placed. The ordinary reviews go on: one review may serve both, by the earlier day.',
  level: 'regulation',
  verification: 'primary',
  cites: [adoptionAgencies2005('36(1)')],
  inForce: { from: day('2005-12-30') },
  satisfiedBy: {
    fact: 'review',
    table: 'kith.review, kith.legal_basis',
    words: 'A review held while the placement order stands.',
  },
  trigger: 'the day on which the placement order was made, or of the review before',
  responsible: 'The adoption agency',
  waitsFor:
    'A record of a parent’s consent to placing (sections 19 and 20): only a placement order is read as authority.',
  phases: { first: { n: 3, unit: 'months' }, later: { n: 6, unit: 'months' } },
  vectors: [
    ['first', '2026-11-30', '2027-02-28', 'there is no 30 February'],
    ['first', '2026-01-15', '2026-04-15', 'three months'],
    ['later', '2026-04-15', '2026-10-15', 'six months from the review before'],
  ],
})

export const matchInTime = phasedRule({
  id: 'AD-06',
  name: 'Match within six months of the decision',
  says: 'A match is approved within 6 months of the decision that the child should be placed for adoption; within 3 where a parent of a child under six months old asked for it.',
  level: 'statutory-guidance',
  verification: 'primary',
  cites: [adoptionGuidance('paragraph 4.2')],
  inForce: { from: day('2013-07-01') },
  satisfiedBy: {
    fact: 'match',
    table: 'kith.adoption_decision, kith.adoption',
    words: 'The day on which the match was approved.',
  },
  trigger: 'the day on which it was decided that the child should be placed for adoption',
  responsible: 'The adoption agency',
  waitsFor:
    'Whether a parent of a child under six months old asked for adoption: 6 months are counted for every child.',
  phases: { infant: { n: 3, unit: 'months' }, other: { n: 6, unit: 'months' } },
  vectors: [
    ['infant', '2026-11-30', '2027-02-28', 'a child under six months, at the parents’ request'],
    ['other', '2026-08-31', '2027-02-28', 'there is no 31 February'],
  ],
})

export const nationalMatching = phasedRule({
  id: 'AD-10',
  name: 'Referral to national matching',
  says: 'A child for whom no match is being worked on locally is referred to a service that finds adopters elsewhere, no later than three months after the decision that the child should be placed for adoption. The national register itself has closed; another service takes its place.',
  level: 'statutory-guidance',
  verification: 'primary',
  cites: [adoptionGuidance('on regulation 19')],
  inForce: { from: day('2013-07-01') },
  satisfiedBy: {
    fact: 'referral or match',
    table: 'kith.adoption_decision, kith.adoption',
    words: 'The day of the referral to a matching service, or of the match.',
  },
  trigger: 'the day on which it was decided that the child should be placed for adoption',
  responsible: 'The adoption agency',
  waitsFor: 'A match that is being worked on and not approved yet: only an approved match is read.',
  phases: { referral: { n: 3, unit: 'months' } },
  vectors: [
    ['referral', '2026-11-30', '2027-02-28', 'there is no 30 February'],
    ['referral', '2026-05-31', '2026-08-31', 'three months'],
  ],
})

export interface ThresholdGiven {
  readonly measures: 'careToAdopters' | 'orderToMatch'
  readonly from: IsoDay
}
const THRESHOLD_DAYS = { careToAdopters: 426, orderToMatch: 121 } as const

export const adoptionThresholds = rule<ThresholdGiven, Due>({
  id: 'AD-07',
  name: 'Adoption timeliness thresholds',
  says: 'The published measures of adoption: 426 days from coming into care to moving in with the adoptive family, 121 from the placement order to the match. They measure an agency; they are no duty to a child.',
  level: 'data-definition',
  verification: 'knowledge',
  cites: [enacted('Adoption scorecards (DfE)', 'A10 and A2')],
  inForce: { from: day('2012-05-01') },
  satisfiedBy: {
    fact: 'placing or match',
    table: 'kith.care_period, kith.legal_basis, kith.adoption',
    words: 'The days from which and to which it is measured.',
  },
  trigger: 'the day from which it is measured',
  responsible: 'The data team',
  decidedOn: ({ from }) => from,
  apply: ({ measures, from }) => ({ kind: 'due', day: addDays(from, THRESHOLD_DAYS[measures]) }),
  examples: [
    {
      name: 'to moving in',
      given: { measures: 'careToAdopters', from: day('2026-01-05') },
      expect: { kind: 'due', day: day('2027-03-07') },
    },
    {
      name: 'to the match',
      given: { measures: 'orderToMatch', from: day('2026-01-05') },
      expect: { kind: 'due', day: day('2026-05-06') },
    },
  ],
})

export type PlacementOrderGiven = { readonly on: IsoDay } & (
  | { readonly event: 'none'; readonly placed: boolean }
  | { readonly event: 'adopted' | 'revoked' | 'married' | 'attained18' }
)
export type PlacementOrderAnswer =
  | { readonly kind: 'stands'; readonly reviews: readonly string[]; readonly wins: 'earliest' }
  | { readonly kind: 'ended'; readonly on: IsoDay; readonly endsCare: boolean }

export const placementOrderEnds = rule<PlacementOrderGiven, PlacementOrderAnswer>({
  id: 'AD-09',
  name: 'When a placement order ends',
  says: 'A placement order has no day on which it ends by time before the child is 18: it ends on adoption, revocation or marriage. Until then the child is looked after. Waiting to be placed, ordinary reviews and those of adoption both run.',
  level: 'statute',
  verification: 'knowledge',
  cites: [act2002('sections 18 to 22'), act2002('section 24')],
  inForce: { from: day('2005-12-30') },
  satisfiedBy: {
    fact: 'order',
    table: 'kith.legal_basis, kith.care_period',
    words: 'The end of the order, or of the time in care.',
  },
  trigger: 'the day of the event',
  responsible: 'The council',
  decidedOn: ({ on }) => on,
  apply: (given) => {
    if (given.event !== 'none')
      return { kind: 'ended', on: given.on, endsCare: given.event === 'adopted' || given.event === 'attained18' }
    return { kind: 'stands', reviews: given.placed ? ['AD-02'] : ['CP-08', 'AD-01'], wins: 'earliest' }
  },
  examples: [
    {
      name: 'waiting to be placed: both run, the earlier day wins',
      vector: 'AD-09#1',
      given: { event: 'none', on: day('2026-06-01'), placed: false },
      expect: { kind: 'stands', reviews: ['CP-08', 'AD-01'], wins: 'earliest' },
    },
    {
      name: 'an adoption order ends care on its day',
      vector: 'AD-09#2',
      given: { event: 'adopted', on: day('2026-09-09') },
      expect: { kind: 'ended', on: day('2026-09-09'), endsCare: true },
    },
  ],
})
