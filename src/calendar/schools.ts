// School days and terms by a school's own published calendar; without one, the answer is unknown.
import { type DayNumber, whole } from './civil.ts'
import { dayOf, type IsoDay, numberOf } from './iso-day.ts'
import { isWorkingDayNumber } from './working-days.ts'

/** First and last day, both included. */
export type NamedDays = { readonly name: string; readonly first: IsoDay; readonly last: IsoDay }

export type SchoolCalendar = {
  readonly school: string
  /** The days about which this calendar says everything; outside them all is unknown. */
  readonly covers: { readonly from: IsoDay; readonly until: IsoDay }
  readonly terms: readonly NamedDays[]
  readonly halfTerms: readonly NamedDays[]
  readonly insetDays: readonly IsoDay[]
}

const within = (on: IsoDay) => (span: NamedDays) => span.first <= on && on <= span.last

/** Education Act 1996 s.579(1): a day on which the school has a session. undefined: unknown. */
export function isSchoolDay(calendar: SchoolCalendar | undefined, on: IsoDay): boolean | undefined {
  if (calendar === undefined || on < calendar.covers.from || on > calendar.covers.until) return undefined
  if (!calendar.terms.some(within(on))) return false
  if (calendar.halfTerms.some(within(on)) || calendar.insetDays.includes(on)) return false
  return isWorkingDayNumber(numberOf(on))
}

/** The N-th school day after that day, which is not counted; before it when N is negative. undefined: unknown. */
export function addSchoolDays(calendar: SchoolCalendar | undefined, from: IsoDay, count: number): IsoDay | undefined {
  const step = count < 0 ? -1 : 1
  let n: DayNumber = numberOf(from)
  let left = Math.abs(whole(count))
  while (left > 0) {
    n += step
    const open = isSchoolDay(calendar, dayOf(n))
    if (open === undefined) return undefined
    if (open) left -= 1
  }
  return calendar === undefined ? undefined : dayOf(n)
}

/** Half-terms and INSET days lie inside their term. undefined: unknown. */
export function termOf(calendar: SchoolCalendar | undefined, on: IsoDay): NamedDays | 'between-terms' | undefined {
  if (calendar === undefined || on < calendar.covers.from || on > calendar.covers.until) return undefined
  return calendar.terms.find(within(on)) ?? 'between-terms'
}

/** The first term that starts after that day. undefined: unknown. */
export function termAfter(calendar: SchoolCalendar | undefined, on: IsoDay): NamedDays | undefined {
  if (calendar === undefined || on < calendar.covers.from) return undefined
  return calendar.terms
    .filter((term) => term.first > on)
    .reduce<NamedDays | undefined>(
      (soonest, term) => (soonest && soonest.first < term.first ? soonest : term),
      undefined,
    )
}
