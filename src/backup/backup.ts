// Backs a database up: one snapshot of every table as text that can be read without Kith, with checksums; keys apart.
import {
  cpSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { recordedMigrations } from '#database'
import { withClient } from '#postgres'
import { type Manifest, writeManifest } from './backup-manifest.ts'
import {
  allTables,
  type BackupTable,
  copyOut,
  neverBackedUp,
  plainText,
  postcodeTables,
  sequences,
} from './backup-tables.ts'

export type BackupOptions = {
  readonly connection: pg.ClientConfig
  readonly home: string
  /** Where the backup goes: a folder that is not there yet, or is empty. */
  readonly folder: string
  readonly postcodes?: boolean
  readonly log?: (line: string) => void
}

const readMe = `A backup of Kith. It holds personal data: keep it as you keep the record itself.

tables/       one file for each table, CSV in UTF-8, compressed with gzip; an empty field is "no value", "" is empty text
seals/        the heads of the access log's chain that stood outside the database
manifest.json what there is, how many rows, and the migrations that the tables stand on
SHA256SUMS    checksums of all files; check with: sha256sum -c SHA256SUMS

The councils' keys are not here: without them the words of the record cannot be read.
Restore with: kith restore FOLDER
`

/** Writes the backup and returns its manifest; whatever fails leaves no folder that looks whole. */
export async function backUp(options: BackupOptions): Promise<Manifest> {
  const folder = resolve(options.folder)
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${options.folder} is not empty: name a new folder for the backup.`)
  const draft = `${folder}.unfinished-${process.pid}`
  mkdirSync(dirname(folder), { recursive: true })
  mkdirSync(join(draft, 'tables'), { recursive: true, mode: 0o700 })
  try {
    // Seals first: one that is newer than the snapshot would speak of a block that the backup lacks.
    const seals = join(options.home, 'seals')
    if (existsSync(seals)) cpSync(seals, join(draft, 'seals'), { recursive: true })
    writeFileSync(join(draft, 'README.txt'), readMe, { mode: 0o600 })
    const manifest = await withClient(options.connection, async (client) => await writeSnapshot(client, draft, options))
    await writeManifest(draft, manifest)
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(draft, folder)
    return manifest
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw inWords(error)
  }
}

async function writeSnapshot(client: pg.Client, draft: string, { postcodes, log }: BackupOptions): Promise<Manifest> {
  await client.query('begin isolation level repeatable read read only')
  await client.query(plainText)
  const migrations = await recordedMigrations(client)
  if (migrations.length === 0) throw new Error('This database holds nothing of Kith: there is nothing to back up.')
  const omitted = postcodes ? neverBackedUp : [...neverBackedUp, ...postcodeTables]
  const tables: Manifest['tables'][number][] = []
  for (const table of (await allTables(client)).filter(({ name }) => !omitted.includes(name))) {
    log?.(table.name)
    tables.push(await writeTable(client, draft, table))
  }
  const { rows: now } = await client.query<{ made: string; postgres: number }>(
    `select now() as made, current_setting('server_version_num')::int / 10000 as postgres`,
  )
  const made = { made: now[0]?.made ?? '', postgres: now[0]?.postgres ?? 0 }
  // Counters stand outside the snapshot: read last, they are never behind the rows.
  return {
    format: 1,
    ...made,
    migrations,
    tables,
    sequences: await sequences(client),
    heads: await headsOf(client),
    leftOut: omitted,
  }
}

async function writeTable(client: pg.Client, draft: string, table: BackupTable): Promise<Manifest['tables'][number]> {
  const file = `tables/${table.name}.csv.gz`
  const out = createWriteStream(join(draft, file), { mode: 0o600, flush: true })
  return { ...table, file, ...(await copyOut(client, table, [createGzip(), out])) }
}

async function headsOf(client: pg.Client): Promise<Manifest['heads']> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('kith.access_block') is not null as there`,
  )
  if (!rows[0]?.there) return []
  const heads = `select distinct on (council) council, number, encode(hash, 'hex') as hash from kith.access_block order by council, number desc`
  return (await client.query<Manifest['heads'][number]>(heads)).rows
}

function inWords(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === '42501')
    return new Error(
      'This user of the database may not read every row, so no backup was made: use a superuser or one with bypassrls.',
    )
  return error
}

/** Copies the councils' keys to a folder of their own, so that they never travel with the data. */
export function copyKeys(from: string, to: string): number {
  const keys = existsSync(from) ? readdirSync(from) : []
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const key of keys) cpSync(join(from, key), join(to, key), { force: false, errorOnExist: false, recursive: true })
  return keys.length
}
