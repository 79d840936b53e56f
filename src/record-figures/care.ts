// A child's periods of care and placements, from the record's rows: without short breaks, temporary stays elsewhere, or a home counted twice.
import type { CarePeriod, Stay } from '#indicators'
import type { RecordedRows } from './recorded-child.ts'

type Row<Part extends keyof RecordedRows> = RecordedRows[Part][number]
type Rows = Partial<RecordedRows>

/** How the kinds of agreements of short breaks begin. */
export const SHORT_BREAKS = 'short breaks agreement'
const temporary = /^T[0-4]$/
const forAdoption = /^A[3-6]$/
const endless = Number.POSITIVE_INFINITY

/** Nothing but agreements of short breaks stood in it. */
function isShortBreaks([began, beganBy, ended]: Row<'periods'>, bases: Rows['bases'] = []): boolean {
  const since = began ?? beganBy ?? 0
  const within = bases.filter(([, from, until]) => from < (ended ?? endless) && (until ?? endless) > since)
  return within.length > 0 && within.every(([kind]) => kind.startsWith(SHORT_BREAKS))
}

function stayOf([since, sinceKnown, until, kind, sameCarers, , miles, inside]: Row<'placements'>): Stay {
  return {
    ...{ since, sinceKnown, until: until ?? undefined, kind, sameCarers, forAdoption: forAdoption.test(kind) },
    ...{ milesFromHome: miles ?? undefined, inArea: inside ?? undefined },
  }
}

/** Back from a temporary stay to the home of before, the placement has gone on. */
function staysOf(rows: readonly Row<'placements'>[]): readonly Stay[] {
  const stays: { readonly home: string | null; readonly stay: Stay }[] = []
  let away = false
  for (const row of rows) {
    if (temporary.test(row[3])) {
      away = true
      continue
    }
    const before = stays.at(-1)
    if (away && before && row[5] !== null && before.home === row[5])
      stays[stays.length - 1] = { home: row[5], stay: { ...before.stay, until: row[2] ?? undefined } }
    else stays.push({ home: row[5], stay: stayOf(row) })
    away = false
  }
  // The placement goes on while the child is somewhere else for a time.
  return stays.map(({ stay }, at) => {
    const next = stays[at + 1]?.stay
    return away && next === undefined ? { ...stay, until: undefined } : stay
  })
}

export function careOf({ periods = [], placements = [], bases }: Rows): readonly CarePeriod[] {
  return periods
    .filter((row) => (row[0] ?? row[1]) !== null && !isShortBreaks(row, bases))
    .map(([began, beganBy, ended, reason]): CarePeriod => {
      const since = began ?? beganBy ?? 0
      const own = placements.filter((row) => row[0] >= since && row[0] < (ended ?? endless))
      return {
        ...{ since, sinceKnown: began !== null, until: ended ?? undefined, reasonEnded: reason ?? undefined },
        stays: staysOf(own),
      }
    })
    .toSorted((one, other) => one.since - other.since)
}

/** On every day of the year; a period that begins when another ends goes on. */
export function allYear(periods: readonly CarePeriod[], first: number, last: number): boolean {
  let until = first
  for (const period of periods) if (period.since <= until) until = Math.max(until, period.until ?? endless)
  return until > last
}
