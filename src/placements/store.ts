// The SQL of care: periods, orders and agreements, placements of record, decisions, addresses, where the child sleeps tonight.
import { sql } from 'kysely'
import { limitColumns, type NewAudience } from '#audiences'
import { day, type Instant, type IsoDay, instant, millisecondsOf, numberOf, parseDay } from '#calendar'
import {
  type Asking,
  changeFrom,
  correct,
  currentOf,
  lockChildren,
  recordFirst,
  type Superseded,
  type Version,
  type Written,
} from '#database'
import { isLegalStatusCode, type LegalStatus, type Order, statusSeries } from './legal-status.ts'
import {
  type Decided,
  isLegalBasisKind,
  LEGAL_BASES,
  type LegalBasisKind,
  mayMove,
  mayPlace,
  mayStartPeriod,
  type NewDecision,
  type NewPlan,
  type Span,
  type TypedPlacement,
} from './starts-and-ends.ts'
import type { NewAddress, NightKind } from './whereabouts-of.ts'

/** Days as the database gives them are days; text that is none throws. */
const dayOrNull = (text: string | null): IsoDay | null => (text === null ? null : day(text))

export type StandingPeriod = Span & {
  readonly id: string
  readonly line: string
  readonly startKnown: boolean
  readonly endReason: string | null
}
export async function periodsOf(asking: Asking, child: string): Promise<readonly StandingPeriod[]> {
  const periods = await currentOf(asking, 'kith.care_period', child)
  return periods.map(({ id, line, began, began_by, ended, end_reason: endReason }) => {
    const since = day(began ?? began_by ?? '')
    return { id, line, since, until: dayOrNull(ended), startKnown: began !== null, endReason }
  })
}

/** Decided from what stands while nobody else writes about this child. */
export async function startPeriod(
  asking: Asking,
  child: string,
  typed: { readonly began: string; readonly need: string | null; readonly today: IsoDay; readonly words?: string },
): Promise<Decided<Written>> {
  await lockChildren(asking, [child])
  const may = mayStartPeriod(typed.began, await periodsOf(asking, child), typed.today)
  if ('refused' in may) return may
  const columns = { began: may.ok, need: typed.need }
  return { ok: await recordFirst(asking, 'kith.care_period', { child, columns, words: typed.words }) }
}

export async function endPeriod(
  asking: Asking,
  id: string,
  { ended, reason }: { readonly ended: IsoDay; readonly reason: string },
): Promise<Superseded<'kith.care_period'>> {
  return await changeFrom(asking, 'kith.care_period', { id, columns: { ended, end_reason: reason } })
}

export async function recordBasis(
  asking: Asking,
  child: string,
  basis: Span & {
    readonly kind: LegalBasisKind
    readonly hearing?: IsoDay | null
    readonly court: string | null
    readonly number: string | null
    readonly words?: string
  },
): Promise<Written> {
  const { kind, since, until, hearing = null, court, number, words } = basis
  const columns = { kind, made: since, until, hearing, court, number }
  return await recordFirst(asking, 'kith.legal_basis', { child, columns, words })
}

export async function endBasis(
  asking: Asking,
  id: string,
  { ended, reason }: { readonly ended: IsoDay; readonly reason: string },
): Promise<Superseded<'kith.legal_basis'>> {
  return await changeFrom(asking, 'kith.legal_basis', { id, columns: { ended, end_reason: reason } })
}

function orderOf({ line, recorded, kind, made, made_by, until, ended }: Version<'kith.legal_basis'>): Order[] {
  const code = isLegalBasisKind(kind) ? LEGAL_BASES[kind] : null
  const from = made ?? made_by
  if (code === null || from === null || !isLegalStatusCode(code)) return []
  const numbered = (text: string | null) => (text === null ? undefined : numberOf(day(text)))
  const days = { made: numberOf(day(from)), expires: numbered(until), ended: numbered(ended) }
  return [{ line, recorded: millisecondsOf(instant(recorded)), code, ...days }]
}

/** The return's single status of each stretch of days, derived from orders and agreements that may overlap. */
export async function legalStatusesOf(asking: Asking, child: string): Promise<readonly LegalStatus[]> {
  return statusSeries((await currentOf(asking, 'kith.legal_basis', child)).flatMap(orderOf))
}

export type StandingPlacement = Span & {
  readonly id: string
  readonly line: string
  readonly kind: string
  readonly startKnown: boolean
  /** The same carers as the placement before it. */
  readonly sameCarers: boolean
  readonly home: string | null
  readonly place: string | null
}
function standing(version: Version<'kith.placement'>): StandingPlacement {
  const { id, line, kind, during, start_known: startKnown, same_carers: sameCarers, home, place } = version
  const [since = '', until = ''] = during.slice(1, -1).split(',')
  return { id, line, kind, startKnown, sameCarers, home, place, since: day(since), until: parseDay(until) ?? null }
}
export async function placementsOf(asking: Asking, child: string): Promise<readonly StandingPlacement[]> {
  const all = (await currentOf(asking, 'kith.placement', child)).map(standing)
  return all.sort((a, b) => (a.since < b.since ? -1 : 1))
}

/** `home` and `place`: lines of addresses, the two ends of the distance. */
export type PlacingDetail = {
  readonly provider: string | null
  readonly registration: string | null
  readonly home: string | null
  readonly place: string | null
  readonly startReason: string | null
  readonly sameCarers: boolean
  readonly planned: boolean | null
}
export type Placing = {
  readonly typed: TypedPlacement
  readonly detail: PlacingDetail
  readonly today: IsoDay
  readonly words?: string
}

const columnsOf = (span: Span & { readonly kind: string }, detail: PlacingDetail) => ({
  during: `[${span.since},${span.until ?? ''})`,
  kind: span.kind,
  provider: detail.provider,
  registration: detail.registration,
  home: detail.home,
  place: detail.place,
  start_reason: detail.startReason,
  same_carers: detail.sameCarers,
  planned: detail.planned,
})

export async function startPlacement(asking: Asking, child: string, placing: Placing): Promise<Decided<Written>> {
  await lockChildren(asking, [child])
  const may = mayPlace(placing.typed, await placementsOf(asking, child), placing.today)
  if ('refused' in may) return may
  const columns = columnsOf(may.ok, placing.detail)
  return { ok: await recordFirst(asking, 'kith.placement', { child, columns, words: placing.words }) }
}

/** The old placement ends and the new one begins in one transaction. */
export async function moveChild(asking: Asking, child: string, placing: Placing): Promise<Decided<Written>> {
  await lockChildren(asking, [child])
  const may = mayMove(placing.typed, await placementsOf(asking, child), placing.today)
  if ('refused' in may) return may
  const { from, to } = may.ok
  const ended = await endPlacement(asking, from, to.since)
  if ('refused' in ended) return { refused: ['no placement to move from'] }
  const columns = columnsOf(to, placing.detail)
  return { ok: await recordFirst(asking, 'kith.placement', { child, columns, words: placing.words }) }
}

export async function endPlacement(
  asking: Asking,
  { id, since }: Pick<StandingPlacement, 'id' | 'since'>,
  until: IsoDay,
): Promise<Superseded<'kith.placement'>> {
  return await changeFrom(asking, 'kith.placement', { id, columns: { during: `[${since},${until})` } })
}

export async function recordPlacementDecision(
  asking: Asking,
  { child, placement }: { readonly child: string; readonly placement: string },
  decision: NewDecision & { readonly words?: string },
): Promise<Written> {
  const { kind, since, until, weeks, words } = decision
  return await recordFirst(asking, 'kith.placement_decision', {
    child,
    columns: { placement, kind, since, until, weeks },
    words,
  })
}

/** `placement`: the line of the placement. */
export async function recordPlacementPlan(
  asking: Asking,
  { child, placement }: { readonly child: string; readonly placement: string },
  { words, ...plan }: NewPlan & { readonly report_hours?: number | null; readonly words?: string },
): Promise<Written> {
  return await recordFirst(asking, 'kith.placement_plan', { child, columns: { ...plan, placement }, words })
}
export async function signPlacementPlan(
  asking: Asking,
  id: string,
  columns: { readonly signed: IsoDay; readonly report_hours?: number | null },
): Promise<Superseded<'kith.placement_plan'>> {
  return await changeFrom(asking, 'kith.placement_plan', { id, columns })
}

export async function recordAddress(
  asking: Asking,
  child: string,
  { kind, postcode, since, audience }: NewAddress & { readonly audience?: NewAudience },
): Promise<Written> {
  const columns = { kind, postcode, since, ...(await limitColumns(asking, child, audience)) }
  return await recordFirst(asking, 'kith.address', { child, columns })
}
export const correctAddress = async (asking: Asking, id: string, postcode: string) =>
  await correct(asking, 'kith.address', { id, columns: { postcode } })
/** From now on only these may know it, of every version; undefined: whoever sees where the child lives. */
export async function limitAddress(
  asking: Asking,
  { child, id, audience }: { readonly child: string; readonly id: string; readonly audience: NewAudience | undefined },
): Promise<Superseded<'kith.address'>> {
  await lockChildren(asking, [child])
  return await changeFrom(asking, 'kith.address', { id, columns: await limitColumns(asking, child, audience) })
}
export async function addressesOf(asking: Asking, child: string): Promise<readonly Version<'kith.address'>[]> {
  return await currentOf(asking, 'kith.address', child)
}

type NewNight = {
  readonly kind: NightKind
  readonly since: Instant
  readonly place: string | null
  readonly words?: string
}
export async function recordNight(asking: Asking, child: string, { words, ...night }: NewNight): Promise<Written> {
  return await recordFirst(asking, 'kith.night_place', { child, columns: night, words })
}

export type Tonight =
  | { readonly from: 'told'; readonly kind: string; readonly since: string; readonly place: string | null }
  | { readonly from: 'placement'; readonly kind: string; readonly placement: string; readonly place: string | null }
  | { readonly from: 'nothing known' }

/** What was told last and holds at that moment; else the placement of record; `on`: the day in London of that moment. */
export async function sleepsTonight(
  asking: Asking,
  child: string,
  { at, on }: { readonly at: Instant; readonly on: IsoDay },
): Promise<Tonight> {
  const told = await sql<{ kind: string; since: string; place: string | null }>`
    select kind, since, place from kith.night_place_current
    where council = ${asking.who.council} and child = ${child} and since <= ${at}::timestamptz
      and (until is null or until > ${at}::timestamptz) order by since desc, line desc limit 1`.execute(asking.record)
  const [last] = told.rows
  if (last !== undefined) return { from: 'told', ...last }
  const placed = (await placementsOf(asking, child)).find(
    ({ since, until }) => since <= on && (until === null || on < until),
  )
  if (placed === undefined) return { from: 'nothing known' }
  return { from: 'placement', kind: placed.kind, placement: placed.line, place: placed.place }
}
