// Two records of one child told as one story: their rows together, and which of them stand in the earlier record.
import type { FrameWorker } from '#child-frame'
import { entriesOf } from './entry.ts'
import type { StoryRows } from './rows.ts'

type List<Row> = readonly Row[] | undefined
const both = <Row>(one: List<Row>, other: List<Row>): List<Row> =>
  one === undefined || other === undefined ? (one ?? other) : [...one, ...other]
const inOrder = <Row extends { readonly since: string | null }>(rows: List<Row>): List<Row> =>
  rows?.toSorted((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1))

/** A part that is open in one of the two only holds what stands there. */
export const rowsOfBoth = (one: StoryRows, other: StoryRows): StoryRows => ({
  periods: inOrder(both(one.periods, other.periods)),
  orders: inOrder(both(one.orders, other.orders)),
  homes: inOrder(both(one.homes, other.homes)),
  schools: inOrder(both(one.schools, other.schools)),
  reviews: both(one.reviews, other.reviews),
  visits: both(one.visits, other.visits),
  notes: [...one.notes, ...other.notes],
  views: [...one.views, ...other.views],
  keys: [...one.keys, ...other.keys].sort((a, b) => (a.happened < b.happened ? -1 : 1)),
  episodes: both(one.episodes, other.episodes),
  health: both(one.health, other.health),
  times: inOrder(both(one.times, other.times)),
  disputes: both(one.disputes, other.disputes),
  decisions: both(one.decisions, other.decisions),
  complaints: both(one.complaints, other.complaints),
})

/** The entries of the earlier record, by the line under which each stands in the story of both. */
export const linesIn = (rows: StoryRows, workers: readonly FrameWorker[]): ReadonlySet<string> =>
  new Set(entriesOf(rows, workers).map(({ line }) => line))

/** Whoever worked with the closed record to its end did so until care ended there: nobody ended it by a form. */
export const workersBefore = (workers: readonly FrameWorker[], { periods = [] }: StoryRows): readonly FrameWorker[] =>
  workers.map((one) => ({ ...one, until: one.until ?? periods.at(-1)?.until ?? undefined }))

export const WRITTEN_EARLIER = 'Written in the earlier record'
