// The day as the whole product writes it: a checked string such as 2026-11-23, and its twin, a day number.
import {
  type DayNumber,
  dayNumber,
  dayOfMonthIn,
  daysInMonth,
  FIRST_NUMBER,
  LAST_NUMBER,
  MEMORY_FROM,
  MEMORY_LENGTH,
  monthIn,
  packedDate,
  yearIn,
} from './civil.ts'

declare const checkedDay: unique symbol
/** A real day of the Gregorian calendar, years 0001 to 9999, written YYYY-MM-DD: it sorts as text. */
export type IsoDay = string & { readonly [checkedDay]: true }

const WRITTEN = /^\d{4}-\d{2}-\d{2}$/

function isRealDay(text: string): text is IsoDay {
  if (!WRITTEN.test(text)) return false
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const dayOfMonth = Number(text.slice(8, 10))
  return year >= 1 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)
}

export function parseDay(text: string): IsoDay | undefined {
  return isRealDay(text) ? text : undefined
}

/** Throws a RangeError when the text is no real day. It never repeats the text, which may be somebody's date of birth. */
export function day(text: string): IsoDay {
  if (isRealDay(text)) return text
  throw new RangeError('That is not a real day. Write a day as year-month-day, for example 2026-11-23.')
}

/** The whole number written between two places of a text that is known to hold digits there. */
export function digits(text: string, from: number, until: number): number {
  let value = 0
  for (let at = from; at < until; at += 1) value = value * 10 + text.charCodeAt(at) - 48
  return value
}

export function numberOf(isoDay: IsoDay): DayNumber {
  return dayNumber(digits(isoDay, 0, 4), digits(isoDay, 5, 7), digits(isoDay, 8, 10))
}

// The days of living memory are asked for again and again; each is written once.
const memory: (IsoDay | undefined)[] = Array.from({ length: MEMORY_LENGTH }, () => undefined)

function isWholeDay(text: string): text is IsoDay {
  return text.length === 10
}

function write(n: DayNumber): IsoDay {
  if (!Number.isInteger(n) || n < FIRST_NUMBER || n > LAST_NUMBER) {
    throw new RangeError('That day lies outside the years 1 to 9999, or is not a whole number of days.')
  }
  const packed = packedDate(n)
  const month = monthIn(packed)
  const dayOfMonth = dayOfMonthIn(packed)
  const year = String(yearIn(packed)).padStart(4, '0')
  const text = `${year}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}`
  if (isWholeDay(text)) return text
  throw new RangeError('That day cannot be written.')
}

/** Throws a RangeError outside the years 1 to 9999. */
export function dayOf(n: DayNumber): IsoDay {
  const at = n - MEMORY_FROM
  const remembered = memory[at]
  if (remembered !== undefined) return remembered
  const written = write(n)
  if (at >= 0 && at < MEMORY_LENGTH) memory[at] = written
  return written
}
