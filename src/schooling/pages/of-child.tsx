// What the forms of schooling have in common: whom they are about, where they lead, their lock, and lists of words as choices.
import { childById } from '#children'
import type { Asking } from '#database'
import type { At } from '#forms'

export type Given = { readonly name: string }
export const given = async (asking: Asking, { child }: At): Promise<Given | undefined> => {
  const known = child === null ? undefined : await childById(asking, child)
  return known === undefined ? undefined : { name: known.name ?? 'this child' }
}
export const leadsTo = ({ child }: Pick<At, 'child'>): string => `/children/${child}/learning`
export const lock = (log: string) => ({ may: ['write', 'learning'], log }) as const
/** The same wherever a form keeps what it knows in the child alone. */
export const COMMON = { here: '/children', leadsTo, given, start: () => ({}) } as const
