// Settling a duty: from what raised it and what met it to how it stands, and whether it was shown late for being typed late.
import { type DayNumber, instantOf, londonDay, numberOf } from '#calendar'
import type { Basis } from './basis.ts'
import { coveredThrough, type Span, wasCoveredBefore } from './coverage.ts'
import type { Closing, Duty, MissingFact, Standing } from './duty.ts'
import type { Recorded } from './recorded.ts'

export interface Raised {
  readonly basis: Basis
  readonly occurrence: string
  readonly trigger: DayNumber | undefined
  /** When the fact that raised it was first recorded. */
  readonly raisedAt: number
  readonly due: DayNumber | undefined
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
  /** What the sources cover of the events that would meet it. */
  readonly spans: readonly Span[]
  readonly missing: MissingFact | undefined
}

/** Named by the fact that raised it. */
export const raisedBy = (
  basis: Basis,
  { line, recorded }: Recorded,
  rest: Omit<Raised, 'basis' | 'occurrence' | 'raisedAt'>,
): Raised => ({ basis, occurrence: line, raisedAt: recorded, ...rest })

const DAY = 86_400_000
const LATEST_UTC_HOUR = 23 * 3_600_000

/** Only in the last hour of a UTC day can London be a day ahead, so only then is the clock change looked up. */
export function londonDayNumber(at: number): DayNumber {
  const n = Math.floor(at / DAY)
  return at - n * DAY < LATEST_UTC_HOUR ? n : numberOf(londonDay(instantOf(at)))
}

/** It stood overdue on some day only because what met it was typed after the day it was due and after it happened. */
export function wasShownLate(
  raised: Pick<Raised, 'due' | 'raisedAt' | 'spans'>,
  recorded: number,
  happened: DayNumber,
): boolean {
  const { due, raisedAt, spans } = raised
  if (due === undefined || recorded <= raisedAt) return false
  const threshold = due > happened ? due : happened
  if (recorded < (threshold + 1) * DAY - 3_600_000) return false
  return londonDayNumber(recorded) > threshold && wasCoveredBefore(spans, due, recorded)
}

export function isInForceOn(basis: Basis, on: DayNumber): boolean {
  return on >= basis.inForceFrom && (basis.inForceUntil === undefined || on < basis.inForceUntil)
}

/** Late only where every day from the trigger to the due day is covered: else an earlier event may be missing. */
function timeliness({ due, trigger, spans }: Raised, done: DayNumber): Standing {
  if (due === undefined) return trigger === undefined ? 'unknown' : 'doneOnTime'
  if (done <= due) return 'doneOnTime'
  const covered = trigger === undefined ? undefined : coveredThrough(spans, trigger)
  return covered !== undefined && covered >= due ? 'doneLate' : 'unknown'
}

function standingOf(raised: Raised, done: DayNumber | undefined): Standing {
  const { basis, trigger, missing } = raised
  if (trigger !== undefined && !isInForceOn(basis, trigger)) return 'notInForce'
  if (missing !== undefined) return 'unknown'
  return done === undefined ? 'open' : timeliness(raised, done)
}

/** met: the fact that met it, and the day on which that happened. */
export function settle(raised: Raised, met: Recorded | undefined, happened: DayNumber | undefined): Duty {
  const { basis, occurrence, trigger, due, closes, closing } = raised
  const standing = standingOf(raised, happened)
  return {
    basis,
    occurrence,
    trigger,
    due,
    dueAt: undefined,
    done: happened,
    doneBy: met === undefined ? undefined : met.line,
    closes,
    closing,
    coveredUntil: trigger === undefined ? undefined : coveredThrough(raised.spans, trigger),
    standing,
    shownLate:
      met !== undefined &&
      happened !== undefined &&
      (standing === 'doneOnTime' || standing === 'doneLate') &&
      wasShownLate(raised, met.recorded, happened),
    missing: standing === 'unknown' ? (raised.missing ?? 'eventsOfKind') : undefined,
    excuse: undefined,
  }
}
