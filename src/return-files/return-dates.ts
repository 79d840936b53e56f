// Days as the return counts them: numbers of days since 1970, and NaN for a day that is blank or no real date.
import { attainsAgeNumber, dayNumber, dayOf, daysInMonth, numberOf, parseDay } from '#calendar'

/**
 * A day number, or NaN where there is none. NaN is the point: it is neither before, after nor equal to any day,
 * so that a rule about two dates never fires on one that is missing.
 */
export type Day = number
export const noDay: Day = Number.NaN
export const isDay = (day: Day): boolean => !Number.isNaN(day)

const strict = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
const loose = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/
const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/

function real(year: string, month: string, dayOfMonth: string): Day {
  const known = parseDay(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`)
  return known === undefined ? noDay : numberOf(known)
}

// What a nanosecond clock of 64 bits can hold, which is what bounds the years of the return's own parsing.
const earliest = real('1677', '9', '22')
const latest = real('2262', '4', '11')
const within = (day: Day): Day => (day >= earliest && day <= latest ? day : noDay)

const slash = 47

/** A day written in full, as nearly all are: figures alone, no search. NaN for any other text, and no real date. */
function plainDay(text: string): Day {
  if (text.length !== 10 || text.charCodeAt(2) !== slash || text.charCodeAt(5) !== slash) return noDay
  let written = 0
  for (let at = 0; at < 10; at += 1) {
    if (at === 2 || at === 5) continue
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return noDay
    written = written * 10 + digit
  }
  const year = written % 10_000
  const month = Math.floor(written / 10_000) % 100
  const dayOfMonth = Math.floor(written / 1_000_000)
  // The long way knows where the years of a return begin and end.
  if (year < 1800 || year > 2199 || month < 1 || month > 12) return noDay
  return dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month) ? dayNumber(year, month, dayOfMonth) : noDay
}

/** DD/MM/YYYY; day and month may have one digit. */
export function strictDay(text: string | null): Day {
  if (text === null) return noDay
  const plain = plainDay(text)
  if (isDay(plain)) return plain
  const found = strict.exec(text)
  return found ? within(real(found[3] ?? '', found[2] ?? '', found[1] ?? '')) : noDay
}

function century(year: string): string {
  if (year.length === 4) return year
  return Number(year) < 77 ? `20${year}` : `19${year}`
}

/** For the five rules that accept other ways of writing a day; the day comes first unless that makes no real date. */
export function looseDay(text: string | null): Day {
  if (text === null) return noDay
  const plain = plainDay(text)
  if (isDay(plain)) return plain
  const iso = yearFirst.exec(text)
  if (iso) return within(real(iso[1] ?? '', iso[2] ?? '', iso[3] ?? ''))
  const found = loose.exec(text)
  if (!found) return noDay
  const [, one = '', two = '', year = ''] = found
  const dayFirst = real(century(year), two, one)
  return within(isDay(dayFirst) ? dayFirst : real(century(year), one, two))
}

/** The birthday of that age. The return counts 29 February as 28 February in a common year; the law does not. */
export function birthday(born: Day, age: number): Day {
  return isDay(born) ? attainsAgeNumber(born, age, 'last-of-february') : noDay
}

/** The last day of August in the year before the one in which the collection starts. */
export const lastAugustBefore = (start: Day): Day =>
  isDay(start) ? strictDay(`31/08/${Number(dayOf(start).slice(0, 4)) - 1}`) : noDay
