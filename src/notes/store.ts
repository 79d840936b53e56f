// The SQL of notes: one event written at once for several children, its paragraphs on the record of each, and how they change.
import { sql } from 'kysely'
import {
  type Asking,
  changeFrom,
  correct,
  currentOf,
  firstHands,
  type Hand,
  historyOf,
  lockChildren,
  recordFirst,
  retract,
  type Superseded,
  type Version,
  type Written,
} from '#database'
import { audienceColumns, type WhoMayKnow } from '#people'
import type { Line, NotePart } from './note.ts'
import type { NewHeader, NewNote, NewParagraph, NoteOfChild } from './record-note.ts'

const NOTES = { visits: 'kith.note', story: 'kith.story_note' } as const
const PARAGRAPHS = { visits: 'kith.note_paragraph', story: 'kith.story_note_paragraph' } as const
type NoteTable = (typeof NOTES)[NotePart]
type ParagraphTable = (typeof PARAGRAPHS)[NotePart]

/** Who may know a paragraph, as its versions hold it. */
export type Heard = Pick<Version<ParagraphTable>, 'audience' | 'must_not_know' | 'audience_why'> &
  Partial<Pick<Version<ParagraphTable>, 'audience_decision'>>

const headerColumns = ({ kind, happened, began, present, cameFrom, terms }: NewHeader) => ({
  ...{ kind, happened, began, present: [...present], came_from: cameFrom, terms },
})
const paragraphColumns = ({ about, person, whoMayKnow }: NewParagraph, heard: Heard = audienceColumns(whoMayKnow)) => ({
  ...{ about, person },
  ...heard,
})

async function recordForChild(
  asking: Asking,
  { header, event }: { readonly header: NewHeader; readonly event: string },
  { child, hangsOn, paragraphs }: NoteOfChild,
): Promise<Written> {
  const pointer = { on_table: hangsOn?.table ?? null, on_line: hangsOn?.line ?? null }
  const columns = { event, ...headerColumns(header), ...pointer }
  const note = await recordFirst(asking, NOTES[header.part], { child, columns, words: header.presentNames })
  for (const [index, paragraph] of paragraphs.entries())
    await recordFirst(asking, PARAGRAPHS[header.part], {
      child,
      columns: { note: note.line, place: index + 1, ...paragraphColumns(paragraph) },
      words: paragraph.text,
    })
  return note
}

/** All of it, on every child's record, or none. The notes come in the order of the children. */
export async function recordNote(
  asking: Asking,
  { header, children }: NewNote,
): Promise<{ readonly event: string; readonly notes: readonly Written[] }> {
  await lockChildren(
    asking,
    children.map(({ child }) => child),
  )
  const [event = ''] = await asking.newIds(1)
  const notes: Written[] = []
  for (const one of children) notes.push(await recordForChild(asking, { header, event }, one))
  return { event, notes }
}

/** Which version of a note or a paragraph, in which part of the record. */
export type Which = { readonly part: NotePart; readonly id: string }

/** Kind, day, time, who was there, source and terms were wrong. Another part of the record: retract it there, write it here. */
export async function correctNote(asking: Asking, id: string, header: NewHeader): Promise<Superseded<NoteTable>> {
  const columns = headerColumns(header)
  return await correct(asking, NOTES[header.part], { id, columns, words: header.presentNames })
}

/** Who may know it is decided apart, and carries on: a correction of the words opens nothing. */
export async function correctParagraph(
  asking: Asking,
  { part, id }: Which,
  { about, person, text }: Pick<NewParagraph, 'about' | 'person' | 'text'>,
): Promise<Superseded<ParagraphTable>> {
  return await correct(asking, PARAGRAPHS[part], { id, columns: { about, person }, words: text })
}

/** From now on others may know, or fewer; the words stay. */
export async function changeWhoMayKnow(
  asking: Asking,
  { part, id }: Which,
  whoMayKnow: WhoMayKnow,
): Promise<Superseded<ParagraphTable>> {
  return await changeFrom(asking, PARAGRAPHS[part], { id, columns: audienceColumns(whoMayKnow) })
}

type Beneath = { readonly part: NotePart; readonly child: string; readonly note: string; readonly heard?: Heard }
/** `note`: the line; it comes last. `heard`: as whom the same paragraph was heard before it was taken out. */
export async function addParagraph(
  asking: Asking,
  { part, child, note, heard }: Beneath,
  paragraph: NewParagraph,
): Promise<Written> {
  await lockChildren(asking, [child])
  const places = (await currentOf<ParagraphTable>(asking, PARAGRAPHS[part], child))
    .filter((other) => other.note === note)
    .map(({ place }) => place)
  const columns = { note, place: Math.max(0, ...places) + 1, ...paragraphColumns(paragraph, heard) }
  return await recordFirst(asking, PARAGRAPHS[part], { child, columns, words: paragraph.text })
}

export async function retractParagraph(
  asking: Asking,
  { part, id }: Which,
  reason: string,
): Promise<Superseded<ParagraphTable>> {
  return await retract(asking, PARAGRAPHS[part], { id, reason })
}

/** The note of one child, with every paragraph that the asker may read; the notes of the other children stand. */
export async function retractNote(asking: Asking, { part, id }: Which, reason: string): Promise<Superseded<NoteTable>> {
  const [read] = await historyOfVersion(asking, part, id)
  const retracted = await retract(asking, NOTES[part], { id, reason })
  if ('refused' in retracted || read === undefined) return retracted
  for (const { id: paragraph, note } of await currentOf<ParagraphTable>(asking, PARAGRAPHS[part], read.child))
    if (note === retracted.ok.line) await retract(asking, PARAGRAPHS[part], { id: paragraph, reason })
  return retracted
}

async function historyOfVersion(asking: Asking, part: NotePart, id: string): Promise<readonly { child: string }[]> {
  return (
    await sql<{ child: string }>`
      select child from ${sql.table(NOTES[part])} where council = ${asking.who.council} and id = ${id}`.execute(
      asking.record,
    )
  ).rows
}

export type StandingParagraph = {
  readonly id: string
  readonly line: string
  readonly about: string
  readonly person: string | null
  /** undefined: taken out of sight. */
  readonly text: string | undefined
  /** null: whoever sees this part of the record. */
  readonly audience: readonly string[] | null
}
export type StandingNote = {
  readonly part: NotePart
  readonly id: string
  readonly line: string
  readonly child: string
  readonly event: string
  readonly kind: string
  readonly happened: string
  readonly began: string | null
  readonly present: readonly string[]
  readonly presentNames: string | undefined
  readonly cameFrom: string
  readonly terms: string
  readonly hangsOn: Line | null
  readonly wrote: Hand
  /** Only those that the asker may read: at least one. */
  readonly paragraphs: readonly StandingParagraph[]
}

const paragraphOf = ({ id, line, about, person, words, audience }: Version<ParagraphTable>): StandingParagraph => ({
  ...{ id, line, about, person, text: words, audience },
})

function noteOf(
  part: NotePart,
  { id, line, child, event, kind, happened, began, ...note }: Version<NoteTable>,
): Omit<StandingNote, 'paragraphs'> {
  const { on_table: table, on_line: hung, present, words, came_from: cameFrom, terms } = note
  const hangsOn = table === null || hung === null ? null : { table, line: hung }
  const wrote = { by: note.recorded_by, at: note.recorded }
  return {
    part,
    id,
    line,
    child,
    event,
    kind,
    happened,
    began,
    present,
    presentNames: words,
    cameFrom,
    terms,
    hangsOn,
    wrote,
  }
}

async function notesOfPart(asking: Asking, part: NotePart, child: string): Promise<readonly StandingNote[]> {
  const paragraphs = await currentOf<ParagraphTable>(asking, PARAGRAPHS[part], child)
  const notes = await currentOf<NoteTable>(asking, NOTES[part], child)
  const hands = await firstHands(asking, NOTES[part], notes)
  return notes.flatMap((version) => {
    const heard = paragraphs.filter(({ note }) => note === version.line).sort((a, b) => a.place - b.place)
    const note = noteOf(part, version)
    const wrote = hands.get(version.line) ?? note.wrote
    return heard.length === 0 ? [] : [{ ...note, wrote, paragraphs: heard.map(paragraphOf) }]
  })
}

const when = ({ happened, began, line }: StandingNote): string => `${happened} ${began ?? ''} ${line}`

/** Everything written of a child that the asker may read, in the order in which it happened. */
export async function notesOf(asking: Asking, child: string): Promise<readonly StandingNote[]> {
  const all = [...(await notesOfPart(asking, 'visits', child)), ...(await notesOfPart(asking, 'story', child))]
  return all.sort((a, b) => (when(a) < when(b) ? -1 : 1))
}

/** What was written of one line of the record, such as a visit. */
export async function notesOn(asking: Asking, child: string, { table, line }: Line): Promise<readonly StandingNote[]> {
  return (await notesOf(asking, child)).filter(({ hangsOn }) => hangsOn?.table === table && hangsOn.line === line)
}

/** The notes of one event on the records of those children whom the asker sees. */
export async function notesOfEvent(asking: Asking, event: string): Promise<readonly StandingNote[]> {
  const { council } = asking.who
  const { rows } = await sql<{ child: string }>`
    select child from kith.note_current where council = ${council} and event = ${event}
    union select child from kith.story_note_current where council = ${council} and event = ${event} order by child`.execute(
    asking.record,
  )
  const notes: StandingNote[] = []
  for (const { child } of rows) notes.push(...(await notesOf(asking, child)).filter((note) => note.event === event))
  return notes
}

export type NoteVersions = {
  readonly note: readonly Version<NoteTable>[]
  readonly paragraphs: readonly (readonly Version<ParagraphTable>[])[]
}
/** Every version of a note and of its paragraphs, first to last: who and when stand on each. */
export async function noteHistory(
  asking: Asking,
  { part, line }: { readonly part: NotePart; readonly line: string },
): Promise<NoteVersions> {
  const { rows } = await sql<{ line: string }>`
    select distinct line, place from ${sql.table(PARAGRAPHS[part])}
    where council = ${asking.who.council} and note = ${line} order by place, line`.execute(asking.record)
  const paragraphs: (readonly Version<ParagraphTable>[])[] = []
  for (const found of rows) paragraphs.push(await historyOf<ParagraphTable>(asking, PARAGRAPHS[part], found.line))
  return { note: await historyOf<NoteTable>(asking, NOTES[part], line), paragraphs }
}
