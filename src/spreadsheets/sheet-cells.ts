// What the XML parts of a workbook say: names of sheets with their parts, shared texts, which styles are days, and the cells of a sheet. Pure.
import { type CellValue, dayOfEpoch } from './sheet-xml.ts'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
function meant(whole: string, name: string): string {
  const code = name.startsWith('#x')
    ? Number.parseInt(name.slice(2), 16)
    : name.startsWith('#')
      ? Number(name.slice(1))
      : 0
  if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
  return entities[name] ?? whole
}
const unescaped = (text: string): string =>
  text.includes('&') ? text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, meant) : text

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return found === null ? undefined : unescaped(found[1] ?? '')
}
const tagsOf = (xml: string, name: string): readonly string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, 'g')) ?? []

/** Where the XML of each sheet lies, in the order of the workbook. */
export function sheetsNamed(
  workbook: string,
  relations: string,
): readonly { readonly name: string; readonly path: string }[] {
  const targets = new Map(
    tagsOf(relations, 'Relationship').map((tag) => [attribute(tag, 'Id') ?? '', attribute(tag, 'Target') ?? '']),
  )
  return tagsOf(workbook, 'sheet').map((tag) => {
    const target = targets.get(attribute(tag, 'r:id') ?? attribute(tag, 'id') ?? '') ?? ''
    return { name: attribute(tag, 'name') ?? '', path: target.startsWith('/') ? target.slice(1) : `xl/${target}` }
  })
}

/** Days before 1904 began are how old Macintosh workbooks count. */
export const daysAhead = (workbook: string): number => (/date1904="(?:1|true)"/.test(workbook) ? 1462 : 0)

/** A text may be cut into runs; how it is spoken in Japanese is not part of it. */
function textIn(xml: string): string {
  const runs = xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '')
  return [...runs.matchAll(/<(?:\w+:)?t\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?t>)/g)]
    .map(([, text = '']) => unescaped(text))
    .join('')
}
export const sharedTexts = (xml: string): readonly string[] =>
  [...xml.matchAll(/<(?:\w+:)?si\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)].map(([, inside = '']) => textIn(inside))

/** Formats of days that need no description. */
const builtIn = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
// What stands in quotation marks or brackets, or after a backslash, is no part of a day.
const ofDays = (format: string): boolean => /[dy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

/** By the number of a style: whether it shows a number as a day. */
export function stylesOfDays(xml: string): readonly boolean[] {
  const own = new Map(
    tagsOf(xml, 'numFmt').map((tag) => [
      Number(attribute(tag, 'numFmtId')),
      ofDays(attribute(tag, 'formatCode') ?? ''),
    ]),
  )
  const cells = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? ''
  return tagsOf(cells, 'xf').map((tag) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    return own.get(id) ?? builtIn(id)
  })
}

export type SheetRow = { readonly number: number; readonly cells: readonly CellValue[] }
export type ReadSheet = { readonly name: string; readonly rows: readonly SheetRow[] }
export type Reading = {
  readonly shared: readonly string[]
  readonly days: readonly boolean[]
  readonly ahead: number
}

/** 'AB12' is the 28th column: 27 counted from nothing. */
function columnAt(reference: string): number {
  let at = 0
  for (const letter of reference.replace(/\d+$/, '')) at = at * 26 + letter.charCodeAt(0) - 64
  return at - 1
}

function cellValue(tag: string, inside: string, { shared, days, ahead }: Reading): CellValue {
  const type = attribute(tag, 't')
  if (type === 'inlineStr') return textIn(inside)
  const said = /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/.exec(inside)?.[1]
  if (said === undefined) return null
  if (type === 's') return shared[Number(said)] ?? null
  if (type === 'b') return said === '1' ? 'TRUE' : 'FALSE'
  if (type === 'str' || type === 'e') return unescaped(said)
  const number = Number(said)
  if (type === 'd' || !Number.isFinite(number)) return unescaped(said)
  return days[Number(attribute(tag, 's') ?? 0)] === true ? { day: Math.floor(number) + ahead - dayOfEpoch } : number
}

/** A sheet has 16,384 columns at most: a reference beyond is a mistake, and would take all memory. */
const MOST_COLUMNS = 16_384

export function* rowsOfSheet(xml: string, reading: Reading): Generator<SheetRow> {
  let number = 0
  for (const [, tag = '', inside = ''] of xml.matchAll(/<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g)) {
    number = Number(attribute(tag, 'r') ?? number + 1)
    const cells: CellValue[] = []
    for (const [, own = '', value = ''] of inside.matchAll(/<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g)) {
      const reference = attribute(own, 'r')
      const at = reference === undefined ? cells.length : columnAt(reference)
      if (at < 0 || at >= MOST_COLUMNS) continue
      while (cells.length < at) cells.push(null)
      cells[at] = cellValue(own, value, reading)
    }
    yield { number, cells }
  }
}
