// The chronology of a child as one reader may have it.
import type { IsoDay } from '#calendar'
import { type Frame, frameOf } from '#child-frame'
import type { Asking } from '#database'
import { type Chronology, chronologyOf, termsIn } from './chronology.ts'
import { documentTerms, storyRows } from './story-store.ts'

export type ChronologyRead = { readonly frame: Frame; readonly chronology: Chronology }

/** undefined: no such child, or none whom the reader may see. */
export async function chronologyRead(
  asking: Asking,
  child: string,
  today: IsoDay,
): Promise<ChronologyRead | undefined> {
  const frame = await frameOf(asking, child, today)
  if (frame === undefined) return undefined
  const rows = await storyRows(asking, frame, today)
  const documents = frame.sees.has('documents') ? await documentTerms({ asking, child }) : new Map<string, string>()
  return { frame, chronology: chronologyOf(rows, termsIn(rows.notes, documents)) }
}
