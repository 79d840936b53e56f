// What may be recorded as a note: for one child, or at once for several, each paragraph only where it belongs.
import { happenedDay, type Instant, type IsoDay, londonDay, millisecondsOf, parseInstant } from '#calendar'
import { BY_SCOPE, mayKnow, NOT_RELEASED, type TypedWhoMayKnow, type WhoMayKnow, type WhoMayKnowRefusal } from '#people'
import {
  ABOUT_WHOM,
  type AboutWhom,
  CAME_FROM,
  type CameFrom,
  isNoteKind,
  isPresent,
  type Line,
  NOTE_KINDS,
  type NoteKind,
  type NotePart,
  type Present,
  TERMS,
  type Terms,
} from './note.ts'

export type HeaderRefusal =
  | 'kind unknown'
  | 'happened no day'
  | 'happened after today'
  | 'began no moment'
  | 'began on another day'
  | 'began ahead'
  | 'present unknown'
  | 'source unknown'
  | 'terms unknown'
export type ParagraphRefusal =
  | 'paragraph empty'
  | 'about whom unknown'
  | 'paragraph on no record'
  | 'paragraph on another record'
  | 'private text on two records'
  | 'about a child with a record here'
  | WhoMayKnowRefusal
export type NoteRefusal = HeaderRefusal | ParagraphRefusal | 'no child' | 'child twice' | 'nothing about a child'
export type Now = { readonly today: IsoDay; readonly now: Instant }
export type Decided<Value, Refusal> = { readonly ok: Value } | { readonly refused: readonly Refusal[] }

export type TypedHeader = {
  readonly kind: string
  readonly happened: string
  /** With time and zone, or empty. */
  readonly began: string
  readonly present: readonly string[]
  readonly presentNames: string
  readonly cameFrom: string
  readonly terms: string
}
export type NewHeader = {
  readonly part: NotePart
  readonly kind: NoteKind
  readonly happened: IsoDay
  readonly began: Instant | null
  readonly present: readonly Present[]
  readonly presentNames: string
  readonly cameFrom: CameFrom
  readonly terms: Terms
}
export type TypedParagraph = {
  /** The children on whose record it stands: those it is about. */
  readonly children: readonly string[]
  readonly about: string
  /** Who that is, where they are a person of the record. */
  readonly person: string | null
  readonly text: string
  /** null: as usual in this part of the record. */
  readonly whoMayKnow: TypedWhoMayKnow | null
}
export type NewParagraph = {
  readonly about: AboutWhom
  readonly person: string | null
  readonly text: string
  readonly whoMayKnow: WhoMayKnow
}
export type TypedNote = TypedHeader & {
  readonly children: readonly { readonly child: string; readonly hangsOn: Line | null }[]
  readonly paragraphs: readonly TypedParagraph[]
}
export type NoteOfChild = {
  readonly child: string
  readonly hangsOn: Line | null
  readonly paragraphs: readonly NewParagraph[]
}
export type NewNote = { readonly header: NewHeader; readonly children: readonly NoteOfChild[] }

function beganOf(typed: string, happened: IsoDay | undefined, { now }: Now): Decided<Instant | null, HeaderRefusal> {
  if (typed.trim() === '') return { ok: null }
  const began = parseInstant(typed.trim())
  if (began === undefined) return { refused: ['began no moment'] }
  if (millisecondsOf(began) > millisecondsOf(now)) return { refused: ['began ahead'] }
  return happened === undefined || londonDay(began) === happened ? { ok: began } : { refused: ['began on another day'] }
}

export function mayRecordHeader(typed: TypedHeader, now: Now): Decided<NewHeader, HeaderRefusal> {
  const { kind, presentNames } = typed
  const happened = happenedDay(typed.happened, now.today)
  const on = 'day' in happened ? happened.day : undefined
  const began = beganOf(typed.began, on, now)
  const present = typed.present.filter(isPresent)
  const cameFrom = CAME_FROM.find((one) => one === typed.cameFrom)
  const terms = TERMS.find((one) => one === typed.terms)
  const refused: HeaderRefusal[] = []
  if (!isNoteKind(kind)) refused.push('kind unknown')
  if ('fault' in happened) refused.push(happened.fault === 'no day' ? 'happened no day' : 'happened after today')
  if ('refused' in began) refused.push(...began.refused)
  if (present.length !== typed.present.length) refused.push('present unknown')
  if (cameFrom === undefined) refused.push('source unknown')
  if (terms === undefined) refused.push('terms unknown')
  if (!isNoteKind(kind) || on === undefined || 'refused' in began || refused.length > 0) return { refused }
  if (cameFrom === undefined || terms === undefined) return { refused }
  const told = { happened: on, began: began.ok, present, presentNames: presentNames.trim(), cameFrom, terms }
  return { ok: { part: NOTE_KINDS[kind], kind, ...told } }
}

/** What is usual: in the story, carers and the child hear what was released to them. */
export const usualAudience = (part: NotePart): WhoMayKnow => (part === 'story' ? NOT_RELEASED : BY_SCOPE)

/** `everybody`: the children of the event. A text that fewer people may know is nobody's but the child's whom it is about. */
export function mayWriteParagraph(
  typed: TypedParagraph,
  { part, everybody }: { readonly part: NotePart; readonly everybody: readonly string[] },
): Decided<NewParagraph, ParagraphRefusal> {
  const { children, person } = typed
  const about = ABOUT_WHOM.find((one) => one === typed.about)
  const text = typed.text.trim()
  const may = typed.whoMayKnow === null ? { ok: usualAudience(part) } : mayKnow(typed.whoMayKnow)
  const refused: ParagraphRefusal[] = []
  if (text === '') refused.push('paragraph empty')
  if (about === undefined) refused.push('about whom unknown')
  if (children.length === 0) refused.push('paragraph on no record')
  if (children.some((child) => !everybody.includes(child))) refused.push('paragraph on another record')
  if (children.length > 1 && typed.whoMayKnow !== null) refused.push('private text on two records')
  if (person !== null && everybody.includes(person) && !children.every((child) => child === person))
    refused.push('about a child with a record here')
  if ('refused' in may) refused.push(...may.refused)
  if (about === undefined || 'refused' in may || refused.length > 0) return { refused }
  return { ok: { about, person, text, whoMayKnow: may.ok } }
}

/** One event, written once: each child's record gets the paragraphs that are about that child, and no others. */
export function mayRecordNote(typed: TypedNote, now: Now): Decided<NewNote, NoteRefusal> {
  const header = mayRecordHeader(typed, now)
  const everybody = typed.children.map(({ child }) => child)
  const part = isNoteKind(typed.kind) ? NOTE_KINDS[typed.kind] : 'visits'
  const written = typed.paragraphs.map((paragraph) => ({
    on: paragraph.children,
    may: mayWriteParagraph(paragraph, { part, everybody }),
  }))
  const refused = new Set<NoteRefusal>('refused' in header ? header.refused : [])
  for (const { may } of written) if ('refused' in may) for (const one of may.refused) refused.add(one)
  if (everybody.length === 0) refused.add('no child')
  if (new Set(everybody).size !== everybody.length) refused.add('child twice')
  if (everybody.some((child) => !written.some(({ on }) => on.includes(child)))) refused.add('nothing about a child')
  if ('refused' in header || refused.size > 0) return { refused: [...refused] }
  const children = typed.children.map(({ child, hangsOn }) => ({
    child,
    hangsOn,
    paragraphs: written.flatMap(({ on, may }) => ('ok' in may && on.includes(child) ? [may.ok] : [])),
  }))
  return { ok: { header: header.ok, children } }
}
