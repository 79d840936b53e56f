// Attendance as a school counts it: sessions, two a day; what may be recorded, and what a school year adds up to.
import type { IsoDay } from '#calendar'
import { type Decided, daysTyped, wholeTyped } from '#drafts'

export type NewAttendance = {
  readonly since: IsoDay
  readonly last: IsoDay
  readonly possible: number
  readonly attended: number
  readonly unauthorised: number | null
  readonly persistent: boolean
}
export type TypedAttendance = Readonly<Record<keyof NewAttendance, string>>

const DAYS = {
  since: { thing: 'the first day', needed: true },
  last: { thing: 'the last day', needed: true, from: 'since' },
}
const MOST_SESSIONS = 500

export function mayRecordAttendance(typed: TypedAttendance, today: IsoDay): Decided<NewAttendance> {
  const { on, faults: ofDays } = daysTyped(DAYS, typed, today)
  const faults = [...ofDays]
  const [since, last] = [on('since'), on('last')]
  const possible = wholeTyped(typed.possible)
  const attended = wholeTyped(typed.attended)
  const unauthorised = typed.unauthorised === '' ? null : wholeTyped(typed.unauthorised)
  if (possible === undefined || possible < 1 || possible > MOST_SESSIONS)
    faults.push({ field: 'possible', says: 'Write how many sessions there were, from 1 to 500. A school day has two.' })
  if (attended === undefined) faults.push({ field: 'attended', says: 'Write how many of them they were there for.' })
  else if (possible !== undefined && attended > possible)
    faults.push({ field: 'attended', says: 'They cannot have been there for more sessions than there were.' })
  if (unauthorised === undefined)
    faults.push({ field: 'unauthorised', says: 'Write a number, or leave it empty where it is not known.' })
  else if (
    attended !== undefined &&
    possible !== undefined &&
    attended <= possible &&
    attended + (unauthorised ?? 0) > possible
  )
    faults.push({ field: 'unauthorised', says: 'There and away without leave come to more than there were.' })
  if (typed.persistent !== 'yes' && typed.persistent !== 'no')
    faults.push({ field: 'persistent', says: 'Say whether this is persistent absence.' })
  if (since === null || last === null || possible === undefined || attended === undefined || unauthorised === undefined)
    return { faults }
  return faults.length > 0
    ? { faults }
    : { ok: { since, last, possible, attended, unauthorised, persistent: typed.persistent === 'yes' } }
}

type Days = { readonly since: string; readonly last: string }
/** `until`: the first day on which they are no longer there; null: from before, or still. */
export type AtSchool = { readonly school: string; readonly from: string | null; readonly until: string | null }
/**
 * The row that stands for some of these days, which would be added up twice. Where the child went to two schools on the days that
 * both have, two rows may be of one school each.
 */
export function countedAlready<Row extends Days>(
  rows: readonly Row[],
  places: readonly AtSchool[],
  { since, last }: Days,
): Row | undefined {
  return rows.find((row) => {
    const from = row.since > since ? row.since : since
    const to = row.last < last ? row.last : last
    if (to < from) return false
    const there = places.filter((place) => (place.from ?? '') <= to && (place.until === null || place.until > from))
    return new Set(there.map(({ school }) => school)).size < 2
  })
}

/** The first two rows that share a day, from before such rows were refused, or of two schools. */
export function shareDays<Row extends Days>(rows: readonly Row[]): readonly [Row, Row] | undefined {
  const ordered = [...rows].sort((a, b) => (a.since < b.since ? -1 : 1))
  for (const [at, one] of ordered.entries()) {
    const other = ordered.slice(at + 1).find(({ since }) => since <= one.last)
    if (other !== undefined) return [one, other]
  }
  return undefined
}

/** Of what was possible, to one decimal, never rounded up to a whole that was not reached. */
export const shareOf = (attended: number, possible: number): number => Math.floor((attended / possible) * 1000) / 10

/** From 1 September. */
const SCHOOL_YEAR_MONTH = '09'
export function schoolYearOf(on: string): string {
  const year = Number(on.slice(0, 4))
  const began = on.slice(5, 7) >= SCHOOL_YEAR_MONTH ? year : year - 1
  return `${began}/${String(began + 1).slice(-2)}`
}

type Counted = Pick<NewAttendance, 'possible' | 'attended' | 'unauthorised'> & { readonly since: string }
export type YearOfAttendance<Row> = {
  readonly year: string
  readonly rows: readonly Row[]
  readonly possible: number
  readonly attended: number
}
/** The latest school year first; within one, in order of days. */
export function yearsOfAttendance<Row extends Counted>(rows: readonly Row[]): readonly YearOfAttendance<Row>[] {
  const ordered = [...rows].sort((a, b) => (a.since < b.since ? -1 : 1))
  const years = Map.groupBy(ordered, ({ since }) => schoolYearOf(since))
  return [...years]
    .map(([year, of]) => ({
      ...{ year, rows: of },
      possible: of.reduce((sum, { possible }) => sum + possible, 0),
      attended: of.reduce((sum, { attended }) => sum + attended, 0),
    }))
    .sort((a, b) => (a.year > b.year ? -1 : 1))
}
