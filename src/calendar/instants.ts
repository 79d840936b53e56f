// Moments, kept in UTC: elapsed hours are counted here, and the calendar day in London is read off.
import { type DayNumber, dayNumber, FIRST_NUMBER, LAST_NUMBER, packedDate, weekdayOfNumber, yearIn } from './civil.ts'
import { dayOf, digits, type IsoDay, numberOf, parseDay } from './iso-day.ts'

declare const checkedInstant: unique symbol
/** '2026-03-28T23:30:00Z', with '.123' before the Z when there are milliseconds. Compare by millisecondsOf, not as text. */
export type Instant = string & { readonly [checkedInstant]: true }

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WRITTEN =
  /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)$/

function isInstantText(text: string): text is Instant {
  return text.endsWith('Z')
}

function offsetMilliseconds(zone: string): number {
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0)
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}

function readMilliseconds(text: string): number | undefined {
  const match = WRITTEN.exec(text)
  const written = match?.[1] === undefined ? undefined : parseDay(match[1])
  if (!match || written === undefined) return undefined
  const ofDay = Number(match[2]) * HOUR + Number(match[3]) * 60_000 + Number(match[4] ?? 0) * 1000
  const fraction = Number((match[5] ?? '').slice(0, 3).padEnd(3, '0'))
  const milliseconds = numberOf(written) * DAY + ofDay + fraction - offsetMilliseconds(match[6] ?? 'Z')
  return milliseconds < FIRST_NUMBER * DAY || milliseconds >= (LAST_NUMBER + 1) * DAY ? undefined : milliseconds
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

export function instantOf(milliseconds: number): Instant {
  const n = Math.floor(milliseconds / DAY)
  const ofDay = milliseconds - n * DAY
  const seconds = Math.floor(ofDay / 1000)
  const fraction = Math.floor(ofDay % 1000)
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  const text = `${dayOf(n)}T${clock}${fraction === 0 ? '' : `.${String(fraction).padStart(3, '0')}`}Z`
  if (isInstantText(text)) return text
  throw new RangeError('That moment cannot be written.')
}

/** Takes Z or an offset (never a time without a zone) and gives it in UTC; finer than a millisecond is cut off. */
export function parseInstant(text: string): Instant | undefined {
  const milliseconds = readMilliseconds(text)
  return milliseconds === undefined ? undefined : instantOf(milliseconds)
}

/** Throws a RangeError when the text is no moment with its zone. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text)
  if (parsed !== undefined) return parsed
  throw new RangeError('That is not a moment. Write it as day, time and zone, for example 2026-11-23T14:30:00Z.')
}

/** Milliseconds since the start of 1970 in UTC. */
export function millisecondsOf(moment: Instant): number {
  const days = dayNumber(digits(moment, 0, 4), digits(moment, 5, 7), digits(moment, 8, 10))
  const seconds = digits(moment, 11, 13) * 3600 + digits(moment, 14, 16) * 60 + digits(moment, 17, 19)
  // A checked moment has one of two shapes: with three digits of milliseconds, or without.
  return days * DAY + seconds * 1000 + (moment.length === 24 ? digits(moment, 20, 23) : 0)
}

/** Elapsed hours: a clock change neither adds nor takes one. */
export function addHours(from: Instant, hours: number): Instant {
  return instantOf(millisecondsOf(from) + hours * HOUR)
}

/** Elapsed hours from the first to the second, with fractions; negative when the second is earlier. */
export function hoursBetween(from: Instant, until: Instant): number {
  return (millisecondsOf(until) - millisecondsOf(from)) / HOUR
}

function sundayOnOrBefore(n: DayNumber): DayNumber {
  return n - ((weekdayOfNumber(n) + 1) % 7)
}

export const LONDON_CLOCK_KNOWN_FROM: IsoDay = dayOf(dayNumber(1981, 1, 1))

/** Summer Time Orders: last Sunday of March to last Sunday of October (earlier in October before 1996), both at 01:00 UTC. */
function summerTimeOf(year: number): { from: number; until: number } {
  if (year < 1981) throw new RangeError('The London clock is known from 1981 on.')
  const from = sundayOnOrBefore(dayNumber(year, 3, 31))
  const until = sundayOnOrBefore(dayNumber(year, 10, year < 1990 ? 29 : year < 1996 ? 28 : 31))
  return { from: from * DAY + HOUR, until: until * DAY + HOUR }
}

/** Milliseconds since 1970 that a wall clock in London shows, as if it stood in UTC. Known from 1981 on; earlier throws a RangeError. */
export function londonWallClock(moment: Instant): number {
  const milliseconds = millisecondsOf(moment)
  const summer = summerTimeOf(yearIn(packedDate(Math.floor(milliseconds / DAY))))
  return milliseconds >= summer.from && milliseconds < summer.until ? milliseconds + HOUR : milliseconds
}

/** The calendar day that a wall calendar in London shows. */
export function londonDay(moment: Instant): IsoDay {
  return dayOf(Math.floor(londonWallClock(moment) / DAY))
}

/** The moment at which that day starts in London: overdue begins here on the day after the due date. */
export function londonMidnight(on: IsoDay): Instant {
  const utc = numberOf(on) * DAY
  const summer = summerTimeOf(yearIn(packedDate(numberOf(on))))
  return instantOf(utc >= summer.from && utc < summer.until ? utc - HOUR : utc)
}
