// Reads a file of school terms from CSV: each row as days of one term of one school, or why a row was not understood.
import type { IsoDay } from '#calendar'
import { type Cells, dayWithYear, tableIn } from '#sent-lists'
import { COLUMNS, type Column, NEEDED, type ReadTerms, type TermFault, type TermRow } from './term-row.ts'

const NO_DAY = 'This is no day. Write it with its year, for example 2 Sep 2026 or 02/09/2026.'
type Reading = { readonly cells: Cells; readonly row: number; readonly today: IsoDay; readonly faults: TermFault[] }

function dayOf({ cells, row, today, faults }: Reading, field: Column): IsoDay | undefined {
  const text = cells(field)
  if (text === '') return undefined
  const day = dayWithYear(text, today)
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
  const days = text.split(/[;,\n]+/).flatMap((one) => (one.trim() === '' ? [] : [dayWithYear(one.trim(), today)]))
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

/** `wrong`: it is no such file, and nothing of it was read. */
export function readTerms(text: string, today: IsoDay): ReadTerms | { readonly wrong: string } {
  const table = tableIn(text)
  const has = (column: string): boolean => table.headings.includes(column)
  if (!NEEDED.every(has) || !(has('school') || has('urn')))
    return { wrong: `The first line has to name the columns: school or urn, ${NEEDED.join(', ')}.` }
  const wrong = table.wrong(Object.keys(COLUMNS))
  if (wrong !== undefined) return { wrong }
  return table.rows((cells, row) => {
    const faults: TermFault[] = []
    return { read: rowOf({ cells, row, today, faults }), faults }
  })
}
