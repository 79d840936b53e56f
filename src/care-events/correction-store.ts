// The SQL of putting events of care right and taking them back, with what follows from them: nights, agreements, suspensions.
import { type Instant, instant, londonMidnight, millisecondsOf } from '#calendar'
import { type Asking, correct, recordFirst, retract, type Superseded, versionOf } from '#database'
import type { EpisodeFacts, KnownEpisode, ReportGiven } from './away.ts'
import { agreementsOf, nightsOf, orTakenBack, powersOf, wordsIn } from './event-store.ts'
import { type AgreedFacts, type AgreedGiven, wholeAfter } from './orders.ts'

type OfReport = Pick<KnownEpisode, 'kind' | 'since' | 'sinceAt' | 'until' | 'untilAt'>
/** The nights that a report and a return wrote, found by their moments: nothing else ties them. */
export async function nightsWith(asking: Asking, child: string, episode: OfReport) {
  const nights = await nightsOf(asking, child)
  const { kind, since, sinceAt, until, untilAt } = episode
  const night = (of: string, at: Instant) =>
    nights.find((one) => one.kind === of && millisecondsOf(instant(one.since)) === millisecondsOf(at))
  return {
    missing: kind === 'missing' ? night('missing', sinceAt ?? londonMidnight(since)) : undefined,
    home: until === null ? undefined : night('at home', untilAt ?? londonMidnight(until)),
  }
}

const PUT_RIGHT = 'The report from which it followed was put right.'

/** Under the lock that the correction of the report has taken. */
async function moveNights(asking: Asking, before: ReportGiven, facts: EpisodeFacts): Promise<void> {
  const { child, episode } = before
  const { missing, home } = await nightsWith(asking, child, episode)
  const since = facts.since.at ?? londonMidnight(facts.since.day)
  const back = facts.until === null ? null : (facts.until.at ?? londonMidnight(facts.until.day))
  const until = back !== null && millisecondsOf(back) > millisecondsOf(since) ? back : null
  if (facts.kind !== 'missing' && missing !== undefined)
    orTakenBack(await retract(asking, 'kith.night_place', { id: missing.id, reason: PUT_RIGHT }))
  else if (missing !== undefined)
    orTakenBack(await correct(asking, 'kith.night_place', { id: missing.id, columns: { since, until } }))
  else if (facts.kind === 'missing' && episode.kind !== 'missing')
    await recordFirst(asking, 'kith.night_place', { child, columns: { kind: 'missing', since, until, place: null } })
  if (home === undefined) return
  if (back === null) orTakenBack(await retract(asking, 'kith.night_place', { id: home.id, reason: PUT_RIGHT }))
  else if (millisecondsOf(back) !== millisecondsOf(instant(home.since)))
    orTakenBack(await correct(asking, 'kith.night_place', { id: home.id, columns: { since: back } }))
}

/** The report, with the nights that follow from it. */
export async function correctReport(
  asking: Asking,
  facts: EpisodeFacts,
  upon: { readonly version: string; readonly given: ReportGiven },
): Promise<Superseded<'kith.missing_episode'>> {
  const { kind, since, until, grading, parts } = facts
  const columns = {
    ...{ kind, since: since.day, since_at: since.at, police_grading: grading },
    ...{ until: until?.day ?? null, until_at: until?.at ?? null },
  }
  const words = wordsIn(parts).words ?? null
  const made = await correct(asking, 'kith.missing_episode', { id: upon.version, columns, words })
  if ('ok' in made) await moveNights(asking, upon.given, facts)
  return made
}

export type TakingBack = { readonly id: string; readonly reason: string }
export async function retractReport(
  asking: Asking,
  taking: TakingBack,
  { child, episode, writesWhere }: ReportGiven,
): Promise<Superseded<'kith.missing_episode'>> {
  const made = await retract(asking, 'kith.missing_episode', taking)
  if (!('ok' in made)) return made
  const { missing, home } = await nightsWith(asking, child, episode)
  for (const night of [missing, writesWhere ? home : undefined])
    if (night !== undefined)
      orTakenBack(await retract(asking, 'kith.night_place', { id: night.id, reason: taking.reason }))
  return made
}

/** With it goes what each person agreed to; and what it suspended stands again, as if it had never been suspended. */
export async function retractPower(
  asking: Asking,
  taking: TakingBack,
  child: string,
): Promise<Superseded<'kith.legal_basis'>> {
  const made = await retract(asking, 'kith.legal_basis', taking)
  if (!('ok' in made)) return made
  const { line } = made.ok
  for (const { id, basis } of await agreementsOf(asking, child))
    if (basis === line) orTakenBack(await retract(asking, 'kith.agreement', { id, reason: taking.reason }))
  for (const { id, suspendedBy } of await powersOf(asking, child))
    if (suspendedBy === line)
      orTakenBack(await correct(asking, 'kith.legal_basis', { id, columns: { suspended_by: null } }))
  return made
}

export async function endReasonOf(asking: Asking, id: string): Promise<string | null> {
  return (await versionOf(asking, 'kith.legal_basis', id))?.end_reason ?? null
}
/** What one person agreed, and the agreement as a whole where it begins or ends with it. */
export async function correctAgreed(
  asking: Asking,
  { name, ...columns }: AgreedFacts,
  { version: id, given }: { readonly version: string; readonly given: AgreedGiven },
): Promise<Superseded<'kith.agreement'>> {
  const made = await correct(asking, 'kith.agreement', { id, columns, words: name })
  const whole = wholeAfter(given, columns)
  if ('ok' in made && whole !== undefined && given.basis !== undefined) {
    const { since, ended } = whole
    const days = { made: since, made_by: null, ended, end_reason: ended === null ? null : given.basis.endReason }
    orTakenBack(await correct(asking, 'kith.legal_basis', { id: given.basis.id, columns: days }))
  }
  return made
}
