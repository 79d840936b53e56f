// Whole-number arithmetic between a day number (days since 1970-01-01) and year, month and day of the month.

/** Days since 1970-01-01 in the Gregorian calendar. */
export type DayNumber = number

const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const
const DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Years are 1 to 9999: what four digits can write. */
export const FIRST_NUMBER: DayNumber = -719162
export const LAST_NUMBER: DayNumber = 2932896

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month] ?? 0)
}

export function dayNumber(year: number, month: number, dayOfMonth: number): DayNumber {
  const past = year - 1
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
  const thisYear = (DAYS_BEFORE_MONTH[month] ?? 0) + (month > 2 && isLeapYear(year) ? 1 : 0)
  return past * 365 + leapDays + thisYear + dayOfMonth + FIRST_NUMBER - 1
}

/**
 * Year, month and day packed as year × 512 + month × 32 + day, so that hot paths create no object.
 * Counts in years that start on 1 March, where the leap day comes last and months follow one formula.
 */
export function packedDate(n: DayNumber): number {
  return packedInMemory[n - MEMORY_FROM] ?? reckonPackedDate(n)
}

function reckonPackedDate(n: DayNumber): number {
  const sinceMarchOfYear0 = n + 719468
  const era = Math.floor(sinceMarchOfYear0 / 146097)
  const ofEra = sinceMarchOfYear0 - era * 146097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * ofYear + 2) / 153)
  const dayOfMonth = ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0)) * 512 + month * 32 + dayOfMonth
}

export const yearIn = (packed: number): number => packed >> 9
export const monthIn = (packed: number): number => (packed >> 5) & 15
export const dayOfMonthIn = (packed: number): number => packed & 31

/** The days of living memory, 1900 to 2149, are looked up: a council's clock asks for them millions of times. */
const MEMORY_FROM_YEAR = 1900
const MEMORY_UNTIL_YEAR = 2150
export const MEMORY_FROM: DayNumber = dayNumber(MEMORY_FROM_YEAR, 1, 1)
export const MEMORY_LENGTH = dayNumber(MEMORY_UNTIL_YEAR, 1, 1) - MEMORY_FROM
const packedInMemory = Int32Array.from({ length: MEMORY_LENGTH }, (_, at) => reckonPackedDate(MEMORY_FROM + at))
/** The first day of each month, and of the month after the last. */
const monthStarts = Int32Array.from({ length: (MEMORY_UNTIL_YEAR - MEMORY_FROM_YEAR) * 12 + 1 }, (_, at) =>
  dayNumber(MEMORY_FROM_YEAR + Math.floor(at / 12), (at % 12) + 1, 1),
)

/** That day of that month, or the month's last where it has no such day. Months are counted on from January of year 0. */
export function dayInMonth(monthsSinceYear0: number, dayOfMonth: number): DayNumber {
  const at = monthsSinceYear0 - MEMORY_FROM_YEAR * 12
  const first = monthStarts[at]
  const next = monthStarts[at + 1]
  if (first !== undefined && next !== undefined) return Math.min(first + dayOfMonth, next) - 1
  const year = Math.floor(monthsSinceYear0 / 12)
  const month = monthsSinceYear0 - year * 12 + 1
  return dayNumber(year, month, Math.min(dayOfMonth, daysInMonth(year, month)))
}

/** Half a month or "not a number" of days must never give some other date. Throws a RangeError. */
export function whole(count: number): number {
  if (Number.isSafeInteger(count)) return count
  throw new RangeError('Days, weeks, months and years are counted in whole numbers.')
}

/** Monday is 0, Sunday is 6: 1970-01-01 was a Thursday. */
export function weekdayOfNumber(n: DayNumber): number {
  return (((n + 3) % 7) + 7) % 7
}
