// What was typed, read against a list of words and as days that hang together; and what is wrong with it, beside which field.
import { anyDay, happenedDay, type IsoDay, optionalDay } from '#calendar'

type Wrong = { readonly field: string; readonly says: string }
export type Decided<Value> = { readonly ok: Value } | { readonly faults: readonly Wrong[] }

export function oneOf<Words extends object>(words: Words, text: string): keyof Words | undefined {
  const isOne = (known: string): known is keyof Words & string => Object.hasOwn(words, known)
  return isOne(text) ? text : undefined
}
export const wordOf = (words: Readonly<Record<string, string>>, value: string | null): string | undefined =>
  value === null ? undefined : (words[value] ?? value)

/** `thing`: as in a sentence, 'the day of the answer'. Only what `ahead` says may lie ahead. `from`: not before that other day. */
export type DayAsked = {
  readonly thing: string
  readonly ahead?: boolean
  readonly needed?: boolean
  readonly from?: string
}
const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
const EXAMPLE = 'such as 23 Nov 2026'

/** The days that were typed, by field; a field that was not on the form is empty. */
export function daysTyped<Name extends string>(
  asked: Readonly<Record<Name, DayAsked>>,
  typed: { readonly [Field in NoInfer<Name>]?: string },
  today: IsoDay,
): { readonly on: (field: Name) => IsoDay | null; readonly faults: readonly Wrong[] } {
  const days = new Map<string, IsoDay>()
  const faults: Wrong[] = []
  const fields: readonly (readonly [string, DayAsked])[] = Object.entries(asked)
  const texts = new Map<string, unknown>(Object.entries(typed))
  for (const [field, { thing, ahead = false, needed = false }] of fields) {
    const text = texts.get(field)
    const found = optionalDay(typeof text === 'string' ? text : '', (one) =>
      ahead ? anyDay(one) : happenedDay(one, today),
    )
    if ('fault' in found)
      faults.push({
        field,
        says:
          found.fault === 'no day'
            ? `Write ${thing} as a day, ${EXAMPLE}.`
            : `${capital(thing)} cannot be after today.`,
      })
    else if (found.day !== null) days.set(field, found.day)
    else if (needed) faults.push({ field, says: `Write ${thing}, ${EXAMPLE}.` })
  }
  for (const [field, { thing, from = '' }] of fields) {
    const [day, other] = [days.get(field), days.get(from)]
    if (day !== undefined && other !== undefined && day < other) {
      const before = fields.find(([name]) => name === from)?.[1].thing ?? ''
      faults.push({ field, says: `${capital(thing)} cannot be before ${before}.` })
    }
  }
  return { on: (field) => days.get(field) ?? null, faults }
}

const WHOLE = /^\d{1,9}$/
/** undefined: no whole number. */
export const wholeTyped = (text: string): number | undefined => (WHOLE.test(text) ? Number(text) : undefined)
