// Where an upload waits until it is in the record: written to a folder of its own, looked into, checked, and always taken away.
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beginsLikeZip, fileTypeOf, HEAD, type Told } from './file-type.ts'
import type { Arrived, UploadRefusal, UploadSettings } from './upload.ts'
import { ZIP_DIRECTORY_MOST, ZIP_TAIL, zipEnd, zipNames } from './zip-entries.ts'

export type Upload = { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> }
type Refused = { readonly refused: UploadRefusal }

/** Of this life of this process: what an earlier one left behind is told by another mark. */
const mark = `${process.pid}-${randomBytes(8).toString('hex')}`
const CHECK_TIME = 120_000

/** Hands a whole, checked file to the work, and takes it away afterwards, whatever happened. */
export async function withUpload<T>(
  settings: UploadSettings,
  upload: Upload,
  work: (arrived: Arrived) => Promise<T>,
): Promise<T | Refused> {
  await mkdir(settings.folder, { recursive: true, mode: 0o700 })
  const path = join(settings.folder, `${mark}-${randomBytes(8).toString('hex')}`)
  try {
    const arrived = await receive(settings, upload, path)
    return 'refused' in arrived ? arrived : await work(arrived)
  } finally {
    await rm(path, { force: true })
  }
}

async function receive(settings: UploadSettings, upload: Upload, path: string): Promise<Arrived | Refused> {
  const file = await open(path, 'wx+', 0o600)
  try {
    const come = await take(file, upload.bytes, settings.most)
    if ('refused' in come) return come
    const told = await typeOf(file, come)
    if ('refused' in told) return told
    const checked = settings.check === undefined ? 'clean' : await check(settings.check, path)
    if (checked !== 'clean') return { refused: checked }
    return { path, name: upload.name, type: told.type, size: come.size, sha256: come.sha256 }
  } finally {
    await file.close()
  }
}

type Come = { readonly size: number; readonly sha256: string; readonly isText: boolean; readonly hasZero: boolean }

async function take(file: FileHandle, bytes: AsyncIterable<Uint8Array>, most: number): Promise<Come | Refused> {
  const hash = createHash('sha256')
  const text = textWatcher()
  let size = 0
  let hasZero = false
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > most) return { refused: 'too big' }
    hash.update(chunk)
    hasZero ||= chunk.includes(0)
    text.add(chunk)
    await file.writeFile(chunk) // a handle writes on from where it stands
  }
  if (size === 0) return { refused: 'empty' }
  return { size, sha256: hash.digest('hex'), isText: text.isText(), hasZero }
}

const LINE_CONTROLS = new Set([9, 10, 12, 13])

/** Whether all chunks together are UTF-8 without control characters. */
function textWatcher() {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let good = true
  const decode = (chunk?: Uint8Array): void => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      good = false
    }
  }
  return {
    add: (chunk: Uint8Array): void => {
      if (good && chunk.some((byte) => (byte < 32 && !LINE_CONTROLS.has(byte)) || byte === 127)) good = false
      if (good) decode(chunk)
    },
    isText: (): boolean => {
      if (good) decode()
      return good
    },
  }
}

async function read(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, from)
  return buffer.subarray(0, bytesRead)
}

async function typeOf(file: FileHandle, { size, isText, hasZero }: Come): Promise<Told> {
  const head = await read(file, 0, Math.min(HEAD, size))
  const names = beginsLikeZip(head) ? await namesIn(file, size) : undefined
  return fileTypeOf({ head, names, isText, hasZero })
}

async function namesIn(file: FileHandle, size: number): Promise<readonly string[] | undefined> {
  const tail = Math.min(size, ZIP_TAIL)
  const end = zipEnd(await read(file, size - tail, tail))
  if (end === undefined || end.size > ZIP_DIRECTORY_MOST || end.offset + end.size > size) return undefined
  return zipNames(await read(file, end.offset, end.size), end.entries)
}

/** The command's own words are not kept: they may name what is in the file. */
async function check(command: string, path: string): Promise<'clean' | 'not clean' | 'could not be checked'> {
  const [program = '', ...words] = command.split(/\s+/)
  return await new Promise((resolve) => {
    const running = spawn(program, [...words, path], { stdio: 'ignore', signal: AbortSignal.timeout(CHECK_TIME) })
    running.on('error', () => resolve('could not be checked'))
    running.on('exit', (code) => resolve(code === 0 ? 'clean' : code === null ? 'could not be checked' : 'not clean'))
  })
}

/** Takes away what a process that ended suddenly left behind; returns how many. What lives on is left alone. */
export async function sweepArriving({ folder }: Pick<UploadSettings, 'folder'>): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  const left = names.filter((name) => !name.startsWith(`${mark}-`) && !isAlive(Number(name.split('-')[0])))
  for (const name of left) await rm(join(folder, name), { force: true })
  return left.length
}

/** Our own number with another mark was an earlier process. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
