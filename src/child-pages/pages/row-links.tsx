// Where one row of a child's tab is put right and taken back.
import type { RowLink } from '#look'

/** `at`: the address below which a version is put right and taken back. */
export const putRight = (at: string, id: string): readonly RowLink[] => [
  { to: `${at}/${id}/correct`, does: 'Put right' },
  { to: `${at}/${id}/retract`, does: 'Take back' },
]
