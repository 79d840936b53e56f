// What list 8 of an Annex A workbook says of each child in care, as facts; the list shows only what was last, so nothing that is gone from it vanishes, and a move ends what was last before. Pure.
import { dayOf } from '#calendar'
import { shownPostcode } from '#geography'
import type { CellValue, ReadSheet, SheetRow } from '#spreadsheets'
import { type ChildSays, dayIn, type Fact, type Refused, type SourceFile } from './facts.ts'
import { isBackwards, legalKind, type Said, type TakenTable } from './said.ts'
import { Unreadable } from './ssd-readers.ts'

const SHEET = 'List 8'
const CHILD = 'Child Unique ID'
const DAYS_BEFORE_1970 = 25_569

/** Spaces and apostrophes are typed in more ways than one. */
const plain = (heading: CellValue): string =>
  (typeof heading === 'string' ? heading : '').replace(/\s+/g, ' ').trim().toLowerCase()

type Cells = { readonly text: (heading: string) => string; readonly day: (heading: string) => string }

function cellsOf(row: SheetRow, at: ReadonlyMap<string, number>, today: string): Cells {
  const cell = (heading: string) => row.cells[at.get(plain(heading)) ?? -1] ?? null
  const text = (heading: string): string => {
    const value = cell(heading)
    return value === null || typeof value === 'object' ? '' : String(value).trim()
  }
  const day = (heading: string): string => {
    const value = cell(heading)
    if (value === null || value === '') return ''
    const number =
      typeof value === 'object' ? value.day : typeof value === 'number' ? value - DAYS_BEFORE_1970 : undefined
    const found = number === undefined ? dayIn(text(heading)) : dayOf(number)
    if (found === undefined) throw new Unreadable(heading, 'not-a-day')
    if (found > today) throw new Unreadable(heading, 'after-today')
    return found
  }
  return { text, day }
}

/** 'e) K2: Children's Homes' is K2. */
const code = (says: string, pattern: RegExp): string => pattern.exec(says)?.[0] ?? ''
const GENDERS: Readonly<Record<string, string>> = { a: 'M', b: 'F' }

type Given = readonly { readonly table: TakenTable; readonly id: string; readonly said: Said }[]
const when = (says: string, given: Given[number]): Given => (says === '' ? [] : [given])

function who({ text, day }: Cells): Given {
  const [born, sex] = [day('Date of Birth'), GENDERS[text('Gender').charAt(0)] ?? '']
  const origin = code(text('Ethnicity'), /\b[A-Z]{4}\b/)
  return [
    ...when(born, { table: 'birth_claim', id: 'born', said: { born } }),
    ...when(sex, { table: 'identity_code', id: 'sex', said: { kind: 'sex for the return', code: sex } }),
    ...when(origin, {
      table: 'identity_code',
      id: 'ethnicity',
      said: { kind: 'ethnicity for the return', code: origin },
    }),
  ]
}

function care({ text, day }: Cells): Given {
  const [began, ended] = [day('Date Started to be Looked After'), day('Date Ceased to be Looked After')]
  const [made, from] = [day('Start date of current legal status'), day('Start Date of Most Recent Placement')]
  const need = code(text("Child's Category of Need"), /\bN\d\b/)
  const reason = code(text('Reason Ceased to be Looked After'), /\bE\d{1,2}[AB]?\b/)
  const status = code(text("Child's Legal Status"), /\b[CDEJLV]\d\b/)
  const [kind, provider] = [code(text('Placement Type'), /\b[A-Z]\d\b/), code(text('Placement Provider'), /\bPR\d\b/)]
  const [postcode, basis] = [text('Placement postcode'), legalKind(status) ?? '']
  if (began !== '' && ended !== '' && ended < began)
    throw new Unreadable('Date Ceased to be Looked After', 'ends-before-it-begins')
  const place = postcode === '' ? {} : { place: shownPostcode(postcode) }
  const period = {
    began,
    known: 'Y',
    ended,
    ...(need === '' ? {} : { need }),
    ...(ended === '' || reason === '' ? {} : { end_reason: reason }),
  }
  return [
    ...when(began, { table: 'care_period', id: `care ${began}`, said: period }),
    ...when(basis === '' ? '' : made, { table: 'legal_basis', id: `${status} ${made}`, said: { kind: basis, made } }),
    ...when(kind === '' ? '' : from, {
      ...{ table: 'placement', id: `placement ${from}` },
      said: { from, until: ended, kind, provider, registration: text('URN of Placement'), ...place },
    }),
  ]
}

function events({ day }: Cells): Given {
  const [held, happened] = [day('Date of Latest Statutory Review'), day('Date of Last Social Work Visit')]
  return [
    ...when(held, { table: 'review', id: `review ${held}`, said: { held } }),
    ...when(happened, {
      ...{ table: 'visit', id: `visit ${happened}` },
      said: { happened, role: 'representative', mode: 'in person', seen: 'Y' },
    }),
  ]
}

/** Part by part, so that one day that cannot be read does not lose what the rest of the row says. */
function childSays(row: SheetRow, cells: Cells, file: string): ChildSays {
  const words = row.cells
    .map((cell) => (cell === null ? '' : typeof cell === 'object' ? dayOf(cell.day) : String(cell)))
    .join(',')
  const place = { file, sheet: SHEET, row: row.number, words }
  const facts: Fact[] = []
  const refused: Refused[] = []
  for (const part of [who, care, events])
    try {
      for (const { table, id, said } of part(cells))
        if (isBackwards(table, said)) refused.push({ place, field: undefined, reason: 'ends-before-it-begins' })
        else facts.push({ table, key: `${SHEET}|${id}`, id: undefined, said, place })
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      refused.push({ place, field: error.field, reason: error.reason })
    }
  return { facts, refused }
}

export type AnnexRead = SourceFile | { readonly wrong: string }

export function readAnnexA(sheets: readonly ReadSheet[], file: string, today: string): AnnexRead {
  const sheet = sheets.find(({ name }) => plain(name) === plain(SHEET))
  const heading = sheet?.rows.find(({ cells }) => cells.some((cell) => plain(cell) === plain(CHILD)))
  if (sheet === undefined || heading === undefined)
    return { wrong: `there is no sheet ${SHEET} with a column ${CHILD}` }
  const at = new Map(heading.cells.map((cell, index) => [plain(cell), index]))
  const children = new Map<string, ChildSays>()
  const strays: Refused[] = []
  const rows = sheet.rows.filter(
    ({ number, cells }) => number > heading.number && cells.some((cell) => cell !== null && cell !== ''),
  )
  for (const row of rows) {
    const cells = cellsOf(row, at, today)
    const [id, says] = [cells.text(CHILD), childSays(row, cells, file)]
    const place = says.facts[0]?.place ?? { file, sheet: SHEET, row: row.number, words: '' }
    if (id === '') strays.push({ place, field: CHILD, reason: 'no-child' })
    else if (children.has(id)) strays.push({ place, field: CHILD, reason: 'two-headers' })
    else children.set(id, says)
  }
  return {
    ...{ kind: 'annex-a', children, strays, rows: rows.length, whole: new Set<TakenTable>(), tablesOf: () => [] },
    events: rows.length === 0 ? [] : ['care-period', 'legal-status', 'placement', 'review', 'visit'],
    notes: [
      'Of each child the list says what was last: earlier visits, reviews and placements stay as they are, and nothing vanishes.',
    ],
  }
}
