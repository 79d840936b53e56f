// The SQL of meetings that lie ahead: set on each child's record, moved, cancelled, held; and those among somebody's next days.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import {
  type Asking,
  among,
  changeFrom,
  currentOf,
  lockChildren,
  readParts,
  recordFirst,
  retract,
  type Superseded,
  type Version,
  versionOf,
  type Written,
  writeParts,
} from '#database'
import type { Invited, NewPlanned, PlannedWords } from './ahead.ts'
import { paired } from './store.ts'

type Planned = Version<'kith.planned_meeting'>
type Invitation = Version<'kith.meeting_invitation'>

export const plannedWords = (words: string | undefined): PlannedWords => {
  const parts = readParts(words, ['place', 'chair', 'about', 'reason'])
  return {
    ...{ place: parts?.place ?? '', chair: parts?.chair ?? '' },
    ...{ about: parts?.about ?? '', reason: parts?.reason ?? '' },
  }
}
const columnsOf = ({ kind, meets, begins, how }: NewPlanned) => ({ kind, meets, begins, how })

type Placed = { readonly place: number; readonly invited: Invited }
async function ask(asking: Asking, of: { readonly child: string; readonly planned: string }, one: Placed) {
  const { name, ...columns } = one.invited
  const words = name === '' ? undefined : name
  await recordFirst(asking, 'kith.meeting_invitation', {
    child: of.child,
    columns: { planned: of.planned, place: one.place, ...columns },
    words,
  })
}

export type PlannedFor = { readonly child: string; readonly invited: readonly Invited[] }
/** On every child's record, or on none; the first is the one that is written from. */
export async function planMeeting(
  asking: Asking,
  planned: NewPlanned,
  children: readonly PlannedFor[],
): Promise<Written> {
  await lockChildren(
    asking,
    children.map(({ child }) => child),
  )
  const [gathering = ''] = await asking.newIds(1)
  const written: Written[] = []
  for (const { child, invited } of children) {
    const columns = { gathering, ...columnsOf(planned) }
    const line = await recordFirst(asking, 'kith.planned_meeting', { child, columns, words: writeParts(planned.said) })
    for (const [at, one] of invited.entries())
      await ask(asking, { child, planned: line.line }, { place: at + 1, invited: one })
    written.push(line)
  }
  const [first] = written
  if (first === undefined) throw new Error('A meeting is about a child.')
  return first
}

export type MeetingAhead = { readonly meeting: Planned; readonly invited: readonly Invitation[] }
/** Those that are neither held nor cancelled, the next first; with `since`, the cancelled ones of that day and after it too. */
export async function meetingsAhead(asking: Asking, child: string, since?: IsoDay): Promise<readonly MeetingAhead[]> {
  const all = await currentOf(asking, 'kith.planned_meeting', child)
  const ahead = all.filter(
    ({ state, meets }) => state === 'ahead' || (state === 'cancelled' && since !== undefined && meets >= since),
  )
  if (ahead.length === 0) return []
  const invited = (await currentOf(asking, 'kith.meeting_invitation', child)).toSorted((a, b) => a.place - b.place)
  return ahead
    .toSorted((a, b) => (a.meets < b.meets ? -1 : 1))
    .map((meeting) => ({ meeting, invited: invited.filter(({ planned }) => planned === meeting.line) }))
}

type Gathered = { readonly id: string; readonly line: string; readonly child: string; readonly writes: boolean }
/** The lines of one meeting on the records that the asker sees, and which of them they may write. */
export async function gatheringOf({ record, who }: Asking, gathering: string): Promise<readonly Gathered[]> {
  const { rows } = await sql<Gathered>`
    select p.id, p.line, p.child, kith.may(p.child, 'write', 'visits') as writes from kith.planned_meeting_current p
    where p.council = ${who.council}::smallint and p.gathering = ${gathering}::uuid and p.state = 'ahead' order by p.line`.execute(
    record,
  )
  return rows
}

type Step = {
  readonly version: string
  readonly gathering: string
  readonly columns: Partial<ReturnType<typeof columnsOf>> & { readonly state?: 'cancelled' }
  readonly said: PlannedWords
}
/**
 * For every child of it whose record the asker may write: the day of a meeting is one day. What it is about, who chairs it and why it
 * is cancelled are words on one child's record, and go on to no other.
 */
export async function stepMeeting(
  asking: Asking,
  { version, gathering, columns, said }: Step,
): Promise<Superseded<'kith.planned_meeting'>> {
  const all = await lockedGathering(asking, gathering)
  const others = all.filter(({ id, writes }) => id !== version && writes)
  const words = writeParts(said) ?? null
  const own = await changeFrom(asking, 'kith.planned_meeting', { id: version, columns, words })
  if ('refused' in own) return own
  const { kind: _, ...shared } = columns
  for (const { id } of others) {
    // Cancelled, their words stay as they are.
    const theirs = plannedWords((await versionOf(asking, 'kith.planned_meeting', id))?.words)
    const moved = shared.state === undefined && { words: writeParts({ ...theirs, place: said.place }) ?? null }
    await changeFrom(asking, 'kith.planned_meeting', { id, columns: shared, ...moved })
  }
  return own
}

/** Read once nobody else writes about any child of it: every line locks its child in the same order. */
async function lockedGathering(asking: Asking, gathering: string): Promise<readonly Gathered[]> {
  await lockChildren(
    asking,
    (await gatheringOf(asking, gathering)).map(({ child }) => child),
  )
  return await gatheringOf(asking, gathering)
}
/** Whether it still lies ahead for all of these children; nobody else writes about them until this is done. */
export async function liesAheadFor(asking: Asking, gathering: string, children: readonly string[]): Promise<boolean> {
  await lockChildren(asking, children)
  const ahead = new Set((await gatheringOf(asking, gathering)).map(({ child }) => child))
  return children.every((child) => ahead.has(child))
}

/** Who is asked to a meeting, of each of these children: by the line of the meeting on their record. */
export async function invitedTo(
  asking: Asking,
  lines: readonly Pick<Gathered, 'child' | 'line'>[],
): Promise<readonly Invitation[]> {
  const asked: Invitation[] = []
  for (const { child, line } of lines) {
    const all = await currentOf(asking, 'kith.meeting_invitation', child)
    asked.push(...all.filter(({ planned }) => planned === line).toSorted((a, b) => a.place - b.place))
  }
  return asked
}

/** Who is asked, of one child's line of it. */
export async function askOthers(
  asking: Asking,
  { child, planned }: { readonly child: string; readonly planned: string },
  invited: readonly Invited[],
): Promise<void> {
  const all = await currentOf(asking, 'kith.meeting_invitation', child)
  const stands = all.filter((one) => one.planned === planned)
  const pairs = paired(stands, invited)
  let last = Math.max(0, ...stands.map(({ place }) => place))
  for (const { guest, stands: before } of pairs) {
    if (before === undefined) {
      last += 1
      await ask(asking, { child, planned }, { place: last, invited: guest })
      continue
    }
    const { name, ...columns } = guest
    const same = before.answer === guest.answer && before.worker === guest.worker && (before.words ?? '') === name
    if (!same)
      await changeFrom(asking, 'kith.meeting_invitation', { id: before.id, columns, words: name === '' ? null : name })
  }
  const kept = new Set(pairs.map((pair) => pair.stands))
  for (const one of stands)
    if (!kept.has(one))
      await retract(asking, 'kith.meeting_invitation', { id: one.id, reason: 'No longer asked to the meeting.' })
}

/** The note that was written of it, on each child's record. */
export async function heldAsNotes(
  asking: Asking,
  gathering: string,
  notes: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { id, child } of await gatheringOf(asking, gathering)) {
    const note = notes.get(child)
    if (note !== undefined) await changeFrom(asking, 'kith.planned_meeting', { id, columns: { state: 'held', note } })
  }
}

export type NextDay = {
  readonly id: string
  readonly child: string
  readonly gathering: string
  readonly kind: string
  readonly meets: string
  readonly begins: string | null
}
type Days = { readonly children: readonly string[]; readonly since: IsoDay; readonly until: IsoDay }
/** About these children, or to which the asker is asked themselves; also those whose day has passed and of which nobody has said anything. */
export async function meetingDays(
  { record, who }: Asking,
  { children, since, until }: Days,
): Promise<readonly NextDay[]> {
  const { rows } = await sql<NextDay>`
    select p.id, p.child, p.gathering, p.kind, p.meets, p.begins from kith.planned_meeting_current p
    where p.council = ${who.council}::smallint and p.state = 'ahead' and p.meets between ${since}::date and ${until}::date
      and (p.child ${among(children)} or exists (select from kith.meeting_invitation_current i
        where i.council = p.council and i.child = p.child and i.planned = p.line and i.worker = ${who.person}::uuid and i.answer <> 'cannot come'))
    order by p.meets, p.begins nulls first, p.line limit 50`.execute(record)
  return rows
}
