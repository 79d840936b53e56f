// Where the files of an export go: into a folder that has its name only when all is in it, with the signature of their checksums beside it; or nowhere.
import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

type Chunks = Iterable<string | Buffer> | AsyncIterable<string | Buffer>
export type Sink = {
  /** Writes one file; gives its rows, one a line, where it is text. */
  readonly write: (file: string, chunks: Chunks) => Promise<Written>
  /** Of every file that was written, in the form that `sha256sum -c` reads. */
  readonly sums: () => string
}
export type Written = { readonly rows: number; readonly bytes: number }

const NEWLINE = 10

function counting(onto: (sum: string) => void) {
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  return {
    async *through(chunks: Chunks): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        const piece = Buffer.from(chunk)
        hash.update(piece)
        bytes += piece.length
        for (let at = piece.indexOf(NEWLINE); at !== -1; at = piece.indexOf(NEWLINE, at + 1)) rows += 1
        yield piece
      }
    },
    end: (): Written => {
      onto(hash.digest('hex'))
      return { rows, bytes }
    },
  }
}

function listing() {
  const sums = new Map<string, string>()
  const text = (): string =>
    [...sums]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([file, sum]) => `${sum}  ${file}\n`)
      .join('')
  return { sums, text }
}

/** Only the owner of the folder may read what is written. */
export function intoFolder(folder: string): Sink {
  const { sums, text } = listing()
  return {
    sums: text,
    write: async (file, chunks) => {
      const counted = counting((sum) => sums.set(file, sum))
      mkdirSync(dirname(join(folder, file)), { recursive: true, mode: 0o700 })
      await pipeline(
        Readable.from(counted.through(chunks)),
        createWriteStream(join(folder, file), { mode: 0o600, flush: true, flags: 'wx' }),
      )
      return counted.end()
    },
  }
}

export function intoNothing(): Sink {
  const { sums, text } = listing()
  return {
    sums: text,
    write: async (file, chunks) => {
      const counted = counting((sum) => sums.set(file, sum))
      for await (const _ of counted.through(chunks)) {
        // only the checksum is wanted
      }
      return counted.end()
    },
  }
}

/** Does the work in a folder beside; it gets its name when all of it is there. Whatever fails leaves nothing. */
export async function asOneFolder(named: string, work: (draft: string) => Promise<void>): Promise<void> {
  const folder = resolve(named)
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${named} is not empty: name a new folder for the export.`)
  refuseLeftBehind(folder)
  const draft = `${folder}.unfinished-${process.pid}`
  const remove = (): void => rmSync(draft, { recursive: true, force: true })
  const stay = removeOnSignals(remove)
  try {
    mkdirSync(draft, { recursive: true, mode: 0o700 })
    await work(draft)
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(draft, folder)
  } catch (error) {
    remove()
    throw inWords(error, named)
  } finally {
    stay()
  }
}

/** What a killed export left holds words that can be read. Whether another still writes it, only a person can know. */
function refuseLeftBehind(folder: string): void {
  const begins = `${basename(folder)}.unfinished-`
  const beside = existsSync(dirname(folder)) ? readdirSync(dirname(folder)) : []
  const left = beside.find((name) => name.startsWith(begins) && /^\d+$/.test(name.slice(begins.length)))
  if (left !== undefined)
    throw new Error(
      `${join(dirname(folder), left)} was left by an export that was broken off, and its words can be read. Unless an export is still running there, delete that folder, then export again.`,
    )
}

/** Ends as the signal would have, once nothing is left; whoever else stops something on it still does. */
function removeOnSignals(remove: () => void): () => void {
  const ends = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => {
    const end = (): void => {
      remove()
      process.off(signal, end)
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
      else process.once('exit', remove)
    }
    process.prependListener(signal, end)
    return { signal, end }
  })
  return () => {
    for (const { signal, end } of ends) process.off(signal, end)
  }
}

const WORDS: Readonly<Record<string, (folder: string) => string>> = {
  ENOSPC: (folder) => `The disk of ${folder} is full: nothing was kept. Make room, or name a folder on another disk.`,
  EACCES: (folder) => `This user may not write to ${folder}: nothing was written.`,
  EPERM: (folder) => `This user may not write to ${folder}: nothing was written.`,
  EROFS: (folder) => `${folder} is on a disk that cannot be written to.`,
  ENOTDIR: (folder) => `${folder} is not a folder.`,
  '42501': () =>
    'This user of the database may not read every row, so nothing was exported: use a superuser or one with bypassrls.',
}

function inWords(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const words = WORDS[code]
  return words === undefined ? error : new Error(words(folder))
}

/** What stands before the 32 bytes of a private key of Ed25519 in PKCS 8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Kept and lost with the council's key, and of no use to find it. */
function signingKey(councilKey: Buffer): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', councilKey, Buffer.alloc(0), 'kith export signature', 32))
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
}

/** As PEM: given to whoever is to check exports, by another way than the export. */
export const publicKeyOf = (councilKey: Buffer): string =>
  createPublicKey(signingKey(councilKey)).export({ type: 'spki', format: 'pem' }).toString()

export const signatureOf = (sums: string, councilKey: Buffer): Buffer =>
  sign(null, Buffer.from(sums), signingKey(councilKey))

export const signatureBeside = (folder: string): string => `${resolve(folder)}.sig`

/** Beside the folder and not in it: two exports of one record are compared byte by byte, whoever signed them. */
export async function writeSignature(folder: string, sums: string, councilKey: Buffer): Promise<void> {
  await writeFile(signatureBeside(folder), signatureOf(sums, councilKey), { mode: 0o600, flush: true })
}
