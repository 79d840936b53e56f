// Homes and nights as forms decide them: a home begins, changes, ends; its plan; where a child sleeps tonight. Pure.
import { type Instant, type IsoDay, millisecondsOf, parseDay } from '#calendar'
import type { Typed, Values } from '#drafts'
import { type Reading, reading } from '#forms'
import type { NewNotice } from '#notices'
import { type Decider, noticesIn } from '#notices/pages'
import {
  appropriatePerson,
  careRefusalWords,
  isPlaceCode,
  type NewPlanOfHome,
  NIGHT_KINDS,
  type NightKind,
  type Span,
} from '#placements'
import {
  HOME_CODES,
  homeIn,
  type KeptAddress,
  keptIn,
  keptPostcodes,
  MOVE_CODES,
  type NewHome,
  type Parts,
  postcodeIn,
} from './home.ts'
import type { Child, Decision } from './orders.ts'

export type StandingHome = Span & {
  readonly id: string
  readonly line: string
  readonly kind: string
  readonly home: string | null
}
export type HomesGiven = Child & { readonly homes: readonly StandingHome[] }
/** A home that was decided on, into which they have not moved yet. */
export type DecidedHome = {
  readonly line: string
  readonly called: string
  readonly starts: IsoDay
  readonly emergency: boolean
  readonly waits: readonly string[]
  readonly kind: string | undefined
  readonly postcode: string | undefined
}
export type MoveGiven = HomesGiven & {
  readonly deciders: readonly Decider[]
  readonly ahead: readonly DecidedHome[]
}
export type NewMove = {
  readonly home: NewHome
  readonly told: readonly NewNotice[]
  readonly moving: boolean
  /** The decision by which they came there. */
  readonly decision: string | null
}

const KIND_OF: Readonly<Record<string, string>> = {
  'our foster home': 'U6',
  'agency foster home': 'U6',
  "children's home": 'K2',
  'supported accommodation': 'K3',
}
/** As it was decided, where there is one home ahead: the day on which it was to begin, or today if that is still to come. */
export function moveAsDecided(
  { ahead }: Pick<MoveGiven, 'ahead'>,
  today: IsoDay,
  show: (day: IsoDay) => string,
): Values {
  const [one] = ahead
  if (one === undefined) return { since: ['today'] }
  const { line, called, starts, emergency, kind = '', postcode = '' } = one
  return {
    ...{ decided_home: [line], since: [starts <= today ? show(starts) : 'today'], whose: [called] },
    ...{ home_kind: [KIND_OF[kind] ?? ''], how_it_came: [emergency ? 'emergency' : 'planned'] },
    place_postcode: [postcode],
  }
}

export const homeNow = ({ homes }: Pick<HomesGiven, 'homes'>): StandingHome | undefined =>
  homes.find(({ until }) => until === null)

/** From the home where the child is now, or into one where the record has none. */
export function decideHome(typed: Typed, given: MoveGiven, today: IsoDay): Decision<NewMove> {
  const r = reading(typed, today)
  const since = r.day('since', 'the day on which they came there')
  const from = homeNow(given)
  if (from !== undefined && since <= from.since)
    r.fault('since', 'They came to the home where they are now on that day or later.')
  const overlap = given.homes.some(({ id, until }) => id !== from?.id && until !== null && since < until)
  if (overlap) r.fault('since', careRefusalWords('overlaps a placement', today))
  const home = homeIn(r, since, from !== undefined)
  const told = noticesIn(r, { about: 'home', keptPostcodes: keptPostcodes(home), deciders: given.deciders })
  const lines = given.ahead.map(({ line }) => line)
  const decision = typed.one('decided_home') || null
  if (decision !== null && !lines.includes(decision)) r.fault('decided_home', 'Choose from the list.')
  return r.result(() => ({ home, told, moving: from !== undefined, decision }))
}

export type HomeFacts = {
  readonly kind: string
  readonly since: IsoDay
  readonly until: IsoDay | null
  readonly planned: boolean
  readonly sameCarers: boolean
  readonly why: string | null
  readonly parts: Parts
}

/** For a correction: the facts of the home itself. Its address is corrected apart. */
export function decideHomeFacts(typed: Typed, _: HomesGiven, today: IsoDay): Decision<HomeFacts> {
  const r = reading(typed, today)
  const since = r.day('since', 'the day on which they came there')
  const until = r.dayIfAny('until', 'the day on which they left')
  if (until !== null && until <= since) r.fault('until', 'They left after they came. Look at both days.')
  const kind = r.choice('home_kind', HOME_CODES, 'Choose the kind of home.')
  const how = r.choice('how_it_came', ['planned', 'unplanned', 'emergency'], 'Say how it came about.')
  const why = r.choiceIfAny('why', MOVE_CODES)
  const parts = { how, why: typed.words('how_why'), whose: typed.words('whose') }
  const sameCarers = typed.ticked('same_carers')
  return r.result(() => ({ kind, since, until, planned: how === 'planned', sameCarers, why, parts }))
}

export type ReadHome = {
  readonly during: string
  readonly kind: string
  readonly planned: boolean | null
  readonly same_carers: boolean
  readonly start_reason: string | null
}
export function homeAsTyped(home: ReadHome, parts: Parts, show: (day: IsoDay) => string): Values {
  const [since, until] = home.during
    .slice(1, -1)
    .split(',')
    .map((text) => parseDay(text))
  const how = parts['how'] || (home.planned === null ? '' : home.planned ? 'planned' : 'unplanned')
  return {
    since: since === undefined ? [] : [show(since)],
    until: until === undefined ? [] : [show(until)],
    home_kind: isPlaceCode(home.kind) ? [home.kind] : [],
    how_it_came: [how],
    how_why: [parts['why'] ?? ''],
    whose: [parts['whose'] ?? ''],
    why: [home.start_reason ?? ''],
    same_carers: home.same_carers ? ['same'] : [],
  }
}

export type EndGiven = HomesGiven & { readonly ends: StandingHome }
export type NewHomeEnd = { readonly until: IsoDay; readonly night: NightKind; readonly at: Instant }

export function decideHomeEnd(typed: Typed, { ends }: EndGiven, today: IsoDay): Decision<NewHomeEnd> {
  const r = reading(typed, today)
  const { day: until, from: at } = r.moment('until', 'the day on which they left')
  if (ends.until !== null) r.fault('until', 'This home ended already.')
  if (until <= ends.since) r.fault('until', 'They left after the day on which they came. Otherwise take the home back.')
  const night = r.choice('night', NIGHT_KINDS, 'Say where they sleep from then on.')
  return r.result(() => ({ until, night, at }))
}

/** An approved edition of the child's placement plan, as far as a home may take it. */
export type EditionOfPlan = {
  readonly edition: string
  /** The plan itself says why it was not made before the move. */
  readonly saysWhyLate: boolean
}
/** What the record says of editions and homes. */
type PlanOfHome = {
  readonly id: string
  readonly line: string
  readonly placement: string
  readonly edition: string | null
  readonly prepared: string | null
  readonly signed: string | null
}
export type PlanGiven = EndGiven & {
  readonly editions: readonly EditionOfPlan[]
  readonly stands: readonly PlanOfHome[]
  /** The row that is put right; undefined: it is written. */
  readonly rights: string | undefined
}
export type NewPlanOk = { readonly plan: NewPlanOfHome; readonly said: Parts }

const MOST_HOURS = 24
/** After how many hours the home reports the child missing: what is without delay for this child. */
function hoursIn(r: Reading): number | null {
  const text = r.typed.one('report_hours')
  if (text === '') return null
  const hours = /^\d{1,2}$/.test(text) ? Number(text) : undefined
  if (hours === undefined || hours > MOST_HOURS)
    r.fault('report_hours', 'Write whole hours from 0 to 24, for example 1.')
  return hours ?? null
}

/** One edition is of one home: the plan of the next is a new edition. Regulation 9 of the Care Planning Regulations 2010. */
export function decidePlan(typed: Typed, given: PlanGiven, today: IsoDay): Decision<NewPlanOk> {
  const r = reading(typed, today)
  const { ends, stands, rights } = given
  const edition = given.editions.find((one) => one.edition === typed.one('edition'))
  const signed = r.dayIfAny('signed', 'the day on which it was signed')
  const report_hours = hoursIn(r)
  // After how many hours they are reported cannot wait for the plan.
  const ready = stands.some(({ line, prepared }) => line === rights && prepared !== null)
  const onlyHours = signed === null && report_hours !== null && !ready
  if (edition === undefined && !onlyHours && given.editions.length > 0)
    r.fault('edition', 'Choose which approved plan it is.')
  if (edition === undefined && given.editions.length === 0 && typed.one('report_hours') === '')
    r.fault('report_hours', 'No plan is approved yet: write it first. Until then the hours can be kept here.')
  const taken = edition && stands.find((one) => one.edition === edition.edition && one.line !== rights)
  const ofAnother = taken !== undefined && taken.placement !== ends.line
  if (ofAnother) r.fault('edition', 'This edition is of another home. Begin a new edition for this one.')
  if (taken !== undefined && !ofAnother && taken.signed !== null)
    r.fault('edition', 'This edition is signed already. Put that right where it stands.')
  const why = typed.words('late_why')
  const late = signed !== null && signed > ends.since
  if (late && edition?.saysWhyLate === false && why === '')
    r.fault('late_why', 'It was signed after the start, and the plan does not say why. Say it here.')
  const said = { why, who: typed.words('who_signed') }
  return r.result(() => ({
    said,
    plan: {
      ...{ placement: ends.line, edition: edition?.edition ?? null, signed, report_hours },
      signed_by: signed === null ? null : appropriatePerson(ends.kind),
      late_reason: late ? 'not reasonably practicable before the placement' : null,
    },
  }))
}

export type NewNight = {
  readonly kind: NightKind
  readonly since: Instant
  readonly on: IsoDay
  readonly postcode: string | null
  readonly kept: KeptAddress | null
  readonly parts: Parts
}

export function decideNight(typed: Typed, _: Child, today: IsoDay): Decision<NewNight> {
  const r = reading(typed, today)
  const kind = r.choice('night', NIGHT_KINDS, 'Say where they sleep.')
  const { day: on, from: since } = r.moment('since', 'the day since when they are there')
  const postcode = postcodeIn(r, 'place_postcode')
  const kept = keptIn(r)
  if (kept !== null && postcode === null) r.fault('place_postcode', 'Write the postcode that is to be kept back.')
  const where = typed.words('where')
  if (kind === 'elsewhere' && where === '') r.fault('where', 'Say where they are.')
  return r.result(() => ({ kind, since, on, postcode, kept, parts: { where } }))
}

/** A night that is put right; `follows`: the report from which it follows, so that it is put right there. */
export type NightGiven = Child & {
  readonly follows: { readonly id: string; readonly since: IsoDay } | 'not for you' | undefined
  readonly address: boolean
}
export type NightFacts = Pick<NewNight, 'kind' | 'since' | 'parts'> & { readonly until: Instant | null }
export const FOLLOWS = 'This follows from a report that they are missing. Put the report right: this goes with it.'
export const NOT_FOR_YOU = 'Whoever sees the reports of missing children puts this right. Ask their worker.'

export function decideNightFacts(typed: Typed, { follows }: NightGiven, today: IsoDay): Decision<NightFacts> {
  const r = reading(typed, today)
  if (follows !== undefined) return { faults: [{ field: '', says: follows === 'not for you' ? NOT_FOR_YOU : FOLLOWS }] }
  const kind = r.choice('night', NIGHT_KINDS, 'Say where they slept.')
  const { from: since } = r.moment('since', 'the day since when they were there')
  const until = typed.one('until') === '' ? null : r.moment('until', 'the day until when they were there').from
  if (until !== null && millisecondsOf(until) <= millisecondsOf(since))
    r.fault('until', 'The end has to be after the start. Write the times too, where it was one day.')
  const where = typed.words('where')
  if (kind === 'elsewhere' && where === '') r.fault('where', 'Say where they were.')
  return r.result(() => ({ kind, since, until, parts: { where } }))
}
