// Writes a workbook to disk while its rows come: nothing of it is held but the row at hand and what is being packed.
import { open, rm } from 'node:fs/promises'
import { frameParts, mostRows, rowXml, type Sheet, sheetBegin, sheetEnd, sheetPath } from './sheet-xml.ts'
import { type Sink, zipInto } from './zip-store.ts'

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

/** Only the owner may read the file; one that is there is not written over, and a half-written one is taken away. */
export async function writeWorkbook(path: string, sheets: readonly Sheet[]): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    const sink: Sink = async (bytes) => void (await file.write(bytes))
    const zip = zipInto(sink)
    for (const { path: part, xml } of frameParts(sheets)) await zip.add(part, [xml])
    for (const [index, sheet] of sheets.entries()) await zip.add(sheetPath(index), sheetText(sheet))
    await zip.end()
    await file.close()
  } catch (error) {
    await file.close().catch(() => {})
    await rm(path, { force: true })
    throw error
  }
}
