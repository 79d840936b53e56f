// What the forms of notes decide from what was typed: the note on each child's record, the child's words, a key event, what happens next.
import { type NewAction, whatNextOf } from '#actions'
import { dayTyped, type Instant, type IsoDay, momentTyped, parseDay } from '#calendar'
import type { Typed } from '#drafts'
import { type Fault, fieldInRow } from '#forms'
import {
  isNoteKind,
  type KeyEventRefusal,
  mayMarkKeyEvent,
  mayRecordNote,
  mayWriteParagraph,
  type NewNote,
  NOTE_KINDS,
  type NoteKind,
  type NoteRefusal,
  noteRefusalWords,
  type TypedHeader,
  type TypedKeyEvent,
  type TypedParagraph,
} from '#notes'
import { theirWordsOf } from '#views'

export type NoteGiven = {
  readonly child: string
  readonly name: string
  readonly me: string
  /** Until when things can have happened. */
  readonly now: Instant
  /** One: it is not asked. */
  readonly kinds: readonly NoteKind[]
  /** Children for whom it may be written at once. */
  readonly others: readonly { readonly child: string; readonly name: string }[]
  /** Whether the writer may write the child's words and a key event, and what is to be done. */
  readonly story: boolean
  readonly plan: boolean
}
export type NoteOk = {
  readonly note: NewNote
  readonly view: ReturnType<typeof theirWordsOf>['view']
  readonly actions: readonly NewAction[]
  /** What is marked as a key event on this child's record; on no other. */
  readonly key: TypedKeyEvent | undefined
}

/** Those who read a paragraph kept to few. */
const FEW = ['allocated-worker', 'manager-line', 'director', 'inspector'] as const

const FIELD_OF: Readonly<Partial<Record<NoteRefusal | KeyEventRefusal, string>>> = {
  'kind unknown': 'kind',
  'happened no day': 'happened',
  'happened after today': 'happened',
  'began no moment': 'began',
  'began on another day': 'began',
  'began ahead': 'began',
  'present unknown': 'present',
  'source unknown': 'cameFrom',
  'terms unknown': 'terms',
  'nothing about a child': 'with',
  'child twice': 'with',
  'paragraph empty': 'text',
  'about whom unknown': 'who',
  'paragraph on another record': 'whose',
  'paragraph on no record': 'whose',
  'private text on two records': 'keep',
  'what happened missing': 'keyWhat',
  'why it matters missing': 'keyWhy',
  'kept for what unknown': 'keyFor',
}
export const noteFault = (refusal: NoteRefusal | KeyEventRefusal, today: IsoDay, at = 0): Fault => ({
  field: fieldInRow(FIELD_OF[refusal] ?? '', at),
  says: noteRefusalWords(refusal, today),
})

export function headerTyped(typed: Typed, kinds: readonly NoteKind[], today: IsoDay): TypedHeader {
  const [only, ...more] = kinds
  const happened = dayTyped(typed.one('happened'), today, 'back')
  return {
    kind: more.length === 0 && only !== undefined ? only : typed.one('kind'),
    happened,
    began: momentTyped(typed.one('began'), parseDay(happened)),
    present: typed.all('present'),
    presentNames: typed.one('presentNames'),
    cameFrom: typed.one('cameFrom') || 'seen or heard by the writer',
    terms: typed.one('terms') || 'own record',
  }
}

const audienceTyped = (keep: string): TypedParagraph['whoMayKnow'] =>
  keep === 'few' ? { relations: [...FEW], mustNotKnow: [], why: 'told in confidence' } : null

type Placed = { readonly at: number; readonly paragraph: TypedParagraph }

/** Rows without words are none. `everybody`: this child first. */
export function paragraphsTyped(typed: Typed, everybody: readonly string[]): readonly Placed[] {
  return typed.all('text').flatMap((text, at) => {
    if (text.trim() === '') return []
    const value = (name: string): string => typed.all(name)[at] ?? ''
    const children = value('whose') === '' ? everybody : [value('whose')]
    const about = value('who') || 'this child'
    const words = text.replaceAll('\r\n', '\n')
    return [{ at, paragraph: { children, about, person: null, text: words, whoMayKnow: audienceTyped(value('keep')) } }]
  })
}

/** What was handed on is a paragraph of its own, after the others. */
function withHanded(typed: Typed, placed: readonly Placed[], everybody: readonly string[]): readonly Placed[] {
  const text = typed.words('handed')
  const paragraph = { children: everybody, about: 'this child', person: null, text, whoMayKnow: null }
  return text === '' ? placed : [...placed, { at: 0, paragraph }]
}

function noteOf(
  typed: Typed,
  given: NoteGiven,
  today: IsoDay,
): { readonly ok: NewNote } | { faults: readonly Fault[] } {
  const chosen = given.others.filter(({ child }) => typed.all('with').includes(child))
  const everybody = [given.child, ...chosen.map(({ child }) => child)]
  const header = headerTyped(typed, given.kinds, today)
  const placed = withHanded(typed, paragraphsTyped(typed, everybody), everybody)
  const part = isNoteKind(header.kind) ? NOTE_KINDS[header.kind] : 'visits'
  const inRows = placed.flatMap(({ at, paragraph }) => {
    const may = mayWriteParagraph(paragraph, { part, everybody })
    return 'refused' in may ? may.refused.map((refusal) => ({ at, refusal })) : []
  })
  const children = everybody.map((child) => ({ child, hangsOn: null }))
  const written = { ...header, children, paragraphs: placed.map(({ paragraph }) => paragraph) }
  const may = mayRecordNote(written, { today, now: given.now })
  if ('ok' in may) return may
  if (placed.length === 0) {
    const rest = may.refused.filter((one) => one !== 'nothing about a child')
    return { faults: [...rest.map((one) => noteFault(one, today)), { field: 'text', says: 'Write what happened.' }] }
  }
  const said = new Set<string>(inRows.map(({ refusal }) => refusal))
  const whole = may.refused.filter((one) => !said.has(one)).map((one) => noteFault(one, today))
  return { faults: [...whole, ...inRows.map(({ at, refusal }) => noteFault(refusal, today, at))] }
}

function keyOf(typed: Typed, today: IsoDay): { readonly key: TypedKeyEvent | undefined; faults: readonly Fault[] } {
  const [what, why] = [typed.words('keyWhat'), typed.words('keyWhy')]
  if (!typed.ticked('key') && what === '' && why === '') return { key: undefined, faults: [] }
  const happened = dayTyped(typed.one('happened'), today, 'back')
  const keptFor = typed.one('keyFor') || 'story and chronology'
  const key = { happened, keptFor, what, why, whoMayKnow: null }
  const may = mayMarkKeyEvent(key, { on: { table: '', line: '' }, marked: [], today })
  if ('ok' in may) return { key, faults: [] }
  // The day is said once, beside the note.
  const faults = may.refused.filter((one) => !one.startsWith('key event')).map((one) => noteFault(one, today))
  return { key, faults }
}

export function decideNote(
  typed: Typed,
  given: NoteGiven,
  today: IsoDay,
): { readonly ok: NoteOk } | { readonly faults: readonly Fault[] } {
  const note = noteOf(typed, given, today)
  const said = given.story ? theirWordsOf(typed, { toldTo: given.me, today }) : { faults: [], view: undefined }
  const { key, faults: keyFaults } = given.story ? keyOf(typed, today) : { key: undefined, faults: [] }
  const next = given.plan ? whatNextOf(typed, { owner: given.me, origin: 'note', today }) : { faults: [], actions: [] }
  const faults = [...('faults' in note ? note.faults : []), ...said.faults, ...keyFaults, ...next.faults]
  if (faults.length > 0 || 'faults' in note) return { faults }
  return { ok: { note: note.ok, view: said.view, key, actions: next.actions } }
}
