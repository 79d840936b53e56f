// The SQL of key events: marks upon lines of the record, by whom and why.
import {
  type Asking,
  correct,
  currentOf,
  firstHands,
  type Hand,
  lockChildren,
  readParts,
  recordFirst,
  retract,
  type Superseded,
  type Written,
  writeParts,
} from '#database'
import { audienceColumns } from '#people'
import { type KeyEventRefusal, mayMarkKeyEvent, type NewKeyEvent, type TypedKeyEvent } from './key-event.ts'
import type { Line } from './note.ts'
import type { Decided } from './record-note.ts'

const columnsOf = ({ happened, keptFor, whoMayKnow }: NewKeyEvent) => ({
  ...{ happened, kept_for: keptFor },
  ...audienceColumns(whoMayKnow),
})

export type StandingKeyEvent = {
  readonly id: string
  readonly line: string
  readonly on: Line
  readonly happened: string
  readonly keptFor: string
  /** undefined: taken out of sight. */
  readonly said: { readonly what: string; readonly why: string } | undefined
  readonly audience: readonly string[] | null
  readonly marked: Hand
}

/** In the order in which they happened. */
export async function keyEventsOf(asking: Asking, child: string): Promise<readonly StandingKeyEvent[]> {
  const events = await currentOf(asking, 'kith.key_event', child)
  const hands = await firstHands(asking, 'kith.key_event', events)
  return events
    .map(({ id, line, on_table: table, on_line, happened, kept_for: keptFor, words, audience, ...version }) => ({
      ...{ id, line, on: { table, line: on_line }, happened, keptFor, audience },
      said: readParts(words, ['what', 'why']),
      marked: hands.get(line) ?? { by: version.recorded_by, at: version.recorded },
    }))
    .sort((a, b) => (a.happened < b.happened ? -1 : 1))
}

/** Decided from what is marked while nobody else writes about this child. */
export async function markKeyEvent(
  asking: Asking,
  { child, on }: { readonly child: string; readonly on: Line },
  { typed, today }: { readonly typed: TypedKeyEvent; readonly today: NewKeyEvent['happened'] },
): Promise<Decided<Written, KeyEventRefusal>> {
  await lockChildren(asking, [child])
  const marked = (await keyEventsOf(asking, child)).map((event) => event.on)
  const may = mayMarkKeyEvent(typed, { on, marked, today })
  if ('refused' in may) return may
  const columns = { ...columnsOf(may.ok), on_table: on.table, on_line: on.line }
  const words = writeParts({ what: may.ok.what, why: may.ok.why })
  return { ok: await recordFirst(asking, 'kith.key_event', { child, columns, words }) }
}

export async function correctKeyEvent(
  asking: Asking,
  id: string,
  event: NewKeyEvent,
): Promise<Superseded<'kith.key_event'>> {
  const words = writeParts({ what: event.what, why: event.why })
  return await correct(asking, 'kith.key_event', { id, columns: columnsOf(event), words })
}

/** It should not have been marked. What it marks stands. */
export async function unmarkKeyEvent(
  asking: Asking,
  id: string,
  reason: string,
): Promise<Superseded<'kith.key_event'>> {
  return await retract(asking, 'kith.key_event', { id, reason })
}
