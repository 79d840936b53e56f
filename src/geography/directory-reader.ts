// Reads a postcode directory as its bytes arrive: finds its columns, hands over each good row, counts and lists the rest.
import { upperTierOf } from './authority.ts'
import {
  authorityCode,
  type DirectoryColumns,
  type DirectoryRow,
  emptyRow,
  type Line,
  lineCutter,
  readRow,
} from './directory-row.ts'

type ColumnsFound =
  | { readonly found: true; readonly columns: DirectoryColumns }
  | { readonly found: false; readonly missing: readonly string[] }

// In order of preference: the spaced form first, since the fixed-width ones differ only in their blanks.
const postcodeNames = ['pcds', 'pcd2', 'pcd8', 'pcd', 'pcd7', 'postcode']
const authorityNames = ['oslaua', 'laua', 'ladcd']
const eastingNames = ['east1m', 'oseast1m', 'easting', 'eastings']
const northingNames = ['north1m', 'osnrth1m', 'northing', 'northings']

/** Fields of one line of comma-separated values, quotes taken off. */
function fieldsOf(line: string): string[] {
  const fields = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []
  return fields.slice(0, line.split(',').length).map((field) =>
    field
      .replace(/,$/, '')
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"')
      .trim(),
  )
}

function firstNamed(header: readonly string[], names: readonly string[]): number {
  return names.map((name) => header.indexOf(name)).find((at) => at >= 0) ?? -1
}

/** `lad25cd`, `oslaua`, `laua21` …: the newest dated name wins, since a directory may carry an older one beside it. */
function authorityColumn(header: readonly string[]): { at: number; codesOf: number | null } {
  const dated = header
    .map((name, at) => ({ at, year: /^(?:lad(\d\d)cdo?|(?:os)?laua(\d\d))$/.exec(name) }))
    .flatMap(({ at, year }) => (year ? [{ at, codesOf: 2000 + Number(year[1] ?? year[2]) }] : []))
    .sort((a, b) => b.codesOf - a.codesOf)
  return dated[0] ?? { at: firstNamed(header, authorityNames), codesOf: null }
}

/** `headerLine` as it stands in the file: byte order mark, capitals, quotes and blanks do not matter. */
export function columnsOf(headerLine: string): ColumnsFound {
  const header = fieldsOf(headerLine.replace(/^\uFEFF/, '').toLowerCase())
  const { at: authority, codesOf } = authorityColumn(header)
  const columns = {
    postcode: firstNamed(header, postcodeNames),
    authority,
    easting: firstNamed(header, eastingNames),
    northing: firstNamed(header, northingNames),
    codesOf,
  }
  const missing = [
    ...(columns.postcode < 0 ? ['postcode (pcds, pcd2, pcd8, pcd, pcd7)'] : []),
    ...(columns.authority < 0 ? ['authority (lad25cd of any year, oslaua, laua)'] : []),
    ...(columns.easting < 0 ? ['easting (east1m, oseast1m)'] : []),
    ...(columns.northing < 0 ? ['northing (north1m, osnrth1m)'] : []),
  ]
  return missing.length > 0 ? { found: false, missing } : { found: true, columns }
}

export type RefusedRow = {
  /** Counted from 1, the header being 1. */
  readonly line: number
  readonly reason: string
  /** The beginning of the line. */
  readonly written: string
}

export type DirectoryReport = {
  /** Year of the authority codes, where the column's name tells it. */
  readonly codesOf: number | null
  /** Rows taken: `england` + `elsewhere`. */
  readonly rows: number
  readonly england: number
  /** Wales, Scotland, Northern Ireland, the islands, and rows without an authority. */
  readonly elsewhere: number
  readonly withoutPosition: number
  readonly refused: number
  /** The first twenty. */
  readonly refusals: readonly RefusedRow[]
  /** English codes that lead to none of the 153 authorities, with their rows. */
  readonly withoutUpperTier: Readonly<Record<string, number>>
}

export type DirectoryReader = {
  /** Bytes of the file, in order, cut anywhere. Throws where the header lacks a column. */
  read(this: void, bytes: Buffer): void
  /** Rows taken so far, for progress. */
  rowsSoFar(this: void): number
  /** After the last byte. Throws where no row could be taken. */
  finish(this: void): DirectoryReport
}

const LISTED = 20

export function directoryReader(take: (row: DirectoryRow) => void): DirectoryReader {
  const row = emptyRow()
  const perAuthority = new Map<number, number>()
  const refusals: RefusedRow[] = []
  const counts = { rows: 0, refused: 0, withoutPosition: 0 }
  let lines = 0
  let columns: DirectoryColumns | undefined

  function refuse(reason: string, { bytes, start, end }: Line): void {
    counts.refused += 1
    const written = () => bytes.toString('utf8', start, Math.min(end, start + 60))
    if (refusals.length < LISTED) refusals.push({ line: lines, reason, written: written() })
  }

  function readLine(line: Line): void {
    lines += 1
    if (columns === undefined) columns = columnsIn(line.bytes.toString('utf8', line.start, line.end))
    else if (line.end > line.start) {
      const refusal = readRow(line, columns, row)
      if (refusal === undefined) count()
      else refuse(refusal, line)
    }
  }

  function count(): void {
    counts.rows += 1
    if (row.easting < 0) counts.withoutPosition += 1
    perAuthority.set(row.authorityKey, (perAuthority.get(row.authorityKey) ?? 0) + 1)
    take(row)
  }

  const cutter = lineCutter(readLine)

  function finish(): DirectoryReport {
    cutter.finish()
    if (columns === undefined) throw new Error('The file is empty.')
    if (counts.rows === 0) throw new Error(noRows(refusals[0]))
    return { codesOf: columns.codesOf, ...counts, ...summed(perAuthority), refusals }
  }

  return { read: cutter.read, rowsSoFar: () => counts.rows, finish }
}

function columnsIn(header: string): DirectoryColumns {
  const found = columnsOf(header)
  if (found.found) return found.columns
  throw new Error(`This is no ONS Postcode Directory: its first line has no column for ${found.missing.join(', ')}.`)
}

function noRows(first: RefusedRow | undefined): string {
  return first === undefined
    ? 'The file has a header and no rows.'
    : `No row could be taken. The first: line ${first.line}, ${first.reason}.`
}

function summed(perAuthority: ReadonlyMap<number, number>) {
  const withoutUpperTier: Record<string, number> = {}
  let england = 0
  let elsewhere = 0
  for (const [key, rows] of perAuthority) {
    const code = authorityCode(key)
    if (code?.startsWith('E') !== true) {
      elsewhere += rows
      continue
    }
    england += rows
    if (upperTierOf(code) === undefined) withoutUpperTier[code] = rows
  }
  return { england, elsewhere, withoutUpperTier }
}
