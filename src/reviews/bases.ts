// The ways in which reviews are counted: ordinary, placed for adoption, short breaks.
import { adoptionAgencies2005, carePlanning2010 } from '#law'
import { type Basis, type BasisText, basis } from '#ledger'
import { shortBreaks } from '#placements'
import { ADJOURNED, UNSAFE_FINDING } from './adjourned-review.ts'
import { adoptionReview } from './adoption-review.ts'
import { earlyReview } from './early-review.ts'
import { firstReview, laterReview, secondReview } from './timing.ts'

const reviewBasis = (text: Omit<BasisText, 'kind'>): Basis => basis({ ...text, kind: 'review' })
const since = 'the review of'

/** First, second, and every later one. */
export interface Series {
  readonly first: Basis
  readonly second: Basis
  readonly later: Basis
  /** After a review that may not be the first, since no source covers the days before it. */
  readonly afterAGap: Basis
}

const AFTER_A_GAP: Basis = reviewBasis({
  id: 'CP-08/after-a-gap',
  rule: laterReview,
  name: 'Review',
  count: laterReview.interval,
  since,
  cites: carePlanning2010('33(2)'),
  remark:
    'Earlier reviews are not covered by any source: taken as a later review. Had that been the first one, the next was due within 3 months of it.',
})

export const ORDINARY: Series = {
  first: reviewBasis({
    id: 'CP-06',
    rule: firstReview,
    name: 'First review',
    count: firstReview.interval,
    since: 'becoming looked after on',
    cites: carePlanning2010('33(1)'),
  }),
  second: reviewBasis({
    id: 'CP-07',
    rule: secondReview,
    name: 'Second review',
    count: secondReview.interval,
    since,
    cites: carePlanning2010('33(2)'),
  }),
  later: reviewBasis({
    id: 'CP-08',
    rule: laterReview,
    name: 'Review',
    count: laterReview.interval,
    since,
    cites: carePlanning2010('33(2)'),
  }),
  afterAGap: AFTER_A_GAP,
}

const adoptionLater = reviewBasis({
  id: 'AD-02/later',
  rule: adoptionReview,
  name: 'Adoption review',
  count: { unit: 'months', n: 6 },
  since,
  cites: adoptionAgencies2005('36(3)'),
})

export const ADOPTION: Series = {
  first: reviewBasis({
    id: 'AD-02/first',
    rule: adoptionReview,
    name: 'First adoption review',
    count: { unit: 'weeks', n: 4 },
    since: 'being placed for adoption on',
    cites: adoptionAgencies2005('36(3)'),
  }),
  second: reviewBasis({
    id: 'AD-02/second',
    rule: adoptionReview,
    name: 'Second adoption review',
    count: { unit: 'months', n: 3 },
    since,
    cites: adoptionAgencies2005('36(3)'),
  }),
  later: adoptionLater,
  afterAGap: adoptionLater,
}

const shortBreakLater = reviewBasis({
  id: 'CP-28/later-review',
  rule: shortBreaks,
  name: 'Short-break review',
  count: { unit: 'months', n: 6 },
  since,
  cites: carePlanning2010('48'),
})

export const SHORT_BREAKS: Series = {
  first: reviewBasis({
    id: 'CP-28/first-review',
    rule: shortBreaks,
    name: 'First short-break review',
    count: { unit: 'months', n: 3 },
    since: 'the start of the first short break on',
    cites: carePlanning2010('48'),
  }),
  second: shortBreakLater,
  later: shortBreakLater,
  afterAGap: shortBreakLater,
}

export const EARLY = {
  before: reviewBasis({
    id: 'CP-09/before',
    rule: earlyReview,
    name: 'Early review',
    count: { unit: 'before', n: 0 },
    since: 'the call of',
    cites: carePlanning2010('33(3)'),
  }),
  open: reviewBasis({
    id: 'CP-09/open',
    rule: earlyReview,
    name: 'Early review',
    count: { unit: 'none', n: 0 },
    since: 'the call of',
    cites: carePlanning2010('33(3)'),
  }),
} as const

export const ALL_REVIEW_BASES: readonly Basis[] = [
  ...new Set([ORDINARY, ADOPTION, SHORT_BREAKS].flatMap((series) => Object.values(series))),
  EARLY.before,
  EARLY.open,
  ADJOURNED,
  UNSAFE_FINDING,
]
