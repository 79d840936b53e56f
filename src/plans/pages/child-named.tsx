// The child whose plan it is, and what they are called.
import { childById } from '#children'
import type { Asking } from '#database'

export type Named = { readonly child: string; readonly called: string }

export async function childNamed(asking: Asking, id: string): Promise<Named | undefined> {
  const known = await childById(asking, id)
  return known && { child: known.child, called: known.name ?? 'this child' }
}
