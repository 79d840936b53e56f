// A child in words: what they are called, how old they are, and in which year of school.
import { ageOnNumber, type DayNumber, daysBetween, type IsoDay, numberOf, parseDay } from '#calendar'
import { counted } from './day-words.ts'

export interface KnownAs {
  readonly given: string | undefined
  readonly family: string | undefined
  readonly knownAs: string | undefined
  /** In their own words. */
  readonly pronouns?: string | undefined
  /** The id in the return, or else that of the record. */
  readonly shown: string
}

/** Whoever has no name yet shows as their id. */
export function calledName({ given, family, knownAs, shown }: KnownAs): string {
  const called = [knownAs ?? given, family].filter((part) => part !== undefined).join(' ')
  return called === '' ? `Child ${shown}` : called
}
const THEIRS: Readonly<Record<string, string>> = {
  she: 'Her',
  her: 'Her',
  he: 'His',
  him: 'His',
  they: 'Their',
  them: 'Their',
}
/** 'Her', where the child's own words begin with a pronoun that we know; undefined: not recorded, or said in other words. */
export const possessive = ({ pronouns = '' }: KnownAs): string | undefined =>
  THEIRS[pronouns.toLowerCase().match(/^[a-z]+/)?.[0] ?? '']

/** Of the child in a sentence: 'Lina'. */
export const firstName = ({ given, family, knownAs, shown }: KnownAs): string =>
  knownAs ?? given ?? family ?? `Child ${shown}`

export function ageWords(born: DayNumber | null, on: DayNumber): string {
  if (born === null) return 'age not known'
  if (born > on) return 'not yet born'
  const years = ageOnNumber(born, on)
  return years === 0 ? `${counted(Math.max(1, Math.floor((on - born) / 7)), 'week')} old` : counted(years, 'year')
}

/** '14 years 5 months'; weeks in the first year. */
export function exactAge(born: IsoDay, on: IsoDay): string {
  const years = ageOnNumber(numberOf(born), numberOf(on))
  if (years === 0 || born > on) return ageWords(numberOf(born), numberOf(on))
  const [, month = 0, day = 0] = born.split('-').map(Number)
  const [, nowMonth = 0, nowDay = 0] = on.split('-').map(Number)
  const months = (nowMonth - month - (nowDay < day ? 1 : 0) + 12) % 12
  return months === 0 ? counted(years, 'year') : `${counted(years, 'year')} ${counted(months, 'month')}`
}

/** By the English school year, from birth alone; undefined: not of school age. A child may be in another year. */
export function usualSchoolYear(born: IsoDay, on: IsoDay): string | undefined {
  const startOf = (year: number): IsoDay | undefined => parseDay(`${year}-09-01`)
  const year = Number(on.slice(0, 4))
  const began = startOf(year)
  const start = began !== undefined && began <= on ? began : startOf(year - 1)
  if (start === undefined) return undefined
  const age = ageOnNumber(numberOf(born), numberOf(start) - 1)
  if (age < 4 || age > 17) return undefined
  return age === 4 ? 'Reception' : `Year ${age - 4}`
}

/** 'aged 14'; undefined: not known, or before birth. */
export const agedWords = (born: IsoDay | undefined, on: IsoDay): string | undefined =>
  born === undefined || on < born ? undefined : `aged ${ageOnNumber(numberOf(born), numberOf(on))}`

/** Nights from the first day to the last, as a person counts them. */
export const nightsBetween = (since: IsoDay, until: IsoDay): number => Math.max(0, daysBetween(since, until))
