// What a file is, told by what is in it and never by its name; and which files a record takes.

export const FILE_TYPES = {
  'application/pdf': { words: 'PDF', endings: ['pdf'] },
  'image/jpeg': { words: 'JPEG picture', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  'image/png': { words: 'PNG picture', endings: ['png'] },
  'image/webp': { words: 'WebP picture', endings: ['webp'] },
  // Known, so that older ones open and a new one is refused in words.
  'image/heic': { words: 'HEIC picture', endings: ['heic', 'heif'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    words: 'Word document (.docx)',
    endings: ['docx'],
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    words: 'Excel workbook (.xlsx)',
    endings: ['xlsx'],
  },
  'application/vnd.oasis.opendocument.text': { words: 'OpenDocument text (.odt)', endings: ['odt'] },
  'text/plain': { words: 'plain text', endings: ['txt', 'text'] },
  'message/rfc822': { words: 'e-mail (.eml)', endings: ['eml'] },
} as const
export type FileType = keyof typeof FILE_TYPES

export const isFileType = (text: string): text is FileType => Object.hasOwn(FILE_TYPES, text)

export type TypeRefusal =
  | 'program'
  | 'web page'
  | 'macros'
  | 'old or locked office file'
  | 'archive'
  | 'damaged'
  | 'type not taken'
export type Told = { readonly type: FileType } | { readonly refused: TypeRefusal }

export type Content = {
  /** The first bytes: `HEAD` of them, or all. */
  readonly head: Uint8Array
  /** Of a file that begins like a zip file: its names; undefined: it has no readable directory. */
  readonly names?: readonly string[] | undefined
  /** Whether all of it is text in UTF-8, without control characters. */
  readonly isText: boolean
  /** Whether a zero byte is anywhere in it. */
  readonly hasZero: boolean
}
export const HEAD = 16 * 1024

const latin = (bytes: Uint8Array, from = 0, until = bytes.length): string =>
  Array.from(bytes.subarray(from, until), (byte) => String.fromCharCode(byte)).join('')

const PROGRAMS = [
  'MZ',
  '\x7fELF',
  '#!',
  '\xca\xfe\xba\xbe',
  '\xfe\xed\xfa\xce',
  '\xfe\xed\xfa\xcf',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
  'L\0\0\0\x01\x14\x02\0',
] as const
const ARCHIVES = ['Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh', '\xfd7zXZ'] as const

/** True for what begins like a zip file, so that its names have to be read. */
export const beginsLikeZip = (head: Uint8Array): boolean => ['PK\x03\x04', 'PK\x05\x06'].includes(latin(head, 0, 4))

export function fileTypeOf(content: Content): Told {
  const start = latin(content.head, 0, 32)
  const begins = (words: readonly string[]): boolean => words.some((word) => start.startsWith(word))
  if (begins(PROGRAMS)) return { refused: 'program' }
  if (begins(ARCHIVES)) return { refused: 'archive' }
  if (start.startsWith('\xd0\xcf\x11\xe0')) return { refused: 'old or locked office file' }
  if (start.startsWith('%PDF-')) return { type: 'application/pdf' }
  if (beginsLikeZip(content.head)) return inZip(content)
  return pictureOf(content.head) ?? textOf(content)
}

function pictureOf(head: Uint8Array): Told | undefined {
  const start = latin(head, 0, 16)
  if (start.startsWith('\xff\xd8\xff')) return { type: 'image/jpeg' }
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return { type: 'image/png' }
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return { type: 'image/webp' }
  if (start.slice(4, 8) !== 'ftyp') return undefined
  // The length of the box stands before it; then its brands, four letters each.
  const length = Math.min(head.length, ((head[2] ?? 0) << 8) | (head[3] ?? 0))
  const brands = latin(head, 8, length).match(/.{4}/gs) ?? []
  return brands.some((brand) => /^he(ic|ix|im|is|vc|vx)$/.test(brand)) ? { type: 'image/heic' } : undefined
}

function inZip({ head, names }: Content): Told {
  if (names === undefined) return { refused: 'damaged' }
  const has = (name: string): boolean => names.includes(name)
  const any = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  // OpenDocument says what it is in the first entry, which is never compressed.
  const openText = latin(head, 30, 77) === 'mimetypeapplication/vnd.oasis.opendocument.text'
  const office = has('[Content_Types].xml')
  if ((office || openText) && any(/(^|\/)(vbaProject|vbaData)[^/]*$|^Basic\/|^Scripts\/|(^|\/)activeX\//i))
    return { refused: 'macros' }
  if (openText) return { type: 'application/vnd.oasis.opendocument.text' }
  if (office && has('word/document.xml'))
    return { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }
  if (office && has('xl/workbook.xml'))
    return { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
  return { refused: 'archive' }
}

function textOf({ head, isText, hasZero }: Content): Told {
  const text = latin(head).replace(/^\xef\xbb\xbf/, '')
  if (/^\s*<[a-z!?]/i.test(text)) return { refused: 'web page' }
  if (!hasZero && isEmail(text)) return { type: 'message/rfc822' }
  return isText ? { type: 'text/plain' } : { refused: 'type not taken' }
}

/** Fields of a heading up to the first empty line, a sender and a date or an identifier among them (RFC 5322). */
function isEmail(text: string): boolean {
  const heading = text.split(/\r?\n\r?\n/)[0]?.split(/\r?\n(?![ \t])/) ?? []
  const names = heading.map((field) => /^([!-9;-~]+):/.exec(field)?.[1]?.toLowerCase())
  // The last field may be cut off where the heading is longer than what was read.
  return (
    names.slice(0, -1).every((name) => name !== undefined) &&
    names.includes('from') &&
    ['date', 'received', 'message-id'].some((name) => names.includes(name))
  )
}
