// Writes a zip archive while its parts come: nothing of it is held but what is being packed, and the list of its parts.
import { finished } from 'node:stream/promises'
import { constants, crc32, createDeflateRaw } from 'node:zlib'
import { afterAll, afterPart, beforePart, type Entry } from './zip-bytes.ts'

type Chunks = Iterable<string> | AsyncIterable<string>
/** Takes bytes in order; what it waits for, the archive waits for. */
export type Sink = (bytes: Uint8Array) => Promise<void>
type Counted = { readonly write: Sink; readonly at: () => number }
export type Zip = {
  readonly add: (path: string, text: Chunks) => Promise<void>
  readonly end: () => Promise<void>
}

/** What the plain form of the list at the end can count. */
const MOST_PARTS = 65_535
const MOST_BYTES = 0xffff_ffff

export function zipInto(sink: Sink): Zip {
  let length = 0
  const entries: Entry[] = []
  const counted: Counted = {
    at: () => length,
    write: async (bytes) => {
      await sink(bytes)
      length += bytes.length
      if (length > MOST_BYTES) throw new Error('An archive holds four gigabytes at most.')
    },
  }
  return {
    add: async (path, text) => {
      if (entries.length === MOST_PARTS)
        throw new Error(`An archive holds ${MOST_PARTS.toLocaleString('en-GB')} parts at most.`)
      entries.push(await writePart(path, text, counted))
    },
    end: async () => await counted.write(afterAll(entries, length)),
  }
}

/** Packs one part as its text comes; waits for the disk, so that nothing piles up. */
async function writePart(path: string, text: Chunks, { write, at }: Counted): Promise<Entry> {
  const begins = at()
  await write(beforePart(path))
  const from = at()
  const packer = createDeflateRaw({ level: constants.Z_BEST_SPEED })
  const written = (async () => {
    for await (const bytes of packer) await write(bytes as Uint8Array)
  })()
  // It is waited for below; until then a full disk must not end the process.
  written.catch(() => {})
  let checksum = 0
  let size = 0
  try {
    for await (const piece of text) {
      const bytes = Buffer.from(piece)
      checksum = crc32(bytes, checksum)
      size += bytes.length
      if (!packer.write(bytes))
        await Promise.race([written, new Promise<void>((resolve) => void packer.once('drain', resolve))])
    }
  } catch (error) {
    packer.destroy()
    throw error
  }
  packer.end()
  await Promise.all([written, finished(packer)])
  const entry = { path, begins, checksum, packed: at() - from, size }
  await write(afterPart(entry))
  return entry
}
