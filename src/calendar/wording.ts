// A day in words, as workers read it.
import { dayOfMonthIn, monthIn, packedDate, weekdayOfNumber, yearIn } from './civil.ts'
import { type IsoDay, numberOf, parseDay } from './iso-day.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Monday is 0, Sunday is 6. */
export function weekdayOf(on: IsoDay): number {
  return weekdayOfNumber(numberOf(on))
}

function parts(on: IsoDay) {
  const packed = packedDate(numberOf(on))
  return {
    weekday: WEEKDAYS[weekdayOf(on)] ?? '',
    dayOfMonth: dayOfMonthIn(packed),
    month: MONTHS[monthIn(packed) - 1] ?? '',
    year: yearIn(packed),
  }
}

/** 'Thu 17 Dec 2026' */
export function formatDay(on: IsoDay): string {
  const { weekday, dayOfMonth, month, year } = parts(on)
  return `${weekday.slice(0, 3)} ${dayOfMonth} ${month.slice(0, 3)} ${year}`
}

/** 'Thursday 17 December 2026' */
export function formatLongDay(on: IsoDay): string {
  const { weekday, dayOfMonth, month, year } = parts(on)
  return `${weekday} ${dayOfMonth} ${month} ${year}`
}

/** A day of the record as workers read it; empty where there is none. */
export function dayWords(text: string | null): string {
  const on = parseDay(text ?? '')
  return on === undefined ? (text ?? '') : formatDay(on)
}

/** 'December 2026', of any day in it. */
export function monthWords(text: string): string {
  const on = parseDay(text)
  if (on === undefined) return text
  const { month, year } = parts(on)
  return `${month} ${year}`
}
