// What was typed, read field by field into days, moments and choices; whatever cannot be read is a fault in plain words.
import {
  formatDay,
  type Instant,
  type IsoDay,
  LONDON_CLOCK_KNOWN_FROM,
  londonMidnight,
  londonMoment,
  spokenDay,
  spokenTime,
} from '#calendar'
import type { Typed } from '#drafts'
import type { Fault } from './form.ts'

/** Where a field is at fault, a value stands in its place so that the rest can be read: nothing is taken while there are faults. */
export type Reading = {
  readonly typed: Typed
  readonly today: IsoDay
  readonly faults: Fault[]
  readonly fault: (field: string, says: string) => void
  /** A day that has come. */
  readonly day: (field: string, what: string) => IsoDay
  readonly dayAhead: (field: string, what: string) => IsoDay
  /** null: left empty. */
  readonly dayIfAny: (field: string, what: string) => IsoDay | null
  readonly dayAheadIfAny: (field: string, what: string) => IsoDay | null
  /** A day that has come, and beside it (`since`, `since_time`) a time of it by a clock in London. */
  readonly moment: (field: string, what: string) => DayAndTime
  /** One of these values. */
  readonly choice: <Value extends string>(field: string, of: readonly [Value, ...Value[]], says: string) => Value
  /** null: nothing chosen. */
  readonly choiceIfAny: <Value extends string>(field: string, of: readonly Value[]) => Value | null
  readonly words: (field: string, says: string) => string
  /** One reading for each row that may be added; their faults are this one's. */
  readonly rows: (first: string) => readonly Reading[]
  readonly result: <Ok>(ok: () => Ok) => { readonly ok: Ok } | { readonly faults: readonly Fault[] }
}

/** `from`: that time, else the beginning of the day. */
export type DayAndTime = { readonly day: IsoDay; readonly at: Instant | null; readonly from: Instant }

/** The codes of words as what is taken, in their order; there is always one. */
export function keysOf<Key extends string>(words: Readonly<Record<Key, string>>): readonly [Key, ...Key[]] {
  const [first, ...rest] = Object.keys(words).filter((key): key is Key => Object.hasOwn(words, key))
  if (first === undefined) throw new Error('Nothing to choose from.')
  return [first, ...rest]
}

const HOW_TO = 'for example 27 Nov 2026'

/** What stands in one of several rows. */
export function rowOf(typed: Typed, at: number): Typed {
  const all = (name: string): readonly string[] => typed.all(name).slice(at, at + 1)
  const one = (name: string): string => (all(name)[0] ?? '').trim()
  return { values: typed.values, one, words: one, all, ticked: (name) => one(name) !== '' }
}

export function reading(typed: Typed, today: IsoDay, faults: Fault[] = []): Reading {
  const fault = (field: string, says: string): void => void faults.push({ field, says })
  const dayIn = (field: string, what: string, looks: 'back' | 'ahead'): IsoDay | null => {
    const text = typed.one(field)
    if (text === '') return null
    const day = spokenDay(text, today, looks)
    if (day === undefined) fault(field, `Write ${what} as a day, ${HOW_TO}.`)
    else if (looks === 'back' && day > today) fault(field, `That day has not come yet. Today is ${formatDay(today)}.`)
    return day ?? today
  }
  const needed = (field: string, what: string, looks: 'back' | 'ahead'): IsoDay => {
    const day = dayIn(field, what, looks)
    if (day === null) fault(field, `Write ${what}, ${HOW_TO}.`)
    return day ?? today
  }
  return {
    ...{ typed, today, faults, fault },
    day: (field, what) => needed(field, what, 'back'),
    dayAhead: (field, what) => needed(field, what, 'ahead'),
    dayIfAny: (field, what) => dayIn(field, what, 'back'),
    dayAheadIfAny: (field, what) => dayIn(field, what, 'ahead'),
    moment: (field, what) => {
      const read = needed(field, what, 'back')
      const clocked = read >= LONDON_CLOCK_KNOWN_FROM
      if (!clocked) fault(field, `Write a day from ${formatDay(LONDON_CLOCK_KNOWN_FROM)} on.`)
      const day = clocked ? read : today
      const text = typed.one(`${field}_time`)
      if (text === '') return { day, at: null, from: londonMidnight(day) }
      const minutes = spokenTime(text)
      const at = (minutes === undefined ? undefined : londonMoment(day, minutes)) ?? null
      if (at === null) fault(`${field}_time`, 'Write the time of day, for example 14:30 or 2.30pm.')
      return { day, at, from: at ?? londonMidnight(day) }
    },
    choice: (field, of, says) => {
      const chosen = of.find((value) => value === typed.one(field))
      if (chosen === undefined) fault(field, says)
      return chosen ?? of[0]
    },
    choiceIfAny: (field, of) => of.find((value) => value === typed.one(field)) ?? null,
    words: (field, says) => {
      const text = typed.words(field)
      if (text === '') fault(field, says)
      return text
    },
    rows: (first) => typed.all(first).map((_, at) => reading(rowOf(typed, at), today, faults)),
    result: (ok) => (faults.length > 0 ? { faults } : { ok: ok() }),
  }
}
