// Where an upload waits until it is in the record: written to a folder of its own, looked into, checked, and always taken away.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { isCleaned, writeCleaned } from '#photographs'
import { arrivingPath, OWNER_ONLY, pdfHolds } from '#uploads'
import { beginsLikeZip, fileTypeOf, HEAD, type Told } from './file-type.ts'
import type { Arrived, UploadRefusal, UploadSettings } from './upload.ts'
import { ZIP_DIRECTORY_MOST, ZIP_TAIL, zipEnd, zipNames } from './zip-entries.ts'

/** Bytes from anywhere, or a file that a form brought: it waits where it is until its form is answered, or was not kept. */
export type Upload = { readonly name: string } & (
  | { readonly bytes: AsyncIterable<Uint8Array> }
  | { readonly path: string }
  | { readonly refused: 'too big' | 'not written' }
)
type Refused = { readonly refused: UploadRefusal }

const CHECK_TIME = 120_000

/** Hands a whole, checked file to the work. What was written here is taken away afterwards, whatever happened. */
export async function withUpload<T>(
  settings: UploadSettings,
  upload: Upload,
  work: (arrived: Arrived) => Promise<T>,
): Promise<T | Refused> {
  if ('refused' in upload) return { refused: upload.refused }
  if ('path' in upload) {
    const arrived = await looked(settings, upload.name, upload.path)
    return 'refused' in arrived ? arrived : await madeSafe(settings, arrived, work)
  }
  const path = await arrivingPath(settings)
  try {
    const whole = await written(path, upload.bytes, settings.most)
    const arrived = whole === 'too big' ? { refused: whole } : await looked(settings, upload.name, path)
    return 'refused' in arrived ? arrived : await madeSafe(settings, arrived, work)
  } finally {
    await rm(path, { force: true })
  }
}

/**
 * A PDF goes on with what it holds, unless it starts a program. A photograph goes on without what the camera wrote into it, or not at all: it
 * may say where a child lives.
 */
async function madeSafe<T>(
  settings: UploadSettings,
  arrived: Arrived,
  work: (arrived: Arrived) => Promise<T>,
): Promise<T | Refused> {
  const { type, path: from } = arrived
  if (type === 'image/heic') return { refused: 'place cannot be taken out' }
  if (type === 'application/pdf') {
    const holds = await pdfHolds(from)
    return holds.includes('program') ? { refused: 'starts a program' } : await work({ ...arrived, holds })
  }
  if (!isCleaned(type)) return await work(arrived)
  const path = await arrivingPath(settings)
  try {
    const made = await writeCleaned({ from, to: path, type, mode: OWNER_ONLY })
    return made === 'damaged'
      ? { refused: 'damaged picture' }
      : await work({ ...arrived, ...made, path, cleaned: true })
  } finally {
    await rm(path, { force: true })
  }
}

async function written(path: string, bytes: AsyncIterable<Uint8Array>, most: number): Promise<'whole' | 'too big'> {
  const file = await open(path, 'wx', OWNER_ONLY)
  try {
    let size = 0
    for await (const chunk of bytes) {
      size += chunk.length
      if (size > most) return 'too big'
      await file.writeFile(chunk) // a handle writes on from where it stands
    }
    return 'whole'
  } finally {
    await file.close()
  }
}

async function looked(settings: UploadSettings, name: string, path: string): Promise<Arrived | Refused> {
  const file = await open(path, 'r')
  try {
    const come = await readThrough(file)
    if (come.size === 0) return { refused: 'empty' }
    if (come.size > settings.most) return { refused: 'too big' }
    const told = await typeOf(file, come)
    if ('refused' in told) return told
    const checked = settings.check === undefined ? 'clean' : await check(settings.check, path)
    if (checked !== 'clean') return { refused: checked }
    return { path, name, type: told.type, size: come.size, sha256: come.sha256, cleaned: false, holds: [] }
  } finally {
    await file.close()
  }
}

type Come = { readonly size: number; readonly sha256: string; readonly isText: boolean; readonly hasZero: boolean }

const PIECE = 64 * 1024

async function readThrough(file: FileHandle): Promise<Come> {
  const hash = createHash('sha256')
  const text = textWatcher()
  let size = 0
  let hasZero = false
  for (;;) {
    const chunk = await read(file, size, PIECE)
    if (chunk.length === 0) return { size, sha256: hash.digest('hex'), isText: text.isText(), hasZero }
    size += chunk.length
    hash.update(chunk)
    hasZero ||= chunk.includes(0)
    text.add(chunk)
  }
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
