// Where a save of a draft goes, so that no save ever takes words away that another window has saved.

export type Held = {
  readonly revision: number
  readonly ended: boolean
  /** Whether it holds exactly what is to be saved. */
  readonly same: boolean
}
export type Place =
  /** The first save of a new draft. */
  | 'new'
  /** The next save of this draft. */
  | 'next'
  /** There already: the answer to an earlier save was lost on the way. */
  | 'there'
  /** Another window has saved meanwhile, or the draft has ended: this text becomes a draft beside it. */
  | 'beside'

/** `read`: the revision that the window holds; 0 where it never saved. */
export function placeOf(held: Held | undefined, read: number): Place {
  if (held === undefined) return 'new'
  if (held.same && !held.ended) return 'there'
  return held.ended || held.revision !== read ? 'beside' : 'next'
}
