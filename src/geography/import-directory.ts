// Reads a postcode directory from a stream, packed or not: into memory, or as text for PostgreSQL's COPY.
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type DirectoryReport, directoryReader } from './directory-reader.ts'
import type { DirectoryRow } from './directory-row.ts'
import { packedListBuilder } from './packed-list.ts'
import type { PostcodeList } from './postcode.ts'

export type Bytes = AsyncIterable<Buffer>

const PIECE = 256 * 1024

/** The plain bytes of a file that may be packed with gzip: its first bytes tell, not its name. */
async function* unpacked(source: Bytes): AsyncGenerator<Buffer> {
  const pieces = source[Symbol.asyncIterator]()
  let head: Buffer = Buffer.alloc(0)
  while (head.length < 4) {
    const piece = await pieces.next()
    if (piece.done) break
    head = Buffer.concat([head, piece.value])
  }
  async function* whole(): AsyncGenerator<Buffer> {
    yield head
    yield* { [Symbol.asyncIterator]: () => pieces }
  }
  if (head.toString('latin1', 0, 4) === 'PK\u0003\u0004') {
    throw new Error('This is a zip archive: unpack it and give the file in its folder Data.')
  }
  if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzipped(whole())
  else yield* whole()
}

async function* gunzipped(source: Bytes): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: PIECE })
  // An error of either end destroys the other, and is thrown by the loop below.
  pipeline(Readable.from(source), gunzip, () => {})
  try {
    yield* gunzip
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.startsWith('Z_'))
      throw new Error('The gzip file is damaged or not whole: fetch it again.', { cause: error })
    throw error
  }
}

/** The whole directory in memory, to be asked by the thousand. Nothing is written anywhere. */
export async function readPostcodeDirectory(source: Bytes): Promise<{ list: PostcodeList; report: DirectoryReport }> {
  const builder = packedListBuilder()
  const reader = directoryReader(builder.add)
  for await (const bytes of unpacked(source)) reader.read(bytes)
  const report = reader.finish()
  return { list: builder.list(), report }
}

type CopyText = {
  add(this: void, row: DirectoryRow): void
  /** What has been added since the last call. Each piece is a buffer of its own, since the socket may still hold it. */
  pieces(this: void): Buffer[]
}

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

function copyText(): CopyText {
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

/** Good rows as COPY text, piece by piece; the report comes back at the end, and progress after each piece. */
export async function* directoryAsCopy(
  source: Bytes,
  told: { progress?: ((rows: number) => void) | undefined; report: (report: DirectoryReport) => void },
): AsyncGenerator<Buffer> {
  const text = copyText()
  const reader = directoryReader(text.add)
  for await (const bytes of unpacked(source)) {
    reader.read(bytes)
    yield* text.pieces()
    told.progress?.(reader.rowsSoFar())
  }
  told.report(reader.finish())
  yield* text.pieces()
}
