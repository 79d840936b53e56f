// Puts a backup back into a database that holds no council yet: all of it, as it was, or nothing.
import { cpSync, createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrate, migrationFiles, recordedMigrations } from '#database'
import { withClient } from '#postgres'
import { type Manifest, readManifest } from './backup-manifest.ts'
import { allTables, contentsOf, plainText, postcodeTables, quoted, quotedTable } from './backup-tables.ts'

export type RestoreOptions = {
  readonly connection: pg.ClientConfig
  readonly home: string
  /** The folder that `kith backup` wrote. */
  readonly folder: string
  readonly log?: (line: string) => void
}

/** Restores and returns what was restored. Checks every file before touching anything. */
export async function restore(options: RestoreOptions): Promise<Manifest> {
  const { connection, home, folder } = options
  const manifest = await readManifest(folder)
  checkMigrations(manifest, 'backup')
  await withClient(connection, async (client) => await checkTarget(client, manifest, 'backup'))
  await migrate(connection, { upTo: manifest.migrations.at(-1)?.name })
  await withClient(connection, async (client) => {
    await client.query('begin')
    await client.query(plainText)
    await load(client, manifest, options)
    await client.query('commit')
  })
  await migrate(connection)
  // A home that kept its own seals keeps them: they tell what the backup lacks.
  if (existsSync(join(folder, 'seals')))
    cpSync(join(folder, 'seals'), join(home, 'seals'), { recursive: true, force: false })
  return manifest
}

/** The tables of a backup stand on its migrations, so they must be ours, unchanged. */
export function checkMigrations({ migrations }: StandsOn, called: 'backup' | 'export'): void {
  const ours = new Map(migrationFiles().map(({ name, sha256 }) => [name, sha256]))
  for (const { name, sha256 } of migrations) {
    if (!ours.has(name))
      throw new Error(`The ${called} stands on migration ${name}, which this Kith does not have: use the newer Kith.`)
    if (ours.get(name) !== sha256)
      throw new Error(
        `The ${called} stands on another text of migration ${name}: restore it with the Kith that made it.`,
      )
  }
}
type StandsOn = Pick<Manifest, 'migrations'>

/** No council is there, and the database has been through nothing that what is put back has not. */
export async function checkTarget(
  client: pg.Client,
  { migrations }: StandsOn,
  called: 'backup' | 'export',
): Promise<void> {
  const recorded = await recordedMigrations(client)
  const later = recorded.find(({ name }) => !migrations.some((one) => one.name === name))
  if (recorded.length > 0) await refuseCouncils(client)
  if (later)
    throw new Error(
      `This database has been through ${later.name}, which the ${called} has not: restore into a fresh KITH_HOME or an empty database.`,
    )
}

export async function refuseCouncils(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('door.council') is not null as there`)
  if (!rows[0]?.there) return
  const { rowCount } = await client.query('select from door.council limit 1')
  if (rowCount)
    throw new Error('This database already holds a council: restore into a fresh KITH_HOME or an empty database.')
}

async function load(client: pg.Client, manifest: Manifest, { folder, log }: RestoreOptions): Promise<void> {
  await holdOff(client)
  await client.query('lock table door.council in access exclusive mode')
  await refuseCouncils(client)
  const kept = ['door.migration', ...postcodeTables.filter((name) => manifest.leftOut.includes(name))]
  const emptied = (await allTables(client)).filter(({ name }) => !kept.includes(name))
  await client.query(`truncate ${emptied.map(({ name }) => quotedTable(name)).join(', ')}`)
  for (const table of manifest.tables) {
    log?.(table.name)
    await loadTable(client, folder, table)
  }
  for (const { name, last } of manifest.sequences) await client.query('select setval($1, $2)', [name, last])
  // Transaction numbers of the old server mean nothing here: the access log goes on in a new era.
  await client.query('update door.log_era set era = era + 1')
}

/** Triggers and foreign keys are held off: what they would do was done when the rows were first written. */
export async function holdOff(client: pg.Client): Promise<void> {
  await client.query('set local session_replication_role = replica').catch(() => {
    throw new Error('Restoring needs a superuser of the database server: name one in DATABASE_URL.')
  })
}

async function loadTable(client: pg.Client, folder: string, table: Manifest['tables'][number]): Promise<void> {
  const columns = table.columns.map(quoted).join(', ')
  const into = client.query(
    copyFrom(`copy ${quotedTable(table.name)} (${columns}) from stdin with (format csv, header)`),
  )
  await pipeline(createReadStream(join(folder, table.file)), createGunzip(), into)
  const { rows, sha256 } = await contentsOf(client, table)
  if (rows !== table.rows || sha256 !== table.sha256) {
    throw new Error(
      `Table ${table.name} did not come back as it was (${rows} of ${table.rows} rows): nothing was restored.`,
    )
  }
}
