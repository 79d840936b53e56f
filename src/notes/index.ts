// Notes: what happened and was written, each paragraph on the record of the child it is about; key events marked upon them.
export {
  KEPT_FOR,
  type KeptFor,
  type KeyEventRefusal,
  mayMarkKeyEvent,
  type NewKeyEvent,
  type TypedKeyEvent,
} from './key-event.ts'
export {
  correctKeyEvent,
  keyEventsOf,
  markKeyEvent,
  type StandingKeyEvent,
  unmarkKeyEvent,
} from './key-event-store.ts'
export {
  ABOUT_WHOM,
  type AboutWhom,
  CAME_FROM,
  type CameFrom,
  isLeftOutOfCopies,
  isMeeting,
  isNoteKind,
  isPresent,
  type Line,
  MEETING_KINDS,
  NOTE_KINDS,
  type NoteKind,
  type NotePart,
  PRESENT,
  type Present,
  TERMS,
  type Terms,
} from './note.ts'
export { WordsToRead } from './pages/words-to-read.tsx'
export {
  mayRecordHeader,
  mayRecordNote,
  mayWriteParagraph,
  type NewHeader,
  type NewNote,
  type NewParagraph,
  type NoteRefusal,
  type TypedHeader,
  type TypedNote,
  type TypedParagraph,
  usualAudience,
} from './record-note.ts'
export { noteRefusalWords } from './refusal-words.ts'
export {
  addParagraph,
  changeWhoMayKnow,
  correctNote,
  correctParagraph,
  type Heard,
  type NoteVersions,
  noteHistory,
  notesOf,
  notesOfEvent,
  notesOn,
  recordNote,
  retractNote,
  retractParagraph,
  type StandingNote,
  type StandingParagraph,
  type Which,
} from './store.ts'
