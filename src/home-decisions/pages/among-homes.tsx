// The homes of a child to choose from, the latest first: of what kind and since when, and no address.
import { formatDay } from '#calendar'
import { homeWords } from '#child-frame'
import type { Asking } from '#database'
import type { Item } from '#forms'
import { placementsOf } from '#placements'

export const NO_HOME = 'No home is recorded. Record the home first, then what was decided about it.'

export async function amongHomes(asking: Asking, child: string): Promise<readonly Item[]> {
  const homes = (await placementsOf(asking, child)).toReversed()
  return homes.map(({ line, kind, since }) => ({ value: line, text: `${homeWords(kind)}, since ${formatDay(since)}` }))
}
