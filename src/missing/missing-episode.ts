// A missing episode, and the return interview after it.
import type { DayNumber } from '#calendar'
import type { Recorded } from '#ledger'

export interface MissingEpisode extends Recorded {
  readonly kind: 'missing' | 'away'
  readonly from: DayNumber
  /** The day of return; undefined: not back, or not known. */
  readonly until: DayNumber | undefined
  /** The moment of return, in milliseconds UTC, where it is known. */
  readonly returnedAt: number | undefined
}

export interface ReturnInterview extends Recorded {
  /** Line of the missing episode. */
  readonly episode: string
  readonly offered: DayNumber | undefined
  /** The day it was held or declined. */
  readonly day: DayNumber
  /** The moment, where it is known. */
  readonly at: number | undefined
  /** declined: offered, declined with reasons, attempts logged. */
  readonly outcome: 'held' | 'declined'
}
