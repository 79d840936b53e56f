// The bytes around the parts of a zip archive: before each, after each, and the list of them all at the end.

/** One part that is written: where it begins in the archive, and what is known of it when it ends. */
export type Entry = {
  readonly path: string
  readonly begins: number
  readonly checksum: number
  readonly packed: number
  readonly size: number
}

type Field = readonly [bytes: 2 | 4, value: number]

function fields(...of: readonly Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(of.reduce((sum, [bytes]) => sum + bytes, 0)))
  let at = 0
  for (const [bytes, value] of of) {
    if (bytes === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += bytes
  }
  return new Uint8Array(view.buffer)
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

// Sizes follow the part; names are UTF-8; packed by deflate; the first day that the format knows, as no file needs one.
const flags = 0x0808
const deflate = 8
const day = 0x21

export function beforePart(path: string): Uint8Array {
  const name = new TextEncoder().encode(path)
  return joined(
    fields([4, 0x04034b50], [2, 20], [2, flags], [2, deflate], [2, 0], [2, day], [4, 0], [4, 0], [4, 0]),
    fields([2, name.length], [2, 0]),
    name,
  )
}

export const afterPart = ({ checksum, packed, size }: Entry): Uint8Array =>
  fields([4, 0x08074b50], [4, checksum], [4, packed], [4, size])

function listed({ path, begins, checksum, packed, size }: Entry): Uint8Array {
  const name = new TextEncoder().encode(path)
  return joined(
    fields([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, deflate], [2, 0], [2, day]),
    fields(
      [4, checksum],
      [4, packed],
      [4, size],
      [2, name.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, begins],
    ),
    name,
  )
}

/** The list of all parts, which begins where the last one ended. */
export function afterAll(entries: readonly Entry[], at: number): Uint8Array {
  const list = joined(...entries.map(listed))
  const count = entries.length
  return joined(
    list,
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, list.length], [4, at], [2, 0]),
  )
}
