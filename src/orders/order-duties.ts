// The ends of orders as duties: each power that ends by time, with what took its place; and each hearing that is known.
import type { DayNumber } from '#calendar'
import { childrenAct1989, enacted, named } from '#law'
import { type Basis, basis, type Closing, type Duty, raisedBy, type Span, settle } from '#ledger'
import type { PowerHeld } from './power-held.ts'
import { emergencyPowers, HOURS_OF_POLICE_PROTECTION, hearingHeld, orderEnds, secureAccommodation } from './rules.ts'

const END = { count: { unit: 'by', n: 0 }, since: 'the day on which it ends,', kind: 'legalStatus' } as const
const POLICE = basis({
  ...END,
  id: 'CP-34/police',
  rule: emergencyPowers,
  name: 'Police protection runs out',
  count: { unit: 'hours', n: HOURS_OF_POLICE_PROTECTION },
  since: 'police protection on',
  cites: childrenAct1989('46(6)'),
  remark: 'Only its day is recorded: the last day on which 72 hours can end is taken.',
})
const EMERGENCY = basis({
  ...END,
  id: 'CP-34/order',
  rule: emergencyPowers,
  name: 'Emergency protection order runs out',
  cites: childrenAct1989('45'),
})
const SECURE = basis({
  ...END,
  id: 'PL-21/order',
  rule: secureAccommodation,
  name: 'Secure accommodation order ends',
  cites: childrenAct1989('25'),
})
const endOf = (id: string, name: string, cites = childrenAct1989('38(4)')): Basis =>
  basis({ ...END, id: `OR-01/${id}`, rule: orderEnds, name, cites })
const REMAND = enacted('Legal Aid, Sentencing and Punishment of Offenders Act 2012', 'section 91')
const OTHER = endOf('other', 'Order or agreement ends', named('The order itself'))
/** By the kind as the record writes it. */
const BASES: ReadonlyMap<string, Basis> = new Map([
  ['police protection', POLICE],
  ['emergency protection order', EMERGENCY],
  ['secure accommodation order', SECURE],
  ['interim care order', endOf('interim-care', 'Interim care order ends')],
  ['child assessment order', endOf('assessment', 'Child assessment order ends', childrenAct1989('43(5)'))],
  ['deprivation of liberty order', endOf('liberty', 'Deprivation of liberty order ends', named('The order itself'))],
  ['remand to local authority accommodation', endOf('remand', 'Remand ends', REMAND)],
  [
    'youth rehabilitation order with residence',
    endOf('rehabilitation', 'Youth rehabilitation order ends', named('The order itself')),
  ],
  [
    'Mental Health Act section',
    endOf('mental-health', 'Mental Health Act section ends', named('Mental Health Act 1983')),
  ],
])
const HEARING = basis({
  id: 'OR-02',
  rule: hearingHeld,
  name: 'Hearing',
  count: { unit: 'by', n: 0 },
  since: 'the hearing on',
  cites: named('Local practice'),
  kind: 'legalStatus',
})
export const ORDER_BASES: readonly Basis[] = [...BASES.values(), OTHER, HEARING]

/** These stand beside the power by which a child is in care, and only their like takes their place. */
const BESIDE: ReadonlySet<string> = new Set([
  'secure accommodation order',
  'deprivation of liberty order',
  'Mental Health Act section',
])
const mayTakeThePlace = (other: PowerHeld, power: PowerHeld): boolean =>
  BESIDE.has(power.kind) ? other.kind === power.kind : !BESIDE.has(other.kind)

/** Before the 18th birthday these do not end by time. */
const LASTING: ReadonlySet<string> = new Set([
  'care order',
  'placement order',
  'freeing order',
  'special guardianship order',
])

const WHOLE_DAYS = HOURS_OF_POLICE_PROTECTION / 24

function endsOn({ kind, made, madeKnown, ends }: PowerHeld): DayNumber | undefined {
  if (ends !== undefined || kind !== 'police protection' || !madeKnown) return ends
  return made + WHOLE_DAYS
}

interface Met {
  readonly power: PowerHeld
  readonly day: DayNumber
}
const earliest = (found: Met | undefined, one: Met): Met => (found === undefined || one.day < found.day ? one : found)

function standsAfter(power: PowerHeld, due: DayNumber, on: DayNumber): boolean {
  const { made, ended } = power
  const ends = endsOn(power)
  const over = ended !== undefined && ended <= on ? ended : undefined
  return made <= due && (ends === undefined || ends > due) && (over === undefined || over > due)
}

/** It ended itself, or the child was already in care by another power when it did, or came to be later. */
function metBy(power: PowerHeld, due: DayNumber, { powers, on }: Pick<OrdersKnown, 'powers' | 'on'>): Met | undefined {
  let met: Met | undefined
  if (power.ended !== undefined && power.ended <= on) met = { power, day: power.ended }
  for (const other of powers) {
    if (other.line === power.line || other.made > on) continue
    if (!mayTakeThePlace(other, power)) continue
    if (standsAfter(other, due, on)) met = earliest(met, { power: other, day: Math.max(power.made, other.made) })
    else if (other.made > due) met = earliest(met, { power: other, day: other.made })
  }
  return met
}

interface Ending {
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}

export interface OrdersKnown {
  /** In any order. */
  readonly powers: readonly PowerHeld[]
  readonly spans: readonly Span[]
  readonly on: DayNumber
  /** When the time in care in which a day lies came to its end; undefined: it lies in none. */
  readonly ending: (from: DayNumber) => Ending | undefined
}

interface Held {
  readonly power: PowerHeld
  readonly ending: Ending
}

function endDuty(out: Duty[], known: OrdersKnown, { power, ending }: Held): void {
  const due = endsOn(power)
  const { kind, made, madeKnown, ended } = power
  const mustEnd = kind === 'emergency protection order' && (ended === undefined || ended > known.on)
  if (due === undefined && !mustEnd) return
  const raised = raisedBy(BASES.get(kind) ?? OTHER, power, {
    trigger: madeKnown ? made : undefined,
    due,
    ...ending,
    spans: known.spans,
    missing: due === undefined ? 'orderEnds' : undefined,
  })
  const met = due === undefined ? undefined : metBy(power, due, known)
  out.push(settle(raised, met?.power, met?.day))
}

function hearingDuty(out: Duty[], known: OrdersKnown, { power, ending }: Held): void {
  const { hearing } = power
  if (hearing === undefined) return
  const { powers, on, spans } = known
  let met: Met | undefined
  if (power.ended !== undefined && power.ended <= on) met = { power, day: power.ended }
  for (const other of powers)
    if (other.line !== power.line && mayTakeThePlace(other, power) && other.made >= hearing && other.made <= on)
      met = earliest(met, { power: other, day: other.made })
  const raised = raisedBy(HEARING, power, {
    trigger: power.madeKnown ? power.made : undefined,
    due: hearing,
    ...ending,
    spans,
    missing: undefined,
  })
  out.push(settle(raised, met?.power, met?.day))
}

/** An order made after care had ended is none of ours to watch. */
export function orderDuties(out: Duty[], known: OrdersKnown): void {
  for (const power of known.powers) {
    const ending = power.made > known.on ? undefined : known.ending(power.made)
    if (ending === undefined) continue
    if (!LASTING.has(power.kind)) endDuty(out, known, { power, ending })
    hearingDuty(out, known, { power, ending })
  }
}
