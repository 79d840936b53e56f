// Whether a nightly file that was expected did not come. Pure: now is given.
import { addDays, type Instant, isWorkingDay, londonDay, londonMoment, millisecondsOf } from '#calendar'

export const EXPECTED_DAYS = ['every day', 'working days', 'not expected'] as const
export type ExpectedDays = (typeof EXPECTED_DAYS)[number]
export const isExpectedDays = (text: string): text is ExpectedDays => EXPECTED_DAYS.some((one) => one === text)

export type Expected = {
  readonly days: ExpectedDays
  /** By this hour in London. */
  readonly byHour: number | null
  /** When the council said so: what should have come before is nobody's lateness. */
  readonly said: Instant
}

/** Longer than any row of days without work. */
const FURTHEST_BACK = 14

/** The last hours that have passed by which a file was expected, the latest first: two of them. */
function deadlines({ days, byHour }: Expected, now: Instant): readonly Instant[] {
  if (days === 'not expected' || byHour === null) return []
  const today = londonDay(now)
  return Array.from({ length: FURTHEST_BACK }, (_, back) => addDays(today, -back))
    .filter((on) => days === 'every day' || isWorkingDay(on) !== false)
    .flatMap((on) => londonMoment(on, byHour * 60) ?? londonMoment(on, (byHour + 1) * 60) ?? [])
    .filter((moment) => millisecondsOf(moment) <= millisecondsOf(now))
    .slice(0, 2)
}

/** By when a file should have come that did not; undefined: none is missing. `last`: when the last one was taken. */
export function missingSince(expected: Expected, last: Instant | undefined, now: Instant): Instant | undefined {
  const [due, before] = deadlines(expected, now)
  if (due === undefined || millisecondsOf(due) <= millisecondsOf(expected.said)) return undefined
  const came = last !== undefined && (before === undefined || millisecondsOf(last) > millisecondsOf(before))
  return came ? undefined : due
}
