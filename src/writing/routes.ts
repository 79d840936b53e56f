// The routes of writing: the list of visits and notes, one of them, and what was said with what changed because of it.
import type { Form } from '#forms'
import { type Route, route } from '#web'
import { answerForms } from './pages/answer-view.tsx'
import { meetingCorrection } from './pages/correct-meeting.tsx'
import { correctingNotes } from './pages/correct-note.tsx'
import { recordingNotes } from './pages/kinds-of-notes.tsx'
import { reasonForms } from './pages/not-alone.tsx'
import { meetingAheadForms } from './pages/plan-meeting.tsx'
import { meetingRecordings } from './pages/record-meeting.tsx'
import { viewForms } from './pages/record-view.tsx'
import { showEntries } from './pages/show-entries.tsx'
import { type AttachedTo, showEntry } from './pages/show-entry.tsx'
import { showViews } from './pages/show-views.tsx'

/** Besides those of visits. */
export const writingForms: readonly Form[] = [
  ...[...recordingNotes, ...correctingNotes],
  ...[...meetingRecordings, ...meetingAheadForms, meetingCorrection, ...reasonForms],
  ...[...viewForms, ...answerForms],
]

export type WritingDeps = {
  /** The drawings, photographs and documents that hang on a line; none where documents are not kept. */
  readonly attachedTo?: AttachedTo
}

export function writingRoutes({ attachedTo = async () => [] }: WritingDeps = {}): readonly Route[] {
  return [
    route('GET', '/children/:child/visits', { may: ['see', 'visits'], log: 'read visits and notes' }, showEntries),
    // What of it they may read, the record itself says: visits and story are two parts, and a paragraph has its own readers.
    route(
      'GET',
      '/children/:child/notes/:line{[0-9a-f-]+}',
      { may: ['see', 'header'], log: 'read a visit or note' },
      showEntry(attachedTo),
    ),
    route('GET', '/children/:child/views', { may: ['see', 'story'], log: 'read what was said' }, showViews),
  ]
}
