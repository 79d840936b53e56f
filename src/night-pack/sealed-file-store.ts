// One encrypted file, written and read piece by piece: AES-256-GCM under a key that is made of a passphrase.
import { createCipheriv, createDecipheriv, pbkdf2, randomBytes } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { headerBytes, ITERATIONS, nonceOf, PIECE, readHeader, TAG } from './sealed-form.ts'

type Write = (bytes: Uint8Array) => Promise<void>
/** `iterations`: other than usual, where a test cannot wait. */
export type Secret = { readonly passphrase: string; readonly iterations?: number }

const keyOf = async (passphrase: string, salt: Uint8Array, iterations: number): Promise<Buffer> =>
  await promisify(pbkdf2)(Buffer.from(passphrase.normalize('NFC')), salt, iterations, 32, 'sha256')

/**
 * The file has its name only when all of it is on the disk and opens as it was written; whatever fails leaves nothing. The draft is
 * of this run alone. Gives its size.
 */
export async function sealInto(path: string, secret: Secret, work: (write: Write) => Promise<void>): Promise<number> {
  const draft = `${path}.unfinished-${process.pid}-${randomBytes(4).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    const size = await written(file, secret, work)
    await file.sync()
    await file.close()
    for await (const _ of unsealed(draft, secret.passphrase)) {
      // only that every piece opens is wanted
    }
    await rename(draft, path)
    return size
  } catch (error) {
    await file.close().catch(() => {})
    await rm(draft, { force: true })
    throw error
  }
}

async function written(
  file: FileHandle,
  { passphrase, iterations = ITERATIONS }: Secret,
  work: (write: Write) => Promise<void>,
): Promise<number> {
  const salt = randomBytes(16)
  const header = headerBytes(salt, iterations)
  const key = await keyOf(passphrase, salt, iterations)
  await file.write(header)
  let size = header.length
  let number = 0
  let held: Uint8Array[] = []
  let length = 0
  const seal = async (plain: Uint8Array, last: boolean): Promise<void> => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last)).setAAD(header)
    const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    await file.write(sealed)
    size += sealed.length
    number += 1
  }
  await work(async (bytes) => {
    // A copy: whoever gave the bytes may use their place again.
    held.push(Uint8Array.from(bytes))
    length += bytes.length
    // The last piece is known as the last when the work ends: one that is full waits for the next byte.
    while (length > PIECE) {
      const all = Buffer.concat(held)
      await seal(all.subarray(0, PIECE), false)
      held = [all.subarray(PIECE)]
      length -= PIECE
    }
  })
  await seal(Buffer.concat(held), true)
  return size
}

/** What is in it, piece by piece, each only after it was found to be as it was written. */
export async function* unsealed(path: string, passphrase: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const begin = Buffer.alloc(32)
    await file.read(begin, 0, 32, 0)
    const header = readHeader(begin)
    if (header === undefined) throw new Error(`${path} is not a pack of Kith.`)
    const key = await keyOf(passphrase, header.salt, header.iterations)
    const pieces = Math.max(1, Math.ceil((size - 32) / (header.piece + TAG)))
    for (let number = 0; number < pieces; number += 1) {
      const at = 32 + number * (header.piece + TAG)
      const sealed = Buffer.alloc(Math.min(header.piece + TAG, size - at))
      await file.read(sealed, 0, sealed.length, at)
      yield opened(sealed, { key, header: begin, number, last: number === pieces - 1, path })
    }
  } finally {
    await file.close()
  }
}

type Piece = {
  readonly key: Buffer
  readonly header: Buffer
  readonly number: number
  readonly last: boolean
  readonly path: string
}

function opened(sealed: Buffer, { key, header, number, last, path }: Piece): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, last)).setAAD(header)
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()])
  } catch {
    throw new Error(
      number === 0
        ? `${path} does not open: the passphrase is another one, or the beginning of the file was changed.`
        : `${path} was changed or cut off: its piece ${number + 1} is not as it was written.`,
    )
  }
}
