// A place that is kept or reserved, and stays that are planned: what may be recorded, when the next ones are, and how many days that makes.
import {
  anyDay,
  type DayNumber,
  day,
  dayOf,
  happenedDay,
  type IsoDay,
  monthsAfter,
  numberOf,
  optionalDay,
} from '#calendar'
import { type Decided, oneOf } from '#drafts'
import type { Fault } from '#forms'
import { breakDays } from '#placements'

export const HELD = {
  kept: 'Kept while they are away',
  reserved: 'Reserved until they come',
} as const
export type HeldKind = keyof typeof HELD
export const HELD_OUTCOMES = {
  'the child came': 'They came',
  'the child came back': 'They came back',
  'no longer needed': 'It is no longer needed',
  'taken by somebody else': 'It was given to somebody else',
} as const
export type HeldOutcome = keyof typeof HELD_OUTCOMES

export type NewHeld = {
  readonly kind: HeldKind
  readonly placement: string | null
  readonly since: IsoDay
  readonly look_again: IsoDay | null
  readonly until: IsoDay | null
  readonly outcome: HeldOutcome | null
}
export type TypedHeld = Readonly<Record<keyof NewHeld, string>> & { readonly words: string }

const NO_DAY = 'Write it as a day, such as 23 Nov 2026.'
/** `come`: today, where it has to be a day that has come. */
function dayIn(faults: Fault[], field: string, { typed, come }: { typed: string; come?: IsoDay }): IsoDay | null {
  const found = optionalDay(typed, come === undefined ? anyDay : (text) => happenedDay(text, come))
  if ('day' in found) return found.day
  faults.push({ field, says: found.fault === 'no day' ? NO_DAY : 'This day cannot be after today.' })
  return null
}

/** `homes`: the lines of homes in which the child lives or lived. */
export function mayHold(typed: TypedHeld, homes: ReadonlySet<string>, today: IsoDay): Decided<NewHeld> {
  const faults: Fault[] = []
  const since = dayIn(faults, 'since', { typed: typed.since })
  const look_again = dayIn(faults, 'look_again', { typed: typed.look_again })
  const until = dayIn(faults, 'until', { typed: typed.until, come: today })
  const kind = oneOf(HELD, typed.kind)
  const outcome = typed.outcome === '' ? null : (oneOf(HELD_OUTCOMES, typed.outcome) ?? null)
  if (kind === undefined) faults.push({ field: 'kind', says: 'Say whether it is kept or reserved.' })
  if (kind === 'kept' && !homes.has(typed.placement))
    faults.push({ field: 'placement', says: 'Say which home is kept for them.' })
  if (kind === 'reserved' && typed.words === '') faults.push({ field: 'what', says: 'Say which home it is, and why.' })
  if (typed.since === '') faults.push({ field: 'since', says: `Say from which day. ${NO_DAY}` })
  if (since !== null && look_again !== null && look_again <= since)
    faults.push({ field: 'look_again', says: 'Choose a day after the one on which it began.' })
  if (since !== null && until !== null && until <= since)
    faults.push({ field: 'until', says: 'It ends after the day on which it began.' })
  if (typed.outcome !== '' && outcome === null) faults.push({ field: 'outcome', says: 'Choose one of these.' })
  if ((until === null) !== (outcome === null) && faults.length === 0)
    faults.push({ field: until === null ? 'until' : 'outcome', says: 'Say both when it ended and what came of it.' })
  if (kind === undefined || since === null || faults.length > 0) return { faults }
  return { ok: { kind, placement: kind === 'kept' ? typed.placement : null, since, look_again, until, outcome } }
}

export const PATTERNS = { 'short breaks': 'Short breaks', 'shared care': 'Shared care' } as const
export type PatternKind = keyof typeof PATTERNS
export const UNITS = { weeks: 'Weeks', months: 'Months' } as const
export type NewPattern = {
  readonly kind: PatternKind
  readonly first: IsoDay
  readonly every: number
  readonly unit: keyof typeof UNITS
  readonly nights: number
  readonly until: IsoDay | null
}
export type TypedPattern = Readonly<Record<keyof NewPattern, string>> & { readonly words: string }

const numberIn = (text: string, most: number): number | undefined => {
  const number = Number(text)
  return /^\d+$/.test(text) && number >= 1 && number <= most ? number : undefined
}
const MOST = { every: 52, nights: 31 } as const
export function mayPlanStays(typed: TypedPattern): Decided<NewPattern> {
  const faults: Fault[] = []
  const first = dayIn(faults, 'first', { typed: typed.first })
  const until = dayIn(faults, 'until', { typed: typed.until })
  const [kind, unit] = [oneOf(PATTERNS, typed.kind), oneOf(UNITS, typed.unit)]
  const [every, nights] = [numberIn(typed.every, MOST.every), numberIn(typed.nights, MOST.nights)]
  if (kind === undefined) faults.push({ field: 'kind', says: 'Say whether it is short breaks or shared care.' })
  if (unit === undefined) faults.push({ field: 'unit', says: 'Say whether you count weeks or months.' })
  if (every === undefined) faults.push({ field: 'every', says: `Write a number from 1 to ${MOST.every}.` })
  if (nights === undefined) faults.push({ field: 'nights', says: `Write a number from 1 to ${MOST.nights}.` })
  if (typed.first === '') faults.push({ field: 'first', says: `Say on which day the first stay begins. ${NO_DAY}` })
  if (first !== null && until !== null && until <= first)
    faults.push({ field: 'until', says: 'It ends after the first stay began.' })
  if (every !== undefined && nights !== undefined && unit === 'weeks' && nights >= every * 7)
    faults.push({ field: 'nights', says: 'Then no night is left between two stays.' })
  if (typed.words === '') faults.push({ field: 'what', says: 'Say with whom, and what the child said of it.' })
  if (kind === undefined || unit === undefined || every === undefined || nights === undefined) return { faults }
  return first === null || faults.length > 0 ? { faults } : { ok: { kind, first, every, unit, nights, until } }
}

type Pattern = Pick<NewPattern, 'every' | 'nights'> & {
  readonly unit: string
  readonly first: string
  readonly until: string | null
}
export type PlannedStay = { readonly first: DayNumber; readonly last: DayNumber }
/** The stays that are planned between two days, the first first. */
export function staysBetween(pattern: Pattern, from: DayNumber, to: DayNumber): readonly PlannedStay[] {
  const { first, every, unit, nights, until } = pattern
  const start = numberOf(day(first))
  const ends = until === null ? to : Math.min(to, numberOf(day(until)) - 1)
  const stays: PlannedStay[] = []
  for (let at = 0; ; at += 1) {
    const begins = unit === 'weeks' ? start + at * every * 7 : monthsAfter(start, at * every)
    if (begins > ends) return stays
    if (begins >= from) stays.push({ first: begins, last: begins + nights })
  }
}

/** What the next twelve months would hold, and whether that is more than the law takes for one series (CP-28). */
export function yearAhead(pattern: Pattern, on: DayNumber) {
  const year = monthsAfter(on, 12)
  const stays = staysBetween(pattern, on, year - 1)
  const { inYear, longest, beyond } = breakDays(stays, year - 1)
  return { stays: stays.length, days: inYear, longest, beyond }
}

/** 'Every 2 weeks, 2 nights' */
export function patternWords({ every, unit, nights }: Pattern): string {
  const one = unit.slice(0, -1)
  return `${every === 1 ? `Every ${one}` : `Every ${every} ${unit}`}, ${nights === 1 ? '1 night' : `${nights} nights`}`
}
export const stayWords = ({ first, last }: PlannedStay): readonly [IsoDay, IsoDay] => [dayOf(first), dayOf(last)]
