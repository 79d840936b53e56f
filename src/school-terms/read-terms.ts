// Reads a file of school terms from CSV: each row as days of one term of one school, or why a row was not understood.
import { anyDay, dayInReach, type IsoDay, spokenDay } from '#calendar'
import { splitCsv } from '#return-files'
import { COLUMNS, type Column, NEEDED, type ReadTerms, type RowFault, type TermRow } from './term-row.ts'

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
const isColumn = (text: string): text is Column => Object.hasOwn(COLUMNS, text)

const NO_DAY = 'This is no day. Write it with its year, for example 2 Sep 2026 or 02/09/2026.'
/** With its year: a term lies ahead or behind. */
function dayIn(text: string, today: IsoDay): IsoDay | undefined {
  const spoken = /\d{4}|\d\D\d{1,2}\D\d{2}$/.test(text) ? spokenDay(text, today, 'back') : undefined
  const found = spoken === undefined ? undefined : anyDay(spoken)
  return found !== undefined && 'day' in found ? dayInReach(found.day) : undefined
}

type Cells = (column: Column) => string
type Reading = { readonly cells: Cells; readonly row: number; readonly today: IsoDay; readonly faults: RowFault[] }

function dayOf({ cells, row, today, faults }: Reading, field: Column): IsoDay | undefined {
  const text = cells(field)
  if (text === '') return undefined
  const day = dayIn(text, today)
  if (day === undefined) faults.push({ row, field, says: NO_DAY })
  return day
}

/** null: nothing is said of it. */
function halfOf(reading: Reading): TermRow['half'] | undefined {
  const [from, to] = [dayOf(reading, 'half_term_from'), dayOf(reading, 'half_term_to')]
  if (from !== undefined && to !== undefined) return [from, to]
  const { cells, row, faults } = reading
  const empty = (['half_term_from', 'half_term_to'] as const).filter((column) => cells(column) === '')
  if (empty.length === 2) return null
  for (const field of empty)
    faults.push({ row, field, says: 'Write the first and the last day of half-term, or neither.' })
  return undefined
}

function trainingOf({ cells, row, today, faults }: Reading): TermRow['training'] {
  const text = cells('training_days')
  if (text === '') return null
  const days = text.split(/[;,\n]+/).flatMap((one) => (one.trim() === '' ? [] : [dayIn(one.trim(), today)]))
  if (days.includes(undefined)) faults.push({ row, field: 'training_days', says: `${NO_DAY} Put ; between them.` })
  return days.flatMap((one) => one ?? [])
}

function rowOf(reading: Reading): TermRow | undefined {
  const { cells, row, faults } = reading
  for (const needed of NEEDED)
    if (cells(needed) === '') faults.push({ row, field: needed, says: 'This is empty, and has to be there.' })
  const [school, urn] = [cells('school'), cells('urn')]
  if (school === '' && urn === '')
    faults.push({ row, field: 'school', says: 'Write the name of the school, or its number (URN).' })
  const [first, last] = [dayOf(reading, 'first_day'), dayOf(reading, 'last_day')]
  const [half, training] = [halfOf(reading), trainingOf(reading)]
  if (first === undefined || last === undefined || half === undefined) return undefined
  return { row, school, urn, name: cells('term').replaceAll(/\s+/g, ' '), first, last, half, training }
}

function wrongHeadings(headings: readonly string[]): string | undefined {
  const lacks = NEEDED.some((column) => !headings.includes(column))
  if (lacks || !(headings.includes('school') || headings.includes('urn')))
    return `The first line has to name the columns: school or urn, ${NEEDED.join(', ')}.`
  const twice = headings.find((heading, at) => isColumn(heading) && headings.indexOf(heading) !== at)
  return twice === undefined ? undefined : `The column ${twice} is there twice.`
}

/** `wrong`: it is no such file, and nothing of it was read. */
export function readTerms(text: string, today: IsoDay): ReadTerms | { readonly wrong: string } {
  const { header, columns, lines, ragged, openQuote } = splitCsv(text)
  const headings = header.map(plain)
  const wrong = wrongHeadings(headings)
  if (wrong !== undefined) return { wrong }
  if (openQuote !== undefined) return { wrong: `A quotation mark in line ${openQuote} is never closed.` }
  const rows: TermRow[] = []
  const faults: RowFault[] = []
  for (const [at, row] of lines.entries()) {
    if (ragged.includes(at)) {
      faults.push({ row, field: null, says: 'This row has more or fewer cells than the heading.' })
      continue
    }
    const cells: Cells = (column) => columns[headings.indexOf(column)]?.[at]?.trim() ?? ''
    const own: RowFault[] = []
    const read = rowOf({ cells, row, today, faults: own })
    if (own.length === 0 && read !== undefined) rows.push(read)
    faults.push(...own)
  }
  return { rowsRead: lines.length, rows, faults }
}
