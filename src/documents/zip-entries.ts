// The names in a zip file, read from its directory without unpacking anything: enough to tell a text document from an archive.

export type ZipEnd = { readonly entries: number; readonly offset: number; readonly size: number }

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46

/** How much of the end of a file has to be read: the end record and the longest comment that may follow it. */
export const ZIP_TAIL = END_LENGTH + 0xffff
/** A directory larger than this is no office document. */
export const ZIP_DIRECTORY_MOST = 4 * 1024 * 1024

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Where the directory stands; undefined: no zip file, or one in more than one part or of more than 65,534 entries. */
export function zipEnd(tail: Uint8Array): ZipEnd | undefined {
  const view = viewOf(tail)
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END) continue
    const [disk, start] = [view.getUint16(at + 4, true), view.getUint16(at + 6, true)]
    const entries = view.getUint16(at + 10, true)
    if (disk !== 0 || start !== 0 || entries === 0xffff) return undefined
    return { entries, size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true) }
  }
  return undefined
}

/** Every name in the directory; undefined: it is damaged. */
export function zipNames(directory: Uint8Array, entries: number): readonly string[] | undefined {
  const view = viewOf(directory)
  const names: string[] = []
  let at = 0
  for (let n = 0; n < entries; n += 1) {
    if (at + ENTRY_LENGTH > directory.length || view.getUint32(at, true) !== ENTRY) return undefined
    const length = view.getUint16(at + 28, true)
    const end = at + ENTRY_LENGTH + length
    if (end > directory.length) return undefined
    names.push(new TextDecoder().decode(directory.subarray(at + ENTRY_LENGTH, end)))
    at = end + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}
