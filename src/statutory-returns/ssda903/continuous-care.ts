// Which children were looked after continuously for the twelve months of a collection: the cohort of table OC2.
import type { Day, EpisodeRows } from '#return-files'

type Care = Pick<EpisodeRows, 'count' | 'childOf' | 'DECOM' | 'DEC' | 'LS' | 'RNE' | 'REC'>

/** The numbers of the children who have an episode in the year, none of it respite, and did not start or leave in it. */
export function continuouslyLookedAfter(episodes: Care, start: Day, end: Day): ReadonlySet<number> {
  const inYear = new Set<number>()
  const broken = new Set<number>()
  for (let row = 0; row < episodes.count; row += 1) {
    const child = episodes.childOf(row)
    const began = episodes.DECOM.at(row)
    const ended = episodes.DEC.at(row)
    const runs = began <= end && !(ended < start)
    if (runs) inYear.add(child)
    const status = episodes.LS.at(row)
    const respite = runs && (status === 'V3' || status === 'V4')
    const started = episodes.RNE.at(row) === 'S' && began > start && began <= end
    const left = episodes.REC.at(row) !== 'X1' && ended >= start && ended < end
    if (respite || started || left) broken.add(child)
  }
  return inYear.difference(broken)
}
