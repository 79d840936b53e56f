// Writes a workbook to disk while its rows come: nothing of it is held but the row at hand and what is being packed.
import { open, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { constants, crc32, createDeflateRaw } from 'node:zlib'
import { frameParts, mostRows, rowXml, type Sheet, sheetBegin, sheetEnd, sheetPath } from './sheet-xml.ts'
import { afterAll, afterPart, beforePart, type Entry } from './zip-bytes.ts'

type Chunks = Iterable<string> | AsyncIterable<string>
type Sink = { readonly write: (bytes: Uint8Array) => Promise<void>; readonly at: () => number }

const pieceLength = 1 << 16

async function* sheetText(sheet: Sheet): AsyncGenerator<string> {
  let text = sheetBegin(sheet)
  let number = 1
  for await (const row of sheet.rows) {
    number += 1
    if (number > mostRows) throw new Error(`A sheet holds ${mostRows.toLocaleString('en-GB')} rows at most.`)
    text += rowXml(row, number)
    if (text.length < pieceLength) continue
    yield text
    text = ''
  }
  yield text + sheetEnd(sheet, number)
}

/** Packs one part as its text comes; waits for the disk, so that nothing piles up. */
async function writePart(path: string, text: Chunks, { write, at }: Sink): Promise<Entry> {
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

/** Only the owner may read the file; one that is there is not written over, and a half-written one is taken away. */
export async function writeWorkbook(path: string, sheets: readonly Sheet[]): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    let length = 0
    const sink: Sink = {
      at: () => length,
      write: async (bytes) => {
        await file.write(bytes)
        length += bytes.length
      },
    }
    const entries: Entry[] = []
    for (const { path: part, xml } of frameParts(sheets)) entries.push(await writePart(part, [xml], sink))
    for (const [index, sheet] of sheets.entries())
      entries.push(await writePart(sheetPath(index), sheetText(sheet), sink))
    await sink.write(afterAll(entries, length))
    await file.close()
  } catch (error) {
    await file.close().catch(() => {})
    await rm(path, { force: true })
    throw error
  }
}
