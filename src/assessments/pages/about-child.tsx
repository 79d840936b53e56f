// What every form of assessments knows: the child's name, where it leads, and words as they were typed.
import { dayWords } from '#calendar'
import { childById } from '#children'
import { type Asking, readParts } from '#database'
import type { At } from '#forms'
import type { Parts } from '../exploitation.ts'

export type Given = { readonly name: string }
export async function given(asking: Asking, { child }: At): Promise<Given | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  return known === undefined ? undefined : { name: known.name ?? 'this child' }
}
export const toMissing = ({ child }: Pick<At, 'child'>): string => `/children/${child}/missing`
export const toWho = ({ child }: Pick<At, 'child'>): string => `/children/${child}/who-they-are`

export const partsOf = (words: string | undefined, names: readonly [string, ...string[]]): Parts =>
  readParts(words, names) ?? {}
export const dayIn = (text: string | null): string => (text === null ? '' : dayWords(text))
export const orNothing = (text: string | undefined): string =>
  text === undefined || text === '' ? 'Nothing is written' : text
