// What lies ahead of one child in one line: what is late or next, how urgent that is, and how much cannot be known.
import type { DayNumber } from '#calendar'
import { type Duty, EVENT_KINDS, isStillOwed, MISSING_FACTS, missingOn, stateOn } from '#ledger'

export interface Ahead {
  /** The most urgent duty that is known and can still be met. */
  readonly next: Duty | undefined
  readonly late: number
  readonly unknown: number
  /** What is missing, in the plural of the field's words: 'visits', 'placement plans'. */
  readonly missing: readonly string[]
}

const isOpen = ({ closes }: Duty, on: DayNumber): boolean => closes === undefined || closes > on

/** Known duties with a day come first by that day: what is longest late is the most urgent. */
export function aheadOf(duties: readonly Duty[], on: DayNumber): Ahead {
  const owed = duties.filter((duty) => isStillOwed(duty, on) && duty.due !== undefined)
  const next = owed.reduce<Duty | undefined>(
    (first, duty) => (first === undefined || dueOf(duty) < dueOf(first) ? duty : first),
    undefined,
  )
  const unknown = duties.filter((duty) => stateOn(duty, on) === 'unknown' && isOpen(duty, on))
  const missing = new Set<string>()
  for (const duty of unknown) {
    const fact = missingOn(duty, on)
    if (fact !== undefined) missing.add(fact === 'eventsOfKind' ? EVENT_KINDS[duty.basis.kind] : MISSING_FACTS[fact])
  }
  const late = owed.filter((duty) => stateOn(duty, on) === 'overdue').length
  return { next, late, unknown: unknown.length, missing: [...missing] }
}

const dueOf = ({ due }: Duty): DayNumber => due ?? Number.POSITIVE_INFINITY

/** The most urgent first; of two alike the one with more late; children of whom nothing is due come last. */
export function byUrgency(a: Ahead, b: Ahead): number {
  const nextDay = ({ next }: Ahead): DayNumber => (next === undefined ? Number.MAX_SAFE_INTEGER : dueOf(next))
  return nextDay(a) - nextDay(b) || b.late - a.late
}

/** What is missing for at least a quarter of those of whom anything is: said once above a list, and not on every line of it. */
export function commonlyMissing(all: readonly Ahead[]): readonly string[] {
  const lacking = all.filter(({ missing }) => missing.length > 0)
  const counts = new Map<string, number>()
  for (const { missing } of lacking) for (const words of missing) counts.set(words, (counts.get(words) ?? 0) + 1)
  return [...counts].filter(([, count]) => count * 4 >= lacking.length).map(([words]) => words)
}
