// A stay with the same carers, its turns of circumstance, and the way in which visits are counted after each visit.
import type { DayNumber } from '#calendar'
import type { Basis, Closing, Recorded, Span } from '#ledger'
import { isInForce, type Placement } from '#placements'
import {
  ADOPTION_WEEKLY,
  ANOTHER_SIX_WEEKS,
  ANOTHER_THREE_MONTHS,
  adoptionAgreed,
  CARE_ORDER_SIX_WEEKS,
  FIRST_YEAR,
  IMMEDIATE_SIX_WEEKS,
  IMMEDIATE_WEEKLY,
  LONG_TERM,
  SHORT_BREAK_VISIT,
  SIX_WEEKS,
  TEMPORARY_FOUR_WEEKS,
  TEMPORARY_WEEKLY,
  THREE_MONTHS,
} from './bases.ts'
import type { Regime } from './governing.ts'
import { type FirstYearReading, isFirstYear } from './later-rules.ts'
import type { Visit } from './visit.ts'

/** From that day on the circumstances are these; anchor: the fact that turned them. */
export interface Turn {
  readonly day: DayNumber
  /** The day from which these circumstances have held without a break. */
  readonly since: DayNumber
  readonly bits: number
  readonly anchor: Recorded
  readonly placement: Placement
}

export interface Stay {
  readonly anchor: Recorded
  readonly began: DayNumber
  readonly beganKnown: boolean
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
  /** In order; the first is the start. */
  readonly turns: readonly [Turn, ...Turn[]]
  /** Those that count, within this stay, in order, one a day. */
  readonly visits: readonly Visit[]
  /** Completed reviews of the child, in order. */
  readonly reviewsHeld: readonly DayNumber[]
  readonly spans: readonly Span[]
  readonly firstYear: FirstYearReading
  /** Short breaks: the seventh day placed, where that day is known. */
  readonly seventhDay: DayNumber | undefined
}

function reviewedBetween(held: readonly DayNumber[], from: DayNumber, until: DayNumber): boolean {
  for (const day of held) {
    if (day > until) return false
    if (day >= from) return true
  }
  return false
}

function ordinaryBasis(stay: Stay, { placement }: Turn, visited: DayNumber): Basis {
  if (isFirstYear(stay.began, visited, stay.firstYear)) return FIRST_YEAR
  const agreed = isInForce(placement.longTermFoster, visited) && isInForce(placement.childAgrees, visited)
  if (agreed && visited >= LONG_TERM.inForceFrom) return LONG_TERM
  return isInForce(placement.intendedTo18, visited) ? THREE_MONTHS : SIX_WEEKS
}

/** How the next visit is counted from this one, under that regime. */
export function basisAfter(regime: Regime, stay: Stay, { turn, visited }: { turn: Turn; visited: DayNumber }): Basis {
  if (regime === 'ordinary') return ordinaryBasis(stay, turn, visited)
  if (regime === 'careOrderWithParent') return CARE_ORDER_SIX_WEEKS
  if (regime === 'shortBreaks') return SHORT_BREAK_VISIT
  if (regime === 'anotherResponsible') {
    return isFirstYear(stay.began, visited, stay.firstYear) ? ANOTHER_SIX_WEEKS : ANOTHER_THREE_MONTHS
  }
  const reviewed = reviewedBetween(stay.reviewsHeld, turn.since, visited)
  if (regime === 'adoption') {
    const agreed = turn.placement.agreedVisitWeeks.findLast((one) => isInForce(one, visited))
    return reviewed ? adoptionAgreed(agreed?.weeks) : ADOPTION_WEEKLY
  }
  if (regime === 'temporaryOrInterim') return reviewed ? TEMPORARY_FOUR_WEEKS : TEMPORARY_WEEKLY
  return reviewed ? IMMEDIATE_SIX_WEEKS : IMMEDIATE_WEEKLY
}
