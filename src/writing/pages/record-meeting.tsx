// Recording a meeting: a note of its kind, with how it was, its guests, the child's part, decisions and what happens next.
import type { FC } from 'hono/jsx'
import { mayDo, scopesOpen } from '#access'
import { recordAction, WHAT_NEXT_LABELS, WHAT_NEXT_ROWS, WhatNext } from '#actions'
import { dayWords, formatDay, type IsoDay, parseInstant, timeInLondon } from '#calendar'
import { homeWords } from '#child-frame'
import type { Asking } from '#database'
import { recordDecision, type TypedDecision } from '#decisions'
import type { Typed } from '#drafts'
import { type At, type Fault, type FieldsProps, type Form, makeForm, type Outcome, takeBackSent } from '#forms'
import {
  gatheringOf,
  heldAsNotes,
  invitedTo,
  liesAheadFor,
  meetingsAhead,
  plannedWords,
  recordMeeting,
} from '#meetings'
import { episodesOf } from '#missing'
import { MEETING_KINDS, recordNote } from '#notes'
import { placementsOf } from '#placements'
import { recordView, THEIR_WORDS_LABELS, TheirOwnWords } from '#views'
import { About, ChildPartFields, Decisions, Guests, NextOne, PartsOfOthers, WhenAndHow } from './meeting-fields.tsx'
import {
  aboutIn,
  DECISION_ROWS,
  decisionsIn,
  GUEST_ROWS,
  guestsOfNobody,
  type HeldFor,
  type MeetingGiven,
  meetingIn,
  meetingsOfOthers,
  OTHER_ROWS,
} from './meeting-form.ts'
import { Kind, Paragraphs, SourceAndTerms, With } from './note-fields.tsx'
import { decideNote, type NoteOk } from './note-form.ts'
import { noteGiven, PARAGRAPH_ROWS } from './record-note.tsx'

export const MEETING_LABELS = {
  ...{ kind: 'What kind of meeting', happened: 'When it was', began: 'What time', met_how: 'How you met' },
  ...{ met_place: 'Where', met_chair: 'Who chaired it', guest_who: 'Who', guest_name: 'Their name' },
  ...{ guest_part: 'Whether they came', child_part: 'The child’s part', child_part_words: 'How, or why not' },
  ...{ guest_for: 'On whose record', with: 'Also about', other_child: 'Whose part' },
  ...{ other_part: 'Their part', other_part_words: 'How, or why not' },
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
  return { ...given, lines: await linesOf(asking, given.child), decides }
}

type Ok = NoteOk & { readonly held: readonly HeldFor[]; readonly decisions: readonly TypedDecision[] }
function decide(
  typed: Typed,
  given: MeetingGiven,
  today: IsoDay,
): { readonly ok: Ok } | { readonly faults: readonly Fault[] } {
  const note = decideNote(typed, given, today)
  const meeting = meetingIn(typed, today, given.child)
  const chosen = given.others.filter(({ child }) => typed.all('with').includes(child))
  const others = meetingsOfOthers(typed, today, chosen)
  const lost = guestsOfNobody(typed, [given.child, ...chosen.map(({ child }) => child)])
  const { decisions, faults } = given.decides
    ? decisionsIn(typed, { me: given.me, today })
    : { decisions: [], faults: [] }
  if ('faults' in note || 'faults' in meeting || faults.length + others.faults.length + lost.length > 0)
    return {
      faults: [note, meeting, others, { faults: [...lost, ...faults] }].flatMap((one) =>
        'faults' in one ? one.faults : [],
      ),
    }
  const hangsOn = aboutIn(typed, given.lines)
  const children = note.ok.note.children.map((one) => (one.child === given.child ? { ...one, hangsOn } : one))
  const held = [{ child: given.child, ...meeting.ok }, ...others.held]
  return { ok: { ...note.ok, note: { ...note.ok.note, children }, held, decisions } }
}

const NO_LONGER_AHEAD =
  'Somebody has recorded or cancelled this meeting since you opened it. Look at the visits and notes of each child.'
type Context = At & { readonly given: MeetingGiven }
async function save(asking: Asking, { note, view, actions, held, decisions }: Ok, at: Context): Promise<Outcome> {
  const child = at.child ?? ''
  const { planned } = at.given
  const about = note.children.map((one) => one.child)
  if (planned !== undefined && !(await liesAheadFor(asking, planned.gathering, about)))
    return { kind: 'refused', faults: [{ field: '', says: NO_LONGER_AHEAD }] }
  const { notes } = await recordNote(asking, note)
  const lines = new Map(note.children.map((one, index) => [one.child, notes[index]?.line ?? '']))
  for (const { child: of, ...meeting } of held)
    await recordMeeting(asking, { child: of, note: lines.get(of) ?? '' }, meeting)
  if (planned !== undefined) await heldAsNotes(asking, planned.gathering, lines)
  const { id = '', line = '' } = notes[0] ?? {}
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
      <With {...of} />
      <PartsOfOthers {...of} />
      {story && <TheirOwnWords of={of} name={name} />}
      <Paragraphs of={of} label={`To ${name}: what was shared and talked about`} choose />
      {decides && <Decisions {...of} />}
      {plan && <WhatNext of={of} name={name} />}
      <NextOne {...of} />
      <SourceAndTerms {...of} />
    </>
  )
}

/** Of a meeting that was set: its day, place and those who were asked stand there already. */
async function plannedGiven(asking: Asking, at: At): Promise<MeetingGiven | undefined> {
  const given = await meetingGiven(asking, at)
  const ahead = given === undefined ? [] : await meetingsAhead(asking, given.child)
  const mine = ahead.find(({ meeting }) => meeting.id === at.about)
  if (given === undefined || mine === undefined) return undefined
  const { meeting } = mine
  const together = await gatheringOf(asking, meeting.gathering)
  const others = given.others.filter(({ child }) => together.some((one) => one.child === child && one.writes))
  const theirs = together.filter(({ child }) => others.some((one) => one.child === child))
  // Whoever was asked for one child stands on that child's record, and on no other unless the writer says so.
  const invited = [...mine.invited, ...(await invitedTo(asking, theirs))]
  const { place, chair } = plannedWords(meeting.words)
  const moment = meeting.begins === null ? undefined : parseInstant(meeting.begins)
  const values = {
    ...{ kind: [meeting.kind], happened: meeting.meets > at.today ? [] : [dayWords(meeting.meets)] },
    ...{ began: moment === undefined ? [] : [timeInLondon(moment)], met_how: [meeting.how] },
    ...{ met_place: [place], met_chair: [chair], with: others.map(({ child }) => child) },
    ...{ guest_who: invited.map(({ who }) => who), guest_name: invited.map(({ words }) => words ?? '') },
    ...{ guest_part: invited.map(({ answer }) => PART_OF[answer] ?? ''), guest_for: invited.map(({ child }) => child) },
    other_child: others.map(({ child }) => child),
  }
  return { ...given, others, planned: { gathering: meeting.gathering, values } }
}
/** Who could not come did not; of the others the writer says it. */
const PART_OF: Readonly<Record<string, string>> = {
  'cannot come': 'did not come',
  'will send a report': 'sent a report',
}

const definition = {
  lock: { may: ['write', 'visits'], log: 'recorded a meeting' },
  here: '/children',
  words: {
    ...{ thing: 'a meeting', title: ({ name }: MeetingGiven) => `A meeting about ${name}`, button: 'Save meeting' },
    done: 'Meeting saved.',
    fields: {
      ...MEETING_LABELS,
      ...THEIR_WORDS_LABELS,
      ...WHAT_NEXT_LABELS,
      dec_what: 'What was decided',
      dec_why: 'Why',
    },
  },
  start: ({ planned }: MeetingGiven) => planned?.values ?? { happened: ['today'] },
  decide,
  save,
  leadsTo: ({ child }: Pick<At, 'child'>) => `/children/${child}/visits`,
  elsewhere: { unlessSees: 'visits', to: ({ child }: Pick<At, 'child'>) => `/children/${child}/tonight` },
  Fields,
  rows: { ...MEETING_ROWS, ...WHAT_NEXT_ROWS, dec_what: DECISION_ROWS, other_child: OTHER_ROWS },
} as const

export const meetingRecordings: readonly Form[] = [
  makeForm<MeetingGiven, Ok>({
    ...definition,
    ...{ name: 'meeting', path: '/children/:child/meetings/record', load: meetingGiven },
    undo: async (asking, id) => await takeBackSent(asking, { table: 'kith.note', id }),
  }),
  // Not taken back in one press: the meeting that was set would go with it.
  makeForm<MeetingGiven, Ok>({
    ...definition,
    ...{ name: 'meeting-held', path: '/children/:child/meetings/ahead/:about/held', load: plannedGiven },
  }),
]
