// The kinds of statements of which it is said who may know: where each stands, what it is called, and where that is changed.
import type { Power } from './limiting.ts'

export const STATEMENTS = {
  'kith.child_name': { path: 'names', scope: 'header', called: 'A name, or pronouns' },
  'kith.birth_claim': { path: 'birth', scope: 'header', called: 'A birth date' },
  'kith.identity_code': { path: 'identity', scope: 'header', called: 'What the return says of them' },
  'kith.identity_talk': { path: 'who-they-are', scope: 'plan', called: 'One side of who they are' },
  'kith.exploitation_assessment': { path: 'exploitation', scope: 'missing', called: 'What is known of exploitation' },
  'kith.address': { path: 'addresses', scope: 'where', called: 'An address' },
  'kith.family_person': { path: 'people', scope: 'family', called: 'Somebody in the family' },
  'kith.family_home': { path: 'family-homes', scope: 'family', called: 'Where somebody lives' },
  'kith.document': { path: 'documents', scope: 'documents', called: 'A document' },
  'kith.note_paragraph': { path: 'note-paragraphs', scope: 'visits', called: 'A paragraph of a note' },
  'kith.story_note_paragraph': { path: 'story-paragraphs', scope: 'story', called: 'A paragraph of the story' },
} as const
export type LimitedTable = keyof typeof STATEMENTS

/** Of these, a document and a paragraph hold the reason beside the decision, as the list on which it was first written. */
export const DOCUMENT_POWERS = [
  'court order',
  'terms of the source',
  'legal advice',
  'safety of the child',
  'wish of the child',
  'safety of somebody else',
] as const satisfies readonly Power[]
export const PARAGRAPH_POWERS = [
  'court order',
  'safety of the child',
  'wish of the child',
  "carer's safety",
  'private to whom it is about',
  'told in confidence',
] as const satisfies readonly Power[]
/** Withholding where a child is, from whoever has parental responsibility, is about where they are. */
export const OTHER_POWERS = [
  'court order',
  'safety of the child',
  'wish of the child',
  'safety of somebody else',
  'private to whom it is about',
  'told in confidence',
] as const satisfies readonly Power[]

type Kept = {
  readonly audience: readonly string[] | null
  readonly must_not_know: readonly string[] | null
  readonly audience_decision: string | null
}
/** From somebody: from relations of workers, from named ones, or by a decision alone, from people around the child. */
export const isKept = ({ audience, must_not_know: barred, audience_decision: by }: Kept): boolean =>
  audience !== null || barred !== null || by !== null

const LONGEST = 60
/** 'the beginning of what was written…': enough to know which one is meant. */
export function beginningOf(text: string | undefined): string {
  const line = (text ?? 'taken out of sight').replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).trimEnd()}…`
}
