// A period of care: one unbroken time of being looked after, from becoming looked after to ceasing.
import type { DayNumber } from '#calendar'
import type { Recorded } from '#ledger'

/** on: known. by: a source shows the child in care by that day, and says nothing before it. */
export type Began = { readonly kind: 'on'; readonly day: DayNumber } | { readonly kind: 'by'; readonly day: DayNumber }

export interface CarePeriod extends Recorded {
  readonly began: Began
  /** The day on which it ended; undefined: it goes on. */
  readonly ended: DayNumber | undefined
  /** Return's reason code (REC): 'E4A'. */
  readonly endReason: string | undefined
}

/** The birth date in force; undefined: not known. */
export interface Birth extends Recorded {
  readonly day: DayNumber | undefined
}
