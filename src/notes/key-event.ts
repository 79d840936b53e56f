// Key events: a mark upon a line of the record, for the child's story and for the chronology, with the reason in words.
import { happenedDay, type IsoDay } from '#calendar'
import { mayKnow, NOT_RELEASED, type TypedWhoMayKnow, type WhoMayKnow, type WhoMayKnowRefusal } from '#people'
import type { Line } from './note.ts'
import type { Decided } from './record-note.ts'

export const KEPT_FOR = ['story and chronology', 'story', 'chronology'] as const
export type KeptFor = (typeof KEPT_FOR)[number]
export type KeyEventRefusal =
  | 'key event no day'
  | 'key event after today'
  | 'kept for what unknown'
  | 'what happened missing'
  | 'why it matters missing'
  | 'marked already'
  | WhoMayKnowRefusal
/** `what`: the event in a sentence that its readers may read; the line that it marks stays with its own readers. */
export type TypedKeyEvent = {
  readonly happened: string
  readonly keptFor: string
  readonly what: string
  readonly why: string
  readonly whoMayKnow: TypedWhoMayKnow | null
}
export type NewKeyEvent = {
  readonly happened: IsoDay
  readonly keptFor: KeptFor
  readonly what: string
  readonly why: string
  readonly whoMayKnow: WhoMayKnow
}

/** `marked`: lines that are key events already. */
export function mayMarkKeyEvent(
  typed: TypedKeyEvent,
  { on, marked, today }: { readonly on: Line; readonly marked: readonly Line[]; readonly today: IsoDay },
): Decided<NewKeyEvent, KeyEventRefusal> {
  const happened = happenedDay(typed.happened, today)
  const keptFor = KEPT_FOR.find((one) => one === typed.keptFor)
  const may = typed.whoMayKnow === null ? { ok: NOT_RELEASED } : mayKnow(typed.whoMayKnow)
  const refused: KeyEventRefusal[] = []
  if ('fault' in happened) refused.push(happened.fault === 'no day' ? 'key event no day' : 'key event after today')
  if (keptFor === undefined) refused.push('kept for what unknown')
  if (typed.what.trim() === '') refused.push('what happened missing')
  if (typed.why.trim() === '') refused.push('why it matters missing')
  if (marked.some(({ line }) => line === on.line)) refused.push('marked already')
  if ('refused' in may) refused.push(...may.refused)
  if ('fault' in happened || keptFor === undefined || 'refused' in may || refused.length > 0) return { refused }
  const { what, why } = typed
  return { ok: { happened: happened.day, keptFor, what: what.trim(), why: why.trim(), whoMayKnow: may.ok } }
}
