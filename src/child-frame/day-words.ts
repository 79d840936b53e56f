// Days as pages about children say them: how late, how soon, and the mark that goes with each.
import { type DayNumber, dayOf, formatDay } from '#calendar'
import { DUE_SOON_DAYS } from '#ledger'

export const dayWords = (day: DayNumber): string => formatDay(dayOf(day))

export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`

export interface DueWords {
  readonly mark: 'late' | 'soon' | 'later'
  readonly words: string
}

/** 'Mon 5 Apr', without the year where that is the year of the day asked about. */
export function shortDay(day: DayNumber, on: DayNumber): string {
  const words = dayWords(day)
  return words.slice(-4) === dayWords(on).slice(-4) ? words.slice(0, -5) : words
}

export function dueWords(due: DayNumber, on: DayNumber): DueWords {
  if (due < on) return { mark: 'late', words: `${counted(on - due, 'day')} late` }
  if (due === on) return { mark: 'soon', words: 'Today' }
  if (due - on === 1) return { mark: 'soon', words: 'Tomorrow' }
  return { mark: due - on <= DUE_SOON_DAYS ? 'soon' : 'later', words: shortDay(due, on) }
}

/** 'visits, placement plans and return interviews' */
export function listed(items: readonly string[], joined: 'and' | 'or' = 'and'): string {
  const last = items.at(-1)
  return last === undefined || items.length === 1 ? (last ?? '') : `${items.slice(0, -1).join(', ')} ${joined} ${last}`
}
