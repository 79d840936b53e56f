// A story in numbers, and the gaps in it that somebody could fill; no number judges.
import { addYears, formatDay, type IsoDay } from '#calendar'
import { counted, type FrameWorker, homeWords, isTimeAway, nightsBetween } from '#child-frame'
import type { HomeRow, StoryRows } from './rows.ts'

export type Figure = { readonly name: string; readonly value: string }
export type Distance = { readonly miles: number | null; readonly band: string | null }

const milesWords = (distance: Distance | undefined): string => {
  if (distance === undefined) return 'not known'
  if (distance.miles !== null) return String(distance.miles)
  return distance.band ?? 'not known'
}

/** A home with the same carers as before is the same home. */
const homesSince = (homes: readonly HomeRow[], since: IsoDay): readonly HomeRow[] =>
  homes.filter((home) => !isTimeAway(home.kind) && !home.sameCarers && home.since >= since)

/** Nights since the child came to those with whom they are now, times away counted in. */
function nightsHere(homes: readonly HomeRow[], today: IsoDay): number | undefined {
  const stays = homes.filter(({ kind, since }) => !isTimeAway(kind) && since <= today)
  const last = stays.at(-1)
  if (last === undefined || (last.until !== null && last.until <= today)) return undefined
  const began = stays.findLast(({ sameCarers }) => !sameCarers) ?? last
  return nightsBetween(began.since, today)
}

export type Counted = {
  readonly rows: StoryRows
  readonly workers: readonly FrameWorker[]
  readonly distance: Distance | undefined
  readonly today: IsoDay
}
/** Only of parts that are open to the reader: what is closed is not counted as none. */
export function numbersOf({ rows, workers, distance, today }: Counted): readonly Figure[] {
  const { homes, schools, episodes, periods } = rows
  const since = periods?.at(-1)?.since
  const people = new Set(workers.filter(({ part }) => part === 'allocated-worker').map(({ worker }) => worker))
  const year = addYears(today, -1)
  const here = homes && nightsHere(homes, today)
  const figures: (Figure | undefined)[] = [
    homes && since !== undefined
      ? { name: 'Homes since coming into care', value: String(homesSince(homes, since).length) }
      : undefined,
    { name: 'Social workers', value: String(people.size) },
    schools && schools.length > 0
      ? { name: 'Schools', value: String(new Set(schools.map(({ name }) => name)).size) }
      : undefined,
    here === undefined ? undefined : { name: 'Nights in this home', value: here.toLocaleString('en-GB') },
    homes && { name: 'Miles from home', value: milesWords(distance) },
    episodes && {
      name: 'Times missing in a year',
      value: String(episodes.filter((one) => one.since > year && one.kind === 'missing').length),
    },
  ]
  return figures.filter((figure) => figure !== undefined)
}

const GAPS_SHOWN = 4
/** Homes of more than a month in which nobody wrote anything down: a missing piece of somebody's childhood. */
export function gapsOf({ homes, notes, views, visits }: StoryRows, today: IsoDay): readonly string[] {
  if (homes === undefined || visits === undefined) return []
  const written = [...notes, ...views, ...visits].map(({ happened }) => happened)
  const empty = homes.filter(({ since, until, kind }) => {
    const end = until ?? today
    return !isTimeAway(kind) && nightsBetween(since, end) > 30 && !written.some((on) => since <= on && on <= end)
  })
  const told = empty.map(({ kind, since, until }) => {
    const months = Math.max(1, Math.round(nightsBetween(since, until ?? today) / 30.4))
    const span = until === null ? `since ${formatDay(since)}` : `from ${formatDay(since)} to ${formatDay(until)}`
    return `Nothing is written of ${counted(months, 'month')}, ${span} (${homeWords(kind).toLowerCase()}).`
  })
  const glad = notes.some(({ kind }) => kind === 'good news') ? [] : ['No good news is written down yet.']
  return [...glad, ...told.toReversed()].slice(0, GAPS_SHOWN)
}
