// Rows of the directory as the text that PostgreSQL's COPY reads: postcode, easting, northing, authority.
import type { DirectoryRow } from './directory-row.ts'

export type CopyText = {
  add(this: void, row: DirectoryRow): void
  /** What has been added since the last call. Each piece is a buffer of its own, since the socket may still hold it. */
  pieces(this: void): Buffer[]
}

const PIECE = 256 * 1024
const LONGEST_ROW = 48
const TAB = 0x09
const NEWLINE = 0x0a
const ZERO = 0x30
const BACKSLASH = 0x5c
const LETTER_N = 0x4e

/** Writes a whole number of metres, or COPY's sign for nothing; returns where it ends. */
function writeMetres(piece: Buffer, start: number, metres: number): number {
  let at = start
  if (metres < 0) {
    piece[at++] = BACKSLASH
    piece[at++] = LETTER_N
    return at
  }
  let divisor = 1
  while (divisor * 10 <= metres) divisor *= 10
  for (let left = metres; divisor >= 1; divisor = Math.trunc(divisor / 10)) {
    const digit = Math.trunc(left / divisor)
    piece[at++] = ZERO + digit
    left -= digit * divisor
  }
  return at
}

function writeBytes(piece: Buffer, at: number, bytes: Uint8Array): number {
  for (let from = 0; from < bytes.length; from += 1) piece[at + from] = bytes[from] ?? 0
  return at + bytes.length
}

function writeRow(piece: Buffer, start: number, row: DirectoryRow): number {
  let at = start
  for (let from = 0; from < row.length; from += 1) piece[at++] = row.postcode[from] ?? 0
  piece[at++] = TAB
  at = writeMetres(piece, at, row.easting)
  piece[at++] = TAB
  at = writeMetres(piece, at, row.northing)
  piece[at++] = TAB
  at = row.authorityKey === 0 ? writeMetres(piece, at, -1) : writeBytes(piece, at, row.authority)
  piece[at++] = NEWLINE
  return at
}

export function copyText(): CopyText {
  let full: Buffer[] = []
  let piece = Buffer.allocUnsafe(PIECE)
  let at = 0

  function cut(): void {
    if (at > 0) full.push(piece.subarray(0, at))
    piece = Buffer.allocUnsafe(PIECE)
    at = 0
  }

  function add(row: DirectoryRow): void {
    if (at + LONGEST_ROW > PIECE) cut()
    at = writeRow(piece, at, row)
  }

  function pieces(): Buffer[] {
    if (at > 0) cut()
    const given = full
    full = []
    return given
  }

  return { add, pieces }
}
