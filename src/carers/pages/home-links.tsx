// Where one row of a home is put right, goes on, and is taken back.
import type { RowLink } from '#look'

/** `at`: the part of the home; `id`: the version that stands. */
export const putRight = (at: string, id: string): readonly RowLink[] => [
  { to: `/homes/${at}/${id}/correct`, does: 'Put right or go on' },
  { to: `/homes/rows/${id}/retract`, does: 'Take back' },
]
