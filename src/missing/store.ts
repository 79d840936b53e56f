// The SQL of missing episodes and return interviews.
import { day, type Instant, type IsoDay, instant } from '#calendar'
import {
  type Asking,
  changeFrom,
  correct,
  currentOf,
  lockChildren,
  recordFirst,
  retract,
  type Superseded,
  type Version,
  type Written,
} from '#database'
import {
  type Episode,
  type MissingRefusal,
  mayReportMissing,
  type NewInterview,
  type Now,
  type PoliceGrading,
  type TypedWhen,
  type When,
} from './record-missing.ts'

export type StandingEpisode = Episode & {
  readonly id: string
  readonly line: string
  readonly kind: string
  /** As the police put it; null: not said. */
  readonly grading: string | null
  readonly words: string | undefined
}
const momentOrNull = (text: string | null): Instant | null => (text === null ? null : instant(text))

/** One version, as it says that the child was away. */
export function episodeIn(version: Version<'kith.missing_episode'>): StandingEpisode {
  const { id, line, kind, since, since_at, until, until_at, police_grading: grading, words } = version
  return {
    ...{ id, line, kind, grading, words, since: day(since), until: until === null ? null : day(until) },
    ...{ sinceAt: momentOrNull(since_at), untilAt: momentOrNull(until_at) },
  }
}

/** In the order in which they began. */
export async function episodesOf(asking: Asking, child: string): Promise<readonly StandingEpisode[]> {
  const episodes = await currentOf(asking, 'kith.missing_episode', child)
  return episodes.map(episodeIn).sort((a, b) => (a.since < b.since ? -1 : 1))
}

export type Reporting = {
  readonly kind: string
  readonly since: TypedWhen
  readonly now: Now
  readonly grading?: PoliceGrading | null
  readonly words?: string
}
/** Decided from what stands while nobody else writes about this child. */
export async function reportMissing(
  asking: Asking,
  child: string,
  { now, words, grading = null, ...typed }: Reporting,
): Promise<{ readonly ok: Written } | { readonly refused: readonly MissingRefusal[] }> {
  await lockChildren(asking, [child])
  const may = mayReportMissing(typed, await episodesOf(asking, child), now)
  if ('refused' in may) return may
  const { kind, since } = may.ok
  const columns = { kind, since: since.day, since_at: since.at, police_grading: grading }
  return { ok: await recordFirst(asking, 'kith.missing_episode', { child, columns, words }) }
}

/** `id`: the version that was read. What was answered while the child was away stays. */
export async function recordReturn(
  asking: Asking,
  id: string,
  { day: until, at: until_at, words }: When & { readonly words?: string },
): Promise<Superseded<'kith.missing_episode'>> {
  return await changeFrom(asking, 'kith.missing_episode', { id, columns: { until, until_at }, words })
}

/** `episode`: the line of the episode. */
export async function recordInterview(
  asking: Asking,
  { child, episode }: { readonly child: string; readonly episode: string },
  { offered, happened, outcome, independent, words }: NewInterview & { readonly words?: string },
): Promise<Written> {
  const columns = { episode, offered, outcome, independent, happened: happened.day, happened_at: happened.at }
  return await recordFirst(asking, 'kith.return_interview', { child, columns, words })
}

/** The same talk was about these times missing too: each is owed one. `talk`: the line that holds the words. */
export async function coverWithTalk(
  asking: Asking,
  { child, talk, episodes }: { readonly child: string; readonly talk: string; readonly episodes: readonly string[] },
  { offered, happened, outcome, independent }: NewInterview,
): Promise<void> {
  const when = { happened: happened.day, happened_at: happened.at }
  for (const episode of episodes) {
    const columns = { episode, offered, outcome, independent, ...when, covered_by: talk }
    await recordFirst(asking, 'kith.return_interview', { child, columns })
  }
}
/** What was put right of a talk is so for every time that it covers. */
export async function correctCovered(
  asking: Asking,
  { child, talk }: { readonly child: string; readonly talk: string },
  { offered, happened, outcome, independent }: NewInterview,
): Promise<void> {
  const when = { happened: happened.day, happened_at: happened.at }
  for (const { id, covered_by } of await interviewsOf(asking, child))
    if (covered_by === talk)
      await correct(asking, 'kith.return_interview', { id, columns: { offered, outcome, independent, ...when } })
}
export async function retractCovered(
  asking: Asking,
  { child, talk }: { readonly child: string; readonly talk: string },
  reason: string,
): Promise<void> {
  for (const { id, covered_by } of await interviewsOf(asking, child))
    if (covered_by === talk) await retract(asking, 'kith.return_interview', { id, reason })
}

export async function interviewsOf(
  asking: Asking,
  child: string,
): Promise<readonly Version<'kith.return_interview'>[]> {
  return await currentOf(asking, 'kith.return_interview', child)
}

/** Who was told of which time missing, in the order in which it was written. */
export async function toldOfMissing(asking: Asking, child: string): Promise<readonly Version<'kith.told'>[]> {
  return (await currentOf(asking, 'kith.told', child)).filter(({ about }) => about === 'missing')
}

export async function stepsTaken(asking: Asking, child: string): Promise<readonly Version<'kith.missing_step'>[]> {
  return (await currentOf(asking, 'kith.missing_step', child)).toSorted((a, b) => (a.taken < b.taken ? -1 : 1))
}

export type StrategyMeetingHeld = { readonly line: string; readonly happened: IsoDay; readonly about: string | null }
/** Of those whose notes the asker may read, the latest first; `about`: the line of the time missing. */
export async function strategyMeetingsOf(asking: Asking, child: string): Promise<readonly StrategyMeetingHeld[]> {
  const found = await asking.record
    .selectFrom('kith.note_current')
    .select(['line', 'happened', 'on_table', 'on_line'])
    .where('council', '=', asking.who.council)
    .where('child', '=', child)
    .where('kind', '=', 'strategy meeting')
    .orderBy('happened', 'desc')
    .execute()
  return found.map(({ line, happened, on_table, on_line }) => ({
    ...{ line: line ?? '', happened: day(happened ?? '') },
    about: on_table === 'missing_episode' ? on_line : null,
  }))
}
