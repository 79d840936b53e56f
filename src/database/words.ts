// Words of the record, encrypted row by row: destroying a row's key takes its words out of sight and leaves the row.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

/** Encrypts with a fresh nonce; what it belongs to is authenticated, so that words cannot be moved to another row. */
function encrypt(key: Buffer, belongsTo: string, plain: Buffer): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(belongsTo))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Undoes `encrypt`; throws where key, row or bytes are not the ones that were encrypted. */
function decrypt(key: Buffer, belongsTo: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceLength)).setAAD(Buffer.from(belongsTo))
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength))
  return Buffer.concat([decipher.update(sealed.subarray(nonceLength, sealed.length - tagLength)), decipher.final()])
}

export type SealedWords = { readonly said: Buffer; readonly wrapped: Buffer }

/** Encrypts the words of one row under a new key of its own, wrapped by the council's key. */
export function sealWords(councilKey: Buffer, record: string, text: string): SealedWords {
  const key = randomBytes(32)
  return { said: encrypt(key, record, Buffer.from(text)), wrapped: wrapKey(councilKey, record, key) }
}

/** The key of a row as it is kept: wrapped by the council's key. */
export const wrapKey = (councilKey: Buffer, record: string, key: Buffer): Buffer => encrypt(councilKey, record, key)

/** Encrypts other words of the same row under the key that it has. */
export function sealAgain(
  councilKey: Buffer,
  record: string,
  { wrapped, text }: { readonly wrapped: Buffer; readonly text: string },
): Buffer {
  return encrypt(decrypt(councilKey, record, wrapped), record, Buffer.from(text))
}

/** The words of one row. */
export function openWords(councilKey: Buffer, record: string, sealed: SealedWords): string {
  return decrypt(decrypt(councilKey, record, sealed.wrapped), record, sealed.said).toString()
}

/** As one text; parts that are empty are left out. undefined: there is nothing to keep. */
export function writeParts(parts: Readonly<Record<string, string>>): string | undefined {
  const written = Object.entries(parts).filter(([, text]) => text.trim() !== '')
  return written.length === 0 ? undefined : JSON.stringify(Object.fromEntries(written))
}

/** undefined: no words, or taken out of sight. Text that was not written in parts is the first of them. */
export function readParts<Name extends string>(
  words: string | undefined,
  names: readonly [Name, ...Name[]],
): Readonly<Record<Name, string>> | undefined {
  if (words === undefined) return undefined
  const read = parsed(words) ?? { [names[0]]: words }
  return Object.fromEntries(names.map((name) => [name, read[name] ?? ''])) as Record<Name, string>
}

function parsed(words: string): Readonly<Record<string, string>> | undefined {
  if (!words.startsWith('{')) return undefined
  try {
    const read: unknown = JSON.parse(words)
    return typeof read === 'object' && read !== null ? (read as Record<string, string>) : undefined
  } catch {
    return undefined
  }
}

/** Bytes that belong to a row, piece by piece, under the key of its words: taking that out of sight takes both. */
export type RowBytes = {
  readonly seal: (place: PiecePlace, plain: Buffer) => Buffer
  /** Throws where the piece was changed, or stands in another's place. */
  readonly open: (place: PiecePlace, sealed: Buffer) => Buffer
}
/** Authenticated with each piece, so that pieces cannot be left out, repeated, cut off or put in another order. */
export type PiecePlace = { readonly number: number; readonly last: boolean }

export function rowBytes(councilKey: Buffer, record: string, wrapped: Buffer): RowBytes {
  const key = decrypt(councilKey, record, wrapped)
  const belongsTo = ({ number, last }: PiecePlace): string => `${record}/${number}/${last ? 'last' : 'more follow'}`
  return {
    seal: (place, plain) => encrypt(key, belongsTo(place), plain),
    open: (place, sealed) => decrypt(key, belongsTo(place), sealed),
  }
}
