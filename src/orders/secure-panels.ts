// The panels of rule PL-21 as duties: within a month of a secure accommodation order, then at least every three months while it stands.
import { type DayNumber, monthsAfter } from '#calendar'
import { enacted } from '#law'
import {
  type Basis,
  basis,
  type Closing,
  coveredThrough,
  type Duty,
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

/** The days that end it: in fact, or as the order says, of which the earlier one counts. */
function endOf({ ended, ends }: PowerHeld, { closes, closing }: Ending, on: DayNumber): Ending {
  const over = [ended, ends === undefined ? undefined : ends + 1].filter((day) => day !== undefined && day <= on)
  const first = Math.min(...over.flatMap((day) => day ?? []), closes ?? Number.POSITIVE_INFINITY)
  if (!Number.isFinite(first)) return { closes: undefined, closing: undefined }
  return first === closes ? { closes, closing } : { closes: first, closing: 'orderEnded' }
}

export function panelDuties(out: Duty[], powers: readonly PowerHeld[], known: PanelsKnown): void {
  const { panels, spans, on, ending } = known
  for (const power of powers) {
    if (!isSecure(power) || power.made > on || !power.madeKnown) continue
    const inCare = ending(power.made)
    if (inCare === undefined || coveredThrough(spans, power.made) === undefined) continue
    const rest = { ...endOf(power, inCare, on), spans, missing: undefined }
    const held = panels
      .filter((one) => one.power === power.line && one.held >= power.made && one.held <= on)
      .toSorted((a, b) => a.held - b.held)
    let [step, trigger, counted]: [Recorded, DayNumber, Basis] = [power, power.made, FIRST]
    for (const one of [...held, undefined]) {
      const due = monthsAfter(trigger, counted.count.n)
      out.push(settle(raisedBy(counted, step, { ...rest, trigger, due }), one, one?.held))
      if (one !== undefined) [step, trigger, counted] = [one, one.held, LATER]
    }
  }
}
