// Reads a workbook (XLSX): the parts of its archive, each unpacked within bounds, and the rows of its sheets.
import { readFile } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import { daysAhead, type ReadSheet, rowsOfSheet, sharedTexts, sheetsNamed, stylesOfDays } from './sheet-cells.ts'

/** What is no workbook is said in words that name nothing of what it holds. */
export type WorkbookRead = { readonly sheets: readonly ReadSheet[] } | { readonly wrong: string }

/** More than any list needs; an archive that unpacks to more is made to fill memory. */
const MOST_BYTES = 256 * 1024 * 1024
const END_OF_LIST = 0x06054b50
const IN_LIST = 0x02014b50
const PART = 0x04034b50

type Entry = { readonly name: string; readonly at: number; readonly packed: number; readonly method: number }

function entriesOf(bytes: Buffer): readonly Entry[] | undefined {
  let end = bytes.length - 22
  while (end >= 0 && end > bytes.length - 66_000 && bytes.readUInt32LE(end) !== END_OF_LIST) end -= 1
  if (end < 0 || bytes.readUInt32LE(end) !== END_OF_LIST) return undefined
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== IN_LIST) return undefined
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place))
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0)),
      at: bytes.readUInt32LE(at + 42),
      packed: bytes.readUInt32LE(at + 20),
      method: bytes.readUInt16LE(at + 10),
    })
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

/** Unpacks one part at a time; together no more than is allowed. */
function partsOf(bytes: Buffer, entries: readonly Entry[]) {
  let left = MOST_BYTES
  return (name: string): string => {
    const entry = entries.find((one) => one.name === name)
    if (entry === undefined || entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== PART) return ''
    const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28)
    const packed = bytes.subarray(from, from + entry.packed)
    const whole = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) })
    left -= whole.length
    return whole.toString('utf8')
  }
}

export async function readWorkbook(path: string): Promise<WorkbookRead> {
  const bytes = await readFile(path)
  const entries = entriesOf(bytes)
  if (entries === undefined) return { wrong: 'it is no workbook (XLSX)' }
  const part = partsOf(bytes, entries)
  try {
    const workbook = part('xl/workbook.xml')
    const named = sheetsNamed(workbook, part('xl/_rels/workbook.xml.rels'))
    if (named.length === 0) return { wrong: 'it has no sheets' }
    const ahead = daysAhead(workbook)
    const reading = {
      shared: sharedTexts(part('xl/sharedStrings.xml')),
      days: stylesOfDays(part('xl/styles.xml')),
      ahead,
    }
    return { sheets: named.map(({ name, path: of }) => ({ name, rows: [...rowsOfSheet(part(of), reading)] })) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ERR_BUFFER_TOO_LARGE') return { wrong: 'it unpacks to more than 256 MB' }
    if (typeof code === 'string' && code.startsWith('Z_')) return { wrong: 'its archive is damaged' }
    throw error
  }
}
