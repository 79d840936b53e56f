// Correcting a meeting: its note, paragraph by paragraph, and with it how it was and who came. What was decided there is corrected apart.
import type { FC } from 'hono/jsx'
import type { Typed } from '#drafts'
import { type Fault, type FieldsProps, makeCorrection } from '#forms'
import { correctMeeting, type MeetingOk, meetingHistory, meetingWords } from '#meetings'
import { isMeeting, isPresent, MEETING_KINDS, type NewHeader } from '#notes'
import {
  type CorrectedNote,
  correctedGiven,
  decideCorrection,
  type NoteCorrected,
  StandingParagraphs,
  storeCorrection,
} from './correct-note.tsx'
import { ChildPartFields, Guests, NextOne, WhenAndHow } from './meeting-fields.tsx'
import { guestsFrom, meetingAsTyped, meetingIn } from './meeting-form.ts'
import { Kind, SourceAndTerms } from './note-fields.tsx'
import { noteAsTyped, standingAt } from './note-versions.ts'
import { MEETING_LABELS, MEETING_ROWS } from './record-meeting.tsx'

/** As it stood at the version of the note that was read. */
type Given = NoteCorrected & {
  readonly beside: ReturnType<typeof meetingAsTyped>
  /** Who was there, as the note itself says it: one from before meetings had guests. The form does not ask it, so it stays. */
  readonly there: Pick<NewHeader, 'present' | 'presentNames'>
}
type Ok = CorrectedNote & MeetingOk

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <Kind {...of} />
    <WhenAndHow {...of} />
    <Guests {...of} />
    <ChildPartFields {...of} />
    <StandingParagraphs {...of} />
    <NextOne {...of} />
    <SourceAndTerms {...of} />
    <p class="govuk-hint">Decisions, actions, and what {of.given.name} said are corrected apart.</p>
  </>
)

const decideNote = decideCorrection('visits')
function decide(
  typed: Typed,
  given: Given,
  today: Parameters<typeof decideNote>[2],
): { readonly ok: Ok } | { readonly faults: readonly Fault[] } {
  const [note, meeting] = [decideNote(typed, given, today), meetingIn(typed, today)]
  if ('faults' in note || 'faults' in meeting)
    return { faults: [note, meeting].flatMap((one) => ('faults' in one ? one.faults : [])) }
  return { ok: { ...note.ok, ...meeting.ok } }
}

export const meetingCorrection = makeCorrection<Given, Ok, 'kith.note'>({
  name: 'meeting-correction',
  path: '/children/:child/meetings/:about/correct',
  lock: { may: ['write', 'visits'], log: 'corrected a meeting' },
  here: '/children',
  words: {
    thing: 'a correction of a meeting',
    title: ({ name }) => `Correct a meeting about ${name}`,
    button: 'Save correction',
    done: 'Meeting corrected. What stood before is in its history.',
    fields: MEETING_LABELS,
  },
  table: 'kith.note',
  given: async (asking, at, note) => {
    if (!isMeeting(note.kind)) return undefined
    const given = await correctedGiven(asking, at, { note, kinds: MEETING_KINDS, part: 'visits' })
    if (given === undefined) return undefined
    const { meeting, guests } = await meetingHistory(asking, { child: given.child, note: note.line })
    const [held] = standingAt([meeting], note.recorded)
    const came = standingAt(guests, note.recorded)
    const there = { present: note.present.filter(isPresent), presentNames: note.words ?? '' }
    const asked = held === undefined && came.length === 0 ? guestsFrom(there.present) : came
    return { ...given, there, beside: meetingAsTyped(held, meetingWords(held?.words), asked) }
  },
  asTyped: (note, { paragraphs, beside }) => ({ ...noteAsTyped(note, paragraphs), ...beside }),
  decide,
  correct: async (asking, ok, upon) => {
    const header = { ...ok.header, ...upon.given.there }
    const done = await storeCorrection(asking, { ...ok, header }, upon)
    if ('ok' in done) await correctMeeting(asking, { child: upon.given.child, note: done.ok.line }, ok)
    return done
  },
  leadsTo: ({ child }) => `/children/${child}/visits`,
  Fields,
  rows: MEETING_ROWS,
})
