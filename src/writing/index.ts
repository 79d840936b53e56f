// Writing: what workers write of a child besides visits: notes, views and what followed from them, and the list of all of it.
import type { Form } from '#forms'
import { correctingNotes } from './pages/correct-note.tsx'
import { recordingNotes } from './pages/kinds-of-notes.tsx'

export const writingForms: readonly Form[] = [...recordingNotes, ...correctingNotes]
