// What is said where a note, a paragraph or a key event cannot be taken.
import { formatDay, type IsoDay } from '#calendar'
import { type WhoMayKnowRefusal, whoMayKnowRefusalWords } from '#people'
import type { KeyEventRefusal } from './key-event.ts'
import type { NoteRefusal } from './record-note.ts'

type Refusal = NoteRefusal | KeyEventRefusal
const know = (refusal: WhoMayKnowRefusal) => () => whoMayKnowRefusalWords(refusal)

const WORDS: Readonly<Record<Refusal, (today: IsoDay) => string>> = {
  'kind unknown': () => 'Say what this is: a call, a meeting, family time, good news, …',
  'happened no day': () => 'Write the day on which it happened, for example 2026-11-23.',
  'happened after today': (today) => `It cannot have happened after today, ${formatDay(today)}.`,
  'began no moment': () => 'Write the time with its day, or leave it empty.',
  'began on another day': () => 'The time lies on another day than the one given.',
  'began ahead': () => 'That time lies ahead.',
  'present unknown': () => 'Choose who was there from the list. Write names beside it.',
  'source unknown': () => 'Say where this came from.',
  'terms unknown': () => 'Say how this may be used.',
  'no child': () => 'Choose the child whom this is about.',
  'child twice': () => 'The same child is named twice.',
  'nothing about a child': () => 'Each child chosen needs a paragraph about them.',
  'paragraph empty': () => 'A paragraph is empty. Write it, or take it away.',
  'about whom unknown': () => 'Say whom each paragraph is about.',
  'paragraph on no record': () => 'Choose whose record each paragraph stands on.',
  'paragraph on another record': () => 'A paragraph names a child who is not part of this note.',
  'private text on two records': () => 'Text that few may know stands on one record. Write it for each child apart.',
  'about a child with a record here': () => 'A paragraph about one of these children stands on their own record only.',
  'key event no day': () => 'Write the day of the event, for example 2026-11-23.',
  'key event after today': (today) => `A key event cannot lie after today, ${formatDay(today)}.`,
  'kept for what unknown': () => 'Say what it is kept for: the story, the chronology, or both.',
  'what happened missing': () => 'Say in a sentence what happened.',
  'why it matters missing': () => 'Say why this matters for the child.',
  'marked already': () => 'This is marked as a key event already.',
  'relation unknown': know('relation unknown'),
  'nobody may know': know('nobody may know'),
  'reason of the audience missing': know('reason of the audience missing'),
}
export const noteRefusalWords = (refusal: Refusal, today: IsoDay): string => WORDS[refusal](today)
