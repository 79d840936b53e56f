// A dated personal education plan, and the terms of the child's own school.
import type { DayNumber } from '#calendar'
import type { Recorded } from '#ledger'

export interface Pep extends Recorded {
  /** initiated: begun, not yet ready; effective: ready for a review, with targets, signed off by the virtual school. */
  readonly stage: 'initiated' | 'effective'
  readonly day: DayNumber
}

/** First and last school day, both included. Six half-terms are first joined into three terms. */
export interface Term {
  readonly name: string
  readonly first: DayNumber
  readonly last: DayNumber
}
