// The seals outside the database: one file for each council, one line for each block, only ever added to.
import { appendFile, mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type Seal = {
  /** The council's code. */
  readonly council: string
  readonly number: number
  readonly era: number
  readonly entries: number
  /** In hexadecimal. */
  readonly hash: string
  readonly sealed: string
}
/** A line of a seals file: a seal, or what nobody can read. */
export type SealLine = { readonly line: number; readonly seal: Seal | undefined }

export const sealsFile = (folder: string, code: string): string => join(folder, `${code}.jsonl`)
/** Where the seals of a home lie. */
export const sealsFolder = (home: string): string => join(home, 'seals')

const tailBytes = 4096

/** The number of the last block in the file (0: none), and whether its last line was torn by a crash. */
export async function lastSealed(path: string): Promise<{ readonly number: number; readonly torn: boolean }> {
  const file = await open(path, 'r').catch(unlessMissing)
  if (file === undefined) return { number: 0, torn: false }
  try {
    const { size } = await file.stat()
    const start = Math.max(0, size - tailBytes)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(tailBytes), 0, tailBytes, start)
    const tail = buffer.toString('utf8', 0, bytesRead)
    const seals = tail.split('\n').map(parseSeal)
    return { number: seals.findLast((seal) => seal !== undefined)?.number ?? 0, torn: size > 0 && !tail.endsWith('\n') }
  } finally {
    await file.close()
  }
}

/** Adds seals and waits until they are on the disk. */
export async function addSeals(path: string, seals: readonly Seal[], torn: boolean): Promise<void> {
  if (seals.length === 0) return
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const lines = seals.map((seal) => `${JSON.stringify(seal)}\n`).join('')
  await appendFile(path, torn ? `\n${lines}` : lines, { mode: 0o600, flush: true })
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Every line of the file; undefined where there is no file. */
export async function readSeals(path: string): Promise<readonly SealLine[] | undefined> {
  const text = await readFile(path, 'utf8').catch(unlessMissing)
  if (text === undefined) return undefined
  const lines = text.split('\n')
  return lines
    .map((line, at) => ({ line: at + 1, text: line, seal: parseSeal(line) }))
    .filter(({ text: line, seal }, at) => line !== '' && (seal !== undefined || !isTorn(line, lines[at + 1])))
    .map(({ line, seal }) => ({ line, seal }))
}

/** A crash while writing leaves the beginning of a line, which is then written again, whole. */
function isTorn(line: string, next: string | undefined): boolean {
  return next === undefined || next === '' || next.startsWith(line)
}

function parseSeal(line: string): Seal | undefined {
  try {
    const found: unknown = JSON.parse(line)
    return isSeal(found) ? found : undefined
  } catch {
    return undefined
  }
}
function isSeal(found: unknown): found is Seal {
  return (
    typeof found === 'object' &&
    found !== null &&
    'council' in found &&
    'hash' in found &&
    typeof found.hash === 'string' &&
    'number' in found &&
    Number.isInteger(found.number)
  )
}
function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
