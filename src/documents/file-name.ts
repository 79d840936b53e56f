// The name of a file, made safe for whoever downloads it: no path, no hidden letters, and the ending of what it really is.
import { FILE_TYPES, type FileType } from './file-type.ts'

const LONGEST = 100
/** Names that Windows keeps for itself. */
const KEPT = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i

/** `name` as it came with the upload; it may be empty, a path, or meant to deceive. */
export function safeFileName(name: string, type: FileType): string {
  const { endings } = FILE_TYPES[type]
  const ending = endings[0]
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const seen = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\ufffd]/gu, '')
    .replace(/[<>:"|?*;%]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const known = endings.find((one) => seen.toLowerCase().endsWith(`.${one}`))
  const whole = known === undefined ? seen : seen.slice(0, -known.length - 1)
  const base = Array.from(whole)
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '')
  const safe = base === '' ? 'document' : KEPT.test(base.split('.')[0] ?? '') ? `_${base}` : base
  return `${safe}.${ending}`
}

/** The header of a download: the plain name for old programs, the whole one for all others (RFC 6266, RFC 8187). */
export function contentDisposition(name: string): string {
  const plain =
    name
      .normalize('NFD')
      .replace(/[^ -~]/g, '')
      .replace(/["\\]/g, '') || 'document'
  const whole = encodeURIComponent(name).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
