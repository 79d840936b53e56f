// The ways in which the law counts time, each by its name in the catalogue of duties.
import {
  addDays,
  addHours,
  addMonths,
  addWeeks,
  addWorkingDays,
  addYears,
  attainsAge,
  type IsoDay,
  nextWorkingDayOnOrAfter,
  parseDay,
  parseInstant,
} from '#calendar'

type Counting = (from: IsoDay, n: number) => IsoDay | undefined

/** undefined means unknown: a year whose bank holidays are not known would have to be counted. */
export const countings = {
  addDays,
  addWeeks,
  addMonths,
  addYears,
  addWorkingDays,
  subWorkingDays: (from, n) => addWorkingDays(from, -n),
  subMonths: (from, n) => addMonths(from, -n),
  /** "Beginning with X": X itself is day one. */
  daysBeginningWith: (from, n) => addDays(from, n - 1),
  weeksBeginningWith: (from, n) => addDays(addWeeks(from, n), -1),
  attainsAge: (born, n) => attainsAge(born, n),
  /** Counted as a birthday is: 29 February goes to 1 March in a common year, so that what is kept is kept longer. */
  anniversary: (from, n) => attainsAge(from, n),
  monthThenNextWorkingDay: (from, n) => nextWorkingDayOnOrAfter(addMonths(from, n)),
} as const satisfies Record<string, Counting>

export type DayCountingName = keyof typeof countings
export type CountingName = DayCountingName | 'addHours' | 'attainsAgePlusMonths'

/** The birthday first, then the months from it. */
export function attainsAgePlusMonths(born: IsoDay, years: number, months: number): IsoDay {
  return addMonths(attainsAge(born, years), months)
}

/** What a count gives: a day or moment, unknown with its reason, or a question that cannot be counted. */
export type Counted =
  | { readonly found: 'due'; readonly due: string }
  | { readonly found: 'unknown'; readonly because: string }
  | { readonly found: 'unreadable'; readonly because: string }

const unreadable = (because: string): Counted => ({ found: 'unreadable', because })

/** Empty when any part of n is something else. */
function wholeNumbers(n: unknown): number[] {
  const parts: unknown[] = Array.isArray(n) ? n : [n]
  const whole = parts.filter((part): part is number => typeof part === 'number' && Number.isSafeInteger(part))
  return whole.length === parts.length ? whole : []
}

function isDayCounting(op: string): op is DayCountingName {
  return Object.hasOwn(countings, op)
}

export function isCounting(op: string): op is CountingName {
  return op === 'addHours' || op === 'attainsAgePlusMonths' || isDayCounting(op)
}

function countDays(op: Exclude<CountingName, 'addHours'>, start: string, n: unknown): Counted {
  const from = parseDay(start)
  if (from === undefined) return unreadable('the start is not a real day')
  const [first, second, ...more] = wholeNumbers(n)
  if (op === 'attainsAgePlusMonths') {
    const isPair = first !== undefined && second !== undefined && more.length === 0
    if (!isPair) return unreadable('n is not a pair of whole numbers, years and months')
    return { found: 'due', due: attainsAgePlusMonths(from, first, second) }
  }
  if (first === undefined || Array.isArray(n)) return unreadable('n is not a whole number')
  const due = countings[op](from, first)
  return due === undefined
    ? { found: 'unknown', because: 'the bank holidays of a year that must be counted are not known' }
    : { found: 'due', due }
}

function countHours(start: string, n: unknown): Counted {
  const from = parseInstant(start)
  if (from === undefined) return unreadable('the start is not a moment with its zone')
  if (typeof n !== 'number' || !Number.isFinite(n)) return unreadable('n is not a number of hours')
  return { found: 'due', due: addHours(from, n) }
}

/** Counts n by the named way from a start as written; never throws. */
export function countFrom(op: CountingName, start: string, n: unknown): Counted {
  try {
    return op === 'addHours' ? countHours(start, n) : countDays(op, start, n)
  } catch (error) {
    if (error instanceof RangeError) return unreadable('the count leaves the years 1 to 9999')
    throw error
  }
}
