// Splits comma-separated text (RFC 4180, either line ending) into columns of cells; an empty cell is null.

export type Cell = string | null

export type SplitCsv = {
  header: readonly string[]
  /** As many columns as the header names, each with one cell for every row. */
  columns: readonly Cell[][]
  /** The line of the file (from 1) on which each row begins. */
  lines: readonly number[]
  /** Rows (from 0) with more or fewer cells than the header. */
  ragged: readonly number[]
  /** The line on which a quotation mark opens that never closes. */
  openQuote: number | undefined
}

type Record_ = { cells: string[]; end: number; newlines: number; open: boolean }

/** Reads one record that has a quotation mark in it, from `start`. */
function quotedRecord(text: string, start: number): Record_ {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  let newlines = 0
  let at = start
  for (; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (letter === '\n') newlines += 1
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (letter === '"' && cell === '') quoted = true
    else if (letter === ',') {
      cells.push(cell)
      cell = ''
    } else if (letter === '\n') break
    else cell += letter
  }
  cells.push(cell.endsWith('\r') ? cell.slice(0, -1) : cell)
  return { cells, end: at + 1, newlines: Math.max(newlines, 1), open: quoted }
}

function plainRecord(text: string, start: number, end: number): Record_ {
  const stop = text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end
  return { cells: text.slice(start, stop).split(','), end: end + 1, newlines: 1, open: false }
}

function* records(text: string): Generator<Record_ & { line: number }> {
  let at = 0
  let line = 1
  let quote = text.indexOf('"')
  while (at < text.length) {
    const found = text.indexOf('\n', at)
    const end = found === -1 ? text.length : found
    if (quote !== -1 && quote < at) quote = text.indexOf('"', at)
    const record = quote !== -1 && quote < end ? quotedRecord(text, at) : plainRecord(text, at, end)
    const blank = record.cells.length === 1 && record.cells[0] === ''
    if (!blank) yield { ...record, line }
    at = record.end
    line += record.newlines
  }
}

/** Equal cells share one string, which saves memory and makes comparing them quick. */
function interner(): (text: string) => Cell {
  const seen = new Map<string, string>()
  return (text) => {
    if (text === '') return null
    const known = seen.get(text)
    if (known !== undefined) return known
    seen.set(text, text)
    return text
  }
}

/** Blank lines are passed over. Old Macintosh line endings (a lone carriage return) are read as well. */
export function splitCsv(whole: string): SplitCsv {
  const text = whole.includes('\r') && !whole.includes('\n') ? whole.replaceAll('\r', '\n') : whole
  const shared = interner()
  const lines: number[] = []
  const ragged: number[] = []
  let header: readonly string[] | undefined
  let columns: Cell[][] = []
  let openQuote: number | undefined
  for (const { cells, line, open } of records(text)) {
    if (open) openQuote = line
    if (header === undefined) {
      header = cells.map((name) => name.trim())
      columns = header.map(() => [])
      continue
    }
    if (cells.length !== header.length) ragged.push(lines.length)
    for (let at = 0; at < columns.length; at += 1) columns[at]?.push(shared(cells[at] ?? ''))
    lines.push(line)
  }
  return { header: header ?? [], columns, lines, ragged, openQuote }
}
