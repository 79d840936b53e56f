// The days on which one school meets, from the terms that were recorded of it; undefined where they do not reach.
import { type DayNumber, dayOf, type SchoolCalendar } from '#calendar'

export interface TermDays {
  readonly name: string
  readonly first: DayNumber
  readonly last: DayNumber
  /** First and last day of half-term. */
  readonly half: readonly [DayNumber, DayNumber] | null
  readonly training: readonly DayNumber[]
}

/** The longest holiday is the summer's; a longer gap is a term that nobody has entered. */
const LONGEST_HOLIDAY_DAYS = 60
/** A longer term has a half-term in it: where none is entered, its days cannot be counted. */
const LONGEST_WITHOUT_HALF_TERM_DAYS = 56
const isWhole = ({ first, last, half }: TermDays): boolean =>
  half !== null || last - first < LONGEST_WITHOUT_HALF_TERM_DAYS

/** `terms`: in order. The run of terms without a gap in which the day lies, or the holiday before it. */
export function calendarAround(terms: readonly TermDays[], on: DayNumber): SchoolCalendar | undefined {
  let run: TermDays[] = []
  for (const term of terms) {
    const before = run.at(-1)
    const whole = isWhole(term)
    if (before !== undefined && (!whole || term.first - before.last > LONGEST_HOLIDAY_DAYS)) {
      if (on <= before.last) break
      run = []
    }
    if (whole) run.push(term)
  }
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined || on < first.first || on > last.last) return undefined
  return {
    school: '',
    covers: { from: dayOf(first.first), until: dayOf(last.last) },
    terms: run.map(({ name, ...days }) => ({ name, first: dayOf(days.first), last: dayOf(days.last) })),
    halfTerms: run.flatMap(({ name, half }) =>
      half === null ? [] : [{ name, first: dayOf(half[0]), last: dayOf(half[1]) }],
    ),
    insetDays: run.flatMap(({ training }) => training.map(dayOf)),
  }
}
