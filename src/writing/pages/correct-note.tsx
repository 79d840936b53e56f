// Correcting a note paragraph by paragraph, and taking back one that should never have stood.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay, parseDay } from '#calendar'
import { type Asking, lockChildren, type Version, versionOf } from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  type Fault,
  type FieldsProps,
  type Form,
  makeCorrection,
  makeRetraction,
  PickField,
  WordsField,
} from '#forms'
import { retractMeeting } from '#meetings'
import {
  ABOUT_WHOM,
  addParagraph,
  correctNote,
  correctParagraph,
  type Heard,
  isMeeting,
  isNoteKind,
  mayRecordHeader,
  mayWriteParagraph,
  type NewHeader,
  type NewParagraph,
  NOTE_KINDS,
  type NoteKind,
  type NotePart,
  noteHistory,
  retractNote,
  retractParagraph,
} from '#notes'
import { wordItems } from '#views'
import { type CameOfNote, cameOfNote, retractCameOf } from '../came-of-store.ts'
import { KIND_WORDS, Kind, Paragraphs, SourceAndTerms, WhenAndWho } from './note-fields.tsx'
import { headerTyped, type NoteGiven, noteFault, paragraphsTyped } from './note-form.ts'
import { aboutField, noteAsTyped, type ParagraphVersion, standingAt, wordsField } from './note-versions.ts'
import { NOTE_LABELS, noteGiven, PARAGRAPH_ROWS } from './record-note.tsx'

export type NoteTable = 'kith.note' | 'kith.story_note'
export type NoteCorrected = NoteGiven & {
  readonly note: string
  /** As they stood at the version that was read. */
  readonly paragraphs: readonly ParagraphVersion[]
  /** As they stand now; those too that were taken out. */
  readonly latest: readonly ParagraphVersion[]
}
type Changed = { readonly line: string; readonly paragraph: NewParagraph | undefined }
export type CorrectedNote = {
  readonly header: NewHeader
  readonly changed: readonly Changed[]
  readonly added: readonly NewParagraph[]
}

const TABLES: Readonly<Record<NotePart, NoteTable>> = { visits: 'kith.note', story: 'kith.story_note' }

/** `kinds`: those among which it may be put right. */
export async function correctedGiven(
  asking: Asking,
  at: At,
  {
    note,
    kinds,
    part,
  }: { readonly note: Version<NoteTable>; readonly kinds: readonly NoteKind[]; readonly part: NotePart },
): Promise<NoteCorrected | undefined> {
  const given = await noteGiven(asking, at, { kinds, event: false })
  if (given === undefined) return undefined
  const { paragraphs: lines } = await noteHistory(asking, { part, line: note.line })
  const paragraphs = standingAt(lines, note.recorded)
  const latest = lines.flatMap((versions) => versions.slice(-1))
  return { ...given, kinds, note: note.line, paragraphs, latest }
}

const givenIn = (part: NotePart) => async (asking: Asking, at: At, note: Version<NoteTable>) =>
  await correctedGiven(asking, at, { note, part, kinds: kindsOf(part) })
/** What stands beside a note of a meeting is put right with it, by its own form. */
const givenUnlessMeeting = (part: NotePart) => async (asking: Asking, at: At, note: Version<NoteTable>) =>
  isMeeting(note.kind) ? undefined : await givenIn(part)(asking, at, note)

/** The kinds that stand in the same part of the record: a note in the wrong part is taken back there and written here. */
const kindsOf = (part: NotePart): readonly NoteKind[] =>
  Object.keys(NOTE_KINDS)
    .filter(isNoteKind)
    .filter((kind) => NOTE_KINDS[kind] === part && kind !== 'goodbye and hello' && !isMeeting(kind))

function changedIn(
  typed: Typed,
  { child, paragraphs }: NoteCorrected,
  { part, today }: { part: NotePart; today: IsoDay },
) {
  const faults: Fault[] = []
  const changed: Changed[] = []
  for (const standing of paragraphs) {
    const { line, words = '', about } = standing
    const text = typed.words(wordsField(line))
    const whom = typed.one(aboutField(line)) || 'this child'
    if (text === '') changed.push({ line, paragraph: undefined })
    else if (text !== words.replaceAll('\r\n', '\n').trim() || whom !== about) {
      const given = { children: [child], about: whom, person: standing.person, text, whoMayKnow: null }
      const may = mayWriteParagraph(given, { part, everybody: [child] })
      if ('ok' in may) changed.push({ line, paragraph: may.ok })
      else faults.push(...may.refused.map((one) => ({ ...noteFault(one, today), field: wordsField(line) })))
    }
  }
  return { faults, changed }
}

export function decideCorrection(part: NotePart) {
  return (typed: Typed, given: NoteCorrected, today: IsoDay): { ok: CorrectedNote } | { faults: readonly Fault[] } => {
    const header = mayRecordHeader(headerTyped(typed, given.kinds, today), { today, now: given.now })
    const { faults, changed } = changedIn(typed, given, { part, today })
    const rows = paragraphsTyped(typed, [given.child]).map(({ at, paragraph }) => ({
      at,
      may: mayWriteParagraph(paragraph, { part, everybody: [given.child] }),
    }))
    const added = rows.flatMap(({ may }) => ('ok' in may ? [may.ok] : []))
    const all = [
      ...('refused' in header ? header.refused.map((one) => noteFault(one, today)) : []),
      ...faults,
      ...rows.flatMap(({ at, may }) => ('refused' in may ? may.refused.map((one) => noteFault(one, today, at)) : [])),
    ]
    const gone = changed.filter(({ paragraph }) => paragraph === undefined).length
    if (gone === given.paragraphs.length && added.length === 0)
      all.push({ field: 'text', says: 'Nothing would be left of it. Take the note back instead, and say why.' })
    return all.length > 0 || 'refused' in header ? { faults: all } : { ok: { header: header.ok, changed, added } }
  }
}

const heardAs = ({ audience, must_not_know, audience_why, audience_decision }: ParagraphVersion): Heard => ({
  ...{ audience: audience?.slice() ?? null, must_not_know: must_not_know?.slice() ?? null },
  ...{ audience_why, audience_decision },
})

export async function storeCorrection(
  asking: Asking,
  { header, changed, added }: CorrectedNote,
  upon: At & { version: string; given: NoteCorrected },
) {
  const child = upon.child ?? ''
  await lockChildren(asking, [child])
  const done = await correctNote(asking, upon.version, header)
  if ('refused' in done) return done
  const { part } = header
  for (const { line, paragraph } of changed) {
    const stands = upon.given.latest.find((one) => one.line === line)
    if (stands === undefined) throw new Error('A paragraph was corrected that is not in its note.')
    // Somebody else took it out meanwhile, and this person chose to keep it: it is written again, for those who heard it.
    if (stands.change === 'retraction') {
      if (paragraph === undefined) continue
      await addParagraph(asking, { part, child, note: done.ok.line, heard: heardAs(stands) }, paragraph)
      continue
    }
    if (paragraph !== undefined && paragraph.text === stands.words && paragraph.about === stands.about) continue
    const which = { part, id: stands.id }
    const what =
      paragraph === undefined
        ? await retractParagraph(asking, which, 'Taken out in a correction of the note.')
        : await correctParagraph(asking, which, paragraph)
    if ('refused' in what) throw new Error('A paragraph was corrected apart from its note.')
  }
  for (const paragraph of added) await addParagraph(asking, { part, child, note: done.ok.line }, paragraph)
  return done
}

export const StandingParagraphs: FC<FieldsProps<NoteCorrected>> = (of) => (
  <>
    {of.given.paragraphs.map(({ line }, at) => (
      <fieldset class="govuk-fieldset kith-row">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Paragraph {at + 1}</legend>
        <WordsField
          of={of}
          name={wordsField(line)}
          label={`The words of paragraph ${at + 1}`}
          hint="Empty it to take it out. It stays in the history."
          rows={6}
        />
        <PickField
          of={of}
          name={aboutField(line)}
          label="Whom is it about?"
          none={of.given.name}
          items={wordItems(ABOUT_WHOM.filter((one) => one !== 'this child'))}
        />
      </fieldset>
    ))}
    <Paragraphs of={of} label="Another paragraph" choose={false} />
  </>
)

const Fields: FC<FieldsProps<NoteCorrected>> = (of) => (
  <>
    <Kind {...of} />
    <WhenAndWho {...of} />
    <StandingParagraphs {...of} />
    <SourceAndTerms {...of} />
    <p class="govuk-hint">This corrects the record of {of.given.name}. The notes of other children stand.</p>
  </>
)

function correcting(part: NotePart): Form {
  return makeCorrection<NoteCorrected, CorrectedNote, NoteTable>({
    name: part === 'visits' ? 'note-correction' : 'story-correction',
    path: `/children/:child/${part === 'visits' ? 'notes' : 'story'}/:about/correct`,
    lock: { may: ['write', part], log: 'corrected a note' },
    here: '/children',
    words: {
      thing: 'a correction of a note',
      title: ({ name }) => `Correct a note about ${name}`,
      button: 'Save correction',
      done: 'Note corrected. What stood before is in its history.',
      fields: NOTE_LABELS,
    },
    table: TABLES[part],
    given: givenUnlessMeeting(part),
    asTyped: (note, { paragraphs }) => noteAsTyped(note, paragraphs),
    decide: decideCorrection(part),
    correct: storeCorrection,
    leadsTo: ({ child }) => `/children/${child}/visits`,
    Fields,
    rows: PARAGRAPH_ROWS,
  })
}

type NoteTakenBack = NoteCorrected & { readonly cameOf: CameOfNote }
function takingBack(part: NotePart): Form {
  return makeRetraction<NoteTakenBack, NoteTable>({
    name: part === 'visits' ? 'note-retraction' : 'story-retraction',
    path: `/children/:child/${part === 'visits' ? 'notes' : 'story'}/:about/retract`,
    lock: { may: ['write', part], log: 'took back a note' },
    here: '/children',
    thing: 'taking back a note',
    done: 'Note taken back. The history holds your reason.',
    table: TABLES[part],
    given: async (asking, at, note) => {
      const given = await givenIn(part)(asking, at, note)
      return given && { ...given, cameOf: await cameOfNote(asking, { table: TABLES[part], note }) }
    },
    shows: (note, { paragraphs, cameOf: { goes, stays } }) => {
      const day = parseDay(note.happened)
      const when = day === undefined ? note.happened : formatDay(day)
      const kind = isNoteKind(note.kind) ? KIND_WORDS[note.kind] : note.kind
      const text = paragraphs.map(({ words }) => words ?? 'Taken out of sight.')
      const rows = [
        ['When', when],
        ['What it is', kind],
        ...text.map((one) => ['What was written', one] as const),
        ...goes.map(({ kind: came, words }) => [`${came}, goes with it`, words] as const),
      ] as const
      const also = 'The notes of the same event about other children stay.'
      const left = stays.map(({ at, kind: came, words }) => ({ at, words: `${came}: ${words}` }))
      return { title: `${kind.toLowerCase()}, ${when}`, rows, also, stays: left }
    },
    retract: async (asking, { id, reason }) => {
      const done = await retractNote(asking, { part, id }, reason)
      const stood = 'ok' in done ? await versionOf(asking, TABLES[part], done.ok.id) : undefined
      if (stood === undefined) return done
      if (isMeeting(stood.kind)) await retractMeeting(asking, { child: stood.child, note: stood.line }, reason)
      await retractCameOf(asking, { table: TABLES[part], note: stood }, reason)
      return done
    },
    leadsTo: ({ child }) => `/children/${child}/visits`,
  })
}

export const correctingNotes: readonly Form[] = [
  correcting('visits'),
  correcting('story'),
  takingBack('visits'),
  takingBack('story'),
]
