// The panels of rule PL-21 as duties: within a month of a secure accommodation order, then at least every three months while it stands.
import { type DayNumber, monthsAfter } from '#calendar'
import { enacted } from '#law'
import {
  type Basis,
  basis,
  type Closing,
  coveredThrough,
  type Duty,
  EVER,
  type Recorded,
  raisedBy,
  type Span,
  settle,
} from '#ledger'
import type { PowerHeld } from './power-held.ts'
import { secureAccommodation } from './rules.ts'

const panel = {
  rule: secureAccommodation,
  cites: enacted('Children (Secure Accommodation) Regulations 1991 (SI 1991/1505)', 'regulations 15 and 16'),
  kind: 'courtStep',
} as const
const FIRST = basis({
  ...panel,
  id: 'PL-21/first-panel',
  name: 'First panel on secure accommodation',
  count: { unit: 'months', n: 1 },
  since: 'the order of',
})
const LATER = basis({
  ...panel,
  id: 'PL-21/later-panel',
  name: 'Panel on secure accommodation',
  count: { unit: 'months', n: 3 },
  since: 'the panel of',
})
export const PANEL_BASES: readonly Basis[] = [FIRST, LATER]

export interface SecurePanel extends Recorded {
  /** Line of the order. */
  readonly power: string
  readonly held: DayNumber
}
type Ending = { readonly closes: DayNumber | undefined; readonly closing: Closing | undefined }
export interface PanelsKnown {
  readonly panels: readonly SecurePanel[]
  readonly spans: readonly Span[]
  readonly on: DayNumber
  readonly ending: (from: DayNumber) => Ending | undefined
}

const isSecure = ({ kind }: PowerHeld): boolean => kind === 'secure accommodation order'

/** The first day on which it is over: in fact, or as the order says, of which the earlier one counts. */
function overOn({ ended, ends }: PowerHeld): DayNumber | undefined {
  const days = [ended, ends === undefined ? undefined : ends + 1].filter((day) => day !== undefined)
  return days.length === 0 ? undefined : Math.min(...days)
}

function endOf(power: PowerHeld, { closes, closing }: Ending, on: DayNumber): Ending {
  const over = overOn(power)
  const first = Math.min(over !== undefined && over <= on ? over : EVER, closes ?? EVER)
  if (first === EVER) return { closes: undefined, closing: undefined }
  return first === closes ? { closes, closing } : { closes: first, closing: 'orderEnded' }
}

/** Orders that follow each other without a gap: the days of panels go on through all of them. */
type Chain = { readonly first: PowerHeld; readonly lines: readonly string[]; readonly last: PowerHeld }

function chained(powers: readonly PowerHeld[], on: DayNumber): readonly Chain[] {
  const chains: Chain[] = []
  const orders = powers.filter((one) => isSecure(one) && one.made <= on && one.madeKnown)
  for (const order of orders.toSorted((a, b) => a.made - b.made)) {
    const before = chains.at(-1)
    const over = before && overOn(before.last)
    if (before === undefined || (over !== undefined && order.made > over)) {
      chains.push({ first: order, lines: [order.line], last: order })
      continue
    }
    const until = overOn(order)
    // An order that is over before the one that it stands beside does not end the chain.
    const last = over !== undefined && (until === undefined || until >= over) ? order : before.last
    chains[chains.length - 1] = { first: before.first, lines: [...before.lines, order.line], last }
  }
  return chains
}

export function panelDuties(out: Duty[], powers: readonly PowerHeld[], known: PanelsKnown): void {
  const { panels, spans, on, ending } = known
  for (const { first, lines, last } of chained(powers, on)) {
    const inCare = ending(first.made)
    if (inCare === undefined || coveredThrough(spans, first.made) === undefined) continue
    const rest = { ...endOf(last, inCare, on), spans, missing: undefined }
    const held = panels
      .filter((one) => lines.includes(one.power) && one.held >= first.made && one.held <= on)
      .toSorted((a, b) => a.held - b.held)
    let [step, trigger, counted]: [Recorded, DayNumber, Basis] = [first, first.made, FIRST]
    for (const one of [...held, undefined]) {
      const due = monthsAfter(trigger, counted.count.n)
      out.push(settle(raisedBy(counted, step, { ...rest, trigger, due }), one, one?.held))
      if (one !== undefined) [step, trigger, counted] = [one, one.held, LATER]
    }
  }
}
