// What the components share: how classes, attributes and words are given, and words that come with options.
import type { Child } from 'hono/jsx'

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** An item of a list that may be left out by a condition. */
export type Perhaps<Item> = Item | undefined | null | false | ''

/** What nearly every component takes. */
export type Common = {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Words with options. Where no option is wanted, the words alone will do. */
export type Worded = Common & { readonly text: Child }

export const classNames = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ')

/** As a macro writes them: every name with a value, also where that is empty. */
export const written = (attributes: Attributes | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes ?? {}).map(([name, value]) => [name, String(value ?? '')]))

const isWorded = <Options extends Worded>(given: Child | Options): given is Options =>
  typeof given === 'object' && given !== null && 'text' in given

export const withOptions = <Options extends Worded>(given: Child | Options): Options | { readonly text: Child } =>
  isWorded(given) ? given : { text: given }

/** Text and nothing but text: it gets the paragraph that markup brings with it. */
export const isPlainText = (content: Child): boolean =>
  typeof content === 'string' ||
  typeof content === 'number' ||
  (Array.isArray(content) && content.length > 0 && content.every(isPlainText))

export const present = <Item>(items: readonly Perhaps<Item>[] | undefined): readonly Item[] =>
  (items ?? []).flatMap((item) => (item === undefined || item === null || item === false || item === '' ? [] : [item]))

/** Translations, for the scripts of the component. */
export function translations(key: string, messages: string | Readonly<Record<string, string>> | undefined): Attributes {
  if (messages === undefined) return {}
  if (typeof messages === 'string') return { [`data-i18n.${key}`]: messages }
  return Object.fromEntries(
    Object.entries(messages).map(([plural, message]) => [`data-i18n.${key}.${plural}`, message]),
  )
}
