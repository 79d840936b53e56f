// Reads a provider's list from CSV: which kind it is, each row as the record's own words, and why a row was not understood.
import type { IsoDay } from '#calendar'
import { ANSWERS, ASKED_BY, ASKED_FOR, OUTCOMES, SEEN_BY } from '#health-care'
import { type Cells, dayWithYear, plain, type RowFault, tableIn } from '#sent-lists'
import { COLUMNS, isListKind, type ListKind, type ListRow, NEEDED, type ReadList } from './list-row.ts'

/** A word of the record by its key or as pages write it, whatever its capitals. */
const wordIn = (words: Readonly<Record<string, string>>, text: string): string | undefined =>
  Object.entries(words).find(([key, label]) => plain(key) === plain(text) || plain(label) === plain(text))?.[0]

const DECISIONS = { ...ANSWERS, declined: 'Declined', rejected: 'Rejected' }
const KINDS = { initial: 'Initial health assessment', review: 'Review health assessment', iha: 'IHA', rha: 'RHA' }
const ASSESSORS = { doctor: 'Doctor', nurse: 'Nurse', midwife: 'Midwife', other: 'Other' }
const SEEN_OR_NOT = { seen: 'Seen', refused: 'Refused', declined: 'Declined' }
const SAME: Readonly<Record<string, string>> = {
  declined: 'refused',
  rejected: 'refused',
  iha: 'initial',
  rha: 'review',
}
const WORDS: Readonly<Record<ListKind, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  referrals: { asked_for: ASKED_FOR, asked_by: ASKED_BY, answer: DECISIONS, seen_by: SEEN_BY, outcome: OUTCOMES },
  assessments: { kind: KINDS, by_role: ASSESSORS, outcome: SEEN_OR_NOT },
}
const DAYS = new Set(['asked', 'received', 'answered', 'offered', 'seen', 'ended', 'happened', 'reported'])
const MOST_WORDS = 500

type Value = { readonly value: string } | { readonly says: string }
const NO_DAY = 'This is no day. Write it with its year, for example 27 Nov 2026 or 27/11/2026.'
function dayIn(text: string, today: IsoDay): Value {
  const day = dayWithYear(text, today)
  return day === undefined ? { says: NO_DAY } : { value: day }
}
function valueIn(
  kind: ListKind,
  field: string,
  { text, today }: { readonly text: string; readonly today: IsoDay },
): Value {
  if (DAYS.has(field)) return dayIn(text, today)
  const words = WORDS[kind][field]
  if (words === undefined)
    return text.length <= MOST_WORDS ? { value: text } : { says: `Write at most ${MOST_WORDS} letters.` }
  const word = wordIn(words, text)
  const known = Object.values(words).join(', ')
  return word === undefined
    ? { says: `This word is not known here. Known are: ${known}.` }
    : { value: SAME[word] ?? word }
}

/** The kind whose needed columns are all there. */
function kindOf(headings: readonly string[]): ListKind | undefined {
  return Object.keys(NEEDED)
    .filter(isListKind)
    .find((kind) => NEEDED[kind].every((column) => headings.includes(column)))
}

function rowOf(kind: ListKind, cells: Cells, { row, today }: { readonly row: number; readonly today: IsoDay }) {
  const faults: RowFault[] = []
  const said: Record<string, string> = {}
  for (const [heading, field] of Object.entries(COLUMNS[kind])) {
    const text = cells(heading)
    if (text === '' || heading === 'child' || heading === 'reference') continue
    const found = valueIn(kind, field, { text, today })
    if ('says' in found) faults.push({ row, field: heading, says: found.says })
    else said[field] = found.value
  }
  for (const needed of NEEDED[kind])
    if (cells(needed) === '') faults.push({ row, field: needed, says: 'This is empty, and has to be there.' })
  const reference = cells('reference')
  if (reference !== '' && !/^[A-Za-z0-9_./:-]{1,40}$/.test(reference))
    faults.push({ row, field: 'reference', says: 'Letters, figures and . / : - _ only, at most 40.' })
  const read: ListRow = {
    row,
    child: cells('child'),
    reference: reference === '' ? null : reference,
    said,
  }
  return { read, faults }
}

/** `wrong`: it is no such list, and nothing of it was read. */
export function readList(text: string, today: IsoDay): ReadList | { readonly wrong: string } {
  const table = tableIn(text)
  const kind = kindOf(table.headings)
  if (kind === undefined) {
    const needs = Object.values(NEEDED).map((all) => all.join(', '))
    return { wrong: `The first line has to name the columns: ${needs.join('; or ')}.` }
  }
  const wrong = table.wrong(Object.keys(COLUMNS[kind]))
  if (wrong !== undefined) return { wrong }
  return { kind, ...table.rows((cells, row) => rowOf(kind, cells, { row, today })) }
}
