// Working days: not a Saturday, Sunday or bank holiday of England and Wales; unknown outside the years whose bank holidays are known.
import bankHolidayTable from './bank-holidays.json' with { type: 'json' }
import { type DayNumber, weekdayOfNumber, whole } from './civil.ts'
import { day, dayOf, type IsoDay, numberOf } from './iso-day.ts'

/** The first and the last day for which every bank holiday is known. */
export const bankHolidaysKnown = { from: day(bankHolidayTable.known.from), until: day(bankHolidayTable.known.until) }

/** Where the table comes from, in words. */
export const bankHolidaysSource: string = bankHolidayTable.source

export const bankHolidays: ReadonlyMap<IsoDay, { readonly name: string; readonly kind: string }> = new Map(
  bankHolidayTable.days.map(({ date, name, kind }) => [day(date), { name, kind }]),
)

const FIRST = numberOf(bankHolidaysKnown.from)
const LAST = numberOf(bankHolidaysKnown.until)

/** countBefore[i]: working days from FIRST up to, not including, FIRST + i. inOrder[k]: the working day with k before it. */
function tables() {
  const closed = new Set([...bankHolidays.keys()].map(numberOf))
  const countBefore = new Int32Array(LAST - FIRST + 2)
  const inOrder: DayNumber[] = []
  for (let n = FIRST; n <= LAST; n += 1) {
    if (weekdayOfNumber(n) < 5 && !closed.has(n)) inOrder.push(n)
    countBefore[n - FIRST + 1] = inOrder.length
  }
  return { countBefore, inOrder: Int32Array.from(inOrder) }
}
const { countBefore, inOrder } = tables()

/** undefined: outside the known years. */
export function isWorkingDayNumber(n: DayNumber): boolean | undefined {
  if (n < FIRST || n > LAST) return undefined
  return countBefore[n - FIRST + 1] !== countBefore[n - FIRST]
}

/**
 * The k-th working day after day n (before it when k is negative); n itself is never counted.
 * undefined when any day that would have to be counted lies outside the known years.
 */
export function workingDaysAfter(n: DayNumber, k: number): DayNumber | undefined {
  if (k === 0) return n >= FIRST && n <= LAST ? n : undefined
  const before = k > 0 ? countBefore[n + 1 - FIRST] : countBefore[n - FIRST]
  if (before === undefined) return undefined
  return inOrder[k > 0 ? before + k - 1 : before + k]
}

/** Working days after the first day, up to and including the second; negative, and not counting the first, when it is later. */
export function workingDaysSpan(from: DayNumber, until: DayNumber): number | undefined {
  if (until < from) {
    const behind = workingDaysSpan(until - 1, from - 1)
    return behind === undefined ? undefined : 0 - behind
  }
  const start = countBefore[from + 1 - FIRST]
  const end = countBefore[until + 1 - FIRST]
  return start === undefined || end === undefined ? undefined : end - start
}

function written(n: DayNumber | undefined): IsoDay | undefined {
  return n === undefined ? undefined : dayOf(n)
}

/** "Within N working days of": the event's day is excluded. Negative counts back. undefined: unknown. */
export function addWorkingDays(from: IsoDay, count: number): IsoDay | undefined {
  return written(workingDaysAfter(numberOf(from), whole(count)))
}

export function isWorkingDay(on: IsoDay): boolean | undefined {
  return isWorkingDayNumber(numberOf(on))
}

function nearestWorkingDay(on: IsoDay, step: 1 | -1): IsoDay | undefined {
  const works = isWorkingDay(on)
  if (works === undefined) return undefined
  return works ? on : written(workingDaysAfter(numberOf(on), step))
}

/** The day itself when it is a working day. */
export function previousWorkingDayOnOrBefore(on: IsoDay): IsoDay | undefined {
  return nearestWorkingDay(on, -1)
}

/** The day itself when it is a working day. */
export function nextWorkingDayOnOrAfter(on: IsoDay): IsoDay | undefined {
  return nearestWorkingDay(on, 1)
}

/** Counted after the first, up to and including the second. */
export function workingDaysBetween(from: IsoDay, until: IsoDay): number | undefined {
  return workingDaysSpan(numberOf(from), numberOf(until))
}
