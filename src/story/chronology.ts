// The chronology: what changed a child's life, earliest first, with its source; what its terms forbid is left out and counted.
import { formatDay, type IsoDay } from '#calendar'
import { isTimeAway, legalWords } from '#child-frame'
import { homeNamed, wentWords } from './entry.ts'
import type { KeyRow, NoteRow, StoryRows } from './rows.ts'

export type ChronologyLine = {
  readonly on: IsoDay
  readonly what: string
  readonly why: string
  readonly source: string
  /** It stands in the earlier record of a child with two. */
  readonly earlier?: true
}
export type Chronology = { readonly lines: readonly ChronologyLine[]; readonly leftOut: number }

export const PRINT_WHY = {
  proceedings: 'Court proceedings',
  review: 'A review or meeting about the child',
  transfer: 'Another council takes over',
  'subject access': 'Somebody asked for their record',
  audit: 'An audit or inspection',
  'direct work': 'To read with the child',
} as const
export const PRINT_FOR = {
  court: 'The court',
  lawyer: "The council's lawyer",
  guardian: "The children's guardian",
  'reviewing officer': 'The reviewing officer',
  council: 'Another council',
  inspector: 'An auditor or inspector',
  child: 'The child',
} as const
export type PrintWhy = keyof typeof PRINT_WHY
export type PrintFor = keyof typeof PRINT_FOR
export const isPrintWhy = (text: string | undefined): text is PrintWhy =>
  text !== undefined && Object.hasOwn(PRINT_WHY, text)
export const isPrintFor = (text: string | undefined): text is PrintFor =>
  text !== undefined && Object.hasOwn(PRINT_FOR, text)

/** 'undefined' terms: the line is not open to the reader, so nobody can say that it may be used. */
export type TermsOf = (on: KeyRow['on']) => string | undefined
const OWN = new Set(['own record', 'own'])

/** A story told to fewer people than see the record stays with them until somebody named lets it in. */
const mayBeCopied = ({ on, narrowed, barred, what }: KeyRow, termsOf: TermsOf): boolean => {
  const terms = termsOf(on)
  const open = narrowed === null || narrowed === 'not released'
  return what !== undefined && !barred && open && terms !== undefined && OWN.has(terms)
}
/** Rows of notes and documents carry terms of their own; every other line of the record is our own. */
export const termsIn =
  (notes: readonly NoteRow[], documents: ReadonlyMap<string, string>): TermsOf =>
  ({ table, line }) => {
    if (table === 'document') return documents.get(line)
    if (!table.startsWith('note') && !table.startsWith('story_note')) return 'own record'
    return notes.find((note) => note.line === line)?.terms
  }

const SOURCES: Readonly<Record<string, string>> = {
  note: 'Note',
  story_note: 'Note',
  visit: 'Visit',
  review: 'Review',
  placement: 'Home',
  legal_basis: 'Order or agreement',
  missing_episode: 'Time missing or away',
  document: 'Document',
  view: 'What was said',
  decision: 'Decision',
}

const backWords = (since: IsoDay, until: IsoDay | null): string => {
  if (until === null) return ''
  return until === since ? ', back the same day' : `, back on ${formatDay(until)}`
}

type Facts = Pick<StoryRows, 'periods' | 'orders' | 'homes' | 'episodes'>
const factLines = ({
  periods = [],
  orders = [],
  homes = [],
  episodes = [],
}: Facts): readonly (ChronologyLine & { line: string })[] => [
  ...periods.flatMap(({ since, until }, at) => [
    {
      line: '',
      on: since,
      what: at === 0 ? 'Came into care.' : 'Came back into care.',
      why: '',
      source: 'Period of care',
    },
    ...(until === null ? [] : [{ line: '', on: until, what: 'Left care.', why: '', source: 'Period of care' }]),
  ]),
  ...orders.map(({ line, kind, since }) => ({
    line,
    on: since,
    what: `${legalWords(kind)}.`,
    why: '',
    source: 'Order or agreement',
  })),
  ...homes
    .filter(({ kind, sameCarers }) => !isTimeAway(kind) && !sameCarers)
    .map((home) => ({
      ...{ line: home.line, on: home.since, source: 'Home' },
      what: `Went to live: ${homeNamed(home)}.`,
      why: home.planned === null ? '' : home.planned ? 'Planned move.' : 'Not a planned move.',
    })),
  ...episodes.map(({ line, kind, since, until }) => ({
    ...{ line, on: since, why: '', source: 'Time missing or away' },
    what: `${wentWords(kind)}${backWords(since, until)}.`,
  })),
]

type Placed = { readonly on: IsoDay; readonly line: string }
const placeOf = ({ on, line }: Placed): string => `${on} ${line}`
/** Which lines of a chronology of both stand in the earlier record. */
export const placesIn = (rows: StoryRows): ReadonlySet<string> =>
  new Set([...rows.keys.map(({ happened: on, line }) => ({ on, line })), ...factLines(rows)].map(placeOf))

/** Marked events that are kept for the chronology, and the facts that nobody has marked; earliest first. */
export function chronologyOf(rows: StoryRows, termsOf: TermsOf, earlier: ReadonlySet<string> = new Set()): Chronology {
  const kept = rows.keys.filter(({ keptFor }) => keptFor !== 'story')
  const copied = kept.filter((key) => mayBeCopied(key, termsOf))
  const marked = new Set(rows.keys.map(({ on }) => on.line))
  const keyed = copied.map(({ line, happened, what, why, on }) => ({
    ...{ line, on: happened, what: what ?? '', why: why ?? '', source: SOURCES[on.table] ?? 'Record' },
  }))
  const told = new Set(copied.map(({ happened }) => happened))
  const facts = factLines(rows).filter(({ line, on }) => (line === '' ? !told.has(on) : !marked.has(line)))
  const lines = [...keyed, ...facts].sort((a, b) => (`${a.on} ${a.line}` < `${b.on} ${b.line}` ? -1 : 1))
  return {
    lines: lines.map(({ line, on, what, why, source }) => ({
      ...{ on, what, why, source },
      ...(earlier.has(placeOf({ on, line })) ? { earlier: true } : {}),
    })),
    leftOut: kept.length - copied.length,
  }
}
