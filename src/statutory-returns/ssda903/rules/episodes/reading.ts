// What rules ask of an episode again and again: whether it is open, respite, or the end of being looked after.
import type { EpisodeRows } from '../../year-tables.ts'

type Ends = Pick<EpisodeRows, 'written'>
type Status = Pick<EpisodeRows, 'LS'>
type Reason = Pick<EpisodeRows, 'REC'>

/** No end is written; one that is written and no real date does not make an episode open. */
export const isOpen = (episodes: Ends, row: number): boolean => row >= 0 && episodes.written.DEC(row) === null

/** Short breaks, for which much of the return is not asked. */
export const isRespite = (episodes: Status, row: number): boolean => {
  const status = episodes.LS(row)
  return status === 'V3' || status === 'V4'
}

/** The child ceased to be looked after with this episode: any reason but "a new episode begins". */
export const endsCare = (episodes: Reason, row: number): boolean => {
  const reason = episodes.REC(row)
  return reason !== null && reason !== 'X1'
}
