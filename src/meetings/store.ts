// The SQL of meetings: what stands beside a note of one, and its guests; written, put right and taken back with the note.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import {
  type Asking,
  correct,
  currentOf,
  historyOf,
  readParts,
  recordFirst,
  retract,
  type Version,
  writeParts,
} from '#database'
import type { Guest, MeetingOk, MeetingWords, NewMeeting } from './meeting.ts'

/** `note`: the line of its note. */
export type OfNote = { readonly child: string; readonly note: string }

const columnsOf = ({ how, childPart, next }: NewMeeting) => ({ how, child_part: childPart, next_on: next })
export const meetingWords = (words: string | undefined): MeetingWords => {
  const parts = readParts(words, ['place', 'chair', 'part'])
  return { place: parts?.place ?? '', chair: parts?.chair ?? '', part: parts?.part ?? '' }
}

type Placed = { readonly at: number; readonly guest: Guest }
async function recordGuest(asking: Asking, { child, note }: OfNote, { at, guest: one }: Placed): Promise<void> {
  const { name, ...guest } = one
  const columns = { note, place: at + 1, ...guest }
  await recordFirst(asking, 'kith.meeting_guest', { child, columns, words: name })
}

export async function recordMeeting(asking: Asking, of: OfNote, { meeting, guests }: MeetingOk): Promise<void> {
  const columns = { note: of.note, ...columnsOf(meeting) }
  await recordFirst(asking, 'kith.meeting', { child: of.child, columns, words: writeParts(meeting.said) })
  for (const [at, guest] of guests.entries()) await recordGuest(asking, of, { at, guest })
}

type GuestVersion = Version<'kith.meeting_guest'>
export type StandingMeeting = {
  readonly meeting: Version<'kith.meeting'> | undefined
  /** In the order in which they are read. */
  readonly guests: readonly GuestVersion[]
}
export async function meetingOf(asking: Asking, { child, note }: OfNote): Promise<StandingMeeting> {
  const guests = (await currentOf(asking, 'kith.meeting_guest', child)).filter((one) => one.note === note)
  return {
    meeting: (await currentOf(asking, 'kith.meeting', child)).find((one) => one.note === note),
    guests: guests.sort((a, b) => a.place - b.place),
  }
}

type Named = { readonly who: string; readonly name: string }
type Standing = { readonly who: string; readonly words: string | undefined }
type Paired<One, Stands> = { readonly guest: One; readonly stands: Stands | undefined }
/** Each guest with the line that is theirs: of the same name, else of the same kind; else they are new. */
export function paired<One extends Named, Stands extends Standing>(
  stands: readonly Stands[],
  guests: readonly One[],
): readonly Paired<One, Stands>[] {
  const free = new Set(stands)
  const take = (is: (one: Stands) => boolean): Stands | undefined => {
    const found = [...free].find(is)
    if (found !== undefined) free.delete(found)
    return found
  }
  const named = guests.map((guest) => ({
    guest,
    stands: take((one) => one.who === guest.who && (one.words ?? '') === guest.name),
  }))
  return named.map((one) =>
    one.stands === undefined ? { ...one, stands: take(({ who }) => who === one.guest.who) } : one,
  )
}
const isSame = (stands: GuestVersion, { part, name }: Guest): boolean =>
  stands.part === part && (stands.words ?? '') === name

/** Called by whoever has just corrected the note: its line is theirs, so nothing here can have changed meanwhile. */
export async function correctMeeting(asking: Asking, of: OfNote, { meeting, guests }: MeetingOk): Promise<void> {
  const stands = await meetingOf(asking, of)
  const words = writeParts(meeting.said) ?? null
  if (stands.meeting === undefined) await recordMeeting(asking, of, { meeting, guests: [] })
  else await correct(asking, 'kith.meeting', { id: stands.meeting.id, columns: columnsOf(meeting), words })
  const pairs = paired(stands.guests, guests)
  let last = Math.max(0, ...stands.guests.map(({ place }) => place))
  for (const { guest, stands: before } of pairs) {
    const { name, ...columns } = guest
    if (before === undefined) {
      await recordGuest(asking, of, { at: last, guest })
      last += 1
    } else if (!isSame(before, guest))
      await correct(asking, 'kith.meeting_guest', { id: before.id, columns, words: name === '' ? null : name })
  }
  const kept = new Set(pairs.map((pair) => pair.stands))
  for (const one of stands.guests)
    if (!kept.has(one))
      await retract(asking, 'kith.meeting_guest', { id: one.id, reason: 'Taken out in a correction of the meeting.' })
}

/** With its guests, after its note was. */
export async function retractMeeting(asking: Asking, of: OfNote, reason: string): Promise<void> {
  const { meeting, guests } = await meetingOf(asking, of)
  for (const { id } of guests) await retract(asking, 'kith.meeting_guest', { id, reason })
  if (meeting !== undefined) await retract(asking, 'kith.meeting', { id: meeting.id, reason })
}

export type MeetingVersions = {
  readonly meeting: readonly Version<'kith.meeting'>[]
  readonly guests: readonly (readonly GuestVersion[])[]
}
/** Every version, first to last; guests in the order in which they are read. */
export async function meetingHistory(asking: Asking, { child, note }: OfNote): Promise<MeetingVersions> {
  const { council } = asking.who
  const lines = async (table: 'meeting' | 'meeting_guest') =>
    (
      await sql<{ line: string }>`
        select distinct line from ${sql.table(`kith.${table}`)}
        where council = ${council} and child = ${child} and note = ${note} order by line`.execute(asking.record)
    ).rows
  const [first] = await lines('meeting')
  const guests: (readonly GuestVersion[])[] = []
  for (const { line } of await lines('meeting_guest')) guests.push(await historyOf(asking, 'kith.meeting_guest', line))
  return {
    meeting: first === undefined ? [] : await historyOf(asking, 'kith.meeting', first.line),
    guests: guests.sort((a, b) => (a[0]?.place ?? 0) - (b[0]?.place ?? 0)),
  }
}

export type NextMeeting = { readonly note: string; readonly kind: string; readonly on: string }
/** Meetings that were agreed for today or later. */
export async function nextMeetings(asking: Asking, child: string, today: IsoDay): Promise<readonly NextMeeting[]> {
  const { rows } = await sql<NextMeeting>`
    select m.note, n.kind, m.next_on as "on" from kith.meeting_current m
    join kith.note_current n on n.council = m.council and n.child = m.child and n.line = m.note
    where m.council = ${asking.who.council}::smallint and m.child = ${child}::uuid and m.next_on >= ${today}::date
    order by m.next_on, m.line`.execute(asking.record)
  return rows
}
