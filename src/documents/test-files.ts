// For tests of documents: files of each kind made by hand, settings of an upload, and a stream read to its end.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { jpegOf, pngOf, webpOf } from '../photographs/test-pictures.ts'
import type { UploadSettings } from './index.ts'

/** A zip file with these entries, the first of them stored and the others packed. */
export function zipOf(entries: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(entries)) {
    const plain = Buffer.from(text)
    const packed = offset === 0 ? plain : deflateRawSync(plain)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(offset === 0 ? 0 : 8, 4)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(plain.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed])
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, entry, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const whole = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(whole.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, whole, end])
}

const types = '<?xml version="1.0"?><Types/>'
export const FILES = {
  pdf: Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n', 'latin1'),
  jpeg: jpegOf(),
  png: pngOf(),
  webp: webpOf(),
  heic: Buffer.from('\0\0\0\x18ftypmif1\0\0\0\0mif1heic', 'latin1'),
  docx: zipOf({ '[Content_Types].xml': types, 'word/document.xml': '<w/>' }),
  xlsx: zipOf({ '[Content_Types].xml': types, 'xl/workbook.xml': '<x/>' }),
  odt: zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' }),
  text: Buffer.from('\ufeffJordan said: “I like it here.”\n'),
  email: Buffer.from(
    'Received: by mail\r\nFrom: School <a@example.org>\r\n to all\r\nDate: Fri, 20 Nov 2026 10:00:00 +0000\r\n\r\nDear Priya,\r\n',
  ),
} as const

export async function* inChunks(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export async function uploads(): Promise<{ readonly settings: UploadSettings; readonly end: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-arriving-'))
  return {
    settings: { folder, most: 20 * 1024 * 1024, check: undefined },
    end: async () => await rm(folder, { recursive: true, force: true }),
  }
}

export async function readWhole(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
