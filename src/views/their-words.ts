// The child's own words beside an event, as any form asks them: heard by those of whom the child was told, and by nobody else.
import { dayTyped, type IsoDay } from '#calendar'
import type { Typed } from '#drafts'
import { type Hearers, mayRecordView, type NewView, type ViewRefusal } from './record-view.ts'
import { viewRefusalWords } from './refusal-words.ts'
import { TOLD, type ViewAbout } from './view.ts'

export const THEIR_WORDS_LABELS = {
  theirWords: 'Their own words',
  how: 'How they said it',
  about: 'What about',
} as const

const FIELD_OF: Readonly<Partial<Record<ViewRefusal, string>>> = {
  'how unknown': 'how',
  'about what unknown': 'about',
  'their words missing': 'theirWords',
}

export type TheirWords = {
  readonly faults: readonly { readonly field: string; readonly says: string }[]
  /** undefined: nothing was written down. */
  readonly view: (NewView & { readonly hearers: Hearers }) | undefined
}
/** Said on the day of the event, which is checked beside it. `unless`: what it is about where nothing is chosen. */
export function theirWordsOf(
  typed: Typed,
  { toldTo, unless = 'other', today }: { readonly toldTo: string; readonly unless?: ViewAbout; readonly today: IsoDay },
): TheirWords {
  const words = typed.words('theirWords')
  if (words === '') return { faults: [], view: undefined }
  const happened = dayTyped(typed.one('happened'), today, 'back')
  const [how, about] = [typed.one('how') || 'said', typed.one('about') || unless]
  const said = { whose: 'child', person: null, happened, how, toldTo, about, words }
  const may = mayRecordView(said, { relations: [...TOLD], mustNotKnow: [], letKnow: [], letKnowPeople: [] }, today)
  if ('ok' in may) return { faults: [], view: may.ok }
  const faults = may.refused.flatMap((one) => {
    const field = FIELD_OF[one]
    return field === undefined ? [] : [{ field, says: viewRefusalWords(one, today) }]
  })
  return { faults, view: undefined }
}
