// Lists as somebody gives them: severities of rules and providers, from CSV or from one form; every row that cannot be taken is named. Pure.
import { type IsoDay, parseDay } from '#calendar'
import { splitCsv } from '#return-files'

export const SEVERITIES = {
  error: 'Error: stops the return',
  query: 'Query: wants an explanation',
  unknown: 'Unknown',
} as const
export type Severity = keyof typeof SEVERITIES
const isSeverity = (word: string): word is Severity => Object.hasOwn(SEVERITIES, word)

export const ORIGINS = {
  portal: 'What the Department’s portal says',
  guidance: 'The Department’s guidance',
  council: 'Our own decision',
} as const
export type Origin = keyof typeof ORIGINS
export const isOrigin = (word: string): word is Origin => Object.hasOwn(ORIGINS, word)

export type NewSeverity = { readonly rule: string; readonly severity: Severity }
/** Codes with commas between them, as they are kept. */
export type NewProvider = {
  readonly urn: string
  readonly places: string
  readonly sectors: string
  readonly ended: IsoDay | null
  readonly postcode: string
  readonly authority: string
}

/** `line` as an editor counts it; 0: the file as a whole. */
export type BadRow = { readonly line: number; readonly says: string }
export type Given<Row> = { readonly rows: readonly Row[] } | { readonly bad: readonly BadRow[] }

/** `by`: what tells one row from every other; a second one about it is a bad row, since nobody could say which holds. */
type Reads<Row> = { readonly read: Read<Row>; readonly by: (row: Row) => string }
type Read<Row> = (cell: (name: string) => string) => Row | NotTaken
/** `field`: the column, or the field of the form for one row. */
export type NotTaken = { readonly field: string; readonly says: string }

/** All rows, or every row that cannot be taken: nothing of a list with one bad row is kept, and none is left out unsaid. */
function rowsOf<Row extends object>(text: string, columns: readonly string[], { read, by }: Reads<Row>): Given<Row> {
  const split = splitCsv(text.replace(/^\uFEFF/, ''))
  const header = split.header.map((name) => name.trim().toLowerCase())
  const missing = columns.filter((name) => !header.includes(name.toLowerCase()))
  if (missing.length > 0) return { bad: [{ line: 0, says: `The first line has no column ${missing.join(', ')}.` }] }
  if (split.openQuote !== undefined)
    return { bad: [{ line: split.openQuote, says: 'A quotation mark opens here and never closes.' }] }
  const ragged = new Set(split.ragged)
  const seen = new Set<string>()
  const rows: Row[] = []
  const bad: BadRow[] = []
  for (const [row, line] of split.lines.entries()) {
    const cell = (name: string) => (split.columns[header.indexOf(name.toLowerCase())]?.[row] ?? '').trim()
    const found = ragged.has(row) ? { field: '', says: 'It has more or fewer cells than the first line.' } : read(cell)
    if ('says' in found) bad.push({ line, says: found.says })
    else if (seen.has(by(found))) bad.push({ line, says: `${by(found)} stands in this list before.` })
    else {
      seen.add(by(found))
      rows.push(found)
    }
  }
  if (bad.length > 0) return { bad }
  return rows.length === 0 ? { bad: [{ line: 0, says: 'The file has no rows.' }] } : { rows }
}

const severityOfRow =
  (codes: ReadonlySet<string>): Read<NewSeverity> =>
  (cell) => {
    const [rule, severity] = [cell('rule'), cell('severity').toLowerCase()]
    if (!codes.has(rule))
      return { field: 'rule', says: `There is no rule ${rule === '' ? 'without a code' : rule.slice(0, 20)}.` }
    return isSeverity(severity)
      ? { rule, severity }
      : { field: 'severity', says: 'A severity is error, query or unknown.' }
  }

/** CSV with the columns rule and severity. */
export const severitiesIn = (text: string, codes: ReadonlySet<string>): Given<NewSeverity> =>
  rowsOf(text, ['rule', 'severity'], { read: severityOfRow(codes), by: ({ rule }) => rule })

export const severityTyped = (cell: (name: string) => string, codes: ReadonlySet<string>) => severityOfRow(codes)(cell)

const codes = (text: string): string =>
  text
    .split(/[\s,;]+/)
    .filter((code) => code !== '')
    .join(',')
    .toUpperCase()

/** 31/03/2026 as Ofsted writes it, or 2026-03-31. */
function dayIn(text: string): IsoDay | null | undefined {
  if (text === '') return null
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  return parseDay(year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

export const providerTyped: Read<NewProvider> = (cell) => {
  const urn = cell('URN').toUpperCase()
  const [places, sectors] = [codes(cell('PLACE_CODES')), codes(cell('PROVIDER_CODES'))]
  const ended = dayIn(cell('REG_END'))
  const [postcode, authority] = [
    cell('POSTCODE').replaceAll(/\s/g, '').toUpperCase(),
    cell('LA_CODE_INFERRED').toUpperCase(),
  ]
  if (!/^[A-Z0-9]{1,20}$/.test(urn)) return { field: 'URN', says: 'A URN is letters and digits, for example SC123456.' }
  if (!/^(?:[A-Z]\d{1,2}(?:,[A-Z]\d{1,2})*)?$/.test(places))
    return { field: 'PLACE_CODES', says: 'Kinds of placement are codes with commas between them, for example U1,U6.' }
  if (!/^(?:PR\d(?:,PR\d)*)?$/.test(sectors))
    return {
      field: 'PROVIDER_CODES',
      says: 'Kinds of provider are codes with commas between them, for example PR1,PR4.',
    }
  if (ended === undefined)
    return { field: 'REG_END', says: 'The end of the registration is a day, for example 31/03/2026, or empty.' }
  if (!/^[A-Z0-9]{0,8}$/.test(postcode)) return { field: 'POSTCODE', says: 'The postcode is none.' }
  if (!/^[A-Z0-9]{0,12}$/.test(authority))
    return { field: 'LA_CODE_INFERRED', says: 'The authority is a code, for example E06000053, or empty.' }
  return { urn, places, sectors, ended, postcode, authority }
}

export const PROVIDER_COLUMNS = [
  'URN',
  'PLACE_CODES',
  'PROVIDER_CODES',
  'REG_END',
  'POSTCODE',
  'LA_CODE_INFERRED',
] as const
/** CSV with the columns that `kith check --providers` reads. */
export const providersIn = (text: string): Given<NewProvider> =>
  rowsOf(text, PROVIDER_COLUMNS, { read: providerTyped, by: ({ urn }) => urn })
