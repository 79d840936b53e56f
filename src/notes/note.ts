// What a note is: its kinds and the part of the record each stands in, who was there, where it came from, how it may be used.

/** `visits`: what workers write of their work. `story`: what is written for the child to read one day. */
export const NOTE_KINDS = {
  'call or message': 'visits',
  meeting: 'visits',
  'strategy meeting': 'visits',
  'disruption meeting': 'visits',
  'placement planning meeting': 'visits',
  'family meeting': 'visits',
  "professionals' meeting": 'visits',
  'family time': 'visits',
  'something happened': 'visits',
  'direct work': 'visits',
  'out of hours': 'visits',
  other: 'visits',
  'good news': 'story',
  'life story': 'story',
  'goodbye and hello': 'story',
  goodbye: 'story',
  hello: 'story',
} as const
export type NoteKind = keyof typeof NOTE_KINDS
export type NotePart = (typeof NOTE_KINDS)[NoteKind]
export const isNoteKind = (text: string): text is NoteKind => Object.hasOwn(NOTE_KINDS, text)

/** Kinds beside whose note stands a meeting, with its guests. */
export const MEETING_KINDS = [
  'strategy meeting',
  'disruption meeting',
  'placement planning meeting',
  'family meeting',
  "professionals' meeting",
  'meeting',
] as const satisfies readonly NoteKind[]
export const isMeeting = (kind: string): boolean => MEETING_KINDS.some((one) => one === kind)

export const PRESENT = [
  'child',
  'brother or sister',
  'parent',
  'family',
  'carer',
  'worker',
  'manager',
  'reviewing officer',
  'school',
  'health',
  'police',
  'advocate',
  'interpreter',
  'somebody else',
] as const
export type Present = (typeof PRESENT)[number]
export const isPresent = (text: string): text is Present => PRESENT.some((one) => one === text)

export const CAME_FROM = [
  'seen or heard by the writer',
  'the child',
  'family',
  'carer',
  'school',
  'health',
  'police',
  'court or lawyer',
  'another service',
  'somebody else',
] as const
export type CameFrom = (typeof CAME_FROM)[number]

/** How a note may be used. */
export const TERMS = [
  'own record',
  'filed in proceedings',
  'legal advice',
  'police',
  'in confidence',
  'about a third party',
] as const
export type Terms = (typeof TERMS)[number]
/** Packs, profiles, prints and copies leave it out until somebody named lets it in. */
export const isLeftOutOfCopies = (terms: string): boolean => terms !== 'own record'

export const ABOUT_WHOM = ['this child', 'brother or sister', 'parent', 'carer', 'somebody else'] as const
export type AboutWhom = (typeof ABOUT_WHOM)[number]

/** A line of another table, such as the visit or the review of which a note was written. */
export type Line = { readonly table: string; readonly line: string }
