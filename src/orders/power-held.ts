// An order or agreement as the clock reads it: of what kind, from when, until when it says, and the next hearing.
import type { DayNumber } from '#calendar'
import type { Recorded } from '#ledger'

export interface PowerHeld extends Recorded {
  /** As the record writes it: 'interim care order'. */
  readonly kind: string
  readonly made: DayNumber
  /** False: it stood by that day, and the day on which it was made is not known. */
  readonly madeKnown: boolean
  /** The day on which it says that it ends; undefined: not said, or it has no end. */
  readonly ends: DayNumber | undefined
  readonly hearing: DayNumber | undefined
  /** The day on which it ended in fact. */
  readonly ended: DayNumber | undefined
}
