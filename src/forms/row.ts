// A row of a form: its fields read one value of each list, and every field on the page has an id of its own.
import type { FieldsProps } from './form.ts'

/** The id of a field in a row, counted from 0; a fault names it, so that it is said beside that row and leads there. */
export const fieldInRow = (name: string, at: number): string => (at === 0 ? name : `${name}-${at + 1}`)

/** `rowAt`: which row, where the fields stand in one. */
export type InRow = { readonly rowAt?: number }

/** The props of the fields of one row. */
export function inRow<Props extends Pick<FieldsProps<unknown>, 'typed' | 'fault'>>(
  of: Props,
  at: number,
): Props & InRow {
  const value = (name: string): string => of.typed.all(name)[at] ?? ''
  const typed = {
    ...of.typed,
    one: (name: string) => value(name).trim(),
    words: (name: string) => value(name).replaceAll('\r\n', '\n').trim(),
    all: (name: string) => [value(name)],
  }
  return { ...of, typed, fault: (field: string) => of.fault(fieldInRow(field, at)), rowAt: at }
}

/** How many rows a form shows: one where none was typed. */
export const rowsIn = ({ typed }: Pick<FieldsProps<unknown>, 'typed'>, first: string): readonly number[] =>
  Array.from({ length: Math.max(1, typed.all(first).length) }, (_, at) => at)
