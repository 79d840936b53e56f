// Homes and nights as forms decide them: a home begins, changes, ends; its plan; where a child sleeps tonight. Pure.
import { type Instant, type IsoDay, millisecondsOf, parseDay } from '#calendar'
import type { Typed, Values } from '#drafts'
import { type Reading, reading } from '#forms'
import type { NewNotice } from '#notices'
import { type Decider, noticesIn } from '#notices/pages'
import {
  careRefusalWords,
  isPlaceCode,
  mayRecordPlan,
  type NewPlan,
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
export type MoveGiven = HomesGiven & { readonly deciders: readonly Decider[] }
export type NewMove = { readonly home: NewHome; readonly told: readonly NewNotice[]; readonly moving: boolean }

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
  return r.result(() => ({ home, told, moving: from !== undefined }))
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

export type PlanGiven = EndGiven & {
  readonly plan:
    | {
        readonly id: string
        readonly prepared: string
        readonly signed: string | null
        readonly report_hours: number | null
      }
    | undefined
}
export type NewPlanOk = { readonly plan: NewPlan; readonly reportHours: number | null; readonly said: Parts }

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

/** Ready before the home, or within five working days with the reason: regulation 9 of the Care Planning Regulations 2010. */
export function decidePlan(typed: Typed, { ends }: PlanGiven, today: IsoDay): Decision<NewPlanOk> {
  const r = reading(typed, today)
  const prepared = r.day('prepared', 'the day on which the plan was ready')
  const signed = r.dayIfAny('signed', 'the day on which it was signed')
  const late = prepared > ends.since
  const why = typed.words('late_why')
  if (late && why === '') r.fault('late_why', 'The plan came after the start. Say why it could not be ready before.')
  const may = mayRecordPlan({ prepared, signed: signed ?? '', notPracticable: late }, today)
  if ('refused' in may) {
    for (const refusal of may.refused) r.fault('signed', careRefusalWords(refusal, today))
    return { faults: r.faults }
  }
  const said = { why, who: typed.words('who_signed') }
  const reportHours = hoursIn(r)
  return r.result(() => ({ plan: may.ok, reportHours, said }))
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
