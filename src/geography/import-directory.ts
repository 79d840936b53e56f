// Reads a postcode directory from a stream, packed or not: into memory, or as text for PostgreSQL's COPY.
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { copyText } from './copy-text.ts'
import { type DirectoryReport, directoryReader } from './directory-reader.ts'
import { packedListBuilder } from './packed-list.ts'
import type { PostcodeList } from './place.ts'

export type Bytes = AsyncIterable<Buffer>

const PIECE = 256 * 1024

/** The plain bytes of a file that may be packed with gzip: its first bytes tell, not its name. */
export async function* unpacked(source: Bytes): AsyncGenerator<Buffer> {
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
