// What is kept of a WebP: its pictures, its colours, and which way up it is; the size of the whole is written anew.
import { orientationAlone, orientationIn } from './orientation.ts'
import { type File, Keeping, type Kept, letters, sizeOf, viewOf } from './pieces.ts'

const PICTURES = new Set(['VP8 ', 'VP8L', 'ALPH'])
const SHOWN = new Set([...PICTURES, 'ANIM', 'ICCP'])
/** Flags of what follows (RFC 9649, 2.7). */
const HAS_EXIF = 0x08
const HAS_XMP = 0x04
const EXIF_MOST = 64 * 1024
const FRAME_HEADING = 16

type Chunk = { readonly name: string; readonly at: number; readonly content: number; readonly until: number }

/** Its length is padded to an even number. undefined: it reaches beyond `end`. */
async function chunkAt(file: File, at: number, end: number): Promise<Chunk | undefined> {
  const heading = await file.read(at, 8)
  if (heading.length < 8) return undefined
  const length = viewOf(heading).getUint32(4, true)
  const until = at + 8 + length + (length % 2)
  return until > end ? undefined : { name: letters(heading, 0, 4), at, content: at + 8, until }
}

export async function keptOfWebp(file: File): Promise<Kept> {
  const start = await file.read(0, 12)
  if (start.length < 12 || letters(start, 0, 4) !== 'RIFF' || letters(start, 8, 12) !== 'WEBP') return 'damaged'
  // Whatever stands behind the end is left out.
  const end = 8 + viewOf(start).getUint32(4, true)
  if (end > file.size || end % 2 !== 0) return 'damaged'
  const found = await chunksOf(file, end)
  if (found === 'damaged') return found
  const exif = found.find(({ name }) => name === 'EXIF')
  const orientation =
    exif && orientationIn(await file.read(exif.content, Math.min(exif.until - exif.content, EXIF_MOST)))
  const keeping = new Keeping()
  for (const chunk of found)
    if (chunk.name === 'VP8X') await keepFlags(file, keeping, { chunk, oriented: orientation !== undefined })
    else if (SHOWN.has(chunk.name) || chunk.name === 'ANMF') keeping.keep(chunk.at, chunk.until)
  if (orientation !== undefined) keeping.write(chunkOf('EXIF', orientationAlone(orientation)))
  return [{ bytes: headingOf(4 + sizeOf(keeping.pieces)) }, ...keeping.pieces]
}

async function chunksOf(file: File, end: number): Promise<readonly Chunk[] | 'damaged'> {
  const chunks: Chunk[] = []
  const steps = new Keeping()
  for (let at = 12; at < end; ) {
    const chunk = steps.goesOn() ? await chunkAt(file, at, end) : undefined
    if (chunk === undefined) return 'damaged'
    const [first] = chunks
    if (chunk.name === 'VP8X' && (first !== undefined || chunk.until - chunk.content !== 10)) return 'damaged'
    if (chunk.name === 'EXIF' && chunks[0]?.name !== 'VP8X') return 'damaged'
    if (chunk.name === 'ANMF' && !(await holdsPicturesOnly(file, chunk, steps))) return 'damaged'
    chunks.push(chunk)
    at = chunk.until
  }
  const shows = chunks.some(({ name }) => name === 'VP8 ' || name === 'VP8L' || name === 'ANMF')
  return shows ? chunks : 'damaged'
}

async function holdsPicturesOnly(file: File, frame: Chunk, steps: Keeping): Promise<boolean> {
  for (let at = frame.content + FRAME_HEADING; at < frame.until; ) {
    const chunk = steps.goesOn() ? await chunkAt(file, at, frame.until) : undefined
    if (chunk === undefined || !PICTURES.has(chunk.name)) return false
    at = chunk.until
  }
  return true
}

type Flags = { readonly chunk: Chunk; readonly oriented: boolean }
async function keepFlags(file: File, keeping: Keeping, { chunk, oriented }: Flags): Promise<void> {
  const [flags = 0] = await file.read(chunk.content, 1)
  keeping.keep(chunk.at, chunk.content)
  keeping.write(new Uint8Array([(flags & ~(HAS_EXIF | HAS_XMP)) | (oriented ? HAS_EXIF : 0)]))
  keeping.keep(chunk.content + 1, chunk.until)
}

function chunkOf(name: string, content: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(8 + content.length)
  chunk.set(Array.from(name, (letter) => letter.charCodeAt(0)))
  viewOf(chunk).setUint32(4, content.length, true)
  chunk.set(content, 8)
  return chunk
}

function headingOf(size: number): Uint8Array {
  const heading = chunkOf('RIFF', new Uint8Array([0x57, 0x45, 0x42, 0x50]))
  viewOf(heading).setUint32(4, size, true)
  return heading
}
