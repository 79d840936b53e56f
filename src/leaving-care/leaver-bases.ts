// The ways in which leaving care is counted: for each rule its provision and what the days run from.
import { carePlanning2010, childrenAct1989, enacted, guidance } from '#law'
import { type Basis, type BasisText, basis } from '#ledger'
import { accommodationReview, adviser, adviserVisits, inTouch } from './contact-rules.ts'
import { CONSIDERED } from './pathway-considered.ts'
import { PLANNED_IN } from './plan-in-days.ts'
import { needsAssessed, pathwayPlan, planReviewed, relevantAssessed, stayingPut, supportOffered } from './plan-rules.ts'

const careLeavers = (provision: string) => enacted('Care Leavers (England) Regulations 2010 (SI 2010/2571)', provision)
const of = (text: Omit<BasisText, 'kind'>): Basis => basis({ ...text, kind: 'leavingCare' })
const NO_DAYS = { unit: 'none', n: 0 } as const

export const ASSESSED = of({
  id: 'LC-02',
  rule: needsAssessed,
  name: 'Assessment of needs',
  count: { unit: 'months', n: 3 },
  since: 'becoming an eligible child on',
  cites: carePlanning2010('42(1)'),
})
export const ASSESSED_AFTER = of({
  id: 'LC-06',
  rule: relevantAssessed,
  name: 'Assessment of needs after care',
  count: { unit: 'months', n: 3 },
  since: 'leaving care on',
  cites: careLeavers('regulation 5(2)'),
})
export const PLANNED = of({
  id: 'LC-03',
  rule: pathwayPlan,
  name: 'Pathway plan',
  count: NO_DAYS,
  since: 'the assessment of needs of',
  cites: carePlanning2010('43'),
  remark: 'The law sets no number of days.',
})
const named = { rule: adviser, count: NO_DAYS, cites: childrenAct1989('Schedule 2 paragraph 19C') } as const
export const ADVISER = of({ ...named, id: 'LC-04', name: 'Personal adviser', since: 'becoming an eligible child on' })
export const ADVISER_AGAIN = of({
  ...named,
  id: 'LC-04/again',
  name: 'Another personal adviser',
  since: 'the one before stopped on',
})
const review = {
  rule: planReviewed,
  name: 'Review of the pathway plan',
  cites: careLeavers('regulation 7(2)'),
} as const
export const REVIEWED = of({
  ...review,
  id: 'LC-07',
  count: { unit: 'months', n: 6 },
  since: 'the plan, or the review before, of',
})
export const REVIEW_ASKED = of({ ...review, id: 'LC-07/asked', count: NO_DAYS, since: 'being asked for on' })
const home = { rule: accommodationReview, cites: careLeavers('regulation 7(3)') } as const
export const HOME_FIRST = of({
  ...home,
  id: 'LC-08/first',
  name: 'First review of where they live',
  count: NO_DAYS,
  since: 'the 28th day there,',
  remark: 'As soon as practicable after that day.',
})
export const HOME_LATER = of({
  ...home,
  id: 'LC-08/later',
  name: 'Review of where they live',
  count: { unit: 'months', n: 3 },
  since: 'the review of',
  remark: 'The review before may have set fewer months.',
})
const visit = { rule: adviserVisits, cites: careLeavers('regulation 8(2)') } as const
export const VISIT_FIRST = of({
  ...visit,
  id: 'LC-09/first',
  name: 'Adviser’s first visit where they live',
  count: { unit: 'weeks', n: 1 },
  since: 'the first day there,',
})
export const VISIT_LATER = of({
  ...visit,
  id: 'LC-09/later',
  name: 'Adviser’s visit where they live',
  count: { unit: 'months', n: 2 },
  since: 'the visit of',
})
/** How often, in weeks, as a council may choose. */
export const WEEKS_OF_TOUCH = [4, 6, 8, 12] as const
const touch = (n: number): Basis =>
  of({
    // the one that was there before a council could choose
    id: n === 8 ? 'LC-10' : `LC-10/${n}`,
    rule: inTouch,
    name: 'In touch',
    count: { unit: 'weeks', n },
    since: 'the last contact both ways, or leaving care, on',
    cites: guidance('Children Act 1989 Guidance, Volume 3 (2025)', 'paragraph 3.38'),
    remark: 'How many weeks is practice, not law.',
  })
export const TOUCH: ReadonlyMap<number, Basis> = new Map(WEEKS_OF_TOUCH.map((n) => [n, touch(n)]))
export const STAYING = of({
  id: 'LC-12',
  rule: stayingPut,
  name: 'Staying put talked about',
  count: { unit: 'by', n: 0 },
  since: 'the first review after 16, on',
  cites: childrenAct1989('23CZA'),
})
const offer = { rule: supportOffered, cites: childrenAct1989('23CZB') } as const
export const OFFERED = of({
  ...offer,
  id: 'LC-13/first',
  name: 'Support offered after 21',
  count: NO_DAYS,
  since: 'the 21st birthday,',
})
export const OFFERED_AGAIN = of({
  ...offer,
  id: 'LC-13/yearly',
  name: 'Support offered again',
  count: { unit: 'months', n: 12 },
  since: 'the offer of',
})

export const LEAVER_BASES: readonly Basis[] = [
  ...PLANNED_IN.values(),
  ...[ASSESSED, ASSESSED_AFTER, PLANNED, CONSIDERED, ADVISER, ADVISER_AGAIN, REVIEWED, REVIEW_ASKED],
  ...[HOME_FIRST, HOME_LATER, VISIT_FIRST, VISIT_LATER, ...TOUCH.values(), STAYING, OFFERED, OFFERED_AGAIN],
]
