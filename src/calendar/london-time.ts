// Times of day in London, as people write and read them: '14:30', '2.30pm'.
import { type Instant, instantOf, LONDON_CLOCK_KNOWN_FROM, londonWallClock } from './instants.ts'
import { type IsoDay, numberOf } from './iso-day.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WRITTEN = /^(\d{1,2})(?:[:.]?([0-5]\d))?\s*(am|pm)?$/

/** Minutes since midnight by the wall clock; undefined where the text is no time of day. */
export function spokenTime(text: string): number | undefined {
  const match = WRITTEN.exec(text.trim().toLowerCase())
  if (match === null) return undefined
  const hour = Number(match[1])
  const half = match[3]
  if (half === undefined ? hour > 23 : hour < 1 || hour > 12) return undefined
  const ofDay = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)
  return ofDay * 60 + Number(match[2] ?? 0)
}

/** The moment at which a wall clock in London shows this time on this day: the first of two in autumn, none in the hour left out in spring, or before 1981. */
export function londonMoment(on: IsoDay, minutes: number): Instant | undefined {
  if (on < LONDON_CLOCK_KNOWN_FROM) return undefined
  const wall = numberOf(on) * DAY + minutes * MINUTE
  return [wall - HOUR, wall].map(instantOf).find((moment) => londonWallClock(moment) === wall)
}

/** A time typed beside a day, as a moment; a text that is no time of that day stays as it is, to be refused and shown again. */
export function momentTyped(text: string, on: IsoDay | undefined): string {
  const minutes = spokenTime(text)
  if (text.trim() === '' || on === undefined || minutes === undefined) return text.trim()
  return londonMoment(on, minutes) ?? text.trim()
}

const two = (value: number): string => String(value).padStart(2, '0')

/** '14:30', by a clock on a wall in London. */
export function timeInLondon(moment: Instant): string {
  const minutes = Math.floor((londonWallClock(moment) % DAY) / MINUTE)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
