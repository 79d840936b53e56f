// The return's legal statuses as a series that never overlaps, and its derivation from orders and agreements that may.
import type { DayNumber } from '#calendar'
import type { Recorded } from '#ledger'

/** In the order of precedence taken when several stand at once: the first wins. */
export const LEGAL_STATUSES = {
  D1: { words: 'freeing order', inCare: true },
  E1: { words: 'placement order', inCare: true },
  C2: { words: 'care order', inCare: true },
  C1: { words: 'interim care order', inCare: true },
  L2: { words: 'emergency protection order', inCare: false },
  L1: { words: 'police protection', inCare: false },
  L3: { words: 'child assessment order', inCare: false },
  J1: { words: 'remanded to local authority accommodation', inCare: false },
  J2: { words: 'detained under PACE', inCare: false },
  J3: { words: 'youth rehabilitation order with residence requirement', inCare: false },
  V3: { words: 'series of short breaks, each recorded', inCare: false },
  V4: { words: 'series of short breaks, agreement recorded', inCare: false },
  V2: { words: 'accommodated under section 20', inCare: false },
} as const
export type LegalStatusCode = keyof typeof LEGAL_STATUSES

export function isLegalStatusCode(text: string): text is LegalStatusCode {
  return Object.hasOwn(LEGAL_STATUSES, text)
}

/** One stretch of the derived series. */
export interface LegalStatus extends Recorded {
  readonly code: LegalStatusCode
  readonly from: DayNumber
  /** The day on which it no longer holds; undefined: it holds. */
  readonly until: DayNumber | undefined
}

/** An order or agreement; several may stand at once. */
export interface Order extends Recorded {
  readonly code: LegalStatusCode
  readonly made: DayNumber
  /** Ends by time, as the order says. */
  readonly expires: DayNumber | undefined
  /** Revoked, discharged, withdrawn. */
  readonly ended: DayNumber | undefined
}

const PRECEDENCE = Object.keys(LEGAL_STATUSES)
const byPrecedence = (a: Order, b: Order): number =>
  PRECEDENCE.indexOf(a.code) - PRECEDENCE.indexOf(b.code) || a.made - b.made || (a.line < b.line ? -1 : 1)

function endOf({ expires, ended }: Order): DayNumber {
  return Math.min(expires ?? Number.POSITIVE_INFINITY, ended ?? Number.POSITIVE_INFINITY)
}

/** The single status of each day, by the precedence above; a status interrupted and resumed is two stretches. */
export function statusSeries(orders: readonly Order[]): LegalStatus[] {
  const turns = [...new Set(orders.flatMap((order) => [order.made, endOf(order)]))].sort((a, b) => a - b)
  const series: LegalStatus[] = []
  for (const [index, from] of turns.entries()) {
    const standing = orders.filter((order) => order.made <= from && from < endOf(order)).sort(byPrecedence)[0]
    if (standing === undefined) continue
    const next = turns[index + 1]
    const until = next === undefined || next === Number.POSITIVE_INFINITY ? undefined : next
    const last = series.at(-1)
    if (last && last.line === standing.line && last.until === from) series[series.length - 1] = { ...last, until }
    else series.push({ line: standing.line, recorded: standing.recorded, code: standing.code, from, until })
  }
  return series
}
