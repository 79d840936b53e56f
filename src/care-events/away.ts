// Missing, found, and the talk afterwards, as forms decide them; and leaving care. Times where they are known. Pure.
import { addDays, formatDay, type Instant, type IsoDay, instantOf, londonMidnight, millisecondsOf } from '#calendar'
import type { Typed } from '#drafts'
import { type Reading, reading } from '#forms'
import {
  type Episode,
  type MissingRefusal,
  mayInterview,
  mayReportMissing,
  mayReturn,
  missingRefusalWords,
  type NewInterview,
  type Now,
  POLICE_GRADINGS,
  type PoliceGrading,
  type TypedWhen,
  type When,
} from '#missing'
import type { NewNotice } from '#notices'
import { noticesIn } from '#notices/pages'
import { WHY_CARE_ENDED } from '#placements'
import { mayRecordView, TOLD } from '#views'
import type { Parts } from './home.ts'
import type { StandingHome } from './homes.ts'
import type { Child, Decision, StandingPower } from './orders.ts'

export type KnownEpisode = Episode & { readonly id: string; readonly line: string; readonly kind: string }
export type MissingGiven = Child & { readonly episodes: readonly KnownEpisode[]; readonly me: string }

/** A form knows the day, and no hour of it: a time later today is not refused. */
export const nowOf = (today: IsoDay): Now => ({
  today,
  now: instantOf(millisecondsOf(londonMidnight(addDays(today, 1))) - 1),
})

function whenIn(r: Reading, field: string, what: string): TypedWhen & { readonly day: IsoDay } {
  const { day, at } = r.moment(field, what)
  return { day, at: at ?? '' }
}
function says(r: Reading, refused: readonly MissingRefusal[], fieldOf: (refusal: MissingRefusal) => string): void {
  for (const refusal of refused) r.fault(fieldOf(refusal), missingRefusalWords(refusal, r.today))
}

export type NewReport = {
  readonly kind: string
  readonly since: When
  readonly grading: PoliceGrading | null
  readonly parts: Parts
  readonly told: readonly NewNotice[]
}

/** What nobody wrote down then, as of a report from another system, is not asked for when its days are put right. */
const wordsIf = (asked: boolean, r: Reading) => (field: string, says: string) =>
  asked ? r.words(field, says) : r.typed.words(field)
const reportParts = (r: Reading, asked = true): Parts => ({
  reported: wordsIf(asked, r)('reported_by', 'Write who reported it.'),
  seen: r.typed.words('last_seen'),
  done: wordsIf(asked, r)('done', 'Write what was done at once: who was rung, where people looked.'),
  police: r.typed.one('police_number'),
  area: r.typed.one('area'),
  worry: r.typed.words('worry'),
})
const returnParts = (r: Reading, asked = true): Parts => ({
  found: wordsIf(asked, r)('found_where', 'Write where they were found, or that they came back by themselves.'),
  by: r.typed.one('found_by'),
  how: wordsIf(asked, r)('how_they_are', 'Write how they are.'),
  with: r.typed.one('found_with'),
})

const gradingIn = (r: Reading): PoliceGrading | null => r.choiceIfAny('police_grading', POLICE_GRADINGS)

export function decideReport(typed: Typed, { episodes }: MissingGiven, today: IsoDay): Decision<NewReport> {
  const r = reading(typed, today)
  const since = whenIn(r, 'since', 'the day on which they were last known to be safe')
  const parts = reportParts(r)
  const told = noticesIn(r, { about: 'missing' })
  const may = mayReportMissing({ kind: typed.one('kind'), since }, episodes, nowOf(today))
  if ('refused' in may) {
    says(r, may.refused, (refusal) => (refusal === 'kind unknown' ? 'kind' : 'since'))
    return { faults: r.faults }
  }
  const { kind, since: when } = may.ok
  return r.result(() => ({ kind, since: when, grading: gradingIn(r), parts, told }))
}

export type FoundGiven = MissingGiven & { readonly episode: KnownEpisode }
export type NewReturn = {
  readonly until: When
  readonly at: Instant
  readonly parts: Parts
  readonly backHome: boolean
  readonly told: readonly NewNotice[]
}

export function decideReturn(typed: Typed, { episode }: FoundGiven, today: IsoDay): Decision<NewReturn> {
  const r = reading(typed, today)
  const typedUntil = whenIn(r, 'until', 'the day on which they were back')
  const parts = returnParts(r)
  const back = r.choice('back', ['home', 'elsewhere'], 'Say where they sleep tonight.')
  const told = noticesIn(r, { about: 'missing' })
  const may = mayReturn(episode, typedUntil, nowOf(today))
  if ('refused' in may) {
    says(r, may.refused, () => 'until')
    return { faults: r.faults }
  }
  const until = may.ok
  const at = until.at ?? londonMidnight(until.day)
  return r.result(() => ({ until, at, parts, backHome: back === 'home', told }))
}

/** What hangs on a report that is put right, or taken back. */
export type ReportGiven = FoundGiven & {
  readonly talks: readonly { readonly day: IsoDay; readonly at: Instant | null }[]
  /** Nights that were written with it and follow it. */
  readonly nights: { readonly missing: boolean; readonly home: boolean }
  /** Whether words stand beside it. */
  readonly said: boolean
  /** Whether the asker may change since when the child was home again. */
  readonly writesWhere: boolean
}
export type EpisodeFacts = {
  readonly kind: string
  readonly since: When
  /** null: not back. */
  readonly until: When | null
  readonly grading: PoliceGrading | null
  readonly parts: Parts
}

/** Two ends of one return, where the times of day are known or not. */
const isLater = (until: When, day: IsoDay, at: Instant | null): boolean =>
  until.day > day || (until.at !== null && at !== null && millisecondsOf(until.at) > millisecondsOf(at))
const isSame = (until: When | null, episode: Episode): boolean =>
  until?.day === (episode.until ?? undefined) && (until?.at ?? null) === episode.untilAt

function backIn(r: Reading, given: ReportGiven, since: When): When | null {
  const { episode, talks, nights, writesWhere } = given
  if (episode.until === null) return null
  const emptied = r.typed.one('until') === ''
  if (emptied && talks.length > 0)
    r.fault('until', 'A talk after they were back is recorded. Where they were not back, take the talk back first.')
  const typed = emptied ? undefined : whenIn(r, 'until', 'the day on which they were back')
  const may =
    typed && mayReturn({ since: since.day, sinceAt: since.at, until: null, untilAt: null }, typed, nowOf(r.today))
  if (may !== undefined && 'refused' in may) says(r, may.refused, () => 'until')
  const until = may !== undefined && 'ok' in may ? may.ok : null
  const early = until === null ? undefined : talks.find(({ day, at }) => isLater(until, day, at))
  if (early !== undefined)
    r.fault('until', `The talk after it was on ${formatDay(early.day)}. They cannot have come back later.`)
  if (nights.home && !writesWhere && !isSame(until, episode))
    r.fault('until', 'Since when they are home again is recorded with it, and not for you to change. Ask their worker.')
  return until
}

/** For a correction, with the return where it is recorded. Where nights were written with it, these follow. */
export function decideEpisode(typed: Typed, given: ReportGiven, today: IsoDay): Decision<EpisodeFacts> {
  const r = reading(typed, today)
  const { episode } = given
  const others = given.episodes.filter(({ line }) => line !== episode.line)
  const may = mayReportMissing(
    { kind: typed.one('kind'), since: whenIn(r, 'since', 'the day on which they were last known to be safe') },
    others,
    nowOf(today),
  )
  const parts = { ...reportParts(r, given.said), ...(episode.until === null ? {} : returnParts(r, given.said)) }
  if ('refused' in may) {
    says(r, may.refused, (refusal) => (refusal === 'kind unknown' ? 'kind' : 'since'))
    return { faults: r.faults }
  }
  const { kind, since } = may.ok
  const until = backIn(r, given, since)
  const again = others.find((one) => one.since > since.day && (until === null || one.since < until.day))
  if (again !== undefined)
    r.fault(until === null ? 'since' : 'until', `The record has them missing again on ${formatDay(again.since)}.`)
  return r.result(() => ({ kind, since, until, grading: gradingIn(r), parts }))
}

type View = Extract<ReturnType<typeof mayRecordView>, { readonly ok: unknown }>['ok']
export type NewTalk = {
  readonly interview: NewInterview
  readonly parts: Parts
  readonly view: View | null
  /** Other times missing that the same talk was about. */
  readonly covers: readonly string[]
}

function viewIn(r: Reading, me: string, happened: IsoDay): View | null {
  const words = r.typed.words('their_words')
  if (words === '') return null
  if (!r.typed.ticked('may_be_heard')) {
    r.fault('may_be_heard', 'Write their words down only if they agreed. Tick that they did, or leave the words out.')
    return null
  }
  const said = { whose: 'child', person: null, happened, how: 'said', toldTo: me, about: 'other', words }
  const hearers = { relations: [...TOLD], mustNotKnow: [], letKnow: [], letKnowPeople: [] }
  const may = mayRecordView(said, hearers, r.today)
  return 'ok' in may ? may.ok : null
}

/** Offered and taken, or offered and refused; by somebody independent of where the child lives. */
/** Other times missing from which they were back by then: one talk may be about several. */
export const otherTimes = ({ episodes, episode }: FoundGiven): readonly KnownEpisode[] =>
  episodes.filter(({ line, until }) => line !== episode.line && until !== null).toReversed()
function coveredIn(r: Reading, given: FoundGiven, happened: IsoDay): readonly string[] {
  const chosen = otherTimes(given).filter(({ line }) => r.typed.all('covers').includes(line))
  if (chosen.some(({ until }) => until !== null && until > happened))
    r.fault('covers', 'They were not back yet from one of these on the day of the talk.')
  return chosen.map(({ line }) => line)
}

export function decideTalk(typed: Typed, given: FoundGiven, today: IsoDay): Decision<NewTalk> {
  const { episode, me } = given
  const r = reading(typed, today)
  const happened = whenIn(r, 'happened', 'the day of the talk, or on which it was refused')
  const offered = r.dayIfAny('offered', 'the day on which it was offered') ?? ''
  const outcome = r.choice('outcome', ['held', 'declined'], 'Say whether they took the talk, or refused it.')
  const by = r.words('by', 'Write who offered or held the talk.')
  const independent = { yes: true, no: false }[typed.one('independent')]
  if (independent === undefined) r.fault('independent', 'Say whether they are independent of where the child lives.')
  const why = typed.words('why_not')
  if (outcome === 'declined' && why === '') r.fault('why_not', 'Say why it was refused, and how often it was offered.')
  const view = viewIn(r, me, happened.day)
  const may = mayInterview(episode, { offered, happened, outcome, independent }, nowOf(today))
  if ('refused' in may) {
    says(r, may.refused, (refusal) => (refusal.startsWith('offered') ? 'offered' : 'happened'))
    return { faults: r.faults }
  }
  const covers = coveredIn(r, given, happened.day)
  const heard = typed.ticked('may_be_heard')
  const [push, pull] = [typed.words('push'), typed.words('pull')]
  if ((push !== '' || pull !== '') && !heard && !r.faults.some(({ field }) => field === 'may_be_heard'))
    r.fault('may_be_heard', 'Write their words down only if they agreed. Tick that they did, or leave the words out.')
  const parts = { by, what: typed.words('what'), why, push, pull }
  return r.result(() => ({ interview: may.ok, parts, view, covers }))
}

export type LeavingGiven = Child & {
  readonly period: { readonly id: string; readonly since: IsoDay } | undefined
  readonly homes: readonly StandingHome[]
  readonly powers: readonly StandingPower[]
}
export type NewLeaving = {
  readonly ended: IsoDay
  readonly reason: string
  readonly parts: Parts
  /** Versions of orders and agreements that end with it. */
  readonly ends: readonly string[]
  readonly told: readonly NewNotice[]
}

export function decideLeaving(typed: Typed, given: LeavingGiven, today: IsoDay): Decision<NewLeaving> {
  const r = reading(typed, today)
  const ended = r.day('ended', 'the last day in care')
  const reason = r.choiceIfAny(
    'reason',
    WHY_CARE_ENDED.map(({ value }) => value),
  )
  if (reason === null) r.fault('reason', 'Choose why they leave care.')
  const to = r.words('to', 'Write where and with whom they live from now on.')
  const agreed = r.words('agreed', 'Write who agreed to it, or which court decided.')
  if (given.period !== undefined && ended < given.period.since)
    r.fault('ended', `They came into care on ${formatDay(given.period.since)}. They cannot leave before.`)
  const home = given.homes.find(({ until }) => until === null)
  if (home !== undefined && ended <= home.since)
    r.fault('ended', 'They came to the home where they are on that day or later. Put the home right first.')
  const open = given.powers.filter(({ ended: over }) => over === null)
  const ends = open
    .filter(({ id, kind }) => kind === 'section 20 agreement' || typed.all('ends').includes(id))
    .map(({ id }) => id)
  const told = noticesIn(r, { about: 'leaves care' })
  const parts = { to, agreed, why: typed.words('why') }
  return r.result(() => ({ ended, reason: reason ?? '', parts, ends, told }))
}
