// What the forms of getting care have in common: whom they are about, where they lead, and lists of words as choices.
import { childById } from '#children'
import type { Asking } from '#database'
import type { At } from '#forms'

export type Given = { readonly name: string }
export const given = async (asking: Asking, { child }: At): Promise<Given | undefined> => {
  const known = child === null ? undefined : await childById(asking, child)
  return known === undefined ? undefined : { name: known.name ?? 'this child' }
}
export const leadsTo = ({ child }: Pick<At, 'child'>): string => `/children/${child}/health`
