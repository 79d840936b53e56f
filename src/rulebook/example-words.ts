// The facts and answers of an example in words: names as they are said, days in full.

import { formatDay, parseDay } from '#calendar'
import { capital } from '#look'

/** 'lookedAfterSince' → 'looked after since' */
export const nameWords = (name: string): string =>
  name === 'n'
    ? 'number'
    : name.replace(/([a-z])(\d)/g, '$1 $2').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** One of a few values that a rule knows: 'afterFirstYear'. */
const isName = (text: string): boolean => /^[a-z]+(?:[A-Z][a-z]*|\d+)+$/.test(text)

export function valueWords(value: unknown): string {
  if (value === null || value === undefined) return 'none'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (typeof value === 'string') {
    const day = parseDay(value)
    if (day !== undefined) return formatDay(day)
    return isName(value) ? nameWords(value) : value
  }
  if (Array.isArray(value)) return value.map(valueWords).join('; ') || 'none'
  if (typeof value === 'number') return value.toLocaleString('en-GB', { useGrouping: false })
  if (typeof value !== 'object') return 'something else'
  return factsOf(value)
    .map(([name, part]) => `${nameWords(name)} ${valueWords(part)}`)
    .join(', ')
}

/** What is given or answered, part by part; what is left out is not said. */
export const factsOf = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).filter(([, part]) => part !== undefined)

/** An answer of a kind says its kind first: 'Due: Tue 28 Jul 2026'. */
export function answerWords(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return capital(valueWords(value))
  const { kind, ...others }: { readonly kind?: unknown } = value
  const rest = factsOf(others)
  if (typeof kind !== 'string') return capital(valueWords(others))
  const said = rest.length === 1 ? valueWords(rest[0]?.[1]) : valueWords(others)
  return `${capital(nameWords(kind))}${rest.length === 0 ? '' : `: ${said}`}`
}
