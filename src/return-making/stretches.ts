// Cuts a period of care where its legal status or placement changes: one stretch for each row of episodes.
import { dayOf, numberOf, parseDay } from '#calendar'
import {
  isLegalBasisKind,
  isLegalStatusCode,
  LEGAL_BASES,
  type LegalStatusCode,
  type Order,
  statusSeries,
} from '#placements'
import type { Span } from './collection.ts'
import { type Held, heldIn, textOf } from './held.ts'

export type StatusSpan = Span & {
  readonly code: LegalStatusCode
  readonly basis: Held
  /** False: it stood by that day, and nobody says since when. */
  readonly startKnown: boolean
}
export type PlacementSpan = Span & { readonly placement: Held; readonly startKnown: boolean }
export type Stretch = Span & {
  readonly period: Held
  readonly status: StatusSpan | undefined
  readonly placement: PlacementSpan | undefined
}

const numbered = (iso: string | undefined) => {
  const found = iso === undefined ? undefined : parseDay(iso)
  return found === undefined ? undefined : numberOf(found)
}

function orderOf(basis: Held): Order[] {
  const kind = textOf(basis, 'kind') ?? ''
  const code = isLegalBasisKind(kind) ? LEGAL_BASES[kind] : null
  const made = numbered(textOf(basis, 'made') ?? textOf(basis, 'made_by'))
  if (code === null || !isLegalStatusCode(code) || made === undefined) return []
  const ends = { expires: numbered(textOf(basis, 'until')), ended: numbered(textOf(basis, 'ended')) }
  return [{ line: basis.line, recorded: 0, code, made, ...ends }]
}

/** The single status of each day. Two orders of one kind that touch are one status: no episode begins with the second. */
export function statusesOf(held: readonly Held[]): readonly StatusSpan[] {
  const bases = heldIn(held, 'legal_basis')
  const byLine = new Map(bases.map((basis) => [basis.line, basis]))
  const spans: StatusSpan[] = []
  for (const { line, code, from, until } of statusSeries(bases.flatMap(orderOf))) {
    const basis = byLine.get(line)
    if (basis === undefined) continue
    const [since, end] = [dayOf(from), until === undefined ? undefined : dayOf(until)]
    const last = spans.at(-1)
    if (last?.code === code && last.until === since) spans[spans.length - 1] = { ...last, until: end }
    else {
      const startKnown = textOf(basis, 'made') !== undefined || textOf(basis, 'made_by') !== since
      spans.push({ code, basis, from: since, until: end, startKnown })
    }
  }
  return spans
}

export function placementsOf(held: readonly Held[]): readonly PlacementSpan[] {
  return heldIn(held, 'placement')
    .map((placement): PlacementSpan => {
      const [from = '', until = ''] = (textOf(placement, 'during') ?? '').slice(1, -1).split(',')
      const startKnown = placement.columns.start_known === true
      return { from, until: until === '' ? undefined : until, placement, startKnown }
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

export const spanOfPeriod = (period: Held): Span => ({
  from: textOf(period, 'began') ?? textOf(period, 'began_by') ?? '',
  until: textOf(period, 'ended'),
})

const on = <T extends Span>(spans: readonly T[], day: string): T | undefined =>
  spans.find(({ from, until }) => from <= day && (until === undefined || day < until))

/** The stretches of one period. Days with neither status nor placement are left out, unless the period has no others. */
export function stretchesOf(
  period: Held,
  statuses: readonly StatusSpan[],
  placements: readonly PlacementSpan[],
): readonly Stretch[] {
  const whole = spanOfPeriod(period)
  const inside = (day: string) => day > whole.from && (whole.until === undefined || day < whole.until)
  const turns = [...statuses, ...placements]
    .flatMap(({ from, until }) => (until === undefined ? [from] : [from, until]))
    .filter(inside)
  const days = [...new Set([whole.from, ...turns])].toSorted()
  const stretches = days.map((from, index): Stretch => {
    const until = days[index + 1] ?? whole.until
    return { period, from, until, status: on(statuses, from), placement: on(placements, from) }
  })
  const said = stretches.filter(({ status, placement }) => status !== undefined || placement !== undefined)
  return said.length === 0 ? stretches.slice(0, 1).map((one) => ({ ...one, until: whole.until })) : said
}
