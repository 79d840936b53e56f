// Lines and rows of a postcode directory, read from its bytes and in place: two million have to pass.

/** One line, without its end, of a buffer that is used again; `from`, `to` and `next` mark the field last read. */
export type Line = {
  bytes: Buffer
  start: number
  end: number
  from: number
  to: number
  next: number
}

export type LineCutter = {
  read(this: void, bytes: Buffer): void
  /** After the last byte: gives the last line, where it has no end. */
  finish(this: void): void
}

const NEWLINE = 0x0a
const RETURN = 0x0d
const LONGEST_LINE = 1 << 20

/** A line end always ends a row, so that one stray quotation mark spoils one row and not the rest of the file. */
export function lineCutter(give: (line: Line) => void): LineCutter {
  const line: Line = { bytes: Buffer.alloc(0), start: 0, end: 0, from: 0, to: 0, next: 0 }
  let left: Buffer = Buffer.alloc(0)

  function cut(bytes: Buffer, start: number, end: number): void {
    line.bytes = bytes
    line.start = start
    line.end = end > start && bytes[end - 1] === RETURN ? end - 1 : end
    give(line)
  }

  function keep(rest: Buffer): void {
    if (rest.length > LONGEST_LINE) throw new Error('This is no postcode directory: it has a line of over a megabyte.')
    left = rest
  }

  function read(bytes: Buffer): void {
    let start = 0
    if (left.length > 0) {
      const end = bytes.indexOf(NEWLINE)
      const joined = Buffer.concat([left, end < 0 ? bytes : bytes.subarray(0, end)])
      keep(joined)
      if (end < 0) return
      cut(joined, 0, joined.length)
      start = end + 1
    }
    for (let end = bytes.indexOf(NEWLINE, start); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      cut(bytes, start, end)
      start = end + 1
    }
    // A copy, since the piece itself may be used again by whoever gave it.
    keep(Buffer.from(bytes.subarray(start)))
  }

  function finish(): void {
    if (left.length > 0) cut(left, 0, left.length)
    left = Buffer.alloc(0)
  }

  return { read, finish }
}

/** Which column holds what, counted from 0; `codesOf` is the year of the authority codes, where the name tells it. */
export type DirectoryColumns = {
  readonly postcode: number
  readonly authority: number
  readonly easting: number
  readonly northing: number
  readonly codesOf: number | null
}

/** One row, used again for the next: copy what has to stay. */
export type DirectoryRow = {
  /** ASCII, upper case, no spaces; `length` bytes of it count. */
  readonly postcode: Uint8Array
  length: number
  /** Sorts as `AB1 2CD` does; below 37 to the power of 7. */
  key: number
  /** Metres on the British National Grid; -1 where the position is unknown. */
  easting: number
  northing: number
  /** Nine bytes, such as `E07000240`; `authorityKey` is 0 where there is none. */
  readonly authority: Uint8Array
  authorityKey: number
}

const refusals = {
  fewColumns: 'fewer columns than the header',
  openQuote: 'a quotation mark is never closed',
  postcode: 'not a postcode',
  authority: 'not an authority code',
  grid: 'not a grid reference',
} as const
type Refusal = (typeof refusals)[keyof typeof refusals]

export function emptyRow(): DirectoryRow {
  return {
    postcode: new Uint8Array(7),
    length: 0,
    key: 0,
    easting: -1,
    northing: -1,
    authority: new Uint8Array(9),
    authorityKey: 0,
  }
}

const SPACE = 0x20
const QUOTE = 0x22
const COMMA = 0x2c
const POINT = 0x2e
const DIGITS = 0x30
const LETTERS = 0x41
// Beyond these no point of Great Britain lies.
const GREATEST_EASTING = 800_000
const GREATEST_NORTHING = 1_400_000

// The initials of England, Wales and Scotland.
const britain: ReadonlySet<number> = new Set([0x45, 0x57, 0x53])

const isDigit = (byte: number) => byte >= DIGITS && byte <= DIGITS + 9
const isLetter = (byte: number) => byte >= LETTERS && byte <= LETTERS + 25
const rank = (byte: number) => (byte >= LETTERS ? byte - LETTERS + 11 : byte - DIGITS + 1)

/** The outward part is filled up to four, so that keys sort as the written postcodes do. */
export function postcodeKey(bytes: Uint8Array, length: number): number {
  let key = 0
  for (let at = 0; at < 4; at += 1) key = key * 37 + (at < length - 3 ? rank(bytes[at] ?? 0) : 0)
  for (let at = length - 3; at < length; at += 1) key = key * 37 + rank(bytes[at] ?? 0)
  return key
}

function readPostcode({ bytes, from, to }: Line, row: DirectoryRow): boolean {
  let length = 0
  for (let at = from; at < to; at += 1) {
    let byte = bytes[at] ?? 0
    if (byte === SPACE) continue
    if (byte >= 0x61 && byte <= 0x7a) byte -= 0x20
    if (length === 7 || !(isDigit(byte) || isLetter(byte))) return false
    row.postcode[length] = byte
    length += 1
  }
  if (length < 5 || !isLetter(row.postcode[0] ?? 0) || !isDigit(row.postcode[length - 3] ?? 0)) return false
  if (!isLetter(row.postcode[length - 2] ?? 0) || !isLetter(row.postcode[length - 1] ?? 0)) return false
  row.length = length
  row.key = postcodeKey(row.postcode, length)
  return true
}

function readAuthority({ bytes, from, to }: Line, row: DirectoryRow): boolean {
  row.authorityKey = 0
  if (from === to) return true
  const letter = bytes[from] ?? 0
  if (to - from !== 9 || !isLetter(letter)) return false
  row.authority[0] = letter
  let key = letter
  for (let at = 1; at < 9; at += 1) {
    const byte = bytes[from + at] ?? 0
    if (!isDigit(byte)) return false
    row.authority[at] = byte
    key = key * 10 + byte - DIGITS
  }
  row.authorityKey = key
  return true
}

/** The code that a packed key stands for: a letter, then eight digits. */
export function authorityCode(key: number): string | null {
  if (key === 0) return null
  return String.fromCharCode(Math.floor(key / 1e8)) + String(key % 1e8).padStart(8, '0')
}

/** Digits as metres, -1 for an empty field, -2 for anything else. */
function metres({ bytes, from, to }: Line): number {
  if (from === to) return -1
  let number = 0
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    // Spreadsheets put `.0` behind whole metres.
    if (byte === POINT) return at > from && /^\.0*$/.test(bytes.toString('latin1', at, to)) ? number : -2
    if (!isDigit(byte) || at - from > 9) return -2
    number = number * 10 + byte - DIGITS
  }
  return number
}

/** A position counts only whole, and only on the British grid: Northern Ireland's figures are on the Irish one. */
function settlePosition(row: DirectoryRow): boolean {
  const { easting, northing } = row
  if (easting === -2 || northing === -2 || easting > GREATEST_EASTING || northing > GREATEST_NORTHING) return false
  const onOtherGrid = row.authorityKey > 0 && !britain.has(row.authority[0] ?? 0)
  const nowhere = easting === -1 || northing === -1 || (easting === 0 && northing === 0)
  if (onOtherGrid || nowhere) {
    row.easting = -1
    row.northing = -1
  }
  return true
}

/** Marks the field that begins at `at`, its quotes and outer blanks left out; false where its quote is never closed. */
function markField(line: Line, start: number): boolean {
  const { bytes, end } = line
  let at = start
  while (at < end && bytes[at] === SPACE) at += 1
  const quoted = at < end && bytes[at] === QUOTE
  if (quoted) at += 1
  line.from = at
  if (quoted) {
    // A doubled quote stands for itself. It is left double: no field that counts can hold one.
    while (at < end && !(bytes[at] === QUOTE && (at + 1 === end || bytes[at + 1] !== QUOTE)))
      at += bytes[at] === QUOTE ? 2 : 1
    if (at >= end) return false
    line.to = at
  }
  while (at < end && bytes[at] !== COMMA) at += 1
  line.next = at + 1
  if (!quoted) line.to = at
  while (line.to > line.from && bytes[line.to - 1] === SPACE) line.to -= 1
  while (line.from < line.to && bytes[line.from] === SPACE) line.from += 1
  return true
}

/** Reads a line into `row`; says why where it cannot. */
export function readRow(line: Line, columns: DirectoryColumns, row: DirectoryRow): Refusal | undefined {
  const last = Math.max(columns.postcode, columns.authority, columns.easting, columns.northing)
  line.next = line.start
  for (let column = 0; column <= last; column += 1) {
    if (line.next > line.end) return refusals.fewColumns
    if (!markField(line, line.next)) return refusals.openQuote
    if (column === columns.postcode) {
      if (!readPostcode(line, row)) return refusals.postcode
    } else if (column === columns.authority) {
      if (!readAuthority(line, row)) return refusals.authority
    } else if (column === columns.easting) row.easting = metres(line)
    else if (column === columns.northing) row.northing = metres(line)
  }
  return settlePosition(row) ? undefined : refusals.grid
}
