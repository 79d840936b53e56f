// What is kept of a PNG: the chunks from which it is shown, and which way up it is; no texts, no times, nothing unknown.
import { orientationAlone, orientationIn } from './orientation.ts'
import { type File, Keeping, type Kept, letters, viewOf } from './pieces.ts'

const SIGNATURE = '\x89PNG\r\n\x1a\n'
/** PNG 3 (W3C), with its animations. A profile of colours is kept: without it the colours are others. */
const SHOWN = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'acTL', 'fcTL', 'fdAT'],
  ...['cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'pHYs'],
])
const EXIF_MOST = 64 * 1024

export async function keptOfPng(file: File): Promise<Kept> {
  const keeping = new Keeping()
  if (letters(await file.read(0, 8)) !== SIGNATURE) return 'damaged'
  keeping.keep(0, 8)
  let pixels = false
  for (let at = 8; keeping.goesOn(); ) {
    const heading = await file.read(at, 8)
    if (heading.length < 8) return 'damaged'
    const until = at + 12 + viewOf(heading).getUint32(0)
    const name = letters(heading, 4, 8)
    if (until > file.size || (at === 8) !== (name === 'IHDR')) return 'damaged'
    if (SHOWN.has(name)) keeping.keep(at, until)
    else if (name === 'eXIf') await keepOrientation(file, keeping, { at, until })
    // A name that begins with a capital letter says that nobody can show the picture without it.
    else if (!/^[a-z][a-zA-Z]{3}$/.test(name)) return 'damaged'
    pixels ||= name === 'IDAT'
    // Whatever stands behind the end is left out.
    if (name === 'IEND') return pixels ? keeping.pieces : 'damaged'
    at = until
  }
  return 'damaged'
}

async function keepOrientation(file: File, keeping: Keeping, { at, until }: { at: number; until: number }) {
  const orientation = orientationIn(await file.read(at + 8, Math.min(until - at - 12, EXIF_MOST)))
  if (orientation !== undefined) keeping.write(chunkOf('eXIf', orientationAlone(orientation)))
}

function chunkOf(name: string, content: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + content.length)
  chunk.set(
    Array.from(name, (letter) => letter.charCodeAt(0)),
    4,
  )
  chunk.set(content, 8)
  viewOf(chunk).setUint32(0, content.length)
  viewOf(chunk).setUint32(8 + content.length, checksum(chunk.subarray(4, 8 + content.length)))
  return chunk
}

/** CRC-32, as PNG asks for it (W3C PNG, annex D). */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return ~sum >>> 0
}
