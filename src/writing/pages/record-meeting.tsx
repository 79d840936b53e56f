// Recording a meeting: a note of its kind, with how it was, its guests, the child's part, decisions and what happens next.
import type { FC } from 'hono/jsx'
import { mayDo, scopesOpen } from '#access'
import { recordAction, WHAT_NEXT_LABELS, WHAT_NEXT_ROWS, WhatNext } from '#actions'
import { formatDay, type IsoDay } from '#calendar'
import { homeWords } from '#child-frame'
import type { Asking } from '#database'
import { recordDecision, type TypedDecision } from '#decisions'
import type { Typed } from '#drafts'
import { type At, type Fault, type FieldsProps, type Form, makeForm, type Outcome, takeBackSent } from '#forms'
import { type MeetingOk, recordMeeting } from '#meetings'
import { episodesOf } from '#missing'
import { MEETING_KINDS, recordNote } from '#notes'
import { placementsOf } from '#placements'
import { recordView, THEIR_WORDS_LABELS, TheirOwnWords } from '#views'
import { About, ChildPartFields, Decisions, Guests, NextOne, WhenAndHow } from './meeting-fields.tsx'
import { aboutIn, DECISION_ROWS, decisionsIn, GUEST_ROWS, type MeetingGiven, meetingIn } from './meeting-form.ts'
import { Kind, Paragraphs, SourceAndTerms } from './note-fields.tsx'
import { decideNote, type NoteOk } from './note-form.ts'
import { noteGiven, PARAGRAPH_ROWS } from './record-note.tsx'

export const MEETING_LABELS = {
  ...{ kind: 'What kind of meeting', happened: 'When it was', began: 'What time', met_how: 'How you met' },
  ...{ met_place: 'Where', met_chair: 'Who chaired it', guest_who: 'Who', guest_name: 'Their name' },
  ...{ guest_part: 'Whether they came', child_part: 'The child’s part', child_part_words: 'How, or why not' },
  ...{ next_on: 'The next one', cameFrom: 'Where it comes from', terms: 'How it may be used' },
}
export const MEETING_ROWS = { ...PARAGRAPH_ROWS, guest_who: GUEST_ROWS } as const
const SHOWN = 6

/** Homes and times missing, the latest first: what a meeting is most often about. */
async function linesOf(asking: Asking, child: string): Promise<MeetingGiven['lines']> {
  const sees = await scopesOpen(asking, child, ['see', ['where', 'missing']])
  const homes = sees.has('where') ? (await placementsOf(asking, child)).toReversed() : []
  const episodes = sees.has('missing') ? (await episodesOf(asking, child)).toReversed() : []
  return [
    ...episodes.slice(0, SHOWN).map(({ line, since }) => {
      return { table: 'missing_episode', line, words: `The time they were gone, from ${formatDay(since)}` }
    }),
    ...homes.slice(0, SHOWN).map(({ line, kind, since }) => {
      return { table: 'placement', line, words: `${homeWords(kind)}, from ${formatDay(since)}` }
    }),
  ]
}

async function meetingGiven(asking: Asking, at: At): Promise<MeetingGiven | undefined> {
  const given = await noteGiven(asking, at, { kinds: MEETING_KINDS, event: true })
  if (given === undefined) return undefined
  const decides = await mayDo(asking, given.child, ['write', 'plan'])
  return { ...given, others: [], lines: await linesOf(asking, given.child), decides }
}

type Ok = NoteOk & MeetingOk & { readonly decisions: readonly TypedDecision[] }
function decide(
  typed: Typed,
  given: MeetingGiven,
  today: IsoDay,
): { readonly ok: Ok } | { readonly faults: readonly Fault[] } {
  const note = decideNote(typed, given, today)
  const meeting = meetingIn(typed, today)
  const { decisions, faults } = given.decides
    ? decisionsIn(typed, { me: given.me, today })
    : { decisions: [], faults: [] }
  if ('faults' in note || 'faults' in meeting || faults.length > 0)
    return { faults: [note, meeting, { faults }].flatMap((one) => ('faults' in one ? one.faults : [])) }
  const hangsOn = aboutIn(typed, given.lines)
  const children = note.ok.note.children.map((one) => ({ ...one, hangsOn }))
  return { ok: { ...note.ok, note: { ...note.ok.note, children }, ...meeting.ok, decisions } }
}

async function save(asking: Asking, { note, view, actions, meeting, guests, decisions }: Ok, at: At): Promise<Outcome> {
  const child = at.child ?? ''
  const { notes } = await recordNote(asking, note)
  const { id = '', line = '' } = notes[0] ?? {}
  await recordMeeting(asking, { child, note: line }, { meeting, guests })
  if (view !== undefined) await recordView(asking, child, view)
  const on = { table: 'note', line }
  for (const typed of decisions) {
    const taken = await recordDecision(asking, child, { typed: { ...typed, on }, today: at.today })
    // Decided before: only the right to write it can be missing, and then nothing of the meeting is stored.
    if ('refused' in taken) throw new Error('A decision of a meeting was refused.')
  }
  for (const action of actions) await recordAction(asking, child, { ...action, from: on })
  return { kind: 'saved', id }
}

const Fields: FC<FieldsProps<MeetingGiven>> = (of) => {
  const { name, story, plan, decides } = of.given
  return (
    <>
      <Kind {...of} />
      <About {...of} />
      <WhenAndHow {...of} />
      <Guests {...of} />
      <ChildPartFields {...of} />
      {story && <TheirOwnWords of={of} name={name} />}
      <Paragraphs of={of} label={`To ${name}: what was shared and talked about`} choose={false} />
      {decides && <Decisions {...of} />}
      {plan && <WhatNext of={of} name={name} />}
      <NextOne {...of} />
      <SourceAndTerms {...of} />
    </>
  )
}

export const meetingRecording: Form = makeForm<MeetingGiven, Ok>({
  name: 'meeting',
  path: '/children/:child/meetings/record',
  lock: { may: ['write', 'visits'], log: 'recorded a meeting' },
  here: '/children',
  words: {
    ...{ thing: 'a meeting', title: ({ name }) => `A meeting about ${name}`, button: 'Save meeting' },
    done: 'Meeting saved.',
    fields: {
      ...MEETING_LABELS,
      ...THEIR_WORDS_LABELS,
      ...WHAT_NEXT_LABELS,
      dec_what: 'What was decided',
      dec_why: 'Why',
    },
  },
  load: meetingGiven,
  start: () => ({ happened: ['today'] }),
  decide,
  save,
  leadsTo: ({ child }) => `/children/${child}/visits`,
  elsewhere: { unlessSees: 'visits', to: ({ child }) => `/children/${child}/tonight` },
  undo: async (asking, id) => await takeBackSent(asking, { table: 'kith.note', id }),
  Fields,
  rows: { ...MEETING_ROWS, ...WHAT_NEXT_ROWS, dec_what: DECISION_ROWS },
})
