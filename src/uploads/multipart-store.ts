// A form with files, read as it comes: what was typed into memory, within limits; each file straight to the arriving folder.
import { open, rm } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as ByteStream } from 'node:stream/web'
import { Busboy, type BusboyEvents, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { arrivingPath, OWNER_ONLY } from './arriving-store.ts'

/** Where files wait, and the most bytes that one may have. */
export type Arriving = { readonly folder: string; readonly most: number }
/** `name` as it came. A file that cannot be kept is read past, so that what was typed beside it is not lost. */
export type ArrivingFile = { readonly field: string; readonly name: string; readonly type: string } & Come
type Come = { readonly path: string; readonly size: number } | { readonly refused: 'too big' | 'not written' }
export type Multipart = {
  /** As they came, names repeated. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly files: readonly ArrivingFile[]
  /** More was typed, or more came in all, than the form takes: there are no files, and maybe not all that was typed. */
  readonly tooMuch: boolean
  /** Whoever reads a form ends with this. */
  readonly takeAway: () => Promise<void>
}

/** The form broke off, or is none. Nothing of it stays behind. */
export class NotRead extends Error {
  constructor() {
    super('A form could not be read.')
    this.name = 'NotRead'
  }
}

const MOST_PARTS = 2_000
const MOST_FILES = 4
/** What is typed beside a file is held to what any other form may hold; of more than that, so much is given back. */
const MOST_GIVEN_BACK = 2 * 1024 * 1024

export type Limits = {
  /** Bytes of all that is typed. */
  readonly text: number
  /** Bytes of everything. */
  readonly all: number
}

/** Throws `NotRead`. Holds what was typed and a few chunks, however large the file. */
export async function readMultipart(
  { body, headers }: Pick<Request, 'body' | 'headers'>,
  arriving: Arriving,
  limits: Limits,
): Promise<Multipart> {
  const { parser, full, throwIfStopped } = parserOf(headers, arriving.most)
  const typed = typedIn(parser, () => full('text'))
  const spooled = filesIn(parser, arriving)
  const { takeAway } = spooled
  try {
    const source = body === null ? Readable.from([]) : Readable.fromWeb(body as ByteStream<Uint8Array>)
    await pipeline(
      source,
      counted(limits.all, () => full('all')),
      parser,
    )
    throwIfStopped()
    const files = await spooled.all()
    const tooMuch = typed.size() > limits.text
    if (tooMuch) await takeAway()
    return { fields: typed.fields, files: tooMuch ? [] : files.filter(isChosen), tooMuch, takeAway }
  } catch (error) {
    spooled.nothingMoreComes()
    await takeAway()
    if (error instanceof Full) return { fields: typed.fields, files: [], tooMuch: true, takeAway }
    throw new NotRead()
  }
}

function typedIn(parser: BusboyInstance, full: () => void) {
  const fields: (readonly [string, string])[] = []
  let size = 0
  parser.on('field', (given, value) => {
    const name = unescaped(given)
    size += Buffer.byteLength(name) + Buffer.byteLength(value)
    if (size > MOST_GIVEN_BACK) full()
    else fields.push([name, value])
  })
  return { fields, size: () => size }
}

function filesIn(parser: BusboyInstance, arriving: Arriving) {
  const spooled: Promise<ArrivingFile>[] = []
  const streams: BusboyFileStream[] = []
  const paths: string[] = []
  parser.on('file', (...[field, stream, name, , type]: Parameters<BusboyEvents['file']>) => {
    streams.push(stream)
    const of = { field: unescaped(field), name: unescaped(name), type: type || 'application/octet-stream' }
    const file = spool(stream, arriving, paths).then((come) => ({ ...of, ...come }))
    // Where the form breaks off, that is met first; this failure is then nobody's.
    file.catch(() => undefined)
    spooled.push(file)
  })
  return {
    all: async () => await Promise.all(spooled),
    nothingMoreComes: () => {
      for (const stream of streams) stream.destroy()
    },
    takeAway: async (): Promise<void> => {
      await Promise.allSettled(spooled)
      for (const path of paths.splice(0)) await rm(path, { force: true })
    },
  }
}

class Full extends Error {}

/** `full` ends the reading. More parts than any form of ours has is no form. */
function parserOf(headers: Headers, most: number) {
  const type = headers.get('content-type') ?? ''
  const limits = { parts: MOST_PARTS, files: MOST_FILES, fieldSize: MOST_GIVEN_BACK, fileSize: most, headerPairs: 20 }
  const parser = made(() => new Busboy({ headers: { 'content-type': type }, limits }))
  // Kept as well: where the end came in the same piece, the parser is done before it is told.
  let why: Error | undefined
  const stop = (error: Error): void => {
    why ??= error
    parser.destroy(error)
  }
  for (const event of ['partsLimit', 'filesLimit'] as const) parser.on(event, () => stop(new NotRead()))
  // It may fail once more after the reading has failed, when nobody listens.
  parser.on('error', () => undefined)
  const throwIfStopped = (): void => {
    if (why !== undefined) throw why
  }
  return { parser, full: (what: 'text' | 'all') => stop(new Full(what)), throwIfStopped }
}

/** A heading without a boundary makes it throw. */
function made<T>(make: () => T): T {
  try {
    return make()
  } catch {
    throw new NotRead()
  }
}

function counted(most: number, full: () => void): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      size += chunk.length
      if (size > most) full()
      else done(null, chunk)
    },
  })
}

/** What cannot be written is read past all the same: otherwise the form would stand still. */
async function spool(stream: BusboyFileStream, arriving: Arriving, paths: string[]): Promise<Come> {
  // Before anything is waited for: it may break off while the folder is made. The reading below meets the error again.
  stream.on('error', () => undefined)
  const path = await arrivingPath(arriving).catch(() => undefined)
  const file = path === undefined ? undefined : await open(path, 'wx', OWNER_ONLY).catch(() => undefined)
  if (path !== undefined) paths.push(path)
  let written = file !== undefined
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (written && file !== undefined)
        await file.writeFile(chunk).catch(() => {
          written = false
        })
    }
  } finally {
    await file?.close()
  }
  if (written && path !== undefined && !stream.truncated) return { path, size }
  if (path !== undefined) await rm(path, { force: true })
  return { refused: stream.truncated ? 'too big' : 'not written' }
}

/** Of a field in which no file was chosen, browsers send one without a name and without bytes. */
const isChosen = (file: ArrivingFile): boolean => file.name !== '' || 'refused' in file || file.size > 0

/** Browsers write these three so in a name (HTML, multipart form data). The types of the parser hide that there may be none. */
const unescaped = (name: string | undefined): string =>
  (name ?? '').replace(/%(22|0D|0A)/gi, (code) => (code === '%22' ? '"' : code.toUpperCase() === '%0D' ? '\r' : '\n'))
