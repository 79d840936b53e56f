// Rule CP-09: what calls for a review before its time, and what it must come before.
import { day, dayOf, type IsoDay, numberOf } from '#calendar'
import { carePlanning2010, childrenAct1989, type Due, due, rule } from '#law'
import type { ReviewCallKind } from './review.ts'
import { CARE_PLANNING_FROM } from './timing.ts'

export interface EarlyReviewGiven {
  readonly kind: ReviewCallKind | 'placementEndedAtOnce'
  readonly called: IsoDay
  readonly before: IsoDay | undefined
  readonly justified: boolean
}

export type EarlyReviewAnswer =
  | Due
  | { readonly kind: 'open'; readonly from: IsoDay }
  | { readonly kind: 'none'; readonly because: string }

/** The last day that is before the event. */
export const lastDayBefore = (before: number): number => before - 1

export const earlyReview = rule<EarlyReviewGiven, EarlyReviewAnswer>({
  id: 'CP-09',
  name: 'Early review',
  says: 'A review is held before its time when the reviewing officer asks, when a visit finds it needed, and before a placement is ended, a child is placed with a parent, the care plan changes significantly, or accommodation ends.',
  level: 'regulation',
  verification: 'primary',
  cites: [
    carePlanning2010('33(3)'),
    carePlanning2010('14(1)'),
    carePlanning2010('17(d)'),
    carePlanning2010('30'),
    carePlanning2010('32(2)'),
    childrenAct1989('22D'),
  ],
  inForce: { from: CARE_PLANNING_FROM },
  satisfiedBy: {
    fact: 'review',
    table: 'kith.review',
    words: 'A review held after the call and before the event it protects.',
  },
  trigger: 'the call for a review',
  responsible: 'The council; the reviewing officer',
  decidedOn: ({ called }) => called,
  apply: ({ kind, called, before, justified }) => {
    if (kind === 'placementEndedAtOnce') {
      return {
        kind: 'none',
        because:
          'A child at immediate risk is moved first; the reviewing officer is told as soon as reasonably practicable.',
      }
    }
    if (!justified) return { kind: 'none', because: 'The reviewing officer does not consider it justified.' }
    return before === undefined
      ? { kind: 'open', from: called }
      : { kind: 'due', day: dayOf(lastDayBefore(numberOf(before))) }
  },
  examples: [
    {
      name: 'before a placement is ended on 15 May',
      vector: 'CP-09#1',
      given: {
        kind: 'placementEnding',
        called: day('2026-03-02'),
        before: day('2026-05-15'),
        justified: true,
      },
      expect: due('2026-05-14'),
    },
    {
      name: 'a placement ended at once for risk asks for no review first',
      vector: 'CP-09#2',
      given: { kind: 'placementEndedAtOnce', called: day('2026-05-15'), before: undefined, justified: true },
      expect: {
        kind: 'none',
        because:
          'A child at immediate risk is moved first; the reviewing officer is told as soon as reasonably practicable.',
      },
    },
    {
      name: 'the reviewing officer asks: open from that day, no number of days',
      vector: 'CP-09#3',
      given: { kind: 'reviewingOfficerAsks', called: day('2026-02-03'), before: undefined, justified: true },
      expect: { kind: 'open', from: day('2026-02-03') },
    },
    {
      name: 'the child asks, and the reviewing officer does not consider it justified',
      vector: 'CP-09#4',
      given: { kind: 'childAsks', called: day('2026-02-03'), before: undefined, justified: false },
      expect: { kind: 'none', because: 'The reviewing officer does not consider it justified.' },
    },
  ],
})
