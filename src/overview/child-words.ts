// A child in words: what they are called, how old, where they live, and what they are looked after under.
import { ageOnNumber, type DayNumber } from '#calendar'
import { isPlaceCode, PLACE_CODES } from '#placements'
import { counted, dayWords } from './day-words.ts'

export interface KnownAs {
  readonly given: string | undefined
  readonly family: string | undefined
  readonly knownAs: string | undefined
  /** The id in the return, or else that of the record. */
  readonly shown: string
}

/** Whoever has no name yet shows as their id. */
export function calledName({ given, family, knownAs, shown }: KnownAs): string {
  const called = [knownAs ?? given, family].filter((part) => part !== undefined).join(' ')
  return called === '' ? `Child ${shown}` : called
}

export function ageWords(born: DayNumber | null, on: DayNumber): string {
  if (born === null) return 'age not known'
  if (born > on) return 'not yet born'
  const years = ageOnNumber(born, on)
  return years === 0 ? `${counted(Math.max(1, Math.floor((on - born) / 7)), 'week')} old` : counted(years, 'year')
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

/** A few of the return's codes say it in words that nobody would use of a home. */
const SAID_OTHERWISE: Readonly<Record<string, string>> = {
  P1: 'With their parents',
  U1: 'With a relative or friend who fosters them, long term',
  U2: 'With a relative or friend who fosters them, hoping to stay',
  U3: 'With a relative or friend who fosters them',
  U4: 'Foster home, long term',
  U5: 'Foster home, hoping to stay',
  T1: 'In hospital for a time',
  T2: 'On holiday for a time',
  T3: "Away for a time, during their carer's holiday",
}

/** The kind of home in plain words. */
export function homeWords(code: string | null): string {
  if (code === null) return 'Not in care now'
  const said = SAID_OTHERWISE[code]
  if (said !== undefined) return said
  return isPlaceCode(code) ? capital(PLACE_CODES[code].words) : 'Another home'
}

export interface Basis {
  readonly kind: string
  readonly made: DayNumber | null
}

export function legalWords(bases: readonly Basis[]): string {
  if (bases.length === 0) return 'None recorded'
  return bases.map(({ kind, made }) => `${capital(kind)}${made === null ? '' : `, since ${dayWords(made)}`}`).join('; ')
}
