// Adding days, weeks, months and years: months by the corresponding date, or the last day of the month where there is none.
import { type DayNumber, dayInMonth, dayOfMonthIn, monthIn, packedDate, whole, yearIn } from './civil.ts'
import { dayOf, type IsoDay, numberOf } from './iso-day.ts'

/** Dodds v Walker [1981] 1 WLR 1027: the corresponding date, else the last day of the month. Negative counts back. */
export function monthsAfter(n: DayNumber, months: number): DayNumber {
  const packed = packedDate(n)
  return dayInMonth(yearIn(packed) * 12 + monthIn(packed) - 1 + months, dayOfMonthIn(packed))
}

/** A year is twelve months. */
export function yearsAfter(n: DayNumber, years: number): DayNumber {
  return monthsAfter(n, years * 12)
}

export function addDays(from: IsoDay, days: number): IsoDay {
  return dayOf(numberOf(from) + whole(days))
}

export function addWeeks(from: IsoDay, weeks: number): IsoDay {
  return dayOf(numberOf(from) + whole(weeks) * 7)
}

export function addMonths(from: IsoDay, months: number): IsoDay {
  return dayOf(monthsAfter(numberOf(from), whole(months)))
}

export function addYears(from: IsoDay, years: number): IsoDay {
  return dayOf(yearsAfter(numberOf(from), whole(years)))
}

/** From the first to the second: negative when the second is earlier. */
export function daysBetween(from: IsoDay, until: IsoDay): number {
  return numberOf(until) - numberOf(from)
}
