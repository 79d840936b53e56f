// By what power a child is in care: the agreement and who gave it, or the order with its court, number and end. Pure.
import { addDays, formatDay, type IsoDay } from '#calendar'
import type { Reading } from '#forms'
import type { LegalBasisKind } from '#placements'
import type { Parts } from './home.ts'

/** As pages say each order and agreement. */
export const POWER_WORDS = {
  'section 20 agreement': 'Agreement: section 20, by parents or by a child of 16',
  'interim care order': 'Interim care order',
  'care order': 'Care order',
  'emergency protection order': 'Emergency protection order',
  'police protection': 'Police protection',
  'placement order': 'Placement order',
  'child assessment order': 'Child assessment order',
  'remand to local authority accommodation': 'Remand to our accommodation',
  'police detention in local authority accommodation': 'Police detention in our accommodation',
  'youth rehabilitation order with residence': 'Youth rehabilitation order with residence',
  'short breaks agreement': 'Agreement to short breaks',
  'secure accommodation order': 'Secure accommodation order',
  'deprivation of liberty order': 'Deprivation of liberty order',
  'Mental Health Act section': 'Section of the Mental Health Act',
  'child arrangements order': 'Child arrangements order',
  'special guardianship order': 'Special guardianship order',
} as const satisfies Partial<Record<LegalBasisKind, string>>
export type PowerKind = keyof typeof POWER_WORDS

/** Powers by which a child can come into care on one day. */
export const POWERS_INTO_CARE = [
  'section 20 agreement',
  'interim care order',
  'care order',
  'emergency protection order',
  'police protection',
  'remand to local authority accommodation',
  'police detention in local authority accommodation',
  'youth rehabilitation order with residence',
] as const
export const ORDERS = [
  'interim care order',
  'care order',
  'placement order',
  'emergency protection order',
  'police protection',
  'child assessment order',
  'secure accommodation order',
  'deprivation of liberty order',
  'Mental Health Act section',
  'remand to local authority accommodation',
  'police detention in local authority accommodation',
  'youth rehabilitation order with residence',
  'child arrangements order',
  'special guardianship order',
] as const satisfies readonly PowerKind[]

const continues: readonly string[] = ORDERS.filter((kind) => kind !== 'police protection')
/** An order that may be made longer, or be heard again. */
export const mayGoOn = (kind: string): boolean => continues.includes(kind)

export const AGREES = [
  'mother',
  'father',
  'another parent',
  'somebody else with parental responsibility',
  'the child, at 16 or 17',
] as const
export type Agrees = (typeof AGREES)[number]
export type Agreed = { readonly by: Agrees; readonly name: string }

export type NewPower = {
  readonly kind: PowerKind
  readonly since: IsoDay
  readonly until: IsoDay | null
  /** The next hearing about it, where it is known. */
  readonly hearing: IsoDay | null
  readonly court: string | null
  readonly number: string | null
  readonly agreed: readonly Agreed[]
  readonly parts: Parts
}

export const DAYS_OF_EMERGENCY = 8
/** The longest that each may stand, in days: Children Act 1989 ss.45(1) and 46(6). */
export type Longest = Readonly<Record<string, number>>
const LONGEST: Longest = { 'emergency protection order': DAYS_OF_EMERGENCY, 'police protection': 3 }
/** By which an emergency protection order may be made longer, once: ss.45(5) and (6). */
export const DAYS_OF_EXTENSION = 7
/** As each may stand once a court has made it longer. */
export const LONGEST_EXTENDED: Longest = {
  ...LONGEST,
  'emergency protection order': DAYS_OF_EMERGENCY + DAYS_OF_EXTENSION,
}
const COURTLESS: ReadonlySet<string> = new Set([
  'police protection',
  'section 20 agreement',
  'Mental Health Act section',
])

type Made = { readonly kind: PowerKind; readonly since: IsoDay }
function untilIn(r: Reading, { kind, since }: Made, most: Longest): IsoDay | null {
  const until = r.dayAheadIfAny('until', 'the day on which it ends')
  const longest = most[kind]
  if (longest !== undefined && until === null)
    r.fault('until', 'Write the day on which it ends. This power always has an end.')
  if (until === null) return null
  if (until < since) r.fault('until', 'It cannot end before it began.')
  const latest = longest === undefined ? undefined : addDays(since, longest)
  if (latest !== undefined && until > latest)
    r.fault('until', `It cannot stand longer than ${longest} days, so ${formatDay(latest)} is its last day.`)
  return until
}

function hearingIn(r: Reading, since: IsoDay): IsoDay | null {
  const hearing = r.dayAheadIfAny('hearing', 'the day of the next hearing')
  if (hearing !== null && hearing < since) r.fault('hearing', 'The next hearing cannot be before the order.')
  return hearing
}

/** Half-open, as the record holds it: an order that lasts to a day ends with that day. */
function agreedIn(r: Reading): readonly Agreed[] {
  const ticked = AGREES.filter((by) => r.typed.all('agreed').includes(by))
  if (ticked.length === 0) r.fault('agreed', 'Say who agreed. Without an agreement it is not section 20.')
  const names = r.words('agreed_names', 'Write the name of each person who agreed.')
  return ticked.map((by) => ({ by, name: names }))
}

export function powerIn<Kind extends PowerKind>(
  r: Reading,
  kinds: readonly [Kind, ...Kind[]],
  { since, most = LONGEST }: { readonly since: IsoDay; readonly most?: Longest },
): NewPower {
  const kind = r.choice('power', kinds, 'Choose by what power.')
  if (kind === 'section 20 agreement')
    return { kind, since, until: null, hearing: null, court: null, number: null, agreed: agreedIn(r), parts: {} }
  const until = untilIn(r, { kind, since }, most)
  const hearing = hearingIn(r, since)
  const court = COURTLESS.has(kind) ? '' : r.words('court', 'Write which court made it.')
  const number = r.typed.one('number')
  const parts = { why: r.typed.words('power_words') }
  return { kind, since, until, hearing, court: court || null, number: number || null, agreed: [], parts }
}
