// Reads a round's children and the two nights between which they are compared: the last before it was drawn, and the one some weeks after.
import { addDays, addWeeks, day, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { isId } from '#forms'
import { recordIndicators } from '#indicators'
import { auditsStanding, councilRows, type Round } from '#practice-audits'
import { nightFrom, nightUntil, standingsOn } from '#record-figures'
import { type Compared, compared, type Days, NEAR_DAYS, type Sets, TAKEN_WEEKS, WEEKS } from '../before-after.ts'

type Nights = { readonly before: IsoDay; readonly after: IsoDay }
export type RoundFigures = {
  readonly round: Round
  readonly weeks: number
  readonly given: { readonly days: Days; readonly sets: Sets }
  readonly nights: Nights
  readonly rows: readonly Compared[]
}
export type RoundRead =
  | ({ readonly kind: 'compared' } & RoundFigures)
  | { readonly kind: 'not drawn' | 'no night before'; readonly round: Round; readonly weeks: number }
  | { readonly kind: 'not yet'; readonly round: Round; readonly weeks: number; readonly on: IsoDay }

export const weeksAsked = (text: string | undefined): number =>
  WEEKS.find((weeks) => String(weeks) === text) ?? TAKEN_WEEKS

/** Children of the round are those it drew; those of other rounds about that time are in neither set. */
async function setsOf(asking: Asking, round: Round, { before, after }: Nights): Promise<Sets> {
  const audits = await auditsStanding(asking)
  const own = audits.filter((one) => one.round === round.line && one.drawn !== 're-audit')
  const audited = new Set(own.map(({ child }) => child))
  const near = audits.filter(
    ({ due, child }) => !audited.has(child) && due >= addDays(before, -NEAR_DAYS) && due <= after,
  )
  return { audited, elsewhere: new Set(near.map(({ child }) => child)) }
}

/** undefined: there is no such round. */
export async function roundFigures(asking: Asking, line: string, weeks: number): Promise<RoundRead | undefined> {
  if (!isId(line)) return undefined
  const [round] = await councilRows(asking, 'kith.audit_round', line)
  if (round === undefined) return undefined
  if (round.drawn === null) return { kind: 'not drawn', round, weeks }
  const on = addWeeks(day(round.drawn), weeks)
  const after = await nightFrom(asking, on)
  if (after === undefined) return { kind: 'not yet', round, weeks, on }
  const before = await nightUntil(asking, addDays(day(round.drawn), -1))
  if (before === undefined) return { kind: 'no night before', round, weeks }
  const nights = { before, after }
  const days = { before: await standingsOn(asking, before), after: await standingsOn(asking, after) }
  const given = { days, sets: await setsOf(asking, round, nights) }
  return { kind: 'compared', round, weeks, given, nights, rows: compared(recordIndicators, given) }
}
