// The ways in which visits are counted, by regime.
import { adoptionAgencies2005, carePlanning2010 } from '#law'
import { type Basis, type BasisText, basis } from '#ledger'
import { shortBreaks } from '#placements'
import type { Regime } from './governing.ts'
import { adoptionVisit, afterFirstYear, longTermFoster } from './later-rules.ts'
import {
  anotherResponsible,
  careOrderWithParent,
  firstYear,
  immediateWithParent,
  temporaryOrInterim,
  visitAskedFor,
  weekOfPlacement,
} from './rules.ts'

const VISIT = 'the visit of'
const WEEK = { unit: 'weeks', n: 1 } as const
const visitBasis = (text: Omit<BasisText, 'kind' | 'name' | 'since'> & { name?: string; since?: string }): Basis =>
  basis({ name: 'Visit', since: VISIT, ...text, kind: 'visit' })

/** The visit owed at the start of a placement, or when the regime takes over. */
export const AT_START: Readonly<Record<Regime, Basis>> = {
  ordinary: visitBasis({
    id: 'CP-16',
    rule: weekOfPlacement,
    name: 'First visit in this placement',
    count: WEEK,
    since: 'the start of this placement on',
    cites: carePlanning2010('28(2)(a)'),
  }),
  adoption: visitBasis({
    id: 'AD-03/first',
    rule: adoptionVisit,
    name: 'First visit when placed for adoption',
    count: WEEK,
    since: 'being placed for adoption on',
    cites: adoptionAgencies2005('36(4)'),
  }),
  temporaryOrInterim: visitBasis({
    id: 'CP-21/start',
    rule: temporaryOrInterim,
    count: WEEK,
    since: 'the start of temporary approval, or of the interim care order with a parent, on',
    cites: carePlanning2010('28(4)'),
  }),
  careOrderWithParent: visitBasis({
    id: 'CP-22/order',
    rule: careOrderWithParent,
    count: WEEK,
    since: 'the start of living with a parent under a care order on',
    cites: carePlanning2010('28(5)'),
  }),
  immediateWithParent: visitBasis({
    id: 'CP-20/start',
    rule: immediateWithParent,
    count: WEEK,
    since: 'being placed with a parent before the assessment, on',
    cites: carePlanning2010('28(3)'),
  }),
  anotherResponsible: visitBasis({
    id: 'CP-23/start',
    rule: anotherResponsible,
    count: WEEK,
    since: 'the start or change of the arrangements on',
    cites: carePlanning2010('28(6)'),
  }),
  shortBreaks: visitBasis({
    id: 'CP-28/first-visit',
    rule: shortBreaks,
    name: 'First short-break visit',
    count: { unit: 'none', n: 0 },
    since: 'the start of the first short break on',
    cites: carePlanning2010('48'),
    remark: 'It is owed within the first seven days placed.',
  }),
}

export const FIRST_YEAR = visitBasis({
  id: 'CP-17',
  rule: firstYear,
  count: firstYear.interval,
  cites: carePlanning2010('28(2)(b)'),
})
/** The visit before is not known, so neither is the interval. */
export const NEXT_UNKNOWN = visitBasis({
  id: 'CP-17/next',
  rule: firstYear,
  name: 'Next visit',
  count: { unit: 'by', n: 0 },
  since: 'six weeks or three months after the visit before',
  cites: carePlanning2010('28(2)'),
})
export const THREE_MONTHS = visitBasis({
  id: 'CP-18/three-months',
  rule: afterFirstYear,
  count: { unit: 'months', n: 3 },
  cites: carePlanning2010('28(2)(c)(i)'),
})
export const SIX_WEEKS = visitBasis({
  id: 'CP-18/six-weeks',
  rule: afterFirstYear,
  count: { unit: 'weeks', n: 6 },
  cites: carePlanning2010('28(2)(c)(ii)'),
})
export const LONG_TERM = visitBasis({
  id: 'CP-19',
  rule: longTermFoster,
  count: { unit: 'months', n: 6 },
  cites: carePlanning2010('28, as amended by SI 2015/495'),
})
export const ADOPTION_WEEKLY = visitBasis({
  id: 'AD-03/weekly',
  rule: adoptionVisit,
  count: WEEK,
  cites: adoptionAgencies2005('36(4)'),
})
const agreed = (n: number): Basis =>
  visitBasis({
    id: `AD-03/agreed-${n}`,
    rule: adoptionVisit,
    count: { unit: 'weeks', n },
    cites: adoptionAgencies2005('36(4)'),
  })
const MOST_AGREED_WEEKS = 26
const AGREED: readonly Basis[] = Array.from({ length: MOST_AGREED_WEEKS + 1 }, (_, weeks) => agreed(weeks))
/** undefined: no interval was decided, or one beyond what is credible. */
export const ADOPTION_UNDECIDED = visitBasis({
  id: 'AD-03/as-decided',
  rule: adoptionVisit,
  count: { unit: 'none', n: 0 },
  cites: adoptionAgencies2005('36(4)'),
})
export const adoptionAgreed = (weeks: number | undefined): Basis =>
  (weeks === undefined || weeks < 1 ? undefined : AGREED[weeks]) ?? ADOPTION_UNDECIDED

export const TEMPORARY_WEEKLY = visitBasis({
  id: 'CP-21/weekly',
  rule: temporaryOrInterim,
  count: WEEK,
  cites: carePlanning2010('28(4)'),
})
export const TEMPORARY_FOUR_WEEKS = visitBasis({
  id: 'CP-21/four-weeks',
  rule: temporaryOrInterim,
  count: { unit: 'weeks', n: 4 },
  cites: carePlanning2010('28(4)'),
})
export const CARE_ORDER_SIX_WEEKS = visitBasis({
  id: 'CP-22/six-weeks',
  rule: careOrderWithParent,
  count: { unit: 'weeks', n: 6 },
  cites: carePlanning2010('28(5)'),
})
export const IMMEDIATE_WEEKLY = visitBasis({
  id: 'CP-20/weekly',
  rule: immediateWithParent,
  count: WEEK,
  cites: carePlanning2010('28(3)'),
})
export const IMMEDIATE_SIX_WEEKS = visitBasis({
  id: 'CP-20/six-weeks',
  rule: immediateWithParent,
  count: { unit: 'weeks', n: 6 },
  cites: carePlanning2010('28(3)'),
})
export const ANOTHER_SIX_WEEKS = visitBasis({
  id: 'CP-23/six-weeks',
  rule: anotherResponsible,
  count: { unit: 'weeks', n: 6 },
  cites: carePlanning2010('28(6)'),
})
export const ANOTHER_THREE_MONTHS = visitBasis({
  id: 'CP-23/three-months',
  rule: anotherResponsible,
  count: { unit: 'months', n: 3 },
  cites: carePlanning2010('28(6)'),
})
export const SHORT_BREAK_VISIT = visitBasis({
  id: 'CP-28/later-visit',
  rule: shortBreaks,
  count: { unit: 'months', n: 6 },
  cites: carePlanning2010('48'),
})
export const ASKED = visitBasis({
  id: 'CP-24/asked',
  rule: visitAskedFor,
  name: 'Visit asked for',
  count: { unit: 'none', n: 0 },
  since: 'being asked on',
  cites: carePlanning2010('28(7)'),
})
export const NOTICE = visitBasis({
  id: 'CP-24/notice',
  rule: visitAskedFor,
  name: 'Visit after a notice about the home',
  count: WEEK,
  since: 'the notice of',
  cites: carePlanning2010('28(7)'),
})
export const ALL_VISIT_BASES: readonly Basis[] = [
  ...Object.values(AT_START),
  ...AGREED,
  FIRST_YEAR,
  NEXT_UNKNOWN,
  THREE_MONTHS,
  SIX_WEEKS,
  LONG_TERM,
  ADOPTION_WEEKLY,
  ADOPTION_UNDECIDED,
  TEMPORARY_WEEKLY,
  TEMPORARY_FOUR_WEEKS,
  CARE_ORDER_SIX_WEEKS,
  IMMEDIATE_WEEKLY,
  IMMEDIATE_SIX_WEEKS,
  ANOTHER_SIX_WEEKS,
  ANOTHER_THREE_MONTHS,
  SHORT_BREAK_VISIT,
  ASKED,
  NOTICE,
]
