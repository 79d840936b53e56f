// A duty in words, made only when somebody reads it: what is due, why, how it was counted, and what is not known.
import {
  bankHolidays,
  type DayNumber,
  dayOf,
  formatDay,
  isWorkingDayNumber,
  numberOf,
  previousWorkingDayOnOrBefore,
} from '#calendar'
import { type Coverage, EVENT_KINDS, EVER } from './coverage.ts'
import { CLOSINGS, type Duty, MISSING_FACTS } from './duty.ts'
import { DUE_SOON_DAYS, missingOn, type State, stateOn } from './state.ts'

/** On which day a duty is read, and what the child's sources hold. */
export interface Reading {
  readonly on: DayNumber
  readonly coverage?: readonly Coverage[]
  readonly dueSoonDays?: number
}

const longDay = (n: DayNumber): string => formatDay(dayOf(n))

/** '17 Sep', with its year where that differs from the year beside it. */
function shortDay(n: DayNumber, beside: DayNumber | undefined): string {
  const text = longDay(n).slice(4)
  const sameYear = beside !== undefined && longDay(beside).slice(-4) === text.slice(-4)
  return sameYear ? text.slice(0, -5) : text
}

const UNITS = { workingDays: 'working day', weeks: 'week', months: 'month', hours: 'hour' } as const
const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

/** 'by the second review': what has not come yet has no day. */
const untilThen = (since: string): string => (since.endsWith(', on') ? `by ${since.slice(0, -', on'.length)}` : since)

/** 'within 3 months of the review of 17 Sep' */
export function intervalWords({ basis, trigger, due }: Duty): string {
  const { count, since } = basis
  const event = trigger === undefined ? since.replace(/ (of|on|from)$/, '') : `${since} ${shortDay(trigger, due)}`
  if (count.unit === 'before') return `before ${due === undefined ? 'that' : longDay(due + 1)}, after ${event}`
  if (count.unit === 'by') return due === undefined ? untilThen(since) : `by ${since} ${shortDay(due, trigger)}`
  if (count.unit === 'byEnd') return `by the end of ${event}`
  if (count.unit === 'not') return `not allowed, ${event}`
  if (count.unit === 'none') return `after ${event}; no number of days is set`
  return `within ${plural(count.n, UNITS[count.unit])} of ${event}`
}

function closedBetween(from: DayNumber, until: DayNumber): string[] {
  const closed = []
  for (let n = from + 1; n <= until; n += 1) {
    if (isWorkingDayNumber(n) === false && bankHolidays.has(dayOf(n))) closed.push(shortDay(n, until))
  }
  return closed
}

/** The days counted, so that anybody can count them again. */
export function countedWords({ basis, trigger, due }: Duty): string | undefined {
  if (trigger === undefined || due === undefined || due <= trigger) return undefined
  const span = `${longDay(trigger + 1)} to ${longDay(due)}`
  const { unit, n } = basis.count
  if (unit === 'weeks' || unit === 'months') return `Counted: ${plural(due - trigger, 'day')}, ${span}.`
  if (unit !== 'workingDays') return undefined
  const closed = closedBetween(trigger, due)
  const leaving = closed.length === 0 ? 'weekends' : `weekends and bank holidays (${closed.join(', ')})`
  return `Counted: ${plural(n, 'working day')}, ${span}, leaving out ${leaving}.`
}

/** The legal day stands; where it is no working day, the one before is advised. */
function advisedDay({ due }: Duty): DayNumber | undefined {
  if (due === undefined || isWorkingDayNumber(due) !== false) return undefined
  const before = previousWorkingDayOnOrBefore(dayOf(due))
  return before === undefined ? undefined : numberOf(before)
}

/** 'Second review due by Thu 17 Dec 2026: within 3 months of the review of 17 Sep; regulation 33(2)' */
export function dutyTitle(duty: Duty): string {
  const { basis, due } = duty
  const law = `${intervalWords(duty)}; ${basis.cites.words}`
  if (basis.count.unit === 'not') return `${basis.name}: ${law}`
  if (due === undefined) return `${basis.name} due, day not known: ${law}`
  return `${basis.name} due by ${longDay(due)}: ${law}`
}

function heldElsewhere(duty: Duty, coverage: readonly Coverage[]): string | undefined {
  const { kind } = duty.basis
  const plain = EVENT_KINDS[kind]
  const words = coverage.map(({ source, holds, from, until }) => {
    if (!holds.includes(kind)) return `${source} holds no ${plain}`
    const end = until === undefined || until >= EVER ? '' : ` to ${longDay(until)}`
    return `${source} holds ${plain} from ${longDay(from)}${end} only`
  })
  return words.length === 0 ? undefined : [...new Set(words)].join('; ')
}

/** What is not known, named: 'visits: this return holds no visits'. */
export function missingWords(duty: Duty, { on, coverage = [] }: Reading): string | undefined {
  const missing = missingOn(duty, on)
  if (missing === undefined) return undefined
  if (missing !== 'eventsOfKind') return MISSING_FACTS[missing]
  const { trigger, due, basis } = duty
  const window =
    trigger === undefined ? '' : ` from ${longDay(trigger)}${due === undefined ? '' : ` to ${longDay(due)}`}`
  const plain = EVENT_KINDS[basis.kind]
  return `${plain}: ${heldElsewhere(duty, coverage) ?? `no source covers ${plain}${window}`}`
}

const closedWords = ({ closing, closes }: Duty): string =>
  closing === undefined || closes === undefined ? '' : `${CLOSINGS[closing]} on ${longDay(closes)}`

function doneWords(duty: Duty, state: State): string {
  const { done, due } = duty
  if (done === undefined) return ''
  const late = due === undefined || done <= due ? '' : `, ${plural(done - due, 'day')} late`
  const typed = duty.shownLate ? ' It was typed late, and stood overdue until then.' : ''
  return state === 'doneLate' || state === 'doneOnTime' ? `Done on ${longDay(done)}${late}.${typed}` : ''
}

function overdueWords(duty: Duty, on: DayNumber): string {
  const { due, closes, basis } = duty
  if (due === undefined) return ''
  if (basis.count.unit === 'not')
    return closes !== undefined && closes <= on ? `It was so until ${longDay(closes)}.` : 'It is so still.'
  if (closes !== undefined && closes <= on) return `Never done: ${closedWords(duty)}.`
  return `Overdue by ${plural(on - due, 'day')}.`
}

export function stateWords(duty: Duty, reading: Reading): string {
  const { on, dueSoonDays = DUE_SOON_DAYS } = reading
  const state = stateOn(duty, on, dueSoonDays)
  if (state === 'unknown') return `Not known: ${missingWords(duty, reading)}.`
  if (state === 'overdue') return overdueWords(duty, on)
  if (state === 'notApplicable') return `Not owed: ${closedWords(duty)}.`
  if (state === 'notInForce') return 'This rule was not in force that day.'
  if (state === 'excused') return `Excused: ${duty.basis.rule.excuses?.[duty.excuse ?? ''] ?? duty.excuse}.`
  const advised = advisedDay(duty)
  if (state !== 'dueSoon' && state !== 'notYetDue') return doneWords(duty, state)
  return advised === undefined ? '' : `That is not a working day: better by ${longDay(advised)}.`
}

/** Everything a reader needs to check it: title, count, state, remark. */
export function dutyWords(duty: Duty, reading: Reading): string {
  const parts = [`${dutyTitle(duty)}.`, countedWords(duty), stateWords(duty, reading), duty.basis.remark]
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}
