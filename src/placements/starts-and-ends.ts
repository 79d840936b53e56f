// What may be recorded of care: periods, orders and agreements, placements of record and decisions; and what is said where it may not.
import { anyDay, formatDay, happenedDay, type IsoDay, optionalDay } from '#calendar'
import type { LegalStatusCode } from './legal-status.ts'
import { isPlaceCode, type PlaceCode } from './place-codes.ts'

/** Orders and agreements, and the return's status that each gives; null: it stands beside others and gives none. */
export const LEGAL_BASES = {
  'interim care order': 'C1',
  'care order': 'C2',
  'freeing order': 'D1',
  'placement order': 'E1',
  'section 20 agreement': 'V2',
  'short breaks agreement, episodes': 'V3',
  'short breaks agreement': 'V4',
  'remand to local authority accommodation': 'J1',
  'police detention in local authority accommodation': 'J2',
  'youth rehabilitation order with residence': 'J3',
  'police protection': 'L1',
  'emergency protection order': 'L2',
  'child assessment order': 'L3',
  'secure accommodation order': null,
  'deprivation of liberty order': null,
  'Mental Health Act section': null,
  'child arrangements order': null,
  'special guardianship order': null,
} as const satisfies Record<string, LegalStatusCode | null>
export type LegalBasisKind = keyof typeof LEGAL_BASES
export const isLegalBasisKind = (text: string): text is LegalBasisKind => Object.hasOwn(LEGAL_BASES, text)

/** Decisions that the law of visits turns on. */
const DECISION_KINDS = [
  'meant to last until 18',
  'long-term foster placement',
  'child agrees to fewer visits',
  'temporary approval',
  'immediate placement with a parent',
  'another body is responsible',
  'visit interval agreed',
] as const
export type PlacementDecisionKind = (typeof DECISION_KINDS)[number]
const isDecisionKind = (text: string): text is PlacementDecisionKind => DECISION_KINDS.some((kind) => kind === text)

export type CareRefusal =
  | 'start no day'
  | 'start after today'
  | 'end no day'
  | 'end after today'
  | 'ends before it starts'
  | 'ended already'
  | 'in care already'
  | 'reason unknown'
  | 'order unknown'
  | 'placement code unknown'
  | 'overlaps a placement'
  | 'no placement to move from'
  | 'decision unknown'
  | 'weeks out of range'

export type Decided<Value> = { readonly ok: Value } | { readonly refused: readonly CareRefusal[] }

/** Half-open; null: it goes on. */
export type Span = { readonly since: IsoDay; readonly until: IsoDay | null }
const overlap = (a: Span, b: Span): boolean =>
  (b.until === null || a.since < b.until) && (a.until === null || b.since < a.until)

/** A span that has begun; `ahead`: its end may lie ahead, as an order's expiry does. */
function spanOf(
  typed: { readonly since: string; readonly until: string },
  today: IsoDay,
  ahead: boolean,
): Decided<Span> {
  const since = happenedDay(typed.since, today)
  const until = optionalDay(typed.until, (text) => (ahead ? anyDay(text) : happenedDay(text, today)))
  const refused: CareRefusal[] = []
  if ('fault' in since) refused.push(since.fault === 'no day' ? 'start no day' : 'start after today')
  if ('fault' in until) refused.push(until.fault === 'no day' ? 'end no day' : 'end after today')
  if ('fault' in since || 'fault' in until) return { refused }
  if (until.day !== null && until.day <= since.day) return { refused: ['ends before it starts'] }
  return { ok: { since: since.day, until: until.day } }
}

/** When something that has begun may end: not ahead, not before, not twice. A stay may end on the day it began only where `sameDay`. */
export function mayEnd(
  standing: Span,
  typedEnd: string,
  { today, sameDay }: { readonly today: IsoDay; readonly sameDay: boolean },
): Decided<IsoDay> {
  const end = happenedDay(typedEnd, today)
  if ('fault' in end) return { refused: [end.fault === 'no day' ? 'end no day' : 'end after today'] }
  if (standing.until !== null) return { refused: ['ended already'] }
  const early = sameDay ? end.day < standing.since : end.day <= standing.since
  return early ? { refused: ['ends before it starts'] } : { ok: end.day }
}

/** A child is in care once at a time. */
export function mayStartPeriod(typedBegan: string, standing: readonly Span[], today: IsoDay): Decided<IsoDay> {
  const span = spanOf({ since: typedBegan, until: '' }, today, false)
  if ('refused' in span) return span
  return standing.some((other) => overlap(other, span.ok)) ? { refused: ['in care already'] } : { ok: span.ok.since }
}

/** The return's codes for why a period ended: E and a number, some with a letter. */
export const isEndReason = (code: string): boolean => /^E\d{1,2}[A-Z]?$/.test(code)

export type TypedBasis = { readonly kind: string; readonly since: string; readonly until: string }
/** Several may stand at once, so nothing of what stands is asked. */
export function mayRecordBasis(typed: TypedBasis, today: IsoDay): Decided<Span & { readonly kind: LegalBasisKind }> {
  const { kind } = typed
  const span = spanOf(typed, today, true)
  if (!isLegalBasisKind(kind)) return { refused: ['order unknown', ...('refused' in span ? span.refused : [])] }
  return 'refused' in span ? span : { ok: { kind, ...span.ok } }
}

export type TypedPlacement = { readonly kind: string; readonly since: string; readonly until: string }
export type NewPlacement = Span & { readonly kind: PlaceCode }
/** Two placements of record never overlap: the database refuses as well, whoever writes. */
export function mayPlace(typed: TypedPlacement, standing: readonly Span[], today: IsoDay): Decided<NewPlacement> {
  const { kind } = typed
  const span = spanOf(typed, today, false)
  if (!isPlaceCode(kind)) return { refused: ['placement code unknown', ...('refused' in span ? span.refused : [])] }
  if ('refused' in span) return span
  if (standing.some((other) => overlap(other, span.ok))) return { refused: ['overlaps a placement'] }
  return { ok: { kind, ...span.ok } }
}

/** A move ends the placement that goes on and begins the next one on the same day. */
export function mayMove<Standing extends Span>(
  typed: TypedPlacement,
  standing: readonly Standing[],
  today: IsoDay,
): Decided<{ readonly from: Standing; readonly to: NewPlacement }> {
  const from = standing.find(({ until }) => until === null)
  if (from === undefined) return { refused: ['no placement to move from'] }
  const others = standing.filter((other) => other !== from)
  const to = mayPlace(typed, others, today)
  if ('refused' in to) return to
  return to.ok.since <= from.since ? { refused: ['ends before it starts'] } : { ok: { from, to: to.ok } }
}

export type TypedDecision = {
  readonly kind: string
  readonly since: string
  readonly until: string
  readonly weeks: string
}
export type NewDecision = Span & { readonly kind: PlacementDecisionKind; readonly weeks: number | null }
const LONGEST_INTERVAL_WEEKS = 26

/** Weeks belong to an agreed interval of visits, and to nothing else. */
export function mayDecide(typed: TypedDecision, today: IsoDay): Decided<NewDecision> {
  const { kind } = typed
  const span = spanOf(typed, today, true)
  if (!isDecisionKind(kind)) return { refused: ['decision unknown', ...('refused' in span ? span.refused : [])] }
  if ('refused' in span) return span
  if (kind !== 'visit interval agreed') return { ok: { kind, ...span.ok, weeks: null } }
  const weeks = Number(typed.weeks)
  const inRange = Number.isInteger(weeks) && weeks >= 1 && weeks <= LONGEST_INTERVAL_WEEKS
  return inRange ? { ok: { kind, ...span.ok, weeks } } : { refused: ['weeks out of range'] }
}

const WORDS: Readonly<Record<CareRefusal, (today: IsoDay) => string>> = {
  'start no day': () => 'Write the day it began, for example 23 Nov 2026.',
  'start after today': (today) => `The start cannot be after today, ${formatDay(today)}.`,
  'end no day': () => 'Write the day it ended, for example 27 Nov 2026, or leave it empty.',
  'end after today': (today) => `The end cannot be after today, ${formatDay(today)}.`,
  'ends before it starts': () => 'The end has to be after the start.',
  'ended already': () => 'This had ended already.',
  'in care already': () => 'The record has this child in care for some of that time already.',
  'reason unknown': () => 'Choose why it ended.',
  'order unknown': () => 'Say which order or agreement it is.',
  'placement code unknown': () => 'Choose the kind of home.',
  'overlaps a placement': () =>
    'The record has another home for some of those days. End that one first, or correct its days.',
  'no placement to move from': () => 'The record has no home that goes on. Record where the child was first.',
  'decision unknown': () => 'Say what was decided.',
  'weeks out of range': () => 'Give the weeks between visits as a whole number from 1 to 26.',
}
export const careRefusalWords = (refusal: CareRefusal, today: IsoDay): string => WORDS[refusal](today)
