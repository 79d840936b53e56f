// What may be recorded of a missing episode, the return, and the interview after it; and what is said where it may not.
import {
  formatDay,
  happenedDay,
  type Instant,
  type IsoDay,
  londonDay,
  millisecondsOf,
  optionalDay,
  parseInstant,
} from '#calendar'

export type MissingRefusal =
  | 'kind unknown'
  | 'since no day'
  | 'since after today'
  | 'missing already'
  | 'until no day'
  | 'until after today'
  | 'time not read'
  | 'time on another day'
  | 'time lies ahead'
  | 'returned before it began'
  | 'returned already'
  | 'not back yet'
  | 'interview no day'
  | 'interview after today'
  | 'interview before the return'
  | 'offered no day'
  | 'offered after today'
  | 'offered after the interview'
  | 'outcome unknown'
type Decided<Value> = { readonly ok: Value } | { readonly refused: readonly MissingRefusal[] }

/** The moment of writing, and its day in London. */
export type Now = { readonly today: IsoDay; readonly now: Instant }
/** A day, and the moment within it where it is known. */
export type When = { readonly day: IsoDay; readonly at: Instant | null }
export type TypedWhen = { readonly day: string; readonly at: string }
type Faults = { readonly noDay: MissingRefusal; readonly ahead: MissingRefusal }

function whenOf(typed: TypedWhen, { today, now }: Now, faults: Faults): Decided<When> {
  const day = happenedDay(typed.day, today)
  if ('fault' in day) return { refused: [day.fault === 'no day' ? faults.noDay : faults.ahead] }
  if (typed.at.trim() === '') return { ok: { day: day.day, at: null } }
  const at = parseInstant(typed.at.trim())
  if (at === undefined) return { refused: ['time not read'] }
  if (millisecondsOf(at) > millisecondsOf(now)) return { refused: ['time lies ahead'] }
  return londonDay(at) === day.day ? { ok: { day: day.day, at } } : { refused: ['time on another day'] }
}

const KINDS = ['missing', 'away without authorisation'] as const
export type MissingKind = (typeof KINDS)[number]
/** In the words of the police; what they do because of it is theirs. */
export const POLICE_GRADINGS = ['no apparent risk', 'low', 'medium', 'high'] as const
export type PoliceGrading = (typeof POLICE_GRADINGS)[number]
/** An episode as it stands; `until` null: not back. */
export type Episode = {
  readonly since: IsoDay
  readonly sinceAt: Instant | null
  readonly until: IsoDay | null
  readonly untilAt: Instant | null
}
export type NewEpisode = { readonly kind: MissingKind; readonly since: When }

/** A child who is not back cannot go missing again. */
export function mayReportMissing(
  typed: { readonly kind: string; readonly since: TypedWhen },
  standing: readonly Episode[],
  now: Now,
): Decided<NewEpisode> {
  const kind = KINDS.find((known) => known === typed.kind)
  const since = whenOf(typed.since, now, { noDay: 'since no day', ahead: 'since after today' })
  if (kind === undefined) return { refused: ['kind unknown', ...('refused' in since ? since.refused : [])] }
  if ('refused' in since) return since
  const { day } = since.ok
  const away = standing.some((other) => other.since <= day && (other.until === null || day < other.until))
  return away ? { refused: ['missing already'] } : { ok: { kind, since: since.ok } }
}

const isBefore = (when: When, day: IsoDay, at: Instant | null): boolean =>
  when.day < day || (when.at !== null && at !== null && millisecondsOf(when.at) < millisecondsOf(at))

export function mayReturn(episode: Episode, typed: TypedWhen, now: Now): Decided<When> {
  const until = whenOf(typed, now, { noDay: 'until no day', ahead: 'until after today' })
  if ('refused' in until) return until
  if (episode.until !== null) return { refused: ['returned already'] }
  return isBefore(until.ok, episode.since, episode.sinceAt) ? { refused: ['returned before it began'] } : until
}

const OUTCOMES = ['held', 'declined'] as const
export type InterviewOutcome = (typeof OUTCOMES)[number]
export type TypedInterview = {
  readonly offered: string
  readonly happened: TypedWhen
  readonly outcome: string
  /** undefined: not said. */
  readonly independent: boolean | undefined
}
export type NewInterview = {
  readonly offered: IsoDay | null
  readonly happened: When
  readonly outcome: InterviewOutcome
  readonly independent: boolean | null
}

/** After the return, held or declined; offered on that day or before it. */
export function mayInterview(episode: Episode, typed: TypedInterview, now: Now): Decided<NewInterview> {
  const outcome = OUTCOMES.find((known) => known === typed.outcome)
  const happened = whenOf(typed.happened, now, { noDay: 'interview no day', ahead: 'interview after today' })
  const offered = optionalDay(typed.offered, (text) => happenedDay(text, now.today))
  const refused: MissingRefusal[] = []
  if (outcome === undefined) refused.push('outcome unknown')
  if ('refused' in happened) refused.push(...happened.refused)
  if ('fault' in offered) refused.push(offered.fault === 'no day' ? 'offered no day' : 'offered after today')
  if (episode.until === null) refused.push('not back yet')
  if (outcome === undefined || 'refused' in happened || 'fault' in offered || episode.until === null) return { refused }
  if (isBefore(happened.ok, episode.until, episode.untilAt)) return { refused: ['interview before the return'] }
  if (offered.day !== null && offered.day > happened.ok.day) return { refused: ['offered after the interview'] }
  return { ok: { offered: offered.day, happened: happened.ok, outcome, independent: typed.independent ?? null } }
}

const WORDS: Readonly<Record<MissingRefusal, (today: IsoDay) => string>> = {
  'kind unknown': () => 'Say whether the child is missing, or away without authorisation.',
  'since no day': () => 'Write the day since when, for example 23 Nov 2026.',
  'since after today': (today) => `The child cannot have gone missing after today, ${formatDay(today)}.`,
  'missing already': () => 'The record has the child missing on that day already. Record the return first.',
  'until no day': () => 'Write the day of the return, for example 23 Nov 2026.',
  'until after today': (today) => `The return cannot be after today, ${formatDay(today)}.`,
  'time not read': () => 'Write the time with its day and zone, or leave it empty.',
  'time on another day': () => 'The time lies on another day than the one given.',
  'time lies ahead': () => 'That time lies ahead.',
  'returned before it began': () => 'The return cannot be before the child went missing.',
  'returned already': () => 'The return is recorded already. Correct it where it is wrong.',
  'not back yet': () => 'The child is not back. Record the return first.',
  'interview no day': () => 'Write the day of the interview, for example 23 Nov 2026.',
  'interview after today': (today) => `The interview cannot be after today, ${formatDay(today)}.`,
  'interview before the return': () => 'The interview cannot be before the return.',
  'offered no day': () => 'Write the day of the offer, for example 27 Nov 2026, or leave it empty.',
  'offered after today': (today) => `The offer cannot be after today, ${formatDay(today)}.`,
  'offered after the interview': () => 'The offer cannot be after the interview.',
  'outcome unknown': () => 'Say whether the interview was held, or declined.',
}
export const missingRefusalWords = (refusal: MissingRefusal, today: IsoDay): string => WORDS[refusal](today)
