// The pattern of a child's times missing or away, as plain counts: days of the week and hours. No score, nothing foretold. Pure.
import { addHours, addMonths, type Instant, type IsoDay, millisecondsOf, timeInLondon, weekdayOf } from '#calendar'
import type { Episode } from './record-missing.ts'
import { INTERVIEW_HOURS } from './return-interview.ts'

export type Going = Episode & { readonly kind: string }
export type Count = { readonly name: string; readonly missing: number; readonly away: number }
export type Pattern = {
  readonly since: IsoDay
  readonly missing: number
  readonly away: number
  readonly days: readonly Count[]
  readonly hours: readonly Count[]
}

const PATTERN_MONTHS = 12
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const HOURS = ['Midnight to 6am', '6am to noon', 'Noon to 6pm', '6pm to midnight', 'Hour not known'] as const
const BAND = 6

const hourBand = ({ sinceAt }: Going): number =>
  sinceAt === null ? HOURS.length - 1 : Math.floor(Number(timeInLondon(sinceAt).slice(0, 2)) / BAND)

/** Missing and away are two series everywhere, never added up. */
const counted = (names: readonly string[], of: (going: Going) => number, all: readonly Going[]): readonly Count[] =>
  names.map((name, at) => {
    const here = all.filter((going) => of(going) === at)
    const missing = here.filter(({ kind }) => kind === 'missing').length
    return { name, missing, away: here.length - missing }
  })

/** Of the last twelve months, by the day and hour of going. */
export function patternOf(episodes: readonly Going[], today: IsoDay): Pattern {
  const since = addMonths(today, -PATTERN_MONTHS)
  const all = episodes.filter((going) => going.since > since && going.since <= today)
  const missing = all.filter(({ kind }) => kind === 'missing').length
  return {
    ...{ since, missing, away: all.length - missing },
    days: counted(DAYS, (going) => weekdayOf(going.since), all),
    hours: counted(HOURS, hourBand, all),
  }
}

const HOUR = 3_600_000
const hoursWords = (from: Instant, until: Instant): string => {
  const hours = Math.floor((millisecondsOf(until) - millisecondsOf(from)) / HOUR)
  if (hours < 1) return 'less than an hour'
  return hours === 1 ? '1 hour' : `${hours} hours`
}
/** 'less than an hour', '26 hours'; undefined: an hour is not known. */
export function lastedWords({ sinceAt, untilAt }: Episode): string | undefined {
  return sinceAt === null || untilAt === null ? undefined : hoursWords(sinceAt, untilAt)
}
/** Until when the talk is owed; undefined: the hour of the return is not known. */
export const talkDueAt = ({ untilAt }: Pick<Episode, 'untilAt'>): Instant | undefined =>
  untilAt === null ? undefined : addHours(untilAt, INTERVIEW_HOURS)
