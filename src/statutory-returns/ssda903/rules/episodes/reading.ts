// What rules ask of an episode again and again: whether it is open, respite, the end of care, or the latest.
import { type Days, type EpisodeRows, isDay, type Texts } from '#return-files'

type Ends = Pick<EpisodeRows, 'written'>
type Status = Pick<EpisodeRows, 'LS'>
type Reason = Pick<EpisodeRows, 'REC'>

/** No end is written; one that is written and no real date does not make an episode open. */
export const isOpen = (episodes: Ends, row: number): boolean => row >= 0 && episodes.written.DEC.at(row) === null

/** Short breaks, for which much of the return is not asked. */
export const isRespite = (episodes: Status, row: number): boolean => {
  const status = episodes.LS.at(row)
  return status === 'V3' || status === 'V4'
}

/** The child ceased to be looked after with this episode: any reason but "a new episode begins". */
export const endsCare = (episodes: Reason, row: number): boolean => {
  const reason = episodes.REC.at(row)
  return reason !== null && reason !== 'X1'
}

type Tie = (one: number, other: number) => number

/** The last of rows in order; of several that begin on its day, the first by `tie`. Those without a day come last. */
export function latestOf(
  inOrder: readonly number[],
  begins: Days,
  tie: Tie = (one, other) => one - other,
): readonly number[] {
  const last = inOrder.at(-1)
  if (last === undefined) return []
  // Nothing says which of several rows without a day is the last, so none of them counts as followed.
  if (!isDay(begins.at(last))) return inOrder.filter((row) => !isDay(begins.at(row)))
  return inOrder
    .filter((row) => begins.at(row) === begins.at(last))
    .sort(tie)
    .slice(0, 1)
}

/** Orders rows by what is written in some columns. */
export const byText =
  (...columns: readonly Texts[]): Tie =>
  (one, other) => {
    for (const column of columns) {
      const [mine, theirs] = [column.at(one) ?? '', column.at(other) ?? '']
      if (mine !== theirs) return mine < theirs ? -1 : 1
    }
    return one - other
  }
