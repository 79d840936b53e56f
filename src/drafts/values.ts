// The values of a form as they were typed: every field a list, since a name may stand in a form more than once.

export type Values = Readonly<Record<string, readonly string[]>>

/** What somebody typed, read field by field; a field that was not there is empty. */
export type Typed = {
  readonly values: Values
  /** The first value as typed, white space at its ends left out. */
  readonly one: (name: string) => string
  /** Long words: as typed, but for the ends of lines, which browsers send as CR and LF. */
  readonly words: (name: string) => string
  readonly all: (name: string) => readonly string[]
  /** A single checkbox. */
  readonly ticked: (name: string) => boolean
}

export function typed(values: Values): Typed {
  const all = (name: string): readonly string[] => (Object.hasOwn(values, name) ? (values[name] ?? []) : [])
  return {
    values,
    one: (name) => (all(name)[0] ?? '').trim(),
    words: (name) => (all(name)[0] ?? '').replaceAll('\r\n', '\n').trim(),
    all,
    ticked: (name) => all(name).some((value) => value !== ''),
  }
}

/** Whether anything was typed beyond what the form began with. */
export const sameValues = (one: Values, other: Values): boolean => textOf(one) === textOf(other)

/** One text for the same values, whatever the order of the fields. */
export const textOf = (values: Values): string =>
  JSON.stringify(
    Object.entries(values)
      .filter(([, list]) => list.some((value) => value !== ''))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** The values in the text of a stored draft; nothing where it is none. */
export function valuesOf(text: string): Values {
  const found: unknown = JSON.parse(text)
  if (!Array.isArray(found)) return {}
  return Object.fromEntries(
    found.flatMap((entry: unknown): [string, readonly string[]][] => {
      if (!Array.isArray(entry) || typeof entry[0] !== 'string' || !Array.isArray(entry[1])) return []
      return [[entry[0], entry[1].filter((value: unknown) => typeof value === 'string')]]
    }),
  )
}
