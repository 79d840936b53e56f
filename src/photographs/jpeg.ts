// What is kept of a JPEG: what its pixels are made from, its colours, and which way up it is; nothing that a camera wrote beside them.
import { orientationAlone, orientationIn, withHeading } from './orientation.ts'
import { type File, Keeping, type Kept, letters } from './pieces.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const EXIF = 0xe1
const COMMENT = 0xfe
/** Tables, frames of one picture, restarts and lines: ITU-T T.81, table B.1, without what is hierarchical or reserved. */
const PIXELS = new Set([...[0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc9, 0xca, 0xcb, 0xcc], ...[SOS, 0xdb, 0xdc, 0xdd]])
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc9, 0xca, 0xcb])
/** The heading of a JFIF segment, up to the size of its thumbnail. */
const JFIF = 18

export async function keptOfJpeg(file: File): Promise<Kept> {
  const keeping = new Keeping()
  const start = await file.read(0, 2)
  if (start[0] !== 0xff || start[1] !== SOI) return 'damaged'
  keeping.keep(0, 2)
  const seen = { frame: false, scan: false, exif: false }
  for (let at: number | undefined = 2; at !== undefined; ) {
    const marker: Marker | undefined = keeping.goesOn() ? await markerAt(file, at) : undefined
    if (marker === undefined) return 'damaged'
    if (marker.kind === EOI) {
      keeping.keep(marker.at, marker.at + 2)
      // Behind it stand other pictures, films and whatever a telephone adds.
      return seen.frame && seen.scan ? keeping.pieces : 'damaged'
    }
    at = await afterSegment(file, keeping, { marker, seen })
  }
  return 'damaged'
}

/** `at`: of its last 0xff. */
type Marker = { readonly kind: number; readonly at: number }
type Seen = { frame: boolean; scan: boolean; exif: boolean }

/** Any number of 0xff may stand before it; those are left out. */
async function markerAt(file: File, from: number): Promise<Marker | undefined> {
  for (let at = from; ; ) {
    const bytes = await file.read(at, 1024)
    if (bytes.length < 2 || bytes[0] !== 0xff) return undefined
    const next = bytes.findIndex((byte) => byte !== 0xff)
    if (next > 0) return { kind: bytes[next] ?? 0, at: at + next - 1 }
    at += bytes.length - 1
    if (bytes.length < 1024) return undefined
  }
}

type Segment = { readonly marker: Marker; readonly seen: Seen }

/** Where the next marker stands; undefined: it cannot be followed. */
async function afterSegment(file: File, keeping: Keeping, { marker, seen }: Segment): Promise<number | undefined> {
  const { kind, at } = marker
  const [high = 0, low = 0] = await file.read(at + 2, 2)
  const until = at + 2 + high * 256 + low
  if (until < at + 4 || until > file.size) return undefined
  if (PIXELS.has(kind)) {
    if (FRAMES.has(kind)) {
      if (seen.frame) return undefined
      seen.frame = true
    }
    if (kind === SOS && !seen.frame) return undefined
    seen.scan ||= kind === SOS
    const end = kind === SOS ? await endOfScan(file, until) : until
    if (end !== undefined) keeping.keep(at, end)
    return end
  }
  // What is kept of an application: its colours. A comment, and every other application, is left out.
  if (kind < APP0 || (kind > 0xef && kind !== COMMENT)) return undefined
  await keepColours(file, keeping, { kind, at, until, seen })
  return until
}

async function keepColours(
  file: File,
  keeping: Keeping,
  { kind, at, until, seen }: { kind: number; at: number; until: number; seen: Seen },
): Promise<void> {
  const heading = await file.read(at + 4, 14)
  const named = (name: string) => letters(heading, 0, name.length) === name
  if (kind === APP0 && named('JFIF\0') && until - at >= JFIF) {
    // Without its thumbnail: the length of the segment and the two sizes are written anew.
    keeping.write(new Uint8Array([0xff, APP0, 0, JFIF - 2]))
    keeping.keep(at + 4, at + JFIF - 2)
    keeping.write(new Uint8Array([0, 0]))
  } else if (kind === 0xe2 && named('ICC_PROFILE\0')) keeping.keep(at, until)
  else if (kind === 0xee && named('Adobe') && until - at === 16) keeping.keep(at, until)
  else if (kind === EXIF && named('Exif\0\0') && !seen.exif) {
    seen.exif = true
    const orientation = orientationIn(await file.read(at + 4, until - at - 4))
    if (orientation === undefined) return
    const exif = withHeading(orientationAlone(orientation))
    keeping.write(new Uint8Array([0xff, EXIF, 0, exif.length + 2, ...exif]))
  }
}

const PIECE = 64 * 1024

/** Coded pixels run to the first 0xff that is neither one of theirs (0xff 0x00) nor a restart (0xd0 to 0xd7). */
async function endOfScan(file: File, from: number): Promise<number | undefined> {
  for (let at = from; at < file.size; ) {
    const bytes = await file.read(at, PIECE)
    let found = bytes.indexOf(0xff)
    while (found !== -1 && found + 1 < bytes.length) {
      const next = bytes[found + 1] ?? 0
      if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at + found
      found = bytes.indexOf(0xff, next === 0xff ? found + 1 : found + 2)
    }
    // A last 0xff is read again, with what follows it.
    if (bytes.length < 2) return undefined
    at += found === -1 ? bytes.length : bytes.length - 1
  }
  return undefined
}
