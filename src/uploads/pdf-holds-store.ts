// A PDF looked through piece by piece, into the parts that it packs together as well, within limits.
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createInflate } from 'node:zlib'
import { namesIn, OVERLAP, PDF_HOLDS, type PdfHolds } from './pdf-names.ts'

const PIECE = 64 * 1024
/** A part that is packed says so in a dictionary; its bytes begin behind that. */
const DICTIONARY = 2048
/** Of all packed parts together, unpacked: an office document has a few. */
const MOST_UNPACKED = 64 * 1024 * 1024
const MOST_PACKED = 5_000

type Looking = { readonly file: FileHandle; readonly holds: Set<PdfHolds>; unpacked: number; parts: number }

export async function pdfHolds(path: string): Promise<readonly PdfHolds[]> {
  const file = await open(path, 'r')
  try {
    const looking: Looking = { file, holds: new Set(), unpacked: 0, parts: 0 }
    const { size } = await file.stat()
    // A place stands in two pieces where they overlap; it is looked into once.
    let last = -1
    for (let at = 0; at < size; at += PIECE - OVERLAP) {
      const { holds, packed } = namesIn(await textAt(file, at, PIECE))
      for (const one of holds) looking.holds.add(one)
      for (const place of packed) {
        if (at + place <= last) continue
        last = at + place
        await lookInto(looking, last)
      }
    }
    return PDF_HOLDS.filter((one) => looking.holds.has(one))
  } finally {
    await file.close()
  }
}

async function textAt(file: FileHandle, at: number, length: number): Promise<string> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, at)
  return buffer.toString('latin1', 0, bytesRead)
}

async function lookInto(looking: Looking, place: number): Promise<void> {
  const start = Math.max(0, place - DICTIONARY)
  const around = await textAt(looking.file, start, place - start + DICTIONARY)
  const stream = /stream\r?\n/.exec(around.slice(place - start))
  const dictionary = around.slice(around.lastIndexOf(' obj', place - start) + 1, place - start + (stream?.index ?? 0))
  looking.parts += 1
  const readable = stream !== null && /\/Fl(ateDecode)?\b/.test(dictionary) && !/\/DecodeParms|\/ASCII/.test(dictionary)
  const unpacked =
    readable && looking.parts <= MOST_PACKED && (await unpack(looking, place + stream.index + stream[0].length))
  if (!unpacked) looking.holds.add('locked')
}

/** False: it could not be unpacked whole. */
async function unpack(looking: Looking, from: number): Promise<boolean> {
  const { file, holds } = looking
  const packed = Readable.from(
    (async function* () {
      for (let at = from; ; at += PIECE) {
        const buffer = Buffer.alloc(PIECE)
        const { bytesRead } = await file.read(buffer, 0, PIECE, at)
        if (bytesRead === 0) return
        yield buffer.subarray(0, bytesRead)
      }
    })(),
  )
  const plain = packed.pipe(createInflate())
  let before = ''
  try {
    for await (const chunk of plain) {
      looking.unpacked += (chunk as Buffer).length
      if (looking.unpacked > MOST_UNPACKED) return false
      const text = before + (chunk as Buffer).toString('latin1')
      for (const one of namesIn(text).holds) holds.add(one)
      before = text.slice(-OVERLAP)
    }
    return true
  } catch {
    return false
  } finally {
    packed.destroy()
    plain.destroy()
  }
}
