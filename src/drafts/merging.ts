// Two people changed one text: what can be joined by itself, and what a person has to decide; nothing is dropped.

/** One part: as it stood when the form was opened, as it stands now, and as it was typed. */
export type Part = { readonly base: string; readonly theirs: string; readonly yours: string }
export type Merged =
  | { readonly kind: 'joined'; readonly text: string; readonly from: 'neither' | 'theirs' | 'yours' | 'both' }
  /** Both changed it, and differently. */
  | { readonly kind: 'clash' }

export function merge({ base, theirs, yours }: Part): Merged {
  if (theirs === yours) return { kind: 'joined', text: yours, from: theirs === base ? 'neither' : 'both' }
  if (yours === base) return { kind: 'joined', text: theirs, from: 'theirs' }
  if (theirs === base) return { kind: 'joined', text: yours, from: 'yours' }
  return { kind: 'clash' }
}
