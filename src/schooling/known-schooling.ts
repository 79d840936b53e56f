// Schooling as the database gives it to the clock, and as the rules read it: each fact with the days of the school in question.
import type { DayNumber, SchoolCalendar } from '#calendar'
import type { Recorded } from '#ledger'
import type { Schooling } from './schooling-duties.ts'

type Day = DayNumber | null
type Rows<Columns extends readonly unknown[]> =
  | readonly (readonly [line: string, recorded: number, ...Columns])[]
  | null

/** Of `kith.facts_known`, in its order. */
export interface SchoolingKnown {
  /** Schools left because of a move. */
  readonly left: Rows<[school: string, until: DayNumber, schoolYear: number | null]>
  readonly absences: Rows<[last: DayNumber]>
  readonly exclusions: Rows<
    [kind: string, began: DayNumber, halfDays: number | null, educationFrom: Day, governors: Day, overturned: Day]
  >
  readonly applications: Rows<[school: string | null, asked: DayNumber, answered: Day]>
  readonly interim: Rows<[since: DayNumber]>
  readonly premium: Rows<[yearEnd: DayNumber, happened: DayNumber]>
}
export type PlaceAtSchool = readonly [line: string, recorded: number, school: string, from: Day, until: Day]
export interface SchoolsAround {
  readonly places: readonly PlaceAtSchool[]
  readonly calendarOf: (school: string, on: DayNumber) => SchoolCalendar | undefined
}

const orUndefined = <T>(value: T | null): T | undefined => (value === null ? undefined : value)
const listOf = <Row, Out>(rows: readonly Row[] | null, read: (row: Row) => Out): readonly Out[] =>
  (rows ?? []).map(read)
const dated = ([line, recorded, day]: readonly [string, number, DayNumber]): Recorded & { day: DayNumber } => ({
  ...{ line, recorded, day },
})

export function schoolingKnown(rows: SchoolingKnown, { places, calendarOf }: SchoolsAround): Schooling {
  const schoolOn = (on: DayNumber): string | undefined =>
    places.find(([, , , from, until]) => (from === null || from <= on) && (until === null || on < until))?.[2]
  /** Of the school that excludes: the place may end on that very day. */
  const calendarOn = (on: DayNumber) => {
    const school = schoolOn(on) ?? schoolOn(on - 1)
    return school === undefined ? undefined : calendarOf(school, on)
  }
  const nextSchool = (from: DayNumber): PlaceAtSchool | undefined =>
    places.filter(([, , , since]) => since !== null && since >= from).sort((a, b) => (a[3] ?? 0) - (b[3] ?? 0))[0]
  return {
    left: listOf(rows.left, ([line, recorded, school, until, year]) => {
      const lastDay = until - 1
      // Counted on the days on which the new school meets; until there is one, on those of the old.
      const [, , after = school, next] = nextSchool(until) ?? []
      const calendar = calendarOf(after, lastDay)
      return { line, recorded, lastDay, next: orUndefined(next ?? null), year: orUndefined(year), calendar }
    }),
    taught: [
      ...places.flatMap(([line, recorded, , from]) => (from === null ? [] : [{ line, recorded, day: from }])),
      ...listOf(rows.interim, dated),
    ],
    exclusions: listOf(rows.exclusions, ([line, recorded, kind, began, halfDays, from, governors, overturned]) => ({
      ...{ line, recorded, began, calendar: calendarOn(began), permanent: kind === 'permanent exclusion' },
      halfDays: orUndefined(halfDays),
      educationFrom: orUndefined(from),
      governors: orUndefined(governors),
      overturned: orUndefined(overturned),
    })),
    applications: listOf(rows.applications, ([line, recorded, school, asked, answered]) => ({
      ...{ line, recorded, asked, answered: orUndefined(answered) },
      calendar: school === null ? undefined : calendarOf(school, asked),
    })),
    premium: listOf(rows.premium, ([line, recorded, yearEnd, day]) => ({ line, recorded, yearEnd, day })),
    absences: listOf(rows.absences, dated),
  }
}
