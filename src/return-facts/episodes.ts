// The episodes of one child in the order in which they are taken: of an overlap the later is refused; this year is believed first.
import type { DayNumber } from '#calendar'
import { isLegalStatusCode, isPlaceCode, type LegalStatusCode, type PlaceCode } from '#placements'
import { type Options, readerOf } from './cells.ts'
import type { Refusal } from './facts.ts'
import { byCells, type ReturnRow, sameCells, text } from './rows.ts'

/** S starts care; L changes the status, P the carers, T the place with the same carers; B and U two of these. */
const NEW_EPISODE = ['S', 'L', 'P', 'T', 'B', 'U'] as const
export type NewEpisode = (typeof NEW_EPISODE)[number]
const newEpisodeOf = (code: string | null) => NEW_EPISODE.find((known) => known === code)

export type Episode = {
  readonly row: ReturnRow
  readonly year: number
  readonly begins: DayNumber
  /** The day on which it no longer holds; undefined: it goes on. */
  readonly ends: DayNumber | undefined
  readonly because: NewEpisode
  readonly status: LegalStatusCode
  readonly place: PlaceCode
  /** The reason for its end; X1: the next begins the same day. */
  readonly ended: string | null
}
export type Accepted = { readonly episodes: readonly Episode[]; readonly refusals: readonly Refusal[] }

type ReadEpisode = { readonly episode: Episode | undefined; readonly refusals: readonly Refusal[] }

/** One row as an episode, or why it is none. */
function readEpisode(row: ReturnRow, options: Options): ReadEpisode {
  const reader = readerOf(row, options)
  const begins = reader.neededDay('DECOM')
  const ends = reader.day('DEC')
  const [because, status, place] = [newEpisodeOf(text(row, 'RNE')), text(row, 'LS'), text(row, 'PLACE')]
  const ended = text(row, 'REC')
  if (because === undefined) reader.refuse('RNE', text(row, 'RNE') === null ? 'blank' : 'not-a-code')
  if (status === null || !isLegalStatusCode(status)) reader.refuse('LS', status === null ? 'blank' : 'not-a-code')
  if (place === null || !isPlaceCode(place)) reader.refuse('PLACE', place === null ? 'blank' : 'not-a-code')
  if (ended !== null && text(row, 'DEC') === null) reader.refuse('DEC', 'end-day-missing')
  if (begins !== undefined && ends !== undefined && ends < begins) reader.refuse('DEC', 'ends-before-it-begins')
  const { refusals } = reader
  if (reader.refused() || begins === undefined || because === undefined) return { episode: undefined, refusals }
  if (status === null || !isLegalStatusCode(status)) return { episode: undefined, refusals }
  if (place === null || !isPlaceCode(place)) return { episode: undefined, refusals }
  return { episode: { row, year: row.year, begins, ends, because, status, place, ended }, refusals }
}

const endOf = ({ ends }: Episode): number => ends ?? Number.POSITIVE_INFINITY
const inOrder = (a: Episode, b: Episode): number =>
  a.begins - b.begins || Math.sign(endOf(a) - endOf(b) || 0) || byCells(a.row, b.row)
const overlap = (a: Episode, b: Episode): boolean =>
  (a.begins < endOf(b) && b.begins < endOf(a)) || (a.begins === b.begins && endOf(a) === endOf(b))

function takeInOrder(episodes: readonly Episode[]): Accepted {
  const taken: Episode[] = []
  const refusals: Refusal[] = []
  for (const episode of episodes.toSorted(inOrder)) {
    const other = taken.find((one) => overlap(one, episode))
    if (other === undefined) taken.push(episode)
    else {
      const reason = sameCells(other.row, episode.row) ? 'said-twice' : 'overlaps'
      refusals.push({ row: episode.row, column: 'DECOM', reason, taken: 'not' })
    }
  }
  return { episodes: taken, refusals }
}

/** Last year's episodes beside this year's: what both speak of is this year's; what was still open ends where this year goes on. */
function besideThisYear(lastYear: readonly Episode[], thisYear: readonly Episode[]): Accepted {
  const taken: Episode[] = []
  const refusals: Refusal[] = []
  for (const episode of lastYear) {
    if (thisYear.some(({ begins }) => begins === episode.begins)) continue
    const next = thisYear.find((one) => overlap(one, episode))
    if (next === undefined) taken.push(episode)
    else if (episode.ends === undefined && episode.begins < next.begins)
      taken.push({ ...episode, ends: next.begins, ended: 'X1' })
    else refusals.push({ row: episode.row, column: 'DECOM', reason: 'this-year-says-otherwise', taken: 'not' })
  }
  return { episodes: taken, refusals }
}

/** The episodes of both years that can stand together, in order. */
export function acceptEpisodes(rows: readonly ReturnRow[], year: number, options: Options): Accepted {
  const read = rows.map((row) => readEpisode(row, options))
  const episodes = read.flatMap(({ episode }) => (episode === undefined ? [] : [episode]))
  const now = takeInOrder(episodes.filter((episode) => episode.year === year))
  const before = takeInOrder(episodes.filter((episode) => episode.year !== year))
  const beside = besideThisYear(before.episodes, now.episodes)
  return {
    episodes: [...beside.episodes, ...now.episodes].sort(inOrder),
    refusals: [...read.flatMap(({ refusals }) => refusals), ...now.refusals, ...before.refusals, ...beside.refusals],
  }
}
