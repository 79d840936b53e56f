// The XML parts of a workbook: what it holds, how a sheet begins and ends, and its rows one by one.

/** Text stays text, whatever it looks like: an id keeps its zeros, and what begins with = is no formula. A day counts from 1970-01-01. */
export type CellValue = string | number | { readonly day: number } | null

export type Sheet = {
  readonly name: string
  readonly columns: readonly { readonly heading: string /** In characters. */; readonly width: number }[]
  readonly rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The most characters that a cell of the format can hold, and the most rows of a sheet. */
const longestCell = 32_767
/** 1 January 1970 as a spreadsheet counts days: from the end of 1899, with a 29 February 1900 that never was. */
export const dayOfEpoch = 25_569
export const mostRows = 1_048_576

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// What XML 1.0 cannot say at all: most control characters, and half of a pair of surrogates.
const unsayable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const escaped = (text: string): string =>
  text.replace(unsayable, '\uFFFD').replace(/[&<>"]/g, (character) => entities[character] ?? '')

/** 0 is A, 26 is AA. */
export function columnName(at: number): string {
  const rest = Math.floor(at / 26) - 1
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (at % 26))
}

function cell(value: CellValue, reference: string, style: number): string {
  if (value === null || value === '') return ''
  if (typeof value === 'object') return `<c r="${reference}" s="3"><v>${value.day + dayOfEpoch}</v></c>`
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${reference}"><v>${value}</v></c>`
  const text = escaped(String(value).slice(0, longestCell))
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

/** One row; `number` counts from 1, as a spreadsheet does. The first style is text, the second a heading. */
export function rowXml(values: readonly CellValue[], number: number, style = 1): string {
  const cells = values.map((value, at) => cell(value, `${columnName(at)}${number}`, style))
  return `<row r="${number}">${cells.join('')}</row>`
}

/** Up to the first row of data: the heading stands still while the rows are scrolled. */
export function sheetBegin({ columns }: Sheet): string {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const headings = rowXml(
    columns.map(({ heading }) => heading),
    1,
    2,
  )
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  return `${declaration}<worksheet ${main}><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${headings}`
}

export function sheetEnd({ columns }: Sheet, rows: number): string {
  const last = `${columnName(Math.max(columns.length - 1, 0))}${rows}`
  return `</sheetData><autoFilter ref="A1:${last}"/></worksheet>`
}

/** Sheet names may not be long, nor hold some characters, nor stand twice. */
export function sheetNames(sheets: readonly Sheet[]): readonly string[] {
  const used = new Set<string>()
  return sheets.map(({ name }) => {
    const plain = name.replace(/[\\/?*[\]:']/g, ' ').slice(0, 28) || 'Sheet'
    let free = plain
    for (let again = 2; used.has(free.toLowerCase()); again += 1) free = `${plain} ${again}`
    used.add(free.toLowerCase())
    return free
  })
}

export type Part = { readonly path: string; readonly xml: string }

const styles = `${declaration}<styleSheet ${main}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf xfId="0" numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`

export const sheetPath = (at: number): string => `xl/worksheets/sheet${at + 1}.xml`

/** All parts but the sheets themselves. */
export function frameParts(sheets: readonly Sheet[]): readonly Part[] {
  const each = (write: (at: number) => string) => sheets.map((_, at) => write(at)).join('')
  const names = sheetNames(sheets)
  const type = (part: string, kind: string) =>
    `<Override PartName="/${part}" ContentType="${contentType}.${kind}+xml"/>`
  const related = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${kind}" Target="${target}"/>`
  return [
    {
      path: '[Content_Types].xml',
      xml: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('xl/workbook.xml', 'sheet.main')}${type('xl/styles.xml', 'styles')}${each((at) => type(sheetPath(at), 'worksheet'))}</Types>`,
    },
    {
      path: '_rels/.rels',
      xml: `${declaration}<Relationships xmlns="${relations}">${related(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      path: 'xl/workbook.xml',
      xml: `${declaration}<workbook ${main} xmlns:r="${office}"><sheets>${each((at) => `<sheet name="${escaped(names[at] ?? '')}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)}</sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      xml: `${declaration}<Relationships xmlns="${relations}">${each((at) => related(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`))}${related(sheets.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    },
    { path: 'xl/styles.xml', xml: styles },
  ]
}
