// The SQL of single events of care: who agreed, who was told, orders and agreements, homes and nights, missing and found, and leaving care.
import { sql } from 'kysely'
import { mayDo } from '#access'
import { recordAction } from '#actions'
import type { NewAudience } from '#audiences'
import { type Instant, type IsoDay, instant, londonMidnight, millisecondsOf, parseDay } from '#calendar'
import { childById } from '#children'
import {
  type Asking,
  changeFrom,
  currentOf,
  Refused,
  readParts,
  recordFirst,
  type Superseded,
  type Version,
  type Written,
  writeParts,
} from '#database'
import type { At } from '#forms'
import { movedInto } from '#home-requests'
import { coverWithTalk, type Now, recordInterview, recordReturn, reportMissing } from '#missing'
import { recordNotices } from '#notices'
import { NOT_RELEASED } from '#people'
import {
  endBasis,
  endPlacement,
  moveChild,
  placementsOf,
  recordAddress,
  recordBasis,
  recordNight,
  startPlacement,
} from '#placements'
import { recordView } from '#views'
import type { LeavingGiven, NewLeaving, NewReport, NewReturn, NewTalk } from './away.ts'
import type { KeptAddress, NewHome, Parts } from './home.ts'
import type { NewMove, NewNight } from './homes.ts'
import type { Child, StandingPower } from './orders.ts'
import type { NewPower } from './power.ts'

/** The words of a record, in parts. */
export const wordsIn = (parts: Parts): { readonly words?: string } => {
  const words = writeParts(parts)
  return words === undefined ? {} : { words }
}

export type NewAgreement = {
  readonly basis: string
  readonly by: string
  readonly given: IsoDay
  readonly name: string
}
export async function recordAgreement(
  asking: Asking,
  child: string,
  { name, ...columns }: NewAgreement,
): Promise<Written> {
  return await recordFirst(asking, 'kith.agreement', { child, columns, words: name })
}
export async function withdrawAgreement(
  asking: Asking,
  id: string,
  withdrawn: IsoDay,
): Promise<Superseded<'kith.agreement'>> {
  return await changeFrom(asking, 'kith.agreement', { id, columns: { withdrawn } })
}
export async function agreementsOf(asking: Asking, child: string): Promise<readonly Version<'kith.agreement'>[]> {
  return await currentOf(asking, 'kith.agreement', child)
}

/** Whoever writes decided so, with that event; an order, and a day of looking again, are said under “Who may know”. */
const keptFrom = (asking: Asking, kept: KeptAddress, decided: IsoDay): NewAudience => ({
  ...{ ...kept, decided, decidedBy: asking.who.person },
  ...{ until: null, order: null, withheldFrom: null },
})

/** The address of a home, with who may know it; undefined: no postcode was given. */
export async function recordPlace(
  asking: Asking,
  child: string,
  { postcode, since, kept }: Pick<NewHome, 'postcode' | 'since' | 'kept'>,
): Promise<string | undefined> {
  if (postcode === null) return undefined
  const audience = kept === null ? {} : { audience: keptFrom(asking, kept, since) }
  return (await recordAddress(asking, child, { kind: 'placement', postcode, since, ...audience })).line
}

const detailOf = ({ sameCarers, planned, why }: NewHome, ends: { home: string | null; place: string | null }) => ({
  ...ends,
  ...{ provider: null, registration: null, startReason: why, sameCarers, planned },
})
export const placingOf = (home: NewHome, ends: { home: string | null; place: string | null }, today: IsoDay) => ({
  typed: { kind: home.kind, since: home.since, until: '' },
  detail: detailOf(home, ends),
  today,
  ...wordsIn(home.parts),
})

/** undefined: no such child, or none whom the asker may know of. */
export async function calledChild(asking: Asking, { child }: Pick<At, 'child'>): Promise<Child | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  return known === undefined ? undefined : { child: known.child, name: known.name ?? 'this child' }
}

/** A change, or the whole transaction is taken back: somebody was first. */
export function orTakenBack<Made>(made: Made | { readonly refused: unknown }): Made {
  if (typeof made === 'object' && made !== null && 'refused' in made) throw new Refused('corrected already')
  return made
}

export const partsOf = (words: string | undefined, first: string, ...more: readonly string[]): Parts =>
  readParts(words, [first, ...more]) ?? {}

export async function powersOf(asking: Asking, child: string): Promise<readonly StandingPower[]> {
  const bases = await currentOf(asking, 'kith.legal_basis', child)
  return bases.map(({ id, line, kind, made, made_by, ended, suspended_by: suspendedBy }) => {
    const since = parseDay(made ?? made_by ?? '') ?? null
    return { id, line, kind, since, ended: ended === null ? null : (parseDay(ended) ?? null), suspendedBy }
  })
}

/** Returns the line; each person who agreed stands on a line of their own. */
export async function recordPower(asking: Asking, child: string, power: NewPower): Promise<string> {
  const { agreed, parts, ...basis } = power
  const { line } = await recordBasis(asking, child, { ...basis, ...wordsIn(parts) })
  for (const { by, name } of agreed) await recordAgreement(asking, child, { basis: line, by, given: power.since, name })
  return line
}

/** `by`: the line of what suspends it; null: it stands again. */
export async function suspend(asking: Asking, id: string, by: string | null): Promise<string> {
  const made = orTakenBack(await changeFrom(asking, 'kith.legal_basis', { id, columns: { suspended_by: by } }))
  return 'ok' in made ? made.ok.id : id
}
export async function endPower(asking: Asking, id: string, end: Parameters<typeof endBasis>[2]): Promise<void> {
  orTakenBack(await endBasis(asking, id, end))
}

/** A home begins, or takes the place of the one before, in one transaction with who was told. */
export async function takeHome(
  asking: Asking,
  child: string,
  { home, told, moving, decision }: NewMove & { readonly today: At['today'] },
): Promise<string> {
  const before = (await placementsOf(asking, child)).at(-1)
  const place = (await recordPlace(asking, child, home)) ?? null
  const placing = placingOf(home, { home: before?.home ?? null, place }, home.since)
  const made = moving ? await moveChild(asking, child, placing) : await startPlacement(asking, child, placing)
  if ('refused' in made) throw new Refused('against a rule of the table', made.refused[0])
  const on = { table: 'placement', line: made.ok.line }
  await recordNotices(asking, child, { notices: told, about: 'home', on })
  if (decision !== null) await movedInto(asking, child, { decision, placement: made.ok.line, since: home.since })
  return made.ok.id
}

export async function endHome(
  asking: Asking,
  home: Parameters<typeof endPlacement>[1],
  until: At['today'],
): Promise<void> {
  orTakenBack(await endPlacement(asking, home, until))
}

export async function sleeps(asking: Asking, child: string, night: NewNight): Promise<string> {
  const { kind, since, on, postcode, kept, parts } = night
  const audience = kept === null ? {} : { audience: keptFrom(asking, kept, on) }
  const place =
    postcode === null
      ? null
      : (await recordAddress(asking, child, { kind: 'tonight', postcode, since: on, ...audience })).line
  return (await recordNight(asking, child, { kind, since, place, ...wordsIn(parts) })).id
}

export const nightsOf = async (asking: Asking, child: string): Promise<readonly Version<'kith.night_place'>[]> =>
  await currentOf(asking, 'kith.night_place', child)

export const plansOfHomes = async (asking: Asking, child: string): Promise<readonly Version<'kith.placement_plan'>[]> =>
  await currentOf(asking, 'kith.placement_plan', child)

/** A report, with where they sleep and who was told. Who is missing already is refused as a value. */
export async function report(
  asking: Asking,
  child: string,
  { parts, told, ...ok }: NewReport & { readonly now: Now },
): Promise<string> {
  const { kind, since, now, grading } = ok
  const typed = { day: since.day, at: since.at ?? '' }
  const made = await reportMissing(asking, child, { kind, since: typed, now, grading, ...wordsIn(parts) })
  if ('refused' in made) throw new Refused('against a rule of the table', made.refused[0])
  if (kind === 'missing')
    await recordNight(asking, child, { kind, since: since.at ?? londonMidnight(since.day), place: null })
  const on = { table: 'missing_episode', line: made.ok.line }
  await recordNotices(asking, child, { notices: told, about: 'missing', on })
  return made.ok.id
}

/** What was said when they went missing stays beside what is said now. */
export async function cameBack(
  asking: Asking,
  episode: string,
  back: NewReturn & { readonly child: string },
): Promise<string> {
  const { child, until, at, parts, backHome, told } = back
  const before = (await currentOf(asking, 'kith.missing_episode', child)).find(({ id }) => id === episode)
  const said = partsOf(before?.words, 'reported', 'seen', 'done', 'police', 'worry', 'area')
  const made = orTakenBack(await recordReturn(asking, episode, { ...until, ...wordsIn({ ...said, ...parts }) }))
  await endMissingNights(asking, child, at)
  if (backHome && (await mayDo(asking, child, ['write', 'where'])))
    await recordNight(asking, child, { kind: 'at home', since: at, place: null })
  const on = before === undefined ? null : { table: 'missing_episode', line: before.line }
  await recordNotices(asking, child, { notices: told, about: 'missing', on })
  return 'ok' in made ? made.ok.id : episode
}

/** Whoever writes *missing* ends such nights, and no others: what stood before holds again. */
async function endMissingNights(asking: Asking, child: string, at: Instant): Promise<void> {
  for (const { id, kind, since, until } of await nightsOf(asking, child))
    if (kind === 'missing' && until === null && millisecondsOf(instant(since)) < millisecondsOf(at))
      orTakenBack(await changeFrom(asking, 'kith.night_place', { id, columns: { until: at } }))
}

/** The talk after a return, with the child's own words where they agreed that they may be heard. */
export async function talked(
  asking: Asking,
  of: { readonly child: string; readonly episode: string },
  { interview, parts, view, covers }: NewTalk,
): Promise<string> {
  const { id, line } = await recordInterview(asking, of, { ...interview, ...wordsIn(parts) })
  await coverWithTalk(asking, { child: of.child, talk: line, episodes: covers }, interview)
  if (view !== null) await recordView(asking, of.child, view)
  return id
}

/** The period, the home and the agreements end on one day, in one transaction. */
const ADOPTED: ReadonlySet<string> = new Set(['E11', 'E12'])
/** After an adoption order the record is sealed: asked of the adoption worker, or of whoever records it while nobody is one. */
async function askToSeal(asking: Asking, child: string, line: string): Promise<void> {
  const { council, person } = asking.who
  const { rows } = await sql<{ person: string }>`
    select s.person from kith.standing_relation s
    where s.council = ${council}::smallint and s.child = ${child} and s.relation = 'adoption-team' and not s.retracted
      and s.since <= now() and s.until > now() and not exists (select from kith.standing_relation n where n.council = s.council and n.supersedes = s.id)
    order by s.since desc limit 1`.execute(asking.record)
  await recordAction(asking, child, {
    what: 'Seal the record: an adoption order was made. An adoption worker decides, on the page of who looked.',
    intended: 'that nobody finds the record of the birth who does not need it',
    due: { none: 'waits for something else' },
    owner: { worker: rows[0]?.person ?? person },
    ...{ origin: 'other', from: { table: 'care_period', line }, whoMayKnow: NOT_RELEASED },
  })
}

export async function leaveCare(asking: Asking, given: LeavingGiven, leaving: NewLeaving): Promise<string> {
  const { ended, reason, parts, ends, told } = leaving
  const { period, homes, child } = given
  if (period === undefined) throw new Refused('not in the record')
  for (const home of homes) if (home.until === null) await endHome(asking, home, ended)
  for (const id of ends) await endPower(asking, id, { ended, reason: 'left care' })
  await recordNotices(asking, child, { notices: told, about: 'leaves care' })
  const before = (await currentOf(asking, 'kith.care_period', child)).find(({ id }) => id === period.id)
  const said = partsOf(before?.words, 'why', 'time')
  const words = wordsIn({ ...said, to: parts['to'] ?? '', agreed: parts['agreed'] ?? '', left: parts['why'] ?? '' })
  const columns = { ended, end_reason: reason }
  const made = orTakenBack(await changeFrom(asking, 'kith.care_period', { id: period.id, columns, ...words }))
  if (ADOPTED.has(reason)) await askToSeal(asking, child, before?.line ?? period.id)
  return 'ok' in made ? made.ok.id : period.id
}
