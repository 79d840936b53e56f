// Where one row of a child's tab is put right and taken back.
import type { RowLink } from '#look'

/** `at`: the address below which a version is put right and taken back; `what`: which, where several stand in one row. */
export const putRight = (at: string, id: string, what = ''): readonly RowLink[] => [
  { to: `${at}/${id}/correct`, does: `Put right ${what}`.trim() },
  { to: `${at}/${id}/retract`, does: `Take back ${what}`.trim() },
]
