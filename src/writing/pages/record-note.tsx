// The forms of notes: a family of one form, in which the kind is asked or given.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { recordAction, WHAT_NEXT_LABELS, WHAT_NEXT_ROWS, WhatNext } from '#actions'
import { childById } from '#children'
import { type Asking, versionOf } from '#database'
import { type At, type FieldsProps, type Form, makeForm, type Outcome, takeBackSent, WordsField } from '#forms'
import { markKeyEvent, NOTE_KINDS, type NoteKind, type NotePart, recordNote } from '#notes'
import { recordView, THEIR_WORDS_LABELS, TheirOwnWords } from '#views'
import { momentOf, othersToWriteFor } from '../store.ts'
import { KeyEvent, Kind, Paragraphs, SourceAndTerms, WhenAndWho, With } from './note-fields.tsx'
import { decideNote, type NoteGiven, type NoteOk } from './note-form.ts'

export const NOTE_LABELS = {
  kind: 'What it is',
  happened: 'When it was',
  began: 'What time',
  present: 'Who was there',
  presentNames: 'Their names',
  cameFrom: 'Where it comes from',
  terms: 'How it may be used',
}
export const PARAGRAPH_ROWS = { text: ['text', 'who', 'whose', 'keep'] } as const

/** What differs between the forms of the family. */
export type Written = {
  readonly name: string
  /** After `/children/:child/`. */
  readonly path: string
  readonly kinds: readonly [NoteKind, ...NoteKind[]]
  readonly thing: string
  readonly title: (name: string) => string
  readonly done: string
  /** Above the words. */
  readonly label: (name: string) => string
  /** Whether a brother or sister may be written for, and what is to be done asked. */
  readonly event: boolean
  /** A change of worker: what was handed on. */
  readonly handed?: boolean
}
/** The lock: what is to be written in first. Kinds of both parts are asked for by whoever writes visits. */
const partOf = ({ kinds }: Written): NotePart => NOTE_KINDS[kinds[0]]

export async function noteGiven(
  asking: Asking,
  { child, me, today }: At,
  { kinds, event }: { readonly kinds: readonly NoteKind[]; readonly event: boolean },
): Promise<NoteGiven | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  const [first] = kinds
  if (known === undefined || first === undefined) return undefined
  const of = known.child
  const story = await mayDo(asking, of, ['write', 'story'])
  const offered = kinds.filter((kind) => story || NOTE_KINDS[kind] === 'visits')
  const others = event ? await othersToWriteFor(asking, of, NOTE_KINDS[first]) : []
  const plan = event && (await mayDo(asking, of, ['see', 'plan']))
  const now = await momentOf(asking, today)
  return { child: of, name: known.name ?? 'this child', me, now, kinds: offered, others, story, plan }
}

async function save(asking: Asking, { note, view, key, actions }: NoteOk, at: At): Promise<Outcome> {
  const child = at.child ?? ''
  const { notes } = await recordNote(asking, note)
  const [first] = notes
  const on = { table: note.header.part === 'story' ? 'story_note' : 'note', line: first?.line ?? '' }
  if (view !== undefined) await recordView(asking, child, view)
  for (const action of actions) await recordAction(asking, child, { ...action, from: on })
  if (key !== undefined) {
    const marked = await markKeyEvent(asking, { child, on }, { typed: key, today: at.today })
    // Decided before anything was written: a new line is marked by nobody else.
    if ('refused' in marked) throw new Error('A key event that was decided upon was refused.')
  }
  return { kind: 'saved', id: first?.id ?? '' }
}

/** With the notes of the same event on other records, paragraphs, words, key event, and what happens next. */
async function takeBackNote(asking: Asking, id: string): Promise<boolean> {
  const story = (await versionOf(asking, 'kith.story_note', id)) !== undefined
  return await takeBackSent(asking, { table: story ? 'kith.story_note' : 'kith.note', id })
}

function fieldsOf(of: Written): FC<FieldsProps<NoteGiven>> {
  return (props) => {
    const { name, story, plan } = props.given
    return (
      <>
        <Kind {...props} />
        <WhenAndWho {...props} />
        {of.event && <With {...props} />}
        <Paragraphs of={props} label={of.label(name)} choose={of.event} />
        {of.handed === true && (
          <WordsField
            of={props}
            name="handed"
            label="What was handed on, and to whom"
            hint="What is promised and not yet done; who and what matters; what helps on a hard day."
            rows={5}
          />
        )}
        {story && <TheirOwnWords of={props} name={name} />}
        {plan && <WhatNext of={props} name={name} />}
        {story && <KeyEvent {...props} />}
        <SourceAndTerms {...props} />
      </>
    )
  }
}

export function makeNoteForm(of: Written): Form {
  return makeForm<NoteGiven, NoteOk>({
    name: of.name,
    path: `/children/:child/${of.path}`,
    lock: { may: ['write', partOf(of)], log: `recorded ${of.thing}` },
    here: '/children',
    words: {
      ...{ thing: of.thing, title: ({ name }) => of.title(name), button: 'Save', done: of.done },
      fields: { ...NOTE_LABELS, ...THEIR_WORDS_LABELS, ...WHAT_NEXT_LABELS },
    },
    load: async (asking, at) => await noteGiven(asking, at, of),
    start: () => ({ happened: ['today'] }),
    decide: decideNote,
    save,
    leadsTo: ({ child }) => `/children/${child}/visits`,
    elsewhere: { unlessSees: 'visits', to: ({ child }) => `/children/${child}/tonight` },
    undo: takeBackNote,
    Fields: fieldsOf(of),
    rows: { ...PARAGRAPH_ROWS, ...WHAT_NEXT_ROWS },
  })
}
