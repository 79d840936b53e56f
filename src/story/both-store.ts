// The story of a child with two records that were joined, for a reader who sees both: what is read of the earlier one, and its words.
import { earlierFrameOf, type Frame } from '#child-frame'
import type { Asking } from '#database'
import type { Visit } from '#web'
import { linesIn, rowsOfBoth, workersBefore } from './both.ts'
import type { NoteRow, Said, StoryRows } from './rows.ts'
import { storyRows, wordsShown } from './story-store.ts'

/** The earlier record of a child with two: what of the story stands there. */
export type Earlier = { readonly frame: Frame; readonly lines: ReadonlySet<string> }
type Told = { readonly rows: StoryRows; readonly workers: Frame['workers']; readonly earlier: Earlier | undefined }

/** One statement more is asked only for a child who has an earlier record that the reader sees. */
export async function toldOf(
  asking: Asking,
  frame: Frame,
  { joined, today }: Pick<Visit, 'joined' | 'today'>,
): Promise<Told> {
  const rows = await storyRows(asking, frame, today)
  const log = 'read the story with that of the record that goes on'
  const before = joined && (await earlierFrameOf(asking, joined, { today, part: 'story', log }))
  if (before === undefined) return { rows, workers: frame.workers, earlier: undefined }
  const older = await storyRows(asking, before, today)
  const workers = workersBefore(before.workers, older)
  return {
    rows: rowsOfBoth(rows, older),
    workers: [...workers, ...frame.workers],
    earlier: { frame: before, lines: linesIn(older, workers) },
  }
}

type ToOpen = {
  readonly own: readonly Said[]
  readonly notes: readonly NoteRow[]
  readonly earlier: Earlier | undefined
}
export async function wordsOfBoth(asking: Asking, child: string, { own, notes, earlier }: ToOpen) {
  if (earlier === undefined) return await wordsShown({ asking, child }, { own, notes })
  const { frame, lines } = earlier
  const there = notes.filter(({ line }) => lines.has(line))
  const here = notes.filter(({ line }) => !lines.has(line))
  const words = await wordsShown({ asking, child }, { own, notes: here })
  return new Map([...words, ...(await wordsShown({ asking, child: frame.id }, { own: [], notes: there }))])
}
