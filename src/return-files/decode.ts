// Turns the bytes of a file into text, whatever a spreadsheet or case system saved it as, and says what it is.

export type Decoded =
  | { text: string; encoding: 'utf-8' | 'utf-16' | 'windows-1252' }
  | { refused: 'xlsx' | 'xls' | 'pdf' | 'binary' }

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, at) => bytes[at] === byte)

/** UTF-16 without a mark: every second byte of the opening is zero, as for plain Latin letters. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length - (bytes.length % 2), 200)
  if (length < 4) return undefined
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  if (odd * 2 === length) return 'utf-16le'
  if (even * 2 === length) return 'utf-16be'
  return undefined
}

function markedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  return unmarkedUtf16(bytes)
}

function otherFormat(bytes: Uint8Array): 'xlsx' | 'xls' | 'pdf' | undefined {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'xls'
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf'
  return undefined
}

/** Never throws: bytes that are no text come back as `refused`. */
export function decode(bytes: Uint8Array): Decoded {
  const other = otherFormat(bytes)
  if (other) return { refused: other }
  const wide = markedUtf16(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: 'utf-16' }
  if (bytes.includes(0)) return { refused: 'binary' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}
