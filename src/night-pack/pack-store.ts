// Makes the pack of a council: read as a duty worker would, sealed as it is written, and old ones removed.
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type pg from 'pg'
import { formatDay, type IsoDay } from '#calendar'
import { emergencyNumbers } from '#council-face'
import { type Asking, type Council, type Door, withClient } from '#database'
import type { OpenedDatabase } from '#postgres'
import { zipInto } from '#spreadsheets'
import { childrenInCare, type PackedChild, packedChild } from './facts-store.ts'
import { childPage, type Listed, listPage, type Packed } from './pages/packed-page.tsx'
import { sealInto, unsealed } from './sealed-file-store.ts'
import { FORM_IN_WORDS, README_IN_PACK } from './sealed-form.ts'

export type PackSettings = {
  /** Where packs go: a folder that the council has set. */
  readonly folder: string
  /** A file with the passphrase in its first line. */
  readonly passphraseFile: string
  /** How many nights a pack stays. */
  readonly keep: number
}
export type PackHouse = { readonly opened: Pick<OpenedDatabase, 'connection'>; readonly door: Door }
export type Made = {
  readonly path: string
  readonly children: number
  readonly bytes: number
  readonly removed: number
}

const SHORTEST = 20
/** Children read in one transaction: a night's work holds none open for long. */
const AT_ONCE = 20

export async function passphraseIn(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`The passphrase of the packs cannot be read from ${file}: is it there, and may this user read it?`)
  })
  const passphrase = (text.split('\n')[0] ?? '').trim()
  if (passphrase.length >= SHORTEST) return passphrase
  throw new Error(
    `The passphrase in ${file} is too short: ${SHORTEST} characters at least. kith pack passphrase prints a good one.`,
  )
}

type Run = { readonly council: Council; readonly today: IsoDay; readonly settings: PackSettings }

export async function makePack({ opened, door }: PackHouse, { council, today, settings }: Run): Promise<Made> {
  const passphrase = await passphraseIn(settings.passphraseFile)
  return await withClient(opened.connection, async (client) => {
    await alone(client, council)
    await client.query('select door.reader_of_packs($1::smallint)', [council.council])
    return await makeAlone(door, { council, today, settings, passphrase })
  })
}

/** One run for each council, until this connection ends: two would write, and tidy up, in one folder. */
async function alone(client: pg.ClientBase, council: Council): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>(
    `select pg_try_advisory_lock(hashtextextended('night pack', $1::int)) as mine`,
    [council.council],
  )
  if (rows[0]?.mine !== true)
    throw new Error(`The pack of ${council.code} is being made by another run: wait until that has ended.`)
}

async function makeAlone(
  door: Door,
  { council, today, settings, passphrase }: Run & { readonly passphrase: string },
): Promise<Made> {
  const path = join(settings.folder, `${council.code}-${today}.kithpack`)
  try {
    await mkdir(settings.folder, { recursive: true, mode: 0o700 })
    let children = 0
    const bytes = await sealInto(path, { passphrase }, async (write) => {
      children = await fill(write, { door, council, today })
    })
    await writeFile(join(settings.folder, 'how-to-open.txt'), FORM_IN_WORDS)
    await copyFile(fileURLToPath(new URL('open-pack.html', import.meta.url)), join(settings.folder, 'open-pack.html'))
    return { path, children, bytes, removed: await removeOld(settings, council.code, (await stat(path)).mtimeMs) }
  } catch (error) {
    throw inWords(error, settings.folder)
  }
}

type Of = { readonly door: Door; readonly council: Council; readonly today: IsoDay }

async function fill(write: (bytes: Uint8Array) => Promise<void>, { door, council, today }: Of): Promise<number> {
  const zip = zipInto(write)
  const asReader = async <T>(work: (asking: Asking) => Promise<T>): Promise<T> =>
    await door.asService(council.council, 'night pack', work)
  const { ids, packed } = await asReader(async (asking) => ({
    ids: (await childrenInCare(asking, today)).map(({ id }) => id),
    packed: { council: council.name, today, made: `${formatDay(today)}, ${await hourOf(asking)}` } satisfies Packed,
  }))
  const listed: Listed[] = []
  await zip.add('README.txt', [README_IN_PACK])
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const read = await asReader(async (asking) => await readSome(asking, ids.slice(at, at + AT_ONCE), today))
    for (const child of read) {
      const { id, name, age, where, missing } = child
      listed.push({ id, name, age, where, missing })
      await zip.add(`children/${id}.html`, [childPage({ ...packed, child })])
      await zip.add(`data/${id}.json`, [`${JSON.stringify(child, null, 1)}\n`])
    }
  }
  const numbers = await emergencyNumbers(door, council.council)
  await zip.add('index.html', [listPage({ ...packed, listed, numbers })])
  await zip.end()
  return listed.length
}

async function readSome(asking: Asking, ids: readonly string[], today: IsoDay): Promise<readonly PackedChild[]> {
  const read: PackedChild[] = []
  for (const id of ids) {
    const child = await packedChild(asking, id, today)
    if (child !== undefined) read.push(child)
  }
  await asking.noteEach(
    'put what a duty worker may know into the pack of the night',
    read.map(({ id }) => id),
  )
  return read
}

/** By the clock of the database. */
async function hourOf({ record }: Asking): Promise<string> {
  const { rows } = await sql<{
    hour: string
  }>`select to_char(now() at time zone 'Europe/London', 'HH24:MI') as hour`.execute(record)
  return rows[0]?.hour ?? ''
}

/** A run takes minutes: what nobody has written to for so long was left by one that was killed. */
const OLD = 24 * 60 * 60 * 1000

/** Packs of this council beyond those that are kept, and what a killed run left behind; nothing else in the folder. */
async function removeOld({ folder, keep }: PackSettings, code: string, madeAt: number): Promise<number> {
  const names = await readdir(folder)
  const ours = names.filter((name) => new RegExp(`^${code}-\\d{4}-\\d\\d-\\d\\d\\.kithpack$`).test(name)).sort()
  const torn = names.filter((name) =>
    new RegExp(`^${code}-\\d{4}-\\d\\d-\\d\\d\\.kithpack\\.unfinished(-\\d+-[0-9a-f]{8})?$`).test(name),
  )
  const old = ours.slice(0, Math.max(0, ours.length - keep))
  for (const name of old) await rm(join(folder, name), { force: true })
  for (const name of torn) {
    const last = await stat(join(folder, name)).catch(() => undefined)
    if (last !== undefined && last.mtimeMs < madeAt - OLD) await rm(join(folder, name), { force: true })
  }
  return old.length
}

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'is full: no pack was kept. The one of the night before is still there.',
  EACCES: 'may not be written to by this user: no pack was made.',
  EPERM: 'may not be written to by this user: no pack was made.',
  EROFS: 'is on a disk that cannot be written to: no pack was made.',
  ENOTDIR: 'is not a folder: no pack was made.',
  EEXIST: 'is not a folder: no pack was made.',
}
function inWords(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return WORDS[code] === undefined ? error : new Error(`The folder of the packs, ${folder}, ${WORDS[code]}`)
}

export type Checked = { readonly bytes: number; readonly parts: number }

/** Opens all of it and keeps nothing: every piece is as it was written, and the list at the end is there. */
export async function checkPack(path: string, passphrase: string): Promise<Checked> {
  await stat(path).catch(() => {
    throw new Error(`There is no pack ${path}.`)
  })
  let bytes = 0
  let tail = Buffer.alloc(0)
  for await (const piece of unsealed(path, passphrase)) {
    bytes += piece.length
    tail = Buffer.from(Buffer.concat([tail, piece]).subarray(-22))
  }
  if (tail.length < 22 || tail.readUInt32LE(0) !== 0x06054b50) throw new Error(`${path} holds no whole archive.`)
  return { bytes, parts: tail.readUInt16LE(10) }
}
