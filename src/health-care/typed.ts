// What was typed, read against a list of words; and what is wrong with it.
export type Fault = { readonly field: string; readonly says: string }
export type Decided<Value> = { readonly ok: Value } | { readonly faults: readonly Fault[] }

export function oneOf<Words extends object>(words: Words, text: string): keyof Words | undefined {
  const isOne = (known: string): known is keyof Words & string => Object.hasOwn(words, known)
  return isOne(text) ? text : undefined
}
export const wordOf = (words: Readonly<Record<string, string>>, value: string | null): string | undefined =>
  value === null ? undefined : (words[value] ?? value)
