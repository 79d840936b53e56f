// A row of the record as somebody reads it who has never seen a table: what it is, its day, its fields and its words.
import {
  day,
  dayWords,
  type IsoDay,
  LONDON_CLOCK_KNOWN_FROM,
  londonDay,
  parseDay,
  parseInstant,
  timeInLondon,
} from '#calendar'
import { codeWords } from './code-words.ts'

export type Held = {
  /** Without its schema. */
  readonly table: string
  /** Its columns in their order, without words. */
  readonly row: Readonly<Record<string, unknown>>
}
/** A name and what stands under it; the name is ours, the text is the record's. */
export type Field = { readonly name: string; readonly text: string }

/** Said of every row, or of who may know it: nothing that was written of the child. */
const NOT_SHOWN: ReadonlySet<string> = new Set([
  ...['id', 'line', 'supersedes', 'change', 'child', 'source', 'source_key', 'recorded_by', 'recorded', 'worded'],
  ...['audience', 'must_not_know', 'audience_why', 'audience_decision', 'audience_because', 'on_table', 'on_line'],
  ...['sums', 'settings', 'list_hash', 'retention_class', 'retention_start', 'size', 'pieces', 'place', 'reference'],
])
/** Days that are not the day of the thing itself: until when, by when, and of whom somebody was born. */
const NOT_ITS_DAY: ReadonlySet<string> = new Set([
  ...['due', 'by_when', 'answer_by', 'review_by', 'until', 'ends', 'ended', 'look_again', 'ask_again', 'next_on'],
  ...['born', 'died_on', 'next_proposed', 'needed_by', 'first_child_born', 'recorded', 'shown_on', 'extended_on'],
])
const DAY = /^\d{4}-\d\d-\d\d$/
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const DAYS = /^[[(](\d{4}-\d\d-\d\d)?,(\d{4}-\d\d-\d\d)?[)\]]$/
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Before the clock of London is known, as it is written. */
const momentOf = (text: string) => (text < LONDON_CLOCK_KNOWN_FROM ? undefined : parseInstant(text))
function dayOfMoment(text: string): IsoDay | undefined {
  const read = momentOf(text)
  return read === undefined ? parseDay(text.slice(0, 10)) : londonDay(read)
}
function momentWords(text: string): string {
  const read = momentOf(text)
  return `${dayWords(dayOfMoment(text) ?? text)}${read === undefined ? '' : `, ${timeInLondon(read)}`}`
}

/** The first day that its table gives it, else the day on which it was written. */
export function dayOf({ row }: Held): IsoDay {
  for (const [column, value] of Object.entries(row)) {
    if (typeof value !== 'string' || NOT_SHOWN.has(column) || NOT_ITS_DAY.has(column.replace(/_at$/, ''))) continue
    const found = MOMENT.test(value) ? dayOfMoment(value) : parseDay(DAYS.exec(value)?.[1] ?? value)
    if (found !== undefined) return found
  }
  return writtenOn({ row })
}
export const writtenOn = ({ row }: Pick<Held, 'row'>): IsoDay => dayOfMoment(String(row.recorded)) ?? day('1900-01-01')

/** Of what the columns of the record are called there; others say themselves what they are. */
const NAMES: Readonly<Record<string, string>> = {
  during: 'From and until',
  happened: 'Day',
  whom: 'Who',
  by: 'By whom',
  set_off_by: 'What set it off',
  set_off_on: 'Set off on',
  from_whom: 'From whom',
  to_whom: 'To whom',
  so: 'Chosen because',
  not_so: 'Not chosen because',
  kept_for_child: 'Kept for the child',
}
function nameOfField(column: string): string {
  if (Object.hasOwn(NAMES, column)) return NAMES[column] ?? column
  const words = column.replaceAll('_', ' ')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

type Names = ReadonlyMap<string, string>
/** '' where there is nothing to read: an id of something that has no name here says nothing to anybody. */
function textOf(value: unknown, names: Names): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value))
    return value
      .map((one) => textOf(one, names))
      .filter(Boolean)
      .join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, one]) => [nameOfField(key), textOf(one, names)] as const)
      .flatMap(([key, text]) => (text === '' ? [] : [`${key}: ${text}`]))
      .join('; ')
  if (typeof value === 'number') return `${value}`
  return typeof value === 'string' ? textOfString(value, names) : ''
}
function textOfString(value: string, names: Names): string {
  if (ID.test(value)) return names.get(value) ?? ''
  if (DAY.test(value)) return dayWords(value)
  if (value === 'infinity') return ''
  if (MOMENT.test(value)) return momentWords(value)
  const days = DAYS.exec(value)
  if (days !== null)
    return [days[1] && `from ${dayWords(days[1])}`, days[2] && `until ${dayWords(days[2])}`].filter(Boolean).join(' ')
  return /^[a-z]+(_[a-z]+)+$/.test(value) ? value.replaceAll('_', ' ') : value
}

/** What its columns say. */
export const fieldsOf = ({ table, row }: Held, names: Names): readonly Field[] =>
  Object.entries(row)
    .filter(([column]) => !NOT_SHOWN.has(column))
    .map(([column, value]) => ({
      name: nameOfField(column),
      text: codeWords(table, column, value) ?? textOf(value, names),
    }))
    .filter(({ text }) => text !== '')

const NOBODY: Names = new Map()
/** What somebody wrote: one text, or each part under its name. */
export function wordsOf(text: string | undefined): readonly Field[] {
  if (text === undefined || text === '') return []
  const parts = partsIn(text)
  if (parts === undefined) return [{ name: 'Words', text }]
  return Object.entries(parts)
    .map(([part, value]) => ({
      name: nameOfField(part),
      text: typeof value === 'string' ? value : textOf(value, NOBODY),
    }))
    .filter((field) => field.text !== '')
}
function partsIn(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.startsWith('{')) return undefined
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : undefined
  } catch {
    return undefined
  }
}

/** Ids that a row names, for which there may be somebody’s name. */
export const idsNamed = ({ row }: Held): readonly string[] =>
  Object.entries(row).flatMap(([column, value]) =>
    NOT_SHOWN.has(column) ? [] : [value].flat().filter((one): one is string => typeof one === 'string' && ID.test(one)),
  )
